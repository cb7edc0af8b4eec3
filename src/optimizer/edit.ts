/**
 * Small changes of oplines that all passes make.
 * Source: php-src 8.2 Zend/Optimizer/zend_optimizer_internal.h (MAKE_NOP, COPY_NODE, SAME_VAR), zend_optimizer.c
 */
import { IS_CONST, IS_CV, IS_TMP_VAR, IS_UNUSED, IS_VAR, type OpArray, Opline } from '../bytecode/op-array.ts';
import { OP, OPCODES } from '../bytecode/opcodes.ts';
import { ZEND_FREE_ON_RETURN, ZEND_FREE_SWITCH, ZEND_LAST_CATCH } from '../bytecode/operand-flags.ts';
import { PhpArray } from '../value/php-array.ts';
import type { Zval } from '../value/zval.ts';

export const TEMPORARY: number = IS_TMP_VAR | IS_VAR;

/** An operand: kind, number, and value when it is a constant. */
export interface Operand {
  readonly type: number;
  readonly num: number;
  readonly lit: Zval;
}

export const UNUSED: Operand = { type: IS_UNUSED, num: 0, lit: undefined };

export function op1Of(op: Opline): Operand {
  return { type: op.op1Type, num: op.op1, lit: op.op1Lit };
}

export function op2Of(op: Opline): Operand {
  return { type: op.op2Type, num: op.op2, lit: op.op2Lit };
}

export function setOp1(op: Opline, to: Operand): void {
  op.op1Type = to.type;
  op.op1 = to.num;
  op.op1Lit = to.lit;
}

export function setOp2(op: Opline, to: Operand): void {
  op.op2Type = to.type;
  op.op2 = to.num;
  op.op2Lit = to.lit;
}

/** MAKE_NOP */
export function makeNop(op: Opline): void {
  op.opcode = OP.NOP;
  setOp1(op, UNUSED);
  setOp2(op, UNUSED);
  op.resultType = IS_UNUSED;
  op.result = 0;
  op.extendedValue = 0;
}

/** `*to = *from` */
export function copyOpline(to: Opline, from: Opline): void {
  to.opcode = from.opcode;
  setOp1(to, op1Of(from));
  setOp2(to, op2Of(from));
  to.resultType = from.resultType;
  to.result = from.result;
  to.extendedValue = from.extendedValue;
  to.lineno = from.lineno;
}

/** A copy that the passes may change; a jump table is copied with it. */
export function cloneOpline(from: Opline): Opline {
  const op = new Opline(from.opcode, from.lineno);
  copyOpline(op, from);
  if (isJumpTable(op) && op.op2Lit instanceof PhpArray) op.op2Lit = op.op2Lit.dup();
  return op;
}

/** Has the opline a table of targets in its second operand? */
export function isJumpTable(op: Opline): boolean {
  return op.opcode === OP.SWITCH_LONG || op.opcode === OP.SWITCH_STRING || op.opcode === OP.MATCH;
}

/** zend_optimizer_add_literal: the constant as an operand. */
export function literal(opArray: OpArray, value: Zval): Operand {
  opArray.literals.push(value);
  return { type: IS_CONST, num: opArray.literals.length - 1, lit: value };
}

/** Changes the literal of a constant operand in its place. */
export function changeLiteral1(opArray: OpArray, op: Opline, value: Zval): void {
  op.op1Lit = value;
  opArray.literals[op.op1] = value;
}

export function changeLiteral2(opArray: OpArray, op: Opline, value: Zval): void {
  op.op2Lit = value;
  opArray.literals[op.op2] = value;
}

/** SAME_VAR */
export function sameOperand(aType: number, a: number, bType: number, b: number): boolean {
  return aType === bType && a === b;
}

/** Copies a RETURN over the jump that leads to it. */
export function copyReturn(opArray: OpArray, to: Opline, from: Opline): void {
  copyOpline(to, from);
  if (to.op1Type === IS_CONST) setOp1(to, literal(opArray, to.op1Lit));
}

/** zend_optimizer_convert_to_free_op1: of a condition only the use of its operand is left. */
export function convertToFree(op: Opline): void {
  if (op.op1Type === IS_CONST) {
    makeNop(op);
    return;
  }
  op.opcode = op.op1Type === IS_CV ? OP.CHECK_VAR : OP.FREE;
  setOp2(op, UNUSED);
  op.resultType = IS_UNUSED;
  op.result = 0;
  op.extendedValue = 0;
}

/** zend_optimizer_is_loop_var_free: frees what a foreach or switch goes over. */
export function isLoopVarFree(op: Opline): boolean {
  if (op.opcode === OP.FE_FREE) return op.extendedValue !== ZEND_FREE_ON_RETURN;
  return op.opcode === OP.FREE && op.extendedValue === ZEND_FREE_SWITCH;
}

/** Opcodes that end a function. */
export function isReturn(opcode: number): boolean {
  return opcode === OP.RETURN || opcode === OP.RETURN_BY_REF || opcode === OP.GENERATOR_RETURN || opcode === OP.EXIT;
}

/** Gives every jump target of the opline a new number. */
export function mapTargets(op: Opline, to: (target: number) => number): void {
  const row = OPCODES[op.opcode];
  if (row === undefined) return;
  if (row.op1 === 'jump') op.op1 = to(op.op1);
  const noTarget = op.opcode === OP.CATCH && (op.extendedValue & ZEND_LAST_CATCH) !== 0;
  if (row.op2 === 'jump' && !noTarget) op.op2 = to(op.op2);
  if (!row.extended.includes('jump')) return;
  op.extendedValue = to(op.extendedValue);
  if (isJumpTable(op) && op.op2Lit instanceof PhpArray) {
    for (const [key, target] of [...op.op2Lit.entries()]) op.op2Lit.set(key, to(Number(target)));
  }
}

/** JMPZ and JMPNZ are each other's opposite (INV_COND). */
export function invertedJump(opcode: number): number {
  return opcode === OP.JMPZ ? OP.JMPNZ : OP.JMPZ;
}
