/** What the clients of Swoole share: a socket by their type, the options that concern it. */
import type { NativeCode } from '../../../object/native-code.ts';
import { toBool, toInt, toStr } from '../../../value/convert.ts';
import type { PhpArray } from '../../../value/php-array.ts';
import { deref, type Zval } from '../../../value/zval.ts';
import type { Executor } from '../../../vm/executor.ts';
import type { TlsOptions } from '../../../vm/net-ports.ts';
import { waitFor } from '../../../coro/io-wait.ts';
import { strerror } from '../../../base/errno.ts';
import { warn } from '../support.ts';
import { AF_INET, AF_INET6, AF_UNIX, CoSocket, SOCK_DGRAM, SOCK_STREAM } from './co-socket.ts';
import { SOCK_TCP, SOCK_TCP6, SOCK_UDP, SOCK_UDP6, SOCK_UNIX_DGRAM, SOCK_UNIX_STREAM, TYPE_MASK } from './constants.ts';
import { secondsOf } from './timeouts.ts';

/** Domain and type of a SWOOLE_SOCK_*; null when it is none. */
const KINDS: Readonly<Record<number, readonly [number, number]>> = {
  [SOCK_TCP]: [AF_INET, SOCK_STREAM],
  [SOCK_UDP]: [AF_INET, SOCK_DGRAM],
  [SOCK_TCP6]: [AF_INET6, SOCK_STREAM],
  [SOCK_UDP6]: [AF_INET6, SOCK_DGRAM],
  [SOCK_UNIX_STREAM]: [AF_UNIX, SOCK_STREAM],
  [SOCK_UNIX_DGRAM]: [AF_UNIX, SOCK_DGRAM],
};

export function isSocketType(type: number): boolean {
  return KINDS[type & TYPE_MASK] !== undefined;
}

export function socketOfType(rt: Executor, type: number): CoSocket {
  const [domain, kind] = KINDS[type & TYPE_MASK] ?? [AF_INET, SOCK_STREAM];
  return new CoSocket(rt, domain, kind, 0);
}

/** bind_address and bind_port; false with the error noted. */
export function* bindAsAsked(rt: Executor, socket: CoSocket, options: PhpArray): NativeCode<boolean> {
  const address = deref(options.getStr('bind_address'));
  if (address === undefined || address === null) return true;
  const port = Number(toInt(rt, deref(options.getStr('bind_port')) ?? 0));
  return yield* socket.bind(toStr(rt, address), port);
}

/** timeout, connect_timeout, read_timeout, write_timeout */
export function applyTimeouts(rt: Executor, socket: CoSocket, options: PhpArray): void {
  const all = secondsOf(rt, options, 'timeout');
  const { timeouts } = socket;
  timeouts.connect = secondsOf(rt, options, 'connect_timeout') ?? all ?? timeouts.connect;
  timeouts.read = secondsOf(rt, options, 'read_timeout') ?? all ?? timeouts.read;
  timeouts.write = secondsOf(rt, options, 'write_timeout') ?? all ?? timeouts.write;
}

/** Looks at a part of a file that is to be sent; false after a warning. */
export function checkedPart(rt: Executor, file: string, offset: number, length: number): boolean {
  if (file === '') warn(rt, 'file to send is empty');
  else if (offset < 0) warn(rt, `parameter $offset[${offset}] must be greater than or equal to 0`);
  else if (length < 0) warn(rt, `parameter $length[${length}] must be greater than or equal to 0`);
  else return true;
  return false;
}

/** Sends a file, or a part of it; false with the error noted. */
export function* sendFile(socket: CoSocket, file: string, offset: number, length: number): NativeCode<boolean> {
  const bytes = socket.rt.host.readFile(file);
  if (bytes === null) return socket.fail(2, `open(${file}) failed, ${strerror(2)}`);
  const part = bytes.slice(offset, length > 0 ? offset + length : undefined);
  return (yield* socket.sendAll(part, 0)) === part.length;
}

/** What sslHandshake() does; which side it is the socket knows. */
export function serverTlsOptions(rt: Executor, options: PhpArray): TlsOptions {
  return tlsOptions(rt, options, '');
}

/** The encryption that the ssl_* options ask for. */
export function tlsOptions(rt: Executor, options: PhpArray | null, host: string): TlsOptions {
  const get = (name: string): Zval => deref(options?.getStr(name));
  const file = (name: string): string | undefined => {
    const path = get(name);
    return typeof path === 'string' ? (rt.host.readFile(path) ?? undefined) : undefined;
  };
  const cert = file('ssl_cert_file');
  const key = file('ssl_key_file');
  const ca = file('ssl_cafile');
  const name = get('ssl_host_name');
  const passphrase = get('ssl_passphrase');
  return {
    server: false,
    serverName: typeof name === 'string' ? name : host,
    verify: toBool(get('ssl_verify_peer') ?? false) && !toBool(get('ssl_allow_self_signed') ?? false),
    ...(cert === undefined ? {} : { cert }),
    ...(key === undefined ? {} : { key }),
    ...(ca === undefined ? {} : { ca }),
    ...(typeof passphrase === 'string' ? { passphrase } : {}),
  };
}

/** Begins an encrypted session on a connected socket; false with the error noted. */
export function* secure(socket: CoSocket, options: TlsOptions): NativeCode<boolean> {
  const { connection } = socket;
  if (connection === null) return socket.fail(107);
  connection.startTls(options);
  const settled = (): boolean => connection.tls !== 'handshake';
  const result = yield* waitFor(socket.rt, [connection], settled, socket.timeouts.connect, 'ssl handshake');
  if (connection.tls === 'on') return true;
  return result === 'timeout' ? socket.fail(110) : socket.fail(1018, 'SSL handshake failed');
}
