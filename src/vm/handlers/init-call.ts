/**
 * INIT_*: pushing the callee's frame and linking it into `call`.
 * Source: php-src Zend/zend_vm_def.h (ZEND_INIT_FCALL ... ZEND_INIT_USER_CALL), zend_execute.c (zend_init_dynamic_call_*)
 */
import type { OpName } from '../../bytecode/opcodes.ts';
import { E_DEPRECATED } from '../../base/diagnostics.ts';
import { type Func, IS_CONST, IS_CV, IS_UNUSED, type Opline } from '../../bytecode/op-array.ts';
import {
  ZEND_FETCH_CLASS_DEFAULT,
  ZEND_FETCH_CLASS_PARENT,
  ZEND_FETCH_CLASS_SELF,
} from '../../bytecode/operand-flags.ts';
import { ACC_ABSTRACT, ACC_CHANGED, ACC_PRIVATE, ACC_PROTECTED, ACC_STATIC } from '../../bytecode/type-flags.ts';
import type { ClassEntry } from '../../object/class-entry.ts';
import { displayName, instanceOf } from '../../object/class-queries.ts';
import { closureCallable, closureInvokeMethod } from '../../object/closure.ts';
import {
  getMethod,
  getStaticMethod,
  reportAbstractCall,
  reportNonStaticCall,
  reportUndefinedMethod,
} from '../../object/methods.ts';
import type { NativeCode } from '../../object/native-code.ts';
import type { Callable } from '../../object/runtime.ts';
import { typeName } from '../../value/convert.ts';
import { PhpObject } from '../../value/php-object.ts';
import { addRef, PhpReference, type Zval } from '../../value/zval.ts';
import { classOperand, classOperandName, fetchClassByName } from '../class-fetch.ts';
import { CALL_CLOSURE, CALL_DYNAMIC, CALL_RELEASE_THIS, type ExecuteData } from '../execute-data.ts';
import type { Executor } from '../executor.ts';
import { dynamicCallable } from '../dynamic-callable.ts';
import { startOplineCode } from '../flow.ts';
import { pushCallFrame } from '../frame.ts';
import { freeOp1, freeOp2, type Handler, readOp1, readOp2 } from '../operands.ts';

/** Links a new frame as the innermost call being prepared. */
function link(ex: ExecuteData, call: ExecuteData): void {
  call.prev = ex.call;
  ex.call = call;
}

/** call := frame(function op2), op1 bytes; the compiler knew the function. */
export const zendInitFcall: Handler = (vm, ex, op) => {
  const slot = op.result >>> 3;
  let func = ex.runTimeCache[slot] as Func | undefined;
  if (func === undefined) {
    func = vm.functionTable.get(op.op2Lit as string);
    if (func === undefined) {
      vm.throwError('Error', `Call to undefined function ${op.op2Lit as string}()`);
      return ex.opline;
    }
    ex.runTimeCache[slot] = func;
  }
  link(ex, pushCallFrame(vm, 0, func, op.extendedValue, null, null));
  return ex.opline + 1;
};

/** call := frame(function op2), looked up at run time; the lower-cased name is the next literal. */
export const zendInitFcallByName: Handler = (vm, ex, op) => {
  const slot = op.result >>> 3;
  let func = ex.runTimeCache[slot] as Func | undefined;
  if (func === undefined) {
    func = vm.functionTable.get(literal(ex, op.op2 + 1));
    if (func === undefined) {
      vm.throwError('Error', `Call to undefined function ${op.op2Lit as string}()`);
      return ex.opline;
    }
    ex.runTimeCache[slot] = func;
  }
  link(ex, pushCallFrame(vm, 0, func, op.extendedValue, null, null));
  return ex.opline + 1;
};

/** Like INIT_FCALL_BY_NAME in a namespace: the qualified name, then the plain one. */
export const zendInitNsFcallByName: Handler = (vm, ex, op) => {
  const slot = op.result >>> 3;
  let func = ex.runTimeCache[slot] as Func | undefined;
  if (func === undefined) {
    func = vm.functionTable.get(literal(ex, op.op2 + 1)) ?? vm.functionTable.get(literal(ex, op.op2 + 2));
    if (func === undefined) {
      vm.throwError('Error', `Call to undefined function ${op.op2Lit as string}()`);
      return ex.opline;
    }
    ex.runTimeCache[slot] = func;
  }
  link(ex, pushCallFrame(vm, 0, func, op.extendedValue, null, null));
  return ex.opline + 1;
};

function literal(ex: ExecuteData, n: number): string {
  return (ex.func as { literals: Zval[] }).literals[n] as string;
}

/** call := frame(callable op2): a function name, closure, invokable object or [object, method]. */
export const zendInitDynamicCall: Handler = (vm, ex, op) => {
  const v = readOp2(vm, ex, op);
  if (pushClosure(vm, ex, op, v)) return ex.opline + 1;
  if (vm.callableNeedsAutoload(v)) return startOplineCode(vm, ex, initDynamicSlow(vm, ex, op, v));
  initDynamic(vm, ex, op, v);
  return ex.opline + 1;
};

function* initDynamicSlow(vm: Executor, ex: ExecuteData, op: Opline, v: Zval): NativeCode<number> {
  yield* vm.autoloadCallable(v);
  if (vm.exception === null) initDynamic(vm, ex, op, v);
  return ex.opline + 1;
}

function initDynamic(vm: Executor, ex: ExecuteData, op: Opline, v: Zval): void {
  const callable = dynamicCallable(vm, v);
  if (callable !== null) pushCallable(vm, ex, callable, op.extendedValue);
  freeOp2(vm, ex, op);
}

/** The common callable, a closure, without the search for what others mean. False: `v` is none, nothing was done. */
function pushClosure(vm: Executor, ex: ExecuteData, op: Opline, v: Zval): boolean {
  const callable = v instanceof PhpObject ? closureCallable(v) : null;
  if (callable === null) return false;
  pushCallable(vm, ex, callable, op.extendedValue);
  freeOp2(vm, ex, op);
  return true;
}

/** Pushes the frame of a resolved callable. */
export function pushCallable(vm: Executor, ex: ExecuteData, callable: Callable, numArgs: number): void {
  let info = CALL_DYNAMIC;
  if (callable.object !== null) info |= CALL_RELEASE_THIS;
  if (callable.closure !== null) info |= CALL_CLOSURE;
  const object = callable.object === null ? null : addRef(callable.object);
  const call = pushCallFrame(vm, info, callable.func, numArgs, object, callable.calledScope);
  if (callable.closure !== null) call.closure = addRef(callable.closure);
  call.magicName = callable.magicName;
  link(ex, call);
}

/** The method that a constant name means everywhere, as the cache has it or the class: no private or protected one. */
function openMethod(ex: ExecuteData, op: Opline, ce: ClassEntry): Func | null {
  const cache = ex.runTimeCache;
  const slot = op.result >>> 3;
  if (cache[slot] === ce) return cache[slot + 1] as Func;
  const func = ce.functionTable.get(literal(ex, op.op2 + 1));
  if (func === undefined || (func.fnFlags & (ACC_CHANGED | ACC_PRIVATE | ACC_PROTECTED)) !== 0) return null;
  cache[slot] = ce;
  cache[slot + 1] = func;
  return func;
}

/** call := frame(op1->op2()); op1 unused means $this. */
export const zendInitMethodCall: Handler = (vm, ex, op) => {
  const obj = op.op1Type === IS_UNUSED ? ex.thisObject : readOp1(vm, ex, op);
  const name = op.op2Type === IS_CONST ? op.op2Lit : readOp2(vm, ex, op);
  if (typeof name !== 'string') {
    vm.throwError('Error', 'Method name must be a string');
    freeOp2(vm, ex, op);
    freeOp1(vm, ex, op);
    return ex.opline;
  }
  if (!(obj instanceof PhpObject)) {
    if (vm.exception === null) vm.throwError('Error', `Call to a member function ${name}() on ${typeName(obj)}`);
    freeOp2(vm, ex, op);
    freeOp1(vm, ex, op);
    return ex.opline;
  }
  if (obj.ce.handlers.getClosure !== null && name.length === 8 && name.toLowerCase() === '__invoke') {
    const invoke = closureInvokeMethod(obj);
    if (invoke !== null) {
      pushMethodFrame(vm, ex, op, obj, invoke, null);
      freeOp2(vm, ex, op);
      return ex.opline + 1;
    }
  }
  let func = op.op2Type === IS_CONST ? openMethod(ex, op, obj.ce) : null;
  let magicName: string | null = null;
  if (func === null) {
    const slot = op.result >>> 3;
    const lc = op.op2Type === IS_CONST ? literal(ex, op.op2 + 1) : name.toLowerCase();
    let target = getMethod(vm, obj, name, lc, ex.func.scope);
    const inner = target === null && vm.exception === null ? (obj.ce.handlers.forwardsTo?.(obj) ?? null) : null;
    if (inner !== null) {
      // iterators around an iterator hand on the methods they do not have
      target = getMethod(vm, inner, name, lc, ex.func.scope);
      if (target !== null) {
        addRef(inner);
        freeOp1(vm, ex, op);
        const call = pushCallFrame(vm, CALL_RELEASE_THIS, target.func, op.extendedValue, inner, inner.ce);
        call.magicName = target.magicName;
        link(ex, call);
        freeOp2(vm, ex, op);
        return ex.opline + 1;
      }
    }
    if (target === null) {
      if (vm.exception === null) reportUndefinedMethod(vm, obj.ce, name);
      freeOp2(vm, ex, op);
      freeOp1(vm, ex, op);
      return ex.opline;
    }
    func = target.func;
    magicName = target.magicName;
    if (magicName === null && op.op2Type === IS_CONST) {
      ex.runTimeCache[slot] = obj.ce;
      ex.runTimeCache[slot + 1] = func;
    }
  }
  pushMethodFrame(vm, ex, op, obj, func, magicName);
  freeOp2(vm, ex, op);
  return ex.opline + 1;
};

function pushMethodFrame(
  vm: Executor,
  ex: ExecuteData,
  op: Opline,
  obj: PhpObject,
  func: Func,
  magicName: string | null,
): void {
  if ((func.fnFlags & ACC_STATIC) !== 0) {
    const ce = obj.ce;
    const call = pushCallFrame(vm, 0, func, op.extendedValue, null, ce);
    call.magicName = magicName;
    link(ex, call);
    freeOp1(vm, ex, op);
    return;
  }
  // A temporary object moves into the frame; a variable's or $this gets one more count.
  const owned = op.op1Type === IS_UNUSED || op.op1Type === IS_CV || op.op1Type === IS_CONST;
  let object = obj;
  if (owned) addRef(object);
  else if (ex.slots[ex.base + op.op1] instanceof PhpReference) {
    object = addRef(obj);
    freeOp1(vm, ex, op);
  }
  const call = pushCallFrame(vm, CALL_RELEASE_THIS, func, op.extendedValue, object, object.ce);
  call.magicName = magicName;
  link(ex, call);
}

/** call := frame(op1::op2()). */
export const zendInitStaticMethodCall: Handler = (vm, ex, op) => {
  if (op.op1Type === IS_CONST && op.op2Type === IS_CONST) {
    const slot = op.result >>> 3;
    const ce = ex.runTimeCache[slot] as ClassEntry | undefined;
    if (ce !== undefined) {
      pushStaticFrame(vm, ex, op, ce, ex.runTimeCache[slot + 1] as Func, null);
      return ex.opline + 1;
    }
  }
  const ce = classOperand(vm, ex, op.op1Type, op.op1);
  if (ce === undefined) return startOplineCode(vm, ex, initStaticSlow(vm, ex, op));
  initStatic(vm, ex, op, ce);
  return ex.opline + 1;
};

function* initStaticSlow(vm: Executor, ex: ExecuteData, op: Opline): NativeCode<number> {
  initStatic(vm, ex, op, yield* fetchClassByName(vm, classOperandName(ex, op.op1), ZEND_FETCH_CLASS_DEFAULT));
  return ex.opline + 1;
}

function initStatic(vm: Executor, ex: ExecuteData, op: Opline, ce: ClassEntry | null): void {
  if (ce === null) {
    freeOp2(vm, ex, op);
    return;
  }
  if (op.op2Type === IS_UNUSED) {
    initConstructor(vm, ex, op, ce);
    return;
  }
  const name = readOp2(vm, ex, op);
  if (typeof name !== 'string') {
    if (vm.exception === null) vm.throwError('Error', 'Method name must be a string');
    freeOp2(vm, ex, op);
    return;
  }
  const lc = op.op2Type === IS_CONST ? literal(ex, op.op2 + 1) : name.toLowerCase();
  const target = getStaticMethod(vm, ce, name, lc, ex.func.scope, ex.thisObject);
  if (target === null) {
    if (vm.exception === null) reportUndefinedMethod(vm, ce, name);
    freeOp2(vm, ex, op);
    return;
  }
  if (op.op1Type === IS_CONST && op.op2Type === IS_CONST && target.magicName === null) {
    ex.runTimeCache[op.result >>> 3] = ce;
    ex.runTimeCache[(op.result >>> 3) + 1] = target.func;
  }
  pushStaticFrame(vm, ex, op, ce, target.func, target.magicName);
  freeOp2(vm, ex, op);
}

/** parent::__construct(): op2 unused. */
function initConstructor(vm: Executor, ex: ExecuteData, op: Opline, ce: ClassEntry): void {
  const ctor = ce.magic.constructor_;
  if (ctor === null) {
    vm.throwError('Error', 'Cannot call constructor');
    return;
  }
  const self = ex.thisObject;
  if (self !== null && self.ce !== ctor.scope && (ctor.fnFlags & ACC_PRIVATE) !== 0 && ctor.scope !== ex.func.scope) {
    vm.throwError('Error', `Cannot call private ${displayName(ce.name)}::${ctor.functionName ?? ''}()`);
    return;
  }
  pushStaticFrame(vm, ex, op, ce, ctor, null);
}

function pushStaticFrame(
  vm: Executor,
  ex: ExecuteData,
  op: Opline,
  ce: ClassEntry,
  func: Func,
  magicName: string | null,
): void {
  if ((func.fnFlags & ACC_STATIC) === 0) {
    const self = ex.thisObject;
    if (self === null || !instanceOf(self.ce, ce)) {
      if ((func.fnFlags & ACC_ABSTRACT) !== 0) reportAbstractCall(vm, func);
      else reportNonStaticCall(vm, func);
      return;
    }
    if ((func.fnFlags & ACC_ABSTRACT) !== 0) {
      reportAbstractCall(vm, func);
      return;
    }
    const call = pushCallFrame(vm, CALL_RELEASE_THIS, func, op.extendedValue, addRef(self), self.ce);
    call.magicName = magicName;
    link(ex, call);
    return;
  }
  // self:: and parent:: keep the called class.
  let called = ce;
  if (
    op.op1Type === IS_UNUSED &&
    ((op.op1 & 15) === ZEND_FETCH_CLASS_PARENT || (op.op1 & 15) === ZEND_FETCH_CLASS_SELF)
  ) {
    called = ex.thisObject?.ce ?? ex.calledScope ?? ce;
  }
  const call = pushCallFrame(vm, 0, func, op.extendedValue, null, called);
  call.magicName = magicName;
  link(ex, call);
}

/** call := frame(callable op2) for call_user_func; op1 names the function for the message. */
export const zendInitUserCall: Handler = (vm, ex, op) => {
  const v = readOp2(vm, ex, op);
  if (pushClosure(vm, ex, op, v)) return ex.opline + 1;
  if (vm.callableNeedsAutoload(v)) return startOplineCode(vm, ex, initUserSlow(vm, ex, op, v));
  initUser(vm, ex, op, v);
  return ex.opline + 1;
};

function* initUserSlow(vm: Executor, ex: ExecuteData, op: Opline, v: Zval): NativeCode<number> {
  yield* vm.autoloadCallable(v);
  if (vm.exception === null) initUser(vm, ex, op, v);
  return ex.opline + 1;
}

function initUser(vm: Executor, ex: ExecuteData, op: Opline, v: Zval): void {
  const why = { message: '' };
  const callable = vm.resolveCallable(v, why);
  if (callable !== null) {
    if (why.message !== '') vm.error(E_DEPRECATED, why.message);
    pushCallable(vm, ex, callable, op.extendedValue);
  } else if (vm.exception === null) {
    vm.throwError(
      'TypeError',
      `${op.op1Lit as string}(): Argument #1 ($callback) must be a valid callback, ${why.message}`,
    );
  }
  freeOp2(vm, ex, op);
}

export const initCallHandlers: Partial<Record<OpName, Handler>> = {
  INIT_FCALL: zendInitFcall,
  INIT_FCALL_BY_NAME: zendInitFcallByName,
  INIT_NS_FCALL_BY_NAME: zendInitNsFcallByName,
  INIT_DYNAMIC_CALL: zendInitDynamicCall,
  INIT_METHOD_CALL: zendInitMethodCall,
  INIT_STATIC_METHOD_CALL: zendInitStaticMethodCall,
  INIT_USER_CALL: zendInitUserCall,
};
