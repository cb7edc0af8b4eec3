/**
 * Calls of builtins that push no frame: compiled code calls those in which coroutines switch with the object and the argument
 * alone. One that switches away writes what its frame would hold into the slots behind its caller's frame, where that frame
 * would be: $this, call info, the argument. Whoever looks at a machine that waits so gets the frame made of them.
 *
 * A machine waits so when its current frame is a user function's without native code on it: the oplines say what it calls.
 */
import { runTimeCacheOf } from '../bytecode/prepare.ts';
import { DOS, INITS } from '../bytecode/call-oplines.ts';
import { CALL_FRAME_SLOT, type Func, type OpArray, type Opline } from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';
import type { ClassEntry } from '../object/class-entry.ts';
import { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import type { Zval } from '../value/zval.ts';
import type { ExecuteData } from './execute-data.ts';
import type { Executor } from './executor.ts';
import { LEAVE } from './flow.ts';
import { pushFrame, usedSlots } from './frame.ts';
import { finishInternalCall } from './internal-call.ts';
import type { VmStackPage } from './vm-stack.ts';

/** The builtin is done, its result is where the caller wants it, nobody asks for attention. */
export const DONE = -5;
/** It has done nothing: it needs its frame. */
export const NEEDS_FRAME = -6;
/** Its machine waits; the one that is loaded goes on at its opline. */
export const GONE = -7;

/** Slots of the frame that is not there: $this, call info, where the result goes, ..., the only argument. */
const INFO_SLOT = 1;
const RESULT_SLOT = 2;
const SLOTS = CALL_FRAME_SLOT + 1;

/** Writes down what the builtin that is about to switch away holds (owned, but a $this without call info). False: no room. */
export function standBare(vm: Executor, self: PhpObject | null, info: number, arg: Zval, slot: number): boolean {
  const { vmStackTop: top } = vm;
  if (top + SLOTS > vm.vmStackEnd) return false;
  const { slots } = vm.vmStack;
  slots[top] = self;
  slots[top + INFO_SLOT] = info;
  slots[top + RESULT_SLOT] = slot;
  slots[top + CALL_FRAME_SLOT] = arg;
  return true;
}

/** The argument (borrowed) of the builtin in which the loaded machine has waited, with a frame or without. */
export function waitingArgument(vm: Executor): Zval {
  const ex = vm.currentExecuteData as ExecuteData;
  if (ex.func.type === 1) return ex.slots[ex.base + CALL_FRAME_SLOT];
  return vm.vmStack.slots[vm.vmStackTop + CALL_FRAME_SLOT];
}

/** The builtin that `ex` has called without a frame is done without a switch: lets go of its object, delivers the result (owned). */
export function answerBare(
  vm: Executor,
  ex: ExecuteData,
  self: PhpObject | null,
  info: number,
  slot: number,
  result: Zval,
): number {
  if (slot >= 0) ex.slots[slot] = result;
  else if (typeof result === 'object' && result !== null) release(vm, result);
  if (info !== 0) release(vm, self);
  return vm.attention ? LEAVE : DONE;
}

/** The machine in which one has waited is loaded: it is done with this result (owned). */
export function finishBare(vm: Executor, ex: ExecuteData, result: Zval): number {
  if (vm.attention) return finishInternalCall(vm, pushBareFrame(vm, ex), result);
  const { vmStackTop: top } = vm;
  const { slots } = vm.vmStack;
  const slot = slots[top + RESULT_SLOT] as number;
  if (slot >= 0) ex.slots[slot] = result;
  else if (typeof result === 'object' && result !== null) release(vm, result);
  const arg = slots[top + CALL_FRAME_SLOT];
  // Mostly there is none, or an int: asking for these first is shorter than for the kind of an oddball.
  if (arg !== undefined && typeof arg === 'object' && arg !== null) {
    slots[top + CALL_FRAME_SLOT] = undefined;
    release(vm, arg);
  }
  if (slots[top + INFO_SLOT] !== 0) release(vm, slots[top]);
  return LEAVE;
}

/** The machine that ran waits, `flow` is how the loop goes on in the one that is loaded. What compiled code is told. */
export function gone(vm: Executor, flow: number): number {
  if (flow !== LEAVE || vm.attention) return flow;
  (vm.currentExecuteData as ExecuteData).opline++;
  return GONE;
}

/** A machine that does not run, or the fields of the executor that say what runs. */
interface Standing {
  executeData: ExecuteData | null;
  vmStack: VmStackPage | null;
  vmStackTop: number;
}

/** Gives the builtin in which a stored machine waits its frame, if it has none. The machine's innermost frame. */
export function frameOfWaiting(vm: Executor, stored: Standing): ExecuteData | null {
  const { executeData: ex, vmStack } = stored;
  if (ex === null || vmStack === null || ex.func.type === 1 || ex.native !== null) return ex;
  const { vmStack: page, vmStackTop: top, vmStackEnd: end, currentExecuteData } = vm;
  vm.vmStack = vmStack;
  vm.vmStackTop = stored.vmStackTop;
  vm.vmStackEnd = vmStack.size;
  stored.executeData = pushBareFrame(vm, ex);
  stored.vmStackTop = vm.vmStackTop;
  vm.vmStack = page;
  vm.vmStackTop = top;
  vm.vmStackEnd = end;
  vm.currentExecuteData = currentExecuteData;
  return stored.executeData;
}

/** The same for the machine that is loaded: its frame is current, and native code may run on it. */
export function frameOfLoaded(vm: Executor): ExecuteData {
  const ex = vm.currentExecuteData as ExecuteData;
  return ex.func.type === 1 || ex.native !== null ? ex : pushBareFrame(vm, ex);
}

function pushBareFrame(vm: Executor, ex: ExecuteData): ExecuteData {
  const { slots } = vm.vmStack;
  const self = slots[vm.vmStackTop];
  const info = slots[vm.vmStackTop + INFO_SLOT] as number;
  const slot = slots[vm.vmStackTop + RESULT_SLOT] as number;
  const { func, numArgs, calledScope } = calleeOf(vm, ex, self instanceof PhpObject ? self : null);
  const call = pushFrame(vm, usedSlots(numArgs, func), func);
  call.callInfo |= info;
  call.numArgs = numArgs;
  if (self instanceof PhpObject) call.thisObject = self;
  call.calledScope = calledScope;
  call.prev = ex;
  call.returnSlot = slot;
  vm.currentExecuteData = call;
  return call;
}

interface Callee {
  readonly func: Func;
  readonly numArgs: number;
  readonly calledScope: ClassEntry | null;
}

/** What the DO_* at which `ex` stands calls: a builtin whose name the compiler knew. */
function calleeOf(vm: Executor, ex: ExecuteData, self: PhpObject | null): Callee {
  const caller = ex.func as OpArray;
  let at = ex.opline;
  for (let depth = 1; depth > 0; ) {
    const { opcode } = ex.opcodes[--at] as Opline;
    if (INITS.has(opcode)) depth--;
    else if (DOS.has(opcode)) depth++;
  }
  const op = ex.opcodes[at] as Opline;
  const numArgs = op.extendedValue;
  const lc = caller.literals[op.op2 + 1] as string;
  if (self !== null) return { func: self.ce.functionTable.get(lc) as Func, numArgs, calledScope: self.ce };
  if (op.opcode === OP.INIT_STATIC_METHOD_CALL) {
    const cache = runTimeCacheOf(caller);
    const slot = op.result >>> 3;
    return { func: cache[slot + 1] as Func, numArgs, calledScope: cache[slot] as ClassEntry };
  }
  const found = op.opcode === OP.INIT_FCALL ? op.op2Lit : lc;
  const table = vm.functionTable;
  const func = table.get(found as string) ?? table.get(caller.literals[op.op2 + 2] as string);
  return { func: func as Func, numArgs, calledScope: null };
}
