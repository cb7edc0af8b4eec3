/**
 * Early binding: a class whose parent stands in the same file and is bound already is linked while the file is compiled,
 * with all errors of inheritance. What is linked at run time is src/object's work.
 * Source: php-src 8.2 Zend/zend_inheritance.c (zend_try_early_bind, zend_do_inheritance_ex)
 */
import type { ClassConstantDecl, PropertyDecl } from '../../bytecode/class-decl.ts';
import type { OpArray } from '../../bytecode/op-array.ts';
import {
  ACC_ABSTRACT,
  ACC_CTOR,
  ACC_ENUM,
  ACC_EXPLICIT_ABSTRACT_CLASS,
  ACC_FINAL,
  ACC_INTERFACE,
  ACC_PRIVATE,
  ACC_PROTECTED,
  ACC_PUBLIC,
  ACC_READONLY,
  ACC_READONLY_CLASS,
  ACC_STATIC,
  ACC_TRAIT,
} from '../../bytecode/type-flags.ts';
import { typeToString } from '../../bytecode/type-to-string.ts';
import { type BoundClass, type Owned, type OwnedMethod, resolveTypeName } from './bound-class.ts';
import type { Compiler } from './context.ts';
import { toLower } from './emit-op.ts';
import { methodSignature } from './method-signature.ts';
import { checkImplementation, checkPropertyTypes, type ClassLookup, type InheritanceStatus } from './variance.ts';

const PPP_MASK = ACC_PUBLIC | ACC_PROTECTED | ACC_PRIVATE;
const MAX_ABSTRACT_INFO = 3;

function visibility(flags: number): string {
  if ((flags & ACC_PUBLIC) !== 0) return 'public';
  return (flags & ACC_PRIVATE) !== 0 ? 'private' : 'protected';
}

/** lookup_class during compilation: classes bound so far, and the one being bound. */
function classLookup(c: Compiler): ClassLookup {
  return (scope, name) => {
    const lcName = toLower(name);
    return c.boundClasses.get(lcName) ?? (toLower(scope.decl.name) === lcName ? scope : null);
  };
}

/** Raises a compile error at the line of a method. */
function errorAt(c: Compiler, fn: OpArray, message: string): never {
  c.lineno = fn.lineStart;
  return c.error(message);
}

/** The parent method whose signature counts; null when none is enforced (private, plain constructors). */
function enforcedPrototype(parent: OwnedMethod): OwnedMethod | null {
  const flags = parent.member.fnFlags;
  if ((flags & ACC_PRIVATE) !== 0 && (flags & ACC_ABSTRACT) === 0) return null;
  const proto = parent.prototype ?? parent;
  if ((flags & ACC_CTOR) === 0) return parent;
  return (proto.member.fnFlags & ACC_ABSTRACT) !== 0 ? proto : null;
}

/** The message for what is plainly wrong with an overriding method, null when nothing is. */
function overrideError(child: OwnedMethod, parent: OwnedMethod): string | null {
  const name = child.member.functionName ?? '';
  const parentName = parent.owner.decl.name;
  const childName = child.owner.decl.name;
  const flags = child.member.fnFlags;
  const parentFlags = parent.member.fnFlags;
  const enforced = (parentFlags & ACC_PRIVATE) === 0 || (parentFlags & (ACC_ABSTRACT | ACC_CTOR)) !== 0;
  if ((parentFlags & ACC_FINAL) !== 0 && enforced) return `Cannot override final method ${parentName}::${name}()`;
  if ((parentFlags & ACC_PRIVATE) !== 0 && (parentFlags & ACC_ABSTRACT) === 0) return null;
  if ((flags & ACC_STATIC) !== (parentFlags & ACC_STATIC)) {
    return (flags & ACC_STATIC) !== 0
      ? `Cannot make non static method ${parentName}::${name}() static in class ${childName}`
      : `Cannot make static method ${parentName}::${name}() non static in class ${childName}`;
  }
  if ((flags & ACC_ABSTRACT) > (parentFlags & ACC_ABSTRACT)) {
    return `Cannot make non abstract method ${parentName}::${name}() abstract in class ${childName}`;
  }
  const proto = enforcedPrototype(parent);
  if (proto === null || (flags & PPP_MASK) <= (parentFlags & PPP_MASK)) return null;
  const weaker = (parentFlags & ACC_PUBLIC) !== 0 ? '' : ' or weaker';
  const asIn = `as in class ${proto.owner.decl.name}`;
  return `Access level to ${childName}::${name}() must be ${visibility(parentFlags)} (${asIn})${weaker}`;
}

function methodStatus(lookup: ClassLookup, child: OwnedMethod, parent: OwnedMethod): InheritanceStatus {
  if (overrideError(child, parent) !== null) return 'error';
  const proto = enforcedPrototype(parent);
  if (proto === null) return 'success';
  return checkImplementation(lookup, child.owner, child.member, proto.owner, proto.member);
}

/** zend_can_early_bind: unresolved when a class of a signature is not known yet. */
function canEarlyBind(lookup: ClassLookup, ce: BoundClass, parent: BoundClass): InheritanceStatus {
  for (const [lcName, parentMethod] of parent.methods) {
    const child = ce.methods.get(lcName);
    const status = child !== undefined ? methodStatus(lookup, child, parentMethod) : 'success';
    if (status !== 'success') return status;
  }
  for (const [name, { member, owner }] of parent.properties) {
    const child = ce.properties.get(name);
    if ((member.flags & ACC_PRIVATE) !== 0 || member.type === null || child === undefined) continue;
    if (child.member.type === null) continue;
    const status = checkPropertyTypes(lookup, ce, child.member.type, owner, member.type);
    if (status !== 'success') return status;
  }
  return 'success';
}

function checkParentKind(c: Compiler, ce: BoundClass, parent: BoundClass): void {
  const flags = parent.decl.flags;
  const name = ce.decl.name;
  const parentName = parent.decl.name;
  if ((ce.decl.flags & ACC_INTERFACE) === 0) {
    if ((flags & ACC_INTERFACE) !== 0) c.error(`Class ${name} cannot extend interface ${parentName}`);
    if ((flags & ACC_TRAIT) !== 0) c.error(`Class ${name} cannot extend trait ${parentName}`);
    if ((flags & ACC_FINAL) !== 0) c.error(`Class ${name} cannot extend final class ${parentName}`);
  }
  const readonly = (ce.decl.flags & ACC_READONLY_CLASS) !== 0;
  const parentReadonly = (flags & ACC_READONLY_CLASS) !== 0;
  if (readonly !== parentReadonly) {
    c.error(
      `${readonly ? 'Readonly' : 'Non-readonly'} class ${name} cannot extend ` +
        `${parentReadonly ? 'readonly' : 'non-readonly'} class ${parentName}`,
    );
  }
}

function checkProperty(c: Compiler, ce: BoundClass, child: Owned<PropertyDecl>, parent: Owned<PropertyDecl>): void {
  const flags = child.member.flags;
  const parentFlags = parent.member.flags;
  const name = child.member.name;
  const label = `${ce.decl.name}::$${name}`;
  const parentName = parent.owner.decl.name;
  if ((parentFlags & ACC_PRIVATE) !== 0) return;
  if ((flags & ACC_STATIC) !== (parentFlags & ACC_STATIC)) {
    const word = (bits: number): string => ((bits & ACC_STATIC) !== 0 ? 'static ' : 'non static ');
    c.error(`Cannot redeclare ${word(parentFlags)}${parentName}::$${name} as ${word(flags)}${label}`);
  }
  if ((flags & ACC_READONLY) !== (parentFlags & ACC_READONLY)) {
    const word = (bits: number): string => ((bits & ACC_READONLY) !== 0 ? 'readonly' : 'non-readonly');
    c.error(`Cannot redeclare ${word(parentFlags)} property ${parentName}::$${name} as ${word(flags)} ${label}`);
  }
  if ((flags & PPP_MASK) > (parentFlags & PPP_MASK)) {
    const weaker = (parentFlags & ACC_PUBLIC) !== 0 ? '' : ' or weaker';
    c.error(`Access level to ${label} must be ${visibility(parentFlags)} (as in class ${parentName})${weaker}`);
  }
  if (parent.member.type !== null) {
    const status = checkPropertyTypes(classLookup(c), ce, child.member.type, parent.owner, parent.member.type);
    if (status === 'error') {
      const text = typeToString(parent.member.type, (type) => resolveTypeName(parent.owner, type));
      c.error(`Type of ${label} must be ${text} (as in class ${parentName})`);
    }
  } else if (child.member.type !== null) {
    c.error(`Type of ${label} must not be defined (as in class ${parentName})`);
  }
}

function checkConstant(
  c: Compiler,
  ce: BoundClass,
  child: Owned<ClassConstantDecl>,
  parent: Owned<ClassConstantDecl>,
): void {
  const { name, flags } = child.member;
  const parentFlags = parent.member.flags;
  const parentName = parent.owner.decl.name;
  if ((flags & PPP_MASK) > (parentFlags & PPP_MASK)) {
    const weaker = (parentFlags & ACC_PUBLIC) !== 0 ? '' : ' or weaker';
    c.error(
      `Access level to ${ce.decl.name}::${name} must be ${visibility(parentFlags)} (as in class ${parentName})${weaker}`,
    );
  }
  if ((parentFlags & ACC_FINAL) !== 0) {
    c.error(`${ce.decl.name}::${name} cannot override final constant ${parentName}::${name}`);
  }
}

function checkMethod(c: Compiler, child: OwnedMethod, parent: OwnedMethod): void {
  const message = overrideError(child, parent);
  if (message !== null) errorAt(c, child.member, message);
  const proto = enforcedPrototype(parent);
  if (proto === null) return;
  if (methodStatus(classLookup(c), child, parent) === 'error') {
    errorAt(
      c,
      child.member,
      `Declaration of ${methodSignature(c, child.member, child.owner)} must be compatible with ` +
        methodSignature(c, proto.member, proto.owner),
    );
  }
  child.prototype = parent.prototype ?? parent;
}

/** Inherited members come after a class's own in Zend's tables only for lookups; errors follow the parent's order. */
function inherit(c: Compiler, ce: BoundClass, parent: BoundClass): void {
  checkParentKind(c, ce, parent);
  for (const [name, property] of parent.properties) {
    const child = ce.properties.get(name);
    if (child === undefined) ce.properties.set(name, property);
    else checkProperty(c, ce, child, property);
  }
  for (const [name, constant] of parent.constants) {
    const child = ce.constants.get(name);
    if (child !== undefined) {
      if ((constant.member.flags & ACC_PRIVATE) === 0) checkConstant(c, ce, child, constant);
    } else if ((constant.member.flags & ACC_PRIVATE) === 0) {
      ce.constants.set(name, constant);
    }
  }
  for (const [lcName, method] of parent.methods) {
    const child = ce.methods.get(lcName);
    if (child === undefined) ce.methods.set(lcName, method);
    else checkMethod(c, child, method);
  }
}

/** zend_verify_abstract_class: a class that is not abstract has no abstract methods. */
export function verifyAbstractClass(c: Compiler, ce: BoundClass): void {
  const flags = ce.decl.flags;
  if ((flags & (ACC_INTERFACE | ACC_TRAIT | ACC_EXPLICIT_ABSTRACT_CLASS)) !== 0) return;
  const missing = [...ce.methods.values()].filter(({ member }) => (member.fnFlags & ACC_ABSTRACT) !== 0);
  if (missing.length === 0) return;
  const shown = missing.slice(0, MAX_ABSTRACT_INFO).map((m) => `${m.owner.decl.name}::${m.member.functionName ?? ''}`);
  const list = shown.join(', ') + (missing.length > MAX_ABSTRACT_INFO ? ', ...' : '');
  const plural = missing.length === 1 ? '' : 's';
  c.error(
    (flags & ACC_ENUM) !== 0
      ? `Enum ${ce.decl.name} must implement ${missing.length} abstract private method${plural} (${list})`
      : `Class ${ce.decl.name} contains ${missing.length} abstract method${plural} and must therefore be declared ` +
          `abstract or implement the remaining methods (${list})`,
  );
}

/**
 * zend_try_early_bind: links `ce` to `parent` and registers it. False when a class in a signature is not known yet or
 * the name is taken: the class is then declared at run time.
 */
export function tryEarlyBind(c: Compiler, ce: BoundClass, parent: BoundClass): boolean {
  // The parent is known by name before the class is linked (unlinked_instanceof).
  ce.parent = parent;
  if (canEarlyBind(classLookup(c), ce, parent) === 'unresolved') return false;
  if (c.boundClasses.has(ce.decl.lcName) || c.host.classExists(ce.decl.lcName)) return false;
  c.boundClasses.set(ce.decl.lcName, ce);
  inherit(c, ce, parent);
  verifyAbstractClass(c, ce);
  return true;
}
