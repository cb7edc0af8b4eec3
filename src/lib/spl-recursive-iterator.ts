/**
 * RecursiveIteratorIterator and RecursiveTreeIterator.
 * Source: php-src 8.2 ext/spl/spl_iterators.c (spl_recursive_it_*)
 */
import type { Func } from '../bytecode/op-array.ts';
import type { ClassDef } from '../object/class-def.ts';
import type { ClassHandlers, ObjectIterator } from '../object/class-handlers.ts';
import { displayName, instanceOf } from '../object/class-queries.ts';
import { callCatching, type NativeCode } from '../object/native-code.ts';
import type { Runtime } from '../object/runtime.ts';
import { toBool } from '../value/convert.ts';
import { PhpArray } from '../value/php-array.ts';
import { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { addRef, deref, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { iteratorOf } from '../vm/iterate.ts';
import { type MethodDef, method, p } from './define.ts';
import { callFunc, constants, overridden, unwrap } from './spl-util.ts';

const LEAVES_ONLY = 0;
const SELF_FIRST = 1;
const CHILD_FIRST = 2;
const CATCH_GET_CHILD = 16;
const BYPASS_CURRENT = 4;
const BYPASS_KEY = 8;

/** What happens next with the element a level stands on. */
type State = 'next' | 'start' | 'test' | 'self' | 'call';

interface Level {
  readonly object: PhpObject;
  readonly it: ObjectIterator;
  state: State;
}

class RecursiveIt {
  /** Null until constructed; the innermost level is last. */
  levels: Level[] | null = null;
  mode = LEAVES_ONLY;
  flags = 0;
  maxDepth = -1;
  inIteration = false;
  readonly prefix: string[] = ['', '| ', '  ', '|-', '\\-', ''];
  postfix = '';

  get top(): Level {
    const levels = this.levels as Level[];
    return levels[levels.length - 1] as Level;
  }

  get depth(): number {
    return (this.levels?.length ?? 1) - 1;
  }
}

function stateOf(obj: PhpObject): RecursiveIt {
  return obj.native as RecursiveIt;
}

/** The state of a constructed iterator; null after an Error. */
function constructed(rt: Executor, self: PhpObject): RecursiveIt | null {
  const state = stateOf(self);
  if (state.levels !== null) return state;
  return rt.throwError('Error', `The ${displayName(self.ce.name)} instance wasn't initialized properly`);
}

/** Calls a method; false when it threw and the exception stands (it is dropped under CATCH_GET_CHILD). */
function* attempt(rt: Executor, state: RecursiveIt, obj: PhpObject, func: Func | undefined): NativeCode<{ ok: boolean; value: Zval }> {
  if (func === undefined) return { ok: true, value: undefined };
  const value = yield* callCatching({ func, object: obj, calledScope: obj.ce, closure: null, magicName: null }, []);
  if (rt.exception === null) return { ok: true, value };
  if ((state.flags & CATCH_GET_CHILD) === 0) return { ok: false, value: undefined };
  rt.clearException();
  return { ok: true, value: undefined };
}

/** Calls a hook that a subclass overrides; false when it threw. */
function* hook(rt: Executor, state: RecursiveIt, self: PhpObject, lcName: string): NativeCode<boolean> {
  const func = overridden(self.ce, lcName);
  if (func === null) return true;
  const { ok, value } = yield* attempt(rt, state, self, func);
  release(rt, value);
  return ok;
}

/** One step of the machine: `more` goes on, `stop` shows the element or ends, `up` means no more elements on this level. */
type Step = 'more' | 'stop' | 'up';

function* testElement(rt: Executor, self: PhpObject, state: RecursiveIt, level: Level): NativeCode<Step> {
  const own = overridden(self.ce, 'callhaschildren');
  const target = own === null ? level.object : self;
  const func = own ?? level.object.ce.functionTable.get('haschildren');
  const { ok, value } = yield* attempt(rt, state, target, func);
  if (!ok) {
    level.state = 'next';
    return 'stop';
  }
  const has = value !== undefined && toBool(deref(value));
  release(rt, value);
  if (has) {
    if (state.maxDepth === -1 || state.maxDepth > state.depth) {
      level.state = state.mode === SELF_FIRST ? 'self' : 'call';
      return 'more';
    }
    if (state.mode === LEAVES_ONLY) {
      level.state = 'next';
      return 'more';
    }
  }
  level.state = 'next';
  yield* hook(rt, state, self, 'nextelement');
  return 'stop';
}

function* descend(rt: Executor, self: PhpObject, state: RecursiveIt, level: Level): NativeCode<Step> {
  const own = overridden(self.ce, 'callgetchildren');
  const target = own === null ? level.object : self;
  const func = own ?? level.object.ce.functionTable.get('getchildren');
  const { ok, value: child } = yield* attempt(rt, state, target, func);
  if (!ok) return 'stop';
  if (child === undefined) {
    level.state = 'next';
    return 'more';
  }
  if (!(child instanceof PhpObject) || !instanceOf(child.ce, rt.classOf('RecursiveIterator'))) {
    release(rt, child);
    rt.throwError('UnexpectedValueException', 'Objects returned by RecursiveIterator::getChildren() must implement RecursiveIterator');
    return 'stop';
  }
  level.state = state.mode === CHILD_FIRST ? 'self' : 'next';
  const it = yield* iteratorOf(rt, child, false);
  if (it === null || state.levels === null) {
    release(rt, child);
    return 'stop';
  }
  state.levels.push({ object: child, it, state: 'start' });
  yield* it.rewind();
  if (rt.exception !== null) return 'stop';
  return (yield* hook(rt, state, self, 'beginchildren')) ? 'more' : 'stop';
}

function* step(rt: Executor, self: PhpObject, state: RecursiveIt): NativeCode<Step> {
  const level = state.top;
  switch (level.state) {
    case 'next':
      yield* level.it.next();
      if (rt.exception !== null) {
        if ((state.flags & CATCH_GET_CHILD) === 0) return 'stop';
        rt.clearException();
      }
      level.state = 'start';
      return 'more';
    case 'start':
      if (!(yield* level.it.valid())) return 'up';
      level.state = 'test';
      return 'more';
    case 'test':
      return yield* testElement(rt, self, state, level);
    case 'self':
      level.state = state.mode === SELF_FIRST ? 'call' : 'next';
      yield* hook(rt, state, self, 'nextelement');
      return 'stop';
    default:
      return yield* descend(rt, self, state, level);
  }
}

/** Leaves the innermost level. */
function leave(rt: Runtime, state: RecursiveIt): void {
  const level = state.levels?.pop();
  if (level === undefined) return;
  level.it.free();
  release(rt, level.object);
}

function* moveForward(rt: Executor, self: PhpObject, state: RecursiveIt): NativeCode<void> {
  while (rt.exception === null && state.levels !== null) {
    const what = yield* step(rt, self, state);
    if (what === 'stop') return;
    if (what === 'more') continue;
    if (state.depth === 0) return;
    if (!(yield* hook(rt, state, self, 'endchildren'))) return;
    if (state.depth > 0) leave(rt, state);
  }
}

function* rewind(rt: Executor, self: PhpObject, state: RecursiveIt): NativeCode<void> {
  while (state.depth > 0) {
    leave(rt, state);
    const end = overridden(self.ce, 'endchildren');
    if (rt.exception === null && end !== null) release(rt, yield* callFunc(end, self, []));
  }
  state.top.state = 'start';
  yield* state.top.it.rewind();
  const begin = overridden(self.ce, 'beginiteration');
  if (rt.exception === null && begin !== null && !state.inIteration) release(rt, yield* callFunc(begin, self, []));
  state.inIteration = true;
  yield* moveForward(rt, self, state);
}

function* valid(rt: Executor, self: PhpObject, state: RecursiveIt): NativeCode<boolean> {
  const levels = state.levels ?? [];
  for (let i = levels.length - 1; i >= 0; i--) {
    if (yield* (levels[i] as Level).it.valid()) return true;
  }
  const end = overridden(self.ce, 'enditeration');
  if (end !== null && state.inIteration) release(rt, yield* callFunc(end, self, []));
  state.inIteration = false;
  return false;
}

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
  return rt.throwError('InvalidArgumentException', 'An instance of RecursiveIterator or IteratorAggregate creating it is required');
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
