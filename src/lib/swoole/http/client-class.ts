/**
 * Swoole\Coroutine\Http\Client.
 * Source: swoole-src ext-src/swoole_http_client_coro.cc; wiki.swoole.com coroutine_client/http_client
 */
import { ACC_NOT_SERIALIZABLE } from '../../../bytecode/type-flags.ts';
import { schedulerOf } from '../../../coro/scheduler.ts';
import type { ClassDef } from '../../../object/class-def.ts';
import type { NativeCode } from '../../../object/native-code.ts';
import type { PhpArray } from '../../../value/php-array.ts';
import type { PhpObject } from '../../../value/php-object.ts';
import { addRef, type Zval } from '../../../value/zval.ts';
import type { Executor } from '../../../vm/executor.ts';
import { type MethodDef, method, p } from '../../define.ts';
import { EINVAL } from '../../../base/errno.ts';
import { addressMethods, deferMethods, mergeSettings } from '../client-methods.ts';
import { ERROR_CLIENT_NO_CONNECTION, swooleText } from '../errors.ts';
import { addressArray } from '../net/socket-object.ts';
import { applyTimeouts } from '../net/client-socket.ts';
import { inCoroutine, warn } from '../support.ts';
import { disconnect, execute, HttpClientData, receive } from './client-data.ts';
import { fileSink } from './client-body.ts';
import { bodyMethods } from './client-body-methods.ts';
import { applyClientOptions } from './client-options.ts';
import { CLIENT_SLOT, clientProperties, setProp } from './client-properties.ts';
import { clientWebsocketMethods, receiveClientFrame } from './client-websocket.ts';
import { clientDataOf, throwClientError } from './client-support.ts';
import { denyUnset } from '../deny-unset.ts';

const LINK = 'https://wiki.swoole.com/#/coroutine_client/http_client';
const HTTPS_PORT = 443;
const HTTP_PORT = 80;

function construct(rt: Executor, self: PhpObject, host: string, port: number, ssl: boolean): Zval {
  if (host === '') return throwClientError(rt, EINVAL, 'host is empty');
  const isUnix = host.startsWith('unix:');
  const number = port === 0 && !isUnix ? (ssl ? HTTPS_PORT : HTTP_PORT) : port;
  if (!isUnix && (number < 0 || number > 65535)) return throwClientError(rt, 505, 'The port is invalid');
  schedulerOf(rt).activate();
  self.native = new HttpClientData(host, number, ssl);
  setProp(rt, self, 'host', host);
  self.props[CLIENT_SLOT.port] = number;
  self.props[CLIENT_SLOT.ssl] = ssl;
  return null;
}

/** There is no connection: the error is noted. */
function unconnected(rt: Executor, self: PhpObject): false {
  schedulerOf(rt).lastError = ERROR_CLIENT_NO_CONNECTION;
  setProp(rt, self, 'errCode', ERROR_CLIENT_NO_CONNECTION);
  setProp(rt, self, 'errMsg', swooleText(ERROR_CLIENT_NO_CONNECTION));
  return false;
}

/** A request by a method and a body. */
function request(
  rt: Executor,
  self: PhpObject,
  data: HttpClientData,
  path: string,
  verb: string,
  body: Zval,
): NativeCode {
  setProp(rt, self, 'requestMethod', verb);
  if (body !== undefined) setProp(rt, self, 'requestBody', addRef(body));
  return execute(rt, self, data, path);
}

function* recv(rt: Executor, self: PhpObject, data: HttpClientData, seconds: number): NativeCode {
  if (data.frames !== null) return yield* receiveClientFrame(rt, self, data, seconds);
  if (data.socket === null) return unconnected(rt, self);
  if (!data.waiting) return false;
  const held = addRef(self);
  const done = yield* receive(rt, self, data, seconds);
  data.sink = null;
  rt.releaseValue(held);
  return done;
}

/** Runs `work` in a coroutine on the client of an object. */
function onClient(rt: Executor, self: PhpObject, work: (data: HttpClientData) => NativeCode): NativeCode {
  return inCoroutine(rt, () => work(clientDataOf(rt, self)));
}

const requestMethods: readonly MethodDef[] = [
  method({
    name: '__construct',
    doc: 'Makes a client of a server.',
    params: [p.string('host'), p.int('port', { default: 0 }), p.bool('ssl', { default: false })],
    returns: null,
    link: LINK,
    impl: (rt, self, host, port, ssl) => construct(rt, self, host, port, ssl),
  }),
  method({
    name: '__destruct',
    doc: 'Nothing is left to do: the connection is closed with the object.',
    params: [],
    returns: null,
    link: LINK,
    impl: () => null,
  }),
  method({
    name: 'execute',
    doc: 'Sends a request and waits for the response.',
    params: [p.string('path')],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self, path) => onClient(rt, self, (data) => execute(rt, self, data, path)),
  }),
  method({
    name: 'get',
    doc: 'Sends a GET request and waits for the response.',
    params: [p.string('path')],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self, path) => onClient(rt, self, (data) => request(rt, self, data, path, 'GET', undefined)),
  }),
  method({
    name: 'post',
    doc: 'Sends a POST request and waits for the response.',
    params: [p.string('path'), p.mixed('data')],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self, path, body) => onClient(rt, self, (data) => request(rt, self, data, path, 'POST', body)),
  }),
  method({
    name: 'download',
    doc: 'Sends a GET request and writes the body into a file.',
    params: [p.string('path'), p.string('filename'), p.int('offset', { default: 0 })],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self, path, file, offset) => onClient(rt, self, (data) => download(rt, self, data, path, file, offset)),
  }),
  method({
    name: 'recv',
    doc: 'Waits for the response that was put off, or for a frame.',
    params: [p.float('timeout', { default: 0 })],
    returns: ['Swoole\\WebSocket\\Frame', 'bool'],
    link: LINK,
    impl: (rt, self, seconds) => onClient(rt, self, (data) => recv(rt, self, data, seconds)),
  }),
];

function* download(
  rt: Executor,
  self: PhpObject,
  data: HttpClientData,
  path: string,
  file: string,
  offset: number,
): NativeCode {
  if (offset < 0) {
    warn(rt, `parameter $offset[${offset}] must be greater than or equal to 0`);
    return false;
  }
  setProp(rt, self, 'downloadFile', file);
  setProp(rt, self, 'downloadOffset', offset);
  data.sink = fileSink(file, offset);
  const done = yield* execute(rt, self, data, path);
  setProp(rt, self, 'downloadFile', null);
  setProp(rt, self, 'downloadOffset', 0);
  return done;
}

function setOptions(rt: Executor, self: PhpObject, options: PhpArray): boolean {
  if (options.count === 0) return false;
  mergeSettings(rt, self, CLIENT_SLOT.setting, options);
  const data = clientDataOf(rt, self);
  if (data.socket !== null) applyTimeouts(rt, data.socket, options);
  return applyClientOptions(rt, data, options);
}

const optionMethods: readonly MethodDef[] = [
  method({
    name: 'set',
    doc: 'Adds options.',
    params: [p.array('settings')],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self, options) => setOptions(rt, self, options),
  }),
  ...deferMethods(LINK, clientDataOf),
  ...addressMethods(LINK, (rt, self, end) => {
    const { socket } = clientDataOf(rt, self);
    if (socket !== null) return addressArray(end === 'local' ? socket.localAddress() : socket.remoteAddress());
    return unconnected(rt, self);
  }),
  method({
    name: 'close',
    doc: 'Closes the connection.',
    params: [],
    returns: ['bool'],
    link: LINK,
    impl(rt, self) {
      const data = clientDataOf(rt, self);
      if (data.socket === null) return false;
      if (data.inCallback) data.closeWait = true;
      else disconnect(rt, self, data);
      return true;
    },
  }),
];

export const httpClientClass: ClassDef<MethodDef> = {
  name: 'Swoole\\Coroutine\\Http\\Client',
  flags: ACC_NOT_SERIALIZABLE,
  properties: clientProperties,
  methods: [...requestMethods, ...optionMethods, ...bodyMethods, ...clientWebsocketMethods],
  handlers: {
    cloneable: false,
    unsetProperty: denyUnset,
    freeNative: (_rt, obj) => {
      const socket = obj.native instanceof HttpClientData ? obj.native.socket : null;
      if (socket?.closed === false) socket.close();
    },
  },
};
