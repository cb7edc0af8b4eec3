/** One of a socket's two directions. */
import type { Coroutine } from '../../../coro/coroutine.ts';

export type Side = 'read' | 'write';

export class Direction {
  /** Who waits. */
  bound: Coroutine | null = null;
  canceled = false;
  /** It has been shut down here. */
  ended = false;
}
