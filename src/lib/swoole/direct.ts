/**
 * The shorter way of compiled code into the builtins in which coroutines switch: on a frame of the usual form, without the
 * general reading of arguments. Everything unusual is startInternalCall's.
 */
import { CALL_FRAME_SLOT } from '../../bytecode/op-array.ts';
import { ACC_DEPRECATED } from '../../bytecode/type-flags.ts';
import type { Channel } from '../../coro/channel.ts';
import { popNow, pushNow } from '../../coro/channel-now.ts';
import { type Scheduler, schedulerOf } from '../../coro/scheduler.ts';
import { closureData } from '../../object/closure.ts';
import { type NativeCode, SUSPENDED } from '../../object/native-code.ts';
import { PhpObject } from '../../value/php-object.ts';
import { PhpReference, type Zval } from '../../value/zval.ts';
import type { ExecuteData } from '../../vm/execute-data.ts';
import type { Executor } from '../../vm/executor.ts';
import { finishPlainCall, startInternalCall } from '../../vm/internal-call.ts';
import { mayCreate, YIELD } from './coroutine-support.ts';

/** The first argument, borrowed. */
function firstOf(call: ExecuteData): Zval {
  const v = call.slots[call.base + CALL_FRAME_SLOT];
  return v instanceof PhpReference ? v.val : v;
}

/** The buffered channel whose method runs in a coroutine; null when it is anything else. */
function channelIn(scheduler: Scheduler, call: ExecuteData): Channel | null {
  // Objects of the class have nothing else there; null before the constructor has run.
  const channel = (call.thisObject as PhpObject).native as Channel | null;
  return channel !== null && channel.capacity > 0 && scheduler.current !== null ? channel : null;
}

/** A builtin of these has waited, or resumed somebody; or it is done. They never answer with native code. */
function answer(vm: Executor, call: ExecuteData, result: Zval | NativeCode): number {
  return result === SUSPENDED ? vm.switchFlow : finishPlainCall(vm, call, result as Zval);
}

/** Channel::push($value) */
export function pushDirectly(vm: Executor, call: ExecuteData): number {
  const scheduler = schedulerOf(vm);
  const channel = call.numArgs === 1 ? channelIn(scheduler, call) : null;
  const value = firstOf(call);
  if (channel === null || value === undefined) return startInternalCall(vm, call);
  vm.currentExecuteData = call;
  return answer(vm, call, pushNow(scheduler, channel, value, -1));
}

/** Channel::pop() */
export function popDirectly(vm: Executor, call: ExecuteData): number {
  const scheduler = schedulerOf(vm);
  const channel = call.numArgs === 0 ? channelIn(scheduler, call) : null;
  if (channel === null) return startInternalCall(vm, call);
  vm.currentExecuteData = call;
  return answer(vm, call, popNow(scheduler, channel, -1));
}

/** Coroutine::yield() */
export function yieldDirectly(vm: Executor, call: ExecuteData): number {
  const scheduler = schedulerOf(vm);
  if (call.numArgs !== 0 || scheduler.current === null) return startInternalCall(vm, call);
  vm.currentExecuteData = call;
  return answer(vm, call, scheduler.yieldNow(YIELD, -1));
}

/** Coroutine::resume($cid) */
export function resumeDirectly(vm: Executor, call: ExecuteData): number {
  const scheduler = schedulerOf(vm);
  const cid = firstOf(call);
  const co = call.numArgs === 1 && typeof cid === 'number' ? scheduler.all.get(cid) : undefined;
  if (co === undefined || !co.wait.isYield) return startInternalCall(vm, call);
  vm.currentExecuteData = call;
  return answer(vm, call, scheduler.resumeNow(co, true));
}

/** Coroutine::create($closure), go($closure) */
export function createDirectly(vm: Executor, call: ExecuteData): number {
  const held = firstOf(call);
  const closure = call.numArgs === 1 && held instanceof PhpObject ? held : null;
  const data = closure === null || closure.ce.handlers.getClosure === null ? null : closureData(closure);
  if (closure === null || data === null || data.magicName !== null) return startInternalCall(vm, call);
  const { func } = data;
  if (func.type !== 2 || (func.fnFlags & ACC_DEPRECATED) !== 0) return startInternalCall(vm, call);
  const scheduler = schedulerOf(vm);
  vm.currentExecuteData = call;
  return answer(vm, call, mayCreate(vm, scheduler) && scheduler.createOfClosure(closure, data));
}
