/** PDOStatement::fetchAll(). Source: php-src 8.2 ext/pdo/pdo_stmt.c */
import type { NativeCode } from '../../object/native-code.ts';
import type { Callable } from '../../object/runtime.ts';
import { debugTypeName } from '../../value/convert.ts';
import { PhpArray } from '../../value/php-array.ts';
import { deref, type Zval } from '../../value/zval.ts';
import type { Executor } from '../../vm/executor.ts';
import { FETCH } from './constants.ts';
import { clearError, handleError } from './errors.ts';
import { setClass, splitMode, verifyMode } from './fetch-mode.ts';
import { fetchRow } from './fetch.ts';
import type { StatementData } from './pdo-data.ts';

function wrongCount(rt: Executor, text: string, given: number): null {
  return rt.throwError('ArgumentCountError', `PDOStatement::fetchAll() expects ${text}, ${given} given`);
}

function wrongType(rt: Executor, n: number, type: string, v: Zval): null {
  return rt.throwError(
    'TypeError',
    `PDOStatement::fetchAll(): Argument #${n} must be of type ${type}, ${debugTypeName(v)} given`,
  );
}

function* classMode(rt: Executor, stmt: StatementData, args: readonly Zval[]): NativeCode<true | null> {
  if (args.length > 2) {
    return wrongCount(rt, 'at most 3 arguments for the fetch mode provided', args.length + 1);
  }
  const ctorArgs = (deref(args[1]) ?? null) as PhpArray | null;
  let name = 'stdClass';
  if (args.length > 0) {
    const given = deref(args[0]);
    if (typeof given !== 'string') return wrongType(rt, 2, 'string', given);
    name = given;
  }
  const ce = yield* rt.autoloadClass(name);
  if (ce === null) return rt.exception === null ? rt.throwError('Error', `Class "${name}" not found`) : null;
  return setClass(rt, stmt, ce, ctorArgs) ? true : null;
}

function functionMode(rt: Executor, args: readonly Zval[]): Callable | null {
  if (args.length !== 1) {
    return wrongCount(rt, `exactly 2 argument for PDO::FETCH_FUNC`, args.length + 1);
  }
  const error = { message: '' };
  return rt.resolveCallable(deref(args[0]), error) ?? rt.throwError('TypeError', error.message);
}

function columnMode(rt: Executor, stmt: StatementData, how: number, args: readonly Zval[]): true | null {
  if (args.length > 1) return wrongCount(rt, 'at most 2 arguments for the fetch mode provided', args.length + 1);
  if (args.length === 0) {
    stmt.fetchColumn = (how & FETCH.group) !== 0 ? -1 : 0;
    return true;
  }
  const column = deref(args[0]);
  if (typeof column !== 'number') return wrongType(rt, 2, 'int', column);
  if (column < 0) {
    return rt.throwError('ValueError', 'PDOStatement::fetchAll(): Argument #2 must be greater than or equal to 0');
  }
  stmt.fetchColumn = column;
  return true;
}

/** Makes the statement ready; the function of FETCH_FUNC, undefined for other modes, null after an exception. */
function* setUp(
  rt: Executor,
  stmt: StatementData,
  mode: number,
  args: readonly Zval[],
): NativeCode<Callable | null | undefined> {
  const [how, flags] = splitMode(mode);
  const third = deref(args[1]) ?? null;
  if (third !== null && !(third instanceof PhpArray)) return wrongType(rt, 3, '?array', third);
  if (how === FETCH.func) return functionMode(rt, args);
  if (how === FETCH.class) return (yield* classMode(rt, stmt, args)) === null ? null : undefined;
  if (how === FETCH.column) return columnMode(rt, stmt, flags, args) === null ? null : undefined;
  if (args.length === 0) return undefined;
  return wrongCount(rt, 'exactly 1 argument for the fetch mode provided', args.length + 1);
}

export function* fetchAll(rt: Executor, stmt: StatementData, mode: number, args: readonly Zval[]): NativeCode {
  if (!verifyMode(rt, stmt, mode, 1, true)) return false;
  const before = { fetchClass: stmt.fetchClass, fetchArgs: stmt.fetchArgs, fetchColumn: stmt.fetchColumn };
  const [how] = splitMode(mode);
  try {
    const callable = yield* setUp(rt, stmt, mode, args);
    if (callable === null) return false;
    const effective = how === FETCH.default ? mode | stmt.mode : mode;
    clearError(stmt.dbh, stmt);
    return yield* collect(rt, stmt, effective, callable ?? null);
  } finally {
    if (stmt.fetchArgs !== before.fetchArgs) rt.releaseValue(stmt.fetchArgs);
    Object.assign(stmt, before);
  }
}

function* collect(rt: Executor, stmt: StatementData, mode: number, callable: Callable | null): NativeCode {
  const result = new PhpArray();
  const grouped = (mode & FETCH.group) !== 0 || splitMode(mode)[0] === FETCH.keyPair;
  const plan = { mode, callable, all: grouped ? result : null };
  let whole = false;
  let count = 0;
  try {
    for (;;) {
      const row = yield* fetchRow(rt, stmt, plan);
      if (row === undefined) break;
      if (!grouped) result.append(row);
      count++;
    }
    if (count === 0) handleError(rt, stmt.dbh, stmt);
    whole = rt.exception === null;
  } finally {
    if (!whole) rt.releaseValue(result);
  }
  return whole ? result : null;
}
