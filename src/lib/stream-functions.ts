/**
 * Functions on open streams: fread, fwrite, fgets, fseek, ...
 * Source: php-src ext/standard/file.c, streamsfuncs.c
 */
import type { NativeCode } from '../object/native-code.ts';
import type { PhpResource, Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { formattedPrint } from './formatted-print.ts';
import { openResource } from './open-stream.ts';
import { socketEof, socketLine, socketRead, socketRest, socketWrite, touchSockets } from './socket-io.ts';
import { fstat, metaData } from './stream-info.ts';
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
const COPY_CHUNK = 8192;
const POSITIVE = 'must be greater than 0';

/** Runs `work` on the stream of a resource; null after a TypeError. */
function on(rt: Executor, resource: PhpResource, work: (s: Stream) => Zval | NativeCode): Zval | NativeCode {
  const s = streamOf(rt, resource);
  return s === null ? null : work(s);
}

function write(rt: Executor, resource: PhpResource, data: string, length: number | null): Zval | NativeCode {
  const bytes = length === null ? data : data.slice(0, Math.max(0, length));
  return on(rt, resource, (s) => {
    if (bytes === '') return 0;
    return s.socket === null ? writeStream(rt, s, bytes) : socketWrite(rt, s.socket, bytes);
  });
}

/** What a socket's reader found, or false. */
function* orFalse(code: NativeCode<string | null>): NativeCode {
  return (yield* code) ?? false;
}

/** The same where no bytes are false, too. */
function* orFalseIfEmpty(code: NativeCode<string | null>): NativeCode {
  return (yield* code) || false;
}

function* passThrough(rt: Executor, code: NativeCode<string>): NativeCode {
  const rest = yield* code;
  rt.write(rest);
  return rest.length;
}

function* lineWithout(code: NativeCode<string | null>, ending: string): NativeCode {
  const line = yield* code;
  if (line === null) return false;
  return ending !== '' && line.endsWith(ending) ? line.slice(0, -ending.length) : line;
}

/** stream_copy_to_stream where one of the two is a socket. */
function* copy(rt: Executor, from: Stream, to: Stream, length: number | null): NativeCode {
  const limit = length ?? Number.POSITIVE_INFINITY;
  let done = 0;
  while (done < limit) {
    const size = Math.min(COPY_CHUNK, limit - done);
    const part = from.socket === null ? readStream(rt, from, size) : yield* socketRead(rt, from, from.socket, size);
    if (part === null || part === '') break;
    const written = to.socket === null ? writeStream(rt, to, part) : yield* socketWrite(rt, to.socket, part);
    if (written === false) return done === 0 ? false : done;
    done += written;
  }
  return done;
}

const writeParams = [stream, p.string('data'), p.nullable(p.int('length'), { default: null })] as const;

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
  if (s.socket === null) writeStream(rt, s, ready);
  else yield* socketWrite(rt, s.socket, ready);
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
      on(rt, resource, (s) => {
        if (s.socket !== null) touchSockets(rt);
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
      on(rt, resource, (s) => {
        if (length < 1) return rt.argumentValueError(2, POSITIVE);
        return s.socket === null ? (readStream(rt, s, length) ?? false) : orFalse(socketRead(rt, s, s.socket, length));
      }),
  }),
  fn({
    name: 'fgets',
    doc: 'Reads a line.',
    params: [stream, p.nullable(p.int('length'), { default: null })],
    returns: ['string', 'false'],
    impl(rt, resource, length) {
      if (length !== null && length < 1) return rt.argumentValueError(2, POSITIVE);
      if (length === 1) return false;
      const limit = length === null ? Number.POSITIVE_INFINITY : length - 1;
      return on(rt, resource, (s) =>
        s.socket === null ? (readLine(rt, s, limit) ?? false) : orFalse(socketLine(rt, s, s.socket, limit, '\n')),
      );
    },
  }),
  fn({
    name: 'fgetc',
    doc: 'Reads one byte.',
    params: [stream],
    returns: ['string', 'false'],
    impl: (rt, resource) =>
      on(rt, resource, (s) =>
        s.socket === null ? readStream(rt, s, 1) || false : orFalseIfEmpty(socketRead(rt, s, s.socket, 1)),
      ),
  }),
  fn({
    name: 'feof',
    doc: 'Whether a read met the end of the stream.',
    params: [stream],
    returns: ['bool'],
    impl: (rt, resource) =>
      on(rt, resource, (s) => (s.socket === null ? s.eof && s.pos >= s.data.length : socketEof(rt, s, s.socket))),
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
        if (s.socket !== null) return passThrough(rt, socketRest(rt, s, s.socket, Number.POSITIVE_INFINITY));
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
        const limit = length === null || length < 0 ? Number.POSITIVE_INFINITY : length;
        if (s.socket !== null) return socketRest(rt, s, s.socket, limit);
        if (offset >= 0 && seekStream(rt, s, offset, 0) < 0) return false;
        return (length === null || length < 0 ? readRest(rt, s) : readStream(rt, s, length)) ?? false;
      });
    },
  }),
  ...(['stream_get_meta_data', 'socket_get_status'] as const).map((name) =>
    fn({
      name,
      doc: 'What is known about a stream.',
      params: [stream],
      returns: ['array'],
      impl: (rt, resource) => on(rt, resource, metaData),
    }),
  ),
  fn({
    name: 'stream_get_line',
    doc: 'Reads up to an ending, which is left out.',
    params: [stream, p.int('length'), p.string('ending', { default: '' })],
    returns: ['string', 'false'],
    impl(rt, resource, length, ending) {
      if (length < 0) return rt.argumentValueError(2, 'must be greater than or equal to 0');
      const limit = length === 0 ? Number.POSITIVE_INFINITY : length;
      return on(rt, resource, (s) => {
        if (s.socket !== null) {
          const { socket } = s;
          if (ending !== '') return lineWithout(socketLine(rt, s, socket, limit, ending), ending);
          return orFalseIfEmpty(socketRead(rt, s, socket, length === 0 ? COPY_CHUNK : length));
        }
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
          if (source.socket !== null || target.socket !== null) return copy(rt, source, target, length);
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
