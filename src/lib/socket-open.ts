/**
 * Opening socket streams: clients, servers, accepted connections, pairs.
 * Source: php-src main/streams/transports.c, xp_socket.c; main/network.c (php_network_connect_socket_to_host)
 */
import { E_WARNING } from '../base/diagnostics.ts';
import { networkOf, waitFor, type WaitResult } from '../coro/io-wait.ts';
import type { NativeCode } from '../object/native-code.ts';
import { toFloat } from '../value/convert.ts';
import { addRef, type PhpResource } from '../value/zval.ts';
import type { Connection, Network, SocketAddress, Watched } from '../vm/net-ports.ts';
import type { Executor } from '../vm/executor.ts';
import { functionName } from './open-stream.ts';
import { isNumeric, isTls, parseInet, splitName, TRANSPORTS } from './socket-address.ts';
import { becomeClient, blocksAll, socketStream } from './socket-io.ts';
import { SocketState, type SocketType } from './socket-state.ts';
import { secureClient } from './socket-tls.ts';
import { contextOption } from './stream-context.ts';
import { createStreamResource } from './stream.ts';

/** SWOOLE_HOOK_TCP */
const HOOK_TCP = 1 << 1;
const ASYNC_CONNECT = 2;

/** A failure as the functions report it by reference; no text: "Unknown error". */
export interface OpenFailure {
  readonly errno: number;
  readonly error: string | null;
}

export function defaultTimeout(rt: Executor): number {
  return toFloat(rt, rt.ini.get('default_socket_timeout') ?? '60');
}

/** A stream resource around a handle. */
export function socketResource(rt: Executor, state: SocketState, context: PhpResource | null = null): PhpResource {
  const stream = socketStream(state);
  if (context !== null) stream.context = addRef(context);
  return createStreamResource(rt, stream);
}

function connectionType(transport: string): SocketType {
  return transport === 'unix' ? 'unix_socket' : 'tcp_socket/ssl';
}

function noTransport(transport: string): OpenFailure {
  const error = `Unable to find the socket transport "${transport}" - did you forget to enable it when you configured PHP?`;
  return { errno: 0, error };
}

/** Once the transport is known, a failure costs a resource id. */
function failed(rt: Executor, errno: number, error: string | null): OpenFailure {
  rt.nextResourceId++;
  return { errno, error };
}

function* wait(rt: Executor, handle: Watched, ready: () => boolean, seconds: number): NativeCode<WaitResult> {
  return yield* waitFor(rt, [handle], ready, seconds, 'socket connect', blocksAll(rt, HOOK_TCP));
}

/** php_network_getaddresses: a text after the warning. */
export function* resolveHost(rt: Executor, network: Network, host: string): NativeCode<readonly string[] | string> {
  if (isNumeric(host)) return [host];
  const lookup = network.resolve(host, 0);
  yield* wait(rt, lookup, () => lookup.addresses !== null, -1);
  if (lookup.error === null && lookup.addresses !== null) return lookup.addresses;
  const text = `php_network_getaddresses: getaddrinfo for ${host} failed: ${lookup.error?.message ?? 'Unknown error'}`;
  rt.error(E_WARNING, `${functionName(rt)}(): ${text}`);
  return text;
}

/** Waits for a connection; null when it stands. */
function* finishConnect(rt: Executor, connection: Connection, seconds: number): NativeCode<OpenFailure | null> {
  const result = yield* wait(rt, connection, () => connection.state !== 'connecting', seconds);
  if (connection.state === 'open') return null;
  if (result !== 'ready') {
    connection.close();
    return { errno: 110, error: 'Connection timed out' };
  }
  return { errno: connection.error?.errno ?? 0, error: connection.error?.message ?? null };
}

function* connectInet(
  rt: Executor,
  network: Network,
  address: Extract<SocketAddress, { kind: 'inet' }>,
  seconds: number,
  async: boolean,
  from: SocketAddress | null,
): NativeCode<Connection | OpenFailure> {
  const hosts = yield* resolveHost(rt, network, address.host);
  if (typeof hosts === 'string') return { errno: 0, error: hosts };
  let failure: OpenFailure = { errno: 0, error: null };
  for (const host of hosts) {
    const connection = network.connect({ ...address, host }, from);
    if (async) return connection;
    const problem = yield* finishConnect(rt, connection, seconds);
    if (problem === null) return connection;
    failure = problem;
  }
  return failure;
}

/** The local address that the option bindto of a context asks for. */
export function bindAddress(context: PhpResource | null): SocketAddress | null {
  const text = contextOption(context, 'socket', 'bindto');
  const parts = typeof text === 'string' ? /^(?:\[(.*)\]|([^:]*)):(\d+)$/.exec(text) : null;
  if (parts === null) return null;
  const host = parts[1] ?? parts[2] ?? '';
  return { kind: 'inet', host: host === '' || host === '0' ? '0.0.0.0' : host, port: Number(parts[3]) };
}

/** Connects: the stream's resource, or why not. */
export function* openClient(
  rt: Executor,
  name: string,
  seconds: number,
  flags: number,
  context: PhpResource | null,
): NativeCode<PhpResource | OpenFailure> {
  const { transport, rest } = splitName(name);
  const network = networkOf(rt);
  if (network === null || transport === 'udg' || !TRANSPORTS.includes(transport)) return noTransport(transport);
  becomeClient(rt);
  const timeout = defaultTimeout(rt);
  const address: SocketAddress | string = transport === 'unix' ? { kind: 'unix', path: rest } : parseInet(rest);
  if (typeof address === 'string') return failed(rt, 0, address);
  if (transport === 'udp') return yield* openUdpClient(rt, network, address, context);
  const async = (flags & ASYNC_CONNECT) !== 0;
  let connection: Connection | OpenFailure;
  if (address.kind === 'inet')
    connection = yield* connectInet(rt, network, address, seconds, async, bindAddress(context));
  else {
    connection = network.connect(address);
    const problem = async ? null : yield* finishConnect(rt, connection, seconds);
    if (problem !== null) connection = problem;
  }
  if ('errno' in connection) return failed(rt, connection.errno, connection.error);
  if (contextOption(context, 'socket', 'tcp_nodelay')) connection.setNoDelay(true);
  if (isTls(transport)) {
    const host = address.kind === 'inet' ? address.host : '';
    if (!(yield* secureClient(rt, connection, host, context, seconds))) return failed(rt, 0, null);
  }
  const state = new SocketState(connectionType(transport), { kind: 'connection', connection }, timeout);
  return socketResource(rt, state, context);
}

function* openUdpClient(
  rt: Executor,
  network: Network,
  address: SocketAddress,
  context: PhpResource | null,
): NativeCode<PhpResource | OpenFailure> {
  const datagrams = network.datagrams(null, address);
  yield* wait(rt, datagrams, () => datagrams.state !== 'starting', -1);
  const { error } = datagrams;
  if (datagrams.state !== 'open') return failed(rt, error?.errno ?? 0, error?.message ?? null);
  const state = new SocketState('udp_socket', { kind: 'datagrams', datagrams }, defaultTimeout(rt));
  return socketResource(rt, state, context);
}

/** Binds and listens: the stream's resource, or why not. */
export function* openServer(
  rt: Executor,
  name: string,
  context: PhpResource | null,
): NativeCode<PhpResource | OpenFailure> {
  const { transport, rest } = splitName(name);
  const network = networkOf(rt);
  if (network === null || transport === 'udg' || !TRANSPORTS.includes(transport)) return noTransport(transport);
  const parsed: SocketAddress | string = transport === 'unix' ? { kind: 'unix', path: rest } : parseInet(rest);
  if (typeof parsed === 'string') return failed(rt, 0, parsed);
  let address = parsed;
  if (address.kind === 'inet') {
    const hosts = yield* resolveHost(rt, network, address.host);
    if (typeof hosts === 'string') return failed(rt, 0, hosts);
    address = { ...address, host: hosts[0] ?? address.host };
  }
  const backlog = contextOption(context, 'socket', 'backlog');
  const state =
    transport === 'udp'
      ? new SocketState(
          'udp_socket',
          { kind: 'datagrams', datagrams: network.datagrams(address, null) },
          defaultTimeout(rt),
        )
      : new SocketState(
          connectionType(transport),
          {
            kind: 'listener',
            listener: network.listen(address, { backlog: typeof backlog === 'number' ? backlog : 32 }),
          },
          defaultTimeout(rt),
        );
  state.secure = isTls(transport);
  const handle =
    state.handle.kind === 'listener'
      ? state.handle.listener
      : state.handle.kind === 'datagrams'
        ? state.handle.datagrams
        : null;
  if (handle === null) return failed(rt, 0, null);
  yield* wait(rt, handle, () => handle.state !== 'starting', -1);
  if (handle.state === 'failed') return failed(rt, 0, handle.error?.message ?? null);
  return socketResource(rt, state, context);
}
