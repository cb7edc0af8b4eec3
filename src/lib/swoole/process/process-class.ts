/**
 * Swoole\Process: copies of the running process.
 * Source: swoole-src ext-src/swoole_process.cc; wiki.swoole.com process/process
 */
import { E_ERROR } from '../../../base/diagnostics.ts';
import { ACC_NOT_SERIALIZABLE, ACC_PUBLIC } from '../../../bytecode/type-flags.ts';
import type { HeldCallable } from '../../../coro/coroutine.ts';
import { waitFor } from '../../../coro/io-wait.ts';
import { schedulerOf } from '../../../coro/scheduler.ts';
import type { ClassDef } from '../../../object/class-def.ts';
import type { NativeCode } from '../../../object/native-code.ts';
import { PhpArray } from '../../../value/php-array.ts';
import type { PhpObject } from '../../../value/php-object.ts';
import { addRef, type Zval } from '../../../value/zval.ts';
import type { Executor } from '../../../vm/executor.ts';
import type { ForkedProcess } from '../../../vm/fork-port.ts';
import type { Connection, Watched } from '../../../vm/net-ports.ts';
import { throwUnwindExit } from '../../../vm/unwind-exit.ts';
import { type MethodDef, method, p, staticMethod } from '../../define.ts';
import { callPlainly } from '../server/events.ts';
import { ownedCallable, warn } from '../support.ts';
import { processSignalMethods } from './signal-methods.ts';
import { denyUnset } from '../deny-unset.ts';

const LINK = 'https://wiki.swoole.com/#/process/process';
const SLOT = { pipe: 0, msgQueueId: 1, msgQueueKey: 2, pid: 3, id: 4 } as const;
/** Seconds that a copy may take to come to where it was made. */
const START_SECONDS = 30;
const MAX_READ = 65536;
const DEFAULT_READ = 8192;
const ECHILD = 10;

/** What a Process object holds. */
class ProcessData {
  readonly held: HeldCallable;
  readonly redirect: boolean;
  readonly pipeType: number;
  readonly coroutine: boolean;
  child: ForkedProcess | null = null;
  started = false;
  /** Seconds that read() waits; negative for ever. */
  timeout = -1;
  blocking = true;
  /** Of a process that a server makes: where what is written to it goes. */
  serverWrite: ((bytes: string) => boolean) | null = null;
  /** In such a process: what has been written to it. */
  serverInput: ServerInput | null = null;

  constructor(held: HeldCallable, redirect: boolean, pipeType: number, coroutine: boolean) {
    this.held = held;
    this.redirect = redirect;
    this.pipeType = pipeType;
    this.coroutine = coroutine;
  }
}

/** Packets for a process of a server. */
class ServerInput implements Watched {
  readonly listeners: Set<() => void> = new Set();
  readonly packets: string[] = [];

  push(bytes: string): void {
    this.packets.push(bytes);
    for (const listener of this.listeners) listener();
  }
}

/** Says where writes to a process of a server go. */
export function pipeToServer(process: PhpObject, write: (bytes: string) => boolean): void {
  if (process.native instanceof ProcessData) process.native.serverWrite = write;
}

/** The life of a process that a server has made. @param connect gets what takes the packets for it */
export function* runInServer(
  rt: Executor,
  process: PhpObject,
  connect: (take: (bytes: string) => void) => void,
): NativeCode<void> {
  const data = dataOf(rt, process);
  const input = new ServerInput();
  data.serverInput = input;
  connect((bytes) => input.push(bytes));
  process.props[SLOT.pid] = rt.host.pid();
  const scheduler = schedulerOf(rt);
  if (data.coroutine) yield* scheduler.create(data.held, [process]);
  else yield* callPlainly(rt, data.held, [process]);
  if (scheduler.active) yield* scheduler.loop();
}

/** The number of a process among those of its server. */
export function setProcessId(process: PhpObject, id: number): void {
  process.props[SLOT.id] = id;
}

/** The copies of this process that have not been waited for. */
function childrenOf(rt: Executor): Set<ForkedProcess> {
  return rt.moduleState('swoole.children', () => new Set<ForkedProcess>());
}

function dataOf(rt: Executor, self: PhpObject): ProcessData {
  if (self.native instanceof ProcessData) return self.native;
  return rt.fatalError('must call constructor first');
}

function* start(rt: Executor, self: PhpObject, data: ProcessData): NativeCode {
  const { forks } = rt.host;
  if (forks === undefined || data.started) {
    warn(rt, `process has already been started`);
    return false;
  }
  if (schedulerOf(rt).current !== null) {
    rt.error(E_ERROR, 'Swoole\\Process::start(): must be forked outside the coroutine');
    return false;
  }
  data.started = true;
  const arrival = forks.arrive();
  if (arrival.kind === 'past') {
    self.props[SLOT.pid] = arrival.pid;
    return arrival.pid;
  }
  if (arrival.kind === 'copy') {
    yield* beTheCopy(rt, self, data);
    return false;
  }
  const child = forks.fork(0, { redirect: data.redirect, worker: false, place: arrival.place });
  data.child = child;
  childrenOf(rt).add(child);
  yield* waitFor(rt, [child], () => child.state !== 'starting', START_SECONDS, 'process start', true);
  self.props[SLOT.pid] = child.pid;
  return child.pid;
}

/** Calls the function, runs the event loop, ends the process. */
function* beTheCopy(rt: Executor, self: PhpObject, data: ProcessData): NativeCode<void> {
  childrenOf(rt).clear();
  self.props[SLOT.pid] = rt.host.pid();
  const scheduler = schedulerOf(rt);
  if (data.coroutine) yield* scheduler.create(data.held, [self]);
  else yield* callPlainly(rt, data.held, [self]);
  if (scheduler.active) yield* scheduler.loop();
  throwUnwindExit(rt);
}

function row([pid, code, signal]: readonly [number, number, number]): PhpArray {
  const out = new PhpArray();
  out.setStr('pid', pid);
  out.setStr('code', code);
  out.setStr('signal', signal);
  return out;
}

/** Process::wait() */
function* waitAny(rt: Executor, blocks: boolean): NativeCode {
  const { forks } = rt.host;
  const before = forks?.recall()?.value;
  if (before !== undefined) return Array.isArray(before) ? row(before as [number, number, number]) : false;
  const child = yield* waitLive(rt, blocks);
  const status: [number, number, number] | null = child === null ? null : [child.pid, child.exitCode, child.signal];
  forks?.note(status);
  return status === null ? false : row(status);
}

function* waitLive(rt: Executor, blocks: boolean): NativeCode<ForkedProcess | null> {
  const children = childrenOf(rt);
  if (children.size === 0) {
    schedulerOf(rt).lastError = ECHILD;
    return null;
  }
  const ended = (): ForkedProcess | undefined => [...children].find((child) => child.state === 'ended');
  if (ended() === undefined) {
    const seconds = blocks ? -1 : 0.001;
    yield* waitFor(rt, [...children], () => ended() !== undefined, seconds, 'process wait', true);
  }
  const child = ended();
  if (child === undefined) return null;
  children.delete(child);
  return child;
}

/** What the other side has written; waits for it. */
function* read(rt: Executor, data: ProcessData, size: number): NativeCode {
  const { forks } = rt.host;
  const before = forks?.recall()?.value;
  if (before !== undefined) return typeof before === 'string' ? before : false;
  const bytes = yield* readLive(rt, data, size);
  forks?.note(bytes);
  return bytes;
}

function* readLive(rt: Executor, data: ProcessData, size: number): NativeCode<string | false> {
  const { serverInput } = data;
  if (serverInput !== null) {
    const seconds = data.blocking ? data.timeout : 0.001;
    yield* waitFor(rt, [serverInput], () => serverInput.packets.length > 0, seconds, 'process read');
    return serverInput.packets.shift()?.slice(0, size) ?? false;
  }
  const connection = readingEnd(rt, data);
  if (connection === null) {
    warn(rt, 'no pipe, cannot read from pipe');
    return false;
  }
  const ready = (): boolean => connection.available > 0 || connection.ended;
  const seconds = data.blocking ? data.timeout : 0.001;
  yield* waitFor(rt, [connection], ready, seconds, 'process read', true);
  if (!ready()) {
    schedulerOf(rt).lastError = 11;
    if (data.blocking || data.timeout >= 0) warn(rt, 'read() failed, Error: Resource temporarily unavailable[11]');
    return false;
  }
  return connection.take(size);
}

/** The child's output for its maker, the maker's for the child. */
function readingEnd(rt: Executor, data: ProcessData): Connection | null {
  return data.child?.input ?? rt.host.forks?.maker ?? null;
}

function writingEnd(rt: Executor, data: ProcessData): Connection | null {
  return data.child?.output ?? rt.host.forks?.maker ?? null;
}

const pipeMethods: readonly MethodDef[] = [
  method({
    name: 'write',
    doc: 'Writes to the other side.',
    params: [p.string('data')],
    returns: ['int', 'false'],
    link: LINK,
    *impl(rt, self, bytes) {
      if (rt.host.forks?.replaying === true) return bytes.length;
      const data = dataOf(rt, self);
      if (data.serverWrite !== null) return data.serverWrite(bytes) ? bytes.length : false;
      const connection = writingEnd(rt, data);
      if (bytes === '' || connection === null || !connection.write(bytes)) return false;
      yield* waitFor(rt, [connection], () => connection.room > 0 || !connection.writable, -1, 'process write', true);
      return bytes.length;
    },
  }),
  method({
    name: 'read',
    doc: 'Waits for what the other side writes.',
    params: [p.int('size', { default: DEFAULT_READ })],
    returns: ['string', 'false'],
    link: LINK,
    impl: (rt, self, size) => read(rt, dataOf(rt, self), Math.min(size, MAX_READ)),
  }),
  method({
    name: 'setTimeout',
    doc: 'How long read() waits.',
    params: [p.float('seconds')],
    returns: ['bool'],
    link: LINK,
    impl(rt, self, seconds) {
      dataOf(rt, self).timeout = seconds;
      return true;
    },
  }),
  method({
    name: 'setBlocking',
    doc: 'Whether read() waits.',
    params: [p.bool('blocking')],
    returns: ['void'],
    link: LINK,
    impl(rt, self, blocking) {
      dataOf(rt, self).blocking = blocking;
      return null;
    },
  }),
  method({
    name: 'close',
    doc: 'Closes the pipe.',
    params: [p.int('which', { default: 0 })],
    returns: ['bool'],
    link: LINK,
    impl(rt, self) {
      const data = dataOf(rt, self);
      readingEnd(rt, data)?.close();
      writingEnd(rt, data)?.close();
      return true;
    },
  }),
];

const lifeMethods: readonly MethodDef[] = [
  method({
    name: '__construct',
    doc: 'Makes a process that will run a function.',
    params: [
      p.callable('callback'),
      p.bool('redirect_stdin_and_stdout', { default: false }),
      p.int('pipe_type', { default: 2, text: 'SOCK_DGRAM' }),
      p.bool('enable_coroutine', { default: false }),
    ],
    returns: null,
    link: LINK,
    impl(rt, self, callback, redirect, pipeType, coroutine) {
      if (self.native !== null) {
        return rt.throwError('Error', `Constructor of ${self.ce.name} can only be called once`);
      }
      self.native = new ProcessData(ownedCallable(rt, callback, 0), redirect, pipeType, coroutine);
      return null;
    },
  }),
  method({
    name: 'start',
    doc: 'Makes the copy; its number here, never back there.',
    params: [],
    returns: ['int', 'bool'],
    link: LINK,
    impl: (rt, self) => start(rt, self, dataOf(rt, self)),
  }),
  staticMethod({
    name: 'wait',
    doc: 'Waits for the end of a copy.',
    params: [p.bool('blocking', { default: true })],
    returns: ['array', 'false'],
    link: LINK,
    impl: (rt, _scope, blocking) => waitAny(rt, blocking),
  }),
  method({
    name: 'exit',
    doc: 'Ends this process.',
    params: [p.int('exit_code', { default: 0 })],
    returns: ['void'],
    link: LINK,
    impl(rt, _self, code) {
      rt.exitStatus = code & 0xff;
      throwUnwindExit(rt);
      return null;
    },
  }),
  ...(['name', 'set'] as const).map((name) =>
    method({
      name,
      doc: name === 'name' ? 'Names the process for ps.' : 'Sets options.',
      params: [name === 'name' ? p.untyped('process_name') : p.untyped('settings')],
      returns: ['bool'],
      link: LINK,
      impl(rt, self, v: Zval) {
        const data = dataOf(rt, self);
        if (v instanceof PhpArray && v.getStr('enable_coroutine') === true) {
          self.native = new ProcessData(data.held, data.redirect, data.pipeType, true);
        }
        return true;
      },
    }),
  ),
  method({
    name: 'exec',
    doc: 'Runs a program in place of this process.',
    params: [p.string('exec_file'), p.array('args')],
    returns: ['bool'],
    link: LINK,
    impl(rt, _self, file, args) {
      const { system } = rt.host;
      if (system === null) return false;
      rt.host.flush();
      const list = args.valueList().map((v) => String(addRef(v)));
      const pid = system.start([file, ...list], [0, 1, 2], null, rt.host.env());
      if (typeof pid === 'string') return false;
      return (function* () {
        const status = system.status(pid, true);
        rt.exitStatus = Math.max(0, status.exitCode);
        throwUnwindExit(rt);
        return false;
      })();
    },
  }),
];

export const processClass: ClassDef<MethodDef> = {
  name: 'Swoole\\Process',
  flags: ACC_NOT_SERIALIZABLE,
  constants: [
    { name: 'IPC_NOWAIT', value: 256 },
    { name: 'PIPE_MASTER', value: 1 },
    { name: 'PIPE_WORKER', value: 2 },
    { name: 'PIPE_READ', value: 3 },
    { name: 'PIPE_WRITE', value: 4 },
  ],
  properties: [
    { name: 'pipe', flags: ACC_PUBLIC, type: null, default: null },
    { name: 'msgQueueId', flags: ACC_PUBLIC, type: null, default: null },
    { name: 'msgQueueKey', flags: ACC_PUBLIC, type: null, default: null },
    { name: 'pid', flags: ACC_PUBLIC, type: null, default: null },
    { name: 'id', flags: ACC_PUBLIC, type: null, default: null },
  ],
  methods: [...lifeMethods, ...pipeMethods, ...processSignalMethods],
  handlers: {
    cloneable: false,
    unsetProperty: denyUnset,
    freeNative: (rt, obj) => {
      if (obj.native instanceof ProcessData) (rt as Executor).releaseValue(obj.native.held.holder);
    },
  },
};
