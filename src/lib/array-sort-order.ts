/**
 * The order sorting functions put values in: comparison by flags, and zend_sort itself.
 *
 * zend_sort for comparisons that may run PHP code is a generator that yields the pairs to compare: a user callback is a frame
 * that the dispatch loop runs in between. For comparisons that answer at once: src/lib/zend-sort.ts.
 * Source: php-src Zend/zend_sort.c, ext/standard/array.c (php_array_data_compare_*)
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

/** Positive when the first of a pair belongs after the second. */
type PairOrder<T> = Generator<[T, T], void, number>;

function* swapIfAfter<T>(a: T[], i: number, j: number): Generator<[T, T], boolean, number> {
  if ((yield [a[i] as T, a[j] as T]) <= 0) return false;
  swap(a, i, j);
  return true;
}

function swap<T>(a: T[], i: number, j: number): void {
  const t = a[i] as T;
  a[i] = a[j] as T;
  a[j] = t;
}

/** zend_sort_3 on positions i, j, k. */
function* sort3<T>(a: T[], i: number, j: number, k: number): PairOrder<T> {
  if ((yield [a[i] as T, a[j] as T]) <= 0) {
    if ((yield [a[j] as T, a[k] as T]) <= 0) return;
    swap(a, j, k);
    yield* swapIfAfter(a, i, j);
    return;
  }
  if ((yield [a[k] as T, a[j] as T]) <= 0) {
    swap(a, i, k);
    return;
  }
  swap(a, i, j);
  yield* swapIfAfter(a, j, k);
}

/** zend_sort_4 */
function* sort4<T>(a: T[], i: number, j: number, k: number, l: number): PairOrder<T> {
  yield* sort3(a, i, j, k);
  if (!(yield* swapIfAfter(a, k, l))) return;
  if (yield* swapIfAfter(a, j, k)) yield* swapIfAfter(a, i, j);
}

/** zend_sort_5 */
function* sort5<T>(a: T[], i: number, j: number, k: number, l: number, m: number): PairOrder<T> {
  yield* sort4(a, i, j, k, l);
  if (!(yield* swapIfAfter(a, l, m))) return;
  if (!(yield* swapIfAfter(a, k, l))) return;
  if (yield* swapIfAfter(a, j, k)) yield* swapIfAfter(a, i, j);
}

/** zend_insert_sort of `n` elements from `start`. */
function* insertSort<T>(a: T[], start: number, n: number): PairOrder<T> {
  switch (n) {
    case 0:
    case 1:
      return;
    case 2:
      yield* swapIfAfter(a, start, start + 1);
      return;
    case 3:
      yield* sort3(a, start, start + 1, start + 2);
      return;
    case 4:
      yield* sort4(a, start, start + 1, start + 2, start + 3);
      return;
    case 5:
      yield* sort5(a, start, start + 1, start + 2, start + 3, start + 4);
      return;
    default:
  }
  for (let i = start + 1; i < start + n; i++) {
    let j = i - 1;
    if ((yield [a[j] as T, a[i] as T]) <= 0) continue;
    j = yield* i < start + 6 ? stepBack(a, start, i) : jumpBack(a, start, i);
    const moved = a[i] as T;
    for (let k = i; k > j; k--) a[k] = a[k - 1] as T;
    a[j] = moved;
  }
}

function* stepBack<T>(a: T[], start: number, i: number): Generator<[T, T], number, number> {
  let j = i - 1;
  while (j !== start) {
    j--;
    if ((yield [a[j] as T, a[i] as T]) <= 0) return j + 1;
  }
  return j;
}

/** Past the first six elements the search goes back two at a time. */
function* jumpBack<T>(a: T[], start: number, i: number): Generator<[T, T], number, number> {
  let j = i - 1;
  for (;;) {
    j -= 2;
    if ((yield [a[j] as T, a[i] as T]) <= 0) {
      j++;
      if ((yield [a[j] as T, a[i] as T]) <= 0) j++;
      return j;
    }
    if (j === start) return j;
    if (j === start + 1) {
      j--;
      return (yield [a[i] as T, a[j] as T]) > 0 ? j + 1 : j;
    }
  }
}

/** zend_sort: hybrid insertion sort and quicksort of `n` elements from `start`, in place. */
export function* zendSortLater<T>(a: T[], start: number, n: number): PairOrder<T> {
  let from = start;
  let count = n;
  while (count > 16) {
    const end = from + count;
    const i = yield* partition(a, from, count);
    if (i - 1 - from < end - i) {
      yield* zendSortLater(a, from, i - from - 1);
      from = i;
      count = end - i;
    } else {
      yield* zendSortLater(a, i, end - i);
      count = i - from - 1;
    }
  }
  yield* insertSort(a, from, count);
}

/** Splits by a pivot; answers the position after it. */
function* partition<T>(a: T[], start: number, n: number): Generator<[T, T], number, number> {
  const offset = n >> 1;
  const middle = start + offset;
  const end = start + n;
  if (n >> 10 !== 0) {
    const delta = offset >> 1;
    yield* sort5(a, start, start + delta, middle, middle + delta, end - 1);
  } else {
    yield* sort3(a, start, middle, end - 1);
  }
  swap(a, start + 1, middle);
  const pivot = start + 1;
  let i = pivot + 1;
  let j = end - 1;
  scan: for (;;) {
    while ((yield [a[pivot] as T, a[i] as T]) > 0) {
      i++;
      if (i === j) break scan;
    }
    j--;
    if (j === i) break;
    while ((yield [a[j] as T, a[pivot] as T]) > 0) {
      j--;
      if (j === i) break scan;
    }
    swap(a, i, j);
    i++;
    if (i === j) break;
  }
  swap(a, pivot, i - 1);
  return i;
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
