/**
 * `--virtual-time`: a host whose clock stands still while the program runs and jumps when it waits. Sleeping takes no
 * time, and the output is the same every run.
 */
import type { Host } from '../vm/ports.ts';

/** 2024-01-01 00:00:00 UTC, in microseconds: where the clock starts. */
const START_MICROS = 1_704_067_200_000_000;
const NANOS_PER_MICRO = 1000n;

/** The same host with a clock of its own. */
export function createVirtualTimeHost(host: Host): Host {
  let micros = START_MICROS;
  // sockets live in the world's time: there are none here
  const { network: _network, ...timeless } = host;
  return {
    ...timeless,
    virtualTime: true,
    nowMicros: () => micros,
    hrtime: () => BigInt(micros - START_MICROS) * NANOS_PER_MICRO,
    sleepMicros: (length) => {
      micros += Math.max(0, Math.ceil(length));
    },
  };
}
