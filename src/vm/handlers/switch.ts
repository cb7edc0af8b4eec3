/**
 * Jump tables of switch and match, unhandled matches, checks of what a function returns.
 * Source: php-src 8.2 Zend/zend_vm_def.h, zend_execute.c (zend_match_unhandled_error)
 */
import { IS_CONST, IS_CV, IS_UNUSED, type OpArray, type Opline } from '../../bytecode/op-array.ts';
import type { OpName } from '../../bytecode/opcodes.ts';
import { ACC_RETURN_REFERENCE, ACC_STRICT_TYPES, MAY_BE_NULL, MAY_BE_STATIC } from '../../bytecode/type-flags.ts';
import { type NativeCode, NEEDS_SLOW } from '../../object/native-code.ts';
import {
  isNamedClass,
  typeBit,
  typeErrorNever,
  typeErrorReturn,
  TYPE_MISMATCH,
  verifyType,
  verifyTypeSlow,
} from '../../object/types.ts';
import { typeName } from '../../value/convert.ts';
import type { PhpArray } from '../../value/php-array.ts';
import { PhpObject } from '../../value/php-object.ts';
import { release } from '../../value/refcount.ts';
import { scalarText } from '../../value/scalar-text.ts';
import { addRef, PhpFloat, PhpIndirect, PhpReference, type Zval } from '../../value/zval.ts';
import { calledClass } from '../class-fetch.ts';
import type { ExecuteData } from '../execute-data.ts';
import type { Executor } from '../executor.ts';
import { startOplineCode } from '../flow.ts';
import { type Handler, peekOp1, readOp1, undefinedCv } from '../operands.ts';

/** goto op2[op1], else extendedValue; values of other types fall through to the comparisons. ZEND_SWITCH_LONG */
export const zendSwitchLong: Handler = (_vm, ex, op) => {
  const v = peekOp1(ex, op);
  if (typeof v !== 'number' && typeof v !== 'bigint') return ex.opline + 1;
  const target = (op.op2Lit as PhpArray).getInt(v);
  return target === undefined ? op.extendedValue : (target as number);
};

/** The same for strings. ZEND_SWITCH_STRING */
export const zendSwitchString: Handler = (_vm, ex, op) => {
  const v = peekOp1(ex, op);
  if (typeof v !== 'string') return ex.opline + 1;
  const target = (op.op2Lit as PhpArray).getStr(v);
  return target === undefined ? op.extendedValue : (target as number);
};

/** goto op2[op1], else extendedValue: identity, so other types match nothing. ZEND_MATCH */
export const zendMatch: Handler = (vm, ex, op) => {
  const v = peekOp1(ex, op);
  const table = op.op2Lit as PhpArray;
  let target: Zval;
  if (typeof v === 'number' || typeof v === 'bigint') target = table.getInt(v);
  else if (typeof v === 'string') target = table.getStr(v);
  else if (v === undefined && op.op1Type === IS_CV) undefinedCv(vm, ex, op.op1);
  return target === undefined ? op.extendedValue : (target as number);
};

/** throw UnhandledMatchError(op1). ZEND_MATCH_ERROR: the live range frees op1. */
export const zendMatchError: Handler = (vm, ex, op) => {
  const v = readOp1(vm, ex, op);
  if (vm.exception !== null) return ex.opline;
  const plain = v === null || v === undefined || typeof v !== 'object' || v instanceof PhpFloat;
  const shown = plain
    ? scalarText(vm, v, vm.ini.number('zend.exception_string_param_max_len'))
    : `of type ${typeName(v)}`;
  vm.throwError('UnhandledMatchError', `Unhandled match case ${shown}`);
  return ex.opline;
};

/** Checks op1 against the return type and coerces it in place. ZEND_VERIFY_RETURN_TYPE */
export const zendVerifyReturnType: Handler = (vm, ex, op) => {
  const func = ex.func as OpArray;
  const type = func.returnType;
  if (op.op1Type === IS_UNUSED || type === null) {
    typeErrorReturn(vm, func, undefined);
    return ex.opline;
  }
  if (op.op1Type !== IS_CONST) {
    const seen = ex.slots[ex.base + op.op1];
    if (seen !== undefined && (typeBit(seen) & type.mask) !== 0) return ex.opline + 1;
    if (seen instanceof PhpObject) {
      const isThis = seen === ex.thisObject && (type.mask & MAY_BE_STATIC) !== 0;
      if (isThis || isNamedClass(type, seen)) return ex.opline + 1;
    }
  }
  const place = returnPlace(ex, op);
  const held = place.slots[place.index];
  const v = held instanceof PhpReference ? held.val : held;
  if (v !== undefined && (typeBit(v) & type.mask) !== 0) return ex.opline + 1;
  if (v === undefined && op.op1Type === IS_CV) {
    undefinedCv(vm, ex, op.op1);
    if (vm.exception !== null || (type.mask & MAY_BE_NULL) !== 0) return ex.opline + 1;
  }
  const strict = (func.fnFlags & ACC_STRICT_TYPES) !== 0;
  const checked = verifyType(vm, type, v, func.scope, calledClass(ex), strict);
  if (checked === NEEDS_SLOW) return startOplineCode(vm, ex, verifyReturnSlow(vm, ex, place, v));
  return finishVerify(vm, ex, place, v, checked);
};

function* verifyReturnSlow(vm: Executor, ex: ExecuteData, place: PhpIndirect, v: Zval): NativeCode<number> {
  const func = ex.func as OpArray;
  if (func.returnType === null) return ex.opline + 1;
  const checked = yield* verifyTypeSlow(vm, func.returnType, v, func.scope, calledClass(ex), false);
  return finishVerify(vm, ex, place, v, checked);
}

function finishVerify(
  vm: Executor,
  ex: ExecuteData,
  place: PhpIndirect,
  v: Zval,
  checked: Zval | typeof TYPE_MISMATCH,
): number {
  if (checked === TYPE_MISMATCH) {
    if (vm.exception === null) typeErrorReturn(vm, ex.func, v ?? null);
    return ex.opline;
  }
  if (checked === v) return ex.opline + 1;
  const held = place.slots[place.index];
  if (held instanceof PhpReference && (ex.func.fnFlags & ACC_RETURN_REFERENCE) === 0) {
    // Returned by value: the variable behind the reference keeps what it has.
    place.slots[place.index] = checked;
    release(vm, held);
    return ex.opline + 1;
  }
  if (held instanceof PhpReference) held.val = checked;
  else place.slots[place.index] = checked;
  release(vm, v);
  return ex.opline + 1;
}

/** Where the value to return sits; a constant is copied to the result first. */
function returnPlace(ex: ExecuteData, op: Opline): PhpIndirect {
  if (op.op1Type === IS_CONST) {
    const at = ex.base + op.result;
    ex.slots[at] = addRef(op.op1Lit);
    return new PhpIndirect(ex.slots, at);
  }
  const at = ex.base + op.op1;
  const v = ex.slots[at];
  return v instanceof PhpIndirect ? v : new PhpIndirect(ex.slots, at);
}

/** throw TypeError: a never-returning function returned. ZEND_VERIFY_NEVER_TYPE */
export const zendVerifyNeverType: Handler = (vm, ex) => {
  typeErrorNever(vm, ex.func);
  return ex.opline;
};

export const switchHandlers: Partial<Record<OpName, Handler>> = {
  SWITCH_LONG: zendSwitchLong,
  SWITCH_STRING: zendSwitchString,
  MATCH: zendMatch,
  MATCH_ERROR: zendMatchError,
  VERIFY_RETURN_TYPE: zendVerifyReturnType,
  VERIFY_NEVER_TYPE: zendVerifyNeverType,
};
