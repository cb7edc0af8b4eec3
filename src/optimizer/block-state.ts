/**
 * What the optimization of a basic block works on: the opline that made each temporary, as far as that is known.
 * Source: php-src 8.2 Zend/Optimizer/block_pass.c (VAR_SOURCE, Tsource)
 */
import { IS_CONST, type OpArray, type Opline } from '../bytecode/op-array.ts';
import type { BasicBlock, ControlFlow } from './cfg.ts';
import type { OptimizerContext } from './context.ts';
import { makeNop, op1Of, setOp1, setOp2, TEMPORARY } from './edit.ts';
import type { VarSet } from './temporary-usage.ts';

const NONE = -1;

export class BlockState {
  readonly ctx: OptimizerContext;
  readonly opArray: OpArray;
  readonly ops: Opline[];
  readonly cfg: ControlFlow;
  /** Temporaries used outside their block. */
  readonly external: VarSet;
  block: BasicBlock;
  /** By slot: the number of the opline that made it. */
  private readonly sources: Int32Array;
  /** Changes made. */
  count = 0;

  constructor(ctx: OptimizerContext, opArray: OpArray, cfg: ControlFlow, external: VarSet) {
    this.ctx = ctx;
    this.opArray = opArray;
    this.ops = opArray.opcodes;
    this.cfg = cfg;
    this.external = external;
    this.block = cfg.blocks[0] as BasicBlock;
    this.sources = new Int32Array(external.length).fill(NONE);
  }

  forgetSources(): void {
    this.sources.fill(NONE);
  }

  /** The number of the opline that made the temporary in `slot`; -1 when that is not known. */
  sourceAt(slot: number): number {
    return this.sources[slot] ?? NONE;
  }

  source(slot: number): Opline | null {
    const at = this.sourceAt(slot);
    return at === NONE ? null : (this.ops[at] as Opline);
  }

  /** The opline that made a first operand, when that is a temporary. */
  source1(op: Opline): Opline | null {
    return (op.op1Type & TEMPORARY) !== 0 ? this.source(op.op1) : null;
  }

  source2(op: Opline): Opline | null {
    return (op.op2Type & TEMPORARY) !== 0 ? this.source(op.op2) : null;
  }

  setSource(slot: number, at: number): void {
    this.sources[slot] = at;
  }

  forget(slot: number): void {
    this.sources[slot] = NONE;
  }

  isExternal(slot: number): boolean {
    return this.external[slot] === 1;
  }

  /** The operand of the opline that made `op`'s first operand takes its place, and that opline goes. */
  takeSource1(op: Opline, source: Opline): void {
    this.forget(op.op1);
    setOp1(op, op1Of(source));
    makeNop(source);
    this.count++;
  }

  takeSource2(op: Opline, source: Opline): void {
    this.forget(op.op2);
    setOp2(op, op1Of(source));
    makeNop(source);
    this.count++;
  }

  bothConstant(op: Opline): boolean {
    return op.op1Type === IS_CONST && op.op2Type === IS_CONST;
  }
}
