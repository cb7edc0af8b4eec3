/**
 * The Generator class.
 * Source: php-src Zend/zend_generators.stub.php, zend_generators.c
 */
import type { OpArray } from '../bytecode/op-array.ts';
import {
  ACC_FINAL,
  ACC_NO_DYNAMIC_PROPERTIES,
  ACC_NOT_SERIALIZABLE,
  ACC_RETURN_REFERENCE,
} from '../bytecode/type-flags.ts';
import type { ClassDef } from '../object/class-def.ts';
import type { ObjectIterator } from '../object/class-handlers.ts';
import type { NativeCode } from '../object/native-code.ts';
import type { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { addRef, deref, PhpReference } from '../value/zval.ts';
import type { ExecuteData } from '../vm/execute-data.ts';
import type { Executor } from '../vm/executor.ts';
import { FastCall, fastCallAt, setFastCall } from '../vm/fast-call.ts';
import { ensureInitialized, runBody, settledGenerator } from '../vm/generator.ts';
import { GeneratorData, generatorData, visitGenerator } from '../vm/generator-data.ts';
import { freeGeneratorFrame, restoreCalls } from '../vm/generator-frame.ts';
import { cleanupLiveVars, cleanupUnfinishedCalls, dropReturnValue } from '../vm/unwind.ts';
import type { MethodDef } from './define.ts';
import { generatorMethods, isValid, next, rewind } from './generator-methods.ts';

/** zend_generator_dtor_storage: a suspended generator that dies inside a try runs its finally blocks. */
function* destroy(vm: Executor, obj: PhpObject): NativeCode<void> {
  const data = obj.native;
  if (!(data instanceof GeneratorData)) return;
  data.endDelegation(vm);
  const frame = data.frame;
  if (frame === null || data.running) return;
  if (enterFinally(vm, data, frame)) yield* runBody(vm, obj, obj, 'resume');
  close(vm, data);
}

/** Is its yield in a block with a finally, or in that finally? */
function standsInFinally({ frame }: GeneratorData): boolean {
  if (frame === null) return false;
  const func = frame.func as OpArray;
  const opNum = frame.opline - 1;
  return func.tryCatch.some((t) => t.tryOp <= opNum && (opNum < t.finallyOp || opNum < t.finallyEnd));
}

/** Puts the frame at the innermost finally block around its yield; false when there is none. */
function enterFinally(vm: Executor, data: GeneratorData, frame: ExecuteData): boolean {
  const func = frame.func as OpArray;
  const opNum = frame.opline - 1;
  for (let i = func.tryCatch.length - 1; i >= 0; i--) {
    const t = func.tryCatch[i];
    if (t === undefined || t.tryOp > opNum) continue;
    const slot = func.opcodes[t.finallyEnd]?.op1 ?? 0;
    if (opNum < t.finallyOp) {
      data.forcedClose = true;
      cleanupFrozen(vm, data, frame);
      cleanupLiveVars(vm, frame, opNum, t.finallyOp);
      setFastCall(frame, slot, new FastCall(null, -1));
      frame.opline = t.finallyOp;
      return true;
    }
    if (opNum < t.finallyEnd) leaveFinally(vm, frame, func, slot);
  }
  return false;
}

/** The generator dies inside a finally block: drops the return or exception that the block has put off. */
function leaveFinally(vm: Executor, frame: ExecuteData, func: OpArray, slot: number): void {
  const state = fastCallAt(frame, slot);
  if (state === null) return;
  setFastCall(frame, slot, null);
  dropReturnValue(vm, frame, func, state);
  if (state.exception !== null) release(vm, state.exception);
}

function cleanupFrozen(vm: Executor, data: GeneratorData, frame: ExecuteData): void {
  if (data.frozen.length === 0) return;
  const frozen = data.frozen;
  data.frozen = [];
  restoreCalls(vm, frame, frozen);
  cleanupUnfinishedCalls(vm, frame);
}

/** zend_generator_close: frees the frame with its calls under way and temporaries. */
function close(vm: Executor, data: GeneratorData): void {
  const frame = data.frame;
  if (frame === null || data.running) return;
  cleanupFrozen(vm, data, frame);
  cleanupLiveVars(vm, frame, Math.max(0, frame.opline - 1), 0);
  freeGeneratorFrame(vm, data);
}

/** Frees a generator that is done with: its frame, what it was about to yield, its temporaries. */
function freeNative(vm: Executor, obj: PhpObject): void {
  const data = obj.native;
  if (!(data instanceof GeneratorData)) return;
  data.endDelegation(vm);
  close(vm, data);
  data.clear(vm);
  const { retval } = data;
  data.retval = undefined;
  if (retval !== undefined) release(vm, retval);
}

function* getIterator(vm: Executor, obj: PhpObject, byRef: boolean): NativeCode<ObjectIterator | null> {
  const data = generatorData(obj);
  if (data.frame === null) {
    return vm.throwError('Exception', 'Cannot traverse an already closed generator');
  }
  if (byRef && (data.frame.func.fnFlags & ACC_RETURN_REFERENCE) === 0) {
    return vm.throwError(
      'Exception',
      'You can only iterate a generator by-reference if it declared that it yields by-reference',
    );
  }
  addRef(obj);
  return {
    generator: obj,
    *rewind() {
      yield* rewind(vm, obj);
    },
    *valid() {
      return yield* isValid(vm, obj);
    },
    *current() {
      yield* ensureInitialized(vm, obj);
      if (vm.exception !== null) return null;
      const { value } = generatorData(yield* settledGenerator(vm, obj));
      if (value === undefined || vm.exception !== null) return null;
      return byRef ? addRef(value) : addRef(value instanceof PhpReference ? value.val : value);
    },
    *key() {
      yield* ensureInitialized(vm, obj);
      if (vm.exception !== null) return null;
      const { key } = generatorData(yield* settledGenerator(vm, obj));
      return key === undefined || vm.exception !== null ? null : addRef(deref(key));
    },
    *next() {
      yield* next(vm, obj);
    },
    gcChildren(visit) {
      visit(obj);
    },
    free() {
      release(vm, obj);
    },
  };
}

export const generatorClass: ClassDef<MethodDef> = {
  name: 'Generator',
  interfaces: ['Iterator'],
  flags: ACC_FINAL | ACC_NO_DYNAMIC_PROPERTIES | ACC_NOT_SERIALIZABLE,
  methods: generatorMethods,
  handlers: {
    refuseNew: 'The "Generator" class is reserved for internal use and cannot be manually instantiated',
    cloneable: false,
    destroy: (rt, obj) => destroy(rt as Executor, obj),
    destroyRuns: (obj) => obj.native instanceof GeneratorData && standsInFinally(obj.native),
    freeNative: (rt, obj) => freeNative(rt as Executor, obj),
    gcChildren: (obj, visit) => {
      const data = obj.native;
      if (!(data instanceof GeneratorData)) return;
      // what a running one holds may be in the middle of a change
      if (!data.running) visitGenerator(data, visit);
    },
  },
  getIterator: (rt, obj, byRef) => getIterator(rt as Executor, obj, byRef),
};
