/**
 * The shorter way of compiled code into the builtins in which coroutines switch: on a frame of the usual form, without the
 * general reading of arguments. Everything unusual is startInternalCall's.
 */
import { CALL_FRAME_SLOT } from '../../bytecode/op-array.ts';
import { Channel } from '../../coro/channel.ts';
import { popNow, pushNow } from '../../coro/channel-now.ts';
import { type Scheduler, schedulerOf } from '../../coro/scheduler.ts';
import { PhpObject } from '../../value/php-object.ts';
import { PhpReference, type Zval } from '../../value/zval.ts';
import type { ExecuteData } from '../../vm/execute-data.ts';
import type { Executor } from '../../vm/executor.ts';
import { answerCall, startInternalCall } from '../../vm/internal-call.ts';
import { create, yieldNow } from './coroutine-support.ts';

const NO_ARGUMENTS: readonly Zval[] = [];

/** The first argument, borrowed. */
function firstOf(call: ExecuteData): Zval {
  const v = call.slots[call.base + CALL_FRAME_SLOT];
  return v instanceof PhpReference ? v.val : v;
}

/** A buffered channel whose method runs in a coroutine. */
function channelIn(scheduler: Scheduler, call: ExecuteData): Channel | null {
  const native = call.thisObject === null ? null : call.thisObject.native;
  return native instanceof Channel && native.capacity > 0 && scheduler.current !== null ? native : null;
}

/** Channel::push($value) */
export function pushDirectly(vm: Executor, call: ExecuteData): number {
  const scheduler = schedulerOf(vm);
  const channel = call.numArgs === 1 ? channelIn(scheduler, call) : null;
  const value = firstOf(call);
  if (channel === null || value === undefined) return startInternalCall(vm, call);
  vm.currentExecuteData = call;
  return answerCall(vm, call, pushNow(scheduler, channel, value, -1));
}

/** Channel::pop() */
export function popDirectly(vm: Executor, call: ExecuteData): number {
  const scheduler = schedulerOf(vm);
  const channel = call.numArgs === 0 ? channelIn(scheduler, call) : null;
  if (channel === null) return startInternalCall(vm, call);
  vm.currentExecuteData = call;
  return answerCall(vm, call, popNow(scheduler, channel, -1));
}

/** Coroutine::yield() */
export function yieldDirectly(vm: Executor, call: ExecuteData): number {
  const scheduler = schedulerOf(vm);
  if (call.numArgs !== 0 || scheduler.current === null) return startInternalCall(vm, call);
  vm.currentExecuteData = call;
  return answerCall(vm, call, yieldNow(scheduler));
}

/** Coroutine::resume($cid) */
export function resumeDirectly(vm: Executor, call: ExecuteData): number {
  const scheduler = schedulerOf(vm);
  const cid = firstOf(call);
  const co = call.numArgs === 1 && typeof cid === 'number' ? scheduler.all.get(cid) : undefined;
  if (co === undefined || !co.wait.isYield) return startInternalCall(vm, call);
  vm.currentExecuteData = call;
  return answerCall(vm, call, scheduler.resumeNow(co, true));
}

/** Coroutine::create($closure), go($closure) */
export function createDirectly(vm: Executor, call: ExecuteData): number {
  const held = firstOf(call);
  const closure = call.numArgs === 1 && held instanceof PhpObject ? held : null;
  const callable = closure?.ce.handlers.getClosure?.(vm, closure) ?? null;
  if (callable === null) return startInternalCall(vm, call);
  vm.currentExecuteData = call;
  const result = create(vm, callable, NO_ARGUMENTS);
  return answerCall(vm, call, result);
}
