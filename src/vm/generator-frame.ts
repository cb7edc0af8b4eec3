/**
 * A generator's frame: detached from the vm_stack into slots of its own, attached as the callee of whoever resumes it.
 * Suspending and resuming is a matter of `vm.currentExecuteData`; calls that were being prepared (`f(yield)`) leave the
 * stack with it and come back.
 * Source: php-src Zend/zend_generators.c, zend_vm_def.h (ZEND_GENERATOR_CREATE)
 */
import { CALL_FRAME_SLOT, type OpArray } from '../bytecode/op-array.ts';
import { OBJ_DESTRUCTOR_CALLED, type PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { addRef } from '../value/zval.ts';
import {
  CALL_ALLOCATED,
  CALL_CLOSURE,
  CALL_FREE_EXTRA_ARGS,
  CALL_GENERATOR,
  CALL_HAS_EXTRA_NAMED,
  CALL_HAS_SYMBOL_TABLE,
  CALL_RELEASE_THIS,
  CALL_TOP,
  ExecuteData,
} from './execute-data.ts';
import type { Executor } from './executor.ts';
import { freeCallFrame, freeCompiledVariables, freeExtraArgs, pushFrame, usedSlots } from './frame.ts';
import { FOR_NATIVE_CODE, type FrozenCall, type GeneratorData, generatorData } from './generator-data.ts';
import { releaseSymbolTable } from './symbol-table.ts';
import { VmStackPage } from './vm-stack.ts';

/** Moves the running frame off the stack into its own page; the caller's frame becomes the top again. */
export function detachFrame(vm: Executor, ex: ExecuteData): ExecuteData {
  const func = ex.func as OpArray;
  const size = usedSlots(ex.numArgs, func);
  const page = new VmStackPage(size, null);
  for (let i = 0; i < size; i++) page.slots[i] = ex.slots[ex.base + i];
  const own = new ExecuteData(page, 0, func);
  own.opline = ex.opline;
  own.opcodes = ex.opcodes;
  own.runTimeCache = ex.runTimeCache;
  own.thisObject = ex.thisObject;
  own.calledScope = ex.calledScope;
  own.closure = ex.closure;
  own.numArgs = ex.numArgs;
  own.extraNamedParams = ex.extraNamedParams;
  own.symbolTable = ex.symbolTable;
  own.callInfo = (ex.callInfo & ~(CALL_ALLOCATED | CALL_TOP)) | CALL_GENERATOR;
  // A frame that compiled code pushed may borrow its caller's $this, which the generator outlives.
  if (own.thisObject !== null && (own.callInfo & (CALL_RELEASE_THIS | CALL_CLOSURE)) === 0) {
    addRef(own.thisObject);
    own.callInfo |= CALL_RELEASE_THIS;
  }
  freeCallFrame(vm, ex);
  return own;
}

/** zend_generator_freeze_call_stack: the innermost call first. */
export function freezeCalls(vm: Executor, ex: ExecuteData): FrozenCall[] {
  const frozen: FrozenCall[] = [];
  for (let call = ex.call; call !== null; ) {
    const outer: ExecuteData | null = call.prev;
    const size = usedSlots(call.numArgs, call.func);
    const copy = new ExecuteData(call.page, 0, call.func);
    Object.assign(copy, call);
    frozen.push({ frame: copy, slots: call.slots.slice(call.base, call.base + size) });
    freeCallFrame(vm, call);
    call = outer;
  }
  ex.call = null;
  return frozen;
}

/** zend_generator_restore_call_stack */
export function restoreCalls(vm: Executor, ex: ExecuteData, frozen: readonly FrozenCall[]): void {
  for (let i = frozen.length - 1; i >= 0; i--) {
    const item = frozen[i] as FrozenCall;
    const call = pushFrame(vm, item.slots.length, item.frame.func);
    const allocated = call.callInfo;
    const { page, slots, base } = call;
    Object.assign(call, item.frame);
    call.page = page;
    call.slots = slots;
    call.base = base;
    call.callInfo = (item.frame.callInfo & ~CALL_ALLOCATED) | allocated;
    for (let n = CALL_FRAME_SLOT; n < item.slots.length; n++) slots[base + n] = item.slots[n];
    call.prev = ex.call;
    ex.call = call;
  }
}

/** Frees everything a generator's frame holds (zend_generator_close without unwinding). */
export function freeGeneratorFrame(vm: Executor, data: GeneratorData): void {
  const ex = data.frame;
  if (ex === null) return;
  data.frame = null;
  const info = ex.callInfo;
  freeCompiledVariables(vm, ex, ex.func as OpArray);
  if ((info & CALL_HAS_SYMBOL_TABLE) !== 0) releaseSymbolTable(vm, ex);
  if ((info & (CALL_FREE_EXTRA_ARGS | CALL_HAS_EXTRA_NAMED)) !== 0) freeExtraArgs(vm, ex);
  if ((info & CALL_RELEASE_THIS) !== 0) release(vm, ex.thisObject);
  if ((info & CALL_CLOSURE) !== 0) release(vm, ex.closure);
}

/** An exception leaves the generator's body: it is finished, whoever resumed it handles the exception. */
export function closeGeneratorFrame(vm: Executor, ex: ExecuteData): void {
  const obj = ex.generator as PhpObject;
  const data = generatorData(obj);
  vm.currentExecuteData = ex.prev;
  ex.prev = null;
  data.running = false;
  data.waits = FOR_NATIVE_CODE;
  data.resumedThrough = null;
  freeGeneratorFrame(vm, data);
  obj.flags |= OBJ_DESTRUCTOR_CALLED;
}
