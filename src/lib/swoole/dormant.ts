/**
 * Swoole before a program has used any of it: its hooks are put in when the first of its classes or functions is, or when
 * the program comes upon what they change.
 */
import { schedulerOf } from '../../coro/scheduler.ts';
import type { Executor } from '../../vm/executor.ts';

/** Plain functions that behave otherwise with Swoole outside of coroutines, too: the event loop runs while they sleep. */
const SLEEPERS: readonly string[] = ['sleep', 'usleep', 'time_nanosleep', 'time_sleep_until'];

/** To be registered behind Swoole's own classes. */
export function installDormantSwoole(rt: Executor): void {
  schedulerOf(rt);
  const wake = (): void => void rt.classTable.get('swoole\\coroutine');
  rt.functionTable.later(() => {
    for (const name of SLEEPERS) rt.functionTable.whenMade(name, wake);
  });
  const before = rt.autoloadHook;
  let asleep = true;
  const dormant: NonNullable<Executor['autoloadHook']> = (key, load) => {
    if (asleep && key.startsWith('swoole')) {
      // some of its classes are written in PHP: nobody has announced them
      asleep = false;
      wake();
      if (rt.autoloadHook !== dormant) return rt.autoloadHook?.(key, load) ?? null;
    }
    return before?.(key, load) ?? null;
  };
  rt.autoloadHook = dormant;
}
