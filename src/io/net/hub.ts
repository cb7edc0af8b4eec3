/** What the handles of one network share: who hears of changes, and what there is to close at the end. */
import type { SocketAddress, Watched } from '../../vm/net-ports.ts';

export interface Closable {
  /** Its place among what is open, -1 while it is not. */
  openAt: number;
  close(): void;
  /** Instead of close() when the program is over. */
  leave?(): void;
}

/** A list and not a Set: see IdTable for what sets do to objects that come and go. */
class OpenHandles {
  private readonly list: Closable[] = [];

  add(handle: Closable): void {
    if (handle.openAt >= 0) return;
    handle.openAt = this.list.length;
    this.list.push(handle);
  }

  delete(handle: Closable): void {
    if (handle.openAt < 0) return;
    const last = this.list.pop() as Closable;
    if (last !== handle) {
      last.openAt = handle.openAt;
      this.list[handle.openAt] = last;
    }
    handle.openAt = -1;
  }

  all(): Closable[] {
    return this.list.slice();
  }
}

export class Hub {
  activity: (() => void) | null = null;
  readonly open: OpenHandles = new OpenHandles();

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
