/**
 * What is behind a socket stream: the handle of the network, and what stream_set_blocking and stream_set_timeout set.
 * Source: php-src main/streams/xp_socket.c (php_netstream_data_t)
 */
import type { Connection, Datagrams, Listener, SocketAddress, Watched } from '../vm/net-ports.ts';

/** `stream_type` of the meta data. */
export type SocketType = 'tcp_socket/ssl' | 'tcp_socket' | 'udp_socket' | 'unix_socket' | 'generic_socket' | 'STDIO';

export type SocketHandle =
  | { readonly kind: 'connection'; readonly connection: Connection }
  | { readonly kind: 'listener'; readonly listener: Listener }
  | { readonly kind: 'datagrams'; readonly datagrams: Datagrams };

export class SocketState {
  readonly type: SocketType;
  readonly handle: SocketHandle;
  blocking = true;
  /** Seconds that a read or write may wait; negative: for ever. */
  timeout: number;
  timedOut = false;
  /** A server whose connections begin with a handshake. */
  secure = false;
  closed = false;

  constructor(type: SocketType, handle: SocketHandle, timeout: number) {
    this.type = type;
    this.handle = handle;
    this.timeout = timeout;
  }

  get watched(): Watched {
    const { handle } = this;
    switch (handle.kind) {
      case 'connection':
        return handle.connection;
      case 'listener':
        return handle.listener;
      case 'datagrams':
        return handle.datagrams;
    }
  }

  get connection(): Connection | null {
    return this.handle.kind === 'connection' ? this.handle.connection : null;
  }

  /** Would a read (an accept) not block? */
  isReadable(): boolean {
    const { handle } = this;
    switch (handle.kind) {
      case 'connection':
        return handle.connection.available > 0 || handle.connection.ended;
      case 'listener':
        return handle.listener.pending > 0;
      case 'datagrams':
        return handle.datagrams.pending > 0 || handle.datagrams.error !== null;
    }
  }

  /** Would a write not block? */
  isWritable(): boolean {
    const { handle } = this;
    if (handle.kind !== 'connection') return handle.kind === 'datagrams';
    const { connection } = handle;
    return connection.state !== 'connecting' && (connection.room > 0 || !connection.writable);
  }

  localName(): string | null {
    return addressText(this.named.local);
  }

  remoteName(): string | null {
    const { handle } = this;
    return handle.kind === 'listener' ? null : addressText((this.named as Connection | Datagrams).remote);
  }

  private get named(): Connection | Datagrams | Listener {
    return this.watched as Connection | Datagrams | Listener;
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    const { handle } = this;
    if (handle.kind === 'connection') handle.connection.close();
    else if (handle.kind === 'listener') handle.listener.close();
    else handle.datagrams.close();
  }
}

/** `127.0.0.1:80`, `[::1]:80`, `/path`. */
export function addressText(address: SocketAddress | null): string | null {
  if (address === null) return null;
  if (address.kind === 'unix') return address.path;
  return address.host.includes(':') ? `[${address.host}]:${address.port}` : `${address.host}:${address.port}`;
}
