/**
 * Questions about AST nodes that the compiler asks often: is it a variable, a call, `$this`, part of a `?->` chain?
 * Source: php-src 8.2 Zend/zend_compile.c (zend_is_variable and neighbours)
 */
import { type AstNode, astChild } from '../ast.ts';
import type { Compiler } from './context.ts';

/** Or-ed into `attr` of a node inside a `?->` chain: the outermost node aims the JMP_NULLs. */
export const ZEND_SHORT_CIRCUITING_INNER = 0x8000;

/** Child `i`, which the grammar guarantees. */
export function child(ast: AstNode, i: number): AstNode {
  const node = ast.children[i];
  if (node === undefined || node === null) throw new TypeError(`${ast.kind} has no child ${i}`);
  return node;
}

/** zend_is_variable */
export function isVariable(ast: AstNode): boolean {
  switch (ast.kind) {
    case 'var':
    case 'dim':
    case 'prop':
    case 'nullsafe_prop':
    case 'static_prop':
      return true;
    default:
      return false;
  }
}

/** zend_is_call */
export function isCall(ast: AstNode): boolean {
  switch (ast.kind) {
    case 'call':
    case 'method_call':
    case 'nullsafe_method_call':
    case 'static_call':
      return true;
    default:
      return false;
  }
}

/** zend_is_variable_or_call */
export function isVariableOrCall(ast: AstNode): boolean {
  return isVariable(ast) || isCall(ast);
}

/** zend_can_write_to_variable */
export function canWriteToVariable(ast: AstNode): boolean {
  let node = ast;
  while (node.kind === 'dim' || node.kind === 'prop') node = child(node, 0);
  return isVariableOrCall(node) && !isShortCircuited(node);
}

/** The name of a `var` node written plainly (`$a`, not `$$a`), null otherwise. */
function simpleVarName(ast: AstNode): unknown {
  if (ast.kind !== 'var') return null;
  const name = astChild(ast, 0);
  return name !== null && name.kind === 'zval' ? name.value : null;
}

/** is_this_fetch */
export function isThisFetch(ast: AstNode): boolean {
  return simpleVarName(ast) === 'this';
}

/** is_globals_fetch */
export function isGlobalsFetch(ast: AstNode): boolean {
  return simpleVarName(ast) === 'GLOBALS';
}

/** is_global_var_fetch: `$GLOBALS[...]` */
export function isGlobalVarFetch(ast: AstNode): boolean {
  return ast.kind === 'dim' && isGlobalsFetch(child(ast, 0));
}

/** zend_ast_kind_is_short_circuited */
export function isShortCircuitedKind(ast: AstNode): boolean {
  switch (ast.kind) {
    case 'dim':
    case 'prop':
    case 'nullsafe_prop':
    case 'static_prop':
    case 'method_call':
    case 'nullsafe_method_call':
    case 'static_call':
      return true;
    default:
      return false;
  }
}

/** zend_ast_is_short_circuited: whether a `?->` stands somewhere in the chain. */
export function isShortCircuited(ast: AstNode): boolean {
  switch (ast.kind) {
    case 'dim':
    case 'prop':
    case 'static_prop':
    case 'method_call':
    case 'static_call':
      return isShortCircuited(child(ast, 0));
    case 'nullsafe_prop':
    case 'nullsafe_method_call':
      return true;
    default:
      return false;
  }
}

/** zend_short_circuiting_mark_inner */
export function markShortCircuitingInner(ast: AstNode): void {
  if (isShortCircuitedKind(ast)) ast.attr |= ZEND_SHORT_CIRCUITING_INNER;
}

/** zend_ensure_writable_variable */
export function ensureWritableVariable(c: Compiler, ast: AstNode): void {
  if (ast.kind === 'call') c.error("Can't use function return value in write context");
  if (ast.kind === 'method_call' || ast.kind === 'nullsafe_method_call' || ast.kind === 'static_call') {
    c.error("Can't use method return value in write context");
  }
  if (isShortCircuited(ast)) c.error("Can't use nullsafe operator in write context");
  if (isGlobalsFetch(ast)) {
    c.error('$GLOBALS can only be modified using the $GLOBALS[$name] = $value syntax');
  }
}

/** zend_is_assign_to_self: detects `$a... = $a`. */
export function isAssignToSelf(varAst: AstNode, exprAst: AstNode): boolean {
  if (exprAst.kind !== 'var' || child(exprAst, 0).kind !== 'zval') return false;
  let target = varAst;
  while (isVariable(target) && target.kind !== 'var') target = child(target, 0);
  if (target.kind !== 'var' || child(target, 0).kind !== 'zval') return false;
  return String(child(target, 0).value) === String(child(exprAst, 0).value);
}
