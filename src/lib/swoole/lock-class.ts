/**
 * Swoole\Coroutine\Lock: one holder at a time; whoever waits asks again after 1, 2, 4, ... milliseconds.
 * Source: swoole-src ext-src/swoole_coroutine_lock.cc, src/lock/coroutine_lock.cc (without io_uring)
 */
import { ACC_NOT_SERIALIZABLE, ACC_PUBLIC } from '../../bytecode/type-flags.ts';
import type { Coroutine } from '../../coro/coroutine.ts';
import { ERROR_CO_CANCELED, ERROR_CO_OUT_OF_COROUTINE, type Scheduler, schedulerOf } from '../../coro/scheduler.ts';
import type { ClassDef } from '../../object/class-def.ts';
import type { NativeCode } from '../../object/native-code.ts';
import type { PhpObject } from '../../value/php-object.ts';
import type { Executor } from '../../vm/executor.ts';
import { type MethodDef, method, p } from '../define.ts';
import { denyUnset } from './deny-unset.ts';

const LINK = 'https://wiki.swoole.com/#/coroutine/lock';
const LOCK_EX = 2;
const LOCK_NB = 4;
const EBUSY = 16;
/** Seconds between two attempts: doubled up to the longest, then again from the shortest. */
const SHORTEST_WAIT = 0.001;
const LONGEST_WAIT = 0.1;
/** Slot of errCode. */
const SLOT_ERR_CODE = 0;

class CoroutineLock {
  holder: Coroutine | null = null;
  held = false;

  /** 0, or an error code. */
  *lock(scheduler: Scheduler, blocking: boolean): NativeCode<number> {
    const { current } = scheduler;
    if (current === null) return ERROR_CO_OUT_OF_COROUTINE;
    if (this.holder === current) return 0;
    let seconds = SHORTEST_WAIT;
    while (this.held) {
      if (!blocking) return EBUSY;
      yield* scheduler.yieldFor('lock', seconds);
      if (current.resumeCode === 'canceled') return ERROR_CO_CANCELED;
      seconds = seconds >= LONGEST_WAIT ? SHORTEST_WAIT : Math.min(seconds * 2, LONGEST_WAIT);
    }
    this.held = true;
    this.holder = current;
    return 0;
  }

  unlock(scheduler: Scheduler): number {
    if (scheduler.current === null) return ERROR_CO_OUT_OF_COROUTINE;
    this.held = false;
    this.holder = null;
    return 0;
  }
}

/** True, or false with the code in errCode. */
function answer(self: PhpObject, code: number): boolean {
  if (code !== 0) self.props[SLOT_ERR_CODE] = code;
  return code === 0;
}

function lockOf(rt: Executor, self: PhpObject): CoroutineLock | null {
  if (self.native instanceof CoroutineLock) return self.native;
  rt.throwError('Error', 'must call constructor first');
  return null;
}

export const lockClass: ClassDef<MethodDef> = {
  name: 'Swoole\\Coroutine\\Lock',
  flags: ACC_NOT_SERIALIZABLE,
  properties: [{ name: 'errCode', flags: ACC_PUBLIC, type: null, default: 0 }],
  methods: [
    method({
      name: '__construct',
      doc: 'Makes a lock that nobody holds. All coroutines of this engine live in one process: `shared` changes nothing.',
      params: [p.bool('shared', { default: false })],
      returns: null,
      link: LINK,
      impl(rt, self) {
        if (self.native instanceof CoroutineLock) {
          return rt.throwError('Error', `Constructor of ${self.ce.name} can only be called once`);
        }
        self.native = new CoroutineLock();
        return null;
      },
    }),
    method({
      name: 'lock',
      doc: 'Takes the lock, waiting for it unless LOCK_NB is asked for.',
      params: [p.int('operation', { default: LOCK_EX, text: 'LOCK_EX' })],
      returns: ['bool'],
      link: LINK,
      *impl(rt, self, operation) {
        const lock = lockOf(rt, self);
        if (lock === null) return null;
        return answer(self, yield* lock.lock(schedulerOf(rt), (operation & LOCK_NB) === 0));
      },
    }),
    method({
      name: 'trylock',
      doc: 'Takes the lock if nobody holds it.',
      params: [],
      returns: ['bool'],
      link: LINK,
      *impl(rt, self) {
        const lock = lockOf(rt, self);
        return lock === null ? null : answer(self, yield* lock.lock(schedulerOf(rt), false));
      },
    }),
    method({
      name: 'unlock',
      doc: 'Gives the lock back.',
      params: [],
      returns: ['bool'],
      link: LINK,
      impl(rt, self) {
        const lock = lockOf(rt, self);
        return lock === null ? null : answer(self, lock.unlock(schedulerOf(rt)));
      },
    }),
  ],
  handlers: { cloneable: false, unsetProperty: denyUnset },
};
