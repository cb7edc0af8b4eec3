/**
 * Assignments: `=`, `=&`, `op=`, `??=`.
 * Source: php-src 8.2 Zend/zend_compile.c (zend_compile_assign and neighbours)
 */
import { IS_CV, IS_TMP_VAR, IS_VAR, type Opline } from '../../bytecode/op-array.ts';
import { OP } from '../../bytecode/opcodes.ts';
import { ZEND_FETCH_REF, ZEND_RETURNS_FUNCTION } from '../../bytecode/operand-flags.ts';
import { AstNode } from '../ast.ts';
import {
  child,
  ensureWritableVariable,
  isAssignToSelf,
  isCall,
  isGlobalsFetch,
  isGlobalVarFetch,
  isShortCircuited,
  isThisFetch,
} from './ast-predicates.ts';
import { compileListAssignment } from './compile-list.ts';
import { compileSimpleVarNoCv, delayedCompileDim, delayedCompileProp, tryCompileCv } from './compile-var.ts';
import {
  BP_VAR_IS,
  BP_VAR_R,
  BP_VAR_RW,
  BP_VAR_W,
  type Compiler,
  ZEND_MEMOIZE_COMPILE,
  ZEND_MEMOIZE_FETCH,
  ZEND_MEMOIZE_NONE,
  Znode,
} from './context.ts';
import { compileExpr, compileVar, delayedCompileVar } from './dispatch.ts';
import { delayedCompileBegin, delayedCompileEnd } from './delayed-oplines.ts';
import {
  copyZnode,
  emitJump,
  emitOp,
  emitOpData,
  emitOpTmp,
  getNextOpNumber,
  lastOpline,
  setResult,
  updateJumpTargetToNext,
} from './emit-op.ts';
import { doFree } from './free.ts';

/** A node that stands for a value already computed (zend_ast_create_znode). */
export function astCreateZnode(c: Compiler, node: Znode): AstNode {
  const ast = new AstNode('znode', 0, c.lineno, [], null);
  c.znodes.set(ast, node);
  return ast;
}

/** zend_emit_assign_znode: `varAst = value`, result dropped. */
export function emitAssignZnode(c: Compiler, varAst: AstNode, valueNode: Znode): void {
  const dummy = new Znode();
  compileExpr(c, dummy, new AstNode('assign', 0, varAst.line, [varAst, astCreateZnode(c, valueNode)], null));
  doFree(c, dummy);
}

/** zend_emit_assign_ref_znode: `varAst = &value`, result dropped. */
export function emitAssignRefZnode(c: Compiler, varAst: AstNode, valueNode: Znode): void {
  const dummy = new Znode();
  compileExpr(c, dummy, new AstNode('assign_ref', 0, varAst.line, [varAst, astCreateZnode(c, valueNode)], null));
  doFree(c, dummy);
}

/** `$a` read into a temporary, so that what follows may change it. */
export function compileCvCopy(c: Compiler, result: Znode, varAst: AstNode): void {
  const cvNode = new Znode();
  if (tryCompileCv(c, cvNode, varAst)) emitOpTmp(c, result, OP.QM_ASSIGN, cvNode, null);
  else compileSimpleVarNoCv(c, result, varAst, BP_VAR_R, false);
}

/** zend_compile_expr_with_potential_assign_to_self: `$a[0] = $a` evaluates the right `$a` first. */
function compileExprWithPotentialAssignToSelf(c: Compiler, result: Znode, exprAst: AstNode, varAst: AstNode): void {
  if (isAssignToSelf(varAst, exprAst) && !isThisFetch(exprAst)) compileCvCopy(c, result, exprAst);
  else compileExpr(c, result, exprAst);
}

/** The last opline of an assignment's target becomes the assignment itself; its result is a TMP. */
function turnIntoAssignment(opline: Opline | null, opcode: number, result: Znode): Opline {
  if (opline === null) throw new TypeError('assignment without a target opline');
  opline.opcode = opcode;
  opline.resultType = IS_TMP_VAR;
  result.opType = IS_TMP_VAR;
  return opline;
}

/** Kind of an assignment's target; `$GLOBALS['x']` counts as a variable. */
function targetKind(varAst: AstNode): string {
  return isGlobalVarFetch(varAst) ? 'var' : varAst.kind;
}

/** zend_compile_assign */
export function compileAssign(c: Compiler, result: Znode, ast: AstNode): void {
  const varAst = child(ast, 0);
  const exprAst = child(ast, 1);
  if (isThisFetch(varAst)) c.error('Cannot re-assign $this');
  ensureWritableVariable(c, varAst);
  if (varAst.kind === 'array') {
    compileListAssignment(c, result, varAst, exprAst, compileCvCopy);
    return;
  }
  const exprNode = new Znode();
  const offset = delayedCompileBegin(c);
  switch (targetKind(varAst)) {
    case 'var': {
      const varNode = new Znode();
      delayedCompileVar(c, varNode, varAst, BP_VAR_W, false);
      compileExpr(c, exprNode, exprAst);
      delayedCompileEnd(c, offset);
      c.lineno = varAst.line;
      emitOpTmp(c, result, OP.ASSIGN, varNode, exprNode);
      return;
    }
    case 'static_prop':
      delayedCompileVar(c, result, varAst, BP_VAR_W, false);
      compileExpr(c, exprNode, exprAst);
      turnIntoAssignment(delayedCompileEnd(c, offset), OP.ASSIGN_STATIC_PROP, result);
      break;
    case 'dim':
      delayedCompileDim(c, result, varAst, BP_VAR_W, false);
      compileExprWithPotentialAssignToSelf(c, exprNode, exprAst, varAst);
      turnIntoAssignment(delayedCompileEnd(c, offset), OP.ASSIGN_DIM, result);
      break;
    default:
      delayedCompileProp(c, result, varAst, BP_VAR_W);
      compileExpr(c, exprNode, exprAst);
      turnIntoAssignment(delayedCompileEnd(c, offset), OP.ASSIGN_OBJ, result);
  }
  emitOpData(c, exprNode);
}

/** zend_compile_assign_ref */
export function compileAssignRef(c: Compiler, result: Znode, ast: AstNode): void {
  const targetAst = child(ast, 0);
  const sourceAst = child(ast, 1);
  const target = new Znode();
  const source = new Znode();
  if (isThisFetch(targetAst)) c.error('Cannot re-assign $this');
  ensureWritableVariable(c, targetAst);
  if (isShortCircuited(sourceAst)) c.error('Cannot take reference of a nullsafe chain');
  if (isGlobalsFetch(sourceAst)) c.error('Cannot acquire reference to $GLOBALS');
  const offset = delayedCompileBegin(c);
  delayedCompileVar(c, target, targetAst, BP_VAR_W, true);
  compileVar(c, source, sourceAst, BP_VAR_W, true);
  const plainTarget = targetAst.kind === 'var' && child(targetAst, 0).kind === 'zval';
  if (!plainTarget && sourceAst.kind !== 'znode' && source.opType !== IS_CV) {
    // Computing one side may move what the other side points into: a reference of its own is safe (bug #71539).
    emitOp(c, source, OP.MAKE_REF, source, null);
  }
  const opline = delayedCompileEnd(c, offset);
  if (source.opType !== IS_VAR && isCall(sourceAst)) {
    c.error('Cannot use result of built-in function in write context');
  }
  const flags = isCall(sourceAst) ? ZEND_RETURNS_FUNCTION : 0;
  const isObj = opline !== null && opline.opcode === OP.FETCH_OBJ_W;
  const isStatic = opline !== null && opline.opcode === OP.FETCH_STATIC_PROP_W;
  if (isObj || isStatic) {
    opline.opcode = isObj ? OP.ASSIGN_OBJ_REF : OP.ASSIGN_STATIC_PROP_REF;
    opline.extendedValue = (opline.extendedValue & ~ZEND_FETCH_REF) | flags;
    emitOpData(c, source);
    copyZnode(result, target);
    return;
  }
  emitOp(c, result, OP.ASSIGN_REF, target, source).extendedValue = flags;
}

/** zend_compile_compound_assign: `$a += 1` and the like; the operator's opcode is in extendedValue. */
export function compileCompoundAssign(c: Compiler, result: Znode, ast: AstNode): void {
  const varAst = child(ast, 0);
  const exprAst = child(ast, 1);
  const exprNode = new Znode();
  ensureWritableVariable(c, varAst);
  const offset = delayedCompileBegin(c);
  let cacheSlot = 0;
  switch (targetKind(varAst)) {
    case 'var': {
      const varNode = new Znode();
      delayedCompileVar(c, varNode, varAst, BP_VAR_RW, false);
      compileExpr(c, exprNode, exprAst);
      delayedCompileEnd(c, offset);
      emitOpTmp(c, result, OP.ASSIGN_OP, varNode, exprNode).extendedValue = ast.attr;
      return;
    }
    case 'static_prop': {
      delayedCompileVar(c, result, varAst, BP_VAR_RW, false);
      compileExpr(c, exprNode, exprAst);
      const opline = turnIntoAssignment(delayedCompileEnd(c, offset), OP.ASSIGN_STATIC_PROP_OP, result);
      cacheSlot = opline.extendedValue;
      opline.extendedValue = ast.attr;
      break;
    }
    case 'dim': {
      delayedCompileDim(c, result, varAst, BP_VAR_RW, false);
      compileExprWithPotentialAssignToSelf(c, exprNode, exprAst, varAst);
      const opline = turnIntoAssignment(delayedCompileEnd(c, offset), OP.ASSIGN_DIM_OP, result);
      opline.extendedValue = ast.attr;
      break;
    }
    case 'prop':
    case 'nullsafe_prop': {
      delayedCompileProp(c, result, varAst, BP_VAR_RW);
      compileExpr(c, exprNode, exprAst);
      const opline = turnIntoAssignment(delayedCompileEnd(c, offset), OP.ASSIGN_OBJ_OP, result);
      cacheSlot = opline.extendedValue;
      opline.extendedValue = ast.attr;
      break;
    }
    default:
      throw new TypeError(`compound assignment to ${varAst.kind}`);
  }
  emitOpData(c, exprNode).extendedValue = cacheSlot;
}

/** The `=` of `??=`, with the target's parts fetched from the memoized results. Returns the node of its value. */
function emitCoalesceAssignment(c: Compiler, varAst: AstNode, defaultNode: Znode): Znode {
  const target = new Znode();
  compileVar(c, target, varAst, BP_VAR_W, false);
  const kind = targetKind(varAst);
  if (kind === 'var') {
    const assigned = new Znode();
    emitOpTmp(c, assigned, OP.ASSIGN, target, defaultNode);
    return assigned;
  }
  const opcode = kind === 'static_prop' ? OP.ASSIGN_STATIC_PROP : kind === 'dim' ? OP.ASSIGN_DIM : OP.ASSIGN_OBJ;
  turnIntoAssignment(lastOpline(c), opcode, target);
  emitOpData(c, defaultNode);
  return target;
}

/** Behind `??=`: frees the memoized temporaries when the assignment was skipped. */
function freeMemoized(c: Compiler, memoized: Map<AstNode, Znode>, coalesceOpnum: number): void {
  const temporaries = [...memoized.values()].filter((n) => (n.opType & (IS_TMP_VAR | IS_VAR)) !== 0);
  if (temporaries.length === 0) {
    updateJumpTargetToNext(c, coalesceOpnum);
    return;
  }
  const jump = emitJump(c, 0);
  updateJumpTargetToNext(c, coalesceOpnum);
  for (const node of temporaries) emitOp(c, null, OP.FREE, node, null);
  updateJumpTargetToNext(c, jump);
}

/** zend_compile_assign_coalesce: the target is fetched twice, its parts are evaluated once. */
export function compileAssignCoalesce(c: Compiler, result: Znode, ast: AstNode): void {
  const varAst = child(ast, 0);
  const defaultAst = child(ast, 1);
  const origExprs = c.memoizedExprs;
  const origMode = c.memoizeMode;
  ensureWritableVariable(c, varAst);
  if (isThisFetch(varAst)) c.error('Cannot re-assign $this');
  const memoized = new Map<AstNode, Znode>();
  c.memoizedExprs = memoized;
  c.memoizeMode = ZEND_MEMOIZE_COMPILE;
  const isNode = new Znode();
  compileVar(c, isNode, varAst, BP_VAR_IS, false);
  const coalesceOpnum = getNextOpNumber(c);
  emitOpTmp(c, result, OP.COALESCE, isNode, null);
  c.memoizeMode = ZEND_MEMOIZE_NONE;
  const defaultNode = new Znode();
  if (varAst.kind === 'dim') compileExprWithPotentialAssignToSelf(c, defaultNode, defaultAst, varAst);
  else compileExpr(c, defaultNode, defaultAst);
  c.memoizeMode = ZEND_MEMOIZE_FETCH;
  const assigned = emitCoalesceAssignment(c, varAst, defaultNode);
  setResult(c, emitOpTmp(c, null, OP.QM_ASSIGN, assigned, null), result);
  freeMemoized(c, memoized, coalesceOpnum);
  c.memoizedExprs = origExprs;
  c.memoizeMode = origMode;
}
