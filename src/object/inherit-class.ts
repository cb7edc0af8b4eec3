/**
 * What a class takes over from its parent: properties, constants, methods.
 * Source: php-src 8.2 Zend/zend_inheritance.c (zend_do_inheritance_ex, do_inherit_property, do_inherit_class_constant)
 */
import {
  ACC_ABSTRACT,
  ACC_ALLOW_DYNAMIC_PROPERTIES,
  ACC_CHANGED,
  ACC_ENUM,
  ACC_EXPLICIT_ABSTRACT_CLASS,
  ACC_FINAL,
  ACC_IMPLICIT_ABSTRACT_CLASS,
  ACC_INTERFACE,
  ACC_NO_DYNAMIC_PROPERTIES,
  ACC_NOT_SERIALIZABLE,
  ACC_PRIVATE,
  ACC_PUBLIC,
  ACC_READONLY,
  ACC_READONLY_CLASS,
  ACC_STATIC,
  ACC_TRAIT,
  ACC_USE_GUARDS,
} from '../bytecode/type-flags.ts';
import { addRef, PhpConstantAst } from '../value/zval.ts';
import type { ClassConstant, ClassEntry, PropertyInfo } from './class-entry.ts';
import { classKindUc, displayName, visibilityString } from './class-queries.ts';
import { checkFinalConstructor, inheritMethod, PPP_MASK } from './inherit-method.ts';
import { type LinkContext, linkError } from './link-context.ts';
import { inheritMagicMethods } from './magic-table.ts';
import { typeTextResolved } from './types.ts';
import { propertyTypesCompatible } from './variance.ts';

const INHERITED_CLASS_FLAGS =
  ACC_USE_GUARDS | ACC_NOT_SERIALIZABLE | ACC_NO_DYNAMIC_PROPERTIES | ACC_ALLOW_DYNAMIC_PROPERTIES;

function weaker(flags: number): string {
  return (flags & ACC_PUBLIC) !== 0 ? '' : ' or weaker';
}

/** Raises what forbids `parent` as a parent at all. */
function checkParentKind(link: LinkContext, parent: ClassEntry): void {
  const { ce } = link;
  const name = displayName(ce.name);
  const parentName = displayName(parent.name);
  if ((ce.flags & ACC_INTERFACE) !== 0) return;
  if ((parent.flags & (ACC_INTERFACE | ACC_TRAIT)) !== 0) {
    const kind = (parent.flags & ACC_INTERFACE) !== 0 ? 'interface' : 'trait';
    linkError(link, `Class ${name} cannot extend ${kind} ${parentName}`);
  }
  if ((parent.flags & ACC_FINAL) !== 0) linkError(link, `Class ${name} cannot extend final class ${parentName}`);
  if ((ce.flags & ACC_READONLY_CLASS) !== (parent.flags & ACC_READONLY_CLASS)) {
    const words = (flags: number): string => ((flags & ACC_READONLY_CLASS) !== 0 ? 'readonly' : 'non-readonly');
    const own = words(ce.flags);
    linkError(
      link,
      `${own.charAt(0).toUpperCase()}${own.slice(1)} class ${name} cannot extend ${words(parent.flags)} class ${parentName}`,
    );
  }
}

/** zend_do_inheritance: everything of `parent` that the class does not have itself. */
export function inheritFrom(link: LinkContext, parent: ClassEntry): void {
  const { ce } = link;
  checkParentKind(link, parent);
  ce.parent = parent;
  shiftSlots(ce, parent);
  for (const [name, info] of parent.propertiesInfo) inheritProperty(link, name, info);
  for (const [name, constant] of parent.constants) inheritConstant(link, name, constant);
  for (const [key, func] of parent.functionTable) inheritMethod(link, key, func, false);
  ce.createObject = parent.createObject;
  ce.getIterator ??= parent.getIterator;
  if (ce.type === 2) ce.handlers = parent.handlers;
  checkFinalConstructor(link);
  inheritMagicMethods(ce, parent);
  ce.flags |= parent.flags & INHERITED_CLASS_FLAGS;
}

/** The parent's slots come first; own ones move behind them. */
function shiftSlots(ce: ClassEntry, parent: ClassEntry): void {
  const shift = parent.defaultProperties.length;
  const staticShift = parent.staticMembers.length;
  for (const info of ce.propertiesInfo.values()) {
    info.slot += (info.flags & ACC_STATIC) !== 0 ? staticShift : shift;
  }
  const inherited = parent.defaultProperties.map((v) => addRef(v));
  ce.defaultProperties = [...inherited, ...ce.defaultProperties];
  // the boxes of inherited statics are shared with the parent
  ce.staticMembers = [...parent.staticMembers, ...ce.staticMembers];
}

/** do_inherit_property */
function inheritProperty(link: LinkContext, name: string, parent: PropertyInfo): void {
  const { ce } = link;
  const child = ce.propertiesInfo.get(name);
  if (child === undefined) {
    ce.propertiesInfo.set(name, parent);
    return;
  }
  if ((parent.flags & (ACC_PRIVATE | ACC_CHANGED)) !== 0) child.flags |= ACC_CHANGED;
  if ((parent.flags & ACC_PRIVATE) !== 0) return;
  checkPropertyModifiers(link, child, parent);
  if ((child.flags & ACC_STATIC) === 0) {
    ce.defaultProperties[parent.slot] = ce.defaultProperties[child.slot];
    ce.defaultProperties[child.slot] = undefined;
    child.slot = parent.slot;
  }
  checkPropertyType(link, child, parent);
}

function checkPropertyModifiers(link: LinkContext, child: PropertyInfo, parent: PropertyInfo): void {
  const label = `${displayName(link.ce.name)}::$${child.name}`;
  const parentName = displayName(parent.ce.name);
  if ((parent.flags & ACC_STATIC) !== (child.flags & ACC_STATIC)) {
    const word = (flags: number): string => ((flags & ACC_STATIC) !== 0 ? 'static ' : 'non static ');
    linkError(
      link,
      `Cannot redeclare ${word(parent.flags)}${parentName}::$${child.name} as ${word(child.flags)}${label}`,
    );
  }
  if ((parent.flags & ACC_READONLY) !== (child.flags & ACC_READONLY)) {
    const word = (flags: number): string => ((flags & ACC_READONLY) !== 0 ? 'readonly' : 'non-readonly');
    linkError(
      link,
      `Cannot redeclare ${word(parent.flags)} property ${parentName}::$${child.name} as ${word(child.flags)} ${label}`,
    );
  }
  if ((child.flags & PPP_MASK) > (parent.flags & PPP_MASK)) {
    linkError(
      link,
      `Access level to ${label} must be ${visibilityString(parent.flags)} (as in class ${parentName})${weaker(parent.flags)}`,
    );
  }
}

function checkPropertyType(link: LinkContext, child: PropertyInfo, parent: PropertyInfo): void {
  if (parent.type !== null) {
    const status = propertyTypesCompatible(link, parent, child);
    if (status === 'error') emitIncompatibleProperty(link, child, parent);
    if (status === 'unresolved') link.obligations.push({ kind: 'property', child, parent });
  } else if (child.type !== null) {
    linkError(
      link,
      `Type of ${displayName(link.ce.name)}::$${child.name} must not be defined (as in class ${displayName(parent.ce.name)})`,
    );
  }
}

/** "Type of B::$x must be int (as in class A)" */
export function emitIncompatibleProperty(link: LinkContext, child: PropertyInfo, parent: PropertyInfo): never {
  const type = parent.type === null ? 'mixed' : typeTextResolved(parent.type, parent.ce);
  return linkError(
    link,
    `Type of ${displayName(child.ce.name)}::$${child.name} must be ${type} (as in class ${displayName(parent.ce.name)})`,
  );
}

/** do_inherit_class_constant */
function inheritConstant(link: LinkContext, name: string, parent: ClassConstant): void {
  const { ce } = link;
  const own = ce.constants.get(name);
  if (own === undefined) {
    if ((parent.flags & ACC_PRIVATE) !== 0) return;
    if (parent.value instanceof PhpConstantAst) ce.constantsUpdated = false;
    ce.constants.set(name, parent);
    return;
  }
  const label = `${displayName(ce.name)}::${name}`;
  const parentName = displayName(parent.ce.name);
  if ((own.flags & PPP_MASK) > (parent.flags & PPP_MASK)) {
    linkError(
      link,
      `Access level to ${label} must be ${visibilityString(parent.flags)} (as in class ${parentName})${weaker(parent.flags)}`,
    );
  }
  if ((parent.flags & ACC_FINAL) !== 0) {
    linkError(link, `${label} cannot override final constant ${parentName}::${name}`);
  }
}

/** zend_build_properties_info_table: by slot, with what private properties of parents sit where. */
export function buildPropertiesInfoTable(ce: ClassEntry): void {
  const table: (PropertyInfo | null)[] = new Array<PropertyInfo | null>(ce.defaultProperties.length).fill(null);
  const inherited = ce.parent?.propertiesInfoTable ?? [];
  for (let i = 0; i < inherited.length; i++) table[i] = inherited[i] ?? null;
  for (const info of ce.propertiesInfo.values()) {
    if (info.ce === ce && (info.flags & ACC_STATIC) === 0) table[info.slot] = info;
  }
  ce.propertiesInfoTable = table;
}

const MAX_ABSTRACT_INFO = 3;

/** zend_verify_abstract_class */
export function verifyAbstractClass(link: LinkContext): void {
  const { ce } = link;
  const explicit = (ce.flags & ACC_EXPLICIT_ABSTRACT_CLASS) !== 0;
  const missing = [...ce.functionTable.values()].filter(
    (func) => (func.fnFlags & ACC_ABSTRACT) !== 0 && (!explicit || (func.fnFlags & ACC_PRIVATE) !== 0),
  );
  if (missing.length === 0) {
    ce.flags &= ~ACC_IMPLICIT_ABSTRACT_CLASS;
    return;
  }
  const shown = missing
    .slice(0, MAX_ABSTRACT_INFO)
    .map((func) => `${func.scope === null ? '' : displayName(func.scope.name)}::${func.functionName ?? ''}`);
  const list = shown.join(', ') + (missing.length > MAX_ABSTRACT_INFO ? ', ...' : '');
  const plural = missing.length > 1 ? 's' : '';
  const subject = `${classKindUc(ce)} ${displayName(ce.name)}`;
  linkError(
    link,
    explicit || (ce.flags & ACC_ENUM) !== 0
      ? `${subject} must implement ${missing.length} abstract private method${plural} (${list})`
      : `${subject} contains ${missing.length} abstract method${plural} and must therefore be declared abstract or implement the remaining methods (${list})`,
  );
}
