/**
 * Rules for a method that overrides, implements or is inherited.
 * Source: php-src 8.2 Zend/zend_inheritance.c (do_inheritance_check_on_method_ex, do_inherit_method)
 */
import { E_DEPRECATED } from '../base/diagnostics.ts';
import { type Func, OpArray } from '../bytecode/op-array.ts';
import {
  ACC_ABSTRACT,
  ACC_CHANGED,
  ACC_CTOR,
  ACC_FINAL,
  ACC_IMPLICIT_ABSTRACT_CLASS,
  ACC_INTERFACE,
  ACC_PRIVATE,
  ACC_PROTECTED,
  ACC_PUBLIC,
  ACC_STATIC,
} from '../bytecode/type-flags.ts';
import type { ClassEntry } from './class-entry.ts';
import { displayName, visibilityString } from './class-queries.ts';
import { cloneFunc } from './clone-func.ts';
import { functionDeclaration } from './function-declaration.ts';
import { type LinkContext, linkError, linkErrorAtMethod } from './link-context.ts';
import { implementationCheck, type InheritanceStatus } from './variance.ts';

export const PPP_MASK: number = ACC_PUBLIC | ACC_PROTECTED | ACC_PRIVATE;

function scopeName(func: Func): string {
  return func.scope === null ? '' : displayName(func.scope.name);
}

/** Raises what a failed compatibility check of a method means: a fatal error or the tentative type deprecation. */
export function emitIncompatibleMethod(
  link: LinkContext,
  child: Func,
  childScope: ClassEntry,
  parent: Func,
  parentScope: ClassEntry,
  status: InheritanceStatus,
): void {
  const childText = functionDeclaration(child, childScope);
  const parentText = functionDeclaration(parent, parentScope);
  if (status === 'unresolved') {
    const missing = [...link.unresolved][0] ?? '';
    linkErrorAtMethod(
      link,
      child,
      `Could not check compatibility between ${childText} and ${parentText}, because class ${missing} is not available`,
    );
  }
  if (status === 'error') {
    linkErrorAtMethod(link, child, `Declaration of ${childText} must be compatible with ${parentText}`);
  }
  if (child.attributes?.some((attribute) => attribute.offset === 0 && attribute.lcName === 'returntypewillchange'))
    return;
  const file = child.type === 2 ? child.fileName : (link.ce.fileName ?? '');
  const line = child.type === 2 ? child.lineStart : link.ce.lineStart;
  link.rt.errorAt(
    E_DEPRECATED,
    `Return type of ${childText} should either be compatible with ${parentText}, or the #[\\ReturnTypeWillChange] attribute should be used to temporarily suppress the notice`,
    file,
    line,
  );
}

/** A check that may have to wait for autoloading. */
function implementationCheckOrDelay(
  link: LinkContext,
  child: Func,
  childScope: ClassEntry,
  parent: Func,
  parentScope: ClassEntry,
): void {
  const status = implementationCheck(link, child, childScope, parent, parentScope);
  if (status === 'success') return;
  if (status === 'unresolved') link.obligations.push({ kind: 'method', child, childScope, parent, parentScope });
  else emitIncompatibleMethod(link, child, childScope, parent, parentScope, status);
}

/** Raises the plain contradictions: final, static, abstract. */
function checkModifiers(link: LinkContext, child: Func, parent: Func): void {
  const name = child.functionName ?? '';
  if ((parent.fnFlags & ACC_FINAL) !== 0) {
    linkErrorAtMethod(link, child, `Cannot override final method ${scopeName(parent)}::${name}()`);
  }
  if ((child.fnFlags & ACC_STATIC) !== (parent.fnFlags & ACC_STATIC)) {
    const message =
      (child.fnFlags & ACC_STATIC) !== 0
        ? `Cannot make non static method ${scopeName(parent)}::${name}() static in class ${scopeName(child)}`
        : `Cannot make static method ${scopeName(parent)}::${name}() non static in class ${scopeName(child)}`;
    linkErrorAtMethod(link, child, message);
  }
  if ((child.fnFlags & ACC_ABSTRACT) > (parent.fnFlags & ACC_ABSTRACT)) {
    linkErrorAtMethod(
      link,
      child,
      `Cannot make non abstract method ${scopeName(parent)}::${name}() abstract in class ${scopeName(child)}`,
    );
  }
}

/**
 * do_inheritance_check_on_method. `key`: the name under which `child` stands in the class's table, so that a shared
 * function can be replaced by a copy that gets the prototype; null when it must not be touched.
 */
export function checkInheritedMethod(
  link: LinkContext,
  given: Func,
  childScope: ClassEntry,
  parentFunc: Func,
  parentScope: ClassEntry,
  key: string | null,
  checkVisibility: boolean,
): void {
  let child = given;
  let parent = parentFunc;
  const parentFlags = parent.fnFlags;
  if ((parentFlags & ACC_PRIVATE) !== 0 && (parentFlags & (ACC_ABSTRACT | ACC_CTOR)) === 0) {
    child.fnFlags |= ACC_CHANGED;
    return;
  }
  checkModifiers(link, child, parent);
  if ((parentFlags & (ACC_PRIVATE | ACC_CHANGED)) !== 0) child.fnFlags |= ACC_CHANGED;
  const proto = parent.prototype ?? parent;
  if ((parentFlags & ACC_CTOR) !== 0) {
    // constructors have a prototype only if that is abstract (or comes from an interface)
    if ((proto.fnFlags & ACC_ABSTRACT) === 0) return;
    parent = proto;
  }
  if (key !== null && child.prototype !== proto) {
    if (child.scope !== link.ce && child instanceof OpArray) {
      if ((link.ce.flags & ACC_INTERFACE) === 0) {
        child = cloneShared(child);
        link.ce.functionTable.set(key, child);
        child.prototype = proto;
      }
    } else {
      child.prototype = proto;
    }
  }
  if (checkVisibility && (child.fnFlags & PPP_MASK) > (parentFlags & PPP_MASK)) {
    const weaker = (parentFlags & ACC_PUBLIC) !== 0 ? '' : ' or weaker';
    linkErrorAtMethod(
      link,
      child,
      `Access level to ${scopeName(child)}::${child.functionName ?? ''}() must be ${visibilityString(parentFlags)} (as in class ${scopeName(parentFunc)})${weaker}`,
    );
  }
  implementationCheckOrDelay(link, child, childScope, parent, parentScope);
}

/** A copy that shares statics with the original: the same method, with a prototype of its own. */
function cloneShared(func: OpArray): OpArray {
  const copy = cloneFunc(func) as OpArray;
  copy.staticsOwner = func.staticsOwner ?? func;
  return copy;
}

/** do_inherit_method: one method of a parent or interface comes into the class. */
export function inheritMethod(link: LinkContext, key: string, parent: Func, isInterface: boolean): void {
  const { ce } = link;
  const child = ce.functionTable.get(key);
  if (child !== undefined) {
    if (isInterface && child === parent) return;
    checkInheritedMethod(link, child, child.scope ?? ce, parent, parent.scope ?? ce, key, true);
    return;
  }
  if (isInterface || (parent.fnFlags & ACC_ABSTRACT) !== 0) ce.flags |= ACC_IMPLICIT_ABSTRACT_CLASS;
  ce.functionTable.set(key, parent);
}

/** "Cannot override final A::__construct() with B::__construct()" */
export function checkFinalConstructor(link: LinkContext): void {
  const own = link.ce.magic.constructor_;
  const inherited = link.ce.parent?.magic.constructor_ ?? null;
  if (own === null || inherited === null || own === inherited || (inherited.fnFlags & ACC_FINAL) === 0) return;
  linkError(
    link,
    `Cannot override final ${scopeName(inherited)}::${inherited.functionName ?? ''}() with ${displayName(link.ce.name)}::${own.functionName ?? ''}()`,
  );
}
