/**
 * References to typed properties: what is assigned through one must suit every property it is bound to.
 * Source: php-src 8.2 Zend/zend_execute.c (zend_verify_ref_assignable_zval, zend_assign_to_typed_ref, ZEND_REF_ADD_TYPE_SOURCE)
 */
import { isIdentical } from '../value/compare.ts';
import { release } from '../value/refcount.ts';
import { type PhpReference, type Zval, addRef } from '../value/zval.ts';
import type { PropertyInfo } from './class-entry.ts';
import { displayName } from './class-queries.ts';
import { NEEDS_SLOW } from './native-code.ts';
import type { Runtime } from './runtime.ts';
import { givenTypeName, typeErrorProperty, typeText, TYPE_MISMATCH, verifyType } from './types.ts';

/** ZEND_REF_ADD_TYPE_SOURCE: the reference is now also held by this typed property. */
export function addTypeSource(ref: PhpReference, info: PropertyInfo): void {
  if (ref.sources === null) ref.sources = [info];
  else ref.sources.push(info);
}

/** ZEND_REF_DEL_TYPE_SOURCE: a typed property lets go of the reference. */
export function delTypeSource(ref: PhpReference, info: PropertyInfo): void {
  if (ref.sources === null) return;
  const at = ref.sources.indexOf(info);
  if (at < 0) return;
  if (ref.sources.length === 1) ref.sources = null;
  else ref.sources.splice(at, 1);
}

/** zend_verify_ref_assignable_zval: the value to store (coerced, not counted), TYPE_MISMATCH after a TypeError was thrown. */
export function verifyRefAssignable(
  rt: Runtime,
  ref: PhpReference,
  value: Zval,
  strict: boolean,
): Zval | typeof TYPE_MISMATCH | typeof NEEDS_SLOW {
  let coerced: Zval | undefined;
  let first: PropertyInfo | null = null;
  for (const source of ref.sources ?? []) {
    const info = source as PropertyInfo;
    if (info.type === null) continue;
    const result = verifyType(rt, info.type, value, info.ce, null, strict);
    if (result === NEEDS_SLOW) return NEEDS_SLOW;
    if (result === TYPE_MISMATCH) {
      if (rt.exception === null) refTypeError(rt, info, value);
      return TYPE_MISMATCH;
    }
    if (first === null) {
      first = info;
      coerced = result;
    } else if (!isIdentical(rt, coerced as Zval, result)) {
      conflictingCoercion(rt, first, info, value);
      return TYPE_MISMATCH;
    }
  }
  return first === null ? value : coerced;
}

/** zend_assign_to_typed_ref: `value` stays the caller's. The value the reference holds now; undefined when it threw. */
export function assignToTypedReference(
  rt: Runtime,
  ref: PhpReference,
  value: Zval,
  strict: boolean,
): Zval | typeof NEEDS_SLOW {
  const result = verifyRefAssignable(rt, ref, value, strict);
  if (result === NEEDS_SLOW) return NEEDS_SLOW;
  if (result === TYPE_MISMATCH) return undefined;
  const old = ref.val;
  ref.val = addRef(result);
  release(rt, old);
  return result;
}

/** zend_throw_ref_type_error_zval */
export function refTypeError(rt: Runtime, info: PropertyInfo, value: Zval): void {
  rt.throwError(
    'TypeError',
    `Cannot assign ${givenTypeName(value)} to reference held by property ${displayName(info.ce.name)}::$${info.name} of type ${typeText(info.type)}`,
  );
}

function conflictingCoercion(rt: Runtime, a: PropertyInfo, b: PropertyInfo, value: Zval): void {
  const first = `property ${displayName(a.ce.name)}::$${a.name} of type ${typeText(a.type)}`;
  const second = `property ${displayName(b.ce.name)}::$${b.name} of type ${typeText(b.type)}`;
  rt.throwError(
    'TypeError',
    `Cannot assign ${givenTypeName(value)} to reference held by ${first} and ${second}, as this would result in an inconsistent type conversion`,
  );
}

/**
 * zend_verify_prop_assignable_by_ref: may `value` (the content of a reference) be bound to the typed property? True, or
 * false after a TypeError. Coerces nothing inside foreign references: they must fit as they are.
 */
export function verifyPropAssignableByRef(
  rt: Runtime,
  info: PropertyInfo,
  value: Zval,
  ref: PhpReference | null,
  strict: boolean,
): boolean {
  if (info.type === null) return true;
  const result = verifyType(rt, info.type, value, info.ce, null, strict);
  const fits = result !== TYPE_MISMATCH && result !== NEEDS_SLOW;
  if (fits && isIdentical(rt, result, value)) return true;
  const held = ref?.sources?.[0] as PropertyInfo | undefined;
  if (fits && ref !== null && held === undefined) {
    const old = ref.val;
    ref.val = addRef(result);
    release(rt, old);
    return true;
  }
  if (rt.exception !== null) return false;
  // a value that would have to be converted cannot be while another typed property holds it
  if (fits && held !== undefined) refConflictError(rt, held, info, value);
  else typeErrorProperty(rt, info, value);
  return false;
}

/** zend_throw_ref_type_error_type */
function refConflictError(rt: Runtime, held: PropertyInfo, info: PropertyInfo, value: Zval): void {
  const target = `property ${displayName(info.ce.name)}::$${info.name} of type ${typeText(info.type)}`;
  rt.throwError(
    'TypeError',
    `Reference with value of type ${givenTypeName(value)} held by property ${displayName(held.ce.name)}::$${held.name} of type ${typeText(held.type)} is not compatible with ${target}`,
  );
}
