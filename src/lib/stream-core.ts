/**
 * Reading, writing and moving in streams, over their operations and filters.
 * Source: php-src main/streams/streams.c
 */
import { E_NOTICE, E_WARNING } from '../base/diagnostics.ts';
import type { NativeCode } from '../object/native-code.ts';
import { release } from '../value/refcount.ts';
import type { Executor } from '../vm/executor.ts';
import { FLUSH_CLOSE, FLUSH_INC, filterStep, NORMAL } from './stream-filter.ts';
import { isCode, settle } from './stream-step.ts';
import type { Step, Stream } from './stream.ts';
import { docref } from './string-util.ts';

const MOST = Number.MAX_SAFE_INTEGER;

function cannot(rt: Executor, what: string, n: number): void {
  docref(rt, E_NOTICE, `${what} of ${n} bytes failed with errno=9 Bad file descriptor`);
}

/** One call of the read operation; null: an error. */
export function* rawRead(rt: Executor, stream: Stream, length: number): NativeCode<string | null> {
  const { read } = stream.ops;
  if (read === null) {
    cannot(rt, 'Read', length);
    return null;
  }
  const step = read(rt, stream, length);
  return isCode(step) ? yield* step : step;
}

/** _php_stream_fill_read_buffer: false after an error. */
export function* fillBuffer(rt: Executor, stream: Stream, size: number): NativeCode<boolean> {
  if (stream.readFilters !== null && !stream.readFilters.isEmpty) return yield* fillFiltered(rt, stream, size);
  if (stream.buffered >= size) return true;
  const bytes = yield* rawRead(rt, stream, stream.chunkSize);
  if (bytes === null) return false;
  append(stream, bytes);
  return true;
}

function append(stream: Stream, bytes: string): void {
  stream.data = stream.pos < stream.data.length ? stream.data.slice(stream.pos) + bytes : bytes;
  stream.pos = 0;
}

function* fillFiltered(rt: Executor, stream: Stream, size: number): NativeCode<boolean> {
  while (!stream.eof && stream.buffered < size) {
    const bytes = yield* rawRead(rt, stream, stream.chunkSize);
    if (bytes === null && stream.buffered === 0) return false;
    const some = bytes !== null && bytes !== '';
    const mode = stream.eof ? FLUSH_CLOSE : some ? NORMAL : FLUSH_INC;
    const out = yield* filterStep(rt, stream, 'read', some ? bytes : null, mode);
    if (out === null) {
      stream.eof = true;
      return false;
    }
    if (out.bytes !== '') append(stream, out.bytes);
    if (!some) break;
  }
  return true;
}

function take(stream: Stream, n: number): string {
  const bytes = stream.data.slice(stream.pos, stream.pos + n);
  stream.pos += bytes.length;
  if (stream.pos >= stream.data.length) {
    stream.data = '';
    stream.pos = 0;
  }
  return bytes;
}

function isUnbuffered(stream: Stream): boolean {
  return (stream.readFilters === null || stream.readFilters.isEmpty) && (stream.unbuffered || stream.chunkSize === 1);
}

/** _php_stream_read: up to n bytes; null when the first read failed. */
export function* readStream(rt: Executor, stream: Stream, n: number): NativeCode<string | null> {
  let out = take(stream, n);
  while (out.length < n) {
    let part: string;
    if (isUnbuffered(stream)) {
      const bytes = yield* rawRead(rt, stream, n - out.length);
      if (bytes === null) {
        if (out === '') return null;
        break;
      }
      part = bytes;
    } else {
      if (!(yield* fillBuffer(rt, stream, n - out.length))) {
        if (out === '') return null;
        break;
      }
      part = take(stream, n - out.length);
    }
    if (part === '') break;
    out += part;
    if (!stream.greedy) break;
  }
  stream.position += out.length;
  return out;
}

/** The same at once where its bytes are there; otherwise code. */
export function readStep(rt: Executor, stream: Stream, n: number): Step<string | null> {
  const { read } = stream.ops;
  const isPlain = stream.readFilters === null && !stream.unbuffered && stream.chunkSize > 1;
  if (!isPlain || stream.greedy || stream.buffered > 0 || read === null) return readStream(rt, stream, n);
  const step = read(rt, stream, stream.chunkSize);
  return isCode(step) ? readBehind(stream, n, step) : readBytes(stream, n, step);
}

function* readBehind(stream: Stream, n: number, code: NativeCode<string | null>): NativeCode<string | null> {
  return readBytes(stream, n, yield* code);
}

/** What has been read goes through the empty buffer. */
function readBytes(stream: Stream, n: number, bytes: string | null): string | null {
  if (bytes === null) return null;
  append(stream, bytes);
  const out = take(stream, n);
  stream.position += out.length;
  return out;
}

/** _php_stream_eof */
export function atEnd(stream: Stream): boolean {
  return stream.buffered <= 0 && stream.eof;
}

/** _php_stream_copy_to_mem: everything up to the end, at most `limit` bytes. Null when the first read failed. */
export function* readRest(rt: Executor, stream: Stream, limit: number = MOST): NativeCode<string | null> {
  const parts: string[] = [];
  let length = 0;
  while (length < limit && !atEnd(stream)) {
    const part = yield* readStream(rt, stream, Math.min(stream.chunkSize, limit - length));
    if (part === null && length === 0) return null;
    if (part === null || part === '') break;
    parts.push(part);
    length += part.length;
  }
  return parts.join('');
}

/** _php_stream_get_line: one line with its end, at most `limit` bytes; null at the end of the stream. */
export function* readLine(rt: Executor, stream: Stream, limit: number = MOST): NativeCode<string | null> {
  let line = '';
  for (;;) {
    if (stream.buffered > 0) {
      const at = stream.data.indexOf('\n', stream.pos);
      const there = (at < 0 ? stream.data.length : at + 1) - stream.pos;
      const size = Math.min(there, limit - line.length);
      line += take(stream, size);
      stream.position += size;
      if (at >= 0 || line.length >= limit) return line;
    } else if (stream.eof) {
      break;
    } else {
      yield* fillBuffer(rt, stream, Math.min(limit - line.length, stream.chunkSize));
      if (stream.buffered === 0) break;
    }
  }
  return line === '' ? null : line;
}

/** php_stream_get_record: up to an ending, which is passed over; null when there is nothing. '' is no ending. */
export function* readRecord(rt: Executor, stream: Stream, limit: number, ending: string): NativeCode<string | null> {
  const find = (): number => {
    if (ending === '') return -1;
    const at = stream.data.indexOf(ending, stream.pos);
    return at >= 0 && at - stream.pos + ending.length <= limit ? at - stream.pos : -1;
  };
  let at = find();
  while (at < 0 && stream.buffered < limit) {
    const before = stream.buffered;
    yield* fillBuffer(rt, stream, before + Math.min(limit - before, stream.chunkSize));
    if (stream.buffered === before) break;
    at = find();
  }
  if (at < 0) {
    if (stream.buffered < limit && !stream.eof) return null;
    if (stream.buffered === 0) return null;
  }
  const bytes = take(stream, at >= 0 ? at : Math.min(stream.buffered, limit));
  stream.position += bytes.length;
  if (at >= 0) {
    take(stream, ending.length);
    stream.position += ending.length;
  }
  return bytes;
}

/** _php_stream_write_buffer: past the filters; null after an error. */
function* writeRaw(rt: Executor, stream: Stream, bytes: string): NativeCode<number | null> {
  const { write, seek } = stream.ops;
  if (write === null) return null;
  if (seek !== null && !stream.noSeek && stream.buffered > 0) {
    stream.data = '';
    stream.pos = 0;
    const at = yield* settle(seek(rt, stream, stream.position, 0));
    if (at !== null) stream.position = at;
  }
  let done = 0;
  while (done < bytes.length) {
    const n = yield* settle(write(rt, stream, done === 0 ? bytes : bytes.slice(done)));
    if (n === null || n <= 0) return done === 0 ? n : done;
    done += n;
    stream.position += n;
  }
  return done;
}

/** _php_stream_write: how many bytes were taken, false after an error. */
export function* writeStream(rt: Executor, stream: Stream, bytes: string): NativeCode<number | false> {
  if (bytes === '') return 0;
  if (stream.ops.write === null) {
    docref(rt, E_NOTICE, 'Stream is not writable');
    return false;
  }
  const done =
    stream.writeFilters !== null && !stream.writeFilters.isEmpty
      ? yield* writeFiltered(rt, stream, bytes, NORMAL)
      : yield* writeRaw(rt, stream, bytes);
  if (done !== 0) stream.written = true;
  return done ?? false;
}

/** The same at once where all is taken at once; otherwise code. */
export function writeStep(rt: Executor, stream: Stream, bytes: string): Step<number | false> {
  const { write, seek } = stream.ops;
  if (seek !== null || write === null || stream.writeFilters !== null || bytes === '') {
    return writeStream(rt, stream, bytes);
  }
  const step = write(rt, stream, bytes);
  if (isCode(step)) return writeBehind(rt, stream, bytes, step);
  return step === null || step <= 0 || step === bytes.length
    ? noteWritten(stream, step)
    : writeBehind(rt, stream, bytes, step);
}

function noteWritten(stream: Stream, n: number | null): number | false {
  if (n !== null && n > 0) stream.position += n;
  if (n !== 0) stream.written = true;
  return n ?? false;
}

/** The first part is being written. */
function* writeBehind(
  rt: Executor,
  stream: Stream,
  bytes: string,
  first: Step<number | null>,
): NativeCode<number | false> {
  const n = yield* settle(first);
  const done = noteWritten(stream, n);
  if (n === null || n <= 0 || n === bytes.length) return done;
  return n + ((yield* writeRaw(rt, stream, bytes.slice(n))) ?? 0);
}

/** _php_stream_write_filtered: bytes that the first filter took; null after an error. */
export function* writeFiltered(
  rt: Executor,
  stream: Stream,
  bytes: string | null,
  mode: number,
): NativeCode<number | null> {
  const out = yield* filterStep(rt, stream, 'write', bytes, mode);
  if (out === null) return null;
  if (out.bytes !== '' && (yield* writeRaw(rt, stream, out.bytes)) === null) return null;
  return out.consumed;
}

/** _php_stream_flush */
export function* flushStream(rt: Executor, stream: Stream, closing: boolean): NativeCode<boolean> {
  if (stream.writeFilters !== null && !stream.writeFilters.isEmpty) {
    yield* writeFiltered(rt, stream, null, closing ? FLUSH_CLOSE : FLUSH_INC);
  }
  stream.written = false;
  const { flush } = stream.ops;
  return flush === undefined ? true : yield* settle(flush(rt, stream));
}

/** Is the target of a move within the read buffer? Then moves there. */
function seekBuffered(stream: Stream, offset: number, whence: number): boolean {
  const ahead = whence === 1 ? offset : whence === 0 ? offset - stream.position : 0;
  if (stream.unbuffered || ahead <= 0 || ahead > stream.buffered) return false;
  stream.pos += ahead;
  stream.position += ahead;
  stream.eof = false;
  return true;
}

/** _php_stream_seek: 0 or -1. whence: 0 set, 1 current, 2 end. */
export function* seekStream(rt: Executor, stream: Stream, offset: number, whence: number): NativeCode<0 | -1> {
  if (seekBuffered(stream, offset, whence)) return 0;
  const { seek } = stream.ops;
  if (seek !== null && !stream.noSeek) {
    if (stream.writeFilters !== null && !stream.writeFilters.isEmpty) yield* flushStream(rt, stream, false);
    const current = whence === 1;
    const at = yield* settle(seek(rt, stream, current ? stream.position + offset : offset, current ? 0 : whence));
    if (at !== null) {
      stream.position = at;
      stream.eof = false;
    }
    if (!stream.noSeek || at !== null) {
      stream.data = '';
      stream.pos = 0;
      return at === null ? -1 : 0;
    }
  }
  if (whence === 1 && offset >= 0) {
    const skipped = yield* readRest(rt, stream, offset);
    if (skipped === null || skipped.length < offset) return -1;
    stream.eof = false;
    return 0;
  }
  docref(rt, E_WARNING, 'Stream does not support seeking');
  return -1;
}

/** _php_stream_free: flushes and closes; its resource is closed, too. */
export function* closeStream(rt: Executor, stream: Stream): NativeCode<void> {
  if (stream.closed) return;
  stream.closed = true;
  if (stream.written || stream.writeFilters?.isEmpty === false) yield* flushStream(rt, stream, true);
  const { resource } = stream;
  stream.resource = null;
  if (resource !== null) rt.closeResource(resource);
  yield* settle(stream.ops.close(rt, stream));
  yield* stream.readFilters?.closeAll(rt) ?? [];
  yield* stream.writeFilters?.closeAll(rt) ?? [];
  closed(rt, stream);
}

/** The same at once where nothing has to be flushed; otherwise code. Its result is true. */
export function closeStep(rt: Executor, stream: Stream): Step<true> {
  const isPlain = stream.readFilters === null && stream.writeFilters === null;
  if (stream.closed || !isPlain || stream.ops.flush !== undefined) return closeBehind(rt, stream);
  stream.closed = true;
  const { resource } = stream;
  stream.resource = null;
  if (resource !== null) rt.closeResource(resource);
  const step = stream.ops.close(rt, stream);
  if (isCode(step)) return closedBehind(rt, stream, step);
  return closed(rt, stream);
}

function* closeBehind(rt: Executor, stream: Stream): NativeCode<true> {
  yield* closeStream(rt, stream);
  return true;
}

function* closedBehind(rt: Executor, stream: Stream, code: NativeCode<void>): NativeCode<true> {
  yield* code;
  return closed(rt, stream);
}

function closed(rt: Executor, stream: Stream): true {
  release(rt, stream.wrapperData);
  stream.wrapperData = undefined;
  release(rt, stream.context);
  stream.context = null;
  return true;
}
