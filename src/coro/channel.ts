/**
 * Channels: a queue with room for so many values, and the coroutines that wait at its two ends. A channel without room hands
 * a value over only when somebody takes it (Swoole rounds its capacity up to 1; here that is an option).
 * Source: swoole-src src/coroutine/channel.cc
 */
import { Fifo } from '../base/fifo.ts';
import type { NativeCode } from '../object/native-code.ts';
import type { Zval } from '../value/zval.ts';
import type { Coroutine } from './coroutine.ts';
import type { Scheduler } from './scheduler.ts';
import { Wait } from './wait.ts';

export const CHANNEL_OK = 0;
export const CHANNEL_TIMEOUT = -1;
export const CHANNEL_CLOSED = -2;
export const CHANNEL_CANCELED = -3;

/** One of the two ends: where values go in, or come out. */
export type ChannelEnd = 'producers' | 'consumers';

export class Channel {
  /** 0: unbuffered. */
  readonly capacity: number;
  /** Owned values, the oldest first. */
  readonly queue: Fifo<Zval> = new Fifo();
  readonly producers: Fifo<Coroutine> = new Fifo();
  readonly consumers: Fifo<Coroutine> = new Fifo();
  /** How coroutines wait in push() and pop(); null until the first one does. */
  pushWait: Wait | null = null;
  popWait: Wait | null = null;
  /** Unbuffered: what each waiting producer offers; gone once it has been taken. The producer owns it until then. */
  readonly offers: Map<Coroutine, Zval> = new Map();
  closed = false;
  error: number = CHANNEL_OK;
  /** Told of every error. */
  failed: (error: number) => void = () => undefined;
  constructor(capacity: number) {
    this.capacity = capacity;
  }

  /** Who waits at one end. */
  private waiters(end: ChannelEnd): Fifo<Coroutine> {
    return end === 'producers' ? this.producers : this.consumers;
  }

  get isFull(): boolean {
    return this.queue.length >= this.capacity;
  }

  /** Would a push not wait? */
  get takesValue(): boolean {
    if (this.capacity === 0) return this.consumers.length > 0;
    return !this.isFull && this.producers.length === 0;
  }

  /** Would a pop not wait? */
  get hasValue(): boolean {
    return this.queue.length > 0 || (this.capacity === 0 && this.producers.length > 0);
  }

  /** Adds an owned value; waits for room up to `seconds`. False (the value is still the caller's) with `error` set. */
  *push(scheduler: Scheduler, value: Zval, seconds: number): NativeCode<boolean> {
    if (this.closed) return this.fail(CHANNEL_CLOSED);
    if (this.takesValue) {
      yield* this.put(scheduler, value);
      return true;
    }
    const co = scheduler.current as Coroutine;
    if (this.capacity === 0) this.offers.set(co, value);
    const woken = yield* this.wait(scheduler, 'producers', 'channel push', seconds);
    if (this.capacity === 0) return this.withdraw(co) ? woken && this.fail(CHANNEL_CLOSED) : true;
    if (!woken) return false;
    if (this.closed) return this.fail(CHANNEL_CLOSED);
    yield* this.put(scheduler, value);
    return true;
  }

  /** Takes the oldest value (owned); waits for one up to `seconds`. Undefined with `error` set. */
  *pop(scheduler: Scheduler, seconds: number): NativeCode<Zval> {
    if (this.closed && !this.hasValue) {
      this.fail(CHANNEL_CLOSED);
      return undefined;
    }
    if (!this.hasValue || this.consumers.length > 0) {
      if (!(yield* this.wait(scheduler, 'consumers', 'channel pop', seconds))) return undefined;
      if (!this.hasValue) {
        this.fail(CHANNEL_CLOSED);
        return undefined;
      }
    }
    return yield* this.take(scheduler);
  }

  /** Puts an owned value in where `takesValue` said so, or room has just been made. */
  *put(scheduler: Scheduler, value: Zval): NativeCode<void> {
    this.queue.push(value);
    const consumer = this.next('consumers');
    if (consumer !== undefined) yield* scheduler.resume(consumer);
  }

  /** Takes the oldest value (owned) where `hasValue` said so. */
  *take(scheduler: Scheduler): NativeCode<Zval> {
    const handedOver = this.capacity === 0 && this.queue.length === 0;
    let value = handedOver ? undefined : this.queue.shift();
    if (this.capacity === 0 && !handedOver) return value;
    const producer = this.next('producers');
    if (producer === undefined) return value;
    if (handedOver) {
      value = this.offers.get(producer);
      this.offers.delete(producer);
    }
    yield* scheduler.resume(producer);
    return value;
  }

  /** No more values go in; everyone who waits is woken. False when it was closed before. */
  *close(scheduler: Scheduler): NativeCode<boolean> {
    if (this.closed) return false;
    this.closed = true;
    for (const end of ['producers', 'consumers'] as const) {
      for (let co = this.next(end); co !== undefined; co = this.next(end)) yield* scheduler.resume(co);
    }
    return true;
  }

  /** Lets a coroutine wait at one end. */
  enter(co: Coroutine, end: ChannelEnd): void {
    this.waiters(end).push(co);
  }

  /** Takes a coroutine back from one end. */
  leave(co: Coroutine, end: ChannelEnd): void {
    this.waiters(end).remove(co);
  }

  /** A producer that has stopped waiting takes its offer back; false when somebody has taken it. */
  withdraw(co: Coroutine): boolean {
    return this.offers.delete(co);
  }

  /** The coroutine that has waited longest at one end; it learns who woke it. */
  next(end: ChannelEnd): Coroutine | undefined {
    const co = this.waiters(end).shift();
    if (co !== undefined && co.wait.onWake === null) this.wokenAt(co, end);
    return co;
  }

  /** Native code that waits at several channels learns which one it was. */
  wokenAt(co: Coroutine, end: ChannelEnd): void {
    co.wokenBy = { channel: this, end };
  }

  /** Sets the error; always false. */
  fail(error: number): false {
    this.error = error;
    this.failed(error);
    return false;
  }

  private *wait(scheduler: Scheduler, end: ChannelEnd, what: string, seconds: number): NativeCode<boolean> {
    const co = scheduler.current as Coroutine;
    const channel = this;
    this.enter(co, end);
    try {
      scheduler.limit(co, seconds);
      const cancel = function* () {
        channel.leave(co, end);
        yield* scheduler.resume(co);
        return true;
      };
      yield* scheduler.yield(new Wait(what, cancel, null, [this]));
    } finally {
      this.leave(co, end);
      if (co.thrown !== null || scheduler.vm.exception !== null) this.withdraw(co);
    }
    if (co.resumeCode === 'canceled') return this.fail(CHANNEL_CANCELED);
    if (co.resumeCode === 'timedout') return this.fail(CHANNEL_TIMEOUT);
    return true;
  }
}
