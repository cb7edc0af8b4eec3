/**
 * stream_socket_* and fsockopen.
 * Source: php-src ext/standard/streamsfuncs.c, fsock.c
 */
import { E_WARNING } from '../base/diagnostics.ts';
import { networkOf } from '../coro/io-wait.ts';
import type { NativeCode } from '../object/native-code.ts';
import { PhpArray } from '../value/php-array.ts';
import type { PhpReference, PhpResource, Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { functionName } from './open-stream.ts';
import { parseInet, TRANSPORTS } from './socket-address.ts';
import { acceptConnection } from './socket-accept.ts';
import { becomeClient, blocksAll, touchSockets, waitForSocket } from './socket-io.ts';
import { defaultTimeout, type OpenFailure, openClient, openServer, socketResource } from './socket-open.ts';
import { addressText, SocketState } from './socket-state.ts';
import { defaultContext } from './stream-context.ts';
import { type Stream, streamOf } from './stream.ts';
import { addSlashes } from './string-escape.ts';
import { setRef } from './string-util.ts';

const CLIENT_CONNECT = 4;
const PEEK = 2;
const OOB = 1;

export const socketConstants: Readonly<Record<string, Zval>> = {
  STREAM_CLIENT_PERSISTENT: 1,
  STREAM_CLIENT_ASYNC_CONNECT: 2,
  STREAM_CLIENT_CONNECT: CLIENT_CONNECT,
  STREAM_SERVER_BIND: 4,
  STREAM_SERVER_LISTEN: 8,
  STREAM_PEEK: PEEK,
  STREAM_OOB: OOB,
  STREAM_PF_UNIX: 1,
  STREAM_PF_INET: 2,
  STREAM_PF_INET6: 10,
  STREAM_IPPROTO_IP: 0,
  STREAM_IPPROTO_TCP: 6,
  STREAM_IPPROTO_UDP: 17,
  STREAM_IPPROTO_ICMP: 1,
  STREAM_IPPROTO_RAW: 255,
  STREAM_SOCK_STREAM: 1,
  STREAM_SOCK_DGRAM: 2,
  STREAM_SOCK_RAW: 3,
  STREAM_SOCK_SEQPACKET: 5,
  STREAM_SOCK_RDM: 4,
  STREAM_SHUT_RD: 0,
  STREAM_SHUT_WR: 1,
  STREAM_SHUT_RDWR: 2,
};

/** Says why by reference; false. */
function report(rt: Executor, failure: OpenFailure, errno: PhpReference, error: PhpReference): false {
  setRef(rt, errno, failure.errno);
  if (failure.error !== null) setRef(rt, error, failure.error);
  return false;
}

function isFailure(result: PhpResource | OpenFailure): result is OpenFailure {
  return 'errno' in result;
}

function* client(
  rt: Executor,
  name: string,
  errno: PhpReference,
  error: PhpReference,
  timeout: number | null,
  flags: number,
  context: PhpResource | null,
): NativeCode {
  setRef(rt, errno, 0);
  setRef(rt, error, '');
  const own = context ?? defaultContext(rt);
  const result = yield* openClient(rt, name, timeout ?? defaultTimeout(rt), flags, own);
  if (!isFailure(result)) return result;
  rt.error(
    E_WARNING,
    `stream_socket_client(): Unable to connect to ${addSlashes(name)} (${result.error ?? 'Unknown error'})`,
  );
  return report(rt, result, errno, error);
}

function* server(
  rt: Executor,
  name: string,
  errno: PhpReference,
  error: PhpReference,
  context: PhpResource | null,
): NativeCode {
  setRef(rt, errno, 0);
  setRef(rt, error, '');
  const result = yield* openServer(rt, name, context ?? defaultContext(rt));
  if (!isFailure(result)) return result;
  rt.error(E_WARNING, `stream_socket_server(): Unable to connect to ${name} (${result.error ?? 'Unknown error'})`);
  return report(rt, result, errno, error);
}

function* fsockopen(
  rt: Executor,
  host: string,
  port: number,
  errno: PhpReference,
  error: PhpReference,
  timeout: number | null,
): NativeCode {
  setRef(rt, errno, 0);
  setRef(rt, error, '');
  const name = port > 0 ? `${host}:${port}` : host;
  const result = yield* openClient(rt, name, timeout ?? defaultTimeout(rt), CLIENT_CONNECT, null);
  if (!isFailure(result)) return result;
  rt.error(
    E_WARNING,
    `${functionName(rt)}(): Unable to connect to ${host}:${port} (${result.error ?? 'Unknown error'})`,
  );
  return report(rt, result, errno, error);
}

function pair(rt: Executor): Zval {
  const network = networkOf(rt);
  if (network === null) return false;
  const timeout = defaultTimeout(rt);
  return PhpArray.fromList(
    network.pair().map((connection) => {
      const state = new SocketState('generic_socket', { kind: 'connection', connection }, timeout);
      return socketResource(rt, state);
    }),
  );
}

/** The socket of a stream; null for another kind of stream, or after a TypeError. */
function socketOf(rt: Executor, resource: PhpResource): SocketState | null {
  return streamOf(rt, resource)?.socket ?? null;
}

function getName(rt: Executor, resource: PhpResource, remote: boolean): Zval {
  const socket = socketOf(rt, resource);
  if (socket === null) return rt.exception === null ? false : null;
  return (remote ? socket.remoteName() : socket.localName()) || false;
}

/** SWOOLE_HOOK_TCP */
const HOOK_TCP = 1 << 1;

function shutdown(rt: Executor, resource: PhpResource, how: number): Zval {
  if (how < 0 || how > 2)
    return rt.argumentValueError(2, 'must be one of STREAM_SHUT_RD, STREAM_SHUT_WR, or STREAM_SHUT_RDWR');
  const socket = socketOf(rt, resource);
  if (socket === null) return rt.exception === null ? false : null;
  touchSockets(rt);
  const { connection } = socket;
  // a hooked stream remembers what has been shut down
  if (!blocksAll(rt, HOOK_TCP) && how === 1 && connection?.writable === false) return false;
  return connection?.shutdown(how) ?? false;
}

function sendTo(rt: Executor, resource: PhpResource, data: string, address: string): Zval {
  const socket = socketOf(rt, resource);
  if (socket === null) return rt.exception === null ? false : null;
  becomeClient(rt);
  const to = address === '' ? null : parseInet(address);
  if (typeof to === 'string') {
    rt.error(E_WARNING, `stream_socket_sendto(): Failed to parse \`${address}' into a valid network address`);
    return false;
  }
  const { handle } = socket;
  if (handle.kind === 'datagrams') return handle.datagrams.send(data, to) ? data.length : -1;
  if (handle.kind === 'connection' && handle.connection.write(data)) return data.length;
  rt.error(E_WARNING, 'stream_socket_sendto(): Broken pipe\n');
  return -1;
}

function* receiveFrom(
  rt: Executor,
  s: Stream,
  socket: SocketState,
  length: number,
  flags: number,
  from: PhpReference,
): NativeCode {
  setRef(rt, from, null);
  if (length <= 0) return rt.argumentValueError(2, 'must be greater than 0');
  const peek = (flags & PEEK) !== 0;
  const ahead = s.data.slice(s.pos, s.pos + length);
  if (ahead !== '') {
    if (!peek) s.pos += ahead.length;
    return ahead;
  }
  if (!socket.isReadable()) {
    if (!socket.blocking) return false;
    yield* waitForSocket(rt, socket, () => socket.isReadable(), -1, 'socket recvfrom');
  }
  const { handle } = socket;
  if (handle.kind === 'connection') return peek ? handle.connection.peek(length) : handle.connection.take(length);
  if (handle.kind === 'listener') return false;
  const packet = peek ? handle.datagrams.peek() : handle.datagrams.receive();
  if (packet === null) return false;
  setRef(rt, from, addressText(packet.from));
  return packet.bytes.slice(0, length);
}

const stream = p.resource('socket');
const errorParams = [
  p.ref('error_code', undefined, { default: null }),
  p.ref('error_message', undefined, { default: null }),
] as const;
const timeoutParam = p.nullable(p.float('timeout'), { default: null });
const contextParam = p.nullable(p.resource('context'), { default: null });

export const socketFunctions: readonly FunctionDef[] = [
  fn({
    name: 'stream_socket_client',
    doc: 'Connects to a server.',
    params: [
      p.string('address'),
      ...errorParams,
      timeoutParam,
      p.int('flags', { default: CLIENT_CONNECT, text: 'STREAM_CLIENT_CONNECT' }),
      contextParam,
    ],
    returns: null,
    impl: (rt, name, errno, error, timeout, flags, context) => client(rt, name, errno, error, timeout, flags, context),
  }),
  fn({
    name: 'stream_socket_server',
    doc: 'Binds a socket to an address and listens.',
    params: [
      p.string('address'),
      ...errorParams,
      p.int('flags', { default: 12, text: 'STREAM_SERVER_BIND | STREAM_SERVER_LISTEN' }),
      contextParam,
    ],
    returns: null,
    impl: (rt, name, errno, error, _flags, context) => server(rt, name, errno, error, context),
  }),
  fn({
    name: 'stream_socket_accept',
    doc: 'Accepts a connection.',
    params: [stream, timeoutParam, p.ref('peer_name', undefined, { default: null })],
    returns: null,
    impl: (rt, resource, timeout, peer) => {
      const s = streamOf(rt, resource);
      return s === null ? null : acceptConnection(rt, s, timeout ?? defaultTimeout(rt), peer);
    },
  }),
  fn({
    name: 'stream_socket_get_name',
    doc: 'The local or remote name of a socket.',
    params: [stream, p.bool('remote')],
    returns: ['string', 'false'],
    impl: (rt, resource, remote) => getName(rt, resource, remote),
  }),
  fn({
    name: 'stream_socket_recvfrom',
    doc: 'Receives data from a socket, connected or not.',
    params: [stream, p.int('length'), p.int('flags', { default: 0 }), p.ref('address', undefined, { default: null })],
    returns: ['string', 'false'],
    impl: (rt, resource, length, flags, from) => {
      const s = streamOf(rt, resource);
      if (s === null) return null;
      return s.socket === null ? false : receiveFrom(rt, s, s.socket, length, flags, from);
    },
  }),
  fn({
    name: 'stream_socket_sendto',
    doc: 'Sends data on a socket, connected or not.',
    params: [stream, p.string('data'), p.int('flags', { default: 0 }), p.string('address', { default: '' })],
    returns: ['int', 'false'],
    impl: (rt, resource, data, _flags, address) => sendTo(rt, resource, data, address),
  }),
  fn({
    name: 'stream_socket_shutdown',
    doc: 'Ends one direction of a connection, or both.',
    params: [p.resource('stream'), p.int('mode')],
    returns: ['bool'],
    impl: (rt, resource, how) => shutdown(rt, resource, how),
  }),
  fn({
    name: 'stream_socket_pair',
    doc: 'Makes two connected sockets.',
    params: [p.int('domain'), p.int('type'), p.int('protocol')],
    returns: ['array', 'false'],
    impl: (rt) => pair(rt),
  }),
  ...(['fsockopen', 'pfsockopen'] as const).map((name) =>
    fn({
      name,
      doc: 'Connects to a host.',
      params: [p.string('hostname'), p.int('port', { default: -1 }), ...errorParams, timeoutParam],
      returns: null,
      impl: (rt, host, port, errno, error, timeout) => fsockopen(rt, host, port, errno, error, timeout),
    }),
  ),
  fn({
    name: 'stream_get_transports',
    doc: 'The kinds of sockets there are.',
    params: [],
    returns: ['array'],
    impl: () => PhpArray.fromList([...TRANSPORTS]),
  }),
];
