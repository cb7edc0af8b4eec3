/**
 * RecursiveIteratorIterator and RecursiveTreeIterator.
 * Source: php-src 8.2 ext/spl/spl_iterators.c (spl_recursive_it_*)
 */
import type { ClassDef } from '../object/class-def.ts';
import type { ClassHandlers } from '../object/class-handlers.ts';
import { instanceOf } from '../object/class-queries.ts';
import type { NativeCode } from '../object/native-code.ts';
import type { Runtime } from '../object/runtime.ts';
import { PhpArray } from '../value/php-array.ts';
import { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { addRef, deref, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { iteratorOf } from '../vm/iterate.ts';
import { type MethodDef, method, p } from './define.ts';
import {
  LEAVES_ONLY,
  SELF_FIRST,
  CHILD_FIRST,
  CATCH_GET_CHILD,
  BYPASS_CURRENT,
  BYPASS_KEY,
  type Level,
  RecursiveIt,
  stateOf,
  constructed,
  leave,
  moveForward,
  rewind,
  valid,
} from './spl-recursive-state.ts';
import { callFunc, constants, unwrap } from './spl-util.ts';

/** The iterator of an IteratorAggregate, or the argument itself; owned, null after an exception. */
function* aggregateIterator(rt: Executor, obj: Zval): NativeCode {
  const isAggregate = obj instanceof PhpObject && instanceOf(obj.ce, rt.classOf('IteratorAggregate'));
  return isAggregate ? yield* rt.callMethod(obj, 'getiterator') : addRef(obj);
}

/** The RecursiveIterator of an argument that may be an IteratorAggregate, owned; null after an exception. */
function* recursiveIterator(rt: Executor, obj: Zval): NativeCode<PhpObject | null> {
  const inner = yield* aggregateIterator(rt, obj);
  if (rt.exception !== null) return null;
  if (inner instanceof PhpObject && instanceOf(inner.ce, rt.classOf('RecursiveIterator'))) return inner;
  release(rt, inner);
  return rt.throwError(
    'InvalidArgumentException',
    'An instance of RecursiveIterator or IteratorAggregate creating it is required',
  );
}

/** Takes over `inner`. */
function* construct(rt: Executor, self: PhpObject, inner: PhpObject, mode: number, flags: number): NativeCode<void> {
  const state = stateOf(self);
  state.mode = mode;
  state.flags = flags;
  const it = yield* iteratorOf(rt, inner, false);
  if (it === null) {
    release(rt, inner);
    return;
  }
  state.levels = [{ object: inner, it, state: 'start' }];
}

function act(
  name: string,
  doc: string,
  returns: readonly string[],
  run: (rt: Executor, state: RecursiveIt, self: PhpObject) => NativeCode<Zval | void>,
): MethodDef {
  return method({
    name,
    doc,
    params: [],
    returns,
    *impl(rt, self) {
      const state = constructed(rt, self);
      return state === null ? null : ((yield* run(rt, state, self)) ?? null);
    },
  });
}

function emptyHook(name: string, doc: string): MethodDef {
  return method({ name, doc, params: [], returns: ['void'], impl: () => null });
}

const recursiveMethods: readonly MethodDef[] = [
  method({
    name: '__construct',
    doc: 'Walks a recursive iterator as one sequence.',
    params: [
      p.object('iterator', 'Traversable'),
      p.int('mode', { default: LEAVES_ONLY, text: 'RecursiveIteratorIterator::LEAVES_ONLY' }),
      p.int('flags', { default: 0 }),
    ],
    returns: null,
    *impl(rt, self, iterator, mode, flags) {
      const inner = yield* recursiveIterator(rt, iterator);
      if (inner !== null) yield* construct(rt, self, inner, mode, flags);
      return null;
    },
  }),
  act('rewind', 'Goes to the first element.', ['void'], (rt, state, self) => rewind(rt, self, state)),
  act('valid', 'Is there a current element?', ['bool'], (rt, state, self) => valid(rt, self, state)),
  act('key', 'The current key.', ['mixed'], function* (rt, state) {
    return unwrap(rt, yield* state.top.it.key());
  }),
  act('current', 'The current value.', ['mixed'], function* (rt, state) {
    return unwrap(rt, yield* state.top.it.current());
  }),
  act('next', 'Goes to the next element.', ['void'], (rt, state, self) => moveForward(rt, self, state)),
  act('getDepth', 'How deep the current element is.', ['int'], function* (_rt, state) {
    return state.depth;
  }),
  method({
    name: 'getSubIterator',
    doc: 'The iterator of a level.',
    params: [p.nullable(p.int('level'), { default: null })],
    returns: ['RecursiveIterator', 'null'],
    impl: (rt, self, level) => {
      const state = constructed(rt, self);
      return state === null ? null : addRef(state.levels?.[level ?? state.depth]?.object ?? null);
    },
  }),
  act('getInnerIterator', 'The iterator of the current level.', ['RecursiveIterator'], function* (_rt, state) {
    return addRef(state.top.object);
  }),
  emptyHook('beginIteration', 'Called when iteration starts.'),
  emptyHook('endIteration', 'Called when iteration ends.'),
  act('callHasChildren', 'Has the current element children?', ['bool'], function* (rt, state) {
    return unwrap(rt, yield* rt.callMethod(state.top.object, 'haschildren'));
  }),
  act('callGetChildren', 'The children of the current element.', ['RecursiveIterator', 'null'], function* (rt, state) {
    return unwrap(rt, yield* rt.callMethod(state.top.object, 'getchildren'));
  }),
  emptyHook('beginChildren', 'Called after going one level down.'),
  emptyHook('endChildren', 'Called before going one level up.'),
  emptyHook('nextElement', 'Called when the next element is there.'),
  method({
    name: 'setMaxDepth',
    doc: 'How deep to go; -1 without limit.',
    params: [p.int('maxDepth', { default: -1 })],
    returns: ['void'],
    impl: (rt, self, maxDepth) => {
      if (maxDepth < -1) return rt.argumentValueError(1, 'must be greater than or equal to -1');
      stateOf(self).maxDepth = Math.min(maxDepth, 0x7fffffff);
      return null;
    },
  }),
  method({
    name: 'getMaxDepth',
    doc: 'How deep to go; false without limit.',
    params: [],
    returns: ['int', 'false'],
    impl: (_rt, self) => {
      const { maxDepth } = stateOf(self);
      return maxDepth === -1 ? false : maxDepth;
    },
  }),
];

// ---- RecursiveTreeIterator ----

function* hasNext(rt: Executor, level: Level): NativeCode<boolean> {
  const answer = yield* rt.callMethod(level.object, 'hasnext');
  const yes = deref(answer) === true;
  release(rt, answer);
  return yes;
}

function* prefixOf(rt: Executor, state: RecursiveIt): NativeCode<string> {
  const levels = state.levels ?? [];
  let text = state.prefix[0] ?? '';
  for (let i = 0; i < levels.length - 1; i++) {
    text += state.prefix[(yield* hasNext(rt, levels[i] as Level)) ? 1 : 2] ?? '';
  }
  text += state.prefix[(yield* hasNext(rt, state.top)) ? 3 : 4] ?? '';
  return text + (state.prefix[5] ?? '');
}

function* entryOf(rt: Executor, state: RecursiveIt): NativeCode<string | null> {
  const value = unwrap(rt, yield* state.top.it.current());
  if (rt.exception !== null) return null;
  const text = value instanceof PhpArray ? 'Array' : yield* rt.toStringOf(value);
  release(rt, value);
  return text;
}

const treeMethods: readonly MethodDef[] = [
  method({
    name: '__construct',
    doc: 'Draws a recursive iterator as a tree.',
    params: [
      p.untyped('iterator'),
      p.int('flags', { default: BYPASS_KEY, text: 'RecursiveTreeIterator::BYPASS_KEY' }),
      p.int('cachingIteratorFlags', { default: CATCH_GET_CHILD, text: 'CachingIterator::CATCH_GET_CHILD' }),
      p.int('mode', { default: SELF_FIRST, text: 'RecursiveTreeIterator::SELF_FIRST' }),
    ],
    returns: null,
    *impl(rt, self, iterator, flags, cachingFlags, mode) {
      const inner = yield* aggregateIterator(rt, iterator);
      if (inner === null) return null;
      const caching = yield* rt.initObject(rt.classOf('RecursiveCachingIterator'));
      const ctor = caching?.ce.magic.constructor_ ?? null;
      if (caching === null || ctor === null) return null;
      release(rt, yield* callFunc(ctor, caching, [inner, cachingFlags]));
      release(rt, inner);
      yield* construct(rt, self, caching, mode, flags);
      return null;
    },
  }),
  act('key', 'The current key with prefix and postfix.', ['mixed'], function* (rt, state) {
    const key = unwrap(rt, yield* state.top.it.key());
    if ((state.flags & BYPASS_KEY) !== 0 || rt.exception !== null) return key;
    const text = yield* rt.toStringOf(key);
    release(rt, key);
    return text === null ? null : (yield* prefixOf(rt, state)) + text + state.postfix;
  }),
  act('current', 'The current element as a line of the tree.', ['mixed'], function* (rt, state) {
    if ((state.flags & BYPASS_CURRENT) !== 0) return unwrap(rt, yield* state.top.it.current());
    const entry = yield* entryOf(rt, state);
    return entry === null ? null : (yield* prefixOf(rt, state)) + entry + state.postfix;
  }),
  act('getPrefix', 'What comes before the current element.', ['string'], (rt, state) => prefixOf(rt, state)),
  method({
    name: 'setPostfix',
    doc: 'Sets what comes after each element.',
    params: [p.string('postfix')],
    returns: ['void'],
    impl: (_rt, self, postfix) => {
      stateOf(self).postfix = postfix;
      return null;
    },
  }),
  method({
    name: 'setPrefixPart',
    doc: 'Sets one of the parts of the prefix.',
    params: [p.int('part'), p.string('value')],
    returns: ['void'],
    impl: (rt, self, part, value) => {
      if (part < 0 || part > 5) return rt.argumentValueError(1, 'must be a RecursiveTreeIterator::PREFIX_* constant');
      stateOf(self).prefix[part] = value;
      return null;
    },
  }),
  act('getEntry', 'The current element as text.', ['string'], (rt, state) => entryOf(rt, state)),
  act('getPostfix', 'What comes after each element.', ['string'], function* (_rt, state) {
    return state.postfix;
  }),
];

const handlers: Partial<ClassHandlers> = {
  cloneable: false,
  forwardsTo: (obj) => stateOf(obj).levels?.at(-1)?.object ?? null,
  freeNative: (rt, obj) => {
    const state = stateOf(obj);
    while (state.levels !== null && state.levels.length > 0) leave(rt, state);
    state.levels = null;
  },
  gcChildren: (obj, visit) => {
    for (const level of stateOf(obj).levels ?? []) {
      visit(level.object);
      visit(level.object);
    }
  },
};

function create(_rt: Runtime, obj: PhpObject): void {
  obj.native = new RecursiveIt();
}

export const recursiveIteratorClasses: readonly ClassDef<MethodDef>[] = [
  {
    name: 'RecursiveIteratorIterator',
    interfaces: ['OuterIterator'],
    constants: constants({ LEAVES_ONLY, SELF_FIRST, CHILD_FIRST, CATCH_GET_CHILD }),
    methods: recursiveMethods,
    createObject: create,
    handlers,
  },
  {
    name: 'RecursiveTreeIterator',
    parent: 'RecursiveIteratorIterator',
    constants: constants({
      BYPASS_CURRENT,
      BYPASS_KEY,
      PREFIX_LEFT: 0,
      PREFIX_MID_HAS_NEXT: 1,
      PREFIX_MID_LAST: 2,
      PREFIX_END_HAS_NEXT: 3,
      PREFIX_END_LAST: 4,
      PREFIX_RIGHT: 5,
    }),
    methods: treeMethods,
    createObject: create,
  },
];
