/**
 * RegexIterator and RecursiveRegexIterator.
 * Source: php-src 8.2 ext/spl/spl_iterators.c
 */
import type { ClassDef } from '../object/class-def.ts';
import { call, type NativeCode } from '../object/native-code.ts';
import { toBool, toInt } from '../value/convert.ts';
import { PhpArray } from '../value/php-array.ts';
import type { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { addRef, PhpReference, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { type MethodDef, method, type Param, p } from './define.ts';
import { beginConstruct, createDual, type DualIt, dual, rawDual, setInner } from './spl-dual-iterator.ts';
import { act, iteratorParam, recursiveParam } from './spl-iterator-methods.ts';
import { callFunc, constants, unwrap } from './spl-util.ts';

const USE_KEY = 1;
const INVERT_MATCH = 2;
const MATCH = 0;
const GET_MATCH = 1;
const ALL_MATCHES = 2;
const SPLIT = 3;
const REPLACE = 4;
const BAD_MODE =
  'must be RegexIterator::MATCH, RegexIterator::GET_MATCH, RegexIterator::ALL_MATCHES, RegexIterator::SPLIT, or RegexIterator::REPLACE';

/** Calls a function of ext/pcre. Owned result. */
function* pcre(rt: Executor, name: string, args: readonly Zval[]): NativeCode {
  const callable = rt.resolveCallable(name);
  if (callable === null) return rt.throwError('Error', `Call to undefined function ${name}()`);
  return yield* call(callable, args);
}

/** Replaces the current value by an owned one. */
function setCurrent(rt: Executor, data: DualIt, value: Zval): void {
  const old = data.data;
  data.data = value;
  release(rt, old);
}

function* matchMode(rt: Executor, self: PhpObject, data: DualIt, subject: string): NativeCode<boolean> {
  switch (data.mode) {
    case GET_MATCH:
    case ALL_MATCHES: {
      const matches = new PhpReference(null);
      const name = data.mode === GET_MATCH ? 'preg_match' : 'preg_match_all';
      const flags = data.mode === ALL_MATCHES && data.pregFlags === 0 ? 1 : data.pregFlags;
      const count = yield* pcre(rt, name, [data.regex, subject, matches, flags]);
      setCurrent(rt, data, addRef(matches.val));
      release(rt, matches);
      return toInt(rt, count) > 0;
    }
    case SPLIT: {
      const parts = yield* pcre(rt, 'preg_split', [data.regex, subject, -1, data.pregFlags]);
      setCurrent(rt, data, parts);
      return parts instanceof PhpArray && parts.count > 1;
    }
    case REPLACE: {
      const held = yield* rt.readProperty(self, 'replacement');
      const replacement = yield* rt.toStringOf(held);
      release(rt, held);
      if (replacement === null) return false;
      const count = new PhpReference(0);
      const result = yield* pcre(rt, 'preg_replace', [data.regex, replacement, subject, -1, count]);
      const replaced = toInt(rt, count.val) > 0;
      release(rt, count);
      if ((data.flags & USE_KEY) === 0) {
        setCurrent(rt, data, result);
      } else {
        const old = data.key;
        data.key = result;
        release(rt, old);
      }
      return replaced;
    }
    default:
      return toBool(yield* pcre(rt, 'preg_match', [data.regex, subject]));
  }
}

/** RegexIterator::accept() */
function* accept(rt: Executor, self: PhpObject, data: DualIt): NativeCode {
  if (data.data === undefined) return false;
  const byKey = (data.flags & USE_KEY) !== 0;
  if (!byKey && data.data instanceof PhpArray) return false;
  const subject = yield* rt.toStringOf(byKey ? data.key : data.data);
  if (subject === null) return null;
  const yes = yield* matchMode(rt, self, data, subject);
  return (data.flags & INVERT_MATCH) !== 0 ? !yes : yes;
}

function construct(className: string, inner: Param<PhpObject>): MethodDef {
  return method({
    name: '__construct',
    doc: 'Filters an iterator with a regular expression.',
    params: [
      inner,
      p.string('pattern'),
      p.int('mode', { default: MATCH, text: `${className}::MATCH` }),
      p.int('flags', { default: 0 }),
      p.int('pregFlags', { default: 0 }),
    ],
    returns: null,
    *impl(rt, self, iterator, pattern, mode, flags, pregFlags) {
      if (!beginConstruct(rt, self, className)) return null;
      if (mode < MATCH || mode > REPLACE) return rt.argumentValueError(3, BAD_MODE);
      const data = rawDual(self);
      data.regex = pattern;
      data.mode = mode;
      data.flags = flags;
      data.pregFlags = pregFlags;
      yield* setInner(rt, self, iterator);
      return null;
    },
  });
}

function setter(
  name: string,
  doc: string,
  param: string,
  set: (rt: Executor, data: DualIt, n: number) => void,
): MethodDef {
  return method({
    name,
    doc,
    params: [p.int(param)],
    returns: ['void'],
    impl: (rt, self, n) => {
      const data = dual(rt, self);
      if (data !== null) set(rt, data, n);
      return null;
    },
  });
}

const regexMethods: readonly MethodDef[] = [
  construct('RegexIterator', iteratorParam),
  act('accept', 'Does the expression match the current element?', ['bool'], (rt, data, self) => accept(rt, self, data)),
  act('getMode', 'The mode.', ['int'], function* (_rt, data) {
    return data.mode;
  }),
  setter('setMode', 'Sets the mode.', 'mode', (rt, data, mode) => {
    if (mode < MATCH || mode > REPLACE) rt.argumentValueError(1, BAD_MODE);
    else data.mode = mode;
  }),
  act('getFlags', 'The flags.', ['int'], function* (_rt, data) {
    return data.flags;
  }),
  setter('setFlags', 'Sets the flags.', 'flags', (_rt, data, flags) => {
    data.flags = flags;
  }),
  act('getPregFlags', 'The flags of the expression.', ['int'], function* (_rt, data) {
    return data.pregFlags;
  }),
  setter('setPregFlags', 'Sets the flags of the expression.', 'pregFlags', (_rt, data, flags) => {
    data.pregFlags = flags;
  }),
  act('getRegex', 'The expression.', ['string'], function* (_rt, data) {
    return data.regex;
  }),
];

const recursiveRegexMethods: readonly MethodDef[] = [
  construct('RecursiveRegexIterator', recursiveParam),
  act(
    'accept',
    'Does the expression match the current element, or has it children?',
    ['bool'],
    function* (rt, data, self) {
      if (data.data instanceof PhpArray) return data.data.count > 0;
      return yield* accept(rt, self, data);
    },
  ),
  act('hasChildren', 'Has the current element children?', ['bool'], function* (rt, data) {
    return data.inner === null ? false : unwrap(rt, yield* rt.callMethod(data.inner, 'haschildren'));
  }),
  act('getChildren', 'The children, filtered too.', ['RecursiveRegexIterator'], function* (rt, data, self) {
    if (data.inner === null) return null;
    const children = yield* rt.callMethod(data.inner, 'getchildren');
    try {
      const made = rt.exception === null ? yield* rt.initObject(self.ce) : null;
      const ctor = made?.ce.magic.constructor_ ?? null;
      if (made === null || ctor === null) return made;
      release(rt, yield* callFunc(ctor, made, [children, data.regex, data.mode, data.flags, data.pregFlags]));
      return made;
    } finally {
      release(rt, children);
    }
  }),
];

export const regexIteratorClasses: readonly ClassDef<MethodDef>[] = [
  {
    name: 'RegexIterator',
    parent: 'FilterIterator',
    constants: constants({ USE_KEY, INVERT_MATCH, MATCH, GET_MATCH, ALL_MATCHES, SPLIT, REPLACE }),
    properties: [{ name: 'replacement', flags: 0, type: null, default: null }],
    methods: regexMethods,
    createObject: createDual,
  },
  {
    name: 'RecursiveRegexIterator',
    parent: 'RegexIterator',
    interfaces: ['RecursiveIterator'],
    methods: recursiveRegexMethods,
    createObject: createDual,
  },
];
