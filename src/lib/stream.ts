/**
 * Streams: what a stream resource holds. Files are read as a whole and written through at once; memory streams and the
 * standard streams behave alike.
 * Source: php-src main/streams/streams.c, plain_wrapper.c, memory.c
 */
import { E_NOTICE } from '../base/diagnostics.ts';
import { PhpResource, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import type { SocketState } from './socket-state.ts';

const CHUNK = 8192;

/** How a stream was opened. */
export interface StreamMode {
  readonly text: string;
  readonly read: boolean;
  readonly write: boolean;
  readonly append: boolean;
  /** w: start empty; x: must not exist; c: create without emptying; r: must exist. */
  readonly kind: string;
}

export type StreamTarget =
  | { readonly kind: 'file'; readonly path: string; readonly uri: string }
  | { readonly kind: 'memory'; readonly uri: string }
  | { readonly kind: 'stdin' | 'stdout' | 'stderr' | 'output' | 'input'; readonly uri: string }
  | { readonly kind: 'socket'; readonly uri: string }
  | { readonly kind: 'directory'; readonly uri: string; readonly names: readonly string[] };

/** parse a fopen mode; null when it is none (php_stream_parse_fopen_modes). */
export function parseMode(text: string): StreamMode | null {
  const kind = text.charAt(0);
  if (!'rwaxc'.includes(kind) || kind === '') return null;
  const plus = text.includes('+');
  return { text, read: kind === 'r' || plus, write: kind !== 'r' || plus, append: kind === 'a', kind };
}

export class Stream {
  readonly target: StreamTarget;
  readonly mode: StreamMode;
  /** The bytes: a file's or memory's content, what was read from standard input so far. */
  data = '';
  pos = 0;
  eof = false;
  /** What is behind a socket stream; its bytes are only those read ahead. */
  socket: SocketState | null = null;
  /** Its stream context, if it has one of its own. */
  context: PhpResource | null = null;
  /** Delete the file when the stream is closed (tmpfile). */
  temporary = false;

  constructor(target: StreamTarget, mode: StreamMode) {
    this.target = target;
    this.mode = mode;
  }

  /** Nobody holds the resource any more, or it is closed. */
  dispose(rt: Executor): void {
    this.socket?.close();
    if (this.temporary && this.target.kind === 'file') rt.host.unlink(this.target.path);
    this.temporary = false;
  }

  get seekable(): boolean {
    return this.target.kind === 'file' || this.target.kind === 'memory';
  }
}

/** Gives a stream a resource id. */
export function createStreamResource(rt: Executor, stream: Stream): PhpResource {
  return rt.createResource('stream', stream);
}

/** php_stream_from_zval: null after a TypeError for a closed resource or one of another kind. */
export function streamOf(rt: Executor, resource: PhpResource): Stream | null {
  if (resource.data instanceof Stream) return resource.data;
  const func = rt.currentExecuteData?.func.functionName ?? '';
  return rt.throwError('TypeError', `${func}(): supplied resource is not a valid stream resource`);
}

/** Closes the stream of a resource. */
export function closeStream(rt: Executor, resource: PhpResource): void {
  const stream = resource.data;
  if (stream instanceof Stream) stream.dispose(rt);
  rt.closeResource(resource);
}

/** Makes sure that `wanted` bytes after the position are there if there are so many. */
function fill(rt: Executor, stream: Stream, wanted: number): void {
  const { target } = stream;
  if (stream.data.length - stream.pos >= wanted) return;
  if (target.kind === 'file') {
    // others may have written since
    const stat = rt.host.stat(target.path);
    if (stat !== null && stat.size !== stream.data.length && !stat.isDirectory) {
      stream.data = rt.host.readFile(target.path) ?? stream.data;
    }
  } else if (target.kind === 'stdin') {
    while (stream.data.length - stream.pos < wanted) {
      const more = rt.host.readIn(CHUNK);
      if (more === '') return;
      stream.data = stream.data.slice(stream.pos) + more;
      stream.pos = 0;
      if (wanted <= CHUNK) return;
    }
  }
}

function cannot(rt: Executor, what: string, n: number): void {
  const func = rt.currentExecuteData?.func.functionName ?? '';
  rt.error(E_NOTICE, `${func}(): ${what} of ${n} bytes failed with errno=9 Bad file descriptor`);
}

/** Reads up to n bytes; null when the stream is not open for reading. Sets eof when there were fewer. */
export function readStream(rt: Executor, stream: Stream, n: number): string | null {
  if (!stream.mode.read) {
    cannot(rt, 'Read', CHUNK);
    return null;
  }
  fill(rt, stream, n);
  const bytes = stream.data.slice(stream.pos, stream.pos + n);
  stream.pos += bytes.length;
  if (bytes.length < n && (stream.target.kind !== 'stdin' || bytes === '')) stream.eof = true;
  noteTempEnd(stream);
  return bytes;
}

/** Everything that is left. */
export function readRest(rt: Executor, stream: Stream): string | null {
  if (stream.target.kind !== 'stdin') {
    const rest = readStream(rt, stream, Number.MAX_SAFE_INTEGER);
    stream.eof = true;
    return rest;
  }
  let out = '';
  for (let part = readStream(rt, stream, CHUNK); part !== null && part !== ''; part = readStream(rt, stream, CHUNK))
    out += part;
  return out;
}

/** One line with its end, at most `limit` bytes; null at the end of the stream. */
export function readLine(rt: Executor, stream: Stream, limit: number, ending = '\n'): string | null {
  if (!stream.mode.read) {
    cannot(rt, 'Read', CHUNK);
    return null;
  }
  let from = stream.pos;
  for (;;) {
    const at = stream.data.indexOf(ending, from);
    const end = at < 0 ? stream.data.length : at + ending.length;
    if (at >= 0 || end - stream.pos >= limit) return take(stream, Math.min(end, stream.pos + limit));
    const before = stream.data.length - stream.pos;
    fill(rt, stream, before + 1);
    if (stream.data.length - stream.pos === before) break;
    from = stream.pos;
  }
  stream.eof = true;
  return stream.pos >= stream.data.length ? null : take(stream, stream.data.length);
}

/** php://temp reads ahead greedily: it knows its end as soon as all is taken. */
function noteTempEnd(stream: Stream): void {
  const { target } = stream;
  if (target.kind === 'memory' && /^php:\/\/temp/i.test(target.uri) && stream.pos >= stream.data.length) {
    stream.eof = true;
  }
}

function take(stream: Stream, end: number): string {
  const bytes = stream.data.slice(stream.pos, end);
  stream.pos = end;
  noteTempEnd(stream);
  return bytes;
}

/** Writes; false when the stream is not open for writing. */
export function writeStream(rt: Executor, stream: Stream, bytes: string): number | false {
  const { target } = stream;
  if (!stream.mode.write) {
    if (target.kind !== 'memory') cannot(rt, 'Write', bytes.length);
    return false;
  }
  switch (target.kind) {
    case 'stdout':
      rt.host.writeOut(bytes);
      return bytes.length;
    case 'stderr':
      rt.host.writeErr(bytes);
      return bytes.length;
    case 'output':
      rt.write(bytes);
      return bytes.length;
    case 'memory':
      store(stream, bytes, stream.mode.append ? stream.data.length : stream.pos);
      return bytes.length;
    case 'file':
      return writeToFile(rt, stream, target.path, bytes);
    default:
      return false;
  }
}

function store(stream: Stream, bytes: string, at: number): void {
  const gap = at > stream.data.length ? '\0'.repeat(at - stream.data.length) : '';
  stream.data = stream.data.slice(0, at) + gap + bytes + stream.data.slice(at + bytes.length);
  stream.pos = at + bytes.length;
}

function writeToFile(rt: Executor, stream: Stream, path: string, bytes: string): number | false {
  if (stream.mode.append) {
    stream.data = rt.host.readFile(path) ?? stream.data;
    stream.data += bytes;
    stream.pos += bytes.length;
    return rt.host.writeFile(path, bytes, true) ? bytes.length : false;
  }
  const atEnd = stream.pos === stream.data.length;
  const size = atEnd ? (rt.host.stat(path)?.size ?? -1) : -1;
  if (atEnd && size === stream.data.length) {
    stream.data += bytes;
    stream.pos += bytes.length;
    return rt.host.writeFile(path, bytes, true) ? bytes.length : false;
  }
  stream.data = rt.host.readFile(path) ?? stream.data;
  store(stream, bytes, stream.pos);
  return rt.host.writeFile(path, stream.data, false) ? bytes.length : false;
}

/** fseek: 0 or -1. whence: 0 set, 1 current, 2 end. */
export function seekStream(rt: Executor, stream: Stream, offset: number, whence: number): 0 | -1 {
  if (!stream.seekable) return -1;
  if (whence === 2) fill(rt, stream, Number.MAX_SAFE_INTEGER);
  const base = whence === 0 ? 0 : whence === 1 ? stream.pos : stream.data.length;
  const to = base + offset;
  if (whence < 0 || whence > 2 || to < 0) return -1;
  if (stream.target.kind === 'memory' && to > stream.data.length) {
    stream.pos = stream.data.length;
    return -1;
  }
  stream.pos = to;
  stream.eof = false;
  return 0;
}

/** ftruncate */
export function truncateStream(rt: Executor, stream: Stream, size: number): boolean {
  if (!stream.mode.write || !stream.seekable) return false;
  if (stream.target.kind === 'file') stream.data = rt.host.readFile(stream.target.path) ?? stream.data;
  stream.data = stream.data.slice(0, size).padEnd(size, '\0');
  return stream.target.kind !== 'file' || rt.host.writeFile(stream.target.path, stream.data, false);
}

/** A value that is a stream resource. */
export function isStream(v: Zval): v is PhpResource {
  return v instanceof PhpResource && v.data instanceof Stream;
}
