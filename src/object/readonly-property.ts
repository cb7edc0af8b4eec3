/**
 * Errors around readonly and dynamic properties.
 * Source: php-src 8.2 Zend/zend_execute.c (zend_readonly_property_modification_error), zend_object_handlers.c
 */
import { E_DEPRECATED } from '../base/diagnostics.ts';
import { ACC_ALLOW_DYNAMIC_PROPERTIES, ACC_NO_DYNAMIC_PROPERTIES } from '../bytecode/type-flags.ts';
import type { PhpObject } from '../value/php-object.ts';
import type { ClassEntry, PropertyInfo } from './class-entry.ts';
import { displayName } from './class-queries.ts';
import type { Runtime } from './runtime.ts';

/** "Cannot modify readonly property A::$x" */
export function readonlyModificationError(rt: Runtime, info: PropertyInfo): void {
  rt.throwError('Error', `Cannot modify readonly property ${displayName(info.ce.name)}::$${info.name}`);
}

/** "Cannot indirectly modify readonly property A::$x" */
export function readonlyIndirectError(rt: Runtime, info: PropertyInfo): void {
  rt.throwError('Error', `Cannot indirectly modify readonly property ${displayName(info.ce.name)}::$${info.name}`);
}

/** "Cannot unset readonly property A::$x" */
export function readonlyUnsetError(rt: Runtime, info: PropertyInfo): void {
  rt.throwError('Error', `Cannot unset readonly property ${displayName(info.ce.name)}::$${info.name}`);
}

/** verify_readonly_initialization_access: only the declaring class's code may initialize (or unset while unset). */
export function mayInitializeReadonly(
  rt: Runtime,
  info: PropertyInfo,
  ce: ClassEntry,
  scope: ClassEntry | null,
  operation: 'initialize' | 'unset',
): boolean {
  if (info.ce === scope) return true;
  // the property may have been redeclared by a child: then the parent's code still may
  if (scope !== null && ce !== scope) {
    const own = scope.propertiesInfo.get(info.name);
    if (own !== undefined && own.ce === scope && own.slot === info.slot && isAncestor(scope, ce)) return true;
  }
  const from = scope === null ? 'global scope' : `scope ${displayName(scope.name)}`;
  rt.throwError(
    'Error',
    `Cannot ${operation} readonly property ${displayName(info.ce.name)}::$${info.name} from ${from}`,
  );
  return false;
}

function isAncestor(scope: ClassEntry, ce: ClassEntry): boolean {
  for (let c: ClassEntry | null = ce; c !== null; c = c.parent) if (c === scope) return true;
  return false;
}

/** May `obj` get a new dynamic property? Deprecation of 8.2 included; false after an error was thrown. */
export function allowDynamicProperty(rt: Runtime, obj: PhpObject, name: string): boolean {
  const flags = obj.ce.flags;
  if ((flags & ACC_NO_DYNAMIC_PROPERTIES) !== 0) {
    rt.throwError('Error', `Cannot create dynamic property ${displayName(obj.ce.name)}::$${name}`);
    return false;
  }
  if ((flags & ACC_ALLOW_DYNAMIC_PROPERTIES) === 0) {
    rt.error(E_DEPRECATED, `Creation of dynamic property ${displayName(obj.ce.name)}::$${name} is deprecated`);
    if (rt.exception !== null) return false;
  }
  return true;
}
