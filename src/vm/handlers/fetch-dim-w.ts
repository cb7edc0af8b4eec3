/**
 * Fetching elements for writing: the result is a pointer (INDIRECT) to the bucket, which the next opline consumes.
 * Source: php-src 8.2 Zend/zend_vm_def.h, zend_execute.c (zend_fetch_dimension_address)
 */
import { E_NOTICE } from '../../base/diagnostics.ts';
import { IS_CONST, IS_CV, IS_TMP_VAR, IS_UNUSED, IS_VAR, type Opline } from '../../bytecode/op-array.ts';
import type { OpName } from '../../bytecode/opcodes.ts';
import { BP_VAR_RW, BP_VAR_UNSET, BP_VAR_W, type FetchMode } from '../../object/class-handlers.ts';
import { displayName } from '../../object/class-queries.ts';
import { objReadDimension } from '../../object/dimensions.ts';
import type { NativeCode } from '../../object/native-code.ts';
import { PhpArray } from '../../value/php-array.ts';
import { PhpObject } from '../../value/php-object.ts';
import { release } from '../../value/refcount.ts';
import { addRef, PhpIndirect, PhpReference, type Zval } from '../../value/zval.ts';
import { dimKey, objectOffset, positionForWrite, rawOp2, undefinedArrayKey } from '../dim-fetch.ts';
import { CALL_SEND_ARG_BY_REF, type ExecuteData } from '../execute-data.ts';
import type { Executor } from '../executor.ts';
import { startOplineCode } from '../flow.ts';
import { freeOp1, freeOp2, type Handler, setResult, undefinedCv } from '../operands.ts';
import {
  cannotAddElement,
  falseToArrayDeprecated,
  freeVarAndExtractResult,
  refArrayAssignable,
  separateAt,
  separateInRef,
} from '../places.ts';
import { stringOffset, wrongStringOffset } from '../string-offset.ts';
import { readDim, zendFetchDimR } from './fetch-dim-r.ts';

/** result := &op1[op2]. ZEND_FETCH_DIM_W */
export const zendFetchDimW: Handler = (vm, ex, op) => fetchForWrite(vm, ex, op, BP_VAR_W, true);

/** result := &op1[op2], to be read and written. ZEND_FETCH_DIM_RW */
export const zendFetchDimRw: Handler = (vm, ex, op) => fetchForWrite(vm, ex, op, BP_VAR_RW, true);

/** result := &op1[op2], whose inside is to be unset. ZEND_FETCH_DIM_UNSET */
export const zendFetchDimUnset: Handler = (vm, ex, op) => fetchForWrite(vm, ex, op, BP_VAR_UNSET, true);

/** result := &op1[op2], op1 stays. ZEND_FETCH_LIST_W */
export const zendFetchListW: Handler = (vm, ex, op) => {
  const v = ex.slots[ex.base + op.op1];
  if (op.op1Type === IS_VAR && !(v instanceof PhpIndirect) && !(v instanceof PhpReference)) {
    vm.error(E_NOTICE, 'Attempting to set reference to non referenceable value');
    return readDim(vm, ex, op, v, 0, true);
  }
  return fetchForWrite(vm, ex, op, BP_VAR_W, false);
};

/** zend_fetch_dimension_address */
function fetchForWrite(vm: Executor, ex: ExecuteData, op: Opline, mode: FetchMode, freesOp1: boolean): number {
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
    setResult(ex, op, elementPlace(vm, ex, op, array, mode));
  } else if (v instanceof PhpObject) {
    return startOplineCode(vm, ex, fetchObjectDim(vm, ex, op, v, mode, freesOp1));
  } else if (v === undefined || v === null || v === false) {
    setResult(ex, op, fetchInNull(vm, ex, op, slots, at, ref, v, mode));
  } else {
    refuse(vm, ex, op, v, mode);
  }
  freeOp2(vm, ex, op);
  if (freesOp1) freeVarAndExtractResult(vm, ex, op);
  return ex.opline + 1;
}

/** A pointer to the element, created when missing; null (the value) when the key was refused. */
function elementPlace(vm: Executor, ex: ExecuteData, op: Opline, array: PhpArray, mode: FetchMode): Zval {
  if (op.op2Type === IS_UNUSED) {
    if (!array.append(null)) return cannotAddElement(vm);
    return new PhpIndirect(array.vals, array.vals.length - 1);
  }
  const key = dimKey(vm, ex, op);
  if (key === undefined) return null;
  let pos: number;
  if (mode === BP_VAR_W) {
    pos = positionForWrite(array, key);
  } else {
    pos = array.posOf(key);
    if (pos < 0) {
      if (mode === BP_VAR_UNSET) return new PhpIndirect([null], 0);
      undefinedArrayKey(vm, key);
      pos = positionForWrite(array, key);
    }
  }
  return new PhpIndirect(array.vals, pos);
}

/** The container is undefined, null or false: it becomes an array, except for unset. */
function fetchInNull(
  vm: Executor,
  ex: ExecuteData,
  op: Opline,
  slots: Zval[],
  at: number,
  ref: PhpReference | null,
  v: Zval,
  mode: FetchMode,
): Zval {
  if (v === undefined && mode !== BP_VAR_W && op.op1Type === IS_CV) undefinedCv(vm, ex, op.op1);
  if (mode === BP_VAR_UNSET) {
    if (v === false) falseToArrayDeprecated(vm);
    if (op.op2Type === IS_CV && rawOp2(ex, op) === undefined) undefinedCv(vm, ex, op.op2);
    return null;
  }
  if (ref !== null && ref.sources !== null && !refArrayAssignable(vm, ref)) return null;
  const array = new PhpArray();
  if (ref === null) slots[at] = array;
  else ref.val = array;
  if (v === false) falseToArrayDeprecated(vm);
  return elementPlace(vm, ex, op, array, mode);
}

/** Strings and other scalars cannot be written into this way. */
function refuse(vm: Executor, ex: ExecuteData, op: Opline, v: Zval, mode: FetchMode): void {
  if (typeof v === 'string') {
    if (op.op2Type === IS_UNUSED) {
      vm.throwError('Error', '[] operator not supported for strings');
    } else {
      stringOffset(vm, undefinedOp2(vm, ex, op), mode);
      wrongStringOffset(vm, op);
    }
  } else if (mode === BP_VAR_UNSET) {
    vm.throwError('Error', 'Cannot unset offset in a non-array variable');
  } else {
    vm.throwError('Error', 'Cannot use a scalar value as an array');
  }
}

function undefinedOp2(vm: Executor, ex: ExecuteData, op: Opline): Zval {
  const v = rawOp2(ex, op);
  return v === undefined && op.op2Type === IS_CV ? undefinedCv(vm, ex, op.op2) : v;
}

function* fetchObjectDim(
  vm: Executor,
  ex: ExecuteData,
  op: Opline,
  obj: PhpObject,
  mode: FetchMode,
  freesOp1: boolean,
): NativeCode<number> {
  obj.rc++;
  try {
    const value = yield* objReadDimension(vm, obj, objectOffset(vm, ex, op), mode);
    if (value !== undefined && vm.exception === null) setResult(ex, op, overloadedElement(vm, obj, value));
    else release(vm, value);
  } finally {
    release(vm, obj);
    freeOp2(vm, ex, op);
    if (freesOp1) freeVarAndExtractResult(vm, ex, op);
  }
  return ex.opline + 1;
}

/** What offsetGet gave, as the target of a write: a reference is written through, a plain value is a lost copy. */
function overloadedElement(vm: Executor, obj: PhpObject, value: Zval): Zval {
  if (value instanceof PhpIndirect) return value;
  if (value instanceof PhpReference) {
    if (value.rc > 1) return value;
    const inner = addRef(value.val);
    release(vm, value);
    return inner;
  }
  if (!(value instanceof PhpObject)) {
    const name = displayName(obj.ce.name);
    vm.error(E_NOTICE, `Indirect modification of overloaded element of ${name} has no effect`);
  }
  return value;
}

/** result := op1[op2] as the parameter wants it. ZEND_FETCH_DIM_FUNC_ARG */
export const zendFetchDimFuncArg: Handler = (vm, ex, op) => {
  const byRef = ((ex.call as ExecuteData).callInfo & CALL_SEND_ARG_BY_REF) !== 0;
  if (byRef) {
    if ((op.op1Type & (IS_CONST | IS_TMP_VAR)) === 0) return zendFetchDimW(vm, ex, op);
    vm.throwError('Error', 'Cannot use temporary expression in write context');
  } else if (op.op2Type === IS_UNUSED) {
    vm.throwError('Error', 'Cannot use [] for reading');
  } else {
    return zendFetchDimR(vm, ex, op);
  }
  freeOp2(vm, ex, op);
  freeOp1(vm, ex, op);
  return ex.opline + 1;
};

export const fetchDimWriteHandlers: Partial<Record<OpName, Handler>> = {
  FETCH_DIM_W: zendFetchDimW,
  FETCH_DIM_RW: zendFetchDimRw,
  FETCH_DIM_FUNC_ARG: zendFetchDimFuncArg,
  FETCH_DIM_UNSET: zendFetchDimUnset,
  FETCH_LIST_W: zendFetchListW,
};
