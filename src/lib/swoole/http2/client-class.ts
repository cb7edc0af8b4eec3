/**
 * Swoole\Coroutine\Http2\Client.
 * Source: swoole-src ext-src/swoole_http2_client_coro.cc; wiki.swoole.com coroutine_client/http2_client
 */
import { EBADF, EINVAL, strerror } from '../../../base/errno.ts';
import { ACC_NOT_SERIALIZABLE, ACC_PUBLIC } from '../../../bytecode/type-flags.ts';
import { schedulerOf } from '../../../coro/scheduler.ts';
import type { ClassDef } from '../../../object/class-def.ts';
import type { NativeCode } from '../../../object/native-code.ts';
import { toBool, toStr } from '../../../value/convert.ts';
import { PhpArray } from '../../../value/php-array.ts';
import type { PhpObject } from '../../../value/php-object.ts';
import { addRef, deref, type Zval } from '../../../value/zval.ts';
import { createException } from '../../../vm/exceptions.ts';
import type { Executor } from '../../../vm/executor.ts';
import { type MethodDef, method, p } from '../../define.ts';
import { FRAME, packFrame, uint32 } from '../../http/http2/frames.ts';
import type { Http2Settings } from '../../http/http2/settings.ts';
import { mergeSettings } from '../client-methods.ts';
import { ERROR_CLIENT_NO_CONNECTION, swooleText } from '../errors.ts';
import { formBytes } from '../http/client-request.ts';
import { applyTimeouts, secure, tlsOptions } from '../net/client-socket.ts';
import { AF_INET, AF_INET6, AF_UNIX, CoSocket, SOCK_STREAM } from '../net/co-socket.ts';
import { socketObject } from '../net/socket-object.ts';
import { inCoroutine } from '../support.ts';
import { Http2Connection } from './client-data.ts';
import { REQUEST_SLOT, requestFields } from './messages.ts';
import { fixedObject } from '../deny-unset.ts';

const LINK = 'https://wiki.swoole.com/#/coroutine_client/http2_client';
const EISCONN = 106;
const INVALID_PARAMS = 505;
const SLOT = {
  errCode: 0,
  errMsg: 1,
  setting: 4,
  socket: 5,
  connected: 6,
  host: 7,
  port: 8,
  ssl: 9,
  serverLastStreamId: 10,
} as const;

/** What a Client object holds. */
class Http2ClientData {
  readonly host: string;
  readonly port: number;
  readonly ssl: boolean;
  open: Http2Connection | null = null;

  constructor(host: string, port: number, ssl: boolean) {
    this.host = host;
    this.port = port;
    this.ssl = ssl;
  }
}

function set(rt: Executor, self: PhpObject, slot: number, value: Zval): void {
  rt.releaseValue(self.props[slot]);
  self.props[slot] = value;
}

function fail(rt: Executor, self: PhpObject, code: number, message: string): false {
  schedulerOf(rt).lastError = code;
  set(rt, self, SLOT.errCode, code);
  set(rt, self, SLOT.errMsg, message);
  return false;
}

function failAs(rt: Executor, self: PhpObject, socket: CoSocket): false {
  return fail(rt, self, socket.errCode, socket.errMsg);
}

function throwClient(rt: Executor, code: number, message: string): null {
  rt.throwObject(createException(rt, rt.classOf('Swoole\\Coroutine\\Http2\\Client\\Exception'), message, code));
  return null;
}

function dataOf(rt: Executor, self: PhpObject): Http2ClientData {
  if (self.native instanceof Http2ClientData) return self.native;
  return rt.fatalError('must call constructor first');
}

function construct(rt: Executor, self: PhpObject, host: string, port: number, ssl: boolean): Zval {
  if (host === '') return throwClient(rt, INVALID_PARAMS, 'The host is empty');
  if (!host.startsWith('unix:') && (port < 0 || port > 65535)) {
    return throwClient(rt, INVALID_PARAMS, 'The port is invalid');
  }
  schedulerOf(rt).activate();
  const number = port === 0 ? (ssl ? 443 : 80) : port;
  self.native = new Http2ClientData(host, number, ssl);
  set(rt, self, SLOT.host, host);
  set(rt, self, SLOT.port, number);
  set(rt, self, SLOT.ssl, ssl);
  return null;
}

/** Forgets the connection. */
function disconnect(rt: Executor, self: PhpObject, data: Http2ClientData): void {
  const { open } = data;
  data.open = null;
  self.props[SLOT.connected] = false;
  set(rt, self, SLOT.socket, null);
  open?.free();
}

function* close(rt: Executor, self: PhpObject, data: Http2ClientData): NativeCode {
  const { open } = data;
  if (open === null) return fail(rt, self, EBADF, strerror(EBADF));
  self.props[SLOT.connected] = false;
  // who waits is woken, and sees that it is closed
  const closed = yield* open.socket.closeNow();
  if (!closed) {
    failAs(rt, self, open.socket);
    if (open.socket.boundCid('read') === 0 && !open.socket.closed) open.socket.close();
  }
  if (data.open === open) disconnect(rt, self, data);
  return true;
}

function* connect(rt: Executor, self: PhpObject, data: Http2ClientData): NativeCode {
  if (data.open !== null) return fail(rt, self, EISCONN, strerror(EISCONN));
  const unix = /^unix:\/*/.exec(data.host);
  const domain = unix !== null ? AF_UNIX : data.host.includes(':') ? AF_INET6 : AF_INET;
  const socket = new CoSocket(rt, domain, SOCK_STREAM, 0);
  const held = deref(self.props[SLOT.setting]);
  const settings = held instanceof PhpArray ? held : null;
  if (settings !== null) applyTimeouts(rt, socket, settings);
  const host = unix === null ? data.host : `/${data.host.slice(unix[0].length)}`;
  const open = new Http2Connection(rt, socket);
  const tls = { ...tlsOptions(rt, settings, data.host), protocols: ['h2'] };
  const stands =
    (yield* socket.connect(host, data.port, 0)) && (!data.ssl || (yield* secure(socket, tls))) && (yield* open.begin());
  if (!stands) {
    failAs(rt, self, socket);
    if (!socket.closed) socket.close();
    return false;
  }
  socket.connection?.setNoDelay(true);
  data.open = open;
  self.props[SLOT.connected] = true;
  set(rt, self, SLOT.socket, socketObject(rt, socket, true));
  return true;
}

/** Runs `work` on a connection that stands. */
function onOpen(
  rt: Executor,
  self: PhpObject,
  work: (open: Http2Connection, data: Http2ClientData) => NativeCode,
): NativeCode {
  return inCoroutine(rt, function* () {
    const data = dataOf(rt, self);
    const { open } = data;
    if (open === null || open.socket.closed) {
      return fail(rt, self, ERROR_CLIENT_NO_CONNECTION, swooleText(ERROR_CLIENT_NO_CONNECTION));
    }
    const held = addRef(self);
    const result = yield* work(open, data);
    rt.releaseValue(held);
    return result;
  });
}

/** The body that a program gives: null for none. */
function bodyOf(rt: Executor, v: Zval): string | null {
  if (v instanceof PhpArray) return v.count === 0 ? null : formBytes(rt, v);
  if (typeof v === 'string') return v === '' ? null : v;
  return v === undefined || !toBool(v) ? null : toStr(rt, v);
}

function* send(
  rt: Executor,
  self: PhpObject,
  open: Http2Connection,
  data: Http2ClientData,
  request: PhpObject,
): NativeCode {
  const given = deref(request.props[REQUEST_SLOT.data]);
  const body = bodyOf(rt, given);
  const authority = data.port === (data.ssl ? 443 : 80) ? data.host : `${data.host}:${data.port}`;
  if (given instanceof PhpArray) formHeader(rt, request);
  const fields = requestFields(rt, request, data.ssl, authority);
  if (fields === null) return throwClient(rt, INVALID_PARAMS, 'HTTP cookie header is too large');
  const inParts = toBool(deref(request.props[REQUEST_SLOT.pipeline]));
  const stream = open.open(inParts, toBool(deref(request.props[REQUEST_SLOT.pipelineRead])));
  open.nextStream += 2;
  const sent =
    (yield* open.sendHeaders(stream, fields, body === null && !inParts)) &&
    (body === null || (yield* open.sendData(stream, body, !inParts)));
  return sent ? stream.id : failAs(rt, self, open.socket);
}

/** A form says what it is. */
function formHeader(rt: Executor, request: PhpObject): void {
  const held = deref(request.props[REQUEST_SLOT.headers]);
  const headers = held instanceof PhpArray ? held.dup() : new PhpArray();
  headers.update(rt, 'content-type', 'application/x-www-form-urlencoded');
  set(rt, request, REQUEST_SLOT.headers, headers);
}

function* receive(rt: Executor, self: PhpObject, seconds: number, parts: boolean): NativeCode {
  return yield* onOpen(rt, self, function* (open, data) {
    const response = yield* open.receive(seconds, parts);
    if (response !== null) return response;
    const { goodbye } = open;
    if (goodbye === null) return failAs(rt, self, open.socket);
    yield* close(rt, self, data);
    fail(rt, self, goodbye.code, goodbye.text);
    self.props[SLOT.serverLastStreamId] = goodbye.lastStream;
    return false;
  });
}

function* write(
  rt: Executor,
  self: PhpObject,
  open: Http2Connection,
  id: number,
  body: Zval,
  end: boolean,
): NativeCode {
  const stream = open.streams.get(id);
  if (stream === undefined || !stream.writesParts || stream.requestEnded) {
    return fail(rt, self, EINVAL, `unable to found active pipeline stream#${id}`);
  }
  const bytes = body instanceof PhpArray ? formBytes(rt, body) : toStr(rt, body);
  if (end) stream.requestEnded = true;
  return (yield* open.sendData(stream, bytes, end)) || failAs(rt, self, open.socket);
}

function settingsArray(settings: Http2Settings): PhpArray {
  return PhpArray.fromEntries([
    ['header_table_size', settings.headerTableSize],
    ['init_window_size', settings.initWindowSize],
    ['max_concurrent_streams', settings.maxConcurrentStreams],
    ['max_frame_size', settings.maxFrameSize],
    ['max_header_list_size', settings.maxHeaderListSize],
  ]);
}

function stats(data: Http2ClientData, key: string): Zval {
  const { open } = data;
  const rows: readonly (readonly [string, () => Zval])[] = [
    ['current_stream_id', () => open?.nextStream ?? 0],
    ['last_stream_id', () => open?.lastStream ?? 0],
    ['local_settings', () => (open === null ? new PhpArray() : settingsArray(open.local))],
    ['remote_settings', () => (open === null ? new PhpArray() : settingsArray(open.remote))],
    ['active_stream_num', () => open?.streams.size ?? 0],
  ];
  if (key !== '') return rows.find(([name]) => name === key)?.[1]() ?? null;
  return PhpArray.fromEntries(rows.map(([name, read]) => [name, read()]));
}

const connectionMethods: readonly MethodDef[] = [
  method({
    name: '__construct',
    doc: 'Makes a client of a server.',
    params: [p.string('host'), p.int('port', { default: 80 }), p.bool('open_ssl', { default: false })],
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
    name: 'set',
    doc: 'Adds options.',
    params: [p.array('options')],
    returns: ['bool'],
    link: LINK,
    impl(rt, self, options) {
      mergeSettings(rt, self, SLOT.setting, options);
      const { open } = dataOf(rt, self);
      if (open !== null) applyTimeouts(rt, open.socket, options);
      return true;
    },
  }),
  method({
    name: 'connect',
    doc: 'Connects, and says what it speaks.',
    params: [],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self) => inCoroutine(rt, () => connect(rt, self, dataOf(rt, self))),
  }),
  method({
    name: 'stats',
    doc: 'What is known of the connection.',
    params: [p.string('key', { default: '' })],
    returns: ['array', 'int', 'null'],
    link: LINK,
    impl: (rt, self, key) => stats(dataOf(rt, self), key),
  }),
  method({
    name: 'isStreamExist',
    doc: 'Whether an answer is still to come (0: whether the connection stands).',
    params: [p.int('stream_id')],
    returns: ['bool'],
    link: LINK,
    impl(rt, self, id) {
      const { open } = dataOf(rt, self);
      return open !== null && id >= 0 && (id === 0 || open.streams.has(id));
    },
  }),
  method({
    name: 'close',
    doc: 'Closes the connection.',
    params: [],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self) => close(rt, self, dataOf(rt, self)),
  }),
];

const messageMethods: readonly MethodDef[] = [
  method({
    name: 'send',
    doc: 'Sends a request; the number of its stream.',
    params: [p.object('request', 'Swoole\\Http2\\Request')],
    returns: ['int', 'false'],
    link: LINK,
    impl: (rt, self, request) => onOpen(rt, self, (open, data) => send(rt, self, open, data, request)),
  }),
  method({
    name: 'write',
    doc: 'Sends a part of the body of a request.',
    params: [p.int('stream_id'), p.mixed('data'), p.bool('end_stream', { default: false })],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self, id, data, end) => onOpen(rt, self, (open) => write(rt, self, open, id, data, end)),
  }),
  ...(['recv', 'read'] as const).map((name) =>
    method({
      name,
      doc: name === 'recv' ? 'Waits for the next answer.' : 'Waits for the next part of an answer.',
      params: [p.float('timeout', { default: 0 })],
      returns: ['Swoole\\Http2\\Response', 'false'],
      link: LINK,
      impl: (rt, self, seconds) => receive(rt, self, seconds, name === 'read'),
    }),
  ),
  method({
    name: 'ping',
    doc: 'Asks whether the other side still lives.',
    params: [],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self) => onOpen(rt, self, (open) => open.push(packFrame(FRAME.ping, 0, 0, '\0'.repeat(8)))),
  }),
  method({
    name: 'goaway',
    doc: 'Says goodbye.',
    params: [p.int('error_code', { default: 0 }), p.string('debug_data', { default: '' })],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self, code, text) =>
      onOpen(rt, self, (open) =>
        open.push(packFrame(FRAME.goaway, 0, 0, uint32(open.lastStream) + uint32(code) + text)),
      ),
  }),
];

const PROPERTIES: readonly (readonly [string, Zval])[] = [
  ['errCode', 0],
  ['errMsg', ''],
  ['sock', -1],
  ['type', 0],
  ['setting', null],
  ['socket', null],
  ['connected', false],
  ['host', null],
  ['port', 0],
  ['ssl', false],
  ['serverLastStreamId', 0],
];

export const http2ClientClass: ClassDef<MethodDef> = {
  name: 'Swoole\\Coroutine\\Http2\\Client',
  flags: ACC_NOT_SERIALIZABLE,
  properties: PROPERTIES.map(([name, value]) => ({ name, flags: ACC_PUBLIC, type: null, default: value })),
  methods: [...connectionMethods, ...messageMethods],
  handlers: {
    ...fixedObject,
    freeNative: (_rt, obj) => {
      if (!(obj.native instanceof Http2ClientData) || obj.native.open === null) return;
      const { open } = obj.native;
      obj.native.open = null;
      open.free();
      if (!open.socket.closed) open.socket.close();
    },
  },
};
