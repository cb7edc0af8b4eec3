/**
 * What is known about files: existence, kind, size, times.
 * Source: php-src ext/standard/filestat.c (php_stat)
 */
import { E_WARNING } from '../base/diagnostics.ts';
import type { FileStat } from '../vm/ports.ts';
import type { Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { localPath } from './open-stream.ts';
import { statArray } from './stream-functions.ts';

function lookUp(rt: Executor, path: string): FileStat | null {
  return path === '' || path.includes('\0') ? null : rt.host.stat(localPath(path));
}

/** A yes-or-no question; silent for missing files. */
function asks(name: string, doc: string, answer: (rt: Executor, stat: FileStat, path: string) => boolean): FunctionDef {
  return fn({
    name,
    doc,
    params: [p.string('filename')],
    returns: ['bool'],
    impl(rt, path) {
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
      const stat = lookUp(rt, path);
      if (stat !== null) return answer(stat);
      if (path !== '' && !path.includes('\0')) {
        rt.error(E_WARNING, name === 'filetype' ? `filetype(): Lstat failed for ${path}` : `${name}(): stat failed for ${path}`);
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

/** Only trying tells whether a file may be read or written. */
function readable(rt: Executor, stat: FileStat, path: string): boolean {
  return stat.isDirectory ? rt.host.readDir(path) !== null : rt.host.readFile(path) !== null;
}

function writable(rt: Executor, stat: FileStat, path: string): boolean {
  if (stat.isFile) return rt.host.writeFile(path, '', true);
  return (stat.mode & 0o222) !== 0;
}

export const fileStatFunctions: readonly FunctionDef[] = [
  asks('file_exists', 'Whether a file or folder exists.', () => true),
  asks('is_file', 'Whether a path is a regular file.', (_rt, stat) => stat.isFile),
  asks('is_dir', 'Whether a path is a folder.', (_rt, stat) => stat.isDirectory),
  asks('is_readable', 'Whether a file may be read.', readable),
  asks('is_writable', 'Whether a file may be written.', writable),
  asks('is_writeable', 'Whether a file may be written (is_writable).', writable),
  asks('is_executable', 'Whether a file may be executed.', (_rt, stat) => (stat.mode & 0o111) !== 0),
  tells('filesize', 'The size in bytes.', ['int', 'false'], (stat) => stat.size),
  tells('filemtime', 'When the content changed last.', ['int', 'false'], (stat) => stat.mtime),
  tells('fileperms', 'The permission bits and kind.', ['int', 'false'], (stat) => stat.mode),
  tells('filetype', 'The kind of a file.', ['string', 'false'], (stat) => KINDS[stat.mode & 0o170000] ?? 'unknown'),
  tells('stat', 'What is known about a file.', ['array', 'false'], (stat) => statArray(stat.mode, stat.size, stat.mtime)),
  fn({
    name: 'clearstatcache',
    doc: 'Forgets what was known about files; nothing is kept.',
    params: [p.bool('clear_realpath_cache', { default: false }), p.string('filename', { default: '' })],
    returns: ['void'],
    impl: () => null,
  }),
  fn({
    name: 'touch',
    doc: 'Makes an empty file when there is none.',
    params: [
      p.string('filename'),
      p.nullable(p.int('mtime'), { default: null }),
      p.nullable(p.int('atime'), { default: null }),
    ],
    returns: ['bool'],
    impl(rt, path) {
      if (rt.host.writeFile(localPath(path), '', true)) return true;
      rt.error(E_WARNING, `touch(): Unable to create file ${path} because No such file or directory`);
      return false;
    },
  }),
];
