/**
 * Leaving user functions, files and eval'd code (zend_leave_helper).
 * Source: php-src Zend/zend_vm_def.h
 */
import type { OpArray } from '../bytecode/op-array.ts';
import { release } from '../value/refcount.ts';
import type { Zval } from '../value/zval.ts';
import {
  CALL_CLOSURE,
  CALL_CODE,
  CALL_FREE_EXTRA_ARGS,
  CALL_HAS_EXTRA_NAMED,
  CALL_HAS_SYMBOL_TABLE,
  CALL_RELEASE_THIS,
  CALL_TOP,
  type ExecuteData,
} from './execute-data.ts';
import type { Executor } from './executor.ts';
import { LEAVE, returnToNative } from './flow.ts';
import { freeCallFrame, freeCompiledVariables, freeExtraArgs } from './frame.ts';
import { detachSymbolTable, releaseSymbolTable } from './symbol-table.ts';

/** Frees everything the running user frame holds and pops it; its caller becomes current. */
export function popUserFrame(vm: Executor, ex: ExecuteData): void {
  const info = ex.callInfo;
  const prev = ex.prev;
  vm.currentExecuteData = prev;
  if ((info & CALL_CODE) !== 0) {
    detachSymbolTable(vm, ex);
  } else {
    freeCompiledVariables(vm, ex, ex.func as OpArray);
    if ((info & CALL_HAS_SYMBOL_TABLE) !== 0) releaseSymbolTable(vm, ex);
    if ((info & (CALL_FREE_EXTRA_ARGS | CALL_HAS_EXTRA_NAMED)) !== 0) freeExtraArgs(vm, ex);
  }
  if ((info & CALL_RELEASE_THIS) !== 0) release(vm, ex.thisObject);
  if ((info & CALL_CLOSURE) !== 0) release(vm, ex.closure);
  freeCallFrame(vm, ex);
}

/** RETURN: pops the frame and delivers `value` (owned) to whoever called it. */
export function leaveFrame(vm: Executor, ex: ExecuteData, value: Zval): number {
  const info = ex.callInfo;
  const prev = ex.prev as ExecuteData;
  const slot = ex.returnSlot;
  popUserFrame(vm, ex);
  if ((info & CALL_TOP) !== 0) return returnToNative(vm, prev, value);
  if (slot >= 0) prev.slots[slot] = value;
  else release(vm, value);
  return LEAVE;
}
