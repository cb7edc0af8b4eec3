/**
 * What an ArrayObject or ArrayIterator wraps: an array, the properties of an object, or another ArrayObject's storage.
 * Source: php-src 8.2 ext/spl/spl_array.c (spl_array_get_hash_table, spl_array_set_array)
 */
import { ACC_ENUM, ACC_PUBLIC, ACC_STATIC } from '../bytecode/type-flags.ts';
import type { ClassEntry, PropertyInfo } from '../object/class-entry.ts';
import { displayName } from '../object/class-queries.ts';
import { stdProperties } from '../object/object-vars.ts';
import type { Runtime } from '../object/runtime.ts';
import type { ArrayKey } from '../value/array-key.ts';
import { normalizeKey } from '../value/array-key.ts';
import type { HashIterator } from '../value/hash-iterator.ts';
import { PhpArray } from '../value/php-array.ts';
import type { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { addRef, PhpReference, type Zval } from '../value/zval.ts';

export const STD_PROP_LIST = 1;
export const ARRAY_AS_PROPS = 2;
export const CHILD_ARRAYS_ONLY = 4;
/** The object's own properties are the storage. */
export const IS_SELF = 0x01000000;
/** `array` is another ArrayObject or ArrayIterator whose storage is used. */
export const USE_OTHER = 0x02000000;
/** Flags that user code cannot set: the upper half. */
export const INT_MASK: number = 0xffff0000 | 0;
export const CLONE_MASK = 0x0100ffff;

/** The native state of both classes. */
export class SplArray {
  flags = 0;
  /** Owned. A PhpArray, a PhpObject, undefined when IS_SELF. */
  array: PhpArray | PhpObject | undefined = new PhpArray();
  /** Made by getIterator(); null: ArrayIterator. */
  iteratorClass: ClassEntry | null = null;
  /** Where an iteration over an array stands; null before it starts. */
  it: HashIterator | null = null;
  /** Where an iteration over an object's properties stands: declared slots first, then the dynamic table. -1: not started. */
  pos = -1;
  /** Sorting is under way (nApplyCount). */
  sorting = 0;
}

export function splArray(obj: PhpObject): SplArray {
  return obj.native as SplArray;
}

/** A place where an element is held. */
export interface ElementPlace {
  readonly slots: Zval[];
  readonly index: number;
}

/** What is behind an ArrayObject after following USE_OTHER: either `holder.array` is a PhpArray, or `object`'s properties. */
export interface Backing {
  readonly holder: SplArray;
  readonly object: PhpObject | null;
}

/** spl_array_get_hash_table */
export function backingOf(obj: PhpObject): Backing {
  let at = obj;
  for (;;) {
    const data = splArray(at);
    if ((data.flags & IS_SELF) !== 0) return { holder: data, object: at };
    if (data.array === undefined || data.array instanceof PhpArray) return { holder: data, object: null };
    if ((data.flags & USE_OTHER) === 0) return { holder: data, object: data.array };
    at = data.array;
  }
}

/** The wrapped array for reading. */
export function arrayOf(backing: Backing): PhpArray {
  return backing.holder.array as PhpArray;
}

/** The wrapped array for writing: held alone. */
function writable(backing: Backing): PhpArray {
  const arr = arrayOf(backing);
  if (arr.rc === 1) return arr;
  const copy = arr.dup();
  arr.rc--;
  backing.holder.array = copy;
  return copy;
}

function publicProperty(obj: PhpObject, name: string): PropertyInfo | null {
  const info = obj.ce.propertiesInfo.get(name);
  return info !== undefined && (info.flags & ACC_PUBLIC) !== 0 && (info.flags & ACC_STATIC) === 0 ? info : null;
}

function dynTable(obj: PhpObject): PhpArray {
  if (obj.dyn === null) obj.dyn = new PhpArray();
  if (obj.dyn.map === null) obj.dyn.toHash();
  return obj.dyn;
}

/** The raw element; undefined when absent. */
export function getElement(backing: Backing, key: ArrayKey): Zval {
  const { object } = backing;
  if (object === null) return arrayOf(backing).get(key);
  if (typeof key === 'string') {
    const info = publicProperty(object, key);
    if (info !== null) return object.props[info.slot];
  }
  return object.dyn?.get(key);
}

/** Stores and releases what was there; takes over v's count. */
export function setElement(rt: Runtime, backing: Backing, key: ArrayKey, v: Zval): void {
  const { object } = backing;
  if (object === null) {
    writable(backing).update(rt, key, v);
    return;
  }
  const info = typeof key === 'string' ? publicProperty(object, key) : null;
  if (info === null) {
    dynTable(object).update(rt, key, v);
    return;
  }
  const old = object.props[info.slot];
  object.props[info.slot] = v;
  release(rt, old);
}

/** `$ao[] = v`: takes over v's count. */
export function appendElement(rt: Runtime, backing: Backing, v: Zval): void {
  const target = backing.object === null ? writable(backing) : dynTable(backing.object);
  if (!target.append(v)) release(rt, v);
}

export function deleteElement(rt: Runtime, backing: Backing, key: ArrayKey): void {
  const { object } = backing;
  if (object === null) {
    writable(backing).delete(rt, key);
    return;
  }
  const info = typeof key === 'string' ? publicProperty(object, key) : null;
  if (info === null) {
    object.dyn?.delete(rt, key);
    return;
  }
  const old = object.props[info.slot];
  object.props[info.slot] = undefined;
  release(rt, old);
}

/** Where an element is held, made null when it is absent. */
export function elementPlace(rt: Runtime, backing: Backing, key: ArrayKey): ElementPlace {
  if (getElement(backing, key) === undefined) setElement(rt, backing, key, null);
  const { object } = backing;
  if (object === null) {
    const arr = writable(backing);
    return { slots: arr.vals, index: arr.posOf(key) };
  }
  const info = typeof key === 'string' ? publicProperty(object, key) : null;
  if (info !== null) return { slots: object.props, index: info.slot };
  const dyn = dynTable(object);
  return { slots: dyn.vals, index: dyn.posOf(key) };
}

/** Makes the element at a place a reference; owned. */
export function referTo(place: ElementPlace): PhpReference {
  const v = place.slots[place.index];
  if (v instanceof PhpReference) return addRef(v);
  const ref = new PhpReference(v);
  place.slots[place.index] = ref;
  return addRef(ref);
}

// ---- walking ----

/** Number of declared slots that come before the dynamic table. */
function declaredCount(obj: PhpObject): number {
  return obj.ce.propertiesInfoTable.length;
}

function endOf(obj: PhpObject): number {
  return declaredCount(obj) + (obj.dyn?.used ?? 0);
}

/** The first visible property at or after a position; the end when there is none (spl_array_skip_protected). */
function visibleFrom(obj: PhpObject, from: number): number {
  const declared = declaredCount(obj);
  const end = endOf(obj);
  for (let pos = from; pos < end; pos++) {
    if (pos < declared) {
      const info = obj.ce.propertiesInfoTable[pos];
      if (info != null && (info.flags & ACC_PUBLIC) !== 0 && obj.props[pos] !== undefined) return pos;
      continue;
    }
    const dyn = obj.dyn as PhpArray;
    if (dyn.valueAt(pos - declared) === undefined) continue;
    const key = dyn.keyAt(pos - declared);
    if (typeof key !== 'string' || key.charCodeAt(0) !== 0) return pos;
  }
  return end;
}

/** A cursor of an ArrayObject or ArrayIterator. */
export interface Cursor {
  it: HashIterator | null;
  pos: number;
}

function arrayPos(arr: PhpArray, cursor: Cursor): number {
  if (cursor.it === null) cursor.it = arr.iteratorAdd(arr.firstPos());
  return arr.posFrom(arr.iteratorPos(cursor.it));
}

/** Back to the first element. */
export function rewindCursor(backing: Backing, cursor: Cursor): void {
  const { object } = backing;
  if (object !== null) {
    cursor.pos = visibleFrom(object, 0);
    return;
  }
  const arr = arrayOf(backing);
  if (cursor.it === null) {
    arrayPos(arr, cursor);
    return;
  }
  arr.iteratorPos(cursor.it);
  cursor.it.pos = arr.firstPos();
}

/** The place of the current element; null at the end. */
export function cursorPlace(backing: Backing, cursor: Cursor): (ElementPlace & { readonly key: ArrayKey }) | null {
  const { object } = backing;
  if (object === null) {
    const arr = arrayOf(backing);
    const pos = arrayPos(arr, cursor);
    return pos >= arr.used ? null : { slots: arr.vals, index: pos, key: arr.keyAt(pos) };
  }
  const pos = visibleFrom(object, Math.max(0, cursor.pos));
  cursor.pos = pos;
  if (pos >= endOf(object)) return null;
  const declared = declaredCount(object);
  if (pos < declared)
    return { slots: object.props, index: pos, key: (object.ce.propertiesInfoTable[pos] as PropertyInfo).name };
  const dyn = object.dyn as PhpArray;
  return { slots: dyn.vals, index: pos - declared, key: dyn.keyAt(pos - declared) };
}

/** Goes to the next element; nothing at the end. */
export function advanceCursor(backing: Backing, cursor: Cursor): void {
  const { object } = backing;
  if (object === null) {
    const arr = arrayOf(backing);
    const pos = arrayPos(arr, cursor);
    if (pos < arr.used && cursor.it !== null) cursor.it.pos = arr.nextPos(pos);
    return;
  }
  const pos = visibleFrom(object, Math.max(0, cursor.pos));
  cursor.pos = visibleFrom(object, pos + 1);
}

/** Ends an iteration. */
export function dropCursor(cursor: Cursor): void {
  cursor.it?.array?.iteratorDel(cursor.it);
  cursor.it = null;
  cursor.pos = -1;
}

/** spl_array_object_count_elements_helper */
export function countElements(backing: Backing): number {
  const { object } = backing;
  if (object === null) return arrayOf(backing).count;
  let n = 0;
  for (let pos = visibleFrom(object, 0); pos < endOf(object); pos = visibleFrom(object, pos + 1)) n++;
  return n;
}

/** The storage as an array of its own (zend_array_dup). Owned. */
export function copyStorage(backing: Backing): PhpArray {
  const { object } = backing;
  if (object === null) return arrayOf(backing).dup();
  const out = new PhpArray();
  for (const [key, v] of stdProperties(object).entries()) {
    out.set(typeof key === 'string' && key.charCodeAt(0) !== 0 ? normalizeKey(key) : key, v);
  }
  return out;
}

/**
 * spl_array_set_array: false when the value cannot be wrapped (an exception was thrown). `justArray`: no flags were given,
 * another ArrayObject's are taken over.
 */
export function setStorage(
  rt: Runtime,
  self: PhpObject,
  value: PhpArray | PhpObject,
  flags: number,
  justArray: boolean,
): boolean {
  const data = splArray(self);
  const old = data.array;
  let more = flags;
  if (value instanceof PhpArray) {
    data.array = value.rc === 1 ? addRef(value) : value.dup();
  } else if (value.native instanceof SplArray) {
    if (justArray) more = splArray(value).flags & ~INT_MASK;
    if (value === self) {
      more |= IS_SELF;
      data.array = undefined;
    } else {
      more |= USE_OTHER;
      data.array = addRef(value);
    }
  } else {
    if (value.ce.handlers.getProperties !== null || (value.ce.flags & ACC_ENUM) !== 0) {
      const isEnum = (value.ce.flags & ACC_ENUM) !== 0;
      rt.throwError(
        'InvalidArgumentException',
        isEnum
          ? `Enums are not compatible with ${displayName(self.ce.name)}`
          : `Overloaded object of type ${displayName(value.ce.name)} is not compatible with ${displayName(self.ce.name)}`,
      );
      return false;
    }
    data.array = addRef(value);
  }
  dropCursor(data);
  data.flags = (data.flags & ~(IS_SELF | USE_OTHER)) | more;
  release(rt, old);
  return true;
}
