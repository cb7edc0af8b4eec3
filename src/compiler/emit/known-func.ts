/**
 * Functions that are known while a call to them is compiled (zend_function *fbc): internal ones, and user functions of
 * the same file that are compiled already.
 * Source: php-src 8.2 Zend/zend_compile.c, Zend/zend_compile.h (ARG_SHOULD_BE_SENT_BY_REF), zend_execute.h
 */
import { CALL_FRAME_SLOT, type OpArray } from '../../bytecode/op-array.ts';
import { ZEND_SEND_BY_REF, ZEND_SEND_BY_VAL, ZEND_SEND_PREFER_REF } from '../../bytecode/operand-flags.ts';
import { ACC_DONE_PASS_TWO, ACC_VARIADIC } from '../../bytecode/type-flags.ts';
import type { Compiler, HostFunctionInfo } from './context.ts';

/** A callee: exactly one of the fields is set. */
export interface KnownFunc {
  readonly user: OpArray | null;
  readonly internal: HostFunctionInfo | null;
}

/** The function of that lower-cased name: this file's first, then internal ones; null when unknown. */
export function findFunction(c: Compiler, lcName: string): KnownFunc | null {
  const user = c.script.functions.get(lcName);
  if (user !== undefined) return { user, internal: null };
  const internal = c.host.functionInfo(lcName);
  return internal === null ? null : { user: null, internal };
}

/** fbc_is_finalized: only a compiled function's frame size is known. */
export function isFinalized(fbc: KnownFunc): boolean {
  return fbc.user === null || (fbc.user.fnFlags & ACC_DONE_PASS_TWO) !== 0;
}

/** Whether surplus arguments go into a `...$rest` parameter. */
export function isVariadic(fbc: KnownFunc): boolean {
  return fbc.user === null ? fbc.internal?.variadic === true : (fbc.user.fnFlags & ACC_VARIADIC) !== 0;
}

/** How argument `argNum` (from 1) is sent: ZEND_SEND_BY_VAL, BY_REF or PREFER_REF. */
export function argSendMode(fbc: KnownFunc, argNum: number): number {
  if (fbc.internal !== null) return fbc.internal.argModes[argNum - 1] ?? fbc.internal.variadicMode;
  const user = fbc.user;
  if (user === null) return ZEND_SEND_BY_VAL;
  let arg = user.argInfo[argNum - 1];
  if (arg === undefined && isVariadic(fbc)) arg = user.argInfo[user.argInfo.length - 1];
  return arg?.byRef === true ? ZEND_SEND_BY_REF : ZEND_SEND_BY_VAL;
}

/** ARG_MUST_BE_SENT_BY_REF */
export function argMustBeSentByRef(fbc: KnownFunc, argNum: number): boolean {
  return argSendMode(fbc, argNum) === ZEND_SEND_BY_REF;
}

/** ARG_MAY_BE_SENT_BY_REF */
export function argMayBeSentByRef(fbc: KnownFunc, argNum: number): boolean {
  return argSendMode(fbc, argNum) === ZEND_SEND_PREFER_REF;
}

/** ARG_SHOULD_BE_SENT_BY_REF */
export function argShouldBeSentByRef(fbc: KnownFunc, argNum: number): boolean {
  return argSendMode(fbc, argNum) !== ZEND_SEND_BY_VAL;
}

/** zend_get_arg_num: the number of the parameter of that name (from 1), -1 when it has none. */
export function getArgNum(fbc: KnownFunc, name: string): number {
  const names =
    fbc.user === null ? (fbc.internal?.argNames ?? []) : fbc.user.argInfo.slice(0, fbc.user.numArgs).map((a) => a.name);
  const i = names.indexOf(name);
  return i < 0 ? -1 : i + 1;
}

/** zend_vm_calc_used_stack: bytes of the callee's frame when called with `numArgs` arguments. */
export function calcUsedStack(numArgs: number, fbc: KnownFunc): number {
  let slots = CALL_FRAME_SLOT + numArgs;
  if (fbc.user !== null) slots += fbc.user.vars.length + fbc.user.T - Math.min(fbc.user.numArgs, numArgs);
  return slots * 16;
}
