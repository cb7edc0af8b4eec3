/**
 * Connections of a server that have become WebSockets.
 * Source: swoole-src ext-src/swoole_websocket_server.cc; RFC 6455
 */
import type { NativeCode } from '../../../object/native-code.ts';
import type { PhpObject } from '../../../value/php-object.ts';
import {
  closePayload,
  FLAG,
  FrameReader,
  OPCODE,
  packFrame,
  type WebSocketFrame,
} from '../../http/websocket-frames.ts';
import { fire } from '../server/events.ts';
import type { ServerConnection, StreamReader } from '../server/server-connection.ts';
import type { ServerData } from '../server/server-data.ts';
import { originOf, type ServerExchange } from './server-exchange.ts';
import { handshake } from './websocket-handshake.ts';
import { requestObject } from './request-object.ts';
import { responseObject } from './response-class.ts';
import { DEFLATE_LINE, namesDeflate, unpackedFrame } from './websocket-deflate.ts';
import { frameObject } from './websocket-frame-class.ts';

const CHUNK = 1 << 20;
const CLOSE_NORMAL = 1000;

/** Reads frames. */
export class WebSocketReader implements StreamReader {
  readonly busy = false;
  private readonly server: ServerData;
  private readonly conn: ServerConnection;
  private readonly frames: FrameReader;

  constructor(server: ServerData, conn: ServerConnection, early: string) {
    this.server = server;
    this.conn = conn;
    this.frames = new FrameReader(conn.port.packets.maxLength, null);
    this.frames.push(early);
  }

  *read(): NativeCode<void> {
    const { conn } = this;
    while (conn.connection.available > 0) this.frames.push(conn.connection.take(CHUNK));
    while (!conn.closed) {
      const found = this.frames.next();
      if (found === null) return;
      const frame = 'status' in found ? found : unpackedFrame(this.server.rt, found, this.frames.maxLength);
      if ('status' in frame) {
        conn.connection.write(packFrame(OPCODE.close, FLAG.fin, closePayload(frame.status, ''), null));
        yield* this.server.close(conn, -1);
        return;
      }
      yield* this.received(frame);
    }
  }

  private *received(frame: WebSocketFrame): NativeCode<void> {
    const { conn, server } = this;
    const { port } = conn;
    if (frame.opcode === OPCODE.ping && !port.flag('open_websocket_ping_frame', false)) {
      conn.connection.write(packFrame(OPCODE.pong, FLAG.fin, frame.data, null));
      return;
    }
    if (frame.opcode === OPCODE.pong && !port.flag('open_websocket_pong_frame', false)) return;
    const closing = frame.opcode === OPCODE.close;
    if (!closing || port.flag('open_websocket_close_frame', false)) {
      const object = frameObject(server.rt, conn.fd, frame);
      yield* fire(server.rt, server.portCallback(port, 'message'), [server.self, object]);
      server.rt.releaseValue(object);
    }
    if (!closing || conn.closed) return;
    const code = frame.data.length >= 2 ? frame.data : closePayload(CLOSE_NORMAL, '');
    conn.connection.write(packFrame(OPCODE.close, FLAG.fin, code, null));
    yield* server.close(conn, 0);
  }
}

function becomeWebsocket(server: ServerData, conn: ServerConnection, exchange: ServerExchange): WebSocketReader {
  const frames = new WebSocketReader(server, conn, exchange.takeRest());
  conn.reader = frames;
  conn.websocket = true;
  return frames;
}

/** Answers a request to upgrade: the program's onHandshake does, or the server itself. */
export function* upgradeConnection(
  server: ServerData,
  conn: ServerConnection,
  exchange: ServerExchange,
): NativeCode<void> {
  const { rt } = server;
  const { request } = exchange;
  const requestObj = requestObject(rt, request, originOf(conn));
  conn.packs = conn.port.flag('websocket_compression', false) && namesDeflate(request.headers);
  const custom = server.portCallback(conn.port, 'handshake');
  if (custom !== undefined) {
    const response = responseObject(rt, exchange);
    if (conn.packs) exchange.upgradeLines = `${DEFLATE_LINE}\r\n`;
    exchange.onUpgrade = () => {
      const frames = becomeWebsocket(server, conn, exchange);
      server.scheduler.wake(() => lookAgain(server, conn, frames));
    };
    yield* fire(rt, custom, [requestObj, response]);
    rt.releaseValue(requestObj);
    rt.releaseValue(response);
    return;
  }
  const protocol = conn.port.text('websocket_subprotocol');
  const lines = protocol === undefined ? [] : [`Sec-WebSocket-Protocol: ${protocol}`];
  if (conn.packs) lines.push(DEFLATE_LINE);
  const head = handshake(rt, request, lines);
  if (head === null) {
    conn.connection.write('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
    exchange.done(false);
  } else {
    const frames = becomeWebsocket(server, conn, exchange);
    conn.connection.write(head);
    yield* opened(server, conn, requestObj);
    yield* frames.read();
  }
  rt.releaseValue(requestObj);
}

function* opened(server: ServerData, conn: ServerConnection, request: PhpObject): NativeCode<void> {
  yield* fire(server.rt, server.portCallback(conn.port, 'open'), [server.self, request]);
}

/** Reads the frames that have come with the handshake. */
function* lookAgain(server: ServerData, conn: ServerConnection, frames: WebSocketReader): NativeCode<void> {
  if (conn.closed) return;
  yield* frames.read();
  server.changed(conn);
}
