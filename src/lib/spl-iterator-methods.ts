/**
 * How the methods of the iterators around another one are declared.
 * Source: php-src 8.2 ext/spl/spl_iterators.c
 */
import type { NativeCode } from '../object/native-code.ts';
import type { PhpObject } from '../value/php-object.ts';
import type { Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { type MethodDef, method, type Param, p } from './define.ts';
import { beginConstruct, type DualIt, dual, setInner } from './spl-dual-iterator.ts';

export const iteratorParam: Param<PhpObject> = p.object('iterator', 'Iterator');
export const recursiveParam: Param<PhpObject> = p.object('iterator', 'RecursiveIterator');

/** A constructor with just the iterator inside. */
export function constructor(className: string, param: Param<PhpObject>): MethodDef {
  return method({
    name: '__construct',
    doc: 'Iterates over another iterator.',
    params: [param],
    returns: null,
    *impl(rt, self, iterator) {
      if (beginConstruct(rt, self, className)) yield* setInner(rt, self, iterator);
      return null;
    },
  });
}

/** A method of an iterator that must be constructed; without a result of its own it is void. */
export function act(
  name: string,
  doc: string,
  returns: readonly string[],
  run: (rt: Executor, data: DualIt, self: PhpObject) => NativeCode<Zval | void>,
): MethodDef {
  return method({
    name,
    doc,
    params: [],
    returns,
    *impl(rt, self) {
      const data = dual(rt, self);
      if (data === null) return null;
      return (yield* run(rt, data, self)) ?? null;
    },
  });
}
