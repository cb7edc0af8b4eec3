/**
 * Generators' oplines: GENERATOR_CREATE, YIELD, YIELD_FROM, GENERATOR_RETURN.
 * Source: php-src Zend/zend_vm_def.h
 */
import type { OpName } from '../../bytecode/opcodes.ts';
import { E_NOTICE } from '../../base/diagnostics.ts';
import { IS_CONST, IS_CV, IS_TMP_VAR, IS_UNUSED, type Opline } from '../../bytecode/op-array.ts';
import { ACC_RETURN_REFERENCE } from '../../bytecode/type-flags.ts';
import type { ObjectIterator } from '../../object/class-handlers.ts';
import type { NativeCode } from '../../object/native-code.ts';
import { PhpArray } from '../../value/php-array.ts';
import { OBJ_DESTRUCTOR_CALLED, PhpObject } from '../../value/php-object.ts';
import { compareInt, isInt, toInt64 } from '../../value/integer.ts';
import { release } from '../../value/refcount.ts';
import { addRef, PhpIndirect, PhpReference, type Zval } from '../../value/zval.ts';
import { CALL_TOP, type ExecuteData } from '../execute-data.ts';
import type { Executor } from '../executor.ts';
import { LEAVE, returnToNative, startOplineCode } from '../flow.ts';
import { currentGenerator } from '../generator.ts';
import { GeneratorData, generatorData } from '../generator-data.ts';
import { giveBack } from '../generator-direct.ts';
import { detachFrame, freeGeneratorFrame, freezeCalls } from '../generator-frame.ts';
import { iteratorOf, isNativeIterable } from '../iterate.ts';
import { freeOp1, type Handler, makeReference, readOp1, takeOp1, takeOp2 } from '../operands.ts';

/** return generator(this frame). The body starts behind this opline when it is first resumed. */
export const zendGeneratorCreate: Handler = (vm, ex) => {
  const prev = ex.prev as ExecuteData;
  const { returnSlot } = ex;
  const top = (ex.callInfo & CALL_TOP) !== 0;
  ex.opline++;
  const obj = createGenerator(vm, ex);
  if (top) return returnToNative(vm, prev, obj);
  if (returnSlot >= 0) prev.slots[returnSlot] = obj;
  else release(vm, obj);
  return LEAVE;
};

/** The Generator (owned) that takes the running frame with it; the caller's becomes the current one. */
export function createGenerator(vm: Executor, ex: ExecuteData): PhpObject {
  const { prev } = ex;
  const obj = vm.newObject(vm.classOf('Generator'));
  const frame = detachFrame(vm, ex);
  frame.generator = obj;
  obj.native = new GeneratorData(frame);
  vm.currentExecuteData = prev;
  return obj;
}

const MAX_SMALL_KEY = 1e15;

/** Suspends: whoever resumed the generator goes on. `ex.opline` is what runs next. */
function suspend(vm: Executor, ex: ExecuteData): number {
  const prev = ex.prev as ExecuteData;
  const data = generatorData(ex.generator as PhpObject);
  if (ex.call !== null) data.frozen = freezeCalls(vm, ex);
  return giveBack(vm, ex, prev, data);
}

/** The key of a yield without one. */
export function nextKey(data: GeneratorData): void {
  const last = data.largestUsedIntegerKey;
  const small = typeof last === 'number' && last < MAX_SMALL_KEY;
  data.largestUsedIntegerKey = small ? last + 1 : toInt64(BigInt(last) + 1n);
  data.key = data.largestUsedIntegerKey;
}

/** The key (owned) of a yield that has one. */
export function useKey(data: GeneratorData, key: Zval): void {
  data.key = key;
  if (isInt(key) && compareInt(key, data.largestUsedIntegerKey) > 0) data.largestUsedIntegerKey = key;
}

/** yield op2 => op1; result := what send() gives. */
export const zendYield: Handler = (vm, ex, op) => {
  const data = generatorData(ex.generator as PhpObject);
  if (data.forcedClose) {
    vm.throwError('Error', 'Cannot yield from finally in a force-closed generator');
    freeOp1(vm, ex, op);
    return ex.opline;
  }
  data.clear(vm);
  data.value = yieldedValue(vm, ex, op);
  if (op.op2Type === IS_UNUSED) nextKey(data);
  else useKey(data, takeOp2(vm, ex, op));
  if (op.resultType === IS_UNUSED) data.sendTarget = -1;
  else {
    data.sendTarget = op.result;
    ex.slots[ex.base + op.result] = null;
  }
  ex.opline++;
  return suspend(vm, ex);
};

function yieldedValue(vm: Executor, ex: ExecuteData, op: Opline): Zval {
  if (op.op1Type === IS_UNUSED) return null;
  if ((ex.func.fnFlags & ACC_RETURN_REFERENCE) === 0) return takeOp1(vm, ex, op);
  if (op.op1Type === IS_CONST || op.op1Type === IS_TMP_VAR) {
    vm.error(E_NOTICE, 'Only variable references should be yielded by reference');
    return takeOp1(vm, ex, op);
  }
  if (op.op1Type === IS_CV) return addRef(makeReference(new PhpIndirect(ex.slots, ex.base + op.op1)));
  const v = ex.slots[ex.base + op.op1];
  if (v instanceof PhpIndirect) return addRef(makeReference(v));
  if (v instanceof PhpReference) return v;
  if (op.extendedValue === 1) vm.error(E_NOTICE, 'Only variable references should be yielded by reference');
  return new PhpReference(v);
}

/** result := yield from op1 */
export const zendYieldFrom: Handler = (vm, ex, op) => {
  const obj = ex.generator as PhpObject;
  const data = generatorData(obj);
  if (data.forcedClose) {
    vm.throwError('Error', 'Cannot use "yield from" in a force-closed generator');
    freeOp1(vm, ex, op);
    return ex.opline;
  }
  const v = readOp1(vm, ex, op);
  if (v instanceof PhpArray) {
    data.array = takeOp1(vm, ex, op) as PhpArray;
    data.arrayPos = 0;
  } else if (v instanceof PhpObject && v.native instanceof GeneratorData) {
    const inner = takeOp1(vm, ex, op) as PhpObject;
    const state = v.native;
    const refusal = whyNotDelegate(vm, obj, inner);
    if (refusal !== null) {
      release(vm, inner);
      vm.throwError('Error', refusal);
      return ex.opline;
    }
    data.delegate = inner;
    data.innermost = null;
    state.waiter = obj;
    state.waiters++;
    data.doInit = true;
  } else if (isNativeIterable(vm, v)) {
    return startOplineCode(vm, ex, yieldFromIterator(vm, ex, op, v, data));
  } else {
    vm.throwError('Error', 'Can use "yield from" only with arrays and Traversables');
    freeOp1(vm, ex, op);
    return ex.opline;
  }
  return delegated(vm, ex, op, data);
};

/** Why `inner` cannot be yielded from; null when it can. Even one that has returned is refused. */
function whyNotDelegate(vm: Executor, outer: PhpObject, inner: PhpObject): string | null {
  if (generatorData(inner).frame === null) {
    return 'Generator passed to yield from was aborted without proper return and is unable to continue';
  }
  if (currentGenerator(vm, inner) !== outer) return null;
  return 'Impossible to yield from the Generator being currently run';
}

function delegated(vm: Executor, ex: ExecuteData, op: Opline, data: GeneratorData): number {
  if (op.resultType !== IS_UNUSED) ex.slots[ex.base + op.result] = null;
  data.sendTarget = -1;
  ex.opline++;
  return suspend(vm, ex);
}

function* yieldFromIterator(
  vm: Executor,
  ex: ExecuteData,
  op: Opline,
  source: PhpObject,
  data: GeneratorData,
): NativeCode<number> {
  let it: ObjectIterator | null = null;
  let kept = false;
  try {
    it = yield* iteratorOf(vm, source, false);
    if (it === null) return ex.opline;
    yield* it.rewind();
    if (vm.exception !== null) return ex.opline;
    kept = true;
  } finally {
    if (!kept) it?.free();
    freeOp1(vm, ex, op);
  }
  data.iterator = it;
  data.iteratorFresh = true;
  return delegated(vm, ex, op, data);
}

/** The generator's body is done; op1 is what getReturn() gives. */
export const zendGeneratorReturn: Handler = (vm, ex, op) => {
  const prev = ex.prev as ExecuteData;
  finishGenerator(vm, ex, op);
  return giveBack(vm, ex, prev, generatorData(ex.generator as PhpObject));
};

/** Keeps the returned value and frees the frame. */
export function finishGenerator(vm: Executor, ex: ExecuteData, op: Opline): void {
  const obj = ex.generator as PhpObject;
  const data = generatorData(obj);
  const value = takeOp1(vm, ex, op);
  const old = data.retval;
  data.retval = value;
  if (old !== undefined) release(vm, old);
  vm.currentExecuteData = ex.prev;
  // The last value stays: whoever delegates to this generator still shows it.
  freeGeneratorFrame(vm, data);
  obj.flags |= OBJ_DESTRUCTOR_CALLED;
}

export const generatorHandlers: Partial<Record<OpName, Handler>> = {
  GENERATOR_CREATE: zendGeneratorCreate,
  YIELD: zendYield,
  YIELD_FROM: zendYieldFrom,
  GENERATOR_RETURN: zendGeneratorReturn,
};
