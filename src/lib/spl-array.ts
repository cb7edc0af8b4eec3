/**
 * ArrayObject, ArrayIterator, RecursiveArrayIterator.
 * Source: php-src 8.2 ext/spl/spl_array.c
 */
import type { ClassDef } from '../object/class-def.ts';
import { BP_VAR_R } from '../object/class-handlers.ts';
import { displayName, instanceOf } from '../object/class-queries.ts';
import { PhpArray } from '../value/php-array.ts';
import { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { addRef } from '../value/zval.ts';
import { type MethodDef, method, p } from './define.ts';
import {
  arrayHandlers,
  elementExists,
  readElement,
  refusesChange,
  unsetElement,
  writeElement,
} from './spl-array-access.ts';
import {
  advanceCursor,
  backingOf,
  CHILD_ARRAYS_ONLY,
  CLONE_MASK,
  copyStorage,
  countElements,
  cursorPlace,
  INT_MASK,
  IS_SELF,
  rewindCursor,
  setStorage,
  splArray,
  USE_OTHER,
} from './spl-array-storage.ts';
import { serializationMethods } from './spl-array-serialize.ts';
import { sortMethods } from './spl-array-sort.ts';
import { callFunc, constants, overridden } from './spl-util.ts';
import {
  arrayParam,
  createArray,
  currentValue,
  debugMethod,
  flagsParam,
  getIterator,
  iteratorClassOf,
  keyParam,
} from './spl-array-parts.ts';

const offsetMethods: readonly MethodDef[] = [
  method({
    name: 'offsetExists',
    doc: 'Is the key there?',
    params: [keyParam],
    returns: ['bool'],
    impl: (rt, self, key) => elementExists(rt, self, key),
  }),
  method({
    name: 'offsetGet',
    doc: 'The value at a key.',
    params: [keyParam],
    returns: ['mixed'],
    impl: (rt, self, key) => readElement(rt, self, key, BP_VAR_R) ?? null,
  }),
  method({
    name: 'offsetSet',
    doc: 'Sets the value at a key; null appends.',
    params: [keyParam, p.mixed('value')],
    returns: ['void'],
    impl: (rt, self, key, value) => {
      writeElement(rt, self, key, value);
      return null;
    },
  }),
  method({
    name: 'offsetUnset',
    doc: 'Takes out a key.',
    params: [keyParam],
    returns: ['void'],
    impl: (rt, self, key) => {
      unsetElement(rt, self, key);
      return null;
    },
  }),
  method({
    name: 'append',
    doc: 'Appends a value.',
    params: [p.mixed('value')],
    returns: ['void'],
    *impl(rt, self, value) {
      if (backingOf(self).object !== null) {
        return rt.throwError(
          'Error',
          `Cannot append properties to objects, use ${displayName(self.ce.name)}::offsetSet() instead`,
        );
      }
      const set = overridden(self.ce, 'offsetset');
      if (set === null) writeElement(rt, self, null, value);
      else release(rt, yield* callFunc(set, self, [null, value]));
      return null;
    },
  }),
  method({
    name: 'getArrayCopy',
    doc: 'The storage as an array.',
    params: [],
    returns: ['array'],
    impl: (_rt, self) => copyStorage(backingOf(self)),
  }),
  method({
    name: 'count',
    doc: 'How many elements.',
    params: [],
    returns: ['int'],
    impl: (_rt, self) => countElements(backingOf(self)),
  }),
  method({
    name: 'getFlags',
    doc: 'The flags.',
    params: [],
    returns: ['int'],
    impl: (_rt, self) => splArray(self).flags & ~INT_MASK,
  }),
  method({
    name: 'setFlags',
    doc: 'Sets the flags.',
    params: [p.int('flags')],
    returns: ['void'],
    impl: (_rt, self, flags) => {
      const data = splArray(self);
      data.flags = (data.flags & INT_MASK) | (flags & ~INT_MASK);
      return null;
    },
  }),
];

const sharedMethods: readonly MethodDef[] = [...offsetMethods, ...sortMethods, ...serializationMethods];

const arrayObjectMethods: readonly MethodDef[] = [
  method({
    name: '__construct',
    doc: 'Wraps an array or an object.',
    params: [
      arrayParam,
      flagsParam,
      p.string('iteratorClass', { default: 'ArrayIterator', text: 'ArrayIterator::class' }),
    ],
    returns: null,
    *impl(rt, self, array, flags, iteratorClass) {
      const passed = rt.currentExecuteData?.numArgs ?? 0;
      if (passed === 0) return null;
      const ce = yield* iteratorClassOf(rt, 3, iteratorClass);
      if (ce === null) return null;
      if (passed > 2) splArray(self).iteratorClass = ce;
      setStorage(rt, self, array, flags & ~INT_MASK, passed === 1);
      return null;
    },
  }),
  ...sharedMethods,
  method({
    name: 'getIterator',
    doc: 'An iterator over the storage.',
    params: [],
    returns: ['Iterator'],
    *impl(rt, self) {
      const data = splArray(self);
      const made = yield* rt.initObject(data.iteratorClass ?? rt.classOf('ArrayIterator'));
      if (made === null) return null;
      const own = splArray(made);
      const old = own.array;
      own.flags = (data.flags & CLONE_MASK & ~IS_SELF) | USE_OTHER;
      own.array = addRef(self);
      release(rt, old);
      return made;
    },
  }),
  method({
    name: 'exchangeArray',
    doc: 'Wraps something else; returns the old elements.',
    params: [p.union('array', ['array', 'object'])],
    returns: ['array'],
    impl: (rt, self, array) => {
      if (refusesChange(rt, self)) return null;
      const old = copyStorage(backingOf(self));
      setStorage(rt, self, array, 0, true);
      return old;
    },
  }),
  method({
    name: 'setIteratorClass',
    doc: 'The class that getIterator() makes.',
    params: [p.string('iteratorClass')],
    returns: ['void'],
    *impl(rt, self, iteratorClass) {
      const ce = yield* iteratorClassOf(rt, 1, iteratorClass);
      if (ce !== null) splArray(self).iteratorClass = ce;
      return null;
    },
  }),
  method({
    name: 'getIteratorClass',
    doc: 'The class that getIterator() makes.',
    params: [],
    returns: ['string'],
    impl: (_rt, self) => splArray(self).iteratorClass?.name ?? 'ArrayIterator',
  }),
  debugMethod('ArrayObject'),
];

const iteratorMethods: readonly MethodDef[] = [
  method({
    name: '__construct',
    doc: 'Iterates over an array or the properties of an object.',
    params: [arrayParam, flagsParam],
    returns: null,
    impl: (rt, self, array, flags) => {
      const passed = rt.currentExecuteData?.numArgs ?? 0;
      if (passed > 0) setStorage(rt, self, array, flags & ~INT_MASK, passed === 1);
      return null;
    },
  }),
  ...sharedMethods,
  method({
    name: 'rewind',
    doc: 'Goes to the first element.',
    params: [],
    returns: ['void'],
    impl: (_rt, self) => {
      rewindCursor(backingOf(self), splArray(self));
      return null;
    },
  }),
  method({
    name: 'current',
    doc: 'The current value.',
    params: [],
    returns: ['mixed'],
    impl: (_rt, self) => currentValue(self),
  }),
  method({
    name: 'key',
    doc: 'The current key.',
    params: [],
    returns: ['string', 'int', 'null'],
    impl: (_rt, self) => cursorPlace(backingOf(self), splArray(self))?.key ?? null,
  }),
  method({
    name: 'next',
    doc: 'Goes to the next element.',
    params: [],
    returns: ['void'],
    impl: (_rt, self) => {
      advanceCursor(backingOf(self), splArray(self));
      return null;
    },
  }),
  method({
    name: 'valid',
    doc: 'Is there a current element?',
    params: [],
    returns: ['bool'],
    impl: (_rt, self) => cursorPlace(backingOf(self), splArray(self)) !== null,
  }),
  method({
    name: 'seek',
    doc: 'Goes to an element by its number.',
    params: [p.int('offset')],
    returns: ['void'],
    impl: (rt, self, offset) => {
      const backing = backingOf(self);
      const data = splArray(self);
      if (offset >= 0 && offset < countElements(backing)) {
        rewindCursor(backing, data);
        for (let i = 0; i < offset; i++) advanceCursor(backing, data);
        if (cursorPlace(backing, data) !== null) return null;
      }
      return rt.throwError('OutOfBoundsException', `Seek position ${offset} is out of range`);
    },
  }),
  debugMethod('ArrayIterator'),
];

const recursiveMethods: readonly MethodDef[] = [
  method({
    name: 'hasChildren',
    doc: 'Is the current value an array or an object?',
    params: [],
    returns: ['bool'],
    impl: (_rt, self) => {
      const v = currentValue(self);
      const yes = v instanceof PhpArray || (v instanceof PhpObject && (splArray(self).flags & CHILD_ARRAYS_ONLY) === 0);
      release(_rt, v);
      return yes;
    },
  }),
  method({
    name: 'getChildren',
    doc: 'An iterator over the current value.',
    params: [],
    returns: ['RecursiveArrayIterator', 'null'],
    *impl(rt, self) {
      const v = currentValue(self);
      const { flags } = splArray(self);
      if (v instanceof PhpObject) {
        if ((flags & CHILD_ARRAYS_ONLY) !== 0) {
          release(rt, v);
          return null;
        }
        if (instanceOf(v.ce, self.ce)) return v;
      }
      try {
        const made = yield* rt.initObject(self.ce);
        const ctor = made?.ce.magic.constructor_ ?? null;
        if (made === null || ctor === null) return made;
        release(rt, yield* callFunc(ctor, made, [v, flags]));
        return made;
      } finally {
        release(rt, v);
      }
    },
  }),
];

export const arrayClasses: readonly ClassDef<MethodDef>[] = [
  {
    name: 'ArrayObject',
    interfaces: ['IteratorAggregate', 'ArrayAccess', 'Serializable', 'Countable'],
    constants: constants({ STD_PROP_LIST: 1, ARRAY_AS_PROPS: 2 }),
    methods: arrayObjectMethods,
    createObject: createArray,
    handlers: arrayHandlers,
  },
  {
    name: 'ArrayIterator',
    interfaces: ['SeekableIterator', 'ArrayAccess', 'Serializable', 'Countable'],
    constants: constants({ STD_PROP_LIST: 1, ARRAY_AS_PROPS: 2 }),
    methods: iteratorMethods,
    createObject: createArray,
    getIterator,
    handlers: arrayHandlers,
  },
  {
    name: 'RecursiveArrayIterator',
    parent: 'ArrayIterator',
    interfaces: ['RecursiveIterator'],
    constants: constants({ CHILD_ARRAYS_ONLY: 4 }),
    methods: recursiveMethods,
    createObject: createArray,
  },
];
