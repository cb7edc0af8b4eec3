/**
 * The control flow of an op_array from one entry: blocks, dominators, loops.
 *
 * Only what can be reached from the entry counts, so that code entered in the middle of a loop is a graph of its own; edges
 * of exceptions are not part of it (the interpreter handles them).
 * Source: php-src Zend/Optimizer/zend_cfg.c, zend_dominators.c; Cooper, Harvey, Kennedy: A Simple, Fast Dominance Algorithm
 */
import { hasData, jumpTargets } from '../bytecode/control-flow.ts';
import type { Opline } from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';

export interface Block {
  /** Opline numbers [start, end). */
  readonly start: number;
  readonly end: number;
  /** Numbers of blocks, in the order of the terminator's targets. */
  readonly successors: number[];
  readonly predecessors: number[];
  /** Number of the immediate dominator; the entry is its own. */
  dominator: number;
  /** Some edge comes from a block behind it in reverse postorder. */
  isLoop: boolean;
}

/** Blocks in reverse postorder; block 0 is the entry. */
export interface FlowGraph {
  readonly blocks: readonly Block[];
}

const ENDS: ReadonlySet<number> = new Set<number>([
  OP.RETURN,
  OP.RETURN_BY_REF,
  OP.GENERATOR_RETURN,
  OP.THROW,
  OP.MATCH_ERROR,
  OP.VERIFY_NEVER_TYPE,
  OP.EXIT,
  OP.YIELD,
  OP.YIELD_FROM,
  OP.GENERATOR_CREATE,
]);

/** Oplines that `op` takes: 2 with an OP_DATA behind it. */
export function lengthOf(op: Opline): number {
  return hasData(op) ? 2 : 1;
}

/** Where control can go from opline `n`; null for the next opline only, [] for nowhere in this function. */
export function targetsOf(op: Opline, n: number, ops: readonly Opline[]): number[] | null {
  const { opcode } = op;
  if (ENDS.has(opcode)) return [];
  if (opcode === OP.FAST_RET) return returnsOf(op, ops);
  if (opcode === OP.JMP || opcode === OP.FAST_CALL) return [op.op1];
  const jumps = jumpTargets(op);
  if (jumps.length > 0) return [...new Set([n + 1, ...jumps])];
  // new without constructor and arguments skips the call
  if (opcode === OP.NEW && op.extendedValue === 0 && ops[n + 1]?.opcode === OP.DO_FCALL) return [n + 1, n + 2];
  return null;
}

/** Where a finally block goes on: behind each FAST_CALL of it. */
function returnsOf(op: Opline, ops: readonly Opline[]): number[] {
  const out: number[] = [];
  for (const [n, from] of ops.entries()) {
    if (from.opcode === OP.FAST_CALL && from.result === op.op1) out.push(n + 1);
  }
  return out;
}

/** Which of the two graphs: what one run of the code can reach, or also what follows when a generator goes on. */
type TargetsOf = (op: Opline, n: number, ops: readonly Opline[]) => number[] | null;

function targetsThroughYields(op: Opline, n: number, ops: readonly Opline[]): number[] | null {
  return op.opcode === OP.YIELD || op.opcode === OP.YIELD_FROM ? [n + 1] : targetsOf(op, n, ops);
}

/** The graph in which a generator goes on behind its yields: for what is read later, not for being compiled. */
export function wholeGraph(ops: readonly Opline[], entry: number): FlowGraph {
  return { blocks: findBlocks(ops, entry, targetsThroughYields) };
}

/** Opline numbers that begin a block. */
function leaders(ops: readonly Opline[], entry: number, to: TargetsOf): Set<number> {
  const found = new Set([entry]);
  const seen = new Set<number>();
  const work = [entry];
  for (let n = work.pop(); n !== undefined; n = work.pop()) {
    while (!seen.has(n)) {
      seen.add(n);
      const op = ops[n];
      if (op === undefined) break;
      const targets = to(op, n, ops);
      if (targets === null) {
        n += lengthOf(op);
        continue;
      }
      for (const t of targets) {
        found.add(t);
        work.push(t);
      }
      break;
    }
  }
  return found;
}

/** The graph of what `entry` can reach; null when a loop has more than one way in (goto, odd entries). */
export function flowGraph(ops: readonly Opline[], entry: number): FlowGraph | null {
  const blocks = findBlocks(ops, entry, targetsOf);
  findDominators(blocks);
  return isReducible(blocks) ? { blocks } : null;
}

/** The blocks that lead back to the first one, where a loop begins: what it takes to run that loop, and those around it. */
export function loopGraph({ blocks }: FlowGraph): FlowGraph {
  const kept = new Set([0]);
  const work = [0];
  for (let i = work.pop(); i !== undefined; i = work.pop()) {
    for (const p of (blocks[i] as Block).predecessors) {
      if (kept.has(p)) continue;
      kept.add(p);
      work.push(p);
    }
  }
  const numberOf = new Map([...kept].sort((a, b) => a - b).map((old, i) => [old, i]));
  const renumber = (list: readonly number[]): number[] => list.flatMap((old) => numberOf.get(old) ?? []);
  return {
    blocks: [...numberOf.keys()].map((old): Block => {
      const block = blocks[old] as Block;
      const { successors, predecessors, dominator } = block;
      return {
        ...block,
        successors: renumber(successors),
        predecessors: renumber(predecessors),
        dominator: numberOf.get(dominator) as number,
      };
    }),
  };
}

function findBlocks(ops: readonly Opline[], entry: number, to: TargetsOf): Block[] {
  const walk: Walk = { ops, starts: leaders(ops, entry, to), to };
  const order = postorder(walk, entry).reverse();
  const numberOf = new Map(order.map((start, i) => [start, i]));
  const blocks = order.map((start): Block => {
    const end = endOf(walk, start);
    const successors = successorsOf(walk, start, end).map((t) => numberOf.get(t) as number);
    return { start, end, successors, predecessors: [], dominator: -1, isLoop: false };
  });
  for (const [i, block] of blocks.entries()) {
    for (const s of block.successors) {
      const target = blocks[s] as Block;
      if (!target.predecessors.includes(i)) target.predecessors.push(i);
      if (s <= i) target.isLoop = true;
    }
  }
  return blocks;
}

interface Walk {
  readonly ops: readonly Opline[];
  readonly starts: ReadonlySet<number>;
  readonly to: TargetsOf;
}

function endOf({ ops, starts, to }: Walk, start: number): number {
  let n = start;
  for (;;) {
    const op = ops[n] as Opline;
    const next = n + lengthOf(op);
    if (to(op, n, ops) !== null || starts.has(next)) return next;
    n = next;
  }
}

/** Opline number of the block's last opline. */
export function lastOf(ops: readonly Opline[], block: { readonly start: number; readonly end: number }): number {
  let n = block.start;
  for (;;) {
    const next = n + lengthOf(ops[n] as Opline);
    if (next >= block.end) return n;
    n = next;
  }
}

function successorsOf({ ops, to }: Walk, start: number, end: number): number[] {
  const last = lastOf(ops, { start, end });
  return to(ops[last] as Opline, last, ops) ?? [end];
}

function postorder(walk: Walk, entry: number): number[] {
  const out: number[] = [];
  const seen = new Set([entry]);
  const stack: { start: number; rest: number[] }[] = [{ start: entry, rest: nextOf(walk, entry) }];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const next = top.rest.pop();
    if (next === undefined) {
      out.push(top.start);
      stack.pop();
    } else if (!seen.has(next)) {
      seen.add(next);
      stack.push({ start: next, rest: nextOf(walk, next) });
    }
  }
  return out;
}

function nextOf(walk: Walk, start: number): number[] {
  return [...successorsOf(walk, start, endOf(walk, start))];
}

function findDominators(blocks: readonly Block[]): void {
  const entry = blocks[0] as Block;
  entry.dominator = 0;
  for (let changed = true; changed; ) {
    changed = false;
    for (let i = 1; i < blocks.length; i++) {
      const block = blocks[i] as Block;
      let found = -1;
      for (const p of block.predecessors) {
        if ((blocks[p] as Block).dominator < 0) continue;
        found = found < 0 ? p : commonDominator(blocks, found, p);
      }
      if (found !== block.dominator) {
        block.dominator = found;
        changed = true;
      }
    }
  }
}

function commonDominator(blocks: readonly Block[], left: number, right: number): number {
  let a = left;
  let b = right;
  while (a !== b) {
    while (a > b) a = (blocks[a] as Block).dominator;
    while (b > a) b = (blocks[b] as Block).dominator;
  }
  return a;
}

/** Every edge that goes back goes to a block that dominates where it comes from. */
function isReducible(blocks: readonly Block[]): boolean {
  return blocks.every((block, i) => block.successors.every((s) => s > i || dominates(blocks, s, i)));
}

/** Do all ways to block `b` lead through block `a`? */
export function dominates(blocks: readonly Block[], a: number, b: number): boolean {
  let at = b;
  while (at > a) at = (blocks[at] as Block).dominator;
  return at === a;
}
