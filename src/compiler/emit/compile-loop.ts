/**
 * while, do-while, for, foreach.
 * Source: php-src 8.2 Zend/zend_compile.c
 */
import { IS_VAR } from '../../bytecode/op-array.ts';
import { OP } from '../../bytecode/opcodes.ts';
import { type AstNode, astChild } from '../ast.ts';
import { canWriteToVariable, child, isThisFetch, isVariable } from './ast-predicates.ts';
import { emitAssignRefZnode, emitAssignZnode } from './compile-assign.ts';
import { compileListAssign, propagateListRefs } from './compile-list.ts';
import { separateIfCallAndWrite, tryCompileCv } from './compile-var.ts';
import { BP_VAR_W, type Compiler, Znode } from './context.ts';
import { compileExpr, compileStmt, compileVar } from './dispatch.ts';
import {
  constZnode,
  copyZnode,
  emitCondJump,
  emitJump,
  emitOp,
  getNextOpNumber,
  getTemporaryVariable,
  makeTmpResult,
  oplineAt,
  setOp2,
  updateJumpTarget,
  updateJumpTargetToNext,
} from './emit-op.ts';
import { doFree } from './free.ts';
import { beginLoop, endLoop } from './loop-context.ts';

/** zend_compile_while: the condition stands below the body, so that a turn costs one jump. */
export function compileWhile(c: Compiler, ast: AstNode): void {
  const cond = new Znode();
  const jmp = emitJump(c, 0);
  beginLoop(c, OP.NOP, null, false);
  const start = getNextOpNumber(c);
  compileStmt(c, astChild(ast, 1));
  const opnumCond = getNextOpNumber(c);
  updateJumpTarget(c, jmp, opnumCond);
  compileExpr(c, cond, child(ast, 0));
  emitCondJump(c, OP.JMPNZ, cond, start);
  endLoop(c, opnumCond, null);
}

/** zend_compile_do_while */
export function compileDoWhile(c: Compiler, ast: AstNode): void {
  const cond = new Znode();
  beginLoop(c, OP.NOP, null, false);
  const start = getNextOpNumber(c);
  compileStmt(c, astChild(ast, 0));
  const opnumCond = getNextOpNumber(c);
  compileExpr(c, cond, child(ast, 1));
  emitCondJump(c, OP.JMPNZ, cond, start);
  endLoop(c, opnumCond, null);
}

/** zend_compile_expr_list: the value of the last expression, true when there is none. */
function compileExprList(c: Compiler, result: Znode, ast: AstNode | null): void {
  copyZnode(result, constZnode(true));
  if (ast === null) return;
  for (const expr of ast.children) {
    doFree(c, result);
    compileExpr(c, result, expr!);
  }
}

/** zend_compile_for */
export function compileFor(c: Compiler, ast: AstNode): void {
  const result = new Znode();
  compileExprList(c, result, astChild(ast, 0));
  doFree(c, result);
  const jmp = emitJump(c, 0);
  beginLoop(c, OP.NOP, null, false);
  const start = getNextOpNumber(c);
  compileStmt(c, astChild(ast, 3));
  const opnumLoop = getNextOpNumber(c);
  compileExprList(c, result, astChild(ast, 2));
  doFree(c, result);
  updateJumpTargetToNext(c, jmp);
  compileExprList(c, result, astChild(ast, 1));
  emitCondJump(c, OP.JMPNZ, result, start);
  endLoop(c, opnumLoop, null);
}

/** Emits what puts the element of FE_FETCH (opline `opnumFetch`) into the loop's value and key. */
function compileForeachTargets(
  c: Compiler,
  opnumFetch: number,
  valueAst: AstNode,
  keyAst: AstNode | null,
  byRef: boolean,
): void {
  const value = new Znode();
  if (isThisFetch(valueAst)) c.error('Cannot re-assign $this');
  if (valueAst.kind === 'var' && tryCompileCv(c, value, valueAst)) {
    setOp2(c, oplineAt(c, opnumFetch), value);
  } else {
    value.opType = IS_VAR;
    value.num = getTemporaryVariable(c);
    setOp2(c, oplineAt(c, opnumFetch), value);
    if (valueAst.kind === 'array') compileListAssign(c, null, valueAst, value, valueAst.attr);
    else if (byRef) emitAssignRefZnode(c, valueAst, value);
    else emitAssignZnode(c, valueAst, value);
  }
  if (keyAst !== null) {
    const key = new Znode();
    makeTmpResult(c, key, oplineAt(c, opnumFetch));
    emitAssignZnode(c, keyAst, key);
  }
}

/** zend_compile_foreach */
export function compileForeach(c: Compiler, ast: AstNode): void {
  const exprAst = child(ast, 0);
  let valueAst = child(ast, 1);
  const keyAst = astChild(ast, 2);
  let byRef = valueAst.kind === 'ref';
  const writable = isVariable(exprAst) && canWriteToVariable(exprAst);
  if (keyAst !== null) {
    if (keyAst.kind === 'ref') c.error('Key element cannot be a reference');
    if (keyAst.kind === 'array') c.error('Cannot use list as key element');
  }
  if (byRef) valueAst = child(valueAst, 0);
  if (valueAst.kind === 'array' && propagateListRefs(valueAst)) byRef = true;

  const expr = new Znode();
  if (byRef && writable) compileVar(c, expr, exprAst, BP_VAR_W, true);
  else compileExpr(c, expr, exprAst);
  if (byRef) separateIfCallAndWrite(c, expr, exprAst, BP_VAR_W);

  const opnumReset = getNextOpNumber(c);
  const reset = new Znode();
  emitOp(c, reset, byRef ? OP.FE_RESET_RW : OP.FE_RESET_R, expr, null);
  beginLoop(c, OP.FE_FREE, reset, false);
  const opnumFetch = getNextOpNumber(c);
  emitOp(c, null, byRef ? OP.FE_FETCH_RW : OP.FE_FETCH_R, reset, null);
  compileForeachTargets(c, opnumFetch, valueAst, keyAst, byRef);
  compileStmt(c, astChild(ast, 3));

  // JMP and FE_FREE get the line where the foreach starts: its end is not known.
  c.lineno = ast.line;
  emitJump(c, opnumFetch);
  oplineAt(c, opnumReset).op2 = getNextOpNumber(c);
  oplineAt(c, opnumFetch).extendedValue = getNextOpNumber(c);
  endLoop(c, opnumFetch, reset);
  emitOp(c, null, OP.FE_FREE, reset, null);
}
