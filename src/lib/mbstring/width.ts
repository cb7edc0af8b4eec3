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

/** The characters that fit into so many columns. */
export function fittingPart(codes: readonly number[], columns: number): number[] {
  let used = 0;
  let count = 0;
  for (const code of codes) {
    used += charWidth(code);
    if (used > columns) break;
    count++;
  }
  return codes.slice(0, count);
}
