/**
 * Pass two: the compiler's numbers become the VM's. Operands get frame slots and literal values, pseudo jumps become
 * JMPs with absolute targets, a generator's RETURNs become GENERATOR_RETURNs, and the live ranges are computed.
 * Source: php-src 8.2 Zend/zend_opcode.c (pass_two)
 */
import { calcLiveRanges } from '../../bytecode/live-ranges.ts';
import { CALL_FRAME_SLOT, IS_CONST, IS_CV, IS_TMP_VAR, IS_UNUSED, IS_VAR } from '../../bytecode/op-array.ts';
import type { OpArray, Opline } from '../../bytecode/op-array.ts';
import { OP } from '../../bytecode/opcodes.ts';
import { ACC_DONE_PASS_TWO, ACC_GENERATOR, ACC_HAS_FINALLY_BLOCK } from '../../bytecode/type-flags.ts';
import { resolveGotoLabel } from './compile-jump.ts';
import type { Compiler } from './context.ts';
import { ZEND_BRK, ZEND_CONT, ZEND_GOTO } from './pseudo-opcodes.ts';

/** zend_check_finally_breakout: no jump crosses the border of a finally block. */
function checkFinallyBreakout(c: Compiler, opArray: OpArray, from: number, to: number): void {
  for (const { finallyOp, finallyEnd } of opArray.tryCatch) {
    if ((from < finallyOp || from >= finallyEnd) && to >= finallyOp && to <= finallyEnd) {
      c.lineno = opArray.opcodes[from]!.lineno;
      c.error('jump into a finally block is disallowed');
    }
    if (from >= finallyOp && from <= finallyEnd && (to > finallyEnd || to < finallyOp)) {
      c.lineno = opArray.opcodes[from]!.lineno;
      c.error('jump out of a finally block is disallowed');
    }
  }
}

/** zend_get_brk_cont_target */
function brkContTarget(c: Compiler, opline: Opline): number {
  const loops = c.context.brkContArray;
  let loop = loops[opline.op1]!;
  for (let nest = opline.op2; nest > 1; nest--) loop = loops[loop.parent]!;
  return opline.opcode === ZEND_BRK ? loop.brk : loop.cont;
}

/** Resolves the opline's jump target and what else depends on the whole body being known. */
function finishControlFlow(c: Compiler, opArray: OpArray, opline: Opline, num: number): void {
  const hasFinally = (opArray.fnFlags & ACC_HAS_FINALLY_BLOCK) !== 0;
  switch (opline.opcode) {
    case OP.FAST_CALL:
      opline.op1 = opArray.tryCatch[opline.op1]!.finallyOp;
      break;
    case ZEND_BRK:
    case ZEND_CONT: {
      const target = brkContTarget(c, opline);
      if (hasFinally) checkFinallyBreakout(c, opArray, num, target);
      opline.opcode = OP.JMP;
      opline.op1 = target;
      opline.op2 = 0;
      break;
    }
    case ZEND_GOTO:
      resolveGotoLabel(c, opArray, num);
      if (hasFinally) checkFinallyBreakout(c, opArray, num, opline.op1);
      break;
    case OP.ASSERT_CHECK:
      // The check's result is wanted only where assert()'s is.
      if (opArray.opcodes[opline.op2 - 1]!.resultType === IS_UNUSED) opline.resultType = IS_UNUSED;
      break;
    case OP.RETURN:
    case OP.RETURN_BY_REF:
      if ((opArray.fnFlags & ACC_GENERATOR) !== 0) opline.opcode = OP.GENERATOR_RETURN;
      break;
  }
}

/** The frame slot of a variable: CVs come first, temporaries behind them. */
function slotOf(type: number, num: number, lastVar: number): number {
  if (type === IS_CV) return CALL_FRAME_SLOT + num;
  return (type & (IS_VAR | IS_TMP_VAR)) !== 0 ? CALL_FRAME_SLOT + lastVar + num : num;
}

/** Commutative operators keep the operand of the higher kind in front, as Zend's handlers are specialised that way. */
function swapOperands(opline: Opline): void {
  const { op1Type, op1 } = opline;
  opline.op1Type = opline.op2Type;
  opline.op1 = opline.op2;
  opline.op2Type = op1Type;
  opline.op2 = op1;
}

const COMMUTATIVE: ReadonlySet<number> = new Set([
  OP.MUL,
  OP.BW_OR,
  OP.BW_AND,
  OP.BW_XOR,
  OP.BOOL_XOR,
  OP.IS_IDENTICAL,
  OP.IS_NOT_IDENTICAL,
  OP.IS_EQUAL,
  OP.IS_NOT_EQUAL,
]);

/** Gives an opline's operands their final numbers. */
function finishOperands(opArray: OpArray, opline: Opline): void {
  const lastVar = opArray.vars.length;
  if (opline.op1Type < opline.op2Type && COMMUTATIVE.has(opline.opcode)) swapOperands(opline);
  if (opline.op1Type === IS_CONST) opline.op1Lit = opArray.literals[opline.op1];
  else opline.op1 = slotOf(opline.op1Type, opline.op1, lastVar);
  if (opline.op2Type === IS_CONST) opline.op2Lit = opArray.literals[opline.op2];
  else opline.op2 = slotOf(opline.op2Type, opline.op2, lastVar);
  opline.result = slotOf(opline.resultType, opline.result, lastVar);
}

/**
 * pass_two: makes an op_array ready to run. `c.context` must still be the op_array's own (labels and loops).
 * Throws CompileError for wrong gotos. A second call does nothing.
 */
export function finishOpArray(c: Compiler, opArray: OpArray): void {
  if ((opArray.fnFlags & ACC_DONE_PASS_TWO) !== 0) return;
  opArray.fnFlags |= ACC_DONE_PASS_TWO;
  const { opcodes } = opArray;
  for (let num = 0; num < opcodes.length; num++) finishControlFlow(c, opArray, opcodes[num]!, num);
  for (const opline of opcodes) finishOperands(opArray, opline);
  calcLiveRanges(opArray);
}
