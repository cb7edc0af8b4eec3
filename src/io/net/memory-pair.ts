/** Two connected ends inside this process (socketpair). */
import type { Connection, NetError, SocketAddress } from '../../vm/net-ports.ts';
import { ByteQueue } from './byte-queue.ts';
import type { Hub } from './hub.ts';

const LIMIT = 208 * 1024;
const BROKEN_PIPE: NetError = { errno: 32, message: 'Broken pipe' };

export class MemoryEnd implements Connection {
  readonly listeners: Set<() => void> = new Set();
  state: Connection['state'] = 'open';
  error: NetError | null = null;
  ended = false;
  readonly unsent = 0;
  readonly local: SocketAddress | null;
  readonly remote: SocketAddress | null;
  readonly tls = 'off';
  private readonly hub: Hub;
  private readonly queue = new ByteQueue();
  private finished = false;
  /** Of the packets that wait; null: a stream. */
  lengths: number[] | null = null;
  other: MemoryEnd | null = null;

  constructor(hub: Hub, local: SocketAddress | null = null, remote: SocketAddress | null = null) {
    this.hub = hub;
    this.local = local;
    this.remote = remote;
  }

  /** Connects two ends. */
  join(other: MemoryEnd): void {
    this.other = other;
    other.other = this;
  }

  /** What the end of a file of these bytes would be. */
  fill(bytes: string): void {
    this.queue.push(bytes);
    this.ended = true;
  }

  /** Connecting has come to an end. @param error null: it stands */
  opened(error: NetError | null): void {
    if (this.state !== 'connecting') return;
    this.error = error;
    this.state = error === null ? 'open' : 'failed';
    this.hub.changed(this);
  }

  get available(): number {
    return this.queue.length;
  }

  get writable(): boolean {
    return this.other !== null && !this.finished && this.state === 'open';
  }

  get room(): number {
    return this.other === null || !this.writable ? 0 : Math.max(0, LIMIT - this.other.queue.length);
  }

  peek(max: number): string {
    return this.queue.peek(Math.min(max, this.lengths?.[0] ?? max));
  }

  take(max: number): string {
    const length = this.lengths?.shift();
    // what does not fit of a packet is lost
    const bytes = length === undefined ? this.queue.take(max) : this.queue.take(length).slice(0, max);
    if (this.other !== null) this.hub.changed(this.other);
    return bytes;
  }

  write(bytes: string): boolean {
    const { other } = this;
    if (other === null || !this.writable) {
      this.error = BROKEN_PIPE;
      return false;
    }
    other.queue.push(bytes);
    other.lengths?.push(bytes.length);
    this.hub.changed(other);
    return true;
  }

  shutdown(how: number): boolean {
    if (this.state !== 'open') return false;
    if (how !== 0) {
      this.finished = true;
      this.other?.end();
    }
    if (how !== 1) this.end();
    return true;
  }

  private end(): void {
    this.ended = true;
    this.hub.changed(this);
  }

  close(): void {
    if (this.state === 'closed') return;
    this.state = 'closed';
    this.hub.changed(this);
    const { other } = this;
    this.other = null;
    if (other === null) return;
    other.other = null;
    other.end();
  }

  setNoDelay(): void {
    // there is nothing that delays
  }

  startTls(): void {
    // a pair has no name to prove
  }
}

export function createMemoryPair(hub: Hub, packets: boolean): readonly [Connection, Connection] {
  const a = new MemoryEnd(hub);
  const b = new MemoryEnd(hub);
  if (packets) {
    a.lengths = [];
    b.lengths = [];
  }
  a.join(b);
  return [a, b];
}
