/**
 * Whole files by name.
 * Source: php-src ext/standard/file.c, filestat.c, dir.c
 */
import { E_WARNING } from '../base/diagnostics.ts';
import type { NativeCode } from '../object/native-code.ts';
import { PhpArray } from '../value/php-array.ts';
import { PhpObject } from '../value/php-object.ts';
import { PhpResource, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { elementTexts } from './array-util.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { openNamed } from './open-stream.ts';
import { closeStream, readRest, seekStream, writeStream } from './stream-core.ts';
import { settle } from './stream-step.ts';
import { contextParam, passThrough } from './stream-functions.ts';
import { isStream, type Stream, streamOf } from './stream.ts';

const FILE_USE_INCLUDE_PATH = 1;
const FILE_IGNORE_NEW_LINES = 2;
const FILE_SKIP_EMPTY_LINES = 4;
const FILE_APPEND = 8;
const LOCK_EX = 2;
/** All flags that file() takes. */
const MOST_FLAGS = 23;

export const fileConstants: Readonly<Record<string, Zval>> = {
  FILE_USE_INCLUDE_PATH,
  FILE_IGNORE_NEW_LINES,
  FILE_SKIP_EMPTY_LINES,
  FILE_APPEND,
  FILE_NO_DEFAULT_CONTEXT: 16,
};

/** Opens for reading as the file functions do. False after a warning, null after an exception. */
export function openToRead(
  rt: Executor,
  name: string,
  useIncludePath: boolean,
  context: PhpResource | null = null,
): NativeCode<Stream | false | null> {
  return openNamed(rt, name, 'rb', { useIncludePath, context });
}

/** The whole content of a file or URL; false after a warning, null after an exception. */
export function* readWhole(rt: Executor, name: string, useIncludePath: boolean): NativeCode<string | false | null> {
  const stream = yield* openToRead(rt, name, useIncludePath);
  if (stream === null || stream === false) return stream;
  const bytes = yield* readRest(rt, stream);
  yield* closeStream(rt, stream);
  return rt.exception !== null ? null : (bytes ?? '');
}

function* getContents(
  rt: Executor,
  path: string,
  useIncludePath: boolean,
  context: PhpResource | null,
  offset: number,
  length: number | null,
): NativeCode {
  if (length !== null && length < 0) return rt.argumentValueError(5, 'must be greater than or equal to 0');
  const stream = yield* openToRead(rt, path, useIncludePath, context);
  if (stream === null || stream === false) return stream;
  if (offset !== 0 && (yield* seekStream(rt, stream, offset, offset > 0 ? 0 : 2)) < 0) {
    rt.error(E_WARNING, `file_get_contents(): Failed to seek to position ${offset} in the stream`);
    yield* closeStream(rt, stream);
    return false;
  }
  const bytes = yield* readRest(rt, stream, length ?? undefined);
  yield* closeStream(rt, stream);
  return rt.exception !== null ? null : (bytes ?? '');
}

/** The bytes that file_put_contents() is to write; null after an exception, false for what has none. */
function* bytesToPut(rt: Executor, data: Zval): NativeCode<string | false | null> {
  if (isStream(data)) {
    const source = streamOf(rt, data);
    return source === null ? null : ((yield* readRest(rt, source)) ?? '');
  }
  if (data instanceof PhpObject && !rt.hasToString(data)) return false;
  const texts = yield* elementTexts(rt, data instanceof PhpArray ? data.valueList() : [data]);
  return texts === null ? null : texts.join('');
}

function* putContents(rt: Executor, path: string, data: Zval, flags: number, context: PhpResource | null): NativeCode {
  const append = (flags & FILE_APPEND) !== 0;
  const locks = (flags & LOCK_EX) !== 0;
  if (data instanceof PhpResource && streamOf(rt, data) === null) return null;
  const useIncludePath = (flags & FILE_USE_INCLUDE_PATH) !== 0;
  const mode = append ? 'ab' : locks ? 'cb' : 'wb';
  const stream = yield* openNamed(rt, path, mode, { useIncludePath, context });
  if (stream === null || stream === false) return stream;
  if (locks) {
    const { lock } = stream.ops;
    if (lock === undefined || (yield* settle(lock(rt, stream, LOCK_EX))) !== true) {
      yield* closeStream(rt, stream);
      return warn(rt, 'file_put_contents(): Exclusive locks are not supported for this stream');
    }
    if (!append && stream.ops.truncate !== undefined) yield* settle(stream.ops.truncate(rt, stream, 0));
  }
  const bytes = yield* bytesToPut(rt, data);
  const done = bytes === null || bytes === false ? bytes : yield* writeStream(rt, stream, bytes);
  if (typeof bytes === 'string' && typeof done === 'number' && done !== bytes.length && rt.exception === null) {
    const short = `Only ${done} of ${bytes.length} bytes written, possibly out of free disk space`;
    rt.error(E_WARNING, `file_put_contents(): ${short}`);
    yield* closeStream(rt, stream);
    return false;
  }
  yield* closeStream(rt, stream);
  return rt.exception !== null ? null : done;
}

function* lines(rt: Executor, path: string, flags: number, context: PhpResource | null): NativeCode {
  if (flags < 0 || flags > MOST_FLAGS) return rt.argumentValueError(2, 'must be a valid flag value');
  const stream = yield* openToRead(rt, path, (flags & FILE_USE_INCLUDE_PATH) !== 0, context);
  if (stream === null || stream === false) return stream;
  const bytes = yield* readRest(rt, stream);
  yield* closeStream(rt, stream);
  if (rt.exception !== null) return null;
  let parts: string[] = (bytes ?? '').match(/[^\n]*\n|[^\n]+$/g) ?? [];
  if ((flags & FILE_IGNORE_NEW_LINES) !== 0) {
    parts = parts.map((line) => line.replace(/\r?\n$/, ''));
    if ((flags & FILE_SKIP_EMPTY_LINES) !== 0) parts = parts.filter((line) => line !== '');
  }
  return PhpArray.fromList([...parts]);
}

function warn(rt: Executor, what: string): false {
  rt.error(E_WARNING, what);
  return false;
}

export const fileFunctions: readonly FunctionDef[] = [
  fn({
    name: 'file_get_contents',
    doc: 'The content of a file.',
    params: [
      p.string('filename'),
      p.bool('use_include_path', { default: false }),
      contextParam,
      p.int('offset', { default: 0 }),
      p.nullable(p.int('length'), { default: null }),
    ],
    returns: ['string', 'false'],
    impl: getContents,
  }),
  fn({
    name: 'file_put_contents',
    doc: 'Writes a file; returns how many bytes.',
    params: [p.string('filename'), p.mixed('data'), p.int('flags', { default: 0 }), contextParam],
    returns: ['int', 'false'],
    impl: putContents,
  }),
  fn({
    name: 'file',
    doc: 'The lines of a file.',
    params: [p.string('filename'), p.int('flags', { default: 0 }), contextParam],
    returns: ['array', 'false'],
    impl: lines,
  }),
  fn({
    name: 'readfile',
    doc: 'Prints a file; returns how many bytes.',
    params: [p.string('filename'), p.bool('use_include_path', { default: false }), contextParam],
    returns: ['int', 'false'],
    *impl(rt, path, useIncludePath, context) {
      const stream = yield* openToRead(rt, path, useIncludePath, context);
      if (stream === null || stream === false) return stream;
      const length = yield* passThrough(rt, stream);
      yield* closeStream(rt, stream);
      return length;
    },
  }),
];
