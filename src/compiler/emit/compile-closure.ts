/**
 * Static variables and what closures take along: `static $x`, `use ($x, &$y)`, the implicit by-value binding of arrow
 * functions.
 * Source: php-src 8.2 Zend/zend_compile.c
 */
import { IS_CV, type OpArray } from '../../bytecode/op-array.ts';
import { OP } from '../../bytecode/opcodes.ts';
import { ZEND_BIND_EXPLICIT, ZEND_BIND_IMPLICIT, ZEND_BIND_REF } from '../../bytecode/operand-flags.ts';
import type { Zval } from '../../value/zval.ts';
import { type AstNode, astChild, astStr, isAstList, isAstZval } from '../ast.ts';
import { constExprToZval } from './const-expr.ts';
import { isAutoGlobal } from './compile-var.ts';
import type { Compiler, Znode } from './context.ts';
import { emitOp, lookupCv } from './emit-op.ts';

/** Bytes of a Zend hash bucket: offsets of static variables are `index * 32`, so that ZEND_BIND_* flags fit below. */
export const STATIC_VAR_OFFSET_SHIFT = 5;

/** Stores a static variable of `opArray` and returns its offset (index << STATIC_VAR_OFFSET_SHIFT). */
function putStaticVar(opArray: OpArray, name: string, value: Zval): number {
  opArray.staticVars ??= new Map();
  opArray.staticVars.set(name, value);
  let index = 0;
  for (const key of opArray.staticVars.keys()) {
    if (key === name) break;
    index++;
  }
  return index << STATIC_VAR_OFFSET_SHIFT;
}

/** zend_compile_static_var_common: BIND_STATIC with extendedValue `offset | mode`. */
function compileStaticVarCommon(c: Compiler, name: string, value: Zval, mode: number): void {
  const offset = putStaticVar(c.opArray, name, value);
  if (name === 'this') c.error('Cannot use $this as static variable');
  const opline = emitOp(c, null, OP.BIND_STATIC, null, null);
  opline.op1Type = IS_CV;
  opline.op1 = lookupCv(c, name);
  opline.extendedValue = offset | mode;
}

/** zend_compile_static_var: one variable of a `static` statement. */
export function compileStaticVar(c: Compiler, ast: AstNode): void {
  const valueAst = astChild(ast, 1);
  const value = valueAst === null ? null : constExprToZval(c, valueAst, true);
  compileStaticVarCommon(c, astStr(astChild(ast, 0)), value, ZEND_BIND_REF);
}

function emitBindLexical(c: Compiler, closure: Znode, name: string, extendedValue: number): void {
  const opline = emitOp(c, null, OP.BIND_LEXICAL, closure, null);
  opline.op2Type = IS_CV;
  opline.op2 = lookupCv(c, name);
  opline.extendedValue = extendedValue;
}

/** zend_compile_closure_binding: BIND_LEXICAL for each variable of `use (...)`, in the function around the closure. */
export function compileClosureBinding(c: Compiler, closure: Znode, opArray: OpArray, usesAst: AstNode): void {
  for (const varAst of usesAst.children) {
    if (varAst === null) continue;
    const name = astStr(varAst);
    if (name === 'this') c.error('Cannot use $this as lexical variable');
    if (isAutoGlobal(c, name)) c.error('Cannot use auto-global as lexical variable');
    if (opArray.staticVars?.has(name) === true) c.error(`Cannot use variable $${name} twice`);
    const offset = putStaticVar(opArray, name, null);
    c.lineno = varAst.line;
    emitBindLexical(c, closure, name, offset | varAst.attr);
  }
}

/** zend_compile_closure_uses: BIND_STATIC for each variable of `use (...)`, inside the closure. */
export function compileClosureUses(c: Compiler, usesAst: AstNode): void {
  for (const varAst of usesAst.children) {
    if (varAst === null) continue;
    const name = astStr(varAst);
    if (c.opArray.vars.includes(name)) c.error(`Cannot use lexical variable $${name} as a parameter name`);
    c.lineno = varAst.line;
    const mode = varAst.attr !== 0 ? ZEND_BIND_EXPLICIT | ZEND_BIND_REF : ZEND_BIND_EXPLICIT;
    compileStaticVarCommon(c, name, null, mode);
  }
}

function collectImplicitBinds(c: Compiler, uses: Set<string>, ast: AstNode): void {
  if (ast.kind === 'var') {
    const nameAst = astChild(ast, 0);
    if (isAstZval(nameAst) && typeof nameAst.value === 'string') {
      if (nameAst.value !== 'this' && !isAutoGlobal(c, nameAst.value)) uses.add(nameAst.value);
    } else if (nameAst !== null) {
      collectImplicitBinds(c, uses, nameAst);
    }
  } else if (ast.kind === 'closure') {
    for (const use of astChild(ast, 1)?.children ?? []) {
      if (use !== null) uses.add(astStr(use));
    }
  } else if (ast.kind === 'arrow_func') {
    const body = astChild(ast, 2);
    if (body !== null) collectImplicitBinds(c, uses, body);
  } else if (isAstList(ast) || !isSpecial(ast)) {
    for (const child of ast.children) {
      if (child !== null) collectImplicitBinds(c, uses, child);
    }
  }
}

/** zend_ast_is_special: leaves and declarations, whose insides are not looked into. */
function isSpecial(ast: AstNode): boolean {
  switch (ast.kind) {
    case 'zval':
    case 'constant':
    case 'znode':
    case 'func_decl':
    case 'method':
    case 'class':
      return true;
    default:
      return false;
  }
}

/** find_implicit_binds: the variables an arrow function's body uses, without its parameters, in order of appearance. */
export function findImplicitBinds(c: Compiler, paramsAst: AstNode, stmtAst: AstNode): Set<string> {
  const uses = new Set<string>();
  collectImplicitBinds(c, uses, stmtAst);
  for (const param of paramsAst.children) {
    if (param !== null) uses.delete(astStr(astChild(param, 1)));
  }
  return uses;
}

/** compile_implicit_lexical_binds: BIND_LEXICAL of an arrow function, in the function around it. */
export function compileImplicitLexicalBinds(c: Compiler, uses: Set<string>, closure: Znode, opArray: OpArray): void {
  for (const name of uses) {
    emitBindLexical(c, closure, name, putStaticVar(opArray, name, null) | ZEND_BIND_IMPLICIT);
  }
}

/** zend_compile_implicit_closure_uses: BIND_STATIC inside the arrow function. */
export function compileImplicitClosureUses(c: Compiler, uses: Set<string>): void {
  for (const name of uses) compileStaticVarCommon(c, name, null, ZEND_BIND_IMPLICIT);
}
