/**
 * Expressions and variables: which function compiles which kind of node.
 * Source: php-src 8.2 Zend/zend_compile.c (zend_compile_expr_inner, zend_compile_var_inner, zend_delayed_compile_var)
 */
import { IS_TMP_VAR, IS_VAR, type Opline } from '../../bytecode/op-array.ts';
import { OP } from '../../bytecode/opcodes.ts';
import { addRef } from '../../value/zval.ts';
import type { AstKind, AstNode } from '../ast.ts';
import { compileAssign, compileAssignCoalesce, compileAssignRef, compileCompoundAssign } from './compile-assign.ts';
import { compileCall, compileMethodCall, compileNew, compileStaticCall } from './compile-call.ts';
import { compileCoalesce, compileConditional, compileMatch } from './compile-conditional.ts';
import { compileEncapsList } from './compile-encaps.ts';
import {
  compileArray,
  compileClassConst,
  compileClassName,
  compileConst,
  compileMagicConst,
} from './compile-literal.ts';
import {
  compileClone,
  compileExit,
  compileIncludeOrEval,
  compileInstanceof,
  compileIssetOrEmpty,
  compilePrint,
  compileShellExec,
  compileSilence,
  compileThrow,
  compileYield,
  compileYieldFrom,
} from './compile-misc-expr.ts';
import {
  compileBinaryOp,
  compileCast,
  compileGreater,
  compilePostIncDec,
  compilePreIncDec,
  compileShortCircuiting,
  compileUnaryOp,
  compileUnaryPm,
} from './compile-operators.ts';
import { compileDim, compileProp, compileSimpleVar, compileStaticProp, delayedVariable } from './compile-var.ts';
import {
  BP_VAR_R,
  BP_VAR_RW,
  BP_VAR_UNSET,
  BP_VAR_W,
  type Compiler,
  ZEND_MEMOIZE_COMPILE,
  ZEND_MEMOIZE_NONE,
  Znode,
} from './context.ts';
import { compileFuncDecl } from './dispatch.ts';
import { copyZnode, emitOp, emitOpTmp, setConst } from './emit-op.ts';
import { shortCircuitingCheckpoint, shortCircuitingCommit } from './short-circuit.ts';

type ExprCompiler = (c: Compiler, result: Znode, ast: AstNode) => void;

const variable: ExprCompiler = (c, result, ast) => {
  compileVar(c, result, ast, BP_VAR_R, false);
};

const closure: ExprCompiler = (c, result, ast) => {
  compileFuncDecl(c, result, ast, false);
};

function compileZnode(c: Compiler, result: Znode, ast: AstNode): void {
  const node = c.znodes.get(ast);
  if (node === undefined) throw new TypeError('znode without a value');
  copyZnode(result, node);
}

/** One row per kind of expression. */
const EXPRESSIONS: Readonly<Partial<Record<AstKind, ExprCompiler>>> = {
  zval: (_c, result, ast) => setConst(result, addRef(ast.value)),
  znode: compileZnode,
  var: variable,
  dim: variable,
  prop: variable,
  nullsafe_prop: variable,
  static_prop: variable,
  call: variable,
  method_call: variable,
  nullsafe_method_call: variable,
  static_call: variable,
  assign: compileAssign,
  assign_ref: compileAssignRef,
  assign_op: compileCompoundAssign,
  assign_coalesce: compileAssignCoalesce,
  new: compileNew,
  clone: compileClone,
  binary_op: compileBinaryOp,
  greater: compileGreater,
  greater_equal: compileGreater,
  unary_op: compileUnaryOp,
  unary_plus: compileUnaryPm,
  unary_minus: compileUnaryPm,
  and: compileShortCircuiting,
  or: compileShortCircuiting,
  post_inc: compilePostIncDec,
  post_dec: compilePostIncDec,
  pre_inc: compilePreIncDec,
  pre_dec: compilePreIncDec,
  cast: compileCast,
  conditional: compileConditional,
  coalesce: compileCoalesce,
  match: compileMatch,
  print: compilePrint,
  yield: compileYield,
  yield_from: compileYieldFrom,
  instanceof: compileInstanceof,
  include_or_eval: compileIncludeOrEval,
  isset: compileIssetOrEmpty,
  empty: compileIssetOrEmpty,
  silence: compileSilence,
  shell_exec: compileShellExec,
  array: compileArray,
  const: compileConst,
  class_const: compileClassConst,
  class_name: compileClassName,
  encaps_list: compileEncapsList,
  magic_const: compileMagicConst,
  closure,
  arrow_func: closure,
};

/** zend_compile_memoized_expr: in `??=` an expression is compiled once and its copy used the second time. */
function compileMemoizedExpr(c: Compiler, result: Znode, ast: AstNode): void {
  const memoized = c.memoizedExprs;
  if (memoized === null) throw new TypeError('no memoized expressions');
  if (c.memoizeMode !== ZEND_MEMOIZE_COMPILE) {
    const known = memoized.get(ast);
    if (known === undefined) throw new TypeError(`${ast.kind} was not memoized`);
    copyZnode(result, known);
    return;
  }
  c.memoizeMode = ZEND_MEMOIZE_NONE;
  compileExpr(c, result, ast);
  c.memoizeMode = ZEND_MEMOIZE_COMPILE;
  const copy = new Znode();
  if (result.opType === IS_VAR) emitOp(c, copy, OP.COPY_TMP, result, null);
  else if (result.opType === IS_TMP_VAR) emitOpTmp(c, copy, OP.COPY_TMP, result, null);
  else copyZnode(copy, result);
  memoized.set(ast, copy);
}

function compileExprInner(c: Compiler, result: Znode | null, ast: AstNode): void {
  c.lineno = ast.line;
  if (ast.kind === 'throw' && (result === null || c.memoizeMode === ZEND_MEMOIZE_NONE)) {
    compileThrow(c, result, ast);
    return;
  }
  if (ast.kind === 'exit' && (result === null || c.memoizeMode === ZEND_MEMOIZE_NONE)) {
    compileExit(c, result, ast);
    return;
  }
  const node = result ?? new Znode();
  if (c.memoizeMode !== ZEND_MEMOIZE_NONE) {
    compileMemoizedExpr(c, node, ast);
    return;
  }
  const compile = EXPRESSIONS[ast.kind];
  if (compile === undefined) throw new TypeError(`${ast.kind} is no expression`);
  compile(c, node, ast);
}

/** zend_compile_expr; see `Passes`. */
export function compileExpr(c: Compiler, result: Znode | null, ast: AstNode): void {
  const checkpoint = shortCircuitingCheckpoint(c);
  compileExprInner(c, result, ast);
  shortCircuitingCommit(c, checkpoint, result, ast);
}

function compileVarInner(c: Compiler, result: Znode | null, ast: AstNode, type: number, byRef: boolean): Opline | null {
  c.lineno = ast.line;
  const node = result ?? new Znode();
  switch (ast.kind) {
    case 'var':
      return compileSimpleVar(c, result, ast, type, false);
    case 'dim':
      return compileDim(c, result, ast, type, byRef);
    case 'prop':
    case 'nullsafe_prop':
      return compileProp(c, result, ast, type, byRef);
    case 'static_prop':
      return compileStaticProp(c, result, ast, type, byRef, false);
    case 'call':
      compileCall(c, node, ast, type);
      return null;
    case 'method_call':
    case 'nullsafe_method_call':
      compileMethodCall(c, node, ast, type);
      return null;
    case 'static_call':
      compileStaticCall(c, node, ast);
      return null;
    case 'znode':
      compileZnode(c, node, ast);
      return null;
    default:
      if (type === BP_VAR_W || type === BP_VAR_RW || type === BP_VAR_UNSET) {
        c.error('Cannot use temporary expression in write context');
      }
      compileExpr(c, result, ast);
      return null;
  }
}

/** zend_compile_var; see `Passes`. */
export function compileVar(
  c: Compiler,
  result: Znode | null,
  ast: AstNode,
  type: number,
  byRef: boolean,
): Opline | null {
  const checkpoint = shortCircuitingCheckpoint(c);
  const opline = compileVarInner(c, result, ast, type, byRef);
  shortCircuitingCommit(c, checkpoint, result, ast);
  return opline;
}

/** zend_delayed_compile_var; see `Passes`. */
export function delayedCompileVar(
  c: Compiler,
  result: Znode,
  ast: AstNode,
  type: number,
  byRef: boolean,
): Opline | null {
  const opline = delayedVariable(c, result, ast, type, byRef);
  return opline === undefined ? compileVar(c, result, ast, type, false) : opline;
}
