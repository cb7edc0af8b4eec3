/**
 * What a Swoole\Coroutine\Http\Client holds, and its requests and responses.
 * Source: swoole-src ext-src/swoole_http_client_coro.cc (Client)
 */
import { ECONNRESET, ETIMEDOUT } from '../../../base/errno.ts';
import type { NativeCode } from '../../../object/native-code.ts';
import { PhpArray } from '../../../value/php-array.ts';
import type { PhpObject } from '../../../value/php-object.ts';
import { addRef, deref } from '../../../value/zval.ts';
import type { Executor } from '../../../vm/executor.ts';
import { ResponseParser } from '../../http/response-parser.ts';
import { FrameReader } from '../../http/websocket-frames.ts';
import { urlDecode } from '../../url-functions.ts';
import { applyTimeouts, secure, tlsOptions } from '../net/client-socket.ts';
import { AF_INET, AF_INET6, AF_UNIX, CoSocket, SOCK_STREAM } from '../net/co-socket.ts';
import { type ClientOptions, optionsOf } from './client-options.ts';
import { CLIENT_SLOT, setClientError, setProp } from './client-properties.ts';
import { requestBytes } from './client-request.ts';

const CHUNK = 65536;
const MAX_FRAME = 2 ** 31;
/** SWOOLE_HTTP_CLIENT_ESTATUS_* */
export const ESTATUS = { connectFailed: -1, requestTimeout: -2, serverReset: -3, sendFailed: -4 } as const;

/** Where a body goes that is not kept: a file, a function. */
export interface BodySink {
  write(rt: Executor, part: string): NativeCode<boolean>;
}

export class HttpClientData {
  readonly host: string;
  readonly port: number;
  readonly ssl: boolean;
  socket: CoSocket | null = null;
  defer = false;
  /** A request has been sent whose response has not been read. */
  waiting = false;
  isHead = false;
  /** Open frames of a WebSocket. */
  frames: FrameReader | null = null;
  /** Bytes behind the last response. */
  early = '';
  sink: BodySink | null = null;
  /** The head of the last request. */
  headerOut = '';

  constructor(host: string, port: number, ssl: boolean) {
    this.host = host;
    this.port = port;
    this.ssl = ssl;
  }
}

/** Closes the connection. */
export function disconnect(self: PhpObject, data: HttpClientData): void {
  const { socket } = data;
  data.socket = null;
  data.frames = null;
  data.waiting = false;
  data.early = '';
  self.props[CLIENT_SLOT.connected] = false;
  if (socket !== null && !socket.closed) socket.close();
}

function* connect(rt: Executor, self: PhpObject, data: HttpClientData): NativeCode<boolean> {
  const unix = /^unix:\/*/.exec(data.host);
  const domain = unix !== null ? AF_UNIX : data.host.includes(':') ? AF_INET6 : AF_INET;
  const host = unix === null ? data.host : `/${data.host.slice(unix[0].length)}`;
  const socket = new CoSocket(rt, domain, SOCK_STREAM, 0);
  const held = deref(self.props[CLIENT_SLOT.setting]);
  const settings = held instanceof PhpArray ? held : null;
  if (settings !== null) applyTimeouts(rt, socket, settings);
  data.socket = socket;
  data.early = '';
  const ok =
    (yield* socket.connect(host, data.port, 0)) &&
    (!data.ssl || (yield* secure(socket, tlsOptions(rt, settings, data.host))));
  if (ok) {
    socket.connection?.setNoDelay(true);
    self.props[CLIENT_SLOT.connected] = true;
    return true;
  }
  setClientError(rt, self, ESTATUS.connectFailed, socket.errCode, socket.errMsg);
  disconnect(self, data);
  return false;
}

/** Forgets the last response. */
function reset(rt: Executor, self: PhpObject): void {
  setProp(rt, self, 'statusCode', 0);
  setProp(rt, self, 'body', '');
  setProp(rt, self, 'headers', null);
  setProp(rt, self, 'set_cookie_headers', null);
  setProp(rt, self, 'errCode', 0);
  setProp(rt, self, 'errMsg', '');
}

/** Sends a request; false with the error noted. */
function* send(rt: Executor, self: PhpObject, data: HttpClientData, path: string): NativeCode<boolean> {
  reset(rt, self);
  if (data.socket === null || !data.socket.checkLiveness()) {
    if (data.socket !== null) disconnect(self, data);
    if (!(yield* connect(rt, self, data))) return false;
  }
  const socket = data.socket as CoSocket | null;
  if (socket === null) return false;
  const request = requestBytes(rt, self, data, path);
  if (request === null) return false;
  data.isHead = request.method === 'HEAD';
  data.headerOut = request.head;
  const sent = yield* socket.sendAll(request.head + request.body, 0);
  if (sent === request.head.length + request.body.length) {
    data.waiting = true;
    return true;
  }
  setClientError(rt, self, ESTATUS.sendFailed, socket.errCode, socket.errMsg);
  disconnect(self, data);
  return false;
}

/** Reads the response to the request that has been sent. */
export function* receive(rt: Executor, self: PhpObject, data: HttpClientData, seconds: number): NativeCode<boolean> {
  const { socket } = data;
  if (socket === null) return false;
  data.waiting = false;
  const left = socket.deadline(seconds, 'read');
  const parser = new ResponseParser(data.isHead, data.early);
  const parts: string[] = [];
  let part = parser.push('');
  for (;;) {
    if (part !== '' && data.sink !== null) yield* data.sink.write(rt, part);
    else if (part !== '') parts.push(part);
    if (parser.done || parser.bad) break;
    const bytes = yield* socket.recv(CHUNK, left());
    if (bytes === null || bytes === '') {
      if (bytes === '' && parser.finish()) break;
      return failed(rt, self, data, bytes === null ? socket.errCode : ECONNRESET, parser);
    }
    part = parser.push(bytes);
  }
  const { head } = parser;
  if (parser.bad || head === null) return failed(rt, self, data, ECONNRESET, parser);
  data.early = parser.rest;
  fill(rt, self, head.status, head.headers);
  setProp(rt, self, 'body', parts.length === 1 ? (parts[0] as string) : parts.join(''));
  if (head.status === 101) {
    data.frames = new FrameReader(MAX_FRAME, null);
    data.frames.push(data.early);
  } else if (!parser.keepAlive || !optionsOf(rt, self).keepAlive) disconnect(self, data);
  return true;
}

function failed(rt: Executor, self: PhpObject, data: HttpClientData, errno: number, parser: ResponseParser): boolean {
  const { socket } = data;
  const timedOut = errno === ETIMEDOUT;
  const status = timedOut ? ESTATUS.requestTimeout : ESTATUS.serverReset;
  if (parser.head !== null) fill(rt, self, parser.head.status, parser.head.headers);
  if (socket !== null && errno !== socket.errCode) socket.fail(errno);
  setClientError(rt, self, status, errno, socket?.errMsg ?? '');
  disconnect(self, data);
  return false;
}

function fill(rt: Executor, self: PhpObject, status: number, headers: readonly (readonly [string, string])[]): void {
  setProp(rt, self, 'statusCode', status);
  const table = new PhpArray();
  const raw: string[] = [];
  const held = deref(self.props[CLIENT_SLOT.cookies]);
  const cookies = held instanceof PhpArray ? held.dup() : new PhpArray();
  for (const [name, value] of headers) {
    table.update(rt, name, value);
    if (name !== 'set-cookie') continue;
    raw.push(value);
    const pair = value.split(';')[0] as string;
    const equals = pair.indexOf('=');
    if (equals > 0) cookies.update(rt, pair.slice(0, equals).trim(), urlDecode(pair.slice(equals + 1)));
  }
  setProp(rt, self, 'headers', table);
  if (raw.length === 0) {
    rt.releaseValue(cookies);
    return;
  }
  setProp(rt, self, 'set_cookie_headers', PhpArray.fromList(raw));
  setProp(rt, self, 'cookies', cookies);
}

/** Sends a request, and reads the response unless that is put off. */
export function* execute(rt: Executor, self: PhpObject, data: HttpClientData, path: string): NativeCode {
  const held = addRef(self);
  try {
    const options: ClientOptions = optionsOf(rt, self);
    data.sink ??= options.sink(rt, self);
    const sent = yield* send(rt, self, data, path);
    if (!sent || data.defer) return sent;
    return yield* receive(rt, self, data, 0);
  } finally {
    if (!data.defer) data.sink = null;
    rt.releaseValue(held);
  }
}
