/** A request of a server, its answer, and where it came from. */
import type { HttpRequest } from '../../http/request-parser.ts';
import type { ServerConnection } from '../server/server-connection.ts';
import type { CompressionSettings } from './compression.ts';
import { RequestOrigin } from './request-origin.ts';
import type { Exchange } from './response-data.ts';

/** Who has read the request. */
interface RequestReader {
  answered(keepAlive: boolean): void;
  /** The request does not count any more. */
  uncount(exchange: { counted: boolean }): void;
  /** Bytes that have come behind the request. */
  takeRest(): string;
}

/** A request of a server and its answer. */
export class ServerExchange implements Exchange {
  readonly connection: ServerConnection['connection'];
  readonly fd: number;
  readonly isHead: boolean;
  readonly keepAlive: boolean;
  readonly request: HttpRequest;
  readonly socket = null;
  readonly compression: CompressionSettings | null;
  onUpgrade?: () => void;
  upgradeLines = '';
  counted = false;
  readonly maxBytes: number;
  private readonly reader: RequestReader;

  constructor(conn: ServerConnection, request: HttpRequest, reader: RequestReader) {
    this.reader = reader;
    this.connection = conn.connection;
    this.fd = conn.fd;
    this.isHead = request.method === 'HEAD';
    this.keepAlive = request.keepAlive;
    this.request = request;
    this.compression = conn.port.compression;
    this.maxBytes = conn.port.outputLimit;
  }

  done(keepAlive: boolean): void {
    this.reader.answered(keepAlive);
    this.reader.uncount(this);
  }

  takeRest(): string {
    return this.reader.takeRest();
  }
}

export function originOf(conn: ServerConnection): RequestOrigin {
  const { port } = conn;
  conn.origin ??= new RequestOrigin(port.requestOptions, conn.fd, port.port, conn.connection, true);
  return conn.origin;
}
