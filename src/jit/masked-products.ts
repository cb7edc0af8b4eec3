/**
 * Products of ints under a mask: `($x * A + C) & M`, as in random numbers and hashes. The product may be beyond 2^53, where
 * JavaScript's numbers are not exact, but only its low 32 bits are asked for, and these Math.imul has.
 */
import { IS_TMP_VAR, type Opline } from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';
import { maskOf, takes } from '../bytecode/low-bits.ts';
import type { Emitter } from './emitter.ts';
import { boundsOf, INT32, isSafe, rangeOf } from './ranges.ts';
import { INT } from './types.ts';

/** Sums below this are no overflow of a 64-bit int, however they were rounded. */
const LIMIT = 9.2e18;
/** Added to 32 bits, ints below this stay exact. */
const HALF = 2 ** 52;

/** op1 * op2, the sum behind it if there is one, and the mask, as one. False: they are done one by one. */
export function maskedProduct(g: Emitter, op: Opline): boolean {
  const { n } = g;
  const next = g.ops[n + 1];
  if (n + 1 > g.blockLast || !takes(next, op.result)) return false;
  const sum = next?.opcode === OP.ADD && n + 2 <= g.blockLast && takes(g.ops[n + 2], next.result) ? next : null;
  const and = g.ops[sum === null ? n + 1 : n + 2] as Opline;
  const mask = maskOf(and);
  if (mask === null) return false;
  const left = g.op1(op);
  const right = g.op2(op);
  const isFirst = sum?.op1Type === IS_TMP_VAR && sum.op1 === op.result;
  const addend = sum === null ? null : isFirst ? g.op2(sum) : g.op1(sum);
  const ints = [left, right, ...(addend === null ? [] : [addend])];
  if (ints.some((o) => o.form !== 'zval' || (o.mask & INT) === 0)) return false;
  for (const o of ints) if (o.mask !== INT) g.guard(`typeof ${o.js}==='number'`);
  const product = boundsOf(OP.MUL, rangeOf(left), rangeOf(right));
  const more = addend === null ? { lo: 0, hi: 0 } : rangeOf(addend);
  // What stays exact needs none of this.
  if (isSafe(product) && isSafe(boundsOf(OP.ADD, product, more))) return false;
  if (product.hi >= LIMIT || product.lo <= -LIMIT) {
    const p = g.fresh();
    g.emit(`${p}=${left.js}*${right.js};`);
    g.guard(`${p}<${LIMIT}&&${p}>-${LIMIT}`);
  }
  if (addend !== null && (more.hi >= HALF || more.lo <= -HALF)) g.guard(`${addend.js}<${HALF}&&${addend.js}>-${HALF}`);
  const low = `Math.imul(${left.js},${right.js})`;
  const js = `(${addend === null ? low : `${low}+${addend.js}`})&${mask}`;
  g.result(and, INT, mask > INT32.hi ? `(${js})>>>0` : js, '', { lo: 0, hi: mask });
  g.done = sum === null ? n + 1 : n + 2;
  return true;
}
