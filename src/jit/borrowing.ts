/**
 * Temporaries that borrow (an element or property that the next opline but reads is not counted for it), and the JavaScript in
 * which counted values get holders and lose them.
 */
import { IS_CONST, type Opline } from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';
import type { Emitter } from './emitter.ts';
import { ARR, BIG, BOOL, COUNTED, FLT, INT, LOOP, NULL, OBJ, OTHER, REF, STR, UNDEF } from './types.ts';

/** Oplines that change no array and no property. */
const HARMLESS: ReadonlySet<number> = new Set<number>([OP.ADD, OP.SUB, OP.MUL, OP.MOD, OP.BW_AND]);

/** Oplines that look at their first operand and keep nothing of it. */
const READERS: ReadonlySet<number> = new Set<number>([
  OP.FETCH_DIM_R,
  OP.FETCH_DIM_IS,
  OP.ISSET_ISEMPTY_DIM_OBJ,
  OP.FETCH_DIM_FUNC_ARG,
  OP.FETCH_OBJ_R,
  OP.TYPE_CHECK,
  OP.COUNT,
  OP.JMPZ,
  OP.JMPNZ,
]);

/** What is in `slot` is only read, by one of the next two oplines. */
export function isReadNext(g: Emitter, slot: number): boolean {
  let next = g.ops[g.n + 1];
  if (next !== undefined && HARMLESS.has(next.opcode) && next.op1 !== slot && next.op2 !== slot) next = g.ops[g.n + 2];
  if (next === undefined || next.op1Type === IS_CONST || next.op1 !== slot) return false;
  if (READERS.has(next.opcode)) return next.op2Type === IS_CONST || next.op2 !== slot;
  return (next.opcode === OP.IS_IDENTICAL || next.opcode === OP.IS_NOT_IDENTICAL) && next.op2Type === IS_CONST;
}

/** JavaScript of a temporary as it is now: its slot may be the result's, too. */
export function keepTemporary(g: Emitter, js: string): string {
  const v = g.fresh();
  g.emit(`${v}=${js};`);
  return v;
}

/** The condition that the zval in a JavaScript variable counts its holders, or may. */
export function countedText(v: string): string {
  return `typeof ${v}==='object'&&${v}!==null&&!(${v} instanceof F)`;
}

/** The opposite: it may be copied and dropped as it is. */
export function uncountedText(v: string): string {
  return `typeof ${v}!=='object'||${v}===null||${v} instanceof F`;
}

/** JavaScript for the zval in the variable `v`, which is of the kinds of `mask`, with references followed. */
export function plainText(v: string, mask: number): string {
  return (mask & REF) === 0 ? v : `${v} instanceof R?${v}.val:${v}`;
}

/** JavaScript that gives the zval in the variable `v` one more holder, references followed. */
export function copyText(v: string): string {
  return `if(${countedText(v)})${v}=J.copy(${v});`;
}

/**
 * What the variable `v` held before it was overwritten is let go of; destructors run in front of opline `next`.
 * @param mask what it can be
 */
export function releaseOld(g: Emitter, v: string, next: number, mask: number = COUNTED): void {
  const isPlain = (mask & (FLT | REF | OTHER | LOOP)) === 0;
  g.emit(`if(${isPlain ? holderText(v, mask) : countedText(v)}){`);
  // One that is a possible root of garbage already, and that others hold, loses a holder and that is all.
  if (isPlain) g.emit(`if(${v}.rc>1&&${v}.gcInfo!==0)${v}.rc--;else{`);
  g.emit(`J.release(vm,${v});`);
  g.attention(next);
  g.emit(isPlain ? '}}' : '}');
}

/** The condition that a value of these kinds is an array or object. */
function holderText(v: string, mask: number): string {
  if ((mask & (ARR | OBJ)) === 0) return 'false';
  const parts = (mask & (INT | BIG | STR | BOOL)) !== 0 ? [`typeof ${v}==='object'`] : [];
  if ((mask & UNDEF) !== 0 && parts.length === 0) parts.push(`${v}!==undefined`);
  if ((mask & NULL) !== 0) parts.push(`${v}!==null`);
  return parts.length === 0 ? 'true' : parts.join('&&');
}

/** JavaScript that lets go of a counted value. One that others hold, too, is no root of garbage: they still do. */
export function dropText(v: string): string {
  return `if(${v}.rc>1)${v}.rc--;else J.release(vm,${v});`;
}

/** The value in the JavaScript variable `v`, which a temporary held, is let go of. */
export function freeTemporary(g: Emitter, v: string): void {
  g.emit(`if(${countedText(v)}){J.freeTemp(vm,${v});`);
  g.attention(g.n + 1);
  g.emit('}');
}

/** Does the opline's jump only look at what it is asked about? The temporary is let go of then. */
export function endsBorrowing(g: Emitter, op: Opline): boolean {
  return (
    (op.opcode === OP.JMPZ || op.opcode === OP.JMPNZ) && !g.facts.generic.has(g.n) && g.state.borrowed.delete(op.op1)
  );
}
