/**
 * Resuming a generator with no native code between it and who resumes it: a foreach, or a method like next(). Its frame runs
 * in front of theirs as a callee's does. Compiled code runs at once, as a JavaScript function; the interpreter is entered
 * through the dispatch loop, and giveBack goes on below when the generator yields.
 * Source: php-src Zend/zend_generators.c (zend_generator_resume)
 */
import { type NativeCode, SUSPENDED } from '../object/native-code.ts';
import type { PhpObject } from '../value/php-object.ts';
import type { Zval } from '../value/zval.ts';
import { CALL_TOP, type ExecuteData } from './execute-data.ts';
import type { Executor } from './executor.ts';
import { ENTER, RELOAD, returnToNative, startCallCode, leftFlow } from './flow.ts';
import type { ForeachState } from './foreach-state.ts';
import {
  type Answer,
  FOR_BUILTIN,
  FOR_FOREACH,
  FOR_NATIVE_CODE,
  type GeneratorData,
  generatorData,
  isPlain,
} from './generator-data.ts';
import { restoreCalls } from './generator-frame.ts';
import { finishInternalCall } from './internal-call.ts';
import { type CompiledCode, DEPTH, ENDING, YIELDED } from './jit-port.ts';

/** Nobody waits any more: the frame below goes on. */
function settle(vm: Executor, ex: ExecuteData, prev: ExecuteData, data: GeneratorData): void {
  ex.prev = null;
  data.waits = FOR_NATIVE_CODE;
  data.running = false;
  data.resumedThrough = null;
  vm.currentExecuteData = prev;
}

/** The generator's frame `ex` has yielded or returned: whoever resumed it goes on, on frame `prev`. Returns how. */
export function giveBack(vm: Executor, ex: ExecuteData, prev: ExecuteData, data: GeneratorData): number {
  const { waits, answer } = data;
  if (waits === FOR_NATIVE_CODE) {
    ex.prev = null;
    return returnToNative(vm, prev, undefined);
  }
  const obj = data.resumedThrough;
  settle(vm, ex, prev, data);
  if (waits === FOR_FOREACH || answer === null || obj === null) return ENTER;
  if (data.frame !== null && !isPlain(data)) return startCallCode(vm, prev, answer.later(vm, obj));
  return finishInternalCall(vm, prev, answer.now(data));
}

/** Calls that were being prepared come back. */
function thaw(vm: Executor, data: GeneratorData, frame: ExecuteData): void {
  const { frozen } = data;
  data.frozen = [];
  restoreCalls(vm, frame, frozen);
}

/** The code of a frame that may have calls to get back first, or whose code is to be made now. */
function otherCode(vm: Executor, data: GeneratorData, frame: ExecuteData): CompiledCode | null {
  if (data.frozen.length > 0) thaw(vm, data, frame);
  const { jit } = vm;
  return jit === null || vm.interrupt !== null || vm.jitDepth >= DEPTH ? null : jit.codeForResume(frame, false);
}

/**
 * Makes the frame of a plain generator the current one, in front of `prev`, and runs its compiled code when there is some.
 * @returns true when it has yielded or returned (`prev` is current again); false when the dispatch loop has to go on
 */
function resumeDirectly(
  vm: Executor,
  prev: ExecuteData,
  obj: PhpObject,
  data: GeneratorData,
  frame: ExecuteData,
): boolean {
  data.running = true;
  data.atFirstYield = data.value === undefined;
  data.resumedThrough = obj;
  frame.prev = prev;
  frame.callInfo &= ~CALL_TOP;
  vm.currentExecuteData = frame;
  const code = codeToStep(vm, data, frame) ?? otherCode(vm, data, frame);
  if (code === null) return false;
  vm.jitDepth++;
  const r = code(vm, frame);
  vm.jitDepth--;
  if (r !== YIELDED) return false;
  settle(vm, frame, prev, data);
  return true;
}

/** How the loop goes on when compiled code has been left (EXIT). */
function flowOfExit(vm: Executor): number {
  const flow = leftFlow(vm);
  return vm.attention ? flow : RELOAD;
}

export const AT_END = 0;
export const AT_VALUE = 1;
/** Only native code can do it. */
export const NOT_PLAIN = 2;
/** The dispatch loop has to go on; the opline is run again. `flowOfStep` says how. */
export const UNDER_WAY = 3;
/** It stands at its end, which the interpreter runs: the opline is run again. */
export const AT_RETURN = 4;

/** Takes the generator that a foreach in frame `ex` walks to its next value, or to its first one. */
export function stepGenerator(vm: Executor, ex: ExecuteData, state: ForeachState): number {
  const obj = state.generator as PhpObject;
  const data = generatorData(obj);
  const { frame } = data;
  if (frame !== null && !state.resumed && !state.fresh && isPlain(data) && data.value !== undefined) {
    const code = codeToStep(vm, data, frame);
    if (code !== null) return stepByCode(vm, ex, state, data, frame, code);
  }
  return step(vm, ex, state, obj, data);
}

/** The code of a generator's frame that has nothing to do but to go on; null when there is none, or somebody interrupts. */
function codeToStep(vm: Executor, data: GeneratorData, frame: ExecuteData): CompiledCode | null {
  if (vm.interrupt !== null || vm.jitDepth >= DEPTH || data.frozen.length > 0 || frame.func.type !== 2) return null;
  return (frame.func.tier.resumes[frame.opline] as CompiledCode | null | undefined) ?? null;
}

/** The usual step of a loop between compiled functions. */
function stepByCode(
  vm: Executor,
  ex: ExecuteData,
  state: ForeachState,
  data: GeneratorData,
  frame: ExecuteData,
  code: CompiledCode,
): number {
  data.running = true;
  data.atFirstYield = false;
  data.waits = FOR_FOREACH;
  frame.prev = ex;
  frame.callInfo &= ~CALL_TOP;
  vm.currentExecuteData = frame;
  vm.jitDepth++;
  const r = code(vm, frame);
  vm.jitDepth--;
  // Asked of every step: V8 leaves out what it has not seen when it compiles this, and the end comes but once.
  const isEnding = r === ENDING;
  if (r !== YIELDED && !isEnding) {
    // It is still under way: there may be a delegate by now, and the loop is told when it has yielded.
    state.resumed = true;
    return UNDER_WAY;
  }
  frame.prev = null;
  data.running = false;
  data.waits = FOR_NATIVE_CODE;
  vm.currentExecuteData = ex;
  if (vm.attention) {
    state.resumed = !isEnding;
    return UNDER_WAY;
  }
  if (isEnding) return AT_RETURN;
  return data.frame === null ? AT_END : AT_VALUE;
}

/** The same for the first value, in the interpreter, and after that. */
function step(vm: Executor, ex: ExecuteData, state: ForeachState, obj: PhpObject, data: GeneratorData): number {
  if (!state.resumed && (!state.fresh || data.value === undefined)) {
    const { frame } = data;
    if (frame === null) return AT_END;
    if (!isPlain(data) || (data.value === undefined && !state.fresh)) return NOT_PLAIN;
    state.resumed = true;
    data.waits = FOR_FOREACH;
    if (!resumeDirectly(vm, ex, obj, data, frame) || vm.attention) return UNDER_WAY;
  }
  if (data.frame === null) {
    state.resumed = false;
    return AT_END;
  }
  if (!isPlain(data)) return NOT_PLAIN;
  state.fresh = false;
  state.resumed = false;
  return AT_VALUE;
}

/** The flow of a handler whose stepGenerator answered UNDER_WAY. */
export function flowOfStep(vm: Executor): number {
  return vm.jit === null ? ENTER : flowOfExit(vm);
}

/** Is the running builtin a method of `self` whose frame can wait for the generator? */
export function mayWait(vm: Executor, self: PhpObject): boolean {
  const call = vm.currentExecuteData;
  return call !== null && call.native === null && call.thisObject === self && call.func.type === 1;
}

/** Resumes the plain generator whose method runs: the method's result, or SUSPENDED. */
export function resumeForBuiltin(
  vm: Executor,
  self: PhpObject,
  data: GeneratorData,
  answer: Answer,
): Zval | NativeCode {
  data.waits = FOR_BUILTIN;
  data.answer = answer;
  if (resumeDirectly(vm, vm.currentExecuteData as ExecuteData, self, data, data.frame as ExecuteData)) {
    return data.frame === null || isPlain(data) ? answer.now(data) : answer.later(vm, self);
  }
  vm.switchFlow = flowOfExit(vm);
  return SUSPENDED;
}
