/**
 * Processes with pipes: proc_open and its kin, popen.
 * Source: php-src ext/standard/proc_open.c, file.c (popen)
 */
import { E_WARNING } from '../base/diagnostics.ts';
import { typeName } from '../value/convert.ts';
import { PhpArray } from '../value/php-array.ts';
import { deref, PhpResource, type Zval } from '../value/zval.ts';
import type { NativeCode } from '../object/native-code.ts';
import type { Executor } from '../vm/executor.ts';
import type { SystemPort } from '../vm/ports.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { environment } from './environment.ts';
import { errorText } from './errno.ts';
import { openNamed } from './open-stream.ts';
import { descriptorOf, plainStateOf, streamOfDescriptor } from './plain-stream.ts';
import { closeStream } from './stream-core.ts';
import { createStreamResource, parseMode, type Stream, streamOf } from './stream.ts';
import { docref, setRef, stringOf } from './string-util.ts';

const SIGTERM = 15;
const STANDARD = 3;

/** What a process resource holds. */
class Process {
  readonly pid: number;
  readonly command: string;
  /** proc_get_status() has told how it ended: nobody else learns it. */
  told = false;
  /** Streams over our ends of its pipes. */
  readonly pipes: readonly Stream[];
  constructor(pid: number, command: string, pipes: readonly Stream[]) {
    this.pid = pid;
    this.command = command;
    this.pipes = pipes;
  }
}

/** The child's descriptors as they are made. */
interface Plan {
  readonly system: SystemPort;
  /** By number in the child. */
  readonly child: Map<number, number>;
  /** Descriptors to close once the child has them. */
  readonly lent: number[];
  /** Our ends of pipes by number in the child. */
  readonly pipes: [number, number, 'r' | 'w'][];
  readonly opened: Stream[];
}

/** get_string_parameter: null after an exception. */
function* parameter(rt: Executor, spec: PhpArray, index: number, what: string): NativeCode<string | null> {
  const held = spec.get(index);
  if (held === undefined) return rt.throwError('ValueError', `Missing ${what}`);
  return yield* stringOf(rt, held);
}

function* pipeSpec(rt: Executor, plan: Plan, n: number, spec: PhpArray): NativeCode<boolean> {
  const mode = yield* parameter(rt, spec, 1, "mode parameter for 'pipe'");
  if (mode === null) return false;
  const childWrites = mode.startsWith('w');
  const ends = plan.system.pipe(childWrites ? 'read' : 'write');
  if (ends === null) {
    docref(rt, E_WARNING, 'Unable to create pipe Too many open files');
    return false;
  }
  const own = childWrites ? ends[0] : ends[1];
  const lent = childWrites ? ends[1] : ends[0];
  plan.child.set(n, lent);
  plan.lent.push(lent);
  plan.pipes.push([n, own, childWrites ? 'r' : 'w']);
  return true;
}

function* fileSpec(rt: Executor, plan: Plan, n: number, spec: PhpArray): NativeCode<boolean> {
  const name = yield* parameter(rt, spec, 1, "file name parameter for 'file'");
  const mode = name === null ? null : yield* parameter(rt, spec, 2, "mode parameter for 'file'");
  if (name === null || mode === null) return false;
  const stream = yield* openNamed(rt, name, mode);
  if (stream === null || stream === false) return false;
  plan.opened.push(stream);
  return lendStream(rt, plan, n, stream);
}

const WRITE_APPEND = 0o2001;

/** The child writes on where the file stands. */
function lendStream(rt: Executor, plan: Plan, n: number, stream: Stream): boolean {
  const fd = descriptorOf(stream);
  if (fd === null) {
    docref(rt, E_WARNING, `Cannot represent a stream of type ${stream.ops.label} as a File Descriptor`);
    return false;
  }
  const at = plainStateOf(stream)?.at ?? null;
  const again =
    at !== null && at > 0 && !stream.mode.read ? rt.host.files?.open(`/proc/self/fd/${fd}`, WRITE_APPEND, 0) : -1;
  if (again !== undefined && again >= 0) plan.lent.push(again);
  plan.child.set(n, again !== undefined && again >= 0 ? again : fd);
  return true;
}

function redirectSpec(rt: Executor, plan: Plan, n: number, spec: PhpArray): boolean {
  const target = deref(spec.get(1));
  if (target === undefined) {
    rt.throwError('ValueError', 'Missing redirection target');
    return false;
  }
  if (typeof target !== 'number') {
    rt.throwError('ValueError', `Redirection target must be of type int, ${typeName(target)} given`);
    return false;
  }
  const fd = plan.child.get(target) ?? (target >= 0 && target < STANDARD ? target : null);
  if (fd === null) {
    docref(rt, E_WARNING, `Redirection target ${target} not found`);
    return false;
  }
  plan.child.set(n, fd);
  return true;
}

function nullSpec(rt: Executor, plan: Plan, n: number): boolean {
  const fd = rt.host.files?.open('/dev/null', 2, 0) ?? -1;
  if (fd < 0) {
    docref(rt, E_WARNING, `Failed to open /dev/null: ${errorText(-fd)}`);
    return false;
  }
  plan.child.set(n, fd);
  plan.lent.push(fd);
  return true;
}

function* arraySpec(rt: Executor, plan: Plan, n: number, spec: PhpArray): NativeCode<boolean> {
  const kind = yield* parameter(rt, spec, 0, 'handle qualifier');
  switch (kind) {
    case null:
      return false;
    case 'pipe':
      return yield* pipeSpec(rt, plan, n, spec);
    case 'file':
      return yield* fileSpec(rt, plan, n, spec);
    case 'redirect':
      return redirectSpec(rt, plan, n, spec);
    case 'null':
      return nullSpec(rt, plan, n);
    case 'pty':
      docref(rt, E_WARNING, 'PTY (pseudoterminal) not supported on this system');
      return false;
    default:
      docref(rt, E_WARNING, `${kind} is not a valid descriptor spec/mode`);
      return false;
  }
}

function* planDescriptors(rt: Executor, plan: Plan, specs: PhpArray): NativeCode<boolean> {
  for (const [key, held] of specs.entries()) {
    if (typeof key !== 'number') {
      rt.argumentValueError(2, 'must be an integer indexed array');
      return false;
    }
    const spec = deref(held);
    if (spec instanceof PhpResource) {
      const stream = streamOf(rt, spec);
      if (stream === null || !lendStream(rt, plan, key, stream)) return false;
    } else if (spec instanceof PhpArray) {
      if (!(yield* arraySpec(rt, plan, key, spec))) return false;
    } else {
      rt.argumentValueError(2, 'must only contain arrays and streams');
      return false;
    }
  }
  return true;
}

function* dropPlan(rt: Executor, plan: Plan, ownToo: boolean): NativeCode<void> {
  for (const fd of plan.lent) rt.host.files?.close(fd);
  if (ownToo) for (const [, fd] of plan.pipes) rt.host.files?.close(fd);
  for (const stream of plan.opened) yield* closeStream(rt, stream);
}

/** The command as a shell line or its arguments; null after an exception. */
function* commandOf(rt: Executor, command: PhpArray | string): NativeCode<string | string[] | null> {
  if (typeof command === 'string') {
    return command.includes('\0') ? rt.argumentValueError(1, 'must not contain any null bytes') : command;
  }
  if (command.count === 0) return rt.argumentValueError(1, 'must have at least one element');
  const parts: string[] = [];
  for (const held of command.valueList()) {
    const text = yield* stringOf(rt, held);
    if (text === null) return null;
    if (text.includes('\0')) {
      return rt.throwError('ValueError', `Command array element ${parts.length + 1} contains a null byte`);
    }
    parts.push(text);
  }
  return parts;
}

function* environmentOf(rt: Executor, given: PhpArray | null): NativeCode<Record<string, string> | null> {
  if (given === null) return Object.fromEntries(environment(rt));
  const out: Record<string, string> = {};
  for (const [key, held] of given.entries()) {
    const text = yield* stringOf(rt, held);
    if (text === null) return null;
    if (text !== '') out[String(key)] = text;
  }
  return out;
}

function childDescriptors(plan: Plan): number[] {
  const last = Math.max(STANDARD - 1, ...plan.child.keys());
  return Array.from({ length: last + 1 }, (_, n) => plan.child.get(n) ?? (n < STANDARD ? n : -1));
}

/** A stream over our end of a pipe. */
function pipeStream(rt: Executor, fd: number, mode: string): Stream {
  const reads = mode.startsWith('r');
  const parsed = parseMode(mode) ?? { text: mode, read: reads, write: !reads, append: false, kind: mode };
  return streamOfDescriptor(rt, fd, parsed, null, null);
}

type OpenArgs = readonly [PhpArray | string, PhpArray, Parameters<typeof setRef>[1], string | null, PhpArray | null];

function* open(rt: Executor, ...[command, specs, pipes, cwd, env]: OpenArgs): NativeCode {
  const line = yield* commandOf(rt, command);
  const variables = line === null ? null : yield* environmentOf(rt, env);
  const { system } = rt.host;
  if (line === null || variables === null) return null;
  if (system === null) return false;
  const plan: Plan = { system, child: new Map(), lent: [], pipes: [], opened: [] };
  if (!(yield* planDescriptors(rt, plan, specs))) {
    yield* dropPlan(rt, plan, true);
    return rt.exception === null ? false : null;
  }
  const pid = system.start(line, childDescriptors(plan), cwd, variables);
  yield* dropPlan(rt, plan, typeof pid === 'string');
  if (typeof pid === 'string') {
    docref(rt, E_WARNING, `Exec failed: ${pid}`);
    return false;
  }
  const out = new PhpArray();
  const streams = plan.pipes.map(([n, fd, mode]) => {
    const stream = pipeStream(rt, fd, mode);
    out.set(n, createStreamResource(rt, stream));
    return stream;
  });
  setRef(rt, pipes, out);
  return rt.createResource('process', new Process(pid, typeof line === 'string' ? line : (line[0] ?? ''), streams));
}

function processOf(rt: Executor, resource: PhpResource): Process | null {
  if (resource.data instanceof Process) return resource.data;
  const func = rt.currentExecuteData?.func.functionName ?? '';
  return rt.throwError('TypeError', `${func}(): supplied resource is not a valid process resource`);
}

function statusOf(rt: Executor, proc: Process): PhpArray {
  const found = rt.host.system?.status(proc.pid, false);
  const ended = found !== undefined && !found.running;
  const known = ended && !proc.told;
  if (ended) proc.told = true;
  return PhpArray.fromEntries([
    ['command', proc.command],
    ['pid', proc.pid],
    ['running', !ended],
    ['signaled', known && found.signal !== 0],
    ['stopped', false],
    ['exitcode', known ? found.exitCode : -1],
    ['termsig', known ? found.signal : 0],
    ['stopsig', 0],
  ]);
}

function* close(rt: Executor, resource: PhpResource): NativeCode {
  const proc = processOf(rt, resource);
  if (proc === null) return null;
  // it may wait for the end of what it reads
  for (const stream of proc.pipes) if (!stream.closed) yield* closeStream(rt, stream);
  const found = rt.host.system?.status(proc.pid, true);
  rt.closeResource(resource);
  return proc.told || found === undefined ? -1 : found.signal !== 0 ? found.signal : found.exitCode;
}

const procFunctions: readonly FunctionDef[] = [
  fn({
    name: 'proc_open',
    doc: 'Starts a program with pipes to it.',
    params: [
      p.union('command', ['array', 'string']),
      p.array('descriptor_spec'),
      p.ref('pipes'),
      p.nullable(p.string('cwd'), { default: null }),
      p.nullable(p.array('env_vars'), { default: null }),
      p.nullable(p.array('options'), { default: null }),
    ],
    returns: null,
    impl: (rt, command, specs, pipes, cwd, env) => open(rt, command, specs, pipes, cwd, env),
  }),
  fn({
    name: 'proc_close',
    doc: 'Waits for a program; its exit status.',
    params: [p.resource('process')],
    returns: ['int'],
    impl: close,
  }),
  fn({
    name: 'proc_terminate',
    doc: 'Sends a signal to a program.',
    params: [p.resource('process'), p.int('signal', { default: SIGTERM })],
    returns: ['bool'],
    impl(rt, resource, signal) {
      const proc = processOf(rt, resource);
      return proc === null ? null : rt.host.system?.kill(proc.pid, signal) === true;
    },
  }),
  fn({
    name: 'proc_get_status',
    doc: 'How a program is doing.',
    params: [p.resource('process')],
    returns: ['array'],
    impl(rt, resource) {
      const proc = processOf(rt, resource);
      return proc === null ? null : statusOf(rt, proc);
    },
  }),
];

/** popen: the stream, false after a warning. */
function openPipe(rt: Executor, command: string, mode: string): Zval {
  if (command.includes('\0')) return rt.argumentValueError(1, 'must not contain any null bytes');
  if (!/^[rw]b?$/.test(mode)) return rt.argumentValueError(2, 'must be one of "r", "rb", "w", or "wb"');
  const reads = mode.startsWith('r');
  const { system } = rt.host;
  const ends = system?.pipe(reads ? 'read' : 'write') ?? null;
  if (system === null || ends === null) {
    docref(rt, E_WARNING, 'Too many open files');
    return false;
  }
  const [own, lent] = reads ? ends : [ends[1], ends[0]];
  const pid = system.start(command, reads ? [0, lent, 2] : [lent, 1, 2], null, Object.fromEntries(environment(rt)));
  rt.host.files?.close(lent);
  if (typeof pid === 'string') {
    rt.host.files?.close(own);
    docref(rt, E_WARNING, pid);
    return false;
  }
  const stream = pipeStream(rt, own, mode);
  const state = plainStateOf(stream);
  const resource = createStreamResource(rt, stream);
  if (state !== null) {
    state.onClose = (vm) => {
      const found = vm.host.system?.status(pid, true);
      exitCodes(vm).last = found?.exitCode ?? -1;
    };
  }
  return resource;
}

/** How the process behind the pipe that was closed last ended. */
function exitCodes(rt: Executor): { last: number } {
  return rt.moduleState('popen', () => ({ last: -1 }));
}

export const processFunctions: readonly FunctionDef[] = [
  ...procFunctions,
  fn({
    name: 'popen',
    doc: 'Starts a program and opens a pipe to or from it.',
    params: [p.string('command'), p.string('mode')],
    returns: null,
    impl: openPipe,
  }),
  fn({
    name: 'pclose',
    doc: 'Closes a pipe of popen(); the exit status of its program.',
    params: [p.resource('handle')],
    returns: ['int'],
    *impl(rt, resource) {
      const stream = streamOf(rt, resource);
      if (stream === null) return null;
      exitCodes(rt).last = -1;
      yield* closeStream(rt, stream);
      return exitCodes(rt).last;
    },
  }),
];
