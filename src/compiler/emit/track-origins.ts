/**
 * Which node of the AST an opline was emitted for: the entry points of the compiler wrapped by ones that look, when they
 * are done, which oplines are new. The innermost node wins.
 */
import type { Opline } from '../../bytecode/op-array.ts';
import type { AstNode } from '../ast.ts';
import type { Compiler, Passes } from './context.ts';

/** Opline -> the node it came from. */
export type Origins = Map<Opline, AstNode>;

/** `passes`, telling `origins` what each opline is for. */
export function trackOrigins(passes: Passes, origins: Origins): Passes {
  function tracked<T>(c: Compiler, ast: AstNode | null, run: () => T): T {
    const { opArray } = c;
    const before = opArray.opcodes.length;
    const result = run();
    if (ast !== null) {
      for (let i = before; i < opArray.opcodes.length; i++) {
        const op = opArray.opcodes[i];
        if (op !== undefined && !origins.has(op)) origins.set(op, ast);
      }
    }
    return result;
  }
  return {
    compileExpr: (c, result, ast) => tracked(c, ast, () => passes.compileExpr(c, result, ast)),
    compileVar: (c, result, ast, type, byRef) => tracked(c, ast, () => passes.compileVar(c, result, ast, type, byRef)),
    delayedCompileVar: (c, result, ast, type, byRef) => {
      const offset = c.delayedOplines.length;
      const opline = tracked(c, ast, () => passes.delayedCompileVar(c, result, ast, type, byRef));
      for (const op of c.delayedOplines.slice(offset)) if (!origins.has(op)) origins.set(op, ast);
      return opline;
    },
    compileStmt: (c, ast) => tracked(c, ast, () => passes.compileStmt(c, ast)),
    compileTopStmt: (c, ast) => tracked(c, ast, () => passes.compileTopStmt(c, ast)),
    compileFuncDecl: (c, result, ast, topLevel) =>
      tracked(c, ast, () => passes.compileFuncDecl(c, result, ast, topLevel)),
    compileClassDecl: (c, result, ast, topLevel) =>
      tracked(c, ast, () => passes.compileClassDecl(c, result, ast, topLevel)),
  };
}
