/**
 * PDO's driver for MySQL and MariaDB. Values are written into the text unless PDO::ATTR_EMULATE_PREPARES is off.
 * Source: php-src 8.2 ext/pdo_mysql/mysql_driver.c, mysql_statement.c
 */
import { schedulerOf } from '../../coro/scheduler.ts';
import type { NativeCode } from '../../object/native-code.ts';
import { toInt, toStr } from '../../value/convert.ts';
import type { PhpArray } from '../../value/php-array.ts';
import { deref, type PhpInt, type Zval } from '../../value/zval.ts';
import type { DbError, MysqlConnection, MysqlOptions, MysqlResult, Pending } from '../../vm/db-ports.ts';
import type { Executor } from '../../vm/executor.ts';
import { answerOf } from '../db-answer.ts';
import { databasesOf } from '../db-host.ts';
import { escapeText } from '../mysql/values.ts';
import { ATTR } from './constants.ts';
import type { DriverError, OpenedDriver, PdoDriver, PdoStatementDriver } from './driver.ts';
import { pdoError } from './errors.ts';
import { boolValue } from './attributes.ts';
import { MysqlStatementDriver } from './mysql-statement.ts';

const ATTR_USE_BUFFERED_QUERY = 1000;
const ATTR_INIT_COMMAND = 1002;
const ATTR_FOUND_ROWS = 1005;
const ATTR_MULTI_STATEMENTS = 1013;
/** SWOOLE_HOOK_TCP */
const HOOK_TCP = 1 << 1;
const CLIENT_VERSION = 'mysqlnd 8.2.35';
/** PDO::PARAM_STR_NATL */
const NATIONAL = 0x40000000;

export class MysqlDriver implements PdoDriver {
  readonly name = 'mysql';
  error: DriverError | null = null;
  readonly rt: Executor;
  readonly connection: MysqlConnection;
  private readonly hostInfo: string;
  emulate = true;
  private buffered = true;
  private insertId: PhpInt = 0;
  private autocommit = true;

  constructor(rt: Executor, connection: MysqlConnection, hostInfo: string) {
    this.rt = rt;
    this.connection = connection;
    this.hostInfo = hostInfo;
  }

  fail(error: DbError): false {
    this.error = { sqlState: error.sqlState, code: error.code, message: error.message };
    return false;
  }

  /** Waits for an answer; null with the error noted. */
  *wait<T>(pending: Pending<T>): NativeCode<T | null> {
    const answer = yield* answerOf(this.rt, pending, 0, 'MySQL', blocksAll(this.rt));
    if (answer.error === null) return answer.value;
    this.fail(answer.error);
    return null;
  }

  /** Sends statements; their results, or null with the error noted. */
  *query(sql: string): NativeCode<readonly MysqlResult[] | null> {
    const results = yield* this.wait(this.connection.query(sql));
    this.note(results);
    return results;
  }

  note(results: readonly MysqlResult[] | null): void {
    for (const result of results ?? []) if (result.columns === null) this.insertId = result.insertId;
  }

  *prepare(sql: string, options: PhpArray | null): NativeCode<PdoStatementDriver | null> {
    const own = deref(options?.getInt(ATTR.emulatePrepares));
    const emulate = own === undefined ? this.emulate : Number(toInt(this.rt, own)) !== 0;
    if (emulate) return new MysqlStatementDriver(this, null, null);
    return yield* MysqlStatementDriver.prepared(this, sql);
  }

  *exec(sql: string): NativeCode<PhpInt | null> {
    const results = yield* this.query(sql);
    if (results === null) return null;
    return results[0]?.columns === null ? results[0].affectedRows : 0;
  }

  quote(text: string, type: number): string {
    const quoted = `'${escapeText(text)}'`;
    return (type & NATIONAL) !== 0 ? `N${quoted}` : quoted;
  }

  private *run(sql: string): NativeCode<boolean> {
    return (yield* this.query(sql)) !== null;
  }

  *begin(): NativeCode<boolean> {
    return yield* this.run('START TRANSACTION');
  }

  *commit(): NativeCode<boolean> {
    return yield* this.run('COMMIT');
  }

  *rollBack(): NativeCode<boolean> {
    return yield* this.run('ROLLBACK');
  }

  inTransaction(): boolean {
    return this.connection.inTransaction;
  }

  *lastInsertId(): NativeCode<string | null> {
    return String(this.insertId);
  }

  *getAttribute(attribute: number): NativeCode {
    if (attribute === ATTR.clientVersion) return CLIENT_VERSION;
    if (attribute === ATTR.serverVersion) return this.connection.serverVersion;
    if (attribute === ATTR.connectionStatus) return this.hostInfo;
    if (attribute === ATTR.serverInfo) return yield* this.serverInfo();
    if (attribute === ATTR.autocommit) return this.autocommit ? 1 : 0;
    if (attribute === ATTR.emulatePrepares) return this.emulate;
    if (attribute === ATTR.fetchTableNames) return false;
    if (attribute === ATTR_USE_BUFFERED_QUERY) return this.buffered ? 1 : 0;
    return undefined;
  }

  /** mysql_stat() */
  private *serverInfo(): NativeCode {
    const results = yield* this.query(
      "SHOW GLOBAL STATUS WHERE Variable_name IN ('Uptime','Threads_connected','Questions','Slow_queries','Opened_tables','Open_tables')",
    );
    const status = new Map((results?.[0]?.rows ?? []).map(([name, value]) => [name ?? '', value ?? '0']));
    const get = (name: string): string => status.get(name) ?? '0';
    const rate = Number(get('Questions')) / Math.max(1, Number(get('Uptime')));
    return `Uptime: ${get('Uptime')}  Threads: ${get('Threads_connected')}  Questions: ${get('Questions')}  Slow queries: ${get('Slow_queries')}  Opens: ${get('Opened_tables')}  Open tables: ${get('Open_tables')}  Queries per second avg: ${rate.toFixed(3)}`;
  }

  *setAttribute(attribute: number, value: Zval): NativeCode<boolean | null> {
    if (attribute === ATTR.emulatePrepares || attribute === ATTR_USE_BUFFERED_QUERY || attribute === ATTR.autocommit) {
      const on = boolValue(this.rt, value);
      if (on === null) return null;
      if (attribute === ATTR.emulatePrepares) this.emulate = on;
      else if (attribute === ATTR_USE_BUFFERED_QUERY) this.buffered = on;
      else if (on !== this.autocommit) {
        this.autocommit = on;
        return yield* this.run(`SET autocommit=${on ? 1 : 0}`);
      }
      return true;
    }
    // known to the constructor only
    return attribute === ATTR.fetchTableNames || attribute === ATTR.timeout;
  }

  close(): void {
    this.connection.close();
  }
}

/** Does the whole request wait, although a coroutine runs? */
export function blocksAll(rt: Executor): boolean {
  return (schedulerOf(rt).hookFlags & HOOK_TCP) === 0;
}

/** `host=...;port=...` */
function parseDsn(dsn: string): Map<string, string> {
  const pairs = dsn.split(';').map((part) => part.split(/=(.*)/s));
  return new Map(pairs.map(([name = '', value = '']) => [name.trim(), value.trim()]));
}

function optionsOf(
  rt: Executor,
  dsn: ReadonlyMap<string, string>,
  user: string | null,
  password: string | null,
  options: PhpArray | null,
): MysqlOptions {
  const flag = (attribute: number, otherwise: boolean): boolean => {
    const v = deref(options?.getInt(attribute));
    return v === undefined ? otherwise : Number(toInt(rt, v)) !== 0;
  };
  const timeout = deref(options?.getInt(ATTR.timeout));
  const host = dsn.get('host') ?? 'localhost';
  const local = host === 'localhost';
  return {
    host,
    port: Number(dsn.get('port') ?? 3306),
    socket: local ? (dsn.get('unix_socket') ?? (dsn.has('port') ? '' : '/run/mysqld/mysqld.sock')) : '',
    user: user ?? dsn.get('user') ?? '',
    password: password ?? dsn.get('password') ?? '',
    database: dsn.get('dbname') ?? '',
    charset: dsn.get('charset') ?? 'utf8mb4',
    timeout: timeout === undefined ? 30 : Number(toInt(rt, timeout)),
    foundRows: flag(ATTR_FOUND_ROWS, false),
    multipleStatements: flag(ATTR_MULTI_STATEMENTS, true),
  };
}

/** Connects to `mysql:<name>`. */
export function* openMysql(
  rt: Executor,
  name: string,
  user: string | null,
  password: string | null,
  options: PhpArray | null,
): NativeCode<OpenedDriver> {
  const chosen = optionsOf(rt, parseDsn(name), user, password, options);
  const pending = databasesOf(rt)?.mysql(chosen) ?? { missing: 'This host has no databases' };
  if ('missing' in pending) return pdoError(rt, pending.missing);
  const answer = yield* answerOf(rt, pending, chosen.timeout, 'MySQL', blocksAll(rt));
  if (answer.error !== null) return { ...answer.error, sqlState: 'HY000' };
  const info = chosen.socket === '' ? `${chosen.host} via TCP/IP` : 'Localhost via UNIX socket';
  const driver = new MysqlDriver(rt, answer.value, info);
  const command = deref(options?.getInt(ATTR_INIT_COMMAND));
  if (command !== undefined && (yield* driver.query(toStr(rt, command))) === null) {
    driver.close();
    return driver.error;
  }
  return driver;
}
