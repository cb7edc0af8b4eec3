/**
 * Arrays, strings with variables, constants, class constants, `X::class`, magic constants.
 * Source: php-src 8.2 Zend/zend_compile.c
 */
import { IS_CONST } from '../../bytecode/op-array.ts';
import { OP } from '../../bytecode/opcodes.ts';
import {
  IS_CONSTANT_UNQUALIFIED_IN_NAMESPACE,
  ZEND_ARRAY_NOT_PACKED,
  ZEND_ARRAY_SIZE_SHIFT,
  ZEND_FETCH_CLASS_EXCEPTION,
  ZEND_FETCH_CLASS_SELF,
} from '../../bytecode/operand-flags.ts';
import { type AstNode, astChild, astStr } from '../ast.ts';
import { ZEND_NAME_RELATIVE } from '../ast-flags.ts';
import { child, ensureWritableVariable } from './ast-predicates.ts';
import { compileClassRef, setClassNameOp1 } from './compile-class-ref.ts';
import { constTypeName } from './compile-type.ts';
import { NOT_CONSTANT } from './not-constant.ts';
import { tryCtEvalClassConst, tryCtEvalConst, tryCtEvalMagicConst } from './constants.ts';
import { BP_VAR_W, type Compiler, Znode } from './context.ts';
import { handleNumericKey } from './ct-value.ts';
import { compileExpr, compileVar } from './dispatch.ts';
import {
  addConstNameLiteral,
  allocCacheSlot,
  allocCacheSlots,
  emitOp,
  emitOpTmp,
  setConst,
  setResult,
} from './emit-op.ts';
import { evalConstExpr, tryCtEvalArray } from './eval-const-expr.ts';
import { getClassFetchType, resolveClassNameAst, resolveConstName, tryResolveClassName } from './names.ts';

/** `...$x` as element number `i` of an array. */
function compileUnpackElement(c: Compiler, result: Znode, valueAst: AstNode, i: number): void {
  const value = new Znode();
  compileExpr(c, value, valueAst);
  if (i === 0) emitOpTmp(c, result, OP.INIT_ARRAY, null, null);
  setResult(c, emitOp(c, null, OP.ADD_ARRAY_UNPACK, value, null), result);
}

/** zend_compile_array */
export function compileArray(c: Compiler, result: Znode, ast: AstNode): void {
  const folded = tryCtEvalArray(c, ast);
  if (folded !== NOT_CONSTANT) {
    setConst(result, folded);
    return;
  }
  let init = null;
  let packed = true;
  for (const [i, elem] of ast.children.entries()) {
    if (elem === null) c.error('Cannot use empty array elements in arrays');
    if (elem.kind === 'unpack') {
      compileUnpackElement(c, result, child(elem, 0), i);
      if (i === 0) init = c.opArray.opcodes.at(-2) ?? null;
      continue;
    }
    const valueAst = child(elem, 0);
    const keyAst = astChild(elem, 1);
    const key = keyAst === null ? null : new Znode();
    if (key !== null && keyAst !== null) {
      compileExpr(c, key, keyAst);
      if (key.opType === IS_CONST && typeof key.value === 'string') key.value = handleNumericKey(key.value);
    }
    const byRef = elem.attr !== 0;
    const value = new Znode();
    if (byRef) {
      ensureWritableVariable(c, valueAst);
      compileVar(c, value, valueAst, BP_VAR_W, true);
    } else {
      compileExpr(c, value, valueAst);
    }
    const opline =
      i === 0 ? emitOpTmp(c, result, OP.INIT_ARRAY, value, key) : emitOp(c, null, OP.ADD_ARRAY_ELEMENT, value, key);
    if (i === 0) {
      init = opline;
      opline.extendedValue = ast.children.length << ZEND_ARRAY_SIZE_SHIFT;
    } else {
      setResult(c, opline, result);
    }
    if (byRef) opline.extendedValue |= 1;
    if (key !== null && key.opType === IS_CONST && typeof key.value === 'string') packed = false;
  }
  if (!packed && init !== null) init.extendedValue |= ZEND_ARRAY_NOT_PACKED;
}

/** `__COMPILER_HALT_OFFSET__` in a file that ends with `__halt_compiler();`. */
function haltOffset(c: Compiler, nameAst: AstNode, resolvedName: string): number | null {
  const word = '__COMPILER_HALT_OFFSET__';
  const named = resolvedName === word || (nameAst.attr !== ZEND_NAME_RELATIVE && nameAst.value === word);
  if (!named) return null;
  let last = c.fileAst;
  while (last !== null && last.kind === 'stmt_list' && last.children.length > 0) {
    last = last.children[last.children.length - 1] ?? null;
  }
  if (last === null || last.kind !== 'halt_compiler') return null;
  const offset = child(last, 0).value;
  return typeof offset === 'number' ? offset : null;
}

/** zend_compile_const */
export function compileConst(c: Compiler, result: Znode, ast: AstNode): void {
  const nameAst = child(ast, 0);
  const { name, fullyQualified } = resolveConstName(c, astStr(nameAst), nameAst.attr);
  const offset = haltOffset(c, nameAst, name);
  if (offset !== null) {
    setConst(result, offset);
    return;
  }
  const value = tryCtEvalConst(c, name, fullyQualified);
  if (value !== NOT_CONSTANT) {
    setConst(result, value);
    return;
  }
  const opline = emitOpTmp(c, result, OP.FETCH_CONSTANT, null, null);
  const unqualified = !fullyQualified && c.fc.currentNamespace !== null;
  opline.op1 = unqualified ? IS_CONSTANT_UNQUALIFIED_IN_NAMESPACE : 0;
  opline.op2Type = IS_CONST;
  opline.op2 = addConstNameLiteral(c, name, unqualified);
  opline.extendedValue = allocCacheSlot(c);
}

/** zend_compile_class_const: `A::B` */
export function compileClassConst(c: Compiler, result: Znode, ast: AstNode): void {
  const classAst = evalConstExpr(c, child(ast, 0));
  const constAst = evalConstExpr(c, child(ast, 1));
  ast.children[0] = classAst;
  ast.children[1] = constAst;
  if (classAst.kind === 'zval' && constAst.kind === 'zval') {
    const value = tryCtEvalClassConst(c, resolveClassNameAst(c, classAst), astStr(constAst));
    if (value !== NOT_CONSTANT) {
      setConst(result, value);
      return;
    }
  }
  const classNode = new Znode();
  const constNode = new Znode();
  compileClassRef(c, classNode, classAst, ZEND_FETCH_CLASS_EXCEPTION);
  compileExpr(c, constNode, constAst);
  const opline = emitOpTmp(c, result, OP.FETCH_CLASS_CONSTANT, null, constNode);
  setClassNameOp1(c, opline, classNode);
  opline.extendedValue = allocCacheSlots(c, 2);
}

/** zend_compile_class_name: `A::class`, `$x::class` */
export function compileClassName(c: Compiler, result: Znode, ast: AstNode): void {
  const classAst = child(ast, 0);
  const name = tryResolveClassName(c, classAst);
  if (name !== null) {
    setConst(result, name);
    return;
  }
  if (classAst.kind === 'zval') {
    emitOpTmp(c, result, OP.FETCH_CLASS_NAME, null, null).op1 = getClassFetchType(astStr(classAst));
    return;
  }
  const expr = new Znode();
  compileExpr(c, expr, classAst);
  if (expr.opType === IS_CONST) c.error(`Cannot use "::class" on value of type ${constTypeName(expr.value)}`);
  emitOpTmp(c, result, OP.FETCH_CLASS_NAME, expr, null);
}

/** zend_compile_magic_const; only `__CLASS__` in a trait needs an opline. */
export function compileMagicConst(c: Compiler, result: Znode, ast: AstNode): void {
  const value = tryCtEvalMagicConst(c, ast);
  if (value !== NOT_CONSTANT) {
    setConst(result, value);
    return;
  }
  emitOpTmp(c, result, OP.FETCH_CLASS_NAME, null, null).op1 = ZEND_FETCH_CLASS_SELF;
}
