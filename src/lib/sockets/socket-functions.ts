/** Functions of ext/sockets: opening, closing, addresses. Source: php-src 8.2 ext/sockets/sockets.c */
import { strerror } from '../../base/errno.ts';
import { networkOf } from '../../coro/io-wait.ts';
import { PhpArray } from '../../value/php-array.ts';
import type { PhpObject } from '../../value/php-object.ts';
import type { SocketAddress } from '../../vm/net-ports.ts';
import type { Executor } from '../../vm/executor.ts';
import { type FunctionDef, fn, p } from '../define.ts';
import { setRef } from '../string-util.ts';
import { CoSocket } from '../swoole/net/co-socket.ts';
import { AF_INET, AF_INET6, AF_UNIX, SOCK_DGRAM, SOCK_STREAM } from './socket-constants.ts';
import { failSocket, lastErrorOf, newSocket, type SocketData, socketOf } from './socket-data.ts';
import type { PhpReference } from '../../value/zval.ts';

const EINPROGRESS = 115;
const EADDRINUSE = 98;

function create(rt: Executor, domain: number, type: number, protocol: number): PhpObject | null {
  if (![AF_UNIX, AF_INET, AF_INET6].includes(domain)) {
    return rt.argumentValueError(1, 'must be one of AF_UNIX, AF_INET6, or AF_INET') as null;
  }
  return newSocket(rt, new CoSocket(rt, domain, type, protocol));
}

function report(rt: Executor, address: SocketAddress, host: PhpReference, port: PhpReference | null): boolean {
  setRef(rt, host, address.kind === 'inet' ? address.host : address.path);
  if (address.kind === 'inet' && port !== null) setRef(rt, port, address.port);
  return true;
}

const openers: readonly FunctionDef[] = [
  fn({
    name: 'socket_create',
    doc: 'Makes a socket.',
    params: [p.int('domain'), p.int('type'), p.int('protocol')],
    returns: ['Socket', 'false'],
    impl: (rt, domain, type, protocol) => create(rt, domain, type, protocol),
  }),
  fn({
    name: 'socket_bind',
    doc: 'Gives a socket a local address.',
    params: [p.object('socket', 'Socket'), p.string('address'), p.int('port', { default: 0 })],
    returns: ['bool'],
    *impl(rt, self, host, port) {
      const data = socketOf(rt, self);
      if (data === null) return null;
      if (yield* data.socket.bind(host, port)) return true;
      return failSocket(rt, data, 'Unable to bind address', data.socket.errCode);
    },
  }),
  fn({
    name: 'socket_listen',
    doc: 'Lets others connect to a socket.',
    params: [p.object('socket', 'Socket'), p.int('backlog', { default: 0 })],
    returns: ['bool'],
    *impl(rt, self) {
      const data = socketOf(rt, self);
      if (data === null) return null;
      const { socket } = data;
      if (socket.listener !== null) return true;
      // without an address the system gives one
      if (yield* socket.bind(socket.domain === AF_INET6 ? '::' : '0.0.0.0', 0)) return true;
      return failSocket(rt, data, 'unable to listen on socket', socket.errCode);
    },
  }),
  fn({
    name: 'socket_create_listen',
    doc: 'A socket that others may connect to, on all addresses.',
    params: [p.int('port'), p.int('backlog', { default: 128 })],
    returns: ['Socket', 'false'],
    *impl(rt, port) {
      const socket = new CoSocket(rt, AF_INET, SOCK_STREAM, 0);
      if (yield* socket.bind('0.0.0.0', port)) return newSocket(rt, socket);
      return failSocket(rt, null, 'unable to bind to given address', socket.errCode || EADDRINUSE);
    },
  }),
  fn({
    name: 'socket_accept',
    doc: 'Waits for somebody to connect.',
    params: [p.object('socket', 'Socket')],
    returns: ['Socket', 'false'],
    *impl(rt, self) {
      const data = socketOf(rt, self);
      if (data === null) return null;
      const found = yield* data.socket.accept(data.patience);
      if (found === null) return failSocket(rt, data, 'unable to accept incoming connection', data.socket.errCode);
      return newSocket(rt, found);
    },
  }),
  fn({
    name: 'socket_connect',
    doc: 'Connects a socket to an address.',
    params: [p.object('socket', 'Socket'), p.string('address'), p.nullable(p.int('port'), { default: null })],
    returns: ['bool'],
    *impl(rt, self, host, port) {
      const data = socketOf(rt, self);
      if (data === null) return null;
      if (port === null && data.socket.domain !== AF_UNIX) {
        return rt.argumentValueError(3, 'cannot be null when the socket type is AF_INET');
      }
      if (!data.blocking && data.socket.type === SOCK_STREAM) {
        data.socket.connectLater(host, port ?? 0);
        return failSocket(rt, data, 'unable to connect', EINPROGRESS);
      }
      if (yield* data.socket.connect(host, port ?? 0, -1)) return true;
      return failSocket(rt, data, 'unable to connect', data.socket.errCode);
    },
  }),
  ...['socket_create_pair'].map((name) =>
    fn({
      name,
      doc: 'Two sockets that are connected with each other.',
      params: [p.int('domain'), p.int('type'), p.int('protocol'), p.ref('pair')],
      returns: ['bool'],
      impl(rt, domain, type, protocol, pair) {
        const ends = networkOf(rt)?.pair();
        if (ends === undefined) return false;
        const list = ends.map((connection) => {
          const socket = new CoSocket(rt, domain, type === SOCK_DGRAM ? SOCK_STREAM : type, protocol);
          socket.connection = connection;
          return newSocket(rt, socket);
        });
        setRef(rt, pair, PhpArray.fromList(list));
        return true;
      },
    }),
  ),
];

const closers: readonly FunctionDef[] = [
  fn({
    name: 'socket_close',
    doc: 'Closes a socket.',
    params: [p.object('socket', 'Socket')],
    returns: ['void'],
    impl(rt, self) {
      socketOf(rt, self)?.socket.close();
      return null;
    },
  }),
  fn({
    name: 'socket_shutdown',
    doc: 'Ends a direction of a connection, or both.',
    params: [p.object('socket', 'Socket'), p.int('mode', { default: 2 })],
    returns: ['bool'],
    impl(rt, self, mode) {
      const data = socketOf(rt, self);
      if (data === null) return null;
      return data.socket.shutdown(mode) || failSocket(rt, data, 'Unable to shutdown socket', data.socket.errCode);
    },
  }),
  ...(['socket_set_block', 'socket_set_nonblock'] as const).map((name) =>
    fn({
      name,
      doc: name === 'socket_set_block' ? 'Calls wait.' : 'Calls do not wait.',
      params: [p.object('socket', 'Socket')],
      returns: ['bool'],
      impl(rt, self) {
        const data = socketOf(rt, self);
        if (data === null) return null;
        data.blocking = name === 'socket_set_block';
        return true;
      },
    }),
  ),
];

const addresses: readonly FunctionDef[] = [
  ...(['socket_getsockname', 'socket_getpeername'] as const).map((name) =>
    fn({
      name,
      doc: name === 'socket_getsockname' ? 'The local address.' : 'The address of the other side.',
      params: [p.object('socket', 'Socket'), p.ref('address'), p.ref('port', undefined, { default: null })],
      returns: ['bool'],
      impl(rt, self, host, port) {
        const data = socketOf(rt, self);
        if (data === null) return null;
        const { socket } = data;
        const address = name === 'socket_getsockname' ? socket.localAddress() : socket.remoteAddress();
        if (address !== null) return report(rt, address, host, port);
        if (name === 'socket_getsockname') return report(rt, { kind: 'inet', host: '0.0.0.0', port: 0 }, host, port);
        return failSocket(rt, data, 'unable to retrieve peer name', 107);
      },
    }),
  ),
  fn({
    name: 'socket_last_error',
    doc: 'The number of the last error.',
    params: [p.nullable(p.object('socket', 'Socket'), { default: null })],
    returns: ['int'],
    impl: (rt, self) => (self === null ? lastErrorOf(rt).errno : (socketOf(rt, self)?.error ?? null)),
  }),
  fn({
    name: 'socket_clear_error',
    doc: 'Forgets the last error.',
    params: [p.nullable(p.object('socket', 'Socket'), { default: null })],
    returns: ['void'],
    impl(rt, self) {
      const data = self === null ? null : socketOf(rt, self);
      if (data === null) lastErrorOf(rt).errno = 0;
      else data.error = 0;
      return null;
    },
  }),
  fn({
    name: 'socket_strerror',
    doc: 'The text of an error.',
    params: [p.int('error_code')],
    returns: ['string'],
    impl: (_rt, errno) => strerror(errno),
  }),
];

export const socketFunctions: readonly FunctionDef[] = [...openers, ...closers, ...addresses];

/** Sockets that have something to read or may be written. */
export function readyFor(data: SocketData, side: 'read' | 'write'): boolean {
  const { connection, listener, datagrams, ahead } = data.socket;
  if (side === 'write') return connection === null || connection.room > 0 || !connection.writable;
  if (ahead !== '' || (listener !== null && listener.pending > 0)) return true;
  if (datagrams !== null) return datagrams.pending > 0;
  return connection !== null && connection.state !== 'connecting' && (connection.available > 0 || connection.ended);
}
