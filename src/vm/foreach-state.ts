/**
 * What the loop variable of a foreach holds between FE_RESET and FE_FREE: the walked array and a position, a hash iterator
 * when walking by reference, or an object's iterator. Zend packs this into one zval; here it is an object in the slot that
 * is never read as a PHP value.
 */
import type { ObjectIterator } from '../object/class-handlers.ts';
import type { HashIterator } from '../value/hash-iterator.ts';
import type { PhpArray } from '../value/php-array.ts';
import type { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import type { PhpReference, Zval } from '../value/zval.ts';
import type { ExecuteData } from './execute-data.ts';
import type { Executor } from './executor.ts';

export class ForeachState {
  /** By value over an array: owned. */
  array: PhpArray | null = null;
  pos = 0;
  /** By reference: the variable, owned. */
  ref: PhpReference | null = null;
  hashIterator: HashIterator | null = null;
  /** Over an object's properties: owned, unless `ref` is the variable that holds it. `pos` counts declared slots; `hashIterator` then walks the dynamic table. */
  object: PhpObject | null = null;
  /** Over a Traversable. */
  iterator: ObjectIterator | null = null;
  /** The iterator's first element is ready (rewind was called, next was not). */
  fresh = true;
  /** The iterator is this generator's own (borrowed); one that had not begun is walked without an iterator: `object` owns it. */
  generator: PhpObject | null = null;
  /** The object handle that an iterator would occupy. */
  handle = 0;
  /** The generator was resumed for this loop and has yielded or returned. */
  resumed = false;
}

/** The loop state in a slot relative to the frame. */
export function foreachAt(ex: ExecuteData, slot: number): ForeachState {
  return ex.slots[ex.base + slot] as unknown as ForeachState;
}

/** Stores loop state in a slot relative to the frame. */
export function setForeach(ex: ExecuteData, slot: number, state: ForeachState): void {
  ex.slots[ex.base + slot] = state as unknown as Zval;
}

/** FE_FREE and unwinding: lets go of what the loop holds. */
export function freeLoopVariable(vm: Executor, ex: ExecuteData, slot: number): void {
  const held: unknown = ex.slots[ex.base + slot];
  ex.slots[ex.base + slot] = undefined;
  if (!(held instanceof ForeachState)) {
    release(vm, held as Zval);
    return;
  }
  if (held.hashIterator !== null) held.hashIterator.array?.iteratorDel(held.hashIterator);
  held.iterator?.free();
  if (held.array !== null) release(vm, held.array);
  if (held.ref !== null) release(vm, held.ref);
  if (held.object !== null && held.ref === null) release(vm, held.object);
  if (held.handle > 0) vm.objects.returnHandle(held.handle);
}
