/**
 * try, catch, finally.
 * Source: php-src 8.2 Zend/zend_compile.c (zend_compile_try)
 */
import { IS_CONST, IS_CV, IS_TMP_VAR, IS_UNUSED } from '../../bytecode/op-array.ts';
import { OP } from '../../bytecode/opcodes.ts';
import { ZEND_FETCH_CLASS_DEFAULT, ZEND_LAST_CATCH } from '../../bytecode/operand-flags.ts';
import { ACC_HAS_FINALLY_BLOCK } from '../../bytecode/type-flags.ts';
import { type AstNode, astChild, astStr } from '../ast.ts';
import { child } from './ast-predicates.ts';
import type { Compiler } from './context.ts';
import { compileStmt } from './dispatch.ts';
import {
  addClassNameLiteral,
  allocCacheSlot,
  emitJump,
  emitOp,
  getNextOp,
  getNextOpNumber,
  getTemporaryVariable,
  lookupCv,
  oplineAt,
  updateJumpTargetToNext,
} from './emit-op.ts';
import { getClassFetchTypeAst, resolveClassNameAst } from './names.ts';

/** `label: try {}` must not be equal to `try { label: }`. */
function keepLabelOutside(c: Compiler): void {
  if (c.context.labels === null) return;
  const last = [...c.context.labels.values()].at(-1);
  if (last !== undefined && last.oplineNum === getNextOpNumber(c)) emitOp(c, null, OP.NOP, null, null);
}

/** Emits the CATCH oplines of one catch clause (one per class) and its body. */
function compileCatch(c: Compiler, catchAst: AstNode, tryCatchOffset: number, first: boolean, last: boolean): number {
  const classes = child(catchAst, 0).children;
  const varAst = astChild(catchAst, 1);
  const varName = varAst === null ? null : astStr(varAst);
  const multi: number[] = [];
  let opnumCatch = -1;
  c.lineno = catchAst.line;
  for (const [j, classAst] of classes.entries()) {
    const lastClass = j + 1 === classes.length;
    if (classAst!.kind !== 'zval' || getClassFetchTypeAst(classAst!) !== ZEND_FETCH_CLASS_DEFAULT) {
      c.error('Bad class name in the catch statement');
    }
    opnumCatch = getNextOpNumber(c);
    if (first && j === 0) c.opArray.tryCatch[tryCatchOffset]!.catchOp = opnumCatch;
    const opline = getNextOp(c);
    opline.opcode = OP.CATCH;
    opline.op1Type = IS_CONST;
    opline.op1 = addClassNameLiteral(c, resolveClassNameAst(c, classAst!));
    opline.extendedValue = allocCacheSlot(c);
    if (varName === 'this') c.error('Cannot re-assign $this');
    opline.resultType = varName === null ? IS_UNUSED : IS_CV;
    opline.result = varName === null ? -1 : lookupCv(c, varName);
    if (last && lastClass) opline.extendedValue |= ZEND_LAST_CATCH;
    if (!lastClass) {
      multi.push(emitJump(c, 0));
      opline.op2 = getNextOpNumber(c);
    }
  }
  for (const jmp of multi) updateJumpTargetToNext(c, jmp);
  compileStmt(c, astChild(catchAst, 2));
  return opnumCatch;
}

/** Emits all catch clauses; returns the jumps that end the try body and every clause but the last. */
function compileCatches(c: Compiler, catches: AstNode, tryCatchOffset: number): number[] {
  const jmps: number[] = [];
  const n = catches.children.length;
  if (n !== 0) jmps.push(emitJump(c, 0));
  for (const [i, catchAst] of catches.children.entries()) {
    const last = i + 1 === n;
    const opnumCatch = compileCatch(c, catchAst!, tryCatchOffset, i === 0, last);
    if (!last) {
      jmps.push(emitJump(c, 0));
      oplineAt(c, opnumCatch).op2 = getNextOpNumber(c);
    }
  }
  return jmps;
}

/** Emits FAST_CALL, the finally block and FAST_RET. */
function compileFinally(c: Compiler, finallyAst: AstNode, tryCatchOffset: number, outerTry: number): void {
  const opnumJmp = getNextOpNumber(c) + 1;
  const fastCallVar = c.context.fastCallVar;
  c.loopVarStack.pop(); // FAST_CALL
  c.loopVarStack.push({ opcode: OP.DISCARD_EXCEPTION, varType: IS_TMP_VAR, varNum: fastCallVar, tryCatchOffset: 0 });
  c.lineno = finallyAst.line;
  const call = emitOp(c, null, OP.FAST_CALL, null, null);
  call.op1 = tryCatchOffset;
  call.resultType = IS_TMP_VAR;
  call.result = fastCallVar;
  emitOp(c, null, OP.JMP, null, null);
  compileStmt(c, finallyAst);
  const elem = c.opArray.tryCatch[tryCatchOffset]!;
  elem.finallyOp = opnumJmp + 1;
  elem.finallyEnd = getNextOpNumber(c);
  const ret = emitOp(c, null, OP.FAST_RET, null, null);
  ret.op1Type = IS_TMP_VAR;
  ret.op1 = fastCallVar;
  ret.op2 = outerTry;
  updateJumpTargetToNext(c, opnumJmp);
  c.loopVarStack.pop();
}

/** zend_compile_try */
export function compileTry(c: Compiler, ast: AstNode): void {
  const catches = child(ast, 1);
  const finallyAst = astChild(ast, 2);
  const outerFastCall = c.context.fastCallVar;
  const outerTry = c.context.tryCatchOffset;
  if (catches.children.length === 0 && finallyAst === null) c.error('Cannot use try without catch or finally');
  keepLabelOutside(c);
  const offset = c.opArray.tryCatch.push({ tryOp: getNextOpNumber(c), catchOp: 0, finallyOp: 0, finallyEnd: 0 }) - 1;
  if (finallyAst !== null) {
    c.opArray.fnFlags |= ACC_HAS_FINALLY_BLOCK;
    c.context.fastCallVar = getTemporaryVariable(c);
    c.loopVarStack.push({
      opcode: OP.FAST_CALL,
      varType: IS_TMP_VAR,
      varNum: c.context.fastCallVar,
      tryCatchOffset: offset,
    });
  }
  c.context.tryCatchOffset = offset;
  compileStmt(c, astChild(ast, 0));
  for (const jmp of compileCatches(c, catches, offset)) updateJumpTargetToNext(c, jmp);
  if (finallyAst !== null) {
    compileFinally(c, finallyAst, offset, outerTry);
    c.context.fastCallVar = outerFastCall;
  }
  c.context.tryCatchOffset = outerTry;
}
