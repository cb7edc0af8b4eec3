/**
 * Arithmetic, bitwise, comparison and boolean operators.
 * Source: php-src Zend/zend_vm_def.h (ZEND_ADD ... ZEND_SPACESHIP)
 */
import { OP, type OpName } from '../../bytecode/opcodes.ts';
import { IS_CV, IS_VAR, type Opline } from '../../bytecode/op-array.ts';
import type { NativeCode } from '../../object/native-code.ts';
import { compare, isIdentical, looseEquals } from '../../value/compare.ts';
import { needsUserToString, toBool } from '../../value/convert.ts';
import { add, binaryOp, div, mul, sub } from '../../value/operators.ts';
import { PhpObject } from '../../value/php-object.ts';
import { release } from '../../value/refcount.ts';
import { PhpIndirect, type Zval } from '../../value/zval.ts';
import { incDecSlot } from '../property-update.ts';
import type { ExecuteData } from '../execute-data.ts';
import type { Executor } from '../executor.ts';
import { startOplineCode } from '../flow.ts';
import { freeOp1, freeOp2, freeSlot, type Handler, readOp1, readOp2, undefinedCv } from '../operands.ts';

const SAFE_MAX = Number.MAX_SAFE_INTEGER;

/** result := op1 + op2 */
export const zendAdd: Handler = (vm, ex, op) => {
  const a = readOp1(vm, ex, op);
  const b = readOp2(vm, ex, op);
  if (typeof a === 'number' && typeof b === 'number') {
    const r = a + b;
    ex.slots[ex.base + op.result] = r <= SAFE_MAX && r >= -SAFE_MAX ? r : add(vm, a, b);
    return ex.opline + 1;
  }
  return finishBinary(vm, ex, op, add(vm, a, b));
};

/** result := op1 - op2 */
export const zendSub: Handler = (vm, ex, op) => {
  const a = readOp1(vm, ex, op);
  const b = readOp2(vm, ex, op);
  if (typeof a === 'number' && typeof b === 'number') {
    const r = a - b;
    ex.slots[ex.base + op.result] = r <= SAFE_MAX && r >= -SAFE_MAX ? r : sub(vm, a, b);
    return ex.opline + 1;
  }
  return finishBinary(vm, ex, op, sub(vm, a, b));
};

/** result := op1 * op2 */
export const zendMul: Handler = (vm, ex, op) =>
  finishBinary(vm, ex, op, mul(vm, readOp1(vm, ex, op), readOp2(vm, ex, op)));

/** result := op1 / op2 */
export const zendDiv: Handler = (vm, ex, op) =>
  finishBinary(vm, ex, op, div(vm, readOp1(vm, ex, op), readOp2(vm, ex, op)));

/** Stores the result unless the operator threw; frees both operands. */
function finishBinary(vm: Executor, ex: ExecuteData, op: Opline, result: Zval): number {
  freeOp1(vm, ex, op);
  freeOp2(vm, ex, op);
  if (vm.exception === null) ex.slots[ex.base + op.result] = result;
  return ex.opline + 1;
}

/** result := op1 (MOD, SL, SR, BW_*, POW, BOOL_XOR, BW_NOT) op2 */
export const zendBinary: Handler = (vm, ex, op) => {
  const a = readOp1(vm, ex, op);
  const b = op.op2Type === 0 ? null : readOp2(vm, ex, op);
  return finishBinary(vm, ex, op, binaryOp(vm, op.opcode, a, b));
};

/** result := op1 . op2; an object's __toString is user code. */
export const zendConcat: Handler = (vm, ex, op) => {
  const a = readOp1(vm, ex, op);
  const b = readOp2(vm, ex, op);
  if (typeof a === 'string' && typeof b === 'string') {
    ex.slots[ex.base + op.result] = a + b;
    return ex.opline + 1;
  }
  if (needsUserToString(a) || needsUserToString(b)) return startOplineCode(vm, ex, concatSlow(vm, ex, op, a, b));
  return finishBinary(vm, ex, op, binaryOp(vm, OP.CONCAT, a, b));
};

function* concatSlow(vm: Executor, ex: ExecuteData, op: Opline, a: Zval, b: Zval): NativeCode<number> {
  try {
    const x = yield* vm.toStringOf(a);
    if (x === null || vm.exception !== null) return ex.opline + 1;
    const y = yield* vm.toStringOf(b);
    if (y !== null && vm.exception === null) ex.slots[ex.base + op.result] = x + y;
  } finally {
    freeOp1(vm, ex, op);
    freeOp2(vm, ex, op);
  }
  return ex.opline + 1;
}

/** result := op1 < op2 */
export const zendIsSmaller: Handler = (vm, ex, op) => {
  const a = readOp1(vm, ex, op);
  const b = readOp2(vm, ex, op);
  if (typeof a === 'number' && typeof b === 'number') {
    ex.slots[ex.base + op.result] = a < b;
    return ex.opline + 1;
  }
  return compareGeneral(vm, ex, op, a, b);
};

/** result := op1 <= op2 */
export const zendIsSmallerOrEqual: Handler = (vm, ex, op) => {
  const a = readOp1(vm, ex, op);
  const b = readOp2(vm, ex, op);
  if (typeof a === 'number' && typeof b === 'number') {
    ex.slots[ex.base + op.result] = a <= b;
    return ex.opline + 1;
  }
  return compareGeneral(vm, ex, op, a, b);
};

/** result := op1 == op2 (also !=, <=>) */
export const zendCompare: Handler = (vm, ex, op) =>
  compareGeneral(vm, ex, op, readOp1(vm, ex, op), readOp2(vm, ex, op));

function compareGeneral(vm: Executor, ex: ExecuteData, op: Opline, a: Zval, b: Zval): number {
  // An object with __toString against a string compares as a string: user code.
  if ((typeof a === 'string' && needsUserToString(b)) || (typeof b === 'string' && needsUserToString(a))) {
    return startOplineCode(vm, ex, compareSlow(vm, ex, op, a, b));
  }
  return finishBinary(vm, ex, op, comparison(vm, op.opcode, a, b));
}

function* compareSlow(vm: Executor, ex: ExecuteData, op: Opline, a: Zval, b: Zval): NativeCode<number> {
  try {
    const x = a instanceof PhpObject ? yield* vm.toStringOf(a) : a;
    const y = b instanceof PhpObject ? yield* vm.toStringOf(b) : b;
    if (vm.exception === null) ex.slots[ex.base + op.result] = comparison(vm, op.opcode, x, y);
  } finally {
    freeOp1(vm, ex, op);
    freeOp2(vm, ex, op);
  }
  return ex.opline + 1;
}

/** What a comparison opcode says of two values. */
export function comparison(vm: Executor, opcode: number, a: Zval, b: Zval): boolean | number {
  switch (opcode) {
    case OP.IS_EQUAL:
    case OP.CASE:
      return looseEquals(vm, a, b);
    case OP.IS_NOT_EQUAL:
      return !looseEquals(vm, a, b);
    case OP.IS_SMALLER:
      return compare(vm, a, b) < 0;
    case OP.IS_SMALLER_OR_EQUAL:
      return compare(vm, a, b) <= 0;
    default:
      return compare(vm, a, b);
  }
}

/** result := op1 == op2 of a switch: op1 stays alive for the next case. */
export const zendCase: Handler = (vm, ex, op) => {
  const a = readOp1(vm, ex, op);
  const b = readOp2(vm, ex, op);
  if ((typeof a === 'string' && needsUserToString(b)) || (typeof b === 'string' && needsUserToString(a))) {
    return startOplineCode(vm, ex, caseSlow(vm, ex, op, a, b));
  }
  const same = comparison(vm, OP.CASE, a, b);
  freeOp2(vm, ex, op);
  if (vm.exception === null) ex.slots[ex.base + op.result] = same;
  return ex.opline + 1;
};

function* caseSlow(vm: Executor, ex: ExecuteData, op: Opline, a: Zval, b: Zval): NativeCode<number> {
  try {
    const x = a instanceof PhpObject ? yield* vm.toStringOf(a) : a;
    const y = b instanceof PhpObject ? yield* vm.toStringOf(b) : b;
    if (vm.exception === null) ex.slots[ex.base + op.result] = comparison(vm, OP.CASE, x, y);
  } finally {
    freeOp2(vm, ex, op);
  }
  return ex.opline + 1;
}

/** result := op1 === op2 of a match: op1 stays alive. */
export const zendCaseStrict: Handler = (vm, ex, op) => {
  const same = isIdentical(vm, readOp1(vm, ex, op), readOp2(vm, ex, op));
  freeOp2(vm, ex, op);
  ex.slots[ex.base + op.result] = same;
  return ex.opline + 1;
};

/** result := op1 === op2 */
export const zendIsIdentical: Handler = (vm, ex, op) =>
  finishBinary(vm, ex, op, isIdentical(vm, readOp1(vm, ex, op), readOp2(vm, ex, op)));

/** result := op1 !== op2 */
export const zendIsNotIdentical: Handler = (vm, ex, op) =>
  finishBinary(vm, ex, op, !isIdentical(vm, readOp1(vm, ex, op), readOp2(vm, ex, op)));

/** result := !op1 */
export const zendBoolNot: Handler = (vm, ex, op) => {
  const v = toBool(readOp1(vm, ex, op));
  freeOp1(vm, ex, op);
  ex.slots[ex.base + op.result] = !v;
  return ex.opline + 1;
};

/** result := (bool) op1 */
export const zendBool: Handler = (vm, ex, op) => {
  const v = toBool(readOp1(vm, ex, op));
  freeOp1(vm, ex, op);
  ex.slots[ex.base + op.result] = v;
  return ex.opline + 1;
};

/** ++op1 of a variable; result is the new value. */
export const zendPreInc: Handler = (vm, ex, op) => {
  const v = ex.slots[ex.base + op.op1];
  if (typeof v === 'number' && v < SAFE_MAX) {
    ex.slots[ex.base + op.op1] = v + 1;
    if (op.resultType !== 0) ex.slots[ex.base + op.result] = v + 1;
    return ex.opline + 1;
  }
  return preStep(vm, ex, op, true);
};

/** --op1 of a variable; result is the new value. */
export const zendPreDec: Handler = (vm, ex, op) => {
  const v = ex.slots[ex.base + op.op1];
  if (typeof v === 'number' && v > -SAFE_MAX) {
    ex.slots[ex.base + op.op1] = v - 1;
    if (op.resultType !== 0) ex.slots[ex.base + op.result] = v - 1;
    return ex.opline + 1;
  }
  return preStep(vm, ex, op, false);
};

function preStep(vm: Executor, ex: ExecuteData, op: Opline, up: boolean): number {
  const after = stepPlace(vm, ex, op, up, false);
  if (after !== undefined) {
    if (op.resultType !== 0) ex.slots[ex.base + op.result] = after;
    else release(vm, after);
  }
  return ex.opline + 1;
}

/** ++ or -- of what op1 designates; owned result, undefined after an exception. */
function stepPlace(vm: Executor, ex: ExecuteData, op: Opline, up: boolean, post: boolean): Zval {
  const at = ex.base + op.op1;
  const held = ex.slots[at];
  if (held instanceof PhpIndirect) return incDecSlot(vm, ex, held.slots, held.index, null, up, post);
  if (held === undefined && op.op1Type === IS_CV) ex.slots[at] = undefinedCv(vm, ex, op.op1);
  const result = incDecSlot(vm, ex, ex.slots, at, null, up, post);
  // an overloaded element or property: the reference that offsetGet or __get handed out
  if (op.op1Type === IS_VAR) freeSlot(vm, ex, op.op1);
  return result;
}

/** result := op1++ of a variable. */
export const zendPostInc: Handler = (vm, ex, op) => {
  const v = ex.slots[ex.base + op.op1];
  if (typeof v === 'number' && v < SAFE_MAX) {
    ex.slots[ex.base + op.result] = v;
    ex.slots[ex.base + op.op1] = v + 1;
    return ex.opline + 1;
  }
  return postStep(vm, ex, op, true);
};

/** result := op1-- of a variable. */
export const zendPostDec: Handler = (vm, ex, op) => {
  const v = ex.slots[ex.base + op.op1];
  if (typeof v === 'number' && v > -SAFE_MAX) {
    ex.slots[ex.base + op.result] = v;
    ex.slots[ex.base + op.op1] = v - 1;
    return ex.opline + 1;
  }
  return postStep(vm, ex, op, false);
};

function postStep(vm: Executor, ex: ExecuteData, op: Opline, up: boolean): number {
  const before = stepPlace(vm, ex, op, up, true);
  if (before !== undefined) ex.slots[ex.base + op.result] = before;
  return ex.opline + 1;
}

export const arithmeticHandlers: Partial<Record<OpName, Handler>> = {
  ADD: zendAdd,
  SUB: zendSub,
  MUL: zendMul,
  DIV: zendDiv,
  MOD: zendBinary,
  SL: zendBinary,
  SR: zendBinary,
  POW: zendBinary,
  BW_OR: zendBinary,
  BW_AND: zendBinary,
  BW_XOR: zendBinary,
  BW_NOT: zendBinary,
  BOOL_XOR: zendBinary,
  CONCAT: zendConcat,
  FAST_CONCAT: zendConcat,
  IS_SMALLER: zendIsSmaller,
  IS_SMALLER_OR_EQUAL: zendIsSmallerOrEqual,
  IS_EQUAL: zendCompare,
  IS_NOT_EQUAL: zendCompare,
  SPACESHIP: zendCompare,
  CASE: zendCase,
  CASE_STRICT: zendCaseStrict,
  IS_IDENTICAL: zendIsIdentical,
  IS_NOT_IDENTICAL: zendIsNotIdentical,
  BOOL_NOT: zendBoolNot,
  BOOL: zendBool,
  PRE_INC: zendPreInc,
  PRE_DEC: zendPreDec,
  POST_INC: zendPostInc,
  POST_DEC: zendPostDec,
};
