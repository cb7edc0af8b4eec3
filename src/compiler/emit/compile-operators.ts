/**
 * Operators: binary, unary, comparison, logical, increments, casts.
 * Source: php-src 8.2 Zend/zend_compile.c
 */
import { IS_CONST, IS_TMP_VAR } from '../../bytecode/op-array.ts';
import { OP } from '../../bytecode/opcodes.ts';
import { ZEND_FETCH_DIM_INCDEC } from '../../bytecode/operand-flags.ts';
import { MAY_BE_ANY } from '../../bytecode/type-flags.ts';
import { toBool } from '../../value/convert.ts';
import { PhpArray } from '../../value/php-array.ts';
import type { AstNode } from '../ast.ts';
import { IS_BOOL, IS_NULL, IS_STRING } from '../ast-flags.ts';
import { child, ensureWritableVariable } from './ast-predicates.ts';
import { compileProp, compileStaticProp } from './compile-var.ts';
import { ctEvalGreater, tryCtEvalBinaryOp, tryCtEvalUnaryOp, tryCtEvalUnaryPm } from './constant-folding.ts';
import { NOT_CONSTANT } from './not-constant.ts';
import { BP_VAR_RW, type Compiler, Znode } from './context.ts';
import { constToString, constType } from './ct-value.ts';
import { compileExpr, compileVar } from './dispatch.ts';
import {
  constZnode,
  emitOp,
  emitOpTmp,
  getNextOpNumber,
  getResult,
  lastOpline,
  makeTmpResult,
  setConst,
  setResult,
  updateJumpTargetToNext,
} from './emit-op.ts';

/** `$x == true` is a BOOL: returns false when the operands ask for no such shortcut. */
function compileBoolEquality(c: Compiler, result: Znode, opcode: number, left: Znode, right: Znode): boolean {
  const constant = left.opType === IS_CONST ? left : right.opType === IS_CONST ? right : null;
  if (constant === null || typeof constant.value !== 'boolean') return false;
  const other = constant === left ? right : left;
  const keep = (opcode === OP.IS_EQUAL) === constant.value;
  emitOpTmp(c, result, keep ? OP.BOOL : OP.BOOL_NOT, other, null);
  return true;
}

/** `$x === null` (true, false) is a TYPE_CHECK. */
function compileTypeIdentity(c: Compiler, result: Znode, opcode: number, left: Znode, right: Znode): boolean {
  const constant = left.opType === IS_CONST ? left : right.opType === IS_CONST ? right : null;
  if (constant === null || (constant.value !== null && typeof constant.value !== 'boolean')) return false;
  const bit = 1 << constType(constant.value);
  const opline = emitOpTmp(c, result, OP.TYPE_CHECK, constant === left ? right : left, null);
  opline.extendedValue = opcode === OP.IS_IDENTICAL ? bit : MAY_BE_ANY - bit;
  return true;
}

/** A constant operand of `.` becomes a string now; an array keeps its warning for run time. */
function stringifyConcatOperand(c: Compiler, node: Znode): void {
  if (node.opType !== IS_CONST) return;
  if (node.value instanceof PhpArray) emitOpTmp(c, node, OP.CAST, node, null).extendedValue = IS_STRING;
  else node.value = constToString(c, node.value);
}

/** The code of one binary operator, its operands being compiled. */
function emitBinaryOp(c: Compiler, result: Znode, operator: number, left: Znode, right: Znode): void {
  let opcode = operator;
  if (left.opType === IS_CONST && right.opType === IS_CONST) {
    const value = tryCtEvalBinaryOp(c, opcode, left.value, right.value);
    if (value !== NOT_CONSTANT) {
      setConst(result, value);
      return;
    }
  }
  if (opcode === OP.IS_EQUAL || opcode === OP.IS_NOT_EQUAL) {
    if (compileBoolEquality(c, result, opcode, left, right)) return;
  } else if (opcode === OP.IS_IDENTICAL || opcode === OP.IS_NOT_IDENTICAL) {
    if (compileTypeIdentity(c, result, opcode, left, right)) return;
  } else if (opcode === OP.CONCAT) {
    stringifyConcatOperand(c, left);
    stringifyConcatOperand(c, right);
    if (left.opType === IS_CONST && right.opType === IS_CONST) opcode = OP.FAST_CONCAT;
  }
  emitOpTmp(c, result, opcode, left, right);
}

/**
 * zend_compile_binary_op. A chain like `$a . $b . $c` leans to the left: it is walked down in a loop, so that thousands
 * of operands need no host stack.
 */
export function compileBinaryOp(c: Compiler, result: Znode, ast: AstNode): void {
  const chain: AstNode[] = [ast];
  let first = child(ast, 0);
  while (first.kind === 'binary_op') {
    c.lineno = first.line;
    chain.push(first);
    first = child(first, 0);
  }
  let left = new Znode();
  compileExpr(c, left, first);
  for (let i = chain.length - 1; i >= 0; i--) {
    const operator = chain[i]!;
    const right = new Znode();
    compileExpr(c, right, child(operator, 1));
    const value = i === 0 ? result : new Znode();
    emitBinaryOp(c, value, operator.attr, left, right);
    left = value;
  }
}

/** zend_compile_greater: `a > b` is IS_SMALLER with the operands swapped, evaluated left to right. */
export function compileGreater(c: Compiler, result: Znode, ast: AstNode): void {
  const left = new Znode();
  const right = new Znode();
  const orEqual = ast.kind === 'greater_equal';
  compileExpr(c, left, child(ast, 0));
  compileExpr(c, right, child(ast, 1));
  if (left.opType === IS_CONST && right.opType === IS_CONST) {
    setConst(result, ctEvalGreater(c, orEqual, left.value, right.value));
    return;
  }
  emitOpTmp(c, result, orEqual ? OP.IS_SMALLER_OR_EQUAL : OP.IS_SMALLER, right, left);
}

/** zend_compile_unary_op: `!` and `~`. */
export function compileUnaryOp(c: Compiler, result: Znode, ast: AstNode): void {
  compileUnary(c, result, ast.attr, child(ast, 0));
}

/** Emits the unary operator `opcode` on an expression, or folds it. */
export function compileUnary(c: Compiler, result: Znode, opcode: number, exprAst: AstNode): void {
  const expr = new Znode();
  compileExpr(c, expr, exprAst);
  if (expr.opType === IS_CONST) {
    const value = tryCtEvalUnaryOp(c, opcode, expr.value);
    if (value !== NOT_CONSTANT) {
      setConst(result, value);
      return;
    }
  }
  emitOpTmp(c, result, opcode, expr, null);
}

/** zend_compile_unary_pm: a multiplication by 1 or -1. */
export function compileUnaryPm(c: Compiler, result: Znode, ast: AstNode): void {
  const plus = ast.kind === 'unary_plus';
  const expr = new Znode();
  compileExpr(c, expr, child(ast, 0));
  if (expr.opType === IS_CONST) {
    const value = tryCtEvalUnaryPm(c, plus, expr.value);
    if (value !== NOT_CONSTANT) {
      setConst(result, value);
      return;
    }
  }
  emitOpTmp(c, result, OP.MUL, expr, constZnode(plus ? 1 : -1));
}

/** `&&` and `||` whose left side is a constant. */
function compileConstLogical(c: Compiler, result: Znode, ast: AstNode, left: boolean): void {
  if (left === (ast.kind === 'or')) {
    setConst(result, left);
    return;
  }
  const right = new Znode();
  compileExpr(c, right, child(ast, 1));
  if (right.opType === IS_CONST) setConst(result, toBool(right.value));
  else emitOpTmp(c, result, OP.BOOL, right, null);
}

/** zend_compile_short_circuiting: `&&`, `||`. */
export function compileShortCircuiting(c: Compiler, result: Znode, ast: AstNode): void {
  const left = new Znode();
  const right = new Znode();
  compileExpr(c, left, child(ast, 0));
  if (left.opType === IS_CONST) {
    compileConstLogical(c, result, ast, toBool(left.value));
    return;
  }
  const opnum = getNextOpNumber(c);
  const opline = emitOp(c, null, ast.kind === 'and' ? OP.JMPZ_EX : OP.JMPNZ_EX, left, null);
  if (left.opType === IS_TMP_VAR) {
    setResult(c, opline, left);
    getResult(result, opline);
  } else {
    makeTmpResult(c, result, opline);
  }
  compileExpr(c, right, child(ast, 1));
  setResult(c, emitOp(c, null, OP.BOOL, right, null), result);
  updateJumpTargetToNext(c, opnum);
}

/** zend_compile_post_incdec */
export function compilePostIncDec(c: Compiler, result: Znode, ast: AstNode): void {
  const varAst = child(ast, 0);
  const inc = ast.kind === 'post_inc';
  ensureWritableVariable(c, varAst);
  if (varAst.kind === 'prop' || varAst.kind === 'nullsafe_prop') {
    compileProp(c, null, varAst, BP_VAR_RW, false);
    const opline = lastOpline(c);
    opline.opcode = inc ? OP.POST_INC_OBJ : OP.POST_DEC_OBJ;
    makeTmpResult(c, result, opline);
  } else if (varAst.kind === 'static_prop') {
    const opline = compileStaticProp(c, null, varAst, BP_VAR_RW, false, false);
    opline.opcode = inc ? OP.POST_INC_STATIC_PROP : OP.POST_DEC_STATIC_PROP;
    makeTmpResult(c, result, opline);
  } else {
    compileIncDecVariable(c, result, varAst, inc ? OP.POST_INC : OP.POST_DEC);
  }
}

function compileIncDecVariable(c: Compiler, result: Znode, varAst: AstNode, opcode: number): void {
  const varNode = new Znode();
  const opline = compileVar(c, varNode, varAst, BP_VAR_RW, false);
  if (opline !== null && opline.opcode === OP.FETCH_DIM_RW) opline.extendedValue = ZEND_FETCH_DIM_INCDEC;
  emitOpTmp(c, result, opcode, varNode, null);
}

/** zend_compile_pre_incdec */
export function compilePreIncDec(c: Compiler, result: Znode, ast: AstNode): void {
  const varAst = child(ast, 0);
  const inc = ast.kind === 'pre_inc';
  ensureWritableVariable(c, varAst);
  if (varAst.kind === 'prop' || varAst.kind === 'nullsafe_prop') {
    compileProp(c, result, varAst, BP_VAR_RW, false);
    const opline = lastOpline(c);
    opline.opcode = inc ? OP.PRE_INC_OBJ : OP.PRE_DEC_OBJ;
    opline.resultType = IS_TMP_VAR;
    result.opType = IS_TMP_VAR;
  } else if (varAst.kind === 'static_prop') {
    const opline = compileStaticProp(c, result, varAst, BP_VAR_RW, false, false);
    opline.opcode = inc ? OP.PRE_INC_STATIC_PROP : OP.PRE_DEC_STATIC_PROP;
    opline.resultType = IS_TMP_VAR;
    result.opType = IS_TMP_VAR;
  } else {
    compileIncDecVariable(c, result, varAst, inc ? OP.PRE_INC : OP.PRE_DEC);
  }
}

/** zend_compile_cast */
export function compileCast(c: Compiler, result: Znode, ast: AstNode): void {
  const expr = new Znode();
  compileExpr(c, expr, child(ast, 0));
  if (ast.attr === IS_BOOL) emitOpTmp(c, result, OP.BOOL, expr, null);
  else if (ast.attr === IS_NULL) c.error('The (unset) cast is no longer supported');
  else emitOpTmp(c, result, OP.CAST, expr, null).extendedValue = ast.attr;
}
