/**
 * From a compiled class to a linked one.
 * Source: php-src 8.2 Zend/zend_inheritance.c (zend_do_link_class, zend_try_early_bind), zend_compile.c (do_bind_class)
 */
import type { ClassDecl } from '../bytecode/class-decl.ts';
import type { Func } from '../bytecode/op-array.ts';
import {
  ACC_ABSTRACT,
  ACC_ALLOW_DYNAMIC_PROPERTIES,
  ACC_CTOR,
  ACC_ENUM,
  ACC_EXPLICIT_ABSTRACT_CLASS,
  ACC_FINAL,
  ACC_IMPLICIT_ABSTRACT_CLASS,
  ACC_INTERFACE,
  ACC_LINKED,
  ACC_NO_DYNAMIC_PROPERTIES,
  ACC_NOT_SERIALIZABLE,
  ACC_PRIVATE,
  ACC_PUBLIC,
  ACC_READONLY,
  ACC_READONLY_CLASS,
  ACC_TRAIT,
  MAY_BE_STRING,
} from '../bytecode/type-flags.ts';
import { bindTraits } from './bind-traits.ts';
import { enumHandlers, stdHandlers } from './class-handlers.ts';
import { declareConstant, declareProperty } from './class-members.ts';
import { ClassEntry } from './class-entry.ts';
import { classKind, displayName, lcName } from './class-queries.ts';
import { cloneOpArray } from './clone-func.ts';
import { implementInterfaces, inheritInterfaces } from './implement-interfaces.ts';
import {
  buildPropertiesInfoTable,
  emitIncompatibleProperty,
  inheritFrom,
  verifyAbstractClass,
} from './inherit-class.ts';
import { emitIncompatibleMethod } from './inherit-method.ts';
import { iterationOfClass } from './iteration.ts';
import { createLinkContext, type LinkContext, linkError, type Obligation } from './link-context.ts';
import { addMagicMethod, refreshMagicMethods } from './magic-table.ts';
import type { NativeCode } from './native-code.ts';
import type { Runtime } from './runtime.ts';
import { exceptionToString } from './throwable.ts';
import { implementationCheck, propertyTypesCompatible } from './variance.ts';
import { verifyEnum } from './verify-enum.ts';

/** A class entry with the declaration's own members, not linked to anything yet. */
export function classDeclToEntry(decl: ClassDecl): ClassEntry {
  const ce = new ClassEntry(2, decl.name, stdHandlers);
  ce.lcName = decl.lcName;
  ce.flags = decl.flags;
  ce.decl = decl;
  ce.fileName = decl.fileName;
  ce.lineStart = decl.lineStart;
  ce.lineEnd = decl.lineEnd;
  ce.docComment = decl.docComment;
  ce.attributes = decl.attributes;
  ce.enumBackingType = decl.enumBackingType;
  ce.constantsUpdated = (decl.flags & ACC_ENUM) === 0;
  if ((decl.flags & ACC_ENUM) !== 0) {
    ce.handlers = enumHandlers;
    declareEnumProperties(ce);
  }
  for (const property of decl.properties) {
    declareProperty(
      ce,
      {
        name: property.name,
        flags: property.flags,
        type: property.type,
        slot: 0,
        ce,
        docComment: property.docComment,
        attributes: property.attributes,
      },
      property.type === null && property.default === undefined ? null : property.default,
    );
  }
  for (const constant of decl.constants) declareConstant(ce, { ...constant, ce });
  for (const [key, method] of decl.methods) {
    const own = cloneOpArray(method);
    own.scope = ce;
    ce.functionTable.set(key, own);
    addMagicMethod(ce, key, own);
  }
  if (decl.attributes?.some((a) => a.lcName === 'allowdynamicproperties')) ce.flags |= ACC_ALLOW_DYNAMIC_PROPERTIES;
  if ((decl.flags & ACC_READONLY_CLASS) !== 0) ce.flags |= ACC_NO_DYNAMIC_PROPERTIES;
  return ce;
}

/** zend_enum_register_props: `name`, and `value` of backed enums. */
function declareEnumProperties(ce: ClassEntry): void {
  ce.flags |= ACC_FINAL | ACC_NO_DYNAMIC_PROPERTIES | ACC_NOT_SERIALIZABLE;
  const flags = ACC_PUBLIC | ACC_READONLY;
  const common = { slot: 0, ce, docComment: null, attributes: null, flags };
  declareProperty(ce, { ...common, name: 'name', type: { mask: MAY_BE_STRING, classes: [] } }, undefined);
  if (ce.enumBackingType !== null) {
    declareProperty(ce, { ...common, name: 'value', type: ce.enumBackingType }, undefined);
  }
}

/** Fetches a class that linking needs. Null when it is missing: an Error was thrown (or, for traits, the request ended). */
function* fetchDependency(
  rt: Runtime,
  name: string,
  kind: 'Class' | 'Interface' | 'Trait',
  link: LinkContext,
): NativeCode<ClassEntry | null> {
  const bare = name.charCodeAt(0) === 92 ? name.slice(1) : name;
  const pending = rt.linkingClasses.get(lcName(bare));
  if (kind !== 'Trait' && pending?.link?.nearlyLinked === true) {
    link.obligations.push({ kind: 'dependency', ce: pending });
    return pending;
  }
  const ce = rt.lookupClass(name) ?? (yield* rt.autoloadClass(name));
  if (ce !== null || rt.exception !== null) return ce;
  if (kind === 'Trait') return linkError(link, `Trait "${bare}" not found`);
  return rt.throwError('Error', `${kind} "${bare}" not found`);
}

interface Dependencies {
  readonly parent: ClassEntry | null;
  readonly traits: readonly (ClassEntry | null)[];
  readonly interfaces: readonly ClassEntry[];
}

/** Loads parent, traits and interfaces, in that order; null after an Error. */
function* loadDependencies(link: LinkContext, decl: ClassDecl): NativeCode<Dependencies | null> {
  const { rt } = link;
  let parent: ClassEntry | null = null;
  if (decl.parentName !== null) {
    parent = yield* fetchDependency(rt, decl.parentName, 'Class', link);
    if (parent === null) return null;
  }
  const traits: (ClassEntry | null)[] = [];
  for (const name of decl.traitNames) {
    const trait = yield* fetchDependency(rt, name, 'Trait', link);
    if (trait === null) return null;
    if ((trait.flags & ACC_TRAIT) === 0) {
      linkError(link, `${displayName(link.ce.name)} cannot use ${displayName(trait.name)} - it is not a trait`);
    }
    traits.push(traits.includes(trait) ? null : trait);
  }
  const interfaces: ClassEntry[] = [];
  for (const name of decl.interfaceNames) {
    const iface = yield* fetchDependency(rt, name, 'Interface', link);
    if (iface === null) return null;
    interfaces.push(iface);
  }
  return { parent, traits, interfaces };
}

/**
 * zend_do_link_class: the linked class; null after an Error while loading what it needs. `onLinked` is called as soon as
 * the class can be used, which may be while another class that it waits for is still being linked.
 */
export function* doLinkClass(
  rt: Runtime,
  decl: ClassDecl,
  onLinked: (ce: ClassEntry) => void = () => {},
): NativeCode<ClassEntry | null> {
  const ce = classDeclToEntry(decl);
  const link = createLinkContext(rt, ce, onLinked);
  ce.link = link;
  rt.linkingClasses.set(decl.lcName, ce);
  try {
    const needed = yield* loadDependencies(link, decl);
    if (needed === null) return null;
    if ((ce.flags & ACC_ENUM) !== 0) addEnumMethods(link);
    if (needed.parent !== null) inheritFrom(link, needed.parent);
    if (needed.traits.length > 0) {
      ce.traits = needed.traits.filter((trait) => trait !== null);
      yield* bindTraits(link, needed.traits);
    }
    if (needed.interfaces.length > 0) implementInterfaces(link, needed.interfaces);
    else if (needed.parent !== null) inheritInterfaces(link, needed.parent);
    finishClass(link);
    if (link.obligations.length === 0) becomeLinked(link);
    else yield* settleObligations(link);
    return rt.exception === null ? ce : null;
  } finally {
    // also reached when an autoloader threw
    if (rt.linkingClasses.get(decl.lcName) === ce) rt.linkingClasses.delete(decl.lcName);
    ce.link = null;
    if (link.usedUnlinked && (ce.flags & ACC_LINKED) === 0) failedWithDependents(link);
  }
}

function becomeLinked(link: LinkContext): void {
  const { ce, rt } = link;
  ce.flags |= ACC_LINKED;
  if (rt.linkingClasses.get(ce.lcName) === ce) rt.linkingClasses.delete(ce.lcName);
  link.onLinked(ce);
}

/** check_unrecoverable_load_failure: the exception becomes a fatal error, others rely on the class already. */
function failedWithDependents(link: LinkContext): void {
  const { rt, ce } = link;
  const exception = rt.exception;
  if (exception === null) return;
  rt.exception = null;
  // a message that is an object would need user code: the name has to do then
  const shown = exceptionToString(rt, exception).next(null);
  const text = shown.done === true ? shown.value : null;
  linkError(
    link,
    `During inheritance of ${displayName(ce.name)} with variance dependencies: Uncaught ${text ?? displayName(exception.ce.name)}`,
  );
}

function addEnumMethods(link: LinkContext): void {
  const { ce, rt } = link;
  for (const func of rt.createEnumMethods(ce)) {
    const key = lcName(func.functionName ?? '');
    if (ce.functionTable.has(key)) linkError(link, `Cannot redeclare ${displayName(ce.name)}::${func.functionName}()`);
    ce.functionTable.set(key, func);
  }
}

const NOT_INSTANTIABLE = ACC_INTERFACE | ACC_TRAIT;
const ABSTRACT_CLASS = ACC_IMPLICIT_ABSTRACT_CLASS | ACC_EXPLICIT_ABSTRACT_CLASS;

/** What is checked and built once everything is inherited. */
function finishClass(link: LinkContext): void {
  const { ce } = link;
  refreshMagicMethods(ce);
  if ((ce.flags & NOT_INSTANTIABLE) === 0 && (ce.flags & ABSTRACT_CLASS) !== 0) verifyAbstractClass(link);
  if ((ce.flags & ACC_ENUM) !== 0) verifyEnum(link);
  buildPropertiesInfoTable(ce);
  iterationOfClass(ce);
  if (ce.parent !== null && !ce.parent.constantsUpdated) ce.constantsUpdated = false;
}

/** load_delayed_classes and resolve_delayed_variance_obligations: autoloads what checks were missing, checks again. */
function* settleObligations(link: LinkContext): NativeCode<void> {
  const { rt, ce } = link;
  link.nearlyLinked = true;
  const names = [...link.unresolved];
  link.unresolved.clear();
  for (const name of names) {
    yield* rt.autoloadClass(name);
    if (rt.exception !== null) return;
  }
  if ((ce.flags & ACC_LINKED) !== 0 || resolveObligations(link)) return;
  for (const item of link.obligations) {
    link.unresolved.clear();
    if (item.kind === 'method') {
      const { child, childScope, parent, parentScope } = item;
      const status = implementationCheck(link, child, childScope, parent, parentScope);
      emitIncompatibleMethod(link, child, childScope, parent, parentScope, status);
    } else if (item.kind === 'property') {
      emitIncompatibleProperty(link, item.child, item.parent);
    }
  }
  // only dependencies are open: whoever they wait for finishes them
  link.obligations = [];
  becomeLinked(link);
}

/** resolve_delayed_variance_obligations: true when none is left and the class is linked. */
function resolveObligations(link: LinkContext): boolean {
  if (link.resolving) return false;
  link.resolving = true;
  link.obligations = link.obligations.filter((item) => !isSettled(link, item));
  link.resolving = false;
  if (link.obligations.length > 0) return false;
  becomeLinked(link);
  return true;
}

/** check_variance_obligation; what fails ends the request. */
function isSettled(link: LinkContext, item: Obligation): boolean {
  if (item.kind === 'dependency') {
    const open = item.ce.link;
    if ((item.ce.flags & ACC_LINKED) === 0 && open !== null && open.obligations.length > 0) resolveObligations(open);
    return (item.ce.flags & ACC_LINKED) !== 0;
  }
  if (item.kind === 'property') {
    const status = propertyTypesCompatible(link, item.parent, item.child);
    if (status === 'error') emitIncompatibleProperty(link, item.child, item.parent);
    return status !== 'unresolved';
  }
  const { child, childScope, parent, parentScope } = item;
  const status = implementationCheck(link, child, childScope, parent, parentScope);
  if (status === 'unresolved') return false;
  if (status !== 'success') emitIncompatibleMethod(link, child, childScope, parent, parentScope, status);
  return true;
}

/** Raises the fatal error about a taken name, at the class or where execution stands. */
export function reportNameInUse(rt: Runtime, decl: ClassDecl): never {
  const kind = classKind(classDeclToEntry(decl));
  return rt.fatalErrorAt(
    `Cannot declare ${kind} ${displayName(decl.name)}, because the name is already in use`,
    decl.fileName,
    decl.lineStart,
  );
}

/** do_bind_class (DECLARE_CLASS): links and registers the class; null after an Error. */
export function* declareClass(rt: Runtime, decl: ClassDecl): NativeCode<ClassEntry | null> {
  if (rt.classTable.has(decl.lcName)) reportNameInUse(rt, decl);
  return yield* doLinkClass(rt, decl, (ce) => {
    if (rt.classTable.has(decl.lcName)) reportNameInUse(rt, decl);
    rt.classTable.set(decl.lcName, ce);
  });
}

/**
 * Links a class whose dependencies are all there without running PHP code and registers it: a hoisted class, or delayed
 * early binding. Null when it cannot be bound yet (interfaces, traits, unknown parent, types that are not loaded, the
 * name is taken): it is then declared when its opline is reached.
 */
export function tryEarlyBind(rt: Runtime, decl: ClassDecl, parent: ClassEntry | null): ClassEntry | null {
  if (decl.interfaceNames.length > 0 || decl.traitNames.length > 0 || rt.classTable.has(decl.lcName)) return null;
  if ((decl.parentName === null) !== (parent === null)) return null;
  const ce = classDeclToEntry(decl);
  const link = createLinkContext(rt, ce);
  rt.linkingClasses.set(decl.lcName, ce);
  try {
    if (parent !== null) {
      if (!canEarlyBind(link, parent)) return null;
      inheritFrom(link, parent);
      inheritInterfaces(link, parent);
    }
    if ((ce.flags & ACC_ENUM) !== 0) addEnumMethods(link);
    finishClass(link);
    ce.flags |= ACC_LINKED;
    rt.classTable.set(decl.lcName, ce);
    return ce;
  } finally {
    rt.linkingClasses.delete(decl.lcName);
  }
}

/** The method whose signature an overriding one must keep to; null when none is enforced (private ones, plain constructors). */
function enforcedParent(parent: Func): Func | null {
  const flags = parent.fnFlags;
  if ((flags & ACC_PRIVATE) !== 0 && (flags & (ACC_ABSTRACT | ACC_CTOR)) === 0) return null;
  if ((flags & ACC_CTOR) === 0) return parent;
  const proto = parent.prototype ?? parent;
  return (proto.fnFlags & ACC_ABSTRACT) !== 0 ? proto : null;
}

/** zend_can_early_bind: no check needs a class that is not loaded. */
function canEarlyBind(link: LinkContext, parent: ClassEntry): boolean {
  const { ce } = link;
  for (const [key, parentFunc] of parent.functionTable) {
    const child = ce.functionTable.get(key);
    const enforced = child === undefined ? null : enforcedParent(parentFunc);
    if (child === undefined || enforced === null) continue;
    const status = implementationCheck(link, child, ce, enforced, enforced.scope ?? parent);
    if (status === 'unresolved') return false;
  }
  for (const [name, info] of parent.propertiesInfo) {
    const child = ce.propertiesInfo.get(name);
    if (child === undefined || child.type === null || info.type === null) continue;
    if (propertyTypesCompatible(link, info, child) === 'unresolved') return false;
  }
  return true;
}
