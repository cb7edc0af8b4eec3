/**
 * Encryption of socket streams by the options of their contexts.
 * Source: php-src ext/openssl/xp_ssl.c
 */
import { E_WARNING } from '../base/diagnostics.ts';
import { waitFor } from '../coro/io-wait.ts';
import type { NativeCode } from '../object/native-code.ts';
import { toBool } from '../value/convert.ts';
import type { PhpResource, Zval } from '../value/zval.ts';
import type { Connection, TlsOptions } from '../vm/net-ports.ts';
import type { Executor } from '../vm/executor.ts';
import { functionName } from './open-stream.ts';
import { blocksAll } from './socket-io.ts';
import { contextOption } from './stream-context.ts';

/** SWOOLE_HOOK_SSL | SWOOLE_HOOK_TLS */
const HOOK_TLS = (1 << 5) | (1 << 6);

/** The files of a context's `ssl` options, read. */
function readMaterial(rt: Executor, option: (name: string) => Zval): Partial<TlsOptions> {
  const read = (name: string): string | undefined => {
    const path = option(name);
    return typeof path === 'string' && path !== '' ? (rt.host.readFile(path) ?? undefined) : undefined;
  };
  const cert = read('local_cert');
  const key = read('local_pk') ?? cert;
  const ca = read('cafile');
  const passphrase = option('passphrase');
  return {
    ...(cert === undefined ? {} : { cert }),
    ...(key === undefined ? {} : { key }),
    ...(ca === undefined ? {} : { ca }),
    ...(typeof passphrase === 'string' ? { passphrase } : {}),
  };
}

function optionsOf(rt: Executor, context: PhpResource | null, server: boolean, host: string): TlsOptions {
  const option = (name: string): Zval => contextOption(context, 'ssl', name);
  const flag = (name: string, unset: boolean): boolean => {
    const v = option(name);
    return v === undefined ? unset : toBool(v);
  };
  const name = option('peer_name');
  return {
    server,
    serverName: typeof name === 'string' ? name : host,
    // a hooked stream verifies nothing that it is not asked to, as Swoole's
    verify: flag('verify_peer', !server && blocksAll(rt, HOOK_TLS)) && !flag('allow_self_signed', false),
    ...readMaterial(rt, option),
  };
}

/** Waits for the handshake; false after PHP's warnings. */
function* handshake(rt: Executor, connection: Connection, options: TlsOptions, seconds: number): NativeCode<boolean> {
  connection.startTls(options);
  const whole = blocksAll(rt, HOOK_TLS);
  yield* waitFor(rt, [connection], () => connection.tls !== 'handshake', seconds, 'ssl handshake', whole);
  if (connection.tls === 'on') return true;
  const func = functionName(rt);
  if (connection.tls === 'failed') {
    const text = connection.error?.message ?? '';
    if (connection.error?.errno === 104) rt.error(E_WARNING, `${func}(): SSL: Connection reset by peer`);
    else {
      rt.error(E_WARNING, `${func}(): SSL operation failed with code 1. OpenSSL Error messages:\n${text}`);
    }
  } else rt.error(E_WARNING, `${func}(): SSL: Handshake timed out`);
  return false;
}

/** A client's handshake; false after the warnings. */
export function* secureClient(
  rt: Executor,
  connection: Connection,
  host: string,
  context: PhpResource | null,
  seconds: number,
): NativeCode<boolean> {
  if (yield* handshake(rt, connection, optionsOf(rt, context, false, host), seconds)) return true;
  rt.error(E_WARNING, `${functionName(rt)}(): Failed to enable crypto`);
  connection.close();
  return false;
}

/** The handshake of a connection that stands; an accepted one's is a server's. */
export function* secureAccepted(
  rt: Executor,
  connection: Connection,
  context: PhpResource | null,
  seconds: number,
  server = true,
): NativeCode<boolean> {
  return yield* handshake(rt, connection, optionsOf(rt, context, server, ''), seconds);
}
