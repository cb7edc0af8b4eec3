/**
 * Swoole\Coroutine\Http\Client.
 * Source: swoole-src ext-src/swoole_http_client_coro.cc; wiki.swoole.com coroutine_client/http_client
 */
import { ACC_NOT_SERIALIZABLE } from '../../../bytecode/type-flags.ts';
import { schedulerOf } from '../../../coro/scheduler.ts';
import type { ClassDef } from '../../../object/class-def.ts';
import type { NativeCode } from '../../../object/native-code.ts';
import { PhpArray } from '../../../value/php-array.ts';
import type { PhpObject } from '../../../value/php-object.ts';
import { addRef, deref, type Zval } from '../../../value/zval.ts';
import type { Executor } from '../../../vm/executor.ts';
import { type MethodDef, method, p } from '../../define.ts';
import { addressArray } from '../net/socket-object.ts';
import { applyTimeouts } from '../net/client-socket.ts';
import { inCoroutine, warn } from '../support.ts';
import { disconnect, execute, HttpClientData, receive } from './client-data.ts';
import { bodyMethods } from './client-body-methods.ts';
import { CLIENT_SLOT, clientProperties, setProp } from './client-properties.ts';
import { clientWebsocketMethods, receiveClientFrame } from './client-websocket.ts';
import { clientDataOf, throwClientError } from './client-support.ts';

const LINK = 'https://wiki.swoole.com/#/coroutine_client/http_client';
const HTTPS_PORT = 443;
const HTTP_PORT = 80;

function construct(rt: Executor, self: PhpObject, host: string, port: number, ssl: boolean): Zval {
  if (host === '') return throwClientError(rt, 505, 'host is empty');
  const isUnix = host.startsWith('unix:');
  const number = port === 0 && !isUnix ? (ssl ? HTTPS_PORT : HTTP_PORT) : port;
  if (!isUnix && (number < 0 || number > 65535)) {
    return throwClientError(rt, 505, `The port must be between 0 and 65535, given ${port}`);
  }
  schedulerOf(rt).activate();
  self.native = new HttpClientData(host, number, ssl);
  setProp(rt, self, 'host', host);
  self.props[CLIENT_SLOT.port] = number;
  self.props[CLIENT_SLOT.ssl] = ssl;
  return null;
}

/** A request by a method and a body. */
function* request(
  rt: Executor,
  self: PhpObject,
  data: HttpClientData,
  path: string,
  verb: string,
  body: Zval,
): NativeCode {
  setProp(rt, self, 'requestMethod', verb);
  setProp(rt, self, 'requestBody', addRef(body));
  return yield* execute(rt, self, data, path);
}

function* recv(rt: Executor, self: PhpObject, data: HttpClientData, seconds: number): NativeCode {
  if (data.frames !== null) return yield* receiveClientFrame(rt, self, data, seconds);
  if (!data.waiting) {
    setProp(rt, self, 'errCode', 107);
    setProp(rt, self, 'errMsg', 'Transport endpoint is not connected');
    return false;
  }
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
    impl: (rt, self, path) => onClient(rt, self, (data) => request(rt, self, data, path, 'GET', null)),
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
  const before = offset > 0 ? (rt.host.readFile(file)?.slice(0, offset) ?? '') : '';
  if (!rt.host.writeFile(file, before, false)) {
    warn(rt, `open(${file}, O_CREAT | O_WRONLY) failed`);
    return false;
  }
  setProp(rt, self, 'downloadFile', file);
  setProp(rt, self, 'downloadOffset', offset);
  data.sink = {
    *write(runtime, part) {
      return runtime.host.writeFile(file, part, true);
    },
  };
  const done = yield* request(rt, self, data, path, 'GET', null);
  setProp(rt, self, 'downloadFile', null);
  setProp(rt, self, 'downloadOffset', 0);
  return done;
}

function setOptions(rt: Executor, self: PhpObject, options: PhpArray): boolean {
  if (options.count === 0) return false;
  const before = deref(self.props[CLIENT_SLOT.setting]);
  const merged = before instanceof PhpArray ? before.dup() : new PhpArray();
  options.forEach((v, key) => merged.update(rt, key, addRef(deref(v))));
  setProp(rt, self, 'setting', merged);
  const data = clientDataOf(rt, self);
  const defer = deref(options.getStr('defer'));
  if (defer !== undefined) data.defer = defer === true || defer === 1;
  if (data.socket !== null) applyTimeouts(rt, data.socket, merged);
  return true;
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
  method({
    name: 'setDefer',
    doc: 'Requests only send: recv() waits for the response.',
    params: [p.bool('defer', { default: true })],
    returns: ['bool'],
    link: LINK,
    impl(rt, self, defer) {
      clientDataOf(rt, self).defer = defer;
      return true;
    },
  }),
  method({
    name: 'getDefer',
    doc: 'Whether requests only send.',
    params: [],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self) => clientDataOf(rt, self).defer,
  }),
  ...(['getsockname', 'getpeername'] as const).map((name) =>
    method({
      name,
      doc: name === 'getsockname' ? 'The local address.' : 'The address of the other side.',
      params: [],
      returns: ['array', 'false'],
      link: LINK,
      impl(rt, self) {
        const { socket } = clientDataOf(rt, self);
        const address = name === 'getsockname' ? socket?.localAddress() : socket?.remoteAddress();
        return addressArray(address ?? null);
      },
    }),
  ),
  method({
    name: 'close',
    doc: 'Closes the connection.',
    params: [],
    returns: ['bool'],
    link: LINK,
    impl(rt, self) {
      const data = clientDataOf(rt, self);
      if (data.socket === null) return false;
      disconnect(self, data);
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
    freeNative: (_rt, obj) => {
      if (obj.native instanceof HttpClientData) disconnect(obj, obj.native);
    },
  },
};
