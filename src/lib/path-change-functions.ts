/**
 * Paths that change: unlink, rename, copy, mkdir, rmdir; temporary files and the current folder.
 * Source: php-src ext/standard/file.c, main/streams/plain_wrapper.c, main/php_open_temporary_file.c
 */
import { E_NOTICE, E_WARNING } from '../base/diagnostics.ts';
import type { NativeCode } from '../object/native-code.ts';
import type { PhpResource } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { checkBasedir } from './open-basedir.ts';
import { checkPath, functionName, openNamed, whyNot } from './open-stream.ts';
import { openPlain, plainStateOf } from './plain-stream.ts';
import { touchDefaultContext } from './stream-context.ts';
import { closeStream, readStream, writeStream } from './stream-core.ts';
import { settle } from './stream-step.ts';
import { contextParam } from './stream-functions.ts';
import { locateWrapper, type StreamWrapper } from './stream-wrapper.ts';
import { createStreamResource, parseMode } from './stream.ts';
import { pathStat } from './url-stat.ts';

function warn(rt: Executor, what: string): false {
  rt.error(E_WARNING, what);
  return false;
}

/** Does it on a plain path, or through the wrapper of a URL. */
function* onPath(
  rt: Executor,
  path: string,
  context: PhpResource | null,
  plain: (path: string) => boolean,
  wrapped: (wrapper: StreamWrapper, path: string) => NativeCode<boolean>,
): NativeCode {
  if (!checkPath(rt, path, 1)) return null;
  if (context === null) touchDefaultContext(rt);
  const located = locateWrapper(rt, path, 0);
  if (located === null) {
    if (rt.exception === null) rt.error(E_WARNING, `${functionName(rt)}(): Unable to locate stream wrapper`);
    return false;
  }
  if (located.kind === 'plain') return checkBasedir(rt, located.path) && plain(located.path);
  return yield* wrapped(located.wrapper, located.path);
}

function unlink(rt: Executor, path: string, context: PhpResource | null): NativeCode {
  return onPath(
    rt,
    path,
    context,
    (at) =>
      (rt.host.lstat(at)?.isDirectory !== true && rt.host.unlink(at)) || warn(rt, `unlink(${path}): ${whyNot(rt, at)}`),
    function* (wrapper, at) {
      if (wrapper.unlink !== undefined) return yield* settle(wrapper.unlink(rt, at, context));
      return warn(rt, `unlink(): ${wrapper.label} does not allow unlinking`);
    },
  );
}

function makeFolder(
  rt: Executor,
  path: string,
  mode: number,
  recursive: boolean,
  context: PhpResource | null,
): NativeCode {
  return onPath(
    rt,
    path,
    context,
    (at) => {
      if (rt.host.lstat(at) !== null) return warn(rt, 'mkdir(): File exists');
      return rt.host.mkdir(at, mode, recursive) || warn(rt, `mkdir(): ${whyNot(rt, at)}`);
    },
    function* (wrapper, at) {
      const options = recursive ? 9 : 8;
      return wrapper.mkdir !== undefined && (yield* settle(wrapper.mkdir(rt, at, mode, options, context)));
    },
  );
}

function removeFolder(rt: Executor, path: string, context: PhpResource | null): NativeCode {
  return onPath(
    rt,
    path,
    context,
    (at) => {
      if (rt.host.rmdir(at)) return true;
      const stat = rt.host.stat(at);
      const why = stat === null ? whyNot(rt, at) : stat.isDirectory ? 'Directory not empty' : 'Not a directory';
      return warn(rt, `rmdir(${path}): ${why}`);
    },
    function* (wrapper, at) {
      return wrapper.rmdir !== undefined && (yield* settle(wrapper.rmdir(rt, at, 8, context)));
    },
  );
}

function* rename(rt: Executor, from: string, to: string, context: PhpResource | null): NativeCode {
  if (!checkPath(rt, from, 1) || !checkPath(rt, to, 2)) return null;
  const source = locateWrapper(rt, from, 0);
  if (source === null) return rt.exception === null && warn(rt, 'rename(): Unable to locate stream wrapper');
  if (source.kind === 'wrapper' && source.wrapper.rename === undefined) {
    return warn(rt, `rename(): ${source.wrapper.label} wrapper does not support renaming`);
  }
  const target = locateWrapper(rt, to, 0);
  const same =
    source.kind === 'plain'
      ? target?.kind === 'plain'
      : target?.kind === 'wrapper' && target.wrapper === source.wrapper;
  if (!same) return warn(rt, 'rename(): Cannot rename a file across wrapper types');
  if (context === null) touchDefaultContext(rt);
  if (source.kind === 'wrapper') {
    return yield* settle(source.wrapper.rename?.(rt, source.path, to, context) ?? false);
  }
  const at = target?.path ?? to;
  if (!checkBasedir(rt, source.path) || !checkBasedir(rt, at)) return false;
  return rt.host.rename(source.path, at) || warn(rt, `rename(${from},${to}): ${whyNoRename(rt, source.path, at)}`);
}

function whyNoRename(rt: Executor, from: string, to: string): string {
  const source = rt.host.lstat(from);
  if (source === null) return whyNot(rt, from);
  const target = rt.host.stat(to);
  if (target === null) return 'No such file or directory';
  if (target.isDirectory) return source.isDirectory ? 'Directory not empty' : 'Is a directory';
  return source.isDirectory ? 'Not a directory' : 'Permission denied';
}

const FOLDER = 0o040000;
const KIND = 0o170000;
const CHUNK = 8192;

function* copy(rt: Executor, from: string, to: string, context: PhpResource | null): NativeCode {
  if (!checkPath(rt, from, 1) || !checkPath(rt, to, 2)) return null;
  if (context === null) touchDefaultContext(rt);
  const source = locateWrapper(rt, from, 0);
  if (source?.kind === 'plain' && !checkBasedir(rt, source.path)) return false;
  const found = yield* pathStat(rt, from, 0);
  if (found !== null && (found.mode & KIND) === FOLDER) {
    return warn(rt, 'copy(): The first argument to copy() function cannot be a directory');
  }
  const there = found === null ? null : yield* pathStat(rt, to, 2);
  if (there !== null && (there.mode & KIND) === FOLDER) {
    return warn(rt, 'copy(): The second argument to copy() function cannot be a directory');
  }
  // a file is not copied over itself
  if (found !== null && there !== null && found.ino !== 0 && found.ino === there.ino && found.dev === there.dev) {
    return false;
  }
  const reader = yield* openNamed(rt, from, 'rb', { context });
  if (reader === null || reader === false) return reader;
  const writer = yield* openNamed(rt, to, 'wb', { context });
  let ok = writer !== null && writer !== false;
  if (writer !== null && writer !== false) {
    for (;;) {
      const part = yield* readStream(rt, reader, CHUNK);
      if (part === null || part === '') break;
      if ((yield* writeStream(rt, writer, part)) === false) ok = false;
      if (!ok) break;
    }
    yield* closeStream(rt, writer);
  }
  yield* closeStream(rt, reader);
  return rt.exception === null ? ok : null;
}

const WRITABLE = 2;
const OWNER_ONLY = 0o600;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** A new empty file in a folder (or the system's for temporary files); null when there is none to be had. */
function temporaryFile(rt: Executor, folder: string, prefix: string): string | null {
  const usable = rt.host.stat(folder)?.isDirectory === true && rt.host.access(folder, WRITABLE);
  const at = usable ? folder : '/tmp';
  if (!usable && folder !== '') {
    rt.error(E_NOTICE, `${functionName(rt)}(): file created in the system's temporary directory`);
  }
  for (let attempt = 0; attempt < 100; attempt++) {
    const random = [...rt.host.randomBytes(6)].map((b) => LETTERS.charAt(b % LETTERS.length)).join('');
    const path = `${at.replace(/\/+$/, '')}/${prefix}${random}`;
    // in a copy of a process it is there already
    if (rt.host.stat(path) !== null && rt.host.forks?.replaying !== true) continue;
    if (!rt.host.writeFile(path, '', false)) return null;
    rt.host.chmod(path, OWNER_ONLY);
    return path;
  }
  return null;
}

export const pathChangeFunctions: readonly FunctionDef[] = [
  fn({
    name: 'unlink',
    doc: 'Deletes a file.',
    params: [p.string('filename'), contextParam],
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
      contextParam,
    ],
    returns: ['bool'],
    impl: makeFolder,
  }),
  fn({
    name: 'rmdir',
    doc: 'Removes an empty folder.',
    params: [p.string('directory'), contextParam],
    returns: ['bool'],
    impl: removeFolder,
  }),
  fn({
    name: 'rename',
    doc: 'Gives a file or folder another name.',
    params: [p.string('from'), p.string('to'), contextParam],
    returns: ['bool'],
    impl: rename,
  }),
  fn({
    name: 'copy',
    doc: 'Copies a file.',
    params: [p.string('from'), p.string('to'), contextParam],
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
      const mode = parseMode('r+b');
      const stream = path === null || mode === null ? '' : openPlain(rt, path, path, mode);
      const state = typeof stream === 'string' ? null : plainStateOf(stream);
      if (typeof stream === 'string' || state === null) return false;
      state.temporary = true;
      return createStreamResource(rt, stream);
    },
  }),
  fn({
    name: 'getcwd',
    doc: 'The current folder.',
    params: [],
    returns: ['string', 'false'],
    impl: (rt) => rt.host.cwd() || false,
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
