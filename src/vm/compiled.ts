/**
 * Running a frame's compiled code (src/jit) from the dispatch loop, and bringing what it answers back into the loop's terms.
 */
import type { OpArray } from '../bytecode/op-array.ts';
import type { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import type { Zval } from '../value/zval.ts';
import { attend } from './attend.ts';
import { CALL_MAY_HAVE_UNDEF, CALL_TOP, type ExecuteData } from './execute-data.ts';
import type { Executor } from './executor.ts';
import { LEAVE, returnToNative, leftFlow } from './flow.ts';
import { generatorData } from './generator-data.ts';
import { giveBack } from './generator-direct.ts';
import { AGAIN, type CompiledCode, ENDING, EXIT, type JitPort, YIELDED } from './jit-port.ts';

/** The compiled code of the call that is about to be entered; null when the interpreter is to run it. Counts the call. */
export function compiledCall(vm: Executor, jit: JitPort, func: OpArray, call: ExecuteData): CompiledCode | null {
  const { tier } = func;
  if ((call.callInfo & CALL_MAY_HAVE_UNDEF) !== 0) return null;
  const code = tier.calls[call.numArgs] as CompiledCode | undefined;
  if (code !== undefined) return vm.interrupt === null ? code : null;
  return ++tier.heat > jit.threshold && vm.interrupt === null ? jit.codeForCall(func, call) : null;
}

/**
 * Runs the code of a call from `caller`, whose frame is in order.
 * @returns true when it has returned and its value is where the caller wants it; false: the loop looks at the executor
 */
export function runCall(vm: Executor, code: CompiledCode, call: ExecuteData): boolean {
  const caller = call.prev as ExecuteData;
  const slot = call.returnSlot;
  vm.jitDepth = 1;
  const r = code(vm, call);
  vm.jitDepth = 0;
  if (r === EXIT) {
    afterExit(vm);
    return false;
  }
  if (slot >= 0) caller.slots[slot] = r as Zval;
  else release(vm, r as Zval);
  if (!vm.attention) return true;
  attend(vm, LEAVE);
  return false;
}

/** Looks for a way back into compiled code after it has been left. */
export const BACK_SOON = 30;

function afterExit(vm: Executor): void {
  vm.backSoon = BACK_SOON;
  const flow = leftFlow(vm);
  if (vm.attention) attend(vm, flow);
}

/** Blocks of catch and finally that are entered one behind the other, at most, before the loop looks around. */
const MOST_HANDLERS = 1000;

/**
 * Takes over the frame where the interpreter stands, when there is (or now becomes) compiled code for that opline.
 * @param hot the interpreter has been in one stretch for its whole budget
 * @returns false when the interpreter is to go on
 */
export function resumeCompiled(vm: Executor, jit: JitPort, ex: ExecuteData, hot: boolean): boolean {
  if (vm.interrupt !== null) return false;
  let code = jit.codeForResume(ex, hot);
  if (code === null) return false;
  let at = ex;
  for (let n = 0; ; n++) {
    vm.jitDepth = 1;
    const went = runResumed(vm, code, at);
    vm.jitDepth = 0;
    if (went !== LEFT) {
      if (vm.attention) attend(vm, went);
      else if (went === LEAVE) behindCall(vm);
      return true;
    }
    if (vm.exception === null || n === MOST_HANDLERS) {
      afterExit(vm);
      return true;
    }
    attend(vm, leftFlow(vm));
    const next = handlerFrame(vm);
    code = next === null ? null : jit.codeForResume(next, false);
    if (next === null || code === null) {
      vm.backSoon = BACK_SOON;
      return true;
    }
    at = next;
  }
}

/** The frame that goes on behind an exception, when nothing else is to be seen to first. */
function handlerFrame(vm: Executor): ExecuteData | null {
  const isBusy = vm.attention || vm.nativePending || vm.halted || vm.reenter || vm.interrupt !== null;
  return isBusy ? null : vm.currentExecuteData;
}

/** Compiled code has been left in the middle: vm.currentExecuteData is to go on at its opline, or has attention's flow in vm.jitFlow. */
export const LEFT = -4;

/** Runs the code of a frame that is current, in no code yet. Returns LEFT, or how the loop goes on in front of the frame's end. */
export function runResumed(vm: Executor, code: CompiledCode, ex: ExecuteData): number {
  const { callInfo: info, returnSlot: slot, generator } = ex;
  const prev = ex.prev as ExecuteData;
  let r = code(vm, ex);
  while (r === AGAIN) r = code(vm, ex);
  if (r === EXIT || r === ENDING) return LEFT;
  if (r === YIELDED) return giveBack(vm, ex, prev, generatorData(generator as PhpObject));
  if ((info & CALL_TOP) !== 0) {
    const { scheduler } = vm;
    if (scheduler === null || prev !== scheduler.bottom || vm.attention) return returnToNative(vm, prev, r as Zval);
    vm.currentExecuteData = prev;
    return scheduler.over(r as Zval);
  }
  if (slot >= 0) prev.slots[slot] = r as Zval;
  else release(vm, r as Zval);
  // The caller's code may have been left when this one waited: there is a way into it behind each such call.
  vm.switched = true;
  return LEAVE;
}

/** The current frame's call is done. */
export function behindCall(vm: Executor): void {
  (vm.currentExecuteData as ExecuteData).opline++;
}
