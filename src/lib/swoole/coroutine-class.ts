import {
  ERROR_CO_CANCELED,
  ERROR_CO_NOT_EXISTS,
  ERROR_INVALID_PARAMS,
  ERROR_WRONG_OPERATION,
  type Scheduler,
  schedulerOf,
} from '../../coro/scheduler.ts';
import type { Coroutine } from '../../coro/coroutine.ts';
import type { ClassDef } from '../../object/class-def.ts';
import { SLOT_FILE, SLOT_LINE } from '../../object/exception-slots.ts';
import type { NativeCode } from '../../object/native-code.ts';
import type { PhpArray } from '../../value/php-array.ts';
import { addRef, deref } from '../../value/zval.ts';
import { BACKTRACE_PROVIDE_OBJECT, fetchBacktraceFrom } from '../../vm/backtrace.ts';
import { createException } from '../../vm/exceptions.ts';
import type { Executor } from '../../vm/executor.ts';
import { lineOf, userFrame } from '../../vm/position.ts';
import { type MethodDef, p, staticMethod } from '../define.ts';
import { bareCreate, bareResume, bareYield } from './bare.ts';
import { setOptions } from './options.ts';
import { selectMethod } from './select-method.ts';
import { sleep } from './sleep.ts';
import { inCoroutine, warn } from './support.ts';
import { systemMethods } from './system-class.ts';
import {
  LINK,
  constant,
  create,
  deferCall,
  find,
  framesOf,
  getContext,
  listing,
  printBacktrace,
  resume,
  stackUsage,
  stats,
  yieldNow,
} from './coroutine-support.ts';

function* cancel(rt: Executor, cid: number, throws: boolean): NativeCode {
  const scheduler = schedulerOf(rt);
  const co = scheduler.all.get(cid);
  if (co === undefined) {
    scheduler.lastError = ERROR_CO_NOT_EXISTS;
    return false;
  }
  if (!throws) return yield* scheduler.cancel(co);
  return yield* cancelByException(rt, co, 'Swoole\\Coroutine\\CanceledException');
}

/** Wakes a coroutine with an exception of class `name`; false when one is on its way already. */
export function* cancelByException(rt: Executor, co: Coroutine, name: string): NativeCode {
  const scheduler = schedulerOf(rt);
  const ce = rt.classOf(name);
  if (co.thrown !== null && co.thrown.ce === ce) {
    scheduler.lastError = ERROR_CO_CANCELED;
    return false;
  }
  const exception = createException(rt, ce, '', 0);
  const at = userFrame(framesOf(rt, co));
  if (at !== null && at.func.type === 2) {
    exception.props[SLOT_FILE] = at.func.fileName;
    exception.props[SLOT_LINE] = lineOf(at);
  }
  co.thrown = exception;
  yield* scheduler.cancel(co);
  return true;
}

function* join(rt: Executor, scheduler: Scheduler, cids: PhpArray, seconds: number): NativeCode {
  const waiting = new Set<Coroutine>();
  const self = scheduler.current as Coroutine;
  let over = false;
  const forget = (): void => {
    over = true;
    for (const co of waiting) co.onClose = null;
  };
  const fail = (error: number): false => {
    scheduler.lastError = error;
    forget();
    return false;
  };
  const list: number[] = [];
  cids.forEach((v) => list.push(Number(deref(v))));
  for (const cid of list) {
    if (cid === self.cid) {
      warn(rt, 'can not join self');
      return fail(ERROR_WRONG_OPERATION);
    }
    const co = scheduler.all.get(cid);
    if (co === undefined) continue;
    if (co.onClose !== null) return fail(ERROR_WRONG_OPERATION);
    waiting.add(co);
    co.onClose = () => {
      waiting.delete(co);
      if (waiting.size > 0) return;
      scheduler.defer(function* () {
        if (!over) yield* scheduler.resume(self);
      });
    };
  }
  if (waiting.size === 0) return fail(ERROR_INVALID_PARAMS);
  const done = yield* scheduler.yieldFor('join', seconds);
  if (!done) forget();
  return done;
}

const core: readonly MethodDef[] = [
  staticMethod({
    name: 'create',
    doc: 'Runs a function as a new coroutine until it first waits; returns its id.',
    params: [p.callable('func'), p.rest(p.mixed('params'))],
    returns: ['int', 'false'],
    link: LINK,
    bare: bareCreate,
    impl: (rt, _scope, func, params) => create(rt, func, params),
  }),
  staticMethod({
    name: 'defer',
    doc: 'Calls a function when the coroutine ends; the last one first.',
    params: [p.callable('callback')],
    returns: ['void'],
    link: LINK,
    impl: (rt, _scope, callback) => deferCall(rt, callback),
  }),
  staticMethod({
    name: 'set',
    doc: 'Sets options.',
    params: [p.array('options')],
    returns: ['void'],
    link: LINK,
    impl: (rt, _scope, options) => setOptions(rt, options),
  }),
  staticMethod({
    name: 'getOptions',
    doc: 'The options that have been set; null when none has.',
    params: [],
    returns: ['array', 'null'],
    link: LINK,
    impl: (rt) => addRef(schedulerOf(rt).options),
  }),
  staticMethod({
    name: 'exists',
    doc: 'Whether there is a coroutine with this id.',
    params: [p.int('cid')],
    returns: ['bool'],
    link: LINK,
    impl: (rt, _scope, cid) => schedulerOf(rt).all.has(cid),
  }),
  ...['yield', 'suspend'].map((name) =>
    staticMethod({
      name,
      doc: 'Waits until another coroutine resumes this one.',
      params: [],
      returns: ['bool'],
      link: LINK,
      bare: bareYield,
      impl(rt) {
        const scheduler = schedulerOf(rt);
        return scheduler.current === null ? inCoroutine(rt, yieldNow) : yieldNow(scheduler);
      },
    }),
  ),
  staticMethod({
    name: 'resume',
    doc: 'Switches to a coroutine that has yielded.',
    params: [p.int('cid')],
    returns: ['bool'],
    link: LINK,
    bare: bareResume,
    impl: (rt, _scope, cid) => resume(rt, cid),
  }),
  staticMethod({
    name: 'cancel',
    doc: 'Wakes a waiting coroutine before its time.',
    params: [p.int('cid'), p.bool('throw_exception', { default: false })],
    returns: ['bool'],
    link: LINK,
    impl: (rt, _scope, cid, throws) => cancel(rt, cid, throws),
  }),
  staticMethod({
    name: 'join',
    doc: 'Waits for the end of coroutines.',
    params: [p.array('cid_array'), p.float('timeout', { default: -1 })],
    returns: ['bool'],
    link: LINK,
    impl: (rt, _scope, cids, timeout) =>
      inCoroutine(rt, (scheduler) => {
        if (cids.count > 0) return join(rt, scheduler, cids, timeout);
        scheduler.lastError = ERROR_INVALID_PARAMS;
        return constant(false);
      }),
  }),
  staticMethod({
    name: 'isCanceled',
    doc: 'Whether the last wait of the running coroutine was cancelled.',
    params: [],
    returns: ['bool'],
    link: LINK,
    impl: (rt) => inCoroutine(rt, (scheduler) => constant(scheduler.current?.resumeCode === 'canceled')),
  }),
  staticMethod({
    name: 'sleep',
    doc: 'Waits for so many seconds while others run.',
    params: [p.float('seconds')],
    returns: ['bool'],
    link: 'https://wiki.swoole.com/#/coroutine/system?id=sleep',
    impl: (rt, _scope, seconds) => sleep(rt, seconds),
  }),
  staticMethod({
    name: 'usleep',
    doc: 'Waits for so many microseconds while others run.',
    params: [p.int('microseconds')],
    returns: ['bool'],
    link: 'https://wiki.swoole.com/#/coroutine/system?id=sleep',
    impl: (rt, _scope, microseconds) => sleep(rt, microseconds / 1e6),
  }),
  staticMethod({
    name: 'setTimeLimit',
    doc: 'Throws a TimeoutException into the running coroutine after so many seconds.',
    params: [p.float('timeout')],
    returns: ['bool'],
    link: LINK,
    impl: (rt, _scope, timeout) =>
      inCoroutine(rt, (scheduler) => {
        if (timeout === 0) return constant(false);
        const co = scheduler.current as Coroutine;
        scheduler.after(Math.trunc(timeout), function* () {
          if (co.state !== 'end') yield* cancelByException(rt, co, 'Swoole\\Coroutine\\TimeoutException');
        });
        return constant(true);
      }),
  }),
];

const asking: readonly MethodDef[] = [
  ...['getCid', 'getuid'].map((name) =>
    staticMethod({
      name,
      doc: 'The id of the running coroutine, -1 outside of any.',
      params: [],
      returns: ['int'],
      link: LINK,
      impl: (rt) => schedulerOf(rt).current?.cid ?? -1,
    }),
  ),
  staticMethod({
    name: 'getPcid',
    doc: 'The id of the coroutine that created this one.',
    params: [p.int('cid', { default: 0 })],
    returns: ['int', 'false'],
    link: LINK,
    impl: (rt, _scope, cid) => find(rt, cid)?.pcid ?? false,
  }),
  staticMethod({
    name: 'getContext',
    doc: 'An object that lives as long as the coroutine.',
    params: [p.int('cid', { default: 0 })],
    returns: ['Swoole\\Coroutine\\Context', 'null'],
    link: LINK,
    impl: (rt, _scope, cid) => getContext(rt, cid),
  }),
  staticMethod({
    name: 'getBackTrace',
    doc: 'The calls under way in a coroutine.',
    params: [
      p.int('cid', { default: 0 }),
      p.int('options', { default: BACKTRACE_PROVIDE_OBJECT, text: 'DEBUG_BACKTRACE_PROVIDE_OBJECT' }),
      p.int('limit', { default: 0 }),
    ],
    returns: ['array', 'false'],
    link: LINK,
    impl(rt, _scope, cid, options, limit) {
      const co = cid === 0 ? null : find(rt, cid);
      if (co === null && cid !== 0) return false;
      return fetchBacktraceFrom(rt, framesOf(rt, co), false, options, limit);
    },
  }),
  staticMethod({
    name: 'printBackTrace',
    doc: 'Prints the calls under way in a coroutine.',
    params: [p.int('cid', { default: 0 }), p.int('options', { default: 0 }), p.int('limit', { default: 0 })],
    returns: ['false', 'null'],
    link: LINK,
    impl(rt, _scope, cid, options, limit) {
      const co = cid === 0 ? null : find(rt, cid);
      if (co === null && cid !== 0) return false;
      printBacktrace(rt, co, options, limit);
      return null;
    },
  }),
  staticMethod({
    name: 'getElapsed',
    doc: 'Milliseconds since the coroutine was created; -1 when there is none.',
    params: [p.int('cid', { default: 0 })],
    returns: ['int'],
    link: LINK,
    impl(rt, _scope, cid) {
      const co = find(rt, cid);
      return co === null ? -1 : schedulerOf(rt).now() - co.created;
    },
  }),
  staticMethod({
    name: 'getStackUsage',
    doc: 'Bytes of the vm_stack of a coroutine; false when there is none.',
    params: [p.int('cid', { default: 0 })],
    returns: ['int', 'false'],
    link: LINK,
    impl: (rt, _scope, cid) => stackUsage(rt, cid),
  }),
  ...[true, false].map((enabled) =>
    staticMethod({
      name: enabled ? 'enableScheduler' : 'disableScheduler',
      doc: `The running coroutine may ${enabled ? '' : 'not '}be made to step aside.`,
      params: [],
      returns: ['bool'],
      link: LINK,
      impl(rt) {
        const { current } = schedulerOf(rt);
        if (current === null || current.preemptible === enabled) return false;
        current.preemptible = enabled;
        return true;
      },
    }),
  ),
  staticMethod({
    name: 'stats',
    doc: 'Counts of coroutines.',
    params: [],
    returns: ['array'],
    link: LINK,
    impl: (rt) => stats(rt),
  }),
  ...['list', 'listCoroutines'].map((name) =>
    staticMethod({
      name,
      doc: 'The ids of all coroutines.',
      params: [],
      returns: ['Swoole\\Coroutine\\Iterator'],
      link: LINK,
      impl: (rt) => listing(rt),
    }),
  ),
];

export const coroutineClass: ClassDef<MethodDef> = {
  name: 'Swoole\\Coroutine',
  methods: [...core, selectMethod, ...asking, ...systemMethods],
};
