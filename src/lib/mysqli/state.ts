/**
 * What mysqli's objects keep, and how mysqli reports errors.
 * Source: php-src 8.2 ext/mysqli/php_mysqli_structs.h, mysqli_exception.c, mysqli_report.c
 */
import { E_WARNING } from '../../base/diagnostics.ts';
import type { NativeCode } from '../../object/native-code.ts';
import { PhpArray } from '../../value/php-array.ts';
import type { PhpObject } from '../../value/php-object.ts';
import type { PhpInt, PhpReference, Zval } from '../../value/zval.ts';
import type { DbError, MysqlConnection, MysqlResult, MysqlStatement, Pending } from '../../vm/db-ports.ts';
import { createException } from '../../vm/exceptions.ts';
import type { Executor } from '../../vm/executor.ts';
import { answerOf } from '../db-answer.ts';
import { blocksAll } from '../pdo/mysql-driver.ts';
import { runningName } from '../swoole/support.ts';

export const REPORT_ERROR = 1;
export const REPORT_STRICT = 2;
export const NO_ERROR: DbError = { code: 0, sqlState: '00000', message: '' };

/** MyG: what belongs to the extension rather than to a connection. */
export interface Globals {
  reportMode: number;
  connectError: DbError;
}

export function globalsOf(rt: Executor): Globals {
  return rt.moduleState('mysqli', () => ({ reportMode: REPORT_ERROR | REPORT_STRICT, connectError: NO_ERROR }));
}

export class Link {
  connection: MysqlConnection | null = null;
  closed = false;
  error: DbError = NO_ERROR;
  affected: PhpInt = 0;
  insertId: PhpInt = 0;
  info: string | null = null;
  fieldCount = 0;
  warnings = 0;
  charset = 'utf8mb4';
  hostInfo = '';
  /** MYSQLI_OPT_* by number. */
  readonly options: Map<number, Zval> = new Map();
  /** Results of real_query() and multi_query() that have not been taken; the first is the current one. */
  results: readonly MysqlResult[] = [];
  /** MYSQLI_ASYNC's question. */
  pending: Pending<readonly MysqlResult[]> | null = null;

  /** Notes what a result says about the statement. */
  note(result: MysqlResult | undefined): void {
    if (result === undefined) return;
    this.fieldCount = result.columns?.length ?? 0;
    this.affected = result.affectedRows;
    this.warnings = result.warnings;
    this.info = result.info === '' ? null : result.info;
    if (result.columns === null) this.insertId = result.insertId;
  }
}

export class ResultData {
  readonly result: MysqlResult;
  readonly typed: boolean;
  /** MYSQLI_STORE_RESULT or MYSQLI_USE_RESULT. */
  readonly type: number;
  row = 0;
  field = 0;
  lengths: readonly number[] | null = null;
  constructor(result: MysqlResult, typed: boolean, type: number) {
    this.result = result;
    this.typed = typed;
    this.type = type;
  }
}

export class Statement {
  /** The mysqli object, owned. */
  readonly owner: PhpObject;
  readonly link: Link;
  statement: MysqlStatement | null = null;
  error: DbError = NO_ERROR;
  types = '';
  /** Bound variables, owned. */
  params: PhpReference[] = [];
  results: PhpReference[] = [];
  readonly longData: Map<number, string> = new Map();
  readonly attributes: Map<number, number> = new Map();
  queue: readonly MysqlResult[] = [];
  row = 0;
  stored = false;
  affected: PhpInt = 0;
  insertId: PhpInt = 0;
  constructor(owner: PhpObject, link: Link) {
    this.owner = owner;
    this.link = link;
  }

  get current(): MysqlResult | null {
    return this.queue[0] ?? null;
  }
}

/** What a closed object keeps. */
const CLOSED = Symbol('closed');

export function markClosed(obj: PhpObject): void {
  obj.native = CLOSED;
}

/** The state of an object; null after an Error. */
export function stateOf<T>(rt: Executor, obj: PhpObject, kind: new (...args: never[]) => T): T | null {
  const { native } = obj;
  if (native instanceof kind && !(native instanceof Link && native.closed)) return native;
  const what = native === CLOSED || native instanceof Link ? 'is already closed' : 'is not fully initialized';
  return rt.throwError('Error', `${obj.ce.name} object ${what}`);
}

/** The state of a connected mysqli object; null after an Error. */
export function linkOf(rt: Executor, obj: PhpObject): (Link & { connection: MysqlConnection }) | null {
  const link = stateOf(rt, obj, Link);
  if (link === null) return null;
  if (link.connection === null) {
    return rt.throwError('Error', `${obj.ce.name} object is not fully initialized`);
  }
  return link as Link & { connection: MysqlConnection };
}

/** php_mysqli_throw_sql_exception: an exception, or a warning when exceptions are off. */
export function throwOrWarn(rt: Executor, error: DbError): void {
  const { code, sqlState, message } = error;
  if ((globalsOf(rt).reportMode & REPORT_STRICT) === 0) {
    rt.error(E_WARNING, `${runningName(rt)}(): (${sqlState}/${code}): ${message}`);
    return;
  }
  const exception = createException(rt, rt.classOf('mysqli_sql_exception'), message, code);
  exception.props[exception.ce.propertiesInfoTable.findIndex((info) => info?.name === 'sqlstate')] = sqlState;
  rt.throwObject(exception);
}

/** Notes an error where it belongs and reports it by the report mode. Answers false. */
export function fail(rt: Executor, holder: { error: DbError }, error: DbError): false {
  holder.error = error;
  if ((globalsOf(rt).reportMode & REPORT_ERROR) !== 0) throwOrWarn(rt, error);
  return false;
}

/** Waits for an answer; null when an error has been noted and reported. */
export function* wait<T>(rt: Executor, holder: { error: DbError }, pending: Pending<T>): NativeCode<T | null> {
  const answer = yield* answerOf(rt, pending, 0, 'MySQL', blocksAll(rt));
  if (answer.error !== null) {
    fail(rt, holder, answer.error);
    return null;
  }
  holder.error = NO_ERROR;
  return answer.value;
}

/** error_list */
export function errorList(error: DbError): PhpArray {
  if (error.code === 0) return new PhpArray();
  return PhpArray.fromList([
    PhpArray.fromEntries([
      ['errno', error.code],
      ['sqlstate', error.sqlState],
      ['error', error.message],
    ]),
  ]);
}
