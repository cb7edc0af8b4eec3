/**
 * break, continue, goto, labels and return.
 * Source: php-src 8.2 Zend/zend_compile.c
 */
import { E_WARNING } from '../../base/diagnostics.ts';
import { IS_CV, IS_TMP_VAR, IS_VAR, type OpArray, type Opline } from '../../bytecode/op-array.ts';
import { OP } from '../../bytecode/opcodes.ts';
import { ZEND_RETURNS_FUNCTION, ZEND_RETURNS_VALUE } from '../../bytecode/operand-flags.ts';
import {
  ACC_GENERATOR,
  ACC_HAS_FINALLY_BLOCK,
  ACC_HAS_RETURN_TYPE,
  ACC_RETURN_REFERENCE,
} from '../../bytecode/type-flags.ts';
import { type AstNode, astChild, astStr } from '../ast.ts';
import { child, isCall, isShortCircuited, isVariable } from './ast-predicates.ts';
import { emitReturnTypeCheck } from './compile-return-type.ts';
import { BP_VAR_W, type Compiler, Znode } from './context.ts';
import { compileExpr, compileVar } from './dispatch.ts';
import { constZnode, emitOp, emitOpTmp, getNextOpNumber, makeNop, unsetOp1, unsetOp2, unsetResult } from './emit-op.ts';
import { ZEND_BRK, ZEND_CONT, ZEND_GOTO } from './pseudo-opcodes.ts';
import { handleLoopsAndFinally, handleLoopsAndFinallyEx, hasFinally } from './unwind.ts';

/** How many loops `break N` names; errors as PHP's. */
function breakDepth(c: Compiler, ast: AstNode, word: string): number | bigint {
  const depthAst = astChild(ast, 0);
  if (depthAst === null) return 1;
  if (depthAst.kind !== 'zval') c.error(`'${word}' operator with non-integer operand is no longer supported`);
  const depth = depthAst.value;
  if ((typeof depth !== 'number' && typeof depth !== 'bigint') || depth < 1) {
    c.error(`'${word}' operator accepts only positive integers`);
  }
  return depth;
}

/** `continue` that ends in a switch acts like `break`: PHP warns. */
function warnContinueSwitch(c: Compiler, depth: number): void {
  const loops = c.context.brkContArray;
  let cur = c.context.currentBrkCont;
  for (let d = depth - 1; d > 0; d--) cur = loops[cur]!.parent;
  const target = loops[cur]!;
  if (!target.isSwitch) return;
  const what = depth === 1 ? '' : ` ${depth}`;
  let message = `"continue${what}" targeting switch is equivalent to "break${what}"`;
  if (target.parent !== -1) message += `. Did you mean to use "continue ${depth + 1}"?`;
  c.warn(E_WARNING, message);
}

/** zend_compile_break_continue */
export function compileBreakContinue(c: Compiler, ast: AstNode): void {
  const isBreak = ast.kind === 'break';
  const word = isBreak ? 'break' : 'continue';
  const wanted = breakDepth(c, ast, word);
  const depth = Number(wanted);
  if (c.context.currentBrkCont === -1) c.error(`'${word}' not in the 'loop' or 'switch' context`);
  if (!handleLoopsAndFinallyEx(c, depth, null)) {
    c.error(`Cannot '${word}' ${wanted} level${depth === 1 ? '' : 's'}`);
  }
  if (!isBreak) warnContinueSwitch(c, depth);
  const opline = emitOp(c, null, isBreak ? ZEND_BRK : ZEND_CONT, null, null);
  opline.op1 = c.context.currentBrkCont;
  opline.op2 = depth;
}

/** zend_compile_goto: where it goes and what it must not free is found out in pass two. */
export function compileGoto(c: Compiler, ast: AstNode): void {
  const labelNode = new Znode();
  const start = getNextOpNumber(c);
  compileExpr(c, labelNode, child(ast, 0));
  handleLoopsAndFinally(c, null);
  const opline = emitOp(c, null, ZEND_GOTO, null, labelNode);
  opline.op1 = getNextOpNumber(c) - start - 1;
  opline.extendedValue = c.context.currentBrkCont;
}

/** zend_compile_label */
export function compileLabel(c: Compiler, ast: AstNode): void {
  const label = astStr(child(ast, 0));
  c.context.labels ??= new Map();
  if (c.context.labels.has(label)) c.error(`Label '${label}' already defined`);
  c.context.labels.set(label, { brkCont: c.context.currentBrkCont, oplineNum: getNextOpNumber(c) });
}

/** Pass two's error: at the goto's own line. */
function errorAt(c: Compiler, opline: Opline, message: string): never {
  c.lineno = opline.lineno;
  return c.error(message);
}

/**
 * zend_resolve_goto_label: turns the GOTO at `opnum` into a JMP. compileGoto left every loop and finally block; those
 * that the label shares are stayed in, so their oplines become NOPs.
 */
export function resolveGotoLabel(c: Compiler, opArray: OpArray, opnum: number): void {
  const opline = opArray.opcodes[opnum]!;
  const label = opArray.literals[opline.op2] as string;
  const dest = c.context.labels?.get(label);
  if (dest === undefined) return errorAt(c, opline, `'goto' to undefined label '${label}'`);
  opArray.literals[opline.op2] = null;
  let removeOplines = opline.op1;
  const loops = c.context.brkContArray;
  for (let cur = opline.extendedValue; cur !== dest.brkCont; cur = loops[cur]!.parent) {
    if (cur === -1) errorAt(c, opline, "'goto' into loop or switch statement is disallowed");
    if (loops[cur]!.start >= 0) removeOplines--;
  }
  for (const elem of opArray.tryCatch) {
    if (elem.tryOp > opnum) break;
    if (
      elem.finallyOp !== 0 &&
      opnum < elem.finallyOp - 1 &&
      (dest.oplineNum > elem.finallyEnd || dest.oplineNum < elem.tryOp)
    ) {
      removeOplines--;
    }
  }
  opline.opcode = OP.JMP;
  unsetOp1(opline);
  unsetOp2(opline);
  unsetResult(opline);
  opline.op1 = dest.oplineNum;
  opline.extendedValue = 0;
  for (let i = 1; i <= removeOplines; i++) makeNop(opArray.opcodes[opnum - i]!);
}

/** The value of `return expr`, as a reference where the function returns one. */
function compileReturnValue(c: Compiler, exprAst: AstNode | null, byRef: boolean): Znode {
  if (exprAst === null) return constZnode(null);
  const node = new Znode();
  if (byRef && isVariable(exprAst)) {
    if (isShortCircuited(exprAst)) c.error('Cannot take reference of a nullsafe chain');
    compileVar(c, node, exprAst, BP_VAR_W, true);
  } else {
    compileExpr(c, node, exprAst);
  }
  return node;
}

/** zend_compile_return */
export function compileReturn(c: Compiler, ast: AstNode): void {
  const exprAst = astChild(ast, 0);
  const fnFlags = c.opArray.fnFlags;
  const isGenerator = (fnFlags & ACC_GENERATOR) !== 0;
  // In a generator by-ref speaks of its yields.
  const byRef = !isGenerator && (fnFlags & ACC_RETURN_REFERENCE) !== 0;
  const expr = compileReturnValue(c, exprAst, byRef);
  if (
    (fnFlags & ACC_HAS_FINALLY_BLOCK) !== 0 &&
    (expr.opType === IS_CV || (byRef && expr.opType === IS_VAR)) &&
    hasFinally(c)
  ) {
    // The finally block must not change what is returned.
    if (byRef) emitOp(c, expr, OP.MAKE_REF, expr, null);
    else emitOpTmp(c, expr, OP.QM_ASSIGN, expr, null);
  }
  if (!isGenerator && (fnFlags & ACC_HAS_RETURN_TYPE) !== 0) {
    emitReturnTypeCheck(c, exprAst === null ? null : expr, c.opArray.returnType, false);
  }
  handleLoopsAndFinally(c, (expr.opType & (IS_TMP_VAR | IS_VAR)) !== 0 ? expr : null);
  const opline = emitOp(c, null, byRef ? OP.RETURN_BY_REF : OP.RETURN, expr, null);
  if (byRef && exprAst !== null) {
    if (isCall(exprAst)) opline.extendedValue = ZEND_RETURNS_FUNCTION;
    else if (!isVariable(exprAst) || isShortCircuited(exprAst)) opline.extendedValue = ZEND_RETURNS_VALUE;
  }
}
