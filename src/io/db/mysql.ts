/**
 * The MySQL port on mysql2. Strings are bytes: to the package the connection's encoding is latin1, in which a character is
 * a byte, whatever the server has been told by SET NAMES.
 */
import type {
  DbError,
  MysqlColumn,
  MysqlConnection,
  MysqlOptions,
  MysqlParameter,
  MysqlResult,
  MysqlStatement,
  Pending,
} from '../../vm/db-ports.ts';
import type { Closable, Hub } from '../net/hub.ts';
import type {
  CastField,
  DriverCell,
  DriverConnection,
  DriverDone,
  DriverError,
  DriverField,
  DriverHeader,
  DriverRows,
  DriverStatement,
  MysqlPackage,
} from './mysql-driver.ts';
import { PendingAnswer, utf8Bytes } from './pending.ts';

/** latin1_swedish_ci */
const LATIN1 = 8;
const STATUS_IN_TRANSACTION = 1;
const STATUS_AUTOCOMMIT = 2;
const TYPE_FLOAT = 4;
/** CR_CONNECTION_ERROR, CR_SERVER_GONE_ERROR */
const CANNOT_CONNECT = 2002;
const GONE_AWAY = 2006;

/** What the system says about failed connections. */
const SYSTEM_TEXTS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Connection refused',
  ENOENT: 'No such file or directory',
  ETIMEDOUT: 'Connection timed out',
  EHOSTUNREACH: 'No route to host',
  ENETUNREACH: 'Network is unreachable',
  ECONNRESET: 'Connection reset by peer',
  EACCES: 'Permission denied',
};

function toError(error: DriverError, connecting: boolean, host: string): DbError {
  if (error.sqlMessage !== undefined) {
    return { code: error.errno ?? 0, sqlState: error.sqlState ?? 'HY000', message: error.sqlMessage };
  }
  const code = error.code ?? '';
  if (!connecting) return { code: GONE_AWAY, sqlState: 'HY000', message: 'MySQL server has gone away' };
  const dns = `php_network_getaddresses: getaddrinfo for ${host} failed: Name or service not known`;
  const text = code === 'ENOTFOUND' || code === 'EAI_AGAIN' ? dns : (SYSTEM_TEXTS[code] ?? utf8Bytes(error.message));
  return { code: CANNOT_CONNECT, sqlState: 'HY000', message: text };
}

function toColumn(field: DriverField): MysqlColumn {
  return {
    name: utf8Bytes(field.name),
    originalName: utf8Bytes(field.orgName),
    table: utf8Bytes(field.table),
    originalTable: utf8Bytes(field.orgTable),
    database: utf8Bytes(field.schema),
    length: field.columnLength,
    charset: field.characterSet,
    flags: field.flags,
    type: field.columnType,
    decimals: field.decimals,
  };
}

/** The shortest decimal that is this number of 32 bits (mysql_float_to_double). */
function floatText(value: number): string {
  for (let digits = 6; digits < 9; digits++) {
    const text = String(Number(value.toPrecision(digits)));
    if (Math.fround(Number(text)) === value) return text;
  }
  return String(value);
}

function cellText(cell: DriverCell, field: DriverField | undefined): string | null {
  if (cell === null) return null;
  if (typeof cell === 'object') return cell.toString('latin1');
  if (typeof cell === 'number') return field?.columnType === TYPE_FLOAT ? floatText(cell) : String(cell);
  if (typeof cell === 'bigint') return String(cell);
  return field?.encoding === 'latin1' ? cell : utf8Bytes(cell);
}

function toInt(value: number | string): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : BigInt(value);
}

class NodeMysql implements MysqlConnection, Closable {
  openAt = -1;
  open = true;
  inTransaction = false;
  autocommit = true;
  private readonly hub: Hub;
  private readonly mysql: MysqlPackage;
  private readonly driver: DriverConnection;
  private readonly host: string;
  private lastStatement = 0;
  /** Questions under way. */
  private asked = 0;

  constructor(hub: Hub, mysql: MysqlPackage, driver: DriverConnection, host: string) {
    this.hub = hub;
    this.mysql = mysql;
    this.driver = driver;
    this.host = host;
    hub.open.add(this);
    // the package would follow SET NAMES
    Object.defineProperty(driver.config, 'charsetNumber', { get: () => LATIN1, set: () => {} });
    driver.on('error', () => this.lost());
    driver.on('end', () => this.lost());
  }

  private lost(): void {
    this.open = false;
    this.hub.open.delete(this);
  }

  get serverVersion(): string {
    return (this.driver._handshakePacket?.serverVersion ?? '').replace(/^5\.5\.5-(?=\d)/, '');
  }

  get threadId(): number {
    return this.driver.threadId ?? 0;
  }

  /** Answers a question; one that is asked of a closed connection fails. */
  ask<T>(start: (done: (error: DriverError | null | undefined, value: () => T) => void) => void): Pending<T> {
    const pending = new PendingAnswer<T>(this.hub);
    if (!this.open) {
      pending.reject({ code: GONE_AWAY, sqlState: 'HY000', message: 'MySQL server has gone away' });
      return pending;
    }
    this.asked++;
    start((error, value) => {
      this.asked--;
      if (error !== null && error !== undefined) pending.reject(toError(error, false, this.host));
      else pending.resolve(value());
    });
    return pending;
  }

  query(sql: string): Pending<readonly MysqlResult[]> {
    const typeCast = (field: CastField): string | null => field.buffer()?.toString('latin1') ?? null;
    return this.ask((done) => this.driver.query({ sql, typeCast }, this.collect(done, true)));
  }

  /** Turns the package's answer to a query into results; `raw`: cells of texts are bytes already. */
  collect(done: (error: DriverError | null, value: () => readonly MysqlResult[]) => void, raw: boolean): DriverDone {
    return (error, rows, fields) => done(error, () => this.results(rows, fields, raw));
  }

  private results(rows: unknown, fields: unknown, raw: boolean): readonly MysqlResult[] {
    const several = Array.isArray(fields) && fields.some((one) => one === undefined || Array.isArray(one));
    if (!several) return [this.result(rows, fields, raw)];
    return (rows as readonly unknown[]).map((one, n) => this.result(one, (fields as readonly unknown[])[n], raw));
  }

  private result(rows: unknown, fields: unknown, raw: boolean): MysqlResult {
    if (fields === undefined || fields === null) return this.header(rows as DriverHeader);
    const list = fields as readonly DriverField[];
    return {
      columns: list.map(toColumn),
      rows: (rows as DriverRows).map((row) =>
        row.map((cell, n) => (typeof cell === 'string' && raw ? cell : cellText(cell, list[n]))),
      ),
      affectedRows: (rows as DriverRows).length,
      insertId: 0,
      warnings: 0,
      info: '',
    };
  }

  private header(header: DriverHeader): MysqlResult {
    this.inTransaction = (header.serverStatus & STATUS_IN_TRANSACTION) !== 0;
    this.autocommit = (header.serverStatus & STATUS_AUTOCOMMIT) !== 0;
    return {
      columns: null,
      rows: [],
      affectedRows: toInt(header.affectedRows),
      insertId: toInt(header.insertId),
      warnings: header.warningStatus,
      info: header.info,
    };
  }

  prepare(sql: string): Pending<MysqlStatement> {
    return this.ask((done) => {
      // the package shares statements of the same text: this one is not to be found by another
      const nestTables = `statement ${++this.lastStatement}`;
      this.driver.prepare({ sql, nestTables }, (error, statement) => {
        done(error, () => new NodeStatement(this, this.mysql, statement));
      });
    });
  }

  ping(): Pending<true> {
    return this.ask((done) => this.driver.ping((error) => done(error, () => true)));
  }

  changeUser(user: string, password: string, database: string): Pending<true> {
    return this.ask((done) => this.driver.changeUser({ user, password, database }, (error) => done(error, () => true)));
  }

  close(): void {
    if (!this.open) return;
    this.lost();
    // a server that is still busy would be waited for
    if (this.asked > 0 || this.driver.threadId === null) this.driver.destroy();
    else this.driver.end(() => this.driver.destroy());
  }
}

class NodeStatement implements MysqlStatement {
  readonly parameterCount: number;
  readonly columns: readonly MysqlColumn[];
  private readonly connection: NodeMysql;
  private readonly mysql: MysqlPackage;
  private readonly driver: DriverStatement;

  constructor(connection: NodeMysql, mysql: MysqlPackage, driver: DriverStatement) {
    this.connection = connection;
    this.mysql = mysql;
    this.driver = driver;
    this.parameterCount = driver.parameters.length;
    this.columns = driver.columns.map(toColumn);
  }

  execute(values: readonly MysqlParameter[]): Pending<readonly MysqlResult[]> {
    const sent = values.map((value) => this.parameter(value));
    return this.connection.ask((done) => {
      this.driver.execute(sent, this.connection.collect(done, false));
    });
  }

  private parameter(value: MysqlParameter): unknown {
    if (typeof value === 'number' || typeof value === 'bigint') {
      return this.mysql.TypedParameter['LONGLONG']?.(value) ?? String(value);
    }
    return typeof value === 'object' && value !== null ? value.float : value;
  }

  close(): void {
    if (this.connection.open) this.driver.close();
  }
}

/** Connects; the pending answer comes with an open connection. */
export function connectMysql(hub: Hub, mysql: MysqlPackage, options: MysqlOptions): Pending<MysqlConnection> {
  const pending = new PendingAnswer<MysqlConnection>(hub);
  const flags = options.foundRows ? ['+FOUND_ROWS'] : ['-FOUND_ROWS'];
  const driver = mysql.createConnection({
    ...(options.socket === '' ? { host: options.host, port: options.port } : { socketPath: options.socket }),
    user: options.user,
    password: options.password,
    ...(options.database === '' ? {} : { database: options.database }),
    charsetNumber: LATIN1,
    flags,
    multipleStatements: options.multipleStatements,
    rowsAsArray: true,
    supportBigNumbers: true,
    bigNumberStrings: true,
    dateStrings: true,
    jsonStrings: true,
    ...(options.timeout > 0 ? { connectTimeout: options.timeout * 1000 } : { connectTimeout: 0 }),
  });
  const connection = new NodeMysql(hub, mysql, driver, options.host);
  pending.abandon = () => connection.close();
  driver.on('error', (error) => pending.reject(toError(error, true, options.host)));
  driver.on('connect', () => {
    const names = connection.query(`SET NAMES ${options.charset.replace(/\W/g, '')}`);
    names.listeners.add(() => {
      if (names.error === null) pending.resolve(connection);
      else pending.reject(names.error);
    });
  });
  return pending;
}
