/**
 * What Swoole\Coroutine\MySQL and its statements share: the connection, deferred answers, errors, results.
 * Source: swoole-src 4.8 ext-src/swoole_mysql_coro.cc
 */
import type { NativeCode } from '../../../object/native-code.ts';
import { normalizeKey } from '../../../value/array-key.ts';
import { PhpArray } from '../../../value/php-array.ts';
import type { PhpObject } from '../../../value/php-object.ts';
import type { PhpInt, Zval } from '../../../value/zval.ts';
import type { DbError, MysqlConnection, MysqlResult, MysqlStatement, Pending } from '../../../vm/db-ports.ts';
import type { Executor } from '../../../vm/executor.ts';
import { schedulerOf } from '../../../coro/scheduler.ts';
import { answerOf } from '../../db-answer.ts';
import { rowOf } from '../../mysql/values.ts';

/** CR_SERVER_GONE_ERROR */
export const GONE: DbError = { code: 2006, sqlState: 'HY000', message: 'MySQL server has gone away' };

/** An answer that has been asked for and not been taken. */
export interface Deferred {
  readonly pending: Pending<readonly MysqlResult[]> | Pending<MysqlStatement>;
  readonly kind: 'results' | 'statement';
  readonly seconds: number;
}

/** Rows that are still to be fetched, of the client or of a statement. */
export class Rows {
  results: MysqlResult[] = [];
  at = 0;

  get current(): MysqlResult | null {
    return this.results[0] ?? null;
  }
}

export class MysqlClient {
  connection: MysqlConnection | null = null;
  defer = false;
  waiting: Deferred | null = null;
  strict = false;
  fetchMode = false;
  readonly rows: Rows = new Rows();
}

export function setProp(rt: Executor, self: PhpObject, name: string, value: Zval): void {
  const slot = self.ce.propertiesInfoTable.findIndex((info) => info?.name === name);
  const old = self.props[slot];
  self.props[slot] = value;
  rt.releaseValue(old);
}

export function errorText(error: DbError): string {
  return `SQLSTATE[${error.sqlState}] [${error.code}] ${error.message}`;
}

/** Notes an error; false. */
export function fail(rt: Executor, self: PhpObject, error: DbError): false {
  setProp(rt, self, 'errno', error.code);
  setProp(rt, self, 'error', errorText(error));
  schedulerOf(rt).lastError = error.code;
  return false;
}

export function clear(rt: Executor, self: PhpObject): void {
  setProp(rt, self, 'errno', 0);
  setProp(rt, self, 'error', '');
}

/** Notes what a statement has changed. */
export function noteChanges(rt: Executor, self: PhpObject, affected: PhpInt, insertId: PhpInt): void {
  setProp(rt, self, 'affected_rows', affected);
  setProp(rt, self, 'insert_id', insertId);
}

function rowArray(result: MysqlResult, row: number, typed: boolean): PhpArray {
  const columns = result.columns ?? [];
  const cells = rowOf(result, row, typed);
  return PhpArray.fromEntries(columns.map(({ name }, n) => [normalizeKey(name), cells[n]] as const));
}

/** All rows that are left of the current result. */
export function takeAll(rows: Rows, typed: boolean): Zval {
  const result = rows.current;
  if (result === null || result.columns === null) return false;
  const all: Zval[] = [];
  while (rows.at < result.rows.length) all.push(rowArray(result, rows.at++, typed));
  return PhpArray.fromList(all);
}

export function takeOne(rows: Rows, typed: boolean): Zval {
  const result = rows.current;
  if (result === null || result.columns === null) return false;
  return rows.at < result.rows.length ? rowArray(result, rows.at++, typed) : null;
}

/** Goes on to the next result; what query() would answer for it. */
export function nextResult(rt: Executor, self: PhpObject, rows: Rows, fetchMode: boolean, typed: boolean): Zval {
  rows.results.shift();
  rows.at = 0;
  return rows.current === null ? null : present(rt, self, rows, fetchMode, typed);
}

/** What a result is to the program: rows, or true. */
export function present(rt: Executor, self: PhpObject, rows: Rows, fetchMode: boolean, typed: boolean): Zval {
  const result = rows.current;
  if (result === null) return true;
  if (result.columns !== null) return fetchMode ? true : takeAll(rows, typed);
  noteChanges(rt, self, result.affectedRows, result.insertId);
  return true;
}

/** Waits for results and notes the error when there is one; null then. */
export function* waitResults(
  rt: Executor,
  self: PhpObject,
  client: MysqlClient,
  pending: Pending<readonly MysqlResult[]>,
  seconds: number,
): NativeCode<readonly MysqlResult[] | null> {
  const answer = yield* answerOf(rt, pending, seconds, 'MySQL');
  if (answer.error === null) return answer.value;
  fail(rt, self, answer.error);
  if (!pending.done) client.connection?.close(); // its answer would be taken for that of another question
  return null;
}
