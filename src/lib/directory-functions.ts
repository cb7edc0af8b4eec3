/**
 * Folders: listing them and matching names.
 * Source: php-src ext/standard/dir.c, glob(3), fnmatch(3)
 */
import { E_WARNING } from '../base/diagnostics.ts';
import { PhpArray } from '../value/php-array.ts';
import type { PhpResource, Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { checkBasedir, isWithinBasedir } from './open-basedir.ts';
import { functionName, localPath, whyNot } from './open-stream.ts';
import { closeStream, createStreamResource, Stream } from './stream.ts';
import { touchDefaultContext } from './stream-context.ts';

const GLOB_MARK = 2;
const GLOB_NOSORT = 4;
const GLOB_NOCHECK = 16;
const GLOB_BRACE = 1024;
const GLOB_ONLYDIR = 0x40000000;

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

/** The names in a folder with . and ..; null after a warning. */
function names(rt: Executor, path: string): string[] | null {
  if (!checkBasedir(rt, localPath(path))) {
    rt.error(E_WARNING, `${functionName(rt)}(${path}): Failed to open directory: Operation not permitted`);
    return null;
  }
  const list = rt.host.readDir(localPath(path));
  if (list !== null) return ['.', '..', ...list];
  const stat = rt.host.stat(localPath(path));
  const why = stat === null ? whyNot(rt, path) : stat.isDirectory ? 'Permission denied' : 'Not a directory';
  rt.error(E_WARNING, `${functionName(rt)}(${path}): Failed to open directory: ${why}`);
  return null;
}

const ERRNO: Readonly<Record<string, number>> = {
  'No such file or directory': 2,
  'Permission denied': 13,
  'Not a directory': 20,
};

function scan(rt: Executor, path: string, order: number): Zval {
  if (path === '') return rt.argumentValueError(1, 'cannot be empty');
  touchDefaultContext(rt);
  const list = names(rt, path);
  if (list === null) {
    if (!isWithinBasedir(rt, localPath(path))) {
      rt.error(E_WARNING, 'scandir(): (errno 1): Operation not permitted');
      return false;
    }
    const why = rt.host.stat(localPath(path)) === null ? whyNot(rt, path) : 'Not a directory';
    rt.error(E_WARNING, `scandir(): (errno ${ERRNO[why] ?? 2}): ${why}`);
    return false;
  }
  rt.nextResourceId++;
  if (order !== 2) list.sort((a, b) => (a < b ? -1 : 1));
  if (order === 1) list.reverse();
  return PhpArray.fromList(list);
}

/** The handle last opened, for readdir() and friends without one. */
interface DirectoryState {
  last: PhpResource | null;
}

function state(rt: Executor): DirectoryState {
  return rt.moduleState('opendir', () => ({ last: null }));
}

/** opendir: the resource, false after a warning. */
export function openDirectory(rt: Executor, path: string): PhpResource | false {
  touchDefaultContext(rt);
  const list = names(rt, path);
  if (list === null) return false;
  const mode = { text: 'r', read: true, write: false, append: false, kind: 'r' };
  const resource = createStreamResource(rt, new Stream({ kind: 'directory', uri: path, names: list }, mode));
  state(rt).last = resource;
  return resource;
}

/** Runs `work` on a directory handle. */
function onHandle(rt: Executor, given: PhpResource | null, work: (s: Stream, r: PhpResource) => Zval): Zval {
  const handle = given ?? state(rt).last;
  if (handle === null) return rt.throwError('TypeError', 'No resource supplied');
  if (!(handle.data instanceof Stream)) {
    return rt.throwError('TypeError', `${functionName(rt)}(): supplied resource is not a valid Directory resource`);
  }
  const stream = handle.data;
  if (stream.target.kind === 'directory') return work(stream, handle);
  return rt.argumentTypeError(1, 'must be a valid Directory resource');
}

const handle = p.nullable(p.resource('dir_handle'), { default: null });

/** fnmatch as a RegExp source; `/` and leading dots are not special unless asked. */
export function patternSource(pattern: string, pathname: boolean, escapes: boolean): string {
  let out = '';
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern.charAt(i);
    if (c === '*') out += pathname ? '[^/]*' : '[^]*';
    else if (c === '?') out += pathname ? '[^/]' : '[^]';
    else if (c === '[') {
      const end = pattern.indexOf(']', i + (/[!^]/.test(pattern.charAt(i + 1)) ? 3 : 2));
      if (end < 0) out += '\\[';
      else {
        const body = pattern
          .slice(i + 1, end)
          .replace(/^!/, '^')
          .replace(/[\\[\]]/g, '\\$&');
        out += `[${body}]`;
        i = end;
      }
    } else if (c === '\\' && escapes && i + 1 < pattern.length) {
      out += pattern.charAt(++i).replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
    } else out += c.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  }
  return out;
}

function expandBraces(pattern: string): string[] {
  const m = /^([^{]*)\{([^{}]*)\}([^]*)$/.exec(pattern);
  if (m === null) return [pattern];
  return (m[2] as string).split(',').flatMap((part) => expandBraces(`${m[1]}${part}${m[3]}`));
}

function globOne(rt: Executor, pattern: string): string[] {
  const parts = pattern.split('/');
  let found = [pattern.startsWith('/') ? '/' : ''];
  if (pattern.startsWith('/')) parts.shift();
  for (const part of parts) {
    if (part === '') continue;
    const magic = /[*?[\\]/.test(part);
    const test = magic ? new RegExp(`^${patternSource(part, true, true)}$`) : null;
    const next: string[] = [];
    for (const base of found) {
      const join = (name: string): string => (base === '' || base.endsWith('/') ? base + name : `${base}/${name}`);
      if (test === null) {
        if (rt.host.stat(join(part)) !== null) next.push(join(part));
        continue;
      }
      const list = [...(part.startsWith('.') ? ['.', '..'] : []), ...(rt.host.readDir(base === '' ? '.' : base) ?? [])];
      for (const name of list)
        if (test.test(name) && (part.startsWith('.') || !name.startsWith('.'))) next.push(join(name));
    }
    found = next;
  }
  return found.filter((f) => f !== '');
}

/** glob(): the paths that match, false when all are out of reach. Owned. */
export function glob(rt: Executor, pattern: string, flags: number): Zval {
  const found: string[] = [];
  for (const one of (flags & GLOB_BRACE) !== 0 ? expandBraces(pattern) : [pattern]) {
    const list = globOne(rt, one);
    if ((flags & GLOB_NOSORT) === 0) list.sort((a, b) => (a < b ? -1 : 1));
    found.push(...list);
  }
  let out = found.filter((f) => isWithinBasedir(rt, f));
  if (out.length === 0 && found.length > 0) return false;
  if ((flags & GLOB_ONLYDIR) !== 0) out = out.filter((f) => rt.host.stat(f)?.isDirectory === true);
  if ((flags & GLOB_MARK) !== 0) out = out.map((f) => (rt.host.stat(f)?.isDirectory === true ? `${f}/` : f));
  if (out.length === 0 && (flags & GLOB_NOCHECK) !== 0) out = [pattern];
  return PhpArray.fromList(out);
}

export const directoryFunctions: readonly FunctionDef[] = [
  fn({
    name: 'scandir',
    doc: 'The names in a folder, sorted.',
    params: [
      p.string('directory'),
      p.int('sorting_order', { default: 0, text: 'SCANDIR_SORT_ASCENDING' }),
      p.mixed('context', { default: null }),
    ],
    returns: ['array', 'false'],
    impl: scan,
  }),
  fn({
    name: 'opendir',
    doc: 'Opens a folder for reading its names.',
    params: [p.string('directory'), p.mixed('context', { default: null })],
    returns: null,
    impl: openDirectory,
  }),
  fn({
    name: 'readdir',
    doc: 'The next name in a folder, false at the end.',
    params: [handle],
    returns: ['string', 'false'],
    impl: (rt, given) =>
      onHandle(rt, given, (s) => (s.target.kind === 'directory' ? (s.target.names[s.pos++] ?? false) : false)),
  }),
  fn({
    name: 'rewinddir',
    doc: 'Starts a folder over.',
    params: [handle],
    returns: ['void'],
    impl: (rt, given) =>
      onHandle(rt, given, (s) => {
        s.pos = 0;
        return null;
      }),
  }),
  fn({
    name: 'closedir',
    doc: 'Closes a folder.',
    params: [handle],
    returns: ['void'],
    impl: (rt, given) =>
      onHandle(rt, given, (_s, resource) => {
        closeStream(rt, resource);
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
    impl(_rt, pattern, name, flags) {
      if ((flags & 4) !== 0 && name.startsWith('.') && !pattern.startsWith('.')) return false;
      const source = patternSource(pattern, (flags & 1) !== 0, (flags & 2) === 0);
      return new RegExp(`^${source}$`, (flags & 16) !== 0 ? 'i' : '').test(name);
    },
  }),
];
