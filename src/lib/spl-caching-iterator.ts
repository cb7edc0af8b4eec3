/**
 * CachingIterator and RecursiveCachingIterator: one element ahead of what they show.
 * Source: php-src 8.2 ext/spl/spl_iterators.c
 */
import { E_WARNING } from '../base/diagnostics.ts';
import type { ClassDef } from '../object/class-def.ts';
import { displayName } from '../object/class-queries.ts';
import { callCatching, type NativeCode } from '../object/native-code.ts';
import { normalizeKey } from '../value/array-key.ts';
import { toArrayKey, toBool } from '../value/convert.ts';
import { PhpArray, separateArray } from '../value/php-array.ts';
import type { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { addRef, deref, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { type MethodDef, method, type Param, p } from './define.ts';
import {
  beginConstruct,
  createDual,
  type DualIt,
  dual,
  fetch,
  innerValid,
  moveInner,
  rawDual,
  rewindInner,
  setInner,
} from './spl-dual-iterator.ts';
import { act, iteratorParam } from './spl-iterator-methods.ts';
import { constants } from './spl-util.ts';

const CALL_TOSTRING = 1;
const TOSTRING_USE_KEY = 2;
const TOSTRING_USE_CURRENT = 4;
const TOSTRING_USE_INNER = 8;
const CATCH_GET_CHILD = 16;
const FULL_CACHE = 256;
const PUBLIC = 0xffff;
const VALID = 0x10000;
const TOSTRING = 15;

/** spl_cit_check_flags: at most one way to make a string. */
function flagsFit(flags: number): boolean {
  const ways = [CALL_TOSTRING, TOSTRING_USE_KEY, TOSTRING_USE_CURRENT, TOSTRING_USE_INNER];
  return ways.filter((bit) => (flags & bit) !== 0).length <= 1;
}

/** A method call that comes back after an exception: undefined then, and the exception is dropped when `catches`. */
function* tryMethod(rt: Executor, obj: PhpObject, lcName: string, catches: boolean): NativeCode {
  const func = obj.ce.functionTable.get(lcName);
  if (func === undefined) return undefined;
  const result = yield* callCatching({ func, object: obj, calledScope: obj.ce, closure: null, magicName: null }, []);
  if (rt.exception === null) return result;
  if (catches) rt.clearException();
  return undefined;
}

/** Makes the children of the current element ready. */
function* cacheChildren(rt: Executor, data: DualIt): NativeCode<void> {
  const inner = data.inner as PhpObject;
  const catches = (data.flags & CATCH_GET_CHILD) !== 0;
  const has = yield* tryMethod(rt, inner, 'haschildren', catches);
  const yes = has !== undefined && toBool(deref(has));
  release(rt, has);
  if (!yes) return;
  const children = yield* tryMethod(rt, inner, 'getchildren', catches);
  if (children === undefined) return;
  const made = yield* rt.initObject(rt.classOf('RecursiveCachingIterator'));
  const ctor = made?.ce.magic.constructor_ ?? null;
  if (made !== null && ctor !== null) {
    const target = { func: ctor, object: made, calledScope: made.ce, closure: null, magicName: null };
    yield* callCatching(target, [children, data.flags & PUBLIC]);
    if (rt.exception === null) {
      data.children = made;
    } else {
      if (catches) rt.clearException();
      release(rt, made);
    }
  }
  release(rt, children);
}

function* cachingNext(rt: Executor, data: DualIt): NativeCode<void> {
  if (!(yield* fetch(rt, data, true))) {
    data.flags &= ~VALID;
    return;
  }
  data.flags |= VALID;
  if ((data.flags & FULL_CACHE) !== 0) {
    const key = toArrayKey(rt, data.key);
    if (key === null) return;
    cacheOf(data).update(rt, key, addRef(data.data));
  }
  if (data.recursive) {
    yield* cacheChildren(rt, data);
    if (rt.exception !== null) return;
  }
  if ((data.flags & (TOSTRING_USE_INNER | CALL_TOSTRING)) !== 0) {
    const text = yield* rt.toStringOf((data.flags & TOSTRING_USE_INNER) !== 0 ? data.inner : data.data);
    if (text === null) return;
    data.text = text;
  }
  const { data: value, key, text, children } = data;
  yield* moveInner(rt, data, false);
  data.data = value;
  data.key = key;
  data.text = text;
  data.children = children;
}

/** The cache, held alone. */
function cacheOf(data: DualIt): PhpArray {
  data.cache = separateArray(data.cache ?? new PhpArray());
  return data.cache;
}

function constructCaching(className: string, recursive: boolean): MethodDef {
  const flags: Param<number> = p.int('flags', { default: CALL_TOSTRING, text: `${className}::CALL_TOSTRING` });
  return method({
    name: '__construct',
    doc: 'Iterates one element ahead.',
    params: [iteratorParam, flags],
    returns: null,
    *impl(rt, self, iterator, bits) {
      if (!beginConstruct(rt, self, className)) return null;
      if (recursive && !iterator.ce.interfaces.includes(rt.classOf('RecursiveIterator'))) {
        return rt.argumentTypeError(1, `must be of type RecursiveIterator, ${displayName(iterator.ce.name)} given`);
      }
      if (!flagsFit(bits)) {
        return rt.argumentValueError(
          2,
          'must contain only one of CachingIterator::CALL_TOSTRING, CachingIterator::TOSTRING_USE_KEY, CachingIterator::TOSTRING_USE_CURRENT, or CachingIterator::TOSTRING_USE_INNER',
        );
      }
      const data = rawDual(self);
      data.flags = bits & PUBLIC;
      data.cache = new PhpArray();
      data.recursive = recursive;
      yield* setInner(rt, self, iterator);
      return null;
    },
  });
}

/** The state when a full cache is kept; null after an exception. */
function full(rt: Executor, self: PhpObject): DualIt | null {
  const data = dual(rt, self);
  if (data === null || (data.flags & FULL_CACHE) !== 0) return data;
  return rt.throwError(
    'BadMethodCallException',
    `${displayName(self.ce.name)} does not use a full cache (see CachingIterator::__construct)`,
  );
}

const keyParam: Param<Zval> = p.untyped('key');

const cacheMethods: readonly MethodDef[] = [
  method({
    name: 'offsetGet',
    doc: 'A cached value.',
    params: [keyParam],
    returns: ['mixed'],
    *impl(rt, self, key) {
      const data = full(rt, self);
      const name = data === null ? null : yield* rt.toStringOf(key);
      if (data === null || name === null) return null;
      const found = data.cache?.get(normalizeKey(name));
      if (found === undefined) {
        rt.error(E_WARNING, `Undefined array key "${name}"`);
        return null;
      }
      return addRef(deref(found));
    },
  }),
  method({
    name: 'offsetSet',
    doc: 'Sets a cached value.',
    params: [keyParam, p.mixed('value')],
    returns: ['void'],
    *impl(rt, self, key, value) {
      const data = full(rt, self);
      const name = data === null ? null : yield* rt.toStringOf(key);
      if (data !== null && name !== null) cacheOf(data).update(rt, normalizeKey(name), addRef(value));
      return null;
    },
  }),
  method({
    name: 'offsetUnset',
    doc: 'Takes out a cached value.',
    params: [keyParam],
    returns: ['void'],
    *impl(rt, self, key) {
      const data = full(rt, self);
      const name = data === null ? null : yield* rt.toStringOf(key);
      if (data !== null && name !== null) cacheOf(data).delete(rt, normalizeKey(name));
      return null;
    },
  }),
  method({
    name: 'offsetExists',
    doc: 'Is there a cached value?',
    params: [keyParam],
    returns: ['bool'],
    *impl(rt, self, key) {
      const data = full(rt, self);
      const name = data === null ? null : yield* rt.toStringOf(key);
      return data === null || name === null ? null : data.cache?.has(normalizeKey(name)) === true;
    },
  }),
  method({
    name: 'getCache',
    doc: 'The cached elements.',
    params: [],
    returns: ['array'],
    impl: (rt, self) => addRef(full(rt, self)?.cache ?? null),
  }),
  method({
    name: 'count',
    doc: 'How many elements are cached.',
    params: [],
    returns: ['int'],
    impl: (rt, self) => full(rt, self)?.cache?.count ?? null,
  }),
];

const cachingMethods: readonly MethodDef[] = [
  constructCaching('CachingIterator', false),
  act('rewind', 'Goes to the first element.', ['void'], function* (rt, data) {
    yield* rewindInner(rt, data);
    if (rt.exception !== null) return;
    cacheOf(data).clear(rt);
    yield* cachingNext(rt, data);
  }),
  act('valid', 'Is there a current element?', ['bool'], function* (_rt, data) {
    return (data.flags & VALID) !== 0;
  }),
  act('next', 'Goes to the next element.', ['void'], (rt, data) => cachingNext(rt, data)),
  act('hasNext', 'Is there an element after the current one?', ['bool'], (rt, data) => innerValid(rt, data)),
  method({
    name: '__toString',
    doc: 'The current element as text.',
    params: [],
    returns: ['string'],
    tentative: false,
    *impl(rt, self) {
      const data = dual(rt, self);
      if (data === null) return null;
      if ((data.flags & TOSTRING) === 0) {
        return rt.throwError(
          'BadMethodCallException',
          `${displayName(self.ce.name)} does not fetch string value (see CachingIterator::__construct)`,
        );
      }
      if ((data.flags & TOSTRING_USE_KEY) !== 0) return yield* rt.toStringOf(data.key ?? null);
      if ((data.flags & TOSTRING_USE_CURRENT) !== 0) return yield* rt.toStringOf(data.data ?? null);
      return data.text ?? '';
    },
  }),
  act('getFlags', 'The flags.', ['int'], function* (_rt, data) {
    return data.flags;
  }),
  method({
    name: 'setFlags',
    doc: 'Sets the flags.',
    params: [p.int('flags')],
    returns: ['void'],
    impl: (rt, self, flags) => {
      const data = dual(rt, self);
      if (data === null) return null;
      if (!flagsFit(flags)) {
        return rt.argumentValueError(
          1,
          'must contain only one of CachingIterator::CALL_TOSTRING, CachingIterator::TOSTRING_USE_KEY, CachingIterator::TOSTRING_USE_CURRENT, or CachingIterator::TOSTRING_USE_INNER',
        );
      }
      if ((data.flags & CALL_TOSTRING) !== 0 && (flags & CALL_TOSTRING) === 0) {
        return rt.throwError('InvalidArgumentException', 'Unsetting flag CALL_TO_STRING is not possible');
      }
      if ((data.flags & TOSTRING_USE_INNER) !== 0 && (flags & TOSTRING_USE_INNER) === 0) {
        return rt.throwError('InvalidArgumentException', 'Unsetting flag TOSTRING_USE_INNER is not possible');
      }
      if ((flags & FULL_CACHE) !== 0 && (data.flags & FULL_CACHE) === 0) cacheOf(data).clear(rt);
      data.flags = (data.flags & ~PUBLIC) | (flags & PUBLIC);
      return null;
    },
  }),
  ...cacheMethods,
];

const recursiveCachingMethods: readonly MethodDef[] = [
  constructCaching('RecursiveCachingIterator', true),
  act('hasChildren', 'Has the current element children?', ['bool'], function* (_rt, data) {
    return data.children !== null;
  }),
  act(
    'getChildren',
    'The children of the current element.',
    ['RecursiveCachingIterator', 'null'],
    function* (_rt, data) {
      return addRef(data.children);
    },
  ),
];

export const cachingIteratorClasses: readonly ClassDef<MethodDef>[] = [
  {
    name: 'CachingIterator',
    parent: 'IteratorIterator',
    interfaces: ['ArrayAccess', 'Countable', 'Stringable'],
    constants: constants({
      CALL_TOSTRING,
      CATCH_GET_CHILD,
      TOSTRING_USE_KEY,
      TOSTRING_USE_CURRENT,
      TOSTRING_USE_INNER,
      FULL_CACHE,
    }),
    methods: cachingMethods,
    createObject: createDual,
  },
  {
    name: 'RecursiveCachingIterator',
    parent: 'CachingIterator',
    interfaces: ['RecursiveIterator'],
    methods: recursiveCachingMethods,
    createObject: createDual,
  },
];
