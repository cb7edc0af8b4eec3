/**
 * Products and shifts of which only the low 32 bits are asked for: `($x * 1103515245 + 12345) & 0x7fffffff`. Ints beyond 53 bits
 * are bigints here, which cost ten times as much; where a mask follows at once, the dispatch loop makes the low bits alone.
 */
import { IS_CONST, IS_TMP_VAR, type Opline } from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';

/** `smartTarget` of a MUL or SL without a smart branch: a mask of at most 32 bits follows. */
export const LOW_BITS = 32;

/** Products below this are ints, whatever is added behind: 2 ** 62. */
export const MOST = 4611686018427387904;

/** The int constant that `op` has besides the temporary; NaN when it has none. */
function constantBeside(op: Opline, temporary: number): number {
  const isFirst = op.op1Type === IS_TMP_VAR && op.op1 === temporary && op.op2Type === IS_CONST;
  const isSecond = op.op2Type === IS_TMP_VAR && op.op2 === temporary && op.op1Type === IS_CONST;
  const constant = isFirst ? op.op2Lit : isSecond ? op.op1Lit : undefined;
  return typeof constant === 'number' ? constant : Number.NaN;
}

/** Marks the products and shifts whose next reader is a mask, or a sum with a constant in front of one. */
export function markLowBits(ops: readonly Opline[]): void {
  for (const [at, op] of ops.entries()) {
    if ((op.opcode !== OP.MUL && op.opcode !== OP.SL) || op.resultType !== IS_TMP_VAR || op.smartBranch !== 0) continue;
    let last = op;
    let next = ops[at + 1];
    if (next !== undefined && (next.opcode === OP.ADD || next.opcode === OP.SUB) && next.smartBranch === 0) {
      if (next.resultType !== IS_TMP_VAR || !(Math.abs(constantBeside(next, op.result)) < 2 ** 31)) continue;
      last = next;
      next = ops[at + 2];
    }
    if (next?.opcode !== OP.BW_AND) continue;
    const mask = constantBeside(next, last.result);
    if (mask >= 0 && mask <= 0xffffffff) op.smartTarget = LOW_BITS;
  }
}
