/**
 * What a Swoole\Coroutine\Http\Client holds, and its requests and responses.
 * Source: swoole-src ext-src/swoole_http_client_coro.cc (Client)
 */
import { ECONNRESET, ETIMEDOUT } from '../../../base/errno.ts';
import type { NativeCode } from '../../../object/native-code.ts';
import { normalizeKey } from '../../../value/array-key.ts';
import { PhpArray } from '../../../value/php-array.ts';
import type { PhpObject } from '../../../value/php-object.ts';
import { addRef, deref } from '../../../value/zval.ts';
import { createException } from '../../../vm/exceptions.ts';
import type { Executor } from '../../../vm/executor.ts';
import { encodeBase64 } from '../../base64.ts';
import { ResponseParser } from '../../http/response-parser.ts';
import { FrameReader } from '../../http/websocket-frames.ts';
import { urlDecode } from '../../url-functions.ts';
import { ERROR_HTTP_INVALID_PROTOCOL, ERROR_INVALID_PARAMS, swooleText } from '../errors.ts';
import { applyTimeouts, secure, tlsOptions } from '../net/client-socket.ts';
import { AF_INET, AF_INET6, AF_UNIX, CoSocket, SOCK_STREAM } from '../net/co-socket.ts';
import { lookAround } from '../net/look-around.ts';
import { socketObject } from '../net/socket-object.ts';
import { secondsOf } from '../net/timeouts.ts';
import { namesDeflate } from './websocket-deflate.ts';
import { Arriving } from './client-body.ts';
import { type BodySink, optionsOf } from './client-options.ts';
import { CLIENT_SLOT, setClientError, setProp } from './client-properties.ts';
import { type RequestBytes, requestBytes, TooLarge } from './client-request.ts';

const CHUNK = 65536;
const MAX_FRAME = 2 ** 31;
const SWITCHING = 101;
const BAD_GATEWAY = 502;
const UNAVAILABLE = 503;
/** SWOOLE_HTTP_CLIENT_ESTATUS_* */
export const ESTATUS = { connectFailed: -1, requestTimeout: -2, serverReset: -3, sendFailed: -4 } as const;

export class HttpClientData {
  readonly host: string;
  readonly port: number;
  readonly ssl: boolean;
  socket: CoSocket | null = null;
  defer = false;
  /** How often a request is tried again. */
  maxRetries = 0;
  /** The value of Authorization, or ''. */
  basicAuth = '';
  /** A request has been sent whose response has not been read. */
  waiting = false;
  isHead = false;
  /** A header of the program's has said `Connection: close`. */
  closing = false;
  /** Open frames of a WebSocket. */
  frames: FrameReader | null = null;
  /** Messages may be packed. */
  packs = false;
  /** Bytes behind the last response. */
  early = '';
  sink: BodySink | null = null;
  /** The program's function for the body is running: the connection is closed behind it. */
  inCallback = false;
  /** The program has closed the connection inside of that function. */
  closeWait = false;
  /** The head of the last request. */
  headerOut = '';

  constructor(host: string, port: number, ssl: boolean) {
    this.host = host;
    this.port = port;
    this.ssl = ssl;
  }
}

/** Closes the connection. */
export function disconnect(rt: Executor, self: PhpObject, data: HttpClientData): void {
  const { socket } = data;
  data.socket = null;
  data.frames = null;
  data.waiting = false;
  data.closeWait = false;
  data.early = '';
  self.props[CLIENT_SLOT.connected] = false;
  setProp(rt, self, 'socket', null);
  if (socket !== null && !socket.closed) socket.close();
}

function newSocket(rt: Executor, data: HttpClientData, settings: PhpArray | null): CoSocket {
  const domain = data.host.startsWith('unix:') ? AF_UNIX : data.host.includes(':') ? AF_INET6 : AF_INET;
  const socket = new CoSocket(rt, domain, SOCK_STREAM, 0);
  const { connect } = socket.timeouts;
  if (settings !== null) applyTimeouts(rt, socket, settings);
  // the option timeout is the response's
  socket.timeouts.connect = secondsOf(rt, settings, 'connect_timeout') ?? connect;
  return socket;
}

function* connectOnce(rt: Executor, self: PhpObject, data: HttpClientData): NativeCode<boolean> {
  const held = deref(self.props[CLIENT_SLOT.setting]);
  const settings = held instanceof PhpArray ? held : null;
  const socket = newSocket(rt, data, settings);
  const unix = data.host.startsWith('unix:') ? /^unix:\/*/.exec(data.host) : null;
  const proxy = optionsOf(rt, self).proxy;
  const host = unix === null ? (proxy?.host ?? data.host) : `/${data.host.slice(unix[0].length)}`;
  data.socket = socket;
  data.early = '';
  const ok =
    (yield* socket.connect(host, proxy?.port ?? data.port, 0)) &&
    (!data.ssl || (yield* secure(socket, tlsOptions(rt, settings, data.host))));
  if (ok) {
    socket.connection?.setNoDelay(true);
    self.props[CLIENT_SLOT.connected] = true;
    setProp(rt, self, 'socket', socketObject(rt, socket, true));
    return true;
  }
  setClientError(rt, self, ESTATUS.connectFailed, socket.errCode, socket.errMsg);
  disconnect(rt, self, data);
  return false;
}

function connect(rt: Executor, self: PhpObject, data: HttpClientData): NativeCode<boolean> {
  return data.maxRetries === 0 ? connectOnce(rt, self, data) : connectOften(rt, self, data);
}

function* connectOften(rt: Executor, self: PhpObject, data: HttpClientData): NativeCode<boolean> {
  for (let left = data.maxRetries; left >= 0; left--) if (yield* connectOnce(rt, self, data)) return true;
  return false;
}

/** A connection that stands; false with the error noted. */
function keepLiveness(rt: Executor, self: PhpObject, data: HttpClientData): NativeCode<boolean> {
  return data.socket === null ? connect(rt, self, data) : checkLiveness(rt, self, data, data.socket);
}

function* checkLiveness(rt: Executor, self: PhpObject, data: HttpClientData, socket: CoSocket): NativeCode<boolean> {
  // what has happened to the connection is heard of in the next turn of the host's event loop
  yield* lookAround(socket);
  if (data.socket?.checkLiveness() === true) return true;
  if (data.socket !== null) {
    setClientError(rt, self, ESTATUS.serverReset, data.socket.errCode, data.socket.errMsg);
    disconnect(rt, self, data);
  }
  return yield* connect(rt, self, data);
}

/** Sends a request; false with the error noted. */
function* send(rt: Executor, self: PhpObject, data: HttpClientData, path: string): NativeCode<boolean> {
  if (path === '') {
    setProp(rt, self, 'errCode', ERROR_INVALID_PARAMS);
    setProp(rt, self, 'errMsg', swooleText(ERROR_INVALID_PARAMS));
    return false;
  }
  setProp(rt, self, 'headers', null);
  setProp(rt, self, 'set_cookie_headers', null);
  setProp(rt, self, 'body', '');
  if (!(yield* keepLiveness(rt, self, data))) return false;
  setClientError(rt, self, 0, 0, '');
  const socket = data.socket as CoSocket | null;
  if (socket === null) return false;
  const request = requestOf(rt, self, data, path);
  if (request === null) return false;
  data.isHead = request.method === 'HEAD';
  data.headerOut = request.head;
  const sent = yield* socket.sendAll(request.head + request.body, 0);
  if (sent === request.head.length + request.body.length) {
    data.waiting = true;
    return true;
  }
  setClientError(rt, self, ESTATUS.sendFailed, socket.errCode, socket.errMsg);
  disconnect(rt, self, data);
  return false;
}

/** The bytes of a request; null after an exception. */
function requestOf(rt: Executor, self: PhpObject, data: HttpClientData, path: string): RequestBytes | null {
  const { keepAlive, proxy } = optionsOf(rt, self);
  const request = requestBytes(
    rt,
    self,
    {
      host: data.host,
      port: data.port,
      ssl: data.ssl,
      keepAlive: keepAlive && !data.closing,
      basicAuth: data.basicAuth,
      viaProxy: proxy !== null && !data.ssl,
      proxyAuth: proxy === null || proxy.password === '' ? '' : encodeBase64(`${proxy.user}:${proxy.password}`),
    },
    path,
  );
  if (!(request instanceof TooLarge)) {
    data.closing ||= /\r\nconnection: close\r\n/i.test(request.head);
    return request;
  }
  const ce = rt.classOf('Swoole\\Coroutine\\Http\\Client\\Exception');
  rt.throwObject(createException(rt, ce, request.message, ERROR_INVALID_PARAMS));
  disconnect(rt, self, data);
  return null;
}

/** Reads the response to the request that has been sent. */
export function* receive(rt: Executor, self: PhpObject, data: HttpClientData, seconds: number): NativeCode<boolean> {
  const { socket } = data;
  if (socket === null) return false;
  data.waiting = false;
  const left = socket.deadline(seconds, 'read');
  const parser = new ResponseParser(data.isHead, data.early);
  const body = new Arriving();
  let bytes: string | null = '';
  for (;;) {
    if (!(yield* body.take(rt, self, data, parser, parser.push(bytes)))) {
      return failed(rt, self, data, socket.errCode, parser);
    }
    if (parser.done || parser.bad) break;
    bytes = yield* socket.recv(CHUNK, left());
    if (bytes !== null && bytes !== '') continue;
    if (bytes === '' && parser.finish()) {
      yield* body.take(rt, self, data, parser, '');
      break;
    }
    return failed(rt, self, data, bytes === null ? socket.errCode : ECONNRESET, parser);
  }
  const { head } = parser;
  if (parser.bad || head === null) return failed(rt, self, data, ERROR_HTTP_INVALID_PROTOCOL, parser);
  data.early = parser.rest;
  fill(rt, self, head.status, head.headers);
  setProp(rt, self, 'body', body.parts.length === 1 ? (body.parts[0] as string) : body.parts.join(''));
  if (data.sink !== null) data.sink = null;
  setProp(rt, self, 'uploadFiles', null);
  if (head.status === SWITCHING) {
    data.frames = new FrameReader(MAX_FRAME, null);
    data.frames.push(data.early);
    data.packs = optionsOf(rt, self).websocketPacking && namesDeflate(head.headers);
  } else if (!parser.keepAlive || data.closing || !optionsOf(rt, self).keepAlive) disconnect(rt, self, data);
  return true;
}

function failed(rt: Executor, self: PhpObject, data: HttpClientData, errno: number, parser: ResponseParser): boolean {
  const { socket } = data;
  const timedOut = errno === ETIMEDOUT;
  const status = timedOut ? ESTATUS.requestTimeout : ESTATUS.serverReset;
  if (parser.head !== null) fill(rt, self, parser.head.status, parser.head.headers);
  if (socket !== null && errno !== socket.errCode) socket.fail(errno);
  setClientError(rt, self, status, errno, socket?.errMsg ?? '');
  disconnect(rt, self, data);
  return false;
}

function fill(rt: Executor, self: PhpObject, status: number, headers: readonly (readonly [string, string])[]): void {
  setProp(rt, self, 'statusCode', status);
  const { lowercase } = optionsOf(rt, self);
  const table = new PhpArray();
  const raw: string[] = [];
  const held = deref(self.props[CLIENT_SLOT.cookies]);
  const cookies = held instanceof PhpArray ? held.dup() : new PhpArray();
  for (const [given, value] of headers) {
    const name = lowercase ? given.toLowerCase() : given;
    addOrMerge(rt, table, name, value);
    if (name !== 'set-cookie') continue;
    raw.push(value);
    const pair = value.split(';')[0] as string;
    const equals = pair.indexOf('=');
    const text = urlDecode(pair.slice(equals + 1));
    if (equals > 0) cookies.update(rt, pair.slice(0, equals), text);
    else cookies.append(text);
  }
  setProp(rt, self, 'headers', table);
  if (raw.length === 0) {
    rt.releaseValue(cookies);
    return;
  }
  setProp(rt, self, 'set_cookie_headers', PhpArray.fromList(raw));
  setProp(rt, self, 'cookies', cookies);
}

/** A header that comes again becomes a list. */
function addOrMerge(rt: Executor, table: PhpArray, name: string, value: string): void {
  const key = normalizeKey(name);
  const before = deref(table.get(key));
  if (before instanceof PhpArray) before.append(value);
  else table.update(rt, key, before === undefined ? value : PhpArray.fromList([before, value]));
}

/** Sends a request, and reads the response unless that is put off. */
export function* execute(rt: Executor, self: PhpObject, data: HttpClientData, path: string): NativeCode {
  const held = addRef(self);
  try {
    const given = optionsOf(rt, self).sink(self);
    if (given !== null) data.sink = given;
    for (let left = data.maxRetries; left >= 0; left--) {
      if (!(yield* send(rt, self, data, path))) return false;
      if (data.defer) return true;
      if (!(yield* receive(rt, self, data, 0))) return false;
      const status = self.props[CLIENT_SLOT.statusCode];
      if (data.maxRetries === 0 || (status !== BAD_GATEWAY && status !== UNAVAILABLE)) return true;
      disconnect(rt, self, data);
    }
    return false;
  } finally {
    if (!data.defer) data.sink = null;
    rt.releaseValue(held);
  }
}
