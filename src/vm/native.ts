/**
 * Driving native code: starts it, serves its requests, resumes it with results, ends it on exceptions.
 * See src/object/native-code.ts for what native code is. The dispatch loop calls `driveNative` whenever a frame that was
 * entered from native code has returned.
 */
import type { OpArray } from '../bytecode/op-array.ts';
import type { NativeRequest } from '../object/native-code.ts';
import { release } from '../value/refcount.ts';
import type { Zval } from '../value/zval.ts';
import { prepareCall } from './call-user.ts';
import { startDeferred } from './deferred-run.ts';
import { type ExecuteData, CALL_TOP } from './execute-data.ts';
import type { Executor } from './executor.ts';
import { initFuncExecuteData } from './frame.ts';
import { ENTER, RELOAD, leftFlow } from './flow.ts';
import { finishInternalCall, startInternalCall } from './internal-call.ts';

/**
 * Resumes the newest native code of the current frame with `vm.nativeReturn` until it needs a user frame to run or ends.
 * Afterwards vm.currentExecuteData is what to run; returns how to go on there (an opline number, ENTER, LEAVE or RELOAD).
 */
export function driveNative(vm: Executor): number {
  vm.nativePending = false;
  const ex = vm.currentExecuteData as ExecuteData;
  const activation = ex.native;
  const value = vm.nativeReturn;
  vm.nativeReturn = undefined;
  // an internal function that answered SUSPENDED: the value is its result
  if (activation === null) return ex.func.type === 1 ? finishInternalCall(vm, ex, value) : RELOAD;
  const { first } = activation;
  if (first !== undefined && first !== null) {
    activation.first = null;
    return serveRequest(vm, ex, first);
  }
  const step = activation.code.next(value);
  if (step.done !== true) {
    activation.catches = step.value.catches;
    return serveRequest(vm, ex, step.value);
  }
  ex.native = activation.prev;
  if (activation.kind === 'call') return finishInternalCall(vm, ex, step.value as Zval);
  return step.value as number;
}

function serveRequest(vm: Executor, ex: ExecuteData, request: NativeRequest): number {
  switch (request.kind) {
    case 'call': {
      const call = prepareCall(vm, request.callable, request.args, request.named);
      if (call === null) {
        vm.nativePending = vm.exception === null || (ex.native?.catches ?? false);
        return RELOAD;
      }
      return runPrepared(vm, ex, call);
    }
    case 'execute':
      request.enter();
      return ENTER;
    case 'flush':
      vm.nativePending = true;
      if (vm.deferred.length === 0) return RELOAD;
      return startDeferred(vm, RELOAD);
    case 'left':
      return leftFlow(vm);
    case 'suspend':
      return vm.suspend(request.reason);
  }
}

/** Enters a frame whose arguments are complete, on behalf of native code on `ex`. */
export function runPrepared(vm: Executor, ex: ExecuteData, call: ExecuteData): number {
  call.callInfo |= CALL_TOP;
  call.prev = ex;
  call.returnSlot = -1;
  if (call.func.type === 1) return startInternalCall(vm, call);
  initFuncExecuteData(vm, call, call.func as OpArray);
  return ENTER;
}

/**
 * An exception reached native code on `ex` (the frame it called was unwound, or it raised one itself). Returns true when
 * the code asked to be resumed; otherwise ends it and returns false.
 */
export function unwindNative(vm: Executor, ex: ExecuteData): boolean {
  const activation = ex.native;
  if (activation === null) return false;
  if (activation.catches) {
    activation.catches = false;
    vm.nativeReturn = undefined;
    vm.nativePending = true;
    return true;
  }
  ex.native = activation.prev;
  const end = activation.code.return(undefined);
  if (end.done !== true) {
    // A finally block of native code must not call user code: there is nobody left to answer.
    activation.code.return(undefined);
  } else if (activation.kind === 'call') {
    release(vm, end.value as Zval);
  }
  return false;
}
