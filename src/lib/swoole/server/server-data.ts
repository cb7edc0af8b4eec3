/**
 * What a server object holds: its ports, its connections, its functions; accepting, reading, closing.
 * Source: swoole-src src/server/{master,base,reactor_process}.cc, ext-src/swoole_server.cc
 */
import { IdTable } from '../../../base/id-table.ts';
import type { HeldCallable } from '../../../coro/coroutine.ts';
import { networkOf, waitFor } from '../../../coro/io-wait.ts';
import { type Scheduler, schedulerOf } from '../../../coro/scheduler.ts';
import type { NativeCode } from '../../../object/native-code.ts';
import type { PhpObject } from '../../../value/php-object.ts';
import type { Zval } from '../../../value/zval.ts';
import type { Executor } from '../../../vm/executor.ts';
import type { Connection, Listener } from '../../../vm/net-ports.ts';
import { nextDescriptor } from '../net/descriptors.ts';
import { Concurrency } from './concurrency.ts';
import { type Callbacks, fireOn, freeCallbacks } from './events.ts';
import { ServerConnection, type StreamReader } from './server-connection.ts';
import { Commands } from './commands.ts';
import type { Dispatcher } from './dispatcher.ts';
import type { PostOffice } from './post-office.ts';
import type { ServerPort } from './server-port.ts';
import type { CurrentTask } from './task-worker.ts';

const MICROS = 1e6;
/** Seconds that a reader may take for what it has been sent. */
const SEND_SECONDS = 120;

/** Makes the reader of a new connection. */
export type ReaderFactory = (server: ServerData, conn: ServerConnection) => StreamReader;

export class ServerData {
  readonly rt: Executor;
  /** Not counted: the object holds this. */
  readonly self: PhpObject;
  readonly mode: number;
  readonly ports: ServerPort[] = [];
  readonly callbacks: Callbacks = new Map();
  readonly connections: IdTable<ServerConnection> = new IdTable();
  readonly readerOf: ReaderFactory;
  state: 'new' | 'running' | 'ended' = 'new';
  startTime = 0;
  /** Takes part in a shutdown: no new connections. */
  draining = false;
  lastFd = 0;
  accepted = 0;
  lastError = 0;
  readonly concurrency: Concurrency = new Concurrency();
  workerId = 0;
  /** Of a worker among others: the process that made it. */
  masterPid = 0;
  /** Of several workers, or the only one. */
  workers = 1;
  taskWorkers = 0;
  /** Of the manager of several processes. */
  manager: { stop(): void; reload(first: number): void } | null = null;
  readonly commands: Commands = new Commands();
  /** Processes of the program's own (addProcess), owned. */
  readonly processes: PhpObject[] = [];
  /** What this process is; `alone` does everything itself. */
  role: 'alone' | 'manager' | 'worker' | 'task' | 'user' = 'alone';
  /** What the processes of the server tell each other; null where there is only one. */
  office: PostOffice | null = null;
  currentTask: CurrentTask | null = null;
  /** The master has the connections, the workers do what it gives them. */
  isMastered = false;
  /** The processes of the workers, by number. */
  readonly pids: number[] = [];
  /** How many requests a worker does (max_request), 0: any number; what happens then. */
  mostRequests = 0;
  onFull: (() => void) | null = null;
  /** The function of an event is being called. */
  inEvent = false;
  private done = 0;
  /** Of that master. */
  dispatcher: Dispatcher | null = null;
  /** Of a worker: what happens when it has got everything that was meant for it. */
  leave: (() => void) | null = null;
  /** What is to be undone when it stops. */
  readonly undo: (() => void)[] = [];

  constructor(rt: Executor, self: PhpObject, mode: number, readerOf: ReaderFactory) {
    this.rt = rt;
    this.self = self;
    this.mode = mode;
    this.readerOf = readerOf;
  }

  get requests(): number {
    return this.done;
  }

  set requests(n: number) {
    this.done = n;
    if (this.mostRequests > 0 && n >= this.mostRequests) this.onFull?.();
  }

  get scheduler(): Scheduler {
    return schedulerOf(this.rt);
  }

  get primary(): ServerPort {
    return this.ports[0] as ServerPort;
  }

  /** Handlers get objects (option event_object). */
  get usesObjects(): boolean {
    return this.primary.flag('event_object', false);
  }

  now(): number {
    return this.rt.host.nowMicros() / MICROS;
  }

  callback(name: string): HeldCallable | undefined {
    return this.callbacks.get(name);
  }

  /** A port's function, or else the first port's. */
  portCallback(port: ServerPort, name: string): HeldCallable | undefined {
    return port.callback(name) ?? this.primary.callback(name);
  }

  // -- listening --------------------------------------------------------------------------------------------------------

  /** Opens a port's socket; the error number when it cannot be, 0 otherwise. */
  *open(port: ServerPort): NativeCode<number> {
    const network = networkOf(this.rt);
    if (network === null) return this.rt.fatalError('sockets are not available on this host');
    if (port.isUnix) this.rt.host.unlink(port.host);
    const handle = port.isPackets
      ? network.datagrams(port.address, null)
      : network.listen(port.address, { backlog: port.number('backlog', 512) });
    yield* waitFor(this.rt, [handle], () => handle.state !== 'starting', -1, 'server listen', true);
    if (handle.state === 'failed') return handle.error?.errno ?? 1;
    if ('accept' in handle) port.listener = handle;
    else port.datagrams = handle;
    const { local } = handle;
    if (local?.kind === 'inet') port.port = local.port;
    return 0;
  }

  /** From now on connections are accepted. */
  listen(port: ServerPort): void {
    const { listener } = port;
    if (listener === null) return;
    const look = (): void => {
      if (port.accepting || listener.pending === 0) return;
      port.accepting = true;
      this.scheduler.wake(() => this.acceptAll(port, listener));
    };
    listener.listeners.add(look);
    this.undo.push(() => listener.listeners.delete(look));
    look();
  }

  private *acceptAll(port: ServerPort, listener: Listener): NativeCode<void> {
    port.accepting = false;
    for (let found = listener.accept(); found !== null; found = listener.accept()) yield* this.accept(port, found);
  }

  private *accept(port: ServerPort, connection: Connection): NativeCode<void> {
    if (this.draining) {
      connection.close();
      return;
    }
    nextDescriptor(this.rt);
    const conn = new ServerConnection(this.nextFd(), port, connection, this.now());
    this.accepted++;
    this.connections.add(conn.fd, conn);
    connection.setNoDelay(true);
    conn.paused = port.flag('enable_delay_receive', false);
    if (port.isSecure) {
      const options = port.tlsOptions();
      if (options === null) {
        this.drop(conn);
        return;
      }
      connection.startTls(options);
    }
    conn.look = () => this.look(conn);
    conn.listen = () => this.changed(conn);
    connection.listeners.add(conn.listen);
    if (!port.isSecure) {
      if (this.portCallback(port, 'connect') === undefined && this.dispatcher === null) conn.announced = true;
      else yield* this.announce(conn);
    }
    this.changed(conn);
  }

  /** Ids differ between workers, and tell which of them has the connection. */
  private nextFd(): number {
    if (this.dispatcher !== null) return (this.lastFd = Math.max(this.lastFd + 1, this.firstFd()));
    this.lastFd = this.lastFd === 0 ? this.firstFd() : this.lastFd + this.workers;
    return this.lastFd;
  }

  private firstFd(): number {
    const first = this.primary.number('start_session_id', 0) + 1;
    return first + (this.role === 'worker' ? this.workerId : 0);
  }

  /** The worker that has a connection; null when it is this one, or nobody. */
  ownerOf(fd: number): number | null {
    if (this.office === null || this.role === 'alone' || this.isMastered || fd < 1) return null;
    const owner = (fd - this.primary.number('start_session_id', 0) - 1) % this.workers;
    return owner < 0 || (this.role === 'worker' && owner === this.workerId) ? null : owner;
  }

  /** Tells the program of a new connection. */
  *announce(conn: ServerConnection): NativeCode<void> {
    conn.announced = true;
    if (this.dispatcher !== null) return yield* this.dispatcher.opened(conn);
    yield* fireOn(this, this.portCallback(conn.port, 'connect'), conn.fd, 0, null);
  }

  // -- reading ----------------------------------------------------------------------------------------------------------

  /** Something about a connection has changed: its reader is woken. */
  changed(conn: ServerConnection): void {
    if (conn.queued || conn.closed) return;
    const { connection } = conn;
    if (connection.available === 0 && !connection.ended && connection.tls !== 'on') return;
    conn.queued = true;
    this.scheduler.wake(conn.look);
  }

  /** Reads what has come, or ends a connection that the other side has ended. */
  *look(conn: ServerConnection): NativeCode<void> {
    conn.queued = false;
    if (conn.closed) return;
    const { connection } = conn;
    if (connection.tls === 'handshake') return;
    if (connection.tls === 'failed') return this.drop(conn);
    if (!conn.announced && (this.dispatcher !== null || !this.isMastered)) yield* this.announce(conn);
    if (connection.available > 0 && !conn.paused) {
      conn.lastReceived = this.now();
      conn.reader ??= this.dispatcher?.readerOf(conn) ?? this.readerOf(this, conn);
      yield* conn.reader.read();
    }
    if (!connection.ended || conn.closed || connection.available > 0) return;
    if (this.dispatcher !== null) yield* this.dispatcher.ended(conn);
    else yield* this.close(conn, 0);
  }

  // -- writing ----------------------------------------------------------------------------------------------------------

  find(fd: number): ServerConnection | null {
    const conn = this.connections.get(fd);
    return conn === undefined || conn.closed ? null : conn;
  }

  /** Sends bytes; waits while the other side takes nothing. */
  send(conn: ServerConnection, bytes: string): Zval | NativeCode {
    const { connection } = conn;
    conn.lastSent = this.now();
    if (!connection.write(bytes)) return false;
    if (connection.room > 0 || this.scheduler.current === null) return true;
    return this.drained(conn);
  }

  private *drained(conn: ServerConnection): NativeCode {
    const { connection } = conn;
    const ready = (): boolean => connection.room > 0 || !connection.writable;
    yield* waitFor(this.rt, [connection], ready, SEND_SECONDS, 'server send');
    return connection.writable;
  }

  // -- closing ----------------------------------------------------------------------------------------------------------

  /** Closes a connection and tells the program. @param reactor -1: closed by the server */
  *close(conn: ServerConnection, reactor: number): NativeCode<void> {
    if (conn.closed || conn.closing) return;
    conn.closing = true;
    // its function may still ask about it
    if (conn.announced && this.state === 'running') {
      yield* fireOn(this, this.onClose(conn), conn.fd, reactor, null);
    }
    if (!conn.closed) this.drop(conn);
  }

  private onClose(conn: ServerConnection): HeldCallable | undefined {
    const event = conn.port.openWebsocket && !conn.websocket ? 'disconnect' : 'close';
    return this.portCallback(conn.port, event) ?? this.portCallback(conn.port, 'close');
  }

  /** An answer that another object than its request's has given. */
  answered(conn: ServerConnection, keepAlive: boolean): void {
    conn.reader?.answered?.(keepAlive);
  }

  /** The same as soon as the event loop goes on; at once when nobody has to be told. */
  closeSoon(conn: ServerConnection): void {
    if (conn.announced && !conn.closing && this.onClose(conn) !== undefined)
      this.scheduler.wake(() => this.close(conn, -1));
    else if (!conn.closed) this.drop(conn);
  }

  /** Closes a connection at once. */
  drop(conn: ServerConnection): void {
    conn.closed = true;
    if (conn.listen !== null) conn.connection.listeners.delete(conn.listen);
    this.connections.delete(conn.fd);
    conn.reader?.dispose?.();
    conn.connection.close();
  }

  /** Ends everything. */
  stop(): void {
    for (const undo of this.undo.splice(0)) undo();
    for (const port of this.ports) port.close();
    for (const conn of [...this.connections.values()]) this.drop(conn);
  }

  /** What it holds, for the cycle collector: functions of a program often hold their server. */
  visit(see: (v: Zval) => void): void {
    for (const { holder } of this.callbacks.values()) see(holder);
    for (const { held } of this.commands.byName.values()) see(held.holder);
    for (const port of this.ports) {
      for (const { holder } of port.callbacks.values()) see(holder);
      see(port.object);
      see(port.settings);
      see(port.packets.lengthFunc);
    }
  }

  free(): void {
    this.stop();
    freeCallbacks(this.rt, this.callbacks);
    for (const { held } of this.commands.byName.values()) this.rt.releaseValue(held.holder);
    this.commands.byName.clear();
    for (const process of this.processes.splice(0)) this.rt.releaseValue(process);
    for (const port of this.ports) {
      freeCallbacks(this.rt, port.callbacks);
      this.rt.releaseValue(port.object);
      port.object = null;
      this.rt.releaseValue(port.settings);
      this.rt.releaseValue(port.packets.lengthFunc);
      port.settings = null;
    }
  }
}

/** The server of this process that runs, or has run last. */
export function runningServer(rt: Executor): { server: ServerData | null } {
  return rt.moduleState('swoole.server', (): { server: ServerData | null } => ({ server: null }));
}
