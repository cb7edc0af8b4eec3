/**
 * Iterating objects: internal iterators, Iterator's five methods, IteratorAggregate.
 * Source: php-src Zend/zend_interfaces.c (zend_user_it_*, zend_user_it_get_new_iterator)
 */
import { internalError } from '../base/assert.ts';
import type { ObjectIterator, UserIteration } from '../object/class-handlers.ts';
import { displayName, instanceOf } from '../object/class-queries.ts';
import { call, type NativeCode } from '../object/native-code.ts';
import type { Callable } from '../object/runtime.ts';
import { toBool } from '../value/convert.ts';
import type { PhpArray } from '../value/php-array.ts';
import { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { addRef, PhpReference, type Zval } from '../value/zval.ts';
import type { Executor } from './executor.ts';
import { unwrapOwned } from './operands.ts';

/** True when foreach walks the object by an iterator rather than by its properties. */
export function isNativeIterable(vm: Executor, v: Zval): v is PhpObject {
  return v instanceof PhpObject && (v.ce.getIterator !== null || instanceOf(v.ce, vm.classOf('Traversable')));
}

/** get_iterator: the iterator of an object, null when it has none or an exception was raised. It occupies an object handle. */
export function* iteratorOf(vm: Executor, obj: PhpObject, byRef: boolean): NativeCode<ObjectIterator | null> {
  const it = yield* makeIterator(vm, obj, byRef);
  if (it === null) return null;
  let handle = vm.objects.takeHandle();
  const free = it.free.bind(it);
  it.free = () => {
    free();
    if (handle > 0) vm.objects.returnHandle(handle);
    handle = 0;
  };
  return it;
}

function* makeIterator(vm: Executor, obj: PhpObject, byRef: boolean): NativeCode<ObjectIterator | null> {
  if (obj.ce.getIterator !== null) return yield* obj.ce.getIterator(vm, obj, byRef);
  if (instanceOf(obj.ce, vm.classOf('Iterator'))) {
    if (byRef) return vm.throwError('Error', 'An iterator cannot be used with foreach by reference');
    return userIterator(vm, addRef(obj));
  }
  if (!instanceOf(obj.ce, vm.classOf('IteratorAggregate'))) return null;
  const inner = yield* vm.callMethod(obj, 'getiterator');
  if (vm.exception !== null) return null;
  if (!isNativeIterable(vm, inner)) {
    release(vm, inner);
    return vm.throwError(
      'Exception',
      `Objects returned by ${displayName(obj.ce.name)}::getIterator() must be traversable or implement interface Iterator`,
    );
  }
  try {
    return yield* makeIterator(vm, inner, byRef);
  } finally {
    release(vm, inner);
  }
}

function methodsOf(obj: PhpObject): UserIteration | null {
  const { functionTable } = obj.ce;
  const find = (name: string): Callable | null => {
    const func = functionTable.get(name);
    return func === undefined ? null : { func, object: obj, calledScope: obj.ce, closure: null, magicName: null };
  };
  const [next, valid, current, key] = [find('next'), find('valid'), find('current'), find('key')];
  return next && valid && current && key && { next, valid, current, key, held: undefined };
}

/** An Iterator by its methods; takes over one count of `obj`. */
export function userIterator(vm: Executor, obj: PhpObject): ObjectIterator {
  const user = methodsOf(obj);
  if (user === null) return internalError(`${obj.ce.name} lacks a method of Iterator`);
  const drop = (): void => {
    const v = user.held;
    user.held = undefined;
    release(vm, v);
  };
  return {
    user,
    *rewind() {
      drop();
      release(vm, yield* vm.callMethod(obj, 'rewind'));
    },
    *valid() {
      const v = yield* call(user.valid, []);
      const result = toBool(v);
      release(vm, v);
      return result;
    },
    *current() {
      if (user.held === undefined) user.held = yield* call(user.current, []);
      return addRef(user.held);
    },
    *key() {
      const key = yield* call(user.key, []);
      return key instanceof PhpReference ? unwrapOwned(vm, key) : key;
    },
    *next() {
      drop();
      release(vm, yield* call(user.next, []));
    },
    invalidate: drop,
    gcChildren(visit) {
      visit(obj);
      visit(user.held);
    },
    free() {
      drop();
      release(vm, obj);
    },
  };
}

/** Appends what a Traversable yields to an array (`[...$it]`): string keys overwrite, int keys append. */
export function* spreadIterator(vm: Executor, obj: PhpObject, out: PhpArray): NativeCode<void> {
  const it = yield* iteratorOf(vm, obj, false);
  if (it === null) return;
  // what it has given and nobody has taken yet
  let value: Zval;
  let key: Zval;
  try {
    yield* it.rewind();
    while (vm.exception === null && (yield* it.valid())) {
      const held = yield* it.current();
      value = held instanceof PhpReference ? unwrapOwned(vm, held) : held;
      key = yield* it.key();
      if (vm.exception !== null || !addSpread(vm, out, key, value)) return;
      value = undefined;
      key = undefined;
      yield* it.next();
    }
  } finally {
    release(vm, value);
    release(vm, key);
    it.free();
  }
}

/** Takes over `value`, unless it throws. */
function addSpread(vm: Executor, out: PhpArray, key: Zval, value: Zval): boolean {
  if (typeof key === 'string') {
    out.update(vm, key, value);
  } else if (typeof key !== 'number' && typeof key !== 'bigint') {
    vm.throwError('Error', 'Keys must be of type int|string during array unpacking');
    return false;
  } else if (!out.append(value)) {
    vm.throwError('Error', 'Cannot add element to the array as the next element is already occupied');
    return false;
  }
  return true;
}
