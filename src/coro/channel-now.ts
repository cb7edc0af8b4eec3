/**
 * Channels' push and pop as builtins that answer SUSPENDED: no native code stands on the coroutine's stack while it waits,
 * only the builtin's frame. What it needs to go on is in that frame: the channel is its $this, the value its argument.
 */
import { CALL_FRAME_SLOT } from '../bytecode/op-array.ts';
import type { NativeCode } from '../object/native-code.ts';
import { addRef, deref, type Zval } from '../value/zval.ts';
import { type Channel, CHANNEL_CANCELED, CHANNEL_CLOSED, CHANNEL_TIMEOUT, type ChannelEnd } from './channel.ts';
import { type Coroutine, NOWHERE } from './coroutine.ts';
import type { Scheduler } from './scheduler.ts';

/** Adds a value (borrowed) to a buffered channel. True; or false, with the channel's error set. */
export function pushNow(scheduler: Scheduler, channel: Channel, value: Zval, seconds: number): Zval | NativeCode {
  if (channel.closed) return channel.fail(CHANNEL_CLOSED);
  if (!channel.takesValue) return wait(scheduler, channel, 'producers', seconds);
  channel.queue.push(addRef(value));
  const consumer = channel.next('consumers');
  return consumer === undefined ? true : scheduler.resumeNow(consumer, true);
}

/** Takes the oldest value of a buffered channel; false, with the channel's error set, when there is none in time. */
export function popNow(scheduler: Scheduler, channel: Channel, seconds: number): Zval | NativeCode {
  if (channel.closed && !channel.hasValue) return channel.fail(CHANNEL_CLOSED);
  if (!channel.hasValue || channel.consumers.length > 0) return wait(scheduler, channel, 'consumers', seconds);
  const value = channel.queue.shift();
  const producer = channel.next('producers');
  return producer === undefined ? value : scheduler.resumeNow(producer, value);
}

function wait(scheduler: Scheduler, channel: Channel, end: ChannelEnd, seconds: number): NativeCode {
  const co = scheduler.current as Coroutine;
  channel.enter(co, end);
  co.waitsAt = channel.alone;
  return end === 'producers'
    ? scheduler.yieldNow('channel push', seconds, pushEnds, stopPushing)
    : scheduler.yieldNow('channel pop', seconds, popEnds, stopPopping);
}

function* stopPushing(co: Coroutine, scheduler: Scheduler): NativeCode<boolean> {
  co.waitsAt[0]?.leave(co, 'producers');
  yield* scheduler.resume(co);
  return true;
}

function* stopPopping(co: Coroutine, scheduler: Scheduler): NativeCode<boolean> {
  co.waitsAt[0]?.leave(co, 'consumers');
  yield* scheduler.resume(co);
  return true;
}

/** The channel that the coroutine has waited at; null when the wait was cut short, the error is set then. */
function settled(co: Coroutine): Channel | null {
  const channel = co.waitsAt[0] as Channel;
  co.waitsAt = NOWHERE;
  if (co.resumeCode === 'ok') return channel;
  channel.fail(co.resumeCode === 'canceled' ? CHANNEL_CANCELED : CHANNEL_TIMEOUT);
  return null;
}

function pushEnds(scheduler: Scheduler, co: Coroutine): Zval | NativeCode {
  const channel = settled(co);
  if (channel === null) return false;
  if (channel.closed) return channel.fail(CHANNEL_CLOSED);
  const frame = scheduler.vm.currentExecuteData;
  channel.queue.push(frame === null ? null : addRef(deref(frame.slots[frame.base + CALL_FRAME_SLOT])));
  const consumer = channel.next('consumers');
  return consumer === undefined ? true : resumeThen(scheduler, consumer, true);
}

function popEnds(scheduler: Scheduler, co: Coroutine): Zval | NativeCode {
  const channel = settled(co);
  if (channel === null) return false;
  if (!channel.hasValue) return channel.fail(CHANNEL_CLOSED);
  const value = channel.queue.shift();
  const producer = channel.next('producers');
  return producer === undefined ? value : resumeThen(scheduler, producer, value);
}

function* resumeThen(scheduler: Scheduler, co: Coroutine, result: Zval): NativeCode {
  yield* scheduler.resume(co);
  return result;
}
