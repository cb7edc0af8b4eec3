/**
 * What the dispatch loop's fast paths want to know of an op_array, worked out when it first runs.
 * Source: php-src Zend/zend_opcode.c (pass_two's smart branches)
 */
import { IS_TMP_VAR, IS_UNUSED, type OpArray, type Opline } from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';

const COMPARISONS: ReadonlySet<number> = new Set([
  OP.IS_IDENTICAL,
  OP.IS_NOT_IDENTICAL,
  OP.IS_EQUAL,
  OP.IS_NOT_EQUAL,
  OP.IS_SMALLER,
  OP.IS_SMALLER_OR_EQUAL,
]);

const SUMS: ReadonlySet<number> = new Set([OP.ADD, OP.SUB, OP.MUL]);

/** Does `next` only consume the temporary `result`? */
function consumes(next: Opline, result: number): boolean {
  return next.op1Type === IS_TMP_VAR && next.op1 === result;
}

/** Marks comparisons that feed only the jump behind them and sums that are only passed on, and whether any parameter is by reference. */
export function prepareOpArray(func: OpArray): void {
  func.takesReferences = func.argInfo.some((info) => info.byRef);
  const ops = func.opcodes;
  for (let i = 0; i + 1 < ops.length; i++) {
    const op = ops[i];
    const next = ops[i + 1];
    if (op === undefined || next === undefined || op.resultType !== IS_TMP_VAR || !consumes(next, op.result)) continue;
    const jumps = next.opcode === OP.JMPZ || next.opcode === OP.JMPNZ;
    const sends = (next.opcode === OP.SEND_VAL || next.opcode === OP.SEND_VAL_EX) && next.op2Type === IS_UNUSED;
    if ((jumps && COMPARISONS.has(op.opcode)) || (sends && SUMS.has(op.opcode))) op.smartBranch = next.opcode;
  }
}
