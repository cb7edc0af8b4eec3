/**
 * PDO's driver for SQLite.
 * Source: php-src 8.2 ext/pdo_sqlite/sqlite_driver.c, sqlite_statement.c
 */
import type { NativeCode } from '../../object/native-code.ts';
import { toInt, toStr } from '../../value/convert.ts';
import { PhpArray } from '../../value/php-array.ts';
import { deref, PhpFloat, type PhpInt, PhpResource, type Zval } from '../../value/zval.ts';
import type { SqliteDatabase, SqlitePort, SqliteStatement } from '../../vm/db-ports.ts';
import type { Executor } from '../../vm/executor.ts';
import { ATTR, PARAM, PARAM_TYPE_MASK } from './constants.ts';
import type { BoundParam, DriverError, OpenedDriver, PdoDriver, PdoStatementDriver } from './driver.ts';
import { lobText } from './lob.ts';

const ROW = 100;
const DONE = 101;
const OPEN_READWRITE = 2;
const OPEN_CREATE = 4;
const OPEN_URI = 0x40;
const ATTR_OPEN_FLAGS = 1000;
const ATTR_READONLY_STATEMENT = 1001;
const ATTR_EXTENDED_RESULT_CODES = 1002;
/** Seconds that a locked database is waited for. */
const BUSY_SECONDS = 60;

/** SQLSTATE of SQLite's result codes. */
const STATES: Readonly<Record<number, string>> = { 9: '01002', 12: '42S02', 18: '22001', 19: '23000', 22: 'HYC00' };
const TYPE_NAMES = ['', 'integer', 'double', 'string', 'string', 'null'] as const;

function stateOf(code: number): string {
  return STATES[code & 0xff] ?? 'HY000';
}

class SqliteDriver implements PdoDriver {
  readonly name = 'sqlite';
  error: DriverError | null = null;
  readonly rt: Executor;
  readonly db: SqliteDatabase;
  private readonly port: SqlitePort;
  private extended = false;

  constructor(rt: Executor, port: SqlitePort, db: SqliteDatabase) {
    this.rt = rt;
    this.port = port;
    this.db = db;
    db.busyTimeout(BUSY_SECONDS * 1000);
  }

  /** Notes what SQLite says went wrong. */
  fail(): false {
    const code = this.extended ? this.db.extendedErrorCode : this.db.errorCode & 0xff;
    this.error = { sqlState: stateOf(code), code, message: this.db.errorMessage };
    return false;
  }

  *prepare(sql: string): NativeCode<PdoStatementDriver | null> {
    const made = this.db.prepare(sql);
    if (made !== null) return new SqliteStatementDriver(this, made);
    this.fail();
    return null;
  }

  *exec(sql: string): NativeCode<PhpInt | null> {
    if (this.db.exec(sql) === 0) return this.db.changes;
    this.fail();
    return null;
  }

  quote(text: string): string {
    // sqlite3_snprintf("%q") ends at the first NUL
    return `'${text.replace(/\0.*/s, '').replace(/'/g, "''")}'`;
  }

  private run(sql: string): boolean {
    return this.db.exec(sql) === 0 || this.fail();
  }

  *begin(): NativeCode<boolean> {
    return this.run('BEGIN');
  }

  *commit(): NativeCode<boolean> {
    return this.run('COMMIT');
  }

  *rollBack(): NativeCode<boolean> {
    return this.run('ROLLBACK');
  }

  inTransaction(): boolean {
    return this.db.inTransaction;
  }

  *lastInsertId(): NativeCode<string | null> {
    return String(this.db.lastInsertId);
  }

  *getAttribute(attribute: number): NativeCode {
    if (attribute === ATTR.serverVersion || attribute === ATTR.clientVersion) return this.port.version;
    return undefined;
  }

  *setAttribute(attribute: number, value: Zval): NativeCode<boolean | null> {
    if (attribute === ATTR.timeout) {
      this.db.busyTimeout(Number(toInt(this.rt, value)) * 1000);
      return true;
    }
    if (attribute === ATTR_EXTENDED_RESULT_CODES) {
      this.extended = Number(toInt(this.rt, value)) !== 0;
      return true;
    }
    return false;
  }

  close(): void {
    this.db.close();
  }
}

class SqliteStatementDriver implements PdoStatementDriver {
  readonly placeholders = 'native' as const;
  readonly names = null;
  columnNames: readonly string[] = [];
  rowCount: PhpInt = 0;
  readonly nextRowset = null;
  private readonly driver: SqliteDriver;
  private readonly stmt: SqliteStatement;
  /** execute() has already stepped to the first row. */
  private ahead = false;
  private done = true;

  constructor(driver: SqliteDriver, stmt: SqliteStatement) {
    this.driver = driver;
    this.stmt = stmt;
  }

  *bind(param: BoundParam, value: Zval): NativeCode<boolean> {
    if (!this.done) {
      this.stmt.reset();
      this.done = true;
    }
    if (param.paramno < 0 && param.name !== null) param.paramno = this.stmt.parameterIndex(param.name) - 1;
    return (yield* this.bindAt(param, value)) === 0 || this.driver.fail();
  }

  private *bindAt(param: BoundParam, value: Zval): NativeCode<number> {
    const at = param.paramno + 1;
    const type = param.type & PARAM_TYPE_MASK;
    const { rt } = this.driver;
    if (value === null || value === undefined || type === PARAM.null) return this.stmt.bind(at, null, false);
    if (type === PARAM.int || type === PARAM.bool) return this.stmt.bind(at, toInt(rt, value), false);
    if (type === PARAM.lob && value instanceof PhpResource) return this.stmt.bind(at, yield* lobText(rt, value), true);
    return this.stmt.bind(at, toStr(rt, value), type === PARAM.lob);
  }

  *execute(): NativeCode<boolean> {
    if (!this.done) this.stmt.reset();
    this.done = false;
    const code = this.stmt.step();
    if (code === ROW) {
      this.ahead = true;
      this.readNames();
      return true;
    }
    this.done = true;
    if (code === DONE) {
      this.readNames();
      this.rowCount = this.driver.db.changes;
      this.stmt.reset();
      return true;
    }
    // a text without any statement cannot be stepped (SQLITE_MISUSE): PHP answers false without an error
    if (code !== 0) {
      this.stmt.reset();
      this.driver.fail();
    }
    return false;
  }

  private readNames(): void {
    this.columnNames = Array.from({ length: this.stmt.columnCount }, (_x, n) => this.stmt.columnName(n));
  }

  *fetch(): NativeCode<boolean> {
    if (this.ahead) {
      this.ahead = false;
      return true;
    }
    if (this.done) return false;
    const code = this.stmt.step();
    if (code === ROW) return true;
    this.done = true;
    if (code === DONE) this.stmt.reset();
    else {
      this.driver.fail();
      this.stmt.reset();
    }
    return false;
  }

  value(column: number): Zval {
    const v = this.stmt.column(column);
    return typeof v === 'object' && v !== null ? new PhpFloat(v.float) : v;
  }

  columnMeta(column: number): PhpArray | null {
    if (column >= this.columnNames.length) return null;
    const type = this.stmt.columnType(column);
    const meta = new PhpArray();
    meta.setStr('native_type', TYPE_NAMES[type] ?? '');
    meta.setStr('pdo_type', [0, PARAM.int, PARAM.str, PARAM.str, PARAM.str, PARAM.null][type] ?? PARAM.str);
    const declared = this.stmt.declaredType(column);
    if (declared !== null) meta.setStr('sqlite:decl_type', declared);
    const table = this.stmt.tableName(column);
    if (table !== null) meta.setStr('table', table);
    meta.setStr('flags', PhpArray.fromList(type === 4 ? ['blob'] : []));
    return meta;
  }

  readonly precision = (): readonly [number, number] => [-1, 0];

  *closeCursor(): NativeCode<boolean> {
    this.stmt.reset();
    this.done = true;
    this.ahead = false;
    return true;
  }

  readonly getAttribute = (attribute: number): Zval =>
    attribute === ATTR_READONLY_STATEMENT ? this.stmt.readOnly : undefined;

  free(): void {
    this.stmt.finalize();
  }
}

/** Opens `sqlite:<name>`. */
export function openSqlite(rt: Executor, port: SqlitePort, name: string, options: PhpArray | null): OpenedDriver {
  const flags = deref(options?.getInt(ATTR_OPEN_FLAGS));
  const chosen = flags === undefined || flags === null ? OPEN_READWRITE | OPEN_CREATE : Number(toInt(rt, flags));
  const opened = port.open(name, name.startsWith('file:') ? chosen | OPEN_URI : chosen);
  if ('code' in opened) return { sqlState: stateOf(opened.code), ...opened };
  return new SqliteDriver(rt, port, opened);
}
