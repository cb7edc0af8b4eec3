/**
 * Top-level statements, and the declarations among all statements.
 * Source: php-src 8.2 Zend/zend_compile.c (zend_compile_top_stmt)
 */
import { type AstKind, type AstNode, astChild } from '../ast.ts';
import { compileClassConstGroup, compileEnumCase, compilePropGroup, compileUseTrait } from './compile-member.ts';
import {
  compileConstDecl,
  compileDeclare,
  compileGroupUse,
  compileNamespace,
  compileUse,
  verifyNamespace,
} from './compile-namespace.ts';
import type { Compiler } from './context.ts';
import { compileClassDecl, compileFuncDecl, compileStmt, compileTopStmt as compileNested } from './dispatch.ts';

/** zend_compile_top_stmt: functions and classes here are bound before the file runs. */
export function compileTopStmt(c: Compiler, ast: AstNode | null): void {
  if (ast === null) return;
  if (ast.kind === 'stmt_list') {
    for (const stmt of ast.children) compileNested(c, stmt);
    return;
  }
  if (ast.kind === 'func_decl' || ast.kind === 'class') {
    c.lineno = ast.line;
    if (ast.kind === 'func_decl') compileFuncDecl(c, null, ast, true);
    else compileClassDecl(c, null, ast, true);
    c.lineno = ast.endLine;
  } else {
    compileStmt(c, ast);
  }
  if (ast.kind !== 'namespace' && ast.kind !== 'halt_compiler') verifyNamespace(c);
}

/** zend_compile_halt_compiler: remembers where the data behind `__halt_compiler();` begins. */
function compileHaltCompiler(c: Compiler, ast: AstNode): void {
  if (c.fc.hasBracketedNamespaces && c.fc.inNamespace) {
    c.error('__HALT_COMPILER() can only be used from the outermost scope');
  }
  const offset = astChild(ast, 0)?.value;
  c.script.haltOffset = typeof offset === 'number' ? offset : c.haltOffset;
}

/** Statements that declare something, functions and classes apart, by kind of node. */
export const DECLARATIONS: Partial<Record<AstKind, (c: Compiler, ast: AstNode) => void>> = {
  declare: compileDeclare,
  prop_group: compilePropGroup,
  class_const_group: compileClassConstGroup,
  use_trait: compileUseTrait,
  enum_case: compileEnumCase,
  group_use: compileGroupUse,
  use: compileUse,
  const_decl: compileConstDecl,
  namespace: compileNamespace,
  halt_compiler: compileHaltCompiler,
};
