/** What carries a connection's bytes: a socket of Node's, or a handle of libuv below it. */
import type { Socket } from 'node:net';
import type { NetError, SocketAddress } from '../../vm/net-ports.ts';

/** Hears what happens to a transport. */
export interface TransportOwner {
  /** Bytes have come. */
  onBytes(bytes: string): void;
  /** The other side sends no more. */
  onEnd(): void;
  onConnect(): void;
  /** It has failed; it is closed behind this. */
  onError(error: NetError): void;
  /** It is closed for good. */
  onClose(): void;
  /** The system has taken what was written. */
  onRoom(): void;
}

export interface Transport {
  /** Bytes that the system has not taken yet. */
  readonly unsent: number;
  readonly local: SocketAddress | null;
  readonly remote: SocketAddress | null;
  /** From now on `owner` hears. Called once, at first. */
  attach(owner: TransportOwner): void;
  pause(): void;
  resume(): void;
  /** Queues bytes; what the system says against them at once. */
  write(bytes: string): NetError | null;
  /** No more is written behind what has been. */
  end(): void;
  /** Closes it; what has not been sent is lost. */
  destroy(): void;
  /** Closes it when what has been written has been sent; what comes is thrown away. */
  destroySoon(): void;
  setNoDelay(on: boolean): void;
  /** The socket, to be encrypted; this transport is over. */
  toSocket(): Socket;
}
