/**
 * Floats that a nest of loops writes: in front of it, those that are there are made anew with the code's mark
 * (src/jit/slot-floats.ts), and arrays that others hold, too, are copied. Each would be when it is first written to, in the
 * middle of the nest; V8 would then have to take into account in every turn that something was called there.
 *
 * It is tried for short lists alone: the nest may write to a few of the floats.
 */
import { IS_CV, IS_UNUSED, type Opline } from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';
import { PhpArray, separateArray } from '../value/php-array.ts';
import { PhpObject } from '../value/php-object.ts';
import { PhpFloat, PhpReference, type Zval } from '../value/zval.ts';
import { bodyOf } from './counted-loops.ts';
import type { Emitter } from './emitter.ts';
import type { Block, FlowGraph } from './flow-graph.ts';
import { markText } from './slot-floats.ts';
import type { State } from './state.ts';
import { ARR, OBJ } from './types.ts';

/** Elements of the longest list whose floats are made anew. */
const LONGEST = 32;
/** Levels of the deepest array. */
const DEEPEST = 3;

/** What a nest of loops writes to. */
export interface LoopFloats {
  /** Slots of variables: of how many levels the arrays are in whose elements it writes. */
  readonly arrays: ReadonlyMap<number, number>;
  /** Slots of variables that the objects may come from whose properties it writes. */
  readonly holders: ReadonlySet<number>;
  /** Names of the properties. */
  readonly properties: ReadonlySet<string>;
}

const FETCHES: ReadonlySet<number> = new Set<number>([OP.FETCH_DIM_W, OP.FETCH_DIM_RW]);
const HOLDERS: ReadonlySet<number> = new Set<number>([OP.FETCH_DIM_R, OP.FE_RESET_R, OP.ASSIGN_OBJ_OP]);

/** By the number of the block at the head of the outermost loop. */
export function loopFloats(g: Emitter, graph: FlowGraph): ReadonlyMap<number, LoopFloats> {
  const out = new Map<number, LoopFloats>();
  // The variables of a script are anybody's.
  if (g.isScript) return out;
  const heads = graph.blocks.flatMap(({ isLoop }, i) => (isLoop ? [i] : []));
  const bodies = new Map(heads.map((head) => [head, bodyOf(graph, head)]));
  for (const [head, body] of bodies) {
    const isNest = heads.some((i) => i !== head && body.has(i));
    const isInner = heads.some((i) => i !== head && bodies.get(i)?.has(head) === true);
    if (isNest && !isInner) out.set(head, writesOf(g, graph.blocks, body));
  }
  return out;
}

function writesOf(g: Emitter, blocks: readonly Block[], body: ReadonlySet<number>): LoopFloats {
  const arrays = new Map<number, number>();
  const holders = new Set<number>();
  const properties = new Set<string>();
  for (const b of body) {
    const { start, end } = blocks[b] as Block;
    for (let n = start; n < end; n++) {
      const op = g.ops[n] as Opline;
      if (HOLDERS.has(op.opcode) && op.op1Type === IS_CV) holders.add(op.op1);
      if (op.opcode === OP.ASSIGN_OBJ_OP && typeof op.op2Lit === 'string') properties.add(op.op2Lit);
      if ((op.opcode === OP.ASSIGN_DIM || op.opcode === OP.ASSIGN_DIM_OP) && op.op2Type !== IS_UNUSED)
        addChain(g, n, arrays);
    }
  }
  return { arrays, holders, properties };
}

/** The variable whose element the opline assigns to, through fetches in front of it. */
function addChain(g: Emitter, n: number, arrays: Map<number, number>): void {
  let op = g.ops[n] as Opline;
  for (let depth = 1; depth <= DEEPEST; depth++) {
    if (op.op1Type === IS_CV) {
      arrays.set(op.op1, Math.max(depth, arrays.get(op.op1) ?? 0));
      return;
    }
    const before = g.ops[n - depth];
    if (before === undefined || !FETCHES.has(before.opcode) || before.result !== op.op1) return;
    op = before;
  }
}

/** The state on the way into the nest: the variables may hold other arrays. */
export function enterNest(state: State, floats: LoopFloats | undefined): void {
  for (const [slot, depth] of floats?.arrays ?? []) if (isOwned(state, slot, depth)) state.dirty[slot] = true;
}

function isOwned({ masks, samples }: State, slot: number, depth: number): boolean {
  return masks[slot] === ARR && hasFloats(samples[slot], depth);
}

/** Emits in front of the nest what makes the floats anew. */
export function ownFloats(g: Emitter, floats: LoopFloats | undefined): void {
  if (floats === undefined || g.facts.isStressed) return;
  const { state } = g;
  for (const [slot, depth] of floats.arrays) {
    if (isOwned(state, slot, depth)) g.emit(`${markText(g)}c${slot}=J.ownElements(c${slot},${depth},w);`);
  }
  if (floats.properties.size === 0) return;
  for (const slot of floats.holders) {
    const mask = state.masks[slot];
    const isHolder = (mask === ARR || mask === OBJ) && hasProperties(state.samples[slot], floats.properties);
    if (isHolder) g.emit(`${markText(g)}J.ownProperties(c${slot},w);`);
  }
}

function hasFloats(sample: Zval | undefined, depth: number): boolean {
  if (!(sample instanceof PhpArray) || !isShort(sample)) return false;
  const first = sample.vals[sample.vals.length >> 1];
  return depth === 1 ? first instanceof PhpFloat : hasFloats(first, depth - 1);
}

/** A short list without references: a copy of it may be made sooner. */
function isShort({ map, vals }: PhpArray): boolean {
  return map === null && vals.length <= LONGEST && !vals.some((v) => v instanceof PhpReference);
}

function hasProperties(sample: Zval | undefined, names: ReadonlySet<string>): boolean {
  const found = sample instanceof PhpArray ? sample.vals[sample.vals.length >> 1] : sample;
  if (!(found instanceof PhpObject)) return false;
  return [...names].some((name) => {
    const info = found.ce.propertiesInfo.get(name);
    return info !== undefined && found.props[info.slot] instanceof PhpFloat;
  });
}

/** A float that carries the mark of the compiled code that it is made for. */
function ownedFloat(value: number, mark: number): PhpFloat {
  const out = new PhpFloat(value);
  (out as { owner: number }).owner = mark;
  return out;
}

function ownAll(values: Zval[], mark: number): void {
  for (let i = 0; i < values.length; i++) {
    const v = values[i];
    if (v instanceof PhpFloat && v.owner !== mark) values[i] = ownedFloat(v.value, mark);
  }
}

/** The array in a variable, or a copy if others hold it, with floats of the mark in the lists `depth` levels down. */
export function ownElements(array: PhpArray, depth: number, mark: number): PhpArray {
  if (!isShort(array)) return array;
  const own = separateArray(array);
  if (depth === 1) ownAll(own.vals, mark);
  else {
    for (const [i, v] of own.vals.entries()) if (v instanceof PhpArray) own.vals[i] = ownElements(v, depth - 1, mark);
  }
  return own;
}

/** Floats of the mark in the properties of an object, or of the objects in a list. */
export function ownProperties(held: PhpArray | PhpObject, mark: number): void {
  if (held instanceof PhpObject) ownAll(held.props, mark);
  else if (isShort(held)) for (const v of held.vals) if (v instanceof PhpObject) ownAll(v.props, mark);
}
