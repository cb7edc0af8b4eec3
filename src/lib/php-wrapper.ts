/**
 * `php://`, `data:` and `glob://`.
 * Source: php-src ext/standard/php_fopen_wrapper.c, main/streams/memory.c, glob_wrapper.c
 */
import { E_WARNING } from '../base/diagnostics.ts';
import type { NativeCode } from '../object/native-code.ts';
import { PhpArray } from '../value/php-array.ts';
import type { PhpResource } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { nameStream } from './directory-stream.ts';
import { glob } from './glob.ts';
import { httpWrapper } from './http/http-wrapper.ts';
import { dataStream, inputStream, memoryStream, outputStream } from './memory-stream.ts';
import { openNamed } from './open-stream.ts';
import { standardStream, streamOfDescriptor } from './plain-stream.ts';
import { closeStream } from './stream-core.ts';
import { attachFilter } from './stream-filter-attach.ts';
import { createFilter } from './stream-filter-table.ts';
import { OPEN_FOR_INCLUDE, PLAIN_FILES, type StreamWrapper } from './stream-wrapper.ts';
import { parseMode, type Stream, type StreamMode } from './stream.ts';
import { docref } from './string-util.ts';
import { urlDecode } from './url-functions.ts';
import { gzWrapper } from './zlib/gz-stream.ts';

const EBADF = 9;
const MOST_DESCRIPTORS = 1048576;

function modeOf(text: string): StreamMode {
  return parseMode(text) ?? { text, read: true, write: true, append: false, kind: 'r' };
}

function* applyFilters(rt: Executor, stream: Stream, names: string, read: boolean, write: boolean): NativeCode<void> {
  for (const coded of names.split('|')) {
    if (coded === '') continue;
    const name = urlDecode(coded);
    for (const side of ['read', 'write'] as const) {
      if (side === 'read' ? !read : !write) continue;
      const filter = yield* createFilter(rt, name, null);
      if (filter === null) docref(rt, E_WARNING, `Unable to create filter (${name})`);
      else yield* attachFilter(rt, stream, filter, side, true);
      if (rt.exception !== null) return;
    }
  }
}

function* openFiltered(
  rt: Executor,
  spec: string,
  mode: string,
  options: number,
  context: PhpResource | null,
): NativeCode<Stream | string | null> {
  const at = spec.indexOf('/resource=');
  if (at < 0) return rt.throwError('Error', 'No URL resource specified');
  const stream = yield* openNamed(rt, spec.slice(at + 10), mode, { options, context });
  if (stream === null || stream === false) return null;
  const reads = /[r+]/.test(mode);
  const writes = /[wa+]/.test(mode);
  for (const part of spec.slice(1, at).split('/')) {
    if (/^read=/i.test(part)) yield* applyFilters(rt, stream, part.slice(5), true, false);
    else if (/^write=/i.test(part)) yield* applyFilters(rt, stream, part.slice(6), false, true);
    else if (part !== '') yield* applyFilters(rt, stream, part, reads, writes);
    if (rt.exception !== null) {
      yield* closeStream(rt, stream);
      return null;
    }
  }
  return stream;
}

function openDescriptor(rt: Executor, text: string, mode: string): Stream | string {
  if (!/^\s*[+-]?\d+$/.test(text)) return 'php://fd/ stream must be specified in the form php://fd/<orig fd>';
  const fd = Number(text);
  if (fd < 0 || fd >= MOST_DESCRIPTORS) {
    return `The file descriptors must be non-negative numbers smaller than ${MOST_DESCRIPTORS}`;
  }
  const standard = (['stdin', 'stdout', 'stderr'] as const)[fd];
  if (standard !== undefined) return standardStream(standard, mode);
  const { files } = rt.host;
  if (files === null || typeof files.stat(fd) === 'number') {
    return `Error duping file descriptor ${fd}; possibly it doesn't exist: [${EBADF}]: Bad file descriptor`;
  }
  // opening it again through /proc gives a descriptor of its own, as dup(2) would
  const own = files.open(`/proc/self/fd/${fd}`, mode.startsWith('r') ? 0 : 1, 0);
  const stream = streamOfDescriptor(rt, own < 0 ? fd : own, modeOf(mode), null, null);
  stream.wrapperType = 'PHP';
  return stream;
}

const NOT_FOR_INCLUDE = /^(input|stdin|fd\/)/;

function openPhp(
  rt: Executor,
  path: string,
  mode: string,
  options: number,
  context: PhpResource | null,
): Stream | string | null | NativeCode<Stream | string | null> {
  const name = path.slice(6);
  const lowered = name.toLowerCase();
  if (lowered.startsWith('temp')) {
    const limit = /^temp\/maxmemory:\s*(-?\d+)/.exec(lowered);
    if (limit !== null && Number(limit[1]) < 0) {
      return rt.argumentValueError(2, 'must be greater than or equal to 0');
    }
    return memoryStream(path, modeOf(mode));
  }
  if ((options & OPEN_FOR_INCLUDE) !== 0 && NOT_FOR_INCLUDE.test(lowered) && !rt.ini.flag('allow_url_include')) {
    docref(rt, E_WARNING, 'URL file-access is disabled in the server configuration');
    return null;
  }
  if (lowered === 'memory') return memoryStream(path, modeOf(mode));
  if (lowered === 'output') return outputStream();
  if (lowered === 'input') return inputStream();
  if (lowered === 'stdin' || lowered === 'stdout' || lowered === 'stderr') return standardStream(lowered, mode);
  if (lowered.startsWith('fd/')) return openDescriptor(rt, name.slice(3), mode);
  if (lowered.startsWith('filter/')) return openFiltered(rt, name.slice(6), mode, options, context);
  docref(rt, E_WARNING, 'Invalid php:// URL specified');
  return null;
}

const phpWrapper: StreamWrapper = { isUrl: false, label: 'PHP', open: openPhp };

const dataWrapper: StreamWrapper = {
  isUrl: true,
  label: 'RFC2397',
  open: (_rt, path, mode) => dataStream(path, modeOf(mode)),
};

const globWrapper: StreamWrapper = {
  isUrl: false,
  label: 'glob',
  openDir(rt, path) {
    const found = glob(rt, path.replace(/^glob:\/\//i, ''), 0);
    const names = found instanceof PhpArray ? found.valueList().map((v) => String(v)) : [];
    const stream = nameStream(
      names.map((name) => name.slice(name.lastIndexOf('/') + 1)),
      'glob',
    );
    stream.wrapperType = 'glob';
    return stream;
  },
};

/** PHP's own wrappers. */
export function builtinWrappers(): ReadonlyMap<string, StreamWrapper> {
  return new Map([
    ['compress.zlib', gzWrapper],
    ['php', phpWrapper],
    ['file', PLAIN_FILES],
    ['glob', globWrapper],
    ['data', dataWrapper],
    ['http', httpWrapper],
    ['https', httpWrapper],
  ]);
}
