/**
 * Functions on open streams: fread, fwrite, fgets, fseek, ...
 * Source: php-src ext/standard/file.c
 */
import { E_WARNING } from '../base/diagnostics.ts';
import type { NativeCode } from '../object/native-code.ts';
import type { PhpReference, PhpResource, Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { type FunctionDef, fn, type Param, p } from './define.ts';
import { formattedPrint } from './formatted-print.ts';
import { openNamed } from './open-stream.ts';
import { descriptorOf } from './plain-stream.ts';
import { statArray } from './stat-array.ts';
import {
  atEnd,
  closeStep,
  flushStream,
  readLine,
  readStep,
  readStream,
  seekStream,
  writeStep,
  writeStream,
} from './stream-core.ts';
import { isCode, settle } from './stream-step.ts';
import { type Step, type Stream, streamOf } from './stream.ts';
import { docref, setRef } from './string-util.ts';

const POSITIVE = 'must be greater than 0';

export const streamParam: Param<PhpResource> = p.resource('stream');
/** `$context = null` */
export const contextParam: Param<PhpResource | null> = p.nullable(p.resource('context'), { default: null });

/** What `work` makes of the stream of a resource; null after a TypeError. */
export function onStream(rt: Executor, resource: PhpResource, work: (s: Stream) => Step<Zval>): Step<Zval> {
  const stream = streamOf(rt, resource);
  return stream === null ? null : work(stream);
}

function write(rt: Executor, resource: PhpResource, data: string, length: number | null): Step<Zval> {
  const bytes = length === null ? data : data.slice(0, Math.max(0, length));
  // nothing can be written to anything, even to what is closed
  if (bytes === '') return 0;
  const s = streamOf(rt, resource);
  return s === null ? null : writeStep(rt, s, bytes);
}

function read(rt: Executor, resource: PhpResource, length: number): Step<Zval> {
  const s = streamOf(rt, resource);
  if (s === null) return null;
  if (length < 1) return rt.argumentValueError(2, POSITIVE);
  const step = readStep(rt, s, length);
  return isCode(step) ? orFalse(step) : (step ?? false);
}

function* orFalse(code: NativeCode<string | null>): NativeCode {
  return (yield* code) ?? false;
}

const writeParams = [streamParam, p.string('data'), p.nullable(p.int('length'), { default: null })] as const;

/** fstat: the fields of an open stream, false when it has none. */
export function* fstat(rt: Executor, s: Stream): NativeCode {
  const { stat } = s.ops;
  const found = stat === undefined ? null : yield* settle(stat(rt, s));
  return found === null ? false : statArray(found);
}

function* writeFormatted(
  rt: Executor,
  resource: PhpResource,
  format: string,
  values: readonly Zval[],
  extra: number,
): NativeCode {
  const s = streamOf(rt, resource);
  if (s === null) return null;
  const text = formattedPrint(rt, format, values, extra);
  const ready = typeof text === 'object' && text !== null ? yield* text as NativeCode : text;
  if (typeof ready !== 'string') return null;
  yield* writeStream(rt, s, ready);
  return ready.length;
}

const LOCK_UNLOCK = 3;
const LOCK_NO_WAIT = 4;

/** php_flock_common: the operation is argument `n`. */
export function* lockStream(
  rt: Executor,
  s: Stream,
  operation: number,
  wouldBlock: PhpReference | null,
  n: number,
): NativeCode {
  const act = operation & LOCK_UNLOCK;
  if (act < 1) return rt.argumentValueError(n, 'must be one of LOCK_SH, LOCK_EX, or LOCK_UN');
  setRef(rt, wouldBlock, 0);
  const { lock } = s.ops;
  if (lock === undefined) return false;
  const done = yield* settle(lock(rt, s, act | (operation & LOCK_NO_WAIT)));
  if (done === undefined) setRef(rt, wouldBlock, 1);
  return done === true;
}

/** ftruncate; the size is argument `n`. */
export function* truncateStream(rt: Executor, s: Stream, size: number, n: number): NativeCode {
  if (size < 0) return rt.argumentValueError(n, 'must be greater than or equal to 0');
  const { truncate } = s.ops;
  const done = truncate === undefined ? null : yield* settle(truncate(rt, s, size));
  if (done !== null) return done;
  if (rt.exception === null) docref(rt, E_WARNING, "Can't truncate this stream!");
  return false;
}

function* synchronize(rt: Executor, s: Stream, dataOnly: boolean): NativeCode {
  const fd = descriptorOf(s);
  if (fd === null || rt.host.files === null) {
    docref(rt, E_WARNING, "Can't fsync this stream!");
    return false;
  }
  yield* flushStream(rt, s, false);
  return rt.host.files.sync(fd, dataOnly) === 0;
}

/** fpassthru and readfile: prints what is left; how many bytes. */
export function* passThrough(rt: Executor, s: Stream): NativeCode<number> {
  let length = 0;
  while (!atEnd(s)) {
    const part = yield* readStream(rt, s, s.chunkSize);
    if (part === null || part === '') break;
    rt.write(part);
    length += part.length;
    if (rt.output.chunkFull) yield* rt.output.overflow();
  }
  return length;
}

export const streamConstants: Readonly<Record<string, Zval>> = {
  SEEK_SET: 0,
  SEEK_CUR: 1,
  SEEK_END: 2,
  LOCK_SH: 1,
  LOCK_EX: 2,
  LOCK_UN: 3,
  LOCK_NB: 4,
};

const openAndCloseFunctions: readonly FunctionDef[] = [
  fn({
    name: 'fopen',
    doc: 'Opens a file or URL.',
    params: [p.string('filename'), p.string('mode'), p.bool('use_include_path', { default: false }), contextParam],
    returns: null,
    *impl(rt, name, mode, useIncludePath, context) {
      const stream = yield* openNamed(rt, name, mode, { useIncludePath, context });
      return stream === null || stream === false ? stream : stream.resource;
    },
  }),
  fn({
    name: 'fclose',
    doc: 'Closes a stream.',
    params: [streamParam],
    returns: ['bool'],
    impl: (rt, resource) => onStream(rt, resource, (s) => closeStep(rt, s)),
  }),
  fn({
    name: 'flock',
    doc: 'Locks a file or unlocks it.',
    params: [streamParam, p.int('operation'), p.ref('would_block', undefined, { default: null })],
    returns: ['bool'],
    impl: (rt, resource, operation, wouldBlock) =>
      onStream(rt, resource, (s) => lockStream(rt, s, operation, wouldBlock, 2)),
  }),
];

const writeFunctions: readonly FunctionDef[] = [
  fn({
    name: 'fwrite',
    doc: 'Writes bytes to a stream.',
    params: writeParams,
    returns: ['int', 'false'],
    impl: write,
  }),
  fn({
    name: 'fputs',
    doc: 'Writes bytes to a stream (fwrite).',
    params: writeParams,
    returns: ['int', 'false'],
    impl: write,
  }),
  fn({
    name: 'fprintf',
    doc: 'Writes formatted values to a stream.',
    params: [streamParam, p.string('format'), p.rest(p.mixed('values'))],
    returns: ['int'],
    impl: (rt, resource, format, values) => writeFormatted(rt, resource, format, values, 2),
  }),
  fn({
    name: 'vfprintf',
    doc: 'Writes the formatted values of an array to a stream.',
    params: [streamParam, p.string('format'), p.array('values')],
    returns: ['int'],
    impl: (rt, resource, format, values) => writeFormatted(rt, resource, format, values.valueList(), -1),
  }),
  fn({
    name: 'fflush',
    doc: 'Writes what is buffered.',
    params: [streamParam],
    returns: ['bool'],
    impl: (rt, resource) => onStream(rt, resource, (s) => flushStream(rt, s, false)),
  }),
  fn({
    name: 'ftruncate',
    doc: 'Cuts a file off, or makes it longer.',
    params: [streamParam, p.int('size')],
    returns: ['bool'],
    impl: (rt, resource, size) => onStream(rt, resource, (s) => truncateStream(rt, s, size, 2)),
  }),
  fn({
    name: 'fsync',
    doc: 'Writes a file to the disk.',
    params: [streamParam],
    returns: ['bool'],
    impl: (rt, resource) => onStream(rt, resource, (s) => synchronize(rt, s, false)),
  }),
  fn({
    name: 'fdatasync',
    doc: "Writes a file's content to the disk.",
    params: [streamParam],
    returns: ['bool'],
    impl: (rt, resource) => onStream(rt, resource, (s) => synchronize(rt, s, true)),
  }),
];

const readFunctions: readonly FunctionDef[] = [
  fn({
    name: 'fread',
    doc: 'Reads up to so many bytes.',
    params: [streamParam, p.int('length')],
    returns: ['string', 'false'],
    impl: read,
  }),
  fn({
    name: 'fgets',
    doc: 'Reads a line.',
    params: [streamParam, p.nullable(p.int('length'), { default: null })],
    returns: ['string', 'false'],
    impl: (rt, resource, length) =>
      onStream(rt, resource, function* (s) {
        if (length === null) return (yield* readLine(rt, s)) ?? false;
        if (length < 1) return rt.argumentValueError(2, POSITIVE);
        return length === 1 ? false : ((yield* readLine(rt, s, length - 1)) ?? false);
      }),
  }),
  fn({
    name: 'fgetc',
    doc: 'Reads one byte.',
    params: [streamParam],
    returns: ['string', 'false'],
    impl: (rt, resource) =>
      onStream(rt, resource, function* (s) {
        return (yield* readStream(rt, s, 1)) || false;
      }),
  }),
  fn({
    name: 'feof',
    doc: 'Whether a read met the end of the stream.',
    params: [streamParam],
    returns: ['bool'],
    impl: (rt, resource) =>
      onStream(rt, resource, function* (s) {
        if (s.buffered > 0) return false;
        const { isAlive } = s.ops;
        if (!s.eof && isAlive !== undefined && !(yield* settle(isAlive(rt, s)))) s.eof = true;
        return s.eof;
      }),
  }),
  fn({
    name: 'fpassthru',
    doc: 'Prints what is left of a stream.',
    params: [streamParam],
    returns: ['int'],
    impl: (rt, resource) => onStream(rt, resource, (s) => passThrough(rt, s)),
  }),
];

const positionFunctions: readonly FunctionDef[] = [
  fn({
    name: 'ftell',
    doc: 'Where the stream stands.',
    params: [streamParam],
    returns: ['int', 'false'],
    impl(rt, resource) {
      const s = streamOf(rt, resource);
      if (s === null) return null;
      return s.position < 0 ? false : s.position;
    },
  }),
  fn({
    name: 'fseek',
    doc: 'Moves to a position; 0, or -1 when that cannot be.',
    params: [streamParam, p.int('offset'), p.int('whence', { default: 0, text: 'SEEK_SET' })],
    returns: ['int'],
    impl: (rt, resource, offset, whence) => onStream(rt, resource, (s) => seekStream(rt, s, offset, whence)),
  }),
  fn({
    name: 'rewind',
    doc: 'Moves to the start.',
    params: [streamParam],
    returns: ['bool'],
    impl: (rt, resource) =>
      onStream(rt, resource, function* (s) {
        return (yield* seekStream(rt, s, 0, 0)) === 0;
      }),
  }),
  fn({
    name: 'fstat',
    doc: 'What is known about an open file.',
    params: [streamParam],
    returns: ['array', 'false'],
    impl: (rt, resource) => onStream(rt, resource, (s) => fstat(rt, s)),
  }),
];

export const streamFunctions: readonly FunctionDef[] = [
  ...openAndCloseFunctions,
  ...writeFunctions,
  ...readFunctions,
  ...positionFunctions,
];
