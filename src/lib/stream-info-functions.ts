/**
 * stream_get_contents, stream_get_meta_data and other functions about streams as such; resources.
 * Source: php-src ext/standard/streamsfuncs.c, Zend/zend_builtin_functions.c
 */
import type { NativeCode } from '../object/native-code.ts';
import { PhpArray } from '../value/php-array.ts';
import { addRef, type PhpResource, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { resolveIncludePath } from '../vm/include-file.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { checkPath } from './open-stream.ts';
import { descriptorOf } from './plain-stream.ts';
import { readRecord, readRest, readStream, seekStream, writeStream } from './stream-core.ts';
import { settle } from './stream-step.ts';
import { onStream, streamParam } from './stream-functions.ts';
import { locateWrapper } from './stream-wrapper.ts';
import { isStream, type Stream, streamOf } from './stream.ts';

/** PHP_STREAM_OPTION_READ_BUFFER, PHP_STREAM_OPTION_WRITE_BUFFER */
const OPTION_READ_BUFFER = 2;
const OPTION_WRITE_BUFFER = 3;
const COPY_CHUNK = 8192;

/** What stream_get_meta_data answers. */
function metaData(s: Stream): PhpArray {
  const own = s.ops.metaData?.(s);
  const entries: (readonly [string, Zval])[] =
    own === undefined
      ? [
          ['timed_out', false],
          ['blocked', true],
          ['eof', s.eof && s.buffered === 0],
        ]
      : [...own];
  if (s.wrapperData !== undefined) entries.push(['wrapper_data', addRef(s.wrapperData)]);
  if (s.wrapperType !== null) entries.push(['wrapper_type', s.wrapperType]);
  entries.push(['stream_type', s.ops.label], ['mode', s.mode.text]);
  entries.push(['unread_bytes', s.buffered], ['seekable', s.seekable]);
  if (s.uri !== null) entries.push(['uri', s.uri]);
  return PhpArray.fromEntries(entries);
}

function* getContents(rt: Executor, s: Stream, length: number | null, offset: number): NativeCode {
  if (length !== null && length < 0 && length !== -1) {
    return rt.argumentValueError(2, 'must be greater than or equal to -1, or null');
  }
  if (offset >= 0) {
    // past what is there, a seek within it would fail: forward from here
    const forward = offset > s.position;
    const done = forward ? yield* seekStream(rt, s, offset - s.position, 1) : yield* seekStream(rt, s, offset, 0);
    if (done < 0) {
      rt.error(2, `stream_get_contents(): Failed to seek to position ${offset} in the stream`);
      return false;
    }
  }
  return (yield* readRest(rt, s, length === null || length < 0 ? undefined : length)) ?? '';
}

function* copy(rt: Executor, from: Stream, to: Stream, length: number | null, offset: number): NativeCode {
  if (offset > 0 && (yield* seekStream(rt, from, offset, 0)) < 0) {
    rt.error(2, `stream_copy_to_stream(): Failed to seek to position ${offset} in the stream`);
    return false;
  }
  const limit = length === null || length < 0 ? Number.POSITIVE_INFINITY : length;
  let done = 0;
  while (done < limit) {
    const part = yield* readStream(rt, from, Math.min(COPY_CHUNK, limit - done));
    if (part === null || part === '') break;
    const written = yield* writeStream(rt, to, part);
    if (written === false) return done === 0 ? false : done;
    done += written;
  }
  return done;
}

function* setBuffer(rt: Executor, s: Stream, size: number, option: number): NativeCode {
  const { setOption } = s.ops;
  if (setOption === undefined) return -1;
  const mode = size === 0 ? 0 : 2;
  const done = yield* settle(setOption(rt, s, option, mode, size));
  if (option === OPTION_READ_BUFFER) s.unbuffered = size === 0;
  return done ? 0 : -1;
}

const bufferParams = [streamParam, p.int('size')] as const;

function bufferFunction(name: string, doc: string, option: number): FunctionDef {
  return fn({
    name,
    doc,
    params: bufferParams,
    returns: ['int'],
    impl: (rt, resource, size) => onStream(rt, resource, (s) => setBuffer(rt, s, size, option)),
  });
}

const contentFunctions: readonly FunctionDef[] = [
  fn({
    name: 'stream_get_contents',
    doc: 'The rest of a stream, or so many bytes of it.',
    params: [streamParam, p.nullable(p.int('length'), { default: null }), p.int('offset', { default: -1 })],
    returns: ['string', 'false'],
    impl: (rt, resource, length, offset) => onStream(rt, resource, (s) => getContents(rt, s, length, offset)),
  }),
  ...(['stream_get_meta_data', 'socket_get_status'] as const).map((name) =>
    fn({
      name,
      doc: 'What is known about a stream.',
      params: [streamParam],
      returns: ['array'],
      impl(rt, resource) {
        const s = streamOf(rt, resource);
        return s === null ? null : metaData(s);
      },
    }),
  ),
  fn({
    name: 'stream_get_line',
    doc: 'Reads up to an ending, which is left out.',
    params: [streamParam, p.int('length'), p.string('ending', { default: '' })],
    returns: ['string', 'false'],
    impl: (rt, resource, length, ending) =>
      onStream(rt, resource, function* (s) {
        if (length < 0) return rt.argumentValueError(2, 'must be greater than or equal to 0');
        const limit = length === 0 ? Number.MAX_SAFE_INTEGER : length;
        return (yield* readRecord(rt, s, limit, ending)) ?? false;
      }),
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
    *impl(rt, from, to, length, offset) {
      const source = streamOf(rt, from);
      const target = source === null ? null : streamOf(rt, to);
      return source === null || target === null ? null : yield* copy(rt, source, target, length, offset);
    },
  }),
];

const questionFunctions: readonly FunctionDef[] = [
  fn({
    name: 'stream_is_local',
    doc: 'Whether a stream or URL is on this machine.',
    params: [p.untyped('stream')],
    returns: ['bool'],
    *impl(rt, given) {
      if (isStream(given)) return true;
      const name = yield* rt.toStringOf(given as Zval);
      if (name === null) return null;
      const located = locateWrapper(rt, name, 0);
      return located !== null && (located.kind === 'plain' || !located.wrapper.isUrl);
    },
  }),
  fn({
    name: 'stream_isatty',
    doc: 'Whether a stream is a terminal.',
    params: [streamParam],
    returns: ['bool'],
    impl(rt, resource) {
      const s = streamOf(rt, resource);
      if (s === null) return null;
      const fd = descriptorOf(s);
      return fd !== null && rt.host.files?.isTerminal(fd) === true;
    },
  }),
  fn({
    name: 'stream_supports_lock',
    doc: 'Whether a stream can be locked.',
    params: [streamParam],
    returns: ['bool'],
    impl(rt, resource) {
      const s = streamOf(rt, resource);
      return s === null ? null : s.ops.lock !== undefined;
    },
  }),
  fn({
    name: 'stream_resolve_include_path',
    doc: 'Where include would find a file.',
    params: [p.string('filename')],
    returns: ['string', 'false'],
    impl(rt, name) {
      if (!checkPath(rt, name, 1)) return null;
      return name === '' ? false : (resolveIncludePath(rt, name) ?? false);
    },
  }),
];

const settingFunctions: readonly FunctionDef[] = [
  fn({
    name: 'stream_set_chunk_size',
    doc: 'Sets how many bytes are read at once; returns what it was.',
    params: [streamParam, p.int('size')],
    returns: ['int'],
    impl(rt, resource, size) {
      const s = streamOf(rt, resource);
      if (size <= 0) return rt.argumentValueError(2, 'must be greater than 0');
      if (s === null) return null;
      const before = s.chunkSize;
      s.chunkSize = size;
      return before;
    },
  }),
  bufferFunction('stream_set_read_buffer', 'Sets the size of the read buffer.', OPTION_READ_BUFFER),
  bufferFunction('stream_set_write_buffer', 'Sets the size of the write buffer.', OPTION_WRITE_BUFFER),
  bufferFunction('set_file_buffer', 'Sets the size of the write buffer.', OPTION_WRITE_BUFFER),
];

const resourceFunctions: readonly FunctionDef[] = [
  fn({
    name: 'get_resource_type',
    doc: 'The kind of a resource.',
    params: [p.resource('resource')],
    returns: ['string'],
    impl: (_rt, resource: PhpResource) => resource.type,
  }),
  fn({
    name: 'get_resource_id',
    doc: 'The number of a resource.',
    params: [p.resource('resource')],
    returns: ['int'],
    impl: (_rt, resource: PhpResource) => resource.id,
  }),
];

export const streamInfoFunctions: readonly FunctionDef[] = [
  ...contentFunctions,
  ...questionFunctions,
  ...settingFunctions,
  ...resourceFunctions,
];
