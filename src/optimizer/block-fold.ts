/**
 * Pass 5 on operators with constants only, and on strings put together.
 * Source: php-src 8.2 Zend/Optimizer/block_pass.c (zend_optimize_block)
 */
import { IS_CONST, IS_TMP_VAR, IS_UNUSED, type Opline } from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';
import { IS_STRING } from '../compiler/ast-flags.ts';
import { type Folded, NOT_CONSTANT } from '../compiler/emit/not-constant.ts';
import { toStr } from '../value/convert.ts';
import type { BlockState } from './block-state.ts';
import { changeLiteral2, makeNop, op1Of, op2Of, setOp1, setOp2, TEMPORARY, UNUSED } from './edit.ts';
import { evaluateBinary, evaluateCast, evaluateUnary } from './evaluate.ts';
import { updateOp1 } from './replace-const.ts';

function becomeConstant(state: BlockState, at: number, value: Folded): void {
  if (value === NOT_CONSTANT) return;
  const op = state.ops[at] as Opline;
  op.opcode = OP.QM_ASSIGN;
  setOp2(op, UNUSED);
  updateOp1(state.ctx, state.opArray, at, value);
  state.count++;
}

export function foldBinary(state: BlockState, at: number): void {
  const op = state.ops[at] as Opline;
  if (!state.bothConstant(op)) return;
  becomeConstant(state, at, evaluateBinary(state.ctx.values, op.opcode, op.op1Lit, op.op2Lit));
}

export function foldUnary(state: BlockState, at: number): void {
  const op = state.ops[at] as Opline;
  if (op.op1Type === IS_CONST) becomeConstant(state, at, evaluateUnary(state.ctx.values, op.opcode, op.op1Lit));
}

export function foldCast(state: BlockState, at: number): void {
  const op = state.ops[at] as Opline;
  if (op.op1Type !== IS_CONST) return;
  const value = evaluateCast(state.ctx.values, op.extendedValue, op.op1Lit);
  if (value !== NOT_CONSTANT) op.extendedValue = 0;
  becomeConstant(state, at, value);
}

export function foldStrlen(state: BlockState, at: number): void {
  const op = state.ops[at] as Opline;
  if (op.op1Type === IS_CONST && typeof op.op1Lit === 'string') becomeConstant(state, at, op.op1Lit.length);
}

const isConcat = (opcode: number): boolean => opcode === OP.CONCAT || opcode === OP.FAST_CONCAT;

/** `(X . 'a') . 'b'` is `X . 'ab'`. */
function mergeConstants(state: BlockState, op: Opline): void {
  if (op.op2Type !== IS_CONST || op.op1Type !== IS_TMP_VAR) return;
  const source = state.source(op.op1);
  if (source === null || !isConcat(source.opcode) || source.op2Type !== IS_CONST) return;
  const { values } = state.ctx;
  const joined = toStr(values, source.op2Lit) + toStr(values, op.op2Lit);
  state.forget(op.op1);
  setOp1(op, op1Of(source));
  changeLiteral2(state.opArray, op, joined);
  makeNop(source);
  state.count++;
}

/** A cast to string before a concatenation says nothing new. */
function dropCasts(state: BlockState, op: Opline): void {
  const casts = (source: Opline | null): source is Opline =>
    source?.opcode === OP.CAST && source.extendedValue === IS_STRING && source.op1Type !== IS_CONST;
  const left = state.source1(op);
  if (casts(left)) state.takeSource1(op, left);
  const right = state.source2(op);
  if (casts(right)) state.takeSource2(op, right);
}

/** Does the operand hold a string for sure? */
function givesString(type: number, source: Opline | null): boolean {
  if (type === IS_CONST) return true;
  if (type !== IS_TMP_VAR || source === null) return false;
  switch (source.opcode) {
    case OP.FAST_CONCAT:
    case OP.ROPE_END:
    case OP.FETCH_CONSTANT:
    case OP.FETCH_CLASS_CONSTANT:
      return true;
    default:
      return false;
  }
}

function becomeCast(state: BlockState, op: Opline): void {
  op.opcode = OP.CAST;
  op.extendedValue = IS_STRING;
  op.op2Type = IS_UNUSED;
  setOp2(op, UNUSED);
  state.count++;
}

/** CONCAT and FAST_CONCAT. */
export function concatenation(state: BlockState, at: number): void {
  const op = state.ops[at] as Opline;
  if (state.bothConstant(op)) {
    foldBinary(state, at);
    return;
  }
  mergeConstants(state, op);
  dropCasts(state, op);
  if (op.op1Type === IS_CONST && op.op1Lit === '') {
    setOp1(op, op2Of(op));
    becomeCast(state, op);
  } else if (op.op2Type === IS_CONST && op.op2Lit === '') becomeCast(state, op);
  else if (
    op.opcode === OP.CONCAT &&
    givesString(op.op1Type, (op.op1Type & TEMPORARY) !== 0 ? state.source(op.op1) : null) &&
    givesString(op.op2Type, (op.op2Type & TEMPORARY) !== 0 ? state.source(op.op2) : null)
  ) {
    op.opcode = OP.FAST_CONCAT;
    state.count++;
  }
}
