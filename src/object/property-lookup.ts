/**
 * Where a property lives, seen from a scope: zend_get_property_offset and its messages.
 * Source: php-src 8.2 Zend/zend_object_handlers.c
 */
import { ACC_CHANGED, ACC_PRIVATE, ACC_PROTECTED, ACC_PUBLIC, ACC_STATIC } from '../bytecode/type-flags.ts';
import { E_NOTICE } from '../base/diagnostics.ts';
import type { ClassEntry, PropertyInfo } from './class-entry.ts';
import { checkProtected, displayName, isDerivedClass, visibilityString } from './class-queries.ts';
import type { Runtime } from './runtime.ts';

/** findPropertySlot: not declared (or not for this scope): look among the dynamic properties. */
export const DYNAMIC = -1;

/** Looks a property up silently: its info, null when it is dynamic, undefined when it is not accessible from `scope`. */
export function lookupProperty(
  ce: ClassEntry,
  name: string,
  scope: ClassEntry | null,
): PropertyInfo | null | undefined {
  let info = ce.propertiesInfo.get(name);
  if (info === undefined) return name.length > 0 && name.charCodeAt(0) === 0 ? undefined : null;
  if ((info.flags & (ACC_CHANGED | ACC_PRIVATE | ACC_PROTECTED)) !== 0 && info.ce !== scope) {
    const shadowed = (info.flags & ACC_CHANGED) !== 0 ? parentPrivateProperty(scope, ce, name) : null;
    if (shadowed !== null) {
      info = shadowed;
    } else if ((info.flags & ACC_PRIVATE) !== 0) {
      return info.ce === ce ? undefined : null;
    } else if ((info.flags & ACC_PUBLIC) === 0 && !checkProtected(info.ce, scope)) {
      return undefined;
    }
  }
  return (info.flags & ACC_STATIC) !== 0 ? null : info;
}

/** zend_get_parent_private_property: a private property of `scope` that a child's property of the same name hides. */
export function parentPrivateProperty(scope: ClassEntry | null, ce: ClassEntry, name: string): PropertyInfo | null {
  if (scope === null || scope === ce || !isDerivedClass(ce, scope)) return null;
  const info = scope.propertiesInfo.get(name);
  return info !== undefined && (info.flags & ACC_PRIVATE) !== 0 && info.ce === scope ? info : null;
}

/** Like lookupProperty, but says what is wrong: Error for invisible ones, a notice for static ones. */
export function lookupPropertyLoud(
  rt: Runtime,
  ce: ClassEntry,
  name: string,
  scope: ClassEntry | null,
): PropertyInfo | null | undefined {
  const info = lookupProperty(ce, name, scope);
  if (info === undefined) {
    reportInaccessible(rt, ce, name);
  } else if (info === null) {
    const declared = ce.propertiesInfo.get(name);
    if (declared !== undefined && (declared.flags & ACC_STATIC) !== 0 && visibleStatic(declared, ce, scope)) {
      rt.error(E_NOTICE, `Accessing static property ${displayName(ce.name)}::$${name} as non static`);
    }
  }
  return info;
}

function visibleStatic(info: PropertyInfo, ce: ClassEntry, scope: ClassEntry | null): boolean {
  return (info.flags & ACC_PRIVATE) === 0 || info.ce === scope || info.ce === ce;
}

/** zend_bad_property_access / zend_bad_property_name */
export function reportInaccessible(rt: Runtime, ce: ClassEntry, name: string): void {
  const info = ce.propertiesInfo.get(name);
  if (info === undefined) {
    rt.throwError('Error', 'Cannot access property starting with "\\0"');
    return;
  }
  rt.throwError('Error', `Cannot access ${visibilityString(info.flags)} property ${displayName(ce.name)}::$${name}`);
}

/** zend_mangle_property_name of a declared property: `\0*\0x` protected, `\0C\0x` private, `x` public. */
export function mangledName(info: PropertyInfo): string {
  if ((info.flags & ACC_PRIVATE) !== 0) return `\0${info.ce.name}\0${info.name}`;
  return (info.flags & ACC_PROTECTED) !== 0 ? `\0*\0${info.name}` : info.name;
}

/** zend_unmangle_property_name_ex: the plain name and the class part (null for public, '*' for protected). */
export function unmangleName(key: string): { className: string | null; name: string } {
  if (key.length === 0 || key.charCodeAt(0) !== 0) return { className: null, name: key };
  const end = key.indexOf('\0', 1);
  if (end < 0) return { className: null, name: key };
  let rest = end + 1;
  const className = key.slice(1, end);
  // the name of an anonymous class holds a NUL itself: the property's name is behind the last one
  const last = key.lastIndexOf('\0');
  if (last > end) rest = last + 1;
  return { className, name: key.slice(rest) };
}
