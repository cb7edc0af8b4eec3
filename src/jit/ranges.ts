/**
 * Ranges of ints: which an int at a point of the code may be at most, so that a sum that cannot overflow is not checked, and
 * what fits 32 bits is computed in 32 bits.
 *
 * What is unknown is any int that is a JS number. Source: php-src Zend/Optimizer/zend_inference.c (zend_inference_calc_range)
 */
import { OP } from '../bytecode/opcodes.ts';

/** lo <= value <= hi, both whole numbers within +-(2^53 - 1). */
export interface Range {
  readonly lo: number;
  readonly hi: number;
}

const MOST = Number.MAX_SAFE_INTEGER;
const MOST_32 = 0x7fffffff;
const LEAST_32 = -0x80000000;
const MODEST = 2 ** 35;
const MOST_UNSIGNED = 0xffffffff;

export const SAFE_RANGE: Range = { lo: -MOST, hi: MOST };
export const INT32: Range = { lo: LEAST_32, hi: MOST_32 };
export const BYTE: Range = { lo: 0, hi: 255 };
/** Lengths of strings and counts of arrays. */
export const LENGTH: Range = { lo: 0, hi: MOST_32 };
export const SIGN: Range = { lo: -1, hi: 1 };

/** What an int operand is within. */
export function rangeOf(o: { readonly range?: Range | undefined }): Range {
  return o.range ?? SAFE_RANGE;
}

export function isInt32({ lo, hi }: Range): boolean {
  return lo >= LEAST_32 && hi <= MOST_32;
}

/** No more than a few sums of ints of 32 bits come to. */
export function isModest({ lo, hi }: Range): boolean {
  return lo >= -MODEST && hi <= MODEST;
}

function isUnsigned32({ lo, hi }: Range): boolean {
  return lo >= 0 && hi <= MOST_UNSIGNED;
}

/** Does the product never come out as -0 in JavaScript? It takes a zero and a negative factor. */
export function hasNoMinusZero(a: Range, b: Range): boolean {
  if (a.lo > 0 || b.lo > 0 || (a.lo >= 0 && b.lo >= 0)) return true;
  return a.hi < 0 && b.hi < 0;
}

/** The bounds of a sum, difference or product, which may lie beyond what is exact. */
export function boundsOf(opcode: number, a: Range, b: Range): Range {
  if (opcode === OP.ADD) return { lo: a.lo + b.lo, hi: a.hi + b.hi };
  if (opcode === OP.SUB) return { lo: a.lo - b.hi, hi: a.hi - b.lo };
  const products = [a.lo * b.lo, a.lo * b.hi, a.hi * b.lo, a.hi * b.hi];
  return { lo: Math.min(...products), hi: Math.max(...products) };
}

export function isSafe({ lo, hi }: Range): boolean {
  return lo >= -MOST && hi <= MOST;
}

/** What is left of bounds when numbers beyond 2^53 - 1 have left the code. */
export function clamp({ lo, hi }: Range): Range {
  return { lo: Math.max(lo, -MOST), hi: Math.min(hi, MOST) };
}

/** op1 % op2: the sign is the dividend's. */
export function remainderRange(a: Range, b: Range): Range {
  const most = Math.min(Math.max(Math.abs(b.lo), Math.abs(b.hi)) - 1, Math.max(Math.abs(a.lo), Math.abs(a.hi)));
  return { lo: a.lo >= 0 ? 0 : -most, hi: a.hi <= 0 ? 0 : most };
}

/** JavaScript and range of `a & b`, `a | b`, `a ^ b` without a look at the operands; null when they have to be looked at. */
export function bitwise(opcode: number, sign: string, [x, a]: Bits, [y, b]: Bits): Bits | null {
  const js = `${x}${sign}${y}`;
  if (opcode === OP.BW_AND) {
    // The operand of no more than 32 bits leaves no others in the result.
    const small = [a, b].filter((r) => isUnsigned32(r)).map((r) => r.hi);
    if (small.length > 0) {
      const hi = Math.min(...small);
      return [hi > MOST_32 ? `(${js})>>>0` : js, { lo: 0, hi }];
    }
    return isInt32(a) && isInt32(b) ? [js, INT32] : null;
  }
  if (isInt32(a) && isInt32(b)) return [js, a.lo >= 0 && b.lo >= 0 ? { lo: 0, hi: ones(a, b) } : INT32];
  return isUnsigned32(a) && isUnsigned32(b) ? [`(${js})>>>0`, { lo: 0, hi: MOST_UNSIGNED }] : null;
}

/** The JavaScript of an int and its range. */
export type Bits = readonly [js: string, range: Range];

/** All bits that either has. */
function ones(a: Range, b: Range): number {
  return 2 ** Math.ceil(Math.log2(Math.max(a.hi, b.hi) + 1)) - 1;
}

/** `js >> by` of an int of any size, by a known number of bits. */
export function shiftRight([js, a]: Bits, by: number): Bits {
  const range = { lo: Math.floor(a.lo / 2 ** by), hi: Math.floor(a.hi / 2 ** by) };
  return [isInt32(a) ? `${js}>>${Math.min(by, 31)}` : `Math.floor(${js}/${2 ** by})`, range];
}

/** `js << by` where no bit is lost; null when some may be. */
export function shiftLeft([js, a]: Bits, by: number): Bits | null {
  const range = boundsOf(OP.MUL, a, { lo: 2 ** by, hi: 2 ** by });
  if (!isSafe(range)) return null;
  return [isInt32(range) ? `${js}<<${by}` : `${js}*${2 ** by}`, range];
}

/** The range where paths meet; undefined: any. */
export function union(a: Range | undefined, b: Range | undefined): Range | undefined {
  if (a === undefined || b === undefined) return undefined;
  return contains(a, b) ? a : { lo: Math.min(a.lo, b.lo), hi: Math.max(a.hi, b.hi) };
}

export function contains(a: Range, b: Range): boolean {
  return a.lo <= b.lo && a.hi >= b.hi;
}

/** The same at the head of a loop, in few steps however often it is asked. */
export function widened(a: Range | undefined, b: Range | undefined): Range | undefined {
  if (a === undefined || b === undefined) return undefined;
  const lo = b.lo >= a.lo ? a.lo : b.lo >= 0 ? 0 : b.lo >= LEAST_32 ? LEAST_32 : -MOST;
  const hi = b.hi <= a.hi ? a.hi : b.hi <= MOST_32 ? MOST_32 : MOST;
  return lo === a.lo && hi === a.hi ? a : { lo, hi };
}

const OPPOSITE: Readonly<Record<string, string>> = { '<': '>=', '<=': '>', '===': '!==', '!==': '===' };

/** What is left of the ranges of two ints when `a sign b` turned out true or false. */
export function narrowed(sign: string, holds: boolean, a: Range, b: Range): readonly [Range, Range] {
  switch (holds ? sign : OPPOSITE[sign]) {
    case '<':
      return [below(a, b.hi - 1), above(b, a.lo + 1)];
    case '<=':
      return [below(a, b.hi), above(b, a.lo)];
    case '>':
      return [above(a, b.lo + 1), below(b, a.hi - 1)];
    case '>=':
      return [above(a, b.lo), below(b, a.hi)];
    case '===':
      return [above(below(a, b.hi), b.lo), above(below(b, a.hi), a.lo)];
    default:
      return [a, b];
  }
}

function below(a: Range, most: number): Range {
  return most < a.hi && most >= a.lo ? { lo: a.lo, hi: most } : a;
}

function above(a: Range, least: number): Range {
  return least > a.lo && least <= a.hi ? { lo: least, hi: a.hi } : a;
}
