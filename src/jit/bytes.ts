/**
 * Bytes of strings that are only compared (`$s[$i] === ','`, `$c === $t[$j]`): as numbers, so that no string is made of them, nor
 * looked at.
 *
 * A variable that is compared in this way somewhere keeps, beside the string, its byte in `y<slot>` where a byte of a string (or
 * a literal) is assigned to it.
 */
import { IS_CONST, IS_CV, type Opline } from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';
import type { Zval } from '../value/zval.ts';
import type { Emitter } from './emitter.ts';
import type { Operand } from './operand.ts';
import { BOOL } from './types.ts';

/** Of two strings of one byte, those that look like numbers are equal when they are the same, too. */
const SIGNS: Readonly<Record<number, string>> = {
  [OP.IS_IDENTICAL]: '===',
  [OP.IS_NOT_IDENTICAL]: '!==',
  [OP.IS_EQUAL]: '===',
  [OP.IS_NOT_EQUAL]: '!==',
};

/** An operand of an opline. */
interface Side {
  readonly type: number;
  readonly at: number;
  readonly literal: Zval;
}

/** What the opline compares the temporary with; null: it is no such comparison. */
function otherSide(op: Opline | undefined, temporary: number): Side | null {
  if (op === undefined || SIGNS[op.opcode] === undefined) return null;
  if (op.op1Type !== IS_CONST && op.op1 === temporary) return { type: op.op2Type, at: op.op2, literal: op.op2Lit };
  if (op.op2Type !== IS_CONST && op.op2 === temporary) return { type: op.op1Type, at: op.op1, literal: op.op1Lit };
  return null;
}

function byteOf(literal: Zval): number | null {
  return typeof literal === 'string' && literal.length === 1 ? literal.charCodeAt(0) : null;
}

/** JavaScript for the byte of the operand; null: it is not known to have just one. */
function byteText(g: Emitter, { type, at, literal }: Side): string | null {
  if (type === IS_CONST) return byteOf(literal)?.toString() ?? null;
  return g.state.bytes.has(at) ? g.local('y', at) : null;
}

/** The byte that the opline at hand fetches is but compared, by the opline behind it: both are done. @param byte JavaScript */
export function compareByte(g: Emitter, op: Opline, byte: string): boolean {
  const next = g.ops[g.n + 1] as Opline;
  if (g.n + 1 > g.blockLast || g.facts.generic.has(g.n + 1)) return false;
  const side = otherSide(next, op.result);
  const other = side === null ? null : byteText(g, side);
  if (other === null) return false;
  g.result(next, BOOL, `${other}${SIGNS[next.opcode] as string}${byte}`);
  g.done = g.n + 1;
  return true;
}

/** The temporary at hand gets the byte: keeps it when the opline behind assigns it to a variable that is compared with bytes. */
export function keepByte(g: Emitter, op: Opline, byte: string): (() => void) | null {
  const next = g.ops[g.n + 1];
  if (next?.opcode !== OP.ASSIGN || next.op2Type === IS_CONST || next.op2 !== op.result) return null;
  if (next.op1Type !== IS_CV || !isCompared(g, next.op1)) return null;
  g.emit(`${g.local('y', op.result)}=${byte};`);
  return () => g.state.bytes.add(op.result);
}

/** The variable gets the value of the operand of an ASSIGN; the function keeps its byte behind the assignment. */
export function learnByte(g: Emitter, slot: number, from: Operand): () => void {
  const byte =
    from.slot < 0 ? byteOf(from.literal)?.toString() : g.state.bytes.has(from.slot) ? `y${from.slot}` : undefined;
  if (byte === undefined || !isCompared(g, slot)) return () => undefined;
  return () => {
    g.emit(`${g.local('y', slot)}=${byte};`);
    g.state.bytes.add(slot);
  };
}

/** Is the variable compared with a byte of a string somewhere? */
function isCompared(g: Emitter, slot: number): boolean {
  return g.ops.some((op, n) => {
    if (op.opcode !== OP.FETCH_DIM_R) return false;
    const side = otherSide(g.ops[n + 1], op.result);
    return side !== null && side.type === IS_CV && side.at === slot;
  });
}
