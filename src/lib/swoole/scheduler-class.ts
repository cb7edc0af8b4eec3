/**
 * Swoole\Coroutine\Scheduler, and the functions of the namespace Swoole\Coroutine: run, go, defer, batch, parallel, map.
 * Source: swoole-src ext-src/swoole_coroutine_scheduler.cc; wiki.swoole.com coroutine/scheduler, coroutine/coroutine
 */
import { E_WARNING } from '../../base/diagnostics.ts';
import { ACC_FINAL, ACC_NOT_SERIALIZABLE } from '../../bytecode/type-flags.ts';
import type { HeldCallable } from '../../coro/coroutine.ts';
import { type Scheduler, schedulerOf } from '../../coro/scheduler.ts';
import type { ClassDef } from '../../object/class-def.ts';
import { callCatching, type NativeCode } from '../../object/native-code.ts';
import { PhpArray } from '../../value/php-array.ts';
import type { PhpObject } from '../../value/php-object.ts';
import { release } from '../../value/refcount.ts';
import { addRef, deref, type Zval } from '../../value/zval.ts';
import type { Executor } from '../../vm/executor.ts';
import { type FunctionDef, fn, type MethodDef, method, p } from '../define.ts';
import { bareCreate } from './bare.ts';
import { create, deferCall } from './coroutine-support.ts';
import { HOOK_ALL } from './hooks.ts';
import { hookSockets } from './net/socket-hooks.ts';
import { setOptions } from './options.ts';
import { borrowedCallable, inCoroutine, ownedCallable, ownedValues, warn } from './support.ts';
import { WaitGroup } from './wait-group.ts';
import { denyUnset } from './deny-unset.ts';

const LINK = 'https://wiki.swoole.com/#/coroutine/scheduler';

interface Task {
  readonly held: HeldCallable;
  readonly args: Zval[];
  readonly count: number;
}

/** What a Scheduler object keeps. */
class TaskList {
  tasks: Task[] | null = null;
  started = false;
}

function listOf(self: PhpObject): TaskList {
  if (!(self.native instanceof TaskList)) self.native = new TaskList();
  return self.native as TaskList;
}

function* runTasks(rt: Executor, scheduler: Scheduler, tasks: readonly Task[]): NativeCode<void> {
  for (const { held, args, count } of tasks) {
    for (let i = 0; i < count; i++) yield* scheduler.create(held, args);
    rt.releaseValue(held.holder);
    for (const arg of args) rt.releaseValue(arg);
  }
  yield* scheduler.loop();
}

function* start(rt: Executor, list: TaskList): NativeCode {
  const scheduler = schedulerOf(rt);
  if (list.started) {
    warn(rt, 'scheduler is started, unable to execute Swoole\\Coroutine\\Scheduler->start');
    return false;
  }
  if (list.tasks === null) {
    warn(rt, 'no coroutine task');
    return false;
  }
  const { tasks } = list;
  list.started = true;
  yield* runTasks(rt, scheduler, tasks);
  list.tasks = null;
  list.started = false;
  return true;
}

function addTask(self: PhpObject, held: HeldCallable, args: readonly Zval[], count: number): null {
  const list = listOf(self);
  list.tasks ??= [];
  list.tasks.push({ held, args: ownedValues(args), count });
  return null;
}

export const schedulerClass: ClassDef<MethodDef> = {
  name: 'Swoole\\Coroutine\\Scheduler',
  flags: ACC_FINAL | ACC_NOT_SERIALIZABLE,
  methods: [
    method({
      name: 'add',
      doc: 'Adds a function to run as a coroutine.',
      params: [p.callable('func'), p.rest(p.mixed('params'))],
      returns: null,
      link: LINK,
      impl(rt, self, func, params) {
        if (!listOf(self).started) return addTask(self, ownedCallable(rt, func, 0), params, 1);
        warn(rt, 'scheduler is running, unable to execute Swoole\\Coroutine\\Scheduler->add');
        return null;
      },
    }),
    method({
      name: 'parallel',
      doc: 'Adds a function to run as so many coroutines.',
      params: [p.int('n'), p.callable('func'), p.rest(p.mixed('params'))],
      returns: null,
      link: LINK,
      impl(rt, self, n, func, params) {
        if (!listOf(self).started) return addTask(self, ownedCallable(rt, func, 1), params, n);
        warn(rt, 'scheduler is running, unable to execute Swoole\\Coroutine\\Scheduler->parallel');
        return null;
      },
    }),
    method({
      name: 'set',
      doc: 'Sets options.',
      params: [p.array('settings')],
      returns: ['void'],
      link: LINK,
      impl: (rt, _self, settings) => setOptions(rt, settings),
    }),
    method({
      name: 'getOptions',
      doc: 'The options that have been set; null when none has.',
      params: [],
      returns: ['array', 'null'],
      link: LINK,
      impl: (rt) => addRef(schedulerOf(rt).options),
    }),
    method({
      name: 'start',
      doc: 'Runs the coroutines and the event loop until all is done.',
      params: [],
      returns: ['bool'],
      link: LINK,
      impl: (rt, self) => start(rt, listOf(self)),
    }),
  ],
  handlers: {
    cloneable: false,
    unsetProperty: denyUnset,
    freeNative: (rt, obj) => {
      for (const { held, args } of listOf(obj).tasks ?? []) {
        release(rt, held.holder);
        for (const arg of args) release(rt, arg);
      }
    },
  },
};

function* run(rt: Executor, held: HeldCallable, args: readonly Zval[]): NativeCode {
  const scheduler = schedulerOf(rt);
  if (scheduler.current !== null || scheduler.looping) {
    rt.error(
      E_WARNING,
      'Swoole\\Coroutine\\Scheduler::start(): eventLoop has already been created. unable to start Swoole\\Coroutine\\Scheduler',
    );
    return false;
  }
  if (scheduler.options === null || deref(scheduler.options.getStr('hook_flags')) === undefined) {
    const options = new PhpArray();
    options.setStr('hook_flags', HOOK_ALL);
    setOptions(rt, options);
    rt.releaseValue(options);
  }
  hookSockets(rt, scheduler.hookFlags);
  addRef(held.holder);
  yield* runTasks(rt, scheduler, [{ held, args: ownedValues(args), count: 1 }]);
  hookSockets(rt, 0);
  return true;
}

/** Calls `work` for each of the entries in a coroutine of its own and waits for all; the results by key. */
function* gather(
  rt: Executor,
  scheduler: Scheduler,
  list: PhpArray,
  seconds: number,
  work: (value: Zval, key: Zval) => NativeCode,
): NativeCode {
  const group = new WaitGroup();
  const result = list.dup();
  const entries: [Zval, string | number][] = [];
  list.forEach((v, key) => entries.push([deref(v), key as string | number]));
  group.count = entries.length;
  addRef(list);
  addRef(result);
  for (const [value, key] of entries) {
    result.update(rt, key, null);
    addRef(result);
    yield* scheduler.spawn(function* () {
      const made = yield* work(value, key);
      if (rt.exception !== null) return null;
      if (result.rc > 1) result.update(rt, key, made);
      rt.releaseValue(result);
      yield* group.done(scheduler);
      return null;
    });
  }
  yield* group.wait(scheduler, seconds);
  rt.releaseValue(list);
  rt.releaseValue(result);
  return result;
}

const N = 'Swoole\\Coroutine\\';

export const coroutineFunctions: readonly FunctionDef[] = [
  ...[`${N}run`, 'Co\\run'].map((name) =>
    fn({
      name,
      doc: 'Runs a function as a coroutine, and the event loop until all is done.',
      params: [p.callable('fn'), p.rest(p.mixed('args'))],
      returns: ['bool'],
      link: LINK,
      impl: (rt, func, args) => run(rt, borrowedCallable(rt, func, 0), args),
    }),
  ),
  ...['go', 'swoole_coroutine_create', `${N}go`, 'Co\\go'].map((name) =>
    fn({
      name,
      doc: 'Runs a function as a new coroutine until it first waits; returns its id.',
      params: [p.callable('func'), p.rest(p.mixed('params'))],
      returns: ['int', 'false'],
      link: 'https://wiki.swoole.com/#/coroutine/coroutine?id=create',
      bare: bareCreate,
      impl: (rt, func, params) => create(rt, func, params),
    }),
  ),
  ...['defer', 'swoole_coroutine_defer', `${N}defer`, 'Co\\defer'].map((name) =>
    fn({
      name,
      doc: 'Calls a function when the coroutine ends; the last one first.',
      params: [p.callable('callback')],
      returns: ['void'],
      link: 'https://wiki.swoole.com/#/coroutine/coroutine?id=defer',
      impl: (rt, callback) => deferCall(rt, callback),
    }),
  ),
  ...[`${N}batch`, 'Co\\batch'].map((name) =>
    fn({
      name,
      doc: 'Calls functions in coroutines of their own; their results by key.',
      params: [p.array('tasks'), p.float('timeout', { default: -1 })],
      returns: ['array'],
      link: 'https://wiki.swoole.com/#/coroutine/coroutine?id=batch',
      impl: (rt, tasks, timeout) =>
        inCoroutine(rt, (scheduler) =>
          gather(rt, scheduler, tasks, timeout, function* (task) {
            const callable = rt.resolveCallable(task);
            return callable === null ? null : yield* callCatching(callable, []);
          }),
        ),
    }),
  ),
  ...[`${N}map`, 'Co\\map'].map((name) =>
    fn({
      name,
      doc: 'Calls a function for every entry, each in a coroutine of its own; the results by key.',
      params: [p.array('list'), p.callable('fn'), p.float('timeout', { default: -1 })],
      returns: ['array'],
      link: 'https://wiki.swoole.com/#/coroutine/coroutine?id=map',
      impl: (rt, list, func, timeout) =>
        inCoroutine(rt, (scheduler) =>
          gather(rt, scheduler, list, timeout, (value, key) => callCatching(func, [value, key])),
        ),
    }),
  ),
  ...[`${N}parallel`, 'Co\\parallel'].map((name) =>
    fn({
      name,
      doc: 'Runs a function in so many coroutines and waits for all.',
      params: [p.int('n'), p.callable('fn')],
      returns: ['void'],
      link: 'https://wiki.swoole.com/#/coroutine/coroutine?id=parallel',
      impl: (rt, n, func) =>
        inCoroutine(rt, function* (scheduler) {
          const group = new WaitGroup();
          group.count = n;
          for (let i = 0; i < n; i++) {
            yield* scheduler.spawn(function* () {
              rt.releaseValue(yield* callCatching(func, []));
              if (rt.exception !== null) return null;
              yield* group.done(scheduler);
              return null;
            });
          }
          yield* group.wait(scheduler, -1);
          return null;
        }),
    }),
  ),
];
