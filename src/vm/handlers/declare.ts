/**
 * Declarations that the program reaches: functions, closures, constants, classes.
 * Source: php-src 8.2 Zend/zend_vm_def.h, zend_compile.c (do_bind_function, do_bind_class, zend_bind_class_in_slot)
 */
import { E_WARNING } from '../../base/diagnostics.ts';
import type { ClassDecl } from '../../bytecode/class-decl.ts';
import type { OpArray, Opline } from '../../bytecode/op-array.ts';
import type { OpName } from '../../bytecode/opcodes.ts';
import { ACC_STATIC } from '../../bytecode/type-flags.ts';
import type { ClassEntry } from '../../object/class-entry.ts';
import { displayName } from '../../object/class-queries.ts';
import { createClosure } from '../../object/closure.ts';
import { declareClass, doLinkClass } from '../../object/link-class.ts';
import type { NativeCode } from '../../object/native-code.ts';
import { addRef, PhpConstantAst, type Zval } from '../../value/zval.ts';
import { calledClass, setClassInSlot } from '../class-fetch.ts';
import { constantKey, registerConstant } from '../constants.ts';
import type { ExecuteData } from '../execute-data.ts';
import type { Executor } from '../executor.ts';
import { startOplineCode } from '../flow.ts';
import { type Handler, setResult } from '../operands.ts';

/** functions[op1] := op2. ZEND_DECLARE_FUNCTION */
export const zendDeclareFunction: Handler = (vm, ex, op) => {
  const func = (ex.func as OpArray).dynamicFuncDefs[op.op2] as OpArray;
  const key = op.op1Lit as string;
  const known = vm.functionTable.get(key);
  if (known !== undefined) {
    const where = known.type === 2 ? ` (previously declared in ${known.fileName}:${known.lineStart})` : '';
    vm.fatalError(`Cannot redeclare ${displayName(func.functionName ?? '')}()${where}`);
  }
  vm.functionTable.set(key, func);
  return ex.opline + 1;
};

/** result := closure(op2). ZEND_DECLARE_LAMBDA_FUNCTION */
export const zendDeclareLambdaFunction: Handler = (vm, ex, op) => {
  const func = (ex.func as OpArray).dynamicFuncDefs[op.op2] as OpArray;
  const isStatic = ((func.fnFlags | ex.func.fnFlags) & ACC_STATIC) !== 0;
  const self = isStatic ? null : ex.thisObject;
  setResult(ex, op, createClosure(vm, func, ex.func.scope, calledClass(ex), self));
  return ex.opline + 1;
};

/** constants[op1] := op2. ZEND_DECLARE_CONST */
export const zendDeclareConst: Handler = (vm, ex, op) => {
  const value = op.op2Lit;
  if (value instanceof PhpConstantAst) return startOplineCode(vm, ex, declareConstSlow(vm, ex, op, value));
  defineConstant(vm, op.op1Lit as string, addRef(value));
  return ex.opline + 1;
};

function* declareConstSlow(vm: Executor, ex: ExecuteData, op: Opline, ast: Zval): NativeCode<number> {
  const value = yield* vm.evalConstant(ast, ex.func.scope, ex.func as OpArray);
  if (value !== undefined && vm.exception === null) defineConstant(vm, op.op1Lit as string, value);
  return ex.opline + 1;
}

function defineConstant(vm: Executor, name: string, value: Zval): void {
  if (name !== '__COMPILER_HALT_OFFSET__' && registerConstant(vm, name, value, false)) return;
  vm.error(E_WARNING, `Constant ${constantKey(name)} already defined`);
  vm.releaseValue(value);
}

/** The declaration behind a DECLARE_CLASS opline: its key is the literal behind the name. */
function declarationOf(ex: ExecuteData, op: Opline): ClassDecl {
  const func = ex.func as OpArray;
  return func.classDecls.get(func.literals[op.op1 + 1] as string) as ClassDecl;
}

/** classes[op1] := linked class. ZEND_DECLARE_CLASS, ZEND_DECLARE_CLASS_DELAYED: nothing when it was bound early. */
export const zendDeclareClass: Handler = (vm, ex, op) => {
  const decl = declarationOf(ex, op);
  if (decl.topLevel && vm.classTable.get(decl.lcName)?.decl === decl) return ex.opline + 1;
  return startOplineCode(vm, ex, declareClassSlow(vm, ex, decl));
};

function* declareClassSlow(vm: Executor, ex: ExecuteData, decl: ClassDecl): NativeCode<number> {
  yield* declareClass(vm, decl);
  return ex.opline + 1;
}

/** The linked anonymous classes by declaration: code that is compiled anew may bring the same name again. */
function anonymousClasses(vm: Executor): Map<ClassDecl, ClassEntry> {
  return vm.moduleState('anonymous classes', () => new Map<ClassDecl, ClassEntry>());
}

/** result := anonymous class op1, linked the first time. ZEND_DECLARE_ANON_CLASS */
export const zendDeclareAnonClass: Handler = (vm, ex, op) => {
  const cache = op.extendedValue >>> 3;
  let known = ex.runTimeCache[cache] as ClassEntry | undefined;
  if (known === undefined) {
    const decl = (ex.func as OpArray).classDecls.get(op.op1Lit as string) as ClassDecl;
    known = anonymousClasses(vm).get(decl);
    if (known === undefined) return startOplineCode(vm, ex, declareAnonSlow(vm, ex, op, decl));
    ex.runTimeCache[cache] = known;
  }
  setClassInSlot(ex, op.result, known);
  return ex.opline + 1;
};

function* declareAnonSlow(vm: Executor, ex: ExecuteData, op: Opline, decl: ClassDecl): NativeCode<number> {
  const ce = yield* doLinkClass(vm, decl);
  if (ce === null) return ex.opline + 1;
  anonymousClasses(vm).set(decl, ce);
  vm.classTable.set(op.op1Lit as string, ce);
  ex.runTimeCache[op.extendedValue >>> 3] = ce;
  setClassInSlot(ex, op.result, ce);
  return ex.opline + 1;
}

export const declareHandlers: Partial<Record<OpName, Handler>> = {
  DECLARE_FUNCTION: zendDeclareFunction,
  DECLARE_LAMBDA_FUNCTION: zendDeclareLambdaFunction,
  DECLARE_CONST: zendDeclareConst,
  DECLARE_CLASS: zendDeclareClass,
  DECLARE_CLASS_DELAYED: zendDeclareClass,
  DECLARE_ANON_CLASS: zendDeclareAnonClass,
};
