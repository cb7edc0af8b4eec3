/**
 * Assignments to elements: $a[$k] = v, $a[] = v, $a[$k] op= v, for arrays, strings and ArrayAccess objects.
 * Source: php-src 8.2 Zend/zend_vm_def.h
 */
import { IS_CONST, IS_CV, IS_UNUSED, IS_VAR, type Opline } from '../../bytecode/op-array.ts';
import type { OpName } from '../../bytecode/opcodes.ts';
import { BP_VAR_W } from '../../object/class-handlers.ts';
import { objWriteDimension } from '../../object/dimensions.ts';
import { type NativeCode, NEEDS_SLOW } from '../../object/native-code.ts';
import type { ArrayKey } from '../../value/array-key.ts';
import { PhpArray } from '../../value/php-array.ts';
import { PhpObject } from '../../value/php-object.ts';
import { release } from '../../value/refcount.ts';
import { addRef, PhpIndirect, PhpReference, type PhpInt, type Zval } from '../../value/zval.ts';
import { dimKey, objectOffset, rawOp2 } from '../dim-fetch.ts';
import { assignByMethod } from '../direct-access.ts';
import type { ExecuteData } from '../execute-data.ts';
import type { Executor } from '../executor.ts';
import { startOplineCode } from '../flow.ts';
import { freeOpData, readOpData, takeOpData } from '../op-data.ts';
import { freeOp1, freeOp2, type Handler, setResult, undefinedCv } from '../operands.ts';
import {
  assignToSlot,
  assignTypedReferenceSlow,
  cannotAddElement,
  falseToArrayDeprecated,
  refArrayAssignable,
  separateAt,
  separateInRef,
} from '../places.ts';
import { stringOffset, writeStringOffset } from '../string-offset.ts';

/** result := op1[op2] := op_data. ZEND_ASSIGN_DIM */
export const zendAssignDim: Handler = (vm, ex, op) => {
  let slots = ex.slots;
  let at = ex.base + op.op1;
  let v = slots[at];
  if (v instanceof PhpIndirect) {
    slots = v.slots;
    at = v.index;
    v = slots[at];
  }
  let ref: PhpReference | null = null;
  if (v instanceof PhpReference) {
    ref = v;
    v = ref.val;
  }
  if (v instanceof PhpArray) {
    let array = v;
    if (array.rc > 1) array = ref === null ? separateAt(slots, at, v) : separateInRef(ref, v);
    return assignElement(vm, ex, op, array);
  }
  if (v instanceof PhpObject) {
    return assignByMethod(vm, ex, op, v) ?? startOplineCode(vm, ex, assignObjectDim(vm, ex, op, v));
  }
  if (v === undefined || v === null || v === false) {
    if (ref !== null && ref.sources !== null && !refArrayAssignable(vm, ref)) return giveUp(vm, ex, op);
    const array = new PhpArray();
    if (ref === null) slots[at] = array;
    else ref.val = array;
    if (v === false) falseToArrayDeprecated(vm);
    return assignElement(vm, ex, op, array);
  }
  if (typeof v === 'string') return assignStringOffset(vm, ex, op, slots, at, ref, v);
  vm.throwError('Error', 'Cannot use a scalar value as an array');
  return giveUp(vm, ex, op);
};

/** Frees the operands after an error was thrown. */
function giveUp(vm: Executor, ex: ExecuteData, op: Opline): number {
  freeOpData(vm, ex);
  freeOp2(vm, ex, op);
  freeOp1(vm, ex, op);
  return ex.opline + 2;
}

/** The array may be written to. */
function assignElement(vm: Executor, ex: ExecuteData, op: Opline, array: PhpArray): number {
  if (op.op2Type === IS_UNUSED) return appendElement(vm, ex, op, array);
  const dim = op.op2Type === IS_CONST ? op.op2Lit : ex.slots[ex.base + op.op2];
  if (typeof dim === 'number' && array.map === null && dim >= 0 && dim < array.vals.length) {
    const old = array.vals[dim];
    if (old !== undefined && (typeof old !== 'object' || old === null)) {
      const value = takeOpData(vm, ex);
      array.vals[dim] = value;
      if (op.resultType !== 0) setResult(ex, op, addRef(value));
      if (op.op1Type === IS_VAR) freeOp1(vm, ex, op);
      return ex.opline + 2;
    }
  }
  const key = typeof dim === 'number' ? dim : dimKey(vm, ex, op);
  return key === undefined ? giveUp(vm, ex, op) : assignAt(vm, ex, op, array, key);
}

function assignAt(vm: Executor, ex: ExecuteData, op: Opline, array: PhpArray, key: ArrayKey): number {
  const pos = array.posOf(key);
  const value = takeOpData(vm, ex);
  let stored: Zval | typeof NEEDS_SLOW = value;
  if (pos < 0) {
    array.set(key, value);
  } else {
    const old = array.vals[pos];
    stored = assignToSlot(vm, ex, array.vals, pos, value);
    if (stored === NEEDS_SLOW) {
      freeOp2(vm, ex, op);
      freeOp1(vm, ex, op);
      return startOplineCode(vm, ex, assignTypedReferenceSlow(vm, ex, op, old as PhpReference, value, ex.opline + 2));
    }
  }
  if (op.resultType !== 0 && stored !== undefined) setResult(ex, op, addRef(stored));
  freeOp2(vm, ex, op);
  if (op.op1Type === IS_VAR) freeOp1(vm, ex, op);
  return ex.opline + 2;
}

/** $a[] = v */
function appendElement(vm: Executor, ex: ExecuteData, op: Opline, array: PhpArray): number {
  const value = takeOpData(vm, ex);
  if (array.append(value)) {
    if (op.resultType !== 0) setResult(ex, op, addRef(value));
  } else {
    release(vm, value);
    cannotAddElement(vm);
  }
  if (op.op1Type === IS_VAR) freeOp1(vm, ex, op);
  return ex.opline + 2;
}

/** zend_assign_to_object_dim */
function* assignObjectDim(vm: Executor, ex: ExecuteData, op: Opline, obj: PhpObject): NativeCode<number> {
  obj.rc++;
  const offset = addRef(objectOffset(vm, ex, op));
  const value = takeOpData(vm, ex);
  try {
    yield* objWriteDimension(vm, obj, offset, value);
    if (op.resultType !== 0 && vm.exception === null) setResult(ex, op, addRef(value));
  } finally {
    release(vm, value);
    release(vm, offset);
    release(vm, obj);
    freeOp2(vm, ex, op);
    freeOp1(vm, ex, op);
  }
  return ex.opline + 2;
}

/** zend_assign_to_string_offset */
function assignStringOffset(
  vm: Executor,
  ex: ExecuteData,
  op: Opline,
  slots: Zval[],
  at: number,
  ref: PhpReference | null,
  str: string,
): number {
  if (op.op2Type === IS_UNUSED) {
    vm.throwError('Error', '[] operator not supported for strings');
    return giveUp(vm, ex, op);
  }
  let dim = rawOp2(ex, op);
  if (dim === undefined && op.op2Type === IS_CV) dim = undefinedCv(vm, ex, op.op2);
  const offset = stringOffset(vm, dim, BP_VAR_W);
  if (offset === undefined) return giveUp(vm, ex, op);
  const value = readOpData(vm, ex);
  if (typeof value === 'string' || Number(offset) < -str.length) {
    storeByte(vm, ex, op, slots, at, ref, str, offset, typeof value === 'string' ? value : '');
    return giveUp(vm, ex, op);
  }
  return startOplineCode(vm, ex, assignStringOffsetSlow(vm, ex, op, slots, at, ref, str, offset, value));
}

function storeByte(
  vm: Executor,
  ex: ExecuteData,
  op: Opline,
  slots: Zval[],
  at: number,
  ref: PhpReference | null,
  str: string,
  offset: PhpInt,
  value: string,
): void {
  const written = writeStringOffset(vm, str, offset, value);
  if (written !== null) {
    if (ref === null) slots[at] = written.str;
    else ref.val = written.str;
  }
  if (op.resultType !== 0 && vm.exception === null) setResult(ex, op, written === null ? null : written.byte);
}

function* assignStringOffsetSlow(
  vm: Executor,
  ex: ExecuteData,
  op: Opline,
  slots: Zval[],
  at: number,
  ref: PhpReference | null,
  str: string,
  offset: PhpInt,
  value: Zval,
): NativeCode<number> {
  try {
    const text = yield* vm.toStringOf(value);
    if (text !== null && vm.exception === null) storeByte(vm, ex, op, slots, at, ref, str, offset, text);
  } finally {
    freeOpData(vm, ex);
    freeOp2(vm, ex, op);
    freeOp1(vm, ex, op);
  }
  return ex.opline + 2;
}

export const assignDimHandlers: Partial<Record<OpName, Handler>> = {
  ASSIGN_DIM: zendAssignDim,
};
