/** Sockets that are the maker's of this process: here nobody comes. */
import type { Datagrams, Listener, SocketAddress } from '../../vm/net-ports.ts';

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

/** The same of packets. */
export class HeldDatagrams implements Datagrams {
  readonly listeners: Set<() => void> = new Set();
  state: Datagrams['state'] = 'open';
  readonly error = null;
  readonly pending = 0;
  readonly remote = null;
  readonly local: SocketAddress | null;

  constructor(local: SocketAddress | null) {
    this.local = local;
  }

  peek(): null {
    return null;
  }

  receive(): null {
    return null;
  }

  send(): boolean {
    return false;
  }

  membership(): boolean {
    return this.state === 'open';
  }

  close(): void {
    this.state = 'closed';
  }
}
