/**
 * Places of properties: where a property's zval sits, for fetches that write (`$o->a[] = 1`, `$r = &$o->a`, `$o->n++`).
 * Source: php-src 8.2 Zend/zend_object_handlers.c (zend_std_get_property_ptr_ptr), zend_execute.c (zend_fetch_property_address)
 */
import { E_WARNING } from '../base/diagnostics.ts';
import { ACC_READONLY } from '../bytecode/type-flags.ts';
import type { PhpArray } from '../value/php-array.ts';
import type { PhpObject } from '../value/php-object.ts';
import type { Zval } from '../value/zval.ts';
import type { ClassEntry, PropertyInfo } from './class-entry.ts';
import { BP_VAR_RW, type FetchMode } from './class-handlers.ts';
import { displayName } from './class-queries.ts';
import { lookupProperty, lookupPropertyLoud } from './property-lookup.ts';
import { IN_GET, isGuarded, isUninit, ownDynamic, reportUndefined } from './property-sync.ts';
import { allowDynamicProperty } from './readonly-property.ts';
import type { Runtime } from './runtime.ts';
import { typeText } from './types.ts';

/** Where a property's value sits: a slot of `props`, or an entry of the dynamic table. Valid until the object changes shape. */
export interface PropertyPlace {
  readonly obj: PhpObject;
  /** Declared: obj.props; null for a dynamic property. */
  readonly slots: Zval[] | null;
  readonly index: number;
  /** Dynamic: the object's own (separated) table. */
  readonly dyn: PhpArray | null;
  readonly key: string;
  /** Typed properties only: what a write has to be checked against. */
  readonly info: PropertyInfo | null;
}

/**
 * zend_std_get_property_ptr_ptr: the place to write to; null when the property must be read through the slow handler
 * (magic __get, readonly); undefined when an error was thrown. A missing untyped property is created as null.
 */
export function getPropertyPlace(
  rt: Runtime,
  obj: PhpObject,
  name: string,
  mode: FetchMode,
  scope: ClassEntry | null,
): PropertyPlace | null | undefined {
  const ce = obj.ce;
  const magic = ce.magic.get !== null;
  const info = magic ? lookupProperty(ce, name, scope) : lookupPropertyLoud(rt, ce, name, scope);
  if (info === undefined) return magic && !isGuarded(obj, name, IN_GET) ? null : failed(rt, ce, name, scope, magic);
  if (info === null) return dynamicPlace(rt, obj, name, mode, magic);
  const v = obj.props[info.slot];
  const place: PropertyPlace = {
    obj,
    slots: obj.props,
    index: info.slot,
    dyn: null,
    key: name,
    info: info.type === null ? null : info,
  };
  if ((info.flags & ACC_READONLY) !== 0) return null;
  if (v !== undefined) return place;
  if (magic && !isUninit(obj, info) && !isGuarded(obj, name, IN_GET)) return null;
  if (mode === BP_VAR_RW) {
    reportUndefined(rt, obj, name, info);
    if (rt.exception !== null) return undefined;
  }
  if (info.type === null) {
    obj.props[info.slot] = null;
    return place;
  }
  return place;
}

function failed(rt: Runtime, ce: ClassEntry, name: string, scope: ClassEntry | null, magic: boolean): undefined {
  if (magic) lookupPropertyLoud(rt, ce, name, scope);
  return undefined;
}

function dynamicPlace(
  rt: Runtime,
  obj: PhpObject,
  name: string,
  mode: FetchMode,
  magic: boolean,
): PropertyPlace | null | undefined {
  const exists = obj.dyn?.getStr(name) !== undefined;
  if (!exists) {
    if (magic && !isGuarded(obj, name, IN_GET)) return null;
    if (!allowDynamicProperty(rt, obj, name)) return undefined;
    if (mode === BP_VAR_RW) rt.error(E_WARNING, `Undefined property: ${displayName(obj.ce.name)}::$${name}`);
    if (rt.exception !== null) return undefined;
  }
  const dyn = ownDynamic(obj);
  if (!exists) dyn.setStr(name, null);
  return { obj, slots: null, index: 0, dyn, key: name, info: null };
}

/**
 * Checks that a fetch for writing a dimension or property of an uninitialized or null typed property may turn it into an
 * array (check_type_array_assignable): true, or false after "Cannot auto-initialize an array inside property ...".
 */
export function checkArrayAssignable(rt: Runtime, info: PropertyInfo): boolean {
  if (info.type === null || (info.type.mask & (1 << 7)) !== 0) return true;
  rt.throwError(
    'TypeError',
    `Cannot auto-initialize an array inside property ${displayName(info.ce.name)}::$${info.name} of type ${typeText(info.type)}`,
  );
  return false;
}
