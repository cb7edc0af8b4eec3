/**
 * SplFixedArray.
 * Source: php-src 8.2 ext/spl/spl_fixedarray.c
 */
import type { ClassDef } from '../object/class-def.ts';
import { BP_VAR_IS, type ObjectIterator } from '../object/class-handlers.ts';
import { stdHasDimension, stdReadDimension, stdUnsetDimension, stdWriteDimension } from '../object/dimensions.ts';
import type { NativeCode } from '../object/native-code.ts';
import { stdProperties } from '../object/object-vars.ts';
import type { Runtime } from '../object/runtime.ts';
import { normalizeKey } from '../value/array-key.ts';
import { floatToIntImplicit, toBool, toInt } from '../value/convert.ts';
import { PhpArray } from '../value/php-array.ts';
import type { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { addRef, deref, PhpFloat, PhpResource, type Zval } from '../value/zval.ts';
import { createInternalIterator } from './internal-iterator.ts';
import { type MethodDef, method, type Param, p, staticMethod } from './define.ts';
import { callFunc, loadMembers, overridden } from './spl-util.ts';

function elements(obj: PhpObject): Zval[] {
  return obj.native as Zval[];
}

/** spl_offset_convert_to_long: undefined after a TypeError. */
function toOffset(rt: Runtime, v: Zval): number | undefined {
  const at = deref(v);
  if (typeof at === 'number') return at;
  if (typeof at === 'bigint') return Number(at);
  if (typeof at === 'boolean') return at ? 1 : 0;
  if (at instanceof PhpFloat) return Number(floatToIntImplicit(rt, at.value));
  if (at instanceof PhpResource) return at.id;
  if (typeof at === 'string') {
    const key = normalizeKey(at);
    if (typeof key !== 'string') return Number(key);
  }
  rt.throwError('TypeError', 'Illegal offset type');
  return undefined;
}

/** The index within bounds; undefined after an exception. */
function indexOf(rt: Runtime, obj: PhpObject, offset: Zval): number | undefined {
  if (offset === undefined) {
    rt.throwError('RuntimeException', 'Index invalid or out of range');
    return undefined;
  }
  const at = toOffset(rt, offset);
  if (at === undefined) return undefined;
  if (at >= 0 && at < elements(obj).length) return at;
  rt.throwError('RuntimeException', 'Index invalid or out of range');
  return undefined;
}

function fetch(rt: Runtime, obj: PhpObject, offset: Zval): Zval {
  const at = indexOf(rt, obj, offset);
  return at === undefined ? undefined : addRef(deref(elements(obj)[at]));
}

function store(rt: Runtime, obj: PhpObject, offset: Zval, value: Zval): void {
  const at = indexOf(rt, obj, offset);
  if (at === undefined) return;
  const list = elements(obj);
  const old = list[at];
  list[at] = addRef(deref(value));
  release(rt, old);
}

function exists(rt: Runtime, obj: PhpObject, offset: Zval, checkEmpty: boolean): boolean {
  const at = toOffset(rt, offset);
  if (at === undefined || at < 0 || at >= elements(obj).length) return false;
  const v = deref(elements(obj)[at]);
  return checkEmpty ? toBool(v) : v !== null;
}

/** Sizes that PHP cannot have either (128 MB of zvals). */
const MAX_BYTES = 134217728;
const ZVAL_SIZE = 16;

function checkSize(rt: Runtime, size: number): void {
  if (size * ZVAL_SIZE <= MAX_BYTES) return;
  if (size >= 2 ** 60) {
    rt.fatalError(`Possible integer overflow in memory allocation (${BigInt(size)} * ${ZVAL_SIZE} + 0)`);
  }
  rt.fatalError(`Allowed memory size of ${MAX_BYTES} bytes exhausted (tried to allocate ${size * ZVAL_SIZE} bytes)`);
}

function resize(rt: Runtime, obj: PhpObject, size: number): void {
  checkSize(rt, size);
  const list = elements(obj);
  while (list.length < size) list.push(null);
  const dropped = list.splice(size);
  for (const v of dropped) release(rt, v);
}

const indexParam: Param<Zval> = p.untyped('index');

function* getIterator(rt: Runtime, obj: PhpObject, byRef: boolean): NativeCode<ObjectIterator | null> {
  if (byRef) return rt.throwError('Error', 'An iterator cannot be used with foreach by reference');
  obj.rc++;
  let at = 0;
  return {
    *rewind() {
      at = 0;
    },
    *valid() {
      return at < elements(obj).length;
    },
    *current() {
      const own = overridden(obj.ce, 'offsetget');
      if (own !== null) return yield* callFunc(own, obj, [at]);
      return addRef(deref(elements(obj)[at] ?? null));
    },
    *key() {
      return at;
    },
    *next() {
      at++;
    },
    free() {
      release(rt, obj);
    },
  };
}

const sizeMethods: readonly MethodDef[] = [
  method({
    name: '__construct',
    doc: 'An array of nulls.',
    params: [p.int('size', { default: 0 })],
    returns: null,
    impl: (rt, self, size) => {
      if (size < 0) return rt.argumentValueError(1, 'must be greater than or equal to 0');
      if (elements(self).length === 0) resize(rt, self, size);
      return null;
    },
  }),
  method({
    name: '__wakeup',
    doc: 'Turns the properties that unserialize() set into elements.',
    params: [],
    returns: ['void'],
    impl: (rt, self) => {
      if (elements(self).length > 0 || self.dyn === null) return null;
      for (const [, v] of self.dyn.entries()) elements(self).push(addRef(deref(v)));
      const { dyn } = self;
      self.dyn = null;
      release(rt, dyn);
      return null;
    },
  }),
  method({
    name: '__serialize',
    doc: 'The elements and properties for serialize().',
    params: [],
    returns: ['array'],
    tentative: false,
    impl: (_rt, self) => {
      const out = PhpArray.fromList(elements(self).map((v) => addRef(v)));
      for (const [key, v] of stdProperties(self).entries()) out.setStr(String(key), v);
      return out;
    },
  }),
  method({
    name: '__unserialize',
    doc: 'Restores the elements and properties.',
    params: [p.array('data')],
    returns: ['void'],
    tentative: false,
    impl: (rt, self, data) => {
      if (elements(self).length > 0) return null;
      const members = new PhpArray();
      for (const [key, v] of data.entries()) {
        if (typeof key === 'string') members.setStr(key, addRef(deref(v)));
        else elements(self).push(addRef(deref(v)));
      }
      loadMembers(rt, self, members);
      release(rt, members);
      return null;
    },
  }),
  method({ name: 'count', doc: 'The size.', params: [], returns: ['int'], impl: (_rt, self) => elements(self).length }),
  method({
    name: 'toArray',
    doc: 'The elements as a PHP array.',
    params: [],
    returns: ['array'],
    impl: (_rt, self) => PhpArray.fromList(elements(self).map((v) => addRef(v))),
  }),
  staticMethod({
    name: 'fromArray',
    doc: 'A fixed array with the values of a PHP array.',
    params: [p.array('array'), p.bool('preserveKeys', { default: true })],
    returns: ['SplFixedArray'],
    impl: (rt, _scope, array, preserveKeys) => {
      const made = fixedFromArray(array, preserveKeys);
      if (typeof made === 'string') return rt.throwError('InvalidArgumentException', made);
      const obj = rt.newObject(rt.classOf('SplFixedArray'));
      obj.native = made.map((v) => addRef(deref(v)));
      return obj;
    },
  }),
  method({
    name: 'getSize',
    doc: 'The size.',
    params: [],
    returns: ['int'],
    impl: (_rt, self) => elements(self).length,
  }),
  method({
    name: 'setSize',
    doc: 'Changes the size.',
    params: [p.int('size')],
    returns: null,
    impl: (rt, self, size) => {
      if (size < 0) return rt.argumentValueError(1, 'must be greater than or equal to 0');
      resize(rt, self, size);
      return true;
    },
  }),
];

/** The borrowed elements, or why not. */
function fixedFromArray(array: PhpArray, preserveKeys: boolean): Zval[] | string {
  if (!preserveKeys) return array.valueList();
  let max = -1;
  for (const key of array.keyList()) {
    if (typeof key === 'string' || key < 0) return 'array must contain only positive integer keys';
    if (Number(key) > max) max = Number(key);
  }
  if (max + 1 > 0x7fffffff) return 'integer overflow detected';
  const out: Zval[] = new Array<Zval>(max + 1).fill(null);
  for (const [key, v] of array.entries()) out[Number(key)] = v;
  return out;
}

const offsetMethods: readonly MethodDef[] = [
  method({
    name: 'offsetExists',
    doc: 'Is there a value that is not null?',
    params: [indexParam],
    returns: ['bool'],
    impl: (rt, self, index) => exists(rt, self, index, false),
  }),
  method({
    name: 'offsetGet',
    doc: 'The value at an index.',
    params: [indexParam],
    returns: ['mixed'],
    impl: (rt, self, index) => fetch(rt, self, index) ?? null,
  }),
  method({
    name: 'offsetSet',
    doc: 'Sets the value at an index.',
    params: [indexParam, p.mixed('value')],
    returns: ['void'],
    impl: (rt, self, index, value) => {
      store(rt, self, index, value);
      return null;
    },
  }),
  method({
    name: 'offsetUnset',
    doc: 'Sets null at an index.',
    params: [indexParam],
    returns: ['void'],
    impl: (rt, self, index) => {
      store(rt, self, index, null);
      return null;
    },
  }),
  method({
    name: 'getIterator',
    doc: 'An iterator over the elements.',
    params: [],
    returns: ['Iterator'],
    tentative: false,
    *impl(rt, self) {
      return yield* createInternalIterator(rt, self);
    },
  }),
  method({
    name: 'jsonSerialize',
    doc: 'The elements for json_encode().',
    params: [],
    returns: ['array'],
    tentative: false,
    impl: (_rt, self) => PhpArray.fromList(elements(self).map((v) => addRef(v))),
  }),
];

/** The class; `JsonSerializable` must be registered before. */
export const fixedArrayClass: ClassDef<MethodDef> = {
  name: 'SplFixedArray',
  interfaces: ['IteratorAggregate', 'ArrayAccess', 'Countable', 'JsonSerializable'],
  methods: [...sizeMethods, ...offsetMethods],
  createObject: (_rt, obj) => {
    obj.native = [];
  },
  getIterator,
  handlers: {
    plainDimensions: {
      reads: (obj) => overridden(obj.ce, 'offsetget') === null,
      writes: (obj) => overridden(obj.ce, 'offsetset') === null,
      read: (rt, obj, offset) => {
        if (offset !== undefined) return fetch(rt, obj, offset);
        rt.throwError('Error', '[] operator not supported for SplFixedArray');
        return undefined;
      },
      write: (rt, obj, offset, value) => {
        if (offset === undefined) rt.throwError('Error', '[] operator not supported for SplFixedArray');
        else store(rt, obj, offset, value);
      },
    },
    *readDimension(rt, obj, offset, mode) {
      if (mode === BP_VAR_IS && !(yield* hasDimension(rt, obj, offset, false))) return null;
      if (overridden(obj.ce, 'offsetget') !== null) return yield* stdReadDimension(rt, obj, offset, mode);
      if (offset === undefined) {
        rt.throwError('Error', '[] operator not supported for SplFixedArray');
        return undefined;
      }
      return fetch(rt, obj, offset);
    },
    *writeDimension(rt, obj, offset, value) {
      if (overridden(obj.ce, 'offsetset') !== null) yield* stdWriteDimension(rt, obj, offset, value);
      else if (offset === undefined) rt.throwError('Error', '[] operator not supported for SplFixedArray');
      else store(rt, obj, offset, value);
    },
    hasDimension,
    *unsetDimension(rt, obj, offset) {
      if (overridden(obj.ce, 'offsetunset') !== null) yield* stdUnsetDimension(rt, obj, offset);
      else store(rt, obj, offset, null);
    },
    *countElements(rt, obj) {
      const own = overridden(obj.ce, 'count');
      if (own === null) return elements(obj).length;
      const result = yield* callFunc(own, obj, []);
      const n = Number(toInt(rt, result));
      release(rt, result);
      return n;
    },
    getProperties: (_rt, obj) => {
      const table = stdProperties(obj);
      elements(obj).forEach((v, i) => {
        table.setInt(i, addRef(v));
      });
      return table;
    },
    cloneNative: (_rt, from, to) => {
      to.native = elements(from).map((v) => addRef(deref(v)));
    },
    freeNative: (rt, obj) => {
      const list = elements(obj);
      obj.native = [];
      for (const v of list) release(rt, v);
    },
    gcChildren: (obj, visit) => {
      for (const v of elements(obj)) visit(v);
    },
  },
};

function* hasDimension(rt: Runtime, obj: PhpObject, offset: Zval, checkEmpty: boolean): NativeCode<boolean> {
  if (overridden(obj.ce, 'offsetexists') !== null) return yield* stdHasDimension(rt, obj, offset, checkEmpty);
  return exists(rt, obj, offset, checkEmpty);
}
