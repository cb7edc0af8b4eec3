/**
 * Swoole\Http\Response.
 * Source: swoole-src ext-src/swoole_http_response.cc; wiki.swoole.com http_server?id=httpresponse
 */
import { ACC_NOT_SERIALIZABLE, ACC_PUBLIC } from '../../../bytecode/type-flags.ts';
import { waitFor } from '../../../coro/io-wait.ts';
import type { ClassDef } from '../../../object/class-def.ts';
import type { NativeCode } from '../../../object/native-code.ts';
import type { PhpObject } from '../../../value/php-object.ts';
import { addRef, type Zval } from '../../../value/zval.ts';
import type { Executor } from '../../../vm/executor.ts';
import { type MethodDef, method, p } from '../../define.ts';
import { mimeType } from '../../http/mime-types.ts';
import { warn } from '../support.ts';
import { streamDrained } from '../http2/stream-answer.ts';
import { cookieMethods } from './response-cookies.ts';
import { ownArray } from './own-array.ts';
import { type Exchange, ResponseData, SLOT } from './response-data.ts';
import { responseSocketMethods } from './response-websocket.ts';
import { denyUnset } from '../deny-unset.ts';

const LINK = 'https://wiki.swoole.com/#/http_server?id=httpresponse';
/** Seconds that a reader may take for what it has been sent. */
const DRAIN_SECONDS = 60;
const FILE_CHUNK = 64 * 1024;
const UPPER_A = 65;
const UPPER_Z = 90;
const LOWER_A = 97;
const LOWER_Z = 122;
const DASH = 45;

/** A Response object (owned) for an exchange. */
export function responseObject(rt: Executor, exchange: Exchange): PhpObject {
  const self = rt.newObject(rt.classOf('Swoole\\Http\\Response'));
  self.native = new ResponseData(rt, exchange);
  self.props[SLOT.fd] = exchange.fd;
  return self;
}

/** Runs `work` on a response that is not complete; false after a warning. */
function open(rt: Executor, self: PhpObject, work: (data: ResponseData) => Zval | NativeCode): Zval | NativeCode {
  const data = self.native;
  if (!(data instanceof ResponseData) || data.ended || data.detached) {
    warn(rt, 'http response is unavailable (maybe it has been ended or detached)');
    return false;
  }
  return work(data);
}

/** `result` as soon as the reader has taken enough of what it was sent. */
function drained(rt: Executor, exchange: Exchange, result: boolean): Zval | NativeCode {
  const { connection, stream } = exchange;
  if (stream !== undefined) return streamDrained(rt, stream.stream, connection, exchange.socket !== null, result);
  if (connection.room > 0 || !connection.writable) return result;
  return (function* () {
    yield* waitFor(rt, [connection], () => connection.room > 0 || !connection.writable, DRAIN_SECONDS, 'http response');
    return result;
  })();
}

/** content-type -> Content-Type */
export function formatKey(key: string): string {
  let start = true;
  for (let i = 0; i < key.length; i++) {
    const c = key.charCodeAt(i);
    if (start ? c >= LOWER_A && c <= LOWER_Z : c >= UPPER_A && c <= UPPER_Z) return formatted(key);
    start = c === DASH;
  }
  return key; // nearly always
}

function formatted(key: string): string {
  return key.toLowerCase().replace(/(^|-)([a-z])/g, (_m, dash: string, c: string) => dash + c.toUpperCase());
}

function setHeader(rt: Executor, self: PhpObject, key: string, value: Zval, format: boolean): boolean {
  if (/[\r\n]/.test(key)) return false;
  ownArray(rt, self, SLOT.header).update(rt, format ? formatKey(key) : key, addRef(value));
  return true;
}

/** False, after a warning. */
function refusal(rt: Executor, message: string): false {
  warn(rt, message);
  return false;
}

function* sendFile(
  rt: Executor,
  self: PhpObject,
  data: ResponseData,
  path: string,
  offset: number,
  length: number,
): NativeCode {
  const stat = rt.host.stat(path);
  const bytes = stat?.isFile === true ? rt.host.readFile(path) : null;
  if (bytes === null) {
    warn(rt, `open(${path}) failed, Error: No such file or directory[2]`);
    return false;
  }
  if (offset > bytes.length) return refusal(rt, `parameter $offset[${offset}] exceeds the file size`);
  if (length > bytes.length - offset) return refusal(rt, `parameter $length[${length}] exceeds the file size`);
  const part = bytes.slice(offset, length > 0 ? offset + length : undefined);
  const headers = ownArray(rt, self, SLOT.header);
  if (headers.getStr('Content-Type') === undefined) headers.setStr('Content-Type', mimeType(path, rt));
  const { connection, stream } = data.exchange;
  if (stream !== undefined) return yield* sendOnStream(rt, self, data, part);
  let sent = connection.write(data.head(self, part.length));
  for (let at = 0; sent && at < part.length; at += FILE_CHUNK) {
    sent = connection.write(part.slice(at, at + FILE_CHUNK));
    yield* waitFor(rt, [connection], () => connection.room > 0 || !connection.writable, DRAIN_SECONDS, 'sendfile');
  }
  data.ended = true;
  data.exchange.done(sent && data.exchange.keepAlive);
  return sent;
}

function* sendOnStream(rt: Executor, self: PhpObject, data: ResponseData, bytes: string): NativeCode {
  const { exchange } = data;
  const stream = exchange.stream?.stream;
  if (stream === undefined) return false;
  const sent = data.streamHead(stream, self, bytes.length, '', false) && stream.sendData(bytes, true);
  data.ended = true;
  const result = drained(rt, exchange, sent);
  const done = typeof result === 'boolean' ? result : yield* result as NativeCode;
  exchange.done(exchange.connection.writable);
  return done;
}

const headMethods: readonly MethodDef[] = [
  ...(['header', 'setHeader'] as const).map((name) =>
    method({
      name,
      doc: 'Sets a header.',
      params: [p.string('key'), p.mixed('value'), p.bool('format', { default: true })],
      returns: ['bool'],
      link: LINK,
      impl: (rt, self, key, value, format) => open(rt, self, () => setHeader(rt, self, key, value, format)),
    }),
  ),
  ...(['status', 'setStatusCode'] as const).map((name) =>
    method({
      name,
      doc: 'Sets the status.',
      params: [p.int('http_code'), p.string('reason', { default: '' })],
      returns: ['bool'],
      link: LINK,
      impl: (rt, self, code, reason) =>
        open(rt, self, (data) => {
          data.status = code;
          data.reason = reason;
          return true;
        }),
    }),
  ),
  method({
    name: 'trailer',
    doc: 'Sets a field behind the last chunk.',
    params: [p.string('key'), p.string('value')],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self, key, value) =>
      open(rt, self, () => {
        ownArray(rt, self, SLOT.trailer).setStr(key.toLowerCase(), value);
        return true;
      }),
  }),
  method({
    name: 'redirect',
    doc: 'Answers with another address.',
    params: [p.string('location'), p.int('http_code', { default: 302 })],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self, location, code) =>
      open(rt, self, (data) => {
        data.status = code;
        setHeader(rt, self, 'Location', location, true);
        return data.end(self, '');
      }),
  }),
  method({
    name: 'initHeader',
    doc: 'Makes the array of headers.',
    params: [],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self) =>
      open(rt, self, () => {
        ownArray(rt, self, SLOT.header);
        return true;
      }),
  }),
];

const bodyMethods: readonly MethodDef[] = [
  method({
    name: 'write',
    doc: 'Sends a part of the body.',
    params: [p.string('content')],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self, content) =>
      open(rt, self, (data) => {
        if (content === '') {
          warn(rt, 'data to send is empty');
          return false;
        }
        return drained(rt, data.exchange, data.write(self, content));
      }),
  }),
  method({
    name: 'end',
    doc: 'Sends the body, or the rest of it.',
    params: [p.nullable(p.string('content'), { default: null })],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self, content) => open(rt, self, (data) => drained(rt, data.exchange, data.end(self, content ?? ''))),
  }),
  method({
    name: 'sendfile',
    doc: 'Sends a file as the body.',
    params: [p.string('filename'), p.int('offset', { default: 0 }), p.int('length', { default: 0 })],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self, path, offset, length) =>
      open(rt, self, (data) => {
        if (data.headersSent) return refusal(rt, "can't use sendfile when HTTP chunk is enabled");
        if (path === '') return refusal(rt, 'file name is empty');
        for (const [name, n] of Object.entries({ offset, length })) {
          if (n < 0) return refusal(rt, `parameter $${name}[${n}] must be greater than or equal to 0`);
        }
        return sendFile(rt, self, data, path, offset, length);
      }),
  }),
  method({
    name: 'isWritable',
    doc: 'Whether the answer may still be written.',
    params: [],
    returns: ['bool'],
    link: LINK,
    impl: (_rt, self) => self.native instanceof ResponseData && self.native.writable,
  }),
  method({
    name: 'detach',
    doc: 'Leaves the connection to another object.',
    params: [],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self) =>
      open(rt, self, (data) => {
        data.detached = true;
        return true;
      }),
  }),
];

export const responseClass: ClassDef<MethodDef> = {
  name: 'Swoole\\Http\\Response',
  flags: ACC_NOT_SERIALIZABLE,
  properties: [
    { name: 'fd', flags: ACC_PUBLIC, type: null, default: 0 },
    { name: 'socket', flags: ACC_PUBLIC, type: null, default: null },
    { name: 'header', flags: ACC_PUBLIC, type: null, default: null },
    { name: 'cookie', flags: ACC_PUBLIC, type: null, default: null },
    { name: 'trailer', flags: ACC_PUBLIC, type: null, default: null },
  ],
  methods: [...headMethods, ...cookieMethods, ...bodyMethods, ...responseSocketMethods],
  handlers: {
    cloneable: false,
    unsetProperty: denyUnset,
    freeNative: (_rt, obj) => {
      const data = obj.native;
      if (!(data instanceof ResponseData) || data.ended || data.detached || data.upgraded) return;
      // nobody can answer any more
      if (data.status === 200 && !data.headersSent) data.status = 500;
      data.end(obj, '');
    },
  },
};
