/**
 * Connections of HTTP/2 of a server of coroutines: requests are answered one after the other, by the coroutine that reads.
 * Source: swoole-src ext-src/swoole_http_server_coro.cc (recv_http2_frame)
 */
import type { NativeCode } from '../../../object/native-code.ts';
import type { Executor } from '../../../vm/executor.ts';
import type { Connection } from '../../../vm/net-ports.ts';
import type { Http2Session } from '../../http/http2/session.ts';
import type { Http2Stream } from '../../http/http2/stream.ts';
import { requestOf } from '../../http/http2/request-headers.ts';
import type { HttpRequest } from '../../http/request-parser.ts';
import type { Exchange } from '../http/response-data.ts';
import type { CoSocket } from '../net/co-socket.ts';
import type { ServerPort } from '../server/server-port.ts';
import { sessionOf } from './session-of.ts';

const CHUNK = 65536;

/** What is common to all requests of a connection, and what answers them. */
export interface CoService {
  readonly port: ServerPort;
  isRunning(): boolean;
  answer(exchange: Exchange, request: HttpRequest, streamId: number): NativeCode<void>;
}

/** The life of the connection behind its preface. */
export function* serveHttp2(
  rt: Executor,
  service: CoService,
  socket: CoSocket,
  connection: Connection,
  early: string,
): NativeCode<void> {
  const session = sessionOf(rt, service.port, connection);
  try {
    for (let goesOn = session.receive(early); goesOn && service.isRunning(); ) {
      for (const stream of session.ready.splice(0)) yield* answerStream(service, socket, connection, session, stream);
      if (session.leaving && session.streams.size === 0) return;
      const bytes = yield* socket.recv(CHUNK, 0);
      if (bytes === null || bytes === '') return;
      goesOn = session.receive(bytes);
    }
  } finally {
    session.close();
  }
}

function* answerStream(
  service: CoService,
  socket: CoSocket,
  connection: Connection,
  session: Http2Session,
  stream: Http2Stream,
): NativeCode<void> {
  const request = stream.gone ? null : requestOf(stream.head, stream.body);
  if (request === null) {
    session.answering--;
    session.finished(stream);
    return;
  }
  const exchange: Exchange = {
    connection,
    fd: socket.fd,
    isHead: request.method === 'HEAD',
    keepAlive: true,
    request,
    socket,
    compression: service.port.compression,
    stream: { stream, session },
    done: () => {
      session.answering--;
    },
  };
  yield* service.answer(exchange, request, stream.id);
}
