/**
 * Directory streams: what opendir() opens.
 * Source: php-src main/streams/plain_wrapper.c (php_plain_files_dir_opener), ext/standard/dir.c
 */
import { E_WARNING } from '../base/diagnostics.ts';
import type { NativeCode } from '../object/native-code.ts';
import type { PhpResource } from '../value/zval.ts';
import { addRef } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { checkBasedir } from './open-basedir.ts';
import { functionName, whyNot } from './open-stream.ts';
import { touchDefaultContext } from './stream-context.ts';
import { settle } from './stream-step.ts';
import { locateWrapper } from './stream-wrapper.ts';
import { createStreamResource, Stream, type StreamOps } from './stream.ts';

interface NamesState {
  readonly names: readonly string[];
  next: number;
}

/** Reads on a directory stream give its names, as PHP's do. */
const nameOps: StreamOps = {
  label: 'dir',
  read(_rt, stream) {
    stream.eof = true;
    return null;
  },
  write: null,
  // readers take it for one that can seek; only back to the start
  seek(_rt, stream, offset) {
    if (offset !== 0) return null;
    (stream.state as NamesState).next = 0;
    return 0;
  },
  close: () => {},
  readDir(_rt, stream) {
    const state = stream.state as NamesState;
    return state.names[state.next++] ?? null;
  },
  rewindDir(_rt, stream) {
    (stream.state as NamesState).next = 0;
  },
};
const globOps: StreamOps = { ...nameOps, label: 'glob' };

/** A directory stream over a list of names. */
export function nameStream(names: readonly string[], label: 'dir' | 'glob'): Stream {
  const mode = { text: 'r', read: true, write: false, append: false, kind: 'r' };
  const state: NamesState = { names, next: 0 };
  const stream = new Stream(label === 'dir' ? nameOps : globOps, mode, null, state);
  stream.wrapperType = 'plainfile';
  return stream;
}

function openPlainFolder(rt: Executor, path: string): Stream | string {
  if (!checkBasedir(rt, path)) return 'Operation not permitted';
  const names = rt.host.readDir(path);
  if (names !== null) return nameStream(['.', '..', ...names], 'dir');
  const stat = rt.host.stat(path);
  if (stat === null) return whyNot(rt, path);
  return stat.isDirectory ? 'Permission denied' : 'Not a directory';
}

/** Why the last opendir failed: scandir() tells its number. */
export interface DirectoryFailure {
  why: string;
}

/** opendir: a directory stream with its resource, false after a warning, null after an exception. */
export function* openDirectory(
  rt: Executor,
  path: string,
  context: PhpResource | null,
  failure: DirectoryFailure = { why: '' },
): NativeCode<Stream | false | null> {
  if (context === null) touchDefaultContext(rt);
  const located = locateWrapper(rt, path, 0);
  if (rt.exception !== null) return null;
  let opened: Stream | string | null = 'no suitable wrapper could be found';
  if (located?.kind === 'plain') opened = openPlainFolder(rt, located.path);
  else if (located?.kind === 'wrapper') {
    const { openDir } = located.wrapper;
    opened = openDir === undefined ? 'not implemented' : yield* settle(openDir(rt, located.path, 4, context));
  }
  if (rt.exception !== null) return null;
  if (opened instanceof Stream) {
    createStreamResource(rt, opened);
    if (context !== null) opened.context = addRef(context);
    return opened;
  }
  failure.why = opened ?? '';
  rt.error(E_WARNING, `${functionName(rt)}(${path}): Failed to open directory: ${opened || 'operation failed'}`);
  return false;
}
