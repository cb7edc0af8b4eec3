/** What a PDO object and a PDOStatement object keep. Source: php-src 8.2 ext/pdo/php_pdo_driver.h */
import type { ClassEntry } from '../../object/class-entry.ts';
import type { PhpArray } from '../../value/php-array.ts';
import type { PhpObject } from '../../value/php-object.ts';
import type { Zval } from '../../value/zval.ts';
import type { Executor } from '../../vm/executor.ts';
import { CASE, ERRMODE, FETCH, NULLS } from './constants.ts';
import type { BoundParam, DriverError, PdoDriver, PdoStatementDriver } from './driver.ts';

/** SQLSTATE of "nothing went wrong" (PDO_ERR_NONE). */
export const NO_ERROR = '00000';

/** pdo_dbh_t */
export class PdoData {
  readonly driver: PdoDriver;
  errorMode: number = ERRMODE.exception;
  errorCode = '';
  /** The driver's error that has been reported. */
  knownError: DriverError | null = null;
  columnCase: number = CASE.natural;
  nulls: number = NULLS.natural;
  stringify = false;
  persistent = false;
  defaultFetch: number = FETCH.both;
  /** null: PDOStatement */
  statementClass: ClassEntry | null = null;
  statementArgs: PhpArray | null = null;
  constructor(driver: PdoDriver) {
    this.driver = driver;
  }
}

/** pdo_stmt_t */
export class StatementData {
  /** The PDO object, owned. */
  readonly pdo: PhpObject;
  readonly dbh: PdoData;
  driver: PdoStatementDriver | null = null;
  readonly query: string;
  /** The text that was sent, when values were written into it. */
  activeQuery: string | null = null;
  executed = false;
  errorCode = '';
  columns: readonly string[] | null = null;
  /** By name or number from 0. */
  params: Map<string | number, BoundParam> = new Map();
  boundColumns: Map<string | number, BoundParam> = new Map();
  mode: number;
  // what the mode is about
  fetchColumn = -1;
  fetchClass: ClassEntry | null = null;
  fetchArgs: PhpArray | null = null;
  into: PhpObject | null = null;
  /** The PDORow that is alive; it holds this statement. */
  lazyRow: PhpObject | null = null;
  /** The PDOStatement object. */
  self: PhpObject | null = null;

  constructor(pdo: PhpObject, dbh: PdoData, query: string) {
    this.pdo = pdo;
    this.dbh = dbh;
    this.query = query;
    this.mode = dbh.defaultFetch;
  }
}

/** What a PDORow keeps; `owner` is owned. */
export interface RowData {
  readonly stmt: StatementData;
  readonly owner: PhpObject | null;
}

/** The state of a constructed PDO object; null after an Error. */
export function pdoOf(rt: Executor, obj: PhpObject): PdoData | null {
  if (obj.native instanceof PdoData) return obj.native;
  return rt.throwError('Error', 'PDO object is not initialized, constructor was not called');
}

/** The state of a statement that PDO has made; null after an Error. */
export function statementOf(rt: Executor, obj: PhpObject): StatementData | null {
  if (obj.native instanceof StatementData) return obj.native;
  return rt.throwError('Error', 'PDO object is uninitialized');
}

/** Drops what a statement holds of a list of bound values. */
export function dropParams(rt: Executor, params: Map<string | number, BoundParam>): void {
  const values: Zval[] = [...params.values()].map(({ value }) => value);
  params.clear();
  for (const value of values) rt.releaseValue(value);
}
