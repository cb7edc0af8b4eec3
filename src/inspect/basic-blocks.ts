/** Basic blocks of an op_array and the edges between them. */
import { jumpTargets } from '../bytecode/control-flow.ts';
import type { OpArray, Opline } from '../bytecode/op-array.ts';
import { OP, OPCODES } from '../bytecode/opcodes.ts';

/** Why control goes along an edge. */
export type EdgeKind = 'next' | 'jump' | 'exception' | 'finally';

export interface Edge {
  readonly to: number;
  readonly kind: EdgeKind;
}

/** Oplines [start, end) that run one after the other. */
export interface BasicBlock {
  readonly number: number;
  readonly start: number;
  readonly end: number;
  readonly edges: readonly Edge[];
}

/** Opline numbers that an opline may jump to, the default of a jump table first. */
function targets(op: Opline): number[] {
  const to = jumpTargets(op);
  return OPCODES[op.opcode]?.flow === 'switch' ? [...to.slice(-1), ...to.slice(0, -1)] : to;
}

/** Whether the opline behind is never reached from this one directly. */
function ends(op: Opline): boolean {
  const flow = OPCODES[op.opcode]?.flow;
  return flow === 'jump' || flow === 'exit' || flow === 'throw' || op.opcode === OP.FAST_RET || op.opcode === OP.MATCH
    ? op.opcode !== OP.GENERATOR_CREATE
    : false;
}

function leaders(opArray: OpArray): number[] {
  const found = new Set<number>([0]);
  for (const [num, op] of opArray.opcodes.entries()) {
    const to = targets(op);
    for (const target of to) found.add(target);
    if (to.length > 0 || ends(op)) found.add(num + 1);
  }
  for (const { tryOp, catchOp, finallyOp } of opArray.tryCatch) {
    found.add(tryOp);
    if (catchOp !== 0) found.add(catchOp);
    if (finallyOp !== 0) found.add(finallyOp);
  }
  return [...found].filter((num) => num < opArray.opcodes.length).sort((a, b) => a - b);
}

/** The blocks of an op_array in order; block 0 is where it begins. */
export function basicBlocks(opArray: OpArray): BasicBlock[] {
  const starts = leaders(opArray);
  const numberAt = new Map(starts.map((start, number) => [start, number]));
  return starts.map((start, number) => {
    const end = starts[number + 1] ?? opArray.opcodes.length;
    const last = opArray.opcodes[end - 1] as Opline;
    const edges = new Map<string, Edge>();
    const add = (target: number, kind: EdgeKind): void => {
      const to = numberAt.get(target);
      if (to !== undefined) edges.set(`${to} ${kind}`, { to, kind });
    };
    for (const target of targets(last)) add(target, last.opcode === OP.FAST_CALL ? 'finally' : 'jump');
    if (!ends(last)) add(end, 'next');
    for (const { tryOp, catchOp, finallyOp } of opArray.tryCatch) {
      const protectedUntil = catchOp !== 0 ? catchOp : finallyOp;
      if (start < tryOp || start >= protectedUntil) continue;
      add(protectedUntil, 'exception');
    }
    return { number, start, end, edges: [...edges.values()] };
  });
}
