/**
 * Classes that are bound while their file is compiled: what inheritance needs to know of them. Only classes without
 * interfaces and traits are (Zend's early binding), so a chain of declarations is all there is.
 * Source: php-src 8.2 Zend/zend_inheritance.c (lookup_class, unlinked_instanceof)
 */
import type { ClassConstantDecl, ClassDecl, PropertyDecl } from '../../bytecode/class-decl.ts';
import type { OpArray } from '../../bytecode/op-array.ts';
import { toLower } from './emit-op.ts';

/** A member with the class that declares it. */
export interface Owned<T> {
  member: T;
  owner: BoundClass;
}

/** A method; `prototype` is the root of what it overrides. */
export interface OwnedMethod extends Owned<OpArray> {
  prototype: OwnedMethod | null;
}

/** A class with what it inherits. */
export interface BoundClass {
  decl: ClassDecl;
  parent: BoundClass | null;
  methods: Map<string, OwnedMethod>;
  properties: Map<string, Owned<PropertyDecl>>;
  constants: Map<string, Owned<ClassConstantDecl>>;
}

/** The class alone, before anything is inherited. */
export function createBoundClass(decl: ClassDecl): BoundClass {
  const bound: BoundClass = { decl, parent: null, methods: new Map(), properties: new Map(), constants: new Map() };
  for (const [lcName, member] of decl.methods) bound.methods.set(lcName, { member, owner: bound, prototype: null });
  for (const member of decl.properties) bound.properties.set(member.name, { member, owner: bound });
  for (const member of decl.constants) bound.constants.set(member.name, { member, owner: bound });
  return bound;
}

/** Whether `ce` is `other` or a descendant. */
export function isDescendant(ce: BoundClass, other: BoundClass): boolean {
  for (let k: BoundClass | null = ce; k !== null; k = k.parent) {
    if (k === other) return true;
  }
  return false;
}

/** `self` and `parent` in a type of a class (resolve_class_name). */
export function resolveTypeName(scope: BoundClass, name: string): string {
  switch (toLower(name)) {
    case 'self':
      return scope.decl.name;
    case 'parent':
      return scope.decl.parentName ?? name;
    default:
      return name;
  }
}
