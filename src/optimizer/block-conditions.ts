/**
 * Pass 5 on comparisons, booleans and conditional jumps of a block.
 * Source: php-src 8.2 Zend/Optimizer/block_pass.c (zend_optimize_block)
 */
import { IS_CONST, IS_TMP_VAR, type Opline } from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';
import { toBool } from '../value/convert.ts';
import { type BasicBlock, BB_FOLLOW, BB_PROTECTED, BB_REACHABLE, BB_TARGET } from './cfg.ts';
import { changeLiteral1, invertedJump, makeNop, op1Of, op2Of, setOp1, setOp2, UNUSED } from './edit.ts';
import type { BlockState } from './block-state.ts';
import { foldBinary, foldUnary } from './block-fold.ts';

/** IS_EQUAL, IS_NOT_EQUAL, CASE with true or false: only the other side's truth counts. */
export function comparison(state: BlockState, at: number): void {
  const op = state.ops[at] as Opline;
  if (state.bothConstant(op)) {
    foldBinary(state, at);
    return;
  }
  const left = op.op1Type === IS_CONST && typeof op.op1Lit === 'boolean';
  const right = op.op2Type === IS_CONST && typeof op.op2Lit === 'boolean';
  if (!left && !right) return;
  const wanted = (left ? op.op1Lit : op.op2Lit) === true;
  op.opcode = (op.opcode !== OP.IS_NOT_EQUAL) === wanted ? OP.BOOL : OP.BOOL_NOT;
  if (left) setOp1(op, op2Of(op));
  setOp2(op, UNUSED);
  state.count++;
  boolean(state, at);
}

const OPPOSITE: ReadonlyMap<number, number> = new Map([
  [OP.IS_EQUAL, OP.IS_NOT_EQUAL],
  [OP.IS_NOT_EQUAL, OP.IS_EQUAL],
  [OP.IS_IDENTICAL, OP.IS_NOT_IDENTICAL],
  [OP.IS_NOT_IDENTICAL, OP.IS_IDENTICAL],
  // with the operands exchanged
  [OP.IS_SMALLER, OP.IS_SMALLER_OR_EQUAL],
  [OP.IS_SMALLER_OR_EQUAL, OP.IS_SMALLER],
]);

/** Their result is a boolean. */
const GIVES_BOOLEAN: ReadonlySet<number> = new Set([
  OP.ISSET_ISEMPTY_CV,
  OP.ISSET_ISEMPTY_VAR,
  OP.ISSET_ISEMPTY_DIM_OBJ,
  OP.ISSET_ISEMPTY_PROP_OBJ,
  OP.ISSET_ISEMPTY_STATIC_PROP,
  OP.INSTANCEOF,
  OP.TYPE_CHECK,
  OP.DEFINED,
  OP.IN_ARRAY,
  OP.ARRAY_KEY_EXISTS,
]);

function exchange(op: Opline): void {
  const left = op1Of(op);
  setOp1(op, op2Of(op));
  setOp2(op, left);
}

/** The comparison before gives its result itself, negated where that was wanted. */
function mergeIntoComparison(state: BlockState, op: Opline, source: Opline): void {
  const opposite = OPPOSITE.get(source.opcode);
  if (opposite !== undefined && op.opcode === OP.BOOL_NOT) {
    if (source.opcode === OP.IS_SMALLER || source.opcode === OP.IS_SMALLER_OR_EQUAL) exchange(source);
    source.opcode = opposite;
  } else if (opposite === undefined && (!GIVES_BOOLEAN.has(source.opcode) || op.opcode === OP.BOOL_NOT)) return;
  source.resultType = op.resultType;
  source.result = op.result;
  state.setSource(op.result, state.sourceAt(op.op1));
  makeNop(op);
  state.count++;
}

/** BOOL and BOOL_NOT of what another opline made. */
export function boolean(state: BlockState, at: number): void {
  const op = state.ops[at] as Opline;
  for (;;) {
    if (op.op1Type === IS_CONST) {
      foldUnary(state, at);
      return;
    }
    if (op.op1Type !== IS_TMP_VAR || state.isExternal(op.op1)) return;
    const source = state.source(op.op1);
    if (source === null) return;
    if (source.opcode !== OP.BOOL && source.opcode !== OP.BOOL_NOT) {
      mergeIntoComparison(state, op, source);
      return;
    }
    if (source.opcode === OP.BOOL_NOT) op.opcode = op.opcode === OP.BOOL ? OP.BOOL_NOT : OP.BOOL;
    state.takeSource1(op, source);
  }
}

/** JMPZ or JMPNZ whose condition is known. */
function constantJump(state: BlockState, op: Opline): void {
  const { block } = state;
  const [target, next] = block.successors as [number, number];
  state.count++;
  if (toBool(op.op1Lit) === (op.opcode === OP.JMPZ)) {
    makeNop(op);
    block.successors = [next];
    block.len--;
    (state.cfg.blocks[next] as BasicBlock).flags |= BB_FOLLOW;
    return;
  }
  const behind = state.cfg.blocks[next] as BasicBlock;
  behind.flags &= ~BB_FOLLOW;
  if ((behind.flags & (BB_TARGET | BB_PROTECTED)) === 0) behind.flags &= ~BB_REACHABLE;
  op.opcode = OP.JMP;
  setOp1(op, op2Of(op));
  block.successors = [target];
}

/** JMPZ and JMPNZ test what BOOL, BOOL_NOT or QM_ASSIGN took. */
export function jump(state: BlockState, op: Opline): void {
  for (;;) {
    if (op.op1Type === IS_CONST) {
      constantJump(state, op);
      return;
    }
    if (op.op1Type !== IS_TMP_VAR || state.isExternal(op.op1)) return;
    const source = state.source(op.op1);
    if (source === null) return;
    if (source.opcode === OP.BOOL_NOT) op.opcode = invertedJump(op.opcode);
    else if (source.opcode !== OP.BOOL && source.opcode !== OP.QM_ASSIGN) return;
    state.takeSource1(op, source);
  }
}

/** JMPZ_EX and JMPNZ_EX: the same, and one that never jumps only keeps its value. */
export function jumpEx(state: BlockState, op: Opline): void {
  for (;;) {
    if (op.op1Type === IS_CONST) {
      const isTrue = op.opcode === OP.JMPZ_EX;
      if (toBool(op.op1Lit) !== isTrue) return;
      state.count++;
      op.opcode = OP.QM_ASSIGN;
      changeLiteral1(state.opArray, op, isTrue);
      op.op2 = 0;
      const next = state.block.successors[1] as number;
      state.block.successors = [next];
      (state.cfg.blocks[next] as BasicBlock).flags |= BB_FOLLOW;
      return;
    }
    if (op.op1Type !== IS_TMP_VAR || (state.isExternal(op.op1) && op.result !== op.op1)) return;
    const source = state.source(op.op1);
    if (source === null || (source.opcode !== OP.BOOL && source.opcode !== OP.QM_ASSIGN)) return;
    state.takeSource1(op, source);
  }
}
