/**
 * 64-bit integer arithmetic on PhpInt: exact, overflowing to float or wrapping where PHP does.
 *
 * A PhpInt is a JS number while it is a safe integer and a bigint beyond; `normalizeInt` keeps that form unique, so that
 * `===` compares ints. The fast paths stay in doubles: a sum or product of safe integers that is itself safe is exact.
 * Source: php-src Zend/zend_operators.h (fast_long_add_function ...), zend_multiply.h
 */
import { type PhpInt, PhpFloat } from './zval.ts';

export const PHP_INT_MAX: bigint = 0x7fffffffffffffffn;
export const PHP_INT_MIN: bigint = -0x8000000000000000n;
const SAFE_MAX = 9007199254740991;
const SAFE_MAX_BIG = 9007199254740991n;
const TWO_63 = 9223372036854775808;
/** The upper and lower halves of a safe integer are worked on apart: |upper| < 2^21, so their sum stays exact. */
const TWO_32 = 4294967296;

/** A bigint already within 64 bits, in the unique form of PhpInt. */
export function normalizeInt(v: bigint): PhpInt {
  return v >= -SAFE_MAX_BIG && v <= SAFE_MAX_BIG ? Number(v) : v;
}

/** Any bigint, wrapped to 64 bits as a C cast to zend_long does. */
export function toInt64(v: bigint): PhpInt {
  return normalizeInt(BigInt.asIntN(64, v));
}

/** True for a bigint that a zend_long can hold. */
export function fitsInt64(v: bigint): boolean {
  return v >= PHP_INT_MIN && v <= PHP_INT_MAX;
}

/** True for the JS types that hold a PHP int. */
export function isInt(v: unknown): v is PhpInt {
  return typeof v === 'number' || typeof v === 'bigint';
}

/** a + b; a PhpFloat on overflow. */
export function addInt(a: PhpInt, b: PhpInt): PhpInt | PhpFloat {
  if (typeof a === 'number' && typeof b === 'number') {
    const r = a + b;
    if (r >= -SAFE_MAX && r <= SAFE_MAX) return r;
  }
  const r = BigInt(a) + BigInt(b);
  return fitsInt64(r) ? normalizeInt(r) : new PhpFloat(Number(a) + Number(b));
}

/** a - b; a PhpFloat on overflow. */
export function subInt(a: PhpInt, b: PhpInt): PhpInt | PhpFloat {
  if (typeof a === 'number' && typeof b === 'number') {
    const r = a - b;
    if (r >= -SAFE_MAX && r <= SAFE_MAX) return r;
  }
  const r = BigInt(a) - BigInt(b);
  return fitsInt64(r) ? normalizeInt(r) : new PhpFloat(Number(a) - Number(b));
}

/** a * b; a PhpFloat on overflow. */
export function mulInt(a: PhpInt, b: PhpInt): PhpInt | PhpFloat {
  if (typeof a === 'number' && typeof b === 'number') {
    const r = a * b;
    // + 0 turns the -0 of 0 * -5 into 0
    if (r >= -SAFE_MAX && r <= SAFE_MAX) return r + 0;
  }
  const r = BigInt(a) * BigInt(b);
  return fitsInt64(r) ? normalizeInt(r) : new PhpFloat(Number(a) * Number(b));
}

/** -a; a PhpFloat for PHP_INT_MIN. */
export function negInt(a: PhpInt): PhpInt | PhpFloat {
  return mulInt(a, -1);
}

/** a << n for n >= 0: bits fall off at 64, n >= 64 gives 0. */
export function shlInt(a: PhpInt, n: PhpInt): PhpInt {
  if (typeof n === 'bigint' || n >= 64) return 0;
  if (typeof a === 'number' && n < 32) {
    const r = a * 2 ** n;
    if (r >= -SAFE_MAX && r <= SAFE_MAX) return r;
  }
  return toInt64(BigInt(a) << BigInt(n));
}

/** a >> n for n >= 0, arithmetic: n >= 64 gives 0 or -1. */
export function shrInt(a: PhpInt, n: PhpInt): PhpInt {
  if (typeof n === 'bigint' || n >= 64) return a < 0 ? -1 : 0;
  if (typeof a === 'number') {
    // (a | 0) === a: 32-bit shift; otherwise floor division by a power of two is exact in doubles
    return (a | 0) === a && n < 32 ? a >> n : Math.floor(a / 2 ** n) + 0;
  }
  return normalizeInt(a >> BigInt(n));
}

/** The int of a signed upper half and an unsigned lower half; -2^53, just outside the safe range, is possible. */
function fromHalves(upper: number, lower: number): PhpInt {
  const r = upper * TWO_32 + lower;
  return r >= -SAFE_MAX ? r : BigInt(r);
}

/** a & b on 64 bits. */
export function andInt(a: PhpInt, b: PhpInt): PhpInt {
  if (typeof a === 'number' && typeof b === 'number') {
    if ((a | 0) === a && (b | 0) === b) return a & b;
    return fromHalves(Math.floor(a / TWO_32) & Math.floor(b / TWO_32), (a & b) >>> 0);
  }
  return normalizeInt(BigInt(a) & BigInt(b));
}

/** a | b on 64 bits. */
export function orInt(a: PhpInt, b: PhpInt): PhpInt {
  if (typeof a === 'number' && typeof b === 'number') {
    if ((a | 0) === a && (b | 0) === b) return a | b;
    return fromHalves(Math.floor(a / TWO_32) | Math.floor(b / TWO_32), (a | b) >>> 0);
  }
  return normalizeInt(BigInt(a) | BigInt(b));
}

/** a ^ b on 64 bits. */
export function xorInt(a: PhpInt, b: PhpInt): PhpInt {
  if (typeof a === 'number' && typeof b === 'number') {
    if ((a | 0) === a && (b | 0) === b) return a ^ b;
    return fromHalves(Math.floor(a / TWO_32) ^ Math.floor(b / TWO_32), (a ^ b) >>> 0);
  }
  return normalizeInt(BigInt(a) ^ BigInt(b));
}

/** ~a on 64 bits. */
export function notInt(a: PhpInt): PhpInt {
  if (typeof a === 'number' && a < SAFE_MAX) return -1 - a;
  return normalizeInt(~BigInt(a));
}

/** a % b, sign of a, for b !== 0. */
export function modInt(a: PhpInt, b: PhpInt): PhpInt {
  if (typeof a === 'number' && typeof b === 'number') return (a % b) + 0;
  return normalizeInt(BigInt(a) % BigInt(b));
}

/** a / b truncated towards zero for b !== 0; null for PHP_INT_MIN / -1, which does not fit. */
export function quotientInt(a: PhpInt, b: PhpInt): PhpInt | null {
  if (typeof a === 'number' && typeof b === 'number') return (a - (a % b)) / b + 0;
  const r = BigInt(a) / BigInt(b);
  return fitsInt64(r) ? normalizeInt(r) : null;
}

/** -1, 0, 1. */
export function compareInt(a: PhpInt, b: PhpInt): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** zend_dval_to_lval: truncates; out of range wraps modulo 2^64; INF and NAN give 0. */
export function floatToInt(d: number): PhpInt {
  const t = Math.trunc(d) + 0;
  if (t >= -SAFE_MAX && t <= SAFE_MAX) return t;
  if (!Number.isFinite(d)) return 0;
  return toInt64(BigInt(t));
}

/** zend_dval_to_lval_cap as 8.2 uses it for numeric strings: saturates out of range; INF and NAN give 0. */
export function floatToIntCap(d: number): PhpInt {
  if (!Number.isFinite(d)) return 0;
  if (d >= TWO_63) return PHP_INT_MAX;
  if (d < -TWO_63) return PHP_INT_MIN;
  return floatToInt(d);
}

/** zend_is_long_compatible: does the int stand for exactly this float? */
export function isLongCompatible(d: number, l: PhpInt): boolean {
  return Number(l) === d;
}
