/**
 * Static properties: A::$p read, fetched, assigned, updated, tested, unset.
 * Source: php-src 8.2 Zend/zend_vm_def.h
 */
import { IS_CONST, type Opline } from '../../bytecode/op-array.ts';
import { OP, type OpName } from '../../bytecode/opcodes.ts';
import { ZEND_ISEMPTY } from '../../bytecode/operand-flags.ts';
import { BP_VAR_IS, BP_VAR_R, BP_VAR_RW, BP_VAR_UNSET, BP_VAR_W, type FetchMode } from '../../object/class-handlers.ts';
import { displayName } from '../../object/class-queries.ts';
import { type NativeCode, NEEDS_SLOW } from '../../object/native-code.ts';
import type { StaticPlace } from '../../object/static-properties.ts';
import { TYPE_MISMATCH, typeErrorProperty, verifyType, verifyTypeSlow } from '../../object/types.ts';
import { needsUserToString, toBool, toStr } from '../../value/convert.ts';
import { release } from '../../value/refcount.ts';
import { addRef, deref, PhpReference, type Zval } from '../../value/zval.ts';
import { classOperand, classOperandName, fetchClassByName } from '../class-fetch.ts';
import { CALL_SEND_ARG_BY_REF, type ExecuteData } from '../execute-data.ts';
import type { Executor } from '../executor.ts';
import { startOplineCode } from '../flow.ts';
import { freeOpData, takeOpData } from '../op-data.ts';
import { copyOf, type Handler, setResult } from '../operands.ts';
import { assignToSlot, assignTypedReferenceSlow, usesStrictTypes } from '../places.ts';
import { type PropertyAddress, pointTo } from '../property-address.ts';
import { cacheSlot } from '../property-operand.ts';
import { freeStaticName, staticPlace, staticPlaceSlow } from '../static-prop-fetch.ts';
import { bindPropertyReference } from './assign-obj.ts';

/** Goes on with a found property (null: none in IS mode, or an error was thrown); returns the next opline number. */
export type WithPlace = (vm: Executor, ex: ExecuteData, op: Opline, place: StaticPlace | null) => number;

/** Finds the property of the opline, frees the name and goes on with `use`. */
export function withPlace(
  vm: Executor,
  ex: ExecuteData,
  op: Opline,
  mode: FetchMode,
  cache: number,
  use: WithPlace,
): number {
  const place = staticPlace(vm, ex, op, mode, cache);
  if (place === NEEDS_SLOW) return startOplineCode(vm, ex, withPlaceSlow(vm, ex, op, mode, cache, use));
  freeStaticName(vm, ex, op);
  return use(vm, ex, op, place);
}

function* withPlaceSlow(
  vm: Executor,
  ex: ExecuteData,
  op: Opline,
  mode: FetchMode,
  cache: number,
  use: WithPlace,
): NativeCode<number> {
  let place: StaticPlace | null;
  let found = false;
  try {
    place = yield* staticPlaceSlow(vm, ex, op, mode, cache);
    found = true;
  } finally {
    freeStaticName(vm, ex, op);
    if (!found && hasOpData(op)) freeOpData(vm, ex);
  }
  return use(vm, ex, op, place);
}

function hasOpData(op: Opline): boolean {
  return (
    op.opcode === OP.ASSIGN_STATIC_PROP ||
    op.opcode === OP.ASSIGN_STATIC_PROP_OP ||
    op.opcode === OP.ASSIGN_STATIC_PROP_REF
  );
}

/** The box as an address, with the info of a typed property. */
export function addressOf(place: StaticPlace): PropertyAddress {
  return { slots: place.member.slot, index: 0, info: place.info.type === null ? null : place.info };
}

const read: WithPlace = (vm, ex, op, place) => {
  if (vm.exception === null) setResult(ex, op, place === null ? null : copyOf(place.member.value ?? null));
  return ex.opline + 1;
};

const point: WithPlace = (vm, ex, op, place) => {
  if (place === null) return ex.opline + 1;
  const result = pointTo(vm, addressOf(place), op.extendedValue);
  if (result !== undefined) setResult(ex, op, result);
  return ex.opline + 1;
};

/** The slot of a property that the run-time cache knows for a literal class and name; null when the long way is needed. */
export function knownSlot(ex: ExecuteData, op: Opline, cache: number): Zval[] | null {
  if (op.op1Type !== IS_CONST || op.op2Type !== IS_CONST) return null;
  const known = ex.runTimeCache[cache + 1] as StaticPlace | undefined;
  return known === undefined ? null : known.member.slot;
}

/** result := op2::$op1. ZEND_FETCH_STATIC_PROP_R */
export const zendFetchStaticPropR: Handler = (vm, ex, op) => {
  const cache = cacheSlot(op.extendedValue);
  const v = knownSlot(ex, op, cache)?.[0];
  if (v === undefined) return withPlace(vm, ex, op, BP_VAR_R, cache, read);
  setResult(ex, op, copyOf(v));
  return ex.opline + 1;
};
/** result := op2::$op1 or null. ZEND_FETCH_STATIC_PROP_IS */
export const zendFetchStaticPropIs: Handler = (vm, ex, op) =>
  withPlace(vm, ex, op, BP_VAR_IS, cacheSlot(op.extendedValue), read);
/** result := &op2::$op1. ZEND_FETCH_STATIC_PROP_W */
export const zendFetchStaticPropW: Handler = (vm, ex, op) =>
  withPlace(vm, ex, op, BP_VAR_W, cacheSlot(op.extendedValue), point);
/** result := &op2::$op1, to be read and written. ZEND_FETCH_STATIC_PROP_RW */
export const zendFetchStaticPropRw: Handler = (vm, ex, op) =>
  withPlace(vm, ex, op, BP_VAR_RW, cacheSlot(op.extendedValue), point);
/** result := &op2::$op1, whose inside is to be unset. ZEND_FETCH_STATIC_PROP_UNSET */
export const zendFetchStaticPropUnset: Handler = (vm, ex, op) =>
  withPlace(vm, ex, op, BP_VAR_UNSET, cacheSlot(op.extendedValue), point);
/** result := op2::$op1 as the parameter wants it. ZEND_FETCH_STATIC_PROP_FUNC_ARG */
export const zendFetchStaticPropFuncArg: Handler = (vm, ex, op) =>
  ((ex.call as ExecuteData).callInfo & CALL_SEND_ARG_BY_REF) !== 0
    ? zendFetchStaticPropW(vm, ex, op)
    : zendFetchStaticPropR(vm, ex, op);

const assign: WithPlace = (vm, ex, op, place) => {
  if (place === null) {
    freeOpData(vm, ex);
    return ex.opline + 2;
  }
  const value = takeOpData(vm, ex);
  const slots = place.member.slot;
  const held = slots[0];
  if (place.info.type !== null && !(held instanceof PhpReference)) return assignTyped(vm, ex, op, place, value);
  if (place.info.type !== null) {
    // the property's own type is checked (and named in the error) before those of other holders of the reference
    const checked = verifyType(vm, place.info.type, value, place.info.ce, null, usesStrictTypes(ex));
    if (checked === TYPE_MISMATCH) {
      if (vm.exception === null) typeErrorProperty(vm, place.info, value);
      release(vm, value);
      return ex.opline + 2;
    }
  }
  const stored = assignToSlot(vm, ex, slots, 0, value);
  if (stored === NEEDS_SLOW) {
    return startOplineCode(vm, ex, assignTypedReferenceSlow(vm, ex, op, held as PhpReference, value, ex.opline + 2));
  }
  if (op.resultType !== 0 && stored !== undefined) setResult(ex, op, addRef(stored));
  return ex.opline + 2;
};

/** zend_assign_to_typed_prop; `value` is owned. */
function assignTyped(vm: Executor, ex: ExecuteData, op: Opline, place: StaticPlace, value: Zval): number {
  const { info } = place;
  if (info.type === null) return ex.opline + 2;
  const checked = verifyType(vm, info.type, value, info.ce, null, usesStrictTypes(ex));
  if (checked === NEEDS_SLOW) return startOplineCode(vm, ex, assignTypedSlow(vm, ex, op, place, value));
  storeChecked(vm, ex, op, place, value, checked);
  return ex.opline + 2;
}

function storeChecked(
  vm: Executor,
  ex: ExecuteData,
  op: Opline,
  place: StaticPlace,
  value: Zval,
  checked: Zval | typeof TYPE_MISMATCH,
): void {
  if (checked === TYPE_MISMATCH) {
    if (vm.exception === null) typeErrorProperty(vm, place.info, value);
    release(vm, value);
    return;
  }
  const old = place.member.value;
  place.member.value = checked;
  if (checked !== value) release(vm, value);
  release(vm, old);
  if (op.resultType !== 0) setResult(ex, op, addRef(checked));
}

function* assignTypedSlow(
  vm: Executor,
  ex: ExecuteData,
  op: Opline,
  place: StaticPlace,
  value: Zval,
): NativeCode<number> {
  const { info } = place;
  let checked: Zval | typeof TYPE_MISMATCH = TYPE_MISMATCH;
  let finished = false;
  try {
    if (info.type !== null) checked = yield* verifyTypeSlow(vm, info.type, value, info.ce, null, usesStrictTypes(ex));
    finished = true;
  } finally {
    if (!finished) release(vm, value);
  }
  storeChecked(vm, ex, op, place, value, checked);
  return ex.opline + 2;
}

/** result := op2::$op1 := op_data. ZEND_ASSIGN_STATIC_PROP */
export const zendAssignStaticProp: Handler = (vm, ex, op) =>
  withPlace(vm, ex, op, BP_VAR_W, cacheSlot(op.extendedValue), assign);

const assignRef: WithPlace = (vm, ex, op, place) => {
  if (place === null) {
    freeOpData(vm, ex);
    return ex.opline + 2;
  }
  return bindPropertyReference(vm, ex, op, addressOf(place));
};

/** op2::$op1 := &op_data. ZEND_ASSIGN_STATIC_PROP_REF */
export const zendAssignStaticPropRef: Handler = (vm, ex, op) =>
  withPlace(vm, ex, op, BP_VAR_W, cacheSlot(op.extendedValue), assignRef);

const isset: WithPlace = (vm, ex, op, place) => {
  if (vm.exception !== null) return ex.opline + 1;
  const v = place === null ? undefined : deref(place.member.value);
  const isEmpty = (op.extendedValue & ZEND_ISEMPTY) !== 0;
  setResult(ex, op, isEmpty ? !toBool(v) : v !== undefined && v !== null);
  return ex.opline + 1;
};

/** result := isset(op2::$op1). ZEND_ISSET_ISEMPTY_STATIC_PROP */
export const zendIssetIsemptyStaticProp: Handler = (vm, ex, op) =>
  withPlace(vm, ex, op, BP_VAR_IS, cacheSlot(op.extendedValue), isset);

/** error: cannot unset op2::$op1. ZEND_UNSET_STATIC_PROP */
export const zendUnsetStaticProp: Handler = (vm, ex, op) => {
  const ce = classOperand(vm, ex, op.op2Type, op.op2);
  if (ce === undefined) return startOplineCode(vm, ex, unsetSlow(vm, ex, op));
  if (ce !== null) refuseUnset(vm, ex, op, ce.name);
  return ex.opline + 1;
};

function* unsetSlow(vm: Executor, ex: ExecuteData, op: Opline): NativeCode<number> {
  const ce = yield* fetchClassByName(vm, classOperandName(ex, op.op2), 0);
  if (ce !== null) refuseUnset(vm, ex, op, ce.name);
  return ex.opline + 1;
}

/** zend_std_unset_static_property */
function refuseUnset(vm: Executor, ex: ExecuteData, op: Opline, className: string): void {
  const v = op.op1Type === IS_CONST ? op.op1Lit : deref(ex.slots[ex.base + op.op1]);
  const name = typeof v === 'string' ? v : needsUserToString(v) ? '' : toStr(vm, v);
  freeStaticName(vm, ex, op);
  vm.throwError('Error', `Attempt to unset static property ${displayName(className)}::$${name}`);
}

export const staticPropHandlers: Partial<Record<OpName, Handler>> = {
  FETCH_STATIC_PROP_R: zendFetchStaticPropR,
  FETCH_STATIC_PROP_IS: zendFetchStaticPropIs,
  FETCH_STATIC_PROP_W: zendFetchStaticPropW,
  FETCH_STATIC_PROP_RW: zendFetchStaticPropRw,
  FETCH_STATIC_PROP_UNSET: zendFetchStaticPropUnset,
  FETCH_STATIC_PROP_FUNC_ARG: zendFetchStaticPropFuncArg,
  ASSIGN_STATIC_PROP: zendAssignStaticProp,
  ASSIGN_STATIC_PROP_REF: zendAssignStaticPropRef,
  ISSET_ISEMPTY_STATIC_PROP: zendIssetIsemptyStaticProp,
  UNSET_STATIC_PROP: zendUnsetStaticProp,
};
