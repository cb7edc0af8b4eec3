/**
 * Constant expressions: evaluated as far as possible now, kept as AST (PhpConstantAst) for run time otherwise.
 * Source: php-src 8.2 Zend/zend_compile.c (zend_eval_const_expr, zend_compile_const_expr, zend_const_expr_to_zval)
 */
import {
  IS_CONSTANT_UNQUALIFIED_IN_NAMESPACE,
  ZEND_FETCH_CLASS_DEFAULT,
  ZEND_FETCH_CLASS_EXCEPTION,
  ZEND_FETCH_CLASS_STATIC,
} from '../../bytecode/operand-flags.ts';
import { PhpConstantAst, type Zval } from '../../value/zval.ts';
import { AstNode, astStr, astZval } from '../ast.ts';
import { ZEND_NAME_FQ } from '../ast-flags.ts';
import { child } from './ast-predicates.ts';
import { evalConstExpr } from './eval-const-expr.ts';
import { NOT_CONSTANT } from './not-constant.ts';
import { tryCtEvalConst } from './constants.ts';
import type { Compiler } from './context.ts';
import { getClassFetchType, resolveClassNameAst, resolveConstName } from './names.ts';

/** In `attr` of the class name of a `new` in a constant expression: the fetch type's place. */
export const ZEND_CONST_EXPR_NEW_FETCH_TYPE_SHIFT = 2;

const ALLOWED: ReadonlySet<string> = new Set([
  'zval',
  'binary_op',
  'greater',
  'greater_equal',
  'and',
  'or',
  'unary_op',
  'unary_plus',
  'unary_minus',
  'conditional',
  'dim',
  'array',
  'array_elem',
  'unpack',
  'const',
  'class_const',
  'class_name',
  'magic_const',
  'coalesce',
  'const_enum_init',
  'new',
  'arg_list',
  'named_arg',
  'prop',
  'nullsafe_prop',
]);

function compileConstExprClassConst(c: Compiler, ast: AstNode): void {
  const classAst = child(ast, 0);
  if (classAst.kind !== 'zval') {
    c.error('Dynamic class names are not allowed in compile-time class constant references');
  }
  if (typeof classAst.value !== 'string') c.error('Class name must be a valid object or a string');
  const fetchType = getClassFetchType(classAst.value);
  if (fetchType === ZEND_FETCH_CLASS_STATIC) c.error('"static::" is not allowed in compile-time constants');
  if (fetchType === ZEND_FETCH_CLASS_DEFAULT) {
    classAst.value = resolveClassNameAst(c, classAst);
    classAst.attr = ZEND_NAME_FQ;
  }
  ast.attr |= ZEND_FETCH_CLASS_EXCEPTION;
}

function compileConstExprClassName(c: Compiler, ast: AstNode): void {
  const classAst = ast.children[0];
  if (classAst === null || classAst === undefined) return; // done before
  if (classAst.kind !== 'zval') c.error('(expression)::class cannot be used in constant expressions');
  const fetchType = getClassFetchType(astStr(classAst));
  if (fetchType === ZEND_FETCH_CLASS_STATIC) {
    c.error('static::class cannot be used for compile-time class name resolution');
  }
  ast.children[0] = null;
  ast.attr = fetchType;
}

function compileConstExprConst(c: Compiler, ast: AstNode): AstNode {
  const nameAst = child(ast, 0);
  const { name, fullyQualified } = resolveConstName(c, astStr(nameAst), nameAst.attr);
  const value = tryCtEvalConst(c, name, fullyQualified);
  if (value !== NOT_CONSTANT) return astZval(value, ast.line);
  const unqualified = !fullyQualified && c.fc.currentNamespace !== null;
  return new AstNode('constant', unqualified ? IS_CONSTANT_UNQUALIFIED_IN_NAMESPACE : 0, ast.line, [], name);
}

function compileConstExprNew(c: Compiler, ast: AstNode): void {
  const classAst = child(ast, 0);
  if (classAst.kind === 'class') c.error('Cannot use anonymous class in constant expression');
  if (classAst.kind !== 'zval') c.error('Cannot use dynamic class name in constant expression');
  const className = resolveClassNameAst(c, classAst);
  const fetchType = getClassFetchType(className);
  if (fetchType === ZEND_FETCH_CLASS_STATIC) c.error('"static" is not allowed in compile-time constants');
  classAst.value = className;
  classAst.attr = fetchType << ZEND_CONST_EXPR_NEW_FETCH_TYPE_SHIFT;
}

function compileConstExprArgs(c: Compiler, ast: AstNode): void {
  let usesNamed = false;
  for (const arg of ast.children) {
    if (arg === null) continue;
    if (arg.kind === 'unpack') c.error('Argument unpacking in constant expressions is not supported');
    if (arg.kind === 'named_arg') usesNamed = true;
    else if (usesNamed) c.error('Cannot use positional argument after named argument');
  }
  if (usesNamed) ast.attr = 1;
}

/** zend_compile_const_expr: checks the kinds, resolves the names; returns what stands in the node's place. */
function compileConstExpr(c: Compiler, ast: AstNode, allowDynamic: boolean): AstNode {
  if (ast.kind === 'zval') return ast;
  if (!ALLOWED.has(ast.kind)) c.error('Constant expression contains invalid operations');
  switch (ast.kind) {
    case 'class_const':
      compileConstExprClassConst(c, ast);
      break;
    case 'class_name':
      compileConstExprClassName(c, ast);
      break;
    case 'const':
      return compileConstExprConst(c, ast);
    case 'magic_const':
      return new AstNode('constant_class', 0, ast.line, [], null);
    case 'new':
      if (!allowDynamic) c.error('New expressions are not supported in this context');
      compileConstExprNew(c, ast);
      break;
    case 'arg_list':
      compileConstExprArgs(c, ast);
      break;
    default:
      break;
  }
  for (const [i, node] of ast.children.entries()) {
    if (node !== null) ast.children[i] = compileConstExpr(c, node, allowDynamic);
  }
  return ast;
}

/**
 * zend_const_expr_to_zval: the value of a constant expression, or a PhpConstantAst that the VM evaluates when needed.
 * `allowDynamic`: whether `new` may occur (its value differs on each evaluation).
 */
export function constExprToZval(c: Compiler, ast: AstNode, allowDynamic: boolean): Zval {
  const compiled = compileConstExpr(c, evalConstExpr(c, ast), allowDynamic);
  return compiled.kind === 'zval' ? compiled.value : new PhpConstantAst(compiled);
}
