/**
 * What is known about an open stream: stream_get_meta_data, fstat.
 * Source: php-src ext/standard/streamsfuncs.c, file.c (php_fstat)
 */
import { PhpArray } from '../value/php-array.ts';
import type { Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import type { FileStat } from '../vm/ports.ts';
import type { SocketState } from './socket-state.ts';
import type { Stream } from './stream.ts';

function socketMetaData(s: Stream, socket: SocketState): PhpArray {
  return PhpArray.fromEntries([
    ['timed_out', socket.timedOut],
    ['blocked', socket.blocking],
    ['eof', s.eof],
    ['stream_type', socket.type],
    ['mode', s.mode.text],
    ['unread_bytes', s.data.length - s.pos],
    ['seekable', false],
  ]);
}

/** stream_get_meta_data */
export function metaData(s: Stream): PhpArray {
  if (s.target.kind === 'socket' && s.socket !== null) return socketMetaData(s, s.socket);
  const plain = s.target.kind === 'file' || s.target.kind === 'directory';
  const memory = s.target.kind === 'memory';
  const temp = /^php:\/\/temp/i.test(s.target.uri);
  return PhpArray.fromEntries([
    ['timed_out', false],
    ['blocked', true],
    ['eof', s.eof],
    ['wrapper_type', plain ? 'plainfile' : 'PHP'],
    ['stream_type', memory ? (temp ? 'TEMP' : 'MEMORY') : s.target.kind === 'output' ? 'Output' : 'STDIO'],
    ['mode', memory ? (s.mode.write ? 'w+b' : 'rb') : s.mode.text],
    ['unread_bytes', 0],
    ['seekable', s.seekable],
    ['uri', s.target.uri],
  ]);
}

/** The fields of fstat and stat, by number and by name. */
export function statArray(stat: Omit<FileStat, 'isFile' | 'isDirectory'>): PhpArray {
  const out = new PhpArray();
  for (const name of STAT_FIELDS) out.append(stat[name]);
  for (const name of STAT_FIELDS) out.set(name, stat[name]);
  return out;
}

const STAT_FIELDS = [
  'dev',
  'ino',
  'mode',
  'nlink',
  'uid',
  'gid',
  'rdev',
  'size',
  'atime',
  'mtime',
  'ctime',
  'blksize',
  'blocks',
] as const;

/** A stream that is no file. */
function statOfMemory(s: Stream): PhpArray {
  const mode = s.mode.write ? 0o100666 : 0o100444;
  const zeros = { dev: 12, ino: 0, nlink: 1, uid: 0, gid: 0, atime: 0, mtime: 0, ctime: 0 };
  return statArray({ ...zeros, mode, size: s.data.length, rdev: -1, blksize: -1, blocks: -1 });
}

/** fstat: the fields of an open stream, false for a folder. */
export function fstat(rt: Executor, s: Stream): Zval {
  if (s.target.kind === 'directory') return false;
  const stat = s.target.kind === 'file' ? rt.host.stat(s.target.path) : null;
  return stat === null ? statOfMemory(s) : statArray(stat);
}
