/** A connection of a server of coroutines. Source: swoole-src ext-src/swoole_http_server_coro.cc (onAccept) */
import type { HeldCallable } from '../../../coro/coroutine.ts';
import type { NativeCode } from '../../../object/native-code.ts';
import type { Executor } from '../../../vm/executor.ts';
import type { Connection } from '../../../vm/net-ports.ts';
import { PREFACE } from '../../http/http2/frames.ts';
import { type CoService, serveHttp2 } from '../http2/co-connection.ts';
import { refusalText, statusLine } from '../../http/status-text.ts';
import { type HttpRequest, RequestParser } from '../../http/request-parser.ts';
import { secure } from '../net/client-socket.ts';
import type { CoSocket } from '../net/co-socket.ts';
import type { ServerPort } from '../server/server-port.ts';
import { requestObject } from './request-object.ts';
import { RequestOrigin } from './request-origin.ts';
import { responseObject } from './response-class.ts';
import type { Exchange, ResponseData } from './response-data.ts';
import { serveStaticFile } from './static-files.ts';

const CHUNK = 65536;

/** What the server is to its connections. */
interface CoServer {
  readonly port: ServerPort;
  readonly clients: Set<CoSocket>;
  readonly running: boolean;
  handlerOf(path: string): HeldCallable | undefined;
}

/** The next request; null at the end of the connection or after a refusal. */
function* nextRequest(socket: CoSocket, connection: Connection, parser: RequestParser): NativeCode<HttpRequest | null> {
  let continued = false;
  for (;;) {
    const found = parser.next();
    if (found !== null && 'status' in found) {
      connection.write(refusalText(found.status));
      connection.shutdown(1);
      return null;
    }
    if (found !== null) return found;
    if (parser.awaitsContinue && !continued) {
      continued = true;
      connection.write('HTTP/1.1 100 Continue\r\n\r\n');
    }
    const bytes = yield* socket.recv(CHUNK, 0);
    if (bytes === null || bytes === '') return null;
    parser.push(bytes);
  }
}

/** Where requests of a connection come from. */
function originOf(socket: CoSocket, connection: Connection, port: ServerPort): RequestOrigin {
  const { local } = connection;
  const serverPort = local?.kind === 'inet' ? local.port : port.port;
  return new RequestOrigin(port.requestOptions, socket.fd, serverPort, connection, false);
}

/** The life of a connection: requests one after the other. */
export function* serveConnection(rt: Executor, server: CoServer, socket: CoSocket): NativeCode {
  const { connection } = socket;
  if (connection === null) return null;
  const { port } = server;
  const parser = new RequestParser(port.limits);
  server.clients.add(socket);
  connection.setNoDelay(true);
  try {
    if (port.isSecure) {
      const options = port.tlsOptions();
      if (options === null || !(yield* secure(socket, options))) return null;
    }
    const early = yield* prefaceOf(socket, parser);
    if (early !== null) {
      yield* serveHttp2(rt, http2Service(rt, server, socket, connection), socket, connection, early);
      return null;
    }
    for (let goesOn = true; goesOn && server.running; ) {
      const request = yield* nextRequest(socket, connection, parser);
      if (request === null) return null;
      goesOn = yield* answer(rt, server, socket, connection, request, parser);
    }
    return null;
  } finally {
    parser.dispose();
    server.clients.delete(socket);
    if (!socket.closed && !socket.detached) socket.close();
  }
}

/** Answers a request; false when the connection is over. */
function* answer(
  rt: Executor,
  server: CoServer,
  socket: CoSocket,
  connection: Connection,
  request: HttpRequest,
  parser: RequestParser,
): NativeCode<boolean> {
  let goesOn = request.keepAlive;
  const exchange: Exchange = {
    connection,
    fd: socket.fd,
    isHead: request.method === 'HEAD',
    keepAlive: request.keepAlive,
    request,
    socket,
    compression: server.port.compression,
    packsMessages: server.port.flag('websocket_compression', false),
    maxMessage: server.port.packets.maxLength,
    frameOptions: {
      seesPing: server.port.flag('open_websocket_ping_frame', false),
      seesPong: server.port.flag('open_websocket_pong_frame', false),
      seesClose: server.port.flag('open_websocket_close_frame', false),
      mask: () => null,
    },
    takeRest: () => parser.takePending(),
    done: (keepAlive) => {
      goesOn = keepAlive;
    },
  };
  if (server.port.flag('enable_static_handler', false) && serveStaticFile(rt, server.port, request, exchange)) {
    return goesOn;
  }
  const held = server.handlerOf(request.target.split('?')[0] as string);
  if (held === undefined) {
    const keep = request.keepAlive ? 'keep-alive' : 'close';
    connection.write(`HTTP/1.1 ${statusLine(404)}\r\nConnection: ${keep}\r\nContent-Length: 0\r\n\r\n`);
    return goesOn;
  }
  const data = yield* callHandler(rt, held, exchange, request, originOf(socket, connection, server.port), 0);
  if (data.detached) {
    socket.detached = true;
    return false;
  }
  return goesOn && !data.upgraded;
}

/** Runs the program's function on a request; what has become of the answer. */
function* callHandler(
  rt: Executor,
  held: HeldCallable,
  exchange: Exchange,
  request: HttpRequest,
  origin: RequestOrigin,
  streamId: number,
): NativeCode<ResponseData> {
  const requestObj = requestObject(rt, request, origin, streamId);
  const response = responseObject(rt, exchange);
  const data = response.native as ResponseData;
  try {
    const result = yield {
      kind: 'call',
      callable: held.callable,
      args: [requestObj, response],
      named: null,
      catches: false,
    };
    rt.releaseValue(result);
  } finally {
    rt.releaseValue(requestObj);
    rt.releaseValue(response);
  }
  return data;
}

/** Bytes behind the preface of HTTP/2; null when the connection begins otherwise. */
function* prefaceOf(socket: CoSocket, parser: RequestParser): NativeCode<string | null> {
  while (parser.pending.length < PREFACE.length && PREFACE.startsWith(parser.pending)) {
    const bytes = yield* socket.recv(CHUNK, 0);
    if (bytes === null || bytes === '') return null;
    parser.push(bytes);
  }
  return parser.pending.startsWith(PREFACE) ? parser.takePending().slice(PREFACE.length) : null;
}

function http2Service(rt: Executor, server: CoServer, socket: CoSocket, connection: Connection): CoService {
  const { port } = server;
  const origin = originOf(socket, connection, port);
  return {
    port,
    isRunning: () => server.running,
    *answer(exchange, request, streamId) {
      if (port.flag('enable_static_handler', false) && serveStaticFile(rt, port, request, exchange)) return;
      const held = server.handlerOf(request.target.split('?')[0] as string);
      if (held !== undefined) {
        yield* callHandler(rt, held, exchange, request, origin, streamId);
        return;
      }
      exchange.stream?.stream.sendHead(
        [
          [':status', '404'],
          ['content-length', '0'],
        ],
        true,
      );
      exchange.done(true);
    },
  };
}
