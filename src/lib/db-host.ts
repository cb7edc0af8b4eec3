/** The databases of an engine's host. */
import { networkOf } from '../coro/io-wait.ts';
import type { DatabasePort } from '../vm/db-ports.ts';
import type { Executor } from '../vm/executor.ts';

/** null where there are none (a browser). What is open is closed behind the request. */
export function databasesOf(rt: Executor): DatabasePort | null {
  return networkOf(rt)?.databases() ?? null;
}
