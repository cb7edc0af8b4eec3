/**
 * Autoloading by several coroutines at once: the first one that needs a class loads it, the others wait for it. A class that
 * a coroutine is loading already does not exist for its own loaders.
 * Source: swoole-src ext-src/swoole_coroutine.cc (swoole_coroutine_autoload)
 */
import type { ClassEntry } from '../object/class-entry.ts';
import type { NativeCode } from '../object/native-code.ts';
import type { Coroutine } from './coroutine.ts';
import type { Scheduler } from './scheduler.ts';
import { Wait } from './wait.ts';

/** A class that is being loaded. */
interface Loading {
  readonly owner: Coroutine;
  readonly waiting: Coroutine[];
}

/** Makes coroutines wait for each other's autoloading. */
export function installAutoload(scheduler: Scheduler): void {
  const loading = new Map<string, Loading>();
  scheduler.vm.autoloadHook = (key, load) => {
    const { current } = scheduler;
    return current === null ? null : loadIn(scheduler, current, loading, key, load);
  };
}

function* loadIn(
  scheduler: Scheduler,
  co: Coroutine,
  loading: Map<string, Loading>,
  key: string,
  load: () => NativeCode<ClassEntry | null>,
): NativeCode<ClassEntry | null> {
  const other = loading.get(key);
  if (other !== undefined) {
    if (other.owner === co) return null;
    other.waiting.push(co);
    yield* scheduler.yield(new Wait(`the autoloading of ${key}`, null));
    return scheduler.vm.classTable.get(key) ?? null;
  }
  const mine: Loading = { owner: co, waiting: [] };
  loading.set(key, mine);
  try {
    const ce = yield* load();
    loading.delete(key);
    for (let next = mine.waiting.shift(); next !== undefined; next = mine.waiting.shift())
      yield* scheduler.resume(next);
    return ce;
  } finally {
    // a loader has thrown: nobody may wait for ever
    loading.delete(key);
    for (const next of mine.waiting) scheduler.defer(() => scheduler.resume(next));
  }
}
