/**
 * Arrays in elements of a variable (`$rows[$i]`) that the block at hand has fetched: `$rows[$i][0]` and `$rows[$i][1]` look for
 * the row once, and once one of its elements was written to it is known to be held by `$rows` alone.
 *
 * What is known lasts until an opline that may change an array or give one another holder; it does not leave the block.
 */
import { IS_CONST, IS_CV, IS_UNUSED, type Opline } from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';
import type { Emitter } from './emitter.ts';
import type { InnerArray } from './state.ts';
import { COUNTED, INT, maskOf, REF } from './types.ts';

/** Oplines that on what counts no holders change no array. Variables that they write are State.forget's. */
const ON_NUMBERS: ReadonlySet<number> = new Set<number>([
  ...[OP.ADD, OP.SUB, OP.MUL, OP.DIV, OP.MOD, OP.BW_AND, OP.BW_OR, OP.BW_XOR, OP.SL, OP.SR],
  ...[OP.ASSIGN, OP.ASSIGN_OP, OP.QM_ASSIGN, OP.PRE_INC, OP.PRE_DEC, OP.POST_INC, OP.POST_DEC],
  ...[OP.SEND_VAL, OP.SEND_VAR],
]);

/** Oplines that see to it themselves: calls of builtins that are written inline change none. */
const THEMSELVES: ReadonlySet<number> = new Set<number>([
  ...[OP.FETCH_DIM_R, OP.FETCH_DIM_W, OP.FETCH_DIM_RW, OP.INIT_FCALL, OP.DO_ICALL],
]);

/** In front of every opline: what it may change is known no more. */
export function beforeOpline(g: Emitter, op: Opline): void {
  if (g.state.inners.length === 0 || THEMSELVES.has(op.opcode)) return;
  const kinds = (type: number, at: number, literal: Opline['op1Lit']): number => {
    if (type === IS_UNUSED) return 0;
    return type === IS_CONST ? maskOf(literal) : (g.state.masks[at] as number);
  };
  const masks = kinds(op.op1Type, op.op1, op.op1Lit) | kinds(op.op2Type, op.op2, op.op2Lit);
  if (!ON_NUMBERS.has(op.opcode) || (masks & COUNTED) !== 0) forgetInners(g);
}

/** Arrays may have changed. */
export function forgetInners(g: Emitter): void {
  g.state.inners = [];
}

/** The array in the element of the variable of op1 at the key of op2, if the block has fetched it. */
export function innerOf(g: Emitter, fetch: Opline, base: number): InnerArray | undefined {
  const key = keyOf(g, fetch);
  return key === null ? undefined : g.state.inners.find((i) => i.base === base && i.key === key);
}

/** The array in the JavaScript variable `v` is what `fetch` finds in the variable's element. */
export function rememberInner(g: Emitter, fetch: Opline, base: number, v: string, owned: boolean): void {
  const key = keyOf(g, fetch);
  if (key === null || ((g.state.masks[base] as number) & REF) !== 0) return;
  const js = g.local('i', g.n);
  g.emit(`${js}=${v};`);
  const keySlot = fetch.op2Type === IS_CV ? fetch.op2 : -1;
  const others = g.state.inners.filter((i) => i.base !== base || i.key !== key);
  g.state.inners = [...others, { base, key, keySlot, js, owned }];
}

/**
 * An element of the variable is about to be written to: its row may be replaced by a copy, which may be a row that is known
 * under another key, unless that one is known to have no other holder.
 */
export function beforeWriting(g: Emitter, base: number): void {
  if (base < 0 || ((g.state.masks[base] as number) & REF) !== 0) forgetInners(g);
  else g.state.inners = g.state.inners.filter((i) => i.owned || i.base !== base);
}

/** JavaScript for the key of an array that is known. */
export function innerKeyText({ key, keySlot }: InnerArray): string {
  return keySlot < 0 ? key.slice(1) : `c${keySlot}`;
}

/** A name for the key; null: not one of those that are kept. */
function keyOf(g: Emitter, { op2Type, op2, op2Lit }: Opline): string | null {
  if (op2Type === IS_CONST) return typeof op2Lit === 'number' ? `#${op2Lit}` : null;
  return op2Type === IS_CV && g.state.masks[op2] === INT ? `$${op2}` : null;
}
