/**
 * zend_sort with a comparison that answers at once: plain loops. Comparisons that run PHP code have to be waited for, and a
 * generator takes several times as long: `npm run generate` makes it of this file (zend-sort-later.generated.ts). So whatever
 * compares is handed `order` as its last argument, and passes it on so.
 * Source: php-src Zend/zend_sort.c
 */

/** Positive when the first of a pair belongs after the second. */
export type Order<T> = (a: T, b: T) => number;

function swap<T>(a: T[], i: number, j: number): void {
  const t = a[i] as T;
  a[i] = a[j] as T;
  a[j] = t;
}

function swapIfAfter<T>(a: T[], i: number, j: number, order: Order<T>): boolean {
  if (order(a[i] as T, a[j] as T) <= 0) return false;
  swap(a, i, j);
  return true;
}

/** zend_sort_3 on positions i, j, k. */
function sort3<T>(a: T[], i: number, j: number, k: number, order: Order<T>): void {
  if (order(a[i] as T, a[j] as T) <= 0) {
    if (order(a[j] as T, a[k] as T) <= 0) return;
    swap(a, j, k);
    swapIfAfter(a, i, j, order);
    return;
  }
  if (order(a[k] as T, a[j] as T) <= 0) {
    swap(a, i, k);
    return;
  }
  swap(a, i, j);
  swapIfAfter(a, j, k, order);
}

/** zend_sort_4 on consecutive or spread positions. */
function sort4<T>(a: T[], at: readonly [number, number, number, number], order: Order<T>): void {
  const [i, j, k, l] = at;
  sort3(a, i, j, k, order);
  if (swapIfAfter(a, k, l, order) && swapIfAfter(a, j, k, order)) swapIfAfter(a, i, j, order);
}

/** zend_sort_5 */
function sort5<T>(a: T[], at: readonly [number, number, number, number, number], order: Order<T>): void {
  const [i, j, k, l, m] = at;
  sort4(a, [i, j, k, l], order);
  if (!swapIfAfter(a, l, m, order) || !swapIfAfter(a, k, l, order)) return;
  if (swapIfAfter(a, j, k, order)) swapIfAfter(a, i, j, order);
}

/** zend_insert_sort of `n` elements from `start`. */
function insertSort<T>(a: T[], start: number, n: number, order: Order<T>): void {
  if (n < 2) return;
  if (n === 2) swapIfAfter(a, start, start + 1, order);
  else if (n === 3) sort3(a, start, start + 1, start + 2, order);
  else if (n === 4) sort4(a, [start, start + 1, start + 2, start + 3], order);
  else if (n === 5) sort5(a, [start, start + 1, start + 2, start + 3, start + 4], order);
  else {
    for (let i = start + 1; i < start + n; i++) {
      if (order(a[i - 1] as T, a[i] as T) <= 0) continue;
      const j = i < start + 6 ? stepBack(a, start, i, order) : jumpBack(a, start, i, order);
      const moved = a[i] as T;
      for (let k = i; k > j; k--) a[k] = a[k - 1] as T;
      a[j] = moved;
    }
  }
}

function stepBack<T>(a: T[], start: number, i: number, order: Order<T>): number {
  let j = i - 1;
  while (j !== start) {
    j--;
    if (order(a[j] as T, a[i] as T) <= 0) return j + 1;
  }
  return j;
}

/** Past the first six elements the search goes back two at a time. */
function jumpBack<T>(a: T[], start: number, i: number, order: Order<T>): number {
  let j = i - 1;
  for (;;) {
    j -= 2;
    if (order(a[j] as T, a[i] as T) <= 0) {
      j++;
      return order(a[j] as T, a[i] as T) <= 0 ? j + 1 : j;
    }
    if (j === start) return j;
    if (j === start + 1) {
      j--;
      return order(a[i] as T, a[j] as T) > 0 ? j + 1 : j;
    }
  }
}

/** zend_sort: hybrid insertion sort and quicksort of `n` elements from `start`, in place. */
export function zendSort<T>(a: T[], start: number, n: number, order: Order<T>): void {
  let from = start;
  let count = n;
  while (count > 16) {
    const end = from + count;
    const i = partition(a, from, count, order);
    if (i - 1 - from < end - i) {
      zendSort(a, from, i - from - 1, order);
      from = i;
      count = end - i;
    } else {
      zendSort(a, i, end - i, order);
      count = i - from - 1;
    }
  }
  insertSort(a, from, count, order);
}

/** Splits by a pivot; answers the position after it. */
function partition<T>(a: T[], start: number, n: number, order: Order<T>): number {
  const offset = n >> 1;
  const middle = start + offset;
  const end = start + n;
  if (n >> 10 !== 0) {
    const delta = offset >> 1;
    sort5(a, [start, start + delta, middle, middle + delta, end - 1], order);
  } else {
    sort3(a, start, middle, end - 1, order);
  }
  swap(a, start + 1, middle);
  const pivot = start + 1;
  let i = pivot + 1;
  let j = end - 1;
  scan: for (;;) {
    while (order(a[pivot] as T, a[i] as T) > 0) {
      i++;
      if (i === j) break scan;
    }
    j--;
    if (j === i) break;
    while (order(a[j] as T, a[pivot] as T) > 0) {
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
