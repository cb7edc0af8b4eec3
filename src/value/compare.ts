/**
 * Comparison: ==, ===, <, <=> of any two values under PHP 8's rules.
 *
 * `compare` answers -1, 0 or 1, where 1 also means "uncomparable". Objects that compare by user code do not exist in PHP
 * except for __toString against strings: the VM runs that first (see `needsUserToString` in convert.ts).
 * Source: php-src Zend/zend_operators.c (zend_compare, zendi_smart_str_compare, zend_is_identical),
 * Zend/zend_hash.c (zend_hash_compare), Zend/zend_object_handlers.c (zend_std_compare_objects)
 */
import { E_NOTICE } from '../base/diagnostics.ts';
import { compareContainers, identicalArrays } from './compare-walk.ts';
import type { ValueContext } from './context.ts';
import { classNameOf, needsUserToString, toBool, toNumberSilent } from './convert.ts';
import { compareInt, isInt } from './integer.ts';
import { floatToString } from './number-format.ts';
import { parseNumeric } from './numeric-string.ts';
import { PhpArray } from './php-array.ts';
import { PhpObject } from './php-object.ts';
import { PhpFloat, type PhpInt, PhpReference, type Zval } from './zval.ts';

/** ZEND_THREEWAY_COMPARE of doubles: NAN is greater than everything. */
function compareFloat(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** zend_compare: -1, 0, 1. */
export function compare(ctx: ValueContext, a: Zval, b: Zval): number {
  if (typeof a === 'number' && typeof b === 'number') return a === b ? 0 : a < b ? -1 : 1;
  if (typeof a === 'string' && typeof b === 'string') return a === b ? 0 : compareStringsSmart(a, b);
  if (a instanceof PhpReference) return compare(ctx, a.val, b);
  if (b instanceof PhpReference) return compare(ctx, a, b.val);
  if (a instanceof PhpFloat) {
    if (b instanceof PhpFloat) return compareFloat(a.value, b.value);
    if (isInt(b)) return compareFloat(a.value, Number(b));
    if (typeof b === 'string') return compareFloatToString(ctx, a.value, b);
  } else if (isInt(a)) {
    if (isInt(b)) return compareInt(a, b);
    if (b instanceof PhpFloat) return compareFloat(Number(a), b.value);
    if (typeof b === 'string') return compareIntToString(a, b);
  } else if (typeof a === 'string') {
    if (isInt(b)) return -compareIntToString(b, a) + 0;
    if (b instanceof PhpFloat) return Number.isNaN(b.value) ? 1 : -compareFloatToString(ctx, b.value, a) + 0;
  }
  return compareMixed(ctx, a, b);
}

/** The pairs that are neither numbers nor strings on both sides. */
function compareMixed(ctx: ValueContext, a: Zval, b: Zval): number {
  if (a instanceof PhpArray && b instanceof PhpArray) return a === b ? 0 : compareArrays(ctx, a, b);
  const aNull = a === null || a === undefined;
  const bNull = b === null || b === undefined;
  if (aNull && typeof b === 'string') return b === '' ? 0 : -1;
  if (bNull && typeof a === 'string') return a === '' ? 0 : 1;
  if (a instanceof PhpObject || b instanceof PhpObject) {
    if (a === b) return 0;
    if (bNull) return 1;
    if (aNull) return -1;
    return compareWithObject(ctx, a, b);
  }
  if (aNull || a === false) return toBool(b) ? -1 : 0;
  if (a === true) return toBool(b) ? 0 : 1;
  if (bNull || b === false) return toBool(a) ? 1 : 0;
  if (b === true) return toBool(a) ? 0 : -1;
  if (a instanceof PhpArray) return 1;
  if (b instanceof PhpArray) return -1;
  // a resource is left on at least one side
  return compare(ctx, toNumberSilent(a), toNumberSilent(b));
}

function compareIntToString(a: PhpInt, s: string): number {
  const n = parseNumeric(s, false);
  if (n === null) {
    const text = a.toString();
    return text === s ? 0 : text < s ? -1 : 1;
  }
  return n.value instanceof PhpFloat ? compareFloat(Number(a), n.value.value) : compareInt(a, n.value);
}

function compareFloatToString(ctx: ValueContext, a: number, s: string): number {
  if (Number.isNaN(a)) return 1;
  const n = parseNumeric(s, false);
  if (n === null) {
    const text = floatToString(a, ctx.precision);
    return text === s ? 0 : text < s ? -1 : 1;
  }
  return compareFloat(a, n.value instanceof PhpFloat ? n.value.value : Number(n.value));
}

/** zendi_smart_str_compare: numerically when both strings are numeric, else byte by byte. */
export function compareStringsSmart(a: string, b: string): number {
  // a letter first (the usual key or word) can be no number
  const x = a.charCodeAt(0) > 57 ? null : parseNumeric(a, false);
  const y = x === null ? null : parseNumeric(b, false);
  if (x === null || y === null) return compareBytes(a, b);
  const xFloat = x.value instanceof PhpFloat;
  const yFloat = y.value instanceof PhpFloat;
  if (!xFloat && !yFloat) return compareInt(x.value as PhpInt, y.value as PhpInt);
  const dx = x.value instanceof PhpFloat ? x.value.value : Number(x.value);
  const dy = y.value instanceof PhpFloat ? y.value.value : Number(y.value);
  // both beyond 64 bits on the same side, or both infinite: the digits decide
  if (x.overflow !== 0 && x.overflow === y.overflow && dx - dy === 0) return compareBytes(a, b);
  if (!xFloat && y.overflow !== 0) return -y.overflow;
  if (!yFloat && x.overflow !== 0) return x.overflow;
  if (xFloat && yFloat && dx === dy && !Number.isFinite(dx)) return compareBytes(a, b);
  return compareFloat(dx, dy);
}

/** zend_binary_strcmp, normalised: -1, 0, 1. */
export function compareBytes(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

// ---- arrays and objects ----------------------------------------------------------------------------------------------

/** zend_compare_arrays: by count, then key by key of the first; a key missing in the second makes them uncomparable (1). */
export function compareArrays(ctx: ValueContext, a: PhpArray, b: PhpArray): number {
  return compareContainers(ctx, a, b, compare);
}

function compareWithObject(ctx: ValueContext, a: Zval, b: Zval): number {
  const own = ctx.compareObjects?.(a, b);
  if (own !== undefined) return own;
  if (a instanceof PhpObject) {
    return b instanceof PhpObject ? compareSameClass(ctx, a, b) : compareObjectToScalar(ctx, a, b, false);
  }
  return compareObjectToScalar(ctx, b as PhpObject, a, true);
}

/** Object against non-object: the object is cast to the other's type; what cannot be cast is the greater. */
function compareObjectToScalar(ctx: ValueContext, obj: PhpObject, other: Zval, swapped: boolean): number {
  let casted: Zval;
  if (typeof other === 'boolean') casted = true;
  else if (isInt(other)) {
    ctx.error(E_NOTICE, `Object of class ${classNameOf(obj)} could not be converted to int`);
    casted = 1;
  } else if (other instanceof PhpFloat) {
    ctx.error(E_NOTICE, `Object of class ${classNameOf(obj)} could not be converted to float`);
    casted = new PhpFloat(1);
  } else if (typeof other === 'string' && needsUserToString(obj)) {
    casted = ctx.objectToString?.(obj);
    if (casted === undefined) return swapped ? -1 : 1;
  } else return swapped ? -1 : 1;
  return swapped ? compare(ctx, other, casted) : compare(ctx, casted, other);
}

/** zend_std_compare_objects for two objects: other classes are uncomparable, else property by property. */
export function compareSameClass(ctx: ValueContext, a: PhpObject, b: PhpObject): number {
  return compareContainers(ctx, a, b, compare);
}

// ---- equality --------------------------------------------------------------------------------------------------------

/** == (zend_fast_equal_* and zend_compare() == 0). */
export function looseEquals(ctx: ValueContext, a: Zval, b: Zval): boolean {
  if (typeof a === 'string' && typeof b === 'string') {
    if (a === b) return true;
    if (a.charCodeAt(0) > 57 || b.charCodeAt(0) > 57) return false;
    return compareStringsSmart(a, b) === 0;
  }
  if (typeof a === 'number' && typeof b === 'number') return a === b;
  return compare(ctx, a, b) === 0;
}

/** zend_is_identical: ===. Arrays need the same keys, in the same order, with identical values; references are looked through. */
export function isIdentical(ctx: ValueContext, a: Zval, b: Zval): boolean {
  if (a === b) return !(a instanceof PhpFloat) || !Number.isNaN(a.value);
  if (a === undefined) return b === null;
  if (typeof a !== 'object')
    return b instanceof PhpReference ? isIdentical(ctx, a, b.val) : a === null && b === undefined;
  if (a === null) return b === undefined || (b instanceof PhpReference && isIdentical(ctx, a, b.val));
  if (a instanceof PhpReference) return isIdentical(ctx, a.val, b);
  if (b instanceof PhpReference) return isIdentical(ctx, a, b.val);
  if (a instanceof PhpFloat) return b instanceof PhpFloat && a.value === b.value;
  if (a instanceof PhpArray && b instanceof PhpArray) return identicalArrays(ctx, a, b, isIdentical);
  return false;
}
