/**
 * `--virtual-time`: a host whose clock stands still while the program runs and jumps when it waits. Sleeping takes no
 * time, and the output is the same every run.
 */
import type { Network } from '../vm/net-ports.ts';
import type { Host } from '../vm/ports.ts';
import { MemoryNetwork } from './net/memory-network.ts';

/** 2024-01-01 00:00:00 UTC, in microseconds: where the clock starts. */
const START_MICROS = 1_704_067_200_000_000;
const NANOS_PER_MICRO = 1000n;

/** The same host with a clock of its own. */
export function createVirtualTimeHost(host: Host): Host {
  let micros = START_MICROS;
  let network: Network | null = null;
  const virtual: Host = {
    ...host,
    // sockets of the world live in its time: here the program has only its own
    network: () => {
      network ??= new MemoryNetwork(virtual);
      return network;
    },
    virtualTime: true,
    nowMicros: () => micros,
    hrtime: () => BigInt(micros - START_MICROS) * NANOS_PER_MICRO,
    sleepMicros: (length) => {
      micros += Math.max(0, Math.ceil(length));
    },
  };
  return virtual;
}
