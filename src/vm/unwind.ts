/**
 * Unwinding: from the opline that threw to the catch or finally block that takes over, frame by frame.
 * Source: php-src Zend/zend_vm_def.h (ZEND_HANDLE_EXCEPTION, zend_dispatch_try_catch_finally_helper),
 * zend_execute.c (cleanup_live_vars, cleanup_unfinished_calls)
 */
import {
  IS_TMP_VAR,
  IS_VAR,
  LIVE_LOOP,
  LIVE_NEW,
  LIVE_ROPE,
  LIVE_SILENCE,
  type OpArray,
} from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';
import { ZEND_FREE_ON_RETURN } from '../bytecode/operand-flags.ts';
import { OBJ_DESTRUCTOR_CALLED, PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { CALL_CLOSURE, CALL_CTOR, CALL_GENERATOR, CALL_RELEASE_THIS, type ExecuteData } from './execute-data.ts';
import { startDeferred } from './deferred-run.ts';
import { setPrevious } from './exceptions.ts';
import type { Executor } from './executor.ts';
import { FastCall, fastCallAt, setFastCall } from './fast-call.ts';
import { ENTER, RELOAD } from './flow.ts';
import { freeLoopVariable } from './foreach-state.ts';
import { freeArgs, freeCallFrame } from './frame.ts';
import { closeGeneratorFrame } from './generator-frame.ts';
import { popInternalFrame } from './internal-call.ts';
import { unwindNative } from './native.ts';
import { freeSlot } from './operands.ts';
import { popUserFrame } from './user-call.ts';

/** Handles the exception in flight, starting at the current frame. Afterwards vm.currentExecuteData is what to run. */
export function handleException(vm: Executor): number {
  for (;;) {
    const ex = vm.currentExecuteData;
    if (ex === null) return RELOAD;
    while (ex.native !== null) {
      if (unwindNative(vm, ex)) return RELOAD;
    }
    if (ex.func.type === 1) {
      popInternalFrame(vm, ex);
      continue;
    }
    const throwOp = throwingOpline(vm, ex, ex.func);
    cleanupUnfinishedCalls(vm, ex);
    if (dispatchTryCatch(vm, ex, innermostTry(ex.func, throwOp), throwOp)) return ENTER;
    leaveByException(vm, ex);
    // destructors of what the frame held run in its caller, before that handles the exception
    if (vm.deferred.length > 0 && vm.currentExecuteData !== null) return startDeferred(vm, RELOAD);
  }
}

/**
 * The opline an exception counts as thrown at. One from freeing a loop variable on the way out of its loop (return, break)
 * is thrown behind the loop; the value of that return is freed.
 */
function throwingOpline(vm: Executor, ex: ExecuteData, func: OpArray): number {
  const op = func.opcodes[ex.opline];
  const frees = op !== undefined && (op.opcode === OP.FREE || op.opcode === OP.FE_FREE);
  if (!frees || (op.extendedValue & ZEND_FREE_ON_RETURN) === 0) return ex.opline;
  const range = func.liveRanges.find((r) => r.var === op.op1 && r.start <= ex.opline && ex.opline < r.end);
  if (range === undefined) return ex.opline;
  for (let i = ex.opline; i < range.end; i++) {
    const next = func.opcodes[i];
    if (next === undefined || next.opcode === OP.FREE || next.opcode === OP.FE_FREE) continue;
    if (next.opcode === OP.RETURN && (next.op1Type & (IS_TMP_VAR | IS_VAR)) !== 0) freeSlot(vm, ex, next.op1);
    break;
  }
  return range.end;
}

/** Index of the innermost try block that covers the opline with its body, catches or finally; -1 for none. */
function innermostTry(func: OpArray, opNum: number): number {
  let found = -1;
  for (let i = 0; i < func.tryCatch.length; i++) {
    const t = func.tryCatch[i];
    if (t === undefined || t.tryOp > opNum) break;
    if (opNum < t.catchOp || opNum < t.finallyEnd) found = i;
  }
  return found;
}

/**
 * Looks for the block that takes over, from try block `offset` outwards. True when ex.opline is set to it; otherwise all
 * live temporaries of the frame are freed and the frame is to be left.
 */
export function dispatchTryCatch(vm: Executor, ex: ExecuteData, offset: number, opNum: number): boolean {
  const func = ex.func as OpArray;
  const exiting = vm.exception !== null && vm.exception === vm.unwindExit;
  for (let i = offset; i >= 0; i--) {
    const t = func.tryCatch[i];
    if (t === undefined) continue;
    if (opNum < t.catchOp && vm.exception !== null && !exiting) {
      cleanupLiveVars(vm, ex, opNum, t.catchOp);
      ex.opline = t.catchOp;
      vm.atCatch = true;
      return true;
    }
    if (opNum < t.finallyOp && !exiting) {
      const slot = func.opcodes[t.finallyEnd]?.op1 ?? 0;
      cleanupLiveVars(vm, ex, opNum, t.finallyOp);
      setFastCall(ex, slot, new FastCall(vm.exception, -1));
      vm.exception = null;
      ex.opline = t.finallyOp;
      return true;
    }
    if (opNum < t.finallyEnd) leaveFinally(vm, ex, func, func.opcodes[t.finallyEnd]?.op1 ?? 0);
  }
  cleanupLiveVars(vm, ex, opNum, 0);
  return false;
}

/** An exception leaves a finally block: what the block was going to do (return, rethrow) is dropped or chained. */
function leaveFinally(vm: Executor, ex: ExecuteData, func: OpArray, slot: number): void {
  const state = fastCallAt(ex, slot);
  if (state === null) return;
  setFastCall(ex, slot, null);
  dropReturnValue(vm, ex, func, state);
  if (state.exception !== null) {
    if (vm.exception === null) vm.exception = state.exception;
    else if (vm.exception !== vm.unwindExit) setPrevious(vm, vm.exception, state.exception);
    else release(vm, state.exception);
  }
}

/** Frees the value of the `return` that entered a finally block. */
export function dropReturnValue(vm: Executor, ex: ExecuteData, func: OpArray, state: FastCall): void {
  if (state.opline < 0) return;
  const call = func.opcodes[state.opline];
  if (call !== undefined && (call.op2Type & (IS_TMP_VAR | IS_VAR)) !== 0) freeSlot(vm, ex, call.op2);
}

/** Frees what is alive at `opNum` and dead at `catchOp` (0: everything). */
export function cleanupLiveVars(vm: Executor, ex: ExecuteData, opNum: number, catchOp: number): void {
  for (const range of (ex.func as OpArray).liveRanges) {
    if (range.start > opNum) break;
    if (opNum >= range.end || (catchOp !== 0 && catchOp < range.end)) continue;
    const v = ex.slots[ex.base + range.var];
    switch (range.kind) {
      case LIVE_LOOP:
        freeLoopVariable(vm, ex, range.var);
        break;
      case LIVE_SILENCE:
        if (typeof v === 'number' && (vm.errorReporting & ~4437) === 0 && (v & ~4437) !== 0) vm.errorReporting = v;
        break;
      case LIVE_NEW:
        if (v instanceof PhpObject) v.flags |= OBJ_DESTRUCTOR_CALLED;
        freeSlot(vm, ex, range.var);
        break;
      case LIVE_ROPE:
        break;
      default:
        freeSlot(vm, ex, range.var);
    }
  }
}

/** Frees the calls that were being prepared (INIT_* without DO_*). */
export function cleanupUnfinishedCalls(vm: Executor, ex: ExecuteData): void {
  let call = ex.call;
  while (call !== null) {
    const outer: ExecuteData | null = call.prev;
    freeArgs(vm, call);
    const object = call.thisObject;
    if ((call.callInfo & CALL_RELEASE_THIS) !== 0 && object !== null) {
      if ((call.callInfo & CALL_CTOR) !== 0) object.flags |= OBJ_DESTRUCTOR_CALLED;
      release(vm, object);
    }
    if ((call.callInfo & CALL_CLOSURE) !== 0) release(vm, call.closure);
    freeCallFrame(vm, call);
    call = outer;
  }
  ex.call = null;
}

/** Leaves a frame with the exception in flight; its caller becomes current and is to handle it. */
export function leaveByException(vm: Executor, ex: ExecuteData): number {
  vm.attention = true;
  if ((ex.callInfo & CALL_GENERATOR) !== 0) {
    closeGeneratorFrame(vm, ex);
    return RELOAD;
  }
  if ((ex.callInfo & CALL_CTOR) !== 0 && ex.thisObject !== null) ex.thisObject.flags |= OBJ_DESTRUCTOR_CALLED;
  popUserFrame(vm, ex);
  return RELOAD;
}
