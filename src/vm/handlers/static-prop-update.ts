/**
 * Read-modify-write of static properties: A::$p op= v, ++A::$p, A::$p--.
 * Source: php-src 8.2 Zend/zend_vm_def.h
 */
import { IS_CONST, type Opline } from '../../bytecode/op-array.ts';
import { OP, type OpName } from '../../bytecode/opcodes.ts';
import { BP_VAR_RW } from '../../object/class-handlers.ts';
import { displayName } from '../../object/class-queries.ts';
import { flush, type NativeCode } from '../../object/native-code.ts';
import type { StaticPlace } from '../../object/static-properties.ts';
import { needsUserToString } from '../../value/convert.ts';
import { binaryOp } from '../../value/operators.ts';
import { release } from '../../value/refcount.ts';
import { addRef, deref, type Zval } from '../../value/zval.ts';
import type { ExecuteData } from '../execute-data.ts';
import type { Executor } from '../executor.ts';
import { startOplineCode } from '../flow.ts';
import { freeOpData, opDataOf, readOpData } from '../op-data.ts';
import { type Handler, setResult } from '../operands.ts';
import type { PropertyAddress } from '../property-address.ts';
import { cacheSlot } from '../property-operand.ts';
import { incDecSlot, storeFailed, storeUpdated } from '../property-update.ts';
import { concatSlow } from './assign.ts';
import { addressOf, knownSlot, type WithPlace, withPlace } from './static-prop.ts';

const assignOp: WithPlace = (vm, ex, op, place) => {
  if (place === null) {
    freeOpData(vm, ex);
    return ex.opline + 2;
  }
  const at = addressOf(place);
  const value = readOpData(vm, ex);
  const left = deref(at.slots[0]);
  if (left === undefined) {
    uninitialized(vm, place);
    freeOpData(vm, ex);
    return ex.opline + 2;
  }
  if (op.extendedValue === OP.CONCAT && (needsUserToString(left) || needsUserToString(value))) {
    return startOplineCode(vm, ex, concatStatic(vm, ex, op, at, left, value));
  }
  const computed = binaryOp(vm, op.extendedValue, left, value);
  if (vm.deferred.length > 0) return startOplineCode(vm, ex, storeAfterHandlers(vm, ex, op, at, computed));
  storeOp(vm, ex, op, at, computed);
  freeOpData(vm, ex);
  return ex.opline + 2;
};

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
    storeOp(vm, ex, op, at, computed);
  } finally {
    if (!reached) release(vm, computed);
    freeOpData(vm, ex);
  }
  return ex.opline + 2;
}

function uninitialized(vm: Executor, place: StaticPlace): void {
  const name = `${displayName(place.info.ce.name)}::$${place.info.name}`;
  vm.throwError('Error', `Typed static property ${name} must not be accessed before initialization`);
}

function storeOp(vm: Executor, ex: ExecuteData, op: Opline, at: PropertyAddress, computed: Zval): void {
  if (computed === undefined || vm.exception !== null) {
    if (computed === undefined) storeFailed(vm, ex, at.slots, at.index, at.info);
    release(vm, computed);
    return;
  }
  const stored = storeUpdated(vm, ex, at.slots, at.index, at.info, computed);
  if (op.resultType !== 0 && stored !== undefined) setResult(ex, op, addRef(stored));
}

function* concatStatic(
  vm: Executor,
  ex: ExecuteData,
  op: Opline,
  at: PropertyAddress,
  left: Zval,
  value: Zval,
): NativeCode<number> {
  addRef(left);
  try {
    storeOp(vm, ex, op, at, yield* concatSlow(vm, left, value));
  } finally {
    release(vm, left);
    freeOpData(vm, ex);
  }
  return ex.opline + 2;
}

/** result := op2::$op1 := op2::$op1 <ext> op_data. ZEND_ASSIGN_STATIC_PROP_OP */
export const zendAssignStaticPropOp: Handler = (vm, ex, op) => {
  const data = opDataOf(ex);
  const cache = cacheSlot(data.extendedValue);
  if (op.extendedValue === OP.ADD && addToInt(ex, op, data, cache)) return ex.opline + 2;
  return withPlace(vm, ex, op, BP_VAR_RW, cache, assignOp);
};

/** The common case: int += int with an int result, in a known untyped property. False: nothing was done. */
function addToInt(ex: ExecuteData, op: Opline, data: Opline, cache: number): boolean {
  const slot = knownSlot(ex, op, cache);
  if (slot === null || (ex.runTimeCache[cache + 1] as StaticPlace).info.type !== null) return false;
  const left = slot[0];
  const right = data.op1Type === IS_CONST ? data.op1Lit : ex.slots[ex.base + data.op1];
  if (typeof left !== 'number' || typeof right !== 'number') return false;
  const sum = left + right;
  if (sum > Number.MAX_SAFE_INTEGER || sum < Number.MIN_SAFE_INTEGER) return false;
  slot[0] = sum;
  if (op.resultType !== 0) setResult(ex, op, sum);
  return true;
}

function incDec(up: boolean, post: boolean): WithPlace {
  return (vm, ex, op, place) => {
    if (place === null) return ex.opline + 1;
    if (deref(place.member.value) === undefined) {
      uninitialized(vm, place);
      return ex.opline + 1;
    }
    const at = addressOf(place);
    const yielded = incDecSlot(vm, ex, at.slots, 0, at.info, up, post);
    if (yielded !== undefined) {
      if (op.resultType !== 0) setResult(ex, op, yielded);
      else release(vm, yielded);
    }
    return ex.opline + 1;
  };
}

const preInc = incDec(true, false);
const preDec = incDec(false, false);
const postInc = incDec(true, true);
const postDec = incDec(false, true);

/** result := ++op2::$op1. ZEND_PRE_INC_STATIC_PROP */
export const zendPreIncStaticProp: Handler = (vm, ex, op) =>
  withPlace(vm, ex, op, BP_VAR_RW, cacheSlot(op.extendedValue), preInc);
/** result := --op2::$op1. ZEND_PRE_DEC_STATIC_PROP */
export const zendPreDecStaticProp: Handler = (vm, ex, op) =>
  withPlace(vm, ex, op, BP_VAR_RW, cacheSlot(op.extendedValue), preDec);
/** result := op2::$op1++. ZEND_POST_INC_STATIC_PROP */
export const zendPostIncStaticProp: Handler = (vm, ex, op) =>
  withPlace(vm, ex, op, BP_VAR_RW, cacheSlot(op.extendedValue), postInc);
/** result := op2::$op1--. ZEND_POST_DEC_STATIC_PROP */
export const zendPostDecStaticProp: Handler = (vm, ex, op) =>
  withPlace(vm, ex, op, BP_VAR_RW, cacheSlot(op.extendedValue), postDec);

export const staticPropUpdateHandlers: Partial<Record<OpName, Handler>> = {
  ASSIGN_STATIC_PROP_OP: zendAssignStaticPropOp,
  PRE_INC_STATIC_PROP: zendPreIncStaticProp,
  PRE_DEC_STATIC_PROP: zendPreDecStaticProp,
  POST_INC_STATIC_PROP: zendPostIncStaticProp,
  POST_DEC_STATIC_PROP: zendPostDecStaticProp,
};
