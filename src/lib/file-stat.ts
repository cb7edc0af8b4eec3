/**
 * What is known about files: existence, kind, size, times.
 * Source: php-src ext/standard/filestat.c (php_stat)
 */
import { E_WARNING } from '../base/diagnostics.ts';
import type { FileStat } from '../vm/ports.ts';
import type { Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { checkBasedir } from './open-basedir.ts';
import { checkPath, localPath, whyNot } from './open-stream.ts';
import { statArray } from './stat-array.ts';

function lookUp(rt: Executor, path: string, ofLink = false): FileStat | null {
  if (path === '' || path.includes('\0')) return null;
  return ofLink ? rt.host.lstat(localPath(path)) : rt.host.stat(localPath(path));
}

/** A yes-or-no question; silent for missing files. */
function asks(name: string, doc: string, answer: (rt: Executor, stat: FileStat, path: string) => boolean): FunctionDef {
  return fn({
    name,
    doc,
    params: [p.string('filename')],
    returns: ['bool'],
    impl(rt, path) {
      if (path !== '' && !path.includes('\0') && !checkBasedir(rt, localPath(path))) return false;
      const stat = lookUp(rt, path);
      return stat !== null && answer(rt, stat, localPath(path));
    },
  });
}

/** A value; a missing file is warned about. */
function tells(name: string, doc: string, returns: readonly string[], answer: (stat: FileStat) => Zval): FunctionDef {
  return fn({
    name,
    doc,
    params: [p.string('filename')],
    returns,
    impl(rt, path) {
      const ofLink = name === 'filetype' || name === 'lstat';
      if (path !== '' && !path.includes('\0') && !checkBasedir(rt, localPath(path))) return false;
      const stat = lookUp(rt, path, ofLink);
      if (stat !== null) return answer(stat);
      if (path !== '' && !path.includes('\0')) {
        rt.error(E_WARNING, `${name}(): ${ofLink ? 'Lstat' : 'stat'} failed for ${path}`);
      }
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

function touch(rt: Executor, path: string, mtime: number | null, atime: number | null): Zval {
  if (mtime === null && atime !== null) {
    return rt.argumentValueError(2, 'cannot be null when argument #3 ($atime) is an integer');
  }
  if (!checkPath(rt, path, 1)) return null;
  const at = localPath(path);
  if (!checkBasedir(rt, at)) return false;
  if (rt.host.stat(at) === null && !rt.host.writeFile(at, '', true)) {
    rt.error(E_WARNING, `touch(): Unable to create file ${path} because ${whyNot(rt, at)}`);
    return false;
  }
  const now = Math.floor(rt.host.nowMicros() / 1e6);
  return rt.host.setTimes(at, atime ?? mtime ?? now, mtime ?? now);
}

export const fileStatFunctions: readonly FunctionDef[] = [
  asks('file_exists', 'Whether a file or folder exists.', () => true),
  asks('is_file', 'Whether a path is a regular file.', (_rt, stat) => stat.isFile),
  asks('is_dir', 'Whether a path is a folder.', (_rt, stat) => stat.isDirectory),
  asks('is_readable', 'Whether a file may be read.', (rt, _stat, path) => rt.host.access(path, READ)),
  asks('is_writable', 'Whether a file may be written.', (rt, _stat, path) => rt.host.access(path, WRITE)),
  asks('is_writeable', 'Whether a file may be written (is_writable).', (rt, _stat, path) =>
    rt.host.access(path, WRITE),
  ),
  asks('is_executable', 'Whether a file may be executed.', (rt, _stat, path) => rt.host.access(path, EXECUTE)),
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
  fn({
    name: 'touch',
    doc: 'Sets the times of a file, which is made when there is none.',
    params: [
      p.string('filename'),
      p.nullable(p.int('mtime'), { default: null }),
      p.nullable(p.int('atime'), { default: null }),
    ],
    returns: ['bool'],
    impl: touch,
  }),
];
