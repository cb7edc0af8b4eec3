/**
 * What a handler tells the dispatch loop, and how native code gets going.
 */
import type { NativeCode } from '../object/native-code.ts';
import type { Zval } from '../value/zval.ts';
import type { ExecuteData } from './execute-data.ts';
import type { Executor } from './executor.ts';

/** A handler returns the number of the opline to go on with (>= 0), or one of these. */
/** Another frame became current: run it from its `opline`. */
export const ENTER = -1;
/** The current frame changed and its `opline` is a call that has just completed: go on behind it. */
export const LEAVE = -2;
/** Native code is to be resumed or an exception is to be handled: look at the executor's state. */
export const RELOAD = -3;

/**
 * Starts the slow half of the current opline of `ex`: native code whose result is the next opline number (or ENTER,
 * LEAVE, RELOAD). Handlers end with `return startOplineCode(vm, ex, slowHalf(vm, ex, op))`.
 */
export function startOplineCode(vm: Executor, ex: ExecuteData, code: NativeCode<number>): number {
  ex.native = { code, kind: 'opline', catches: false, prev: ex.native };
  vm.currentExecuteData = ex;
  vm.nativeReturn = undefined;
  vm.nativePending = true;
  return RELOAD;
}

/** Makes `code` the body of the internal function frame `call`, the current frame. */
export function startCallCode(vm: Executor, call: ExecuteData, code: NativeCode): number {
  call.native = { code, kind: 'call', catches: false, prev: call.native };
  vm.nativeReturn = undefined;
  vm.nativePending = true;
  return RELOAD;
}

/** The frame entered from native code returned `value`: hands it to that code. `prev` is the frame the code runs on. */
export function returnToNative(vm: Executor, prev: ExecuteData, value: Zval): number {
  vm.currentExecuteData = prev;
  vm.nativeReturn = value;
  vm.nativePending = true;
  return RELOAD;
}
