/**
 * Reading and writing socket streams. A stream's own bytes are those read ahead, a chunk at a time, as in PHP.
 * Source: php-src main/streams/xp_socket.c (php_sockop_read, php_sockop_write), streams.c (_php_stream_read, _php_stream_get_line)
 */
import { E_NOTICE } from '../base/diagnostics.ts';
import { networkOf, waitFor, type WaitResult } from '../coro/io-wait.ts';
import { pauseUntil } from '../coro/reactor.ts';
import { schedulerOf } from '../coro/scheduler.ts';
import type { NativeCode } from '../object/native-code.ts';
import type { Connection } from '../vm/net-ports.ts';
import type { Executor } from '../vm/executor.ts';
import type { SocketState, SocketType } from './socket-state.ts';
import { type Step, Stream, type StreamOps } from './stream.ts';

/**
 * How long what is known about the sockets counts as the truth, in microseconds: when nothing is known to be ready, and
 * when something is.
 */
const FRESH_MICROS = 200;
const STALE_MICROS = 1000;

/** Turns of the host's event loop that a look around may take while each brings something. */
export const MORE_TURNS = 64;

/** Bits of Swoole's hook flags for kinds of streams. */
const HOOKS: Readonly<Record<string, number>> = {
  'tcp_socket/ssl': 1 << 1,
  tcp_socket: 1 << 1,
  udp_socket: 1 << 2,
  unix_socket: 1 << 3,
  generic_socket: 1 << 3,
  STDIO: 1 << 15,
};

interface Freshness {
  /** When the host's event loop last ran, in its microseconds. */
  looked: number;
  /** We have done something since that we ourselves may have answered. */
  dirty: boolean;
  /** The program has connections to others, maybe to itself: what it does shows at other sockets of its own. */
  isClient: boolean;
}

function freshness(rt: Executor): Freshness {
  return rt.moduleState('sockets.freshness', () => ({
    looked: Number.NEGATIVE_INFINITY,
    dirty: true,
    isClient: false,
  }));
}

/** The program has sent or closed something: what is known may be no longer the truth. */
export function touchSockets(rt: Executor): void {
  const known = freshness(rt);
  known.dirty = known.isClient;
}

/** The program connects, or makes a pair of sockets. */
export function becomeClient(rt: Executor): void {
  const known = freshness(rt);
  known.isClient = true;
  known.dirty = true;
}

/** Is what is known about the sockets the truth? With `stale` it may be a little older. */
export function isFresh(rt: Executor, stale: boolean): boolean {
  const known = freshness(rt);
  return !known.dirty && rt.host.nowMicros() - known.looked < (stale ? STALE_MICROS : FRESH_MICROS);
}

/** The host's event loop has run. */
export function noteLook(rt: Executor): void {
  const known = freshness(rt);
  known.dirty = false;
  known.looked = rt.host.nowMicros();
}

/** One turn of the host's event loop, unless it has just run: for calls that do not block. */
export function* lookAround(rt: Executor, stale = false): NativeCode<void> {
  const network = networkOf(rt);
  if (network === null || isFresh(rt, stale)) return;
  yield* pauseUntil(rt, network, () => true, null, MORE_TURNS);
  noteLook(rt);
}

/** Must the whole request wait, although a coroutine runs? */
export function blocksAll(rt: Executor, hook: number): boolean {
  return (schedulerOf(rt).hookFlags & hook) === 0;
}

/** Waits for a socket as blocking calls do. */
export function* waitForSocket(
  rt: Executor,
  socket: SocketState,
  ready: () => boolean,
  seconds: number,
  what: string,
): NativeCode<WaitResult> {
  const whole = blocksAll(rt, HOOKS[socket.type] ?? 0);
  const result = yield* waitFor(rt, [socket.watched], () => socket.closed || ready(), seconds, what, whole);
  freshness(rt).looked = rt.host.nowMicros();
  return result;
}

/** One read of at most `size` bytes; null after a timeout or an error. */
export function receive(rt: Executor, s: Stream, size: number): Step<string | null> {
  const { socket } = s;
  if (socket === null) return null;
  if (socket.handle.kind === 'listener') {
    s.eof = true;
    return null;
  }
  return socket.isReadable() ? receiveNow(s, socket, size) : receiveLater(rt, s, socket, size);
}

function* receiveLater(rt: Executor, s: Stream, socket: SocketState, size: number): NativeCode<string | null> {
  if (!socket.blocking) yield* lookAround(rt);
  else {
    socket.timedOut = false;
    const result = yield* waitForSocket(rt, socket, () => socket.isReadable(), socket.timeout, 'socket read');
    if (result !== 'ready') {
      socket.timedOut = true;
      return null;
    }
  }
  return receiveNow(s, socket, size);
}

function receiveNow(s: Stream, { handle }: SocketState, size: number): string | null {
  if (handle.kind === 'datagrams') return handle.datagrams.receive()?.bytes.slice(0, size) ?? '';
  if (handle.kind === 'listener') return null;
  const { connection } = handle;
  const bytes = connection.take(size);
  if (bytes === '' && connection.ended) {
    s.eof = true;
    if (connection.error !== null) return null;
  }
  return bytes;
}

/** Is the other side still there, as far as is known? */
function* isAlive(rt: Executor, s: Stream): NativeCode<boolean> {
  if (s.socket === null || s.socket.handle.kind !== 'connection') return true;
  const { connection } = s.socket.handle;
  if (connection.available === 0 && !connection.ended) yield* lookAround(rt);
  return connection.available > 0 || !connection.ended;
}

function sendFailed(rt: Executor, n: number, errno: number, text: string): null {
  const func = rt.currentExecuteData?.func.functionName ?? '';
  rt.error(E_NOTICE, `${func}(): Send of ${n} bytes failed with errno=${errno} ${text}`);
  return null;
}

/** How many bytes were taken, null after a notice. */
function send(rt: Executor, s: Stream, bytes: string): Step<number | null> {
  const { socket } = s;
  if (socket === null) return null;
  touchSockets(rt);
  const { handle } = socket;
  if (handle.kind === 'datagrams') {
    return handle.datagrams.send(bytes, null)
      ? bytes.length
      : sendFailed(rt, bytes.length, 89, 'Destination address required');
  }
  if (handle.kind === 'listener') return sendFailed(rt, bytes.length, 32, 'Broken pipe');
  const { connection } = handle;
  if (!socket.blocking || connection.room >= bytes.length) return writeSome(rt, connection, bytes);
  return sendAll(rt, socket, connection, bytes);
}

function* sendAll(rt: Executor, socket: SocketState, connection: Connection, bytes: string): NativeCode<number | null> {
  let sent = 0;
  while (sent < bytes.length) {
    if (connection.room === 0 && connection.writable) {
      socket.timedOut = false;
      const ready = (): boolean => connection.room > 0 || !connection.writable;
      if ((yield* waitForSocket(rt, socket, ready, socket.timeout, 'socket write')) !== 'ready') {
        socket.timedOut = true;
        return sent > 0 ? sent : sendFailed(rt, bytes.length, 11, 'Resource temporarily unavailable');
      }
    }
    const part = writeSome(rt, connection, sent === 0 ? bytes : bytes.slice(sent));
    if (part === null || part === 0) return sent > 0 ? sent : part;
    sent += part;
  }
  return sent;
}

/** What fits. */
function writeSome(rt: Executor, connection: Connection, bytes: string): number | null {
  const { room } = connection;
  if (!connection.writable) return sendFailed(rt, bytes.length, 32, 'Broken pipe');
  if (room === 0) return 0;
  const part = bytes.length > room ? bytes.slice(0, room) : bytes;
  return connection.write(part) ? part.length : sendFailed(rt, bytes.length, 32, 'Broken pipe');
}

function socketOps(label: SocketType): StreamOps {
  return {
    label,
    read: receive,
    write: send,
    seek: null,
    close(rt, s) {
      touchSockets(rt);
      s.socket?.close();
    },
    isAlive,
    metaData: (s) => [
      ['timed_out', s.socket?.timedOut ?? false],
      ['blocked', s.socket?.blocking ?? true],
      ['eof', s.eof],
    ],
  };
}

const OPS: Readonly<Record<SocketType, StreamOps>> = {
  'tcp_socket/ssl': socketOps('tcp_socket/ssl'),
  tcp_socket: socketOps('tcp_socket'),
  udp_socket: socketOps('udp_socket'),
  unix_socket: socketOps('unix_socket'),
  generic_socket: socketOps('generic_socket'),
  STDIO: socketOps('STDIO'),
};

const MODE = { text: 'r+', read: true, write: true, append: false, kind: 'r' } as const;

/** A stream around a socket. */
export function socketStream(socket: SocketState): Stream {
  const stream = new Stream(OPS[socket.type], MODE, null, null);
  stream.socket = socket;
  return stream;
}
