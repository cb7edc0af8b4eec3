/**
 * Variables: `$a`, `$$a`, `$a[..]`, `$a->b`, `A::$b`, for every kind of access.
 * Source: php-src 8.2 Zend/zend_compile.c (zend_compile_var and neighbours)
 */
import { IS_CONST, IS_CV, IS_TMP_VAR, IS_UNUSED, IS_VAR, type Opline } from '../../bytecode/op-array.ts';
import { OP } from '../../bytecode/opcodes.ts';
import {
  ZEND_FETCH_CLASS_EXCEPTION,
  ZEND_FETCH_DIM_DIM,
  ZEND_FETCH_DIM_OBJ,
  ZEND_FETCH_DIM_REF,
  ZEND_FETCH_DIM_WRITE,
  ZEND_FETCH_GLOBAL,
  ZEND_FETCH_LOCAL,
  ZEND_FETCH_REF,
} from '../../bytecode/operand-flags.ts';
import { ACC_STATIC, ACC_USES_THIS } from '../../bytecode/type-flags.ts';
import type { AstNode } from '../ast.ts';
import { astChild } from '../ast.ts';
import { ZEND_DIM_ALTERNATIVE_SYNTAX } from '../ast-flags.ts';
import { child, isCall, isGlobalsFetch, isThisFetch, markShortCircuitingInner } from './ast-predicates.ts';
import { compileClassRef } from './compile-class-ref.ts';
import {
  AUTO_GLOBALS,
  BP_VAR_FUNC_ARG,
  BP_VAR_IS,
  BP_VAR_R,
  BP_VAR_RW,
  BP_VAR_UNSET,
  BP_VAR_W,
  type Compiler,
  Znode,
} from './context.ts';
import { constToString, handleNumericKey } from './ct-value.ts';
import { compileExpr, delayedCompileVar } from './dispatch.ts';
import { delayedCompileBegin, delayedCompileEnd, delayedEmitOp, flushDelayed } from './delayed-oplines.ts';
import {
  addClassNameLiteral,
  addLiteral,
  allocCacheSlot,
  allocCacheSlots,
  ctConstant,
  emitOp,
  lookupCv,
  setOp2,
} from './emit-op.ts';
import { emitJmpNull } from './short-circuit.ts';

/** zend_is_auto_global */
export function isAutoGlobal(c: Compiler, name: string): boolean {
  return (c.options.autoGlobals ?? AUTO_GLOBALS).has(name);
}

/** zend_adjust_for_fetch_type: turns a FETCH_*_R into the opcode for the access. */
function adjustForFetchType(opline: Opline, result: Znode | null, type: number): void {
  const factor = opline.opcode === OP.FETCH_STATIC_PROP_R ? 1 : 3;
  switch (type) {
    case BP_VAR_R:
    case BP_VAR_IS:
      opline.resultType = IS_TMP_VAR;
      if (result !== null) result.opType = IS_TMP_VAR;
      if (type === BP_VAR_IS) opline.opcode += 3 * factor;
      return;
    case BP_VAR_W:
      opline.opcode += factor;
      return;
    case BP_VAR_RW:
      opline.opcode += 2 * factor;
      return;
    case BP_VAR_FUNC_ARG:
      opline.opcode += 4 * factor;
      return;
    default:
      opline.opcode += 5 * factor;
  }
}

/** zend_try_compile_cv: `$name` as a compiled variable; false when the name is not plain or an auto-global. */
export function tryCompileCv(c: Compiler, result: Znode, ast: AstNode): boolean {
  const nameAst = child(ast, 0);
  if (nameAst.kind !== 'zval') return false;
  const name = typeof nameAst.value === 'string' ? nameAst.value : constToString(c, nameAst.value);
  if (isAutoGlobal(c, name)) return false;
  result.opType = IS_CV;
  result.num = lookupCv(c, name);
  return true;
}

/** zend_compile_simple_var_no_cv: FETCH_* by name at run time. */
export function compileSimpleVarNoCv(
  c: Compiler,
  result: Znode | null,
  ast: AstNode,
  type: number,
  delayed: boolean,
): Opline {
  const nameNode = new Znode();
  compileExpr(c, nameNode, child(ast, 0));
  if (nameNode.opType === IS_CONST) nameNode.value = constToString(c, nameNode.value);
  const opline = delayed
    ? delayedEmitOp(c, result, OP.FETCH_R, nameNode, null)
    : emitOp(c, result, OP.FETCH_R, nameNode, null);
  const global = nameNode.opType === IS_CONST && isAutoGlobal(c, String(nameNode.value));
  opline.extendedValue = global ? ZEND_FETCH_GLOBAL : ZEND_FETCH_LOCAL;
  adjustForFetchType(opline, result, type);
  return opline;
}

/** this_guaranteed_exists: instance methods always have a `$this`. */
export function thisGuaranteedExists(c: Compiler): boolean {
  return c.methodClass !== null && (c.opArray.fnFlags & ACC_STATIC) === 0;
}

/** zend_compile_simple_var */
export function compileSimpleVar(
  c: Compiler,
  result: Znode | null,
  ast: AstNode,
  type: number,
  delayed: boolean,
): Opline | null {
  const isThis = isThisFetch(ast);
  if (isThis || isGlobalsFetch(ast)) {
    const opline = emitOp(c, result, isThis ? OP.FETCH_THIS : OP.FETCH_GLOBALS, null, null);
    if (type === BP_VAR_R || type === BP_VAR_IS) {
      opline.resultType = IS_TMP_VAR;
      if (result !== null) result.opType = IS_TMP_VAR;
    }
    if (isThis) c.opArray.fnFlags |= ACC_USES_THIS;
    return opline;
  }
  if (result !== null && tryCompileCv(c, result, ast)) return null;
  return compileSimpleVarNoCv(c, result, ast, type, delayed);
}

/** zend_separate_if_call_and_write: writing into what a call returned needs a value of its own. */
export function separateIfCallAndWrite(c: Compiler, node: Znode, ast: AstNode, type: number): void {
  if (type === BP_VAR_R || type === BP_VAR_IS || type === BP_VAR_FUNC_ARG || !isCall(ast)) return;
  if (node.opType !== IS_VAR) c.error('Cannot use result of built-in function in write context');
  const opline = emitOp(c, null, OP.SEPARATE, node, null);
  opline.resultType = IS_VAR;
  opline.result = opline.op1;
}

/** Opcodes whose extendedValue says what the fetched dimension is used for. */
function isDimWriteFetch(opcode: number): boolean {
  return (
    opcode === OP.FETCH_DIM_W ||
    opcode === OP.FETCH_DIM_RW ||
    opcode === OP.FETCH_DIM_FUNC_ARG ||
    opcode === OP.FETCH_DIM_UNSET
  );
}

/** `$GLOBALS[dim]`: a fetch of a global variable by name. */
function delayedCompileGlobalVar(c: Compiler, result: Znode | null, dimAst: AstNode | null, type: number): Opline {
  if (dimAst === null) c.error('Cannot append to $GLOBALS');
  const dimNode = new Znode();
  compileExpr(c, dimNode, dimAst);
  if (dimNode.opType === IS_CONST) dimNode.value = constToString(c, dimNode.value);
  const opline = delayedEmitOp(c, result, OP.FETCH_R, dimNode, null);
  opline.extendedValue = ZEND_FETCH_GLOBAL;
  adjustForFetchType(opline, result, type);
  return opline;
}

/** zend_delayed_compile_dim */
export function delayedCompileDim(
  c: Compiler,
  result: Znode | null,
  ast: AstNode,
  type: number,
  byRef: boolean,
): Opline {
  if (ast.attr === ZEND_DIM_ALTERNATIVE_SYNTAX) {
    c.error('Array and string offset access syntax with curly braces is no longer supported');
  }
  const varAst = child(ast, 0);
  const dimAst = astChild(ast, 1);
  if (isGlobalsFetch(varAst)) return delayedCompileGlobalVar(c, result, dimAst, type);
  const varNode = new Znode();
  const dimNode = new Znode();
  markShortCircuitingInner(varAst);
  const inner = delayedCompileVar(c, varNode, varAst, type, false);
  if (inner !== null) {
    if (type === BP_VAR_W && (inner.opcode === OP.FETCH_STATIC_PROP_W || inner.opcode === OP.FETCH_OBJ_W)) {
      inner.extendedValue |= ZEND_FETCH_DIM_WRITE;
    } else if (isDimWriteFetch(inner.opcode)) {
      inner.extendedValue = ZEND_FETCH_DIM_DIM;
    }
  }
  separateIfCallAndWrite(c, varNode, varAst, type);
  if (dimAst !== null) {
    compileExpr(c, dimNode, dimAst);
  } else if (type === BP_VAR_R || type === BP_VAR_IS) {
    c.error('Cannot use [] for reading');
  } else if (type === BP_VAR_UNSET) {
    c.error('Cannot use [] for unsetting');
  }
  const opline = delayedEmitOp(c, result, OP.FETCH_DIM_R, varNode, dimNode);
  adjustForFetchType(opline, result, type);
  if (byRef) opline.extendedValue = ZEND_FETCH_DIM_REF;
  if (dimNode.opType === IS_CONST) handleNumericDim(c, opline, dimNode);
  return opline;
}

/**
 * zend_handle_numeric_dim: `$a["1"]` looks up 1. The string stays as the next literal, for ArrayAccess objects; the
 * op_array's `numericDims` tells such literals from others.
 */
export function handleNumericDim(c: Compiler, opline: Opline, dimNode: Znode): void {
  if (typeof dimNode.value !== 'string') return;
  const index = handleNumericKey(dimNode.value);
  if (typeof index === 'string') return;
  addLiteral(c, dimNode.value);
  c.opArray.literals[opline.op2] = index;
  c.opArray.numericDims ??= new Set();
  c.opArray.numericDims.add(opline.op2);
}

/** zend_compile_dim */
export function compileDim(
  c: Compiler,
  result: Znode | null,
  ast: AstNode,
  type: number,
  byRef: boolean,
): Opline | null {
  const offset = delayedCompileBegin(c);
  delayedCompileDim(c, result, ast, type, byRef);
  return delayedCompileEnd(c, offset);
}

/** The object of a property fetch or method call; nullsafe ones get their JMP_NULL. */
function delayedCompilePropObject(c: Compiler, objNode: Znode, objAst: AstNode, type: number, nullsafe: boolean): void {
  markShortCircuitingInner(objAst);
  const opline = delayedCompileVar(c, objNode, objAst, type, false);
  if (opline !== null && isDimWriteFetch(opline.opcode)) opline.extendedValue = ZEND_FETCH_DIM_OBJ;
  separateIfCallAndWrite(c, objNode, objAst, type);
  if (nullsafe) {
    if (objNode.opType === IS_TMP_VAR) flushDelayed(c, objNode.num);
    emitJmpNull(c, objNode, type);
  }
}

/** `$this` as an object operand: nothing in methods, FETCH_THIS elsewhere. */
export function compileThisOperand(c: Compiler, objNode: Znode): void {
  if (thisGuaranteedExists(c)) objNode.opType = IS_UNUSED;
  else emitOp(c, objNode, OP.FETCH_THIS, null, null);
  c.opArray.fnFlags |= ACC_USES_THIS;
}

/** zend_delayed_compile_prop */
export function delayedCompileProp(c: Compiler, result: Znode | null, ast: AstNode, type: number): Opline {
  const objAst = child(ast, 0);
  const objNode = new Znode();
  const propNode = new Znode();
  if (isThisFetch(objAst)) compileThisOperand(c, objNode);
  else delayedCompilePropObject(c, objNode, objAst, type, ast.kind === 'nullsafe_prop');
  compileExpr(c, propNode, child(ast, 1));
  const opline = delayedEmitOp(c, result, OP.FETCH_OBJ_R, objNode, propNode);
  if (opline.op2Type === IS_CONST) {
    c.opArray.literals[opline.op2] = constToString(c, ctConstant(c, opline.op2));
    opline.extendedValue = allocCacheSlots(c, 3);
  }
  adjustForFetchType(opline, result, type);
  return opline;
}

/** zend_compile_prop */
export function compileProp(
  c: Compiler,
  result: Znode | null,
  ast: AstNode,
  type: number,
  byRef: boolean,
): Opline | null {
  const offset = delayedCompileBegin(c);
  const opline = delayedCompileProp(c, result, ast, type);
  if (byRef) opline.extendedValue |= ZEND_FETCH_REF;
  return delayedCompileEnd(c, offset);
}

/** zend_compile_static_prop */
export function compileStaticProp(
  c: Compiler,
  result: Znode | null,
  ast: AstNode,
  type: number,
  byRef: boolean,
  delayed: boolean,
): Opline {
  const classAst = child(ast, 0);
  const classNode = new Znode();
  const propNode = new Znode();
  markShortCircuitingInner(classAst);
  compileClassRef(c, classNode, classAst, ZEND_FETCH_CLASS_EXCEPTION);
  compileExpr(c, propNode, child(ast, 1));
  const opline = delayed
    ? delayedEmitOp(c, result, OP.FETCH_STATIC_PROP_R, propNode, null)
    : emitOp(c, result, OP.FETCH_STATIC_PROP_R, propNode, null);
  if (opline.op1Type === IS_CONST) {
    c.opArray.literals[opline.op1] = constToString(c, ctConstant(c, opline.op1));
    opline.extendedValue = allocCacheSlots(c, 3);
  }
  if (classNode.opType === IS_CONST) {
    opline.op2Type = IS_CONST;
    opline.op2 = addClassNameLiteral(c, String(classNode.value));
    if (opline.op1Type !== IS_CONST) opline.extendedValue = allocCacheSlot(c);
  } else {
    setOp2(c, opline, classNode);
  }
  if (byRef && (type === BP_VAR_W || type === BP_VAR_FUNC_ARG)) opline.extendedValue |= ZEND_FETCH_REF;
  adjustForFetchType(opline, result, type);
  return opline;
}

/** The fetch of any variable, delayed (body of zend_delayed_compile_var); `fallback` compiles what is no variable. */
export function delayedVariable(
  c: Compiler,
  result: Znode,
  ast: AstNode,
  type: number,
  byRef: boolean,
): Opline | null | undefined {
  switch (ast.kind) {
    case 'var':
      return compileSimpleVar(c, result, ast, type, true);
    case 'dim':
      return delayedCompileDim(c, result, ast, type, byRef);
    case 'prop':
    case 'nullsafe_prop': {
      const opline = delayedCompileProp(c, result, ast, type);
      if (byRef) opline.extendedValue |= ZEND_FETCH_REF;
      return opline;
    }
    case 'static_prop':
      return compileStaticProp(c, result, ast, type, byRef, true);
    default:
      return undefined;
  }
}
