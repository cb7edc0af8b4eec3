/**
 * Putting filters into a stream's chains and taking them out.
 * Source: php-src main/streams/filter.c
 */
import { E_WARNING } from '../base/diagnostics.ts';
import type { NativeCode } from '../object/native-code.ts';
import type { Executor } from '../vm/executor.ts';
import { writeFiltered } from './stream-core.ts';
import {
  AttachedFilter,
  closeFilter,
  FilterChain,
  FLUSH_CLOSE,
  NORMAL,
  runFilters,
  type StreamFilter,
} from './stream-filter.ts';
import type { Stream } from './stream.ts';
import { docref } from './string-util.ts';

/** php_stream_filter_append_ex, php_stream_filter_prepend_ex: null when what was read ahead does not pass. */
export function* attachFilter(
  rt: Executor,
  stream: Stream,
  filter: StreamFilter,
  side: 'read' | 'write',
  atEnd: boolean,
): NativeCode<AttachedFilter | null> {
  const attached = new AttachedFilter(filter, stream, side);
  if (side === 'read') stream.readFilters ??= new FilterChain();
  else stream.writeFilters ??= new FilterChain();
  const chain = (side === 'read' ? stream.readFilters : stream.writeFilters) as FilterChain;
  if (!atEnd) {
    chain.list.unshift(attached);
    return attached;
  }
  chain.list.push(attached);
  if (side === 'write' || stream.buffered === 0) return attached;
  const out = yield* runFilters(rt, stream, [attached], stream.data.slice(stream.pos), NORMAL);
  if (out === null) {
    docref(rt, E_WARNING, 'Filter failed to process pre-buffered data');
    chain.list.pop();
    return null;
  }
  stream.data = out.bytes;
  stream.pos = 0;
  return attached;
}

/** stream_filter_remove: what the filter still holds passes on, then it goes. False when the flush fails. */
export function* detachFilter(rt: Executor, attached: AttachedFilter): NativeCode<boolean> {
  const { stream, side } = attached;
  const chain = side === 'read' ? stream.readFilters : stream.writeFilters;
  const at = chain?.list.indexOf(attached) ?? -1;
  if (chain === null || at < 0) return false;
  const rest = chain.list.slice(at);
  const out = yield* runFilters(rt, stream, rest, null, FLUSH_CLOSE);
  if (out !== null && out.bytes !== '') {
    if (side === 'read') {
      stream.data = stream.data.slice(stream.pos) + out.bytes;
      stream.pos = 0;
    } else {
      const own = stream.writeFilters;
      stream.writeFilters = null;
      yield* writeFiltered(rt, stream, out.bytes, NORMAL);
      stream.writeFilters = own;
    }
  }
  chain.list.splice(chain.list.indexOf(attached), 1);
  yield* closeFilter(rt, attached);
  return out !== null;
}
