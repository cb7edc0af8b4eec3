/**
 * What an event loop can watch: streams, sockets and their numbers.
 * Source: swoole-src ext-src/swoole_event.cc (php_swoole_convert_to_fd)
 */
import { networkOf } from '../../coro/io-wait.ts';
import { PhpObject } from '../../value/php-object.ts';
import type { Zval } from '../../value/zval.ts';
import type { Watched } from '../../vm/net-ports.ts';
import type { Executor } from '../../vm/executor.ts';
import { descriptorOf, pollPipe } from '../plain-stream.ts';
import { SocketState } from '../socket-state.ts';
import { SocketData as PlainSocketData } from '../sockets/socket-data.ts';
import { isStream, type Stream } from '../stream.ts';
import type { CoSocket } from './net/co-socket.ts';
import { nextDescriptor } from './net/descriptors.ts';
import { SocketData } from './net/socket-object.ts';

/** Something that can be read from or written to without waiting, or cannot. */
export interface EventTarget {
  /** Its number, for the program to see. */
  readonly fd: number;
  /** Tells of changes; null: it has to be looked at now and then. */
  readonly watched: Watched | null;
  /** It is of no use any more. */
  isClosed(): boolean;
  isReadable(): boolean;
  isWritable(): boolean;
  /** Sends bytes; false when that cannot be. */
  write(bytes: string): boolean;
}

/** A number a stream's socket is known by: always the same one. */
function numberOf(rt: Executor, stream: Stream): number {
  const known = rt.moduleState('swoole.stream-numbers', () => new WeakMap<Stream, number>());
  let fd = known.get(stream);
  if (fd === undefined) known.set(stream, (fd = nextDescriptor(rt)));
  return fd;
}

function socketTarget(fd: number, state: SocketState, isClosed: () => boolean, ahead: () => boolean): EventTarget {
  return {
    fd,
    watched: state.watched,
    isClosed,
    isReadable: () => ahead() || state.isReadable(),
    isWritable: () => state.isWritable(),
    write: (bytes) => state.connection?.write(bytes) === true,
  };
}

/** Standard input becomes a stream that can wait. */
function makeWaitable(rt: Executor, stream: Stream): void {
  const network = stream.socket === null && descriptorOf(stream) === 0 ? networkOf(rt) : null;
  if (network === null) return;
  stream.socket = new SocketState('STDIO', { kind: 'connection', connection: network.standardInput() }, -1);
}

function streamTarget(rt: Executor, stream: Stream): EventTarget | null {
  makeWaitable(rt, stream);
  const { socket } = stream;
  const fd = descriptorOf(stream);
  if (socket !== null) {
    const ahead = (): boolean => stream.data.length > stream.pos;
    return socketTarget(fd ?? numberOf(rt, stream), socket, () => socket.closed, ahead);
  }
  if (fd === null) return null;
  return {
    fd,
    watched: null,
    isClosed: () => descriptorOf(stream) === null,
    isReadable: () => pollPipe(rt, stream),
    isWritable: () => true,
    write: () => false,
  };
}

function coSocketTarget(socket: CoSocket): EventTarget | null {
  const { connection, listener, datagrams } = socket;
  let state: SocketState | null = null;
  if (connection !== null) state = new SocketState('generic_socket', { kind: 'connection', connection }, -1);
  else if (listener !== null) state = new SocketState('generic_socket', { kind: 'listener', listener }, -1);
  else if (datagrams !== null) state = new SocketState('generic_socket', { kind: 'datagrams', datagrams }, -1);
  if (state === null) return null;
  return socketTarget(
    socket.fd,
    state,
    () => socket.closed,
    () => socket.ahead !== '',
  );
}

/** A socket of ext/sockets, which may be connected only later. */
function plainSocketTarget(socket: CoSocket): EventTarget {
  const now = (): EventTarget | null => coSocketTarget(socket);
  return (
    now() ?? {
      fd: socket.fd,
      watched: null,
      isClosed: () => socket.closed,
      isReadable: () => now()?.isReadable() ?? false,
      isWritable: () => now()?.isWritable() ?? false,
      write: (bytes) => now()?.write(bytes) ?? false,
    }
  );
}

/** What `value` (a stream, a socket object, a number of a stream) stands for; null for anything else. */
export function eventTarget(rt: Executor, value: Zval): EventTarget | null {
  if (isStream(value)) return streamTarget(rt, value.data as Stream);
  if (value instanceof PhpObject) {
    if (value.native instanceof PlainSocketData) return plainSocketTarget(value.native.socket);
    return value.native instanceof SocketData ? coSocketTarget(value.native.socket) : null;
  }
  if (typeof value !== 'number') return null;
  for (const resource of rt.resources.values()) {
    const target = isStream(resource) ? streamTarget(rt, resource.data as Stream) : null;
    if (target?.fd === value) return target;
  }
  return null;
}
