/**
 * stream_socket_accept.
 * Source: php-src main/streams/xp_socket.c (php_tcp_sockop_accept)
 */
import { E_WARNING } from '../base/diagnostics.ts';
import type { NativeCode } from '../object/native-code.ts';
import type { PhpReference } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { lookAround, waitForSocket } from './socket-io.ts';
import { defaultTimeout, socketResource } from './socket-open.ts';
import { addressText, SocketState } from './socket-state.ts';
import { secureAccepted } from './socket-tls.ts';
import type { Stream } from './stream.ts';
import { setRef } from './string-util.ts';

/** The accepted connection's resource, or false after a warning. */
export function* acceptConnection(rt: Executor, s: Stream, seconds: number, peer: PhpReference): NativeCode {
  const socket = s.socket;
  const fail = (why: string): false => {
    rt.error(E_WARNING, `stream_socket_accept(): Accept failed: ${why}`);
    return false;
  };
  if (socket === null || socket.handle.kind !== 'listener') return fail('Unknown error');
  const { listener } = socket.handle;
  if (listener.pending === 0) {
    if (seconds === 0) yield* lookAround(rt);
    else yield* waitForSocket(rt, socket, () => listener.pending > 0, seconds, 'socket accept');
  }
  const connection = listener.accept();
  if (connection === null) return fail('Connection timed out');
  if (socket.secure && !(yield* secureAccepted(rt, connection, s.context, seconds))) {
    rt.error(E_WARNING, 'stream_socket_accept(): Failed to enable crypto');
    connection.close();
    return fail('Unknown error');
  }
  const name = addressText(connection.remote);
  if (name !== null) setRef(rt, peer, name);
  return socketResource(
    rt,
    new SocketState(socket.type, { kind: 'connection', connection }, defaultTimeout(rt)),
    s.context,
  );
}
