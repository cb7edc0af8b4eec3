/**
 * What a match caught, as PHP arrays.
 * Source: php-src ext/pcre/php_pcre.c (populate_subpat_array, add_offset_pair)
 */
import { PhpArray } from '../value/php-array.ts';
import { addRef, type Zval } from '../value/zval.ts';
import type { Captures, PcrePattern } from './pcre-pattern.ts';

const OFFSET_CAPTURE = 256;
const UNMATCHED_AS_NULL = 512;

/** One more than the last group that took part. */
export function matchedGroups(captures: Captures, groupCount: number): number {
  let n = groupCount;
  while (n > 0 && (captures[2 * n + 1] as number) < 0) n--;
  return n + 1;
}

/** What one group caught: '' or null when it took no part, with its offset (-1) when asked. */
export function groupValue(subject: string, captures: Captures, g: number, withOffset: boolean, asNull: boolean): Zval {
  const start = captures[2 * g] as number;
  const end = captures[2 * g + 1] as number;
  const text = end < 0 ? (asNull ? null : '') : subject.slice(start, end);
  return withOffset ? PhpArray.fromList([text, end < 0 ? -1 : start]) : text;
}

/** The array of one match, names before numbers; groups at the end that took no part are left out unless null stands for them. */
export function capturedArray(
  pattern: PcrePattern,
  subject: string,
  captures: Captures,
  flags: number,
  mark: string | null = null,
): PhpArray {
  const withOffset = (flags & OFFSET_CAPTURE) !== 0;
  const asNull = (flags & UNMATCHED_AS_NULL) !== 0;
  const count = asNull ? pattern.groupCount + 1 : matchedGroups(captures, pattern.groupCount);
  if (!pattern.hasNames && mark === null) {
    const values: Zval[] = [];
    for (let g = 0; g < count; g++) values.push(groupValue(subject, captures, g, withOffset, asNull));
    return PhpArray.fromList(values);
  }
  const out = new PhpArray();
  for (let g = 0; g < count; g++) {
    const value = groupValue(subject, captures, g, withOffset, asNull);
    const name = pattern.names[g] ?? null;
    // of groups that share a name the one that took part counts
    if (name !== null && (out.get(name) === undefined || (captures[2 * g + 1] as number) >= 0)) {
      out.set(name, addRef(value));
    }
    out.set(g, value);
  }
  if (mark !== null) out.set('MARK', mark);
  return out;
}
