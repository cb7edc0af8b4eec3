/**
 * A connection that the master process has, as the other processes of the server see it: what comes is passed to them, what
 * they write is passed to the master.
 * Source: swoole-src src/server/process.cc (ProcessFactory::finish)
 */
import type { Connection, SocketAddress, TlsOptions } from '../../../vm/net-ports.ts';
import type { ServerMessage } from './messages.ts';

/** What a connection takes before its writer should wait; the master holds the real queue. */
const ROOM = 1 << 20;

type Post = (message: ServerMessage) => boolean;

export class RemoteConnection implements Connection {
  readonly listeners: Set<() => void> = new Set();
  readonly error = null;
  readonly unsent = 0;
  readonly tls = 'off';
  readonly local: SocketAddress | null;
  readonly remote: SocketAddress | null;
  state: 'open' | 'closed' = 'open';
  ended = false;
  available = 0;
  private readonly fd: number;
  private readonly post: Post;
  /** As they have come: what is a packet of its own stays one. */
  private readonly chunks: string[] = [];

  constructor(fd: number, local: SocketAddress | null, remote: SocketAddress | null, post: Post) {
    this.fd = fd;
    this.local = local;
    this.remote = remote;
    this.post = post;
  }

  get writable(): boolean {
    return this.state === 'open';
  }

  get room(): number {
    return this.state === 'open' ? ROOM : 0;
  }

  /** Bytes have come. */
  push(bytes: string): void {
    this.chunks.push(bytes);
    this.available += bytes.length;
  }

  /** What has come together. */
  takePacket(): string {
    const bytes = this.chunks.shift() ?? '';
    this.available -= bytes.length;
    return bytes;
  }

  take(max: number): string {
    const all = this.chunks.splice(0).join('');
    if (all.length > max) this.chunks.push(all.slice(max));
    const bytes = all.slice(0, max);
    this.available -= bytes.length;
    return bytes;
  }

  peek(max: number): string {
    return this.chunks.join('').slice(0, max);
  }

  write(bytes: string): boolean {
    return this.state === 'open' && this.post({ kind: 'reply', fd: this.fd, bytes });
  }

  shutdown(how: number): boolean {
    return this.state === 'open' && this.post({ kind: 'shut', fd: this.fd, how });
  }

  close(): void {
    if (this.state === 'closed') return;
    this.state = 'closed';
    this.post({ kind: 'drop', fd: this.fd });
  }

  /** The master has closed it. */
  gone(): void {
    this.state = 'closed';
    this.ended = true;
    for (const listener of this.listeners) listener();
  }

  setNoDelay(_on: boolean): void {}

  startTls(_options: TlsOptions): void {}
}
