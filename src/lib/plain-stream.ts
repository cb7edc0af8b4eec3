/**
 * Plain files: streams over a descriptor of the host, and this process's own three streams.
 * Source: php-src main/streams/plain_wrapper.c
 */
import { E_NOTICE } from '../base/diagnostics.ts';
import type { Executor } from '../vm/executor.ts';
import { type FilePort, type FileStat, OPEN_FLAGS } from '../vm/ports.ts';
import { errorText } from './errno.ts';
import { receive } from './socket-io.ts';
import { Stream, type StreamMode, type StreamOps, type StreamStat } from './stream.ts';
import { docref } from './string-util.ts';

const ENOENT = 2;
const EBADF = 9;
const EAGAIN = 11;
const MODE = 0o666;
/** PHP_STREAM_OPTION_BLOCKING, PHP_STREAM_OPTION_READ_TIMEOUT */
const OPTION_BLOCKING = 1;
const OPTION_READ_TIMEOUT = 4;

/** What a plain stream keeps. */
export interface PlainState {
  readonly fd: number;
  /** Where the next read or write happens; null for what cannot seek. */
  at: number | null;
  readonly append: boolean;
  /** The path, for include, touch and error messages; null: none. */
  readonly path: string | null;
  /** Deleted when closed (tmpfile). */
  temporary: boolean;
  /** Do reads wait for bytes (stream_set_blocking)? */
  blocking: boolean;
  /** Called when it is closed (a process to wait for). */
  onClose: ((rt: Executor) => void) | null;
}

/** The descriptors of a host that has files. */
function filesOf(rt: Executor): FilePort {
  const { files } = rt.host;
  if (files === null) throw new Error('this host has no files');
  return files;
}

export function plainStateOf(stream: Stream): PlainState | null {
  return stream.ops === plainOps ? (stream.state as PlainState) : null;
}

function stateOf(stream: Stream): PlainState {
  return stream.state as PlainState;
}

function failed(rt: Executor, what: 'Read' | 'Write', size: number, errno: number): void {
  docref(rt, E_NOTICE, `${what} of ${size} bytes failed with errno=${errno} ${errorText(errno)}`);
}

function read(rt: Executor, stream: Stream, length: number): string | null {
  const state = stateOf(stream);
  const got = filesOf(rt).read(state.fd, length, state.at, state.blocking);
  if (typeof got === 'number') {
    if (-got === EAGAIN) return '';
    failed(rt, 'Read', length, -got);
    if (-got !== EBADF) stream.eof = true;
    return null;
  }
  if (got === '') stream.eof = true;
  if (state.at !== null) state.at += got.length;
  return got;
}

function write(rt: Executor, stream: Stream, bytes: string): number | null {
  const state = stateOf(stream);
  const done = filesOf(rt).write(state.fd, bytes, state.append ? null : state.at);
  if (done < 0) {
    if (-done === EAGAIN) return 0;
    failed(rt, 'Write', bytes.length, -done);
    return null;
  }
  if (state.append) state.at = sizeOf(rt, state);
  else if (state.at !== null) state.at += done;
  return done;
}

function sizeOf(rt: Executor, state: PlainState): number | null {
  const stat = filesOf(rt).stat(state.fd);
  return state.at === null || typeof stat === 'number' ? state.at : stat.size;
}

function seek(rt: Executor, stream: Stream, offset: number, whence: number): number | null {
  const state = stateOf(stream);
  if (state.at === null || whence < 0 || whence > 2) return null;
  const to = (whence === 2 ? (sizeOf(rt, state) ?? 0) : 0) + offset;
  if (to < 0) return null;
  state.at = to;
  return to;
}

function close(rt: Executor, stream: Stream): void {
  const state = stateOf(stream);
  filesOf(rt).close(state.fd);
  if (state.temporary && state.path !== null) rt.host.unlink(state.path);
  state.onClose?.(rt);
}

function stat(rt: Executor, stream: Stream): StreamStat | null {
  const found = filesOf(rt).stat(stateOf(stream).fd);
  return typeof found === 'number' ? null : found;
}

export const plainOps: StreamOps = {
  label: 'STDIO',
  read,
  write,
  seek,
  close,
  flush: () => true,
  stat,
  truncate: (rt, stream, size) => filesOf(rt).truncate(stateOf(stream).fd, size) === 0,
  lock(rt, stream, operation) {
    const done = filesOf(rt).lock(stateOf(stream).fd, operation);
    return done === 0 ? true : -done === EAGAIN ? undefined : false;
  },
  setOption(_rt, stream, option, value) {
    if (option === OPTION_BLOCKING) stateOf(stream).blocking = value !== 0;
    return option !== OPTION_READ_TIMEOUT;
  },
  metaData: (stream) => [
    ['timed_out', false],
    ['blocked', stateOf(stream).blocking],
    ['eof', stream.eof && stream.buffered === 0],
  ],
};

/** open(2)'s flags of a mode. */
function openFlags(mode: StreamMode): number {
  const access = mode.read && mode.write ? OPEN_FLAGS.both : mode.write ? OPEN_FLAGS.write : OPEN_FLAGS.read;
  switch (mode.kind) {
    case 'w':
      return access | OPEN_FLAGS.create | OPEN_FLAGS.truncate;
    case 'a':
      return access | OPEN_FLAGS.create | OPEN_FLAGS.append;
    case 'x':
      return access | OPEN_FLAGS.create | OPEN_FLAGS.exclusive;
    case 'c':
      return access | OPEN_FLAGS.create;
    default:
      return access;
  }
}

/** A stream over a descriptor. */
export function streamOfDescriptor(
  rt: Executor,
  fd: number,
  mode: StreamMode,
  uri: string | null,
  path: string | null,
): Stream {
  const found = filesOf(rt).stat(fd);
  const regular = typeof found !== 'number' && found.isFile;
  // also of one that is appended to: only what is written goes to the end
  const at = regular ? 0 : null;
  const state: PlainState = { fd, at, append: mode.append, path, temporary: false, blocking: true, onClose: null };
  const stream = new Stream(plainOps, mode, uri, state);
  stream.noSeek = !regular;
  stream.position = at ?? 0;
  return stream;
}

/** expand_filepath */
function withoutDots(rt: Executor, path: string): string {
  const parts: string[] = [];
  for (const part of (path.startsWith('/') ? path : `${rt.host.cwd()}/${path}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/** _php_stream_fopen: a text says why it failed. */
export function openPlain(rt: Executor, path: string, uri: string, mode: StreamMode): Stream | string {
  if (rt.host.files === null) return 'Operation not permitted';
  let fd = rt.host.files.open(path, openFlags(mode), MODE);
  // `..` behind a folder that is not there goes back in the text
  if (-fd === ENOENT && path.includes('/../')) fd = rt.host.files.open(withoutDots(rt, path), openFlags(mode), MODE);
  if (fd < 0) return errorText(-fd);
  const stream = streamOfDescriptor(rt, fd, mode, uri, path);
  stream.wrapperType = 'plainfile';
  stream.greedy = true;
  return stream;
}

/** Has a pipe something to read, or ended? Reads ahead what there is. */
export function pollPipe(rt: Executor, stream: Stream): boolean {
  const state = plainStateOf(stream);
  if (state === null || state.at !== null || stream.buffered > 0 || stream.eof) return true;
  const got = filesOf(rt).read(state.fd, stream.chunkSize, null, false);
  if (typeof got === 'number') return -got !== EAGAIN;
  stream.data = got;
  stream.pos = 0;
  if (got === '') stream.eof = true;
  return true;
}

/** A mode's `+b` parts as fdopen's streams show them. */
function ownMode(text: string): StreamMode {
  const reads = text.startsWith('r');
  return { text, read: reads, write: !reads, append: false, kind: reads ? 'r' : 'w' };
}

function statOfDescriptor(fd: number) {
  return (rt: Executor): FileStat | null => {
    const found = rt.host.files?.stat(fd);
    return found === undefined || typeof found === 'number' ? null : found;
  };
}

const nothing = (): void => {};

const stdinOps: StreamOps = {
  label: 'STDIO',
  read(rt, stream, length) {
    if (stream.socket !== null) return receive(rt, stream, length);
    const bytes = rt.host.readIn(length);
    if (bytes === '') stream.eof = true;
    return bytes;
  },
  write(rt, _stream, bytes) {
    failed(rt, 'Write', bytes.length, EBADF);
    return null;
  },
  seek: null,
  close: nothing,
  stat: statOfDescriptor(0),
  lock: () => true,
  setOption: () => true,
};

function outputOps(fd: number, send: (rt: Executor, bytes: string) => void): StreamOps {
  return {
    label: 'STDIO',
    read(rt, _stream, length) {
      failed(rt, 'Read', length, EBADF);
      return null;
    },
    write(rt, _stream, bytes) {
      send(rt, bytes);
      return bytes.length;
    },
    seek: null,
    close: nothing,
    flush(rt) {
      rt.host.flush();
      return true;
    },
    stat: statOfDescriptor(fd),
    lock: () => true,
    setOption: () => true,
  };
}

const stdoutOps: StreamOps = outputOps(1, (rt, bytes) => rt.host.writeOut(bytes));
const stderrOps: StreamOps = outputOps(2, (rt, bytes) => rt.host.writeErr(bytes));

/** The descriptor of a stream that has one. */
export function descriptorOf(stream: Stream): number | null {
  if (stream.ops === stdinOps) return 0;
  if (stream.ops === stdoutOps) return 1;
  if (stream.ops === stderrOps) return 2;
  return plainStateOf(stream)?.fd ?? null;
}

/** php://stdin, php://stdout, php://stderr. */
export function standardStream(name: 'stdin' | 'stdout' | 'stderr', mode: string | null): Stream {
  const ops = { stdin: stdinOps, stdout: stdoutOps, stderr: stderrOps }[name];
  const text = mode ?? (name === 'stdin' ? 'r' : 'w');
  const stream = new Stream(ops, ownMode(text), `php://${name}`, null);
  stream.wrapperType = 'PHP';
  return stream;
}
