/**
 * Generators: resuming, delegating (`yield from`), finishing.
 *
 * A Generator object owns a detached frame. Resuming links the frame in front of the resumer and makes it current; YIELD
 * stores value and key, and makes the resumer current again. With `yield from` the outer generator points to the inner
 * one, and resuming goes to the innermost that is not finished.
 * Source: php-src Zend/zend_generators.c
 */
import { IS_UNUSED } from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';
import { catching, type NativeCode } from '../object/native-code.ts';
import { OBJ_DESTRUCTOR_CALLED, type PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { addRef, PhpReference, type Zval } from '../value/zval.ts';
import { CALL_TOP, type ExecuteData } from './execute-data.ts';
import type { Executor } from './executor.ts';
import { type GeneratorData, generatorData } from './generator-data.ts';
import { restoreCalls } from './generator-frame.ts';

/**
 * zend_generator_get_current: the innermost unfinished generator that `obj` delegates to, or itself. One that was waiting
 * for a generator that is finished now gets its last value, and its return value as the result of the `yield from`.
 */
export function currentGenerator(vm: Executor, obj: PhpObject): PhpObject {
  const data = generatorData(obj);
  if (data.delegate === null) return obj;
  let at = data.innermost ?? obj;
  for (;;) {
    const state = generatorData(at);
    if (state.frame === null && at !== obj) {
      const outer = waitingFor(obj, at);
      data.innermost = outer === obj ? null : outer;
      if (outer === null) {
        // What was remembered has been left in the meantime.
        at = obj;
        continue;
      }
      finishDelegation(vm, obj, outer, at);
      if (outer === obj || generatorData(outer).frame !== null) return outer;
      at = outer;
      continue;
    }
    if (state.delegate === null) break;
    at = state.delegate;
  }
  data.innermost = at === obj ? null : at;
  return at;
}

/** The generator in the chain from `obj` that delegates to `inner`; null when none does. */
function waitingFor(obj: PhpObject, inner: PhpObject): PhpObject | null {
  const { waiter, waiters } = generatorData(inner);
  if (waiters === 1 && waiter !== null && generatorData(waiter).delegate === inner) return waiter;
  for (let at: PhpObject | null = obj; at !== null; at = generatorData(at).delegate) {
    if (generatorData(at).delegate === inner) return at;
  }
  return null;
}

/** zend_generator_update_current */
function finishDelegation(vm: Executor, obj: PhpObject, outer: PhpObject, inner: PhpObject): void {
  const data = generatorData(outer);
  const { retval, value } = generatorData(inner);
  const frame = data.frame;
  data.delegate = null;
  generatorData(inner).waiters--;
  const op = frame?.opcodes[frame.opline - 1];
  const settles = vm.exception === null && (obj.flags & OBJ_DESTRUCTOR_CALLED) === 0;
  if (settles && frame !== null && op !== undefined && op.opcode === OP.YIELD_FROM) {
    if (retval === undefined) {
      data.delegateAborted = true;
    } else {
      const old = data.value;
      data.value = addRef(value);
      release(vm, old);
      if (op.resultType !== IS_UNUSED) frame.slots[frame.base + op.result] = addRef(retval);
    }
  }
  release(vm, inner);
}

/** currentGenerator, after the error about an aborted inner generator has been thrown into the one that waited for it. */
export function* settledGenerator(vm: Executor, obj: PhpObject): NativeCode<PhpObject> {
  const current = currentGenerator(vm, obj);
  if (!generatorData(current).delegateAborted) return current;
  yield* resumeFrom(vm, obj, current, null);
  return currentGenerator(vm, obj);
}

/** Runs until the first yield when the generator has not started (zend_generator_ensure_initialized). */
export function* ensureInitialized(vm: Executor, obj: PhpObject): NativeCode<void> {
  const data = generatorData(obj);
  if (data.value !== undefined || data.frame === null || data.delegate !== null) return;
  yield* resumeGenerator(vm, obj);
  data.atFirstYield = true;
}

/** How a generator's frame goes on: behind its yield, or with an exception thrown at it. */
type Entry = 'resume' | 'rethrow' | 'aborted';

/**
 * zend_generator_resume: goes on to the next yield of the innermost generator, or to the end. `thrown` (owned) is raised
 * where that generator is suspended.
 */
export function* resumeGenerator(vm: Executor, obj: PhpObject, thrown: PhpObject | null = null): NativeCode<void> {
  const current = yield* settledGenerator(vm, obj);
  if (generatorData(current).frame !== null && vm.exception === null) yield* resumeFrom(vm, obj, current, thrown);
  else if (thrown !== null) release(vm, thrown);
}

/** The same for a generator whose innermost one is known to be `innermost`. */
function* resumeFrom(vm: Executor, obj: PhpObject, innermost: PhpObject, thrown: PhpObject | null): NativeCode<void> {
  let current = innermost;
  let entry: Entry = 'resume';
  if (thrown !== null) {
    vm.throwObject(thrown);
    entry = 'rethrow';
  }
  addRef(obj);
  try {
    while (yield* resumeStep(vm, obj, current, entry)) {
      current = currentGenerator(vm, obj);
      entry = vm.exception === null ? 'resume' : 'rethrow';
    }
  } finally {
    release(vm, obj);
  }
}

/** One try of zend_generator_resume; true when the generator that is innermost now has to be tried. */
function* resumeStep(vm: Executor, obj: PhpObject, current: PhpObject, how: Entry): NativeCode<boolean> {
  const data = generatorData(obj);
  const now = generatorData(current);
  let entry = how;
  if (now.running) {
    vm.throwError('Error', 'Cannot resume an already running generator');
    return false;
  }
  if (now.delegateAborted) {
    now.delegateAborted = false;
    entry = 'aborted';
  }
  if (entry === 'resume' && data.doInit && now.value !== undefined) {
    data.doInit = false;
    return false;
  }
  data.atFirstYield = false;
  if (entry === 'resume' && (now.array !== null || now.iterator !== null)) {
    const more = nextDelegated(vm, now);
    // an array runs no PHP code
    if ((now.array !== null ? yield* more : yield* catching(vm, more)) === true) {
      data.doInit = false;
      return false;
    }
    if (vm.exception !== null) entry = 'rethrow';
  }
  yield* runBody(vm, obj, current, entry);
  if (vm.exception !== null) {
    data.doInit = false;
    return current !== obj && data.frame !== null;
  }
  const { frame } = now;
  const began = frame !== null && frame.opcodes[frame.opline - 1]?.opcode === OP.YIELD_FROM;
  if (began || (current !== obj && now.retval !== undefined)) return true;
  data.doInit = false;
  return false;
}

/** Runs the frame of `current` until it yields, returns or throws; `outer` is the generator that was resumed. */
export function* runBody(vm: Executor, outer: PhpObject, current: PhpObject, entry: Entry): NativeCode<void> {
  const data = generatorData(current);
  const frame = data.frame;
  if (frame === null) return;
  data.running = true;
  data.resumedThrough = outer;
  addRef(current);
  const exception = entry === 'rethrow' ? vm.exception : null;
  if (entry !== 'resume') {
    vm.exception = null;
    // What is yielded from is left: the exception is not to wait for its end.
    data.endDelegation(vm);
  }
  yield {
    kind: 'execute',
    catches: true,
    enter: () => enterGenerator(vm, data, frame, entry, exception),
  };
  data.running = false;
  data.resumedThrough = null;
  release(vm, current);
}

/** Makes the generator's frame current; an exception is thrown at the opline that yielded. */
function enterGenerator(
  vm: Executor,
  data: GeneratorData,
  frame: ExecuteData,
  entry: Entry,
  exception: PhpObject | null,
): void {
  frame.prev = vm.currentExecuteData;
  frame.callInfo |= CALL_TOP;
  vm.currentExecuteData = frame;
  const frozen = data.frozen;
  data.frozen = [];
  if (frozen.length > 0) restoreCalls(vm, frame, frozen);
  if (entry === 'resume') return;
  frame.opline--;
  if (exception !== null) vm.throwObject(exception);
  else vm.throwError('ClosedGeneratorException', 'Generator yielded from aborted, no return value available');
}

/** The next element of an array or iterator that is yielded from; false at its end or after an exception. */
function* nextDelegated(vm: Executor, data: GeneratorData): NativeCode<boolean> {
  if (data.array !== null) {
    const array = data.array;
    const pos = array.posFrom(data.arrayPos);
    if (pos >= array.used) {
      data.endDelegation(vm);
      return false;
    }
    data.arrayPos = pos + 1;
    data.clear(vm);
    const held = array.valueAt(pos);
    data.value = addRef(held instanceof PhpReference ? held.val : held);
    data.key = array.keyAt(pos);
    return true;
  }
  const it = data.iterator;
  if (it === null) return false;
  if (!data.iteratorFresh) {
    yield* it.next();
    if (vm.exception !== null) return false;
  }
  data.iteratorFresh = false;
  const valid = yield* it.valid();
  if (vm.exception !== null) return false;
  if (!valid) {
    data.endDelegation(vm);
    return false;
  }
  let value: Zval;
  try {
    value = yield* it.current();
    if (vm.exception !== null) return false;
    const key = yield* it.key();
    if (vm.exception !== null) return false;
    data.clear(vm);
    data.value = value;
    data.key = key;
    value = undefined;
    return true;
  } finally {
    release(vm, value);
  }
}
