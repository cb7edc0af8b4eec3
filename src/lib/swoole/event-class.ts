/**
 * Swoole\Event: the event loop.
 * Source: swoole-src ext-src/swoole_event.cc; wiki.swoole.com event
 */
import { E_ERROR, E_FATAL_ERRORS } from '../../base/diagnostics.ts';
import type { HeldCallable } from '../../coro/coroutine.ts';
import { type Scheduler, schedulerOf } from '../../coro/scheduler.ts';
import type { ClassDef } from '../../object/class-def.ts';
import type { NativeCode } from '../../object/native-code.ts';
import type { Callable } from '../../object/runtime.ts';
import type { Executor } from '../../vm/executor.ts';
import { type FunctionDef, fn, type MethodDef, p, staticMethod } from '../define.ts';
import { watchFunctions, watchMethods } from './event-watch-methods.ts';
import { ownedCallable } from './support.ts';

const LINK = 'https://wiki.swoole.com/#/event';

/** A fatal error has been reported: nobody is woken any more (php_swoole_is_fatal_error). */
function hasFailed(rt: Executor): boolean {
  return rt.lastError !== null && (rt.lastError.type & E_FATAL_ERRORS) !== 0;
}

/** Runs the event loop until nothing is left to wait for. */
function* wait(rt: Executor): NativeCode {
  const scheduler = schedulerOf(rt);
  if (!scheduler.active || scheduler.bailedOut || hasFailed(rt)) return null;
  if (scheduler.current !== null) rt.error(E_ERROR, 'Swoole\\Event::wait(): Unable to call Event::wait() in coroutine');
  yield* scheduler.loop();
  return null;
}

function* dispatch(rt: Executor): NativeCode {
  yield* schedulerOf(rt).round();
  return true;
}

function deferCall(rt: Executor, callback: Callable): boolean {
  const scheduler = schedulerOf(rt);
  const held = ownedCallable(rt, callback, 0);
  scheduler.defer(function* () {
    yield* scheduler.callback(held, []);
    rt.releaseValue(held.holder);
  });
  return true;
}

function setCycle(scheduler: Scheduler, before: boolean, held: HeldCallable | null): HeldCallable | null {
  const old = before ? scheduler.beforeRound : scheduler.afterRound;
  if (before) scheduler.beforeRound = held;
  else scheduler.afterRound = held;
  return old;
}

function cycle(rt: Executor, callback: Callable | null, before: boolean): boolean {
  const scheduler = schedulerOf(rt);
  scheduler.activate();
  const old = setCycle(scheduler, before, callback === null ? null : ownedCallable(rt, callback, 0));
  if (callback === null && old === null) return false;
  if (old !== null) {
    scheduler.defer(function* () {
      rt.releaseValue(old.holder);
    });
  }
  return true;
}

function exit(rt: Executor): null {
  const scheduler = schedulerOf(rt);
  if (scheduler.active) scheduler.stop();
  return null;
}

export const eventClass: ClassDef<MethodDef> = {
  name: 'Swoole\\Event',
  methods: [
    ...watchMethods,
    staticMethod({
      name: 'defer',
      doc: 'Calls a function in the next round of the event loop.',
      params: [p.callable('callback')],
      returns: ['bool'],
      link: LINK,
      impl: (rt, _scope, callback) => deferCall(rt, callback),
    }),
    staticMethod({
      name: 'cycle',
      doc: 'Calls a function in every round of the event loop; null takes it back.',
      params: [p.nullable(p.callable('callback')), p.bool('before', { default: false })],
      returns: ['bool'],
      link: LINK,
      impl: (rt, _scope, callback, before) => cycle(rt, callback, before),
    }),
    staticMethod({
      name: 'wait',
      doc: 'Runs the event loop until nothing is left to wait for.',
      params: [],
      returns: ['void'],
      link: LINK,
      impl: (rt) => wait(rt),
    }),
    staticMethod({
      name: 'dispatch',
      doc: 'Runs one round of the event loop.',
      params: [],
      returns: ['bool'],
      link: LINK,
      impl: (rt) => dispatch(rt),
    }),
    staticMethod({
      name: 'exit',
      doc: 'Ends the event loop behind this round.',
      params: [],
      returns: ['void'],
      link: LINK,
      impl: (rt) => exit(rt),
    }),
  ],
};

export const eventFunctions: readonly FunctionDef[] = [
  ...watchFunctions,
  fn({
    name: 'swoole_event_defer',
    doc: 'Calls a function in the next round of the event loop.',
    params: [p.callable('callback')],
    returns: ['bool'],
    link: LINK,
    impl: (rt, callback) => deferCall(rt, callback),
  }),
  fn({
    name: 'swoole_event_cycle',
    doc: 'Calls a function in every round of the event loop; null takes it back.',
    params: [p.nullable(p.callable('callback')), p.bool('before', { default: false })],
    returns: ['bool'],
    link: LINK,
    impl: (rt, callback, before) => cycle(rt, callback, before),
  }),
  fn({
    name: 'swoole_event_dispatch',
    doc: 'Runs one round of the event loop.',
    params: [],
    returns: ['bool'],
    link: LINK,
    impl: (rt) => dispatch(rt),
  }),
  fn({
    name: 'swoole_event_exit',
    doc: 'Ends the event loop behind this round.',
    params: [],
    returns: ['void'],
    link: LINK,
    impl: (rt) => exit(rt),
  }),
  ...['swoole_event_wait', 'swoole_event_rshutdown'].map((name) =>
    fn({
      name,
      doc: 'Runs the event loop until nothing is left to wait for.',
      params: [],
      returns: ['void'],
      link: LINK,
      impl: (rt) => wait(rt),
    }),
  ),
];
