/**
 * Writing to places: what assignments share. A place is a slots array and an index: a compiled variable's slot, an array
 * bucket, a property's slot. Handlers keep the two in locals, so that nothing is allocated for a compiled variable.
 * Source: php-src 8.2 Zend/zend_execute.h (zend_assign_to_variable), zend_execute.c
 */
import { E_DEPRECATED, E_NOTICE } from '../base/diagnostics.ts';
import { IS_VAR, type Opline } from '../bytecode/op-array.ts';
import { ACC_STRICT_TYPES, MAY_BE_ARRAY } from '../bytecode/type-flags.ts';
import type { PropertyInfo } from '../object/class-entry.ts';
import { displayName } from '../object/class-queries.ts';
import { type NativeCode, NEEDS_SLOW } from '../object/native-code.ts';
import { assignToTypedReference } from '../object/typed-reference.ts';
import { typeText } from '../object/types.ts';
import type { PhpArray } from '../value/php-array.ts';
import { release } from '../value/refcount.ts';
import { addRef, PhpFloat, PhpIndirect, PhpReference, type Zval } from '../value/zval.ts';
import type { ExecuteData } from './execute-data.ts';
import type { Executor } from './executor.ts';
import { setResult } from './operands.ts';

/** EX_USES_STRICT_TYPES() */
export function usesStrictTypes(ex: ExecuteData): boolean {
  return (ex.func.fnFlags & ACC_STRICT_TYPES) !== 0;
}

/**
 * zend_assign_to_variable: `value` is owned and moves in. Returns what the variable shows now (borrowed); undefined after
 * a TypeError; NEEDS_SLOW when a typed reference wants the string of an object: `value` is then still the caller's.
 */
export function assignToSlot(
  vm: Executor,
  ex: ExecuteData,
  slots: Zval[],
  index: number,
  value: Zval,
): Zval | typeof NEEDS_SLOW {
  const old = slots[index];
  if (typeof old !== 'object' || old === null || old instanceof PhpFloat) {
    slots[index] = value;
    return value;
  }
  if (old instanceof PhpReference) return assignToReference(vm, ex, old, value);
  slots[index] = value;
  release(vm, old);
  return value;
}

/** zend_assign_to_variable for a reference; see assignToSlot. */
export function assignToReference(
  vm: Executor,
  ex: ExecuteData,
  ref: PhpReference,
  value: Zval,
): Zval | typeof NEEDS_SLOW {
  if (ref.sources !== null) {
    const stored = assignToTypedReference(vm, ref, value, usesStrictTypes(ex));
    if (stored !== NEEDS_SLOW) release(vm, value);
    return stored;
  }
  const old = ref.val;
  ref.val = value;
  if (typeof old === 'object' && old !== null) release(vm, old);
  return value;
}

/**
 * The slow half of an assignment to a typed reference: runs __toString of `value` (owned), stores, sets the result and goes
 * on at `next`. The opline's other operands must be free already.
 */
export function* assignTypedReferenceSlow(
  vm: Executor,
  ex: ExecuteData,
  op: Opline,
  ref: PhpReference,
  value: Zval,
  next: number,
): NativeCode<number> {
  addRef(ref);
  try {
    const text = yield* vm.toStringOf(value);
    if (text === null) return next;
    const stored = assignToTypedReference(vm, ref, text, usesStrictTypes(ex));
    if (stored !== undefined && stored !== NEEDS_SLOW && op.resultType !== 0) setResult(ex, op, addRef(stored));
    return next;
  } finally {
    release(vm, value);
    release(vm, ref);
  }
}

/** Makes the value in a place a reference, unless it is one (ZVAL_MAKE_REF). Borrowed. */
export function makeRefAt(slots: Zval[], index: number): PhpReference {
  const v = slots[index];
  if (v instanceof PhpReference) return v;
  const ref = new PhpReference(v === undefined ? null : v);
  slots[index] = ref;
  return ref;
}

/** "Automatic conversion of false to array is deprecated" */
export function falseToArrayDeprecated(vm: Executor): void {
  vm.error(E_DEPRECATED, 'Automatic conversion of false to array is deprecated');
}

/** zend_verify_ref_array_assignable: may a null behind the reference become an array? False after a TypeError. */
export function refArrayAssignable(vm: Executor, ref: PhpReference): boolean {
  for (const source of ref.sources ?? []) {
    const info = source as PropertyInfo;
    if (info.type === null || (info.type.mask & MAY_BE_ARRAY) !== 0) continue;
    vm.throwError(
      'TypeError',
      `Cannot auto-initialize an array inside a reference held by property ${displayName(info.ce.name)}::$${info.name} of type ${typeText(info.type)}`,
    );
    return false;
  }
  return true;
}

/** The array in a place, separated so that it may be written to. The place must hold an array that is not in a reference. */
export function separateAt(slots: Zval[], index: number, array: PhpArray): PhpArray {
  if (array.rc === 1) return array;
  const copy = array.dup();
  array.rc--;
  slots[index] = copy;
  return copy;
}

/** The array behind a reference, separated. */
export function separateInRef(ref: PhpReference, array: PhpArray): PhpArray {
  if (array.rc === 1) return array;
  const copy = array.dup();
  array.rc--;
  ref.val = copy;
  return copy;
}

/** "Cannot add element to the array as the next element is already occupied" */
export function cannotAddElement(vm: Executor): null {
  return vm.throwError('Error', 'Cannot add element to the array as the next element is already occupied');
}

/** Notice about a function's result that cannot be bound by reference. */
export function onlyVariablesByReference(vm: Executor): void {
  vm.error(E_NOTICE, 'Only variables should be assigned by reference');
}

/**
 * FREE_OP1 of a fetch whose result may point into operand 1: when op1 is a temporary whose last holder lets go, the result
 * is copied out first (FREE_VAR_PTR_AND_EXTRACT_RESULT_IF_NECESSARY).
 */
export function freeVarAndExtractResult(vm: Executor, ex: ExecuteData, op: Opline): void {
  if (op.op1Type !== IS_VAR) return;
  const at = ex.base + op.op1;
  const v = ex.slots[at];
  if (typeof v !== 'object' || v === null || v instanceof PhpFloat) return;
  ex.slots[at] = undefined;
  if (v instanceof PhpIndirect) return;
  if (v.rc === 1) {
    const result = ex.slots[ex.base + op.result];
    if (result instanceof PhpIndirect) {
      const target = result.slots[result.index];
      ex.slots[ex.base + op.result] = addRef(target === undefined ? null : target);
    }
  }
  release(vm, v);
}
