/**
 * Pass 10: NOPs go. (Pass 5 leaves none: this is for when it does not run.)
 * Source: php-src 8.2 Zend/Optimizer/nop_removal.c
 */
import type { OpArray, Opline } from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';
import { makeNop, mapTargets } from './edit.ts';

/** Runs pass 10 on an op_array. */
export function pass10(opArray: OpArray): void {
  const ops = opArray.opcodes;
  const shift: number[] = [];
  let gone = 0;
  for (const [at, op] of ops.entries()) {
    if (op.opcode === OP.JMP && op.op1 > at && onlyNops(ops, at, op.op1)) makeNop(op);
    shift.push(gone);
    if (op.opcode === OP.NOP) gone++;
  }
  if (gone === 0) return;
  const moved = (at: number): number => at - (shift[at] ?? gone);
  opArray.opcodes = ops.filter((op) => op.opcode !== OP.NOP);
  for (const op of opArray.opcodes) mapTargets(op, moved);
  for (const t of opArray.tryCatch) {
    t.tryOp = moved(t.tryOp);
    t.catchOp = moved(t.catchOp);
    if (t.finallyOp === 0) continue;
    t.finallyOp = moved(t.finallyOp);
    t.finallyEnd = moved(t.finallyEnd);
  }
}

function onlyNops(ops: readonly Opline[], from: number, to: number): boolean {
  for (let at = to - 1; at > from; at--) if (ops[at]?.opcode !== OP.NOP) return false;
  return true;
}
