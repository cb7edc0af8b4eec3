/** A connection on node:net, encrypted by node:tls when asked. Reads ahead up to a limit, as a kernel's buffer does. */
import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { Connection, NetError, SocketAddress, TlsOptions } from '../../vm/net-ports.ts';
import { ByteQueue } from './byte-queue.ts';
import { type Hub, inetAddress } from './hub.ts';
import { toNetError } from './net-error.ts';
import { createTlsSocket } from './node-tls.ts';

/** Bytes read ahead, and bytes that may wait to be sent. */
const LIMIT = 128 * 1024;
/** Milliseconds that the reader of a closed connection may take nothing, and that it may when the program is over. */
const STALLED = 60_000;
const STALLED_AT_END = 2000;

export class NodeConnection implements Connection {
  readonly listeners: Set<() => void> = new Set();
  state: Connection['state'];
  error: NetError | null = null;
  ended = false;
  openAt = -1;
  tls: Connection['tls'] = 'off';
  private socket: Socket;
  private readonly hub: Hub;
  private readonly queue = new ByteQueue();
  private paused = false;
  private finished = false;
  /** Hears when the system has taken what was written. */
  private hearsDrain = false;
  private localAddress: SocketAddress | null;
  private remoteAddress: SocketAddress | null;

  /**
   * @param path a unix socket's path, of the listening side
   * @param local where it is, if that is known without asking the system
   */
  constructor(
    hub: Hub,
    socket: Socket,
    state: 'connecting' | 'open',
    path: string | null,
    local: SocketAddress | null = null,
  ) {
    this.hub = hub;
    this.socket = socket;
    this.state = state;
    this.localAddress = path === null || state === 'connecting' ? local : { kind: 'unix', path };
    this.remoteAddress = path === null || state === 'open' ? null : { kind: 'unix', path };
    hub.open.add(this);
    this.attach(socket);
  }

  private attach(socket: Socket): void {
    socket.on('data', (chunk: Buffer) => this.arrived(chunk));
    socket.on('end', () => this.end());
    if (this.state === 'connecting') {
      socket.on('connect', () => {
        if (this.state === 'connecting') this.state = 'open';
        this.hub.changed(this);
      });
    }
    socket.on('error', (error) => this.fail(toNetError(error)));
    socket.on('close', () => {
      if (this.state !== 'failed') this.state = 'closed';
      this.hub.open.delete(this);
      this.end();
    });
  }

  private arrived(chunk: Buffer): void {
    this.queue.push(chunk.toString('latin1'));
    if (this.queue.length >= LIMIT && !this.paused) {
      this.paused = true;
      this.socket.pause();
    }
    this.hub.changed(this);
  }

  private end(): void {
    this.ended = true;
    this.hub.changed(this);
  }

  private fail(error: NetError): void {
    this.error = error;
    if (this.state === 'connecting') this.state = 'failed';
    if (this.tls === 'handshake') this.tls = 'failed';
    this.end();
  }

  get available(): number {
    return this.queue.length;
  }

  get unsent(): number {
    return this.socket.writableLength;
  }

  get room(): number {
    return this.writable ? Math.max(0, LIMIT - this.socket.writableLength) : 0;
  }

  get writable(): boolean {
    return !this.finished && this.error === null && (this.state === 'open' || this.state === 'connecting');
  }

  get local(): SocketAddress | null {
    return this.localAddress ?? inetAddress(this.socket.localAddress, this.socket.localPort);
  }

  get remote(): SocketAddress | null {
    this.remoteAddress ??= inetAddress(this.socket.remoteAddress, this.socket.remotePort);
    return this.remoteAddress;
  }

  peek(max: number): string {
    return this.queue.peek(max);
  }

  take(max: number): string {
    const bytes = this.queue.take(max);
    if (this.paused && this.queue.length < LIMIT / 2) {
      this.paused = false;
      this.socket.resume();
    }
    return bytes;
  }

  write(bytes: string): boolean {
    if (!this.writable) return false;
    if (!this.socket.write(bytes, 'latin1') && !this.hearsDrain) {
      this.hearsDrain = true;
      this.socket.on('drain', () => this.hub.changed(this));
    }
    // the system is asked at once: a connection that the other side has reset says so now
    const { errored } = this.socket;
    if (errored !== null) this.fail(toNetError(errored));
    return errored === null;
  }

  shutdown(how: number): boolean {
    if (this.state !== 'open') return false;
    if (how !== 0 && !this.finished) {
      this.finished = true;
      this.socket.end();
    }
    if (how !== 1) this.end();
    return true;
  }

  close(): void {
    if (this.state === 'closed') return;
    this.state = 'closed';
    this.hub.changed(this);
    if (this.socket.writableLength > 0) {
      this.socket.resume();
      this.socket.destroySoon();
      this.giveUpAfter(STALLED);
    } else {
      this.hub.open.delete(this);
      this.socket.destroy();
    }
  }

  /** The program is over: what has been written is still sent, if its reader takes it. */
  leave(): void {
    this.close();
    if (this.socket.writableLength > 0) this.giveUpAfter(STALLED_AT_END);
  }

  /** Nobody waits for ever for a reader that takes nothing. */
  private giveUpAfter(milliseconds: number): void {
    const { socket } = this;
    let before = socket.writableLength;
    const timer = setInterval(() => {
      if (socket.writableLength === before) socket.destroy();
      before = socket.writableLength;
    }, milliseconds).unref();
    socket.once('close', () => clearInterval(timer));
  }

  setNoDelay(on: boolean): void {
    this.socket.setNoDelay(on);
  }

  startTls(options: TlsOptions): void {
    const raw = this.socket;
    raw.removeAllListeners('data');
    raw.removeAllListeners('end');
    raw.removeAllListeners('drain');
    this.hearsDrain = false;
    raw.removeAllListeners('connect');
    const early = this.queue.take(this.queue.length);
    if (early !== '') raw.unshift(Buffer.from(early, 'latin1'));
    this.tls = 'handshake';
    const secure: TLSSocket = createTlsSocket(raw, options, (error) => {
      if (error === null) this.tls = 'on';
      else this.fail(error);
      this.hub.changed(this);
    });
    this.socket = secure;
    this.attach(secure);
  }
}
