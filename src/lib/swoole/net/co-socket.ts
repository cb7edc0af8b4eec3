/**
 * What Swoole\Coroutine\Socket and everything above it (clients, servers) work with: a socket whose calls suspend the
 * running coroutine. One coroutine may read and one may write at a time.
 * Source: swoole-src src/coroutine/socket.cc, include/swoole_coroutine_socket.h
 */
import { EBADF, ECANCELED, ECONNRESET, EINVAL, ENOTCONN, EPIPE, ETIMEDOUT } from '../../../base/errno.ts';
import { networkOf, waitFor } from '../../../coro/io-wait.ts';
import { schedulerOf } from '../../../coro/scheduler.ts';
import type { NativeCode } from '../../../object/native-code.ts';
import type {
  Connection,
  NetError,
  Datagrams,
  Listener,
  Network,
  SocketAddress,
  Watched,
} from '../../../vm/net-ports.ts';
import type { Executor } from '../../../vm/executor.ts';
import { isNumeric } from '../../socket-address.ts';
import { swooleText } from '../errors.ts';
import { swooleFatal } from '../support.ts';
import { boundMessage, showBound } from './bound-message.ts';
import { nextDescriptor } from './descriptors.ts';
import { Direction, type Side } from './direction.ts';
import { lookUp } from './look-up.ts';
import { socketTimeouts, type SocketTimeouts } from './timeouts.ts';

export const AF_UNIX = 1;
export const AF_INET = 2;
export const AF_INET6 = 10;
export const SOCK_STREAM = 1;
export const SOCK_DGRAM = 2;

/** SW_ERROR_CO_HAS_BEEN_BOUND, SW_ERROR_CO_SOCKET_CLOSE_WAIT */
const ERROR_HAS_BEEN_BOUND = 10002;
const ERROR_SOCKET_CLOSE_WAIT = 10019;

export class CoSocket {
  readonly rt: Executor;
  readonly domain: number;
  readonly type: number;
  readonly protocol: number;
  /** A number for the program to see; the host keeps its descriptors to itself. */
  readonly fd: number;
  private told: NetError | null = null;
  connection: Connection | null = null;
  listener: Listener | null = null;
  datagrams: Datagrams | null = null;
  errCode = 0;
  errMsg = '';
  closed = false;
  /** Closing has cancelled those who wait: until it is closed for good nothing works. */
  closeWait = false;
  /** Waits hold up the whole request although a coroutine runs. */
  whole = false;
  /** It came from a listening socket. */
  accepted = false;
  /** Another object has taken the connection over. */
  detached = false;
  /** Bytes read ahead by the calls that look for an ending. */
  ahead = '';
  readonly timeouts: SocketTimeouts;
  private readonly reading = new Direction();
  private readonly writing = new Direction();

  constructor(rt: Executor, domain: number, type: number, protocol: number) {
    this.rt = rt;
    this.domain = domain;
    this.type = type;
    this.protocol = protocol;
    this.timeouts = socketTimeouts(rt);
    this.fd = nextDescriptor(rt);
  }

  /** Notes an error (0: none); false. */
  fail(errno: number, message: string | null = null): false {
    this.errCode = errno;
    this.errMsg = errno === 0 ? '' : (message ?? swooleText(errno));
    if (errno !== 0) schedulerOf(this.rt).lastError = errno;
    return false;
  }

  private succeed(): true {
    return !this.fail(0) as true;
  }

  get network(): Network {
    return networkOf(this.rt) ?? this.rt.fatalError('sockets are not available on this host');
  }

  private on(side: Side): Direction {
    return side === 'read' ? this.reading : this.writing;
  }

  boundCid(side: Side): number {
    return this.on(side).bound?.cid ?? 0;
  }

  /** Another coroutine may not wait on the same side: that ends the program. */
  *checkBound(side: Side): NativeCode<void> {
    const { rt } = this;
    const current = schedulerOf(rt).current;
    const other = this.on(side).bound;
    if (other === null || current === null) return;
    yield* swooleFatal(rt, ERROR_HAS_BEEN_BOUND, boundMessage(this.fd, side, other.cid, current.cid), () =>
      showBound(rt, other),
    );
  }

  /** Waits on one side; false with the error noted. `seconds` 0: the socket's own limit. */
  *wait(side: Side, handle: Watched, ready: () => boolean, seconds: number): NativeCode<boolean> {
    const direction = this.on(side);
    if (direction.bound !== null) yield* this.checkBound(side);
    if (this.closeWait) return this.fail(ERROR_SOCKET_CLOSE_WAIT);
    if (ready()) return this.succeed();
    const { rt } = this;
    direction.bound = schedulerOf(rt).current;
    direction.canceled = false;
    const result = yield* waitFor(
      rt,
      [handle],
      () => this.closed || direction.canceled || ready(),
      seconds === 0 ? this.timeouts[side] : seconds,
      `socket ${side}`,
      this.whole,
    );
    direction.bound = null;
    if (result === 'timeout') return this.fail(ETIMEDOUT);
    if (result === 'canceled' || direction.canceled) return this.fail(ECANCELED);
    return this.closed ? this.fail(ECANCELED) : this.succeed();
  }

  /** Resumes who waits on a side; false when nobody does. */
  *cancel(side: Side): NativeCode<boolean> {
    const direction = this.on(side);
    const co = direction.bound;
    if (co === null) return false;
    direction.canceled = true;
    this.fail(ECANCELED);
    yield* schedulerOf(this.rt).resume(co);
    return true;
  }

  /** Closes; while coroutines wait it only cancels them, and answers false. */
  *closeNow(): NativeCode<boolean> {
    if (this.closed) return this.fail(EBADF);
    if (this.reading.bound === null && this.writing.bound === null) return this.close();
    this.closeWait = true;
    if (this.connection?.state === 'open') this.connection.shutdown(2);
    yield* this.cancel('write');
    yield* this.cancel('read');
    return this.fail(ERROR_SOCKET_CLOSE_WAIT);
  }

  // -- opening ----------------------------------------------------------------------------------------------------------

  private address(host: string, port: number): SocketAddress {
    return this.domain === AF_UNIX ? { kind: 'unix', path: host } : { kind: 'inet', host, port };
  }

  /** Binds (and, as the host cannot tell the two apart, listens). */
  *bind(host: string, port: number): NativeCode<boolean> {
    if (this.domain !== AF_UNIX && !isNumeric(host)) return this.fail(EINVAL);
    const address = this.address(host, port);
    if (this.type === SOCK_DGRAM) return yield* this.openDatagrams(address, null);
    const listener = this.network.listen(address, { backlog: 512 });
    this.listener = listener;
    yield* waitFor(this.rt, [listener], () => listener.state !== 'starting', -1, 'socket bind');
    if (listener.state === 'failed') {
      this.listener = null;
      return this.fail(listener.error?.errno ?? EINVAL);
    }
    return this.succeed();
  }

  private *openDatagrams(local: SocketAddress | null, remote: SocketAddress | null): NativeCode<boolean> {
    this.datagrams?.close();
    const datagrams = this.network.datagrams(local, remote);
    this.datagrams = datagrams;
    yield* waitFor(this.rt, [datagrams], () => datagrams.state !== 'starting', -1, 'socket bind');
    if (datagrams.state === 'failed') return this.fail(datagrams.error?.errno ?? EINVAL);
    return this.succeed();
  }

  /** The next connection; null with the error noted. */
  *accept(seconds: number): NativeCode<CoSocket | null> {
    const { listener } = this;
    if (listener === null) {
      this.fail(EINVAL);
      return null;
    }
    if (!(yield* this.wait('read', listener, () => listener.pending > 0, seconds))) return null;
    const connection = listener.accept();
    if (connection === null) return null;
    const socket = new CoSocket(this.rt, this.domain, this.type, this.protocol);
    socket.connection = connection;
    socket.accepted = true;
    return socket;
  }

  private *resolve(host: string): NativeCode<readonly string[] | null> {
    if (isNumeric(host)) return [host];
    const family = this.domain === AF_INET6 ? 6 : 4;
    const found = yield* lookUp(this.rt, this.network, host, family, this.timeouts.dns);
    if (typeof found !== 'number') return found;
    this.fail(found);
    return null;
  }

  *connect(host: string, port: number, seconds: number): NativeCode<boolean> {
    if (this.domain !== AF_UNIX && (port <= 0 || port > 65535)) {
      return this.fail(EINVAL, `Invalid port argument[${port}]`);
    }
    if (this.domain === AF_UNIX && host.length > 107) return this.fail(EINVAL);
    const isAddress = this.domain === AF_UNIX || isNumeric(host);
    if (isAddress && this.type === SOCK_STREAM) return yield* this.connectTo(this.address(host, port), seconds);
    const hosts = isAddress ? [host] : yield* this.resolve(host);
    if (hosts === null) return false;
    for (const name of hosts) {
      const address = this.address(name, port);
      if (this.type === SOCK_DGRAM) return yield* this.openDatagrams(null, address);
      if (yield* this.connectTo(address, seconds)) return true;
    }
    return false;
  }

  /** Begins to connect, and does not wait for it. */
  connectLater(host: string, port: number): void {
    this.connection = this.network.connect(this.address(host, port));
  }

  private *connectTo(address: SocketAddress, seconds: number): NativeCode<boolean> {
    const local = this.listener?.local ?? null;
    this.listener?.close();
    this.listener = null;
    const connection = this.network.connect(address, local);
    this.connection = connection;
    const limit = seconds === 0 ? this.timeouts.connect : seconds;
    const settled = (): boolean => connection.state !== 'connecting';
    const done = yield* this.wait('write', connection, settled, limit);
    if (done && connection.state === 'open') return true;
    const errno = done ? (connection.error?.errno ?? ECONNRESET) : this.errCode;
    connection.close();
    this.connection = null;
    return this.fail(errno);
  }

  // -- reading ----------------------------------------------------------------------------------------------------------

  /** The connection, if there is one that stands. */
  private connected(): Connection | null {
    if (this.connection === null) this.fail(ENOTCONN);
    return this.connection;
  }

  /** Waits for bytes; takes at most `length`. '' at the end of the stream, null with the error noted. */
  *recv(length: number, seconds: number): NativeCode<string | null> {
    if (this.datagrams !== null) return yield* this.recvPacketOf(this.datagrams, length, seconds);
    const connection = this.connected();
    if (connection === null) return null;
    const ready = (): boolean => connection.available > 0 || connection.ended;
    if (!(yield* this.wait('read', connection, ready, seconds))) return null;
    const bytes = connection.take(length);
    // the system tells of an error once; behind it the stream is at its end
    if (bytes === '' && connection.error !== null && connection.error !== this.told) {
      this.told = connection.error;
      this.fail(connection.error.errno);
      return null;
    }
    return bytes;
  }

  private *recvPacketOf(datagrams: Datagrams, length: number, seconds: number): NativeCode<string | null> {
    const ready = (): boolean => datagrams.pending > 0 || datagrams.error !== null;
    if (!(yield* this.wait('read', datagrams, ready, seconds))) return null;
    const packet = datagrams.receive();
    if (packet !== null) return packet.bytes.slice(0, length);
    this.fail(datagrams.error?.errno ?? EBADF);
    return null;
  }

  /** Exactly `length` bytes, fewer at the end of the stream or at an error behind some bytes. */
  *recvAll(length: number, seconds: number): NativeCode<string | null> {
    const deadline = this.deadline(seconds, 'read');
    let out = '';
    while (out.length < length) {
      const part = yield* this.recv(length - out.length, deadline());
      if (part === null) return out === '' ? null : out;
      if (part === '') break;
      out += part;
    }
    return out;
  }

  /** Seconds that are left of a limit for several waits. */
  deadline(seconds: number, side: Side): () => number {
    const limit = seconds === 0 ? this.timeouts[side] : seconds;
    if (limit < 0) return () => -1;
    const end = this.rt.host.nowMicros() + limit * 1e6;
    return () => Math.max(0.001, (end - this.rt.host.nowMicros()) / 1e6);
  }

  /** What is there, without taking it and without waiting; null when nothing is. */
  peek(length: number): string | null {
    const { connection } = this;
    if (connection === null) {
      this.fail(ENOTCONN);
      return null;
    }
    return connection.available > 0 || connection.ended ? connection.peek(length) : null;
  }

  // -- writing ----------------------------------------------------------------------------------------------------------

  /** Sends what fits, waiting while nothing does; null with the error noted. */
  *send(bytes: string, seconds: number): NativeCode<number | null> {
    if (this.datagrams !== null) return this.datagrams.send(bytes, null) ? bytes.length : null;
    const connection = this.connected();
    if (connection === null) return null;
    const ready = (): boolean => connection.room > 0 || !connection.writable;
    if (!(yield* this.wait('write', connection, ready, seconds))) return null;
    const part = bytes.length > connection.room ? bytes.slice(0, connection.room) : bytes;
    if (connection.writable && connection.write(part)) return part.length;
    this.fail(connection.error?.errno === ECONNRESET ? ECONNRESET : EPIPE);
    return null;
  }

  /** Sends everything where nothing has to be waited for; false: nothing has happened. */
  private sendNow(bytes: string): boolean {
    const { connection } = this;
    if (connection === null || this.datagrams !== null || this.writing.bound !== null || this.closeWait) return false;
    return connection.room >= bytes.length && connection.writable && connection.write(bytes) && this.succeed();
  }

  /** Sends everything; how many bytes went, null when none did. */
  *sendAll(bytes: string, seconds: number): NativeCode<number | null> {
    if (this.sendNow(bytes)) return bytes.length;
    const deadline = this.deadline(seconds, 'write');
    let sent = 0;
    do {
      const n = yield* this.send(sent === 0 ? bytes : bytes.slice(sent), deadline());
      if (n === null) return sent === 0 ? null : sent;
      sent += n;
    } while (sent < bytes.length);
    return sent;
  }

  *sendTo(host: string, port: number, bytes: string): NativeCode<number | null> {
    if (this.datagrams === null && !(yield* this.openDatagrams(null, null))) return null;
    const hosts = this.domain === AF_UNIX ? [host] : yield* this.resolve(host);
    const name = hosts?.[0];
    if (name === undefined) return null;
    return this.datagrams?.send(bytes, this.address(name, port)) ? bytes.length : null;
  }

  /** A socket of packets that has not sent anything takes a local address. */
  *sendToNobody(): NativeCode<boolean> {
    return this.type !== SOCK_DGRAM || (yield* this.openDatagrams(null, null));
  }

  // -- ending -----------------------------------------------------------------------------------------------------------

  /** Ends a direction: 0 reading, 1 writing, 2 both. */
  shutdown(how: number): boolean {
    const { connection, reading, writing } = this;
    if (connection === null || connection.state !== 'open') return this.fail(ENOTCONN);
    if ((reading.ended && writing.ended) || (how === 0 && reading.ended) || (how === 1 && writing.ended)) {
      return this.fail(ENOTCONN);
    }
    reading.ended ||= how !== 1;
    writing.ended ||= how !== 0;
    return connection.shutdown(how) || this.fail(ENOTCONN);
  }

  /** Does the other side still live, as far as is known? */
  checkLiveness(): boolean {
    const { connection } = this;
    if (connection === null) return this.fail(ENOTCONN);
    if (connection.state === 'open' && connection.error === null && !connection.ended) return true;
    return this.fail(connection.error?.errno ?? ECONNRESET);
  }

  close(): boolean {
    if (this.closed) return this.fail(EBADF);
    this.closed = true;
    this.connection?.close();
    this.listener?.close();
    this.datagrams?.close();
    return true;
  }

  localAddress(): SocketAddress | null {
    return (this.connection ?? this.listener ?? this.datagrams)?.local ?? null;
  }

  remoteAddress(): SocketAddress | null {
    return (this.connection ?? this.datagrams)?.remote ?? null;
  }
}
