/**
 * The blocks put one behind the other again, with new jump targets.
 * Source: php-src 8.2 Zend/Optimizer/block_pass.c (assemble_code_blocks)
 */
import type { OpArray, Opline, TryCatchElement } from '../bytecode/op-array.ts';
import { OP, OPCODES } from '../bytecode/opcodes.ts';
import { ZEND_LAST_CATCH } from '../bytecode/operand-flags.ts';
import { PhpArray } from '../value/php-array.ts';
import { type BasicBlock, BB_REACHABLE, BB_UNREACHABLE_FREE, type ControlFlow } from './cfg.ts';
import { isJumpTable, makeNop } from './edit.ts';

const KEPT = BB_REACHABLE | BB_UNREACHABLE_FREE;

/** A jump to the next block goes, and a block that is only a NOP. */
function trim(ops: readonly Opline[], cfg: ControlFlow, num: number): void {
  const block = cfg.blocks[num] as BasicBlock;
  const last = ops[block.start + block.len - 1] as Opline;
  if (last.opcode === OP.JMP) {
    let next = num + 1;
    while (next < cfg.blocks.length && ((cfg.blocks[next] as BasicBlock).flags & BB_REACHABLE) === 0) next++;
    if (next < cfg.blocks.length && next === block.successors[0]) {
      makeNop(last);
      block.len--;
    }
  } else if (block.len === 1 && last.opcode === OP.NOP) block.len--;
}

/** Sets the targets of a block's last opline by its successors. */
function retarget(cfg: ControlFlow, block: BasicBlock, op: Opline): void {
  const row = OPCODES[op.opcode];
  const startOf = (i: number): number => (cfg.blocks[block.successors[i] as number] as BasicBlock).start;
  if (row === undefined) return;
  if (isJumpTable(op) && op.op2Lit instanceof PhpArray) {
    let i = 0;
    for (const [key] of [...op.op2Lit.entries()]) op.op2Lit.set(key, startOf(i++));
    op.extendedValue = startOf(i);
  } else if (row.op1 === 'jump') op.op1 = startOf(0);
  else if (row.op2 === 'jump') {
    if (op.opcode !== OP.CATCH || (op.extendedValue & ZEND_LAST_CATCH) === 0) op.op2 = startOf(0);
  } else if (row.extended.includes('jump')) op.extendedValue = startOf(0);
}

/** The rows of the exception table whose try block is still reached. */
function moveTryCatch(opArray: OpArray, cfg: ControlFlow): void {
  const blockOf = (at: number): BasicBlock => cfg.blocks[cfg.map[at] as number] as BasicBlock;
  const move = (at: number): number => (at === 0 ? 0 : blockOf(at).start);
  const kept: TryCatchElement[] = [];
  const numbers = new Map<number, number>();
  opArray.tryCatch.forEach((t, i) => {
    if ((blockOf(t.tryOp).flags & BB_REACHABLE) === 0) return;
    numbers.set(i, kept.length);
    kept.push({
      tryOp: blockOf(t.tryOp).start,
      catchOp: move(t.catchOp),
      finallyOp: move(t.finallyOp),
      finallyEnd: move(t.finallyEnd),
    });
  });
  const changed = kept.length !== opArray.tryCatch.length;
  opArray.tryCatch = kept;
  if (!changed) return;
  for (const op of opArray.opcodes) {
    if (op.opcode === OP.FAST_RET && op.op2 !== -1 && op.op2 < kept.length) op.op2 = numbers.get(op.op2) ?? op.op2;
  }
}

/** assemble_code_blocks */
export function assembleBlocks(opArray: OpArray, cfg: ControlFlow): void {
  const ops = opArray.opcodes;
  cfg.blocks.forEach((block, num) => {
    if (block.len > 0 && (block.flags & KEPT) !== 0) trim(ops, cfg, num);
  });
  const assembled: Opline[] = [];
  for (const block of cfg.blocks) {
    if ((block.flags & KEPT) === 0) continue;
    const start = assembled.length;
    assembled.push(...ops.slice(block.start, block.start + block.len));
    block.start = start;
  }
  opArray.opcodes = assembled;
  for (const block of cfg.blocks) {
    if ((block.flags & BB_REACHABLE) === 0 || block.len === 0) continue;
    retarget(cfg, block, assembled[block.start + block.len - 1] as Opline);
  }
  if (opArray.tryCatch.length > 0) moveTryCatch(opArray, cfg);
}
