/**
 * Is one declared type a subtype of another? Method signatures and property types of a class being linked.
 * Source: php-src 8.2 Zend/zend_inheritance.c (zend_perform_covariant_type_check and what it calls)
 */
import type { ArgInfo, Func, PhpType } from '../bytecode/op-array.ts';
import {
  ACC_LINKED,
  ACC_RETURN_REFERENCE,
  ACC_VARIADIC,
  MAY_BE_ANY,
  MAY_BE_NEVER,
  MAY_BE_OBJECT,
  MAY_BE_STATIC,
  MAY_BE_VOID,
} from '../bytecode/type-flags.ts';
import { TYPE_PURE_MASK } from '../bytecode/type-to-string.ts';
import type { ClassEntry, PropertyInfo } from './class-entry.ts';
import { instanceOf, lcName } from './class-queries.ts';
import type { LinkContext } from './link-context.ts';

/** INHERITANCE_*: unresolved needs classes that are not loaded; warning is a tentative return type only. */
export type InheritanceStatus = 'unresolved' | 'error' | 'warning' | 'success';

type Subtype = 'unresolved' | 'error' | 'success';

/** resolve_class_name: self and parent as names. */
function resolveName(scope: ClassEntry, name: string): string {
  const lower = name.length <= 6 ? name.toLowerCase() : name;
  if (lower === 'self') return scope.name;
  if (lower === 'parent') return scope.parent?.name ?? scope.decl?.parentName ?? name;
  return name;
}

/** A class by name, unlinked ones included; never autoloads. */
function lookup(link: LinkContext, name: string): ClassEntry | null {
  const lower = lcName(name);
  // what internal classes declare is right, and asking for another would make it while this one is half made
  if (link.ce.type === 1) return link.ce.lcName === lower ? link.ce : null;
  const linked = link.rt.classTable.get(lower);
  if (linked !== undefined) return linked;
  const found = link.rt.linkingClasses.get(lower);
  if (found !== undefined && found.link !== null && found !== link.ce) found.link.usedUnlinked = true;
  if (found !== undefined) return found;
  return link.ce.lcName === lower ? link.ce : null;
}

function find(link: LinkContext, name: string): ClassEntry | null {
  return lookup(link, name.charCodeAt(0) === 92 ? name.slice(1) : name);
}

/** unlinked_instanceof: instanceof that also works on classes whose linking is under way. */
function unlinkedInstanceOf(link: LinkContext, ce: ClassEntry, target: ClassEntry): boolean {
  if (ce === target) return true;
  if ((ce.flags & ACC_LINKED) !== 0) return instanceOf(ce, target);
  const parent = ce.parent ?? (ce.decl?.parentName != null ? find(link, ce.decl.parentName) : null);
  if (parent !== null && parent !== ce && unlinkedInstanceOf(link, parent, target)) return true;
  if (ce.interfaces.some((i) => unlinkedInstanceOf(link, i, target))) return true;
  return (ce.decl?.interfaceNames ?? []).some((name) => {
    const found = find(link, name);
    return found !== null && found !== ce && unlinkedInstanceOf(link, found, target);
  });
}

/** Is class `a` (seen from aScope) a subtype of class `b`? */
function classSubtype(link: LinkContext, aScope: ClassEntry, a: string, bScope: ClassEntry, b: string): Subtype {
  const aName = resolveName(aScope, a);
  const bName = resolveName(bScope, b);
  if (lcName(aName) === lcName(bName)) return 'success';
  const aClass = find(link, aName);
  const bClass = find(link, bName);
  if (aClass === null || bClass === null) return 'unresolved';
  return unlinkedInstanceOf(link, aClass, bClass) ? 'success' : 'error';
}

/** exists: success as soon as one succeeds; otherwise unresolved wins over error. */
function some<T>(items: readonly T[], test: (item: T) => Subtype): Subtype {
  let result: Subtype = 'error';
  for (const item of items) {
    const status = test(item);
    if (status === 'success') return 'success';
    if (status === 'unresolved') result = 'unresolved';
  }
  return result;
}

/** for all: error as soon as one fails. */
function every<T>(items: readonly T[], test: (item: T) => Subtype): Subtype {
  let result: Subtype = 'success';
  for (const item of items) {
    const status = test(item);
    if (status === 'error') return 'error';
    if (status === 'unresolved') result = 'unresolved';
  }
  return result;
}

function namesOf(alternative: string | string[]): readonly string[] {
  return typeof alternative === 'string' ? [alternative] : alternative;
}

/** Is one alternative of a union (a class or an intersection) a subtype of the whole type `proto`? */
function alternativeSubtype(
  link: LinkContext,
  feScope: ClassEntry,
  alternative: string | string[],
  protoScope: ClassEntry,
  proto: PhpType,
): Subtype {
  const names = namesOf(alternative);
  if ((proto.mask & MAY_BE_OBJECT) !== 0) {
    const known = some(names, (name) => (find(link, resolveName(feScope, name)) === null ? 'unresolved' : 'success'));
    if (known === 'success') return known;
    if (proto.classes.length === 0) return known;
  }
  // U1&...&Un < V1&...&Vm when every Vj has a Ui below it; below a union when one of its members does
  return some(proto.classes, (target) =>
    every(namesOf(target), (v) => some(names, (u) => classSubtype(link, feScope, u, protoScope, v))),
  );
}

/** zend_type_permits_self */
function permitsSelf(link: LinkContext, type: PhpType, scope: ClassEntry, self: ClassEntry): boolean {
  if ((type.mask & MAY_BE_OBJECT) !== 0) return true;
  return type.classes.some((alternative) =>
    namesOf(alternative).every((name) => {
      const ce = find(link, resolveName(scope, name));
      return ce !== null && unlinkedInstanceOf(link, self, ce);
    }),
  );
}

/** zend_perform_covariant_type_check: is `fe` a subtype of `proto`? Registers the classes it missed. */
export function covariantTypeCheck(
  link: LinkContext,
  feScope: ClassEntry,
  fe: PhpType,
  protoScope: ClassEntry,
  proto: PhpType,
): Subtype {
  const feMask = fe.mask & TYPE_PURE_MASK;
  const protoMask = proto.mask & TYPE_PURE_MASK;
  if (protoMask === MAY_BE_ANY && (feMask & MAY_BE_VOID) === 0) return 'success';
  let added = feMask & ~protoMask;
  if ((added & MAY_BE_STATIC) !== 0 && permitsSelf(link, proto, protoScope, feScope)) added &= ~MAY_BE_STATIC;
  if (added === MAY_BE_NEVER) return 'success';
  if (added !== 0) return 'error';
  const status = every(fe.classes, (alternative) => alternativeSubtype(link, feScope, alternative, protoScope, proto));
  if (status === 'unresolved') {
    registerUnresolved(link, feScope, fe);
    registerUnresolved(link, protoScope, proto);
  }
  return status;
}

function registerUnresolved(link: LinkContext, scope: ClassEntry, type: PhpType): void {
  for (const alternative of type.classes) {
    for (const written of namesOf(alternative)) {
      const name = resolveName(scope, written);
      if (find(link, name) === null) link.unresolved.add(name);
    }
  }
}

/** Parameters are contravariant: the check with the roles swapped. */
function argumentCheck(
  link: LinkContext,
  feScope: ClassEntry,
  fe: ArgInfo,
  protoScope: ClassEntry,
  proto: ArgInfo,
): Subtype {
  if (fe.type === null || (fe.type.mask & TYPE_PURE_MASK) === MAY_BE_ANY) return 'success';
  if (proto.type === null) return 'error';
  return covariantTypeCheck(link, protoScope, proto.type, feScope, fe.type);
}

function sendMode(arg: ArgInfo): number {
  if (!arg.byRef) return 0;
  return arg.preferRef ? 2 : 1;
}

/** zend_do_perform_implementation_check: may `fe` stand in for `proto`? */
export function implementationCheck(
  link: LinkContext,
  fe: Func,
  feScope: ClassEntry,
  proto: Func,
  protoScope: ClassEntry,
): InheritanceStatus {
  if (proto.requiredNumArgs < fe.requiredNumArgs) return 'error';
  if ((proto.fnFlags & ACC_RETURN_REFERENCE) !== 0 && (fe.fnFlags & ACC_RETURN_REFERENCE) === 0) return 'error';
  const protoVariadic = (proto.fnFlags & ACC_VARIADIC) !== 0;
  const feVariadic = (fe.fnFlags & ACC_VARIADIC) !== 0;
  if (protoVariadic && !feVariadic) return 'error';
  let unresolved = false;
  const count = Math.max(proto.argInfo.length, fe.argInfo.length);
  for (let i = 0; i < count; i++) {
    const protoArg = proto.argInfo[i] ?? (protoVariadic ? proto.argInfo.at(-1) : undefined);
    const feArg = fe.argInfo[i] ?? (feVariadic ? fe.argInfo.at(-1) : undefined);
    if (protoArg === undefined) continue;
    if (feArg === undefined) return 'error';
    const status = argumentCheck(link, feScope, feArg, protoScope, protoArg);
    if (status === 'error') return 'error';
    if (status === 'unresolved') unresolved = true;
    if (sendMode(feArg) !== sendMode(protoArg)) return 'error';
  }
  return returnCheck(link, fe, feScope, proto, protoScope, unresolved ? 'unresolved' : 'success');
}

function returnCheck(
  link: LinkContext,
  fe: Func,
  feScope: ClassEntry,
  proto: Func,
  protoScope: ClassEntry,
  status: InheritanceStatus,
): InheritanceStatus {
  if (proto.returnType === null) return status;
  const tentative = proto.type === 1 && proto.tentativeReturn;
  if (fe.returnType === null) {
    if (!tentative) return 'error';
    return status === 'success' ? 'warning' : status;
  }
  const result = covariantTypeCheck(link, feScope, fe.returnType, protoScope, proto.returnType);
  if (result === 'success') return status;
  return result === 'error' && tentative ? 'warning' : result;
}

/** property_types_compatible: properties are invariant. */
export function propertyTypesCompatible(
  link: LinkContext,
  parent: PropertyInfo,
  child: PropertyInfo,
): InheritanceStatus {
  if (parent.type === null || child.type === null) return parent.type === child.type ? 'success' : 'error';
  if (parent.type === child.type && !hasRelativeName(parent.type)) return 'success';
  const down = covariantTypeCheck(link, child.ce, child.type, parent.ce, parent.type);
  const up = covariantTypeCheck(link, parent.ce, parent.type, child.ce, child.type);
  if (down === 'success' && up === 'success') return 'success';
  return down === 'error' || up === 'error' ? 'error' : 'unresolved';
}

function hasRelativeName(type: PhpType): boolean {
  return type.classes.some((alternative) => namesOf(alternative).some((name) => /^(self|parent)$/i.test(name)));
}
