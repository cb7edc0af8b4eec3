/**
 * Letting go of counted values (zval_ptr_dtor).
 *
 * Destroying a deep structure must not recurse on the host stack: arrays being destroyed wait on an explicit stack, in
 * Zend's order (depth first, elements from first to last), so destructors run in PHP's order.
 * Source: php-src Zend/zend_variables.c, zend_hash.c (zend_array_destroy), zend_gc.h (gc_check_possible_root)
 */
import type { ValueContext } from './context.ts';
import type { PhpArray } from './php-array.ts';
import { PhpObject } from './php-object.ts';
import { addRef, PhpConstantAst, PhpFloat, PhpIndirect, PhpReference, PhpResource, type Zval } from './zval.ts';

/**
 * Drops one holder of v. At zero an array or reference releases its contents and an object goes to `ctx.freeObject`;
 * above zero an array or object that could sit in a cycle is reported to `ctx.gcPossibleRoot`. Uncounted values: nothing.
 */
export function release(ctx: ValueContext, v: Zval): void {
  if (typeof v !== 'object' || v === null) return;
  if (v instanceof PhpObject) {
    if (--v.rc === 0) ctx.freeObject(v);
    else ctx.gcPossibleRoot(v);
    return;
  }
  if (v instanceof PhpReference && v.rc > 1 && (typeof v.val !== 'object' || v.val === null)) {
    v.rc--;
    return;
  }
  const dead = drop(ctx, v);
  if (dead !== null) destroyArray(ctx, dead);
}

/** One count less; returns an array whose contents must be released now. */
function drop(ctx: ValueContext, value: Zval & object): PhpArray | null {
  let v: Zval & object = value;
  for (;;) {
    if (v instanceof PhpFloat || v instanceof PhpIndirect) return null;
    if (--v.rc > 0) {
      possibleRoot(ctx, v);
      return null;
    }
    if (v instanceof PhpObject) {
      ctx.freeObject(v);
      return null;
    }
    if (v instanceof PhpReference) {
      const inner = v.val;
      v.val = null;
      if (typeof inner !== 'object' || inner === null) return null;
      v = inner;
      continue;
    }
    if (v instanceof PhpResource) {
      ctx.freeResource?.(v);
      return null;
    }
    return v instanceof PhpConstantAst ? null : v;
  }
}

function possibleRoot(ctx: ValueContext, v: Zval): void {
  const target = v instanceof PhpReference ? v.val : v;
  if (typeof target !== 'object' || target === null) return;
  if (target instanceof PhpObject) {
    ctx.gcPossibleRoot(target);
  } else if (
    !(
      target instanceof PhpFloat ||
      target instanceof PhpReference ||
      target instanceof PhpResource ||
      target instanceof PhpConstantAst ||
      target instanceof PhpIndirect
    )
  ) {
    ctx.gcPossibleRoot(target);
  }
}

/** Arrays inside of each other that are destroyed on the host's stack, at most. */
const SHALLOW = 16;

/** zend_array_destroy of an array nobody holds any more, with everything that dies with it. */
export function destroyArray(ctx: ValueContext, array: PhpArray): void {
  destroyShallow(ctx, array, 0);
}

function destroyShallow(ctx: ValueContext, array: PhpArray, depth: number): void {
  if (array.iterators !== null) detachIterators(array);
  const { vals } = array;
  for (let pos = 0; pos < vals.length; pos++) {
    const v = vals[pos];
    if (typeof v !== 'object' || v === null) continue;
    const inner = drop(ctx, v);
    if (inner === null) continue;
    if (depth < SHALLOW) destroyShallow(ctx, inner, depth + 1);
    else destroyDeep(ctx, inner);
  }
}

function destroyDeep(ctx: ValueContext, array: PhpArray): void {
  let arr = array;
  let pos = 0;
  let waiting: { arr: PhpArray; pos: number }[] | null = null;
  detachIterators(arr);
  for (;;) {
    const vals = arr.vals;
    let inner: PhpArray | null = null;
    while (pos < vals.length) {
      const v = vals[pos++];
      if (typeof v !== 'object' || v === null) continue;
      inner = drop(ctx, v);
      if (inner !== null) break;
    }
    if (inner !== null) {
      waiting ??= [];
      waiting.push({ arr, pos });
      arr = inner;
      pos = 0;
      detachIterators(arr);
      continue;
    }
    const back = waiting?.pop();
    if (back === undefined) return;
    arr = back.arr;
    pos = back.pos;
  }
}

function detachIterators(arr: PhpArray): void {
  if (arr.iterators === null) return;
  for (const it of arr.iterators) it.array = null;
  arr.iterators = null;
}

/** ZVAL_COPY_DEREF: the value behind v with one more holder. */
export function copyValue(v: Zval): Zval {
  return addRef(v instanceof PhpReference ? v.val : v);
}
