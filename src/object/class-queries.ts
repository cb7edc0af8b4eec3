/**
 * Questions about linked classes: ancestry, visibility words.
 * Source: php-src Zend/zend_operators.c (instanceof_function_slow), zend_object_handlers.c, zend_API.c
 */
import { ACC_ENUM, ACC_INTERFACE, ACC_PRIVATE, ACC_PUBLIC, ACC_TRAIT } from '../bytecode/type-flags.ts';
import type { ClassEntry } from './class-entry.ts';

/** instanceof_function: is `ce` the class `target`, a child of it, or an implementor of it? */
export function instanceOf(ce: ClassEntry, target: ClassEntry): boolean {
  if (ce === target) return true;
  if ((target.flags & ACC_INTERFACE) !== 0) return ce.interfaces.includes(target);
  return isDerivedClass(ce, target);
}

/** is_derived_class: `parent` is a proper ancestor of `child` (classes only). */
export function isDerivedClass(child: ClassEntry, parent: ClassEntry): boolean {
  for (let c = child.parent; c !== null; c = c.parent) {
    if (c === parent) return true;
  }
  return false;
}

/** zend_check_protected: may code in `scope` touch a protected member that `ce` declares? */
export function checkProtected(ce: ClassEntry, scope: ClassEntry | null): boolean {
  return scope !== null && (scope === ce || isDerivedClass(ce, scope) || isDerivedClass(scope, ce));
}

/** zend_visibility_string */
export function visibilityString(flags: number): 'public' | 'protected' | 'private' {
  if ((flags & ACC_PUBLIC) !== 0) return 'public';
  return (flags & ACC_PRIVATE) !== 0 ? 'private' : 'protected';
}

/** zend_get_object_type: what a class is called in messages. */
export function classKind(ce: ClassEntry): 'interface' | 'trait' | 'enum' | 'class' {
  if ((ce.flags & ACC_TRAIT) !== 0) return 'trait';
  if ((ce.flags & ACC_INTERFACE) !== 0) return 'interface';
  return (ce.flags & ACC_ENUM) !== 0 ? 'enum' : 'class';
}

/** "class" -> "Class": zend_get_object_type_uc */
export function classKindUc(ce: ClassEntry): string {
  const kind = classKind(ce);
  return kind.charAt(0).toUpperCase() + kind.slice(1);
}

/** PHP's lower-casing of names: ASCII only (strings hold bytes, so latin1 letters must stay). */
export function lcName(name: string): string {
  return name.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** A class name as messages made with %s show it: an anonymous class's name ends at its NUL byte. */
export function displayName(name: string): string {
  const nul = name.indexOf('\0');
  return nul < 0 ? name : name.slice(0, nul);
}
