/**
 * Pushing, entering, leaving and freeing call frames.
 * Source: php-src Zend/zend_execute.h (zend_vm_stack_push_call_frame, zend_vm_stack_free_call_frame),
 * zend_execute.c (i_init_func_execute_data, zend_free_compiled_variables)
 */
import { runTimeCacheOf } from '../bytecode/prepare.ts';
import { CALL_FRAME_SLOT, type Func, type OpArray } from '../bytecode/op-array.ts';
import { ACC_CALL_VIA_TRAMPOLINE, ACC_HAS_TYPE_HINTS } from '../bytecode/type-flags.ts';
import type { ClassEntry } from '../object/class-entry.ts';
import type { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { PhpFloat } from '../value/zval.ts';
import {
  CALL_ALLOCATED,
  CALL_CLOSURE,
  CALL_CODE,
  CALL_FREE_EXTRA_ARGS,
  CALL_GENERATOR,
  CALL_HAS_EXTRA_NAMED,
  CALL_HAS_SYMBOL_TABLE,
  CALL_MAY_HAVE_UNDEF,
  ExecuteData,
} from './execute-data.ts';
import type { Executor } from './executor.ts';
import { pageSizeFor, PAGE_HEADER_SLOTS, SLOT_BYTES, VmStackPage } from './vm-stack.ts';

/** Slots a frame of `func` takes with `numArgs` arguments (zend_vm_calc_used_stack / 16). */
export function usedSlots(numArgs: number, func: Func): number {
  let used = CALL_FRAME_SLOT + numArgs;
  if (func.type === 2) used += func.vars.length + func.T - Math.min(func.numArgs, numArgs);
  return used;
}

/** Pushes a frame of `used` slots. Its slots are not cleared: arguments are written by SEND, CVs by enterFunction. */
export function pushFrame(vm: Executor, used: number, func: Func): ExecuteData {
  let base = vm.vmStackTop;
  let allocated = 0;
  if (base + used > vm.vmStackEnd) {
    growStack(vm, used);
    base = vm.vmStackTop;
    allocated = CALL_ALLOCATED;
  }
  vm.vmStackTop = base + used;
  if (vm.freeFrames === 0) {
    const made = new ExecuteData(vm.vmStack, base, func);
    made.callInfo = allocated;
    return made;
  }
  const reused = vm.framePool[--vm.freeFrames] as ExecuteData;
  // Comparing first spares the garbage collector's write barriers, which cost more than the loads.
  const page = vm.vmStack;
  if (reused.page !== page) {
    reused.page = page;
    reused.slots = page.slots;
  }
  reused.base = base;
  if (reused.func !== func) reused.func = func;
  reused.callInfo = allocated;
  return reused;
}

function growStack(vm: Executor, needed: number): void {
  vm.vmStack.top = vm.vmStackTop;
  const size = pageSizeFor(needed, vm.vmStack.growth);
  checkMemoryLimit(vm, (vm.vmStack.totalSlots + size) * SLOT_BYTES);
  vm.vmStack = new VmStackPage(size, vm.vmStack);
  vm.pagesAllocated++;
  vm.vmStackTop = PAGE_HEADER_SLOTS;
  vm.vmStackEnd = size;
}

/** What PHP's allocator asks of the system at a time, and names in its message (ZEND_MM_CHUNK_SIZE). */
const CHUNK_BYTES = 2097152;

/** Endless recursion ends as in PHP, with the fatal error about memory_limit. */
function checkMemoryLimit(vm: Executor, stackBytes: number): void {
  const limit = vm.ini.number('memory_limit');
  if (limit <= 0 || stackBytes + CHUNK_BYTES <= limit) return;
  vm.fatalError(`Allowed memory size of ${limit} bytes exhausted (tried to allocate ${CHUNK_BYTES} bytes)`);
}

/** zend_vm_stack_push_call_frame: a frame for a call with `numArgs` arguments. Takes over a count of `thisObject`. */
export function pushCallFrame(
  vm: Executor,
  callInfo: number,
  func: Func,
  numArgs: number,
  thisObject: PhpObject | null,
  calledScope: ClassEntry | null,
): ExecuteData {
  const call = pushFrame(vm, usedSlots(numArgs, func), func);
  call.callInfo |= callInfo;
  call.numArgs = numArgs;
  if (thisObject !== null) call.thisObject = thisObject;
  if (calledScope !== null) call.calledScope = calledScope;
  // What is not sent yet reads as undefined when an exception cuts the call short.
  const first = call.base + CALL_FRAME_SLOT;
  for (let i = first; i < first + numArgs; i++) call.slots[i] = undefined;
  return call;
}

/** Goes back to the page before the current one. */
function dropPage(vm: Executor): void {
  const page = vm.vmStack.prev as VmStackPage;
  vm.pagesFreed++;
  vm.vmStack = page;
  vm.vmStackTop = page.top;
  vm.vmStackEnd = page.size;
}

/** Gives the frame's slots back to the stack and the frame to the pool. The frame must hold nothing counted any more. */
export function freeCallFrame(vm: Executor, call: ExecuteData): void {
  if ((call.callInfo & CALL_ALLOCATED) !== 0) {
    dropPage(vm);
  } else {
    vm.vmStackTop = call.base;
  }
  recycleFrame(vm, call);
}

/** Flags of calls that may have set one of the fields that most calls leave null. */
const HOLDS_MORE = CALL_CLOSURE | CALL_HAS_SYMBOL_TABLE | CALL_HAS_EXTRA_NAMED | CALL_CODE | CALL_GENERATOR;

/** Resets a frame object for its next use: what pushCallFrame and initFuncExecuteData do not set. */
export function recycleFrame(vm: Executor, call: ExecuteData): void {
  call.opline = 0;
  call.returnSlot = -1;
  if (call.call !== null) call.call = null;
  if (call.thisObject !== null) call.thisObject = null;
  if (call.calledScope !== null) call.calledScope = null;
  if (call.native !== null) call.native = null;
  if (call.extras !== null) call.extras = null;
  if ((call.callInfo & HOLDS_MORE) !== 0) {
    call.closure = null;
    call.generator = null;
  }
  putBack(vm, call);
}

/** The same for a builtin's frame without flags, on which no native code has run. */
export function recyclePlainFrame(vm: Executor, call: ExecuteData): void {
  call.opline = 0;
  call.returnSlot = -1;
  if (call.thisObject !== null) call.thisObject = null;
  if (call.calledScope !== null) call.calledScope = null;
  putBack(vm, call);
}

function putBack(vm: Executor, call: ExecuteData): void {
  // Frames are popped in the order they were pushed in, mostly: each is still in the place it was taken from.
  const free = vm.freeFrames++;
  const pool = vm.framePool;
  if (free >= pool.length) growPool(pool, call);
  else if (pool[free] !== call) pool[free] = call;
}

/** More places, the first of them for `call`. Apart from the store above, which is a plain one then. */
function growPool(pool: ExecuteData[], call: ExecuteData): void {
  for (let more = Math.max(16, pool.length); more > 0; more--) pool.push(call);
}

/**
 * i_init_func_execute_data: the arguments are in the first CV slots; moves extra ones behind the temporaries, skips the
 * RECVs of arguments that were passed, clears the other CVs.
 */
export function initFuncExecuteData(vm: Executor, call: ExecuteData, func: OpArray): void {
  const slots = call.slots;
  const first = call.base + CALL_FRAME_SLOT;
  let numArgs = call.numArgs;
  if (numArgs > func.numArgs) {
    if ((func.fnFlags & ACC_CALL_VIA_TRAMPOLINE) === 0) moveExtraArgs(call, func, first);
    numArgs = func.numArgs;
  }
  const skips = (func.fnFlags & ACC_HAS_TYPE_HINTS) === 0 && (call.callInfo & CALL_MAY_HAVE_UNDEF) === 0;
  const opline = skips ? numArgs : 0;
  const lastVar = first + func.vars.length;
  for (let i = first + numArgs; i < lastVar; i++) slots[i] = undefined;
  call.opline = opline;
  if (call.opcodes !== func.opcodes) call.opcodes = func.opcodes;
  const cache = runTimeCacheOf(func);
  if (call.runTimeCache !== cache) call.runTimeCache = cache;
  vm.currentExecuteData = call;
}

function moveExtraArgs(call: ExecuteData, func: OpArray, first: number): void {
  const slots = call.slots;
  const extra = call.numArgs - func.numArgs;
  const from = first + func.numArgs;
  const to = first + func.vars.length + func.T;
  for (let i = extra - 1; i >= 0; i--) slots[to + i] = slots[from + i];
  for (let i = from; i < Math.min(to, from + extra); i++) slots[i] = undefined;
  call.callInfo |= CALL_FREE_EXTRA_ARGS;
}

/** Absolute slot of argument `n` (from 0) of a running or prepared user frame, extra arguments included. */
export function argumentSlot(call: ExecuteData, n: number): number {
  const func = call.func;
  const first = call.base + CALL_FRAME_SLOT;
  if (func.type === 2 && n >= func.numArgs && (call.callInfo & CALL_FREE_EXTRA_ARGS) !== 0) {
    return first + func.vars.length + func.T + (n - func.numArgs);
  }
  return first + n;
}

/** Releases the CVs (zend_free_compiled_variables). */
export function freeCompiledVariables(vm: Executor, call: ExecuteData, func: OpArray): void {
  if (func.tier.isWatched) vm.jit?.observe(call);
  const slots = call.slots;
  const first = call.base + CALL_FRAME_SLOT;
  const end = first + func.vars.length;
  for (let i = first; i < end; i++) {
    const v = slots[i];
    if (typeof v === 'object' && v !== null && !(v instanceof PhpFloat)) {
      slots[i] = undefined;
      release(vm, v);
    }
  }
}

/** Releases extra named parameters and extra arguments of a user frame. */
export function freeExtraArgs(vm: Executor, call: ExecuteData): void {
  if ((call.callInfo & CALL_HAS_EXTRA_NAMED) !== 0) {
    release(vm, call.extraNamedParams);
    call.extraNamedParams = null;
  }
  if ((call.callInfo & CALL_FREE_EXTRA_ARGS) !== 0) {
    const func = call.func as OpArray;
    const from = argumentSlot(call, func.numArgs);
    for (let i = 0; i < call.numArgs - func.numArgs; i++) {
      const v = call.slots[from + i];
      call.slots[from + i] = undefined;
      release(vm, v);
    }
  }
}

/** Releases the arguments of a prepared call or an internal function's frame (zend_vm_stack_free_args). */
export function freeArgs(vm: Executor, call: ExecuteData): void {
  const slots = call.slots;
  const first = call.base + CALL_FRAME_SLOT;
  const end = first + call.numArgs;
  for (let i = first; i < end; i++) {
    const v = slots[i];
    slots[i] = undefined;
    if (typeof v === 'object' && v !== null) release(vm, v);
  }
  if ((call.callInfo & CALL_HAS_EXTRA_NAMED) !== 0) {
    release(vm, call.extraNamedParams);
    call.extraNamedParams = null;
  }
}

/** zend_vm_stack_extend_call_frame's slow way: copies the newest frame with its arguments to a new page. */
export function moveFrameToNewPage(vm: Executor, call: ExecuteData, grow: number): void {
  const size = vm.vmStackTop - call.base;
  const old = call.slots;
  const from = call.base;
  if ((call.callInfo & CALL_ALLOCATED) === 0) vm.vmStackTop = call.base;
  else dropPage(vm); // the frame was alone on it
  growStack(vm, size + grow);
  call.page = vm.vmStack;
  call.slots = vm.vmStack.slots;
  call.base = vm.vmStackTop;
  call.callInfo |= CALL_ALLOCATED;
  vm.vmStackTop += size + grow;
  for (let i = 0; i < size; i++) call.slots[call.base + i] = old[from + i];
}
