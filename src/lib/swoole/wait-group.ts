/**
 * Swoole\Coroutine\WaitGroup and Barrier.
 * Source: wiki.swoole.com coroutine/wait_group, coroutine/barrier; behaviour of swoole/library's Coroutine\WaitGroup, Barrier
 */
import { Channel } from '../../coro/channel.ts';
import { type CancelFunction, WAITS_FOR_BARRIER, Wait } from '../../coro/wait.ts';
import { type Scheduler, schedulerOf } from '../../coro/scheduler.ts';
import type { TimerNode } from '../../coro/timers.ts';
import type { ClassDef } from '../../object/class-def.ts';
import type { NativeCode } from '../../object/native-code.ts';
import type { PhpObject } from '../../value/php-object.ts';
import { release } from '../../value/refcount.ts';
import type { PhpReference, Zval } from '../../value/zval.ts';
import type { Executor } from '../../vm/executor.ts';
import { type MethodDef, method, p, staticMethod } from '../define.ts';
import { inCoroutine } from './support.ts';

const LINK = 'https://wiki.swoole.com/#/coroutine/wait_group';

/** A counter, and the channel through which the last done() wakes wait(). */
export class WaitGroup {
  count = 0;
  waiting = false;
  readonly channel: Channel = new Channel(1);

  *done(scheduler: Scheduler): NativeCode<void> {
    this.count--;
    if (this.count === 0 && this.waiting) yield* this.channel.push(scheduler, true, -1);
  }

  *wait(scheduler: Scheduler, seconds: number): NativeCode<boolean> {
    if (this.count <= 0) return true;
    this.waiting = true;
    try {
      return (yield* this.channel.pop(scheduler, seconds)) === true;
    } finally {
      this.waiting = false;
    }
  }
}

function groupOf(self: PhpObject): WaitGroup {
  if (!(self.native instanceof WaitGroup)) self.native = new WaitGroup();
  return self.native as WaitGroup;
}

function add(rt: Executor, group: WaitGroup, delta: number): null {
  if (group.waiting) {
    return rt.throwError('BadMethodCallException', 'WaitGroup misuse: add called concurrently with wait');
  }
  if (group.count + delta < 0) return rt.throwError('InvalidArgumentException', 'WaitGroup misuse: negative counter');
  group.count += delta;
  return null;
}

export const waitGroupClass: ClassDef<MethodDef> = {
  name: 'Swoole\\Coroutine\\WaitGroup',
  methods: [
    method({
      name: '__construct',
      doc: 'Makes a group that waits for so many done() calls.',
      params: [p.int('delta', { default: 0 })],
      returns: null,
      link: LINK,
      impl: (rt, self, delta) => (delta > 0 ? add(rt, groupOf(self), delta) : null),
    }),
    method({
      name: 'add',
      doc: 'Waits for so many done() calls more.',
      params: [p.int('delta', { default: 1 })],
      returns: ['void'],
      link: LINK,
      impl: (rt, self, delta) => add(rt, groupOf(self), delta),
    }),
    method({
      name: 'done',
      doc: 'One of those that are waited for is done.',
      params: [],
      returns: ['void'],
      link: LINK,
      *impl(rt, self) {
        const group = groupOf(self);
        if (group.count <= 0) return rt.throwError('BadMethodCallException', 'WaitGroup misuse: negative counter');
        yield* group.done(schedulerOf(rt));
        return null;
      },
    }),
    method({
      name: 'wait',
      doc: 'Waits until all are done; false after the timeout.',
      params: [p.float('timeout', { default: -1 })],
      returns: ['bool'],
      link: LINK,
      impl(rt, self, timeout) {
        const group = groupOf(self);
        if (group.waiting) {
          const message = 'WaitGroup misuse: reused before previous wait has returned';
          return rt.throwError('BadMethodCallException', message);
        }
        if (group.count === 0) return true;
        return inCoroutine(rt, (scheduler) => group.wait(scheduler, timeout));
      },
    }),
    method({
      name: 'count',
      doc: 'How many are not done yet.',
      params: [],
      returns: ['int'],
      link: LINK,
      impl: (_rt, self) => groupOf(self).count,
    }),
  ],
};

/** What a Barrier keeps: who waits for its end. */
class Barrier {
  cid = -1;
  timer: TimerNode | null = null;
  /** It died before anybody waited. */
  gone = false;
}

function* wake(scheduler: Scheduler, cid: number): NativeCode<void> {
  const co = scheduler.all.get(cid);
  if (co === undefined || !co.wait.isYield) return;
  yield* scheduler.resume(co);
}

/** The last holder has let go: whoever waits goes on. */
function* barrierEnds(rt: Executor, barrier: Barrier): NativeCode<void> {
  const scheduler = schedulerOf(rt);
  barrier.gone = true;
  if (barrier.timer !== null) scheduler.timers.remove(barrier.timer);
  if (barrier.cid !== -1 && barrier.cid !== scheduler.current?.cid) yield* wake(scheduler, barrier.cid);
}

function* waitFor(rt: Executor, scheduler: Scheduler, ref: PhpReference, seconds: number): NativeCode {
  const barrier = (ref.val as PhpObject).native as Barrier;
  if (barrier.cid !== -1) {
    return rt.throwError('Swoole\\Exception', 'The barrier is waiting, cannot wait again.');
  }
  const cid = scheduler.current?.cid ?? -1;
  barrier.cid = cid;
  if (seconds >= 0.001) {
    barrier.timer = scheduler.after(seconds, () => wake(scheduler, cid));
  }
  const object = ref.val;
  ref.val = null;
  release(rt, object);
  yield { kind: 'flush', catches: false };
  if (barrier.gone) return null;
  const cancel: CancelFunction = function* (waiting) {
    yield* wake(scheduler, waiting.cid);
    return true;
  };
  yield* scheduler.yield(new Wait(WAITS_FOR_BARRIER, cancel));
  return null;
}

export const barrierClass: ClassDef<MethodDef> = {
  name: 'Swoole\\Coroutine\\Barrier',
  createObject: (_rt, obj) => {
    obj.native = new Barrier();
  },
  methods: [
    staticMethod({
      name: 'make',
      doc: 'Makes a barrier.',
      params: [],
      returns: ['self'],
      link: 'https://wiki.swoole.com/#/coroutine/barrier',
      impl: (rt, scope) => rt.newObject(scope),
    }),
    staticMethod({
      name: 'wait',
      doc: 'Lets go of the barrier and waits until nobody else holds it.',
      params: [p.ref('barrier', ['object']), p.float('timeout', { default: -1 })],
      returns: ['void'],
      link: 'https://wiki.swoole.com/#/coroutine/barrier',
      impl(rt, _scope, ref, timeout) {
        if (!isBarrier(ref.val)) {
          return rt.argumentTypeError(1, 'must be of type Swoole\\Coroutine\\Barrier');
        }
        return inCoroutine(rt, (scheduler) => waitFor(rt, scheduler, ref, timeout));
      },
    }),
  ],
  handlers: {
    *destroy(rt, obj) {
      if (obj.native instanceof Barrier) yield* barrierEnds(rt as Executor, obj.native);
    },
  },
};

function isBarrier(v: Zval): boolean {
  return typeof v === 'object' && v !== null && 'native' in v && v.native instanceof Barrier;
}
