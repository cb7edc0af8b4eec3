/**
 * The implementations behind `dispatch.ts`: the one place where the mutually recursive halves of the compiler meet.
 */
import { compileClassDecl } from './compile-class.ts';
import { compileExpr, compileVar, delayedCompileVar } from './compile-expr.ts';
import { compileFuncDecl } from './compile-func.ts';
import { compileStmt } from './compile-stmt.ts';
import { compileTopStmt } from './compile-top.ts';
import type { Passes } from './context.ts';

/** Zend's compiler passes. */
export const PASSES: Passes = {
  compileExpr,
  compileVar,
  delayedCompileVar,
  compileStmt,
  compileTopStmt,
  compileFuncDecl,
  compileClassDecl,
};
