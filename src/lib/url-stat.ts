/**
 * What is known about a path or URL.
 * Source: php-src main/streams/streams.c (_php_stream_stat_path)
 */
import type { NativeCode } from '../object/native-code.ts';
import type { Executor } from '../vm/executor.ts';
import { settle } from './stream-step.ts';
import { locateWrapper, STAT_LINK } from './stream-wrapper.ts';
import type { StreamStat } from './stream.ts';

/** @param flags STAT_LINK (1): of a link itself; 2: a missing file is no news */
export function* pathStat(rt: Executor, path: string, flags: number): NativeCode<StreamStat | null> {
  const located = locateWrapper(rt, path, 0);
  if (located === null) return null;
  if (located.kind === 'plain') {
    return (flags & STAT_LINK) !== 0 ? rt.host.lstat(located.path) : rt.host.stat(located.path);
  }
  const { urlStat } = located.wrapper;
  return urlStat === undefined ? null : yield* settle(urlStat(rt, located.path, flags));
}
