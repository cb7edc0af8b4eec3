/**
 * What is known about files: existence, kind, size, times.
 * Source: php-src ext/standard/filestat.c (php_stat)
 */
import { E_WARNING } from '../base/diagnostics.ts';
import type { NativeCode } from '../object/native-code.ts';
import type { Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { checkBasedir } from './open-basedir.ts';
import { localPath } from './open-stream.ts';
import { statArray } from './stat-array.ts';
import { PLAIN_FILES, STAT_LINK, wrapperState } from './stream-wrapper.ts';
import type { StreamStat } from './stream.ts';
import { pathStat } from './url-stat.ts';

/** PHP_STREAM_URL_STAT_QUIET */
const QUIET = 2;

/** Whether a URL is meant, or plain files have another wrapper. */
function isWrapped(rt: Executor, path: string): boolean {
  return /^[A-Za-z0-9+\-.]{2,}:\/\/|^data:/.test(path) || wrapperState(rt).current.get('file') !== PLAIN_FILES;
}

/** What is known about a path: itself if it is plain. Null without a word: there is no such file. */
function* lookUp(rt: Executor, path: string, flags: number): NativeCode<StreamStat | null> {
  if (path === '' || path.includes('\0')) return null;
  return yield* pathStat(rt, path, flags);
}

const KIND = 0o170000;

interface Question {
  readonly stat: StreamStat;
  /** Null for what is behind a wrapper. */
  readonly path: string | null;
}

/** A yes-or-no question; silent for missing files. */
function asks(name: string, doc: string, answer: (rt: Executor, q: Question) => boolean): FunctionDef {
  return fn({
    name,
    doc,
    params: [p.string('filename')],
    returns: ['bool'],
    *impl(rt, path) {
      if (path === '' || path.includes('\0')) return false;
      const wrapped = isWrapped(rt, path);
      if (!wrapped && !checkBasedir(rt, localPath(path))) return false;
      const stat = yield* lookUp(rt, path, QUIET);
      const local = /^file:\/\//i.test(path) || !wrapped ? localPath(path) : null;
      return stat !== null && answer(rt, { stat, path: local });
    },
  });
}

/** A value; a missing file is warned about. */
function tells(name: string, doc: string, returns: readonly string[], answer: (stat: StreamStat) => Zval): FunctionDef {
  return fn({
    name,
    doc,
    params: [p.string('filename')],
    returns,
    *impl(rt, path) {
      const ofLink = name === 'filetype' || name === 'lstat';
      if (path === '') return false;
      if (path.includes('\0')) {
        rt.error(E_WARNING, `${name}(): Filename contains null byte`);
        return false;
      }
      if (!isWrapped(rt, path) && !checkBasedir(rt, localPath(path))) return false;
      const stat = yield* lookUp(rt, path, ofLink ? STAT_LINK : 0);
      if (stat !== null) return answer(stat);
      if (rt.exception === null) rt.error(E_WARNING, `${name}(): ${ofLink ? 'Lstat' : 'stat'} failed for ${path}`);
      return false;
    },
  });
}

const KINDS: Readonly<Record<number, string>> = {
  0o010000: 'fifo',
  0o020000: 'char',
  0o040000: 'dir',
  0o060000: 'block',
  0o100000: 'file',
  0o120000: 'link',
};

const READ = 4;
const WRITE = 2;
const EXECUTE = 1;

/** May it be used so? The bits decide where there is no file of the host to ask. */
function allowed(bit: number): (rt: Executor, q: Question) => boolean {
  return (rt, { stat, path }) => {
    if (path !== null) return rt.host.access(path, bit);
    const superUser = rt.host.system?.uid() === 0;
    if (superUser && bit !== EXECUTE) return true;
    return (stat.mode & (bit | (bit << 3) | (bit << 6))) !== 0;
  };
}

export const fileStatFunctions: readonly FunctionDef[] = [
  asks('file_exists', 'Whether a file or folder exists.', () => true),
  asks('is_file', 'Whether a path is a regular file.', (_rt, { stat }) => (stat.mode & KIND) === 0o100000),
  asks('is_dir', 'Whether a path is a folder.', (_rt, { stat }) => (stat.mode & KIND) === 0o040000),
  asks('is_readable', 'Whether a file may be read.', allowed(READ)),
  asks('is_writable', 'Whether a file may be written.', allowed(WRITE)),
  asks('is_writeable', 'Whether a file may be written (is_writable).', allowed(WRITE)),
  asks('is_executable', 'Whether a file may be executed.', allowed(EXECUTE)),
  tells('filesize', 'The size in bytes.', ['int', 'false'], (stat) => stat.size),
  tells('lstat', 'What is known about a file or link.', ['array', 'false'], (stat) => statArray(stat)),
  tells('fileatime', 'When it was read last.', ['int', 'false'], (stat) => stat.atime),
  tells('filectime', 'When its inode changed last.', ['int', 'false'], (stat) => stat.ctime),
  tells('fileinode', 'Its inode number.', ['int', 'false'], (stat) => stat.ino),
  tells('fileowner', 'The id of its owner.', ['int', 'false'], (stat) => stat.uid),
  tells('filegroup', 'The id of its group.', ['int', 'false'], (stat) => stat.gid),
  tells('filemtime', 'When the content changed last.', ['int', 'false'], (stat) => stat.mtime),
  tells('fileperms', 'The permission bits and kind.', ['int', 'false'], (stat) => stat.mode),
  tells('filetype', 'The kind of a file.', ['string', 'false'], (stat) => KINDS[stat.mode & 0o170000] ?? 'unknown'),
  tells('stat', 'What is known about a file.', ['array', 'false'], (stat) => statArray(stat)),
  fn({
    name: 'clearstatcache',
    doc: 'Forgets what was known about files; nothing is kept.',
    params: [p.bool('clear_realpath_cache', { default: false }), p.string('filename', { default: '' })],
    returns: ['void'],
    impl: () => null,
  }),
];
