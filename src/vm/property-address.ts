/**
 * Addresses of properties for fetches that write: zend_fetch_property_address.
 * Source: php-src 8.2 Zend/zend_execute.c
 */
import { IS_CONST, type Opline } from '../bytecode/op-array.ts';
import { ZEND_FETCH_DIM_WRITE, ZEND_FETCH_OBJ_FLAGS } from '../bytecode/operand-flags.ts';
import { ACC_READONLY, MAY_BE_NULL } from '../bytecode/type-flags.ts';
import type { PropertyInfo } from '../object/class-entry.ts';
import type { FetchMode } from '../object/class-handlers.ts';
import { displayName } from '../object/class-queries.ts';
import { type NativeCode, NEEDS_SLOW } from '../object/native-code.ts';
import { DYNAMIC } from '../object/property-lookup.ts';
import { checkArrayAssignable, getPropertyPlace } from '../object/property-place.ts';
import { objReadProperty } from '../object/property-slow.ts';
import { readPropertySync } from '../object/property-sync.ts';
import { addTypeSource } from '../object/typed-reference.ts';
import type { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { addRef, deref, PhpIndirect, PhpReference, type Zval } from '../value/zval.ts';
import type { ExecuteData } from './execute-data.ts';
import type { Executor } from './executor.ts';
import { fillPropertyCache } from './property-operand.ts';

/** A property's place with the info of a typed one. */
export interface PropertyAddress {
  readonly slots: Zval[];
  readonly index: number;
  readonly info: PropertyInfo | null;
}

/**
 * The place of a declared, initialized, writable property through the run-time cache; null when the long way is needed.
 * `cache` is the first of the opline's three cache slots.
 */
export function cachedAddress(ex: ExecuteData, op: Opline, obj: PhpObject, cache: number): PropertyAddress | null {
  const slots = ex.runTimeCache;
  if (slots[cache] !== obj.ce) {
    if (obj.ce.handlers.readProperty !== null) return null;
    fillPropertyCache(ex, cache, obj.ce, op.op2Lit as string);
    if (slots[cache] !== obj.ce) return null;
  }
  const slot = slots[cache + 1] as number;
  if (slot === DYNAMIC || obj.props[slot] === undefined) return null;
  const info = slots[cache + 2] as PropertyInfo | null;
  if (info !== null && (info.flags & ACC_READONLY) !== 0) return null;
  return { slots: obj.props, index: slot, info };
}

/**
 * The slot of a declared, initialized, writable property of obj through the run-time cache; -1 when the long way is
 * needed. The info of a typed one is then in the cache's third slot.
 */
export function cachedSlot(ex: ExecuteData, obj: PhpObject, cache: number): number {
  const slots = ex.runTimeCache;
  if (slots[cache] !== obj.ce) return -1;
  const slot = slots[cache + 1] as number;
  if (slot < 0 || obj.props[slot] === undefined) return -1;
  const info = slots[cache + 2] as PropertyInfo | null;
  return info !== null && (info.flags & ACC_READONLY) !== 0 ? -1 : slot;
}

/**
 * get_property_ptr_ptr: the place, null when the property must be read through its handler, undefined after an error.
 */
export function propertyAddress(
  vm: Executor,
  ex: ExecuteData,
  obj: PhpObject,
  name: string,
  mode: FetchMode,
): PropertyAddress | null | undefined {
  const { readProperty, ownsProperty } = obj.ce.handlers;
  if (readProperty !== null && (ownsProperty === undefined || ownsProperty(vm, obj, name, ex.func.scope))) return null;
  const place = getPropertyPlace(vm, obj, name, mode, ex.func.scope);
  if (place === null || place === undefined) return place;
  if (place.slots !== null) {
    obj.unsetProps?.delete(place.index);
    return { slots: place.slots, index: place.index, info: place.info };
  }
  const dyn = place.dyn;
  if (dyn === null) return undefined;
  return { slots: dyn.vals, index: dyn.posOf(place.key), info: null };
}

/** zend_handle_fetch_obj_flags: false after a TypeError or Error. */
function applyFlags(vm: Executor, at: PropertyAddress, flags: number): boolean {
  const info = at.info;
  if (info === null) return true;
  const v = at.slots[at.index];
  if (flags === ZEND_FETCH_DIM_WRITE) {
    const shown = deref(v);
    return shown === undefined || shown === null || shown === false ? checkArrayAssignable(vm, info) : true;
  }
  if (v instanceof PhpReference) return true;
  if (v === undefined && info.type !== null && (info.type.mask & MAY_BE_NULL) === 0) {
    const name = `${displayName(info.ce.name)}::$${info.name}`;
    vm.throwError('Error', `Cannot access uninitialized non-nullable property ${name} by reference`);
    return false;
  }
  const ref = new PhpReference(v === undefined ? null : v);
  addTypeSource(ref, info);
  at.slots[at.index] = ref;
  return true;
}

/** The pointer to an address after checking the opline's fetch flags; undefined after an error. */
export function pointTo(vm: Executor, at: PropertyAddress, extendedValue: number): Zval {
  const flags = extendedValue & ZEND_FETCH_OBJ_FLAGS;
  if (flags !== 0 && !applyFlags(vm, at, flags)) return undefined;
  if (at.info === null && at.slots[at.index] === undefined) at.slots[at.index] = null;
  return new PhpIndirect(at.slots, at.index);
}

/**
 * The result of FETCH_OBJ_W and friends: a pointer, or the value of a magic __get or a readonly property (owned);
 * NEEDS_SLOW when user code must run; undefined after an error.
 */
export function fetchPropertyForWrite(
  vm: Executor,
  ex: ExecuteData,
  op: Opline,
  obj: PhpObject,
  name: string,
  mode: FetchMode,
  cache: number,
): Zval | typeof NEEDS_SLOW {
  if (op.op2Type === IS_CONST) {
    const known = cachedAddress(ex, op, obj, cache);
    if (known !== null) return pointTo(vm, known, op.extendedValue);
  }
  const address = propertyAddress(vm, ex, obj, name, mode);
  if (address === undefined) return undefined;
  if (address !== null) return pointTo(vm, address, op.extendedValue);
  if (obj.ce.handlers.readProperty !== null) return NEEDS_SLOW;
  const value = readPropertySync(vm, obj, name, mode, ex.func.scope);
  if (value === NEEDS_SLOW) return NEEDS_SLOW;
  return vm.exception !== null ? undefined : addRef(value);
}

/** fetchPropertyForWrite with user code. */
export function* fetchPropertyForWriteSlow(
  vm: Executor,
  ex: ExecuteData,
  obj: PhpObject,
  name: string,
  mode: FetchMode,
): NativeCode {
  const value = yield* objReadProperty(vm, obj, name, mode, ex.func.scope);
  if (vm.exception !== null) {
    release(vm, value);
    return undefined;
  }
  if (value instanceof PhpReference && value.rc === 1) {
    const inner = addRef(value.val);
    release(vm, value);
    return inner;
  }
  return value ?? null;
}
