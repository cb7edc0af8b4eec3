/**
 * Products and shifts of which only the low 32 bits are asked for: `($x * 1103515245 + 12345) & 0x7fffffff`. Ints beyond 53 bits
 * are bigints here, which cost ten times as much; where a mask follows at once, the dispatch loop makes the low bits alone.
 */
import { IS_CONST, IS_TMP_VAR, type Opline } from './op-array.ts';
import { OP } from './opcodes.ts';
import type { Zval } from '../value/zval.ts';

/** `smartTarget` of a MUL or SL without a smart branch: a mask of at most 32 bits follows. */
export const LOW_BITS = 32;

/** Products below this are ints, whatever is added behind: 2 ** 62. */
export const MOST = 4611686018427387904;

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

/** A sum with a small literal, whose result only the next opline takes. */
function isSmallSum(op: Opline): boolean {
  if ((op.opcode !== OP.ADD && op.opcode !== OP.SUB) || op.smartBranch !== 0 || op.resultType !== IS_TMP_VAR)
    return false;
  const literal = literalOf(op);
  return typeof literal === 'number' && Math.abs(literal) < 2 ** 31;
}

/** Marks the products and shifts whose next reader is a mask, or a sum with a constant in front of one. */
export function markLowBits(ops: readonly Opline[]): void {
  for (const [at, op] of ops.entries()) {
    if ((op.opcode !== OP.MUL && op.opcode !== OP.SL) || op.resultType !== IS_TMP_VAR || op.smartBranch !== 0) continue;
    const next = ops[at + 1];
    if (!takes(next, op.result)) continue;
    const and = isSmallSum(next) && takes(ops[at + 2], next.result) ? (ops[at + 2] as Opline) : next;
    if (maskOf(and) !== null) op.smartTarget = LOW_BITS;
  }
}
