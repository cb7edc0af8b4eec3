/**
 * Pass 5: the control flow graph. Blocks are optimized one by one, jumps shortened, dead blocks left out, blocks merged;
 * at most three times over.
 * Source: php-src 8.2 Zend/Optimizer/block_pass.c (zend_optimize_cfg, zend_merge_blocks)
 */
import { type OpArray, Opline } from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';
import { assembleBlocks } from './assemble.ts';
import { BlockOptimizer, stripLeadingNops } from './block-optimizer.ts';
import { BlockState } from './block-state.ts';
import {
  type BasicBlock,
  BB_EXIT,
  BB_FOLLOW,
  BB_PROTECTED,
  BB_REACHABLE,
  BB_TARGET,
  BB_UNREACHABLE_FREE,
  buildControlFlow,
  type ControlFlow,
  remarkReachable,
} from './cfg.ts';
import type { OptimizerContext } from './context.ts';
import { isLoopVarFree, makeNop } from './edit.ts';
import { JumpOptimizer } from './jump-optimizer.ts';
import { temporaryUsage } from './temporary-usage.ts';

const MOST_ROUNDS = 3;

/** strip_nops */
function stripNops(ops: Opline[], block: BasicBlock): void {
  stripLeadingNops(ops, block);
  if (block.len === 0) return;
  const end = block.start + block.len;
  const kept = ops.slice(block.start, end).filter((op, i) => i === 0 || op.opcode !== OP.NOP);
  block.len = kept.length;
  for (let at = block.start; at < end; at++) ops[at] = kept[at - block.start] ?? new Opline(OP.NOP, 0);
}

function stripBlocks(opArray: OpArray, cfg: ControlFlow): void {
  for (const block of cfg.blocks) {
    if ((block.flags & BB_UNREACHABLE_FREE) !== 0) {
      for (let at = block.start; at < block.start + block.len; at++) {
        const op = opArray.opcodes[at] as Opline;
        if (!isLoopVarFree(op)) makeNop(op);
      }
    }
    if ((block.flags & (BB_REACHABLE | BB_UNREACHABLE_FREE)) !== 0) stripNops(opArray.opcodes, block);
  }
}

/** Puts a block behind the one that it alone follows. */
function mergeInto(ops: readonly Opline[], cfg: ControlFlow, from: number, num: number): void {
  const previous = cfg.blocks[from] as BasicBlock;
  const block = cfg.blocks[num] as BasicBlock;
  const last = ops[previous.start + previous.len - 1];
  if (previous.len !== 0 && last?.opcode === OP.JMP) makeNop(last);
  for (let between = from + 1; between < num; between++) {
    const empty = cfg.blocks[between] as BasicBlock;
    for (let at = empty.start; at < empty.start + empty.len; at++) makeNop(ops[at] as Opline);
    empty.len = 0;
  }
  previous.flags |= block.flags & BB_EXIT;
  previous.len = block.start + block.len - previous.start;
  previous.successors = block.successors;
  block.flags = 0;
  block.len = 0;
  block.successors = [];
}

/** zend_merge_blocks; the number of merged blocks. */
function mergeBlocks(opArray: OpArray, cfg: ControlFlow): number {
  let count = 0;
  let previous = -1;
  cfg.blocks.forEach((block, num) => {
    if ((block.flags & BB_REACHABLE) === 0) return;
    const follows = (block.flags & BB_FOLLOW) !== 0 && (block.flags & (BB_TARGET | BB_PROTECTED)) === 0;
    const before = cfg.blocks[previous];
    if (follows && before?.successors.length === 1 && before.successors[0] === num) {
      mergeInto(opArray.opcodes, cfg, previous, num);
      count++;
    } else previous = num;
  });
  return count;
}

/** Runs pass 5 on an op_array. */
export function pass5(ctx: OptimizerContext, opArray: OpArray): void {
  const cfg = buildControlFlow(opArray);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const state = new BlockState(ctx, opArray, cfg, temporaryUsage(opArray, cfg));
    const optimizer = new BlockOptimizer(state);
    for (const block of cfg.blocks) {
      if ((block.flags & BB_REACHABLE) === 0) continue;
      if ((block.flags & BB_FOLLOW) === 0 || (block.flags & BB_TARGET) !== 0) state.forgetSources();
      optimizer.run(block);
    }
    stripBlocks(opArray, cfg);
    const jumps = new JumpOptimizer(opArray, cfg);
    for (const block of cfg.blocks) if ((block.flags & BB_REACHABLE) !== 0) jumps.run(block);
    remarkReachable(opArray, cfg);
    if (jumps.count + mergeBlocks(opArray, cfg) === 0) break;
  }
  assembleBlocks(opArray, cfg);
}
