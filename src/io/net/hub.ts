/** What the handles of one network share: who hears of changes, and what there is to close at the end. */
import type { SocketAddress, Watched } from '../../vm/net-ports.ts';

export interface Closable {
  close(): void;
  /** Instead of close() when the program is over. */
  leave?(): void;
}

export class Hub {
  activity: (() => void) | null = null;
  readonly open: Set<Closable> = new Set();

  /** Tells everyone who listens to `handle`. */
  changed(handle: Watched): void {
    for (const listener of handle.listeners) listener();
    this.activity?.();
  }
}

/** Node's idea of an address. */
export function inetAddress(host: string | undefined, port: number | undefined): SocketAddress | null {
  if (host === undefined || port === undefined) return null;
  return { kind: 'inet', host: host.startsWith('::ffff:') ? host.slice(7) : host, port };
}
