/**
 * Read-modify-write of properties: $o->p op= v, ++$o->p, $o->p--.
 * Source: php-src 8.2 Zend/zend_vm_def.h, zend_execute.c (zend_assign_op_overloaded_property, zend_pre_incdec_overloaded_property)
 */
import { IS_CONST, IS_CV, IS_VAR, type Opline } from '../../bytecode/op-array.ts';
import { OP, type OpName } from '../../bytecode/opcodes.ts';
import { MAY_BE_DOUBLE, MAY_BE_LONG } from '../../bytecode/type-flags.ts';
import type { PropertyInfo } from '../../object/class-entry.ts';
import { BP_VAR_R, BP_VAR_RW } from '../../object/class-handlers.ts';
import { flush, type NativeCode, NEEDS_SLOW } from '../../object/native-code.ts';
import { objReadProperty, objWriteProperty } from '../../object/property-slow.ts';
import { needsUserToString } from '../../value/convert.ts';
import { decrement, increment } from '../../value/increment.ts';
import { binaryOp, plainArithmetic } from '../../value/operators.ts';
import { PhpObject } from '../../value/php-object.ts';
import { release } from '../../value/refcount.ts';
import { addRef, deref, type Zval } from '../../value/zval.ts';
import type { ExecuteData } from '../execute-data.ts';
import type { Executor } from '../executor.ts';
import { startOplineCode } from '../flow.ts';
import { freeOpData, opDataOf, readOpData } from '../op-data.ts';
import { freeOp1, freeOp2, type Handler, setResult, undefinedCv } from '../operands.ts';
import { usesStrictTypes } from '../places.ts';
import { cachedAddress, cachedSlot, type PropertyAddress, propertyAddress } from '../property-address.ts';
import { cacheSlot, nameOperand, nameOperandSlow, objectOperand, throwNonObject } from '../property-operand.ts';
import { incDecSlot, storeFailed, storeUpdated } from '../property-update.ts';
import { concatSlow } from './assign.ts';

/** result := op1->op2 := op1->op2 <ext> op_data. ZEND_ASSIGN_OBJ_OP */
export const zendAssignObjOp: Handler = (vm, ex, op) => {
  const cache = cacheSlot(opDataOf(ex).extendedValue);
  const obj = objectOperand(ex, op);
  if (!(obj instanceof PhpObject)) return updateOfNonObject(vm, ex, op, obj);
  if (op.op2Type === IS_CONST && assignOpFast(vm, ex, op, obj, cache)) return ex.opline + 2;
  const name = nameOperand(vm, ex, op);
  if (name === undefined) return finish(vm, ex, op);
  const address = name === NEEDS_SLOW ? null : addressFor(vm, ex, op, obj, name, cache);
  if (address === undefined) return finish(vm, ex, op);
  if (address === null) return startOplineCode(vm, ex, assignOpSlow(vm, ex, op, obj));
  const value = readOpData(vm, ex);
  const left = deref(address.slots[address.index]);
  if (op.extendedValue === OP.CONCAT && (needsUserToString(left) || needsUserToString(value))) {
    return startOplineCode(vm, ex, assignOpSlow(vm, ex, op, obj));
  }
  const computed = binaryOp(vm, op.extendedValue, left ?? null, value);
  if (vm.deferred.length > 0) return startOplineCode(vm, ex, storeAfterHandlers(vm, ex, op, address, computed));
  storeComputedProperty(vm, ex, op, address, computed);
  return finish(vm, ex, op);
};

/** Stores what the operator made (owned; undefined after an error). */
function storeComputedProperty(vm: Executor, ex: ExecuteData, op: Opline, at: PropertyAddress, computed: Zval): void {
  if (computed === undefined || vm.exception !== null) {
    if (computed === undefined) storeFailed(vm, ex, at.slots, at.index, at.info);
    release(vm, computed);
    return;
  }
  const stored = storeUpdated(vm, ex, at.slots, at.index, at.info, computed);
  if (op.resultType !== 0 && stored !== undefined) setResult(ex, op, addRef(stored));
}

/** The opline warned: what the error handler throws must keep the property as it was. `computed` is owned. */
function* storeAfterHandlers(
  vm: Executor,
  ex: ExecuteData,
  op: Opline,
  at: PropertyAddress,
  computed: Zval,
): NativeCode<number> {
  let reached = false;
  try {
    yield* flush();
    reached = true;
    storeComputedProperty(vm, ex, op, at, computed);
  } finally {
    if (!reached) release(vm, computed);
    finish(vm, ex, op);
  }
  return ex.opline + 2;
}

/** The common case: +, - or * of numbers, in a property that takes the result. False: nothing was done. */
function assignOpFast(vm: Executor, ex: ExecuteData, op: Opline, obj: PhpObject, cache: number): boolean {
  const slot = cachedSlot(ex, obj, cache);
  if (slot < 0) return false;
  const data = opDataOf(ex);
  const right = data.op1Type === IS_CONST ? data.op1Lit : ex.slots[ex.base + data.op1];
  const computed = plainArithmetic(op.extendedValue, obj.props[slot], right);
  if (computed === undefined || !takes(ex, cache, typeof computed === 'number' ? MAY_BE_LONG : MAY_BE_DOUBLE))
    return false;
  obj.props[slot] = computed;
  if (op.resultType !== 0) setResult(ex, op, computed);
  if (op.op1Type === IS_VAR) freeOp1(vm, ex, op);
  return true;
}

/** Is the property of the cache untyped, or may it hold what `bit` stands for? */
function takes(ex: ExecuteData, cache: number, bit: number): boolean {
  const info = ex.runTimeCache[cache + 2] as PropertyInfo | null;
  return info === null || (info.type !== null && (info.type.mask & bit) !== 0);
}

/** ++ or -- of an int in a property that takes ints. False: nothing was done. */
function incDecFast(ex: ExecuteData, op: Opline, obj: PhpObject, step: number, post: boolean): boolean {
  const cache = cacheSlot(op.extendedValue);
  const slot = cachedSlot(ex, obj, cache);
  if (slot < 0) return false;
  const v = obj.props[slot];
  if (typeof v !== 'number' || !takes(ex, cache, MAY_BE_LONG)) return false;
  const next = v + step;
  if (next > Number.MAX_SAFE_INTEGER || next < Number.MIN_SAFE_INTEGER) return false;
  obj.props[slot] = next;
  if (op.resultType !== 0) setResult(ex, op, post ? v : next);
  return true;
}

/** The place to update; null: through the handlers; undefined: an error was thrown. */
function addressFor(
  vm: Executor,
  ex: ExecuteData,
  op: Opline,
  obj: PhpObject,
  name: string,
  cache: number,
): PropertyAddress | null | undefined {
  if (op.op2Type === IS_CONST) {
    const known = cachedAddress(ex, op, obj, cache);
    if (known !== null) return known;
  }
  return propertyAddress(vm, ex, obj, name, BP_VAR_RW);
}

function updateOfNonObject(vm: Executor, ex: ExecuteData, op: Opline, v: Zval): number {
  if (op.opcode === OP.ASSIGN_OBJ_OP) readOpData(vm, ex);
  if (v === undefined && op.op1Type === IS_CV) undefinedCv(vm, ex, op.op1);
  throwNonObject(vm, ex, op, v);
  return finish(vm, ex, op);
}

/** Frees the operands; with an OP_DATA behind it the opline is two long. */
function finish(vm: Executor, ex: ExecuteData, op: Opline): number {
  let next = ex.opline + 1;
  if (op.opcode === OP.ASSIGN_OBJ_OP) {
    freeOpData(vm, ex);
    next++;
  }
  freeOp2(vm, ex, op);
  freeOp1(vm, ex, op);
  return next;
}

/** zend_assign_op_overloaded_property: reads, computes, writes through the object's handlers. */
function* assignOpSlow(vm: Executor, ex: ExecuteData, op: Opline, obj: PhpObject): NativeCode<number> {
  obj.rc++;
  let left: Zval;
  let computed: Zval;
  let stored: Zval;
  const next = ex.opline + 2;
  try {
    const name = op.op2Type === IS_CONST ? (op.op2Lit as string) : yield* nameOperandSlow(vm, ex, op);
    if (name === null) return next;
    const scope = ex.func.scope;
    left = yield* objReadProperty(vm, obj, name, BP_VAR_R, scope);
    if (vm.exception !== null) return next;
    const value = readOpData(vm, ex);
    const plain = deref(left) ?? null;
    computed =
      op.extendedValue === OP.CONCAT && (needsUserToString(plain) || needsUserToString(value))
        ? yield* concatSlow(vm, plain, value)
        : binaryOp(vm, op.extendedValue, plain, value);
    if (computed === undefined || vm.exception !== null) return next;
    stored = yield* objWriteProperty(vm, obj, name, computed, scope, usesStrictTypes(ex));
    if (op.resultType !== 0 && vm.exception === null) setResult(ex, op, addRef(computed));
  } finally {
    release(vm, left);
    release(vm, computed);
    release(vm, stored);
    release(vm, obj);
    finish(vm, ex, op);
  }
  return next;
}

/** result := ++op1->op2. ZEND_PRE_INC_OBJ */
export const zendPreIncObj: Handler = (vm, ex, op) => incDecProperty(vm, ex, op, true, false);
/** result := --op1->op2. ZEND_PRE_DEC_OBJ */
export const zendPreDecObj: Handler = (vm, ex, op) => incDecProperty(vm, ex, op, false, false);
/** result := op1->op2++. ZEND_POST_INC_OBJ */
export const zendPostIncObj: Handler = (vm, ex, op) => incDecProperty(vm, ex, op, true, true);
/** result := op1->op2--. ZEND_POST_DEC_OBJ */
export const zendPostDecObj: Handler = (vm, ex, op) => incDecProperty(vm, ex, op, false, true);

function incDecProperty(vm: Executor, ex: ExecuteData, op: Opline, up: boolean, post: boolean): number {
  const obj = objectOperand(ex, op);
  if (!(obj instanceof PhpObject)) return updateOfNonObject(vm, ex, op, obj);
  if (op.op2Type === IS_CONST && incDecFast(ex, op, obj, up ? 1 : -1, post)) {
    if (op.op1Type === IS_VAR) freeOp1(vm, ex, op);
    return ex.opline + 1;
  }
  const name = nameOperand(vm, ex, op);
  if (name === undefined) return finish(vm, ex, op);
  const address = name === NEEDS_SLOW ? null : addressFor(vm, ex, op, obj, name, cacheSlot(op.extendedValue));
  if (address === undefined) return finish(vm, ex, op);
  if (address === null) return startOplineCode(vm, ex, incDecSlow(vm, ex, op, obj, up, post));
  const yielded = incDecSlot(vm, ex, address.slots, address.index, address.info, up, post);
  if (yielded !== undefined) {
    if (op.resultType !== 0) setResult(ex, op, yielded);
    else release(vm, yielded);
  }
  return finish(vm, ex, op);
}

/** zend_pre_incdec_overloaded_property, zend_post_incdec_overloaded_property */
function* incDecSlow(
  vm: Executor,
  ex: ExecuteData,
  op: Opline,
  obj: PhpObject,
  up: boolean,
  post: boolean,
): NativeCode<number> {
  obj.rc++;
  let before: Zval;
  let after: Zval;
  let stored: Zval;
  try {
    const name = op.op2Type === IS_CONST ? (op.op2Lit as string) : yield* nameOperandSlow(vm, ex, op);
    if (name === null) return ex.opline + 1;
    const scope = ex.func.scope;
    before = yield* objReadProperty(vm, obj, name, BP_VAR_R, scope);
    if (vm.exception !== null) return ex.opline + 1;
    const plain = deref(before) ?? null;
    after = up ? increment(vm, plain) : decrement(vm, plain);
    if (after === undefined || vm.exception !== null) return ex.opline + 1;
    if (after === plain) addRef(after);
    stored = yield* objWriteProperty(vm, obj, name, after, scope, usesStrictTypes(ex));
    if (op.resultType !== 0 && vm.exception === null) setResult(ex, op, addRef(post ? plain : after));
  } finally {
    release(vm, before);
    release(vm, after);
    release(vm, stored);
    release(vm, obj);
    finish(vm, ex, op);
  }
  return ex.opline + 1;
}

export const updateObjHandlers: Partial<Record<OpName, Handler>> = {
  ASSIGN_OBJ_OP: zendAssignObjOp,
  PRE_INC_OBJ: zendPreIncObj,
  PRE_DEC_OBJ: zendPreDecObj,
  POST_INC_OBJ: zendPostIncObj,
  POST_DEC_OBJ: zendPostDecObj,
};
