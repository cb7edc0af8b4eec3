/**
 * Pass 5 on the jump at the end of a block: to where it leads, past blocks that only jump on.
 * Source: php-src 8.2 Zend/Optimizer/block_pass.c (zend_jmp_optimization)
 */
import type { OpArray, Opline } from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';
import { ACC_HAS_FINALLY_BLOCK } from '../bytecode/type-flags.ts';
import { type BasicBlock, BB_FOLLOW, BB_PROTECTED, BB_REACHABLE, BB_TARGET, type ControlFlow } from './cfg.ts';
import { convertToFree, copyReturn, invertedJump, isReturn, makeNop, sameOperand } from './edit.ts';

const isEmpty = (block: BasicBlock): boolean => block.len === 0 && (block.flags & BB_PROTECTED) === 0;

export class JumpOptimizer {
  private readonly opArray: OpArray;
  private readonly cfg: ControlFlow;
  /** Changes made. */
  count = 0;

  constructor(opArray: OpArray, cfg: ControlFlow) {
    this.opArray = opArray;
    this.cfg = cfg;
  }

  private block(num: number): BasicBlock {
    return this.cfg.blocks[num] as BasicBlock;
  }

  /** get_target_block: the successor, past empty blocks. */
  private target(block: BasicBlock, n: number): BasicBlock {
    let num = block.successors[n] as number;
    if (!isEmpty(this.block(num))) return this.block(num);
    while (isEmpty(this.block(num))) num = this.block(num).successors[0] as number;
    block.successors[n] = num;
    this.count++;
    return this.block(num);
  }

  /** get_next_block: the block that control falls into. */
  private next(block: BasicBlock): BasicBlock | null {
    const { blocks } = this.cfg;
    let num = blocks.indexOf(block) + 1;
    while (num < blocks.length && (this.block(num).flags & BB_REACHABLE) === 0) num++;
    if (num >= blocks.length) return null;
    while (isEmpty(this.block(num))) num = this.block(num).successors[0] as number;
    return this.block(num);
  }

  /** Leads successor 0 on as long as `step` names where a block of one opline goes. */
  private follow(block: BasicBlock, step: (only: Opline, target: BasicBlock) => number | null): BasicBlock {
    const seen = new Set<number>();
    let target = this.target(block, 0);
    while (target.len === 1) {
      const next = step(this.opArray.opcodes[target.start] as Opline, target);
      if (next === null || seen.has(next)) break;
      seen.add(next);
      block.successors[0] = next;
      this.count++;
      target = this.target(block, 0);
    }
    return target;
  }

  run(block: BasicBlock): void {
    if (block.len === 0) return;
    const last = this.opArray.opcodes[block.start + block.len - 1] as Opline;
    switch (last.opcode) {
      case OP.JMP:
        this.plain(block, last);
        break;
      case OP.JMP_SET:
      case OP.COALESCE:
      case OP.JMP_NULL:
        this.follow(block, jumpsOn);
        break;
      case OP.JMPZ:
      case OP.JMPNZ:
        this.conditional(block, last);
        break;
      case OP.JMPZ_EX:
      case OP.JMPNZ_EX:
        this.extended(block, last);
        break;
    }
  }

  private plain(block: BasicBlock, last: Opline): void {
    const target = this.follow(block, jumpsOn);
    if (target === this.next(block)) {
      makeNop(last);
      this.count++;
      block.len--;
      return;
    }
    if (target.len !== 1 || (this.opArray.fnFlags & ACC_HAS_FINALLY_BLOCK) !== 0) return;
    const only = this.opArray.opcodes[target.start] as Opline;
    if (!isReturn(only.opcode)) return;
    copyReturn(this.opArray, last, only);
    block.successors = [];
    this.count++;
  }

  /** The condition does not matter: both ways lead to the same. */
  private dropCondition(block: BasicBlock, last: Opline): void {
    convertToFree(last);
    if (last.opcode === OP.NOP) block.len--;
    this.count++;
  }

  private conditional(block: BasicBlock, last: Opline): void {
    const target = this.follow(block, (only, at) => {
      const same = sameOperand(only.op1Type, only.op1, last.op1Type, last.op1);
      if (only.opcode === OP.JMP) return at.successors[0] as number;
      if (only.opcode === last.opcode && same) return at.successors[0] as number;
      return only.opcode === invertedJump(last.opcode) && same ? (at.successors[1] as number) : null;
    });
    const behind = this.target(block, 1);
    if (target === behind) {
      this.dropCondition(block, last);
      block.successors = [block.successors[0] as number];
      return;
    }
    if (behind.len !== 1) return;
    const only = this.opArray.opcodes[behind.start] as Opline;
    if (only.opcode !== OP.JMP) return;
    if (block.successors[0] === behind.successors[0]) {
      this.dropCondition(block, last);
      block.successors = [this.cfg.blocks.indexOf(behind)];
    } else if ((behind.flags & (BB_TARGET | BB_PROTECTED)) === 0) this.jumpOver(block, last, behind, target);
  }

  /** JMPZ over a JMP is a JMPNZ to where that goes. */
  private jumpOver(block: BasicBlock, last: Opline, behind: BasicBlock, target: BasicBlock): void {
    const next = this.next(behind);
    if (next === null || target !== next) return;
    last.opcode = invertedJump(last.opcode);
    block.successors = [behind.successors[0] as number, this.cfg.blocks.indexOf(next)];
    behind.flags &= ~BB_REACHABLE;
    makeNop(this.opArray.opcodes[behind.start] as Opline);
    behind.len = 0;
    next.flags |= BB_FOLLOW;
  }

  private extended(block: BasicBlock, last: Opline): void {
    const inverted = last.opcode === OP.JMPZ_EX ? OP.JMPNZ_EX : OP.JMPZ_EX;
    const target = this.follow(block, (only, at) => {
      const [to = null, behind = null] = at.successors;
      if (only.opcode === OP.JMP) return to;
      const same =
        sameOperand(only.op1Type, only.op1, last.resultType, last.result) ||
        sameOperand(only.op1Type, only.op1, last.op1Type, last.op1);
      if (!same) return null;
      const sameResult = only.result === last.result;
      if (only.opcode === last.opcode - 3) return to;
      if (only.opcode === last.opcode && sameResult) return to;
      if (only.opcode === inverted - 3) return behind;
      if (only.opcode === inverted && sameResult) return behind;
      if (only.opcode !== OP.BOOL) return null;
      last.result = only.result;
      return to;
    });
    if (target !== this.target(block, 1)) return;
    last.opcode = OP.BOOL;
    last.op2 = 0;
    block.successors = [block.successors[0] as number];
    this.count++;
  }
}

/** Where a block goes that is nothing but a jump. */
function jumpsOn(only: Opline, target: BasicBlock): number | null {
  return only.opcode === OP.JMP ? (target.successors[0] as number) : null;
}
