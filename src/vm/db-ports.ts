/**
 * Databases as the engine sees them; src/io/db implements them on Node. Strings are bytes everywhere.
 */
import type { PhpInt } from '../value/zval.ts';
import type { Watched } from './net-ports.ts';

/** What SQLite stores: `blob` bytes come as a plain string like text, floats apart from integers. */
export type SqliteValue = null | PhpInt | string | { readonly float: number };

/** A prepared statement of SQLite. Numbers that come back are SQLite's result codes. */
export interface SqliteStatement {
  readonly columnCount: number;
  columnName(index: number): string;
  /** SQLITE_INTEGER 1, FLOAT 2, TEXT 3, BLOB 4, NULL 5 of the current row. */
  columnType(index: number): number;
  column(index: number): SqliteValue;
  readonly readOnly: boolean;
  declaredType(index: number): string | null;
  tableName(index: number): string | null;
  /** 0 when there is no parameter of that name. */
  parameterIndex(name: string): number;
  bind(index: number, value: SqliteValue, blob: boolean): number;
  step(): number;
  reset(): number;
  finalize(): void;
}

/** An open database of SQLite. */
export interface SqliteDatabase {
  readonly errorCode: number;
  readonly extendedErrorCode: number;
  readonly errorMessage: string;
  /** The first statement of a text; null after an error. An empty text gives a statement without columns. */
  prepare(sql: string): SqliteStatement | null;
  exec(sql: string): number;
  readonly changes: PhpInt;
  readonly lastInsertId: PhpInt;
  readonly inTransaction: boolean;
  busyTimeout(milliseconds: number): void;
  close(): void;
}

/** SQLite itself. */
export interface SqlitePort {
  readonly version: string;
  /** @param flags SQLITE_OPEN_*; a failure has a code and a text */
  open(path: string, flags: number): SqliteDatabase | { readonly code: number; readonly message: string };
}

/** A package that is not installed: what to type to have it. */
export interface MissingPackage {
  readonly missing: string;
}

/** Why a server or the way to it refused. */
export interface DbError {
  readonly code: number;
  readonly sqlState: string;
  readonly message: string;
}

/** Something that a server was asked for. */
export interface Pending<T> extends Watched {
  readonly done: boolean;
  readonly value: T | null;
  readonly error: DbError | null;
  /** Nobody waits for the answer any more: what it was to bring is closed. */
  readonly abandon: (() => void) | null;
}

export interface MysqlColumn {
  readonly name: string;
  readonly originalName: string;
  readonly table: string;
  readonly originalTable: string;
  readonly database: string;
  readonly length: number;
  readonly charset: number;
  readonly flags: number;
  readonly type: number;
  readonly decimals: number;
}

/** A result set, or what became of a statement that gives none (`columns` is null). */
export interface MysqlResult {
  readonly columns: readonly MysqlColumn[] | null;
  /** Cells as the text protocol has them. */
  readonly rows: readonly (readonly (string | null)[])[];
  readonly affectedRows: PhpInt;
  readonly insertId: PhpInt;
  readonly warnings: number;
  readonly info: string;
}

export interface MysqlOptions {
  readonly host: string;
  readonly port: number;
  /** Path of a unix socket; '' for TCP. */
  readonly socket: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** Of `SET NAMES`. */
  readonly charset: string;
  /** Seconds; 0: no limit. */
  readonly timeout: number;
  /** affected rows are the found ones */
  readonly foundRows: boolean;
  readonly multipleStatements: boolean;
}

/** A value for a placeholder of a prepared statement. */
export type MysqlParameter = null | PhpInt | string | { readonly float: number };

export interface MysqlStatement {
  readonly parameterCount: number;
  readonly columns: readonly MysqlColumn[];
  execute(values: readonly MysqlParameter[]): Pending<readonly MysqlResult[]>;
  close(): void;
}

/** A connection to a MySQL or MariaDB server. */
export interface MysqlConnection {
  readonly open: boolean;
  /** Known once the connection stands. */
  readonly serverVersion: string;
  readonly threadId: number;
  readonly inTransaction: boolean;
  readonly autocommit: boolean;
  query(sql: string): Pending<readonly MysqlResult[]>;
  prepare(sql: string): Pending<MysqlStatement>;
  ping(): Pending<true>;
  changeUser(user: string, password: string, database: string): Pending<true>;
  close(): void;
}

/** What Redis answers. Errors inside of a list are values. */
export type RedisReply = null | PhpInt | string | { readonly error: string } | readonly RedisReply[];

export interface RedisOptions {
  readonly host: string;
  readonly port: number;
  readonly socket: string;
  /** Seconds; 0: no limit. */
  readonly timeout: number;
}

/** A connection to a Redis server. */
export interface RedisConnection extends Watched {
  readonly open: boolean;
  /** Messages of the channels it has subscribed to. */
  readonly messages: RedisReply[][];
  call(command: string, args: readonly string[]): Pending<RedisReply>;
  close(): void;
}

/** Servers of databases. SQLite is the host's own (Host.sqlite). */
export interface DatabasePort {
  mysql(options: MysqlOptions): Pending<MysqlConnection> | MissingPackage;
  redis(options: RedisOptions): Pending<RedisConnection> | MissingPackage;
}
