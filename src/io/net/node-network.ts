/**
 * The Network port on Node. Its modules are loaded when first used: a program without sockets does not pay for them.
 * Source: https://nodejs.org/docs/latest-v20.x/api/net.html
 */
import type { LookupAddress } from 'node:dns';
import type { Socket } from 'node:net';
import type {
  Connection,
  Datagrams,
  Listener,
  ListenOptions,
  Lookup,
  NetError,
  Network,
  SocketAddress,
} from '../../vm/net-ports.ts';
import { NodeDatabases } from '../db/node-databases.ts';
import type { DatabasePort } from '../../vm/db-ports.ts';
import { Hub } from './hub.ts';
import type { NodeForks } from '../forks/node-forks.ts';
import { HeldDatagrams, HeldListener } from './held-listener.ts';
import { HandleTransport } from './handle-transport.ts';
import { createMemoryPair } from './memory-pair.ts';
import { toNetError } from './net-error.ts';
import { NodeConnection } from './node-connection.ts';
import { NodeDatagrams } from './node-datagrams.ts';
import { NodeListener } from './node-listener.ts';
import { createRawHandles, type RawHandles } from './raw-handles.ts';
import { SocketTransport } from './socket-transport.ts';
import type { Transport } from './transport.ts';

const FOREVER_MS = 2 ** 31 - 1;

class NodeLookup implements Lookup {
  readonly listeners: Set<() => void> = new Set();
  addresses: readonly string[] | null = null;
  error: NetError | null = null;

  constructor(hub: Hub, name: string, family: number) {
    const done = (error: Error | null, found: readonly LookupAddress[]): void => {
      if (error !== null) this.error = toNetError(error);
      this.addresses = error === null ? found.map(({ address }) => address) : [];
      hub.changed(this);
    };
    process.getBuiltinModule('node:dns').lookup(name, { family, all: true }, done);
  }
}

function connectSocket(address: SocketAddress, local: SocketAddress | null): Socket {
  const net = process.getBuiltinModule('node:net');
  const allowHalfOpen = true;
  if (address.kind === 'unix') return net.connect({ path: address.path, allowHalfOpen });
  const from = local?.kind === 'inet' ? { localAddress: local.host, localPort: local.port } : {};
  return net.connect({ host: address.host, port: address.port, allowHalfOpen, ...from });
}

/** To an address by a handle, to a name or a path by a socket. */
function connectTransport(raw: RawHandles | null, address: SocketAddress, local: SocketAddress | null): Transport {
  if (raw !== null && address.kind === 'inet') {
    const family = process.getBuiltinModule('node:net').isIP(address.host);
    const from = local?.kind === 'inet' ? local : null;
    if (family !== 0) return HandleTransport.connect(raw, { host: address.host, port: address.port, family }, from);
  }
  return new SocketTransport(connectSocket(address, local));
}

export class NodeNetwork implements Network {
  readonly hub: Hub = new Hub();
  private readonly raw: RawHandles | null = createRawHandles();
  private readonly forks: NodeForks;
  private input: Connection | null = null;
  private readonly signals = new Set<() => void>();
  private made: NodeDatabases | null = null;
  /** Keeps Node running while the program waits for what alone would not. */
  private readonly alive: NodeJS.Timeout = setInterval(() => undefined, FOREVER_MS).unref();

  constructor(forks: NodeForks) {
    this.forks = forks;
  }

  get activity(): (() => void) | null {
    return this.hub.activity;
  }

  set activity(listener: (() => void) | null) {
    this.hub.activity = listener;
    if (listener === null) this.alive.unref();
    else this.alive.ref();
  }

  connect(address: SocketAddress, local: SocketAddress | null = null): Connection {
    const path = address.kind === 'unix' ? address.path : null;
    return new NodeConnection(this.hub, connectTransport(this.raw, address, local), 'connecting', path);
  }

  listen(address: SocketAddress, options: ListenOptions): Listener {
    const held = this.forks.heldListener();
    if (held !== undefined) return new HeldListener(held.local);
    const listener = new NodeListener(this.hub, this.raw, address, options, (local) =>
      this.forks.recordListener(local),
    );
    this.forks.opened(listener);
    return listener;
  }

  datagrams(local: SocketAddress | null, remote: SocketAddress | null): Datagrams {
    if (local === null || remote !== null) return new NodeDatagrams(this.hub, local, remote);
    const held = this.forks.heldListener();
    if (held !== undefined) return new HeldDatagrams(held.local);
    return new NodeDatagrams(this.hub, local, remote, (bound) => this.forks.recordListener(bound));
  }

  pair(packets = false): readonly [Connection, Connection] {
    return createMemoryPair(this.hub, packets);
  }

  standardInput(): Connection {
    this.input ??= new NodeConnection(
      this.hub,
      new SocketTransport(process.stdin as unknown as Socket),
      'open',
      'php://stdin',
    );
    return this.input;
  }

  resolve(name: string, family: number): Lookup {
    return new NodeLookup(this.hub, name, family);
  }

  soon(callback: () => void): () => void {
    const handle = setImmediate(callback);
    return () => clearImmediate(handle);
  }

  later(milliseconds: number, callback: () => void): () => void {
    if (milliseconds <= 0) return this.soon(callback);
    const handle = setTimeout(callback, milliseconds);
    return () => clearTimeout(handle);
  }

  signal(number: number, callback: () => void): (() => void) | null {
    const { signals } = process.getBuiltinModule('node:os').constants;
    const name = Object.keys(signals).find((key) => signals[key as NodeJS.Signals] === number);
    if (name === undefined || name === 'SIGKILL' || name === 'SIGSTOP') return null;
    const heard = (): void => {
      callback();
      this.hub.activity?.();
    };
    try {
      process.on(name, heard);
    } catch {
      return null;
    }
    const stop = (): void => {
      process.off(name, heard);
    };
    this.signals.add(stop);
    return () => {
      this.signals.delete(stop);
      stop();
    };
  }

  databases(): DatabasePort {
    this.made ??= new NodeDatabases(this.hub);
    return this.made;
  }

  closeAll(): void {
    this.forks.leave();
    for (const stop of this.signals) stop();
    this.signals.clear();
    this.hub.activity = null;
    for (const handle of this.hub.open.all()) {
      if (handle.leave === undefined) handle.close();
      else handle.leave();
    }
  }
}

/** A network of its own; made by a function so that it can be loaded lazily. */
export function createNodeNetwork(forks: NodeForks): NodeNetwork {
  return new NodeNetwork(forks);
}
