/**
 * Channels' push and pop as builtins that answer SUSPENDED: no native code stands on the coroutine's stack while it waits,
 * only the builtin's frame. What it needs to go on is in that frame: the channel is its $this, the value its argument.
 */
import type { NativeCode } from '../object/native-code.ts';
import { addRef, deref, type Zval } from '../value/zval.ts';
import { frameOfLoaded, waitingArgument } from '../vm/bare-call.ts';
import { startCallCode } from '../vm/flow.ts';
import { type Channel, CHANNEL_CANCELED, CHANNEL_CLOSED, CHANNEL_TIMEOUT } from './channel.ts';
import type { Coroutine } from './coroutine.ts';
import type { Scheduler } from './scheduler.ts';
import { goOn } from './switch.ts';
import { Wait } from './wait.ts';

/** Adds a value (borrowed) to a buffered channel. True; or false, with the channel's error set. */
export function pushNow(scheduler: Scheduler, channel: Channel, value: Zval, seconds: number): Zval | NativeCode {
  if (channel.closed) return channel.fail(CHANNEL_CLOSED);
  if (channel.queue.length >= channel.capacity || channel.producers.length > 0) {
    const co = scheduler.current as Coroutine;
    scheduler.limit(co, seconds);
    return scheduler.answered(waitToPush(scheduler, co, channel));
  }
  channel.queue.push(addRef(value));
  const consumer = channel.next('consumers');
  return consumer === undefined ? true : scheduler.resumeNow(consumer, true);
}

/** Takes the oldest value of a buffered channel; false, with the channel's error set, when there is none in time. */
export function popNow(scheduler: Scheduler, channel: Channel, seconds: number): Zval | NativeCode {
  if (channel.queue.length === 0 || channel.consumers.length > 0) {
    if (channel.closed && channel.queue.length === 0) return channel.fail(CHANNEL_CLOSED);
    const co = scheduler.current as Coroutine;
    scheduler.limit(co, seconds);
    return scheduler.answered(waitToPop(scheduler, co, channel));
  }
  const value = channel.queue.shift();
  const producer = channel.next('producers');
  return producer === undefined ? value : scheduler.resumeNow(producer, value);
}

/** `co`, which runs, waits for room. Returns how the loop goes on. */
export function waitToPush(scheduler: Scheduler, co: Coroutine, channel: Channel): number {
  channel.producers.push(co);
  channel.pushWait ??= new Wait('channel push', stopPushing, pushEnds, [channel]);
  return scheduler.away(co, channel.pushWait);
}

/** The same for a value. */
export function waitToPop(scheduler: Scheduler, co: Coroutine, channel: Channel): number {
  channel.consumers.push(co);
  channel.popWait ??= new Wait('channel pop', stopPopping, popEnds, [channel]);
  return scheduler.away(co, channel.popWait);
}

/** Who runs takes `value` (owned) and switches to the producer that has waited longest. Returns how the loop goes on. */
export function resumeProducer(scheduler: Scheduler, channel: Channel, value: Zval): number {
  const producer = channel.producers.shift() as Coroutine;
  if (producer.wait.onWake === null) channel.wokenAt(producer, 'producers');
  if (producer.wait !== channel.pushWait || producer.thrown !== null || channel.closed) {
    return scheduler.enter(producer, value);
  }
  // What the wait's end comes to mostly.
  const { vm } = scheduler;
  scheduler.load(producer, value);
  channel.queue.push(addRef(deref(waitingArgument(vm))));
  const consumer = channel.consumers.length === 0 ? undefined : channel.next('consumers');
  if (consumer === undefined) return goOn(vm, true);
  return startCallCode(vm, frameOfLoaded(vm), resumeThen(scheduler, consumer, true));
}

function* stopPushing(co: Coroutine, scheduler: Scheduler): NativeCode<boolean> {
  co.wait.at[0]?.leave(co, 'producers');
  yield* scheduler.resume(co);
  return true;
}

function* stopPopping(co: Coroutine, scheduler: Scheduler): NativeCode<boolean> {
  co.wait.at[0]?.leave(co, 'consumers');
  yield* scheduler.resume(co);
  return true;
}

/** The wait at the channel was cut short. */
function cutShort(co: Coroutine, channel: Channel): false {
  return channel.fail(co.resumeCode === 'canceled' ? CHANNEL_CANCELED : CHANNEL_TIMEOUT);
}

function pushEnds(scheduler: Scheduler, co: Coroutine, wait: Wait): Zval | NativeCode {
  const channel = wait.at[0] as Channel;
  if (co.resumeCode !== 'ok') return cutShort(co, channel);
  if (channel.closed) return channel.fail(CHANNEL_CLOSED);
  channel.queue.push(addRef(deref(waitingArgument(scheduler.vm))));
  const consumer = channel.next('consumers');
  return consumer === undefined ? true : resumeThen(scheduler, consumer, true);
}

function popEnds(scheduler: Scheduler, co: Coroutine, wait: Wait): Zval | NativeCode {
  const channel = wait.at[0] as Channel;
  if (co.resumeCode !== 'ok') return cutShort(co, channel);
  if (channel.queue.length === 0) return channel.fail(CHANNEL_CLOSED);
  const value = channel.queue.shift();
  const producer = channel.next('producers');
  return producer === undefined ? value : resumeThen(scheduler, producer, value);
}

function* resumeThen(scheduler: Scheduler, co: Coroutine, result: Zval): NativeCode {
  yield* scheduler.resume(co);
  return result;
}
