/**
 * What a Swoole\Http\Response does beyond HTTP: WebSockets in servers of coroutines, answers made by create().
 * Source: swoole-src ext-src/swoole_http_response.cc (upgrade, push, recv, close, create)
 */
import { schedulerOf } from '../../../coro/scheduler.ts';
import type { NativeCode } from '../../../object/native-code.ts';
import { toInt } from '../../../value/convert.ts';
import { PhpArray } from '../../../value/php-array.ts';
import { PhpObject } from '../../../value/php-object.ts';
import { addRef, deref, type Zval } from '../../../value/zval.ts';
import type { Executor } from '../../../vm/executor.ts';
import { type MethodDef, method, p, staticMethod } from '../../define.ts';
import type { Http2Session } from '../../http/http2/session.ts';
import { closePayload, FLAG, FrameReader, OPCODE, packFrame } from '../../http/websocket-frames.ts';
import type { CoSocket } from '../net/co-socket.ts';
import { inCoroutine, warn } from '../support.ts';
import { SocketData } from '../net/socket-object.ts';
import { RequestData } from './request-object.ts';
import { RemoteConnection } from '../server/remote-connection.ts';
import { ServerConnection } from '../server/server-connection.ts';
import { runningServer, ServerData } from '../server/server-data.ts';
import { ResponseData, SLOT } from './response-data.ts';
import { DEFLATE_LINE, namesDeflate } from './websocket-deflate.ts';
import { handshake } from './websocket-handshake.ts';
import { frameBytes } from './websocket-frame-class.ts';
import { type FrameOptions, receiveFrame } from './websocket-receive.ts';

const LINK = 'https://wiki.swoole.com/#/coroutine/http_server?id=websocket';
const MAX_LENGTH = 2 * 1024 * 1024;

const SEES_NOTHING: FrameOptions = { seesPing: false, seesPong: false, seesClose: false, mask: () => null };

function upgrade(rt: Executor, self: PhpObject): Zval {
  const data = self.native;
  if (!(data instanceof ResponseData) || data.ended) {
    warn(rt, 'http response is unavailable (maybe it has been ended or detached)');
    return false;
  }
  const { exchange } = data;
  const { request } = exchange;
  const packs = exchange.packsMessages === true && request !== null && namesDeflate(request.headers);
  const head = request === null ? null : handshake(rt, request, packs ? [DEFLATE_LINE] : []);
  if (head === null || exchange.socket === null) return false;
  data.ended = true;
  data.upgraded = true;
  data.packs = packs;
  data.frames = new FrameReader(exchange.maxMessage ?? MAX_LENGTH, null);
  data.frames.push(exchange.takeRest?.() ?? '');
  return exchange.connection.write(head);
}

/** Runs `work` on the WebSocket of a server of coroutines. */
function onWebsocket(
  rt: Executor,
  self: PhpObject,
  work: (data: ResponseData, socket: CoSocket, frames: FrameReader) => NativeCode,
): Zval | NativeCode {
  const data = self.native;
  if (!(data instanceof ResponseData) || data.frames === null || data.exchange.socket === null) {
    warn(rt, 'fd[0] is not a websocket conncetion');
    return false;
  }
  const { frames } = data;
  const { socket } = data.exchange;
  return inCoroutine(rt, function* () {
    const held = addRef(self);
    const result = yield* work(data, socket, frames);
    rt.releaseValue(held);
    return result;
  });
}

/** The connection's session, if it speaks HTTP/2. */
function sessionOf(self: PhpObject): Http2Session | undefined {
  return self.native instanceof ResponseData ? self.native.exchange.stream?.session : undefined;
}

const websocketMethods: readonly MethodDef[] = [
  method({
    name: 'upgrade',
    doc: 'Makes the connection a WebSocket.',
    params: [],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self) => upgrade(rt, self),
  }),
  method({
    name: 'push',
    doc: 'Sends a frame.',
    params: [p.untyped('data'), p.int('opcode', { default: OPCODE.text }), p.int('flags', { default: FLAG.fin })],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self, data, opcode, flags) =>
      onWebsocket(rt, self, function* (response, socket) {
        const sent = yield* socket.sendAll(frameBytes(rt, data, opcode, flags, null, response.packs), 0);
        return sent !== null;
      }),
  }),
  method({
    name: 'recv',
    doc: "Waits for a frame; '' at the end of the stream.",
    params: [p.float('timeout', { default: 0 })],
    returns: ['Swoole\\WebSocket\\Frame', 'string', 'false'],
    link: LINK,
    impl: (rt, self, seconds) =>
      onWebsocket(rt, self, function* (response, socket, frames) {
        const options = response.exchange.frameOptions ?? SEES_NOTHING;
        return (yield* receiveFrame(rt, socket, frames, seconds, options)) ?? false;
      }),
  }),
  method({
    name: 'ping',
    doc: 'Asks whether the other side still lives.',
    params: [p.string('data', { default: '' })],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self, payload) =>
      sessionOf(self)?.ping() ??
      onWebsocket(rt, self, function* (_response, socket) {
        return (yield* socket.sendAll(packFrame(OPCODE.ping, FLAG.fin, payload, null), 0)) !== null;
      }),
  }),
  method({
    name: 'goaway',
    doc: 'Says goodbye: no more requests are taken on the connection.',
    params: [
      p.int('error_code', { default: 0, text: 'SWOOLE_HTTP2_ERROR_NO_ERROR' }),
      p.string('debug_data', { default: '' }),
    ],
    returns: ['bool'],
    link: LINK,
    impl(rt, self, code, text) {
      const session = sessionOf(self);
      if (session !== undefined) return session.goaway(code, text);
      warn(rt, `fd[${Number(self.props[SLOT.fd])}] is not a HTTP2 conncetion`);
      return false;
    },
  }),
  method({
    name: 'disconnect',
    doc: 'Says goodbye and closes the connection.',
    params: [p.int('code', { default: 1000 }), p.string('reason', { default: '' })],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self, code, reason) =>
      onWebsocket(rt, self, function* (_response, socket) {
        yield* socket.sendAll(packFrame(OPCODE.close, FLAG.fin, closePayload(code, reason), null), 0);
        return !socket.closed && socket.close();
      }),
  }),
  method({
    name: 'close',
    doc: 'Closes the connection.',
    params: [],
    returns: ['bool'],
    link: LINK,
    impl(_rt, self) {
      const data = self.native;
      if (!(data instanceof ResponseData)) return false;
      const { socket } = data.exchange;
      if (socket === null) {
        data.exchange.done(false);
        return true;
      }
      return !socket.closed && socket.close();
    },
  }),
];

/** A response for a socket of a coroutine. @param request the Request object that it answers, if there is one */
function createForSocket(rt: Executor, socket: CoSocket, request: Zval): Zval {
  const { connection } = socket;
  if (connection === null) return false;
  const data = request instanceof PhpObject && request.native instanceof RequestData ? request.native : null;
  const asked = data?.request ?? null;
  const self = rt.newObject(rt.classOf('Swoole\\Http\\Response'));
  self.props[SLOT.fd] = socket.fd;
  self.native = new ResponseData(rt, {
    connection,
    fd: socket.fd,
    isHead: asked?.method === 'HEAD',
    keepAlive: asked?.keepAlive ?? true,
    request: asked,
    socket,
    done: (keepAlive) => {
      if (!keepAlive && !socket.closed) socket.close();
    },
  });
  return self;
}

/** A connection that another worker of the server has (SWOOLE_BASE). */
function connectionElsewhere(server: ServerData, fd: number): ServerConnection | null {
  const to = server.ownerOf(fd);
  if (to === null) return null;
  const connection = new RemoteConnection(fd, null, null, (message) => {
    if (message.kind === 'reply') return server.office?.post({ kind: 'send', to, fd, bytes: message.bytes }) ?? false;
    return message.kind === 'drop' && (server.office?.post({ kind: 'close', to, fd }) ?? false);
  });
  const conn = new ServerConnection(fd, server.primary, connection, server.now());
  conn.owner = to;
  return conn;
}

/** A response for a connection of a server that another object has left alone. */
function create(rt: Executor, source: Zval, number: number): Zval {
  const [owner, request] = source instanceof PhpArray ? source.valueList().map((v) => deref(v)) : [source, null];
  const isObject = owner instanceof PhpObject;
  const running = isObject || source instanceof PhpArray ? null : runningServer(rt).server;
  const native = isObject ? owner.native : running;
  const fd = running === null ? number : Number(toInt(rt, source));
  if (native instanceof SocketData) return createForSocket(rt, native.socket, request);
  if (!(native instanceof ServerData)) {
    warn(rt, 'parameter $1 must be instanceof Server or Coroutine\\Socket');
    return false;
  }
  const conn = native.find(fd) ?? connectionElsewhere(native, fd);
  if (conn === null) {
    schedulerOf(rt).lastError = 1005;
    return false;
  }
  const self = rt.newObject(rt.classOf('Swoole\\Http\\Response'));
  self.props[SLOT.fd] = fd;
  self.native = new ResponseData(rt, {
    connection: conn.connection,
    fd,
    isHead: false,
    keepAlive: true,
    request: null,
    socket: null,
    done: (keepAlive) => {
      if (!conn.isOwn(native)) native.office?.post({ kind: 'answered', fd, keepAlive });
      else native.answered(conn, keepAlive);
    },
  });
  return self;
}

export const responseSocketMethods: readonly MethodDef[] = [
  ...websocketMethods,
  staticMethod({
    name: 'create',
    doc: 'A response for a connection that has been detached.',
    params: [p.untyped('server', { default: -1 }), p.int('fd', { default: -1 })],
    returns: ['Swoole\\Http\\Response', 'false'],
    link: 'https://wiki.swoole.com/#/http_server?id=create-1',
    impl: (rt, _scope, source, fd) => create(rt, source, fd),
  }),
];
