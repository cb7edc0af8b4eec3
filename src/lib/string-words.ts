/**
 * The words of a text, for str_word_count().
 * Source: php-src ext/standard/string.c
 */
import { PhpArray } from '../value/php-array.ts';
import type { Zval } from '../value/zval.ts';

/** The words by format: 0 their number, 1 a list, 2 by position; `mask` has more bytes that words may have. */
export function wordsOf(s: string, format: number, mask: boolean[] | null): Zval {
  const allowed = (c: string): boolean => mask !== null && mask[c.charCodeAt(0)] === true;
  const inWord = (c: string): boolean => /^[A-Za-z'-]$/.test(c) || allowed(c);
  let i = 0;
  let end = s.length;
  const first = s.charAt(0);
  if ((first === "'" || first === '-') && !allowed(first)) i++;
  if (s.endsWith('-') && !allowed('-')) end--;
  const out = new PhpArray();
  let count = 0;
  while (i < end) {
    const start = i;
    while (i < end && inWord(s.charAt(i))) i++;
    if (i > start) {
      count++;
      if (format === 1) out.append(s.slice(start, i));
      else if (format === 2) out.setInt(start, s.slice(start, i));
    }
    i++;
  }
  return format === 0 ? count : out;
}
