/** Functions of ext/sockets: reading, writing, options, select. Source: php-src 8.2 ext/sockets/sockets.c */
import { waitFor } from '../../coro/io-wait.ts';
import type { NativeCode } from '../../object/native-code.ts';
import { toFloat, toInt } from '../../value/convert.ts';
import { PhpArray } from '../../value/php-array.ts';
import { addRef, deref, type PhpReference, type Zval } from '../../value/zval.ts';
import { PhpObject } from '../../value/php-object.ts';
import type { Watched } from '../../vm/net-ports.ts';
import type { Executor } from '../../vm/executor.ts';
import { type FunctionDef, fn, p } from '../define.ts';
import { setRef } from '../string-util.ts';
import { recvLine } from '../swoole/net/buffered.ts';
import { streamOf } from '../stream.ts';
import { CoSocket } from '../swoole/net/co-socket.ts';
import {
  AF_INET,
  AF_UNIX,
  MSG_DONTWAIT,
  MSG_PEEK,
  MSG_WAITALL,
  PHP_BINARY_READ,
  PHP_NORMAL_READ,
  SO_LINGER,
  SO_RCVTIMEO,
  SO_SNDTIMEO,
  SOCK_DGRAM,
  SOCK_STREAM,
  SOL_SOCKET,
} from './socket-constants.ts';
import { failSocket, newSocket, SocketData, socketOf } from './socket-data.ts';
import { readyFor } from './socket-functions.ts';

const AT_ONCE = 0.001;

/** Bytes for socket_recv(); null with the error noted. */
function* receive(data: SocketData, length: number, flags: number): NativeCode<string | null> {
  const { socket } = data;
  const seconds = (flags & MSG_DONTWAIT) !== 0 ? AT_ONCE : data.patience;
  if ((flags & MSG_PEEK) !== 0 && socket.connection !== null) {
    const { connection } = socket;
    const ready = (): boolean => connection.available > 0 || connection.ended;
    return (yield* socket.wait('read', connection, ready, seconds)) ? connection.peek(length) : null;
  }
  if ((flags & MSG_WAITALL) !== 0) return yield* socket.recvAll(length, seconds);
  return yield* socket.recv(length, seconds);
}

const readers: readonly FunctionDef[] = [
  fn({
    name: 'socket_read',
    doc: 'Reads up to so many bytes, or a line.',
    params: [p.object('socket', 'Socket'), p.int('length'), p.int('mode', { default: PHP_BINARY_READ })],
    returns: ['string', 'false'],
    *impl(rt, self, length, mode) {
      const data = socketOf(rt, self);
      if (data === null) return null;
      if (length < 1) return false;
      const { socket } = data;
      const bytes =
        mode === PHP_NORMAL_READ
          ? yield* recvLine(socket, length, data.patience)
          : yield* socket.recv(length, data.patience);
      return bytes ?? failSocket(rt, data, 'unable to read from socket', socket.errCode);
    },
  }),
  fn({
    name: 'socket_recv',
    doc: 'Reads bytes.',
    params: [p.object('socket', 'Socket'), p.ref('data'), p.int('length'), p.int('flags')],
    returns: ['int', 'false'],
    *impl(rt, self, into, length, flags) {
      const data = socketOf(rt, self);
      if (data === null) return null;
      if (length < 1) return false;
      const bytes = yield* receive(data, length, flags);
      setRef(rt, into, bytes === null || bytes === '' ? null : bytes);
      return bytes === null ? failSocket(rt, data, 'Unable to read from socket', data.socket.errCode) : bytes.length;
    },
  }),
  fn({
    name: 'socket_recvfrom',
    doc: 'Reads a packet and says where it came from.',
    params: [
      p.object('socket', 'Socket'),
      p.ref('data'),
      p.int('length'),
      p.int('flags'),
      p.ref('address'),
      p.ref('port', undefined, { default: null }),
    ],
    returns: ['int', 'false'],
    *impl(rt, self, into, length, flags, host, port) {
      const data = socketOf(rt, self);
      if (data === null) return null;
      const { socket } = data;
      const { datagrams } = socket;
      if (datagrams === null) {
        const bytes = yield* receive(data, length, flags);
        if (bytes === null) return failSocket(rt, data, 'unable to recvfrom', socket.errCode);
        setRef(rt, into, bytes);
        return bytes.length;
      }
      const seconds = (flags & MSG_DONTWAIT) !== 0 ? AT_ONCE : data.patience;
      if (!(yield* socket.wait('read', datagrams, () => datagrams.pending > 0, seconds))) {
        return failSocket(rt, data, 'Unable to recvfrom', socket.errCode);
      }
      const packet = (flags & MSG_PEEK) !== 0 ? datagrams.peek() : datagrams.receive();
      if (packet === null) return false;
      const bytes = packet.bytes.slice(0, length);
      setRef(rt, into, bytes);
      setRef(rt, host, packet.from.kind === 'inet' ? packet.from.host : packet.from.path);
      if (port !== null) setRef(rt, port, packet.from.kind === 'inet' ? packet.from.port : 0);
      return bytes.length;
    },
  }),
];

function* send(rt: Executor, self: PhpObject, bytes: string, length: number | null, what: string): NativeCode {
  const data = socketOf(rt, self);
  if (data === null) return null;
  const part = length === null ? bytes : bytes.slice(0, length);
  const sent = part === '' ? 0 : yield* data.socket.send(part, data.patience);
  return sent ?? failSocket(rt, data, what, data.socket.errCode);
}

const writers: readonly FunctionDef[] = [
  fn({
    name: 'socket_write',
    doc: 'Writes bytes; how many went.',
    params: [p.object('socket', 'Socket'), p.string('data'), p.nullable(p.int('length'), { default: null })],
    returns: ['int', 'false'],
    impl: (rt, self, bytes, length) => send(rt, self, bytes, length, 'unable to write to socket'),
  }),
  fn({
    name: 'socket_send',
    doc: 'Writes bytes; how many went.',
    params: [p.object('socket', 'Socket'), p.string('data'), p.int('length'), p.int('flags')],
    returns: ['int', 'false'],
    impl: (rt, self, bytes, length) => send(rt, self, bytes, length, 'Unable to write to socket'),
  }),
  fn({
    name: 'socket_sendto',
    doc: 'Sends a packet to an address.',
    params: [
      p.object('socket', 'Socket'),
      p.string('data'),
      p.int('length'),
      p.int('flags'),
      p.string('address'),
      p.nullable(p.int('port'), { default: null }),
    ],
    returns: ['int', 'false'],
    *impl(rt, self, bytes, length, _flags, host, port) {
      const data = socketOf(rt, self);
      if (data === null) return null;
      if (data.socket.type !== SOCK_DGRAM) return yield* send(rt, self, bytes, length, 'Unable to write to socket');
      const sent = yield* data.socket.sendTo(host, port ?? 0, bytes.slice(0, length));
      return sent ?? failSocket(rt, data, 'Unable to write to socket', data.socket.errCode);
    },
  }),
];

/** `{sec, usec}` as seconds, -1 for none. */
function timeoutOf(rt: Executor, v: Zval): number {
  if (!(v instanceof PhpArray)) return -1;
  const part = (name: string): number => toFloat(rt, deref(v.getStr(name)) ?? 0);
  const seconds = part('sec') + part('usec') / 1e6;
  return seconds === 0 ? -1 : seconds;
}

function setOption(rt: Executor, self: PhpObject, level: number, option: number, v: Zval): Zval {
  const data = socketOf(rt, self);
  if (data === null) return null;
  if (level === SOL_SOCKET && (option === SO_RCVTIMEO || option === SO_SNDTIMEO)) {
    if (!(v instanceof PhpArray)) return rt.argumentValueError(4, 'must have key "sec"');
    data.socket.timeouts[option === SO_RCVTIMEO ? 'read' : 'write'] = timeoutOf(rt, v);
  }
  const key = `${level}.${option}`;
  const before = data.options.get(key);
  data.options.set(key, addRef(v));
  rt.releaseValue(before);
  return true;
}

function getOption(rt: Executor, self: PhpObject, level: number, option: number): Zval {
  const data = socketOf(rt, self);
  if (data === null) return null;
  const set = data.options.get(`${level}.${option}`);
  if (level === SOL_SOCKET && (option === SO_RCVTIMEO || option === SO_SNDTIMEO)) {
    const seconds = data.socket.timeouts[option === SO_RCVTIMEO ? 'read' : 'write'];
    const whole = seconds < 0 ? 0 : Math.trunc(seconds);
    return PhpArray.fromEntries([
      ['sec', whole],
      ['usec', seconds < 0 ? 0 : Math.round((seconds - whole) * 1e6)],
    ]);
  }
  if (set instanceof PhpArray) return addRef(set);
  if (level === SOL_SOCKET && option === SO_LINGER) {
    return PhpArray.fromEntries([
      ['l_onoff', 0],
      ['l_linger', 0],
    ]);
  }
  if (level === SOL_SOCKET && option === 3) return data.socket.type;
  if (level === SOL_SOCKET && option === 4) return data.socket.connection?.error?.errno ?? 0;
  return set === undefined || set === null ? 0 : toInt(rt, set);
}

const optionFunctions: readonly FunctionDef[] = [
  ...['socket_set_option', 'socket_setopt'].map((name) =>
    fn({
      name,
      doc: 'Sets an option.',
      params: [p.object('socket', 'Socket'), p.int('level'), p.int('option'), p.mixed('value')],
      returns: ['bool'],
      impl: (rt, self, level, option, v) => setOption(rt, self, level, option, v),
    }),
  ),
  ...['socket_get_option', 'socket_getopt'].map((name) =>
    fn({
      name,
      doc: 'An option.',
      params: [p.object('socket', 'Socket'), p.int('level'), p.int('option')],
      returns: ['array', 'int', 'false'],
      impl: (rt, self, level, option) => getOption(rt, self, level, option),
    }),
  ),
  fn({
    name: 'socket_import_stream',
    doc: 'The socket of a stream.',
    params: [p.resource('stream')],
    returns: ['Socket', 'false'],
    impl(rt, resource) {
      const state = streamOf(rt, resource)?.socket ?? null;
      if (state === null) return false;
      const unix = state.type === 'unix_socket' || state.type === 'generic_socket';
      const packets = state.handle.kind === 'datagrams';
      const socket = new CoSocket(rt, unix ? AF_UNIX : AF_INET, packets ? SOCK_DGRAM : SOCK_STREAM, 0);
      if (state.handle.kind === 'connection') socket.connection = state.handle.connection;
      else if (state.handle.kind === 'listener') socket.listener = state.handle.listener;
      else socket.datagrams = state.handle.datagrams;
      return newSocket(rt, socket);
    },
  }),
];

/** The sockets of an array, with their keys. */
function entriesOf(ref: PhpReference): [string | number, PhpObject][] {
  const v = deref(ref);
  const out: [string | number, PhpObject][] = [];
  if (!(v instanceof PhpArray)) return out;
  for (const [key, held] of v.entries()) {
    const socket = deref(held);
    if (socket instanceof PhpObject && socket.native instanceof SocketData) out.push([key as string | number, socket]);
  }
  return out;
}

function keep(
  rt: Executor,
  ref: PhpReference,
  all: readonly [string | number, PhpObject][],
  side: 'read' | 'write',
): number {
  if (!(deref(ref) instanceof PhpArray)) return 0;
  const kept = new PhpArray();
  for (const [key, socket] of all) {
    if (readyFor(socket.native as SocketData, side)) kept.update(rt, key, addRef(socket));
  }
  setRef(rt, ref, kept);
  return kept.count;
}

const select: FunctionDef = fn({
  name: 'socket_select',
  doc: 'Waits until sockets may be read or written; leaves those in the arrays.',
  params: [
    p.ref('read'),
    p.ref('write'),
    p.ref('except'),
    p.nullable(p.int('seconds')),
    p.int('microseconds', { default: 0 }),
  ],
  returns: ['int', 'false'],
  *impl(rt, read, write, except, seconds, micros) {
    const readers = entriesOf(read);
    const writers = entriesOf(write);
    if (readers.length + writers.length + entriesOf(except).length === 0) {
      return rt.throwError('ValueError', 'socket_select(): At least one array argument must be passed');
    }
    const handles: Watched[] = [];
    for (const [, socket] of [...readers, ...writers]) {
      const { connection, listener, datagrams } = (socket.native as SocketData).socket;
      const handle = connection ?? listener ?? datagrams;
      if (handle !== null) handles.push(handle);
    }
    const isReady = (): boolean =>
      readers.some(([, s]) => readyFor(s.native as SocketData, 'read')) ||
      writers.some(([, s]) => readyFor(s.native as SocketData, 'write'));
    const limit = seconds === null ? -1 : seconds + micros / 1e6;
    yield* waitFor(rt, handles, isReady, limit === 0 ? AT_ONCE : limit, 'socket select');
    if (deref(except) instanceof PhpArray) setRef(rt, except, new PhpArray());
    return keep(rt, read, readers, 'read') + keep(rt, write, writers, 'write');
  },
});

export const socketIoFunctions: readonly FunctionDef[] = [...readers, ...writers, ...optionFunctions, select];
