/**
 * Statements: the big switch, and the small statements that need no file of their own.
 * Source: php-src 8.2 Zend/zend_compile.c (zend_compile_stmt)
 */
import { IS_CONST } from '../../bytecode/op-array.ts';
import { OP } from '../../bytecode/opcodes.ts';
import { ZEND_FETCH_GLOBAL, ZEND_FETCH_GLOBAL_LOCK } from '../../bytecode/operand-flags.ts';
import { type AstNode, astChild, astCreate } from '../ast.ts';
import { child, ensureWritableVariable, isGlobalVarFetch, isThisFetch } from './ast-predicates.ts';
import { astCreateZnode, emitAssignRefZnode } from './compile-assign.ts';
import { compileStaticVar } from './compile-closure.ts';
import { compileBreakContinue, compileGoto, compileLabel, compileReturn } from './compile-jump.ts';
import { compileDoWhile, compileFor, compileForeach, compileWhile } from './compile-loop.ts';
import { compileIf, compileSwitch } from './compile-switch.ts';
import { DECLARATIONS } from './compile-top.ts';
import { compileTry } from './compile-try.ts';
import { compileDim, compileProp, compileSimpleVarNoCv, compileStaticProp, tryCompileCv } from './compile-var.ts';
import { BP_VAR_UNSET, type Compiler, Znode } from './context.ts';
import { constToString } from './ct-value.ts';
import { compileClassDecl, compileExpr, compileFuncDecl, compileStmt as compileNested } from './dispatch.ts';
import { allocCacheSlot, emitOp, getNextOp, lastOpline } from './emit-op.ts';
import { doFree } from './free.ts';

/** zend_compile_global_var */
function compileGlobalVar(c: Compiler, ast: AstNode): void {
  const varAst = child(ast, 0);
  const name = new Znode();
  compileExpr(c, name, child(varAst, 0));
  if (name.opType === IS_CONST) name.value = constToString(c, name.value);
  if (isThisFetch(varAst)) c.error('Cannot use $this as global variable');
  const result = new Znode();
  if (tryCompileCv(c, result, varAst)) {
    emitOp(c, null, OP.BIND_GLOBAL, result, name).extendedValue = allocCacheSlot(c);
    return;
  }
  // GLOBAL_LOCK: the name is not freed by the fetch, as the assignment behind it needs it again.
  emitOp(c, result, OP.FETCH_W, name, null).extendedValue = ZEND_FETCH_GLOBAL_LOCK;
  emitAssignRefZnode(c, astCreate('var', 0, c.lineno, [astCreateZnode(c, name)]), result);
}

/** zend_compile_unset */
function compileUnset(c: Compiler, ast: AstNode): void {
  const varAst = child(ast, 0);
  ensureWritableVariable(c, varAst);
  if (isGlobalVarFetch(varAst)) {
    if (astChild(varAst, 1) === null) c.error('Cannot use [] for unsetting');
    const name = new Znode();
    compileExpr(c, name, child(varAst, 1));
    if (name.opType === IS_CONST) name.value = constToString(c, name.value);
    emitOp(c, null, OP.UNSET_VAR, name, null).extendedValue = ZEND_FETCH_GLOBAL;
    return;
  }
  switch (varAst.kind) {
    case 'var': {
      const node = new Znode();
      if (isThisFetch(varAst)) c.error('Cannot unset $this');
      if (tryCompileCv(c, node, varAst)) emitOp(c, null, OP.UNSET_CV, node, null);
      else compileSimpleVarNoCv(c, null, varAst, BP_VAR_UNSET, false).opcode = OP.UNSET_VAR;
      return;
    }
    case 'dim':
      compileDim(c, null, varAst, BP_VAR_UNSET, false)!.opcode = OP.UNSET_DIM;
      return;
    case 'prop':
    case 'nullsafe_prop':
      compileProp(c, null, varAst, BP_VAR_UNSET, false)!.opcode = OP.UNSET_OBJ;
      return;
    case 'static_prop':
      compileStaticProp(c, null, varAst, BP_VAR_UNSET, false, false)!.opcode = OP.UNSET_STATIC_PROP;
      return;
    default:
      throw new TypeError(`unset of ${varAst.kind}`);
  }
}

/** zend_compile_echo */
function compileEcho(c: Compiler, ast: AstNode): void {
  const expr = new Znode();
  compileExpr(c, expr, child(ast, 0));
  emitOp(c, null, OP.ECHO, expr, null);
}

/** zend_is_unticked_stmt */
function isUntickedStmt(ast: AstNode): boolean {
  switch (ast.kind) {
    case 'stmt_list':
    case 'label':
    case 'prop_decl':
    case 'prop_group':
    case 'class_const_group':
    case 'class_const_decl':
    case 'use_trait':
    case 'method':
      return true;
    default:
      return false;
  }
}

/** zend_emit_tick: one TICKS behind each statement under declare(ticks=N). */
function emitTick(c: Compiler): void {
  // declare() itself would make a second one.
  if (c.opArray.opcodes.length > 0 && lastOpline(c).opcode === OP.TICKS) return;
  const opline = getNextOp(c);
  opline.opcode = OP.TICKS;
  opline.extendedValue = c.fc.ticks;
}

function compileByKind(c: Compiler, ast: AstNode): void {
  switch (ast.kind) {
    case 'stmt_list':
      for (const stmt of ast.children) compileNested(c, stmt);
      return;
    case 'global':
      return compileGlobalVar(c, ast);
    case 'static':
      return compileStaticVar(c, ast);
    case 'unset':
      return compileUnset(c, ast);
    case 'return':
      return compileReturn(c, ast);
    case 'echo':
      return compileEcho(c, ast);
    case 'break':
    case 'continue':
      return compileBreakContinue(c, ast);
    case 'goto':
      return compileGoto(c, ast);
    case 'label':
      return compileLabel(c, ast);
    case 'while':
      return compileWhile(c, ast);
    case 'do_while':
      return compileDoWhile(c, ast);
    case 'for':
      return compileFor(c, ast);
    case 'foreach':
      return compileForeach(c, ast);
    case 'if':
      return compileIf(c, ast);
    case 'switch':
      return compileSwitch(c, ast);
    case 'try':
      return compileTry(c, ast);
    case 'func_decl':
    case 'method':
      return compileFuncDecl(c, null, ast, false);
    case 'class':
      return compileClassDecl(c, null, ast, false);
    case 'throw':
    case 'exit':
      return compileExpr(c, null, ast);
    default:
      return compileDeclarationOrExpr(c, ast);
  }
}

/** Declarations other than functions and classes; everything else is an expression whose value nobody wants. */
function compileDeclarationOrExpr(c: Compiler, ast: AstNode): void {
  const declare = DECLARATIONS[ast.kind];
  if (declare !== undefined) {
    declare(c, ast);
    return;
  }
  const result = new Znode();
  compileExpr(c, result, ast);
  doFree(c, result);
}

/** zend_compile_stmt: emits a statement; null is the empty one. */
export function compileStmt(c: Compiler, ast: AstNode | null): void {
  if (ast === null) return;
  c.lineno = ast.line;
  compileByKind(c, ast);
  if (c.fc.ticks !== 0 && !isUntickedStmt(ast)) emitTick(c);
}
