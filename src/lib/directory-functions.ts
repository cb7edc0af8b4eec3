/**
 * Folders: listing them and matching names.
 * Source: php-src ext/standard/dir.c, glob(3), fnmatch(3)
 */
import { E_WARNING } from '../base/diagnostics.ts';
import type { NativeCode } from '../object/native-code.ts';
import { PhpArray } from '../value/php-array.ts';
import type { PhpResource, Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { openDirectory } from './directory-stream.ts';
import { GLOB_BRACE, GLOB_MARK, GLOB_NOCHECK, GLOB_NOSORT, GLOB_ONLYDIR, glob, patternSource } from './glob.ts';
import { checkPath, functionName } from './open-stream.ts';
import { closeStream } from './stream-core.ts';
import { settle } from './stream-step.ts';
import { contextParam } from './stream-functions.ts';
import { Stream } from './stream.ts';

export const directoryConstants: Readonly<Record<string, Zval>> = {
  DIRECTORY_SEPARATOR: '/',
  PATH_SEPARATOR: ':',
  SCANDIR_SORT_ASCENDING: 0,
  SCANDIR_SORT_DESCENDING: 1,
  SCANDIR_SORT_NONE: 2,
  GLOB_MARK,
  GLOB_NOSORT,
  GLOB_NOCHECK,
  GLOB_BRACE,
  GLOB_ONLYDIR,
  PATHINFO_DIRNAME: 1,
  PATHINFO_BASENAME: 2,
  PATHINFO_EXTENSION: 4,
  PATHINFO_FILENAME: 8,
  PATHINFO_ALL: 15,
  FNM_NOESCAPE: 2,
  FNM_PATHNAME: 1,
  FNM_PERIOD: 4,
  FNM_CASEFOLD: 16,
};

/** MAXPATHLEN */
const MAX_PATH = 4096;
const ERRNO: Readonly<Record<string, number>> = {
  'Operation not permitted': 1,
  'No such file or directory': 2,
  'Permission denied': 13,
  'Not a directory': 20,
};

/** The names that a directory stream has left. */
function* namesOf(rt: Executor, s: Stream): NativeCode<string[]> {
  const out: string[] = [];
  const { readDir } = s.ops;
  if (readDir === undefined) return out;
  for (let name = yield* settle(readDir(rt, s)); name !== null; name = yield* settle(readDir(rt, s))) out.push(name);
  return out;
}

function* scan(rt: Executor, path: string, order: number, context: PhpResource | null): NativeCode {
  if (path === '') return rt.argumentValueError(1, 'cannot be empty');
  if (!checkPath(rt, path, 1)) return null;
  const failure = { why: '' };
  const stream = yield* openDirectory(rt, path, context, failure);
  if (stream === null) return null;
  if (stream === false) {
    const why = failure.why in ERRNO ? failure.why : 'No such file or directory';
    rt.error(E_WARNING, `scandir(): (errno ${ERRNO[why] ?? 2}): ${why}`);
    return false;
  }
  const list = yield* namesOf(rt, stream);
  yield* closeStream(rt, stream);
  if (rt.exception !== null) return null;
  if (order !== 2) list.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  if (order !== 0 && order !== 2) list.reverse();
  return PhpArray.fromList(list);
}

/** The handle last opened, for readdir() and friends without one. */
interface DirectoryState {
  last: PhpResource | null;
}

function state(rt: Executor): DirectoryState {
  return rt.moduleState('opendir', () => ({ last: null }));
}

/** Runs `work` on a directory handle. */
function* onHandle(rt: Executor, given: PhpResource | null, work: (s: Stream) => NativeCode): NativeCode {
  const handle = given ?? state(rt).last;
  if (handle === null) return rt.throwError('TypeError', 'No resource supplied');
  if (!(handle.data instanceof Stream)) {
    return rt.throwError('TypeError', `${functionName(rt)}(): supplied resource is not a valid Directory resource`);
  }
  if (handle.data.isDirectory) return yield* work(handle.data);
  return rt.argumentTypeError(1, 'must be a valid Directory resource');
}

const handle = p.nullable(p.resource('dir_handle'), { default: null });

export const directoryFunctions: readonly FunctionDef[] = [
  fn({
    name: 'scandir',
    doc: 'The names in a folder, sorted.',
    params: [
      p.string('directory'),
      p.int('sorting_order', { default: 0, text: 'SCANDIR_SORT_ASCENDING' }),
      contextParam,
    ],
    returns: ['array', 'false'],
    impl: scan,
  }),
  fn({
    name: 'opendir',
    doc: 'Opens a folder for reading its names.',
    params: [p.string('directory'), contextParam],
    returns: null,
    *impl(rt, path, context) {
      if (!checkPath(rt, path, 1)) return null;
      const stream = yield* openDirectory(rt, path, context);
      if (stream === null || stream === false) return stream;
      state(rt).last = stream.resource;
      return stream.resource;
    },
  }),
  fn({
    name: 'readdir',
    doc: 'The next name in a folder, false at the end.',
    params: [handle],
    returns: ['string', 'false'],
    impl: (rt, given) =>
      onHandle(rt, given, function* (s) {
        return s.ops.readDir === undefined ? false : ((yield* settle(s.ops.readDir(rt, s))) ?? false);
      }),
  }),
  fn({
    name: 'rewinddir',
    doc: 'Starts a folder over.',
    params: [handle],
    returns: ['void'],
    impl: (rt, given) =>
      onHandle(rt, given, function* (s) {
        if (s.ops.rewindDir !== undefined) yield* settle(s.ops.rewindDir(rt, s));
        return null;
      }),
  }),
  fn({
    name: 'closedir',
    doc: 'Closes a folder.',
    params: [handle],
    returns: ['void'],
    impl: (rt, given) =>
      onHandle(rt, given, function* (s) {
        if (state(rt).last === s.resource) state(rt).last = null;
        yield* closeStream(rt, s);
        return null;
      }),
  }),
  fn({
    name: 'glob',
    doc: 'The paths that match a pattern.',
    params: [p.string('pattern'), p.int('flags', { default: 0 })],
    returns: ['array', 'false'],
    impl: glob,
  }),
  fn({
    name: 'fnmatch',
    doc: 'Whether a name matches a shell pattern.',
    params: [p.string('pattern'), p.string('filename'), p.int('flags', { default: 0 })],
    returns: ['bool'],
    impl(rt, pattern, name, flags) {
      for (const [what, text] of [
        ['Filename', name],
        ['Pattern', pattern],
      ] as const) {
        if (text.length < MAX_PATH) continue;
        rt.error(E_WARNING, `fnmatch(): ${what} exceeds the maximum allowed length of ${MAX_PATH} characters`);
        return false;
      }
      if ((flags & 4) !== 0 && name.startsWith('.') && !pattern.startsWith('.')) return false;
      const source = patternSource(pattern, (flags & 1) !== 0, (flags & 2) === 0);
      return new RegExp(`^${source}$`, (flags & 16) !== 0 ? 'i' : '').test(name);
    },
  }),
];
