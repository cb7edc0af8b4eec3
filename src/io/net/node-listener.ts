/** A listening socket on node:net: connections wait here until the program accepts them. */
import type { Server, Socket } from 'node:net';
import type { Connection, Listener, ListenOptions, NetError, SocketAddress } from '../../vm/net-ports.ts';
import { HandleTransport } from './handle-transport.ts';
import { type Hub, inetAddress } from './hub.ts';
import { toNetError } from './net-error.ts';
import { NodeConnection } from './node-connection.ts';
import type { RawHandles } from './raw-handles.ts';
import { SocketTransport } from './socket-transport.ts';
import type { Transport } from './transport.ts';

/** Least length of the system's queue of connections. */
const MIN_BACKLOG = 1024;

export class NodeListener implements Listener {
  readonly listeners: Set<() => void> = new Set();
  state: Listener['state'] = 'starting';
  error: NetError | null = null;
  openAt = -1;
  local: SocketAddress | null = null;
  private readonly queue: NodeConnection[] = [];
  /** Connections for workers; null: they are this process's own. */
  private kept: Socket[] | null = null;
  private readonly path: string | null;
  private readonly server: Server;
  private readonly hub: Hub;
  /** Connections without node:net's sockets. */
  private readonly raw: RawHandles | null;
  private stopCapture: (() => void) | null = null;
  /** Listens to all of the machine's addresses: which one a connection came to is not known. */
  private isWildcard = true;

  constructor(
    hub: Hub,
    raw: RawHandles | null,
    address: SocketAddress,
    options: ListenOptions,
    listening: (local: SocketAddress | null) => void,
  ) {
    this.hub = hub;
    this.raw = raw;
    const path = address.kind === 'unix' ? address.path : null;
    this.path = path;
    this.server = process.getBuiltinModule('node:net').createServer({ allowHalfOpen: true }, (socket) => {
      if (this.kept !== null) this.kept.push(socket);
      else this.adopt(socket);
    });
    this.server.on('error', (error) => {
      this.state = 'failed';
      this.error = toNetError(error);
      hub.open.delete(this);
      hub.changed(this);
    });
    this.server.on('listening', () => this.begun(path, listening));
    hub.open.add(this);
    // Node accepts between two turns of the program: what comes meanwhile must not be turned away
    const backlog = Math.max(options.backlog, MIN_BACKLOG);
    if (address.kind === 'unix') this.server.listen({ path: address.path, backlog });
    else this.listenInet(address.host, address.port, backlog);
    if (this.server.listening) this.begun(path, listening);
  }

  private begun(path: string | null, listening: (local: SocketAddress | null) => void): void {
    if (this.state !== 'starting') return;
    this.state = 'listening';
    const bound = this.server.address();
    if (path !== null) this.local = { kind: 'unix', path };
    else if (typeof bound === 'object' && bound !== null) this.local = inetAddress(bound.address, bound.port);
    const { raw } = this;
    if (raw !== null && this.kept === null) {
      this.stopCapture = raw.capture(this.server, (handle) => this.take(new HandleTransport(raw, handle)));
    }
    listening(this.local);
    this.hub.changed(this);
  }

  /** Node looks every host up, which takes a turn of its event loop; an address needs none. */
  private listenInet(host: string, port: number, backlog: number): void {
    const family = process.getBuiltinModule('node:net').isIP(host);
    const server = this.server as Server & { _listen2?: (...args: unknown[]) => void };
    const { isWorker } = process.getBuiltinModule('node:cluster') as unknown as { isWorker: boolean };
    if (family === 0 || isWorker || server._listen2 === undefined) server.listen({ host, port, backlog });
    else server._listen2(host, port, family, backlog, undefined, 0);
  }

  /** A connection has come. */
  adopt(socket: Socket): void {
    this.take(new SocketTransport(socket));
  }

  private take(transport: Transport): void {
    const local = this.isWildcard ? null : this.local;
    this.queue.push(new NodeConnection(this.hub, transport, 'open', this.path, local));
    this.hub.changed(this);
  }

  hold(): void {
    this.kept ??= [];
    this.stopCapture?.();
    // another process is to read what has been sent
    (this.server as Server & { pauseOnConnect: boolean }).pauseOnConnect = true;
  }

  release(): void {
    this.server.close();
    this.state = 'closed';
    this.hub.open.delete(this);
  }

  /** The oldest connection that is kept. */
  takeKept(): Socket | undefined {
    return this.kept?.shift();
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
    for (const socket of this.kept?.splice(0) ?? []) socket.destroy();
    for (const connection of this.queue.splice(0)) connection.close();
  }
}
