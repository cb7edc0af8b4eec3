/**
 * Opening streams: plain files and php:// names.
 * Source: php-src main/streams/plain_wrapper.c (_php_stream_fopen), ext/standard/php_fopen_wrapper.c
 */
import { E_WARNING } from '../base/diagnostics.ts';
import type { PhpResource } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { resolveIncludePath } from '../vm/include-file.ts';
import { checkBasedir } from './open-basedir.ts';
import { createStreamResource, parseMode, Stream, type StreamMode, type StreamTarget } from './stream.ts';
import { touchDefaultContext } from './stream-context.ts';

const NO_ENTRY = 'No such file or directory';

/** The name of the running builtin, for warnings. */
export function functionName(rt: Executor): string {
  return rt.currentExecuteData?.func.functionName ?? '';
}

/** "fopen(x): Failed to open stream: why" */
export function failedToOpen(rt: Executor, path: string, why: string): false {
  rt.error(E_WARNING, `${functionName(rt)}(${path}): Failed to open stream: ${why}`);
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

function openPhp(uri: string): StreamTarget | string {
  const name = uri.slice(6).toLowerCase();
  if (name === 'memory' || name === 'temp' || name.startsWith('temp/')) return { kind: 'memory', uri };
  if (name === 'stdin' || name === 'stdout' || name === 'stderr' || name === 'output' || name === 'input') {
    return { kind: name, uri };
  }
  return 'operation failed';
}

/** php:// streams are readable or writable by their nature. */
function natureOf(target: StreamTarget, mode: StreamMode): StreamMode {
  switch (target.kind) {
    case 'output':
      return { ...mode, text: 'wb', read: false, write: true, append: false };
    case 'input':
      return { ...mode, text: 'rb', read: true, write: false };
    case 'memory':
      return mode.kind === 'r' && !mode.text.includes('+') ? mode : { ...mode, read: true, write: true };
    default:
      return mode;
  }
}

function openFile(rt: Executor, path: string, mode: StreamMode): Stream | string {
  const { host } = rt;
  if (!checkBasedir(rt, path)) return 'Operation not permitted';
  const stat = host.stat(path);
  if (mode.kind === 'x' && stat !== null) return 'File exists';
  if (mode.kind === 'r' && stat === null) return whyNot(rt, path);
  if (stat !== null && stat.isDirectory) {
    return mode.write ? 'Is a directory' : new Stream({ kind: 'file', path, uri: path }, mode);
  }
  const stream = new Stream({ kind: 'file', path, uri: path }, mode);
  const create = stat === null || mode.kind === 'w';
  if (create && !host.writeFile(path, '', false)) return whyNot(rt, path);
  const content = create ? '' : host.readFile(path);
  if (content === null) return 'Permission denied';
  stream.data = content;
  return stream;
}

/** Opens a stream without a resource; a text says why it failed. */
export function openStream(rt: Executor, name: string, modeText: string, useIncludePath: boolean): Stream | string {
  const mode = parseMode(modeText);
  if (/^php:\/\//i.test(name)) {
    const plain = mode ?? { text: modeText, read: true, write: true, append: false, kind: 'r' };
    const target = openPhp(name);
    return typeof target === 'string' ? target : new Stream(target, natureOf(target, plain));
  }
  if (mode === null) return `\`${modeText}' is not a valid mode for fopen`;
  let path = localPath(name);
  if (useIncludePath) path = resolveIncludePath(rt, path) ?? path;
  return openFile(rt, path, mode);
}

/** fopen and friends: the resource, false after a warning, null after an exception. */
export function openResource(
  rt: Executor,
  name: string,
  mode: string,
  useIncludePath: boolean,
): PhpResource | false | null {
  if (!checkPath(rt, name, 1)) return null;
  if (name === '') return rt.throwError('ValueError', 'Path cannot be empty');
  touchDefaultContext(rt);
  const stream = openStream(rt, name, mode, useIncludePath);
  return typeof stream === 'string' ? failedToOpen(rt, name, stream) : createStreamResource(rt, stream);
}
