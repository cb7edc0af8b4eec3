/** stream_socket_enable_crypto: encryption of a connection that stands. Source: php-src ext/standard/streamsfuncs.c, ext/openssl/xp_ssl.c */
import { toInt } from '../value/convert.ts';
import type { PhpResource, Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import type { NativeCode } from '../object/native-code.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { defaultTimeout } from './socket-open.ts';
import { secureAccepted } from './socket-tls.ts';
import { contextOption } from './stream-context.ts';
import { streamOf } from './stream.ts';

/** A client's methods have the first bit set. */
const CLIENT = 1;
const SSLV23_CLIENT = 57;
const BITS: Readonly<Record<string, number>> = {
  ANY: 126,
  SSLv2: 2,
  SSLv3: 4,
  SSLv23: 120,
  TLS: 120,
  TLSv1_0: 8,
  TLSv1_1: 16,
  TLSv1_2: 32,
  TLSv1_3: 64,
};

export const cryptoConstants: Readonly<Record<string, Zval>> = Object.fromEntries(
  Object.entries(BITS).flatMap(([name, bits]) => [
    [`STREAM_CRYPTO_METHOD_${name}_CLIENT`, name === 'SSLv23' ? SSLV23_CLIENT : bits | CLIENT],
    [`STREAM_CRYPTO_METHOD_${name}_SERVER`, bits],
  ]),
);

/** 0 when the stream does not wait and the handshake is under way. */
function* enable(rt: Executor, resource: PhpResource, method: number | null): NativeCode {
  const stream = streamOf(rt, resource);
  if (stream === null) return null;
  const given = method ?? contextOption(stream.context, 'ssl', 'crypto_method');
  if (given === undefined || given === null) {
    return rt.argumentValueError(3, 'must be specified when enabling encryption');
  }
  const connection = stream.socket?.connection ?? null;
  if (connection === null) return false;
  if (connection.tls === 'on') return true;
  const server = (Number(toInt(rt, given)) & CLIENT) === 0;
  return yield* secureAccepted(rt, connection, stream.context, defaultTimeout(rt), server);
}

export const cryptoFunctions: readonly FunctionDef[] = [
  fn({
    name: 'stream_socket_enable_crypto',
    doc: 'Encrypts a connection that stands; going back is not possible here.',
    params: [
      p.resource('stream'),
      p.bool('enable'),
      p.nullable(p.int('crypto_method'), { default: null }),
      p.untyped('session_stream', { default: null }),
    ],
    returns: ['int', 'bool'],
    impl: (rt, stream, on, method) =>
      on ? enable(rt, stream, method) : streamOf(rt, stream)?.socket?.connection?.tls !== 'on',
  }),
];
