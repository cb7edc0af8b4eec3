/**
 * Elements of arrays as the dispatch loop's fast paths find them: keys that are ints, or strings that are surely no numerals of ints.
 * What they leave is their opline's handler's.
 * Source: php-src Zend/zend_execute.c (zend_fetch_dimension_address_inner)
 */
import { IS_CV } from '../bytecode/op-array.ts';
import type { PhpArray } from '../value/php-array.ts';
import { PhpFloat, PhpIndirect, PhpReference, type Zval } from '../value/zval.ts';

/** What a variable's reference, or the place that an opline before has found, holds; null for anything else. */
export function valueBehind(held: Zval, type: number): Zval {
  if (held instanceof PhpReference) return type === IS_CV ? held.val : null;
  if (!(held instanceof PhpIndirect)) return null;
  const v = held.slots[held.index];
  return v instanceof PhpReference ? v.val : v;
}

/** Is `key` a key as it is? A string is when it is a literal (the compiler knows), or does not begin like the numeral of an int. */
export function isKey(key: Zval, isLiteral: boolean): key is number | string {
  return typeof key === 'number' || (typeof key === 'string' && (isLiteral || key.charCodeAt(0) > 57));
}

/**
 * Stores `v`, whose count is handed over, at a key, new or not. False: what was there has to be let go of by the handler, and nothing
 * was done.
 */
export function storeElement(array: PhpArray, key: number | string, v: Zval): boolean {
  const at = array.posOf(key);
  if (at < 0) {
    array.set(key, v);
    return true;
  }
  const old = array.vals[at];
  if (typeof old === 'object' && old !== null && !(old instanceof PhpFloat)) return false;
  array.vals[at] = v;
  return true;
}
