/**
 * Calls: functions, methods, static methods, `new`, `f(...)`.
 * Source: php-src 8.2 Zend/zend_compile.c (zend_compile_call and neighbours)
 */
import type { ClassDecl } from '../../bytecode/class-decl.ts';
import { IS_CONST, IS_UNUSED, type OpArray, type Opline } from '../../bytecode/op-array.ts';
import { OP } from '../../bytecode/opcodes.ts';
import {
  ZEND_FCALL_MAY_HAVE_EXTRA_NAMED_PARAMS,
  ZEND_FETCH_CLASS_EXCEPTION,
  ZEND_FETCH_CLASS_MASK,
  ZEND_FETCH_CLASS_SELF,
} from '../../bytecode/operand-flags.ts';
import { ACC_FINAL, ACC_PRIVATE, ACC_PUBLIC } from '../../bytecode/type-flags.ts';
import type { AstNode } from '../ast.ts';
import { child, isThisFetch, markShortCircuitingInner } from './ast-predicates.ts';
import type { BoundClass } from './bound-class.ts';
import { compileArgs } from './compile-args.ts';
import { compileAssert } from './compile-assert.ts';
import { compileClassRef, setClassNameOp1 } from './compile-class-ref.ts';
import { tryCompileSpecialFunc } from './compile-special-func.ts';
import { compileThisOperand } from './compile-var.ts';
import { type Compiler, Znode } from './context.ts';
import { compileClassDecl, compileExpr } from './dispatch.ts';
import {
  addClassNameLiteral,
  addFuncNameLiteral,
  addNsFuncNameLiteral,
  allocCacheSlot,
  allocCacheSlots,
  constZnode,
  ctConstant,
  emitOp,
  emitOpTmp,
  getNextOp,
  getNextOpNumber,
  oplineAt,
  setOp1,
  setOp2,
  toLower,
} from './emit-op.ts';
import { doFree } from './free.ts';
import { calcUsedStack, findFunction, isFinalized, type KnownFunc } from './known-func.ts';
import { isScopeKnown, resolveFunctionName } from './names.ts';
import { emitJmpNull, shortCircuitingCheckpoint } from './short-circuit.ts';

/** zend_get_call_op: which DO_* ends a call. */
function getCallOp(initOp: Opline, fbc: KnownFunc | null): number {
  if (fbc !== null) {
    if (fbc.internal !== null) {
      if (initOp.opcode === OP.INIT_FCALL) return fbc.internal.deprecated ? OP.DO_FCALL_BY_NAME : OP.DO_ICALL;
      return OP.DO_FCALL;
    }
    return OP.DO_UCALL;
  }
  const byName = initOp.opcode === OP.INIT_FCALL_BY_NAME || initOp.opcode === OP.INIT_NS_FCALL_BY_NAME;
  return byName ? OP.DO_FCALL_BY_NAME : OP.DO_FCALL;
}

/**
 * zend_compile_call_common: arguments and DO_* for the INIT_* just emitted. Returns true when the call was `f(...)`,
 * which makes a closure. `lineno` is the line of the DO_*.
 */
export function compileCallCommon(
  c: Compiler,
  result: Znode,
  argsAst: AstNode,
  fbc: KnownFunc | null,
  lineno: number,
): boolean {
  const init = oplineAt(c, getNextOpNumber(c) - 1);
  if (argsAst.kind === 'callable_convert') {
    init.extendedValue = 0;
    if (init.opcode === OP.NEW) c.error('Cannot create Closure for new expression');
    if (init.opcode === OP.INIT_FCALL && fbc !== null) init.op1 = calcUsedStack(0, fbc);
    emitOpTmp(c, result, OP.CALLABLE_CONVERT, null, null);
    return true;
  }
  const args = compileArgs(c, argsAst, fbc);
  init.extendedValue = args.count;
  if (init.opcode === OP.INIT_FCALL && fbc !== null) init.op1 = calcUsedStack(args.count, fbc);
  const opline = emitOp(c, result, getCallOp(init, fbc), null, null);
  if (args.mayHaveExtraNamed) opline.extendedValue = ZEND_FCALL_MAY_HAVE_EXTRA_NAMED_PARAMS;
  opline.lineno = lineno;
  return false;
}

/** zend_compile_ns_call: an unqualified name in a namespace is looked up at run time. */
function compileNsCall(c: Compiler, result: Znode, name: string, argsAst: AstNode, lineno: number): void {
  const opline = getNextOp(c);
  opline.opcode = OP.INIT_NS_FCALL_BY_NAME;
  opline.op2Type = IS_CONST;
  opline.op2 = addNsFuncNameLiteral(c, name);
  opline.result = allocCacheSlot(c);
  compileCallCommon(c, result, argsAst, null, lineno);
}

/** zend_compile_dynamic_call: `$f()`, and names that are not known yet. */
function compileDynamicCall(c: Compiler, result: Znode, nameNode: Znode, argsAst: AstNode, lineno: number): void {
  if (nameNode.opType === IS_CONST && typeof nameNode.value === 'string') {
    const name = nameNode.value;
    const colon = name.lastIndexOf(':');
    const opline = getNextOp(c);
    if (colon > 0 && name[colon - 1] === ':') {
      opline.opcode = OP.INIT_STATIC_METHOD_CALL;
      opline.op1Type = IS_CONST;
      opline.op1 = addClassNameLiteral(c, name.slice(0, colon - 1));
      opline.op2Type = IS_CONST;
      opline.op2 = addFuncNameLiteral(c, name.slice(colon + 1));
      opline.result = allocCacheSlots(c, 2);
    } else {
      opline.opcode = OP.INIT_FCALL_BY_NAME;
      opline.op2Type = IS_CONST;
      opline.op2 = addFuncNameLiteral(c, name);
      opline.result = allocCacheSlot(c);
    }
  } else {
    emitOp(c, null, OP.INIT_DYNAMIC_CALL, null, nameNode);
  }
  compileCallCommon(c, result, argsAst, null, lineno);
}

/** zend_compile_call; `type` is the access (BP_VAR_*) the result is needed for. */
export function compileCall(c: Compiler, result: Znode, ast: AstNode, type: number): void {
  const nameAst = child(ast, 0);
  const argsAst = child(ast, 1);
  const isConvert = argsAst.kind === 'callable_convert';
  if (nameAst.kind !== 'zval' || typeof nameAst.value !== 'string') {
    const nameNode = new Znode();
    compileExpr(c, nameNode, nameAst);
    compileDynamicCall(c, result, nameNode, argsAst, ast.line);
    return;
  }
  const { name, fullyQualified } = resolveFunctionName(c, nameAst.value, nameAst.attr);
  if (!fullyQualified && c.fc.currentNamespace !== null) {
    if (toLower(nameAst.value) === 'assert' && !isConvert) {
      compileAssert(c, result, argsAst, name, null, ast.line, compileCallCommon);
    } else {
      compileNsCall(c, result, name, argsAst, ast.line);
    }
    return;
  }
  const lcName = toLower(name);
  const fbc = findFunction(c, lcName);
  if (fbc !== null && lcName === 'assert' && !isConvert) {
    compileAssert(c, result, argsAst, lcName, fbc, ast.line, compileCallCommon);
    return;
  }
  if (fbc === null || !isFinalized(fbc)) {
    compileDynamicCall(c, result, constZnode(name), argsAst, ast.line);
    return;
  }
  if (!isConvert && fbc.internal !== null && tryCompileSpecialFunc(c, result, lcName, argsAst, type)) return;
  const opline = emitOp(c, null, OP.INIT_FCALL, null, constZnode(lcName));
  opline.result = allocCacheSlot(c);
  compileCallCommon(c, result, argsAst, fbc, ast.line);
}

/** A class whose methods are known: the one being compiled, or one bound earlier in this file. */
interface KnownClass {
  decl: ClassDecl;
  bound: BoundClass | null;
}

/** A method by lower-cased name; bound classes know what they inherit too. */
function findMethod(ce: KnownClass, lcName: string): OpArray | null {
  if (ce.bound === null) return ce.decl.methods.get(lcName) ?? null;
  return ce.bound.methods.get(lcName)?.member ?? null;
}

/** zend_compile_method_call */
export function compileMethodCall(c: Compiler, result: Znode, ast: AstNode, type: number): void {
  const objAst = child(ast, 0);
  const methodAst = child(ast, 1);
  const obj = new Znode();
  const method = new Znode();
  const checkpoint = shortCircuitingCheckpoint(c);
  if (isThisFetch(objAst)) {
    compileThisOperand(c, obj);
  } else {
    markShortCircuitingInner(objAst);
    compileExpr(c, obj, objAst);
    if (ast.kind === 'nullsafe_method_call') emitJmpNull(c, obj, type);
  }
  compileExpr(c, method, methodAst);
  const opline = emitOp(c, null, OP.INIT_METHOD_CALL, obj, null);
  let fbc: KnownFunc | null = null;
  if (method.opType === IS_CONST) {
    if (typeof method.value !== 'string') c.error('Method name must be a string');
    opline.op2Type = IS_CONST;
    opline.op2 = addFuncNameLiteral(c, method.value);
    opline.result = allocCacheSlots(c, 2);
    if (opline.op1Type === IS_UNUSED && c.activeClass !== null && isScopeKnown(c)) {
      // A subclass may override the method unless it is private or final.
      const known = c.activeClass.methods.get(toLower(method.value));
      if (known !== undefined && (known.fnFlags & (ACC_PRIVATE | ACC_FINAL)) !== 0)
        fbc = { user: known, internal: null };
    }
  } else {
    setOp2(c, opline, method);
  }
  const converted = compileCallCommon(c, result, child(ast, 2), fbc, methodAst.line);
  if (converted && checkpoint !== shortCircuitingCheckpoint(c)) {
    c.error('Cannot combine nullsafe operator with Closure creation');
  }
}

/** Which class a static call names, when it is one of this file. */
function staticCallClass(c: Compiler, opline: Opline): KnownClass | null {
  const active = c.activeClass;
  if (opline.op1Type === IS_CONST) {
    const lcName = String(ctConstant(c, opline.op1 + 1));
    const bound = c.boundClasses.get(lcName);
    if (bound !== undefined) return { decl: bound.decl, bound };
    return active !== null && toLower(active.name) === lcName ? { decl: active, bound: null } : null;
  }
  const isSelf = opline.op1Type === IS_UNUSED && (opline.op1 & ZEND_FETCH_CLASS_MASK) === ZEND_FETCH_CLASS_SELF;
  return isSelf && active !== null && isScopeKnown(c) ? { decl: active, bound: null } : null;
}

/** zend_get_compatible_func_or_null */
function getCompatibleFunc(c: Compiler, ce: KnownClass, lcName: string): KnownFunc | null {
  const method = findMethod(ce, lcName);
  if (method === null) return null;
  const visible = (method.fnFlags & ACC_PUBLIC) !== 0 || ce.decl === c.activeClass;
  return visible ? { user: method, internal: null } : null;
}

/** zend_compile_static_call */
export function compileStaticCall(c: Compiler, result: Znode, ast: AstNode): void {
  const classAst = child(ast, 0);
  const methodAst = child(ast, 1);
  const classNode = new Znode();
  const method = new Znode();
  markShortCircuitingInner(classAst);
  compileClassRef(c, classNode, classAst, ZEND_FETCH_CLASS_EXCEPTION);
  compileExpr(c, method, methodAst);
  if (method.opType === IS_CONST) {
    if (typeof method.value !== 'string') c.error('Method name must be a string');
    if (toLower(method.value) === '__construct') method.opType = IS_UNUSED;
  }
  const opline = getNextOp(c);
  opline.opcode = OP.INIT_STATIC_METHOD_CALL;
  setClassNameOp1(c, opline, classNode);
  let fbc: KnownFunc | null = null;
  if (method.opType === IS_CONST) {
    const name = String(method.value);
    opline.op2Type = IS_CONST;
    opline.op2 = addFuncNameLiteral(c, name);
    opline.result = allocCacheSlots(c, 2);
    const ce = staticCallClass(c, opline);
    if (ce !== null) fbc = getCompatibleFunc(c, ce, toLower(name));
  } else {
    if (opline.op1Type === IS_CONST) opline.result = allocCacheSlot(c);
    setOp2(c, opline, method);
  }
  compileCallCommon(c, result, child(ast, 2), fbc, methodAst.line);
}

/** zend_compile_new */
export function compileNew(c: Compiler, result: Znode, ast: AstNode): void {
  const classAst = child(ast, 0);
  const classNode = new Znode();
  const ctorResult = new Znode();
  if (classAst.kind === 'class') compileClassDecl(c, classNode, classAst, false);
  else compileClassRef(c, classNode, classAst, ZEND_FETCH_CLASS_EXCEPTION);
  const opline = emitOp(c, result, OP.NEW, null, null);
  if (classNode.opType === IS_CONST) {
    opline.op1Type = IS_CONST;
    opline.op1 = addClassNameLiteral(c, String(classNode.value));
    opline.op2 = allocCacheSlot(c);
  } else {
    setOp1(c, opline, classNode);
  }
  compileCallCommon(c, ctorResult, child(ast, 1), null, ast.line);
  doFree(c, ctorResult);
}
