/**
 * The standard property handlers with everything that may run user code: __get, __set, __isset, __unset, __toString.
 * Source: php-src 8.2 Zend/zend_object_handlers.c
 */
import { E_NOTICE } from '../base/diagnostics.ts';
import { ACC_STRICT_TYPES } from '../bytecode/type-flags.ts';
import type { Func } from '../bytecode/op-array.ts';
import { toBool } from '../value/convert.ts';
import { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { type Zval, addRef, deref, PhpReference } from '../value/zval.ts';
import type { ClassEntry } from './class-entry.ts';
import { BP_VAR_IS, BP_VAR_R, type FetchMode } from './class-handlers.ts';
import { displayName } from './class-queries.ts';
import { call, type NativeCode, NEEDS_SLOW } from './native-code.ts';
import { lookupProperty } from './property-lookup.ts';
import {
  hasPropertySync,
  IN_GET,
  IN_ISSET,
  IN_SET,
  IN_UNSET,
  isGuarded,
  isUninit,
  readPropertySync,
  unsetPropertySync,
  writePropertySync,
} from './property-sync.ts';
import type { Callable, Runtime } from './runtime.ts';
import { verifyPropAssignableByRef } from './typed-reference.ts';
import { TYPE_MISMATCH, typeErrorProperty, verifyType } from './types.ts';

/** Marks a magic method as running for a name while `body` is driven; always unmarked again, also after a throw. */
function* guarded<T>(obj: PhpObject, name: string, bit: number, body: NativeCode<T>): NativeCode<T> {
  if (obj.guards === null) obj.guards = new Map();
  const guards = obj.guards;
  guards.set(name, (guards.get(name) ?? 0) | bit);
  try {
    return yield* body;
  } finally {
    const left = (guards.get(name) ?? 0) & ~bit;
    if (left === 0) guards.delete(name);
    else guards.set(name, left);
  }
}

/** A call of a magic method of the object, kept alive meanwhile. Owned result. */
function* callMagic(rt: Runtime, obj: PhpObject, func: Func, args: readonly Zval[]): NativeCode {
  const target: Callable = { func, object: obj, calledScope: obj.ce, closure: null, magicName: null };
  obj.rc++;
  try {
    return yield* call(target, args);
  } finally {
    release(rt, obj);
  }
}

/** zend_std_read_property. Owned result: dereferenced, but a reference from `&__get` in write modes stays one. */
export function* stdReadProperty(
  rt: Runtime,
  obj: PhpObject,
  name: string,
  mode: FetchMode,
  scope: ClassEntry | null,
): NativeCode {
  const direct = readPropertySync(rt, obj, name, mode, scope);
  if (direct !== NEEDS_SLOW) return addRef(direct);
  const { get, isset } = obj.ce.magic;
  obj.rc++;
  try {
    if (mode === BP_VAR_IS && isset !== null && !isGuarded(obj, name, IN_ISSET)) {
      const answer = yield* guarded(obj, name, IN_ISSET, callMagic(rt, obj, isset, [name]));
      const yes = toBool(answer);
      release(rt, answer);
      if (!yes || rt.exception !== null) return null;
      if (get === null || isGuarded(obj, name, IN_GET)) return null;
    }
    if (get === null) return null;
    const result = yield* guarded(obj, name, IN_GET, callMagic(rt, obj, get, [name]));
    return finishGet(rt, obj, name, mode, scope, get, result);
  } finally {
    release(rt, obj);
  }
}

function finishGet(
  rt: Runtime,
  obj: PhpObject,
  name: string,
  mode: FetchMode,
  scope: ClassEntry | null,
  get: Func,
  result: Zval,
): Zval {
  const isWrite = mode !== BP_VAR_R && mode !== BP_VAR_IS;
  if (isWrite && !(result instanceof PhpReference) && !(result instanceof PhpObject)) {
    rt.error(
      E_NOTICE,
      `Indirect modification of overloaded property ${displayName(obj.ce.name)}::$${name} has no effect`,
    );
  }
  const info = lookupProperty(obj.ce, name, scope);
  if (info !== null && info !== undefined && info.type !== null) {
    const strict = (get.fnFlags & ACC_STRICT_TYPES) !== 0;
    if (result instanceof PhpReference) {
      if (!verifyPropAssignableByRef(rt, info, deref(result), result, strict)) {
        release(rt, result);
        return null;
      }
    } else {
      const checked = verifyType(rt, info.type, result, info.ce, null, strict);
      if (checked === TYPE_MISMATCH || checked === NEEDS_SLOW) {
        if (rt.exception === null) typeErrorProperty(rt, info, result);
        release(rt, result);
        return null;
      }
      if (checked !== result) {
        release(rt, result);
        return checked;
      }
    }
  }
  if (isWrite || !(result instanceof PhpReference)) return result;
  const value = addRef(result.val);
  release(rt, result);
  return value;
}

/**
 * zend_std_write_property. Returns the value the assignment yields (owned), or undefined when it threw.
 */
export function* stdWriteProperty(
  rt: Runtime,
  obj: PhpObject,
  name: string,
  value: Zval,
  scope: ClassEntry | null,
  strict: boolean,
): NativeCode {
  const direct = writePropertySync(rt, obj, name, value, scope, strict);
  if (direct !== NEEDS_SLOW) return addRef(direct);
  const info = lookupProperty(obj.ce, name, scope);
  const set = obj.ce.magic.set;
  const useSet =
    set !== null &&
    !isGuarded(obj, name, IN_SET) &&
    (info === undefined || info === null || (obj.props[info.slot] === undefined && !isUninit(obj, info)));
  if (useSet) {
    release(rt, yield* guarded(obj, name, IN_SET, callMagic(rt, obj, set, [name, value])));
    return addRef(value);
  }
  // a Stringable object for a typed string property
  const text = yield* rt.toStringOf(value);
  if (text === null) return undefined;
  const stored = writePropertySync(rt, obj, name, text, scope, strict);
  return stored === NEEDS_SLOW ? undefined : addRef(stored);
}

/** zend_std_has_property; check: 0 set and not null, 1 not empty, 2 exists. */
export function* stdHasProperty(
  rt: Runtime,
  obj: PhpObject,
  name: string,
  check: 0 | 1 | 2,
  scope: ClassEntry | null,
): NativeCode<boolean> {
  const direct = hasPropertySync(obj, name, check, scope);
  if (direct !== NEEDS_SLOW) return direct;
  const { get, isset } = obj.ce.magic;
  if (isset === null) return false;
  obj.rc++;
  try {
    const answer = yield* guarded(obj, name, IN_ISSET, callMagic(rt, obj, isset, [name]));
    const yes = toBool(deref(answer));
    release(rt, answer);
    if (!yes || check !== 1) return yes;
    if (get === null || isGuarded(obj, name, IN_GET) || rt.exception !== null) return false;
    const value = yield* guarded(obj, name, IN_GET, callMagic(rt, obj, get, [name]));
    const filled = toBool(deref(value));
    release(rt, value);
    return filled;
  } finally {
    release(rt, obj);
  }
}

/** zend_std_unset_property */
export function* stdUnsetProperty(
  rt: Runtime,
  obj: PhpObject,
  name: string,
  scope: ClassEntry | null,
): NativeCode<void> {
  if (unsetPropertySync(rt, obj, name, scope) !== NEEDS_SLOW) return;
  const unset = obj.ce.magic.unset;
  if (unset !== null) release(rt, yield* guarded(obj, name, IN_UNSET, callMagic(rt, obj, unset, [name])));
}

/** Reads through the class's own handler when it has one, the standard way otherwise. Owned. */
export function* objReadProperty(
  rt: Runtime,
  obj: PhpObject,
  name: string,
  mode: FetchMode,
  scope: ClassEntry | null,
): NativeCode {
  const own = obj.ce.handlers.readProperty;
  return own === null ? yield* stdReadProperty(rt, obj, name, mode, scope) : yield* own(rt, obj, name, mode);
}

/** Writes through the class's own handler when it has one, the standard way otherwise. */
export function* objWriteProperty(
  rt: Runtime,
  obj: PhpObject,
  name: string,
  value: Zval,
  scope: ClassEntry | null,
  strict: boolean,
): NativeCode {
  const own = obj.ce.handlers.writeProperty;
  return own === null ? yield* stdWriteProperty(rt, obj, name, value, scope, strict) : yield* own(rt, obj, name, value);
}

/** isset/empty/property_exists through the class's own handler when it has one. */
export function* objHasProperty(
  rt: Runtime,
  obj: PhpObject,
  name: string,
  check: 0 | 1 | 2,
  scope: ClassEntry | null,
): NativeCode<boolean> {
  const own = obj.ce.handlers.hasProperty;
  return own === null ? yield* stdHasProperty(rt, obj, name, check, scope) : yield* own(rt, obj, name, check);
}

/** unset() through the class's own handler when it has one. */
export function* objUnsetProperty(
  rt: Runtime,
  obj: PhpObject,
  name: string,
  scope: ClassEntry | null,
): NativeCode<void> {
  const own = obj.ce.handlers.unsetProperty;
  if (own === null) yield* stdUnsetProperty(rt, obj, name, scope);
  else yield* own(rt, obj, name);
}
