/**
 * Reading and writing operands. Every handler takes its operands through these, so that "undefined variable", ownership
 * of temporaries and references are treated in one place.
 *
 * Ownership: a TMP or VAR operand is owned by its single consumer, which either moves the value on or releases it. A CV
 * or CONST operand is borrowed.
 * Source: php-src Zend/zend_execute.c (get_zval_ptr_*, GET_OP1_*)
 */
import { CALL_FRAME_SLOT, IS_CONST, IS_CV, IS_TMP_VAR, IS_VAR, type Opline } from '../bytecode/op-array.ts';
import { E_WARNING } from '../base/diagnostics.ts';
import { release } from '../value/refcount.ts';
import { addRef, PhpFloat, PhpIndirect, PhpReference, type Zval } from '../value/zval.ts';
import type { ExecuteData } from './execute-data.ts';
import type { Executor } from './executor.ts';

/** A handler: does one opline, returns where to go on (see flow.ts). */
export type Handler = (vm: Executor, ex: ExecuteData, op: Opline) => number;

/** Value of operand 1 for reading (BP_VAR_R): dereferenced; an undefined CV warns and reads as null. Borrowed. */
export function readOp1(vm: Executor, ex: ExecuteData, op: Opline): Zval {
  if (op.op1Type === IS_CONST) return op.op1Lit;
  const v = ex.slots[ex.base + op.op1];
  if (v instanceof PhpReference) return v.val;
  return v === undefined && op.op1Type === IS_CV ? undefinedCv(vm, ex, op.op1) : v;
}

/** Value of operand 2 for reading. Borrowed. */
export function readOp2(vm: Executor, ex: ExecuteData, op: Opline): Zval {
  if (op.op2Type === IS_CONST) return op.op2Lit;
  const v = ex.slots[ex.base + op.op2];
  if (v instanceof PhpReference) return v.val;
  return v === undefined && op.op2Type === IS_CV ? undefinedCv(vm, ex, op.op2) : v;
}

/** Operand 1 without the warning: undefined stays undefined (BP_VAR_IS). Dereferenced, borrowed. */
export function peekOp1(ex: ExecuteData, op: Opline): Zval {
  if (op.op1Type === IS_CONST) return op.op1Lit;
  const v = ex.slots[ex.base + op.op1];
  return v instanceof PhpReference ? v.val : v;
}

/** "Undefined variable $x"; the value is null. `slot` is relative to the frame. */
export function undefinedCv(vm: Executor, ex: ExecuteData, slot: number): null {
  const func = ex.func;
  const name = func.type === 2 ? func.vars[slot - CALL_FRAME_SLOT] : '';
  vm.error(E_WARNING, `Undefined variable $${name}`);
  return null;
}

/** Releases operand 1 when it is a temporary (FREE_OP1). */
export function freeOp1(vm: Executor, ex: ExecuteData, op: Opline): void {
  if ((op.op1Type & (IS_TMP_VAR | IS_VAR)) !== 0) freeSlot(vm, ex, op.op1);
}

/** Releases operand 2 when it is a temporary (FREE_OP2). */
export function freeOp2(vm: Executor, ex: ExecuteData, op: Opline): void {
  if ((op.op2Type & (IS_TMP_VAR | IS_VAR)) !== 0) freeSlot(vm, ex, op.op2);
}

/** Releases a temporary's slot (relative to the frame). */
export function freeSlot(vm: Executor, ex: ExecuteData, slot: number): void {
  const v = ex.slots[ex.base + slot];
  if (typeof v === 'object' && v !== null && !(v instanceof PhpFloat)) {
    ex.slots[ex.base + slot] = undefined;
    if (v instanceof PhpIndirect) return;
    // A temporary is never the last link that closes a cycle: no look at the collector (zval_ptr_dtor_nogc).
    if (v.rc > 1) v.rc--;
    else release(vm, v);
  }
}

/**
 * Operand 1 as an owned, dereferenced value: temporaries are moved out (a reference in a VAR is unwrapped and let go),
 * CVs and literals are copied with one more count.
 */
export function takeOp1(vm: Executor, ex: ExecuteData, op: Opline): Zval {
  if (op.op1Type === IS_CONST) return addRef(op.op1Lit);
  const v = ex.slots[ex.base + op.op1];
  if (op.op1Type === IS_CV) return v === undefined ? undefinedCv(vm, ex, op.op1) : copyOf(v);
  return v instanceof PhpReference ? unwrapOwned(vm, v) : v;
}

/** Operand 2 as an owned, dereferenced value. */
export function takeOp2(vm: Executor, ex: ExecuteData, op: Opline): Zval {
  if (op.op2Type === IS_CONST) return addRef(op.op2Lit);
  const v = ex.slots[ex.base + op.op2];
  if (op.op2Type === IS_CV) return v === undefined ? undefinedCv(vm, ex, op.op2) : copyOf(v);
  return v instanceof PhpReference ? unwrapOwned(vm, v) : v;
}

/** ZVAL_COPY_DEREF. */
export function copyOf(v: Zval): Zval {
  return addRef(v instanceof PhpReference ? v.val : v);
}

/** Turns an owned reference into an owned value. */
export function unwrapOwned(vm: Executor, ref: PhpReference): Zval {
  const v = addRef(ref.val);
  release(vm, ref);
  return v;
}

/** Writes the result slot (owned value moves in). */
export function setResult(ex: ExecuteData, op: Opline, v: Zval): void {
  ex.slots[ex.base + op.result] = v;
}

/** makeReference: turns the place into a reference (unless it is one) and returns it, borrowed. */
export function makeReference(place: PhpIndirect): PhpReference {
  const v = place.slots[place.index];
  if (v instanceof PhpReference) return v;
  const ref = new PhpReference(v === undefined ? null : v);
  place.slots[place.index] = ref;
  return ref;
}
