/**
 * What is known about a file as PHP's array of 13 fields, by number and by name.
 * Source: php-src ext/standard/filestat.c, main/streams/userspace.c (statbuf_from_array)
 */
import { toInt } from '../value/convert.ts';
import { PhpArray } from '../value/php-array.ts';
import { deref } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import type { StreamStat } from './stream.ts';

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

/** The fields of fstat and stat. */
export function statArray(stat: StreamStat): PhpArray {
  const out = new PhpArray();
  for (const name of STAT_FIELDS) out.append(stat[name]);
  for (const name of STAT_FIELDS) out.set(name, stat[name]);
  return out;
}

/** The other way round; what is missing is 0. */
export function statFromArray(rt: Executor, array: PhpArray): StreamStat {
  const field = (name: string): number => {
    const v = deref(array.get(name));
    return v === undefined ? 0 : Number(toInt(rt, v));
  };
  return Object.fromEntries(STAT_FIELDS.map((name) => [name, field(name)])) as unknown as StreamStat;
}
