/**
 * Waiting at several channels at once, for whichever is ready first: Go's select. Among several that are ready, chance
 * decides; the chance comes from a seed, so that a program takes the same way every time.
 * Source: https://go.dev/ref/spec#Select_statements
 */
import type { NativeCode } from '../object/native-code.ts';
import type { Zval } from '../value/zval.ts';
import type { Channel, ChannelEnd } from './channel.ts';
import type { Coroutine } from './coroutine.ts';
import type { Scheduler } from './scheduler.ts';

/** One of the channels waited at. */
export interface SelectCase {
  /** Null: never ready. */
  readonly channel: Channel | null;
  readonly end: ChannelEnd;
  /** What is sent; owned by the caller until it has been. */
  readonly value: Zval;
}

/** Which case was chosen, and what it brought. */
export interface Selected {
  readonly index: number;
  /** What was received, owned. */
  readonly value: Zval;
  /** False: the channel is closed, nothing was sent or received. */
  readonly ok: boolean;
}

function isReady({ channel, end }: SelectCase): boolean {
  if (channel === null) return false;
  return channel.closed || (end === 'producers' ? channel.takesValue : channel.hasValue);
}

/** Does the chosen case's work; it does not wait any more. */
function* finish(scheduler: Scheduler, cases: readonly SelectCase[], index: number): NativeCode<Selected> {
  const { channel, end, value } = cases[index] as SelectCase;
  if (channel === null) return { index, value: null, ok: false };
  if (end === 'producers') {
    if (channel.closed) return { index, value: null, ok: false };
    yield* channel.put(scheduler, value);
    return { index, value: null, ok: true };
  }
  if (!channel.hasValue) return { index, value: null, ok: false };
  return { index, value: yield* channel.take(scheduler), ok: true };
}

/** Null when none is ready in time: at once for 0 seconds, never for a negative number. */
export function* select(
  scheduler: Scheduler,
  cases: readonly SelectCase[],
  seconds: number,
): NativeCode<Selected | null> {
  const ready: number[] = [];
  cases.forEach((one, i) => {
    if (isReady(one)) ready.push(i);
  });
  const chosen = ready[scheduler.chance.below(ready.length)];
  if (chosen !== undefined) return yield* finish(scheduler, cases, chosen);
  if (seconds === 0) return null;
  return yield* waitAtAll(scheduler, cases, seconds);
}

function* waitAtAll(scheduler: Scheduler, cases: readonly SelectCase[], seconds: number): NativeCode<Selected | null> {
  const co = scheduler.current as Coroutine;
  const at = enterAll(co, cases);
  let over = false;
  try {
    over = !(yield* scheduler.yieldFor('select', seconds, at));
  } finally {
    leaveAll(co, cases);
    // an exception ends this here: what was offered is the caller's again
    if (scheduler.vm.exception !== null) for (const { channel } of cases) channel?.withdraw(co);
  }
  const { wokenBy } = co;
  const taken = new Set<Channel>();
  for (const { channel, end } of cases) {
    if (channel !== null && end === 'producers' && channel.capacity === 0 && !channel.withdraw(co)) taken.add(channel);
  }
  if (over || wokenBy === null) return null;
  const { channel, end } = wokenBy;
  const index = cases.findIndex((one) => one.channel === channel && one.end === end);
  if (end === 'producers' && taken.has(channel)) return { index, value: null, ok: true };
  return yield* finish(scheduler, cases, index);
}

/** @returns the channels that it waits at now */
function enterAll(co: Coroutine, cases: readonly SelectCase[]): readonly Channel[] {
  const channels = new Set<Channel>();
  for (const { channel, end, value } of cases) {
    if (channel === null) continue;
    channels.add(channel);
    channel.enter(co, end);
    if (end === 'producers' && channel.capacity === 0 && !channel.offers.has(co)) channel.offers.set(co, value);
  }
  co.wokenBy = null;
  return [...channels];
}

function leaveAll(co: Coroutine, cases: readonly SelectCase[]): void {
  for (const { channel, end } of cases) channel?.leave(co, end);
}
