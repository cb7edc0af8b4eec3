/**
 * Loops that count an int up to a bound which stands still (`for ($i = 0; $i < $n; $i++)`): what looks whether somebody wants
 * to interrupt such a loop stands behind the comparison with the end of a stretch of its turns, so that a turn makes one
 * comparison, as it would without.
 */
import { IS_CONST, IS_CV, type Opline } from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';
import type { Emitter } from './emitter.ts';
import { type Block, dominates, type FlowGraph, lastOf } from './flow-graph.ts';
import { leavesVariables } from './handler-effects.ts';
import type { State } from './state.ts';
import { INT } from './types.ts';

/** Turns of a stretch. */
const STRETCH = 64;

/** A loop whose head is such a comparison. */
export interface CountedLoop {
  /** JavaScript in front of the loop: the first stretch ends at once. */
  readonly before: string;
  /** Condition that the stretch is not over: the comparison of the head then holds, too. */
  readonly goesOn: string;
  /** JavaScript that begins the next stretch. */
  readonly next: string;
  /** JavaScript for its turns. */
  readonly turns: string;
}

const UPS: ReadonlySet<number> = new Set<number>([OP.PRE_INC, OP.POST_INC]);
const SIGNS: Readonly<Record<number, string>> = { [OP.IS_SMALLER]: '<', [OP.IS_SMALLER_OR_EQUAL]: '<=' };

/** The loop at block `i`, if it is one. @param state what is known at its head */
export function countedLoop(g: Emitter, graph: FlowGraph, i: number, state: State): CountedLoop | null {
  const block = graph.blocks[i] as Block;
  const test = g.ops[block.start] as Opline;
  const sign = SIGNS[test.opcode];
  // The variables of a script are anybody's.
  if (sign === undefined || g.isScript || !decides(g, graph, i, test)) return null;
  const counter = test.op1;
  const bound = boundOf(test, state);
  if (bound === null || test.op1Type !== IS_CV || state.masks[counter] !== INT) return null;
  const body = bodyOf(graph, i);
  if (body.has(block.successors.find((s) => graph.blocks[s]?.start !== yesOf(g, block)) as number)) return null;
  if (test.op2Type === IS_CV && linesOf(g, graph, body).some(([op]) => writes(op, test.op2))) return null;
  if (!counts(g, graph, i, body, counter)) return null;
  const c = g.local('c', counter);
  const end = g.local('e', i);
  const last = sign === '<' ? STRETCH : STRETCH - 1;
  return {
    before: `${end}=${sign === '<' ? c : `${c}-1`};`,
    goesOn: `${c}${sign}${end}`,
    next: `${end}=${c}+${last};if(${end}>${bound})${end}=${bound};`,
    turns: `(${end}-${c})`,
  };
}

/** The head is the comparison and the jump on it, and the loop goes on where it holds. */
function decides(g: Emitter, graph: FlowGraph, i: number, test: Opline): boolean {
  const block = graph.blocks[i] as Block;
  const jump = g.ops[block.start + 1] as Opline;
  if (lastOf(g.ops, block) !== block.start + 1 || block.successors.length !== 2) return false;
  return (jump.opcode === OP.JMPZ || jump.opcode === OP.JMPNZ) && jump.op1Type !== IS_CV && jump.op1 === test.result;
}

/** Opline at which control goes on when the comparison holds. */
function yesOf(g: Emitter, { start }: Block): number {
  const jump = g.ops[start + 1] as Opline;
  return jump.opcode === OP.JMPNZ ? jump.op2 : start + 2;
}

/** JavaScript for the bound. */
function boundOf(test: Opline, state: State): string | null {
  if (test.op2Type === IS_CONST) return typeof test.op2Lit === 'number' ? `(${test.op2Lit})` : null;
  return test.op2Type === IS_CV && test.op2 !== test.op1 && state.masks[test.op2] === INT ? `c${test.op2}` : null;
}

/** Numbers of the loop's blocks. */
export function bodyOf({ blocks }: FlowGraph, head: number): Set<number> {
  const body = new Set([head]);
  const work = backEdges(blocks, head);
  for (let b = work.pop(); b !== undefined; b = work.pop()) {
    if (body.has(b)) continue;
    body.add(b);
    work.push(...(blocks[b] as Block).predecessors);
  }
  return body;
}

function backEdges(blocks: readonly Block[], head: number): number[] {
  return (blocks[head] as Block).predecessors.filter((p) => p >= head);
}

/** Every turn counts up, and nothing else writes the counter. */
function counts(g: Emitter, graph: FlowGraph, head: number, body: ReadonlySet<number>, counter: number): boolean {
  const writers = linesOf(g, graph, body).filter(([op]) => writes(op, counter));
  if (writers.some(([op]) => !UPS.has(op.opcode) || op.op1 !== counter || op.result === counter)) return false;
  const back = backEdges(graph.blocks, head);
  return writers.some(([, b]) => back.every((from) => dominates(graph.blocks, b, from)));
}

/** The oplines of the blocks, each with its block's number. */
export function linesOf(g: Emitter, { blocks }: FlowGraph, body: ReadonlySet<number>): [Opline, number][] {
  const out: [Opline, number][] = [];
  for (const b of body) {
    const { start, end } = blocks[b] as Block;
    for (let n = start; n < end; n++) out.push([g.ops[n] as Opline, b]);
  }
  return out;
}

/** Oplines that leave the variable as it is or make it a reference. */
const SENDS: ReadonlySet<number> = new Set<number>([OP.SEND_VAR_EX, OP.SEND_FUNC_ARG]);

/** May the opline (or OP_DATA) write the variable? A reference to it would show in its mask. */
export function writes(op: Opline, slot: number): boolean {
  if (op.resultType === IS_CV && op.result === slot) return true;
  if (op.opcode === OP.OP_DATA || SENDS.has(op.opcode) || leavesVariables(op)) return false;
  if (op.op1Type === IS_CV && op.op1 === slot) return true;
  return op.op2Type === IS_CV && op.op2 === slot && (op.opcode === OP.FE_FETCH_R || op.opcode === OP.FE_FETCH_RW);
}
