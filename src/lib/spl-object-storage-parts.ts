import type { NativeCode } from '../object/native-code.ts';
import { givenTypeName } from '../object/types.ts';
import { PhpArray } from '../value/php-array.ts';
import { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { addRef, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { type MethodDef, method, type Param, p } from './define.ts';
import type { Key, ObjectStorage } from './spl-object-store.ts';
import { callFunc, debugTable, overridden } from './spl-util.ts';

export function storageOf(obj: PhpObject): ObjectStorage {
  return obj.native as ObjectStorage;
}

/** The key of an object, getHash() of a subclass considered; null after an exception. */
export function* keyOf(rt: Executor, self: PhpObject, obj: PhpObject): NativeCode<Key | null> {
  const own = overridden(self.ce, 'gethash');
  if (own === null) return obj.handle;
  const hash = yield* callFunc(own, self, [obj]);
  if (typeof hash === 'string') return hash;
  release(rt, hash);
  return rt.throwError('RuntimeException', 'Hash needs to be a string');
}

export function* attach(rt: Executor, self: PhpObject, obj: PhpObject, inf: Zval): NativeCode<void> {
  const key = yield* keyOf(rt, self, obj);
  if (key === null) return;
  const storage = storageOf(self);
  const known = storage.get(key);
  if (known === null) {
    storage.add(key, { obj: addRef(obj), inf: addRef(inf) });
    return;
  }
  const old = known.inf;
  known.inf = addRef(inf);
  release(rt, old);
}

/** True when the object was there. */
export function* detach(rt: Executor, self: PhpObject, obj: PhpObject): NativeCode<boolean> {
  const key = yield* keyOf(rt, self, obj);
  if (key === null) return false;
  const entry = storageOf(self).take(key);
  if (entry === null) return false;
  release(rt, entry.obj);
  release(rt, entry.inf);
  return true;
}

export function* contains(rt: Executor, self: PhpObject, obj: PhpObject): NativeCode<boolean> {
  const key = yield* keyOf(rt, self, obj);
  return key !== null && storageOf(self).get(key) !== null;
}

/** An untyped argument that must be an object; null after a TypeError. */
export function objectArgument(rt: Executor, v: Zval): PhpObject | null {
  if (v instanceof PhpObject) return v;
  return rt.argumentTypeError(1, `must be of type object, ${givenTypeName(v)} given`);
}

export const objectParam: Param<PhpObject> = p.object('object');
export const untypedObject: Param<Zval> = p.untyped('object');
export const storageParam: Param<PhpObject> = p.object('storage', 'SplObjectStorage');
export const infoParam: Param<Zval> = p.mixed('info', { default: null });

export const debugInfo: MethodDef = method({
  name: '__debugInfo',
  doc: 'What var_dump shows.',
  params: [],
  returns: ['array'],
  impl: (_rt, self) => {
    const list: Zval[] = [];
    for (const entry of storageOf(self).entries()) {
      list.push(
        PhpArray.fromEntries([
          ['obj', addRef(entry.obj)],
          ['inf', addRef(entry.inf)],
        ]),
      );
    }
    return debugTable(self, 'SplObjectStorage', [['storage', PhpArray.fromList(list)]]);
  },
});
