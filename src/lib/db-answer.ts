/** Waiting for what a database server was asked for: in a coroutine only it waits, outside the request pauses. */
import { ETIMEDOUT } from '../base/errno.ts';
import { waitFor } from '../coro/io-wait.ts';
import type { NativeCode } from '../object/native-code.ts';
import type { DbError, Pending } from '../vm/db-ports.ts';
import type { Executor } from '../vm/executor.ts';

export type Answer<T> = { readonly value: T; readonly error: null } | { readonly value: null; readonly error: DbError };

const TIMED_OUT: DbError = { code: ETIMEDOUT, sqlState: 'HY000', message: 'Connection timed out' };
const CANCELED: DbError = { code: 125, sqlState: 'HY000', message: 'Operation canceled' };

/** @param seconds 0 or less: no limit. @param whole the request waits although a coroutine runs */
export function* answerOf<T>(
  rt: Executor,
  pending: Pending<T>,
  seconds: number,
  what: string,
  whole = false,
): NativeCode<Answer<T>> {
  const result = yield* waitFor(rt, [pending], () => pending.done, seconds > 0 ? seconds : -1, what, whole);
  if (result !== 'ready') pending.abandon?.();
  if (result === 'timeout') return { value: null, error: TIMED_OUT };
  if (result === 'canceled') return { value: null, error: CANCELED };
  if (pending.error !== null) return { value: null, error: pending.error };
  return { value: pending.value as T, error: null };
}
