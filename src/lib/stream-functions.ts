/**
 * Functions on open streams: fread, fwrite, fgets, fseek, ...
 * Source: php-src ext/standard/file.c, streamsfuncs.c
 */
import type { NativeCode } from '../object/native-code.ts';
import { PhpArray } from '../value/php-array.ts';
import type { PhpResource, Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import type { FileStat } from '../vm/ports.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { formattedPrint } from './formatted-print.ts';
import { openResource } from './open-stream.ts';
import {
  closeStream,
  readLine,
  readRest,
  readStream,
  seekStream,
  type Stream,
  streamOf,
  truncateStream,
  writeStream,
} from './stream.ts';

const stream = p.resource('stream');
const POSITIVE = 'must be greater than 0';

/** Runs `work` on the stream of a resource; null after a TypeError. */
function on(rt: Executor, resource: PhpResource, work: (s: Stream) => Zval): Zval {
  const s = streamOf(rt, resource);
  return s === null ? null : work(s);
}

function write(rt: Executor, resource: PhpResource, data: string, length: number | null): Zval {
  const bytes = length === null ? data : data.slice(0, Math.max(0, length));
  return on(rt, resource, (s) => (bytes === '' ? 0 : writeStream(rt, s, bytes)));
}

const writeParams = [stream, p.string('data'), p.nullable(p.int('length'), { default: null })] as const;

function metaData(s: Stream): PhpArray {
  const plain = s.target.kind === 'file' || s.target.kind === 'directory';
  const memory = s.target.kind === 'memory';
  const temp = /^php:\/\/temp/i.test(s.target.uri);
  return PhpArray.fromEntries([
    ['timed_out', false],
    ['blocked', true],
    ['eof', s.eof],
    ['wrapper_type', plain ? 'plainfile' : 'PHP'],
    ['stream_type', memory ? (temp ? 'TEMP' : 'MEMORY') : s.target.kind === 'output' ? 'Output' : 'STDIO'],
    ['mode', memory ? (s.mode.write ? 'w+b' : 'rb') : s.mode.text],
    ['unread_bytes', 0],
    ['seekable', s.seekable],
    ['uri', s.target.uri],
  ]);
}

/** The fields of fstat and stat, by number and by name. */
export function statArray(stat: Omit<FileStat, 'isFile' | 'isDirectory'>): PhpArray {
  const out = new PhpArray();
  for (const name of STAT_FIELDS) out.append(stat[name]);
  for (const name of STAT_FIELDS) out.set(name, stat[name]);
  return out;
}

const STAT_FIELDS = [
  'dev',
  'ino',
  'mode',
  'nlink',
  'uid',
  'gid',
  'rdev',
  'size',
  'atime',
  'mtime',
  'ctime',
  'blksize',
  'blocks',
] as const;

/** A stream that is no file. */
function statOfMemory(s: Stream): PhpArray {
  const mode = s.mode.write ? 0o100666 : 0o100444;
  const zeros = { dev: 12, ino: 0, nlink: 1, uid: 0, gid: 0, atime: 0, mtime: 0, ctime: 0 };
  return statArray({ ...zeros, mode, size: s.data.length, rdev: -1, blksize: -1, blocks: -1 });
}

/** fstat: the fields of an open stream, false for a folder. */
export function fstat(rt: Executor, s: Stream): Zval {
  if (s.target.kind === 'directory') return false;
  const stat = s.target.kind === 'file' ? rt.host.stat(s.target.path) : null;
  return stat === null ? statOfMemory(s) : statArray(stat);
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
  writeStream(rt, s, ready);
  return ready.length;
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

export const streamFunctions: readonly FunctionDef[] = [
  fn({
    name: 'fopen',
    doc: 'Opens a file or php:// stream.',
    params: [
      p.string('filename'),
      p.string('mode'),
      p.bool('use_include_path', { default: false }),
      p.mixed('context', { default: null }),
    ],
    returns: null,
    impl: (rt, name, mode, useIncludePath) => openResource(rt, name, mode, useIncludePath),
  }),
  fn({
    name: 'fclose',
    doc: 'Closes a stream.',
    params: [stream],
    returns: ['bool'],
    impl: (rt, resource) =>
      on(rt, resource, () => {
        closeStream(rt, resource);
        return true;
      }),
  }),
  fn({ name: 'fwrite', doc: 'Writes bytes to a stream.', params: writeParams, returns: ['int', 'false'], impl: write }),
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
    params: [stream, p.string('format'), p.rest(p.mixed('values'))],
    returns: ['int'],
    impl: (rt, resource, format, values) => writeFormatted(rt, resource, format, values, 2),
  }),
  fn({
    name: 'vfprintf',
    doc: 'Writes the formatted values of an array to a stream.',
    params: [stream, p.string('format'), p.array('values')],
    returns: ['int'],
    impl: (rt, resource, format, values) => writeFormatted(rt, resource, format, values.valueList(), -1),
  }),
  fn({
    name: 'fread',
    doc: 'Reads up to so many bytes.',
    params: [stream, p.int('length')],
    returns: ['string', 'false'],
    impl: (rt, resource, length) =>
      on(rt, resource, (s) => (length < 1 ? rt.argumentValueError(2, POSITIVE) : (readStream(rt, s, length) ?? false))),
  }),
  fn({
    name: 'fgets',
    doc: 'Reads a line.',
    params: [stream, p.nullable(p.int('length'), { default: null })],
    returns: ['string', 'false'],
    impl(rt, resource, length) {
      if (length !== null && length < 1) return rt.argumentValueError(2, POSITIVE);
      if (length === 1) return false;
      return on(rt, resource, (s) => readLine(rt, s, length === null ? Number.POSITIVE_INFINITY : length - 1) ?? false);
    },
  }),
  fn({
    name: 'fgetc',
    doc: 'Reads one byte.',
    params: [stream],
    returns: ['string', 'false'],
    impl: (rt, resource) => on(rt, resource, (s) => readStream(rt, s, 1) || false),
  }),
  fn({
    name: 'feof',
    doc: 'Whether a read met the end of the stream.',
    params: [stream],
    returns: ['bool'],
    impl: (rt, resource) => on(rt, resource, (s) => s.eof && s.pos >= s.data.length),
  }),
  fn({
    name: 'fflush',
    doc: 'Writes what is buffered.',
    params: [stream],
    returns: ['bool'],
    impl: (rt, resource) => on(rt, resource, () => true),
  }),
  fn({
    name: 'ftell',
    doc: 'Where the stream stands.',
    params: [stream],
    returns: ['int', 'false'],
    impl: (rt, resource) => on(rt, resource, (s) => s.pos),
  }),
  fn({
    name: 'fseek',
    doc: 'Moves to a position; 0, or -1 when that cannot be.',
    params: [stream, p.int('offset'), p.int('whence', { default: 0, text: 'SEEK_SET' })],
    returns: ['int'],
    impl: (rt, resource, offset, whence) => on(rt, resource, (s) => seekStream(rt, s, offset, whence)),
  }),
  fn({
    name: 'rewind',
    doc: 'Moves to the start.',
    params: [stream],
    returns: ['bool'],
    impl: (rt, resource) => on(rt, resource, (s) => seekStream(rt, s, 0, 0) === 0),
  }),
  fn({
    name: 'ftruncate',
    doc: 'Cuts or fills a file to a size.',
    params: [stream, p.int('size')],
    returns: ['bool'],
    impl(rt, resource, size) {
      if (size < 0) return rt.argumentValueError(2, 'must be greater than or equal to 0');
      return on(rt, resource, (s) => truncateStream(rt, s, size));
    },
  }),
  fn({
    name: 'fstat',
    doc: 'What is known about an open file.',
    params: [stream],
    returns: ['array', 'false'],
    impl: (rt, resource) => on(rt, resource, (s) => fstat(rt, s)),
  }),
  fn({
    name: 'fpassthru',
    doc: 'Prints the rest of a stream.',
    params: [stream],
    returns: ['int'],
    impl: (rt, resource) =>
      on(rt, resource, (s) => {
        const rest = readRest(rt, s) ?? '';
        rt.write(rest);
        return rest.length;
      }),
  }),
  fn({
    name: 'stream_get_contents',
    doc: 'The rest of a stream, or so many bytes of it.',
    params: [stream, p.nullable(p.int('length'), { default: null }), p.int('offset', { default: -1 })],
    returns: ['string', 'false'],
    impl(rt, resource, length, offset) {
      if (length !== null && length < -1) return rt.argumentValueError(2, 'must be greater than or equal to -1');
      return on(rt, resource, (s) => {
        if (offset >= 0 && seekStream(rt, s, offset, 0) < 0) return false;
        return (length === null || length < 0 ? readRest(rt, s) : readStream(rt, s, length)) ?? false;
      });
    },
  }),
  fn({
    name: 'stream_get_meta_data',
    doc: 'What is known about a stream.',
    params: [stream],
    returns: ['array'],
    impl: (rt, resource) => on(rt, resource, metaData),
  }),
  fn({
    name: 'stream_get_line',
    doc: 'Reads up to an ending, which is left out.',
    params: [stream, p.int('length'), p.string('ending', { default: '' })],
    returns: ['string', 'false'],
    impl(rt, resource, length, ending) {
      if (length < 0) return rt.argumentValueError(2, 'must be greater than or equal to 0');
      const limit = length === 0 ? Number.POSITIVE_INFINITY : length;
      return on(rt, resource, (s) => {
        if (ending === '') return readStream(rt, s, length === 0 ? 8192 : length) || false;
        const line = readLine(rt, s, limit, ending);
        if (line === null) return false;
        return line.endsWith(ending) ? line.slice(0, -ending.length) : line;
      });
    },
  }),
  fn({
    name: 'stream_copy_to_stream',
    doc: 'Copies from one stream to another.',
    params: [
      p.resource('from'),
      p.resource('to'),
      p.nullable(p.int('length'), { default: null }),
      p.int('offset', { default: 0 }),
    ],
    returns: ['int', 'false'],
    impl: (rt, from, to, length, offset) =>
      on(rt, from, (source) =>
        on(rt, to, (target) => {
          if (offset > 0) seekStream(rt, source, offset, 0);
          const bytes = (length === null ? readRest(rt, source) : readStream(rt, source, length)) ?? '';
          return bytes === '' ? 0 : writeStream(rt, target, bytes);
        }),
      ),
  }),
  fn({
    name: 'get_resource_type',
    doc: 'The kind of a resource.',
    params: [p.resource('resource')],
    returns: ['string'],
    impl: (_rt, resource) => resource.type,
  }),
  fn({
    name: 'get_resource_id',
    doc: 'The number of a resource.',
    params: [p.resource('resource')],
    returns: ['int'],
    impl: (_rt, resource) => resource.id,
  }),
];
