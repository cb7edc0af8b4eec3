/** A listening socket that is the maker's of this process: here nobody comes. */
import type { Listener, SocketAddress } from '../../vm/net-ports.ts';

export class HeldListener implements Listener {
  readonly listeners: Set<() => void> = new Set();
  state: Listener['state'] = 'listening';
  readonly error = null;
  readonly pending = 0;
  readonly local: SocketAddress | null;

  constructor(local: SocketAddress | null) {
    this.local = local;
  }

  accept(): null {
    return null;
  }

  close(): void {
    this.state = 'closed';
  }
}
