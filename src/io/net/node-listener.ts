/** A listening socket on node:net: connections wait here until the program accepts them. */
import type { Server } from 'node:net';
import type { Connection, Listener, ListenOptions, NetError, SocketAddress } from '../../vm/net-ports.ts';
import { type Hub, inetAddress } from './hub.ts';
import { toNetError } from './net-error.ts';
import { NodeConnection } from './node-connection.ts';

/** Least length of the system's queue of connections. */
const MIN_BACKLOG = 1024;

export class NodeListener implements Listener {
  readonly listeners: Set<() => void> = new Set();
  state: Listener['state'] = 'starting';
  error: NetError | null = null;
  local: SocketAddress | null = null;
  private readonly queue: NodeConnection[] = [];
  private readonly server: Server;
  private readonly hub: Hub;
  /** Listens to all of the machine's addresses: which one a connection came to is not known. */
  private isWildcard = true;

  constructor(
    hub: Hub,
    address: SocketAddress,
    options: ListenOptions,
    listening: (local: SocketAddress | null) => void,
  ) {
    this.hub = hub;
    const path = address.kind === 'unix' ? address.path : null;
    this.server = process.getBuiltinModule('node:net').createServer({ allowHalfOpen: true }, (socket) => {
      this.queue.push(new NodeConnection(hub, socket, 'open', path, this.isWildcard ? null : this.local));
      hub.changed(this);
    });
    this.server.on('error', (error) => {
      this.state = 'failed';
      this.error = toNetError(error);
      hub.open.delete(this);
      hub.changed(this);
    });
    this.server.on('listening', () => {
      this.state = 'listening';
      const bound = this.server.address();
      if (path !== null) this.local = { kind: 'unix', path };
      else if (typeof bound === 'object' && bound !== null) {
        this.local = inetAddress(bound.address, bound.port);
        this.isWildcard = bound.address === '::' || bound.address === '0.0.0.0';
      }
      listening(this.local);
      hub.changed(this);
    });
    hub.open.add(this);
    // Node accepts between two turns of the program: what comes meanwhile must not be turned away
    const backlog = Math.max(options.backlog, MIN_BACKLOG);
    if (address.kind === 'unix') this.server.listen({ path: address.path, backlog });
    else this.server.listen({ host: address.host, port: address.port, backlog });
  }

  get pending(): number {
    return this.queue.length;
  }

  accept(): Connection | null {
    return this.queue.shift() ?? null;
  }

  close(): void {
    if (this.state === 'closed') return;
    this.state = 'closed';
    this.hub.open.delete(this);
    this.hub.changed(this);
    this.server.close();
    for (const connection of this.queue.splice(0)) connection.close();
  }
}
