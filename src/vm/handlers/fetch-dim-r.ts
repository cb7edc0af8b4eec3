/**
 * Reading elements: $a[$k], list(), isset-mode reads, for arrays, strings and ArrayAccess objects.
 * Source: php-src 8.2 Zend/zend_vm_def.h, zend_execute.c (zend_fetch_dimension_address_read)
 */
import { E_WARNING } from '../../base/diagnostics.ts';
import { IS_CONST, IS_CV, IS_TMP_VAR, IS_VAR, type Opline } from '../../bytecode/op-array.ts';
import type { OpName } from '../../bytecode/opcodes.ts';
import { BP_VAR_IS, BP_VAR_R, type FetchMode } from '../../object/class-handlers.ts';
import { objReadDimension } from '../../object/dimensions.ts';
import type { NativeCode } from '../../object/native-code.ts';
import { normalizeKey } from '../../value/array-key.ts';
import { typeName } from '../../value/convert.ts';
import { PhpArray } from '../../value/php-array.ts';
import { PhpObject } from '../../value/php-object.ts';
import { release } from '../../value/refcount.ts';
import { addRef, deref, PhpReference, type Zval } from '../../value/zval.ts';
import { readByMethod } from '../direct-access.ts';
import { dimKey, objectOffset, rawOp2, undefinedArrayKey } from '../dim-fetch.ts';
import type { ExecuteData } from '../execute-data.ts';
import type { Executor } from '../executor.ts';
import { startOplineCode } from '../flow.ts';
import { freeOp1, freeOp2, type Handler, setResult, undefinedCv, unwrapOwned } from '../operands.ts';
import { readStringOffset } from '../string-offset.ts';

const TEMPORARY = IS_TMP_VAR | IS_VAR;

/** result := op1[op2]. ZEND_FETCH_DIM_R */
export const zendFetchDimR: Handler = (vm, ex, op) => {
  const slots = ex.slots;
  let container = op.op1Type === IS_CONST ? op.op1Lit : slots[ex.base + op.op1];
  if (container instanceof PhpReference) container = container.val;
  if (container instanceof PhpArray) {
    const dim = op.op2Type === IS_CONST ? op.op2Lit : slots[ex.base + op.op2];
    let v: Zval;
    if (typeof dim === 'number') v = container.getInt(dim);
    else if (typeof dim === 'string') {
      v = op.op2Type === IS_CONST ? container.getStr(dim) : container.get(normalizeKey(dim));
    }
    if (v !== undefined) {
      if (typeof v === 'object' && v !== null) v = addRef(v instanceof PhpReference ? v.val : v);
      if ((op.op1Type & TEMPORARY) !== 0) freeOp1(vm, ex, op);
      slots[ex.base + op.result] = v;
      return ex.opline + 1;
    }
  }
  return readDim(vm, ex, op, container, BP_VAR_R, false);
};

/** result := op1[op2] or null, without warnings. ZEND_FETCH_DIM_IS */
export const zendFetchDimIs: Handler = (vm, ex, op) => readDim(vm, ex, op, containerOf(ex, op), BP_VAR_IS, false);

/** result := op1[op2], op1 stays. ZEND_FETCH_LIST_R */
export const zendFetchListR: Handler = (vm, ex, op) => readDim(vm, ex, op, containerOf(ex, op), BP_VAR_R, true);

function containerOf(ex: ExecuteData, op: Opline): Zval {
  return op.op1Type === IS_CONST ? op.op1Lit : deref(ex.slots[ex.base + op.op1]);
}

/** zend_fetch_dimension_address_read; `isList`: list() takes no bytes of strings, gives no warnings for scalars and keeps op1. */
export function readDim(
  vm: Executor,
  ex: ExecuteData,
  op: Opline,
  container: Zval,
  mode: FetchMode,
  isList: boolean,
): number {
  let result: Zval;
  if (container instanceof PhpArray) {
    result = readElement(vm, ex, op, container, mode);
  } else if (container instanceof PhpObject) {
    const flow = mode === BP_VAR_R ? readByMethod(vm, ex, op, container, isList) : null;
    return flow ?? startOplineCode(vm, ex, readObjectDim(vm, ex, op, container, mode, isList));
  } else if (typeof container === 'string' && !isList) {
    let dim = rawOp2(ex, op);
    if (dim === undefined && op.op2Type === IS_CV) dim = undefinedCv(vm, ex, op.op2);
    result = readStringOffset(vm, container, dim, mode);
  } else {
    result = readOfScalar(vm, ex, op, container, mode, isList);
  }
  freeOp2(vm, ex, op);
  if (!isList) freeOp1(vm, ex, op);
  setResult(ex, op, result);
  return ex.opline + 1;
}

/** Owned. */
function readElement(vm: Executor, ex: ExecuteData, op: Opline, array: PhpArray, mode: FetchMode): Zval {
  const key = dimKey(vm, ex, op);
  if (key === undefined) return null;
  const v = array.get(key);
  if (v !== undefined) return addRef(v instanceof PhpReference ? v.val : v);
  if (mode === BP_VAR_R) undefinedArrayKey(vm, key);
  return null;
}

function readOfScalar(
  vm: Executor,
  ex: ExecuteData,
  op: Opline,
  container: Zval,
  mode: FetchMode,
  isList: boolean,
): null {
  let v = container;
  if (v === undefined) v = mode !== BP_VAR_IS && op.op1Type === IS_CV ? undefinedCv(vm, ex, op.op1) : null;
  if (op.op2Type === IS_CV && ex.slots[ex.base + op.op2] === undefined) undefinedCv(vm, ex, op.op2);
  if (!isList && mode !== BP_VAR_IS) {
    vm.error(E_WARNING, `Trying to access array offset on value of type ${typeName(v)}`);
  }
  return null;
}

function* readObjectDim(
  vm: Executor,
  ex: ExecuteData,
  op: Opline,
  obj: PhpObject,
  mode: FetchMode,
  isList: boolean,
): NativeCode<number> {
  obj.rc++;
  try {
    const value = yield* objReadDimension(vm, obj, objectOffset(vm, ex, op), mode);
    if (value !== undefined) setResult(ex, op, value instanceof PhpReference ? unwrapOwned(vm, value) : value);
  } finally {
    release(vm, obj);
    freeOp2(vm, ex, op);
    if (!isList) freeOp1(vm, ex, op);
  }
  return ex.opline + 1;
}

export const fetchDimReadHandlers: Partial<Record<OpName, Handler>> = {
  FETCH_DIM_R: zendFetchDimR,
  FETCH_DIM_IS: zendFetchDimIs,
  FETCH_LIST_R: zendFetchListR,
};
