/**
 * Destructuring: `[$a, [$b, 'k' => &$c]] = ...`, also in foreach.
 * Source: php-src 8.2 Zend/zend_compile.c (zend_compile_list_assign)
 */
import { IS_CONST, IS_CV } from '../../bytecode/op-array.ts';
import { OP } from '../../bytecode/opcodes.ts';
import { AstNode, astChild } from '../ast.ts';
import { ZEND_ARRAY_SYNTAX_LONG } from '../ast-flags.ts';
import { canWriteToVariable, child, isShortCircuited, isVariableOrCall } from './ast-predicates.ts';
import { handleNumericDim } from './compile-var.ts';
import { BP_VAR_W, type Compiler, Znode } from './context.ts';
import { compileExpr, compileVar } from './dispatch.ts';
import { copyZnode, emitOp, setConst } from './emit-op.ts';
import { doFree } from './free.ts';

/** zend_verify_list_assign_target */
function verifyListAssignTarget(c: Compiler, varAst: AstNode, arrayStyle: number): void {
  if (varAst.kind === 'array') {
    if (varAst.attr === ZEND_ARRAY_SYNTAX_LONG) c.error('Cannot assign to array(), use [] instead');
    if (arrayStyle !== varAst.attr) c.error('Cannot mix [] and list()');
  } else if (!canWriteToVariable(varAst)) {
    c.error('Assignments can only happen to writable values');
  }
}

/** zend_propagate_list_refs: a reference inside makes the surrounding elements references. */
export function propagateListRefs(ast: AstNode): boolean {
  let hasRefs = false;
  for (const elem of ast.children) {
    if (elem === null) continue;
    const varAst = child(elem, 0);
    if (varAst.kind === 'array') elem.attr = propagateListRefs(varAst) ? 1 : 0;
    if (elem.attr !== 0) hasRefs = true;
  }
  return hasRefs;
}

/** list_is_keyed */
function listIsKeyed(list: AstNode): boolean {
  const first = list.children.find((elem) => elem !== null);
  return first !== undefined && first !== null && first.kind === 'array_elem' && astChild(first, 1) !== null;
}

/** The key that an element fetches: written, or its position. */
function compileListKey(c: Compiler, dimNode: Znode, elem: AstNode, i: number, isKeyed: boolean): void {
  const keyAst = astChild(elem, 1);
  if (isKeyed !== (keyAst !== null)) c.error('Cannot mix keyed and unkeyed array entries in assignments');
  if (keyAst !== null) compileExpr(c, dimNode, keyAst);
  else setConst(dimNode, i);
}

function assignElement(c: Compiler, kind: 'assign' | 'assign_ref', varAst: AstNode, value: Znode): void {
  const dummy = new Znode();
  const valueAst = new AstNode('znode', 0, c.lineno, [], null);
  c.znodes.set(valueAst, value);
  compileExpr(c, dummy, new AstNode(kind, 0, varAst.line, [varAst, valueAst], null));
  doFree(c, dummy);
}

/** zend_compile_list_assign: takes `exprNode` apart; `result` null frees it, else becomes it. */
export function compileListAssign(
  c: Compiler,
  result: Znode | null,
  ast: AstNode,
  exprNode: Znode,
  arrayStyle: number,
): void {
  const isKeyed = listIsKeyed(ast);
  let hasElems = false;
  for (const [i, elem] of ast.children.entries()) {
    if (elem === null) {
      if (isKeyed) c.error('Cannot use empty array entries in keyed array assignment');
      continue;
    }
    if (elem.kind === 'unpack') c.error('Spread operator is not supported in assignments');
    hasElems = true;
    compileListElement(c, elem, i, isKeyed, exprNode, arrayStyle);
  }
  if (!hasElems) c.error('Cannot use empty list');
  if (result !== null) copyZnode(result, exprNode);
  else doFree(c, exprNode);
}

function compileListElement(
  c: Compiler,
  elem: AstNode,
  i: number,
  isKeyed: boolean,
  exprNode: Znode,
  arrayStyle: number,
): void {
  const varAst = child(elem, 0);
  const dimNode = new Znode();
  const fetched = new Znode();
  compileListKey(c, dimNode, elem, i, isKeyed);
  verifyListAssignTarget(c, varAst, arrayStyle);
  const byRef = elem.attr !== 0;
  const opcode = byRef ? (exprNode.opType === IS_CV ? OP.FETCH_DIM_W : OP.FETCH_LIST_W) : OP.FETCH_LIST_R;
  const opline = emitOp(c, fetched, opcode, exprNode, dimNode);
  if (dimNode.opType === IS_CONST) handleNumericDim(c, opline, dimNode);
  if (byRef) emitOp(c, fetched, OP.MAKE_REF, fetched, null);
  if (varAst.kind === 'array') compileListAssign(c, null, varAst, fetched, varAst.attr);
  else assignElement(c, byRef ? 'assign_ref' : 'assign', varAst, fetched);
}

/** `[...] = expr` (the array case of zend_compile_assign). `copy` reads `$a` into a temporary. */
export function compileListAssignment(
  c: Compiler,
  result: Znode,
  varAst: AstNode,
  exprAst: AstNode,
  copy: (c: Compiler, result: Znode, ast: AstNode) => void,
): void {
  const exprNode = new Znode();
  if (propagateListRefs(varAst)) {
    if (!isVariableOrCall(exprAst)) c.error('Cannot assign reference to non referenceable value');
    if (isShortCircuited(exprAst)) c.error('Cannot take reference of a nullsafe chain');
    compileVar(c, exprNode, exprAst, BP_VAR_W, true);
    // A CV needs no MAKE_REF, but a self-assignment must evaluate the right side first.
    emitOp(c, exprNode, OP.MAKE_REF, exprNode, null);
  } else if (exprAst.kind === 'var') {
    copy(c, exprNode, exprAst); // list($a, $b) = $a evaluates the right $a first
  } else {
    compileExpr(c, exprNode, exprAst);
  }
  compileListAssign(c, result, varAst, exprNode, varAst.attr);
}
