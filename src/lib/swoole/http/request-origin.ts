/** Where requests of a connection come from and what is to be read of them: the same for all of one connection. */
import type { Connection, SocketAddress } from '../../../vm/net-ports.ts';

/** What the options of a port say of its requests. */
export interface RequestOptions {
  readonly parsePost: boolean;
  readonly parseCookie: boolean;
  readonly parseFiles: boolean;
  readonly uploadFolder: string;
  readonly isStatic: boolean;
}

const hostOf = (address: SocketAddress | null): string => (address?.kind === 'inet' ? address.host : '');
const portOf = (address: SocketAddress | null): number => (address?.kind === 'inet' ? address.port : 0);

/** A class and not a literal: one is made for each connection, and read by each request. */
export class RequestOrigin {
  readonly options: RequestOptions;
  readonly fd: number;
  readonly serverPort: number;
  readonly remoteAddress: string;
  readonly remotePort: number;
  /** Null where the server does not say where it listens. */
  readonly serverAddress: string | null;
  /** A master process has taken the request. */
  readonly hasMaster: boolean;

  /** @param connection null for requests that come from nowhere (Request::create()) */
  constructor(
    options: RequestOptions,
    fd: number,
    serverPort: number,
    connection: Connection | null,
    hasMaster: boolean,
  ) {
    const remote = connection === null ? null : connection.remote;
    this.options = options;
    this.fd = fd;
    this.serverPort = serverPort;
    this.remoteAddress = hostOf(remote);
    this.remotePort = portOf(remote);
    this.serverAddress = connection === null ? null : hostOf(connection.local);
    this.hasMaster = hasMaster;
  }
}
