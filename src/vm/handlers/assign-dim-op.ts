/**
 * Compound assignments to elements: $a[$k] .= v.
 * Source: php-src 8.2 Zend/zend_vm_def.h (ZEND_ASSIGN_DIM_OP), zend_execute.c (zend_binary_assign_op_obj_dim)
 */
import { displayName } from '../../object/class-queries.ts';
import { IS_CONST, IS_CV, IS_UNUSED, IS_VAR, type Opline } from '../../bytecode/op-array.ts';
import { OP, type OpName } from '../../bytecode/opcodes.ts';
import { BP_VAR_R, BP_VAR_RW } from '../../object/class-handlers.ts';
import { objReadDimension, objWriteDimension } from '../../object/dimensions.ts';
import { flush, type NativeCode } from '../../object/native-code.ts';
import { needsUserToString } from '../../value/convert.ts';
import { binaryOp, plainArithmetic } from '../../value/operators.ts';
import { PhpArray } from '../../value/php-array.ts';
import { PhpObject } from '../../value/php-object.ts';
import { release } from '../../value/refcount.ts';
import { addRef, deref, PhpIndirect, PhpReference, type Zval } from '../../value/zval.ts';
import { dimKey, objectOffset, positionForWrite, rawOp2, undefinedArrayKey } from '../dim-fetch.ts';
import type { ExecuteData } from '../execute-data.ts';
import type { Executor } from '../executor.ts';
import { startOplineCode } from '../flow.ts';
import { freeOpData, opDataOf, readOpData } from '../op-data.ts';
import { freeOp1, freeOp2, type Handler, setResult, undefinedCv } from '../operands.ts';
import { cannotAddElement, falseToArrayDeprecated, separateAt, separateInRef } from '../places.ts';
import { stringOffset, wrongStringOffset } from '../string-offset.ts';
import { concatSlow, storeComputed } from './assign.ts';

/** result := op1[op2] := op1[op2] <ext> op_data. ZEND_ASSIGN_DIM_OP */
export const zendAssignDimOp: Handler = (vm, ex, op) => {
  if (updateNumber(ex, op)) return ex.opline + 2;
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
    const array = ref === null ? separateAt(slots, at, v) : separateInRef(ref, v);
    return updateElement(vm, ex, op, array);
  }
  if (v instanceof PhpObject) return startOplineCode(vm, ex, updateObjectDim(vm, ex, op, v));
  if (v === undefined || v === null || v === false) {
    if (v === undefined && op.op1Type === IS_CV) undefinedCv(vm, ex, op.op1);
    const array = new PhpArray();
    if (ref === null) slots[at] = array;
    else ref.val = array;
    if (v === false) falseToArrayDeprecated(vm);
    return updateElement(vm, ex, op, array);
  }
  refuseUpdate(vm, ex, op, v);
  return finish(vm, ex, op);
};

/** The common case: a number in an array of one's own, and a number. False: nothing was done. */
function updateNumber(ex: ExecuteData, op: Opline): boolean {
  const held = ex.slots[ex.base + op.op1];
  const array = held instanceof PhpIndirect ? held.slots[held.index] : held;
  if (!(array instanceof PhpArray) || array.rc !== 1 || op.resultType !== IS_UNUSED) return false;
  const dim = op.op2Type === IS_CONST ? op.op2Lit : ex.slots[ex.base + op.op2];
  if (typeof dim !== 'number' && (op.op2Type !== IS_CONST || typeof dim !== 'string')) return false;
  const pos = array.posOf(dim);
  if (pos < 0) return false;
  const data = opDataOf(ex);
  const right = data.op1Type === IS_CONST ? data.op1Lit : ex.slots[ex.base + data.op1];
  const computed = plainArithmetic(op.extendedValue, array.vals[pos], right);
  if (computed === undefined) return false;
  array.vals[pos] = computed;
  if (op.op1Type === IS_VAR) ex.slots[ex.base + op.op1] = undefined;
  return true;
}

function finish(vm: Executor, ex: ExecuteData, op: Opline): number {
  freeOpData(vm, ex);
  freeOp2(vm, ex, op);
  freeOp1(vm, ex, op);
  return ex.opline + 2;
}

/** zend_binary_assign_op_dim_slow */
function refuseUpdate(vm: Executor, ex: ExecuteData, op: Opline, v: Zval): void {
  let dim = op.op2Type === IS_UNUSED ? null : rawOp2(ex, op);
  if (dim === undefined && op.op2Type === IS_CV) dim = undefinedCv(vm, ex, op.op2);
  if (typeof v !== 'string') {
    vm.throwError('Error', 'Cannot use a scalar value as an array');
  } else if (op.op2Type === IS_UNUSED) {
    vm.throwError('Error', '[] operator not supported for strings');
  } else {
    stringOffset(vm, dim, BP_VAR_RW);
    wrongStringOffset(vm, op);
  }
}

function updateElement(vm: Executor, ex: ExecuteData, op: Opline, array: PhpArray): number {
  const pos = elementForUpdate(vm, ex, op, array);
  if (pos < 0) return finish(vm, ex, op);
  const value = readOpData(vm, ex);
  const left = deref(array.vals[pos]);
  if (op.extendedValue === OP.CONCAT && (needsUserToString(left) || needsUserToString(value))) {
    return startOplineCode(vm, ex, concatElement(vm, ex, op, array.vals, pos, left, value));
  }
  const computed = binaryOp(vm, op.extendedValue, left, value);
  if (vm.deferred.length > 0) return startOplineCode(vm, ex, storeAfterHandlers(vm, ex, op, array.vals, pos, computed));
  if (computed !== undefined && vm.exception === null) storeComputed(vm, ex, op, array.vals, pos, computed);
  else release(vm, computed);
  freeOpData(vm, ex);
  freeOp2(vm, ex, op);
  if (op.op1Type === IS_VAR) freeOp1(vm, ex, op);
  return ex.opline + 2;
}

/** The opline warned: what the error handler throws must keep the element as it was. `computed` is owned. */
function* storeAfterHandlers(
  vm: Executor,
  ex: ExecuteData,
  op: Opline,
  slots: Zval[],
  pos: number,
  computed: Zval,
): NativeCode<number> {
  let stored = false;
  try {
    yield* flush();
    stored = computed !== undefined && vm.exception === null;
    if (stored) storeComputed(vm, ex, op, slots, pos, computed);
  } finally {
    if (!stored) release(vm, computed);
    finish(vm, ex, op);
  }
  return ex.opline + 2;
}

/** The position of the element that op2 names; a missing one warns and is created as null. -1 after an error. */
function elementForUpdate(vm: Executor, ex: ExecuteData, op: Opline, array: PhpArray): number {
  if (op.op2Type === IS_UNUSED) {
    if (array.append(null)) return array.vals.length - 1;
    cannotAddElement(vm);
    return -1;
  }
  const key = dimKey(vm, ex, op);
  if (key === undefined) return -1;
  const pos = array.posOf(key);
  if (pos >= 0) return pos;
  undefinedArrayKey(vm, key);
  return positionForWrite(array, key);
}

function* concatElement(
  vm: Executor,
  ex: ExecuteData,
  op: Opline,
  slots: Zval[],
  pos: number,
  left: Zval,
  value: Zval,
): NativeCode<number> {
  addRef(left);
  try {
    const text = yield* concatSlow(vm, left, value);
    if (text !== undefined) storeComputed(vm, ex, op, slots, pos, text);
  } finally {
    release(vm, left);
    finish(vm, ex, op);
  }
  return ex.opline + 2;
}

/** zend_binary_assign_op_obj_dim: offsetGet, the operator, offsetSet. */
function* updateObjectDim(vm: Executor, ex: ExecuteData, op: Opline, obj: PhpObject): NativeCode<number> {
  obj.rc++;
  const offset = addRef(objectOffset(vm, ex, op));
  let left: Zval;
  let computed: Zval;
  let reading = true;
  try {
    const value = readOpData(vm, ex);
    left = yield* objReadDimension(vm, obj, offset, BP_VAR_R);
    reading = false;
    if (left === undefined || vm.exception !== null) return ex.opline + 2;
    const plain = deref(left);
    computed =
      op.extendedValue === OP.CONCAT && (needsUserToString(plain) || needsUserToString(value))
        ? yield* concatSlow(vm, plain, value)
        : binaryOp(vm, op.extendedValue, plain, value);
    if (computed === undefined || vm.exception !== null) return ex.opline + 2;
    yield* objWriteDimension(vm, obj, offset, computed);
    if (op.resultType !== 0 && vm.exception === null) setResult(ex, op, addRef(computed));
  } finally {
    if ((reading || left === undefined) && vm.exception !== null && obj.ce.handlers.readDimension === null) {
      // no value: zend_use_object_as_array, on top of whatever offsetGet has thrown
      vm.throwError('Error', `Cannot use object of type ${displayName(obj.ce.name)} as array`);
    }
    release(vm, left);
    release(vm, computed);
    release(vm, offset);
    release(vm, obj);
    finish(vm, ex, op);
  }
  return ex.opline + 2;
}

export const assignDimOpHandlers: Partial<Record<OpName, Handler>> = {
  ASSIGN_DIM_OP: zendAssignDimOp,
};
