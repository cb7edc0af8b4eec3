/**
 * Channels: a queue with room for so many values, and the coroutines that wait at its two ends.
 * Source: swoole-src src/coroutine/channel.cc
 */
import type { NativeCode } from '../object/native-code.ts';
import type { Zval } from '../value/zval.ts';
import { type Coroutine, NOWHERE } from './coroutine.ts';
import type { Scheduler } from './scheduler.ts';

export const CHANNEL_OK = 0;
export const CHANNEL_TIMEOUT = -1;
export const CHANNEL_CLOSED = -2;
export const CHANNEL_CANCELED = -3;

export class Channel {
  readonly capacity: number;
  /** Owned values, the oldest first. */
  readonly queue: Zval[] = [];
  readonly producers: Coroutine[] = [];
  readonly consumers: Coroutine[] = [];
  closed = false;
  error: number = CHANNEL_OK;
  constructor(capacity: number) {
    this.capacity = capacity;
  }

  get isFull(): boolean {
    return this.queue.length >= this.capacity;
  }

  /** Adds an owned value; waits for room up to `seconds`. False (the value is still the caller's) with `error` set. */
  *push(scheduler: Scheduler, value: Zval, seconds: number): NativeCode<boolean> {
    if (this.closed) return this.fail(CHANNEL_CLOSED);
    if (this.isFull || this.producers.length > 0) {
      if (!(yield* this.wait(scheduler, this.producers, 'channel push', seconds))) return false;
      if (this.closed) return this.fail(CHANNEL_CLOSED);
    }
    this.queue.push(value);
    const consumer = this.consumers.shift();
    if (consumer !== undefined) yield* scheduler.resume(consumer);
    return true;
  }

  /** Takes the oldest value (owned); waits for one up to `seconds`. Undefined with `error` set. */
  *pop(scheduler: Scheduler, seconds: number): NativeCode<Zval> {
    const isEmpty = this.queue.length === 0;
    if (this.closed && isEmpty) {
      this.fail(CHANNEL_CLOSED);
      return undefined;
    }
    if (isEmpty || this.consumers.length > 0) {
      if (!(yield* this.wait(scheduler, this.consumers, 'channel pop', seconds))) return undefined;
      if (this.queue.length === 0) {
        this.fail(CHANNEL_CLOSED);
        return undefined;
      }
    }
    const value = this.queue.shift();
    const producer = this.producers.shift();
    if (producer !== undefined) yield* scheduler.resume(producer);
    return value;
  }

  /** No more values go in; everyone who waits is woken. False when it was closed before. */
  *close(scheduler: Scheduler): NativeCode<boolean> {
    if (this.closed) return false;
    this.closed = true;
    for (const waiting of [this.producers, this.consumers]) {
      for (let co = waiting.shift(); co !== undefined; co = waiting.shift()) yield* scheduler.resume(co);
    }
    return true;
  }

  private fail(error: number): false {
    this.error = error;
    return false;
  }

  private *wait(scheduler: Scheduler, queue: Coroutine[], what: string, seconds: number): NativeCode<boolean> {
    const co = scheduler.current as Coroutine;
    const leave = (): void => {
      const at = queue.indexOf(co);
      if (at >= 0) queue.splice(at, 1);
    };
    const timer =
      seconds > 0
        ? scheduler.after(seconds, function* () {
            leave();
            co.resumeCode = 'timedout';
            yield* scheduler.resume(co);
          })
        : null;
    queue.push(co);
    co.waitsAt = [this];
    try {
      yield* scheduler.yield(what, function* () {
        leave();
        yield* scheduler.resume(co);
        return true;
      });
    } finally {
      leave();
      co.waitsAt = NOWHERE;
      if (timer !== null) scheduler.timers.remove(timer);
    }
    if (co.resumeCode === 'canceled') return this.fail(CHANNEL_CANCELED);
    if (co.resumeCode === 'timedout') return this.fail(CHANNEL_TIMEOUT);
    return true;
  }
}
