/**
 * Connections of HTTP/2 of a server: requests beside one another, each answered in a coroutine of its own.
 * Source: swoole-src ext-src/swoole_http2_server.cc (swoole_http2_server_onReceive, http2_server_onRequest)
 */
import type { NativeCode } from '../../../object/native-code.ts';
import type { HttpRequest } from '../../http/request-parser.ts';
import { requestOf } from '../../http/http2/request-headers.ts';
import type { Http2Session } from '../../http/http2/session.ts';
import type { Http2Stream } from '../../http/http2/stream.ts';
import { FRAME, HTTP2_ERROR, packFrame, uint32 } from '../../http/http2/frames.ts';
import { beginRequest, type CountedExchange, requestAnswered } from '../http/begin-request.ts';
import { serveStaticFile } from '../http/static-files.ts';
import type { ServerConnection, StreamReader } from '../server/server-connection.ts';
import type { ServerData } from '../server/server-data.ts';
import { sessionOf } from './session-of.ts';

const CHUNK = 1 << 20;

export class Http2Reader implements StreamReader {
  private readonly server: ServerData;
  private readonly conn: ServerConnection;
  private readonly session: Http2Session;

  constructor(server: ServerData, conn: ServerConnection) {
    this.server = server;
    this.conn = conn;
    this.session = sessionOf(server.rt, conn.port, conn.connection);
  }

  get busy(): boolean {
    return this.session.answering > 0;
  }

  *read(): NativeCode<void> {
    const { conn, server, session } = this;
    let goesOn = true;
    while (goesOn && conn.connection.available > 0) goesOn = session.receive(conn.connection.take(CHUNK));
    for (const stream of session.ready.splice(0)) {
      if (conn.closed) return;
      yield* this.begin(stream);
    }
    if (!goesOn) yield* server.close(conn, -1);
  }

  /** A request is complete. */
  private *begin(stream: Http2Stream): NativeCode<void> {
    const request = stream.gone ? null : requestOf(stream.head, stream.body);
    if (request !== null) {
      this.server.requests++;
      yield* this.handle(stream, request);
      return;
    }
    this.session.answering--;
    if (stream.gone) return;
    this.session.write(packFrame(FRAME.rstStream, 0, stream.id, uint32(HTTP2_ERROR.protocol)));
    this.session.finished(stream);
  }

  private *handle(stream: Http2Stream, request: HttpRequest): NativeCode<void> {
    const { conn, server, session } = this;
    const { rt } = server;
    const exchange: CountedExchange = {
      counted: false,
      connection: conn.connection,
      fd: conn.fd,
      isHead: request.method === 'HEAD',
      keepAlive: true,
      request,
      socket: null,
      compression: conn.port.compression,
      stream: { stream, session },
      done: (goesOn) => {
        this.done(goesOn);
        requestAnswered(server, exchange);
      },
    };
    if (conn.port.requestOptions.isStatic && serveStaticFile(rt, conn.port, request, exchange)) return;
    yield* beginRequest(server, conn, exchange, request, stream.id);
  }

  /** An answer is complete. */
  private done(goesOn: boolean): void {
    const { conn, server, session } = this;
    session.answering--;
    if (conn.closed) return;
    conn.lastSent = conn.lastReceived;
    const leaves = (session.leaving || server.draining) && session.answering === 0 && session.streams.size === 0;
    if (!goesOn || leaves) server.closeSoon(conn);
  }

  dispose(): void {
    this.session.close();
  }
}
