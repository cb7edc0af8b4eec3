/**
 * MultipleIterator: several iterators side by side.
 * Source: php-src 8.2 ext/spl/spl_observer.c
 */
import type { ClassDef } from '../object/class-def.ts';
import type { NativeCode } from '../object/native-code.ts';
import { normalizeKey } from '../value/array-key.ts';
import { toBool } from '../value/convert.ts';
import { PhpArray } from '../value/php-array.ts';
import type { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { addRef, deref, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { type MethodDef, method, type Param, p } from './define.ts';
import { constants, debugTable, unwrap } from './spl-util.ts';

const NEED_ALL = 1;
const KEYS_ASSOC = 2;

interface Attached {
  readonly iterator: PhpObject;
  info: string | number | null;
}

interface State {
  flags: number;
  list: Attached[];
}

function stateOf(obj: PhpObject): State {
  return obj.native as State;
}

const iteratorParam: Param<PhpObject> = p.object('iterator', 'Iterator');

function* isValid(rt: Executor, iterator: PhpObject): NativeCode<boolean> {
  const answer = yield* rt.callMethod(iterator, 'valid');
  const yes = toBool(deref(answer));
  release(rt, answer);
  return yes;
}

/** current() or key() of all of them. */
function* collect(rt: Executor, self: PhpObject, what: 'current' | 'key'): NativeCode {
  const state = stateOf(self);
  if (state.list.length === 0) return rt.throwError('RuntimeException', `Called ${what}() on an invalid iterator`);
  const out = new PhpArray();
  for (const { iterator, info } of [...state.list]) {
    let value: Zval = null;
    if (yield* isValid(rt, iterator)) {
      value = unwrap(rt, yield* rt.callMethod(iterator, what));
    } else if ((state.flags & NEED_ALL) !== 0) {
      release(rt, out);
      return rt.throwError('RuntimeException', `Called ${what}() with non valid sub iterator`);
    }
    if ((state.flags & KEYS_ASSOC) === 0) out.append(value);
    else if (info === null) {
      release(rt, value);
      release(rt, out);
      return rt.throwError('InvalidArgumentException', 'Sub-Iterator is associated with NULL');
    } else out.update(rt, typeof info === 'string' ? normalizeKey(info) : info, value);
  }
  return out;
}

function forAll(name: string, doc: string): MethodDef {
  return method({
    name,
    doc,
    params: [],
    returns: ['void'],
    *impl(rt, self) {
      for (const { iterator } of [...stateOf(self).list]) release(rt, yield* rt.callMethod(iterator, name));
      return null;
    },
  });
}

const methods: readonly MethodDef[] = [
  method({
    name: '__construct',
    doc: 'No iterators yet.',
    params: [
      p.int('flags', {
        default: NEED_ALL,
        text: 'MultipleIterator::MIT_NEED_ALL | MultipleIterator::MIT_KEYS_NUMERIC',
      }),
    ],
    returns: null,
    impl: (_rt, self, flags) => {
      stateOf(self).flags = flags;
      return null;
    },
  }),
  method({
    name: 'getFlags',
    doc: 'The flags.',
    params: [],
    returns: ['int'],
    impl: (_rt, self) => stateOf(self).flags,
  }),
  method({
    name: 'setFlags',
    doc: 'Sets the flags.',
    params: [p.int('flags')],
    returns: ['void'],
    impl: (_rt, self, flags) => {
      stateOf(self).flags = flags;
      return null;
    },
  }),
  method({
    name: 'attachIterator',
    doc: 'Adds an iterator.',
    params: [iteratorParam, p.union('info', ['string', 'int', 'null'], { default: null })],
    returns: ['void'],
    impl: (rt, self, iterator, info) => {
      const { list } = stateOf(self);
      if (info !== null && list.some((x) => x.info === info)) {
        return rt.throwError('InvalidArgumentException', 'Key duplication error');
      }
      const known = list.find((x) => x.iterator === iterator);
      if (known !== undefined) known.info = info;
      else list.push({ iterator: addRef(iterator), info });
      return null;
    },
  }),
  method({
    name: 'detachIterator',
    doc: 'Takes out an iterator.',
    params: [iteratorParam],
    returns: ['void'],
    impl: (rt, self, iterator) => {
      const { list } = stateOf(self);
      const at = list.findIndex((x) => x.iterator === iterator);
      if (at >= 0) {
        list.splice(at, 1);
        release(rt, iterator);
      }
      return null;
    },
  }),
  method({
    name: 'containsIterator',
    doc: 'Is the iterator attached?',
    params: [iteratorParam],
    returns: ['bool'],
    impl: (_rt, self, iterator) => stateOf(self).list.some((x) => x.iterator === iterator),
  }),
  method({
    name: 'countIterators',
    doc: 'How many iterators.',
    params: [],
    returns: ['int'],
    impl: (_rt, self) => stateOf(self).list.length,
  }),
  forAll('rewind', 'Rewinds all of them.'),
  method({
    name: 'valid',
    doc: 'Is one (or are all) of them valid?',
    params: [],
    returns: ['bool'],
    *impl(rt, self) {
      const state = stateOf(self);
      if (state.list.length === 0) return false;
      const expect = (state.flags & NEED_ALL) !== 0;
      for (const { iterator } of [...state.list]) {
        if ((yield* isValid(rt, iterator)) !== expect) return !expect;
      }
      return expect;
    },
  }),
  method({
    name: 'key',
    doc: 'Their keys.',
    params: [],
    returns: ['array'],
    impl: (rt, self) => collect(rt, self, 'key'),
  }),
  method({
    name: 'current',
    doc: 'Their values.',
    params: [],
    returns: ['array'],
    impl: (rt, self) => collect(rt, self, 'current'),
  }),
  forAll('next', 'Moves all of them.'),
  method({
    name: '__debugInfo',
    doc: 'What var_dump shows.',
    params: [],
    returns: ['array'],
    impl: (_rt, self) => {
      const list = stateOf(self).list.map((x) =>
        PhpArray.fromEntries([
          ['obj', addRef(x.iterator)],
          ['inf', x.info],
        ]),
      );
      return debugTable(self, 'SplObjectStorage', [['storage', PhpArray.fromList(list)]]);
    },
  }),
];

export const multipleIteratorClass: ClassDef<MethodDef> = {
  name: 'MultipleIterator',
  interfaces: ['Iterator'],
  constants: constants({ MIT_NEED_ANY: 0, MIT_NEED_ALL: NEED_ALL, MIT_KEYS_NUMERIC: 0, MIT_KEYS_ASSOC: KEYS_ASSOC }),
  methods,
  createObject: (_rt, obj) => {
    const state: State = { flags: NEED_ALL, list: [] };
    obj.native = state;
  },
  handlers: {
    cloneNative: (_rt, from, to) => {
      const old = stateOf(from);
      const state: State = {
        flags: old.flags,
        list: old.list.map((x) => ({ iterator: addRef(x.iterator), info: x.info })),
      };
      to.native = state;
    },
    freeNative: (rt, obj) => {
      const { list } = stateOf(obj);
      stateOf(obj).list = [];
      for (const x of list) release(rt, x.iterator);
    },
    gcChildren: (obj, visit) => {
      for (const x of stateOf(obj).list) visit(x.iterator);
    },
  },
};
