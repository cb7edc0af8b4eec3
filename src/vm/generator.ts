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
import type { ObjectIterator } from '../object/class-handlers.ts';
import type { NativeCode } from '../object/native-code.ts';
import { PhpArray } from '../value/php-array.ts';
import type { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { addRef, type PhpInt, PhpReference, type Zval } from '../value/zval.ts';
import { CALL_TOP, type ExecuteData } from './execute-data.ts';
import type { Executor } from './executor.ts';
import { type FrozenCall, restoreCalls } from './generator-frame.ts';

/** What a Generator object keeps in `native`. */
export class GeneratorData {
  readonly kind = 'generator' as const;
  /** null once finished. */
  frame: ExecuteData | null;
  /** undefined: not started, or between two yields. */
  value: Zval = undefined;
  key: Zval = undefined;
  /** undefined until the body returned. */
  retval: Zval = undefined;
  largestUsedIntegerKey: PhpInt = -1;
  /** Slot of the suspended YIELD's result (relative to the frame), -1 when it has none. */
  sendTarget = -1;
  running = false;
  atFirstYield = false;
  /** Being destroyed: only finally blocks run. */
  forcedClose = false;
  started = false;
  /** To be thrown where the generator goes on. */
  pendingError: string | null = null;
  /** yield from a generator: owned. */
  delegate: PhpObject | null = null;
  /** yield from an array: owned, with the position of the next element. */
  array: PhpArray | null = null;
  arrayPos = 0;
  /** yield from another Traversable. */
  iterator: ObjectIterator | null = null;
  iteratorFresh = true;
  frozen: FrozenCall[] = [];
  /** While running: the generator that was resumed to get here (itself, or one that delegates to it). */
  resumedThrough: PhpObject | null = null;
  constructor(frame: ExecuteData) {
    this.frame = frame;
  }

  /** Drops value and key. */
  clear(vm: Executor): void {
    const { value, key } = this;
    this.value = undefined;
    this.key = undefined;
    if (value !== undefined) release(vm, value);
    if (key !== undefined) release(vm, key);
  }

  /** Lets go of what `yield from` walks. */
  endDelegation(vm: Executor): void {
    const { delegate, array, iterator } = this;
    this.delegate = null;
    this.array = null;
    this.iterator = null;
    if (delegate !== null) release(vm, delegate);
    if (array !== null) release(vm, array);
    iterator?.free();
  }
}

/** The state of a Generator object. */
export function generatorData(obj: PhpObject): GeneratorData {
  return obj.native as GeneratorData;
}

/** zend_generator_get_current: the innermost unfinished generator that `obj` delegates to, or itself. */
export function currentGenerator(vm: Executor, obj: PhpObject): PhpObject {
  let at = obj;
  for (;;) {
    const inner = generatorData(at).delegate;
    if (inner === null) return at;
    if (generatorData(inner).frame === null) {
      finishDelegation(vm, at, inner);
      return at;
    }
    at = inner;
  }
}

/** The inner generator is done: its return value becomes the result of the `yield from`. */
function finishDelegation(vm: Executor, outer: PhpObject, inner: PhpObject): void {
  const data = generatorData(outer);
  const retval = generatorData(inner).retval;
  const frame = data.frame;
  data.delegate = null;
  if (frame !== null) {
    const op = frame.opcodes[frame.opline - 1];
    if (op !== undefined && op.opcode === OP.YIELD_FROM) {
      if (retval === undefined) data.pendingError = CLOSED;
      else if (op.resultType !== IS_UNUSED) frame.slots[frame.base + op.result] = addRef(retval);
    }
  }
  release(vm, inner);
}

const CLOSED = 'Generator yielded from aborted, no return value available';

/** Runs until the first yield when the generator has not started (zend_generator_ensure_initialized). */
export function* ensureInitialized(vm: Executor, obj: PhpObject): NativeCode<void> {
  const data = generatorData(obj);
  if (data.value !== undefined || data.frame === null || data.delegate !== null || data.running) return;
  if (data.array !== null || data.iterator !== null) return;
  const fresh = !data.started;
  yield* resumeGenerator(vm, obj);
  if (fresh) data.atFirstYield = true;
}

/**
 * zend_generator_resume: goes on to the next yield of the innermost generator, or to the end. `thrown` (owned) is raised
 * where that generator is suspended.
 */
export function* resumeGenerator(vm: Executor, obj: PhpObject, thrown: PhpObject | null = null): NativeCode<void> {
  const data = generatorData(obj);
  if (data.frame === null) return;
  addRef(obj);
  let toThrow = thrown;
  try {
    data.atFirstYield = false;
    for (;;) {
      const current = currentGenerator(vm, obj);
      const now = generatorData(current);
      if (now.running || data.running) {
        vm.throwError('Error', 'Cannot resume an already running generator');
        if (toThrow !== null) release(vm, toThrow);
        return;
      }
      if (toThrow !== null) {
        now.endDelegation(vm);
        vm.throwObject(toThrow);
        toThrow = null;
        yield* runBody(vm, obj, current, true);
        if (vm.exception !== null && !(yield* passOutwards(vm, obj, current))) return;
        if (data.frame === null || generatorData(currentGenerator(vm, obj)).value !== undefined) return;
        continue;
      }
      if (now.array !== null || now.iterator !== null) {
        if (yield* nextDelegated(vm, now)) return;
        if (vm.exception !== null) {
          yield* rethrowInto(vm, current);
          if (vm.exception !== null && !(yield* passOutwards(vm, obj, current))) return;
          continue;
        }
      }
      const pending = now.pendingError;
      if (pending !== null) {
        now.pendingError = null;
        vm.throwError('ClosedGeneratorException', pending);
        yield* runBody(vm, obj, current, true);
      } else {
        yield* runBody(vm, obj, current, false);
      }
      if (vm.exception !== null) {
        if (!(yield* passOutwards(vm, obj, current))) return;
        continue;
      }
      if (data.frame === null) return;
      // Something was yielded, unless a `yield from` has just begun or an inner generator has just ended.
      const after = generatorData(currentGenerator(vm, obj));
      if (after.value !== undefined && after.pendingError === null) return;
    }
  } finally {
    release(vm, obj);
  }
}

/** An exception out of an inner generator is raised at the `yield from` of the one that waits for it. True: go on there. */
function* passOutwards(vm: Executor, obj: PhpObject, from: PhpObject): NativeCode<boolean> {
  let at = from;
  while (at !== obj && vm.exception !== null) {
    const outer = waitingFor(obj, at);
    if (outer === null) return false;
    const inner = generatorData(outer).delegate;
    generatorData(outer).delegate = null;
    if (inner !== null) release(vm, inner);
    yield* runBody(vm, obj, outer, true);
    at = outer;
  }
  return vm.exception === null;
}

/** The generator in the chain from `obj` whose delegate is `inner`. */
function waitingFor(obj: PhpObject, inner: PhpObject): PhpObject | null {
  for (let at: PhpObject | null = obj; at !== null; at = generatorData(at).delegate) {
    if (generatorData(at).delegate === inner) return at;
  }
  return null;
}

function* rethrowInto(vm: Executor, obj: PhpObject): NativeCode<void> {
  generatorData(obj).endDelegation(vm);
  yield* runBody(vm, obj, obj, true);
}

/**
 * Runs the frame of `current` until it yields, returns or throws. `throwing`: the exception in flight is raised at its
 * suspended opline (zend_generator_throw_exception).
 */
export function* runBody(vm: Executor, outer: PhpObject, current: PhpObject, throwing: boolean): NativeCode<void> {
  const data = generatorData(current);
  const frame = data.frame;
  if (frame === null) return;
  const outerData = generatorData(outer);
  data.clear(vm);
  data.running = true;
  data.started = true;
  data.resumedThrough = outer;
  outerData.running = true;
  addRef(current);
  const exception = throwing ? vm.exception : null;
  if (throwing) vm.exception = null;
  yield {
    kind: 'execute',
    catches: true,
    enter: () => {
      frame.prev = vm.currentExecuteData;
      frame.callInfo |= CALL_TOP;
      vm.currentExecuteData = frame;
      const frozen = data.frozen;
      data.frozen = [];
      if (frozen.length > 0) restoreCalls(vm, frame, frozen);
      if (exception !== null) {
        // The opline that yielded is where it is thrown: it stands one before the next to run.
        frame.opline--;
        vm.throwObject(exception);
      }
    },
  };
  data.running = false;
  data.resumedThrough = null;
  outerData.running = false;
  release(vm, current);
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
  const value = yield* it.current();
  if (vm.exception !== null) return false;
  const key = yield* it.key();
  if (vm.exception !== null) {
    release(vm, value);
    return false;
  }
  data.clear(vm);
  data.value = value;
  data.key = key;
  return true;
}
