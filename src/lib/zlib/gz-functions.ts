/**
 * Functions on files of gzip. An open one is a stream: what works on it are the functions on streams, by other names.
 * Source: php-src 8.2 ext/zlib/zlib.c, zlib.stub.php
 */
import type { NativeCode } from '../../object/native-code.ts';
import { PhpArray } from '../../value/php-array.ts';
import type { Zval } from '../../value/zval.ts';
import type { Executor } from '../../vm/executor.ts';
import { type FunctionDef, fn, p } from '../define.ts';
import { checkPath, failedToOpen } from '../open-stream.ts';
import { closeStream, readLine } from '../stream-core.ts';
import { passThrough, streamFunctions } from '../stream-functions.ts';
import type { Stream } from '../stream.ts';
import { openGz } from './gz-stream.ts';

/** gzfile() takes lines as they fit its buffer. */
const LONGEST_LINE = 8190;
/** By their names: the functions on streams that they are. */
const ALIASES: Readonly<Record<string, string>> = {
  gzclose: 'fclose',
  gzeof: 'feof',
  gzgetc: 'fgetc',
  gzgets: 'fgets',
  gzpassthru: 'fpassthru',
  gzputs: 'fwrite',
  gzread: 'fread',
  gzrewind: 'rewind',
  gzseek: 'fseek',
  gztell: 'ftell',
  gzwrite: 'fwrite',
};

/** The stream; false after a warning, null after an exception. */
function* open(rt: Executor, path: string, mode: string, useIncludePath: number): NativeCode<Stream | false | null> {
  if (!checkPath(rt, path, 1)) return null;
  if (path === '') return rt.throwError('ValueError', 'Path cannot be empty');
  const opened = yield* openGz(rt, path, mode, useIncludePath !== 0, null, true);
  if (typeof opened === 'string') return failedToOpen(rt, path, opened);
  return opened ?? (rt.exception === null ? false : null);
}

function* lines(rt: Executor, path: string, useIncludePath: number): NativeCode {
  const stream = yield* open(rt, path, 'rb', useIncludePath);
  if (stream === null || stream === false) return stream;
  const all: Zval[] = [];
  for (;;) {
    const line = yield* readLine(rt, stream, LONGEST_LINE);
    if (line === null) break;
    // as C's strings end
    const end = line.indexOf('\0');
    all.push(end < 0 ? line : line.slice(0, end));
  }
  yield* closeStream(rt, stream);
  return PhpArray.fromList(all);
}

function* print(rt: Executor, path: string, useIncludePath: number): NativeCode {
  const stream = yield* open(rt, path, 'rb', useIncludePath);
  if (stream === null || stream === false) return stream;
  const length = yield* passThrough(rt, stream);
  yield* closeStream(rt, stream);
  return length;
}

function aliasOf(name: string, original: string): FunctionDef {
  const found = streamFunctions.find((one) => one.name === original);
  if (found === undefined) throw new Error(`no function ${original}`);
  return { ...found, name };
}

const includePathParam = p.int('use_include_path', { default: 0 });

export const gzFunctions: readonly FunctionDef[] = [
  fn({
    name: 'gzopen',
    doc: 'Opens a file of gzip.',
    params: [p.string('filename'), p.string('mode'), includePathParam],
    returns: null,
    *impl(rt, path, mode, useIncludePath) {
      const stream = yield* open(rt, path, mode, useIncludePath);
      return stream === null || stream === false ? stream : stream.resource;
    },
  }),
  fn({
    name: 'gzfile',
    doc: 'The lines of a file of gzip.',
    params: [p.string('filename'), includePathParam],
    returns: ['array', 'false'],
    impl: lines,
  }),
  fn({
    name: 'readgzfile',
    doc: 'Prints a file of gzip, unpacked; returns how many bytes.',
    params: [p.string('filename'), includePathParam],
    returns: ['int', 'false'],
    impl: print,
  }),
  ...Object.entries(ALIASES).map(([name, original]) => aliasOf(name, original)),
];
