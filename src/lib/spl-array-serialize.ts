/**
 * Serializing an ArrayObject or ArrayIterator.
 * Source: php-src 8.2 ext/spl/spl_array.c
 */
import { instanceOf } from '../object/class-queries.ts';
import type { NativeCode } from '../object/native-code.ts';
import { stdProperties } from '../object/object-vars.ts';
import { PhpArray } from '../value/php-array.ts';
import { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { addRef, deref, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { type MethodDef, method, p } from './define.ts';
import { refusesChange } from './spl-array-access.ts';
import { CLONE_MASK, IS_SELF, setStorage, type SplArray, splArray } from './spl-array-storage.ts';
import { readHead, readMembers, readSerialized, serializeValue } from './spl-serialize.ts';
import type { SerializedReader } from './unserialize-reader.ts';
import { loadMembers } from './spl-util.ts';

/** The storage as serialize() shows it. Owned. */
function storageValue(data: SplArray): Zval {
  return (data.flags & IS_SELF) !== 0 ? null : addRef(data.array);
}

/** ArrayObject::unserialize(): `x:i:flags;storage;m:members`, without a storage when the object is its own. */
function* readArrayObject(rt: Executor, self: PhpObject, reader: SerializedReader): NativeCode<boolean> {
  const flags = yield* readHead(reader);
  if (flags === undefined || !reader.take(';')) return false;
  const state = splArray(self);
  if ((flags & IS_SELF) !== 0) {
    state.flags = (state.flags & ~CLONE_MASK) | (flags & CLONE_MASK);
    const old = state.array;
    state.array = undefined;
    release(rt, old);
  } else {
    if (!/[aOCr]/.test(reader.peek())) return false;
    const storage = yield* reader.value();
    if (!(storage instanceof PhpArray) && !(storage instanceof PhpObject)) return false;
    state.flags = (state.flags & ~CLONE_MASK) | (flags & CLONE_MASK);
    setStorage(rt, self, storage, flags & CLONE_MASK, false);
    if (!reader.take(';')) return false;
  }
  const members = yield* readMembers(reader);
  if (members === undefined) return false;
  loadMembers(rt, self, members);
  return true;
}

export const serializationMethods: readonly MethodDef[] = [
  method({
    name: 'unserialize',
    doc: 'Restores the object from the text of serialize().',
    params: [p.string('data')],
    returns: ['void'],
    *impl(rt, self, data) {
      if (data === '') return null;
      if (refusesChange(rt, self)) return null;
      yield* readSerialized(rt, data, (reader) => readArrayObject(rt, self, reader));
      return null;
    },
  }),
  method({
    name: 'serialize',
    doc: 'The object as text.',
    params: [],
    returns: ['string'],
    *impl(rt, self) {
      const data = splArray(self);
      let text = `x:i:${data.flags & CLONE_MASK};`;
      if ((data.flags & IS_SELF) === 0) {
        const storage = yield* serializeValue(rt, data.array);
        if (storage === null) return null;
        text += `${storage};`;
      }
      const members = stdProperties(self);
      const tail = yield* serializeValue(rt, members);
      release(rt, members);
      return tail === null ? null : `${text}m:${tail}`;
    },
  }),
  method({
    name: '__serialize',
    doc: 'The object as an array for serialize().',
    params: [],
    returns: ['array'],
    impl: (rt, self) => {
      const data = splArray(self);
      const ce = data.iteratorClass;
      const name = ce === null || ce === rt.classOf('ArrayIterator') ? null : ce.name;
      return PhpArray.fromList([data.flags & CLONE_MASK, storageValue(data), stdProperties(self), name]);
    },
  }),
  method({
    name: '__unserialize',
    doc: 'Restores the object from the array of __serialize().',
    params: [p.array('data')],
    returns: ['void'],
    *impl(rt, self, data) {
      if (refusesChange(rt, self)) return null;
      const [flags, storage, members, iteratorClass] = [0, 1, 2, 3].map((i) => deref(data.getInt(i)));
      const named = iteratorClass === undefined || iteratorClass === null || typeof iteratorClass === 'string';
      if (typeof flags !== 'number' || storage === undefined || !(members instanceof PhpArray) || !named) {
        return rt.throwError('UnexpectedValueException', 'Incomplete or ill-typed serialization data');
      }
      const state = splArray(self);
      state.flags = (state.flags & ~CLONE_MASK) | (flags & CLONE_MASK);
      if ((flags & IS_SELF) !== 0) {
        const old = state.array;
        state.array = undefined;
        release(rt, old);
      } else {
        if (!(storage instanceof PhpArray) && !(storage instanceof PhpObject)) {
          return rt.throwError('InvalidArgumentException', 'Passed variable is not an array or object');
        }
        if (!setStorage(rt, self, storage, 0, true)) return null;
      }
      loadMembers(rt, self, members);
      if (typeof iteratorClass !== 'string') return null;
      const ce = rt.lookupClass(iteratorClass) ?? (yield* rt.autoloadClass(iteratorClass));
      if (ce === null) {
        return rt.throwError(
          'UnexpectedValueException',
          `Cannot deserialize ArrayObject with iterator class '${iteratorClass}'; no such class exists`,
        );
      }
      if (!instanceOf(ce, rt.classOf('Iterator'))) {
        return rt.throwError(
          'UnexpectedValueException',
          `Cannot deserialize ArrayObject with iterator class '${iteratorClass}'; this class does not implement the Iterator interface`,
        );
      }
      state.iteratorClass = ce;
      return null;
    },
  }),
];
