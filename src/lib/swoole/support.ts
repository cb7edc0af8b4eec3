/** What Swoole's functions have in common: their errors, and callables that outlive a call. */
import { E_WARNING } from '../../base/diagnostics.ts';
import type { HeldCallable } from '../../coro/coroutine.ts';
import { ERROR_CO_OUT_OF_COROUTINE, type Scheduler, schedulerOf } from '../../coro/scheduler.ts';
import type { NativeCode } from '../../object/native-code.ts';
import type { Callable } from '../../object/runtime.ts';
import type { PhpObject } from '../../value/php-object.ts';
import { addRef, type PhpInt, type Zval } from '../../value/zval.ts';
import { createException } from '../../vm/exceptions.ts';
import type { Executor } from '../../vm/executor.ts';
import { passedArguments } from '../../vm/internal-call.ts';

/** The running function, with its class. */
export function runningName(rt: Executor): string {
  const func = rt.currentExecuteData?.func;
  return func?.scope ? `${func.scope.name}::${func.functionName}` : (func?.functionName ?? '');
}

/** php_swoole_error(E_WARNING, ...): names the running function. */
export function warn(rt: Executor, message: string): void {
  if (rt.ini.flag('swoole.display_errors')) rt.error(E_WARNING, `${runningName(rt)}(): ${message}`);
}

/** The same for errors that swoole.display_errors does not hide (php_swoole_fatal_error). */
export function warnAlways(rt: Executor, message: string): void {
  rt.error(E_WARNING, `${runningName(rt)}(): ${message}`);
}

/** swoole_fatal_error: ends the program with a Swoole\Error that nobody can catch. */
export function swooleFatal(
  rt: Executor,
  code: PhpInt,
  message: string,
  postscript: (() => void) | null = null,
): NativeCode {
  const error: PhpObject = createException(rt, rt.classOf('Swoole\\Error'), message, code);
  return schedulerOf(rt).fatal(error, postscript);
}

/** Runs `code` in a coroutine; outside of any, the program ends. */
export function inCoroutine(rt: Executor, code: (scheduler: Scheduler) => NativeCode): NativeCode {
  const scheduler = schedulerOf(rt);
  if (scheduler.current !== null) return code(scheduler);
  return swooleFatal(rt, ERROR_CO_OUT_OF_COROUTINE, 'API must be called in the coroutine');
}

/** The callable that is argument `n` (from 0) of the running function, borrowed. */
export function borrowedCallable(rt: Executor, callable: Callable, n: number): HeldCallable {
  const frame = rt.currentExecuteData;
  return { callable, holder: frame === null ? undefined : passedArguments(frame)[n] };
}

/** The same, owned: to be released with `rt.releaseValue(held.holder)`. */
export function ownedCallable(rt: Executor, callable: Callable, n: number): HeldCallable {
  const held = borrowedCallable(rt, callable, n);
  addRef(held.holder);
  return held;
}

/** Counts every value once more and returns them. */
export function ownedValues(values: readonly Zval[]): Zval[] {
  return values.map((v) => addRef(v));
}
