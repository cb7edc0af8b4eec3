/** Options of the coroutine scheduler. Source: swoole-src ext-src/swoole_coroutine_scheduler.cc (php_swoole_set_coroutine_option) */
import { DEFAULT_MAX_COROUTINES, schedulerOf } from '../../coro/scheduler.ts';
import { PhpArray } from '../../value/php-array.ts';
import { release } from '../../value/refcount.ts';
import { addRef, deref, type Zval } from '../../value/zval.ts';
import type { Executor } from '../../vm/executor.ts';

function option(options: PhpArray, ...names: readonly string[]): Zval {
  for (const name of names) {
    const v = deref(options.getStr(name));
    if (v !== undefined && v !== null) return v;
  }
  return undefined;
}

/** Coroutine::set: what is given is added to what has been set before. */
export function setOptions(rt: Executor, options: PhpArray): null {
  const scheduler = schedulerOf(rt);
  const max = option(options, 'max_coro_num', 'max_coroutine');
  if (max !== undefined) scheduler.maxNum = Number(max) > 0 ? Number(max) : DEFAULT_MAX_COROUTINES;
  const check = option(options, 'enable_deadlock_check');
  if (check !== undefined) scheduler.deadlockCheck = Boolean(check);
  const hooks = option(options, 'hook_flags');
  if (hooks !== undefined) scheduler.hookFlags = Number(hooks);
  const preemptive = option(options, 'enable_preemptive_scheduler');
  if (preemptive !== undefined) scheduler.preemptive = Boolean(preemptive);
  const coroutine = option(options, 'enable_coroutine');
  if (coroutine !== undefined) scheduler.enableCoroutine = Boolean(coroutine);
  const before = scheduler.options;
  const merged = before?.dup() ?? new PhpArray();
  options.forEach((v, key) => merged.update(rt, key, addRef(deref(v))));
  scheduler.options = merged;
  release(rt, before);
  return null;
}
