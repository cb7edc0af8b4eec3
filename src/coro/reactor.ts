/**
 * The clock and the waiting of an event loop. On a real host it is the host's clock; under `--virtual-time` the host's
 * clock itself is a virtual one (src/io/virtual-time.ts), and waiting moves it.
 */
import type { Host } from '../vm/ports.ts';

export interface Reactor {
  /** Whole milliseconds of a clock that only goes forward. */
  now(): number;
  /** Blocks until `time` (of `now`). */
  waitUntil(time: number): void;
}

const MICROS_PER_MS = 1000;

/** A reactor on the host's clock. */
export function createHostReactor(host: Host): Reactor {
  const now = (): number => Math.floor(host.nowMicros() / MICROS_PER_MS);
  return {
    now,
    waitUntil(time) {
      for (
        let left = time * MICROS_PER_MS - host.nowMicros();
        left > 0;
        left = time * MICROS_PER_MS - host.nowMicros()
      ) {
        host.sleepMicros(left);
      }
    },
  };
}
