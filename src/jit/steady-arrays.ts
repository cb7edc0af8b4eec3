/**
 * Arrays that stand still in a loop: a variable that nothing in the loop writes to, and the rows of one at keys that nothing in
 * the loop writes to (`$a[$i]` in `for ($k ...) $sum += $a[$i][$k] * ...`). They are expected to be in the packed form; that is
 * asked once, in front of the loop, and their JavaScript arrays are taken.
 *
 * An array in a variable that is no reference is changed by oplines alone that name the variable, whoever else holds it: others
 * copy it before they write.
 */
import { IS_CV, type Opline } from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';
import { PhpArray } from '../value/php-array.ts';
import type { Zval } from '../value/zval.ts';
import { isReadNext } from './borrowing.ts';
import { bodyOf, linesOf, writes } from './counted-loops.ts';
import type { Emitter } from './emitter.ts';
import type { FlowGraph } from './flow-graph.ts';
import { packedText } from './kind-tests.ts';
import { rangeOf } from './ranges.ts';
import { sampleElement } from './samples.ts';
import type { State, SteadyArray } from './state.ts';
import { ARR, INT, REF } from './types.ts';

/** A read of an element of a variable that stands still. */
interface SteadyRead {
  readonly op: Opline;
  /** So does the variable with the key. */
  readonly isRow: boolean;
}

/** Such reads in each loop, by the number of its head's block. */
export type SteadyReads = ReadonlyMap<number, readonly SteadyRead[]>;

export function steadyReads(g: Emitter, graph: FlowGraph): SteadyReads {
  const out = new Map<number, SteadyRead[]>();
  // The variables of a script are anybody's.
  if (g.isScript) return out;
  for (const [i, { isLoop, start }] of graph.blocks.entries()) {
    if (!isLoop || g.facts.generic.has(~start)) continue;
    const lines = linesOf(g, graph, bodyOf(graph, i)).map(([op]) => op);
    const stands = (slot: number): boolean => !lines.some((op) => writes(op, slot));
    const reads = lines.filter((op) => op.opcode === OP.FETCH_DIM_R && op.op1Type === IS_CV && stands(op.op1));
    out.set(
      i,
      reads.map((op) => ({ op, isRow: op.op2Type === IS_CV && stands(op.op2) })),
    );
  }
  return out;
}

/** Name of the array in a slot, or (key >= 0) of its row at the key in another slot. */
function nameOf(base: number, key: number): string {
  return key < 0 ? `${base}` : `${base}_${key}`;
}

function isPacked(v: Zval | undefined): boolean {
  return v instanceof PhpArray && v.map === null && v.count > 0;
}

/** The state on the way into a loop: what stands still in it is known from then on. */
export function enterLoop(g: Emitter, state: State, reads: readonly SteadyRead[] | undefined): void {
  for (const { op, isRow } of reads ?? []) {
    const { op1: base, op2: key } = op;
    const mask = state.masks[base] as number;
    if ((mask & ARR) === 0 || (mask & REF) !== 0 || !isPacked(state.samples[base])) continue;
    add(state, { base, key: -1, row: `c${base}`, vals: g.local('s', base) });
    state.masks[base] = ARR;
    if (!isRow || state.masks[key] !== INT || !isPacked(sampleElement(state.samples[base], op))) continue;
    add(state, { base, key, row: g.local(`r${base}_`, key), vals: g.local(`s${base}_`, key) });
  }
}

function add(state: State, steady: SteadyArray): void {
  const name = nameOf(steady.base, steady.key);
  if (!state.steady.has(name)) state.steady.set(name, steady);
}

/** Emits in front of the loop at opline `head` what it expects to be taken. */
export function takeSteady(g: Emitter, head: number, expected: State): void {
  for (const [name, { base, key, row, vals }] of expected.steady) {
    if (g.state.steady.has(name)) continue;
    if (key >= 0) {
      const all = `s${base}`;
      const isThere = `${rangeOf({ range: g.state.ranges[key] }).lo >= 0 ? '' : `c${key}>=0&&`}c${key}<${all}.length`;
      g.emit(`${row}=${isThere}?${all}[c${key}]:undefined;`);
    }
    g.emit(
      `if(!(${packedText(row, key < 0 ? (g.state.masks[base] as number) : undefined)})){${g.exit(head, ~head)}}${vals}=${row}.vals;`,
    );
  }
}

/** JavaScript for the JavaScript array of the array in the slot; null: it is not known to stand still. */
export function steadyVals(g: Emitter, slot: number): string | null {
  return g.state.steady.get(nameOf(slot, -1))?.vals ?? null;
}

/** result := a row that stands still, which the next oplines but read */
export function fetchSteadyRow(g: Emitter, op: Opline): boolean {
  if (op.op1Type !== IS_CV || op.op2Type !== IS_CV || !isReadNext(g, op.result)) return false;
  const known = g.state.steady.get(nameOf(op.op1, op.op2));
  if (known === undefined) return false;
  const sample = sampleElement(g.state.samples[op.op1], op);
  g.set(op.result, ARR, known.row);
  g.state.samples[op.result] = sample;
  g.state.borrowed.add(op.result);
  add(g.state, { base: op.result, key: -1, row: known.row, vals: known.vals });
  return true;
}

/** Behind oplines `from` to `to`: what they may have written to stands still no more. */
export function forgetSteady(g: Emitter, from: number, to: number): void {
  for (const [name, { base, key }] of g.state.steady) {
    for (let n = from; n <= to; n++) {
      const op = g.ops[n] as Opline;
      if (writes(op, base) || (key >= 0 && writes(op, key))) g.state.steady.delete(name);
    }
  }
}
