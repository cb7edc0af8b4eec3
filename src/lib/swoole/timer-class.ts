/**
 * Swoole\Timer and the functions swoole_timer_*. A timer's function runs in a coroutine of its own.
 * Source: swoole-src ext-src/swoole_timer.cc; wiki.swoole.com timer
 */
import type { HeldCallable } from '../../coro/coroutine.ts';
import { schedulerOf } from '../../coro/scheduler.ts';
import type { ClassDef } from '../../object/class-def.ts';
import type { NativeCode } from '../../object/native-code.ts';
import { PhpArray } from '../../value/php-array.ts';
import type { Zval } from '../../value/zval.ts';
import type { Executor } from '../../vm/executor.ts';
import { type FunctionDef, fn, type MethodDef, p, staticMethod } from '../define.ts';
import { ownedCallable, ownedValues, warn } from './support.ts';

const LINK = 'https://wiki.swoole.com/#/timer';

/** Adds a timer; `held` and `args` are taken over. */
export function addTimer(rt: Executor, ms: number, repeats: boolean, held: HeldCallable, args: Zval[]): Zval {
  if (ms < 1) {
    warn(rt, 'Timer must be greater than or equal to 1');
    rt.releaseValue(held.holder);
    for (const arg of args) rt.releaseValue(arg);
    return false;
  }
  const scheduler = schedulerOf(rt);
  scheduler.activate();
  const node = scheduler.timers.add(scheduler.reactor.now(), ms, {
    interval: repeats ? ms : 0,
    byUser: true,
    *fire(timer) {
      yield* scheduler.callback(held, repeats ? [timer.id, ...args] : args);
    },
  });
  node.dispose = () => {
    rt.releaseValue(held.holder);
    for (const arg of args) rt.releaseValue(arg);
  };
  return node.id;
}

function info(rt: Executor, id: number): Zval {
  const scheduler = schedulerOf(rt);
  const { base } = scheduler.timers;
  if (base === null) return false;
  const node = scheduler.timers.byId.get(id);
  if (node === undefined) return null;
  const result = new PhpArray();
  result.setStr('exec_msec', node.at - base);
  result.setStr('exec_count', node.execCount);
  result.setStr('interval', node.interval);
  result.setStr('round', node.round);
  result.setStr('removed', node.removed);
  return result;
}

function stats(rt: Executor): PhpArray {
  const { timers } = schedulerOf(rt);
  const result = new PhpArray();
  result.setStr('initialized', timers.base !== null);
  result.setStr('num', timers.count);
  result.setStr('round', timers.round);
  return result;
}

function* list(rt: Executor): NativeCode {
  const ids = [...schedulerOf(rt).timers.byId.values()]
    .filter((node) => node.byUser)
    .map((node) => node.id)
    .reverse();
  const values = PhpArray.fromList(ids);
  const iterator = rt.newObject(rt.classOf('Swoole\\Timer\\Iterator'));
  rt.releaseValue(yield* rt.callMethod(iterator, '__construct', [values]));
  rt.releaseValue(values);
  return iterator;
}

function isSet(rt: Executor, id: number): boolean {
  const node = schedulerOf(rt).timers.byId.get(id);
  return node !== undefined && !node.removed;
}

export function clearTimer(rt: Executor, id: number): boolean {
  const { timers } = schedulerOf(rt);
  const node = timers.byId.get(id);
  return node !== undefined && node.byUser && timers.remove(node);
}

function clearAll(rt: Executor): boolean {
  const { active, timers } = schedulerOf(rt);
  if (!active) return false;
  for (const node of [...timers.byId.values()]) if (node.byUser) timers.remove(node);
  return true;
}

interface Entry {
  readonly method: string;
  readonly func: string;
  readonly doc: string;
}

/** A function of a timer's id, as method and as function. */
function byId(
  entry: Entry,
  returns: readonly string[],
  ask: (rt: Executor, id: number) => Zval,
): [MethodDef, FunctionDef] {
  const common = { doc: entry.doc, params: [p.int('timer_id')], returns, link: LINK };
  return [
    staticMethod({ ...common, name: entry.method, impl: (rt, _scope, id) => ask(rt, id) }),
    fn({ ...common, name: entry.func, impl: (rt, id) => ask(rt, id) }),
  ];
}

/** One without parameters. */
function plain(
  entry: Entry,
  returns: readonly string[],
  ask: (rt: Executor) => Zval | NativeCode,
): [MethodDef, FunctionDef] {
  const common = { doc: entry.doc, params: [], returns, link: LINK };
  return [
    staticMethod({ ...common, name: entry.method, impl: (rt) => ask(rt) }),
    fn({ ...common, name: entry.func, impl: (rt) => ask(rt) }),
  ];
}

/** after and tick. */
function adding(entry: Entry, repeats: boolean): [MethodDef, FunctionDef] {
  const params = [p.int('ms'), p.callable('callback'), p.rest(p.mixed('params'))] as const;
  const common = { doc: entry.doc, params, returns: ['int', 'false'], link: LINK };
  return [
    staticMethod({
      ...common,
      name: entry.method,
      impl: (rt, _scope, ms, callback, args) =>
        addTimer(rt, ms, repeats, ownedCallable(rt, callback, 1), ownedValues(args)),
    }),
    fn({
      ...common,
      name: entry.func,
      impl: (rt, ms, callback, args) => addTimer(rt, ms, repeats, ownedCallable(rt, callback, 1), ownedValues(args)),
    }),
  ];
}

const pairs: readonly [MethodDef, FunctionDef][] = [
  adding({ method: 'tick', func: 'swoole_timer_tick', doc: 'Calls a function every so many milliseconds.' }, true),
  adding({ method: 'after', func: 'swoole_timer_after', doc: 'Calls a function after so many milliseconds.' }, false),
  byId({ method: 'exists', func: 'swoole_timer_exists', doc: 'Whether the timer is still set.' }, ['bool'], (rt, id) =>
    isSet(rt, id),
  ),
  byId(
    { method: 'info', func: 'swoole_timer_info', doc: 'What is known of a timer.' },
    ['array', 'null', 'false'],
    info,
  ),
  plain({ method: 'stats', func: 'swoole_timer_stats', doc: 'Counts of timers.' }, ['array'], stats),
  plain(
    { method: 'list', func: 'swoole_timer_list', doc: 'The ids of all timers.' },
    ['Swoole\\Timer\\Iterator'],
    list,
  ),
  byId({ method: 'clear', func: 'swoole_timer_clear', doc: 'Takes a timer back.' }, ['bool'], clearTimer),
  plain({ method: 'clearAll', func: 'swoole_timer_clear_all', doc: 'Takes all timers back.' }, ['bool'], clearAll),
];

export const timerClass: ClassDef<MethodDef> = { name: 'Swoole\\Timer', methods: pairs.map(([made]) => made) };
export const timerFunctions: readonly FunctionDef[] = pairs.map(([, made]) => made);
