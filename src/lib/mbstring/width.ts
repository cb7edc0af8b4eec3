/**
 * How many columns characters take: two for those that East Asia draws wide.
 * Source: php-src 8.2 ext/mbstring/libmbfl/mbfl/mbfilter.c (mbfl_strwidth, mbfl_strimwidth), eaw_table.h
 */
import { WIDE } from './tables.generated.ts';

/** Columns of a code point. */
export function charWidth(code: number): 1 | 2 {
  if (code < 0x1100) return 1;
  let low = 0;
  let high = WIDE.length / 2 - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (code < (WIDE[2 * middle] as number)) high = middle - 1;
    else if (code > (WIDE[2 * middle + 1] as number)) low = middle + 1;
    else return 2;
  }
  return 1;
}

/** Columns of code points. */
export function textWidth(codes: readonly number[]): number {
  let width = 0;
  for (const code of codes) width += charWidth(code);
  return width;
}

/** The characters from `from` on if they fit into `width` columns; else what fits beside the marker, and the marker. */
export function trimToWidth(
  codes: readonly number[],
  from: number,
  width: number,
  marker: readonly number[],
): number[] {
  const rest = codes.slice(from);
  if (textWidth(rest) <= width) return rest;
  const room = width - textWidth(marker);
  let used = 0;
  let count = 0;
  for (const code of rest) {
    used += charWidth(code);
    if (used > room) break;
    count++;
  }
  return [...rest.slice(0, count), ...marker];
}
