/**
 * The binary heap behind SplHeap and SplPriorityQueue.
 * Source: php-src 8.2 ext/spl/spl_heap.c (spl_ptr_heap)
 */
import type { Func } from '../bytecode/op-array.ts';
import { callCatching, type NativeCode } from '../object/native-code.ts';
import type { Runtime } from '../object/runtime.ts';
import { compare } from '../value/compare.ts';
import { toInt } from '../value/convert.ts';
import { PhpArray } from '../value/php-array.ts';
import type { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { addRef, deref, type Zval } from '../value/zval.ts';

export const EXTR_DATA = 1;
export const EXTR_PRIORITY = 2;
export const EXTR_BOTH = 3;

/** A value, with its priority in a priority queue; both owned by the heap. */
interface Item {
  readonly data: Zval;
  readonly priority: Zval;
}

/** -1 for a min-heap, whose order is reversed. */
export type Direction = 1 | -1;

export class Heap {
  items: Item[] = [];
  flags: number;
  corrupted = false;
  /** A comparison is under way: the heap must not change. */
  locked = false;
  readonly isQueue: boolean;
  readonly direction: Direction;
  /** The user's compare(), null: PHP's own order. */
  readonly userCompare: Func | null;
  constructor(isQueue: boolean, direction: Direction, userCompare: Func | null) {
    this.isQueue = isQueue;
    this.direction = direction;
    this.userCompare = userCompare;
    this.flags = isQueue ? EXTR_DATA : 0;
  }

  /** What user code sees of an item. */
  shown(item: Item): Zval {
    if (!this.isQueue) return addRef(item.data);
    if (this.flags === EXTR_BOTH) {
      return PhpArray.fromEntries([
        ['data', addRef(item.data)],
        ['priority', addRef(item.priority)],
      ]);
    }
    return addRef(this.flags === EXTR_PRIORITY ? item.priority : item.data);
  }
}

export function heapOf(obj: PhpObject): Heap {
  return obj.native as Heap;
}

export function releaseItem(rt: Runtime, item: Item): void {
  release(rt, item.data);
  release(rt, item.priority);
}

/** PHP's own order of two items; 0 once an exception was thrown, as the heap goes on then. */
function plainOrder(rt: Runtime, { isQueue, direction }: Heap, a: Item, b: Item): number {
  if (rt.exception !== null) return 0;
  const x = isQueue ? a.priority : a.data;
  const y = isQueue ? b.priority : b.data;
  if (typeof x === 'number' && typeof y === 'number') return x === y ? 0 : x < y ? -direction : direction;
  return direction === 1 ? compare(rt, x, y) : compare(rt, y, x);
}

/** The order that the user's compare() gives two items; 0 once an exception was thrown. */
function* userOrder(rt: Runtime, obj: PhpObject, heap: Heap, func: Func, a: Item, b: Item): NativeCode<number> {
  if (rt.exception !== null) return 0;
  const args = heap.isQueue ? [a.priority, b.priority] : [a.data, b.data];
  const callable = { func, object: obj, calledScope: obj.ce, closure: null, magicName: null };
  const result = yield* callCatching(callable, args);
  if (rt.exception !== null) return 0;
  const n = toInt(rt, deref(result));
  release(rt, result);
  return n > 0 ? 1 : n < 0 ? -1 : 0;
}

/** spl_ptr_heap_insert; takes over the item's counts. */
export function* insertItem(rt: Runtime, obj: PhpObject, item: Item): NativeCode<void> {
  const heap = heapOf(obj);
  const { items, userCompare: user } = heap;
  heap.locked = true;
  let i = items.length;
  items.push(item);
  while (i > 0) {
    const at = (i - 1) >> 1;
    const parent = items[at] as Item;
    const order =
      user === null ? plainOrder(rt, heap, parent, item) : yield* userOrder(rt, obj, heap, user, parent, item);
    if (order >= 0) break;
    items[i] = parent;
    i = at;
  }
  heap.locked = false;
  if (rt.exception !== null) heap.corrupted = true;
  items[i] = item;
}

/** spl_ptr_heap_delete_top: the top item, owned; null when empty. */
export function* deleteTop(rt: Runtime, obj: PhpObject): NativeCode<Item | null> {
  const heap = heapOf(obj);
  const { items, userCompare: user } = heap;
  const top = items[0];
  if (top === undefined) return null;
  const last = items.length - 1;
  const limit = last >> 1;
  const bottom = items[last] as Item;
  heap.locked = true;
  let i = 0;
  while (i < limit) {
    let j = i * 2 + 1;
    if (j !== last) {
      const [left, right] = [items[j] as Item, items[j + 1] as Item];
      const order =
        user === null ? plainOrder(rt, heap, right, left) : yield* userOrder(rt, obj, heap, user, right, left);
      if (order > 0) j++;
    }
    const child = items[j] as Item;
    const order =
      user === null ? plainOrder(rt, heap, bottom, child) : yield* userOrder(rt, obj, heap, user, bottom, child);
    if (order >= 0) break;
    items[i] = child;
    i = j;
  }
  heap.locked = false;
  if (rt.exception !== null) heap.corrupted = true;
  items.pop();
  if (i < items.length) items[i] = bottom;
  return top;
}
