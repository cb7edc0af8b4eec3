/**
 * The compiler's mutually recursive entry points as plain functions: every emitter module imports these, none imports
 * the others' implementations (see `Passes`).
 */
import type { Opline } from '../../bytecode/op-array.ts';
import type { AstNode } from '../ast.ts';
import type { Compiler, Znode } from './context.ts';

/** zend_compile_expr: emits code for an expression and tells in `result` where its value is. */
export function compileExpr(c: Compiler, result: Znode | null, ast: AstNode): void {
  c.passes.compileExpr(c, result, ast);
}

/** zend_compile_var: emits the fetch of a variable or call for access `type` (BP_VAR_*). */
export function compileVar(
  c: Compiler,
  result: Znode | null,
  ast: AstNode,
  type: number,
  byRef: boolean,
): Opline | null {
  return c.passes.compileVar(c, result, ast, type, byRef);
}

/** zend_delayed_compile_var: like compileVar, but the fetches wait for delayedCompileEnd. */
export function delayedCompileVar(
  c: Compiler,
  result: Znode,
  ast: AstNode,
  type: number,
  byRef: boolean,
): Opline | null {
  return c.passes.delayedCompileVar(c, result, ast, type, byRef);
}

/** zend_compile_stmt */
export function compileStmt(c: Compiler, ast: AstNode | null): void {
  c.passes.compileStmt(c, ast);
}

/** zend_compile_top_stmt */
export function compileTopStmt(c: Compiler, ast: AstNode | null): void {
  c.passes.compileTopStmt(c, ast);
}

/** zend_compile_func_decl */
export function compileFuncDecl(c: Compiler, result: Znode | null, ast: AstNode, topLevel: boolean): void {
  c.passes.compileFuncDecl(c, result, ast, topLevel);
}

/** zend_compile_class_decl */
export function compileClassDecl(c: Compiler, result: Znode | null, ast: AstNode, topLevel: boolean): void {
  c.passes.compileClassDecl(c, result, ast, topLevel);
}
