/**
 * The binary and unary operators of PHP on any two values.
 *
 * Operands are borrowed and may be references; a result is owned by the caller. `undefined` means that an exception was
 * thrown (Zend leaves an UNDEF result). Objects never run user code here: one with __toString must be converted before
 * `concat` and before comparisons with strings (see `needsUserToString`).
 * Source: php-src Zend/zend_operators.c, https://www.php.net/manual/en/language.operators.php
 */
import { E_WARNING } from '../base/diagnostics.ts';
import { bitAnd, bitNot, bitOr, bitXor, mod, shiftLeft, shiftRight } from './bit-operators.ts';
import { compare, isIdentical, looseEquals } from './compare.ts';
import type { ValueContext } from './context.ts';
import { toBool, toStr, typeName } from './convert.ts';
import { addInt, isInt, mulInt, subInt } from './integer.ts';
import { internalError } from '../base/assert.ts';
import { parseNumeric } from './numeric-string.ts';
import { PhpArray } from './php-array.ts';
import { floatPow } from './pow.ts';
import { addRef, PhpFloat, type PhpInt, PhpReference, type Zval } from './zval.ts';

const SAFE_MAX = 9007199254740991;

/** What an operator returns: a value, or undefined after it threw. */
export type OpResult = Zval;

/** zend_binop_error: "Unsupported operand types: array + int". Returns undefined. */
export function unsupportedOperands(ctx: ValueContext, sign: string, a: Zval, b: Zval): undefined {
  if (ctx.exception === null) {
    ctx.throwError('TypeError', `Unsupported operand types: ${typeName(a)} ${sign} ${typeName(b)}`);
  }
  return undefined;
}

/**
 * zendi_try_convert_scalar_to_number: an arithmetic operand. A numeric prefix warns; anything without a number is not an
 * operand at all (undefined).
 */
function arithmeticOperand(ctx: ValueContext, v: Zval): PhpInt | PhpFloat | undefined {
  if (isInt(v) || v instanceof PhpFloat) return v;
  if (v === null || v === undefined || v === false) return 0;
  if (v === true) return 1;
  if (typeof v !== 'string') return undefined;
  const n = parseNumeric(v, true);
  if (n === null) return undefined;
  if (n.trailing) {
    ctx.error(E_WARNING, 'A non-numeric value encountered');
    if (ctx.exception !== null) return undefined;
  }
  return n.value;
}

function unref(v: Zval): Zval {
  return v instanceof PhpReference ? v.val : v;
}

function asDouble(n: PhpInt | PhpFloat): number {
  return n instanceof PhpFloat ? n.value : Number(n);
}

/** result := a + b; arrays unite, keeping the left value of a common key. */
export function add(ctx: ValueContext, a: Zval, b: Zval): OpResult {
  if (typeof a === 'number' && typeof b === 'number') {
    const r = a + b;
    return r >= -SAFE_MAX && r <= SAFE_MAX ? r : addInt(a, b);
  }
  if (a instanceof PhpFloat) {
    if (b instanceof PhpFloat) return new PhpFloat(a.value + b.value);
    if (typeof b === 'number') return new PhpFloat(a.value + b);
  } else if (typeof a === 'number' && b instanceof PhpFloat) return new PhpFloat(a + b.value);
  const left = unref(a);
  const right = unref(b);
  if (left instanceof PhpArray && right instanceof PhpArray) return uniteArrays(left, right);
  const x = arithmeticOperand(ctx, left);
  if (x === undefined) return unsupportedOperands(ctx, '+', left, right);
  const y = arithmeticOperand(ctx, right);
  if (y === undefined) return unsupportedOperands(ctx, '+', left, right);
  return isInt(x) && isInt(y) ? addInt(x, y) : new PhpFloat(asDouble(x) + asDouble(y));
}

/** add_function_array: a copy of a with those elements of b whose key a lacks. */
function uniteArrays(a: PhpArray, b: PhpArray): PhpArray {
  if (a === b) return addRef(a);
  const out = a.dup();
  for (let p = b.firstPos(); p < b.used; p = b.nextPos(p)) {
    const key = b.keyAt(p);
    if (!out.has(key)) {
      const v = b.valueAt(p);
      out.set(key, addRef(v instanceof PhpReference && v.rc === 1 ? v.val : v));
    }
  }
  return out;
}

/** result := a - b */
export function sub(ctx: ValueContext, a: Zval, b: Zval): OpResult {
  if (typeof a === 'number' && typeof b === 'number') {
    const r = a - b;
    return r >= -SAFE_MAX && r <= SAFE_MAX ? r : subInt(a, b);
  }
  if (a instanceof PhpFloat) {
    if (b instanceof PhpFloat) return new PhpFloat(a.value - b.value);
    if (typeof b === 'number') return new PhpFloat(a.value - b);
  } else if (typeof a === 'number' && b instanceof PhpFloat) return new PhpFloat(a - b.value);
  const left = unref(a);
  const right = unref(b);
  const x = arithmeticOperand(ctx, left);
  if (x === undefined) return unsupportedOperands(ctx, '-', left, right);
  const y = arithmeticOperand(ctx, right);
  if (y === undefined) return unsupportedOperands(ctx, '-', left, right);
  return isInt(x) && isInt(y) ? subInt(x, y) : new PhpFloat(asDouble(x) - asDouble(y));
}

/** result := a * b */
export function mul(ctx: ValueContext, a: Zval, b: Zval): OpResult {
  if (typeof a === 'number' && typeof b === 'number') {
    const r = a * b;
    return r >= -SAFE_MAX && r <= SAFE_MAX ? r + 0 : mulInt(a, b);
  }
  if (a instanceof PhpFloat) {
    if (b instanceof PhpFloat) return new PhpFloat(a.value * b.value);
    if (typeof b === 'number') return new PhpFloat(a.value * b);
  } else if (typeof a === 'number' && b instanceof PhpFloat) return new PhpFloat(a * b.value);
  const left = unref(a);
  const right = unref(b);
  const x = arithmeticOperand(ctx, left);
  if (x === undefined) return unsupportedOperands(ctx, '*', left, right);
  const y = arithmeticOperand(ctx, right);
  if (y === undefined) return unsupportedOperands(ctx, '*', left, right);
  return isInt(x) && isInt(y) ? mulInt(x, y) : new PhpFloat(asDouble(x) * asDouble(y));
}

/** result := a / b; an int when both are ints and it divides evenly. */
export function div(ctx: ValueContext, a: Zval, b: Zval): OpResult {
  const left = unref(a);
  const right = unref(b);
  const x = arithmeticOperand(ctx, left);
  if (x === undefined) return unsupportedOperands(ctx, '/', left, right);
  const y = arithmeticOperand(ctx, right);
  if (y === undefined) return unsupportedOperands(ctx, '/', left, right);
  const divisor = asDouble(y);
  if (divisor === 0) {
    ctx.throwError('DivisionByZeroError', 'Division by zero');
    return undefined;
  }
  if (isInt(x) && isInt(y)) return divideInts(x, y);
  return new PhpFloat(asDouble(x) / divisor);
}

function divideInts(x: PhpInt, y: PhpInt): PhpInt | PhpFloat {
  if (typeof x === 'number' && typeof y === 'number') {
    return x % y === 0 ? x / y + 0 : new PhpFloat(x / y);
  }
  const p = BigInt(x);
  const q = BigInt(y);
  // mulInt by one brings the quotient into its unique form, or to a float for PHP_INT_MIN / -1
  return p % q === 0n ? mulInt(p / q, 1) : new PhpFloat(Number(x) / Number(y));
}

/** result := a ** b */
export function pow(ctx: ValueContext, a: Zval, b: Zval): OpResult {
  const left = unref(a);
  const right = unref(b);
  const x = arithmeticOperand(ctx, left);
  if (x === undefined) return unsupportedOperands(ctx, '**', left, right);
  const y = arithmeticOperand(ctx, right);
  if (y === undefined) return unsupportedOperands(ctx, '**', left, right);
  if (isInt(x) && isInt(y) && y >= 0) return powInt(x, y);
  return new PhpFloat(floatPow(asDouble(x), asDouble(y)));
}

/** pow_function_base for ints: square and multiply; from the first overflow on it goes on in floats. */
function powInt(base: PhpInt, exponent: PhpInt): PhpInt | PhpFloat {
  if (exponent === 0) return 1;
  if (base === 0) return 0;
  if (base === 1) return 1;
  if (base === -1) return BigInt(exponent) % 2n === 0n ? 1 : -1;
  // a parity that a double cannot hold: the base overflows in the first steps, so only this sign matters
  if (typeof exponent === 'bigint') {
    const magnitude = floatPow(Math.abs(Number(base)), Number(exponent));
    return new PhpFloat(base < 0 && exponent % 2n !== 0n ? -magnitude : magnitude);
  }
  let i = exponent;
  let l1: PhpInt = 1;
  let l2: PhpInt = base;
  while (i >= 1) {
    if (i % 2 !== 0) {
      i--;
      const r: PhpInt | PhpFloat = mulInt(l1, l2);
      if (r instanceof PhpFloat) return new PhpFloat(r.value * floatPow(Number(l2), i));
      l1 = r;
    } else {
      i /= 2;
      const r: PhpInt | PhpFloat = mulInt(l2, l2);
      if (r instanceof PhpFloat) return new PhpFloat(Number(l1) * floatPow(r.value, i));
      l2 = r;
    }
  }
  return l1;
}

/** result := a . b */
export function concat(ctx: ValueContext, a: Zval, b: Zval): OpResult {
  if (typeof a === 'string' && typeof b === 'string') return a + b;
  const x = typeof a === 'string' ? a : toStr(ctx, a);
  if (ctx.exception !== null) return undefined;
  const y = typeof b === 'string' ? b : toStr(ctx, b);
  return ctx.exception !== null ? undefined : x + y;
}

/** result := a xor b */
export function boolXor(_ctx: ValueContext, a: Zval, b: Zval): OpResult {
  return toBool(a) !== toBool(b);
}

/**
 * ADD, SUB or MUL (by Zend's opcode number) of ints and floats, where an int result is safe: what binaryOp gives for them, at once.
 * undefined: ask binaryOp.
 */
export function plainArithmetic(opcode: number, a: Zval, b: Zval): number | PhpFloat | undefined {
  const x = a instanceof PhpFloat ? a.value : a;
  const y = b instanceof PhpFloat ? b.value : b;
  if (typeof x !== 'number' || typeof y !== 'number' || opcode < 1 || opcode > 3) return undefined;
  const r = opcode === 1 ? x + y : opcode === 2 ? x - y : x * y;
  if (typeof a !== 'number' || typeof b !== 'number') return new PhpFloat(r);
  return r <= Number.MAX_SAFE_INTEGER && r >= Number.MIN_SAFE_INTEGER ? r + 0 : undefined;
}

/** Any operator of two operands (or one, `b` is then ignored) by its Zend opcode number. */
export function binaryOp(ctx: ValueContext, opcode: number, a: Zval, b: Zval): OpResult {
  switch (opcode) {
    case 1:
      return add(ctx, a, b);
    case 2:
      return sub(ctx, a, b);
    case 3:
      return mul(ctx, a, b);
    case 4:
      return div(ctx, a, b);
    case 5:
      return mod(ctx, a, b);
    case 6:
      return shiftLeft(ctx, a, b);
    case 7:
      return shiftRight(ctx, a, b);
    case 8:
      return concat(ctx, a, b);
    case 9:
      return bitOr(ctx, a, b);
    case 10:
      return bitAnd(ctx, a, b);
    case 11:
      return bitXor(ctx, a, b);
    case 12:
      return pow(ctx, a, b);
    case 13:
      return bitNot(ctx, a);
    case 14:
      return !toBool(a);
    case 15:
      return boolXor(ctx, a, b);
    case 16:
      return isIdentical(ctx, a, b);
    case 17:
      return !isIdentical(ctx, a, b);
    case 18:
      return looseEquals(ctx, a, b);
    case 19:
      return !looseEquals(ctx, a, b);
    case 20:
      return compare(ctx, a, b) < 0;
    case 21:
      return compare(ctx, a, b) <= 0;
    case 170:
      return compare(ctx, a, b);
  }
  return internalError(`opcode ${opcode} is no operator`);
}
