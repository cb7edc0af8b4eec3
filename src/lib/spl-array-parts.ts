import type { ClassEntry } from '../object/class-entry.ts';
import type { ObjectIterator } from '../object/class-handlers.ts';
import { instanceOf } from '../object/class-queries.ts';
import type { NativeCode } from '../object/native-code.ts';
import { stdProperties } from '../object/object-vars.ts';
import type { Runtime } from '../object/runtime.ts';
import { PhpArray } from '../value/php-array.ts';
import type { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { addRef, deref, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { type MethodDef, method, type Param, p } from './define.ts';
import {
  advanceCursor,
  backingOf,
  type Cursor,
  cursorPlace,
  IS_SELF,
  referTo,
  rewindCursor,
  SplArray,
  splArray,
} from './spl-array-storage.ts';
import { debugTable } from './spl-util.ts';

export const keyParam: Param<Zval> = p.mixed('key');
export const arrayParam: Param<PhpArray | PhpObject> = p.union('array', ['array', 'object'], {
  default: new PhpArray(),
  text: '[]',
});
export const flagsParam: Param<number> = p.int('flags', { default: 0 });

/** A class name derived from ArrayIterator; null after a TypeError. */
export function* iteratorClassOf(rt: Executor, n: number, name: string): NativeCode<ClassEntry | null> {
  const ce = rt.lookupClass(name) ?? (yield* rt.autoloadClass(name));
  if (rt.exception !== null) return null;
  if (ce !== null && instanceOf(ce, rt.classOf('ArrayIterator'))) return ce;
  return rt.argumentTypeError(n, `must be a class name derived from ArrayIterator, ${name} given`);
}

export function debugMethod(className: string): MethodDef {
  return method({
    name: '__debugInfo',
    doc: 'What var_dump shows.',
    params: [],
    returns: ['array'],
    impl: (_rt, self) => {
      const data = splArray(self);
      if ((data.flags & IS_SELF) !== 0) return stdProperties(self);
      return debugTable(self, className, [['storage', addRef(data.array)]]);
    },
  });
}

/** The current element's value, owned; null at the end. */
export function currentValue(self: PhpObject): Zval {
  const place = cursorPlace(backingOf(self), splArray(self));
  return place === null ? null : addRef(deref(place.slots[place.index]));
}

/** Foreach has the object's own cursor, as PHP's iterator of ArrayIterator does. */
export function* getIterator(rt: Runtime, obj: PhpObject, byRef: boolean): NativeCode<ObjectIterator | null> {
  obj.rc++;
  const cursor: Cursor = splArray(obj);
  return {
    *rewind() {
      rewindCursor(backingOf(obj), cursor);
    },
    *valid() {
      return cursorPlace(backingOf(obj), cursor) !== null;
    },
    *current() {
      const place = cursorPlace(backingOf(obj), cursor);
      if (place === null) return null;
      return byRef ? referTo(place) : addRef(deref(place.slots[place.index]));
    },
    *key() {
      return cursorPlace(backingOf(obj), cursor)?.key ?? null;
    },
    *next() {
      advanceCursor(backingOf(obj), cursor);
    },
    gcChildren(visit) {
      visit(obj);
    },
    free() {
      release(rt, obj);
    },
  };
}

export function createArray(_rt: Runtime, obj: PhpObject): void {
  obj.native = new SplArray();
}
