/** Sleeping in a coroutine. Source: swoole-src src/coroutine/system.cc (System::sleep), ext-src/swoole_runtime.cc */
import type { Coroutine } from '../../coro/coroutine.ts';
import { simplyResume, Wait } from '../../coro/wait.ts';
import { networkOf, usesNetwork } from '../../coro/io-wait.ts';
import { pauseUntil } from '../../coro/reactor.ts';
import { type Scheduler, schedulerOf, TIMER_MIN_SECONDS } from '../../coro/scheduler.ts';
import type { NativeCode } from '../../object/native-code.ts';
import type { Zval } from '../../value/zval.ts';
import type { Executor } from '../../vm/executor.ts';
import { InternalFunction } from '../../vm/internal-function.ts';
import { HOOK_SLEEP } from './hooks.ts';
import { inCoroutine, warn } from './support.ts';

const SLEEP = new Wait('sleep', simplyResume, sleepEnds);

/** co::sleep */
export function sleep(rt: Executor, seconds: number): Zval | NativeCode {
  if (seconds < TIMER_MIN_SECONDS) {
    warn(rt, `Timer must be greater than or equal to ${TIMER_MIN_SECONDS}`);
    return false;
  }
  return inCoroutine(rt, (scheduler) =>
    scheduler.mayAnswerSuspended
      ? scheduler.yieldNow(SLEEP, Math.max(seconds, TIMER_MIN_SECONDS))
      : sleepIn(scheduler, seconds),
  );
}

function sleepEnds(scheduler: Scheduler, co: Coroutine): boolean {
  scheduler.settled(co);
  return co.resumeCode !== 'canceled';
}

/** Sleeps in the running coroutine; false when it was cancelled. */
export function* sleepIn(scheduler: Scheduler, seconds: number): NativeCode {
  const co = scheduler.current as Coroutine;
  yield* scheduler.yieldFor('sleep', Math.max(seconds, TIMER_MIN_SECONDS));
  return co.resumeCode !== 'canceled';
}

type Hooked = (rt: Executor, ...args: never[]) => Zval | NativeCode;

/** How the plain functions sleep in a coroutine: the seconds of their arguments, and what they return. */
const SLEEPERS: Readonly<Record<string, { seconds: (now: number, ...args: number[]) => number; result: Zval }>> = {
  sleep: { seconds: (_now, seconds = 0) => seconds, result: 0 },
  usleep: { seconds: (_now, micros = 0) => micros / 1e6, result: null },
  time_nanosleep: {
    seconds: (_now, seconds = 0, nanos = 0) => (nanos > MAX_NANOS ? -1 : seconds + nanos / 1e9),
    result: true,
  },
  // a moment that is over is the plain function's to complain about
  time_sleep_until: { seconds: (now, time = 0) => time - now || -1, result: true },
};
const MAX_NANOS = 999_999_999;
const OUT_OF_RANGE = 'Nanoseconds was not in the range 0 to 999 999 999 or seconds was negative';

/** Lets sleep(), usleep(), time_nanosleep() and time_sleep_until() suspend the running coroutine where the option hook_flags says so. */
export function hookSleep(rt: Executor): void {
  for (const [name, how] of Object.entries(SLEEPERS)) {
    const plain = rt.functionTable.get(name);
    if (!(plain instanceof InternalFunction) || plain.impl === null) continue;
    const original = plain.impl as Hooked;
    const hooked: Hooked = (vm, ...args) => {
      const scheduler = schedulerOf(vm);
      if (name === 'time_nanosleep' && (scheduler.hookFlags & HOOK_SLEEP) !== 0 && Number(args[1]) > MAX_NANOS) {
        return vm.throwError('ValueError', OUT_OF_RANGE);
      }
      const seconds = how.seconds(vm.host.nowMicros() / 1e6, ...args);
      const hooks = scheduler.current !== null && (scheduler.hookFlags & HOOK_SLEEP) !== 0;
      if (!hooks && seconds > 0 && usesNetwork(vm)) return pauseThen(vm, seconds, how.result);
      if (!hooks || seconds < 0) {
        scheduler.clockLap = -1;
        return original(vm, ...args);
      }
      return sleepThen(scheduler, seconds, how.result);
    };
    plain.impl = hooked;
  }
}

function* sleepThen(scheduler: Scheduler, seconds: number, result: Zval): NativeCode {
  yield* sleepIn(scheduler, seconds);
  return result;
}

/** Where sockets are open the host's event loop runs while the program sleeps: what has been sent goes out. */
function* pauseThen(rt: Executor, seconds: number, result: Zval): NativeCode {
  const network = networkOf(rt);
  if (network !== null) yield* pauseUntil(rt, network, () => false, seconds * 1000);
  return result;
}
