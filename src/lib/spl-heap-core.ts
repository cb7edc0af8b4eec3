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

/** The order of two items; 0 once an exception was thrown, as the heap goes on then. */
function* compareItems(rt: Runtime, obj: PhpObject, heap: Heap, a: Item, b: Item): NativeCode<number> {
  if (rt.exception !== null) return 0;
  const x = heap.isQueue ? a.priority : a.data;
  const y = heap.isQueue ? b.priority : b.data;
  const func = heap.userCompare;
  if (func === null) return plainOrder(rt, heap, a, b);
  const result = yield* callCatching({ func, object: obj, calledScope: obj.ce, closure: null, magicName: null }, [
    x,
    y,
  ]);
  if (rt.exception !== null) return 0;
  const n = toInt(rt, deref(result));
  release(rt, result);
  return n > 0 ? 1 : n < 0 ? -1 : 0;
}

/** PHP's own order of two items. */
function plainOrder(rt: Runtime, { isQueue, direction }: Heap, a: Item, b: Item): number {
  if (rt.exception !== null) return 0;
  const x = isQueue ? a.priority : a.data;
  const y = isQueue ? b.priority : b.data;
  if (typeof x === 'number' && typeof y === 'number') return x === y ? 0 : x < y ? -direction : direction;
  return direction === 1 ? compare(rt, x, y) : compare(rt, y, x);
}

function insertPlain(rt: Runtime, heap: Heap, item: Item): void {
  const { items } = heap;
  heap.locked = true;
  let i = items.length;
  items.push(item);
  while (i > 0) {
    const parent = (i - 1) >> 1;
    if (plainOrder(rt, heap, items[parent] as Item, item) >= 0) break;
    items[i] = items[parent] as Item;
    i = parent;
  }
  heap.locked = false;
  if (rt.exception !== null) heap.corrupted = true;
  items[i] = item;
}

function deletePlain(rt: Runtime, heap: Heap): Item | null {
  const { items } = heap;
  const top = items[0];
  if (top === undefined) return null;
  const last = items.length - 1;
  const limit = last >> 1;
  const bottom = items[last] as Item;
  heap.locked = true;
  let i = 0;
  while (i < limit) {
    let j = i * 2 + 1;
    if (j !== last && plainOrder(rt, heap, items[j + 1] as Item, items[j] as Item) > 0) j++;
    if (plainOrder(rt, heap, bottom, items[j] as Item) >= 0) break;
    items[i] = items[j] as Item;
    i = j;
  }
  heap.locked = false;
  if (rt.exception !== null) heap.corrupted = true;
  items.pop();
  if (i < items.length) items[i] = bottom;
  return top;
}

/** spl_ptr_heap_insert; takes over the item's counts. */
export function* insertItem(rt: Runtime, obj: PhpObject, item: Item): NativeCode<void> {
  const heap = heapOf(obj);
  if (heap.userCompare === null) return insertPlain(rt, heap, item);
  const { items } = heap;
  heap.locked = true;
  let i = items.length;
  items.push(item);
  while (i > 0) {
    const parent = (i - 1) >> 1;
    if ((yield* compareItems(rt, obj, heap, items[parent] as Item, item)) >= 0) break;
    items[i] = items[parent] as Item;
    i = parent;
  }
  heap.locked = false;
  if (rt.exception !== null) heap.corrupted = true;
  items[i] = item;
}

/** spl_ptr_heap_delete_top: the top item, owned; null when empty. */
export function* deleteTop(rt: Runtime, obj: PhpObject): NativeCode<Item | null> {
  const heap = heapOf(obj);
  if (heap.userCompare === null) return deletePlain(rt, heap);
  const { items } = heap;
  const top = items[0];
  if (top === undefined) return null;
  const limit = (items.length - 1) >> 1;
  const bottom = items[items.length - 1] as Item;
  const last = items.length - 1;
  heap.locked = true;
  let i = 0;
  while (i < limit) {
    let j = i * 2 + 1;
    if (j !== last && (yield* compareItems(rt, obj, heap, items[j + 1] as Item, items[j] as Item)) > 0) j++;
    if ((yield* compareItems(rt, obj, heap, bottom, items[j] as Item)) >= 0) break;
    items[i] = items[j] as Item;
    i = j;
  }
  heap.locked = false;
  if (rt.exception !== null) heap.corrupted = true;
  items.pop();
  if (i < items.length) items[i] = bottom;
  return top;
}
