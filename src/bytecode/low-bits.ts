/**
 * Products and shifts of which only the low 32 bits are asked for: `($x * 1103515245 + 12345) & 0x7fffffff`. Ints beyond 53 bits
 * are bigints here, which cost ten times as much; where a mask follows at once, the dispatch loop makes the low bits alone.
 */
import { IS_CONST, IS_TMP_VAR, type Opline } from './op-array.ts';
import { OP } from './opcodes.ts';
import type { Zval } from '../value/zval.ts';

/** `smartTarget` of a MUL or SL without a smart branch: a mask of at most 32 bits follows, which is then its `jump`. */
export const LOW_BITS = 32;

/** Products below this are ints, whatever is added behind: 2 ** 62. */
export const MOST = 4611686018427387904;

/** As many sums as may stand between a product and its mask. */
const SUMS = 2;

/** Does `op` take the temporary `slot`, once? */
export function takes(op: Opline | undefined, slot: number): op is Opline {
  if (op === undefined) return false;
  const first = op.op1Type === IS_TMP_VAR && op.op1 === slot;
  const second = op.op2Type === IS_TMP_VAR && op.op2 === slot;
  return first !== second;
}

function literalOf(op: Opline): Zval {
  return op.op2Type === IS_CONST ? op.op2Lit : op.op1Type === IS_CONST ? op.op1Lit : undefined;
}

/** The literal mask of `op`; null when it is no `&` with one of at most 32 bits. */
export function maskOf(op: Opline): number | null {
  const literal = op.opcode === OP.BW_AND ? literalOf(op) : undefined;
  return typeof literal === 'number' && literal >= 0 && literal <= 0xffffffff ? literal : null;
}

/** A sum of ints that only the next opline takes. */
function isSum(op: Opline): boolean {
  return (op.opcode === OP.ADD || op.opcode === OP.SUB) && op.smartBranch === 0 && op.resultType === IS_TMP_VAR;
}

/** The mask that `ops[at]`, a product or a shift, ends in behind sums of ints; undefined when something else takes it. */
function maskBehind(ops: readonly Opline[], at: number): Opline | undefined {
  let from = ops[at] as Opline;
  for (let i = at + 1; i <= at + 1 + SUMS; i++) {
    const op = ops[i];
    if (!takes(op, from.result)) return undefined;
    if (maskOf(op) !== null) return op;
    if (!isSum(op)) return undefined;
    from = op;
  }
  return undefined;
}

/** Marks the products and shifts whose next reader is a mask, or sums in front of one; they jump to the mask. */
export function markLowBits(ops: readonly Opline[]): void {
  for (const [at, op] of ops.entries()) {
    if ((op.opcode !== OP.MUL && op.opcode !== OP.SL) || op.resultType !== IS_TMP_VAR || op.smartBranch !== 0) continue;
    const mask = maskBehind(ops, at);
    if (mask === undefined) continue;
    op.smartTarget = LOW_BITS;
    op.jump = mask;
  }
}

/**
 * The mask's result, when the low 32 bits of the marked `product` are `low` and it is smaller than `MOST`: what stands in between is
 * done, too. -1 when another operand is no int.
 */
export function maskedBits(product: Opline, low: number, slots: readonly Zval[], base: number): number {
  let bits = low;
  let temporary = product.result;
  for (let op = product.next; ; op = op.next) {
    const first = op.op1Type === IS_TMP_VAR && op.op1 === temporary;
    const other = first
      ? op.op2Type === IS_CONST
        ? op.op2Lit
        : slots[base + op.op2]
      : op.op1Type === IS_CONST
        ? op.op1Lit
        : slots[base + op.op1];
    if (typeof other !== 'number') return -1;
    if (op === product.jump) return (bits & other) >>> 0;
    const more = other | 0;
    bits = op.opcode === OP.ADD ? (bits + more) | 0 : first ? (bits - more) | 0 : (more - bits) | 0;
    temporary = op.result;
  }
}
