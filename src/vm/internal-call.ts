/**
 * Calling internal functions: arguments to JS values, the call, the result to whoever waits for it.
 * Source: php-src Zend/zend_vm_def.h (ZEND_DO_ICALL), zend_API.c
 */
import { CALL_FRAME_SLOT } from '../bytecode/op-array.ts';
import { ACC_DEPRECATED, ACC_STATIC } from '../bytecode/type-flags.ts';
import { E_DEPRECATED } from '../base/diagnostics.ts';
import { type NativeCode, SUSPENDED } from '../object/native-code.ts';
import { PhpArray } from '../value/php-array.ts';
import { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { PhpFloat, type Zval } from '../value/zval.ts';
import { bindArguments, bindArgumentsSlow, NEEDS_USER_CODE } from './bind-arguments.ts';
import { runDeferredThen } from './deferred-run.ts';
import { CALL_CLOSURE, CALL_RELEASE_THIS, CALL_TOP, type ExecuteData } from './execute-data.ts';
import type { Executor } from './executor.ts';
import { LEAVE, RELOAD, returnToNative, runAtOnce, startCallCode } from './flow.ts';
import { freeArgs, freeCallFrame, recyclePlainFrame } from './frame.ts';
import type { InternalFunction } from './internal-function.ts';
import { callQuickly, NOT_QUICK } from './quick-arguments.ts';
import { callName } from './named-args.ts';

/** Runs the internal function of `call`, whose arguments are complete and whose `prev` is its caller. */
export function startInternalCall(vm: Executor, call: ExecuteData): number {
  const func = call.func as InternalFunction;
  vm.currentExecuteData = call;
  if ((func.fnFlags & ACC_DEPRECATED) !== 0) {
    vm.error(E_DEPRECATED, `${func.scope === null ? 'Function' : 'Method'} ${callName(func)}() is deprecated`);
  }
  const quick = callQuickly(vm, func, call);
  if (quick === NOT_QUICK) return callGenerally(vm, func, call);
  return answerCall(vm, call, quick);
}

/**
 * The same from the loop, for a call that `ex` has prepared: where the function answers with a value and nothing else comes up, `ex`
 * goes on with its next opline, without a way through the loop's leaving of frames.
 */
export function callInternal(vm: Executor, ex: ExecuteData, call: ExecuteData): number {
  const func = call.func as InternalFunction;
  if (call.callInfo !== 0 || call.extras !== null || (func.fnFlags & ACC_DEPRECATED) !== 0) {
    return startInternalCall(vm, call);
  }
  vm.currentExecuteData = call;
  const quick = callQuickly(vm, func, call);
  if (quick === NOT_QUICK) return callGenerally(vm, func, call);
  if (vm.deferred.length > 0 || vm.exception !== null || isNativeCode(quick)) return answerCall(vm, call, quick);
  finishPlainCall(vm, call, quick);
  return ex.opline + 1;
}

function callGenerally(vm: Executor, func: InternalFunction, call: ExecuteData): number {
  const args = bindArguments(vm, func, call);
  if (args === NEEDS_USER_CODE) return startCallCode(vm, call, bindThenRun(vm, func, call));
  if (args === null) return finishInternalCall(vm, call, null);
  return answerCall(vm, call, invoke(vm, func, call, args));
}

/** Behind what the implementation of frame `call` has answered. */
export function answerCall(vm: Executor, call: ExecuteData, result: Zval | NativeCode): number {
  if (result === SUSPENDED) return vm.switchFlow;
  if (!isNativeCode(result)) return finishInternalCall(vm, call, result);
  const { atOnce } = call.func as InternalFunction;
  const mayStart = !vm.attention && (atOnce || vm.jit !== null);
  return mayStart ? runAtOnce(vm, call, result, 'call', finishInternalCall) : startCallCode(vm, call, result);
}

function* bindThenRun(vm: Executor, func: InternalFunction, call: ExecuteData): NativeCode {
  const args = yield* bindArgumentsSlow(vm, func, call);
  if (args === null || vm.exception !== null) return null;
  const result = invoke(vm, func, call, args);
  return isNativeCode(result) ? yield* result : result;
}

type AnyImpl = (...args: unknown[]) => Zval | NativeCode;

function invoke(vm: Executor, func: InternalFunction, call: ExecuteData, args: unknown[]): Zval | NativeCode {
  const impl = func.impl as AnyImpl | null;
  if (impl === null)
    return vm.throwError('Error', `Cannot call abstract method ${func.scope?.name}::${func.functionName}()`);
  if (func.scope === null) {
    if (args.length === 1) return impl(vm, args[0]);
    return args.length === 2 ? impl(vm, args[0], args[1]) : impl(vm, ...args);
  }
  const self = (func.fnFlags & ACC_STATIC) !== 0 ? call.calledScope : call.thisObject;
  switch (args.length) {
    case 0:
      return impl(vm, self);
    case 1:
      return impl(vm, self, args[0]);
    case 2:
      return impl(vm, self, args[0], args[1]);
    default:
      return impl(vm, self, ...args);
  }
}

/** What every generator object inherits from. */
const GENERATORS: object = Object.getPrototypeOf(Object.getPrototypeOf(SUSPENDED));

/** True when a builtin answered with code to drive instead of a value. */
export function isNativeCode(v: unknown): v is NativeCode {
  if (typeof v !== 'object' || v === null) return false;
  if (v instanceof PhpFloat || v instanceof PhpArray || v instanceof PhpObject) return false;
  return GENERATORS.isPrototypeOf(v);
}

/** The function is done (or raised an exception): frees its frame, delivers the result. */
export function finishInternalCall(vm: Executor, call: ExecuteData, result: Zval): number {
  // Error handlers and destructors that came up inside see the internal function's frame in their backtraces.
  if (vm.deferred.length > 0 && vm.exception === null) return startCallCode(vm, call, runDeferredThen(vm, result));
  const prev = call.prev as ExecuteData;
  const top = (call.callInfo & CALL_TOP) !== 0;
  const slot = call.returnSlot;
  popInternalFrame(vm, call);
  if (vm.exception !== null) {
    release(vm, result);
    vm.attention = true;
    return RELOAD;
  }
  if (top) return returnToNative(vm, prev, result);
  if (slot >= 0) prev.slots[slot] = result;
  else release(vm, result);
  return LEAVE;
}

/** The same, quickly where the frame has nothing special to it: no flag, no exception about, no native code. */
export function finishPlainCall(vm: Executor, call: ExecuteData, result: Zval): number {
  if (call.callInfo !== 0 || call.extras !== null || vm.deferred.length > 0 || vm.exception !== null) {
    return finishInternalCall(vm, call, result);
  }
  const prev = call.prev as ExecuteData;
  const slot = call.returnSlot;
  vm.currentExecuteData = prev;
  if (call.numArgs > 0) freeArgs(vm, call);
  vm.vmStackTop = call.base;
  recyclePlainFrame(vm, call);
  if (slot >= 0) prev.slots[slot] = result;
  else release(vm, result);
  return LEAVE;
}

/** Frees an internal function's frame; its caller becomes current. */
export function popInternalFrame(vm: Executor, call: ExecuteData): void {
  vm.currentExecuteData = call.prev;
  if (call.numArgs > 0 || call.extras !== null) freeArgs(vm, call);
  if ((call.callInfo & (CALL_RELEASE_THIS | CALL_CLOSURE)) !== 0) {
    if ((call.callInfo & CALL_RELEASE_THIS) !== 0) release(vm, call.thisObject);
    if ((call.callInfo & CALL_CLOSURE) !== 0) release(vm, call.closure);
  }
  freeCallFrame(vm, call);
}

/** The arguments of an internal function's frame, as passed. */
export function passedArguments(call: ExecuteData): Zval[] {
  const first = call.base + CALL_FRAME_SLOT;
  return call.slots.slice(first, first + call.numArgs);
}
