/**
 * Swoole\\Coroutine\\System::waitSignal, waitEvent.
 * Source: swoole-src ext-src/swoole_coroutine_system.cc, src/coroutine/system.cc
 */
import { EBADF, EINVAL, ETIMEDOUT } from '../../base/errno.ts';
import type { Coroutine } from '../../coro/coroutine.ts';
import { networkOf, waitFor } from '../../coro/io-wait.ts';
import { ERROR_CO_CANCELED, type Scheduler } from '../../coro/scheduler.ts';
import type { NativeCode } from '../../object/native-code.ts';
import { PhpArray } from '../../value/php-array.ts';
import { deref, type Zval } from '../../value/zval.ts';
import type { Executor } from '../../vm/executor.ts';
import { type MethodDef, p, staticMethod } from '../define.ts';
import { type EventTarget, eventTarget } from './event-target.ts';
import { EVENT_READ, EVENT_WRITE } from './event-watchers.ts';
import { inCoroutine, warn } from './support.ts';

const LINK = 'https://wiki.swoole.com/#/coroutine/system';
const SIGCHLD = 17;
/** SW_SIGNO_MAX */
const SIGNALS = 128;
/** The longest timer there is. */
const LONGEST_WAIT_MS = 0x7fffffff;
/** Seconds between two looks at what does not tell of its changes. */
const LOOK = 0.002;

function numbersOf(signals: Zval): number[] {
  if (!(signals instanceof PhpArray)) return [Number(signals)];
  const out: number[] = [];
  signals.forEach((v) => out.push(Number(deref(v))));
  return out;
}

/** The number of the signal that came first; false after a timeout or a cancel. */
function* waitSignal(rt: Executor, scheduler: Scheduler, signals: Zval, seconds: number): NativeCode {
  const numbers = numbersOf(signals);
  if (numbers.some((n) => !(n >= 0 && n < SIGNALS) || n === SIGCHLD)) {
    scheduler.lastError = EINVAL;
    warn(rt, 'Invalid signal in the given list');
    return false;
  }
  const co = scheduler.current as Coroutine;
  const network = networkOf(rt);
  let got = 0;
  const stops = numbers.map((n) =>
    network?.signal(n, () => {
      if (got !== 0) return;
      got = n;
      scheduler.wake(() => scheduler.resume(co));
      network.activity?.();
    }),
  );
  // the host would end where it waits for signals only
  stops.push(network?.later(LONGEST_WAIT_MS, () => undefined));
  scheduler.ioWaiters++;
  try {
    yield* scheduler.yieldFor('signal', seconds);
  } finally {
    scheduler.ioWaiters--;
    for (const stop of stops) stop?.();
  }
  return got === 0 ? false : got;
}

function happening(target: EventTarget, events: number): number {
  const read = (events & EVENT_READ) !== 0 && target.isReadable() ? EVENT_READ : 0;
  return read | ((events & EVENT_WRITE) !== 0 && target.isWritable() ? EVENT_WRITE : 0);
}

/** Which of `events` can be done without waiting, once one can; false after a timeout or a cancel. */
function* waitEvent(
  rt: Executor,
  scheduler: Scheduler,
  target: EventTarget,
  wanted: number,
  seconds: number,
): NativeCode {
  const events = wanted & (EVENT_READ | EVENT_WRITE);
  const fail = (error: number): false => {
    scheduler.lastError = error;
    return false;
  };
  if (events === 0) return fail(EINVAL);
  if (target.isClosed()) return fail(EBADF);
  if (seconds === 0) return happening(target, events) || fail(ETIMEDOUT);
  if (target.watched === null) return yield* lookUntil(scheduler, () => happening(target, events), seconds);
  const ready = (): boolean => target.isClosed() || happening(target, events) !== 0;
  const result = yield* waitFor(rt, [target.watched], ready, seconds, 'event');
  if (result === 'ready') return happening(target, events) || fail(EBADF);
  return fail(result === 'timeout' ? ETIMEDOUT : ERROR_CO_CANCELED);
}

function* lookUntil(scheduler: Scheduler, happens: () => number, seconds: number): NativeCode {
  const { vm } = scheduler;
  const limit = seconds > 0 ? vm.host.nowMicros() + seconds * 1e6 : Number.POSITIVE_INFINITY;
  const co = scheduler.current as Coroutine;
  for (;;) {
    const now = happens();
    if (now !== 0) return now;
    if (vm.host.nowMicros() >= limit) {
      scheduler.lastError = ETIMEDOUT;
      return false;
    }
    yield* scheduler.yieldFor('event', LOOK);
    if (co.resumeCode === 'canceled') return false;
  }
}

export const waitMethods: readonly MethodDef[] = [
  staticMethod({
    name: 'waitSignal',
    doc: 'Waits for a signal; its number.',
    params: [p.mixed('signals'), p.float('timeout', { default: -1 })],
    returns: ['int', 'false'],
    link: LINK,
    impl: (rt, _scope, signals, timeout) => inCoroutine(rt, (scheduler) => waitSignal(rt, scheduler, signals, timeout)),
  }),
  staticMethod({
    name: 'waitEvent',
    doc: 'Waits until a stream or socket can be read from or written to; which of the events it was.',
    params: [
      p.mixed('socket'),
      p.int('events', { default: EVENT_READ, text: 'SWOOLE_EVENT_READ' }),
      p.float('timeout', { default: -1 }),
    ],
    returns: ['int', 'false'],
    link: LINK,
    impl(rt, _scope, socket, events, timeout) {
      const target = eventTarget(rt, socket);
      if (target !== null) {
        return inCoroutine(rt, (scheduler) => waitEvent(rt, scheduler, target, events, timeout));
      }
      warn(rt, 'unknown fd type');
      return false;
    },
  }),
];
