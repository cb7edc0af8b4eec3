/**
 * Assignments to variables: =, op=, =&, and the oplines that make, copy or separate values for them.
 * Source: php-src 8.2 Zend/zend_vm_def.h
 */
import { IS_CV, IS_VAR, type Opline } from '../../bytecode/op-array.ts';
import { OP, type OpName } from '../../bytecode/opcodes.ts';
import { ZEND_RETURNS_FUNCTION } from '../../bytecode/operand-flags.ts';
import { flush, type NativeCode, NEEDS_SLOW } from '../../object/native-code.ts';
import { assignToTypedReference } from '../../object/typed-reference.ts';
import { needsUserToString } from '../../value/convert.ts';
import { binaryOp } from '../../value/operators.ts';
import { release } from '../../value/refcount.ts';
import { addRef, deref, PhpIndirect, PhpReference, type Zval } from '../../value/zval.ts';
import type { ExecuteData } from '../execute-data.ts';
import type { Executor } from '../executor.ts';
import { startOplineCode } from '../flow.ts';
import { copyOf, freeOp1, freeOp2, type Handler, readOp2, setResult, takeOp2, undefinedCv } from '../operands.ts';
import { ownFloat } from '../../bytecode/own-floats.ts';
import {
  assignToReference,
  assignToSlot,
  assignTypedReferenceSlow,
  makeRefAt,
  onlyVariablesByReference,
  usesStrictTypes,
} from '../places.ts';

/** result := op1 := op2. ZEND_ASSIGN */
export const zendAssign: Handler = (vm, ex, op) => {
  const taken = takeOp2(vm, ex, op);
  const value = op.scratch === null ? taken : ownFloat(false, op.scratch, null, taken);
  let slots = ex.slots;
  let at = ex.base + op.op1;
  let old = slots[at];
  if (old instanceof PhpIndirect && op.op1Type === IS_VAR) {
    slots[at] = undefined;
    slots = old.slots;
    at = old.index;
    old = slots[at];
  }
  let stored: Zval | typeof NEEDS_SLOW = value;
  if (typeof old !== 'object' || old === null) {
    slots[at] = value;
  } else if (old instanceof PhpReference) {
    stored = assignToReference(vm, ex, old, value);
    if (stored === NEEDS_SLOW) {
      return startOplineCode(vm, ex, assignTypedReferenceSlow(vm, ex, op, old, value, ex.opline + 1));
    }
  } else {
    slots[at] = value;
    release(vm, old);
  }
  if (op.resultType !== 0 && stored !== undefined) setResult(ex, op, addRef(stored));
  if (op.op1Type === IS_VAR) freeOp1(vm, ex, op);
  return ex.opline + 1;
};

/** result := op1 := op1 <ext> op2. ZEND_ASSIGN_OP */
export const zendAssignOp: Handler = (vm, ex, op) => {
  const value = readOp2(vm, ex, op);
  let slots = ex.slots;
  let at = ex.base + op.op1;
  let old = slots[at];
  if (op.op1Type === IS_VAR && old instanceof PhpIndirect) {
    slots[at] = undefined;
    slots = old.slots;
    at = old.index;
    old = slots[at];
  } else if (op.op1Type === IS_CV) {
    if (typeof old === 'number' && typeof value === 'number') {
      const fast = fastIntOp(op.extendedValue, old, value);
      if (fast !== undefined) {
        slots[at] = fast;
        if (op.resultType !== 0) setResult(ex, op, fast);
        return ex.opline + 1;
      }
    }
    if (old === undefined) {
      old = undefinedCv(vm, ex, op.op1);
      slots[at] = null;
    }
  }
  const left = deref(old);
  if (op.extendedValue === OP.CONCAT && (needsUserToString(left) || needsUserToString(value))) {
    return startOplineCode(vm, ex, assignConcatSlow(vm, ex, op, slots, at, value));
  }
  const computed = binaryOp(vm, op.extendedValue, left ?? null, value);
  if (vm.deferred.length > 0) return startOplineCode(vm, ex, storeAfterHandlers(vm, ex, op, slots, at, computed));
  if (computed !== undefined && vm.exception === null) storeComputed(vm, ex, op, slots, at, computed);
  else release(vm, computed);
  freeOp2(vm, ex, op);
  if (op.op1Type === IS_VAR) freeOp1(vm, ex, op);
  return ex.opline + 1;
};

/** The operator warned: what the error handler throws must keep the variable as it was. `computed` is owned. */
function* storeAfterHandlers(
  vm: Executor,
  ex: ExecuteData,
  op: Opline,
  slots: Zval[],
  at: number,
  computed: Zval,
): NativeCode<number> {
  let stored = false;
  try {
    yield* flush();
    stored = computed !== undefined && vm.exception === null;
    if (stored) storeComputed(vm, ex, op, slots, at, computed);
  } finally {
    if (!stored) release(vm, computed);
    freeOp2(vm, ex, op);
    if (op.op1Type === IS_VAR) freeOp1(vm, ex, op);
  }
  return ex.opline + 1;
}

/** int op int when the result is surely a safe int. */
function fastIntOp(opcode: number, a: number, b: number): number | undefined {
  let r: number;
  if (opcode === OP.ADD) r = a + b;
  else if (opcode === OP.SUB) r = a - b;
  else return undefined;
  return r >= -9007199254740991 && r <= 9007199254740991 ? r : undefined;
}

/** Stores an operator's result (owned) where the left operand was. */
export function storeComputed(
  vm: Executor,
  ex: ExecuteData,
  op: Opline,
  slots: Zval[],
  at: number,
  computed: Zval,
): void {
  const old = slots[at];
  let stored: Zval | typeof NEEDS_SLOW = computed;
  if (old instanceof PhpReference && old.sources !== null) {
    // An operator never yields an object, so no __toString can be needed.
    stored = assignToTypedReference(vm, old, computed, usesStrictTypes(ex));
    release(vm, computed);
  } else {
    stored = assignToSlot(vm, ex, slots, at, computed);
  }
  if (op.resultType !== 0 && stored !== undefined && stored !== NEEDS_SLOW) setResult(ex, op, addRef(stored));
}

/** Both operands of `.=` as strings, __toString included. undefined after an exception. */
export function* concatSlow(vm: Executor, left: Zval, right: Zval): NativeCode<string | undefined> {
  const a = yield* vm.toStringOf(left ?? null);
  if (a === null) return undefined;
  const b = yield* vm.toStringOf(right);
  return b === null ? undefined : a + b;
}

function* assignConcatSlow(
  vm: Executor,
  ex: ExecuteData,
  op: Opline,
  slots: Zval[],
  at: number,
  value: Zval,
): NativeCode<number> {
  addRef(value);
  const left = addRef(deref(slots[at]));
  try {
    const text = yield* concatSlow(vm, left, value);
    if (text !== undefined) storeComputed(vm, ex, op, slots, at, text);
  } finally {
    release(vm, left);
    release(vm, value);
    freeOp2(vm, ex, op);
  }
  return ex.opline + 1;
}

/** zend_assign_to_variable_reference: both places hold the same reference afterwards. */
export function bindReference(vm: Executor, slots: Zval[], at: number, from: Zval[], fromAt: number): void {
  const ref = makeRefAt(from, fromAt);
  if (slots[at] === ref) return;
  ref.rc++;
  const old = slots[at];
  slots[at] = ref;
  if (typeof old === 'object' && old !== null) release(vm, old);
}

/** op1 := &op2. ZEND_ASSIGN_REF */
export const zendAssignRef: Handler = (vm, ex, op) => {
  let from = ex.slots;
  let fromAt = ex.base + op.op2;
  const source = from[fromAt];
  if (op.op2Type === IS_VAR && source instanceof PhpIndirect) {
    from = source.slots;
    fromAt = source.index;
  }
  let slots = ex.slots;
  let at = ex.base + op.op1;
  const target = slots[at];
  if (op.op1Type === IS_VAR) {
    if (!(target instanceof PhpIndirect)) {
      vm.throwError('Error', 'Cannot assign by reference to an array dimension of an object');
      freeOp2(vm, ex, op);
      freeOp1(vm, ex, op);
      return ex.opline + 1;
    }
    slots = target.slots;
    at = target.index;
  }
  if (op.op2Type === IS_VAR && op.extendedValue === ZEND_RETURNS_FUNCTION && !(from[fromAt] instanceof PhpReference)) {
    return wrongAssignRef(vm, ex, op, slots, at, from[fromAt]);
  }
  bindReference(vm, slots, at, from, fromAt);
  if (op.resultType !== 0) setResult(ex, op, copyOf(slots[at]));
  freeOp2(vm, ex, op);
  if (op.op1Type === IS_VAR) freeOp1(vm, ex, op);
  return ex.opline + 1;
};

/** zend_wrong_assign_to_variable_reference: a function's value is assigned plainly, with a notice. */
function wrongAssignRef(vm: Executor, ex: ExecuteData, op: Opline, slots: Zval[], at: number, value: Zval): number {
  onlyVariablesByReference(vm);
  const owned = addRef(value);
  freeOp2(vm, ex, op);
  const ref = slots[at];
  const stored = assignToSlot(vm, ex, slots, at, owned);
  if (stored === NEEDS_SLOW) {
    return startOplineCode(vm, ex, assignTypedReferenceSlow(vm, ex, op, ref as PhpReference, owned, ex.opline + 1));
  }
  if (op.resultType !== 0 && stored !== undefined) setResult(ex, op, addRef(stored));
  return ex.opline + 1;
}

/** result := &op1: the variable becomes a reference. ZEND_MAKE_REF */
export const zendMakeRef: Handler = (_vm, ex, op) => {
  const at = ex.base + op.op1;
  const v = ex.slots[at];
  if (op.op1Type === IS_CV) {
    setResult(ex, op, addRef(makeRefAt(ex.slots, at)));
  } else if (v instanceof PhpIndirect) {
    setResult(ex, op, addRef(makeRefAt(v.slots, v.index)));
    ex.slots[at] = undefined;
  } else {
    setResult(ex, op, v);
  }
  return ex.opline + 1;
};

/** op1 := own copy of op1: a call's reference result with one holder becomes a value. ZEND_SEPARATE */
export const zendSeparate: Handler = (vm, ex, op) => {
  const at = ex.base + op.op1;
  const v = ex.slots[at];
  if (v instanceof PhpReference && v.rc === 1) {
    ex.slots[at] = addRef(v.val);
    release(vm, v);
  }
  return ex.opline + 1;
};

/** result := op1, op1 stays. ZEND_COPY_TMP */
export const zendCopyTmp: Handler = (_vm, ex, op) => {
  setResult(ex, op, addRef(ex.slots[ex.base + op.op1]));
  return ex.opline + 1;
};

export const assignHandlers: Partial<Record<OpName, Handler>> = {
  ASSIGN: zendAssign,
  ASSIGN_OP: zendAssignOp,
  ASSIGN_REF: zendAssignRef,
  MAKE_REF: zendMakeRef,
  SEPARATE: zendSeparate,
  COPY_TMP: zendCopyTmp,
};
