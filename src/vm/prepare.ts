/**
 * What the dispatch loop's fast paths want to know of an op_array, worked out when it first runs.
 * Source: php-src Zend/zend_opcode.c (pass_two's smart branches)
 */
import { IS_TMP_VAR, type OpArray } from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';

const COMPARISONS: ReadonlySet<number> = new Set([
  OP.IS_IDENTICAL,
  OP.IS_NOT_IDENTICAL,
  OP.IS_EQUAL,
  OP.IS_NOT_EQUAL,
  OP.IS_SMALLER,
  OP.IS_SMALLER_OR_EQUAL,
]);

/** Marks comparisons that feed only the jump behind them, and whether any parameter is by reference. */
export function prepareOpArray(func: OpArray): void {
  func.takesReferences = func.argInfo.some((info) => info.byRef);
  const ops = func.opcodes;
  for (let i = 0; i + 1 < ops.length; i++) {
    const op = ops[i];
    const next = ops[i + 1];
    if (op === undefined || next === undefined || !COMPARISONS.has(op.opcode) || op.resultType !== IS_TMP_VAR) continue;
    if (next.opcode !== OP.JMPZ && next.opcode !== OP.JMPNZ) continue;
    if (next.op1Type === IS_TMP_VAR && next.op1 === op.result) op.smartBranch = next.opcode;
  }
}
