/**
 * Filters by name: PHP's own and those of the program.
 * Source: php-src main/streams/filter.c (php_stream_filter_create), ext/standard/user_filters.c (user_filter_factory_create)
 */
import { E_WARNING } from '../base/diagnostics.ts';
import type { NativeCode } from '../object/native-code.ts';
import type { Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import type { StreamFilter } from './stream-filter.ts';
import { createBuiltinFilter } from './stream-filters-builtin.ts';
import { docref } from './string-util.ts';
import { createUserFilter } from './user-filter.ts';

/** Class names by the pattern they were registered for. */
export function userFilters(rt: Executor): Map<string, string> {
  return rt.moduleState('user-filters', () => new Map());
}

/** The class registered for a filter: by its name, or by `a.b.*`, `a.*`. */
function userClassOf(rt: Executor, name: string): string | null {
  const table = userFilters(rt);
  const lowered = name.toLowerCase();
  const exact = table.get(lowered);
  if (exact !== undefined) return exact;
  for (let dot = lowered.lastIndexOf('.'); dot >= 0; dot = lowered.lastIndexOf('.', dot - 1)) {
    const found = table.get(`${lowered.slice(0, dot)}.*`);
    if (found !== undefined) return found;
    if (dot === 0) break;
  }
  return null;
}

/** A new filter; null after a warning or an exception. */
export function* createFilter(rt: Executor, name: string, params: Zval): NativeCode<StreamFilter | null> {
  const own = createBuiltinFilter(rt, name, params);
  if (own !== null && own !== false) return own;
  const className = userClassOf(rt, name);
  const made = className === null ? null : yield* createUserFilter(rt, name, className, params);
  if (made !== null || rt.exception !== null) return made;
  const known = className !== null || own === false;
  docref(rt, E_WARNING, `Unable to ${known ? 'create or ' : ''}locate filter "${name}"`);
  return null;
}
