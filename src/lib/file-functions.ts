/**
 * Whole files and folders by path.
 * Source: php-src ext/standard/file.c, filestat.c, dir.c
 */
import { E_NOTICE, E_WARNING } from '../base/diagnostics.ts';
import type { NativeCode } from '../object/native-code.ts';
import { PhpArray } from '../value/php-array.ts';
import { PhpObject } from '../value/php-object.ts';
import type { Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { elementTexts } from './array-util.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { checkBasedir } from './open-basedir.ts';
import { checkPath, failedToOpen, functionName, localPath, openStream, whyNot } from './open-stream.ts';
import { createStreamResource, isStream, readRest, type Stream, streamOf, writeStream } from './stream.ts';
import { touchDefaultContext } from './stream-context.ts';

const FILE_USE_INCLUDE_PATH = 1;
const FILE_IGNORE_NEW_LINES = 2;
const FILE_SKIP_EMPTY_LINES = 4;
const FILE_APPEND = 8;

export const fileConstants: Readonly<Record<string, Zval>> = {
  FILE_USE_INCLUDE_PATH,
  FILE_IGNORE_NEW_LINES,
  FILE_SKIP_EMPTY_LINES,
  FILE_APPEND,
  FILE_NO_DEFAULT_CONTEXT: 16,
};

/** Opens for reading as the file functions do: each takes a resource id. Null after an exception or warning. */
export function openToRead(rt: Executor, path: string, useIncludePath: boolean): Stream | false | null {
  if (!checkPath(rt, path, 1)) return null;
  if (path === '') return rt.throwError('ValueError', 'Path cannot be empty');
  touchDefaultContext(rt);
  const stream = openStream(rt, path, 'rb', useIncludePath);
  if (typeof stream === 'string') return failedToOpen(rt, path, stream);
  rt.nextResourceId++;
  if (stream.target.kind === 'file' && rt.host.stat(stream.target.path)?.isDirectory === true) {
    rt.error(E_NOTICE, `${functionName(rt)}(): Read of 8192 bytes failed with errno=21 Is a directory`);
  }
  return stream;
}

function getContents(rt: Executor, path: string, useIncludePath: boolean, offset: number, length: number | null): Zval {
  if (length !== null && length < 0) return rt.argumentValueError(5, 'must be greater than or equal to 0');
  const stream = openToRead(rt, path, useIncludePath);
  if (stream === null || stream === false) return stream;
  const all = readRest(rt, stream) ?? '';
  if (offset < 0 || offset > all.length) {
    if (offset < 0) {
      rt.error(E_WARNING, `file_get_contents(): Failed to seek to position ${offset} in the stream`);
      return false;
    }
    return '';
  }
  return all.slice(offset, length === null ? undefined : offset + length);
}

function* putContents(rt: Executor, path: string, data: Zval, flags: number): NativeCode {
  if (!checkPath(rt, path, 1)) return null;
  let bytes = '';
  if (isStream(data)) {
    const source = streamOf(rt, data);
    bytes = source === null ? '' : (readRest(rt, source) ?? '');
  } else if (data instanceof PhpObject && !rt.hasToString(data)) {
    return false;
  } else {
    const texts = yield* elementTexts(rt, data instanceof PhpArray ? data.valueList() : [data]);
    if (texts === null) return null;
    bytes = texts.join('');
  }
  if (path === '') return rt.throwError('ValueError', 'Path cannot be empty');
  touchDefaultContext(rt);
  const stream = openStream(rt, path, (flags & FILE_APPEND) !== 0 ? 'ab' : 'wb', (flags & FILE_USE_INCLUDE_PATH) !== 0);
  if (typeof stream === 'string') return failedToOpen(rt, path, stream);
  rt.nextResourceId++;
  return bytes === '' ? 0 : writeStream(rt, stream, bytes);
}

function lines(rt: Executor, path: string, flags: number): Zval {
  if (flags < 0 || flags > 31) return rt.argumentValueError(2, 'must be a valid flag value');
  const stream = openToRead(rt, path, (flags & FILE_USE_INCLUDE_PATH) !== 0);
  if (stream === null || stream === false) return stream;
  let parts: string[] = (readRest(rt, stream) ?? '').match(/[^\n]*\n|[^\n]+$/g) ?? [];
  if ((flags & FILE_IGNORE_NEW_LINES) !== 0) {
    parts = parts.map((line) => line.replace(/\r?\n$/, ''));
    if ((flags & FILE_SKIP_EMPTY_LINES) !== 0) parts = parts.filter((line) => line !== '');
  }
  return PhpArray.fromList([...parts]);
}

function warn(rt: Executor, what: string): false {
  rt.error(E_WARNING, what);
  return false;
}

function unlink(rt: Executor, path: string): Zval {
  if (!checkPath(rt, path, 1)) return null;
  touchDefaultContext(rt);
  const at = localPath(path);
  if (!checkBasedir(rt, at)) return false;
  if (rt.host.lstat(at)?.isDirectory !== true && rt.host.unlink(at)) return true;
  return warn(rt, `unlink(${path}): ${whyNot(rt, at)}`);
}

function makeFolder(rt: Executor, path: string, mode: number, recursive: boolean): Zval {
  if (!checkPath(rt, path, 1)) return null;
  touchDefaultContext(rt);
  const at = localPath(path);
  if (!checkBasedir(rt, at)) return false;
  if (rt.host.stat(at) !== null) return warn(rt, 'mkdir(): File exists');
  return rt.host.mkdir(at, mode, recursive) || warn(rt, `mkdir(): ${whyNot(rt, at)}`);
}

function removeFolder(rt: Executor, path: string): Zval {
  if (!checkPath(rt, path, 1)) return null;
  touchDefaultContext(rt);
  const at = localPath(path);
  if (!checkBasedir(rt, at)) return false;
  if (rt.host.rmdir(at)) return true;
  const stat = rt.host.stat(at);
  const why = stat === null ? whyNot(rt, at) : stat.isDirectory ? 'Directory not empty' : 'Not a directory';
  return warn(rt, `rmdir(${path}): ${why}`);
}

function rename(rt: Executor, from: string, to: string): Zval {
  if (!checkPath(rt, from, 1) || !checkPath(rt, to, 2)) return null;
  touchDefaultContext(rt);
  if (!checkBasedir(rt, localPath(from)) || !checkBasedir(rt, localPath(to))) return false;
  return (
    rt.host.rename(localPath(from), localPath(to)) || warn(rt, `rename(${from},${to}): ${whyNoRename(rt, from, to)}`)
  );
}

function whyNoRename(rt: Executor, from: string, to: string): string {
  const source = rt.host.lstat(localPath(from));
  if (source === null) return whyNot(rt, localPath(from));
  const target = rt.host.stat(localPath(to));
  if (target === null) return 'No such file or directory';
  if (target.isDirectory) return source.isDirectory ? 'Directory not empty' : 'Is a directory';
  return source.isDirectory ? 'Not a directory' : 'Permission denied';
}

function copy(rt: Executor, from: string, to: string): Zval {
  if (!checkPath(rt, from, 1) || !checkPath(rt, to, 2)) return null;
  touchDefaultContext(rt);
  if (!checkBasedir(rt, localPath(from))) return false;
  if (rt.host.stat(localPath(from))?.isDirectory === true) {
    return warn(rt, 'copy(): The first argument to copy() function cannot be a directory');
  }
  if (rt.host.stat(localPath(to))?.isDirectory === true) {
    return warn(rt, 'copy(): The second argument to copy() function cannot be a directory');
  }
  const source = openStream(rt, from, 'rb', false);
  if (typeof source === 'string') return failedToOpen(rt, from, source);
  rt.nextResourceId++;
  const target = openStream(rt, to, 'wb', false);
  if (typeof target === 'string') return failedToOpen(rt, to, target);
  rt.nextResourceId++;
  const bytes = readRest(rt, source) ?? '';
  return bytes === '' || writeStream(rt, target, bytes) !== false;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** A new empty file in a folder (or the system's for temporary files); null when there is none to be had. */
function temporaryFile(rt: Executor, folder: string, prefix: string): string | null {
  const at = rt.host.stat(folder)?.isDirectory === true ? folder : '/tmp';
  for (let attempt = 0; attempt < 100; attempt++) {
    const random = [...rt.host.randomBytes(6)].map((b) => LETTERS.charAt(b % LETTERS.length)).join('');
    const path = `${at.replace(/\/+$/, '')}/${prefix}${random}`;
    if (rt.host.stat(path) === null) return rt.host.writeFile(path, '', false) ? path : null;
  }
  return null;
}

export const fileFunctions: readonly FunctionDef[] = [
  fn({
    name: 'file_get_contents',
    doc: 'The content of a file.',
    params: [
      p.string('filename'),
      p.bool('use_include_path', { default: false }),
      p.mixed('context', { default: null }),
      p.int('offset', { default: 0 }),
      p.nullable(p.int('length'), { default: null }),
    ],
    returns: ['string', 'false'],
    impl: (rt, path, useIncludePath, _context, offset, length) => getContents(rt, path, useIncludePath, offset, length),
  }),
  fn({
    name: 'file_put_contents',
    doc: 'Writes a file; returns how many bytes.',
    params: [
      p.string('filename'),
      p.mixed('data'),
      p.int('flags', { default: 0 }),
      p.mixed('context', { default: null }),
    ],
    returns: ['int', 'false'],
    impl: putContents,
  }),
  fn({
    name: 'file',
    doc: 'The lines of a file.',
    params: [p.string('filename'), p.int('flags', { default: 0 }), p.mixed('context', { default: null })],
    returns: ['array', 'false'],
    impl: lines,
  }),
  fn({
    name: 'readfile',
    doc: 'Prints a file; returns how many bytes.',
    params: [
      p.string('filename'),
      p.bool('use_include_path', { default: false }),
      p.mixed('context', { default: null }),
    ],
    returns: ['int', 'false'],
    impl(rt, path, useIncludePath) {
      const stream = openToRead(rt, path, useIncludePath);
      if (stream === null || stream === false) return stream;
      const bytes = readRest(rt, stream) ?? '';
      rt.write(bytes);
      return bytes.length;
    },
  }),
  fn({
    name: 'unlink',
    doc: 'Deletes a file.',
    params: [p.string('filename'), p.mixed('context', { default: null })],
    returns: ['bool'],
    impl: unlink,
  }),
  fn({
    name: 'mkdir',
    doc: 'Makes a folder.',
    params: [
      p.string('directory'),
      p.int('permissions', { default: 0o777, text: '0777' }),
      p.bool('recursive', { default: false }),
      p.mixed('context', { default: null }),
    ],
    returns: ['bool'],
    impl: makeFolder,
  }),
  fn({
    name: 'rmdir',
    doc: 'Removes an empty folder.',
    params: [p.string('directory'), p.mixed('context', { default: null })],
    returns: ['bool'],
    impl: removeFolder,
  }),
  fn({
    name: 'rename',
    doc: 'Gives a file or folder another name.',
    params: [p.string('from'), p.string('to'), p.mixed('context', { default: null })],
    returns: ['bool'],
    impl: rename,
  }),
  fn({
    name: 'copy',
    doc: 'Copies a file.',
    params: [p.string('from'), p.string('to'), p.mixed('context', { default: null })],
    returns: ['bool'],
    impl: copy,
  }),
  fn({
    name: 'tempnam',
    doc: 'Makes an empty file with a name of its own.',
    params: [p.string('directory'), p.string('prefix')],
    returns: ['string', 'false'],
    impl(rt, folder, prefix) {
      if (!checkPath(rt, folder, 1) || !checkPath(rt, prefix, 2)) return null;
      if (!checkBasedir(rt, folder)) return false;
      return temporaryFile(rt, folder, (prefix.split('/').pop() ?? '').slice(0, 63)) ?? false;
    },
  }),
  fn({
    name: 'tmpfile',
    doc: 'Opens a file that goes away when it is closed.',
    params: [],
    returns: null,
    impl(rt) {
      const path = temporaryFile(rt, '/tmp', 'php');
      const stream = path === null ? '' : openStream(rt, path, 'r+b', false);
      if (typeof stream === 'string') return false;
      stream.temporary = true;
      return createStreamResource(rt, stream);
    },
  }),
  fn({
    name: 'getcwd',
    doc: 'The current folder.',
    params: [],
    returns: ['string', 'false'],
    impl: (rt) => rt.host.cwd(),
  }),
  fn({
    name: 'chdir',
    doc: 'Changes the current folder.',
    params: [p.string('directory')],
    returns: ['bool'],
    impl(rt, path) {
      if (!checkPath(rt, path, 1)) return null;
      if (!checkBasedir(rt, path)) return false;
      if (rt.host.chdir(path)) return true;
      const notFolder = rt.host.stat(path) !== null;
      return warn(rt, `chdir(): ${notFolder ? 'Not a directory (errno 20)' : 'No such file or directory (errno 2)'}`);
    },
  }),
  fn({
    name: 'realpath',
    doc: 'The absolute path without links, false when there is no such file.',
    params: [p.string('path')],
    returns: ['string', 'false'],
    impl(rt, path) {
      if (!checkPath(rt, path, 1)) return null;
      const real = rt.host.resolvePath(path === '' ? '.' : path);
      return real !== null && checkBasedir(rt, real) ? real : false;
    },
  }),
];
