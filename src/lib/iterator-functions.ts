/**
 * iterator_to_array, iterator_count, iterator_apply.
 * Source: php-src ext/spl/spl_iterators.c (spl_iterator_apply)
 */
import type { ObjectIterator } from '../object/class-handlers.ts';
import { LEFT, type NativeCode, WAIT } from '../object/native-code.ts';
import type { Callable } from '../object/runtime.ts';
import { toArrayKey } from '../value/convert.ts';
import { PhpArray } from '../value/php-array.ts';
import type { PhpObject } from '../value/php-object.ts';
import { addRef, PhpReference, type Zval } from '../value/zval.ts';
import { DirectCallback } from '../vm/direct-callback.ts';
import type { Executor } from '../vm/executor.ts';
import { iteratorOf } from '../vm/iterate.ts';
import { unwrapOwned } from '../vm/operands.ts';
import { copyDeref } from './array-util.ts';
import { type FunctionDef, fn, p } from './define.ts';

/** Walks a Traversable; `each` answers false to stop. */
function* walk(rt: Executor, obj: PhpObject, each: (it: ObjectIterator) => NativeCode<boolean>): NativeCode<void> {
  const it = yield* iteratorOf(rt, obj, false);
  if (it === null) return;
  try {
    yield* it.rewind();
    while (rt.exception === null && (yield* it.valid())) {
      if (rt.exception !== null || !(yield* each(it)) || rt.exception !== null) return;
      yield* it.next();
    }
  } finally {
    it.free();
  }
}

/** The current element as an owned plain value. */
function* currentOf(rt: Executor, it: ObjectIterator): NativeCode {
  const v = yield* it.current();
  return v instanceof PhpReference ? unwrapOwned(rt, v) : v;
}

function* toArrayFrom(rt: Executor, obj: PhpObject, preserveKeys: boolean): NativeCode {
  const out = new PhpArray();
  let done = false;
  try {
    yield* walk(rt, obj, function* (it) {
      const value = yield* currentOf(rt, it);
      if (rt.exception !== null) return false;
      if (!preserveKeys) return out.append(value);
      const key = yield* it.key();
      const at = rt.exception === null ? toArrayKey(rt, key) : null;
      rt.releaseValue(key);
      if (at === null) {
        rt.releaseValue(value);
        return false;
      }
      out.update(rt, at, value);
      return true;
    });
    done = rt.exception === null;
    return done ? out : null;
  } finally {
    if (!done) rt.releaseValue(out);
  }
}

function* apply(rt: Executor, obj: PhpObject, callback: Callable, args: PhpArray | null): NativeCode {
  let count = 0;
  const list: readonly Zval[] = args === null ? [] : args.valueList();
  const direct = new DirectCallback(rt, callback);
  yield* walk(rt, obj, function* () {
    count++;
    const result = direct.call(list);
    const answer = result === LEFT ? yield WAIT : result;
    const goOn = answer === true;
    rt.releaseValue(answer);
    return goOn;
  });
  return count;
}

const traversable = { ...p.union('iterator', ['array', 'object']), className: 'Traversable' };

export const iteratorFunctions: readonly FunctionDef[] = [
  fn({
    name: 'iterator_to_array',
    doc: 'The elements of an iterator as an array.',
    params: [traversable, p.bool('preserve_keys', { default: true })],
    returns: ['array'],
    impl(rt, iterator, preserveKeys) {
      if (!(iterator instanceof PhpArray)) return toArrayFrom(rt, iterator, preserveKeys);
      return preserveKeys ? addRef(iterator) : PhpArray.fromList(iterator.valueList().map(copyDeref));
    },
  }),
  fn({
    name: 'iterator_count',
    doc: 'How many elements an iterator gives.',
    params: [traversable],
    returns: ['int'],
    *impl(rt, iterator) {
      if (iterator instanceof PhpArray) return iterator.count;
      let count = 0;
      yield* walk(rt, iterator, function* () {
        count++;
        return true;
      });
      return count;
    },
  }),
  fn({
    name: 'iterator_apply',
    doc: 'Calls a callback for each element until it does not answer true.',
    params: [
      p.object('iterator', 'Traversable'),
      p.callable('callback'),
      p.nullable(p.array('args'), { default: null }),
    ],
    returns: ['int'],
    impl: apply,
  }),
];
