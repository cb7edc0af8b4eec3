/**
 * Storing what an operator made of a property: type checks, references, overflow of typed ints.
 * Source: php-src 8.2 Zend/zend_execute.c (zend_binary_assign_op_typed_prop, zend_incdec_typed_prop, zend_incdec_typed_ref)
 */
import { MAY_BE_DOUBLE, MAY_BE_FALSE, MAY_BE_LONG, MAY_BE_STRING, MAY_BE_TRUE } from '../bytecode/type-flags.ts';
import type { PropertyInfo } from '../object/class-entry.ts';
import { displayName } from '../object/class-queries.ts';
import { NEEDS_SLOW } from '../object/native-code.ts';
import { assignToTypedReference } from '../object/typed-reference.ts';
import { typeErrorProperty, typeText, TYPE_MISMATCH, verifyType } from '../object/types.ts';
import { decrement, increment } from '../value/increment.ts';
import { isInt } from '../value/integer.ts';
import { release } from '../value/refcount.ts';
import { addRef, PhpFloat, PhpReference, type Zval } from '../value/zval.ts';
import type { ExecuteData } from './execute-data.ts';
import type { Executor } from './executor.ts';
import { usesStrictTypes } from './places.ts';

/**
 * Stores an operator's result (owned) in a property's slot; `info` is null for untyped properties. Returns what the
 * property shows now (borrowed), undefined after an error.
 */
export function storeUpdated(
  vm: Executor,
  ex: ExecuteData,
  slots: Zval[],
  at: number,
  info: PropertyInfo | null,
  computed: Zval,
): Zval {
  const old = slots[at];
  const strict = usesStrictTypes(ex);
  if (old instanceof PhpReference && old.sources !== null) {
    const stored = assignToTypedReference(vm, old, computed, strict);
    release(vm, computed);
    return stored === NEEDS_SLOW ? undefined : stored;
  }
  let value = computed;
  if (info !== null && info.type !== null) {
    const checked = verifyType(vm, info.type, computed, info.ce, null, strict);
    if (checked === TYPE_MISMATCH || checked === NEEDS_SLOW) {
      if (vm.exception === null) typeErrorProperty(vm, info, computed);
      release(vm, computed);
      return undefined;
    }
    value = checked;
  }
  if (old instanceof PhpReference) {
    const inner = old.val;
    old.val = value;
    release(vm, inner);
  } else {
    slots[at] = value;
    release(vm, old);
  }
  return value;
}

/**
 * The operator of `property op= value` threw. PHP then checks its undefined result as a scalar argument, which without
 * strict_types makes a typed property the first empty value that its type allows (zend_verify_weak_scalar_type_hint).
 */
export function storeFailed(vm: Executor, ex: ExecuteData, slots: Zval[], at: number, info: PropertyInfo | null): void {
  const held = slots[at];
  const typed = held instanceof PhpReference ? ((held.sources?.[0] as PropertyInfo | undefined) ?? null) : info;
  const empty = typed === null || typed.type === null ? undefined : emptyScalar(typed.type.mask);
  if (empty === undefined || usesStrictTypes(ex)) return;
  if (held instanceof PhpReference) {
    const inner = held.val;
    held.val = empty;
    release(vm, inner);
  } else {
    slots[at] = empty;
    release(vm, held);
  }
}

function emptyScalar(mask: number): Zval {
  if ((mask & MAY_BE_LONG) !== 0) return 0;
  if ((mask & MAY_BE_DOUBLE) !== 0) return new PhpFloat(0);
  if ((mask & MAY_BE_STRING) !== 0) return '';
  return (mask & (MAY_BE_TRUE | MAY_BE_FALSE)) === (MAY_BE_TRUE | MAY_BE_FALSE) ? false : undefined;
}

/** The typed property among a reference's that cannot take a float (zend_get_prop_not_accepting_double). */
function sourceWithoutFloat(ref: PhpReference): PropertyInfo | null {
  for (const source of ref.sources ?? []) {
    const info = source as PropertyInfo;
    if (info.type !== null && (info.type.mask & MAY_BE_DOUBLE) === 0) return info;
  }
  return null;
}

/** Reports an int property that ++ or -- would make a float; true when it did (the value stays). */
function overflows(
  vm: Executor,
  slots: Zval[],
  at: number,
  info: PropertyInfo | null,
  before: Zval,
  after: Zval,
  up: boolean,
): boolean {
  if (!isInt(before) || !(after instanceof PhpFloat)) return false;
  const held = slots[at];
  const ref = held instanceof PhpReference && held.sources !== null ? held : null;
  const bad = ref !== null ? sourceWithoutFloat(ref) : info !== null && noFloat(info) ? info : null;
  if (bad === null) return false;
  const what = ref !== null ? 'a reference held by property' : 'property';
  const name = `${displayName(bad.ce.name)}::$${bad.name}`;
  vm.throwError(
    'TypeError',
    `Cannot ${up ? 'increment' : 'decrement'} ${what} ${name} of type ${typeText(bad.type)} past its ${up ? 'maximal' : 'minimal'} value`,
  );
  return true;
}

function noFloat(info: PropertyInfo): boolean {
  return info.type !== null && (info.type.mask & MAY_BE_DOUBLE) === 0;
}

/**
 * ++ or -- of the value in a slot (a property's or a variable's, through references and their types). Returns
 * the value to yield, owned: the new one, or with `post` the old one. undefined after an error.
 */
export function incDecSlot(
  vm: Executor,
  ex: ExecuteData,
  slots: Zval[],
  at: number,
  info: PropertyInfo | null,
  up: boolean,
  post: boolean,
): Zval {
  const held = slots[at];
  const before = held instanceof PhpReference ? held.val : held;
  const after = up ? increment(vm, before) : decrement(vm, before);
  if (after === undefined || vm.exception !== null) return undefined;
  if (overflows(vm, slots, at, info, before, after, up)) return undefined;
  const kept = post ? addRef(before) : undefined;
  const stored = storeUpdated(vm, ex, slots, at, info, after === before ? addRef(after) : after);
  if (stored === undefined) {
    release(vm, kept);
    return undefined;
  }
  return post ? kept : addRef(stored);
}
