/**
 * From a flow graph to JavaScript's loops and labelled blocks, which V8 optimises like any hand-written ones.
 *
 * A block that several paths join in stands behind a labelled block that they break out of; a loop's head stands in a
 * labelled `for(;;)`; every other block is written where the one edge to it is.
 * Source: Norman Ramsey: Beyond Relooper (ICFP 2022)
 */
import type { Emitter } from './emitter.ts';
import { type CountedLoop, countedLoop } from './counted-loops.ts';
import { beforeOpline } from './inner-arrays.ts';
import { type Laps, LAPS, type LeaveHead, loopHead, NEVER } from './laps.ts';
import type { Opline } from '../bytecode/op-array.ts';
import { type Block, type FlowGraph, lastOf, lengthOf } from './flow-graph.ts';
import { afterOpline } from './float-keepers.ts';
import { conversion, type State } from './state.ts';
import { enterNest, type LoopFloats, ownFloats } from './loop-floats.ts';
import { enterLoop, forgetSteady, type SteadyReads, takeSteady } from './steady-arrays.ts';

/** How a block ends. Targets are opline numbers. */
export type Branch =
  | { readonly kind: 'goto'; readonly target: number }
  | {
      readonly kind: 'if';
      readonly condition: string;
      readonly yes: number;
      readonly no: number;
      /** What more is so when the condition holds. */
      readonly onYes?: () => void;
      readonly onNo?: () => void;
    }
  /** The scratch variable `t` holds the target's number. */
  | { readonly kind: 'switch'; readonly targets: readonly number[] }
  | { readonly kind: 'end' };

/** Emits the oplines of a block for the state that `g` is in. */
export type WalkBlock = (block: Block) => Branch;

/** What the loops are entered with, by the number of the head's block. */
export interface LoopPlans {
  readonly steady: SteadyReads;
  readonly floats: ReadonlyMap<number, LoopFloats>;
}

/** Finds the state at the start of every block: walks until nothing changes. Null for blocks that no path reaches. */
export function inferStates(
  g: Emitter,
  graph: FlowGraph,
  entry: State,
  walk: WalkBlock,
  plans: LoopPlans,
): (State | null)[] {
  const states: (State | null)[] = graph.blocks.map(() => null);
  const numberOf = new Map(graph.blocks.map((b, i) => [b.start, i]));
  states[0] = entry.copy();
  const enter = (at: number, state: State): void => {
    enterNest(state, plans.floats.get(at));
    enterLoop(g, state, plans.steady.get(at));
  };
  enter(0, states[0]);
  const work = new Set([0]);
  for (let i = next(work); i !== undefined && !g.needsFrame; i = next(work)) {
    const block = graph.blocks[i] as Block;
    g.state = (states[i] as State).copy();
    const branch = walk(block);
    const flow = (target: number, then?: () => void): void => {
      const at = numberOf.get(target);
      if (at === undefined) return;
      const after = g.state.copy();
      if (then !== undefined) {
        const kept = g.state;
        g.state = after;
        then();
        g.state = kept;
      }
      if (at > i) enter(at, after);
      const known = states[at];
      if (known === null || known === undefined) {
        states[at] = after;
        work.add(at);
      } else if (known.join(after, (graph.blocks[at] as Block).isLoop, (s) => g.live.isLive(target, s))) work.add(at);
    };
    if (branch.kind === 'goto') flow(branch.target);
    else if (branch.kind === 'switch') for (const t of branch.targets) flow(t);
    else if (branch.kind === 'if') {
      flow(branch.yes, branch.onYes);
      flow(branch.no, branch.onNo);
    }
  }
  return states;
}

function next(work: Set<number>): number | undefined {
  let lowest: number | undefined;
  for (const i of work) if (lowest === undefined || i < lowest) lowest = i;
  if (lowest !== undefined) work.delete(lowest);
  return lowest;
}

/** Writes the whole graph. `states` are the blocks' from inferStates. */
export class Structure {
  private readonly g: Emitter;
  private readonly graph: FlowGraph;
  private readonly states: readonly (State | null)[];
  private readonly walk: WalkBlock;
  private readonly laps: Laps;
  private readonly floats: LoopPlans['floats'];
  private readonly numberOf: Map<number, number>;
  /** Blocks by their immediate dominator, last in reverse postorder first. */
  private readonly children: number[][];

  constructor(
    g: Emitter,
    graph: FlowGraph,
    states: readonly (State | null)[],
    walk: WalkBlock,
    laps: Laps,
    { floats }: LoopPlans,
  ) {
    this.laps = laps;
    this.floats = floats;
    this.g = g;
    this.graph = graph;
    this.states = states;
    this.walk = walk;
    this.numberOf = new Map(graph.blocks.map((b, i) => [b.start, i]));
    this.children = graph.blocks.map(() => []);
    for (let i = graph.blocks.length - 1; i > 0; i--) {
      this.children[(graph.blocks[i] as Block).dominator]?.push(i);
    }
  }

  /** @param entry what is known at the way in, where the first block may be a loop's head that knows less */
  write(entry: State): void {
    this.g.state = entry;
    ownFloats(this.g, this.floats.get(0));
    takeSteady(this.g, (this.graph.blocks[0] as Block).start, this.states[0] as State);
    this.convertTo(this.states[0] as State);
    this.tree(0);
  }

  /** The block and all it dominates. */
  private tree(i: number): void {
    const block = this.graph.blocks[i] as Block;
    const merges = (this.children[i] as number[]).filter((c) => this.isMerge(c));
    if (!block.isLoop) {
      this.within(i, merges);
      return;
    }
    const counted = this.counted(i);
    if (counted !== null) this.g.emit(counted.before);
    this.g.emit(`L${i}:for(;;){`);
    this.within(i, merges, counted);
    this.g.emit('}');
  }

  private counted(i: number): CountedLoop | null {
    if (i === 0 && this.laps === LAPS) return null;
    return countedLoop(this.g, this.graph, i, this.states[i] as State);
  }

  /** Several edges that go forward lead to it. */
  private isMerge(i: number): boolean {
    return (this.graph.blocks[i] as Block).predecessors.filter((p) => p < i).length > 1;
  }

  private within(i: number, merges: readonly number[], counted: CountedLoop | null = null): void {
    for (const m of merges) this.g.emit(`M${m}:{`);
    this.block(i, counted);
    for (const m of [...merges].reverse()) {
      this.g.emit('}');
      this.tree(m);
    }
  }

  private block(i: number, counted: CountedLoop | null): void {
    const { g } = this;
    const block = this.graph.blocks[i] as Block;
    g.state = (this.states[i] as State).copy();
    g.n = block.start;
    const leave = block.isLoop ? this.leaveHead(block.start) : NEVER;
    if (counted !== null) g.emit(`if(!(${counted.goesOn})){`);
    else if (block.isLoop) g.emit(loopHead(this.laps, leave, i === 0));
    const branch = this.walk(block);
    if (counted !== null && branch.kind === 'if') this.endStretch(i, branch, counted, leave);
    else if (branch.kind === 'goto') this.edge(i, branch.target);
    else if (branch.kind === 'if') {
      this.branchOn(i, branch);
    } else if (branch.kind === 'switch') {
      const after = g.state;
      for (const target of branch.targets) {
        g.state = after.copy();
        g.emit(`if(t===${target}){`);
        this.edge(i, target);
        g.emit('}');
      }
      g.emit(`return J.lost();`);
    }
  }

  /**
   * Code that takes over a loop has one way out for its laps and its end (laps.ts). Elsewhere each head has a way of its own:
   * where they meet, V8 would have to bring together what is known at each.
   */
  private leaveHead(head: number): LeaveHead {
    const { g } = this;
    if (this.laps === LAPS) return { E: g.leave(head), I: g.leave(head, 'I') };
    return { ...NEVER, E: `${g.leaveText(head, head)}return E;` };
  }

  /** Behind the comparison of a counted loop's head, where a stretch of turns is over. */
  private endStretch(i: number, branch: Branch & { kind: 'if' }, counted: CountedLoop, leave: LeaveHead): void {
    const { g } = this;
    const after = g.state;
    const head = loopHead(this.laps, leave, false, counted.turns);
    g.emit(`if(${branch.condition}){${counted.next}${head}}else{`);
    g.state = after.copy();
    branch.onNo?.();
    this.edge(i, branch.no);
    g.emit('}}');
    g.state = after.copy();
    branch.onYes?.();
    this.edge(i, branch.yes);
  }

  private branchOn(i: number, branch: Branch & { kind: 'if' }): void {
    const { g } = this;
    const after = g.state;
    g.emit(`if(${branch.condition}){`);
    g.state = after.copy();
    branch.onYes?.();
    this.edge(i, branch.yes);
    g.emit('}else{');
    g.state = after.copy();
    branch.onNo?.();
    this.edge(i, branch.no);
    g.emit('}');
  }

  private convertTo(expected: State): void {
    const { g } = this;
    for (let s = 5; s < expected.masks.length; s++) {
      const text = conversion(s, g.state.masks[s] as number, expected.masks[s] as number);
      if (text === '') continue;
      g.local('c', s);
      g.local('f', s);
      g.local('k', s);
      g.emit(text);
    }
  }

  /** Goes to a block: brings the state into the form that is expected there, then jumps or writes it here. */
  private edge(from: number, target: number): void {
    const { g } = this;
    const to = this.numberOf.get(target);
    if (to === undefined) {
      g.emit(g.leave(target));
      return;
    }
    if (to > from) {
      ownFloats(g, this.floats.get(to));
      takeSteady(g, target, this.states[to] as State);
    }
    this.convertTo(this.states[to] as State);
    if (to <= from) g.emit(`continue L${to};`);
    else if (this.isMerge(to)) g.emit(`break M${to};`);
    else this.tree(to);
  }
}

/** Walks the oplines of a block up to its last one; `opline` emits one and answers how the block ends, or null to go on. */
export function walkOplines(g: Emitter, block: Block, opline: (n: number) => Branch | null): Branch {
  const last = lastOf(g.ops, block);
  g.blockLast = last;
  g.test = null;
  for (let n = block.start; ; ) {
    g.n = n;
    g.resetScratch();
    const op = g.ops[n];
    if (op === undefined) return { kind: 'end' };
    g.done = -1;
    beforeOpline(g, op);
    const { calls } = g.state;
    const [call, depth] = [calls.at(-1), calls.length];
    const branch = opline(n);
    if (branch !== null) return branch;
    afterOpline(g, op, call, depth);
    const done = Math.max(n, g.done);
    forgetSteady(g, n, done);
    if (done >= last) {
      g.settle();
      return { kind: 'goto', target: block.end };
    }
    n = done + lengthOf(g.ops[done] as Opline);
  }
}
