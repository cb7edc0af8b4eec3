/**
 * The order sorting functions put values in: comparison by flags, and sorting by an order that answers at once or has to be
 * waited for.
 * Source: php-src ext/standard/array.c (php_array_data_compare_*)
 */
import { needsUserToString, toFloat } from '../value/convert.ts';
import { compare, compareStringsSmart } from '../value/compare.ts';
import { PhpObject } from '../value/php-object.ts';
import { PhpFloat, PhpReference, type Zval } from '../value/zval.ts';
import type { NativeCode } from '../object/native-code.ts';
import type { Executor } from '../vm/executor.ts';
import { naturalCompare } from './natural-compare.ts';
import { asciiLower } from './string-util.ts';
import { type Order, zendSort } from './zend-sort.ts';
import { zendSortLater } from './zend-sort-later.generated.ts';

export const SORT_REGULAR = 0;
export const SORT_NUMERIC = 1;
export const SORT_STRING = 2;
export const SORT_DESC = 3;
export const SORT_ASC = 4;
export const SORT_LOCALE_STRING = 5;
export const SORT_NATURAL = 6;
export const SORT_FLAG_CASE = 8;

/** One element being sorted: `order` is where it stood, for stability. */
export interface SortItem {
  readonly value: Zval;
  readonly order: number;
}

/** Sorts with a comparison that needs no user code. */
export function sortNow<T>(items: T[], order: Order<T>): void {
  zendSort(items, 0, items.length, order);
}

/** Sorts with a comparison that may run user code. */
export function* sortLater<T>(items: T[], order: (a: T, b: T) => NativeCode<number>): NativeCode<void> {
  const code = zendSortLater(items, 0, items.length);
  let step = code.next();
  while (step.done !== true) step = code.next(yield* order(step.value[0], step.value[1]));
}

function plain(v: Zval): Zval {
  return v instanceof PhpReference ? v.val : v;
}

function byteOrder(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** The comparison that sort flags ask for on texts; null when they do not compare as texts. */
export function textOrder(flags: number): ((a: string, b: string) => number) | null {
  const fold = (flags & SORT_FLAG_CASE) !== 0;
  switch (flags & ~SORT_FLAG_CASE) {
    case SORT_STRING:
      return fold ? (a, b) => byteOrder(asciiLower(a), asciiLower(b)) : byteOrder;
    case SORT_NATURAL:
      return (a, b) => naturalCompare(a, b, fold);
    case SORT_LOCALE_STRING:
      return byteOrder;
    default:
      return null;
  }
}

/** The comparison of values for SORT_REGULAR and SORT_NUMERIC. */
export function valueOrder(rt: Executor, flags: number): (a: Zval, b: Zval) => number {
  if ((flags & ~SORT_FLAG_CASE) === SORT_NUMERIC) {
    return (a, b) => {
      const x = toFloat(rt, a);
      const y = toFloat(rt, b);
      return x === y ? 0 : x < y ? -1 : 1;
    };
  }
  return (a, b) => compare(rt, a, b);
}

/** Would comparing some pair of these values by == rules call a __toString? */
export function comparesByUserCode(values: readonly Zval[]): boolean {
  let objects = false;
  let strings = false;
  for (const held of values) {
    const v = plain(held);
    if (typeof v === 'string') strings = true;
    else if (v instanceof PhpObject && needsUserToString(v)) objects = true;
  }
  return objects && strings;
}

/** zend_compare with the __toString of an object against a string. */
export function* compareLater(rt: Executor, x: Zval, y: Zval): NativeCode<number> {
  const a = plain(x);
  const b = plain(y);
  if (typeof a === 'string' && needsUserToString(b)) {
    const text = yield* rt.toStringOf(b);
    return text === null ? 1 : compareStringsSmart(a, text);
  }
  if (typeof b === 'string' && needsUserToString(a)) {
    const text = yield* rt.toStringOf(a);
    return text === null ? 1 : compareStringsSmart(text, b);
  }
  return compare(rt, a, b);
}

/** True when all are ints or floats (no NAN), which any correct algorithm sorts alike. */
export function allNumbers(values: readonly Zval[]): boolean {
  return values.every((v) => typeof v === 'number' || (v instanceof PhpFloat && !Number.isNaN(v.value)));
}
