/**
 * Files of gzip as streams: gzopen() and compress.zlib://. What is no gzip is read as it is.
 * Source: php-src 8.2 ext/zlib/zlib_fopen_wrapper.c; zlib's gzread.c, gzwrite.c
 */
import { E_WARNING } from '../../base/diagnostics.ts';
import type { NativeCode } from '../../object/native-code.ts';
import { toInt } from '../../value/convert.ts';
import type { PhpResource } from '../../value/zval.ts';
import type { Executor } from '../../vm/executor.ts';
import { ZLIB_STATUS, type ZlibStream } from '../../vm/ports.ts';
import { openStream } from '../open-stream.ts';
import { contextOption } from '../stream-context.ts';
import { closeStream, readStream, seekStream, writeStream } from '../stream-core.ts';
import type { StreamWrapper } from '../stream-wrapper.ts';
import { createStreamResource, parseMode, Stream, type StreamMode, type StreamOps } from '../stream.ts';
import { docref } from '../string-util.ts';
import { FLUSH } from './context-options.ts';
import { GZIP_MAGIC, openInflate } from './open-inflate.ts';

const PART = 8192;
const STRATEGIES: Readonly<Record<string, number>> = { f: 1, h: 2, R: 3, F: 4 };

/** What a gzip stream keeps. */
interface GzState {
  /** The file. */
  readonly inner: Stream;
  readonly zlib: ZlibStream;
  readonly writes: boolean;
  /** Reading: what the first bytes were. */
  kind: 'unknown' | 'gzip' | 'plain';
  /** Reading: nothing more comes from the file. */
  ended: boolean;
  /** Reading: did the last part end a member? */
  between: boolean;
  /** Reading: what is unpacked and not yet read. */
  ready: string;
  /** Where the next byte is. */
  at: number;
  /** How far to go before the next byte is read or written. */
  skip: number;
}

function stateOf(stream: Stream): GzState {
  return stream.state as GzState;
}

/** Unpacks the next part of the file; false when it is damaged. */
function* unpackMore(rt: Executor, state: GzState): NativeCode<boolean> {
  let bytes = yield* readStream(rt, state.inner, PART);
  if (bytes !== null && bytes.length === 1) bytes += (yield* readStream(rt, state.inner, PART)) ?? '';
  if (bytes === null || bytes === '') {
    state.ended = true;
    return true;
  }
  if (state.kind === 'unknown') state.kind = bytes.startsWith(GZIP_MAGIC) ? 'gzip' : 'plain';
  if (state.kind === 'plain') {
    state.ready += bytes;
    return true;
  }
  return unpackMembers(state, bytes);
}

/** Members follow each other; what follows the last one is no part of it. */
function unpackMembers(state: GzState, bytes: string): boolean {
  let rest = bytes;
  while (rest !== '') {
    if (state.between) {
      if (!rest.startsWith(GZIP_MAGIC)) {
        state.ended = true;
        return true;
      }
      state.zlib.reset();
    }
    const { out, consumed, status } = state.zlib.run(rest, FLUSH.SYNC_FLUSH);
    if (status < ZLIB_STATUS.ok && status !== ZLIB_STATUS.bufferError) return false;
    state.ready += out;
    state.between = status === ZLIB_STATUS.end;
    rest = rest.slice(consumed);
  }
  return true;
}

/** gzread: as many bytes as there are, '' at the end, null when the file is damaged. */
function* take(rt: Executor, state: GzState, length: number): NativeCode<string | null> {
  while (state.ready.length < length && !state.ended) {
    if (!(yield* unpackMore(rt, state))) {
      state.ended = true;
      return state.ready === '' ? null : '';
    }
  }
  const bytes = state.ready.slice(0, length);
  state.ready = state.ready.slice(bytes.length);
  state.at += bytes.length;
  return bytes;
}

function* read(rt: Executor, stream: Stream, length: number): NativeCode<string | null> {
  const state = stateOf(stream);
  if (state.writes) return null;
  while (state.skip > 0) {
    const passed = yield* take(rt, state, Math.min(state.skip, PART));
    if (passed === null || passed === '') break;
    state.skip -= passed.length;
  }
  const bytes = yield* take(rt, state, length);
  if (bytes !== null && bytes.length < length) stream.eof = true;
  return bytes;
}

/** Packs bytes and writes what comes of them. */
function* pack(rt: Executor, state: GzState, bytes: string, flush: number): NativeCode<boolean> {
  const { out } = state.zlib.run(bytes, flush);
  return out === '' || (yield* writeStream(rt, state.inner, out)) !== false;
}

/** What was passed over is zeros. */
function* fillGap(rt: Executor, state: GzState): NativeCode<void> {
  if (state.skip === 0) return;
  const gap = '\0'.repeat(state.skip);
  state.skip = 0;
  state.at += gap.length;
  yield* pack(rt, state, gap, FLUSH.NO_FLUSH);
}

function* write(rt: Executor, stream: Stream, bytes: string): NativeCode<number | null> {
  const state = stateOf(stream);
  if (!state.writes) return 0;
  yield* fillGap(rt, state);
  if (!(yield* pack(rt, state, bytes, FLUSH.NO_FLUSH))) return null;
  state.at += bytes.length;
  return bytes.length;
}

function* seek(rt: Executor, stream: Stream, offset: number, whence: number): NativeCode<number | null> {
  const state = stateOf(stream);
  if (whence === 2) {
    docref(rt, E_WARNING, 'SEEK_END is not supported');
    return null;
  }
  if (offset < state.at) {
    if (state.writes || offset < 0) return null;
    yield* rewindFile(rt, state);
  }
  state.skip = offset - state.at;
  return offset;
}

function* rewindFile(rt: Executor, state: GzState): NativeCode<void> {
  yield* seekStream(rt, state.inner, 0, 0);
  state.zlib.reset();
  state.kind = 'unknown';
  state.ended = false;
  state.between = false;
  state.ready = '';
  state.at = 0;
}

function* flush(rt: Executor, stream: Stream): NativeCode<boolean> {
  const state = stateOf(stream);
  if (!state.writes) return false;
  yield* fillGap(rt, state);
  return yield* pack(rt, state, '', FLUSH.SYNC_FLUSH);
}

function* close(rt: Executor, stream: Stream): NativeCode<void> {
  const state = stateOf(stream);
  if (state.writes) {
    yield* fillGap(rt, state);
    yield* pack(rt, state, '', FLUSH.FINISH);
  }
  yield* closeStream(rt, state.inner);
}

const gzOps: StreamOps = { label: 'ZLIB', read, write, seek, close, flush };

/** The stream of zlib's for a mode such as "wb9"; null when the mode says neither to read nor to write. */
function zlibFor(rt: Executor, mode: StreamMode, level: number | null): ZlibStream | null {
  if (!'rwa'.includes(mode.kind)) return null;
  if (mode.kind === 'r') return openInflate(rt, { format: 'gzip' });
  const digit = /\d(?!.*\d)/.exec(mode.text)?.[0];
  const strategy = STRATEGIES[/[fhRF](?!.*[fhRF])/.exec(mode.text)?.[0] ?? ''] ?? 0;
  const own = digit === undefined ? -1 : Number(digit);
  return rt.host.zlibStream?.('deflate', { format: 'gzip', level: level ?? own, strategy }) ?? null;
}

/** The context's option zlib.level. */
function levelOf(rt: Executor, context: PhpResource | null): number | null {
  const given = contextOption(context, 'zlib', 'level');
  return given === undefined ? null : Number(toInt(rt, given));
}

/** php_stream_gzopen: a text says why it failed, null: after a message of its own or an exception. */
export function* openGz(
  rt: Executor,
  path: string,
  modeText: string,
  useIncludePath: boolean,
  context: PhpResource | null,
  report: boolean,
): NativeCode<Stream | string | null> {
  if (modeText.includes('+')) {
    if (report) docref(rt, E_WARNING, 'Cannot open a zlib stream for reading and writing at the same time!');
    return report ? null : '';
  }
  const file = path.replace(/^compress\.zlib:\/\/|^zlib:/i, '');
  const inner = yield* openStream(rt, file, modeText, { useIncludePath });
  if (inner === null || typeof inner === 'string') return report ? inner : inner === null ? null : '';
  const mode = parseMode(modeText) as StreamMode;
  const zlib = zlibFor(rt, mode, levelOf(rt, context));
  if (zlib === null) {
    if (report) docref(rt, E_WARNING, 'gzopen failed');
    yield* closeStream(rt, inner);
    return report ? null : '';
  }
  const writes = mode.kind !== 'r';
  const state: GzState = {
    inner,
    zlib,
    writes,
    kind: 'unknown',
    ended: false,
    between: false,
    ready: '',
    at: 0,
    skip: 0,
  };
  const stream = new Stream(gzOps, mode, report ? null : path, state);
  stream.unbuffered = true;
  stream.greedy = true;
  createStreamResource(rt, stream);
  return stream;
}

export const gzWrapper: StreamWrapper = {
  isUrl: false,
  label: 'ZLIB',
  *open(rt, path, mode, _options, context) {
    const stream = yield* openGz(rt, path, mode, false, context, false);
    if (stream instanceof Stream) stream.wrapperType = 'ZLIB';
    return stream;
  },
};
