/**
 * Pass 5 on the oplines of one basic block, by what is known of the temporaries made in it.
 * Source: php-src 8.2 Zend/Optimizer/block_pass.c (zend_optimize_block)
 */
import { IS_CONST, IS_TMP_VAR, IS_UNUSED, IS_VAR, type Opline } from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';
import { IS_STRING } from '../compiler/ast-flags.ts';
import { toStr } from '../value/convert.ts';
import { PhpArray } from '../value/php-array.ts';
import { PhpFloat, type PhpInt, type Zval } from '../value/zval.ts';
import { boolean, comparison, jump, jumpEx } from './block-conditions.ts';
import { concatenation, foldBinary, foldCast, foldStrlen, foldUnary } from './block-fold.ts';
import type { BlockState } from './block-state.ts';
import type { BasicBlock } from './cfg.ts';
import { changeLiteral1, makeNop, op1Of, setOp1, TEMPORARY } from './edit.ts';
import { updateOp1, updateOp2 } from './replace-const.ts';

/** Removes the NOPs a block begins with. */
export function stripLeadingNops(ops: readonly Opline[], block: BasicBlock): void {
  while (block.len > 0 && ops[block.start]?.opcode === OP.NOP) {
    block.start++;
    block.len--;
  }
}

/** Opcodes that read their operand and leave it to others: QM_ASSIGN has to stay for those. */
const SHARES_OPERAND: ReadonlySet<number> = new Set([
  OP.CASE,
  OP.CASE_STRICT,
  OP.FETCH_LIST_R,
  OP.SWITCH_LONG,
  OP.SWITCH_STRING,
  OP.MATCH,
]);

function constantSource(source: Opline | null): source is Opline {
  return source?.opcode === OP.QM_ASSIGN && source.op1Type === IS_CONST;
}

function propagateOp1(state: BlockState, at: number): void {
  const op = state.ops[at] as Opline;
  if (op.op1Type !== IS_TMP_VAR || op.opcode === OP.FREE) return;
  const source = state.source(op.op1);
  if (!constantSource(source)) return;
  const slot = op.op1;
  if (op.opcode === OP.VERIFY_RETURN_TYPE) {
    op.resultType = op.op1Type;
    op.result = op.op1;
    setOp1(op, op1Of(source));
    state.forget(slot);
    makeNop(source);
    state.count++;
  } else if (!SHARES_OPERAND.has(op.opcode) && updateOp1(state.ctx, state.opArray, at, source.op1Lit)) {
    state.forget(slot);
    if (op.opcode !== OP.JMP_NULL && !state.isExternal(source.result)) makeNop(source);
    state.count++;
  }
}

function propagateOp2(state: BlockState, at: number): void {
  const op = state.ops[at] as Opline;
  if (op.op2Type !== IS_TMP_VAR) return;
  const source = state.source(op.op2);
  const slot = op.op2;
  if (!constantSource(source) || !updateOp2(state.ctx, state.opArray, at, source.op1Lit)) return;
  state.forget(slot);
  if (!state.isExternal(source.result)) makeNop(source);
  state.count++;
}

const RESULT_CAN_GO: ReadonlySet<number> = new Set([
  OP.ASSIGN,
  OP.ASSIGN_DIM,
  OP.ASSIGN_OBJ,
  OP.ASSIGN_STATIC_PROP,
  OP.ASSIGN_OP,
  OP.ASSIGN_DIM_OP,
  OP.ASSIGN_OBJ_OP,
  OP.ASSIGN_STATIC_PROP_OP,
  OP.PRE_INC,
  OP.PRE_DEC,
  OP.PRE_INC_OBJ,
  OP.PRE_DEC_OBJ,
  OP.PRE_INC_STATIC_PROP,
  OP.PRE_DEC_STATIC_PROP,
]);

const RESULT_STAYS: ReadonlySet<number> = new Set([
  OP.FETCH_R,
  OP.FETCH_STATIC_PROP_R,
  OP.FETCH_DIM_R,
  OP.FETCH_OBJ_R,
  OP.NEW,
]);

/** FREE of a temporary: the opline that made it keeps its result to itself. */
function freeTemporary(state: BlockState, op: Opline, source: Opline): void {
  if (source.opcode !== OP.BOOL && source.opcode !== OP.BOOL_NOT) {
    if (!RESULT_CAN_GO.has(source.opcode)) return;
    source.resultType = IS_UNUSED;
  }
  state.forget(op.op1);
  makeNop(op);
  state.count++;
}

function freeVariable(state: BlockState, op: Opline, source: Opline): void {
  if (RESULT_STAYS.has(source.opcode)) return;
  source.resultType = IS_UNUSED;
  makeNop(op);
  state.count++;
  if (source.opcode !== OP.QM_ASSIGN) return;
  if ((source.op1Type & TEMPORARY) !== 0) source.opcode = OP.FREE;
  else makeNop(source);
}

function free(state: BlockState, op: Opline): void {
  const source = state.source1(op);
  if (source === null) return;
  if (op.op1Type === IS_TMP_VAR) freeTemporary(state, op, source);
  else if (op.op1Type === IS_VAR) freeVariable(state, op, source);
}

/** RETURN of what QM_ASSIGN took, when nothing in between uses it. */
function returned(state: BlockState, at: number): void {
  const op = state.ops[at] as Opline;
  if (op.op1Type !== IS_TMP_VAR) return;
  const source = state.source(op.op1);
  if (source?.opcode !== OP.QM_ASSIGN) return;
  for (let i = state.sourceAt(op.op1) + 1; i < at; i++) {
    const other = state.ops[i] as Opline;
    if (other.op1Type === op.op1Type && other.op1 === op.op1) return;
    if (other.op2Type === op.op1Type && other.op2 === op.op1) return;
  }
  state.takeSource1(op, source);
}

function qmAssign(state: BlockState, at: number): void {
  const op = state.ops[at] as Opline;
  if (op.op1Type === op.resultType && op.op1 === op.result) {
    makeNop(op);
    state.count++;
    return;
  }
  if (op.op1Type !== IS_TMP_VAR || op.resultType !== IS_TMP_VAR || state.isExternal(op.op1)) return;
  const source = state.source(op.op1);
  const from = state.sourceAt(op.op1);
  if (source === null || source.opcode === OP.COPY_TMP) return;
  if (source.opcode === OP.ADD_ARRAY_ELEMENT || source.opcode === OP.ADD_ARRAY_UNPACK) return;
  if (source.opcode === OP.DECLARE_LAMBDA_FUNCTION && from !== at - 1) return;
  source.result = op.result;
  state.forget(op.op1);
  state.setSource(op.result, from);
  makeNop(op);
  state.count++;
}

/** The block that a switch or match over a constant goes to. */
function switchTarget(state: BlockState, op: Opline, value: Zval): number {
  const { successors } = state.block;
  const last = successors.length - 1;
  const isMatch = op.opcode === OP.MATCH;
  const isInt = typeof value === 'number' || typeof value === 'bigint';
  const isString = typeof value === 'string';
  if (op.opcode === OP.SWITCH_LONG && !isInt) return successors[last] as number;
  if (op.opcode === OP.SWITCH_STRING && !isString) return successors[last] as number;
  if (isMatch && !isInt && !isString) return successors[last] as number;
  const table = op.op2Lit as PhpArray;
  const target = table.get(value as PhpInt | string);
  if (target === undefined) return successors[isMatch ? last : last - 1] as number;
  return state.cfg.map[Number(target)] as number;
}

function switchOver(state: BlockState, op: Opline): void {
  if ((op.op1Type & TEMPORARY) !== 0) {
    state.forget(op.op1);
    return;
  }
  if (op.op1Type !== IS_CONST) return;
  const target = switchTarget(state, op, op.op1Lit);
  op.opcode = OP.JMP;
  op.op1Type = IS_UNUSED;
  op.op2Type = IS_UNUSED;
  state.block.successors = [target];
}

const FOLDED: ReadonlySet<number> = new Set([
  OP.ADD,
  OP.SUB,
  OP.MUL,
  OP.DIV,
  OP.MOD,
  OP.SL,
  OP.SR,
  OP.IS_SMALLER,
  OP.IS_SMALLER_OR_EQUAL,
  OP.IS_IDENTICAL,
  OP.IS_NOT_IDENTICAL,
  OP.BOOL_XOR,
  OP.BW_OR,
  OP.BW_AND,
  OP.BW_XOR,
]);

const NO_ECHO = -2;

/** Optimizes a block; its number of changes goes up with what was found. */
export class BlockOptimizer {
  private readonly state: BlockState;
  /** The opline of the ECHO of a constant that was seen last. */
  private lastEcho = NO_ECHO;

  constructor(state: BlockState) {
    this.state = state;
  }

  run(block: BasicBlock): void {
    const { state } = this;
    state.block = block;
    this.lastEcho = NO_ECHO;
    if (block.len === 0) return;
    stripLeadingNops(state.ops, block);
    const end = block.start + block.len;
    for (let at = block.start; at < end; at++) {
      propagateOp1(state, at);
      propagateOp2(state, at);
      const op = state.ops[at] as Opline;
      this.visit(op, at);
      if ((op.resultType & TEMPORARY) !== 0) state.setSource(op.result, at);
    }
  }

  private visit(op: Opline, at: number): void {
    const { state } = this;
    switch (op.opcode) {
      case OP.ECHO:
        this.echo(op, at);
        break;
      case OP.FREE:
        free(state, op);
        break;
      case OP.MATCH_ERROR:
      case OP.FETCH_LIST_R:
      case OP.FETCH_LIST_W:
        if ((op.op1Type & TEMPORARY) !== 0) state.forget(op.op1);
        break;
      case OP.SWITCH_LONG:
      case OP.SWITCH_STRING:
      case OP.MATCH:
        switchOver(state, op);
        break;
      case OP.CASE:
      case OP.CASE_STRICT:
      case OP.COPY_TMP:
        if ((op.op1Type & TEMPORARY) !== 0) state.forget(op.op1);
        else comparison(state, at);
        break;
      case OP.IS_EQUAL:
      case OP.IS_NOT_EQUAL:
        comparison(state, at);
        break;
      case OP.BOOL:
      case OP.BOOL_NOT:
        boolean(state, at);
        break;
      case OP.JMPZ:
      case OP.JMPNZ:
        jump(state, op);
        break;
      case OP.JMPZ_EX:
      case OP.JMPNZ_EX:
        jumpEx(state, op);
        break;
      case OP.CONCAT:
      case OP.FAST_CONCAT:
        concatenation(state, at);
        break;
      default:
        this.visitOther(op, at);
    }
  }

  private visitOther(op: Opline, at: number): void {
    const { state } = this;
    switch (op.opcode) {
      case OP.BW_NOT:
        foldUnary(state, at);
        break;
      case OP.CAST:
        foldCast(state, at);
        break;
      case OP.STRLEN:
        foldStrlen(state, at);
        break;
      case OP.RETURN:
      case OP.EXIT:
        returned(state, at);
        break;
      case OP.QM_ASSIGN:
        qmAssign(state, at);
        break;
      default:
        if (FOLDED.has(op.opcode)) foldBinary(state, at);
    }
  }

  /** ECHOs of constants one behind the other become one. */
  private echo(op: Opline, at: number): void {
    const { state } = this;
    const source = state.source1(op);
    if (source !== null && source.opcode === OP.CAST && source.extendedValue === IS_STRING) {
      state.takeSource1(op, source);
      return;
    }
    // how a float is written is a setting of run time
    if (op.op1Type !== IS_CONST || op.op1Lit instanceof PhpFloat) return;
    if (this.lastEcho === at - 1) {
      const last = state.ops[at - 1] as Opline;
      const { values } = state.ctx;
      const text = (v: Zval): string => (v instanceof PhpArray ? 'Array' : toStr(values, v));
      changeLiteral1(state.opArray, op, text(last.op1Lit) + text(op.op1Lit));
      makeNop(last);
      state.count++;
    }
    this.lastEcho = at;
  }
}
