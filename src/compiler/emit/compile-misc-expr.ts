/**
 * The remaining expressions: clone, print, exit, throw, yield, instanceof, include, isset, `@`, backticks.
 * Source: php-src 8.2 Zend/zend_compile.c
 */
import { IS_CONST, IS_TMP_VAR, type Opline } from '../../bytecode/op-array.ts';
import { OP } from '../../bytecode/opcodes.ts';
import {
  ZEND_FETCH_CLASS_EXCEPTION,
  ZEND_FETCH_CLASS_NO_AUTOLOAD,
  ZEND_FETCH_CLASS_SILENT,
  ZEND_FETCH_GLOBAL,
  ZEND_ISEMPTY,
  ZEND_RETURNS_FUNCTION,
  ZEND_THROW_IS_EXPR,
} from '../../bytecode/operand-flags.ts';
import { ACC_RETURN_REFERENCE, ACC_USES_THIS } from '../../bytecode/type-flags.ts';
import { AstNode, astChild, astList, astZval } from '../ast.ts';
import { ZEND_NAME_FQ } from '../ast-flags.ts';
import {
  child,
  isCall,
  isGlobalsFetch,
  isGlobalVarFetch,
  isShortCircuited,
  isThisFetch,
  isVariable,
  markShortCircuitingInner,
} from './ast-predicates.ts';
import { compileClassRef } from './compile-class-ref.ts';
import { compileUnary } from './compile-operators.ts';
import { markFunctionAsGenerator } from './compile-return-type.ts';
import { compileDim, compileProp, compileSimpleVarNoCv, compileStaticProp, tryCompileCv } from './compile-var.ts';
import { BP_VAR_IS, BP_VAR_R, BP_VAR_W, type Compiler, Znode } from './context.ts';
import { constToString } from './ct-value.ts';
import { compileExpr, compileVar } from './dispatch.ts';
import { addClassNameLiteral, allocCacheSlot, emitOp, emitOpTmp, setConst, setOp2 } from './emit-op.ts';

/** Compiles child 0 and returns its node. */
function operand(c: Compiler, ast: AstNode): Znode {
  const node = new Znode();
  compileExpr(c, node, child(ast, 0));
  return node;
}

/** zend_compile_clone */
export function compileClone(c: Compiler, result: Znode, ast: AstNode): void {
  emitOpTmp(c, result, OP.CLONE, operand(c, ast), null);
}

/** zend_compile_print: an ECHO whose value is 1. */
export function compilePrint(c: Compiler, result: Znode, ast: AstNode): void {
  emitOp(c, null, OP.ECHO, operand(c, ast), null).extendedValue = 1;
  setConst(result, 1);
}

/** zend_compile_exit; `result` null: a statement. */
export function compileExit(c: Compiler, result: Znode | null, ast: AstNode): void {
  const expr = astChild(ast, 0) === null ? new Znode() : operand(c, ast);
  const opline = emitOp(c, null, OP.EXIT, expr, null);
  if (result !== null) {
    opline.extendedValue = ZEND_THROW_IS_EXPR;
    setConst(result, true);
  }
}

/** zend_compile_throw; `result` null: a statement. */
export function compileThrow(c: Compiler, result: Znode | null, ast: AstNode): void {
  const opline = emitOp(c, null, OP.THROW, operand(c, ast), null);
  if (result !== null) {
    opline.extendedValue = ZEND_THROW_IS_EXPR;
    setConst(result, true);
  }
}

/** zend_compile_yield */
export function compileYield(c: Compiler, result: Znode, ast: AstNode): void {
  const valueAst = astChild(ast, 0);
  const keyAst = astChild(ast, 1);
  const byRef = (c.opArray.fnFlags & ACC_RETURN_REFERENCE) !== 0;
  markFunctionAsGenerator(c);
  let key: Znode | null = null;
  let value: Znode | null = null;
  if (keyAst !== null) {
    key = new Znode();
    compileExpr(c, key, keyAst);
  }
  if (valueAst !== null) {
    value = new Znode();
    if (byRef && isVariable(valueAst)) {
      if (isShortCircuited(valueAst)) c.error('Cannot take reference of a nullsafe chain');
      compileVar(c, value, valueAst, BP_VAR_W, true);
    } else {
      compileExpr(c, value, valueAst);
    }
  }
  const opline = emitOp(c, result, OP.YIELD, value, key);
  if (valueAst !== null && byRef && isCall(valueAst)) opline.extendedValue = ZEND_RETURNS_FUNCTION;
}

/** zend_compile_yield_from */
export function compileYieldFrom(c: Compiler, result: Znode, ast: AstNode): void {
  markFunctionAsGenerator(c);
  if ((c.opArray.fnFlags & ACC_RETURN_REFERENCE) !== 0) {
    c.error('Cannot use "yield from" inside a by-reference generator');
  }
  emitOpTmp(c, result, OP.YIELD_FROM, operand(c, ast), null);
}

/** zend_compile_instanceof */
export function compileInstanceof(c: Compiler, result: Znode, ast: AstNode): void {
  const obj = operand(c, ast);
  if (obj.opType === IS_CONST) {
    setConst(result, false);
    return;
  }
  const classNode = new Znode();
  const flags = ZEND_FETCH_CLASS_NO_AUTOLOAD | ZEND_FETCH_CLASS_EXCEPTION | ZEND_FETCH_CLASS_SILENT;
  compileClassRef(c, classNode, child(ast, 1), flags);
  const opline = emitOpTmp(c, result, OP.INSTANCEOF, obj, null);
  if (classNode.opType === IS_CONST) {
    opline.op2Type = IS_CONST;
    opline.op2 = addClassNameLiteral(c, String(classNode.value));
    opline.extendedValue = allocCacheSlot(c);
  } else {
    setOp2(c, opline, classNode);
  }
}

/** zend_compile_include_or_eval */
export function compileIncludeOrEval(c: Compiler, result: Znode, ast: AstNode): void {
  emitOp(c, result, OP.INCLUDE_OR_EVAL, operand(c, ast), null).extendedValue = ast.attr;
}

/** isset() and empty() on `$GLOBALS[...]`. */
function compileIssetGlobal(c: Compiler, result: Znode, ast: AstNode, varAst: AstNode): void {
  const dimAst = astChild(varAst, 1);
  if (dimAst === null) c.error('Cannot use [] for reading');
  const name = new Znode();
  compileExpr(c, name, dimAst);
  if (name.opType === IS_CONST) name.value = constToString(c, name.value);
  const opline = emitOpTmp(c, result, OP.ISSET_ISEMPTY_VAR, name, null);
  opline.extendedValue = ZEND_FETCH_GLOBAL | (ast.kind === 'empty' ? ZEND_ISEMPTY : 0);
}

/** The ISSET_ISEMPTY_* for a kind of variable. */
function compileIssetVariable(c: Compiler, result: Znode, varAst: AstNode): Opline {
  const required = (opline: Opline | null, opcode: number): Opline => {
    if (opline === null) throw new TypeError('isset without a fetch');
    opline.opcode = opcode;
    return opline;
  };
  switch (varAst.kind) {
    case 'dim':
      return required(compileDim(c, result, varAst, BP_VAR_IS, false), OP.ISSET_ISEMPTY_DIM_OBJ);
    case 'prop':
    case 'nullsafe_prop':
      return required(compileProp(c, result, varAst, BP_VAR_IS, false), OP.ISSET_ISEMPTY_PROP_OBJ);
    case 'static_prop':
      return required(compileStaticProp(c, result, varAst, BP_VAR_IS, false, false), OP.ISSET_ISEMPTY_STATIC_PROP);
    default: {
      if (isThisFetch(varAst)) {
        c.opArray.fnFlags |= ACC_USES_THIS;
        return emitOp(c, result, OP.ISSET_ISEMPTY_THIS, null, null);
      }
      const varNode = new Znode();
      if (tryCompileCv(c, varNode, varAst)) return emitOp(c, result, OP.ISSET_ISEMPTY_CV, varNode, null);
      return required(compileSimpleVarNoCv(c, result, varAst, BP_VAR_IS, false), OP.ISSET_ISEMPTY_VAR);
    }
  }
}

/** zend_compile_isset_or_empty */
export function compileIssetOrEmpty(c: Compiler, result: Znode, ast: AstNode): void {
  const varAst = child(ast, 0);
  if (!isVariable(varAst)) {
    if (ast.kind === 'isset') {
      c.error('Cannot use isset() on the result of an expression (you can use "null !== expression" instead)');
    }
    c.lineno = varAst.line;
    compileUnary(c, result, OP.BOOL_NOT, varAst); // empty(expr) is !expr
    return;
  }
  if (isGlobalsFetch(varAst)) {
    setConst(result, ast.kind === 'isset');
    return;
  }
  if (isGlobalVarFetch(varAst)) {
    compileIssetGlobal(c, result, ast, varAst);
    return;
  }
  markShortCircuitingInner(varAst);
  const opline = compileIssetVariable(c, result, varAst);
  result.opType = IS_TMP_VAR;
  opline.resultType = IS_TMP_VAR;
  if (ast.kind === 'empty') opline.extendedValue |= ZEND_ISEMPTY;
}

/** zend_compile_silence: `@expr` */
export function compileSilence(c: Compiler, result: Znode, ast: AstNode): void {
  const exprAst = child(ast, 0);
  const silence = new Znode();
  emitOpTmp(c, silence, OP.BEGIN_SILENCE, null, null);
  // `@$var` must fetch inside the silenced section, so no CV operand here.
  if (exprAst.kind === 'var') compileSimpleVarNoCv(c, result, exprAst, BP_VAR_R, false);
  else compileExpr(c, result, exprAst);
  emitOp(c, null, OP.END_SILENCE, silence, null);
}

/** zend_compile_shell_exec: backticks call shell_exec(). */
export function compileShellExec(c: Compiler, result: Znode, ast: AstNode): void {
  const exprAst = child(ast, 0);
  const nameAst = astZval('shell_exec', c.lineno, ZEND_NAME_FQ);
  const argsAst = astList('arg_list', exprAst.line, [exprAst]);
  compileExpr(c, result, new AstNode('call', 0, nameAst.line, [nameAst, argsAst], null));
}
