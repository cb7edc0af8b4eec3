/** A socket of packets on node:dgram. */
import type { Socket } from 'node:dgram';
import type { Datagrams, NetError, Packet, SocketAddress } from '../../vm/net-ports.ts';
import { type Hub, inetAddress } from './hub.ts';
import { toNetError } from './net-error.ts';

/** Packets that wait to be taken; more are dropped, as a full receive buffer drops them. */
const LIMIT = 1024;

function familyOf(address: SocketAddress | null): 'udp4' | 'udp6' {
  return address?.kind === 'inet' && address.host.includes(':') ? 'udp6' : 'udp4';
}

export class NodeDatagrams implements Datagrams {
  openAt = -1;
  readonly listeners: Set<() => void> = new Set();
  state: Datagrams['state'] = 'starting';
  error: NetError | null = null;
  private readonly queue: Packet[] = [];
  private readonly socket: Socket;
  private readonly hub: Hub;
  readonly remote: SocketAddress | null;
  /** Packets on their way to the system: Node forgets those of a socket that is closed. */
  private sending = 0;
  private readonly sent = (): void => {
    this.sending--;
    if (this.sending === 0 && this.state === 'closed') this.socket.close();
  };

  /** @param onOpen called with its address when it is bound */
  constructor(
    hub: Hub,
    local: SocketAddress | null,
    remote: SocketAddress | null,
    onOpen: (local: SocketAddress | null) => void = () => undefined,
  ) {
    this.hub = hub;
    this.remote = remote;
    const dgram = process.getBuiltinModule('node:dgram');
    this.socket = dgram.createSocket({ type: familyOf(local ?? remote), reuseAddr: false });
    this.socket.on('message', (bytes, from) => {
      if (this.queue.length >= LIMIT) return;
      this.queue.push({
        bytes: bytes.toString('latin1'),
        from: { kind: 'inet', host: from.address, port: from.port },
      });
      hub.changed(this);
    });
    this.socket.on('error', (error) => {
      this.error = toNetError(error);
      if (this.state === 'starting') this.state = 'failed';
      hub.changed(this);
    });
    this.socket.on('connect', () => this.opened());
    this.socket.on('listening', () => {
      if (remote !== null) return;
      this.opened();
      onOpen(this.local);
    });
    hub.open.add(this);
    if (local?.kind === 'inet') this.socket.bind(local.port, local.host);
    else if (remote === null) this.socket.bind(0);
    if (remote?.kind === 'inet') this.socket.connect(remote.port, remote.host);
  }

  private opened(): void {
    this.state = 'open';
    this.hub.changed(this);
  }

  get local(): SocketAddress | null {
    if (this.state !== 'open') return null;
    const { address, port } = this.socket.address();
    return inetAddress(address, port);
  }

  get pending(): number {
    return this.queue.length;
  }

  peek(): Packet | null {
    return this.queue[0] ?? null;
  }

  receive(): Packet | null {
    return this.queue.shift() ?? null;
  }

  send(bytes: string, to: SocketAddress | null): boolean {
    if (this.state === 'closed') return false;
    const packet = Buffer.from(bytes, 'latin1');
    if (to?.kind === 'inet' && this.remote === null) this.socket.send(packet, to.port, to.host, this.sent);
    else if (this.remote !== null) this.socket.send(packet, this.sent);
    else return false;
    this.sending++;
    return true;
  }

  membership(group: string, via: string | null, join: boolean): boolean {
    try {
      if (join) this.socket.addMembership(group, via ?? undefined);
      else this.socket.dropMembership(group, via ?? undefined);
      return true;
    } catch {
      return false;
    }
  }

  close(): void {
    if (this.state === 'closed') return;
    this.state = 'closed';
    this.hub.open.delete(this);
    this.hub.changed(this);
    if (this.sending === 0) this.socket.close();
  }
}
