/**
 * SplObjectStorage: a map from objects to data.
 * Source: php-src 8.2 ext/spl/spl_observer.c
 */
import type { ClassDef } from '../object/class-def.ts';
import { BP_VAR_IS } from '../object/class-handlers.ts';
import { stdReadDimension } from '../object/dimensions.ts';
import type { NativeCode } from '../object/native-code.ts';
import { compare } from '../value/compare.ts';
import { PhpArray } from '../value/php-array.ts';
import { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { addRef, deref, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { type MethodDef, method, p } from './define.ts';
import { type Key, ObjectStorage } from './spl-object-store.ts';
import { readHead, readMembers, readSerialized, serializeValue } from './spl-serialize.ts';
import type { SerializedReader } from './unserialize-reader.ts';
import { loadMembers, membersArray, overridden } from './spl-util.ts';
import {
  attach,
  contains,
  debugInfo,
  detach,
  infoParam,
  keyOf,
  objectArgument,
  objectParam,
  storageOf,
  storageParam,
  untypedObject,
} from './spl-object-storage-parts.ts';

function attachMethod(name: string, doc: string, untyped: boolean): MethodDef {
  return method({
    name,
    doc,
    params: [untyped ? untypedObject : objectParam, infoParam],
    returns: ['void'],
    *impl(rt, self, object, info) {
      const obj = objectArgument(rt, object);
      if (obj !== null) yield* attach(rt, self, obj, info);
      return null;
    },
  });
}

function detachMethod(name: string, untyped: boolean): MethodDef {
  return method({
    name,
    doc: 'Takes an object out.',
    params: [untyped ? untypedObject : objectParam],
    returns: ['void'],
    *impl(rt, self, object) {
      const obj = objectArgument(rt, object);
      if (obj === null) return null;
      yield* detach(rt, self, obj);
      storageOf(self).rewind();
      return null;
    },
  });
}

function containsMethod(name: string, untyped: boolean): MethodDef {
  return method({
    name,
    doc: 'Is the object stored?',
    params: [untyped ? untypedObject : objectParam],
    returns: ['bool'],
    *impl(rt, self, object) {
      const obj = objectArgument(rt, object);
      return obj === null ? null : yield* contains(rt, self, obj);
    },
  });
}

const setMethods: readonly MethodDef[] = [
  attachMethod('attach', 'Stores an object with data.', false),
  detachMethod('detach', false),
  containsMethod('contains', false),
  method({
    name: 'addAll',
    doc: 'Stores everything of another storage.',
    params: [storageParam],
    returns: ['int'],
    *impl(rt, self, other) {
      for (const entry of [...storageOf(other).entries()]) yield* attach(rt, self, entry.obj, entry.inf);
      storageOf(self).rewind();
      return storageOf(self).byKey.size;
    },
  }),
  method({
    name: 'removeAll',
    doc: 'Takes out everything another storage has.',
    params: [storageParam],
    returns: ['int'],
    *impl(rt, self, other) {
      for (const entry of [...storageOf(other).entries()]) yield* detach(rt, self, entry.obj);
      storageOf(self).rewind();
      return storageOf(self).byKey.size;
    },
  }),
  method({
    name: 'removeAllExcept',
    doc: 'Takes out everything another storage does not have.',
    params: [storageParam],
    returns: ['int'],
    *impl(rt, self, other) {
      for (const entry of [...storageOf(self).entries()]) {
        if (!(yield* contains(rt, other, entry.obj))) yield* detach(rt, self, entry.obj);
      }
      storageOf(self).rewind();
      return storageOf(self).byKey.size;
    },
  }),
  method({
    name: 'getInfo',
    doc: 'The data of the current object.',
    params: [],
    returns: ['mixed'],
    impl: (_rt, self) => addRef(storageOf(self).current()?.inf ?? null),
  }),
  method({
    name: 'setInfo',
    doc: 'Sets the data of the current object.',
    params: [p.mixed('info')],
    returns: ['void'],
    impl: (rt, self, info) => {
      const entry = storageOf(self).current();
      if (entry === null) return null;
      const old = entry.inf;
      entry.inf = addRef(info);
      release(rt, old);
      return null;
    },
  }),
  method({
    name: 'count',
    doc: 'How many objects.',
    params: [p.int('mode', { default: 0, text: 'COUNT_NORMAL' })],
    returns: ['int'],
    impl: (_rt, self) => storageOf(self).byKey.size,
  }),
];

const iterationMethods: readonly MethodDef[] = [
  method({
    name: 'rewind',
    doc: 'Goes to the first object.',
    params: [],
    returns: ['void'],
    impl: (_rt, self) => {
      storageOf(self).rewind();
      return null;
    },
  }),
  method({
    name: 'valid',
    doc: 'Is there a current object?',
    params: [],
    returns: ['bool'],
    impl: (_rt, self) => storageOf(self).current() !== null,
  }),
  method({ name: 'key', doc: 'The index.', params: [], returns: ['int'], impl: (_rt, self) => storageOf(self).index }),
  method({
    name: 'current',
    doc: 'The current object.',
    params: [],
    returns: ['object'],
    impl: (rt, self) => {
      const entry = storageOf(self).current();
      return entry === null
        ? rt.throwError('RuntimeException', 'Called current() on invalid iterator')
        : addRef(entry.obj);
    },
  }),
  method({
    name: 'next',
    doc: 'Goes to the next object.',
    params: [],
    returns: ['void'],
    impl: (_rt, self) => {
      const storage = storageOf(self);
      if (storage.current() !== null) {
        storage.pos++;
        storage.index++;
      }
      return null;
    },
  }),
];

/** SplObjectStorage::unserialize(): `x:i:count;object,info;...;m:members` */
function* readStorage(rt: Executor, self: PhpObject, reader: SerializedReader): NativeCode<boolean> {
  const count = yield* readHead(reader);
  if (count === undefined || count < 0) return false;
  for (let left = count; left > 0; left--) {
    // the count, and each entry, ends with a semicolon
    if (!reader.take(';')) return false;
    if (!/[OCr]/.test(reader.peek())) return false;
    const obj = yield* reader.value();
    if (obj === undefined) return false;
    const inf = reader.take(',') ? yield* reader.value() : null;
    if (inf === undefined || !(obj instanceof PhpObject)) return false;
    yield* attach(rt, self, obj, inf);
    if (rt.exception !== null) return false;
  }
  if (!reader.take(';')) return false;
  const members = yield* readMembers(reader);
  if (members === undefined) return false;
  loadMembers(rt, self, members);
  return true;
}

const serializationMethods: readonly MethodDef[] = [
  method({
    name: 'unserialize',
    doc: 'Restores the storage from the text of serialize().',
    params: [p.string('data')],
    returns: ['void'],
    *impl(rt, self, data) {
      if (data === '') return null;
      yield* readSerialized(rt, data, (reader) => readStorage(rt, self, reader));
      return null;
    },
  }),
  method({
    name: 'serialize',
    doc: 'The storage as text.',
    params: [],
    returns: ['string'],
    *impl(rt, self) {
      const storage = storageOf(self);
      let text = `x:i:${storage.byKey.size};`;
      for (const entry of [...storage.entries()]) {
        const obj = yield* serializeValue(rt, entry.obj);
        const inf = obj === null ? null : yield* serializeValue(rt, entry.inf);
        if (inf === null) return null;
        text += `${obj},${inf};`;
      }
      const members = membersArray(self);
      const tail = yield* serializeValue(rt, members);
      release(rt, members);
      return tail === null ? null : `${text}m:${tail}`;
    },
  }),
  method({
    name: '__serialize',
    doc: 'The storage as an array for serialize().',
    params: [],
    returns: ['array'],
    impl: (_rt, self) => {
      const list: Zval[] = [];
      for (const entry of storageOf(self).entries()) list.push(addRef(entry.obj), addRef(entry.inf));
      return PhpArray.fromList([PhpArray.fromList(list), membersArray(self)]);
    },
  }),
  method({
    name: '__unserialize',
    doc: 'Restores the storage from the array of __serialize().',
    params: [p.array('data')],
    returns: ['void'],
    *impl(rt, self, data) {
      const storage = deref(data.getInt(0));
      const members = deref(data.getInt(1));
      if (data.count !== 2 || !(storage instanceof PhpArray) || !(members instanceof PhpArray)) {
        return rt.throwError('UnexpectedValueException', 'Incomplete or ill-typed serialization data');
      }
      if (storage.count % 2 !== 0) return rt.throwError('UnexpectedValueException', 'Odd number of elements');
      const values = storage.valueList();
      for (let i = 0; i < values.length; i += 2) {
        const obj = deref(values[i]);
        if (!(obj instanceof PhpObject)) return rt.throwError('UnexpectedValueException', 'Non-object key');
        yield* attach(rt, self, obj, deref(values[i + 1]));
      }
      loadMembers(rt, self, members);
      return null;
    },
  }),
];

const offsetMethods: readonly MethodDef[] = [
  containsMethod('offsetExists', true),
  method({
    name: 'offsetGet',
    doc: 'The data of an object.',
    params: [untypedObject],
    returns: ['mixed'],
    *impl(rt, self, object) {
      const obj = objectArgument(rt, object);
      if (obj === null) return null;
      const key = yield* keyOf(rt, self, obj);
      if (key === null) return null;
      const entry = storageOf(self).get(key);
      return entry === null ? rt.throwError('UnexpectedValueException', 'Object not found') : addRef(deref(entry.inf));
    },
  }),
  attachMethod('offsetSet', 'Stores an object with data.', true),
  detachMethod('offsetUnset', true),
  method({
    name: 'getHash',
    doc: 'What identifies an object.',
    params: [objectParam],
    returns: ['string'],
    impl: (_rt, _self, object) => object.handle.toString(16).padStart(16, '0') + '0'.repeat(16),
  }),
];

export const objectStorageClass: ClassDef<MethodDef> = {
  name: 'SplObjectStorage',
  interfaces: ['Countable', 'Iterator', 'Serializable', 'ArrayAccess'],
  methods: [...setMethods, ...iterationMethods, ...serializationMethods, ...offsetMethods, debugInfo],
  createObject: (_rt, obj) => {
    obj.native = new ObjectStorage();
  },
  handlers: {
    // spl_object_storage_read_dimension: no frame of offsetGet() is in a trace
    *readDimension(rt, obj, offset, mode) {
      const key = deref(offset);
      const { ce } = obj;
      if (!(key instanceof PhpObject) || overridden(ce, 'offsetget') !== null || overridden(ce, 'gethash') !== null) {
        return yield* stdReadDimension(rt, obj, offset, mode);
      }
      const entry = storageOf(obj).get(key.handle);
      if (entry !== null) return addRef(deref(entry.inf));
      return mode === BP_VAR_IS ? null : rt.throwError('UnexpectedValueException', 'Object not found');
    },
    cloneNative: (_rt, from, to) => {
      const copy = new ObjectStorage();
      const storage = storageOf(from);
      storage.slots.forEach((entry, i) => {
        if (entry !== null) copy.add(storage.keys[i] as Key, { obj: addRef(entry.obj), inf: addRef(entry.inf) });
      });
      to.native = copy;
    },
    compare: (rt, a, b) => {
      const ce = rt.classOf('SplObjectStorage');
      if (!(a instanceof PhpObject) || !(b instanceof PhpObject) || a.ce !== ce || b.ce !== ce) return 1;
      const x = storageOf(a);
      const y = storageOf(b);
      if (x.byKey.size !== y.byKey.size) return x.byKey.size < y.byKey.size ? -1 : 1;
      for (const [key, at] of x.byKey) {
        const other = y.get(key);
        if (other === null) return 1;
        const order = compare(rt, x.slots[at]?.inf, other.inf);
        if (order !== 0) return order;
      }
      return 0;
    },
    freeNative: (rt, obj) => {
      const { slots } = storageOf(obj);
      obj.native = new ObjectStorage();
      for (const entry of slots) {
        if (entry === null) continue;
        release(rt, entry.obj);
        release(rt, entry.inf);
      }
    },
    gcChildren: (obj, visit) => {
      for (const entry of storageOf(obj).entries()) {
        visit(entry.obj);
        visit(entry.inf);
      }
    },
  },
};
