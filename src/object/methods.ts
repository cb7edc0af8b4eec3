/**
 * Methods: who is called by a name on an object or class, seen from a scope.
 * Source: php-src 8.2 Zend/zend_object_handlers.c (zend_std_get_method, zend_std_get_static_method, zend_std_get_constructor)
 */
import type { Func } from '../bytecode/op-array.ts';
import {
  ACC_ABSTRACT,
  ACC_CHANGED,
  ACC_PRIVATE,
  ACC_PROTECTED,
  ACC_PUBLIC,
  ACC_STATIC,
  ACC_TRAIT,
} from '../bytecode/type-flags.ts';
import { E_DEPRECATED } from '../base/diagnostics.ts';
import type { PhpObject } from '../value/php-object.ts';
import type { ClassEntry } from './class-entry.ts';
import { checkProtected, displayName, instanceOf, isDerivedClass, visibilityString } from './class-queries.ts';
import type { Runtime } from './runtime.ts';

/** A method found. With `magicName` set, `func` is __call or __callStatic and gets the name and an array of arguments. */
export interface MethodTarget {
  readonly func: Func;
  readonly magicName: string | null;
  /** __callStatic (or a static method): there is no $this. */
  readonly isStatic: boolean;
}

/** A private method of `scope` that a descendant's method of the same name hides (zend_get_parent_private_method). */
function parentPrivateMethod(scope: ClassEntry | null, ce: ClassEntry, lcName: string): Func | null {
  if (scope === null || scope === ce || !isDerivedClass(ce, scope)) return null;
  const func = scope.functionTable.get(lcName);
  return func !== undefined && (func.fnFlags & ACC_PRIVATE) !== 0 && func.scope === scope ? func : null;
}

/** zend_get_function_root_class: the class whose prototype decides about protected access. */
export function functionRootClass(func: Func): ClassEntry | null {
  return func.prototype !== null ? func.prototype.scope : func.scope;
}

function plain(func: Func): MethodTarget {
  return { func, magicName: null, isStatic: (func.fnFlags & ACC_STATIC) !== 0 };
}

/**
 * zend_std_get_method: `name` as written, `lcName` lower-cased. Null when there is none (the caller throws "Call to
 * undefined method"), or after the Error about an inaccessible one was thrown (see rt.exception).
 */
export function getMethod(
  rt: Runtime,
  obj: PhpObject,
  name: string,
  lcName: string,
  scope: ClassEntry | null,
): MethodTarget | null {
  const found = findMethod(obj.ce, name, lcName, scope);
  if (found === null && obj.ce.handlers.undefinedMethod !== undefined) {
    return rt.throwError('Error', obj.ce.handlers.undefinedMethod(obj));
  }
  if (typeof found !== 'string') return found;
  reportBadMethod(rt, obj.ce, obj.ce.functionTable.get(lcName) as Func, name, scope);
  return null;
}

/** What __call and __callStatic get as name: it ends at a NUL byte (zend_get_call_trampoline_func). */
function magicNameOf(name: string): string {
  const nul = name.indexOf('\0');
  return nul < 0 ? name : name.slice(0, nul);
}

/** getMethod without messages: 'inaccessible' when a method is there but not for this scope. Cacheable per class and scope. */
export function findMethod(
  ce: ClassEntry,
  name: string,
  lcName: string,
  scope: ClassEntry | null,
): MethodTarget | null | 'inaccessible' {
  const func = ce.functionTable.get(lcName);
  if (func === undefined) {
    const call = ce.magic.call;
    return call === null ? null : { func: call, magicName: magicNameOf(name), isStatic: false };
  }
  if ((func.fnFlags & (ACC_CHANGED | ACC_PRIVATE | ACC_PROTECTED)) === 0 || func.scope === scope) return plain(func);
  if ((func.fnFlags & ACC_CHANGED) !== 0) {
    const hidden = parentPrivateMethod(scope, ce, lcName);
    if (hidden !== null) return plain(hidden);
    if ((func.fnFlags & ACC_PUBLIC) !== 0) return plain(func);
  }
  if ((func.fnFlags & ACC_PRIVATE) !== 0 || !checkProtected(functionRootClass(func) as ClassEntry, scope)) {
    const call = ce.magic.call;
    return call === null ? 'inaccessible' : { func: call, magicName: magicNameOf(name), isStatic: false };
  }
  return plain(func);
}

/** zend_bad_method_call: "Call to private method A::f() from global scope" */
export function reportBadMethod(rt: Runtime, ce: ClassEntry, func: Func, name: string, scope: ClassEntry | null): void {
  const from = scope === null ? 'global scope' : `scope ${displayName(scope.name)}`;
  const owner = displayName((func.scope ?? ce).name);
  rt.throwError('Error', `Call to ${visibilityString(func.fnFlags)} method ${owner}::${name}() from ${from}`);
}

/** zend_undefined_method: "Call to undefined method A::f()" */
export function reportUndefinedMethod(rt: Runtime, ce: ClassEntry, name: string): null {
  return rt.throwError('Error', `Call to undefined method ${displayName(ce.name)}::${name}()`);
}

/**
 * zend_std_get_static_method for `A::name()`. `thisObj` is the caller's $this: with __call and a compatible object it is
 * preferred over __callStatic. Null: see getMethod.
 */
export function getStaticMethod(
  rt: Runtime,
  ce: ClassEntry,
  name: string,
  lcName: string,
  scope: ClassEntry | null,
  thisObj: PhpObject | null,
): MethodTarget | null {
  const found = findStaticMethod(ce, name, lcName, scope, thisObj);
  if (found === 'inaccessible') {
    reportBadMethod(rt, ce, ce.functionTable.get(lcName) as Func, name, scope);
    return null;
  }
  if (found !== null && (found.func.fnFlags & ACC_ABSTRACT) !== 0 && found.isStatic) {
    reportAbstractCall(rt, found.func);
    return null;
  }
  const owner = found?.func.scope ?? null;
  if (found !== null && owner !== null && (owner.flags & ACC_TRAIT) !== 0) {
    rt.error(
      E_DEPRECATED,
      `Calling static trait method ${displayName(owner.name)}::${found.func.functionName ?? ''} is deprecated, it should only be called on a class using the trait`,
    );
    if (rt.exception !== null) return null;
  }
  return found;
}

/** getStaticMethod without messages. */
export function findStaticMethod(
  ce: ClassEntry,
  name: string,
  lcName: string,
  scope: ClassEntry | null,
  thisObj: PhpObject | null,
): MethodTarget | null | 'inaccessible' {
  const func = ce.functionTable.get(lcName);
  if (func === undefined) return staticFallback(ce, name, thisObj);
  if ((func.fnFlags & ACC_PUBLIC) !== 0 || func.scope === scope) return plain(func);
  if ((func.fnFlags & ACC_PRIVATE) !== 0 || !checkProtected(functionRootClass(func) as ClassEntry, scope)) {
    return staticFallback(ce, name, thisObj) ?? 'inaccessible';
  }
  return plain(func);
}

/** get_static_method_fallback: __call on a compatible $this, else __callStatic. */
function staticFallback(ce: ClassEntry, name: string, thisObj: PhpObject | null): MethodTarget | null {
  if (ce.magic.call !== null && thisObj !== null && instanceOf(thisObj.ce, ce)) {
    // the object's own class decides which __call runs
    const call = thisObj.ce.magic.call ?? ce.magic.call;
    return { func: call, magicName: magicNameOf(name), isStatic: false };
  }
  const callStatic = ce.magic.callStatic;
  return callStatic === null ? null : { func: callStatic, magicName: magicNameOf(name), isStatic: true };
}

/** zend_abstract_method_call: "Cannot call abstract method A::f()" */
export function reportAbstractCall(rt: Runtime, func: Func): null {
  const owner = func.scope === null ? '' : `${displayName(func.scope.name)}::`;
  return rt.throwError('Error', `Cannot call abstract method ${owner}${func.functionName ?? ''}()`);
}

/** zend_non_static_method_call: "Non-static method A::f() cannot be called statically" */
export function reportNonStaticCall(rt: Runtime, func: Func): null {
  const owner = func.scope === null ? '' : `${displayName(func.scope.name)}::`;
  return rt.throwError('Error', `Non-static method ${owner}${func.functionName ?? ''}() cannot be called statically`);
}

/** zend_std_get_constructor: the constructor to run, null when there is none, undefined after an access Error. */
export function getConstructor(rt: Runtime, ce: ClassEntry, scope: ClassEntry | null): Func | null | undefined {
  if (ce.handlers.refuseNew !== undefined) {
    rt.throwError('Error', ce.handlers.refuseNew);
    return undefined;
  }
  const ctor = ce.magic.constructor_;
  if (ctor === null || (ctor.fnFlags & ACC_PUBLIC) !== 0 || ctor.scope === scope) return ctor;
  if ((ctor.fnFlags & ACC_PRIVATE) !== 0 || !checkProtected(functionRootClass(ctor) as ClassEntry, scope)) {
    const from = scope === null ? 'global scope' : `scope ${displayName(scope.name)}`;
    const owner = displayName((ctor.scope ?? ce).name);
    rt.throwError(
      'Error',
      `Call to ${visibilityString(ctor.fnFlags)} ${owner}::${ctor.functionName ?? ''}() from ${from}`,
    );
    return undefined;
  }
  return ctor;
}
