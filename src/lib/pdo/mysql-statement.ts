/**
 * Statements of PDO's driver for MySQL. Results are always read whole.
 * Source: php-src 8.2 ext/pdo_mysql/mysql_statement.c
 */
import type { NativeCode } from '../../object/native-code.ts';
import { toBool, toInt, toStr } from '../../value/convert.ts';
import { PhpArray } from '../../value/php-array.ts';
import { PhpFloat, type PhpInt, PhpResource, type Zval } from '../../value/zval.ts';
import type { MysqlParameter, MysqlResult, MysqlStatement } from '../../vm/db-ports.ts';
import { cellOf } from '../mysql/values.ts';
import { TYPE_NAMES } from '../mysql/type-names.ts';
import { CURSOR_SCROLL, PARAM, PARAM_TYPE_MASK } from './constants.ts';
import type { BoundParam, PdoStatementDriver } from './driver.ts';
import { lobText } from './lob.ts';
import type { MysqlDriver } from './mysql-driver.ts';
import { findPlaceholders, replacePlaceholders } from './parse-params.ts';

const FLAGS: readonly (readonly [number, string])[] = [
  [1, 'not_null'],
  [2, 'primary_key'],
  [8, 'multiple_key'],
  [4, 'unique_key'],
  [16, 'blob'],
];
const INT_TYPES: ReadonlySet<number> = new Set([1, 2, 3, 8, 9, 13, 16]);
/** PDO's own errors: they have no words of the server's. */
const MIXED = { sqlState: 'HY093', code: 0, message: 'mixed named and positional parameters', own: true };
const NOT_ALL_BOUND = { sqlState: 'HY093', code: 0, message: '' };

export class MysqlStatementDriver implements PdoStatementDriver {
  readonly placeholders: 'native' | 'emulated';
  readonly names: readonly string[] | null;
  rowCount: PhpInt = 0;
  columnNames: readonly string[] = [];
  private readonly driver: MysqlDriver;
  private readonly statement: MysqlStatement | null;
  private readonly values: MysqlParameter[] = [];
  private results: readonly MysqlResult[] = [];
  private at = 0;
  private row = -1;

  constructor(driver: MysqlDriver, statement: MysqlStatement | null, names: readonly string[] | null) {
    this.driver = driver;
    this.statement = statement;
    this.placeholders = statement === null ? 'emulated' : 'native';
    this.names = names;
  }

  /** Prepares on the server: names become question marks. */
  static *prepared(driver: MysqlDriver, sql: string): NativeCode<MysqlStatementDriver | null> {
    const found = findPlaceholders(sql);
    if (new Set(found.places.map(({ kind }) => kind)).size > 1) {
      driver.error = MIXED;
      return null;
    }
    const text = replacePlaceholders(sql, found, new Array<string>(found.places.length).fill('?'));
    const statement = yield* driver.wait(driver.connection.prepare(text));
    if (statement === null) return null;
    const names = found.places.map((place) => (place.kind === 'name' ? place.name : ''));
    return new MysqlStatementDriver(driver, statement, names);
  }

  *bind(param: BoundParam, value: Zval): NativeCode<boolean> {
    if (param.paramno < 0 || param.paramno >= (this.names?.length ?? 0)) {
      this.driver.error = NOT_ALL_BOUND;
      return false;
    }
    this.values[param.paramno] = yield* this.parameter(param.type & PARAM_TYPE_MASK, value);
    return true;
  }

  private *parameter(type: number, value: Zval): NativeCode<MysqlParameter> {
    const { rt } = this.driver;
    if (value === null || value === undefined || type === PARAM.null) return null;
    if (type === PARAM.lob && value instanceof PhpResource) return yield* lobText(rt, value);
    if (type === PARAM.int) return toInt(rt, value);
    if (type === PARAM.bool) return toBool(value) ? 1 : 0;
    return value instanceof PhpFloat ? { float: value.value } : toStr(rt, value);
  }

  *execute(sql: string): NativeCode<boolean> {
    const results =
      this.statement === null ? yield* this.driver.query(sql) : yield* this.executePrepared(this.statement);
    if (results === null) return false;
    this.results = results;
    this.at = -1;
    this.step();
    return true;
  }

  private *executePrepared(statement: MysqlStatement): NativeCode<readonly MysqlResult[] | null> {
    const { parameterCount } = statement;
    if (this.values.filter((v) => v !== undefined).length < parameterCount) {
      this.driver.error = NOT_ALL_BOUND;
      return null;
    }
    const results = yield* this.driver.wait(statement.execute(this.values));
    this.driver.note(results);
    return results;
  }

  private get current(): MysqlResult | null {
    return this.results[this.at] ?? null;
  }

  /** Goes on to the next result. */
  private step(): boolean {
    this.at++;
    this.row = -1;
    const { current } = this;
    this.columnNames = current?.columns?.map(({ name }) => name) ?? [];
    if (current !== null) this.rowCount = current.affectedRows;
    return current !== null;
  }

  *fetch(orientation: number, offset: number): NativeCode<boolean> {
    const count = this.current?.rows.length ?? 0;
    // results are in memory: what a scrolling cursor can do costs nothing
    const to =
      [this.row + 1, this.row - 1, 0, count - 1, offset, this.row + offset][orientation] ?? this.row + CURSOR_SCROLL;
    if (to < 0 || to >= count) {
      this.row = to < 0 ? -1 : count;
      return false;
    }
    this.row = to;
    return true;
  }

  value(column: number): Zval {
    const { current } = this;
    return cellOf(current?.rows[this.row]?.[column] ?? null, current?.columns?.[column], true);
  }

  columnMeta(column: number): PhpArray | null {
    const info = this.current?.columns?.[column];
    if (info === undefined) return null;
    const meta = new PhpArray();
    const type = TYPE_NAMES[info.type];
    if (type !== undefined) meta.setStr('native_type', type);
    meta.setStr('pdo_type', INT_TYPES.has(info.type) ? PARAM.int : PARAM.str);
    meta.setStr('flags', PhpArray.fromList(FLAGS.filter(([bit]) => (info.flags & bit) !== 0).map(([, name]) => name)));
    meta.setStr('table', info.table);
    return meta;
  }

  readonly precision = (column: number): readonly [number, number] => {
    const info = this.current?.columns?.[column];
    return [info?.length ?? -1, info?.decimals ?? 0];
  };

  readonly nextRowset = function* (this: MysqlStatementDriver): NativeCode<boolean> {
    return this.step();
  };

  *closeCursor(): NativeCode<boolean> {
    this.results = [];
    this.row = -1;
    return true;
  }

  readonly getAttribute = null;

  free(): void {
    this.statement?.close();
  }
}
