/**
 * The state of a Generator object.
 * Source: php-src Zend/zend_generators.h (struct _zend_generator)
 */
import type { ObjectIterator } from '../object/class-handlers.ts';
import type { NativeCode } from '../object/native-code.ts';
import type { PhpArray } from '../value/php-array.ts';
import type { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import type { PhpInt, Zval } from '../value/zval.ts';
import type { ExecuteData } from './execute-data.ts';
import type { Executor } from './executor.ts';
import { visitFrame, visitFrozenCalls } from './frame-gc.ts';

/** A prepared call that was taken off the stack. */
export interface FrozenCall {
  readonly frame: ExecuteData;
  readonly slots: Zval[];
}

/** Native code waits for the running generator. */
export const FOR_NATIVE_CODE = 0;
/** A foreach in the frame below, which fetches again. */
export const FOR_FOREACH = 1;
/** The builtin whose frame is below; it has no native code. */
export const FOR_BUILTIN = 2;

/** What a builtin that has resumed a generator results in. */
export interface Answer {
  /** When nothing is delegated to; owned. */
  readonly now: (data: GeneratorData) => Zval;
  /** When a `yield from` has just begun. */
  readonly later: (vm: Executor, obj: PhpObject) => NativeCode;
}

/** What a Generator object keeps in `native`. */
export class GeneratorData {
  readonly kind = 'generator' as const;
  /** null once finished. (null at first: what V8 has compiled for running generators knows then that it is no constant.) */
  frame: ExecuteData | null = null;
  /** undefined: not started, or between two yields. */
  value: Zval = undefined;
  key: Zval = undefined;
  /** undefined until the body returned. */
  retval: Zval = undefined;
  largestUsedIntegerKey: PhpInt = -1;
  /** Slot of the suspended YIELD's result (relative to the frame), -1 when it has none. */
  sendTarget = -1;
  running = false;
  /** While it runs: who waits for it (one of FOR_*). */
  waits: number = FOR_NATIVE_CODE;
  /** FOR_BUILTIN: what that results in. */
  answer: Answer | null = null;
  atFirstYield = false;
  /** Being destroyed: only finally blocks run. */
  forcedClose = false;
  /** The generator it delegated to was aborted: the error is to be thrown where this one goes on. */
  delegateAborted = false;
  /** `yield from` a generator has just begun: one that stands at a value already is not advanced (ZEND_GENERATOR_DO_INIT). */
  doInit = false;
  /** yield from a generator: owned. */
  delegate: PhpObject | null = null;
  /** The generator that delegated to this one last, and how many wait for it. */
  waiter: PhpObject | null = null;
  waiters = 0;
  /** The end of the chain of delegates as found last, so that a long one is not walked each time. */
  innermost: PhpObject | null = null;
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
    // V8 takes a field that was never written again for a constant, and a write of the same value for another.
    if (delegate === null && array === null && iterator === null) return;
    this.delegate = null;
    this.innermost = null;
    this.array = null;
    this.iterator = null;
    if (delegate !== null) {
      generatorData(delegate).waiters--;
      release(vm, delegate);
    }
    if (array !== null) release(vm, array);
    iterator?.free();
  }
}

/** Only its own frame has to run for it to get to its next value. */
export function isPlain(data: GeneratorData): boolean {
  if (data.running || data.delegateAborted) return false;
  return data.delegate === null && data.array === null && data.iterator === null;
}

/** Calls `visit` for every value that a generator holds (zend_generator_frame_gc). */
export function visitGenerator(data: GeneratorData, visit: (v: Zval) => void): void {
  visit(data.value);
  visit(data.key);
  visit(data.retval);
  visit(data.delegate);
  visit(data.array);
  data.iterator?.gcChildren?.(visit);
  const { frame } = data;
  if (frame === null) return;
  visitFrozenCalls(data.frozen, visit);
  visitFrame(frame, data.running ? frame.opline : Math.max(0, frame.opline - 1), visit);
}

/** The state of a Generator object. */
export function generatorData(obj: PhpObject): GeneratorData {
  return obj.native as GeneratorData;
}
