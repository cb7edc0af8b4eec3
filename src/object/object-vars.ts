/**
 * An object's properties as a table: array casts, foreach, get_object_vars, var_dump.
 * Source: php-src 8.2 Zend/zend_object_handlers.c (zend_std_get_properties), zend_API.c (zend_check_property_access)
 */
import { ACC_PRIVATE, ACC_PUBLIC, ACC_STATIC } from '../bytecode/type-flags.ts';
import { normalizeKey } from '../value/array-key.ts';
import { expandTraces } from '../value/compact-trace.ts';
import { PhpArray } from '../value/php-array.ts';
import type { PhpObject } from '../value/php-object.ts';
import { type Zval, addRef, PhpReference } from '../value/zval.ts';
import type { ClassEntry, PropertyInfo } from './class-entry.ts';
import { checkProtected, isDerivedClass } from './class-queries.ts';
import { mangledName, unmangleName } from './property-lookup.ts';
import type { Runtime } from './runtime.ts';

/** One property of an object. `value` as stored (maybe a reference). */
export interface ObjectProperty {
  /** Null for dynamic properties. */
  readonly info: PropertyInfo | null;
  readonly name: string;
  readonly value: Zval;
}

/** All initialized properties, declared ones in slot order, then dynamic ones; borrowed values. */
export function* objectProperties(obj: PhpObject): Generator<ObjectProperty, void, undefined> {
  const table = obj.ce.propertiesInfoTable;
  expandTraces(obj);
  for (let slot = 0; slot < table.length; slot++) {
    const info = table[slot];
    const value = obj.props[slot];
    if (info != null && value !== undefined) yield { info, name: info.name, value };
  }
  if (obj.dyn === null) return;
  for (let pos = obj.dyn.firstPos(); pos < obj.dyn.used; pos = obj.dyn.nextPos(pos)) {
    yield { info: null, name: String(obj.dyn.keyAt(pos)), value: obj.dyn.valueAt(pos) };
  }
}

/** zend_std_get_properties: a fresh table with mangled string keys (owned by the caller). References with one holder are unwrapped. */
export function stdProperties(obj: PhpObject): PhpArray {
  const table = new PhpArray();
  for (const property of objectProperties(obj)) {
    const key = property.info === null ? property.name : mangledName(property.info);
    table.setStr(key, addRef(unwrapSingle(property.value)));
  }
  return table;
}

function unwrapSingle(v: Zval): Zval {
  return v instanceof PhpReference && v.rc === 1 ? v.val : v;
}

/** The properties of any object, its class's own handler considered. Owned by the caller, string keys. */
export function objectPropertiesTable(rt: Runtime, obj: PhpObject): PhpArray {
  const special = obj.ce.handlers.propertiesFor?.(rt, obj) ?? null;
  if (special !== null) return special;
  const own = obj.ce.handlers.getProperties;
  return own === null ? stdProperties(obj) : own(rt, obj);
}

/** (array)$obj: mangled keys, integer-like names become int keys (zend_proptable_to_symtable). Owned. */
export function objectToArray(rt: Runtime, obj: PhpObject): PhpArray {
  const special = obj.ce.handlers.propertiesFor?.(rt, obj) ?? null;
  if (special !== null) return special;
  const own = obj.ce.handlers.getProperties;
  if (own !== null) return own(rt, obj);
  const result = new PhpArray();
  for (const property of objectProperties(obj)) {
    const key = property.info === null ? property.name : mangledName(property.info);
    result.set(normalizeKey(key), addRef(unwrapSingle(property.value)));
  }
  return result;
}

/** (object)$array: string keys for all (zend_symtable_to_proptable). Writes into obj.dyn; counts are added. */
export function fillFromArray(obj: PhpObject, array: PhpArray): void {
  const dyn = new PhpArray();
  for (let pos = array.firstPos(); pos < array.used; pos = array.nextPos(pos)) {
    const v = array.valueAt(pos);
    dyn.setStr(String(array.keyAt(pos)), addRef(unwrapSingle(v)));
  }
  obj.dyn = dyn;
}

/** Is a declared property accessible from `scope` on an object of class `ce` (zend_check_property_access)? */
export function isVisible(ce: ClassEntry, info: PropertyInfo, scope: ClassEntry | null): boolean {
  if ((info.flags & ACC_STATIC) !== 0) return false;
  if ((info.flags & ACC_PUBLIC) !== 0) return notShadowed(ce, info, scope);
  if ((info.flags & ACC_PRIVATE) !== 0) return info.ce === scope;
  return checkProtected(info.ce, scope) && notShadowed(ce, info, scope);
}

/** A private property of `scope` with the same name hides the child's one there. */
function notShadowed(ce: ClassEntry, info: PropertyInfo, scope: ClassEntry | null): boolean {
  if (scope === null || scope === info.ce || !isDerivedClass(ce, scope)) return true;
  const own = scope.propertiesInfo.get(info.name);
  return own === undefined || own === info || (own.flags & ACC_PRIVATE) === 0 || own.ce !== scope;
}

/** get_object_vars: unmangled names visible from `scope`, references with one holder unwrapped. Owned. */
export function objectVars(rt: Runtime, obj: PhpObject, scope: ClassEntry | null): PhpArray {
  const result = new PhpArray();
  const own = obj.ce.handlers.getProperties;
  if (own !== null) {
    const table = own(rt, obj);
    for (let pos = table.firstPos(); pos < table.used; pos = table.nextPos(pos)) {
      const key = String(table.keyAt(pos));
      const { className, name } = unmangleName(key);
      if (className === null || propertyKeyVisible(obj, key, scope))
        result.set(normalizeKey(name), addRef(unwrapSingle(table.valueAt(pos))));
    }
    return result;
  }
  for (const property of objectProperties(obj)) {
    if (property.info !== null && !isVisible(obj.ce, property.info, scope)) continue;
    result.set(normalizeKey(property.name), addRef(unwrapSingle(property.value)));
  }
  return result;
}

/** Is the property behind a mangled key visible from `scope`? Unmangled keys are dynamic or public. */
export function propertyKeyVisible(obj: PhpObject, key: string, scope: ClassEntry | null): boolean {
  const { className, name } = unmangleName(key);
  for (const info of obj.ce.propertiesInfoTable) {
    if (info === null || info.name !== name || mangledName(info) !== key) continue;
    return isVisible(obj.ce, info, scope);
  }
  return className === null;
}
