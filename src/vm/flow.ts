/**
 * What a handler tells the dispatch loop, and how native code gets going.
 */
import { LEFT, type NativeCode, type NativeRequest } from '../object/native-code.ts';
import type { Zval } from '../value/zval.ts';
import type { ExecuteData, NativeActivation } from './execute-data.ts';
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
  vm.currentExecuteData = ex;
  if (vm.jit !== null && !vm.attention) return runAtOnce(vm, ex, code, 'opline', goOnAt);
  return runLater(vm, ex, code, 'opline');
}

/** The loop is to run `code` on the current frame `ex`. */
export function runLater(
  vm: Executor,
  ex: ExecuteData,
  code: NativeCode<unknown>,
  kind: NativeActivation['kind'],
): number {
  ex.native = { code, kind, catches: false, prev: ex.native };
  return askLoop(vm);
}

/** The end of an opline's code: it has answered how the loop goes on. */
function goOnAt(_vm: Executor, _ex: ExecuteData, next: number): number {
  return next;
}

/**
 * Runs `code` where it is started, on the current frame `ex`, so that compiled code need not be left for it. What it calls
 * has to be compiled too: whatever else it asks for is the loop's to do, and so is the waiting when such a call was left.
 * @param end says how the loop goes on behind the code's result
 */
export function runAtOnce<T>(
  vm: Executor,
  ex: ExecuteData,
  code: NativeCode<T>,
  kind: NativeActivation['kind'],
  end: (vm: Executor, ex: ExecuteData, result: T) => number,
): number {
  let step = code.next();
  while (step.done !== true) {
    const request = step.value;
    if (request.kind === 'left') return waitFor(vm, ex, code, kind, request);
    if (request.kind !== 'call' || request.named !== null || vm.attention || vm.jit === null) {
      ex.native = { code, kind, catches: request.catches, first: request, prev: ex.native };
      return askLoop(vm);
    }
    const value = vm.callDirectly(request.callable, request.args);
    if (value === LEFT) return waitFor(vm, ex, code, kind, request);
    step = code.next(value);
  }
  return end(vm, ex, step.value);
}

/** The newest native code of the current frame is the loop's to drive. */
function askLoop(vm: Executor): number {
  vm.nativeReturn = undefined;
  vm.nativePending = true;
  return RELOAD;
}

/** A direct call of the opline's handler was left: `code` waits for its value (`yield WAIT`). */
export function waitAtOpline(vm: Executor, ex: ExecuteData, code: NativeCode<number>): number {
  const step = code.next();
  return step.done === true ? step.value : waitFor(vm, ex, code, 'opline', step.value);
}

/** A direct call was left: its frames stand in front. */
function waitFor(
  vm: Executor,
  ex: ExecuteData,
  code: NativeCode<unknown>,
  kind: NativeActivation['kind'],
  { catches }: NativeRequest,
): number {
  ex.native = { code, kind, catches, prev: ex.native };
  return leftFlow(vm);
}

/** How the loop goes on behind a direct call that was left. */
export function leftFlow(vm: Executor): number {
  const flow = vm.jitFlow;
  vm.jitFlow = RELOAD;
  return flow;
}

/** Makes `code` the body of the internal function frame `call`, the current frame. */
export function startCallCode(vm: Executor, call: ExecuteData, code: NativeCode): number {
  return runLater(vm, call, code, 'call');
}

/** The frame entered from native code returned `value`: hands it to that code. `prev` is the frame the code runs on. */
export function returnToNative(vm: Executor, prev: ExecuteData, value: Zval): number {
  vm.currentExecuteData = prev;
  vm.nativeReturn = value;
  vm.nativePending = true;
  return RELOAD;
}
