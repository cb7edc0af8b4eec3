/**
 * The state that IteratorIterator and all iterators around another one share (spl_dual_it_object).
 * Source: php-src 8.2 ext/spl/spl_iterators.c
 */
import type { ClassHandlers, ObjectIterator } from '../object/class-handlers.ts';
import { displayName } from '../object/class-queries.ts';
import type { NativeCode } from '../object/native-code.ts';
import type { Callable } from '../object/runtime.ts';
import type { Runtime } from '../object/runtime.ts';
import type { PhpArray } from '../value/php-array.ts';
import type { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { addRef, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { isNativeIterable, iteratorOf } from '../vm/iterate.ts';
import { unwrap } from './spl-util.ts';

export class DualIt {
  /** The iterator inside, owned. */
  inner: PhpObject | null = null;
  it: ObjectIterator | null = null;
  /** The fetched element, owned; undefined: none. */
  data: Zval = undefined;
  key: Zval = undefined;
  pos = 0;
  constructed = false;
  // LimitIterator
  offset = 0;
  count = -1;
  // CachingIterator, RegexIterator
  flags = 0;
  cache: PhpArray | null = null;
  text: string | null = null;
  children: PhpObject | null = null;
  recursive = false;
  // CallbackFilterIterator
  callback: Callable | null = null;
  callbackValue: Zval = undefined;
  // AppendIterator
  list: PhpObject | null = null;
  listIt: ObjectIterator | null = null;
  // RegexIterator
  regex = '';
  mode = 0;
  pregFlags = 0;
}

/** The state whatever it is in (constructors). */
export function rawDual(obj: PhpObject): DualIt {
  return obj.native as DualIt;
}

/** The state of a constructed iterator; null after an Error. */
export function dual(rt: Runtime, obj: PhpObject): DualIt | null {
  const data = obj.native as DualIt;
  if (data.constructed) return data;
  return rt.throwError('Error', 'The object is in an invalid state as the parent constructor was not called');
}

/** spl_dual_it_construct's check: false after an exception. */
export function beginConstruct(rt: Runtime, obj: PhpObject, baseName: string): boolean {
  if (!(obj.native as DualIt).constructed) return true;
  rt.throwError('BadMethodCallException', `${baseName}::getIterator() must be called exactly once per instance`);
  return false;
}

/** Takes the iterator inside (one more holder). */
export function* setInner(rt: Executor, obj: PhpObject, inner: PhpObject): NativeCode<void> {
  const data = rawDual(obj);
  data.constructed = true;
  data.inner = addRef(inner);
  data.it = yield* iteratorOf(rt, inner, false);
}

/** IteratorIterator accepts an IteratorAggregate: the innermost iterator, owned; null after an exception. */
export function* iteratorObject(rt: Executor, obj: PhpObject): NativeCode<PhpObject | null> {
  if (!obj.ce.interfaces.includes(rt.classOf('IteratorAggregate'))) return addRef(obj);
  const made = yield* rt.callMethod(obj, 'getiterator');
  if (rt.exception !== null) return null;
  if (isNativeIterable(rt, made)) return made;
  release(rt, made);
  return rt.throwError(
    'LogicException',
    `${displayName(obj.ce.name)}::getIterator() must return an object that implements Traversable`,
  );
}

/** spl_dual_it_free */
export function freeCurrent(rt: Runtime, data: DualIt): void {
  data.it?.invalidate?.();
  const { data: value, key, children } = data;
  data.data = undefined;
  data.key = undefined;
  data.text = null;
  data.children = null;
  release(rt, value);
  release(rt, key);
  release(rt, children);
}

/** spl_dual_it_rewind */
export function* rewindInner(rt: Runtime, data: DualIt): NativeCode<void> {
  freeCurrent(rt, data);
  data.pos = 0;
  if (data.it !== null) yield* data.it.rewind();
}

/** spl_dual_it_valid */
export function* innerValid(rt: Runtime, data: DualIt): NativeCode<boolean> {
  if (data.it === null || rt.exception !== null) return false;
  return (yield* data.it.valid()) && rt.exception === null;
}

/** spl_dual_it_fetch: false at the end or after an exception. */
export function* fetch(rt: Runtime, data: DualIt, checkMore: boolean): NativeCode<boolean> {
  freeCurrent(rt, data);
  if (checkMore && !(yield* innerValid(rt, data))) return false;
  if (data.it === null) return false;
  const value = unwrap(rt, yield* data.it.current());
  if (rt.exception !== null) {
    release(rt, value);
    return false;
  }
  data.data = value;
  data.key = unwrap(rt, yield* data.it.key());
  return rt.exception === null;
}

/** spl_dual_it_next */
export function* moveInner(rt: Runtime, data: DualIt, doFree: boolean): NativeCode<void> {
  if (doFree) freeCurrent(rt, data);
  if (data.it === null) {
    rt.throwError('Error', "The inner constructor wasn't initialized with an iterator instance");
    return;
  }
  yield* data.it.next();
  data.pos++;
}

export function createDual(_rt: Runtime, obj: PhpObject): void {
  obj.native = new DualIt();
}

export const dualHandlers: Partial<ClassHandlers> = {
  cloneable: false,
  forwardsTo: (obj) => (obj.native as DualIt).inner,
  freeNative: (rt, obj) => {
    const data = obj.native as DualIt;
    obj.native = new DualIt();
    freeCurrent(rt, data);
    data.it?.free();
    data.it = null;
    release(rt, data.inner);
    release(rt, data.cache);
    release(rt, data.callbackValue);
    data.listIt?.free();
    release(rt, data.list);
  },
  gcChildren: (obj, visit) => {
    const data = obj.native as DualIt;
    visit(data.inner);
    // the iterator inside holds the object once more
    if (data.it !== null) visit(data.inner);
    visit(data.data);
    visit(data.key);
    visit(data.cache);
    visit(data.children);
    visit(data.callbackValue);
    visit(data.list);
  },
};
