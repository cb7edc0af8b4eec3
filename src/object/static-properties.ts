/**
 * Static properties.
 * Source: php-src 8.2 Zend/zend_object_handlers.c (zend_std_get_static_property_with_info)
 */
import { E_DEPRECATED } from '../base/diagnostics.ts';
import { ACC_PUBLIC, ACC_PRIVATE, ACC_STATIC, ACC_TRAIT } from '../bytecode/type-flags.ts';
import type { ClassEntry, PropertyInfo, StaticMember } from './class-entry.ts';
import { BP_VAR_IS, type FetchMode } from './class-handlers.ts';
import { checkProtected, displayName, visibilityString } from './class-queries.ts';
import type { Runtime } from './runtime.ts';

/** A static property found: its declaration and the box that holds it (shared with the declaring class). */
export interface StaticPlace {
  readonly info: PropertyInfo;
  readonly member: StaticMember;
}

/**
 * Finds a static property as seen from `scope`; null after an Error was thrown (nothing is thrown in IS mode). The class's
 * constants must have been updated before (see updateClassConstants). A `member.value` of undefined is uninitialized:
 * read modes report that here, write modes get the box.
 */
export function getStaticProperty(
  rt: Runtime,
  ce: ClassEntry,
  name: string,
  scope: ClassEntry | null,
  mode: FetchMode,
): StaticPlace | null {
  const info = ce.propertiesInfo.get(name);
  if (info === undefined) return undeclared(rt, ce, name, mode);
  if ((info.flags & ACC_PUBLIC) === 0 && info.ce !== scope) {
    const hidden = (info.flags & ACC_PRIVATE) !== 0 || !checkProtected(info.ce, scope);
    if (hidden) {
      if (mode !== BP_VAR_IS) {
        rt.throwError(
          'Error',
          `Cannot access ${visibilityString(info.flags)} property ${displayName(ce.name)}::$${name}`,
        );
      }
      return null;
    }
  }
  if ((info.flags & ACC_STATIC) === 0) return undeclared(rt, ce, name, mode);
  const member = ce.staticMembers[info.slot];
  if (member === undefined) return undeclared(rt, ce, name, mode);
  if (member.value === undefined && info.type !== null && mode === 0) {
    rt.throwError(
      'Error',
      `Typed static property ${displayName(info.ce.name)}::$${name} must not be accessed before initialization`,
    );
    return null;
  }
  if ((ce.flags & ACC_TRAIT) !== 0) {
    rt.error(
      E_DEPRECATED,
      `Accessing static trait property ${displayName(ce.name)}::$${name} is deprecated, it should only be accessed on a class using the trait`,
    );
  }
  return { info, member };
}

function undeclared(rt: Runtime, ce: ClassEntry, name: string, mode: FetchMode): null {
  if (mode !== BP_VAR_IS) {
    rt.throwError('Error', `Access to undeclared static property ${displayName(ce.name)}::$${name}`);
  }
  return null;
}
