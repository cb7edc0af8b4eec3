/**
 * The master of a server whose master has the connections (SWOOLE_PROCESS): it reads what comes, and gives it to a worker.
 * Source: swoole-src src/server/process.cc (ProcessFactory), src/server/master.cc (schedule_worker)
 */
import type { NativeCode } from '../../../object/native-code.ts';
import { toInt } from '../../../value/convert.ts';
import { deref, type Zval } from '../../../value/zval.ts';
import type { ForkedProcess } from '../../../vm/fork-port.ts';
import type { Packet } from '../../../vm/net-ports.ts';
import { encodeMessage, type MasterMessage, type ToMaster } from './messages.ts';
import type { ServerConnection, StreamReader } from './server-connection.ts';
import type { ServerData } from './server-data.ts';
import type { ServerPort } from './server-port.ts';
import { ByteReader } from './stream-reader.ts';

const CHUNK = 65536;
/** SWOOLE_DISPATCH_* */
const MODE = { round: 1, fd: 2, ip: 4, uid: 5, connLoad: 8, requestLoad: 9, concurrent: 10 } as const;
/** What a dispatch_func may answer. */
const DISCARD = -1;
const CLOSE_CONNECTION = -2;
const FALLBACK = -3;
/** SW_SERVER_EVENT_* */
const EVENT = { data: 0, packet: 1, close: 4, connect: 5 } as const;

type EventType = (typeof EVENT)[keyof typeof EVENT];

/** Something that a worker can be chosen for. */
interface Subject {
  readonly fd: number;
  readonly conn: ServerConnection | null;
  readonly host: string;
}

export class Dispatcher {
  private readonly server: ServerData;
  private readonly workers: readonly ForkedProcess[];
  /** What has been given to a worker and has not been done, by its number. */
  private readonly pending: number[] = [];
  /** For workers that are about to end: what the next of that number will get. */
  private readonly kept: Map<number, string[]> = new Map();
  private round = 0;

  constructor(server: ServerData, workers: readonly ForkedProcess[]) {
    this.server = server;
    this.workers = workers;
  }

  // -- choosing ---------------------------------------------------------------------------------------------------------

  private get mode(): number {
    return this.server.primary.number('dispatch_mode', MODE.fd);
  }

  /** Whether a connection belongs to one worker for good. */
  private get byHash(): boolean {
    const { mode } = this;
    return mode === MODE.fd || mode === MODE.ip || mode === MODE.connLoad;
  }

  /** Whether the program is told of connections that come and go. */
  private get tells(): boolean {
    return this.byHash || this.server.primary.flag('enable_unsafe_event', false);
  }

  /** Swoole\Server: schedule_worker(); negative: nobody. */
  private *schedule(subject: Subject, event: EventType, bytes: string | null): NativeCode<number> {
    const func = this.server.primary.option('dispatch_func');
    if (func !== undefined) {
      const id = yield* this.ask(func, subject, event, bytes);
      if (id !== FALLBACK) return id;
    }
    return this.byMode(subject);
  }

  private byMode({ fd, conn, host }: Subject): number {
    const { workers } = this.server;
    switch (this.mode) {
      case MODE.round:
        return this.round++ % workers;
      case MODE.fd:
        return fd % workers;
      case MODE.ip:
        return addressNumber(host) % workers;
      case MODE.uid:
        return (conn === null || conn.uid === 0 ? fd : conn.uid) % workers;
      case MODE.connLoad:
        if (conn === null) return fd % workers;
        if (conn.owner < 0) conn.owner = this.leastBusy();
        return conn.owner;
      case MODE.requestLoad:
      case MODE.concurrent:
        return this.leastBusy();
      default:
        return this.idle();
    }
  }

  private leastBusy(): number {
    let best = 0;
    for (let id = 1; id < this.server.workers; id++) {
      if ((this.pending[id] ?? 0) < (this.pending[best] ?? 0)) best = id;
    }
    return best;
  }

  /** The next worker that does nothing, or else the next. */
  private idle(): number {
    const { workers } = this.server;
    let id = 0;
    for (let n = 0; n <= workers; n++) {
      id = this.round++ % workers;
      if ((this.pending[id] ?? 0) === 0) return id;
    }
    return id;
  }

  private *ask(func: Zval, subject: Subject, event: EventType, bytes: string | null): NativeCode<number> {
    const { rt, self, workers } = this.server;
    const callable = rt.resolveCallable(func);
    if (callable === null) return FALLBACK;
    const args: Zval[] = [self, subject.fd, event, bytes ?? ''];
    const result = yield { kind: 'call', callable, args, named: null, catches: false };
    const v = deref(result);
    const id = v === null || v === undefined ? FALLBACK : Number(toInt(rt, v));
    rt.releaseValue(result);
    return id >= workers ? DISCARD : id;
  }

  // -- to the workers ---------------------------------------------------------------------------------------------------

  private post(id: number, message: MasterMessage): void {
    const text = encodeMessage(message);
    const kept = this.kept.get(id);
    if (kept !== undefined) kept.push(text);
    else this.workers[id]?.post(text);
  }

  private tellAll(message: MasterMessage): void {
    for (let id = 0; id < this.workers.length; id++) this.post(id, message);
  }

  private give(id: number, message: MasterMessage): void {
    this.pending[id] = (this.pending[id] ?? 0) + 1;
    this.server.requests++;
    this.post(id, message);
  }

  /** A worker has begun: it hears of the connections that there are. */
  begun(id: number): void {
    const kept = this.kept.get(id) ?? [];
    this.pending[id] = kept.length;
    this.kept.delete(id);
    for (const conn of this.server.connections.values()) this.post(id, this.describe(conn));
    for (const text of kept) this.workers[id]?.post(text);
  }

  private describe(conn: ServerConnection): MasterMessage {
    const { fd, connection, connectTime: time, owner } = conn;
    const { local, remote } = connection;
    return { kind: 'conn', fd, port: this.server.ports.indexOf(conn.port), local, remote, time, owner };
  }

  private subjectOf(conn: ServerConnection): Subject {
    const { remote } = conn.connection;
    return { fd: conn.fd, conn, host: remote?.kind === 'inet' ? remote.host : '' };
  }

  /** A connection has come. */
  *opened(conn: ServerConnection): NativeCode<void> {
    if (this.byHash) conn.owner = this.byMode(this.subjectOf(conn));
    this.tellAll(this.describe(conn));
    if (!this.tells || this.server.portCallback(conn.port, 'connect') === undefined) return;
    const id = yield* this.schedule(this.subjectOf(conn), EVENT.connect, null);
    if (id >= 0) this.post(id, { kind: 'connect', fd: conn.fd });
  }

  /** The other side has closed it. */
  *ended(conn: ServerConnection): NativeCode<void> {
    if (conn.ending) return;
    conn.ending = true;
    if (!this.tells) {
      this.drop(conn);
      return;
    }
    const id = yield* this.schedule(this.subjectOf(conn), EVENT.close, null);
    if (id >= 0) this.post(id, { kind: 'end', fd: conn.fd });
    else this.drop(conn);
  }

  readerOf(conn: ServerConnection): StreamReader {
    if (conn.port.openHttp) return new ChunkReader(this.server, conn, this);
    return new ByteReader(this.server, conn, (_server, from, bytes) => this.data(from, bytes));
  }

  /** Bytes for the program. */
  *data(conn: ServerConnection, bytes: string): NativeCode<void> {
    // what belongs to one request must come to one worker
    const bound = conn.port.openHttp && conn.answering ? conn.owner : -1;
    const id = bound >= 0 ? bound : yield* this.schedule(this.subjectOf(conn), EVENT.data, bytes);
    if (id === CLOSE_CONNECTION) yield* this.ended(conn);
    if (id < 0) return;
    if (conn.port.openHttp) {
      conn.answering = true;
      if (!this.byHash) conn.owner = id;
    }
    this.give(id, { kind: 'data', fd: conn.fd, bytes });
  }

  *packet(port: ServerPort, packet: Packet): NativeCode<void> {
    const { from, bytes } = packet;
    const host = from.kind === 'inet' ? from.host : '';
    const subject = { fd: addressNumber(host.split('.').reverse().join('.')), conn: null, host };
    const id = yield* this.schedule(subject, EVENT.packet, bytes);
    if (id >= 0) this.give(id, { kind: 'packet', port: this.server.ports.indexOf(port), from, bytes });
  }

  // -- from the workers -------------------------------------------------------------------------------------------------

  /** What a process wants of the master. */
  take(message: ToMaster | MasterMessage): boolean {
    if (message.kind === 'done') {
      this.pending[message.from] = Math.max(0, (this.pending[message.from] ?? 0) - 1);
      return true;
    }
    if (message.kind === 'leaving') {
      this.kept.set(message.from, []);
      this.workers[message.from]?.post(encodeMessage({ kind: 'last' }));
      return true;
    }
    if (message.kind === 'packetTo') return this.sendPacket(message);
    if (!('fd' in message)) return false;
    const conn = this.server.find(message.fd);
    return conn !== null && this.onConnection(conn, message);
  }

  private sendPacket({ host, port, bytes }: Extract<ToMaster, { kind: 'packetTo' }>): boolean {
    const { datagrams } = this.server.ports.find((one) => one.datagrams !== null) ?? { datagrams: null };
    return datagrams?.send(bytes, { kind: 'inet', host, port }) ?? false;
  }

  private onConnection(conn: ServerConnection, message: ToMaster | MasterMessage): boolean {
    switch (message.kind) {
      case 'reply':
        conn.answering = false;
        conn.lastSent = this.server.now();
        return conn.connection.write(message.bytes);
      case 'shut':
        return conn.connection.shutdown(message.how);
      case 'drop':
        this.drop(conn);
        return true;
      case 'closing':
        return this.forwardClose(conn);
      case 'answered':
        if (conn.owner >= 0) this.workers[conn.owner]?.post(encodeMessage(message));
        return true;
      case 'reading':
        conn.paused = !message.on;
        this.server.changed(conn);
        return true;
      case 'protect':
        conn.isProtected = message.on;
        return true;
      case 'bind':
        conn.uid = message.uid;
        this.tellAll({ kind: 'uid', fd: conn.fd, uid: message.uid });
        return true;
      default:
        return false;
    }
  }

  private forwardClose(conn: ServerConnection): boolean {
    const to = conn.owner >= 0 ? conn.owner : conn.fd % this.server.workers;
    return this.workers[to]?.post(encodeMessage({ kind: 'close', to, fd: conn.fd })) ?? false;
  }

  /** Closes a connection for good. */
  drop(conn: ServerConnection): void {
    this.server.drop(conn);
    this.tellAll({ kind: 'gone', fd: conn.fd });
  }
}

/** Passes bytes on as they come. */
class ChunkReader implements StreamReader {
  readonly busy = false;
  private readonly server: ServerData;
  private readonly conn: ServerConnection;
  private readonly dispatcher: Dispatcher;

  constructor(server: ServerData, conn: ServerConnection, dispatcher: Dispatcher) {
    this.server = server;
    this.conn = conn;
    this.dispatcher = dispatcher;
  }

  *read(): NativeCode<void> {
    const { conn } = this;
    while (conn.connection.available > 0 && !conn.closed && !conn.paused) {
      yield* this.dispatcher.data(conn, conn.connection.take(CHUNK));
    }
    if (conn.closed) this.server.changed(conn);
  }
}

/** A number of an address of IPv4; of others a sum. */
function addressNumber(host: string): number {
  const parts = host.split('.');
  if (parts.length === 4) return parts.reduce((n, part) => n * 256 + Number(part), 0);
  let n = 0;
  for (let i = 0; i < host.length; i++) n = (n * 33 + host.charCodeAt(i)) % 0x7fffffff;
  return n;
}
