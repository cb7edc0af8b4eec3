/**
 * Operators on ints: sums and products checked for overflow unless ranges rule it out, remainders, bits, shifts.
 * Source: php-src Zend/zend_operators.c, Zend/zend_multiply.h
 */
import type { Opline } from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';
import type { Emitter } from './emitter.ts';
import { expectSmall, mayBeSmall } from './guesses.ts';
import { mayBeNumbers, type NumberText, type Operand, type Value } from './operand.ts';
import {
  type Bits,
  bitwise,
  boundsOf,
  clamp,
  hasNoMinusZero,
  INT32,
  isInt32,
  isSafe,
  type Range,
  rangeOf,
  remainderRange,
  SAFE_RANGE,
  shiftLeft,
  shiftRight,
} from './ranges.ts';
import { BIG, FLT, INT, SAFE } from './types.ts';

export const SIGNS: Readonly<Record<number, string>> = { [OP.ADD]: '+', [OP.SUB]: '-', [OP.MUL]: '*' };

/** Oplines that a loop comes to with what they have left there: without a check the ranges would grow beyond all bounds. */
const UPDATES: ReadonlySet<number> = new Set<number>([OP.ASSIGN_OP, OP.PRE_INC, OP.POST_INC, OP.PRE_DEC, OP.POST_DEC]);

/** Of ints: checked for overflow unless their ranges rule it out. */
export function intSum(g: Emitter, opcode: number, a: NumberText, b: NumberText): Value {
  const [x, y] = [rangeOf(a), rangeOf(b)];
  const range = boundsOf(opcode, x, y);
  const plain = `${a.js}${SIGNS[opcode] as string}${b.js}`;
  if (isInt32(range)) {
    return { mask: INT, js: opcode === OP.MUL ? `Math.imul(${a.js},${b.js})` : `(${plain})|0`, isFloat: '', range };
  }
  const js = opcode === OP.MUL && !hasNoMinusZero(x, y) ? `${plain}+0` : plain;
  const isUnchecked = isSafe(range) && !UPDATES.has((g.ops[g.n] as Opline).opcode);
  if (!isUnchecked && mayBeSmall(g, x, y)) return smallSum(g, js, range);
  if (isSafe(range)) return { mask: INT, js, isFloat: '', range };
  const r = g.fresh();
  g.emit(`${r}=${js};`);
  const bounds = [range.hi > SAFE_RANGE.hi ? `${r}<=${SAFE}` : '', range.lo < SAFE_RANGE.lo ? `${r}>=-${SAFE}` : ''];
  g.guard(bounds.filter((x) => x !== '').join('&&'));
  return { mask: INT, js: r, isFloat: '', range: clamp(range) };
}

/** A sum that is expected to fit 32 bits, as most do: V8 then goes on with 32 bits, too. */
function smallSum(g: Emitter, js: string, { lo, hi }: Range): Value {
  const r = g.fresh();
  g.emit(`${r}=${js};`);
  expectSmall(g, `${r}===(${r}|0)`);
  const range = { lo: Math.max(lo, INT32.lo), hi: Math.min(hi, INT32.hi) };
  return { mask: INT, js: `(${r}|0)`, isFloat: '', range };
}

const BITWISE: Readonly<Record<number, readonly [sign: string, wide: string]>> = {
  [OP.BW_AND]: ['&', 'J.andInt'],
  [OP.BW_OR]: ['|', 'J.orInt'],
  [OP.BW_XOR]: ['^', 'J.xorInt'],
};

/** %, &, |, ^, <<, >>. Null: by the handler. */
export function integers(g: Emitter, opcode: number, left: Operand, right: Operand): Value | null {
  if (BITWISE[opcode] !== undefined || opcode === OP.MOD) {
    const wide = wideInteger(g, opcode, left, right);
    if (wide !== undefined) return wide;
  }
  if (!mayBeNumbers(left, right)) return null;
  const a = intOperand(g, left);
  const b = intOperand(g, right);
  if (a === null || b === null) return null;
  if (opcode === OP.MOD) return remainder(g, a, b);
  const [js, range] = opcode === OP.SL || opcode === OP.SR ? shift(g, opcode, a, b) : bits(g, opcode, a, b);
  return { mask: INT, js, isFloat: '', range };
}

function intOperand(g: Emitter, o: Operand): Bits | null {
  const v = g.number(o);
  if (v.kind === 'double') return null;
  if (v.kind === 'number') g.guard(`!${v.isFloat}`);
  return [v.js, rangeOf(v)];
}

function remainder(g: Emitter, [a, x]: Bits, [b, y]: Bits): Value {
  if (y.lo <= 0 && y.hi >= 0) g.guard(`${b}!==0`);
  const js = `${a}%${b}`;
  const exact = isInt32(x) && isInt32(y) ? `(${js})|0` : x.lo >= 0 ? js : `(${js})+0`;
  return { mask: INT, js: exact, isFloat: '', range: remainderRange(x, y) };
}

function shift(g: Emitter, opcode: number, [a, x]: Bits, [b, y]: Bits): Bits {
  const by = y.lo === y.hi && y.lo >= 0 && y.lo < 53 ? y.lo : null;
  if (opcode === OP.SR) {
    if (by !== null) return shiftRight([a, x], by);
    g.guard(`${b}>=0&&${b}<32&&(${a}|0)===${a}`);
    return [`${a}>>${b}`, { lo: Math.min(x.lo, 0), hi: Math.max(x.hi, 0) }];
  }
  const known = by === null ? null : shiftLeft([a, x], by);
  if (known !== null && isInt32(known[1])) return known;
  const r = g.fresh();
  if (mayBeSmall(g, x, y) && isInt32(x) && x.lo === x.hi && x.lo > 0) {
    // A known int has so many bits to spare.
    const most = Math.clz32(x.hi) - 1;
    if (y.lo < 0 || y.hi > most) expectSmall(g, `${y.lo >= 0 ? '' : `${b}>=0&&`}${b}<=${most}`);
    g.emit(`${r}=${a}<<${b};`);
    return [r, { lo: x.lo, hi: x.lo * 2 ** most }];
  }
  if (mayBeSmall(g, x, y)) {
    g.emit(`${r}=${a}<<${b};`);
    expectSmall(g, `${y.lo >= 0 && y.hi < 32 ? '' : `${b}>=0&&${b}<32&&`}${r}>>${b}===${a}`);
    return [r, INT32];
  }
  if (known !== null) return known;
  g.emit(`${r}=${b}>=0&&${b}<32&&(t=${a}<<${b})>>${b}===${a}?t:J.shiftLeft(${a},${b});`);
  g.guard(`${r}!==undefined`);
  return [r, SAFE_RANGE];
}

function bits(g: Emitter, opcode: number, a: Bits, b: Bits): Bits {
  const [sign, wide] = BITWISE[opcode] as readonly [string, string];
  const known = bitwise(opcode, sign, a, b);
  if (known !== null) return known;
  const [x, y] = [a[0], b[0]];
  if (mayBeSmall(g, a[1], b[1])) {
    const small = [a, b].filter(([, range]) => !isInt32(range)).map(([js]) => `(${js}|0)===${js}`);
    expectSmall(g, small.join('&&'));
    return [`${x}${sign}${y}`, INT32];
  }
  const r = g.fresh();
  // The upper bits of a number beyond 32 bits need the long way; its result is a number all the same, nearly always.
  g.emit(`${r}=(${x}|0)===${x}&&(${y}|0)===${y}?${x}${sign}${y}:${wide}(${x},${y});`);
  g.guard(`typeof ${r}==='number'`);
  return [r, SAFE_RANGE];
}

/** With a bigint operand: exact, and mostly a JS number again. Undefined when no operand can be one. */
function wideInteger(g: Emitter, opcode: number, left: Operand, right: Operand): Value | null | undefined {
  const masks = left.mask | right.mask;
  if ((masks & BIG) === 0 || (masks & ~(INT | BIG | FLT)) !== 0 || (right.mask & ~INT) !== 0) return undefined;
  const r = g.fresh();
  const a = g.zval(left);
  const b = g.zval(right);
  g.guard(`typeof ${a}!=='object'`);
  if (opcode === OP.MOD) {
    g.guard(`${b}!==0`);
    g.emit(`${r}=typeof ${a}==='number'?(${a}%${b})+0:J.modInt(${a},${b});`);
  } else {
    g.emit(`${r}=${(BITWISE[opcode] as readonly [string, string])[1]}(${a},${b});`);
  }
  g.guard(`typeof ${r}==='number'`);
  return { mask: INT, js: r, isFloat: '' };
}
