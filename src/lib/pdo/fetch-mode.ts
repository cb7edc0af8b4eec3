/**
 * Checking and setting fetch modes.
 * Source: php-src 8.2 ext/pdo/pdo_stmt.c (pdo_stmt_verify_mode, pdo_stmt_setup_fetch_mode)
 */
import type { ClassEntry } from '../../object/class-entry.ts';
import type { NativeCode } from '../../object/native-code.ts';
import { debugTypeName } from '../../value/convert.ts';
import { PhpArray } from '../../value/php-array.ts';
import { PhpObject } from '../../value/php-object.ts';
import { addRef, deref, type Zval } from '../../value/zval.ts';
import type { Executor } from '../../vm/executor.ts';
import { runningName } from '../swoole/support.ts';
import { FETCH, FETCH_FLAGS, FETCH_MAX } from './constants.ts';
import type { StatementData } from './pdo-data.ts';

const SIMPLE: ReadonlySet<number> = new Set([
  FETCH.default,
  FETCH.lazy,
  FETCH.assoc,
  FETCH.num,
  FETCH.both,
  FETCH.obj,
  FETCH.bound,
  FETCH.named,
  FETCH.keyPair,
]);

/** The flags of a mode, and the mode without them. */
export function splitMode(mode: number): readonly [how: number, flags: number] {
  return [mode & ~FETCH_FLAGS, mode & FETCH_FLAGS];
}

/** False after an exception; `n`: which argument the mode is. */
export function verifyMode(rt: Executor, stmt: StatementData, mode: number, n: number, all: boolean): boolean {
  const [asked] = splitMode(mode);
  if (asked < 0 || asked > FETCH_MAX) {
    rt.argumentValueError(n, 'must be a bitmask of PDO::FETCH_* constants');
    return false;
  }
  const [how, flags] = splitMode(asked === FETCH.default ? stmt.mode : mode);
  if (how === FETCH.func) {
    if (!all) rt.throwError('ValueError', 'Can only use PDO::FETCH_FUNC in PDOStatement::fetchAll()');
    return all;
  }
  if (how === FETCH.class) return true;
  let wrong: string | null = null;
  if (how === FETCH.lazy && all) wrong = 'cannot be PDO::FETCH_LAZY in PDOStatement::fetchAll()';
  else if ((flags & FETCH.serialize) !== 0) wrong = 'must use PDO::FETCH_SERIALIZE with PDO::FETCH_CLASS';
  else if ((flags & FETCH.classType) !== 0) wrong = 'must use PDO::FETCH_CLASSTYPE with PDO::FETCH_CLASS';
  else if (how >= FETCH_MAX) wrong = 'must be a bitmask of PDO::FETCH_* constants';
  if (wrong === null) return true;
  rt.argumentValueError(n, wrong);
  return false;
}

/** Forgets class, arguments and object of the mode before. */
export function resetMode(rt: Executor, stmt: StatementData): void {
  const { fetchArgs, into } = stmt;
  stmt.fetchArgs = null;
  stmt.into = null;
  rt.releaseValue(fetchArgs);
  rt.releaseValue(into);
}

function wrongCount(rt: Executor, how: 'exactly' | 'at least' | 'at most', expected: number, given: number): false {
  const text = `${runningName(rt)}() expects ${how} ${expected} arguments for the fetch mode provided, ${given} given`;
  rt.throwError('ArgumentCountError', text);
  return false;
}

function wrongType(rt: Executor, n: number, type: string, v: Zval): false {
  rt.argumentTypeError(n, `must be of type ${type}, ${debugTypeName(v)} given`);
  return false;
}

/** `args` are what follows the mode, which is argument number `n`. */
export function* setupMode(
  rt: Executor,
  stmt: StatementData,
  mode: number,
  args: readonly Zval[],
  n: number,
): NativeCode<boolean> {
  resetMode(rt, stmt);
  stmt.mode = FETCH.both;
  if (!verifyMode(rt, stmt, mode, n, false)) return false;
  const [how, flags] = splitMode(mode);
  const given = args.length + n;
  const first = deref(args[0]);
  if (SIMPLE.has(how)) {
    if (args.length > 0) return wrongCount(rt, 'exactly', n, given);
  } else if (how === FETCH.column) {
    if (args.length !== 1) return wrongCount(rt, 'exactly', n + 1, given);
    if (typeof first !== 'number') return wrongType(rt, n + 1, 'int', first);
    if (first < 0) return rt.argumentValueError(n + 1, 'must be greater than or equal to 0') ?? false;
    stmt.fetchColumn = first;
  } else if (how === FETCH.into) {
    if (args.length !== 1) return wrongCount(rt, 'exactly', n + 1, given);
    if (!(first instanceof PhpObject)) return wrongType(rt, n + 1, 'object', first);
    stmt.into = addRef(first);
  } else if (how === FETCH.class) {
    if (!(yield* setupClass(rt, stmt, flags, args, n))) return false;
  } else {
    rt.argumentValueError(n, 'must be one of the PDO::FETCH_* constants');
    return false;
  }
  stmt.mode = mode;
  return true;
}

function* setupClass(
  rt: Executor,
  stmt: StatementData,
  flags: number,
  args: readonly Zval[],
  n: number,
): NativeCode<boolean> {
  const given = args.length + n;
  if ((flags & FETCH.classType) !== 0) {
    if (args.length > 0) return wrongCount(rt, 'exactly', n, given);
    stmt.fetchClass = null;
    return true;
  }
  if (args.length === 0) return wrongCount(rt, 'at least', n + 1, given);
  if (args.length > 2) return wrongCount(rt, 'at most', n + 2, given);
  const name = deref(args[0]);
  if (typeof name !== 'string') return wrongType(rt, n + 1, 'string', name);
  const ce = yield* rt.autoloadClass(name);
  if (ce === null) {
    if (rt.exception === null) rt.argumentTypeError(n + 1, 'must be a valid class');
    return false;
  }
  const ctorArgs = deref(args[1]) ?? null;
  if (ctorArgs !== null && !(ctorArgs instanceof PhpArray)) return wrongType(rt, n + 2, '?array', ctorArgs);
  return setClass(rt, stmt, ce, ctorArgs);
}

/** The class that rows become objects of, and what its constructor gets. */
export function setClass(rt: Executor, stmt: StatementData, ce: ClassEntry, args: PhpArray | null): boolean {
  const wanted = args === null || args.count === 0 ? null : args;
  stmt.fetchClass = ce;
  stmt.fetchArgs = addRef(wanted);
  if (wanted === null || ce.magic.constructor_ !== null) return true;
  rt.throwError('Error', 'User-supplied statement does not accept constructor arguments');
  return false;
}
