/**
 * Evaluation of expressions whose parts are constants, in place on the AST.
 * Source: php-src 8.2 Zend/zend_compile.c (zend_eval_const_expr, zend_try_ct_eval_array)
 */
import { toBool, toInt } from '../../value/convert.ts';
import { parseNumeric } from '../../value/numeric-string.ts';
import { PhpArray } from '../../value/php-array.ts';
import { addRef, PhpFloat, type PhpInt, type Zval } from '../../value/zval.ts';
import { type AstNode, astChild, astStr, astZval } from '../ast.ts';
import { ZEND_ARRAY_SYNTAX_LIST, ZEND_DIM_ALTERNATIVE_SYNTAX, ZEND_DIM_IS } from '../ast-flags.ts';
import { child } from './ast-predicates.ts';
import {
  ctEvalGreater,
  isLongCompatible,
  tryCtEvalBinaryOp,
  tryCtEvalUnaryOp,
  tryCtEvalUnaryPm,
} from './constant-folding.ts';
import { type Folded, NOT_CONSTANT } from './not-constant.ts';
import { tryCtEvalClassConst, tryCtEvalConst, tryCtEvalMagicConst } from './constants.ts';
import type { Compiler } from './context.ts';
import { resolveClassNameAst, resolveConstName, tryResolveClassName } from './names.ts';
import { ctContext, handleNumericKey } from './ct-value.ts';

/** Evaluates child `i` in place; returns it, null when absent. */
function evalChild(c: Compiler, ast: AstNode, i: number): AstNode | null {
  const node = astChild(ast, i);
  if (node === null) return null;
  const value = evalConstExpr(c, node);
  ast.children[i] = value;
  return value;
}

/** zend_eval_const_expr: returns the node that stands for the expression: a `zval` when it could be evaluated. */
export function evalConstExpr(c: Compiler, ast: AstNode): AstNode {
  switch (ast.kind) {
    case 'coalesce':
      return evalCoalesce(c, ast);
    case 'conditional':
      return evalConditional(c, ast);
    case 'arg_list':
      for (const i of ast.children.keys()) evalChild(c, ast, i);
      return ast;
    case 'new':
    case 'prop':
    case 'nullsafe_prop':
      evalChild(c, ast, 0);
      evalChild(c, ast, 1);
      return ast;
    case 'named_arg':
      evalChild(c, ast, 1);
      return ast;
    case 'const_enum_init':
      evalChild(c, ast, 2);
      return ast;
    default: {
      const value = evalNode(c, ast);
      return value === NOT_CONSTANT ? ast : astZval(value, c.lineno);
    }
  }
}

function evalNode(c: Compiler, ast: AstNode): Folded {
  switch (ast.kind) {
    case 'binary_op':
      return evalBinaryChain(c, ast);
    case 'greater':
    case 'greater_equal': {
      const [a, b] = [evalChild(c, ast, 0), evalChild(c, ast, 1)];
      if (a?.kind !== 'zval' || b?.kind !== 'zval') return NOT_CONSTANT;
      return ctEvalGreater(c, ast.kind === 'greater_equal', a.value, b.value);
    }
    case 'and':
    case 'or':
      return evalLogical(c, ast);
    case 'unary_op': {
      const a = evalChild(c, ast, 0);
      return a?.kind === 'zval' ? tryCtEvalUnaryOp(c, ast.attr, a.value) : NOT_CONSTANT;
    }
    case 'unary_plus':
    case 'unary_minus': {
      const a = evalChild(c, ast, 0);
      return a?.kind === 'zval' ? tryCtEvalUnaryPm(c, ast.kind === 'unary_plus', a.value) : NOT_CONSTANT;
    }
    case 'dim':
      return evalDim(c, ast);
    case 'array':
      return tryCtEvalArray(c, ast);
    case 'magic_const':
      return tryCtEvalMagicConst(c, ast);
    case 'const': {
      const nameAst = child(ast, 0);
      const { name, fullyQualified } = resolveConstName(c, astStr(nameAst), nameAst.attr);
      return tryCtEvalConst(c, name, fullyQualified);
    }
    case 'class_const': {
      const [classAst, nameAst] = [evalChild(c, ast, 0), evalChild(c, ast, 1)];
      if (classAst?.kind !== 'zval' || nameAst?.kind !== 'zval') return NOT_CONSTANT;
      return tryCtEvalClassConst(c, resolveClassNameAst(c, classAst), astStr(nameAst));
    }
    case 'class_name': {
      const classAst = astChild(ast, 0);
      return classAst === null ? NOT_CONSTANT : (tryResolveClassName(c, classAst) ?? NOT_CONSTANT);
    }
    default:
      return NOT_CONSTANT;
  }
}

/** `a . b . c ...` from the left, without recursion (see compileBinaryOp). */
function evalBinaryChain(c: Compiler, ast: AstNode): Folded {
  const chain = [ast];
  for (let left = child(ast, 0); left.kind === 'binary_op'; left = child(left, 0)) chain.push(left);
  let folded: Folded = NOT_CONSTANT;
  for (let i = chain.length - 1; i >= 0; i--) {
    const node = chain[i] ?? ast;
    if (folded !== NOT_CONSTANT) node.children[0] = astZval(folded, c.lineno);
    const a = i === chain.length - 1 ? evalChild(c, node, 0) : child(node, 0);
    const b = evalChild(c, node, 1);
    const constant = a?.kind === 'zval' && b?.kind === 'zval';
    folded = constant ? tryCtEvalBinaryOp(c, node.attr, a.value, b.value) : NOT_CONSTANT;
  }
  return folded;
}

function evalLogical(c: Compiler, ast: AstNode): Folded {
  const isOr = ast.kind === 'or';
  const [a, b] = [evalChild(c, ast, 0), evalChild(c, ast, 1)];
  if (a?.kind !== 'zval') return NOT_CONSTANT;
  if (toBool(a.value) === isOr) return isOr;
  return b?.kind === 'zval' ? toBool(b.value) : NOT_CONSTANT;
}

function evalCoalesce(c: Compiler, ast: AstNode): AstNode {
  const left = child(ast, 0);
  if (left.kind === 'dim') left.attr |= ZEND_DIM_IS;
  const a = evalChild(c, ast, 0);
  if (a?.kind !== 'zval') {
    evalChild(c, ast, 1);
    return ast;
  }
  if (a.value !== null) return a;
  return evalChild(c, ast, 1) ?? ast;
}

function evalConditional(c: Compiler, ast: AstNode): AstNode {
  const cond = evalChild(c, ast, 0);
  if (cond?.kind !== 'zval') {
    evalChild(c, ast, 1);
    evalChild(c, ast, 2);
    return ast;
  }
  const chosen = toBool(cond.value) ? (astChild(ast, 1) ?? cond) : child(ast, 2);
  return evalConstExpr(c, chosen);
}

function evalDim(c: Compiler, ast: AstNode): Folded {
  if (astChild(ast, 1) === null) c.error('Cannot use [] for reading');
  if ((ast.attr & ZEND_DIM_ALTERNATIVE_SYNTAX) !== 0) {
    c.error('Array and string offset access syntax with curly braces is no longer supported');
  }
  const inner = child(ast, 0);
  if ((ast.attr & ZEND_DIM_IS) !== 0 && inner.kind === 'dim') inner.attr |= ZEND_DIM_IS;
  const [containerAst, dimAst] = [evalChild(c, ast, 0), evalChild(c, ast, 1)];
  if (containerAst?.kind !== 'zval' || dimAst?.kind !== 'zval') return NOT_CONSTANT;
  return fetchConstDim(containerAst.value, dimAst.value);
}

/** `"abc"[1]`, `[1, 2][0]`; whatever would warn waits for run time. */
function fetchConstDim(container: Zval, dim: Zval): Folded {
  if (container instanceof PhpArray) {
    if (typeof dim !== 'string' && typeof dim !== 'number' && typeof dim !== 'bigint') return NOT_CONSTANT;
    const el = container.get(typeof dim === 'string' ? handleNumericKey(dim) : dim);
    return el === undefined ? NOT_CONSTANT : addRef(el);
  }
  if (typeof container !== 'string') return NOT_CONSTANT;
  let offset: Zval = dim;
  if (typeof dim === 'string') offset = parseNumeric(dim, true)?.value;
  if (typeof offset !== 'number' || offset < 0 || offset >= container.length) return NOT_CONSTANT;
  return container[offset];
}

/** Evaluates an array's parts; true when all are constant and by value. */
function evalElements(c: Compiler, ast: AstNode): boolean {
  let isConstant = true;
  let last: AstNode | null = null;
  for (const elem of ast.children) {
    if (elem === null) {
      if (last !== null) c.lineno = last.line;
      c.error('Cannot use empty array elements in arrays');
    }
    const value = evalChild(c, elem, 0);
    if (elem.kind === 'unpack') {
      if (value?.kind !== 'zval') isConstant = false;
    } else {
      const key = evalChild(c, elem, 1);
      if (elem.attr !== 0 || value?.kind !== 'zval' || (key !== null && key.kind !== 'zval')) isConstant = false;
    }
    last = elem;
  }
  return isConstant;
}

/** zend_try_ct_eval_array: the array of a constant array literal. */
export function tryCtEvalArray(c: Compiler, ast: AstNode): PhpArray | typeof NOT_CONSTANT {
  if (ast.attr === ZEND_ARRAY_SYNTAX_LIST) c.error('Cannot use list() as standalone expression');
  if (!evalElements(c, ast)) return NOT_CONSTANT;
  const result = new PhpArray();
  for (const elem of ast.children) {
    if (elem === null) continue;
    const value = child(elem, 0).value;
    if (elem.kind === 'unpack') {
      if (!(value instanceof PhpArray)) c.error('Only arrays and Traversables can be unpacked');
      if (!appendAll(result, value)) return NOT_CONSTANT;
      continue;
    }
    const keyAst = astChild(elem, 1);
    if (keyAst === null) {
      if (!result.append(addRef(value))) return NOT_CONSTANT;
      continue;
    }
    const key = arrayKey(c, keyAst.value);
    if (key === NOT_CONSTANT) return NOT_CONSTANT;
    result.set(key, addRef(value));
  }
  return result;
}

/** `...$array` in a constant array: string keys are kept, the rest is renumbered. */
function appendAll(result: PhpArray, from: PhpArray): boolean {
  for (const [key, v] of from.entries()) {
    if (typeof key === 'string') result.set(key, addRef(v));
    else if (!result.append(addRef(v))) return false;
  }
  return true;
}

function arrayKey(c: Compiler, key: Zval): PhpInt | string | typeof NOT_CONSTANT {
  switch (typeof key) {
    case 'number':
    case 'bigint':
      return key;
    case 'string':
      return handleNumericKey(key);
    case 'boolean':
      return key ? 1 : 0;
    default:
      if (key === null) return '';
      if (key instanceof PhpFloat) return isLongCompatible(key.value) ? toInt(ctContext(c), key) : NOT_CONSTANT;
      return c.error('Illegal offset type');
  }
}
