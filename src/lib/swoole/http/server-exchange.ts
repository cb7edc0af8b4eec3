/** A request of a server, its answer, and where it came from. */
import type { HttpRequest } from '../../http/request-parser.ts';
import type { ServerConnection } from '../server/server-connection.ts';
import type { ServerPort } from '../server/server-port.ts';
import type { RequestOrigin } from './request-object.ts';
import type { Exchange } from './response-data.ts';

/** A request of a server and its answer. */
export class ServerExchange implements Exchange {
  readonly connection: ServerConnection['connection'];
  readonly fd: number;
  readonly isHead: boolean;
  readonly keepAlive: boolean;
  readonly request: HttpRequest;
  readonly socket = null;
  onUpgrade?: () => void;
  readonly done: (keepAlive: boolean) => void;
  readonly takeRest: () => string;

  constructor(
    conn: ServerConnection,
    request: HttpRequest,
    done: (keepAlive: boolean) => void,
    takeRest: () => string,
  ) {
    this.done = done;
    this.takeRest = takeRest;
    this.connection = conn.connection;
    this.fd = conn.fd;
    this.isHead = request.method === 'HEAD';
    this.keepAlive = request.keepAlive;
    this.request = request;
  }
}

/** What the options of a port say of its requests. */
interface PortRequests {
  readonly serverPort: number;
  readonly parsePost: boolean;
  readonly parseCookie: boolean;
  readonly parseFiles: boolean;
  readonly uploadFolder: string;
}

function requestsOf(port: ServerPort): PortRequests {
  return {
    serverPort: port.port,
    parsePost: port.flag('http_parse_post', true),
    parseCookie: port.flag('http_parse_cookie', true),
    parseFiles: port.flag('http_parse_files', true),
    uploadFolder: port.text('upload_tmp_dir') ?? '/tmp',
  };
}

export function originOf(conn: ServerConnection): RequestOrigin {
  const { remote, local } = conn.connection;
  const inet = remote?.kind === 'inet' ? remote : null;
  return {
    ...requestsOf(conn.port),
    fd: conn.fd,
    remotePort: inet?.port ?? 0,
    remoteAddress: inet?.host ?? '',
    hasMaster: true,
    serverAddress: local?.kind === 'inet' ? local.host : '',
  };
}
