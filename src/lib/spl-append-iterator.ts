/**
 * The methods of AppendIterator.
 * Source: php-src 8.2 ext/spl/spl_iterators.c (spl_append_it_*)
 */
import type { NativeCode } from '../object/native-code.ts';
import type { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { addRef } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { iteratorOf } from '../vm/iterate.ts';
import { type MethodDef, method } from './define.ts';
import {
  beginConstruct,
  type DualIt,
  dual,
  fetch,
  freeCurrent,
  innerValid,
  moveInner,
  rawDual,
  rewindInner,
} from './spl-dual-iterator.ts';
import { iteratorParam, act } from './spl-iterator-methods.ts';
import { unwrap } from './spl-util.ts';

/** spl_append_it_next_iterator: takes the iterator that the list stands on; false at the end of the list. */
function* nextIterator(rt: Executor, data: DualIt): NativeCode<boolean> {
  freeCurrent(rt, data);
  const { inner, it } = data;
  data.inner = null;
  data.it = null;
  it?.free();
  release(rt, inner);
  const list = data.listIt;
  if (list === null || !(yield* list.valid())) return false;
  const next = unwrap(rt, yield* list.current()) as PhpObject;
  data.inner = next;
  data.it = yield* iteratorOf(rt, next, false);
  yield* rewindInner(rt, data);
  return true;
}

function* appendFetch(rt: Executor, data: DualIt): NativeCode<void> {
  while (!(yield* innerValid(rt, data))) {
    if (rt.exception !== null || data.listIt === null) return;
    yield* data.listIt.next();
    if (!(yield* nextIterator(rt, data))) return;
  }
  yield* fetch(rt, data, false);
}

function* appendIterator(rt: Executor, data: DualIt, iterator: PhpObject): NativeCode<void> {
  const list = data.listIt;
  if (list === null || data.list === null) return;
  const behind = (yield* list.valid()) && !(yield* innerValid(rt, data));
  release(rt, yield* rt.callMethod(data.list, 'append', [iterator]));
  if (behind) yield* list.next();
  if (data.it !== null && (yield* innerValid(rt, data))) return;
  if (!(yield* list.valid())) yield* list.rewind();
  do {
    if (!(yield* nextIterator(rt, data)) || rt.exception !== null) break;
  } while (data.inner !== iterator);
  if (rt.exception === null) yield* appendFetch(rt, data);
}

export const appendMethods: readonly MethodDef[] = [
  method({
    name: '__construct',
    doc: 'Iterates over several iterators one after the other.',
    params: [],
    returns: null,
    *impl(rt, self) {
      if (!beginConstruct(rt, self, 'AppendIterator')) return null;
      const data = rawDual(self);
      data.constructed = true;
      data.list = rt.newObject(rt.classOf('ArrayIterator'));
      data.listIt = yield* iteratorOf(rt, data.list, false);
      return null;
    },
  }),
  method({
    name: 'append',
    doc: 'Adds an iterator.',
    params: [iteratorParam],
    returns: ['void'],
    *impl(rt, self, iterator) {
      const data = dual(rt, self);
      if (data !== null) yield* appendIterator(rt, data, iterator);
      return null;
    },
  }),
  act('rewind', 'Goes to the first element of the first iterator.', ['void'], function* (rt, data) {
    if (data.listIt === null) return;
    yield* data.listIt.rewind();
    if (yield* nextIterator(rt, data)) yield* appendFetch(rt, data);
  }),
  act('valid', 'Is there a current element?', ['bool'], function* (_rt, data) {
    return data.data !== undefined;
  }),
  act('current', 'The current value.', ['mixed'], function* (rt, data) {
    yield* fetch(rt, data, true);
    return addRef(data.data ?? null);
  }),
  act('next', 'Goes to the next element.', ['void'], function* (rt, data) {
    if (yield* innerValid(rt, data)) yield* moveInner(rt, data, true);
    if (rt.exception === null) yield* appendFetch(rt, data);
  }),
  act('getIteratorIndex', 'The number of the current iterator.', ['int', 'null'], function* (rt, data) {
    if (data.inner === null || data.list === null) return null;
    return yield* rt.callMethod(data.list, 'key');
  }),
  act('getArrayIterator', 'The iterators.', ['ArrayIterator'], function* (_rt, data) {
    return addRef(data.list);
  }),
];
