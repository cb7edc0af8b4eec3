/**
 * The control flow graph: basic blocks and where control goes from each.
 * Source: php-src 8.2 Zend/Optimizer/zend_cfg.c
 */
import { jumpTargets } from '../bytecode/control-flow.ts';
import type { OpArray, Opline } from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';
import { ZEND_THROW_IS_EXPR } from '../bytecode/operand-flags.ts';
import { isLoopVarFree } from './edit.ts';

export const BB_START: number = 1 << 0;
/** Control comes from the block before. */
export const BB_FOLLOW: number = 1 << 1;
/** Control comes by a jump. */
export const BB_TARGET: number = 1 << 2;
export const BB_EXIT: number = 1 << 3;
const BB_TRY = 1 << 5;
const BB_CATCH = 1 << 6;
const BB_FINALLY = 1 << 7;
const BB_FINALLY_END = 1 << 8;
/** Nobody comes here, but it frees what a block that is reached has made. */
export const BB_UNREACHABLE_FREE: number = 1 << 11;
export const BB_REACHABLE: number = 1 << 20;
/** Exceptions or calls lead here: the block stays where it is. */
export const BB_PROTECTED: number = BB_START | BB_TRY | BB_CATCH | BB_FINALLY | BB_FINALLY_END;

export class BasicBlock {
  flags = 0;
  start: number;
  len = 0;
  /** Numbers of blocks; of a branch the target comes first. */
  successors: number[] = [];
  constructor(start: number) {
    this.start = start;
  }
}

export interface ControlFlow {
  readonly blocks: readonly BasicBlock[];
  /** The block of each opline. */
  readonly map: readonly number[];
  /** Some foreach or switch is left by a way that frees what it goes over. */
  readonly freesLoopVars: boolean;
}

const ENDS: ReadonlySet<number> = new Set([
  OP.RETURN,
  OP.RETURN_BY_REF,
  OP.GENERATOR_RETURN,
  OP.VERIFY_NEVER_TYPE,
  OP.FAST_RET,
]);
const THROWS: ReadonlySet<number> = new Set([OP.MATCH_ERROR, OP.EXIT, OP.THROW]);

/** Does a block end with this opline? */
function endsBlock(op: Opline): boolean {
  if (ENDS.has(op.opcode)) return true;
  // thrown inside an expression: what lies behind is not dead, its live ranges are needed
  if (THROWS.has(op.opcode)) return op.extendedValue !== ZEND_THROW_IS_EXPR;
  return op.opcode === OP.CATCH || jumpTargets(op).length > 0;
}

function beginsBlock(ops: readonly Opline[], at: number): boolean {
  const op = ops[at] as Opline;
  if (!isLoopVarFree(op)) return false;
  const before = ops[at - 1];
  return before?.opcode !== OP.MATCH_ERROR || before.extendedValue !== ZEND_THROW_IS_EXPR;
}

/** Where blocks start. */
function blockStarts(opArray: OpArray): { starts: boolean[]; freesLoopVars: boolean } {
  const ops = opArray.opcodes;
  const starts = new Array<boolean>(ops.length).fill(false);
  let freesLoopVars = false;
  starts[0] = true;
  for (const [at, op] of ops.entries()) {
    for (const target of jumpTargets(op)) starts[target] = true;
    if (endsBlock(op) && at + 1 < ops.length) starts[at + 1] = true;
    if ((op.opcode === OP.FREE || op.opcode === OP.FE_FREE) && beginsBlock(ops, at)) {
      starts[at] = true;
      freesLoopVars = true;
    }
  }
  for (const { tryOp, catchOp, finallyOp, finallyEnd } of opArray.tryCatch) {
    starts[tryOp] = true;
    for (const at of [catchOp, finallyOp, finallyEnd]) if (at !== 0) starts[at] = true;
  }
  return { starts, freesLoopVars };
}

const NO_SUCCESSOR: ReadonlySet<number> = new Set([...ENDS, ...THROWS]);

function successorsOf(op: Opline, map: readonly number[], next: number): number[] {
  if (NO_SUCCESSOR.has(op.opcode)) return [];
  const to = jumpTargets(op).map((target) => map[target] as number);
  return op.opcode === OP.JMP || op.opcode === OP.MATCH ? to : [...to, next];
}

/** zend_build_cfg */
export function buildControlFlow(opArray: OpArray): ControlFlow {
  const ops = opArray.opcodes;
  const { starts, freesLoopVars } = blockStarts(opArray);
  const blocks: BasicBlock[] = [];
  const map: number[] = [];
  for (let at = 0; at < ops.length; at++) {
    if (starts[at] === true) blocks.push(new BasicBlock(at));
    map.push(blocks.length - 1);
    (blocks[blocks.length - 1] as BasicBlock).len++;
  }
  blocks.forEach((block, num) => {
    block.successors = successorsOf(ops[block.start + block.len - 1] as Opline, map, num + 1);
  });
  const cfg = { blocks, map, freesLoopVars };
  markReachable(opArray, cfg, 0);
  return cfg;
}

/** How the block's last opline leads to its successor number `i`. */
function edgeFlags(ops: readonly Opline[], block: BasicBlock, i: number): number {
  if (block.len === 0) return BB_FOLLOW;
  const { opcode } = ops[block.start + block.len - 1] as Opline;
  const count = block.successors.length;
  if (opcode === OP.MATCH) return BB_TARGET;
  if (opcode === OP.SWITCH_LONG || opcode === OP.SWITCH_STRING) {
    return i === count - 1 ? BB_FOLLOW | BB_TARGET : BB_TARGET;
  }
  if (count === 1) return opcode === OP.JMP ? BB_TARGET : BB_FOLLOW;
  return i === 0 ? BB_TARGET : BB_FOLLOW;
}

/** zend_mark_reachable */
function markFrom(ops: readonly Opline[], blocks: readonly BasicBlock[], from: BasicBlock): void {
  from.flags |= BB_REACHABLE;
  for (const work = [from]; work.length > 0; ) {
    const block = work.pop() as BasicBlock;
    if (block.successors.length === 0) block.flags |= BB_EXIT;
    block.successors.forEach((num, i) => {
      const next = blocks[num];
      if (next === undefined) return;
      next.flags |= edgeFlags(ops, block, i);
      if ((next.flags & BB_REACHABLE) !== 0) return;
      next.flags |= BB_REACHABLE;
      work.push(next);
    });
  }
}

type TryElement = OpArray['tryCatch'][number];

/** Marks what an exception in a try block leads to; true when that is news. */
class ExceptionPaths {
  private readonly ops: readonly Opline[];
  private readonly cfg: ControlFlow;

  constructor(ops: readonly Opline[], cfg: ControlFlow) {
    this.ops = ops;
    this.cfg = cfg;
  }

  private num(at: number): number {
    return this.cfg.map[at] as number;
  }

  private block(at: number): BasicBlock {
    return this.cfg.blocks[this.num(at)] as BasicBlock;
  }

  private reached(at: number): boolean {
    return (this.block(at).flags & BB_REACHABLE) !== 0;
  }

  /** The first block from `from` up to that of `end` that is reached. */
  private firstReached(from: number, end: number): BasicBlock | null {
    for (let num = this.num(from); num !== this.num(end) && num < this.cfg.blocks.length; num++) {
      const block = this.cfg.blocks[num] as BasicBlock;
      if ((block.flags & BB_REACHABLE) !== 0) return block;
    }
    return null;
  }

  /** Jumps into the middle of a try block make it begin there. */
  private moveTry(t: TryElement): boolean {
    if (this.reached(t.tryOp)) return false;
    if (t.catchOp !== 0) {
      const block = this.firstReached(t.tryOp, t.catchOp);
      if (block !== null) t.tryOp = block.start;
    }
    if (this.reached(t.tryOp) || t.finallyOp === 0 || this.firstReached(t.tryOp, t.finallyOp) === null) return false;
    t.tryOp = t.catchOp;
    markFrom(this.ops, this.cfg.blocks, this.block(t.tryOp));
    return true;
  }

  private flag(at: number, flag: number): boolean {
    if (at === 0) return false;
    const block = this.block(at);
    block.flags |= flag;
    if ((block.flags & BB_REACHABLE) !== 0) return false;
    markFrom(this.ops, this.cfg.blocks, block);
    return true;
  }

  mark(t: TryElement): boolean {
    let changed = this.moveTry(t);
    if (!this.reached(t.tryOp)) return changed;
    this.block(t.tryOp).flags |= BB_TRY;
    changed = this.flag(t.catchOp, BB_CATCH) || changed;
    changed = this.flag(t.finallyOp, BB_FINALLY) || changed;
    return this.flag(t.finallyEnd, BB_FINALLY_END) || changed;
  }
}

/** The opline that made what a FREE of a loop variable frees; -1 when there is none. */
function loopVarDefinition(ops: readonly Opline[], free: number): number {
  const slot = (ops[free] as Opline).op1;
  for (let at = free - 1; at >= 0; at--) {
    const op = ops[at] as Opline;
    if (op.resultType !== 0 && op.result === slot) return at;
  }
  return -1;
}

function freesReachable(ops: readonly Opline[], cfg: ControlFlow, block: BasicBlock): boolean {
  for (let at = block.start; at < block.start + block.len; at++) {
    if (!isLoopVarFree(ops[at] as Opline)) continue;
    const made = loopVarDefinition(ops, at);
    const by = made < 0 ? undefined : cfg.blocks[cfg.map[made] as number];
    if (by !== undefined && (by.flags & BB_REACHABLE) !== 0) return true;
  }
  return false;
}

/** zend_mark_reachable_blocks */
function markReachable(opArray: OpArray, cfg: ControlFlow, start: number): void {
  const ops = opArray.opcodes;
  const first = cfg.blocks[start] as BasicBlock;
  first.flags = BB_START;
  markFrom(ops, cfg.blocks, first);
  const paths = new ExceptionPaths(ops, cfg);
  for (let changed = true; changed; ) {
    changed = false;
    for (const t of opArray.tryCatch) changed = paths.mark(t) || changed;
  }
  if (!cfg.freesLoopVars) return;
  for (const block of cfg.blocks) {
    if ((block.flags & BB_REACHABLE) === 0 && freesReachable(ops, cfg, block)) block.flags |= BB_UNREACHABLE_FREE;
  }
}

/** zend_cfg_remark_reachable_blocks: after blocks were changed. */
export function remarkReachable(opArray: OpArray, cfg: ControlFlow): void {
  const start = cfg.blocks.findIndex((block) => (block.flags & BB_REACHABLE) !== 0);
  for (const block of cfg.blocks) block.flags = 0;
  markReachable(opArray, cfg, Math.max(start, 0));
}
