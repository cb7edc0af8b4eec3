/**
 * Connections of HTTP: requests one after the other, each answered in a coroutine of its own.
 * Source: swoole-src ext-src/swoole_http_server.cc (php_swoole_http_server_onReceive), src/server/port.cc (Port_onRead_http)
 */
import { schedulerOf } from '../../../coro/scheduler.ts';
import type { NativeCode } from '../../../object/native-code.ts';
import { PREFACE } from '../../http/http2/frames.ts';
import { Http2Reader } from '../http2/server-reader.ts';
import { refusalText } from '../../http/status-text.ts';
import { type HttpRequest, RequestParser } from '../../http/request-parser.ts';
import type { ServerConnection, StreamReader } from '../server/server-connection.ts';
import type { ServerData } from '../server/server-data.ts';
import { beginRequest, requestAnswered } from './begin-request.ts';
import { ServerExchange } from './server-exchange.ts';
import { serveStaticFile } from './static-files.ts';
import { wantsWebsocket } from './websocket-handshake.ts';
import { upgradeConnection } from './websocket-reader.ts';

const CHUNK = 1 << 20;
/** Milliseconds that a refused client has to read why. */
const LINGER = 500;

export class HttpReader implements StreamReader {
  busy = false;
  private readonly server: ServerData;
  private readonly conn: ServerConnection;
  private readonly parser: RequestParser;
  /** `100 Continue` has been sent for the request under way. */
  private continued = false;
  /** Nothing has been read. */
  private fresh = true;
  /** A request has been refused: what follows is thrown away. */
  private refused = false;

  constructor(server: ServerData, conn: ServerConnection) {
    this.server = server;
    this.conn = conn;
    this.parser = new RequestParser(conn.port.limits);
  }

  *read(): NativeCode<void> {
    const { connection } = this.conn;
    if (this.refused) {
      connection.take(CHUNK);
      return;
    }
    if (this.fresh && this.conn.port.openHttp2) {
      const early = connection.peek(PREFACE.length);
      if (PREFACE.startsWith(early)) {
        if (early.length < PREFACE.length) return;
        connection.take(PREFACE.length);
        this.conn.reader = new Http2Reader(this.server, this.conn);
        yield* this.conn.reader.read();
        return;
      }
    }
    this.fresh = false;
    // while a request is answered, what follows stays where it is: the sender is held back
    if (this.busy) return;
    while (connection.available > 0) this.parser.push(connection.take(CHUNK));
    yield* this.requests();
  }

  private *requests(): NativeCode<void> {
    const { conn, parser, server } = this;
    while (!this.busy && !conn.closed && !this.refused && conn.reader === this) {
      const found = parser.next();
      if (found === null) {
        if (parser.awaitsContinue && !this.continued) {
          this.continued = true;
          conn.connection.write('HTTP/1.1 100 Continue\r\n\r\n');
        }
        return;
      }
      if ('status' in found) return this.refuse(found.status);
      this.continued = false;
      server.requests++;
      yield* this.handle(found);
    }
  }

  private refuse(status: number): void {
    const { conn, server } = this;
    this.refused = true;
    conn.connection.write(refusalText(status));
    conn.connection.shutdown(1);
    schedulerOf(server.rt).after(LINGER / 1000, () => server.close(conn, -1));
  }

  private *handle(request: HttpRequest): NativeCode<void> {
    const { conn, server } = this;
    const { rt } = server;
    this.busy = true;
    const exchange = new ServerExchange(conn, request, this);
    if (conn.port.requestOptions.isStatic && serveStaticFile(rt, conn.port, request, exchange)) return;
    if (conn.port.openWebsocket && wantsWebsocket(request)) {
      yield* upgradeConnection(server, conn, exchange);
      return;
    }
    yield* beginRequest(server, conn, exchange, request, 0);
  }

  dispose(): void {
    this.parser.dispose();
  }

  uncount(exchange: { counted: boolean }): void {
    if (exchange.counted) requestAnswered(this.server, exchange);
  }

  takeRest(): string {
    return this.parser.takePending();
  }

  /** The answer is complete. */
  answered(keepAlive: boolean): void {
    const { conn, server } = this;
    this.busy = false;
    if (conn.closed) return;
    conn.lastSent = conn.lastReceived;
    if (!keepAlive || server.draining) {
      server.closeSoon(conn);
      return;
    }
    if (this.parser.pending !== '' || conn.connection.available > 0 || conn.connection.ended) {
      server.scheduler.wake(() => this.goOn());
    }
  }

  private *goOn(): NativeCode<void> {
    if (this.conn.closed || this.conn.reader !== this) return;
    yield* this.requests();
    this.server.changed(this.conn);
  }
}
