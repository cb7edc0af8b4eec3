/** A connection of Node's (its bytes' carrier is a Transport), encrypted by node:tls when asked. Reads ahead up to a limit, as a kernel's buffer does. */
import type { TLSSocket } from 'node:tls';
import type { Connection, NetError, SocketAddress, TlsOptions } from '../../vm/net-ports.ts';
import { ByteQueue } from './byte-queue.ts';
import type { Hub } from './hub.ts';
import { createTlsSocket } from './node-tls.ts';
import { SocketTransport } from './socket-transport.ts';
import type { Transport, TransportOwner } from './transport.ts';

/** Bytes read ahead, and bytes that may wait to be sent. */
const LIMIT = 128 * 1024;
/** Milliseconds that the reader of a closed connection may take nothing, and that it may when the program is over. */
const STALLED = 60_000;
const STALLED_AT_END = 2000;

export class NodeConnection implements Connection, TransportOwner {
  readonly listeners: Set<() => void> = new Set();
  state: Connection['state'];
  error: NetError | null = null;
  ended = false;
  openAt = -1;
  tls: Connection['tls'] = 'off';
  private transport: Transport;
  private readonly hub: Hub;
  private readonly queue = new ByteQueue();
  private paused = false;
  private finished = false;
  /** Looks whether its reader takes anything. */
  private patience: NodeJS.Timeout | null = null;
  private localAddress: SocketAddress | null;
  private remoteAddress: SocketAddress | null;

  /**
   * @param path a unix socket's path, of the listening side
   * @param local where it is, if that is known without asking the system
   */
  constructor(
    hub: Hub,
    transport: Transport,
    state: 'connecting' | 'open',
    path: string | null,
    local: SocketAddress | null = null,
  ) {
    this.hub = hub;
    this.transport = transport;
    this.state = state;
    this.localAddress = path === null || state === 'connecting' ? local : { kind: 'unix', path };
    this.remoteAddress = path === null || state === 'open' ? null : { kind: 'unix', path };
    hub.open.add(this);
    transport.attach(this);
  }

  onConnect(): void {
    if (this.state === 'connecting') this.state = 'open';
    this.hub.changed(this);
  }

  onBytes(bytes: string): void {
    this.queue.push(bytes);
    if (this.queue.length >= LIMIT && !this.paused) {
      this.paused = true;
      this.transport.pause();
    }
    this.hub.changed(this);
  }

  onEnd(): void {
    this.ended = true;
    this.hub.changed(this);
  }

  onRoom(): void {
    this.hub.changed(this);
  }

  onClose(): void {
    if (this.state !== 'failed') this.state = 'closed';
    this.hub.open.delete(this);
    if (this.patience !== null) clearInterval(this.patience);
    this.onEnd();
  }

  onError(error: NetError): void {
    this.error = error;
    if (this.state === 'connecting') this.state = 'failed';
    if (this.tls === 'handshake') this.tls = 'failed';
    this.onEnd();
  }

  get available(): number {
    return this.queue.length;
  }

  get unsent(): number {
    return this.transport.unsent;
  }

  get room(): number {
    return this.writable ? Math.max(0, LIMIT - this.transport.unsent) : 0;
  }

  get writable(): boolean {
    return !this.finished && this.error === null && (this.state === 'open' || this.state === 'connecting');
  }

  get local(): SocketAddress | null {
    this.localAddress ??= this.transport.local;
    return this.localAddress;
  }

  get remote(): SocketAddress | null {
    this.remoteAddress ??= this.transport.remote;
    return this.remoteAddress;
  }

  peek(max: number): string {
    return this.queue.peek(max);
  }

  take(max: number): string {
    const bytes = this.queue.take(max);
    if (this.paused && this.queue.length < LIMIT / 2) {
      this.paused = false;
      this.transport.resume();
    }
    return bytes;
  }

  write(bytes: string): boolean {
    if (!this.writable) return false;
    const error = this.transport.write(bytes);
    if (error === null) return true;
    this.onError(error);
    return false;
  }

  shutdown(how: number): boolean {
    if (this.state !== 'open') return false;
    if (how !== 0 && !this.finished) {
      this.finished = true;
      this.transport.end();
    }
    if (how !== 1) this.onEnd();
    return true;
  }

  close(): void {
    if (this.state === 'closed') return;
    this.state = 'closed';
    const hasUnsent = this.transport.unsent > 0;
    if (!hasUnsent) {
      this.hub.open.delete(this);
      this.ended = true;
    }
    this.hub.changed(this);
    if (hasUnsent) {
      this.transport.destroySoon();
      this.giveUpAfter(STALLED);
    } else {
      this.transport.destroy();
    }
  }

  /** The program is over: what has been written is still sent, if its reader takes it. */
  leave(): void {
    this.close();
    if (this.transport.unsent > 0) this.giveUpAfter(STALLED_AT_END);
  }

  /** Nobody waits for ever for a reader that takes nothing. */
  private giveUpAfter(milliseconds: number): void {
    const { transport } = this;
    if (this.patience !== null) clearInterval(this.patience);
    let before = transport.unsent;
    this.patience = setInterval(() => {
      if (transport.unsent === before) {
        transport.destroy();
        this.onClose();
      }
      before = transport.unsent;
    }, milliseconds).unref();
  }

  setNoDelay(on: boolean): void {
    this.transport.setNoDelay(on);
  }

  startTls(options: TlsOptions): void {
    const raw = this.transport.toSocket();
    const early = this.queue.take(this.queue.length);
    if (early !== '') raw.unshift(Buffer.from(early, 'latin1'));
    this.tls = 'handshake';
    const secure: TLSSocket = createTlsSocket(raw, options, (error) => {
      if (error === null) this.tls = 'on';
      else this.onError(error);
      this.hub.changed(this);
    });
    this.transport = new SocketTransport(secure);
    this.transport.attach(this);
  }
}
