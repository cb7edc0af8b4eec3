/**
 * Making objects: new, clone, first-class callables.
 * Source: php-src 8.2 Zend/zend_vm_def.h, zend_closures.c (zend_closure_from_frame)
 */
import { type Func, IS_CONST, IS_UNUSED, type OpArray, type Opline } from '../../bytecode/op-array.ts';
import { OP, type OpName } from '../../bytecode/opcodes.ts';
import { ZEND_FETCH_CLASS_DEFAULT } from '../../bytecode/operand-flags.ts';
import {
  ACC_ABSTRACT,
  ACC_ENUM,
  ACC_EXPLICIT_ABSTRACT_CLASS,
  ACC_IMPLICIT_ABSTRACT_CLASS,
  ACC_INTERFACE,
  ACC_PRIVATE,
  ACC_PUBLIC,
  ACC_TRAIT,
} from '../../bytecode/type-flags.ts';
import { needsConstantsUpdate } from '../../object/class-constants.ts';
import type { ClassEntry } from '../../object/class-entry.ts';
import { checkProtected, displayName, visibilityString } from '../../object/class-queries.ts';
import { createFakeClosure } from '../../object/closure.ts';
import { functionRootClass, getConstructor } from '../../object/methods.ts';
import type { NativeCode } from '../../object/native-code.ts';
import { cloneObject, copyObject } from '../../object/object-store.ts';
import { PhpObject } from '../../value/php-object.ts';
import { release } from '../../value/refcount.ts';
import { addRef } from '../../value/zval.ts';
import { classInSlot, classOperandName, fetchClassByName, fetchRelativeClass } from '../class-fetch.ts';
import { CALL_CLOSURE, CALL_CTOR, CALL_RELEASE_THIS, type ExecuteData } from '../execute-data.ts';
import type { Executor } from '../executor.ts';
import { startOplineCode } from '../flow.ts';
import { freeCallFrame, pushCallFrame } from '../frame.ts';
import { InternalFunction } from '../internal-function.ts';
import { freeOp1, type Handler, readOp1, setResult } from '../operands.ts';

const NOT_INSTANTIABLE =
  ACC_INTERFACE | ACC_TRAIT | ACC_ENUM | ACC_ABSTRACT | ACC_EXPLICIT_ABSTRACT_CLASS | ACC_IMPLICIT_ABSTRACT_CLASS;

/** zend_pass_function: takes the arguments of `new` for a class without constructor. */
const PASS: InternalFunction = createPassFunction();

function createPassFunction(): InternalFunction {
  const rest = {
    name: 'args',
    types: ['mixed' as const],
    className: null,
    optional: true,
    defaultValue: undefined,
    defaultText: null,
    byRef: false,
    preferRef: false,
    variadic: true,
  };
  const def = { name: 'pass', doc: '', link: '', params: [rest], returns: null, deprecated: false, impl: () => null };
  const made = new InternalFunction(def, 0, false);
  // Any number of arguments, but no named ones.
  made.fnFlags = 0;
  return made;
}

/** result := new op1; call := frame(its constructor). ZEND_NEW */
export const zendNew: Handler = (vm, ex, op) => {
  let ce: ClassEntry | null;
  if (op.op1Type === IS_CONST) {
    const cache = op.op2 >>> 3;
    const known = (ex.runTimeCache[cache] ?? vm.classTable.get((ex.func as OpArray).literals[op.op1 + 1] as string)) as
      | ClassEntry
      | undefined;
    if (known === undefined) return startOplineCode(vm, ex, newSlow(vm, ex, op, null));
    ex.runTimeCache[cache] = known;
    ce = known;
  } else if (op.op1Type === IS_UNUSED) {
    ce = fetchRelativeClass(vm, ex, op.op1);
    if (ce === null) return ex.opline + 1;
  } else {
    ce = classInSlot(ex, op.op1);
  }
  if ((ce.flags & NOT_INSTANTIABLE) !== 0 || needsConstantsUpdate(ce)) {
    return startOplineCode(vm, ex, newSlow(vm, ex, op, ce));
  }
  return startConstructor(vm, ex, op, vm.newObject(ce));
};

function* newSlow(vm: Executor, ex: ExecuteData, op: Opline, known: ClassEntry | null): NativeCode<number> {
  let ce = known;
  if (ce === null) {
    ce = yield* fetchClassByName(vm, classOperandName(ex, op.op1), ZEND_FETCH_CLASS_DEFAULT);
    if (ce === null) return ex.opline + 1;
    ex.runTimeCache[op.op2 >>> 3] = ce;
  }
  const obj = yield* vm.initObject(ce);
  return obj === null ? ex.opline + 1 : startConstructor(vm, ex, op, obj);
}

/** Stores the new object and prepares the call of its constructor; skips the call when there is none and no argument. */
function startConstructor(vm: Executor, ex: ExecuteData, op: Opline, obj: PhpObject): number {
  const ctor = getConstructor(vm, obj.ce, ex.func.scope);
  if (ctor === undefined) {
    release(vm, obj);
    return ex.opline + 1;
  }
  setResult(ex, op, obj);
  let call: ExecuteData;
  if (ctor === null) {
    if (op.extendedValue === 0 && ex.opcodes[ex.opline + 1]?.opcode === OP.DO_FCALL) return ex.opline + 2;
    call = pushCallFrame(vm, 0, PASS, op.extendedValue, null, null);
  } else {
    call = pushCallFrame(vm, CALL_RELEASE_THIS | CALL_CTOR, ctor, op.extendedValue, addRef(obj), obj.ce);
  }
  call.prev = ex.call;
  ex.call = call;
  return ex.opline + 1;
}

/** result := clone op1; op1 unused means $this. ZEND_CLONE */
export const zendClone: Handler = (vm, ex, op) => {
  const obj = op.op1Type === IS_UNUSED ? ex.thisObject : readOp1(vm, ex, op);
  if (!(obj instanceof PhpObject)) {
    if (vm.exception === null) vm.throwError('Error', '__clone method called on non-object');
    freeOp1(vm, ex, op);
    return ex.opline + 1;
  }
  if (!mayClone(vm, ex, obj)) {
    freeOp1(vm, ex, op);
    return ex.opline + 1;
  }
  if (obj.ce.magic.clone !== null) return startOplineCode(vm, ex, cloneSlow(vm, ex, op, obj));
  const copy = copyObject(vm, vm.objects, obj);
  if (vm.exception === null) setResult(ex, op, copy);
  else release(vm, copy);
  freeOp1(vm, ex, op);
  return ex.opline + 1;
};

function* cloneSlow(vm: Executor, ex: ExecuteData, op: Opline, obj: PhpObject): NativeCode<number> {
  try {
    const copy = yield* cloneObject(vm, vm.objects, obj);
    if (copy !== null) setResult(ex, op, copy);
  } finally {
    freeOp1(vm, ex, op);
  }
  return ex.opline + 1;
}

/** Is the object cloneable and its __clone accessible? Throws the Error when not. */
function mayClone(vm: Executor, ex: ExecuteData, obj: PhpObject): boolean {
  const ce = obj.ce;
  if (!ce.handlers.cloneable || (ce.flags & ACC_ENUM) !== 0) {
    vm.throwError('Error', `Trying to clone an uncloneable object of class ${displayName(ce.name)}`);
    return false;
  }
  const clone = ce.magic.clone;
  const scope = ex.func.scope;
  if (clone === null || (clone.fnFlags & ACC_PUBLIC) !== 0 || clone.scope === scope) return true;
  const root = functionRootClass(clone);
  if ((clone.fnFlags & ACC_PRIVATE) === 0 && root !== null && checkProtected(root, scope)) return true;
  const from = scope === null ? 'global scope' : `scope ${displayName(scope.name)}`;
  const owner = displayName(clone.scope?.name ?? ce.name);
  vm.throwError('Error', `Call to ${visibilityString(clone.fnFlags)} ${owner}::__clone() from ${from}`);
  return false;
}

/** result := closure of the call that was started. ZEND_CALLABLE_CONVERT */
export const zendCallableConvert: Handler = (vm, ex, op) => {
  const call = ex.call as ExecuteData;
  ex.call = call.prev;
  // Its caller's $this is borrowed by some frames: the closure takes a count of its own.
  const object = call.thisObject;
  const owned = (call.callInfo & CALL_RELEASE_THIS) !== 0 ? object : null;
  if ((call.callInfo & CALL_CLOSURE) !== 0 && call.closure !== null) {
    // A closure stays what it is; the frame's count moves to the result.
    setResult(ex, op, call.closure);
  } else {
    const func: Func = call.func;
    const target = { func, object, calledScope: call.calledScope, closure: null, magicName: call.magicName };
    setResult(ex, op, createFakeClosure(vm, target));
  }
  freeCallFrame(vm, call);
  if (owned !== null) release(vm, owned);
  return ex.opline + 1;
};

export const objectHandlers: Partial<Record<OpName, Handler>> = {
  NEW: zendNew,
  CLONE: zendClone,
  CALLABLE_CONVERT: zendCallableConvert,
};
