/**
 * Callables: what a value would call.
 * Source: php-src 8.2 Zend/zend_API.c (zend_is_callable_at_frame, zend_is_callable_check_class, zend_is_callable_check_func)
 */
import { E_DEPRECATED } from '../base/diagnostics.ts';
import type { Func } from '../bytecode/op-array.ts';
import { ACC_ABSTRACT, ACC_CHANGED, ACC_PRIVATE, ACC_PUBLIC, ACC_STATIC } from '../bytecode/type-flags.ts';
import { PhpArray } from '../value/php-array.ts';
import { PhpObject } from '../value/php-object.ts';
import { floatToString } from '../value/number-format.ts';
import { type Zval, deref, PhpFloat, PhpResource } from '../value/zval.ts';
import type { ClassEntry } from './class-entry.ts';
import { closureInvokeMethod } from './closure.ts';
import { checkProtected, displayName, instanceOf, lcName, visibilityString } from './class-queries.ts';
import { findMethod, findStaticMethod, functionRootClass } from './methods.ts';
import type { NativeCode } from './native-code.ts';
import type { Callable, Runtime } from './runtime.ts';

/** Where a resolution puts why it failed (the tail of "must be a valid callback, ..."). */
export interface CallableError {
  message: string;
}

/** What is known while a callable is being resolved (zend_fcall_info_cache). */
interface Target {
  object: PhpObject | null;
  callingScope: ClassEntry | null;
  calledScope: ClassEntry | null;
  /** parent:: and static:: call exactly that class's method. */
  strictClass: boolean;
}

function fail(error: CallableError | undefined, message: string): null {
  if (error !== undefined) error.message = message;
  return null;
}

/** zend_is_callable_ex without autoload: the callable (borrowed) or null with `error` filled. */
export function resolveCallableValue(rt: Runtime, value: Zval, error?: CallableError): Callable | null {
  const v = deref(value);
  if (typeof v === 'string') return resolveFunctionName(rt, v, newTarget(null), null, error);
  if (v instanceof PhpArray) return resolvePair(rt, v, error);
  if (v instanceof PhpObject) return resolveObject(rt, v) ?? fail(error, 'no array or string given');
  return fail(error, 'no array or string given');
}

function newTarget(object: PhpObject | null): Target {
  return { object, callingScope: null, calledScope: null, strictClass: false };
}

/** An object that can be called itself: a Closure, or one with __invoke (zend_std_get_closure). */
export function resolveObject(rt: Runtime, obj: PhpObject): Callable | null {
  const own = obj.ce.handlers.getClosure;
  if (own !== null) return own(rt, obj);
  const func = obj.ce.functionTable.get('__invoke');
  if (func === undefined) return null;
  const isStatic = (func.fnFlags & ACC_STATIC) !== 0;
  return { func, object: isStatic ? null : obj, calledScope: obj.ce, closure: null, magicName: null };
}

function resolvePair(rt: Runtime, pair: PhpArray, error: CallableError | undefined): Callable | null {
  if (pair.count !== 2) return fail(error, 'array callback must have exactly two members');
  const first = deref(pair.getInt(0));
  const second = deref(pair.getInt(1));
  if (first === undefined || second === undefined) return fail(error, 'array callback must have exactly two members');
  if (typeof second !== 'string') {
    const isOwner = typeof first === 'string' || first instanceof PhpObject;
    return fail(
      error,
      isOwner ? 'second array member is not a valid method' : 'first array member is not a valid class name or object',
    );
  }
  if (first instanceof PhpObject) {
    const invoke = lcName(second) === '__invoke' ? closureInvokeMethod(first) : null;
    if (invoke !== null) return { func: invoke, object: first, calledScope: first.ce, closure: null, magicName: null };
    const target = newTarget(first);
    target.callingScope = first.ce;
    return resolveFunctionName(rt, second, target, first.ce, error);
  }
  if (typeof first !== 'string') return fail(error, 'first array member is not a valid class name or object');
  const target = newTarget(null);
  if (!checkClass(rt, first, rt.userScope(), target, error, false)) return null;
  return resolveFunctionName(rt, second, target, target.callingScope, error);
}

/** zend_is_callable_check_class: self, parent, static or a class name. */
function checkClass(
  rt: Runtime,
  name: string,
  scope: ClassEntry | null,
  target: Target,
  error: CallableError | undefined,
  suppressDeprecation: boolean,
): boolean {
  const lower = lcName(name);
  if (lower === 'self' || lower === 'parent' || lower === 'static') {
    return checkRelativeClass(rt, lower, scope, target, error, suppressDeprecation);
  }
  const ce = rt.lookupClass(name);
  if (ce === null) {
    fail(error, `class "${name}" not found`);
    return false;
  }
  const frameScope = rt.userScope();
  target.callingScope = ce;
  target.strictClass = true;
  const self = frameScope !== null && target.object === null ? rt.executedThis() : null;
  if (self !== null && frameScope !== null && instanceOf(self.ce, frameScope) && instanceOf(frameScope, ce)) {
    target.object = self;
    target.calledScope = self.ce;
  } else {
    target.calledScope = target.object !== null ? target.object.ce : ce;
  }
  return true;
}

function checkRelativeClass(
  rt: Runtime,
  kind: 'self' | 'parent' | 'static',
  scope: ClassEntry | null,
  target: Target,
  error: CallableError | undefined,
  suppressDeprecation: boolean,
): boolean {
  const called = rt.userCalledScope();
  if (kind === 'static' ? called === null : scope === null) {
    fail(error, `cannot access "${kind}" when no class scope is active`);
    return false;
  }
  if (kind === 'parent' && scope?.parent === null) {
    fail(error, 'cannot access "parent" when current class scope has no parent');
    return false;
  }
  if (!suppressDeprecation) rt.error(E_DEPRECATED, `Use of "${kind}" in callables is deprecated`);
  const base = kind === 'static' ? called : kind === 'self' ? scope : (scope?.parent ?? null);
  target.callingScope = base;
  target.calledScope = called !== null && scope !== null && instanceOf(called, scope) ? called : base;
  target.strictClass = kind !== 'self';
  target.object ??= rt.executedThis();
  return true;
}

/** zend_is_callable_check_func: `owner` is the class of an array callable, null for strings. */
function resolveFunctionName(
  rt: Runtime,
  name: string,
  target: Target,
  owner: ClassEntry | null,
  error: CallableError | undefined,
): Callable | null {
  if (owner === null) {
    const func = rt.functionTable.get(lcName(name.charCodeAt(0) === 92 ? name.slice(1) : name));
    if (func !== undefined) return { func, object: null, calledScope: null, closure: null, magicName: null };
  }
  const colon = name.lastIndexOf('::');
  if (colon === 0) return fail(error, 'invalid function name');
  if (colon > 0) return resolveQualified(rt, name, colon, target, owner, error);
  if (owner === null) return fail(error, `function "${name}" not found or invalid function name`);
  target.callingScope = owner;
  target.calledScope ??= owner;
  return resolveMethod(rt, name, target, owner, error);
}

function resolveQualified(
  rt: Runtime,
  name: string,
  colon: number,
  target: Target,
  owner: ClassEntry | null,
  error: CallableError | undefined,
): Callable | null {
  const scope = owner ?? rt.userScope();
  if (!checkClass(rt, name.slice(0, colon), scope, target, error, owner !== null)) return null;
  const calling = target.callingScope as ClassEntry;
  if (owner !== null) {
    if (!instanceOf(owner, calling)) {
      return fail(error, `class ${displayName(owner.name)} is not a subclass of ${displayName(calling.name)}`);
    }
    rt.error(E_DEPRECATED, `Callables of the form ["${displayName(owner.name)}", "${name}"] are deprecated`);
  }
  return resolveMethod(rt, name.slice(colon + 2), target, owner, error);
}

function finish(func: Func, target: Target, magicName: string | null): Callable {
  const isStatic = magicName === null && (func.fnFlags & ACC_STATIC) !== 0;
  const object = isStatic ? null : target.object;
  const calledScope = target.object !== null ? target.object.ce : target.calledScope;
  return { func, object, calledScope, closure: null, magicName };
}

function resolveMethod(
  rt: Runtime,
  name: string,
  target: Target,
  owner: ClassEntry | null,
  error: CallableError | undefined,
): Callable | null {
  const calling = target.callingScope as ClassEntry;
  const key = lcName(name);
  const scope = rt.userScope();
  let func =
    target.strictClass && key === '__construct'
      ? (calling.magic.constructor_ ?? undefined)
      : calling.functionTable.get(key);
  if (func !== undefined && (func.fnFlags & ACC_CHANGED) !== 0 && !target.strictClass)
    func = ownPrivate(func, key, scope);
  const viaMagic = (target.object !== null ? calling.magic.call : calling.magic.callStatic) !== null;
  if (func === undefined || (viaMagic && !isAccessible(func, scope))) {
    return viaHandler(rt, name, key, target, owner, scope) ?? notFound(calling, name, func, error);
  }
  return checkUsable(func, target, scope, error);
}

/** A private method of the running scope wins over the child's method of the same name. */
function ownPrivate(func: Func, key: string, scope: ClassEntry | null): Func {
  if (scope === null || func.scope === null || !instanceOf(func.scope, scope)) return func;
  const own = scope.functionTable.get(key);
  return own !== undefined && (own.fnFlags & ACC_PRIVATE) !== 0 && own.scope === scope ? own : func;
}

function isAccessible(func: Func, scope: ClassEntry | null): boolean {
  if ((func.fnFlags & ACC_PUBLIC) !== 0 || func.scope === scope) return true;
  return (func.fnFlags & ACC_PRIVATE) === 0 && checkProtected(functionRootClass(func) as ClassEntry, scope);
}

/** __call and __callStatic. */
function viaHandler(
  rt: Runtime,
  name: string,
  key: string,
  target: Target,
  owner: ClassEntry | null,
  scope: ClassEntry | null,
): Callable | null {
  const calling = target.callingScope as ClassEntry;
  if (target.object !== null && calling === owner) {
    const found = findMethod(target.object.ce, name, key, scope);
    return found === null || found === 'inaccessible' ? null : finish(found.func, target, found.magicName);
  }
  const self = rt.executedThis();
  const found = findStaticMethod(calling, name, key, scope, self);
  if (found === null || found === 'inaccessible') return null;
  if (found.magicName !== null && !found.isStatic && target.object === null && self !== null) target.object = self;
  if (found.isStatic) target.object = null;
  return finish(found.func, target, found.magicName);
}

function notFound(calling: ClassEntry, name: string, func: Func | undefined, error: CallableError | undefined): null {
  if (func !== undefined) return inaccessible(calling, func, error);
  return fail(error, `class ${displayName(calling.name)} does not have a method "${name}"`);
}

function inaccessible(calling: ClassEntry, func: Func, error: CallableError | undefined): null {
  return fail(
    error,
    `cannot access ${visibilityString(func.fnFlags)} method ${displayName(calling.name)}::${func.functionName ?? ''}()`,
  );
}

function checkUsable(
  func: Func,
  target: Target,
  scope: ClassEntry | null,
  error: CallableError | undefined,
): Callable | null {
  const calling = target.callingScope as ClassEntry;
  const label = `${displayName(calling.name)}::${func.functionName ?? ''}()`;
  if ((func.fnFlags & ACC_ABSTRACT) !== 0) return fail(error, `cannot call abstract method ${label}`);
  if (target.object === null && (func.fnFlags & ACC_STATIC) === 0) {
    return fail(error, `non-static method ${label} cannot be called statically`);
  }
  if (!isAccessible(func, scope)) return inaccessible(calling, func, error);
  return finish(func, target, null);
}

/** The class a callable needs that is not loaded yet (to autoload before resolving); null when none. */
export function classToAutoload(rt: Runtime, value: Zval): string | null {
  const v = deref(value);
  let name: Zval = null;
  if (typeof v === 'string') {
    const colon = v.lastIndexOf('::');
    if (colon > 0 && !rt.functionTable.has(lcName(v))) name = v.slice(0, colon);
  } else if (v instanceof PhpArray && v.count === 2) {
    const first = deref(v.getInt(0));
    const second = deref(v.getInt(1));
    if (typeof first === 'string') name = first;
    else if (typeof second === 'string' && second.lastIndexOf('::') > 0)
      name = second.slice(0, second.lastIndexOf('::'));
  }
  if (typeof name !== 'string' || /^(self|parent|static)$/i.test(name)) return null;
  return rt.lookupClass(name) === null ? name : null;
}

/** resolveCallableValue with autoload. */
export function* resolveCallableAutoload(rt: Runtime, value: Zval, error?: CallableError): NativeCode<Callable | null> {
  const name = classToAutoload(rt, value);
  if (name !== null) {
    yield* rt.autoloadClass(name);
    if (rt.exception !== null) return null;
  }
  return resolveCallableValue(rt, value, error);
}

/** Digits of a float in a name, as ini precision has them. */
const DEFAULT_PRECISION = 14;

/** zend_get_callable_name: "f", "A::f", "Closure::__invoke". */
export function callableName(value: Zval): string {
  const v = deref(value);
  if (typeof v === 'string') return v;
  if (v instanceof PhpObject) return `${v.ce.name}::__invoke`;
  if (v instanceof PhpFloat) return floatToString(v.value, DEFAULT_PRECISION);
  if (v instanceof PhpResource) return `Resource id #${v.id}`;
  if (!(v instanceof PhpArray)) return v === null || v === undefined || v === false ? '' : v === true ? '1' : String(v);
  const first = deref(v.getInt(0));
  const second = deref(v.getInt(1));
  if (v.count !== 2 || typeof second !== 'string') return 'Array';
  if (first instanceof PhpObject) return `${first.ce.name}::${second}`;
  return typeof first === 'string' ? `${first}::${second}` : 'Array';
}
