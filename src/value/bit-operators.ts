/**
 * The operators that work on ints: % << >> | & ^ ~, with their string forms.
 * Operands and results as in operators.ts: undefined means that an exception was thrown.
 * Source: php-src Zend/zend_operators.c (zendi_try_get_long, mod_function, shift_left_function, bitwise_*_function)
 */
import { E_WARNING } from '../base/diagnostics.ts';
import type { ValueContext } from './context.ts';
import { deprecateLossyFloatString, floatToIntImplicit, typeName } from './convert.ts';
import {
  andInt,
  floatToIntCap,
  isInt,
  isLongCompatible,
  modInt,
  notInt,
  orInt,
  shlInt,
  shrInt,
  xorInt,
} from './integer.ts';
import { parseNumeric } from './numeric-string.ts';
import { PhpFloat, type PhpInt, PhpReference, type Zval } from './zval.ts';

/** zendi_try_get_long: the int an operand means, with the warnings PHP gives; undefined when it means none. */
export function tryGetLong(ctx: ValueContext, v: Zval): PhpInt | undefined {
  if (isInt(v)) return v;
  if (v === null || v === undefined || v === false) return 0;
  if (v === true) return 1;
  if (v instanceof PhpFloat) {
    const l = floatToIntImplicit(ctx, v.value);
    return ctx.exception !== null ? undefined : l;
  }
  if (typeof v !== 'string') return undefined;
  const n = parseNumeric(v, true);
  if (n === null) return undefined;
  if (n.trailing) {
    ctx.error(E_WARNING, 'A non-numeric value encountered');
    if (ctx.exception !== null) return undefined;
  }
  if (!(n.value instanceof PhpFloat)) return n.value;
  const l = floatToIntCap(n.value.value);
  if (!isLongCompatible(n.value.value, l)) {
    deprecateLossyFloatString(ctx, v);
    if (ctx.exception !== null) return undefined;
  }
  return l;
}

/** Both operands as ints handed to `op`; "Unsupported operand types" when one is none. */
function onInts(
  ctx: ValueContext,
  sign: string,
  a: Zval,
  b: Zval,
  op: (ctx: ValueContext, x: PhpInt, y: PhpInt) => Zval,
): Zval {
  const left = a instanceof PhpReference ? a.val : a;
  const right = b instanceof PhpReference ? b.val : b;
  const x = tryGetLong(ctx, left);
  const y = x === undefined ? undefined : tryGetLong(ctx, right);
  if (x === undefined || y === undefined) {
    if (ctx.exception === null) {
      ctx.throwError('TypeError', `Unsupported operand types: ${typeName(left)} ${sign} ${typeName(right)}`);
    }
    return undefined;
  }
  return op(ctx, x, y);
}

function modInts(ctx: ValueContext, x: PhpInt, y: PhpInt): Zval {
  if (y === 0) {
    ctx.throwError('DivisionByZeroError', 'Modulo by zero');
    return undefined;
  }
  return modInt(x, y);
}

function shlInts(ctx: ValueContext, x: PhpInt, n: PhpInt): Zval {
  if (n < 0) {
    ctx.throwError('ArithmeticError', 'Bit shift by negative number');
    return undefined;
  }
  return shlInt(x, n);
}

function shrInts(ctx: ValueContext, x: PhpInt, n: PhpInt): Zval {
  if (n < 0) {
    ctx.throwError('ArithmeticError', 'Bit shift by negative number');
    return undefined;
  }
  return shrInt(x, n);
}

/** result := a % b */
export function mod(ctx: ValueContext, a: Zval, b: Zval): Zval {
  if (typeof a === 'number' && typeof b === 'number' && b !== 0) return (a % b) + 0;
  return onInts(ctx, '%', a, b, modInts);
}

/** result := a << b */
export function shiftLeft(ctx: ValueContext, a: Zval, b: Zval): Zval {
  return onInts(ctx, '<<', a, b, shlInts);
}

/** result := a >> b */
export function shiftRight(ctx: ValueContext, a: Zval, b: Zval): Zval {
  return onInts(ctx, '>>', a, b, shrInts);
}

const orInts = (_ctx: ValueContext, x: PhpInt, y: PhpInt): Zval => orInt(x, y);
const andInts = (_ctx: ValueContext, x: PhpInt, y: PhpInt): Zval => andInt(x, y);
const xorInts = (_ctx: ValueContext, x: PhpInt, y: PhpInt): Zval => xorInt(x, y);

function isSmall(v: Zval): v is number {
  return typeof v === 'number' && (v | 0) === v;
}

/** result := a | b; of two strings byte by byte, as long as the longer. */
export function bitOr(ctx: ValueContext, a: Zval, b: Zval): Zval {
  if (isSmall(a) && isSmall(b)) return a | b;
  const x = a instanceof PhpReference ? a.val : a;
  const y = b instanceof PhpReference ? b.val : b;
  if (typeof x === 'string' && typeof y === 'string') {
    const [longer, shorter] = x.length >= y.length ? [x, y] : [y, x];
    return mapBytes(longer, shorter, (p, q) => p | q) + longer.slice(shorter.length);
  }
  return onInts(ctx, '|', x, y, orInts);
}

/** result := a & b; of two strings byte by byte, as long as the shorter. */
export function bitAnd(ctx: ValueContext, a: Zval, b: Zval): Zval {
  if (isSmall(a) && isSmall(b)) return a & b;
  const x = a instanceof PhpReference ? a.val : a;
  const y = b instanceof PhpReference ? b.val : b;
  if (typeof x === 'string' && typeof y === 'string') return mapBytes(x, y, (p, q) => p & q);
  return onInts(ctx, '&', x, y, andInts);
}

/** result := a ^ b; of two strings byte by byte, as long as the shorter. */
export function bitXor(ctx: ValueContext, a: Zval, b: Zval): Zval {
  if (isSmall(a) && isSmall(b)) return a ^ b;
  const x = a instanceof PhpReference ? a.val : a;
  const y = b instanceof PhpReference ? b.val : b;
  if (typeof x === 'string' && typeof y === 'string') return mapBytes(x, y, (p, q) => p ^ q);
  return onInts(ctx, '^', x, y, xorInts);
}

const CHUNK = 8192;

/** The bytes op(x[i], y[i]) over the common length. */
function mapBytes(x: string, y: string, op: (p: number, q: number) => number): string {
  const n = Math.min(x.length, y.length);
  let out = '';
  for (let start = 0; start < n; start += CHUNK) {
    const codes: number[] = [];
    const end = Math.min(n, start + CHUNK);
    for (let i = start; i < end; i++) codes.push(op(x.charCodeAt(i), y.charCodeAt(i)) & 0xff);
    out += String.fromCharCode(...codes);
  }
  return out;
}

/** result := ~a; of a string every byte. */
export function bitNot(ctx: ValueContext, a: Zval): Zval {
  const v = a instanceof PhpReference ? a.val : a;
  if (isInt(v)) return notInt(v);
  if (v instanceof PhpFloat) return notInt(floatToIntImplicit(ctx, v.value));
  if (typeof v === 'string') return mapBytes(v, v, (p) => ~p);
  ctx.throwError('TypeError', `Cannot perform bitwise not on ${typeName(v)}`);
  return undefined;
}
