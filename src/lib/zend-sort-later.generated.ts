/**
 * zend_sort for comparisons that have to be waited for: yields each pair and is resumed with its order. The same pairs in the
 * same order as src/lib/zend-sort.ts asks for, of which it is made: do not edit, run "npm run generate".
 */

/** Asks for the order of pairs: positive when the first belongs after the second. */
export type Pairs<T, R> = Generator<[T, T], R, number>;

function swap<T>(a: T[], i: number, j: number): void {
  const t = a[i] as T;
  a[i] = a[j] as T;
  a[j] = t;
}

function* swapIfAfter<T>(a: T[], i: number, j: number): Pairs<T, boolean> {
  if ((yield [a[i] as T, a[j] as T]) <= 0) return false;
  swap(a, i, j);
  return true;
}

/** zend_sort_3 on positions i, j, k. */
function* sort3<T>(a: T[], i: number, j: number, k: number): Pairs<T, void> {
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

/** zend_sort_4 on consecutive or spread positions. */
function* sort4<T>(a: T[], at: readonly [number, number, number, number]): Pairs<T, void> {
  const [i, j, k, l] = at;
  yield* sort3(a, i, j, k);
  if ((yield* swapIfAfter(a, k, l)) && (yield* swapIfAfter(a, j, k))) yield* swapIfAfter(a, i, j);
}

/** zend_sort_5 */
function* sort5<T>(a: T[], at: readonly [number, number, number, number, number]): Pairs<T, void> {
  const [i, j, k, l, m] = at;
  yield* sort4(a, [i, j, k, l]);
  if (!(yield* swapIfAfter(a, l, m)) || !(yield* swapIfAfter(a, k, l))) return;
  if ((yield* swapIfAfter(a, j, k))) yield* swapIfAfter(a, i, j);
}

/** zend_insert_sort of `n` elements from `start`. */
function* insertSort<T>(a: T[], start: number, n: number): Pairs<T, void> {
  if (n < 2) return;
  if (n === 2) yield* swapIfAfter(a, start, start + 1);
  else if (n === 3) yield* sort3(a, start, start + 1, start + 2);
  else if (n === 4) yield* sort4(a, [start, start + 1, start + 2, start + 3]);
  else if (n === 5) yield* sort5(a, [start, start + 1, start + 2, start + 3, start + 4]);
  else {
    for (let i = start + 1; i < start + n; i++) {
      if ((yield [a[i - 1] as T, a[i] as T]) <= 0) continue;
      const j = i < start + 6 ? (yield* stepBack(a, start, i)) : (yield* jumpBack(a, start, i));
      const moved = a[i] as T;
      for (let k = i; k > j; k--) a[k] = a[k - 1] as T;
      a[j] = moved;
    }
  }
}

function* stepBack<T>(a: T[], start: number, i: number): Pairs<T, number> {
  let j = i - 1;
  while (j !== start) {
    j--;
    if ((yield [a[j] as T, a[i] as T]) <= 0) return j + 1;
  }
  return j;
}

/** Past the first six elements the search goes back two at a time. */
function* jumpBack<T>(a: T[], start: number, i: number): Pairs<T, number> {
  let j = i - 1;
  for (;;) {
    j -= 2;
    if ((yield [a[j] as T, a[i] as T]) <= 0) {
      j++;
      return (yield [a[j] as T, a[i] as T]) <= 0 ? j + 1 : j;
    }
    if (j === start) return j;
    if (j === start + 1) {
      j--;
      return (yield [a[i] as T, a[j] as T]) > 0 ? j + 1 : j;
    }
  }
}

/** zend_sort: hybrid insertion sort and quicksort of `n` elements from `start`, in place. */
export function* zendSortLater<T>(a: T[], start: number, n: number): Pairs<T, void> {
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
function* partition<T>(a: T[], start: number, n: number): Pairs<T, number> {
  const offset = n >> 1;
  const middle = start + offset;
  const end = start + n;
  if (n >> 10 !== 0) {
    const delta = offset >> 1;
    yield* sort5(a, [start, start + delta, middle, middle + delta, end - 1]);
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
