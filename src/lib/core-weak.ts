/**
 * WeakReference and WeakMap.
 * Source: php-src 8.2 Zend/zend_weakrefs.c
 */
import { ACC_FINAL, ACC_NO_DYNAMIC_PROPERTIES, ACC_NOT_SERIALIZABLE } from '../bytecode/type-flags.ts';
import type { ClassDef } from '../object/class-def.ts';
import { BP_VAR_IS, BP_VAR_R, type ObjectIterator } from '../object/class-handlers.ts';
import { displayName } from '../object/class-queries.ts';
import type { NativeCode } from '../object/native-code.ts';
import type { Runtime } from '../object/runtime.ts';
import { toBool } from '../value/convert.ts';
import { PhpArray } from '../value/php-array.ts';
import { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { addRef, deref, PhpReference, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { type MethodDef, method, p, staticMethod } from './define.ts';
import { createInternalIterator, internalIteratorClass } from './internal-iterator.ts';

// ---- WeakReference ----

interface WeakReferenceData {
  readonly kind: 'weakref';
  target: PhpObject | null;
  hook: (() => void) | null;
}

/** One WeakReference per object, as long as that lives. */
function weakReferences(rt: Executor): Map<PhpObject, PhpObject> {
  return rt.moduleState('weakref', () => new Map<PhpObject, PhpObject>());
}

function createWeakReference(rt: Executor, target: PhpObject): PhpObject {
  const known = weakReferences(rt).get(target);
  if (known !== undefined) return addRef(known);
  const made = rt.newObject(rt.classOf('WeakReference'));
  const data: WeakReferenceData = { kind: 'weakref', target, hook: null };
  data.hook = () => {
    weakReferences(rt).delete(target);
    data.target = null;
  };
  made.native = data;
  weakReferences(rt).set(target, made);
  rt.objects.onFree(target, data.hook);
  return made;
}

const NO_DYNAMIC = ACC_FINAL | ACC_NO_DYNAMIC_PROPERTIES | ACC_NOT_SERIALIZABLE;

const weakReferenceClass: ClassDef<MethodDef> = {
  name: 'WeakReference',
  flags: NO_DYNAMIC,
  handlers: {
    cloneable: false,
    freeNative: (rt, obj) => {
      const data = obj.native as WeakReferenceData | null;
      if (data === null || data.target === null || data.hook === null) return;
      (rt as Executor).objects.offFree(data.target, data.hook);
      data.hook();
    },
  },
  methods: [
    method({
      name: '__construct',
      doc: 'Not to be called.',
      params: [],
      returns: null,
      impl: (rt) =>
        rt.throwError(
          'Error',
          'Direct instantiation of WeakReference is not allowed, use WeakReference::create instead',
        ),
    }),
    staticMethod({
      name: 'create',
      doc: 'A weak reference to an object.',
      params: [p.object('object')],
      returns: ['WeakReference'],
      tentative: false,
      impl: (rt, _scope, object) => createWeakReference(rt, object),
    }),
    method({
      name: 'get',
      doc: 'The object, null when it is gone.',
      params: [],
      returns: ['object', 'null'],
      tentative: false,
      impl: (_rt, self) => {
        const data = self.native as WeakReferenceData | null;
        return data === null || data.target === null ? null : addRef(data.target);
      },
    }),
  ],
};

// ---- WeakMap ----

interface Entry {
  readonly key: PhpObject;
  value: Zval;
  /** `value` became a reference for a fetch like `$map[$o][] = 1`, not by iterating by reference. */
  fetched: boolean;
  readonly hook: () => void;
}

interface WeakMapData {
  readonly kind: 'weakmap';
  readonly entries: Map<PhpObject, Entry>;
}

function mapData(obj: PhpObject): WeakMapData {
  return obj.native as WeakMapData;
}

/** The key as an object; null after a TypeError. */
function keyOf(rt: Runtime, offset: Zval): PhpObject | null {
  const key = deref(offset);
  if (key instanceof PhpObject) return key;
  return rt.throwError('TypeError', 'WeakMap key must be an object');
}

function mapGet(rt: Runtime, map: PhpObject, offset: Zval): Zval {
  if (offset === undefined) return rt.throwError('Error', 'Cannot append to WeakMap');
  const key = keyOf(rt, offset);
  if (key === null) return null;
  const entry = mapData(map).entries.get(key);
  if (entry === undefined) {
    return rt.throwError('Error', `Object ${displayName(key.ce.name)}#${key.handle} not contained in WeakMap`);
  }
  return addRef(deref(entry.value));
}

function mapFetch(rt: Runtime, map: PhpObject, offset: Zval, write: boolean): Zval {
  if (!write || offset === undefined) return mapGet(rt, map, offset);
  const entry = deref(offset) instanceof PhpObject ? mapData(map).entries.get(deref(offset) as PhpObject) : undefined;
  if (entry === undefined) return mapGet(rt, map, offset);
  if (!(entry.value instanceof PhpReference)) {
    entry.value = new PhpReference(entry.value);
    entry.fetched = true;
  }
  return addRef(entry.value);
}

function mapSet(rt: Runtime, map: PhpObject, offset: Zval, value: Zval): void {
  if (offset === undefined) {
    rt.throwError('Error', 'Cannot append to WeakMap');
    return;
  }
  const key = keyOf(rt, offset);
  if (key === null) return;
  const { entries } = mapData(map);
  const existing = entries.get(key);
  const stored = addRef(deref(value));
  if (existing !== undefined) {
    const old = existing.value;
    existing.value = stored;
    release(rt, old);
    return;
  }
  const entry: Entry = {
    key,
    value: stored,
    fetched: false,
    hook: () => {
      entries.delete(key);
      release(rt, entry.value);
    },
  };
  entries.set(key, entry);
  (rt as Executor).objects.onFree(key, entry.hook);
}

function mapHas(rt: Runtime, map: PhpObject, offset: Zval, checkEmpty: boolean): boolean {
  const key = keyOf(rt, offset);
  if (key === null) return false;
  const v = deref(mapData(map).entries.get(key)?.value);
  return checkEmpty ? toBool(v) : v !== undefined && v !== null;
}

function mapUnset(rt: Runtime, map: PhpObject, offset: Zval): void {
  const key = keyOf(rt, offset);
  if (key === null) return;
  const entry = mapData(map).entries.get(key);
  if (entry === undefined) return;
  (rt as Executor).objects.offFree(key, entry.hook);
  entry.hook();
}

/** What var_dump shows: a list of key-value pairs. */
function mapProperties(map: PhpObject): PhpArray {
  const list = new PhpArray();
  for (const entry of mapData(map).entries.values()) {
    const pair = new PhpArray();
    pair.setStr('key', addRef(entry.key));
    const held = entry.value;
    // a reference that only a fetch for writing made is none any more
    pair.setStr('value', addRef(held instanceof PhpReference && held.rc === 1 && entry.fetched ? held.val : held));
    list.append(pair);
  }
  return list;
}

/** Walks the entries in order of insertion; entries that go away meanwhile are skipped. */
function mapIterator(rt: Runtime, map: PhpObject, byRef: boolean): ObjectIterator {
  map.rc++;
  let order: Entry[] = [];
  let at = 0;
  const alive = (): Entry | undefined => {
    const { entries } = mapData(map);
    while (at < order.length && entries.get((order[at] as Entry).key) !== order[at]) at++;
    return order[at];
  };
  return {
    *rewind(): NativeCode<void> {
      order = [...mapData(map).entries.values()];
      at = 0;
    },
    *valid(): NativeCode<boolean> {
      return alive() !== undefined;
    },
    *current(): NativeCode {
      const entry = alive();
      if (entry === undefined) return null;
      if (byRef && !(entry.value instanceof PhpReference)) entry.value = new PhpReference(entry.value);
      return addRef(byRef ? entry.value : deref(entry.value));
    },
    *key(): NativeCode {
      return addRef(alive()?.key ?? null);
    },
    *next(): NativeCode<void> {
      at++;
    },
    free(): void {
      release(rt, map);
    },
  };
}

const weakMapClass: ClassDef<MethodDef> = {
  name: 'WeakMap',
  flags: NO_DYNAMIC,
  interfaces: ['ArrayAccess', 'Countable', 'IteratorAggregate'],
  createObject: (_rt, obj) => {
    const data: WeakMapData = { kind: 'weakmap', entries: new Map() };
    obj.native = data;
  },
  *getIterator(rt, obj, byRef): NativeCode<ObjectIterator | null> {
    return mapIterator(rt, obj, byRef);
  },
  handlers: {
    *readDimension(rt, obj, offset, mode): NativeCode {
      if (mode === BP_VAR_IS && !mapHas(rt, obj, offset, false)) return null;
      return mapFetch(rt, obj, offset, mode !== BP_VAR_R && mode !== BP_VAR_IS);
    },
    *writeDimension(rt, obj, offset, value): NativeCode<void> {
      mapSet(rt, obj, offset, value);
    },
    *hasDimension(rt, obj, offset, checkEmpty): NativeCode<boolean> {
      return mapHas(rt, obj, offset, checkEmpty);
    },
    *unsetDimension(rt, obj, offset): NativeCode<void> {
      mapUnset(rt, obj, offset);
    },
    *countElements(_rt, obj): NativeCode<number> {
      return mapData(obj).entries.size;
    },
    debugInfo: (_rt, obj) => mapProperties(obj),
    cloneNative: (rt, from, to) => {
      const data: WeakMapData = { kind: 'weakmap', entries: new Map() };
      to.native = data;
      for (const entry of mapData(from).entries.values()) mapSet(rt, to, entry.key, entry.value);
    },
    freeNative: (rt, obj) => {
      const data = obj.native as WeakMapData | null;
      if (data === null) return;
      for (const entry of [...data.entries.values()]) {
        (rt as Executor).objects.offFree(entry.key, entry.hook);
        entry.hook();
      }
    },
    gcChildren: (obj, visit) => {
      for (const entry of mapData(obj).entries.values()) visit(entry.value);
    },
  },
  methods: [
    method({
      name: 'offsetGet',
      doc: 'The value for an object.',
      params: [p.mixed('object')],
      returns: ['mixed'],
      tentative: false,
      impl: (rt, self, object) => mapGet(rt, self, object),
    }),
    method({
      name: 'offsetSet',
      doc: 'Sets the value for an object.',
      params: [p.mixed('object'), p.mixed('value')],
      returns: ['void'],
      tentative: false,
      impl: (rt, self, object, value) => {
        mapSet(rt, self, object, value);
        return null;
      },
    }),
    method({
      name: 'offsetExists',
      doc: 'Is there a value that is not null?',
      params: [p.mixed('object')],
      returns: ['bool'],
      tentative: false,
      impl: (rt, self, object) => mapHas(rt, self, object, false),
    }),
    method({
      name: 'offsetUnset',
      doc: 'Removes the entry of an object.',
      params: [p.mixed('object')],
      returns: ['void'],
      tentative: false,
      impl: (rt, self, object) => {
        mapUnset(rt, self, object);
        return null;
      },
    }),
    method({
      name: 'count',
      doc: 'How many objects have a value.',
      params: [],
      returns: ['int'],
      tentative: false,
      impl: (_rt, self) => mapData(self).entries.size,
    }),
    method({
      name: 'getIterator',
      doc: 'An iterator over the map.',
      params: [],
      returns: ['Iterator'],
      tentative: false,
      impl: (rt, self) => createInternalIterator(rt, self),
    }),
  ],
};

export const weakClasses: readonly ClassDef<MethodDef>[] = [weakReferenceClass, weakMapClass, internalIteratorClass];
