/**
 * What a coroutine is at: not begun, running, over, or waiting for something. One object says all there is to know of a wait,
 * and coroutines that wait in the same way share it: beginning to wait and going on are a store each.
 */
import type { NativeCode } from '../object/native-code.ts';
import type { Zval } from '../value/zval.ts';
import type { Channel } from './channel.ts';
import type { Coroutine } from './coroutine.ts';
import type { Scheduler } from './scheduler.ts';

export type CoroutineState = 'init' | 'running' | 'waiting' | 'end';

/** What wakes a waiting coroutine that is cancelled or whose time is up; false when it cannot be. */
export type CancelFunction = (co: Coroutine, scheduler: Scheduler) => NativeCode<boolean>;

/** What the builtin that a coroutine waits in results in once it is resumed; native code to go on with, or the value. */
export type WakeFunction = (scheduler: Scheduler, co: Coroutine, wait: Wait) => Zval | NativeCode;

/** Of a coroutine that waits at no channel. */
export const NOWHERE: readonly Channel[] = [];

/** Reasons to wait that Coroutine::resume() may end. */
const WAITS_FOR_RESUME = 'resume';
export const WAITS_FOR_BARRIER = 'barrier';

export class Wait {
  readonly state: CoroutineState;
  /** What for ("sleep", "channel pop", ...); '' when it does not wait. */
  readonly what: string;
  /** Null: nothing but what it waits for ends it. */
  readonly cancel: CancelFunction | null;
  /** How the builtin it waits in goes on; null: that is native code. */
  readonly onWake: WakeFunction | null;
  /** The channels it waits at. */
  readonly at: readonly Channel[];
  /** Coroutine::resume() may end it. */
  readonly isYield: boolean;

  constructor(
    what: string,
    cancel: CancelFunction | null,
    onWake: WakeFunction | null = null,
    at: readonly Channel[] = NOWHERE,
    state: CoroutineState = 'waiting',
  ) {
    this.state = state;
    this.what = what;
    this.cancel = cancel;
    this.onWake = onWake;
    this.at = at;
    this.isYield = what === WAITS_FOR_RESUME || what === WAITS_FOR_BARRIER;
  }

  /** The same when somebody ends it already. */
  ending(): Wait {
    return new Wait(this.what, null, this.onWake, this.at);
  }
}

export const NOT_BEGUN: Wait = new Wait('', null, null, NOWHERE, 'init');
export const RUNS: Wait = new Wait('', null, null, NOWHERE, 'running');
export const OVER: Wait = new Wait('', null, null, NOWHERE, 'end');

/** The cancel function of a wait that nothing but its end ends. */
export function* simplyResume(co: Coroutine, scheduler: Scheduler): NativeCode<boolean> {
  yield* scheduler.resume(co);
  return true;
}

/** Until Coroutine::resume(): native code waits, or a builtin that then results in what `onWake` says. */
export function yieldWait(onWake: WakeFunction | null = null): Wait {
  return new Wait(WAITS_FOR_RESUME, simplyResume, onWake);
}
