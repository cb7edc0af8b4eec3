/** A connection's bytes through a socket of node:net or node:tls. */
import type { Socket } from 'node:net';
import type { NetError, SocketAddress } from '../../vm/net-ports.ts';
import { inetAddress } from './hub.ts';
import { toNetError } from './net-error.ts';
import type { Transport, TransportOwner } from './transport.ts';

export class SocketTransport implements Transport {
  private readonly socket: Socket;
  private owner: TransportOwner | null = null;
  /** Hears when the system has taken what was written. */
  private hearsDrain = false;

  constructor(socket: Socket) {
    this.socket = socket;
  }

  attach(owner: TransportOwner): void {
    const { socket } = this;
    this.owner = owner;
    socket.on('data', (chunk: Buffer) => owner.onBytes(chunk.toString('latin1')));
    socket.on('end', () => owner.onEnd());
    if (socket.connecting) socket.on('connect', () => owner.onConnect());
    socket.on('error', (error) => owner.onError(toNetError(error)));
    socket.on('close', () => owner.onClose());
  }

  get unsent(): number {
    return this.socket.writableLength;
  }

  get local(): SocketAddress | null {
    return inetAddress(this.socket.localAddress, this.socket.localPort);
  }

  get remote(): SocketAddress | null {
    return inetAddress(this.socket.remoteAddress, this.socket.remotePort);
  }

  pause(): void {
    this.socket.pause();
  }

  resume(): void {
    this.socket.resume();
  }

  write(bytes: string): NetError | null {
    if (!this.socket.write(bytes, 'latin1') && !this.hearsDrain) {
      this.hearsDrain = true;
      this.socket.on('drain', () => this.owner?.onRoom());
    }
    // the system is asked at once: a connection that the other side has reset says so now
    const { errored } = this.socket;
    return errored === null ? null : toNetError(errored);
  }

  end(): void {
    this.socket.end();
  }

  destroy(): void {
    this.socket.destroy();
  }

  destroySoon(): void {
    this.socket.resume();
    this.socket.destroySoon();
  }

  setNoDelay(on: boolean): void {
    this.socket.setNoDelay(on);
  }

  toSocket(): Socket {
    // errors and the end of it are heard on
    for (const event of ['data', 'end', 'drain', 'connect']) this.socket.removeAllListeners(event);
    return this.socket;
  }
}
