/**
 * Which slots are read later: for temporaries, what an exit has to put back into the frame; for variables, whether the value
 * they hold where two paths meet still matters.
 * Source: php-src Zend/Optimizer/zend_dfg.c
 */
import { IS_CONST, IS_CV, IS_TMP_VAR, IS_UNUSED, IS_VAR, type OpArray, type Opline } from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';
import { readsVariables } from '../bytecode/reads-variables.ts';
import { type Block, type FlowGraph, lastOf, lengthOf } from './flow-graph.ts';

/** Oplines whose op1 CV is only written. */
const DEFINES_OP1: ReadonlySet<number> = new Set<number>([OP.ASSIGN, OP.UNSET_CV, OP.BIND_GLOBAL, OP.BIND_STATIC]);

/** Oplines that go on with what is in their result's slot. */
const EXTENDS_RESULT: ReadonlySet<number> = new Set<number>([OP.ADD_ARRAY_ELEMENT, OP.ADD_ARRAY_UNPACK]);

const VARIABLE_OPERAND = IS_CV | IS_TMP_VAR | IS_VAR;

/** A set of slots before each opline that can be reached. */
export interface Liveness {
  isLive(opline: number, slot: number): boolean;
}

class LiveSets implements Liveness {
  private readonly before = new Map<number, Uint8Array>();
  private readonly func: OpArray;
  private readonly size: number;
  private readonly firstTemp: number;
  /**
   * Where exceptions are caught, what a try block leaves behind in its variables is read on ways that the graph does not
   * show; a script's variables are global; compact() and its like read them all.
   */
  private readonly keepsVariables: boolean;

  constructor(func: OpArray, graph: FlowGraph) {
    this.func = func;
    this.firstTemp = 5 + func.vars.length;
    this.size = this.firstTemp + func.T;
    this.keepsVariables = func.tryCatch.length > 0 || func.functionName === null || readsVariables(func);
    for (let changed = true; changed; ) {
      changed = false;
      for (let i = graph.blocks.length - 1; i >= 0; i--) {
        if (this.walk(graph, graph.blocks[i] as Block)) changed = true;
      }
    }
  }

  isLive(opline: number, slot: number): boolean {
    if (slot < this.firstTemp && this.keepsVariables) return true;
    return (this.before.get(opline)?.[slot] ?? 1) === 1;
  }

  /** One pass over a block, backwards; true when what is live at its start has changed. */
  private walk(graph: FlowGraph, block: Block): boolean {
    const ops = this.func.opcodes;
    const live = new Uint8Array(this.size);
    for (const s of block.successors) {
      const at = this.before.get((graph.blocks[s] as Block).start);
      if (at === undefined) continue;
      for (let i = 0; i < live.length; i++) if (at[i] === 1) live[i] = 1;
    }
    const numbers: number[] = [];
    const last = lastOf(ops, block);
    for (let n = block.start; n <= last; n += lengthOf(ops[n] as Opline)) numbers.push(n);
    let changed = false;
    for (const n of numbers.reverse()) {
      this.step(ops[n] as Opline, live);
      if (lengthOf(ops[n] as Opline) === 2) uses(ops[n + 1] as Opline, live);
      if (n === block.start) changed = differs(this.before.get(n), live);
      this.before.set(n, live.slice());
    }
    return changed;
  }

  private step(op: Opline, live: Uint8Array): void {
    if (op.resultType !== IS_UNUSED && op.result < live.length) live[op.result] = EXTENDS_RESULT.has(op.opcode) ? 1 : 0;
    if (DEFINES_OP1.has(op.opcode) && op.op1Type === IS_CV) live[op.op1] = 0;
    const loop = op.opcode === OP.FE_FETCH_R || op.opcode === OP.FE_FETCH_RW;
    if (loop && op.op2Type === IS_CV) live[op.op2] = 0;
    if ((op.op1Type & VARIABLE_OPERAND) !== 0 && !DEFINES_OP1.has(op.opcode)) live[op.op1] = 1;
    if (DEFINES_OP1.has(op.opcode) && op.op1Type !== IS_CV && op.op1Type !== IS_CONST) live[op.op1] = 1;
    if (!loop && (op.op2Type & VARIABLE_OPERAND) !== 0) live[op.op2] = 1;
  }
}

function uses(op: Opline, live: Uint8Array): void {
  if ((op.op1Type & VARIABLE_OPERAND) !== 0) live[op.op1] = 1;
  if ((op.op2Type & VARIABLE_OPERAND) !== 0) live[op.op2] = 1;
}

function differs(a: Uint8Array | undefined, b: Uint8Array): boolean {
  if (a === undefined) return true;
  for (let i = 0; i < b.length; i++) if (a[i] !== b[i]) return true;
  return false;
}

/** Works the sets out for the blocks of a graph. */
export function findLiveness(func: OpArray, graph: FlowGraph): Liveness {
  return new LiveSets(func, graph);
}
