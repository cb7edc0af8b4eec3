/**
 * Elements of ArrayObject and ArrayIterator: offsets, overridden offset methods, properties as elements.
 * Source: php-src 8.2 ext/spl/spl_array.c (spl_array_get_dimension_ptr and neighbours)
 */
import { E_WARNING } from '../base/diagnostics.ts';
import {
  BP_VAR_IS,
  BP_VAR_R,
  BP_VAR_RW,
  BP_VAR_UNSET,
  type ClassHandlers,
  type FetchMode,
} from '../object/class-handlers.ts';
import type { ClassEntry } from '../object/class-entry.ts';
import { type NativeCode, NEEDS_SLOW } from '../object/native-code.ts';
import { stdProperties } from '../object/object-vars.ts';
import { stdHasProperty, stdReadProperty, stdUnsetProperty, stdWriteProperty } from '../object/property-slow.ts';
import { hasPropertySync } from '../object/property-sync.ts';
import type { Runtime } from '../object/runtime.ts';
import { type ArrayKey, normalizeKey } from '../value/array-key.ts';
import { compare } from '../value/compare.ts';
import { floatToIntImplicit, toBool, toInt } from '../value/convert.ts';
import { PhpArray } from '../value/php-array.ts';
import { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { addRef, deref, PhpFloat, PhpIndirect, PhpResource, type Zval } from '../value/zval.ts';
import {
  appendElement,
  ARRAY_AS_PROPS,
  backingOf,
  CLONE_MASK,
  copyStorage,
  countElements,
  deleteElement,
  dropCursor,
  elementPlace,
  getElement,
  IS_SELF,
  referTo,
  setElement,
  SplArray,
  splArray,
  STD_PROP_LIST,
  USE_OTHER,
} from './spl-array-storage.ts';
import { callFunc, overridden } from './spl-util.ts';

/** get_hash_key: undefined after a TypeError. */
export function offsetKey(rt: Runtime, offset: Zval, use: string = ''): ArrayKey | undefined {
  const v = deref(offset);
  if (typeof v === 'string') return normalizeKey(v);
  if (typeof v === 'number' || typeof v === 'bigint') return v;
  if (v === null || v === undefined) return '';
  if (typeof v === 'boolean') return v ? 1 : 0;
  if (v instanceof PhpFloat) return floatToIntImplicit(rt, v.value);
  if (v instanceof PhpResource) {
    rt.error(E_WARNING, `Resource ID#${v.id} used as offset, casting to integer (${v.id})`);
    return v.id;
  }
  rt.throwError('TypeError', `Illegal offset type${use}`);
  return undefined;
}

/** True when the storage is being sorted: an Error was thrown. */
export function refusesChange(rt: Runtime, obj: PhpObject): boolean {
  if (splArray(obj).sorting === 0) return false;
  rt.throwError('Error', 'Modification of ArrayObject during sorting is prohibited');
  return true;
}

/**
 * spl_array_read_dimension_ex without the overridden methods. Owned; in write modes a reference, or with `point` a pointer
 * to the element.
 */
export function readElement(rt: Runtime, obj: PhpObject, offset: Zval, mode: FetchMode, point: boolean = false): Zval {
  if (offset === undefined) return null;
  const reads = mode === BP_VAR_R || mode === BP_VAR_IS;
  if (!reads && refusesChange(rt, obj)) return undefined;
  const key = offsetKey(rt, offset, mode === BP_VAR_IS ? ' in isset or empty' : '');
  if (key === undefined) return undefined;
  const backing = backingOf(obj);
  const found = getElement(backing, key);
  if (found === undefined && (reads || mode === BP_VAR_UNSET || mode === BP_VAR_RW)) {
    if (mode === BP_VAR_R || mode === BP_VAR_RW) {
      rt.error(E_WARNING, `Undefined array key ${typeof key === 'string' ? `"${key}"` : key}`);
    }
    if (mode !== BP_VAR_RW || rt.exception !== null) return null;
  }
  if (reads) return addRef(deref(found));
  const place = elementPlace(rt, backing, key);
  return point ? new PhpIndirect(place.slots, place.index) : referTo(place);
}

export function writeElement(rt: Runtime, obj: PhpObject, offset: Zval, value: Zval): void {
  if (refusesChange(rt, obj)) return;
  const at = deref(offset);
  if (at === undefined || at === null) {
    appendElement(rt, backingOf(obj), addRef(deref(value)));
    return;
  }
  const key = offsetKey(rt, at);
  if (key === undefined) return;
  const backing = backingOf(obj);
  setElement(rt, backing, key, addRef(deref(value)));
}

export function unsetElement(rt: Runtime, obj: PhpObject, offset: Zval): void {
  if (refusesChange(rt, obj)) return;
  const key = offsetKey(rt, offset, ' in unset');
  if (key !== undefined) deleteElement(rt, backingOf(obj), key);
}

/** Does the key exist, whatever its value? */
export function elementExists(rt: Runtime, obj: PhpObject, offset: Zval): boolean {
  const key = offsetKey(rt, offset, ' in isset or empty');
  return key !== undefined && getElement(backingOf(obj), key) !== undefined;
}

function* readDimension(rt: Runtime, obj: PhpObject, offset: Zval, mode: FetchMode): NativeCode {
  const get = overridden(obj.ce, 'offsetget');
  if (mode === BP_VAR_IS && (get !== null || overridden(obj.ce, 'offsetexists') !== null)) {
    if (!(yield* hasDimension(rt, obj, offset, false))) return null;
  }
  if (get === null) return readElement(rt, obj, offset, mode, true);
  return yield* callFunc(get, obj, [deref(offset) ?? null]);
}

function* writeDimension(rt: Runtime, obj: PhpObject, offset: Zval, value: Zval): NativeCode<void> {
  const set = overridden(obj.ce, 'offsetset');
  if (set === null) writeElement(rt, obj, offset, value);
  else release(rt, yield* callFunc(set, obj, [deref(offset) ?? null, value]));
}

function* hasDimension(rt: Runtime, obj: PhpObject, offset: Zval, checkEmpty: boolean): NativeCode<boolean> {
  const exists = overridden(obj.ce, 'offsetexists');
  const get = overridden(obj.ce, 'offsetget');
  if (exists !== null) {
    const answer = yield* callFunc(exists, obj, [deref(offset) ?? null]);
    const yes = toBool(deref(answer));
    release(rt, answer);
    if (!yes || !checkEmpty) return yes;
  } else {
    const key = offsetKey(rt, offset, ' in isset or empty');
    if (key === undefined) return false;
    const v = deref(getElement(backingOf(obj), key));
    if (v === undefined) return false;
    // isset() of a declared property of a wrapped object answers true even for null, as PHP does
    if (get === null || !checkEmpty) return checkEmpty ? toBool(v) : v !== null || isDeclared(obj, key);
  }
  const value =
    get === null ? readElement(rt, obj, offset, BP_VAR_R) : yield* callFunc(get, obj, [deref(offset) ?? null]);
  const filled = toBool(deref(value));
  release(rt, value);
  return filled;
}

function isDeclared(obj: PhpObject, key: ArrayKey): boolean {
  const { object } = backingOf(obj);
  return object !== null && typeof key === 'string' && object.ce.propertiesInfo.has(key);
}

function* unsetDimension(rt: Runtime, obj: PhpObject, offset: Zval): NativeCode<void> {
  const unset = overridden(obj.ce, 'offsetunset');
  if (unset === null) unsetElement(rt, obj, offset);
  else release(rt, yield* callFunc(unset, obj, [deref(offset) ?? null]));
}

/** Is this property name an element (ARRAY_AS_PROPS and no real property)? */
function isElement(_rt: Runtime, obj: PhpObject, name: string, scope: ClassEntry | null): boolean {
  if ((splArray(obj).flags & ARRAY_AS_PROPS) === 0) return false;
  const known = hasPropertySync(obj, name, 2, scope);
  return known === NEEDS_SLOW || !known;
}

/** What (array), var_export and json_encode see. */
function propertiesFor(_rt: Runtime, obj: PhpObject): PhpArray | null {
  return (splArray(obj).flags & STD_PROP_LIST) !== 0 ? null : copyStorage(backingOf(obj));
}

function cloneNative(rt: Runtime, from: PhpObject, to: PhpObject): void {
  const old = splArray(from);
  const data = new SplArray();
  data.flags = old.flags & CLONE_MASK;
  data.iteratorClass = old.iteratorClass;
  if ((old.flags & IS_SELF) !== 0) {
    data.array = undefined;
  } else if (isIterator(rt, from)) {
    data.array = addRef(from);
    data.flags |= USE_OTHER;
  } else {
    data.array = copyStorage(backingOf(from));
  }
  to.native = data;
}

function isIterator(rt: Runtime, obj: PhpObject): boolean {
  const target = rt.classOf('ArrayIterator');
  for (let ce: ClassEntry | null = obj.ce; ce !== null; ce = ce.parent) if (ce === target) return true;
  return false;
}

/** spl_array_compare_objects */
function compareObjects(rt: Runtime, a: Zval, b: Zval): number {
  if (!(a instanceof PhpObject) || !(b instanceof PhpObject)) return 1;
  if (!(a.native instanceof SplArray) || !(b.native instanceof SplArray)) return 1;
  const x = copyStorage(backingOf(a));
  const y = copyStorage(backingOf(b));
  let result = compare(rt, x, y);
  release(rt, x);
  release(rt, y);
  if (result !== 0) return result;
  const p = stdProperties(a);
  const q = stdProperties(b);
  result = compare(rt, p, q);
  release(rt, p);
  release(rt, q);
  return result;
}

export const arrayHandlers: Partial<ClassHandlers> = {
  plainDimensions: {
    reads: (obj) => overridden(obj.ce, 'offsetget') === null,
    writes: (obj) => overridden(obj.ce, 'offsetset') === null,
    read: (rt, obj, offset) => readElement(rt, obj, offset, BP_VAR_R),
    write: writeElement,
  },
  readDimension,
  writeDimension,
  hasDimension,
  unsetDimension,
  *countElements(rt, obj) {
    const own = overridden(obj.ce, 'count');
    if (own === null) return countElements(backingOf(obj));
    const result = yield* callFunc(own, obj, []);
    const n = Number(toInt(rt, result));
    release(rt, result);
    return n;
  },
  ownsProperty: isElement,
  *readProperty(rt, obj, name, mode) {
    const scope = rt.executedScope();
    if (isElement(rt, obj, name, scope)) {
      return overridden(obj.ce, 'offsetget') === null
        ? readElement(rt, obj, name, mode)
        : yield* readDimension(rt, obj, name, mode);
    }
    return yield* stdReadProperty(rt, obj, name, mode, scope);
  },
  *writeProperty(rt, obj, name, value) {
    const scope = rt.executedScope();
    if (isElement(rt, obj, name, scope)) {
      yield* writeDimension(rt, obj, name, value);
      return rt.exception === null ? addRef(value) : undefined;
    }
    return yield* stdWriteProperty(rt, obj, name, value, scope, rt.executedStrictTypes());
  },
  *hasProperty(rt, obj, name, check) {
    const scope = rt.executedScope();
    if (!isElement(rt, obj, name, scope)) return yield* stdHasProperty(rt, obj, name, check, scope);
    return check === 2 ? elementExists(rt, obj, name) : yield* hasDimension(rt, obj, name, check === 1);
  },
  *unsetProperty(rt, obj, name) {
    const scope = rt.executedScope();
    if (isElement(rt, obj, name, scope)) yield* unsetDimension(rt, obj, name);
    else yield* stdUnsetProperty(rt, obj, name, scope);
  },
  propertiesFor,
  cloneNative,
  compare: compareObjects,
  freesPropertiesFirst: true,
  freeNative: (rt, obj) => {
    const data = splArray(obj);
    dropCursor(data);
    const { array } = data;
    data.array = new PhpArray();
    data.flags &= ~(USE_OTHER | IS_SELF);
    release(rt, array);
  },
  gcChildren: (obj, visit) => visit(splArray(obj).array),
};
