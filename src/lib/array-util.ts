/**
 * What the array functions share: separation, copying elements, rebuilding an array in place.
 * Source: php-src ext/standard/array.c, Zend/zend_hash.c
 */
import { needsUserToString, toStr } from '../value/convert.ts';
import type { ArrayKey } from '../value/array-key.ts';
import { tableSizeFor } from '../value/hash-table.ts';
import type { PhpArray } from '../value/php-array.ts';
import { PhpObject } from '../value/php-object.ts';
import { addRef, PhpReference, type Zval } from '../value/zval.ts';
import type { NativeCode } from '../object/native-code.ts';
import type { Executor } from '../vm/executor.ts';

/** The array of a by-reference argument, separated: it may be changed in place (SEPARATE_ARRAY). */
export function ownArray(ref: PhpReference): PhpArray {
  const array = ref.val as PhpArray;
  if (array.rc === 1) return array;
  const copy = array.dup();
  array.rc--;
  ref.val = copy;
  return copy;
}

/** An element as it goes into another array: a reference with one holder is unwrapped, others stay. Owned. */
export function copyElement(v: Zval): Zval {
  return addRef(v instanceof PhpReference && v.rc === 1 ? v.val : v);
}

/** The value of an element, references followed. Owned. */
export function copyDeref(v: Zval): Zval {
  return addRef(v instanceof PhpReference ? v.val : v);
}

/**
 * Gives an array a new order or new contents in place: `keys` null makes it a list. Takes over the counts of `vals`; the
 * old elements are not released. The internal pointer goes to the start.
 */
export function rebuild(array: PhpArray, keys: ArrayKey[] | null, vals: Zval[]): void {
  array.vals = vals;
  array.count = vals.length;
  array.tableSize = Math.max(array.tableSize, tableSizeFor(vals.length));
  array.internalPos = 0;
  if (keys === null) {
    array.keys = null;
    array.map = null;
    array.sharesKeys = false;
    array.nextFree = vals.length;
    array.nextFreeIsMin = vals.length === 0;
    return;
  }
  const map = new Map<ArrayKey, number>();
  for (let i = 0; i < keys.length; i++) map.set(keys[i] as ArrayKey, i);
  array.keys = keys;
  array.map = map;
  array.sharesKeys = false;
}

/** zval_get_string of an element: user code only for objects with __toString; null when it threw. */
export function elementText(rt: Executor, held: Zval): string | null | NativeCode<string | null> {
  const v = held instanceof PhpReference ? held.val : held;
  if (typeof v === 'string') return v;
  if (v instanceof PhpObject && (needsUserToString(v) || rt.hasToString(v))) return rt.toStringOf(v);
  const text = toStr(rt, v);
  return rt.exception === null ? text : null;
}

/** The strings of all elements, by position; null when one conversion threw. */
export function* elementTexts(rt: Executor, values: readonly Zval[]): NativeCode<string[] | null> {
  const out: string[] = [];
  for (const v of values) {
    const text = elementText(rt, v);
    const ready = typeof text === 'object' && text !== null ? yield* text : text;
    if (ready === null) return null;
    out.push(ready);
  }
  return out;
}

/** True when converting some element to a string has to run user code. */
export function anyObject(values: readonly Zval[]): boolean {
  return values.some((held) => (held instanceof PhpReference ? held.val : held) instanceof PhpObject);
}
