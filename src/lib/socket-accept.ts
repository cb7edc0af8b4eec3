/**
 * stream_socket_accept.
 * Source: php-src main/streams/xp_socket.c (php_tcp_sockop_accept)
 */
import { E_WARNING } from '../base/diagnostics.ts';
import type { NativeCode } from '../object/native-code.ts';
import type { PhpReference, PhpResource } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import type { Connection, Listener } from '../vm/net-ports.ts';
import { isFresh, lookAround, waitForSocket } from './socket-io.ts';
import { defaultTimeout, socketResource } from './socket-open.ts';
import { addressText, SocketState } from './socket-state.ts';
import { secureAccepted } from './socket-tls.ts';
import type { Step, Stream } from './stream.ts';
import { setRef } from './string-util.ts';

function fail(rt: Executor, why: string): false {
  rt.error(E_WARNING, `stream_socket_accept(): Accept failed: ${why}`);
  return false;
}

/** The accepted connection's resource, or false after a warning. */
export function acceptConnection(
  rt: Executor,
  s: Stream,
  seconds: number,
  peer: PhpReference | null,
): Step<PhpResource | false> {
  const { socket } = s;
  if (socket === null || socket.handle.kind !== 'listener') return fail(rt, 'Unknown error');
  const { listener } = socket.handle;
  if (!socket.secure && (listener.pending > 0 || (seconds === 0 && isFresh(rt, true)))) {
    const connection = listener.accept();
    return connection === null ? fail(rt, 'Connection timed out') : accepted(rt, s, socket, connection, peer);
  }
  return acceptLater(rt, s, socket, seconds, peer);
}

function* acceptLater(
  rt: Executor,
  s: Stream,
  socket: SocketState,
  seconds: number,
  peer: PhpReference | null,
): NativeCode<PhpResource | false> {
  const listener = socket.watched as Listener;
  if (listener.pending === 0) {
    if (seconds === 0) yield* lookAround(rt);
    else yield* waitForSocket(rt, socket, () => listener.pending > 0, seconds, 'socket accept');
  }
  const connection = listener.accept();
  if (connection === null) return fail(rt, 'Connection timed out');
  if (socket.secure && !(yield* secureAccepted(rt, connection, s.context, seconds))) {
    rt.error(E_WARNING, 'stream_socket_accept(): Failed to enable crypto');
    connection.close();
    return fail(rt, 'Unknown error');
  }
  return accepted(rt, s, socket, connection, peer);
}

function accepted(
  rt: Executor,
  s: Stream,
  socket: SocketState,
  connection: Connection,
  peer: PhpReference | null,
): PhpResource {
  if (peer !== null) {
    const name = addressText(connection.remote);
    if (name !== null) setRef(rt, peer, name);
  }
  const state = new SocketState(socket.type, { kind: 'connection', connection }, defaultTimeout(rt));
  return socketResource(rt, state, s.context);
}
