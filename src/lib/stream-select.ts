/**
 * stream_select, and what is set for streams that can wait.
 * Source: php-src ext/standard/streamsfuncs.c (PHP_FUNCTION(stream_select))
 */
import { E_WARNING } from '../base/diagnostics.ts';
import { networkOf, waitFor } from '../coro/io-wait.ts';
import type { NativeCode } from '../object/native-code.ts';
import type { ArrayKey } from '../value/array-key.ts';
import { PhpArray } from '../value/php-array.ts';
import { addRef, deref, type PhpReference, type PhpResource, type Zval } from '../value/zval.ts';
import type { Watched } from '../vm/net-ports.ts';
import type { Executor } from '../vm/executor.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { blocksAll, isFresh, lookAround, MORE_TURNS, noteLook } from './socket-io.ts';
import { descriptorOf, pollPipe } from './plain-stream.ts';
import { SocketState } from './socket-state.ts';
import { settle } from './stream-step.ts';
import { isStream, type Step, type Stream, streamOf } from './stream.ts';

/** PHP_STREAM_OPTION_BLOCKING, PHP_STREAM_OPTION_READ_TIMEOUT */
const OPTION_BLOCKING = 1;
const OPTION_READ_TIMEOUT = 4;
/** SWOOLE_HOOK_STREAM_FUNCTION */
const HOOK_STREAM_FUNCTION = 1 << 7;
const PIPE_POLL_MICROS = 500;

interface Entry {
  readonly key: ArrayKey;
  readonly value: Zval;
  readonly stream: Stream;
}

type Test = (s: Stream) => boolean;

function isReadable(rt: Executor, s: Stream): boolean {
  if (s.socket !== null) return s.socket.isReadable();
  const fd = descriptorOf(s);
  return fd !== 1 && fd !== 2 && pollPipe(rt, s);
}

function isWritable(s: Stream): boolean {
  return s.socket === null ? descriptorOf(s) !== 0 : s.socket.isWritable();
}

const isAhead: Test = (s) => s.data.length > s.pos;

/** Standard input becomes a stream that can wait. */
function makeWaitable(rt: Executor, s: Stream): void {
  if (descriptorOf(s) !== 0 || s.socket !== null) return;
  const network = networkOf(rt);
  if (network !== null) {
    s.socket = new SocketState('STDIO', { kind: 'connection', connection: network.standardInput() }, -1);
  }
}

/** The streams of one array; those that have no descriptor are warned about and left out. */
function entriesOf(rt: Executor, array: Zval): Entry[] {
  const out: Entry[] = [];
  if (!(array instanceof PhpArray)) return out;
  array.forEach((held, key) => {
    const value = deref(held);
    // what is no open stream is passed over in silence
    if (!isStream(value)) return;
    const stream = value.data as Stream;
    if (stream.socket === null && !canWait(rt, stream)) return;
    out.push({ key, value, stream });
  });
  return out;
}

/** Has a stream that is no socket a descriptor? */
function canWait(rt: Executor, s: Stream): boolean {
  if (descriptorOf(s) === null) {
    const { label } = s.ops;
    rt.error(E_WARNING, `stream_select(): Cannot represent a stream of type ${label} as a select()able descriptor`);
    return false;
  }
  makeWaitable(rt, s);
  return true;
}

function chosen(entries: readonly Entry[], test: Test): PhpArray {
  const out = new PhpArray();
  for (let i = 0; i < entries.length; i++) {
    const { key, value, stream } = entries[i] as Entry;
    if (test(stream)) out.set(key, addRef(value));
  }
  return out;
}

function isSome(entries: readonly Entry[], test: Test): boolean {
  for (let i = 0; i < entries.length; i++) if (test((entries[i] as Entry).stream)) return true;
  return false;
}

/** How many different streams there are: Swoole's poll counts descriptors, not events. */
function streamsIn(arrays: readonly PhpArray[]): number {
  return new Set(arrays.flatMap((array) => array.valueList().map((v) => (deref(v) as PhpResource).data))).size;
}

function store(rt: Executor, ref: PhpReference, array: PhpArray): void {
  if (!(ref.val instanceof PhpArray)) {
    rt.releaseValue(array);
    return;
  }
  const old = ref.val;
  ref.val = array;
  rt.releaseValue(old);
}

/** The seconds to wait (null: for ever); undefined after a ValueError. */
function limitOf(rt: Executor, seconds: number | null, micros: number | null): number | null | undefined {
  if (seconds === null) {
    if (micros === null || micros === 0) return null;
    rt.argumentValueError(5, 'must be null when argument #4 ($seconds) is null');
    return undefined;
  }
  if (seconds < 0) {
    rt.argumentValueError(4, 'must be greater than or equal to 0');
    return undefined;
  }
  if ((micros ?? 0) < 0) {
    rt.argumentValueError(5, 'must be greater than or equal to 0');
    return undefined;
  }
  return seconds + (micros ?? 0) / 1e6;
}

/** The arrays of a call. */
class Selection {
  readonly rt: Executor;
  private readonly refs: readonly [PhpReference, PhpReference, PhpReference];
  readonly read: readonly Entry[];
  readonly write: readonly Entry[];
  private readonly except: readonly Entry[];
  private readonly canRead: Test = (s) => isReadable(this.rt, s);

  constructor(rt: Executor, refs: readonly [PhpReference, PhpReference, PhpReference]) {
    this.rt = rt;
    this.refs = refs;
    this.read = entriesOf(rt, refs[0].val);
    this.write = entriesOf(rt, refs[1].val);
    this.except = entriesOf(rt, refs[2].val);
  }

  get isEmpty(): boolean {
    return this.read.length + this.write.length + this.except.length === 0;
  }

  isReady(): boolean {
    return isSome(this.read, this.canRead) || isSome(this.write, isWritable);
  }

  /** Those of the streams to read that have bytes in their buffers are the answer, if there are any. */
  readAhead(): number {
    const { rt } = this;
    if (!isSome(this.read, isAhead)) return 0;
    const ahead = chosen(this.read, isAhead);
    const { count } = ahead;
    store(rt, this.refs[0], ahead);
    store(rt, this.refs[1], new PhpArray());
    store(rt, this.refs[2], new PhpArray());
    return count;
  }

  /** Stores what is ready; how many that are. */
  answer(): number {
    const { rt } = this;
    const results = [chosen(this.read, this.canRead), chosen(this.write, isWritable), new PhpArray()] as const;
    const hooked = !blocksAll(rt, HOOK_STREAM_FUNCTION);
    const n = hooked ? streamsIn(results) : results[0].count + results[1].count;
    for (let i = 0; i < results.length; i++) store(rt, this.refs[i] as PhpReference, results[i] as PhpArray);
    return n;
  }
}

function select(
  rt: Executor,
  refs: readonly [PhpReference, PhpReference, PhpReference],
  seconds: number | null,
  micros: number | null,
): Step<Zval> {
  const selection = new Selection(rt, refs);
  if (selection.isEmpty) return rt.throwError('ValueError', 'No stream arrays were passed');
  const limit = limitOf(rt, seconds, micros);
  if (limit === undefined) return null;
  const ahead = selection.readAhead();
  if (ahead > 0) return ahead;
  return selection.isReady() && isFresh(rt, true) ? selection.answer() : waitForAny(selection, limit);
}

/** Waits until one is ready, at most `limit` seconds (null: for ever). */
function* waitForAny(selection: Selection, limit: number | null): NativeCode {
  const { rt, read, write } = selection;
  const ready = (): boolean => selection.isReady();
  if (ready()) {
    yield* lookAround(rt, true);
  } else if (limit === 0) {
    yield* lookAround(rt);
  } else if (read.some((e) => e.stream.socket === null)) {
    yield* waitForPipes(rt, ready, limit);
  } else {
    const handles: Watched[] = [];
    for (const { stream } of [...read, ...write]) if (stream.socket !== null) handles.push(stream.socket.watched);
    yield* waitFor(rt, handles, ready, limit ?? -1, 'stream select', blocksAll(rt, HOOK_STREAM_FUNCTION), MORE_TURNS);
    noteLook(rt);
  }
  return selection.answer();
}

/** The host cannot wait for pipes: they are asked again and again. */
function* waitForPipes(rt: Executor, ready: () => boolean, limit: number | null): NativeCode<void> {
  const end = limit === null ? Number.POSITIVE_INFINITY : rt.host.nowMicros() + limit * 1e6;
  while (!ready() && rt.host.nowMicros() < end) {
    rt.host.sleepMicros(PIPE_POLL_MICROS);
    yield* lookAround(rt);
  }
}

function* setBlocking(rt: Executor, resource: PhpResource, enable: boolean): NativeCode {
  const s = streamOf(rt, resource);
  if (s === null) return null;
  makeWaitable(rt, s);
  if (s.socket !== null) {
    s.socket.blocking = enable;
    return true;
  }
  const { setOption } = s.ops;
  return setOption !== undefined && (yield* settle(setOption(rt, s, OPTION_BLOCKING, enable ? 1 : 0, null)));
}

function* setTimeoutOf(rt: Executor, resource: PhpResource, seconds: number, micros: number): NativeCode {
  const s = streamOf(rt, resource);
  if (s === null) return null;
  if (s.socket === null && descriptorOf(s) === null && s.ops.setOption !== undefined) {
    return yield* settle(s.ops.setOption(rt, s, OPTION_READ_TIMEOUT, seconds, micros));
  }
  if (s.socket === null || s.socket.type === 'STDIO') return false;
  s.socket.timeout = seconds + micros / 1e6;
  s.socket.timedOut = false;
  return true;
}

export const selectFunctions: readonly FunctionDef[] = [
  fn({
    name: 'stream_select',
    doc: 'Waits until streams can be read or written.',
    params: [
      p.ref('read', ['array', 'null']),
      p.ref('write', ['array', 'null']),
      p.ref('except', ['array', 'null']),
      p.nullable(p.int('seconds')),
      p.nullable(p.int('microseconds'), { default: null }),
    ],
    returns: ['int', 'false'],
    impl: (rt, read, write, except, seconds, micros) => select(rt, [read, write, except], seconds, micros),
  }),
  ...(['stream_set_blocking', 'socket_set_blocking'] as const).map((name) =>
    fn({
      name,
      doc: 'Whether reads and writes of a stream wait.',
      params: [p.resource('stream'), p.bool('enable')],
      returns: ['bool'],
      impl: (rt, resource, enable) => setBlocking(rt, resource, enable),
    }),
  ),
  ...(['stream_set_timeout', 'socket_set_timeout'] as const).map((name) =>
    fn({
      name,
      doc: 'How long reads and writes of a stream wait.',
      params: [p.resource('stream'), p.int('seconds'), p.int('microseconds', { default: 0 })],
      returns: ['bool'],
      impl: (rt, resource, seconds, micros) => setTimeoutOf(rt, resource, seconds, micros),
    }),
  ),
];
