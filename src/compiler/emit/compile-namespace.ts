/**
 * `namespace`, `use`, `const` and `declare`: what changes how the rest of the file is read.
 * Source: php-src 8.2 Zend/zend_compile.c
 */
import { E_COMPILE_WARNING, E_WARNING } from '../../base/diagnostics.ts';
import { OP } from '../../bytecode/opcodes.ts';
import { ACC_STRICT_TYPES } from '../../bytecode/type-flags.ts';
import { specialConstant } from '../../bytecode/internal-constants.ts';
import { toInt } from '../../value/convert.ts';
import { type AstNode, astChild, astList, astStr } from '../ast.ts';
import { ZEND_SYMBOL_CLASS, ZEND_SYMBOL_CONST, ZEND_SYMBOL_FUNCTION } from '../ast-flags.ts';
import { child } from './ast-predicates.ts';
import { isReservedClassName } from './class-names.ts';
import { constExprToZval } from './const-expr.ts';
import type { Compiler } from './context.ts';
import { ctContext } from './ct-value.ts';
import { compileStmt, compileTopStmt } from './dispatch.ts';
import { constZnode, emitOp, toLower, unqualifiedName } from './emit-op.ts';
import { prefixWithNs } from './names.ts';
import { haveSeenSymbol, registerSeenSymbol } from './symbols.ts';

// ---- declare ----

/** zend_is_first_statement: only other declares (and, with `allowNop`, empty statements) stand before it. */
function isFirstStatement(c: Compiler, ast: AstNode, allowNop: boolean): boolean {
  for (const stmt of c.fileAst?.children ?? []) {
    if (stmt === ast) return true;
    if (stmt === null ? !allowNop : stmt.kind !== 'declare') return false;
  }
  return false;
}

function declareStrictTypes(c: Compiler, ast: AstNode, valueAst: AstNode): void {
  if (!isFirstStatement(c, ast, false)) {
    c.error('strict_types declaration must be the very first statement in the script');
  }
  if (astChild(ast, 1) !== null) c.error('strict_types declaration must not use block mode');
  const value = constExprToZval(c, valueAst, false);
  if (value !== 0 && value !== 1) c.error('strict_types declaration must have 0 or 1 as its value');
  if (value === 1) c.opArray.fnFlags |= ACC_STRICT_TYPES;
}

/** zend_compile_declare */
export function compileDeclare(c: Compiler, ast: AstNode): void {
  const ticks = c.fc.ticks;
  for (const declareAst of child(ast, 0).children) {
    if (declareAst === null) continue;
    const name = astStr(astChild(declareAst, 0));
    const valueAst = child(declareAst, 1);
    if (valueAst.kind !== 'zval') c.error(`declare(${name}) value must be a literal`);
    switch (toLower(name)) {
      case 'ticks':
        c.fc.ticks = Number(toInt(ctContext(c), constExprToZval(c, valueAst, false)));
        break;
      case 'encoding':
        if (!isFirstStatement(c, ast, false)) {
          c.error('Encoding declaration pragma must be the very first statement in the script');
        }
        break;
      case 'strict_types':
        declareStrictTypes(c, ast, valueAst);
        break;
      default:
        c.warn(E_COMPILE_WARNING, `Unsupported declare '${name}'`);
    }
  }
  const stmt = astChild(ast, 1);
  if (stmt !== null) {
    compileStmt(c, stmt);
    c.fc.ticks = ticks;
  }
}

// ---- use ----

/** zend_get_import_ht */
function importTable(c: Compiler, type: number): Map<string, string> {
  switch (type) {
    case ZEND_SYMBOL_FUNCTION:
      c.fc.importsFunction ??= new Map();
      return c.fc.importsFunction;
    case ZEND_SYMBOL_CONST:
      c.fc.importsConst ??= new Map();
      return c.fc.importsConst;
    default:
      c.fc.imports ??= new Map();
      return c.fc.imports;
  }
}

function useTypeText(type: number): string {
  if (type === ZEND_SYMBOL_FUNCTION) return ' function';
  return type === ZEND_SYMBOL_CONST ? ' const' : '';
}

/** The name a `use` introduces: written behind `as`, or the last part of the imported one. */
function useAlias(c: Compiler, oldName: string, aliasAst: AstNode | null): string {
  if (aliasAst !== null) return astStr(aliasAst);
  const unqualified = unqualifiedName(oldName);
  if (unqualified !== null) return unqualified;
  if (c.fc.currentNamespace === null) {
    c.warn(E_WARNING, `The use statement with non-compound name '${oldName}' has no effect`);
  }
  return oldName;
}

function compileUseElem(c: Compiler, ast: AstNode, type: number): void {
  const oldName = astStr(astChild(ast, 0));
  const newName = useAlias(c, oldName, astChild(ast, 1));
  const lookupName = type === ZEND_SYMBOL_CONST ? newName : toLower(newName);
  if (type === ZEND_SYMBOL_CLASS && isReservedClassName(newName)) {
    c.error(`Cannot use ${oldName} as ${newName} because '${newName}' is a special class name`);
  }
  const taken = `Cannot use${useTypeText(type)} ${oldName} as ${newName} because the name is already in use`;
  const ns = c.fc.currentNamespace;
  const checkName = ns !== null ? `${toLower(ns)}\\${lookupName}` : lookupName;
  if (haveSeenSymbol(c, checkName, type) && toLower(oldName) !== toLower(checkName)) c.error(taken);
  const imports = importTable(c, type);
  if (imports.has(lookupName)) c.error(taken);
  imports.set(lookupName, oldName);
}

/** zend_compile_use */
export function compileUse(c: Compiler, ast: AstNode): void {
  for (const elem of ast.children) {
    if (elem !== null) compileUseElem(c, elem, ast.attr);
  }
}

/** zend_compile_group_use: `use A\{B, function c}` */
export function compileGroupUse(c: Compiler, ast: AstNode): void {
  const ns = astStr(astChild(ast, 0));
  for (const use of child(ast, 1).children) {
    if (use === null) continue;
    const nameAst = child(use, 0);
    nameAst.value = `${ns}\\${astStr(nameAst)}`;
    const inline = astList('use', use.line, [use]);
    inline.attr = ast.attr !== 0 ? ast.attr : use.attr;
    compileUse(c, inline);
  }
}

// ---- const ----

/** zend_compile_const_decl */
export function compileConstDecl(c: Compiler, ast: AstNode): void {
  for (const constAst of ast.children) {
    if (constAst === null) continue;
    const unqualified = astStr(astChild(constAst, 0));
    const value = constExprToZval(c, child(constAst, 1), true);
    if (specialConstant(unqualified) !== undefined) c.error(`Cannot redeclare constant '${unqualified}'`);
    const name = prefixWithNs(c, unqualified);
    const imported = c.fc.importsConst?.get(unqualified);
    if (imported !== undefined && imported !== name) {
      c.error(`Cannot declare const ${name} because the name is already in use`);
    }
    emitOp(c, null, OP.DECLARE_CONST, constZnode(name), constZnode(value));
    registerSeenSymbol(c, name, ZEND_SYMBOL_CONST);
  }
}

// ---- namespace ----

function resetImports(c: Compiler): void {
  c.fc.imports = null;
  c.fc.importsFunction = null;
  c.fc.importsConst = null;
}

function checkNamespaceMix(c: Compiler, withBracket: boolean): void {
  const mixed = 'Cannot mix bracketed namespace declarations with unbracketed namespace declarations';
  if (!c.fc.hasBracketedNamespaces) {
    if (c.fc.currentNamespace !== null && withBracket) c.error(mixed);
    return;
  }
  if (!withBracket) c.error(mixed);
  if (c.fc.currentNamespace !== null || c.fc.inNamespace) c.error('Namespace declarations cannot be nested');
}

/** zend_compile_namespace */
export function compileNamespace(c: Compiler, ast: AstNode): void {
  const nameAst = astChild(ast, 0);
  const stmtAst = astChild(ast, 1);
  const withBracket = stmtAst !== null;
  checkNamespaceMix(c, withBracket);
  const isFirst = withBracket ? !c.fc.hasBracketedNamespaces : c.fc.currentNamespace === null;
  if (isFirst && !isFirstStatement(c, ast, true)) {
    c.error(
      'Namespace declaration statement has to be the very first statement or after any declare call in the script',
    );
  }
  const name = nameAst !== null ? astStr(nameAst) : null;
  if (name !== null && toLower(name) === 'namespace') c.error(`Cannot use '${name}' as namespace name`);
  c.fc.currentNamespace = name;
  resetImports(c);
  c.fc.inNamespace = true;
  if (withBracket) {
    c.fc.hasBracketedNamespaces = true;
    compileTopStmt(c, stmtAst);
    c.fc.inNamespace = false;
    resetImports(c);
    c.fc.currentNamespace = null;
  }
}

/** zend_verify_namespace: with `namespace {}` blocks no code stands outside of them. */
export function verifyNamespace(c: Compiler): void {
  if (c.fc.hasBracketedNamespaces && !c.fc.inNamespace) c.error('No code may exist outside of namespace {}');
}
