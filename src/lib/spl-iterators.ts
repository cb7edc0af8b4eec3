/**
 * IteratorIterator, the filters, LimitIterator, InfiniteIterator, NoRewindIterator, EmptyIterator, AppendIterator.
 * Source: php-src 8.2 ext/spl/spl_iterators.c
 */
import type { ClassDef } from '../object/class-def.ts';
import { instanceOf } from '../object/class-queries.ts';
import { call, type NativeCode } from '../object/native-code.ts';
import { toBool } from '../value/convert.ts';
import type { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { addRef, deref, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { type MethodDef, method, type Param, p } from './define.ts';
import { appendMethods } from './spl-append-iterator.ts';
import {
  beginConstruct,
  createDual,
  type DualIt,
  dual,
  dualHandlers,
  fetch,
  freeCurrent,
  innerValid,
  iteratorObject,
  moveInner,
  rawDual,
  rewindInner,
  setInner,
} from './spl-dual-iterator.ts';
import { iteratorParam, recursiveParam, constructor, act } from './spl-iterator-methods.ts';
import { callFunc, unwrap } from './spl-util.ts';

const iteratorIteratorMethods: readonly MethodDef[] = [
  method({
    name: '__construct',
    doc: 'Iterates over anything traversable.',
    params: [p.object('iterator', 'Traversable'), p.nullable(p.string('class'), { default: null })],
    returns: null,
    *impl(rt, self, iterator, className) {
      if (!beginConstruct(rt, self, 'IteratorIterator')) return null;
      if (className !== null) {
        const ce = rt.lookupClass(className) ?? (yield* rt.autoloadClass(className));
        if (ce === null || !instanceOf(iterator.ce, ce) || !instanceOf(ce, rt.classOf('Traversable'))) {
          return rt.throwError(
            'LogicException',
            'Class to downcast to not found or not base class of first parameter or does not implement Traversable',
          );
        }
      }
      const inner = yield* iteratorObject(rt, iterator);
      if (inner === null) return null;
      yield* setInner(rt, self, inner);
      release(rt, inner);
      return null;
    },
  }),
  act('getInnerIterator', 'The iterator inside.', ['Iterator', 'null'], function* (_rt, data) {
    return addRef(data.inner);
  }),
  act('rewind', 'Goes to the first element.', ['void'], function* (rt, data) {
    yield* rewindInner(rt, data);
    yield* fetch(rt, data, true);
  }),
  act('valid', 'Is there a current element?', ['bool'], function* (_rt, data) {
    return data.data !== undefined;
  }),
  act('key', 'The current key.', ['mixed'], function* (_rt, data) {
    return addRef(data.key ?? null);
  }),
  act('current', 'The current value.', ['mixed'], function* (_rt, data) {
    return addRef(data.data ?? null);
  }),
  act('next', 'Goes to the next element.', ['void'], function* (rt, data) {
    yield* moveInner(rt, data, true);
    if (rt.exception === null) yield* fetch(rt, data, true);
  }),
];

/** spl_filter_it_fetch: on to the first element that accept() takes. */
function* filterFetch(rt: Executor, self: PhpObject, data: DualIt): NativeCode<void> {
  while (yield* fetch(rt, data, true)) {
    const answer = yield* rt.callMethod(self, 'accept');
    const yes = toBool(deref(answer));
    release(rt, answer);
    if (yes || rt.exception !== null || data.it === null) return;
    yield* data.it.next();
    if (rt.exception !== null) return;
  }
  freeCurrent(rt, data);
}

const filterMethods: readonly MethodDef[] = [
  method({ name: 'accept', doc: 'Is the current element let through?', params: [], returns: ['bool'], abstract: true }),
  constructor('FilterIterator', iteratorParam),
  act('rewind', 'Goes to the first accepted element.', ['void'], function* (rt, data, self) {
    yield* rewindInner(rt, data);
    if (rt.exception === null) yield* filterFetch(rt, self, data);
  }),
  act('next', 'Goes to the next accepted element.', ['void'], function* (rt, data, self) {
    yield* moveInner(rt, data, true);
    if (rt.exception === null) yield* filterFetch(rt, self, data);
  }),
];

/** Calls a method of the iterator inside. */
export function inside(name: string, lc: string, doc: string, returns: readonly string[]): MethodDef {
  return act(name, doc, returns, function* (rt, data) {
    return data.inner === null ? null : unwrap(rt, yield* rt.callMethod(data.inner, lc));
  });
}

/** getChildren(): the children of the iterator inside in an object of the same class. */
function* wrappedChildren(rt: Executor, self: PhpObject, data: DualIt, more: readonly Zval[]): NativeCode {
  if (data.inner === null) return null;
  const children = yield* rt.callMethod(data.inner, 'getchildren');
  try {
    if (rt.exception !== null) return null;
    const made = yield* rt.initObject(self.ce);
    const ctor = made?.ce.magic.constructor_ ?? null;
    if (made === null || ctor === null) return made;
    release(rt, yield* callFunc(ctor, made, [children, ...more]));
    return made;
  } finally {
    release(rt, children);
  }
}

const recursiveFilterMethods: readonly MethodDef[] = [
  constructor('RecursiveFilterIterator', recursiveParam),
  inside('hasChildren', 'haschildren', 'Has the current element children?', ['bool']),
  act('getChildren', 'The children, filtered too.', ['RecursiveFilterIterator', 'null'], (rt, data, self) =>
    wrappedChildren(rt, self, data, []),
  ),
];

function callbackConstructor(className: string, param: Param<PhpObject>): MethodDef {
  return method({
    name: '__construct',
    doc: 'Filters an iterator with a callback.',
    params: [param, p.callable('callback')],
    returns: null,
    *impl(rt, self, iterator, callback) {
      if (!beginConstruct(rt, self, className)) return null;
      const data = rawDual(self);
      const frame = rt.currentExecuteData;
      data.callback = callback;
      data.callbackValue = frame === null ? null : addRef(deref(frame.slots[frame.base + 6]));
      yield* setInner(rt, self, iterator);
      return null;
    },
  });
}

const callbackMethods: readonly MethodDef[] = [
  callbackConstructor('CallbackFilterIterator', iteratorParam),
  act('accept', 'What the callback answers for the current element.', ['bool'], function* (rt, data) {
    if (data.data === undefined || data.key === undefined || data.callback === null) return false;
    const answer = yield* call(data.callback, [data.data, data.key, data.inner]);
    return unwrap(rt, answer);
  }),
];

const recursiveCallbackMethods: readonly MethodDef[] = [
  callbackConstructor('RecursiveCallbackFilterIterator', recursiveParam),
  inside('hasChildren', 'haschildren', 'Has the current element children?', ['bool']),
  act('getChildren', 'The children, filtered too.', ['RecursiveCallbackFilterIterator'], (rt, data, self) =>
    wrappedChildren(rt, self, data, [data.callbackValue ?? null]),
  ),
];

const parentMethods: readonly MethodDef[] = [
  constructor('ParentIterator', recursiveParam),
  inside('accept', 'haschildren', 'Has the current element children?', ['bool']),
];

function* limitSeek(rt: Executor, data: DualIt, pos: number): NativeCode<void> {
  freeCurrent(rt, data);
  if (pos < data.offset) {
    rt.throwError('OutOfBoundsException', `Cannot seek to ${pos} which is below the offset ${data.offset}`);
    return;
  }
  if (data.count !== -1 && pos >= data.offset + data.count) {
    rt.throwError(
      'OutOfBoundsException',
      `Cannot seek to ${pos} which is behind offset ${data.offset} plus count ${data.count}`,
    );
    return;
  }
  const inner = data.inner as PhpObject;
  if (pos !== data.pos && instanceOf(inner.ce, rt.classOf('SeekableIterator'))) {
    release(rt, yield* rt.callMethod(inner, 'seek', [pos]));
    if (rt.exception !== null) return;
    data.pos = pos;
    if ((data.count === -1 || pos < data.offset + data.count) && (yield* innerValid(rt, data)))
      yield* fetch(rt, data, false);
    return;
  }
  if (pos < data.pos) yield* rewindInner(rt, data);
  while (pos > data.pos && (yield* innerValid(rt, data))) {
    yield* moveInner(rt, data, true);
    if (rt.exception !== null) return;
  }
  if (yield* innerValid(rt, data)) yield* fetch(rt, data, true);
}

const limitMethods: readonly MethodDef[] = [
  method({
    name: '__construct',
    doc: 'A part of another iterator.',
    params: [iteratorParam, p.int('offset', { default: 0 }), p.int('limit', { default: -1 })],
    returns: null,
    *impl(rt, self, iterator, offset, limit) {
      if (!beginConstruct(rt, self, 'LimitIterator')) return null;
      if (offset < 0) return rt.argumentValueError(2, 'must be greater than or equal to 0');
      if (limit < -1) return rt.argumentValueError(3, 'must be greater than or equal to -1');
      const data = rawDual(self);
      data.offset = offset;
      data.count = limit;
      yield* setInner(rt, self, iterator);
      return null;
    },
  }),
  act('rewind', 'Goes to the offset.', ['void'], function* (rt, data) {
    yield* rewindInner(rt, data);
    if (rt.exception === null) yield* limitSeek(rt, data, data.offset);
  }),
  act('valid', 'Is there a current element?', ['bool'], function* (_rt, data) {
    return (data.count === -1 || data.pos < data.offset + data.count) && data.data !== undefined;
  }),
  act('next', 'Goes to the next element.', ['void'], function* (rt, data) {
    yield* moveInner(rt, data, true);
    if (rt.exception === null && (data.count === -1 || data.pos < data.offset + data.count))
      yield* fetch(rt, data, true);
  }),
  method({
    name: 'seek',
    doc: 'Goes to a position of the iterator inside.',
    params: [p.int('offset')],
    returns: ['int'],
    *impl(rt, self, offset) {
      const data = dual(rt, self);
      if (data === null) return null;
      yield* limitSeek(rt, data, offset);
      return rt.exception === null ? data.pos : null;
    },
  }),
  act('getPosition', 'The position in the iterator inside.', ['int'], function* (_rt, data) {
    return data.pos;
  }),
];

const infiniteMethods: readonly MethodDef[] = [
  constructor('InfiniteIterator', iteratorParam),
  act('next', 'Goes to the next element, after the last to the first.', ['void'], function* (rt, data) {
    yield* moveInner(rt, data, true);
    if (yield* innerValid(rt, data)) {
      yield* fetch(rt, data, false);
      return;
    }
    if (rt.exception !== null) return;
    yield* rewindInner(rt, data);
    if (yield* innerValid(rt, data)) yield* fetch(rt, data, false);
  }),
];

const noRewindMethods: readonly MethodDef[] = [
  constructor('NoRewindIterator', iteratorParam),
  method({ name: 'rewind', doc: 'Does nothing.', params: [], returns: ['void'], impl: () => null }),
  act('valid', 'valid() of the iterator inside.', ['bool'], (rt, data) => innerValid(rt, data)),
  act('key', 'key() of the iterator inside.', ['mixed'], function* (rt, data) {
    return data.it === null ? null : unwrap(rt, yield* data.it.key());
  }),
  act('current', 'current() of the iterator inside.', ['mixed'], function* (rt, data) {
    return data.it === null ? null : unwrap(rt, yield* data.it.current());
  }),
  act('next', 'next() of the iterator inside.', ['void'], function* (_rt, data) {
    if (data.it !== null) yield* data.it.next();
  }),
];

const emptyMethods: readonly MethodDef[] = [
  method({
    name: 'current',
    doc: 'Throws.',
    params: [],
    returns: ['never'],
    impl: (rt) => rt.throwError('BadMethodCallException', 'Accessing the value of an EmptyIterator'),
  }),
  method({ name: 'next', doc: 'Does nothing.', params: [], returns: ['void'], impl: () => null }),
  method({
    name: 'key',
    doc: 'Throws.',
    params: [],
    returns: ['never'],
    impl: (rt) => rt.throwError('BadMethodCallException', 'Accessing the key of an EmptyIterator'),
  }),
  method({ name: 'valid', doc: 'False.', params: [], returns: ['false'], impl: () => false }),
  method({ name: 'rewind', doc: 'Does nothing.', params: [], returns: ['void'], impl: () => null }),
];

export const iteratorClasses: readonly ClassDef<MethodDef>[] = [
  {
    name: 'IteratorIterator',
    interfaces: ['OuterIterator'],
    methods: iteratorIteratorMethods,
    createObject: createDual,
    handlers: dualHandlers,
  },
  { name: 'FilterIterator', parent: 'IteratorIterator', methods: filterMethods, createObject: createDual },
  {
    name: 'RecursiveFilterIterator',
    parent: 'FilterIterator',
    interfaces: ['RecursiveIterator'],
    methods: recursiveFilterMethods,
    createObject: createDual,
  },
  { name: 'ParentIterator', parent: 'RecursiveFilterIterator', methods: parentMethods, createObject: createDual },
  { name: 'CallbackFilterIterator', parent: 'FilterIterator', methods: callbackMethods, createObject: createDual },
  {
    name: 'RecursiveCallbackFilterIterator',
    parent: 'CallbackFilterIterator',
    interfaces: ['RecursiveIterator'],
    methods: recursiveCallbackMethods,
    createObject: createDual,
  },
  { name: 'LimitIterator', parent: 'IteratorIterator', methods: limitMethods, createObject: createDual },
  { name: 'NoRewindIterator', parent: 'IteratorIterator', methods: noRewindMethods, createObject: createDual },
  { name: 'AppendIterator', parent: 'IteratorIterator', methods: appendMethods, createObject: createDual },
  { name: 'InfiniteIterator', parent: 'IteratorIterator', methods: infiniteMethods, createObject: createDual },
  { name: 'EmptyIterator', interfaces: ['Iterator'], methods: emptyMethods },
];
