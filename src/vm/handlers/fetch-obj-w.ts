/**
 * Fetching properties for writing: the result is a pointer (INDIRECT) to the property's slot.
 * Source: php-src 8.2 Zend/zend_vm_def.h
 */
import { IS_CONST, IS_CV, IS_TMP_VAR, type Opline } from '../../bytecode/op-array.ts';
import type { OpName } from '../../bytecode/opcodes.ts';
import { BP_VAR_RW, BP_VAR_UNSET, BP_VAR_W, type FetchMode } from '../../object/class-handlers.ts';
import { type NativeCode, NEEDS_SLOW } from '../../object/native-code.ts';
import { PhpObject } from '../../value/php-object.ts';
import { release } from '../../value/refcount.ts';
import type { Zval } from '../../value/zval.ts';
import { CALL_SEND_ARG_BY_REF, type ExecuteData } from '../execute-data.ts';
import type { Executor } from '../executor.ts';
import { startOplineCode } from '../flow.ts';
import { freeOp1, freeOp2, type Handler, setResult, undefinedCv } from '../operands.ts';
import { freeVarAndExtractResult } from '../places.ts';
import { fetchPropertyForWrite, fetchPropertyForWriteSlow } from '../property-address.ts';
import { cacheSlot, nameOperand, nameOperandSlow, objectOperand, throwNonObject } from '../property-operand.ts';
import { zendFetchObjR } from './fetch-obj-r.ts';

/** result := &op1->op2. ZEND_FETCH_OBJ_W */
export const zendFetchObjW: Handler = (vm, ex, op) => fetchForWrite(vm, ex, op, BP_VAR_W);

/** result := &op1->op2, to be read and written. ZEND_FETCH_OBJ_RW */
export const zendFetchObjRw: Handler = (vm, ex, op) => fetchForWrite(vm, ex, op, BP_VAR_RW);

/** result := &op1->op2, whose inside is to be unset. ZEND_FETCH_OBJ_UNSET */
export const zendFetchObjUnset: Handler = (vm, ex, op) => fetchForWrite(vm, ex, op, BP_VAR_UNSET);

/** result := op1->op2 as the parameter wants it. ZEND_FETCH_OBJ_FUNC_ARG */
export const zendFetchObjFuncArg: Handler = (vm, ex, op) => {
  if (((ex.call as ExecuteData).callInfo & CALL_SEND_ARG_BY_REF) === 0) return zendFetchObjR(vm, ex, op);
  if ((op.op1Type & (IS_CONST | IS_TMP_VAR)) === 0) return zendFetchObjW(vm, ex, op);
  vm.throwError('Error', 'Cannot use temporary expression in write context');
  freeOp2(vm, ex, op);
  freeOp1(vm, ex, op);
  return ex.opline + 1;
};

function fetchForWrite(vm: Executor, ex: ExecuteData, op: Opline, mode: FetchMode): number {
  const obj = objectOperand(ex, op);
  if (!(obj instanceof PhpObject)) return fetchOfNonObject(vm, ex, op, obj, mode);
  const name = nameOperand(vm, ex, op);
  if (name === NEEDS_SLOW) return startOplineCode(vm, ex, fetchSlow(vm, ex, op, obj, mode));
  if (name !== undefined) {
    const result = fetchPropertyForWrite(vm, ex, op, obj, name, mode, cacheSlot(op.extendedValue));
    if (result === NEEDS_SLOW) return startOplineCode(vm, ex, fetchSlow(vm, ex, op, obj, mode));
    if (result !== undefined) setResult(ex, op, result);
  }
  freeOp2(vm, ex, op);
  freeVarAndExtractResult(vm, ex, op);
  return ex.opline + 1;
}

function fetchOfNonObject(vm: Executor, ex: ExecuteData, op: Opline, v: Zval, mode: FetchMode): number {
  if (v === undefined && mode !== BP_VAR_W && op.op1Type === IS_CV) undefinedCv(vm, ex, op.op1);
  if (mode === BP_VAR_UNSET) setResult(ex, op, null);
  else throwNonObject(vm, ex, op, v);
  freeOp2(vm, ex, op);
  freeVarAndExtractResult(vm, ex, op);
  return ex.opline + 1;
}

function* fetchSlow(vm: Executor, ex: ExecuteData, op: Opline, obj: PhpObject, mode: FetchMode): NativeCode<number> {
  obj.rc++;
  try {
    const name = op.op2Type === IS_CONST ? (op.op2Lit as string) : yield* nameOperandSlow(vm, ex, op);
    if (name === null) return ex.opline + 1;
    let result = fetchPropertyForWrite(vm, ex, op, obj, name, mode, cacheSlot(op.extendedValue));
    if (result === NEEDS_SLOW) result = yield* fetchPropertyForWriteSlow(vm, ex, obj, name, mode);
    if (result !== undefined) setResult(ex, op, result);
  } finally {
    release(vm, obj);
    freeOp2(vm, ex, op);
    freeVarAndExtractResult(vm, ex, op);
  }
  return ex.opline + 1;
}

export const fetchObjWriteHandlers: Partial<Record<OpName, Handler>> = {
  FETCH_OBJ_W: zendFetchObjW,
  FETCH_OBJ_RW: zendFetchObjRw,
  FETCH_OBJ_UNSET: zendFetchObjUnset,
  FETCH_OBJ_FUNC_ARG: zendFetchObjFuncArg,
};
