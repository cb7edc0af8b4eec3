/**
 * A network inside the process and inside its time: clients reach the program's own servers and nothing else, and waiting
 * moves a virtual clock. What happens is the same every run.
 */
import { strerror } from '../../base/errno.ts';
import type {
  Connection,
  Datagrams,
  Listener,
  Lookup,
  NetError,
  Network,
  Packet,
  SocketAddress,
  Watched,
} from '../../vm/net-ports.ts';
import { Hub } from './hub.ts';
import { createMemoryPair, MemoryEnd } from './memory-pair.ts';

const EADDRINUSE = 98;
const ENETUNREACH = 101;
const ECONNREFUSED = 111;
const FIRST_PORT = 32768;
const LOOPBACK = '127.0.0.1';

const problem = (errno: number): NetError => ({ errno, message: strerror(errno) });

/** What an address is known by; ports are the same on every address of this host. */
function keyOf(address: SocketAddress): string {
  return address.kind === 'unix' ? address.path : `:${address.port}`;
}

function isHere(address: SocketAddress): boolean {
  return address.kind === 'unix' || /^(127\.|0\.0\.0\.0$|::1?$|localhost$)/.test(address.host);
}

interface Timer {
  readonly time: number;
  readonly call: () => void;
}

class MemoryListener implements Listener {
  readonly listeners: Set<() => void> = new Set();
  state: Listener['state'] = 'starting';
  error: NetError | null = null;
  readonly local: SocketAddress;
  private readonly queue: MemoryEnd[] = [];
  private readonly hub: Hub;
  private readonly closed: () => void;

  constructor(hub: Hub, local: SocketAddress, closed: () => void) {
    this.hub = hub;
    this.local = local;
    this.closed = closed;
  }

  settle(error: NetError | null): void {
    if (this.state !== 'starting') return;
    this.error = error;
    this.state = error === null ? 'listening' : 'failed';
    this.hub.changed(this);
  }

  get pending(): number {
    return this.queue.length;
  }

  arrive(end: MemoryEnd): void {
    this.queue.push(end);
    this.hub.changed(this);
  }

  accept(): Connection | null {
    return this.queue.shift() ?? null;
  }

  close(): void {
    if (this.state === 'closed') return;
    if (this.state === 'listening') this.closed();
    this.state = 'closed';
    this.hub.changed(this);
    for (const end of this.queue.splice(0)) end.close();
  }
}

class MemoryDatagrams implements Datagrams {
  readonly listeners: Set<() => void> = new Set();
  state: Datagrams['state'] = 'open';
  error: NetError | null = null;
  readonly local: SocketAddress;
  readonly remote: SocketAddress | null;
  private readonly queue: Packet[] = [];
  private readonly hub: Hub;
  private readonly sockets: Map<string, MemoryDatagrams>;

  constructor(
    hub: Hub,
    sockets: Map<string, MemoryDatagrams>,
    local: SocketAddress,
    remote: SocketAddress | null,
    error: NetError | null,
  ) {
    this.hub = hub;
    this.sockets = sockets;
    this.local = local;
    this.remote = remote;
    this.error = error;
    if (error === null) sockets.set(keyOf(local), this);
    else this.state = 'failed';
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
    const target = this.remote ?? to;
    if (this.state !== 'open' || target === null) return false;
    const other = isHere(target) ? this.sockets.get(keyOf(target)) : undefined;
    if (other !== undefined) {
      other.queue.push({ bytes, from: this.local });
      this.hub.changed(other);
    }
    return true;
  }

  /** There are no groups here. */
  membership(): boolean {
    return false;
  }

  close(): void {
    if (this.state === 'open') this.sockets.delete(keyOf(this.local));
    this.state = 'closed';
    this.hub.changed(this);
  }
}

/** What the network needs of its host. */
interface MemoryHost {
  nowMicros(): number;
  sleepMicros(micros: number): void;
  readIn(length: number): string;
}

const MICROS_PER_MS = 1000;
const INPUT_CHUNK = 8192;

export class MemoryNetwork implements Network {
  private readonly hub = new Hub();
  private readonly host: MemoryHost;
  private readonly servers = new Map<string, MemoryListener>();
  private readonly datagramSockets = new Map<string, MemoryDatagrams>();
  private due: (() => void)[] = [];
  /** By time, then by age. */
  private readonly timers: Timer[] = [];
  private nextPort = FIRST_PORT;
  private input: MemoryEnd | null = null;

  constructor(host: MemoryHost) {
    this.host = host;
  }

  get activity(): (() => void) | null {
    return this.hub.activity;
  }

  set activity(listener: (() => void) | null) {
    this.hub.activity = listener;
  }

  private ownAddress(): SocketAddress {
    return { kind: 'inet', host: LOOPBACK, port: this.nextPort++ };
  }

  connect(address: SocketAddress): Connection {
    const local = address.kind === 'unix' ? null : this.ownAddress();
    const here = new MemoryEnd(this.hub, local, address);
    here.state = 'connecting';
    this.soon(() => {
      const server = this.servers.get(keyOf(address));
      if (!isHere(address)) here.opened(problem(ENETUNREACH));
      else if (server === undefined) here.opened(problem(ECONNREFUSED));
      else if (here.state === 'connecting') {
        const there = new MemoryEnd(this.hub, server.local, local);
        here.join(there);
        here.opened(null);
        server.arrive(there);
      }
    });
    return here;
  }

  listen(address: SocketAddress): Listener {
    const local = address.kind === 'inet' && address.port === 0 ? { ...address, port: this.nextPort++ } : address;
    const key = keyOf(local);
    const listener = new MemoryListener(this.hub, local, () => this.servers.delete(key));
    const taken = this.servers.has(key);
    if (!taken) this.servers.set(key, listener);
    this.soon(() => listener.settle(taken ? problem(EADDRINUSE) : null));
    return listener;
  }

  datagrams(local: SocketAddress | null, remote: SocketAddress | null): Datagrams {
    const isFree = local === null || (local.kind === 'inet' && local.port === 0);
    const address = isFree ? this.ownAddress() : local;
    const taken = this.datagramSockets.has(keyOf(address));
    return new MemoryDatagrams(this.hub, this.datagramSockets, address, remote, taken ? problem(EADDRINUSE) : null);
  }

  pair(packets = false): readonly [Connection, Connection] {
    return createMemoryPair(this.hub, packets);
  }

  standardInput(): Connection {
    if (this.input === null) {
      let bytes = '';
      for (let part = this.host.readIn(INPUT_CHUNK); part !== ''; part = this.host.readIn(INPUT_CHUNK)) bytes += part;
      this.input = new MemoryEnd(this.hub);
      this.input.fill(bytes);
    }
    return this.input;
  }

  resolve(name: string, family: number): Lookup {
    const known = name.toLowerCase() === 'localhost';
    const lookup: Watched & { addresses: readonly string[] | null; error: NetError | null } = {
      listeners: new Set(),
      addresses: null,
      error: null,
    };
    this.soon(() => {
      lookup.addresses = known ? [family === 6 ? '::1' : LOOPBACK] : [];
      if (!known) lookup.error = { errno: 0, message: 'Name or service not known' };
      this.hub.changed(lookup);
    });
    return lookup;
  }

  soon(callback: () => void): () => void {
    this.due.push(callback);
    return () => {
      const at = this.due.indexOf(callback);
      if (at >= 0) this.due.splice(at, 1);
    };
  }

  later(milliseconds: number, callback: () => void): () => void {
    if (milliseconds <= 0) return this.soon(callback);
    const timer = { time: this.host.nowMicros() + milliseconds * MICROS_PER_MS, call: callback };
    const after = this.timers.findIndex((other) => other.time > timer.time);
    this.timers.splice(after < 0 ? this.timers.length : after, 0, timer);
    return () => {
      const at = this.timers.indexOf(timer);
      if (at >= 0) this.timers.splice(at, 1);
    };
  }

  /** Nobody sends signals here. */
  signal(): () => void {
    return () => {};
  }

  /** Databases live outside. */
  databases(): null {
    return null;
  }

  turn(): boolean {
    const next = this.due.shift();
    if (next !== undefined) {
      next();
      return true;
    }
    const timer = this.timers.shift();
    if (timer === undefined) return false;
    this.host.sleepMicros(timer.time - this.host.nowMicros());
    timer.call();
    return true;
  }

  closeAll(): void {
    this.due = [];
    this.timers.length = 0;
    this.hub.activity = null;
  }
}
