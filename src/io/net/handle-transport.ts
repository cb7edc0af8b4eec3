/** A connection's bytes through a handle of libuv: what node:net's sockets do with it, without their streams. */
import type { Socket } from 'node:net';
import { strerror } from '../../base/errno.ts';
import type { NetError, SocketAddress } from '../../vm/net-ports.ts';
import { inetAddress } from './hub.ts';
import { RAW_EOF, type RawAddress, type RawHandle, type RawHandles, type RawRequest } from './raw-handles.ts';
import type { Transport, TransportOwner } from './transport.ts';

function errorOf(status: number): NetError {
  return { errno: -status, message: strerror(-status) };
}

/** Calls of libuv's, which know their transport. */
function onRead(this: RawHandle): void {
  (this.transport as HandleTransport).read();
}

function onWritten(this: RawRequest, status: number): void {
  (this.transport as HandleTransport).written(status);
}

function onShutdown(this: RawRequest): void {
  (this.transport as HandleTransport).shut();
}

function onConnected(this: RawRequest, status: number): void {
  (this.transport as HandleTransport).connected(status);
}

export class HandleTransport implements Transport {
  private readonly raw: RawHandles;
  private readonly handle: RawHandle;
  private owner: TransportOwner | null = null;
  private connecting = false;
  private paused = false;
  /** The other side has ended. */
  private ended = false;
  /** This side is about to; it has. */
  private ending = false;
  private isShut = false;
  private closed = false;
  /** Closes when all has been sent. */
  private leaving = false;
  /** Writes that the system has not taken at once. */
  private writes = 0;

  constructor(raw: RawHandles, handle: RawHandle) {
    this.raw = raw;
    this.handle = handle;
    handle.transport = this;
    handle.onread = onRead;
    handle.useUserBuffer(raw.buffer);
  }

  /** A connection to an address, from `local` if there is one. */
  static connect(
    raw: RawHandles,
    to: { readonly host: string; readonly port: number; readonly family: number },
    local: { readonly host: string; readonly port: number } | null,
  ): HandleTransport {
    const transport = new HandleTransport(raw, raw.createTcp());
    const { handle } = transport;
    transport.connecting = true;
    let failed = 0;
    if (local !== null) {
      failed = local.host.includes(':') ? handle.bind6(local.host, local.port, 0) : handle.bind(local.host, local.port);
    }
    if (failed === 0) failed = raw.connect(handle, to, transport, onConnected);
    // errors are heard of later, as all that happens
    if (failed !== 0) process.nextTick(() => transport.connected(failed));
    return transport;
  }

  attach(owner: TransportOwner): void {
    this.owner = owner;
    if (!this.connecting) this.begin();
  }

  private begin(): void {
    if (this.paused || this.closed) return;
    const failed = this.handle.readStart();
    if (failed !== 0) process.nextTick(() => this.fail(failed));
  }

  connected(status: number): void {
    if (this.closed) return;
    if (status !== 0) {
      this.fail(status);
      return;
    }
    this.connecting = false;
    this.begin();
    this.owner?.onConnect();
  }

  read(): void {
    const count = this.raw.bytesRead;
    if (count > 0) {
      if (!this.leaving) this.owner?.onBytes(this.raw.buffer.toString('latin1', 0, count));
    } else if (count === RAW_EOF) {
      this.ended = true;
      this.owner?.onEnd();
      if (this.isShut) this.finish();
    } else if (count < 0) {
      this.fail(count);
    }
  }

  written(status: number): void {
    this.writes--;
    if (this.closed) return;
    if (status < 0) this.fail(status);
    else this.owner?.onRoom();
  }

  shut(): void {
    this.isShut = true;
    if (this.ended || this.leaving) this.finish();
  }

  /** Nothing comes and nothing goes any more. */
  private finish(): void {
    if (this.closed) return;
    this.destroy();
    this.owner?.onClose();
  }

  private fail(status: number): void {
    if (this.closed) return;
    this.destroy();
    this.owner?.onError(errorOf(status));
    this.owner?.onClose();
  }

  get unsent(): number {
    return this.writes === 0 || this.closed ? 0 : this.handle.writeQueueSize;
  }

  get local(): SocketAddress | null {
    return this.address('getsockname');
  }

  get remote(): SocketAddress | null {
    return this.address('getpeername');
  }

  private address(side: 'getsockname' | 'getpeername'): SocketAddress | null {
    const out: RawAddress = {};
    if (this.closed || this.handle[side]?.(out) !== 0) return null;
    return inetAddress(out.address, out.port);
  }

  pause(): void {
    this.paused = true;
    if (!this.connecting && !this.closed) this.handle.readStop();
  }

  resume(): void {
    if (!this.paused) return;
    this.paused = false;
    if (!this.connecting) this.begin();
  }

  write(bytes: string): NetError | null {
    if (this.closed) return errorOf(-32);
    const answer = this.raw.write(this.handle, bytes, this, onWritten);
    if (answer === 1) this.writes++;
    if (answer >= 0) return null;
    this.destroy();
    // the writer is told now, everybody else later
    process.nextTick(() => this.owner?.onClose());
    return errorOf(answer);
  }

  end(): void {
    if (this.closed || this.ending) return;
    this.ending = true;
    if (this.raw.shutdown(this.handle, this, onShutdown) !== 0) this.shut();
  }

  destroy(): void {
    if (this.closed) return;
    this.closed = true;
    this.handle.close();
  }

  destroySoon(): void {
    if (this.closed || this.leaving) return;
    this.leaving = true;
    this.resume();
    if (this.isShut) this.finish();
    else this.end();
  }

  setNoDelay(on: boolean): void {
    if (!this.closed) this.handle.setNoDelay?.(on);
  }

  toSocket(): Socket {
    const { handle } = this;
    const net = process.getBuiltinModule('node:net');
    handle.readStop();
    this.owner = null;
    this.closed = true;
    const options = { handle, allowHalfOpen: true, readable: true, writable: true };
    return new net.Socket(options as import('node:net').SocketConstructorOpts);
  }
}
