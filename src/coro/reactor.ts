/**
 * The clock and the waiting of an event loop. On a real host it is the host's clock; under `--virtual-time` the host's
 * clock itself is a virtual one (src/io/virtual-time.ts), and waiting moves it.
 */
import type { NativeCode } from '../object/native-code.ts';
import type { Executor } from '../vm/executor.ts';
import type { Network } from '../vm/net-ports.ts';
import type { Host } from '../vm/ports.ts';
import { suspended } from './switch.ts';

export interface Reactor {
  /** Whole milliseconds of a clock that only goes forward. */
  now(): number;
  /** Blocks until `time` (of `now`). */
  waitUntil(time: number): void;
}

const MICROS_PER_MS = 1000;

/** A reactor on the host's clock, which is at 0 when it is made: small integers. */
export function createHostReactor(host: Host): Reactor {
  const start = Math.floor(host.nowMicros() / MICROS_PER_MS);
  return {
    now: () => Math.floor(host.nowMicros() / MICROS_PER_MS - start),
    waitUntil(time) {
      const end = (time + start) * MICROS_PER_MS;
      for (let left = end - host.nowMicros(); left > 0; left = end - host.nowMicros()) host.sleepMicros(left);
    },
  };
}

/**
 * Pauses the request until `ready()` (looked at behind every batch of the network's events) or until so many
 * milliseconds are over (null: for ever; 0: one turn of the host's event loop). Answers `ready()`.
 * @param turns so many more turns are taken while each brings something: the host accepts one connection a turn, a
 *   program that is told of several at once has less to do for each
 */
export function* pauseUntil(
  vm: Executor,
  network: Network,
  ready: () => boolean,
  milliseconds: number | null,
  turns = 0,
): NativeCode<boolean> {
  vm.host.flush();
  yield* suspended(() => {
    vm.halted = true;
    vm.pause = (wake) => armPause(network, ready, milliseconds, turns, wake);
  });
  return ready();
}

function armPause(
  network: Network,
  ready: () => boolean,
  milliseconds: number | null,
  turns: number,
  wake: () => void,
): void {
  let cancelLook: (() => void) | null = null;
  let cancelTimer: (() => void) | null = null;
  let left = turns;
  /** Something has come since the last look. */
  let news = false;
  const finish = (): void => {
    network.activity = null;
    cancelLook?.();
    cancelTimer?.();
    wake();
  };
  const look = (): void => {
    cancelLook = null;
    if (!ready()) return;
    if (left <= 0 || !news) return finish();
    left--;
    news = false;
    cancelLook = network.soon(look);
  };
  const schedule = (): void => {
    cancelLook ??= network.soon(look);
  };
  network.activity = (): void => {
    news = true;
    schedule();
  };
  if (ready()) schedule();
  if (milliseconds !== null) cancelTimer = network.later(Math.max(0, milliseconds), finish);
}
