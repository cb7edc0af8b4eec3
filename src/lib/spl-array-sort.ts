/**
 * Sorting an ArrayObject or ArrayIterator.
 * Source: php-src 8.2 ext/spl/spl_array.c (spl_array_method)
 */
import { call, type NativeCode } from '../object/native-code.ts';
import { PhpArray } from '../value/php-array.ts';
import type { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { addRef, deref, PhpReference, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { type MethodDef, method, type Param, p } from './define.ts';
import { backingOf, copyStorage, splArray } from './spl-array-storage.ts';

/** Sorts the storage with a function of ext/standard; changes are refused meanwhile. */
function* sortWith(rt: Executor, self: PhpObject, name: string, args: readonly Zval[]): NativeCode {
  const callable = rt.resolveCallable(name);
  if (callable === null) return rt.throwError('Error', `Call to undefined function ${name}()`);
  const backing = backingOf(self);
  const taken = backing.object === null ? (backing.holder.array as PhpArray) : copyStorage(backing);
  const ref = new PhpReference(taken);
  if (backing.object === null) addRef(taken);
  const data = splArray(self);
  data.sorting++;
  try {
    return yield* call(callable, [ref, ...args]);
  } finally {
    data.sorting--;
    putBack(rt, self, ref);
  }
}

function putBack(rt: Executor, self: PhpObject, ref: PhpReference): void {
  const sorted = ref.val;
  const backing = backingOf(self);
  if (!(sorted instanceof PhpArray)) {
    release(rt, ref);
    return;
  }
  ref.val = null;
  release(rt, ref);
  if (backing.object === null) {
    const old = backing.holder.array;
    backing.holder.array = sorted;
    release(rt, old);
    return;
  }
  const dyn = new PhpArray();
  dyn.toHash();
  for (const [key, v] of sorted.entries()) {
    if (typeof key !== 'string' || backing.object.dyn?.getStr(key) !== undefined) dyn.set(key, addRef(v));
  }
  const old = backing.object.dyn;
  backing.object.dyn = dyn;
  release(rt, old);
  release(rt, sorted);
}

function sortMethod(name: string, doc: string, params: MethodDef['params']): MethodDef {
  return method({
    name,
    doc,
    params: params as readonly Param<Zval>[],
    returns: ['bool'],
    *impl(rt, self, ...args: Zval[]) {
      const first = args[0] as Zval | { readonly func: unknown };
      // a callable argument arrives resolved: hand the caller's own value on
      const passed = params[0]?.types[0] === 'callable' ? [argumentValue(rt)] : args.length > 0 ? [first as Zval] : [];
      return yield* sortWith(rt, self, name, passed);
    },
  });
}

/** The first argument of the running native call as it was passed. */
function argumentValue(rt: Executor): Zval {
  const frame = rt.currentExecuteData;
  return frame === null ? null : deref(frame.slots[frame.base + 5]);
}

const sortFlags: Param<number> = p.int('flags', { default: 0, text: 'SORT_REGULAR' });

export const sortMethods: readonly MethodDef[] = [
  sortMethod('asort', 'Sorts by value.', [sortFlags]),
  sortMethod('ksort', 'Sorts by key.', [sortFlags]),
  sortMethod('uasort', 'Sorts by value with a callback.', [p.callable('callback')]),
  sortMethod('uksort', 'Sorts by key with a callback.', [p.callable('callback')]),
  sortMethod('natsort', 'Sorts by value in natural order.', []),
  sortMethod('natcasesort', 'Sorts by value in natural order, without case.', []),
];
