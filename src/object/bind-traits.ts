/**
 * Traits: their methods, properties and constants become the class's own.
 * Source: php-src 8.2 Zend/zend_inheritance.c (zend_do_bind_traits)
 */
import type { Func } from '../bytecode/op-array.ts';
import {
  ACC_ABSTRACT,
  ACC_CHANGED,
  ACC_FINAL,
  ACC_IMPLICIT_ABSTRACT_CLASS,
  ACC_PRIVATE,
  ACC_READONLY,
  ACC_READONLY_CLASS,
  ACC_STATIC,
  ACC_TRAIT,
  ACC_TRAIT_CLONE,
} from '../bytecode/type-flags.ts';
import { isIdentical } from '../value/compare.ts';
import { release } from '../value/refcount.ts';
import { type Zval, addRef, PhpConstantAst } from '../value/zval.ts';
import { declareProperty } from './class-members.ts';
import type { ClassConstant, ClassEntry, PropertyInfo } from './class-entry.ts';
import { displayName, lcName } from './class-queries.ts';
import { cloneFunc } from './clone-func.ts';
import { checkInheritedMethod, PPP_MASK } from './inherit-method.ts';
import { type LinkContext, linkError } from './link-context.ts';
import { addMagicMethod } from './magic-table.ts';
import type { NativeCode } from './native-code.ts';
import { resolveTraitRules, type TraitRules } from './trait-rules.ts';
import { propertyTypesCompatible } from './variance.ts';

/** self in trait methods means the using class, not the trait. */
function fixupScope(func: Func, ce: ClassEntry): ClassEntry {
  const scope = func.scope ?? ce;
  return (scope.flags & ACC_TRAIT) !== 0 ? ce : scope;
}

function sameCode(a: Func, b: Func): boolean {
  if (a.type === 2 && b.type === 2) return a.opcodes === b.opcodes;
  return a === b;
}

/** zend_add_trait_method */
function addTraitMethod(link: LinkContext, name: string, key: string, func: Func): void {
  const { ce } = link;
  const existing = ce.functionTable.get(key);
  if (existing !== undefined) {
    const existingScope = existing.scope ?? ce;
    const fromTrait = (existingScope.flags & ACC_TRAIT) !== 0;
    if (sameCode(existing, func) && (existing.fnFlags & PPP_MASK) === (func.fnFlags & PPP_MASK) && fromTrait) return;
    if ((func.fnFlags & ACC_ABSTRACT) !== 0) {
      // the signature of an abstract method of a trait must be satisfied; its visibility need not
      checkInheritedMethod(link, existing, fixupScope(existing, ce), func, fixupScope(func, ce), null, false);
      return;
    }
    if (existingScope === ce) return;
    if (fromTrait && (existing.fnFlags & ACC_ABSTRACT) === 0) {
      linkError(
        link,
        `Trait method ${displayName(func.scope?.name ?? '')}::${func.functionName ?? ''} has not been applied as ${displayName(ce.name)}::${name}, because of collision with ${displayName(existingScope.name)}::${existing.functionName ?? ''}`,
      );
    }
    // inherited members are overridden by members inserted by traits
    checkInheritedMethod(link, func, fixupScope(func, ce), existing, fixupScope(existing, ce), null, true);
  }
  const copy = cloneFunc(func);
  copy.fnFlags |= ACC_TRAIT_CLONE;
  copy.functionName = name;
  ce.functionTable.set(key, copy);
  addMagicMethod(ce, key, copy);
}

/** zend_traits_copy_functions: one method of a trait under its own name and its aliases. */
function copyMethod(
  link: LinkContext,
  key: string,
  func: Func,
  rules: TraitRules,
  excluded: ReadonlySet<string>,
): void {
  const withModifiers = (modifiers: number): Func => {
    const copy = cloneFunc(func);
    if (modifiers !== 0) copy.fnFlags = modifiers | (func.fnFlags & ~PPP_MASK);
    return copy;
  };
  for (const { alias, trait } of rules.aliases) {
    if (alias.alias === null || func.scope !== trait || lcName(alias.methodName) !== key) continue;
    addTraitMethod(link, alias.alias, lcName(alias.alias), withModifiers(alias.modifiers));
  }
  if (excluded.has(key)) return;
  let modifiers = 0;
  for (const { alias, trait } of rules.aliases) {
    const applies = alias.alias === null && alias.modifiers !== 0 && func.scope === trait;
    if (applies && lcName(alias.methodName) === key) modifiers = alias.modifiers;
  }
  addTraitMethod(link, func.functionName ?? key, key, withModifiers(modifiers));
}

/** zend_do_traits_method_binding */
function bindMethods(link: LinkContext, traits: readonly ClassEntry[], rules: TraitRules): void {
  const { ce } = link;
  for (const trait of traits) {
    const excluded = rules.excluded.get(trait) ?? new Set<string>();
    for (const [key, func] of trait.functionTable) copyMethod(link, key, func, rules, excluded);
  }
  for (const func of ce.functionTable.values()) {
    if (func.scope === null || (func.scope.flags & ACC_TRAIT) === 0 || func.scope === ce) continue;
    func.scope = ce;
    if ((func.fnFlags & ACC_ABSTRACT) !== 0) ce.flags |= ACC_IMPLICIT_ABSTRACT_CLASS;
  }
}

/** check_trait_property_or_constant_value_compatibility: equal values, expressions evaluated in the class. */
function* sameValue(link: LinkContext, a: Zval, b: Zval): NativeCode<boolean> {
  if (a === b) return true;
  const { rt, ce } = link;
  const x = a instanceof PhpConstantAst ? yield* rt.evalConstant(a, ce, null) : addRef(a);
  const y = b instanceof PhpConstantAst ? yield* rt.evalConstant(b, ce, null) : addRef(b);
  const same = x === undefined || y === undefined ? x === y : isIdentical(rt, x, y);
  release(rt, x);
  release(rt, y);
  return same;
}

function defaultOf(ce: ClassEntry, info: PropertyInfo): Zval {
  return (info.flags & ACC_STATIC) !== 0 ? ce.staticMembers[info.slot]?.value : ce.defaultProperties[info.slot];
}

/** The trait (or class) that defined a member first, for messages about conflicts. */
function firstDefinition(
  ce: ClassEntry,
  traits: readonly ClassEntry[],
  before: number,
  colliding: ClassEntry,
  has: (trait: ClassEntry) => boolean,
): ClassEntry {
  if (colliding !== ce) return colliding;
  return traits.slice(0, before).find(has) ?? colliding;
}

function incompatible(link: LinkContext, first: ClassEntry, second: ClassEntry, what: string): never {
  return linkError(
    link,
    `${displayName(first.name)} and ${displayName(second.name)} define the same ${what} in the composition of ${displayName(link.ce.name)}. However, the definition differs and is considered incompatible. Class was composed`,
  );
}

const PROPERTY_MASK = PPP_MASK | ACC_STATIC | ACC_READONLY;

/** zend_do_traits_property_binding */
function* bindProperties(link: LinkContext, traits: readonly ClassEntry[]): NativeCode<void> {
  const { ce } = link;
  for (const [i, trait] of traits.entries()) {
    for (const [name, info] of trait.propertiesInfo) {
      let flags = info.flags;
      const colliding = ce.propertiesInfo.get(name);
      if (colliding !== undefined && (colliding.flags & ACC_PRIVATE) !== 0 && colliding.ce !== ce) {
        ce.propertiesInfo.delete(name);
        flags |= ACC_CHANGED;
      } else if (colliding !== undefined) {
        const compatible =
          (colliding.flags & PROPERTY_MASK) === (flags & PROPERTY_MASK) &&
          propertyTypesCompatible(link, info, colliding) === 'success' &&
          (yield* sameValue(link, defaultOf(ce, colliding), defaultOf(trait, info)));
        if (!compatible) {
          const first = firstDefinition(ce, traits, i, colliding.ce, (t) => t.propertiesInfo.has(name));
          incompatible(link, first, info.ce, `property ($${name})`);
        }
        continue;
      }
      if ((ce.flags & ACC_READONLY_CLASS) !== 0 && (flags & ACC_READONLY) === 0) {
        linkError(
          link,
          `Readonly class ${displayName(ce.name)} cannot use trait with a non-readonly property ${displayName(trait.name)}::$${name}`,
        );
      }
      declareProperty(ce, { ...info, flags, ce, slot: 0 }, addRef(defaultOf(trait, info)));
    }
  }
}

/** zend_do_traits_constant_binding (8.2) */
function* bindConstants(link: LinkContext, traits: readonly ClassEntry[]): NativeCode<void> {
  const { ce } = link;
  for (const [i, trait] of traits.entries()) {
    for (const [name, constant] of trait.constants) {
      const existing = ce.constants.get(name);
      if (existing === undefined) {
        const copy: ClassConstant = { ...constant, ce, value: addRef(constant.value) };
        ce.constants.set(name, copy);
        if (copy.value instanceof PhpConstantAst) ce.constantsUpdated = false;
        continue;
      }
      const mask = PPP_MASK | ACC_FINAL;
      const compatible =
        (existing.flags & mask) === (constant.flags & mask) && (yield* sameValue(link, constant.value, existing.value));
      if (compatible) continue;
      const first = firstDefinition(ce, traits, i, existing.ce, (t) => t.constants.has(name));
      incompatible(link, first, constant.ce, `constant (${name})`);
    }
  }
}

/** zend_do_bind_traits: `traits` in order of use, null where a name was repeated. */
export function* bindTraits(link: LinkContext, traits: readonly (ClassEntry | null)[]): NativeCode<void> {
  const used = traits.filter((trait) => trait !== null);
  const rules = resolveTraitRules(link, used);
  bindMethods(link, used, rules);
  yield* bindConstants(link, used);
  yield* bindProperties(link, used);
}
