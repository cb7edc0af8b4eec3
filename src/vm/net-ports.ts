/**
 * The network as the engine sees it. Everything is level-triggered, as POSIX readiness is: handles say what can be done
 * with them now, and tell their listeners when that changes; nothing here blocks. src/io/net implements it on Node.
 */

import type { DatabasePort } from './db-ports.ts';

/** Something whose state changes while the program waits. */
export interface Watched {
  /** Called after every change, never from inside a call of the engine's that did not cause one. */
  readonly listeners: Set<() => void>;
}

export type SocketAddress =
  | { readonly kind: 'inet'; readonly host: string; readonly port: number }
  | { readonly kind: 'unix'; readonly path: string };

/** Why something failed: an errno of Linux (0: a resolver's error) and its text. */
export interface NetError {
  readonly errno: number;
  readonly message: string;
}

/** How an encrypted session is begun; PEM texts. */
export interface TlsOptions {
  readonly server: boolean;
  readonly serverName: string;
  readonly verify: boolean;
  readonly cert?: string;
  readonly key?: string;
  readonly ca?: string;
  readonly passphrase?: string;
  /** Names of protocols above it, the best first (ALPN). */
  readonly protocols?: readonly string[];
}

/** One end of a byte stream: a TCP or unix connection, a pipe, half of a pair. Strings are bytes. */
export interface Connection extends Watched {
  readonly state: 'connecting' | 'open' | 'failed' | 'closed';
  /** What went wrong, also later than connecting. */
  readonly error: NetError | null;
  /** Bytes that have arrived and have not been taken. */
  readonly available: number;
  /** The other side sends no more. */
  readonly ended: boolean;
  /** False once it can send no more: closed, failed, or shut down for writing. */
  readonly writable: boolean;
  /** How many bytes may be written without the queue of unsent ones growing beyond its limit. */
  readonly room: number;
  /** Bytes that the system has not taken yet. */
  readonly unsent: number;
  readonly local: SocketAddress | null;
  readonly remote: SocketAddress | null;
  /** `handshake` until the encrypted session stands or has failed (then `error` says why). */
  readonly tls: 'off' | 'handshake' | 'on' | 'failed';
  take(max: number): string;
  peek(max: number): string;
  /** Queues bytes, all of them; false when the connection can send no more. */
  write(bytes: string): boolean;
  /** 0: no more reading, 1: no more writing, 2: both. */
  shutdown(how: number): boolean;
  close(): void;
  setNoDelay(on: boolean): void;
  startTls(options: TlsOptions): void;
}

/** A socket that accepts connections. */
export interface Listener extends Watched {
  readonly state: 'starting' | 'listening' | 'failed' | 'closed';
  readonly error: NetError | null;
  readonly local: SocketAddress | null;
  /** Connections that nobody has accepted. */
  readonly pending: number;
  accept(): Connection | null;
  close(): void;
  /** From now on connections are kept as they come, to be given to a worker (ForkedProcess.give); absent where nobody can. */
  hold?(): void;
  /** Stops listening; what is kept stays. */
  release?(): void;
}

/** One packet and where it came from. */
export interface Packet {
  readonly bytes: string;
  readonly from: SocketAddress;
}

/** A socket of packets. */
export interface Datagrams extends Watched {
  readonly state: 'starting' | 'open' | 'failed' | 'closed';
  readonly error: NetError | null;
  readonly local: SocketAddress | null;
  readonly remote: SocketAddress | null;
  readonly pending: number;
  receive(): Packet | null;
  peek(): Packet | null;
  /** To `to`, or to the address it is connected to. */
  send(bytes: string, to: SocketAddress | null): boolean;
  /** Joins a group of addresses through the interface that has an address (null: the system's choice), or leaves it. */
  membership(group: string, via: string | null, join: boolean): boolean;
  close(): void;
}

/** A name being looked up. */
export interface Lookup extends Watched {
  /** Null while it is under way. */
  readonly addresses: readonly string[] | null;
  readonly error: NetError | null;
}

export interface ListenOptions {
  readonly backlog: number;
  readonly reusePort?: boolean;
}

/** The host's event loop and its sockets. */
export interface Network {
  /** Called after every change of any handle. */
  activity: (() => void) | null;
  /** From `local`, or from wherever the system likes. */
  connect(address: SocketAddress, local?: SocketAddress | null): Connection;
  listen(address: SocketAddress, options: ListenOptions): Listener;
  /** Binds to `local` if there is one; sends to `remote` by default. */
  datagrams(local: SocketAddress | null, remote: SocketAddress | null): Datagrams;
  /** @param packets what is written together is read together */
  pair(packets?: boolean): readonly [Connection, Connection];
  /** Standard input as a connection that is only read. */
  standardInput(): Connection;
  /** @param family 4, 6, or 0 for both */
  resolve(name: string, family: number): Lookup;
  /** Calls back behind the events that have happened by now; returns what takes it back. */
  soon(callback: () => void): () => void;
  /** Calls back after so many milliseconds. */
  later(milliseconds: number, callback: () => void): () => void;
  /** Calls back for every such signal (its number) that this process gets; what takes it back, null for what cannot be caught. */
  signal(number: number, callback: () => void): (() => void) | null;
  /** Databases, whose answers are events of this network. */
  databases(): DatabasePort | null;
  /**
   * Only of a network that lives in the program's own time: does what is due, or moves the clock to what comes next. False
   * when nothing will ever happen. Absent: events come from the host's event loop.
   */
  turn?(): boolean;
  /** Closes everything; what has been written is still sent. */
  closeAll(): void;
}
