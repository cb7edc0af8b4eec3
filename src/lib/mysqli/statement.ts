/**
 * Prepared statements of mysqli: preparing and executing.
 * Source: php-src 8.2 ext/mysqli/mysqli_api.c (mysqli_stmt_execute, mysqli_stmt_bind_param)
 */
import type { NativeCode } from '../../object/native-code.ts';
import { toFloat, toInt, toStr } from '../../value/convert.ts';
import type { PhpArray } from '../../value/php-array.ts';
import type { PhpObject } from '../../value/php-object.ts';
import { addRef, deref, type Zval } from '../../value/zval.ts';
import type { MysqlParameter, MysqlResult } from '../../vm/db-ports.ts';
import type { Executor } from '../../vm/executor.ts';
import { fail, type Link, Statement, wait } from './state.ts';

/** CR_PARAMS_NOT_BOUND */
const NOT_BOUND = {
  code: 2031,
  sqlState: 'HY000',
  message: 'No data supplied for parameters in prepared statement',
};
const NOT_PREPARED = { code: 2030, sqlState: 'HY000', message: 'Statement not prepared' };

/** An object for a statement that is not prepared yet. */
export function newStatement(rt: Executor, owner: PhpObject, link: Link): PhpObject {
  const obj = rt.newObject(rt.classOf('mysqli_stmt'));
  obj.native = new Statement(addRef(owner), link);
  return obj;
}

/** Errors go to `holder`: the connection for mysqli::prepare(), the statement otherwise. */
export function* prepareStatement(
  rt: Executor,
  obj: PhpObject,
  sql: string,
  holder: { error: Link['error'] },
): NativeCode<boolean> {
  const stmt = obj.native as Statement;
  const { connection } = stmt.link;
  if (connection === null) return false;
  stmt.statement?.close();
  stmt.statement = null;
  stmt.queue = [];
  const made = yield* wait(rt, holder, connection.prepare(sql));
  stmt.statement = made;
  return made !== null;
}

/** A bound value as its type letter says. */
function parameter(rt: Executor, value: Zval, type: string): MysqlParameter {
  const v = deref(value);
  if (v === null || v === undefined) return null;
  if (type === 'i') return toInt(rt, v);
  return type === 'd' ? { float: toFloat(rt, v) } : toStr(rt, v);
}

/** Executes with what is bound; null after an error. */
export function* executeBound(rt: Executor, stmt: Statement): NativeCode<MysqlResult | null> {
  const count = stmt.statement?.parameterCount ?? 0;
  if (stmt.statement !== null && stmt.params.length < count) {
    fail(rt, stmt, NOT_BOUND);
    return null;
  }
  const values = stmt.params.map((ref, n) => stmt.longData.get(n) ?? parameter(rt, ref, stmt.types[n] ?? 's'));
  return yield* run(rt, stmt, values);
}

/** Executes with a list of values, all of them texts; `n`: which argument they are. */
export function* executeParams(
  rt: Executor,
  obj: PhpObject,
  params: PhpArray,
  n: number,
): NativeCode<MysqlResult | null> {
  const stmt = obj.native as Statement;
  const count = stmt.statement?.parameterCount ?? 0;
  if (!params.isList()) return rt.argumentValueError(n, 'must be a list array');
  if (params.count !== count) {
    return rt.argumentValueError(n, `must consist of exactly ${count} elements, ${params.count} present`);
  }
  const values: MysqlParameter[] = [];
  for (const v of params.valueList()) values.push(deref(v) === null ? null : yield* rt.toStringOf(deref(v)));
  return yield* run(rt, stmt, values);
}

function* run(rt: Executor, stmt: Statement, values: readonly MysqlParameter[]): NativeCode<MysqlResult | null> {
  if (stmt.statement === null) {
    fail(rt, stmt, NOT_PREPARED);
    return null;
  }
  stmt.queue = [];
  stmt.row = 0;
  stmt.stored = false;
  stmt.longData.clear();
  const results = yield* wait(rt, stmt, stmt.statement.execute(values));
  if (results === null) {
    stmt.affected = -1;
    stmt.link.error = stmt.error;
    return null;
  }
  stmt.queue = results;
  note(stmt);
  return results[0] ?? null;
}

/** What the current result says about the statement and its connection. */
export function note(stmt: Statement): void {
  const { current } = stmt;
  if (current === null) return;
  stmt.link.note(current);
  stmt.affected = current.columns === null ? current.affectedRows : -1;
  if (current.columns === null) stmt.insertId = current.insertId;
}
