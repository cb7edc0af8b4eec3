/**
 * Assignments to properties: $o->p = v, $o->p = &v.
 * Source: php-src 8.2 Zend/zend_vm_def.h
 */
import { IS_CONST, IS_UNUSED, IS_VAR, type Opline } from '../../bytecode/op-array.ts';
import type { OpName } from '../../bytecode/opcodes.ts';
import { ZEND_RETURNS_FUNCTION } from '../../bytecode/operand-flags.ts';
import type { PropertyInfo } from '../../object/class-entry.ts';
import { BP_VAR_W } from '../../object/class-handlers.ts';
import { flush, type NativeCode, NEEDS_SLOW } from '../../object/native-code.ts';
import { DYNAMIC } from '../../object/property-lookup.ts';
import { objReadProperty, objWriteProperty } from '../../object/property-slow.ts';
import { writePropertySync } from '../../object/property-sync.ts';
import { addTypeSource, delTypeSource, verifyPropAssignableByRef } from '../../object/typed-reference.ts';
import { takesAsItIs } from '../../object/types.ts';
import { PhpObject } from '../../value/php-object.ts';
import { release } from '../../value/refcount.ts';
import { addRef, deref, PhpIndirect, PhpReference, type Zval } from '../../value/zval.ts';
import type { ExecuteData } from '../execute-data.ts';
import type { Executor } from '../executor.ts';
import { startOplineCode } from '../flow.ts';
import { freeOpData, opDataOf, takeOpData } from '../op-data.ts';
import { copyOf, freeOp1, freeOp2, type Handler, setResult } from '../operands.ts';
import {
  assignToSlot,
  assignTypedReferenceSlow,
  makeRefAt,
  onlyVariablesByReference,
  usesStrictTypes,
} from '../places.ts';
import { cachedAddress, type PropertyAddress, propertyAddress } from '../property-address.ts';
import {
  cacheSlot,
  fillPropertyCache,
  nameOperand,
  nameOperandSlow,
  objectOperand,
  throwNonObject,
} from '../property-operand.ts';
import { storeUpdated } from '../property-update.ts';
import { bindReference } from './assign.ts';

/** result := op1->op2 := op_data. ZEND_ASSIGN_OBJ */
export const zendAssignObj: Handler = (vm, ex, op) => {
  const obj = op.op1Type === IS_UNUSED ? ex.thisObject : objectOperand(ex, op);
  const value = takeOpData(vm, ex);
  if (!(obj instanceof PhpObject)) {
    throwNonObject(vm, ex, op, obj);
    return done(vm, ex, op, value);
  }
  if (op.op2Type === IS_CONST && assignCached(vm, ex, op, obj, value)) {
    if (op.op1Type === IS_VAR) freeOp1(vm, ex, op);
    return ex.opline + 2;
  }
  const name = nameOperand(vm, ex, op);
  if (name === undefined) return done(vm, ex, op, value);
  if (name !== NEEDS_SLOW && obj.ce.handlers.writeProperty === null) {
    const stored = writePropertySync(vm, obj, name, value, ex.func.scope, usesStrictTypes(ex));
    if (stored !== NEEDS_SLOW) {
      if (op.resultType !== 0 && stored !== undefined && vm.exception === null)
        setResult(ex, op, addRef(deref(stored)));
      return done(vm, ex, op, value);
    }
  }
  return startOplineCode(vm, ex, assignPropertySlow(vm, ex, op, obj, value));
};

/** Releases the value that was not moved in, and the operands. */
function done(vm: Executor, ex: ExecuteData, op: Opline, value: Zval): number {
  release(vm, value);
  freeOp2(vm, ex, op);
  freeOp1(vm, ex, op);
  return ex.opline + 2;
}

/** The common case: a declared property that takes the value as it is. False: nothing was done. */
function assignCached(vm: Executor, ex: ExecuteData, op: Opline, obj: PhpObject, value: Zval): boolean {
  const cache = cacheSlot(op.extendedValue);
  const slots = ex.runTimeCache;
  if (slots[cache] !== obj.ce) {
    if (obj.ce.handlers.writeProperty !== null) return false;
    fillPropertyCache(ex, cache, obj.ce, op.op2Lit as string);
    if (slots[cache] !== obj.ce) return false;
  }
  const slot = slots[cache + 1] as number;
  if (slot === DYNAMIC) return false;
  const old = obj.props[slot];
  if (old === undefined && (obj.ce.magic.set !== null || obj.unsetProps !== null)) return false;
  const info = slots[cache + 2] as PropertyInfo | null;
  if (!takesAsItIs(info, value)) return false;
  if (old instanceof PhpReference && (info !== null || old.sources !== null)) return false;
  const stored = assignToSlot(vm, ex, obj.props, slot, value);
  if (op.resultType !== 0 && stored !== NEEDS_SLOW) setResult(ex, op, addRef(stored));
  return true;
}

function* assignPropertySlow(
  vm: Executor,
  ex: ExecuteData,
  op: Opline,
  obj: PhpObject,
  value: Zval,
): NativeCode<number> {
  obj.rc++;
  try {
    const name = op.op2Type === IS_CONST ? (op.op2Lit as string) : yield* nameOperandSlow(vm, ex, op);
    if (name === null) return ex.opline + 2;
    const stored = yield* objWriteProperty(vm, obj, name, value, ex.func.scope, usesStrictTypes(ex));
    if (op.resultType !== 0 && stored !== undefined && vm.exception === null) setResult(ex, op, copyOf(stored));
    release(vm, stored);
  } finally {
    release(vm, obj);
    done(vm, ex, op, value);
  }
  return ex.opline + 2;
}

/** op1->op2 := &op_data. ZEND_ASSIGN_OBJ_REF */
export const zendAssignObjRef: Handler = (vm, ex, op) => {
  const obj = objectOperand(ex, op);
  if (!(obj instanceof PhpObject)) {
    throwNonObject(vm, ex, op, obj);
    return finishRef(vm, ex, op);
  }
  const name = nameOperand(vm, ex, op);
  if (name === NEEDS_SLOW) return startOplineCode(vm, ex, assignObjRefSlow(vm, ex, op, obj));
  if (name === undefined) return finishRef(vm, ex, op);
  return assignPropertyRef(vm, ex, op, obj, name);
};

function finishRef(vm: Executor, ex: ExecuteData, op: Opline): number {
  freeOpData(vm, ex);
  freeOp2(vm, ex, op);
  freeOp1(vm, ex, op);
  return ex.opline + 2;
}

function* assignObjRefSlow(vm: Executor, ex: ExecuteData, op: Opline, obj: PhpObject): NativeCode<number> {
  obj.rc++;
  try {
    const name = yield* nameOperandSlow(vm, ex, op);
    if (name === null) return finishRef(vm, ex, op);
    return assignPropertyRef(vm, ex, op, obj, name);
  } finally {
    release(vm, obj);
  }
}

/** zend_assign_to_property_reference */
function assignPropertyRef(vm: Executor, ex: ExecuteData, op: Opline, obj: PhpObject, name: string): number {
  let address: PropertyAddress | null | undefined = null;
  if (op.op2Type === IS_CONST) address = cachedAddress(ex, op, obj, cacheSlot(op.extendedValue));
  address ??= propertyAddress(vm, ex, obj, name, BP_VAR_W);
  if (address === undefined) return finishRef(vm, ex, op);
  if (address === null) {
    return startOplineCode(vm, ex, refuseReference(vm, ex, op, obj, name));
  }
  return bindPropertyReference(vm, ex, op, address);
}

/** There is no place to bind: a readonly property, or one that __get answers (and is asked, as any fetch for writing would). */
function* refuseReference(vm: Executor, ex: ExecuteData, op: Opline, obj: PhpObject, name: string): NativeCode<number> {
  try {
    release(vm, yield* objReadProperty(vm, obj, name, BP_VAR_W, ex.func.scope));
    if (vm.exception === null) yield* flush();
    if (vm.exception === null) vm.throwError('Error', 'Cannot assign by reference to overloaded object');
  } finally {
    finishRef(vm, ex, op);
  }
  return ex.opline + 2;
}

/** Binds the variable in OP_DATA to a property (of an object or a class); the opline is done afterwards. */
export function bindPropertyReference(vm: Executor, ex: ExecuteData, op: Opline, address: PropertyAddress): number {
  const data = opDataOf(ex);
  let from = ex.slots;
  let fromAt = ex.base + data.op1;
  const source = from[fromAt];
  if (data.op1Type === IS_VAR && source instanceof PhpIndirect) {
    from = source.slots;
    fromAt = source.index;
  }
  const { slots, index, info } = address;
  const fromFunction = data.op1Type === IS_VAR && (op.extendedValue & ZEND_RETURNS_FUNCTION) !== 0;
  if (fromFunction && !(from[fromAt] instanceof PhpReference)) {
    onlyVariablesByReference(vm);
    return assignPlainly(vm, ex, op, address, addRef(from[fromAt]));
  }
  if (info === null) {
    bindReference(vm, slots, index, from, fromAt);
  } else {
    const ref = makeRefAt(from, fromAt);
    if (!verifyPropAssignableByRef(vm, info, ref.val, ref, usesStrictTypes(ex))) return finishRef(vm, ex, op);
    const old = slots[index];
    if (old !== ref) {
      if (old instanceof PhpReference) delTypeSource(old, info);
      bindReference(vm, slots, index, from, fromAt);
      addTypeSource(ref, info);
    }
  }
  if (op.resultType !== 0) setResult(ex, op, copyOf(slots[index]));
  return finishRef(vm, ex, op);
}

/** zend_wrong_assign_to_variable_reference for a property. `value` is owned. */
function assignPlainly(vm: Executor, ex: ExecuteData, op: Opline, at: PropertyAddress, value: Zval): number {
  const held = at.slots[at.index];
  if (at.info !== null && !(held instanceof PhpReference)) {
    const stored = storeUpdated(vm, ex, at.slots, at.index, at.info, value);
    if (op.resultType !== 0 && stored !== undefined) setResult(ex, op, addRef(stored));
    return finishRef(vm, ex, op);
  }
  const stored = assignToSlot(vm, ex, at.slots, at.index, value);
  const next = finishRef(vm, ex, op);
  if (stored === NEEDS_SLOW) {
    return startOplineCode(vm, ex, assignTypedReferenceSlow(vm, ex, op, held as PhpReference, value, next));
  }
  if (op.resultType !== 0 && stored !== undefined) setResult(ex, op, addRef(stored));
  return next;
}

export const assignObjHandlers: Partial<Record<OpName, Handler>> = {
  ASSIGN_OBJ: zendAssignObj,
  ASSIGN_OBJ_REF: zendAssignObjRef,
};
