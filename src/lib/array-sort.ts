/**
 * The sort family: by value or key, with flags or a callback.
 * Source: php-src ext/standard/array.c (sort, php_usort), Zend/zend_hash.c (zend_hash_sort)
 */
import type { NativeCode } from '../object/native-code.ts';
import type { Callable } from '../object/runtime.ts';
import type { ArrayKey } from '../value/array-key.ts';
import { compareStringsSmart, compare } from '../value/compare.ts';
import { toStr } from '../value/convert.ts';
import { compareInt } from '../value/integer.ts';
import { PhpArray } from '../value/php-array.ts';
import { PhpReference, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import {
  allNumbers,
  comparesByUserCode,
  compareLater,
  SORT_FLAG_CASE,
  SORT_NATURAL,
  SORT_NUMERIC,
  SORT_REGULAR,
  sortLater,
  sortNow,
  textOrder,
  valueOrder,
} from './array-sort-order.ts';
import { anyObject, ownArray, rebuild } from './array-util.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { sortedByUser } from './user-sort.ts';

type Order = (i: number, j: number) => number;

/** Puts the elements in the order of `positions` (indexes into the live elements). */
function reorder(array: PhpArray, positions: readonly number[], renumber: boolean): void {
  const keys = array.keyList();
  const vals = array.valueList();
  const newVals = positions.map((i) => vals[i]);
  rebuild(array, renumber ? null : positions.map((i) => keys[i] as ArrayKey), newVals);
}

/** Comparison of positions; equal elements keep their order. */
function stable(order: Order, reverse: boolean): Order {
  return reverse ? (i, j) => order(j, i) || i - j : (i, j) => order(i, j) || i - j;
}

function indexes(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i);
}

/** zend_hash_sort leaves arrays with nothing to order alone. */
function worthSorting(array: PhpArray, renumber: boolean): boolean {
  return array.count > 1 || (renumber && array.count > 0);
}

/** The order of values that needs no user code; `total`: any correct algorithm gives the same. */
function valuesOrder(rt: Executor, vals: readonly Zval[], flags: number): { order: Order; total: boolean } {
  const byText = textOrder(flags);
  if (byText === null) {
    const byValue = valueOrder(rt, flags);
    return { order: (i, j) => byValue(vals[i], vals[j]), total: allNumbers(vals) };
  }
  const noisy = vals.some((v) => (v instanceof PhpReference ? v.val : v) instanceof PhpArray);
  if (noisy) return { order: (i, j) => byText(toStr(rt, vals[i]), toStr(rt, vals[j])), total: false };
  const texts = vals.map((v) => toStr(rt, v));
  return { order: (i, j) => byText(texts[i] as string, texts[j] as string), total: (flags & 15) !== SORT_NATURAL };
}

/** Sorts the array of a by-reference argument by value. */
function sortByValue(
  rt: Executor,
  ref: PhpReference,
  flags: number,
  reverse: boolean,
  renumber: boolean,
): true | NativeCode {
  const array = ownArray(ref);
  if (!worthSorting(array, renumber)) return true;
  const vals = array.valueList();
  const asText = textOrder(flags) !== null;
  if (asText ? anyObject(vals) : comparesByUserCode(vals)) return sortByUserText(rt, ref, flags, reverse, renumber);
  const { order, total } = valuesOrder(rt, vals, flags);
  const positions = indexes(vals.length);
  if (total) positions.sort(stable(order, reverse));
  else sortNow(positions, stable(order, reverse));
  reorder(array, positions, renumber);
  return true;
}

/** php_array_data_compare_string with the __toString of objects, which is called at each comparison. */
function* compareTexts(rt: Executor, order: (a: string, b: string) => number, a: Zval, b: Zval): NativeCode<number> {
  const x = yield* rt.toStringOf(plain(a));
  if (x === null) return 0;
  const y = yield* rt.toStringOf(plain(b));
  return y === null ? 0 : order(x, y);
}

function plain(v: Zval): Zval {
  return v instanceof PhpReference ? v.val : v;
}

/** The same with objects whose __toString has to run. */
function* sortByUserText(
  rt: Executor,
  ref: PhpReference,
  flags: number,
  reverse: boolean,
  renumber: boolean,
): NativeCode {
  const array = ownArray(ref);
  array.rc++;
  try {
    const vals = array.valueList();
    const positions = indexes(vals.length);
    const byText = textOrder(flags);
    if (byText !== null) {
      yield* sortLater(positions, function* (i, j) {
        const [a, b] = reverse ? [j, i] : [i, j];
        return (yield* compareTexts(rt, byText, vals[a], vals[b])) || i - j;
      });
    } else {
      yield* sortLater(positions, function* (i, j) {
        const [a, b] = reverse ? [j, i] : [i, j];
        return (yield* compareLater(rt, vals[a], vals[b])) || i - j;
      });
    }
    if (ref.val === array) array.rc--;
    const own = ownArray(ref);
    if (ref.val === array) array.rc++;
    if (own.count === positions.length) reorder(own, positions, renumber);
    return true;
  } finally {
    rt.releaseValue(array);
  }
}

/** The comparison of keys that flags ask for. */
export function keyOrder(rt: Executor, flags: number): (a: ArrayKey, b: ArrayKey) => number {
  const byText = textOrder(flags);
  if (byText !== null) return (a, b) => byText(String(a), String(b));
  if ((flags & ~SORT_FLAG_CASE) === SORT_NUMERIC) return valueOrder(rt, SORT_NUMERIC);
  return (a, b) => {
    if (typeof a === 'string' && typeof b === 'string') return compareStringsSmart(a, b);
    return typeof a !== 'string' && typeof b !== 'string' ? compareInt(a, b) : compare(rt, a, b);
  };
}

function sortByKey(rt: Executor, ref: PhpReference, flags: number, reverse: boolean): true {
  const array = ownArray(ref);
  if (!worthSorting(array, false)) return true;
  const keys = array.keyList();
  const order = keyOrder(rt, flags);
  const positions = indexes(keys.length);
  const byKey = stable((i, j) => order(keys[i] as ArrayKey, keys[j] as ArrayKey), reverse);
  if (textOrder(flags) !== null || keys.every((k) => typeof k === 'number')) positions.sort(byKey);
  else sortNow(positions, byKey);
  reorder(array, positions, false);
  return true;
}

/** php_usort: the callback sees the array as it was, the sorted copy replaces it at the end. */
function* userSort(
  rt: Executor,
  ref: PhpReference,
  callback: Callable,
  name: string,
  by: 'value' | 'key',
  renumber: boolean,
): NativeCode {
  const array = ref.val as PhpArray;
  if (array.count === 0) return true;
  const sorted = array.dup();
  if (worthSorting(sorted, renumber)) {
    const what: readonly Zval[] = by === 'value' ? sorted.valueList() : sorted.keyList();
    reorder(sorted, yield* sortedByUser(rt, what, callback, name), renumber);
  }
  const old = ref.val;
  ref.val = sorted;
  rt.releaseValue(old);
  return true;
}

const flagged = [p.ref('array', ['array']), p.int('flags', { default: SORT_REGULAR, text: 'SORT_REGULAR' })] as const;
const called = [p.ref('array', ['array']), p.callable('callback')] as const;

export const arraySortFunctions: readonly FunctionDef[] = [
  fn({
    name: 'sort',
    doc: 'Sorts values in ascending order and renumbers them.',
    params: flagged,
    returns: ['true'],
    impl: (rt, ref, flags) => sortByValue(rt, ref, flags, false, true),
  }),
  fn({
    name: 'rsort',
    doc: 'Sorts values in descending order and renumbers them.',
    params: flagged,
    returns: ['bool'],
    impl: (rt, ref, flags) => sortByValue(rt, ref, flags, true, true),
  }),
  fn({
    name: 'asort',
    doc: 'Sorts values in ascending order, keys stay with them.',
    params: flagged,
    returns: ['true'],
    impl: (rt, ref, flags) => sortByValue(rt, ref, flags, false, false),
  }),
  fn({
    name: 'arsort',
    doc: 'Sorts values in descending order, keys stay with them.',
    params: flagged,
    returns: ['true'],
    impl: (rt, ref, flags) => sortByValue(rt, ref, flags, true, false),
  }),
  fn({
    name: 'ksort',
    doc: 'Sorts by key in ascending order.',
    params: flagged,
    returns: ['true'],
    impl: (rt, ref, flags) => sortByKey(rt, ref, flags, false),
  }),
  fn({
    name: 'krsort',
    doc: 'Sorts by key in descending order.',
    params: flagged,
    returns: ['true'],
    impl: (rt, ref, flags) => sortByKey(rt, ref, flags, true),
  }),
  fn({
    name: 'natsort',
    doc: 'Sorts values in natural order, keys stay with them.',
    params: [p.ref('array', ['array'])],
    returns: ['bool'],
    impl: (rt, ref) => sortByValue(rt, ref, SORT_NATURAL, false, false),
  }),
  fn({
    name: 'natcasesort',
    doc: 'Sorts values in natural order without regard to case, keys stay with them.',
    params: [p.ref('array', ['array'])],
    returns: ['bool'],
    impl: (rt, ref) => sortByValue(rt, ref, SORT_NATURAL | SORT_FLAG_CASE, false, false),
  }),
  fn({
    name: 'usort',
    atOnce: true,
    doc: 'Sorts values by a callback and renumbers them.',
    params: called,
    returns: ['true'],
    impl: (rt, ref, callback) => userSort(rt, ref, callback, 'usort', 'value', true),
  }),
  fn({
    name: 'uasort',
    atOnce: true,
    doc: 'Sorts values by a callback, keys stay with them.',
    params: called,
    returns: ['true'],
    impl: (rt, ref, callback) => userSort(rt, ref, callback, 'uasort', 'value', false),
  }),
  fn({
    name: 'uksort',
    atOnce: true,
    doc: 'Sorts by key with a callback.',
    params: called,
    returns: ['true'],
    impl: (rt, ref, callback) => userSort(rt, ref, callback, 'uksort', 'key', false),
  }),
];
