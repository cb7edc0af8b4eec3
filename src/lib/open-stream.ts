/**
 * Opening streams by name.
 * Source: php-src main/streams/streams.c (_php_stream_open_wrapper_ex), plain_wrapper.c, ext/standard/php_fopen_wrapper.c
 */
import { E_WARNING } from '../base/diagnostics.ts';
import type { NativeCode } from '../object/native-code.ts';
import type { PhpResource } from '../value/zval.ts';
import { addRef } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { activeFunctionName, resolveIncludePath } from '../vm/include-file.ts';
import { checkBasedir } from './open-basedir.ts';
import { openPlain } from './plain-stream.ts';
import { StreamContext, touchDefaultContext } from './stream-context.ts';
import { settle } from './stream-step.ts';
import { locateWrapper, USE_PATH } from './stream-wrapper.ts';
import { createStreamResource, parseMode, type Stream } from './stream.ts';

const NO_ENTRY = 'No such file or directory';

/** The name of the running builtin, for warnings. */
export function functionName(rt: Executor): string {
  return activeFunctionName(rt);
}

/** "fopen(x): Failed to open stream: why" */
export function failedToOpen(rt: Executor, path: string, why: string): false {
  rt.error(E_WARNING, `${functionName(rt)}(${path}): Failed to open stream: ${why === '' ? 'operation failed' : why}`);
  return false;
}

/** Path arguments may not contain NUL bytes: false after the ValueError. */
export function checkPath(rt: Executor, path: string, n: number): boolean {
  if (!path.includes('\0')) return true;
  rt.argumentValueError(n, 'must not contain any null bytes');
  return false;
}

/** A path without the file:// scheme. */
export function localPath(path: string): string {
  return /^file:\/\//i.test(path) ? path.slice(7) : path;
}

/** Why a path could not be opened. */
export function whyNot(rt: Executor, path: string): string {
  const stat = rt.host.stat(path);
  if (stat === null) {
    if (path.endsWith('/') && rt.host.stat(path.replace(/\/+$/, ''))?.isFile === true) return 'Not a directory';
    const slash = path.replace(/\/+$/, '').lastIndexOf('/');
    const parent = slash <= 0 ? null : rt.host.stat(path.slice(0, slash));
    return parent !== null && !parent.isDirectory ? 'Not a directory' : NO_ENTRY;
  }
  return stat.isDirectory ? 'Is a directory' : 'Permission denied';
}

interface OpenOptions {
  readonly useIncludePath?: boolean;
  readonly context?: PhpResource | null;
  /** further bits for the wrapper */
  readonly options?: number;
}

function openLocal(rt: Executor, path: string, uri: string, modeText: string): Stream | string {
  const mode = parseMode(modeText);
  if (mode === null) return `\`${modeText}' is not a valid mode for fopen`;
  if (!checkBasedir(rt, path)) return 'Operation not permitted';
  return openPlain(rt, path, uri, mode);
}

/** Opens a stream and gives it a resource; a text says why it failed, null: an exception. */
export function* openStream(
  rt: Executor,
  name: string,
  mode: string,
  { useIncludePath = false, context = null, options = 0 }: OpenOptions = {},
): NativeCode<Stream | string | null> {
  const uri = useIncludePath ? (resolveIncludePath(rt, name) ?? name) : name;
  const located = locateWrapper(rt, uri, options);
  if (rt.exception !== null) return null;
  if (located === null) return 'no suitable wrapper could be found';
  if (located.kind === 'plain') {
    const opened = openLocal(rt, located.path, uri, mode);
    return typeof opened === 'string' ? opened : registered(rt, opened, context);
  }
  const { wrapper } = located;
  if (wrapper.open === undefined) return 'wrapper does not support stream open';
  const bits = options | (useIncludePath ? USE_PATH : 0);
  const opened = yield* settle(wrapper.open(rt, located.path, mode, bits, context));
  if (rt.exception !== null) return null;
  return opened === null || typeof opened === 'string' ? (opened ?? '') : registered(rt, opened, context);
}

function registered(rt: Executor, stream: Stream, context: PhpResource | null): Stream {
  if (stream.resource === null) createStreamResource(rt, stream);
  if (context !== null && stream.context === null) stream.context = addRef(context);
  return stream;
}

/** A context argument: false after the TypeError for another resource. */
export function checkContext(rt: Executor, context: PhpResource): boolean {
  if (context.data instanceof StreamContext) return true;
  rt.throwError('TypeError', `${functionName(rt)}(): supplied resource is not a valid Stream-Context resource`);
  return false;
}

/** fopen and friends: the stream, false after a warning, null after an exception. */
export function* openNamed(
  rt: Executor,
  name: string,
  mode: string,
  options: OpenOptions = {},
): NativeCode<Stream | false | null> {
  if (!checkPath(rt, name, 1)) return null;
  if (name === '') return rt.throwError('ValueError', 'Path cannot be empty');
  const { context = null } = options;
  if (context === null) touchDefaultContext(rt);
  else if (!checkContext(rt, context)) return null;
  const stream = yield* openStream(rt, name, mode, options);
  if (stream === null) return null;
  return typeof stream === 'string' ? failedToOpen(rt, name, stream) : stream;
}
