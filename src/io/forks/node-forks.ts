/**
 * Copies of this process on Node, which cannot fork: a copy is a new process that runs the same program again, silently,
 * and is told by the host what this one was told, up to the place where it was made.
 */
import type { ChildProcess } from 'node:child_process';
import type { Cluster } from 'node:cluster';
import { randomFillSync } from 'node:crypto';
import { closeSync, mkdtempSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Arrival, ForkedProcess, ForkOptions, ForkPort, Noted, SharedNumber } from '../../vm/fork-port.ts';
import type { Connection, SocketAddress } from '../../vm/net-ports.ts';
import type { Hub } from '../net/hub.ts';
import { NodeConnection } from '../net/node-connection.ts';
import { Births } from './births.ts';
import { SocketTransport } from '../net/socket-transport.ts';
import { Journal, type JournalEvent, type Legacy } from './journal.ts';
import type { Socket } from 'node:net';
import type { NodeListener } from '../net/node-listener.ts';
import { NodeMailbox } from './mailbox.ts';
import { NodeForkedProcess } from './node-forked-process.ts';
import { Outbox } from './outbox.ts';
import { SharedNumbers } from './shared-numbers.ts';

/** Names the file with what a copy is given. */
const VARIABLE = 'COROVM_COPY';
/** Descriptors of a copy: both ways to its maker; a sign that it has come to where it was made. */
const PIPE_FD = 3;
const READY_FD = 4;

/** Loaded when needed: most programs make no copies. */
function cluster(): Cluster {
  return process.getBuiltinModule('node:cluster') as unknown as Cluster;
}

/** What makes Node start slowly: it reads these certificates at once (src/io/net/node-tls.ts does when they are needed). */
const SLOW = 'NODE_EXTRA_CA_CERTS';

function slowEnvironment(): Record<string, string> {
  const value = process.env[SLOW];
  return value === undefined ? {} : { [SLOW]: value };
}

function withoutSlow(): Record<string, undefined> {
  return { [SLOW]: undefined };
}

function readLegacy(): Legacy | null {
  const file = process.env[VARIABLE];
  if (file === undefined) return null;
  delete process.env[VARIABLE];
  try {
    const legacy = JSON.parse(readFileSync(file, 'utf8')) as Legacy;
    rmSync(join(file, '..'), { recursive: true, force: true });
    process.chdir(legacy.folder);
    Object.assign(process.env, legacy.environment);
    return legacy;
  } catch {
    return null;
  }
}

/** Of a worker, before anything else can happen to it. */
function guard(): void {
  // the maker has gone without a word
  const leave = (): void => process.exit(1);
  process.on('error', leave);
  cluster().worker?.on('error', leave);
  // until it is heard of: Node's own answer is to start a debugger
  process.on('SIGUSR1', () => undefined);
}

function writeLegacy(legacy: Legacy): string {
  const file = join(mkdtempSync(join(tmpdir(), 'corovm-copy-')), 'legacy.json');
  writeFileSync(file, JSON.stringify(legacy));
  return file;
}

export class NodeForks implements ForkPort {
  private readonly legacy: Legacy | null = readLegacy();
  private readonly journal: Journal;
  private readonly numbers: SharedNumbers;
  private readonly births: Births = new Births();
  private readonly folder: string = process.cwd();
  private readonly hub: () => Hub;
  private readonly flush: () => void;
  private copies = 0;
  private readonly openListeners: NodeListener[] = [];
  private readonly early: Map<number, Socket[]> = new Map();
  private pipe: Connection | null = null;
  private readonly outbox: Outbox = new Outbox((messages) => {
    if (process.connected) process.send?.(messages, undefined, undefined, () => undefined);
  });
  private workers: readonly NodeForkedProcess[] = [];
  readonly makerPid: number;
  readonly mail: NodeMailbox;

  constructor(hub: () => Hub, flush: () => void) {
    this.hub = hub;
    this.flush = flush;
    this.journal = new Journal(this.legacy?.events ?? []);
    this.numbers = new SharedNumbers(this.legacy?.shared ?? null);
    this.makerPid = this.legacy?.makerPid ?? process.ppid;
    this.mail = new NodeMailbox(hub);
    if (this.legacy !== null && process.connected) guard();
  }

  /** Others write to the same output: what is printed must not wait. */
  get hasCompany(): boolean {
    return this.legacy !== null || this.copies > 0;
  }

  get replaying(): boolean {
    return this.journal.replaying;
  }

  /** Random bytes: in a copy those that its maker has got. */
  random(length: number): Uint8Array {
    const before = this.journal.replay('random');
    if (before !== undefined) return new Uint8Array(Buffer.from(before.base64, 'base64'));
    const bytes = randomFillSync(new Uint8Array(length));
    this.journal.record({ kind: 'random', base64: Buffer.from(bytes).toString('base64') });
    return bytes;
  }

  /** Where a socket of the maker's listened, as it is now its maker's alone; undefined when this process is to listen. */
  heldListener(): { readonly local: SocketAddress | null } | undefined {
    return this.journal.replay('listen');
  }

  recordListener(local: SocketAddress | null): void {
    if (!this.replaying) this.journal.record({ kind: 'listen', local });
  }

  arrive(): Arrival {
    const original = { kind: 'original', place: this.journal.events.length } as const;
    if (!this.replaying) return original;
    const event = this.journal.replayFork();
    if (event === undefined) return original;
    if (event.kind === 'fork') return { kind: 'past', pid: event.pid };
    const { id, name } = event as Extract<JournalEvent, { kind: 'copy' }>;
    this.numbers.become(name);
    if (!this.replaying) this.arrived();
    return { kind: 'copy', id };
  }

  private arrived(): void {
    if (cluster().isWorker) return;
    try {
      writeSync(READY_FD, '.');
      closeSync(READY_FD);
    } catch {
      // the maker has gone
    }
  }

  /** The program is over: what ties a worker to its maker must not keep it running. */
  leave(): void {
    this.flushMessages();
    if (this.legacy !== null && process.connected) process.disconnect();
  }

  ready(): void {
    process.on('message', (message, handle) => {
      if (typeof message === 'string' || Array.isArray(message)) this.mail.push(message as string | string[]);
      else if (handle instanceof process.getBuiltinModule('node:net').Socket) this.handed(message, handle);
    });
    process.send?.('arrived', undefined, undefined, () => undefined);
    process.once('exit', () => this.outbox.flush());
  }

  /** A listener has been opened: connections that the maker has given are for it. */
  opened(listener: NodeListener): void {
    if (this.legacy === null || this.replaying) return;
    const place = this.openListeners.push(listener) - 1;
    for (const socket of this.early.get(place)?.splice(0) ?? []) listener.adopt(socket);
  }

  private handed(message: unknown, socket: Socket): void {
    const { place } = message as { readonly place: number };
    const listener = this.openListeners[place];
    if (listener !== undefined) listener.adopt(socket);
    else this.early.set(place, [...(this.early.get(place) ?? []), socket]);
  }

  /** Sends what waits for the end of this turn: the process may not come back for a while. */
  flushMessages(): void {
    this.outbox.flush();
    for (const worker of this.workers) worker.outbox.flush();
  }

  post(message: string): boolean {
    if (process.send === undefined || !process.connected) return false;
    this.outbox.post(message);
    return true;
  }

  get maker(): Connection | null {
    if (this.legacy === null || cluster().isWorker) return null;
    if (this.pipe === null) {
      const net = process.getBuiltinModule('node:net');
      const socket = new net.Socket({ fd: PIPE_FD, readable: true, writable: true });
      socket.unref();
      this.pipe = new NodeConnection(this.hub(), new SocketTransport(socket), 'open', '');
    }
    return this.pipe;
  }

  fork(id: number, options: ForkOptions): ForkedProcess {
    this.flush();
    const name = `${this.numbers.prefix}.${++this.copies}`;
    const shared = this.numbers.share();
    const over = this.births.begin(shared, name);
    const file = writeLegacy({
      events: [...this.journal.events.slice(0, options.place), { kind: 'copy', id, name }],
      folder: this.legacy?.folder ?? this.folder,
      shared,
      makerPid: process.pid,
      environment: slowEnvironment(),
    });
    if (options.worker) {
      const worker = new NodeForkedProcess(this.hub(), startWorker(file), -1, -1, -1, over);
      this.workers = [...this.workers.filter((one) => one.state !== 'ended'), worker];
      return worker;
    }
    const child = startCopy(file, options.redirect);
    const forked = new NodeForkedProcess(this.hub(), child, options.redirect ? 1 : -1, PIPE_FD, READY_FD, over);
    this.journal.record({ kind: 'fork', pid: forked.pid });
    return forked;
  }

  get beginning(): boolean {
    const { folder } = this.numbers;
    return folder !== null && this.births.any(folder);
  }

  recall(): { readonly value: Noted } | undefined {
    return this.journal.replay('note');
  }

  note(value: Noted): void {
    if (!this.replaying) this.journal.record({ kind: 'note', value });
  }

  /** Does what must not be done once more: in a copy it has been done. */
  once(act: () => boolean): boolean {
    return this.replaying || act();
  }

  shared(value: number): SharedNumber {
    return this.numbers.create(value);
  }
}

function startCopy(file: string, redirect: boolean): ChildProcess {
  return process
    .getBuiltinModule('node:child_process')
    .spawn(process.execPath, [...process.execArgv, ...process.argv.slice(1)], {
      env: { ...process.env, ...withoutSlow(), [VARIABLE]: file },
      stdio: [redirect ? 'ignore' : 'inherit', redirect ? 'pipe' : 'inherit', 'inherit', 'pipe', 'pipe'],
    });
}

function startWorker(file: string): ChildProcess {
  const primary = cluster();
  // the workers accept by themselves: what waits in the queue of one that dies is another's
  primary.schedulingPolicy = primary.SCHED_NONE;
  primary.setupPrimary({
    exec: process.argv[1] ?? '',
    args: process.argv.slice(2),
    execArgv: process.execArgv,
    serialization: 'advanced',
  });
  return primary.fork({ ...withoutSlow(), [VARIABLE]: file }).process;
}
