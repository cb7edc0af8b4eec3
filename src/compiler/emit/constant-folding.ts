/**
 * Which operations on constants the compiler may carry out, and their results.
 * Source: php-src 8.2 Zend/zend_compile.c (zend_binary_op_produces_error, zend_try_ct_eval_*)
 */
import { INVALID_NAN } from '../../bytecode/invalid-nan.ts';
import { OP } from '../../bytecode/opcodes.ts';
import type { ValueContext } from '../../value/context.ts';
import { toBool, toFloat, toInt } from '../../value/convert.ts';
import { numericValue } from '../../value/numeric-string.ts';
import { bitNot } from '../../value/bit-operators.ts';
import { binaryOp } from '../../value/operators.ts';
import { PhpArray } from '../../value/php-array.ts';
import { PhpFloat, type Zval } from '../../value/zval.ts';
import type { Compiler } from './context.ts';
import { ctContext } from './ct-value.ts';
import { type Folded, NOT_CONSTANT } from './not-constant.ts';

/** zend_is_long_compatible: the float is an int without loss. */
export function isLongCompatible(d: number): boolean {
  return Number.isInteger(d) && d >= -9223372036854775808 && d < 9223372036854775808;
}

/** zend_is_op_long_compatible */
function isOpLongCompatible(op: Zval): boolean {
  if (op instanceof PhpArray) return false;
  if (op instanceof PhpFloat) return isLongCompatible(op.value);
  if (typeof op === 'string') {
    const n = numericValue(op);
    if (n === null) return false;
    return !(n instanceof PhpFloat) || isLongCompatible(n.value);
  }
  return true;
}

/** Operators that report errors for operands that are no numbers. */
function isNumericOperator(opcode: number): boolean {
  return (opcode >= OP.ADD && opcode <= OP.SR) || (opcode >= OP.BW_OR && opcode <= OP.POW);
}

/** Operators on 64-bit integers. */
function isIntegerOperator(opcode: number): boolean {
  return (
    opcode === OP.SL ||
    opcode === OP.SR ||
    opcode === OP.MOD ||
    opcode === OP.BW_OR ||
    opcode === OP.BW_AND ||
    opcode === OP.BW_XOR
  );
}

function isBitwise(opcode: number): boolean {
  return opcode === OP.BW_OR || opcode === OP.BW_AND || opcode === OP.BW_XOR;
}

/** zend_binary_op_produces_error: whether the operation would warn or throw. */
function binaryOpProducesError(ctx: ValueContext, opcode: number, op1: Zval, op2: Zval): boolean {
  const array1 = op1 instanceof PhpArray;
  const array2 = op2 instanceof PhpArray;
  if (opcode === OP.CONCAT || opcode === OP.FAST_CONCAT) return array1 || array2;
  if (!isNumericOperator(opcode)) return false;
  if (array1 || array2) return !(opcode === OP.ADD && array1 && array2);
  if (isBitwise(opcode) && typeof op1 === 'string' && typeof op2 === 'string') return false;
  if (typeof op1 === 'string' && numericValue(op1) === null) return true;
  if (typeof op2 === 'string' && numericValue(op2) === null) return true;
  if (opcode === OP.MOD && toInt(ctx, op2) === 0) return true;
  if (opcode === OP.DIV && toFloat(ctx, op2) === 0) return true;
  if ((opcode === OP.SL || opcode === OP.SR) && toInt(ctx, op2) < 0) return true;
  if (isIntegerOperator(opcode)) return !isOpLongCompatible(op1) || !isOpLongCompatible(op2);
  return false;
}

/** zend_try_ct_eval_binary_op */
export function tryCtEvalBinaryOp(c: Compiler, opcode: number, op1: Zval, op2: Zval): Folded {
  return evalBinaryOp(ctContext(c), opcode, op1, op2);
}

/** The result of a binary operator on constants, where it says nothing. */
export function evalBinaryOp(ctx: ValueContext, opcode: number, op1: Zval, op2: Zval): Folded {
  if (binaryOpProducesError(ctx, opcode, op1, op2)) return NOT_CONSTANT;
  const result = binaryOp(ctx, opcode, op1, op2);
  return result instanceof PhpFloat && Number.isNaN(result.value) ? foldedNan(op1, op2) : result;
}

/** The NaN an operation yields: the first NaN among its operands, else that of an invalid operation. */
function foldedNan(op1: Zval, op2: Zval): PhpFloat {
  for (const op of [op1, op2]) {
    if (op instanceof PhpFloat && Number.isNaN(op.value)) return op;
  }
  return INVALID_NAN;
}

/** zend_try_ct_eval_unary_op: BOOL_NOT and BW_NOT. */
export function tryCtEvalUnaryOp(c: Compiler, opcode: number, op: Zval): Folded {
  return evalUnaryOp(ctContext(c), opcode, op);
}

/** The same without a compilation around it. */
export function evalUnaryOp(ctx: ValueContext, opcode: number, op: Zval): Folded {
  if (opcode === OP.BOOL_NOT) return !toBool(op);
  if (typeof op !== 'string' && (op === null || typeof op === 'boolean' || !isOpLongCompatible(op))) {
    return NOT_CONSTANT;
  }
  return bitNot(ctx, op);
}

/** zend_try_ct_eval_unary_pm: `+x` and `-x` are multiplications. */
export function tryCtEvalUnaryPm(c: Compiler, plus: boolean, op: Zval): Folded {
  return tryCtEvalBinaryOp(c, OP.MUL, op, plus ? 1 : -1);
}

/** zend_ct_eval_greater: `a > b` is `b < a`. */
export function ctEvalGreater(c: Compiler, orEqual: boolean, op1: Zval, op2: Zval): Zval {
  return binaryOp(ctContext(c), orEqual ? OP.IS_SMALLER_OR_EQUAL : OP.IS_SMALLER, op2, op1);
}
