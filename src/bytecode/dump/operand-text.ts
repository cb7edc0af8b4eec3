/** One operand of an opline as text, as the dump shows it. */
import { IS_CONST, IS_UNUSED, type OpArray, type Opline } from '../op-array.ts';
import { OPCODES } from '../opcodes.ts';
import { formatConst } from './format.ts';
import { formatVar, unusedOperand } from './opcache.ts';

/** `CV0($a)`, `T3`, `int(5)`, `THIS`, a bare number, or ''. */
export function operandText(opArray: OpArray, op: Opline, which: 1 | 2 | 'result'): string {
  if (which === 'result') {
    return op.resultType === IS_UNUSED ? '' : formatVar(opArray, op.resultType, op.result);
  }
  const type = which === 1 ? op.op1Type : op.op2Type;
  if (type === IS_CONST) return formatConst(which === 1 ? op.op1Lit : op.op2Lit);
  if (type !== IS_UNUSED) return formatVar(opArray, type, which === 1 ? op.op1 : op.op2);
  const row = OPCODES[op.opcode];
  const use = (which === 1 ? row?.op1 : row?.op2) ?? 'none';
  return unusedOperand(use, which === 1 ? op.op1 : op.op2).trim();
}
