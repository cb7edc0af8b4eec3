/**
 * Type checks and coercions of parameters, return values and properties.
 * Source: php-src 8.2 Zend/zend_execute.c (zend_check_type, zend_verify_weak_scalar_type_hint)
 */
import type { Func, PhpType } from '../bytecode/op-array.ts';
import {
  ACC_READONLY,
  ACC_STATIC,
  MAY_BE_ARRAY,
  MAY_BE_BOOL,
  MAY_BE_CALLABLE,
  MAY_BE_DOUBLE,
  MAY_BE_FALSE,
  MAY_BE_LONG,
  MAY_BE_NULL,
  MAY_BE_OBJECT,
  MAY_BE_RESOURCE,
  MAY_BE_STATIC,
  MAY_BE_STRING,
  MAY_BE_TRUE,
} from '../bytecode/type-flags.ts';
import { typeToString } from '../bytecode/type-to-string.ts';
import { PhpArray } from '../value/php-array.ts';
import { PhpObject } from '../value/php-object.ts';
import { type Zval, deref, PhpFloat, PhpResource } from '../value/zval.ts';
import type { ClassEntry, PropertyInfo } from './class-entry.ts';
import { displayName, instanceOf } from './class-queries.ts';
import { type NativeCode, NEEDS_SLOW } from './native-code.ts';
import type { Runtime } from './runtime.ts';
import { coerceWeak, intToFloat } from './scalar-coercion.ts';

/** verifyType: the value does not fit. rt.exception may be set already (a deprecation turned into an exception). */
export const TYPE_MISMATCH: unique symbol = Symbol('type-mismatch');

/** The MAY_BE_* bit of a value. */
export function typeBit(v: Zval): number {
  switch (typeof v) {
    case 'number':
    case 'bigint':
      return MAY_BE_LONG;
    case 'string':
      return MAY_BE_STRING;
    case 'boolean':
      return v ? MAY_BE_TRUE : MAY_BE_FALSE;
    default:
  }
  if (v === null || v === undefined) return MAY_BE_NULL;
  if (v instanceof PhpObject) return MAY_BE_OBJECT;
  if (v instanceof PhpArray) return MAY_BE_ARRAY;
  if (v instanceof PhpFloat) return MAY_BE_DOUBLE;
  return v instanceof PhpResource ? MAY_BE_RESOURCE : 0;
}

/**
 * Checks a value (dereferenced) against a type. `scope` resolves self and parent, `calledScope` is what `static` means.
 * Returns the value itself, the coerced scalar, TYPE_MISMATCH, or NEEDS_SLOW when an object's __toString would decide.
 */
export function verifyType(
  rt: Runtime,
  type: PhpType,
  value: Zval,
  scope: ClassEntry | null,
  calledScope: ClassEntry | null,
  strict: boolean,
): Zval | typeof TYPE_MISMATCH | typeof NEEDS_SLOW {
  const mask = type.mask;
  if ((typeBit(value) & mask) !== 0) return value;
  if (value instanceof PhpObject && type.classes.length > 0 && matchesClasses(rt, type, value, scope)) return value;
  if ((mask & MAY_BE_CALLABLE) !== 0 && rt.resolveCallable(value) !== null) return value;
  if ((mask & MAY_BE_STATIC) !== 0 && value instanceof PhpObject) {
    const called = calledScope ?? rt.calledScope();
    if (called !== null && instanceOf(value.ce, called)) return value;
  }
  if ((mask & (MAY_BE_LONG | MAY_BE_DOUBLE | MAY_BE_STRING | MAY_BE_BOOL)) === 0) return TYPE_MISMATCH;
  if (strict) {
    if ((mask & MAY_BE_DOUBLE) !== 0 && (typeof value === 'number' || typeof value === 'bigint')) {
      return intToFloat(value);
    }
    return TYPE_MISMATCH;
  }
  if (value instanceof PhpObject) {
    return (mask & MAY_BE_STRING) !== 0 && (value.ce.magic.toString !== null || rt.hasToString?.(value) === true)
      ? NEEDS_SLOW
      : TYPE_MISMATCH;
  }
  const coerced = coerceWeak(rt, value, mask);
  return coerced === undefined ? TYPE_MISMATCH : coerced;
}

/** verifyType with __toString: the result is owned when it is a new string (strings are not counted). */
export function* verifyTypeSlow(
  rt: Runtime,
  type: PhpType,
  value: Zval,
  scope: ClassEntry | null,
  calledScope: ClassEntry | null,
  strict: boolean,
): NativeCode<Zval | typeof TYPE_MISMATCH> {
  const result = verifyType(rt, type, value, scope, calledScope, strict);
  if (result !== NEEDS_SLOW) return result;
  const text = yield* rt.toStringOf(value);
  return text === null ? TYPE_MISMATCH : text;
}

function matchesClasses(rt: Runtime, type: PhpType, obj: PhpObject, scope: ClassEntry | null): boolean {
  for (const alternative of type.classes) {
    if (typeof alternative === 'string') {
      if (isOfClass(rt, obj, alternative, scope)) return true;
    } else if (alternative.every((name) => isOfClass(rt, obj, name, scope))) {
      return true;
    }
  }
  return false;
}

/** The common case of verifyType: the class that the type names, or one derived from it. False: ask verifyType. */
export function isNamedClass(type: PhpType, obj: PhpObject): boolean {
  const { classes } = type;
  if (classes.length !== 1) return false;
  const name = classes[0];
  for (let ce: ClassEntry | null = obj.ce; ce !== null; ce = ce.parent) if (ce.name === name) return true;
  return false;
}

/** May a property take `v` without a conversion and without a look at who asks? `info`: null where it has no type and is not readonly. */
export function takesAsItIs(info: PropertyInfo | null, v: Zval): boolean {
  if (info === null) return true;
  const { type } = info;
  if ((info.flags & ACC_READONLY) !== 0 || type === null) return false;
  return (typeBit(v) & type.mask) !== 0 || (v instanceof PhpObject && isNamedClass(type, v));
}

function isOfClass(rt: Runtime, obj: PhpObject, name: string, scope: ClassEntry | null): boolean {
  if (obj.ce.name === name) return true;
  const ce = resolveTypeClass(rt, name, scope);
  return ce !== null && instanceOf(obj.ce, ce);
}

/** A class name of a type: self, parent, or a loaded class (never autoloads). */
export function resolveTypeClass(rt: Runtime, name: string, scope: ClassEntry | null): ClassEntry | null {
  if (scope !== null) {
    const lower = name.length <= 6 ? name.toLowerCase() : '';
    if (lower === 'self') return scope;
    if (lower === 'parent') return scope.parent;
  }
  return rt.lookupClass(name);
}

/** zend_zval_type_name as messages use it: int, float, string, bool, array, null, resource, or the object's class. */
export function givenTypeName(value: Zval): string {
  const v = deref(value);
  if (v instanceof PhpObject) return displayName(v.ce.name);
  switch (typeBit(v)) {
    case MAY_BE_LONG:
      return 'int';
    case MAY_BE_DOUBLE:
      return 'float';
    case MAY_BE_STRING:
      return 'string';
    case MAY_BE_ARRAY:
      return 'array';
    case MAY_BE_NULL:
      return 'null';
    case MAY_BE_RESOURCE:
      return 'resource';
    default:
      return 'bool';
  }
}

/** A type as its declaration wrote it. */
export function typeText(type: PhpType | null): string {
  return type === null ? 'mixed' : typeToString(type);
}

/** zend_type_to_string_resolved: self and parent are shown as the classes they stand for. */
export function typeTextResolved(type: PhpType, scope: ClassEntry | null): string {
  if (scope === null) return displayName(typeToString(type));
  return typeToString(type, (name) => {
    const lower = name.toLowerCase();
    if (lower === 'self') return displayName(scope.name);
    if (lower === 'parent' && scope.parent !== null) return displayName(scope.parent.name);
    return displayName(name);
  });
}

/** `f` or `A::f`, as get_active_function_or_method_name shows it. */
export function functionDisplayName(func: Func): string {
  const name = func.functionName ?? 'main';
  return func.scope === null ? name : `${displayName(func.scope.name)}::${name}`;
}

/** ` ($name)` of argument `argNum` (from 1) in messages; a variadic parameter's have none (get_function_arg_name). */
export function argumentLabel(func: Func, argNum: number): string {
  const info = argNum <= func.numArgs ? func.argInfo[argNum - 1] : undefined;
  return info === undefined ? '' : ` ($${info.name})`;
}

/** zend_verify_arg_error: throws the TypeError for argument `argNum` (from 1). `caller`: the calling PHP code, if any. */
export function typeErrorArg(
  rt: Runtime,
  func: Func,
  argNum: number,
  value: Zval,
  caller: { file: string; line: number } | null,
): null {
  const info = func.argInfo[Math.min(argNum, func.argInfo.length) - 1];
  const need = info === undefined || info.type === null ? 'mixed' : typeTextResolved(info.type, func.scope);
  const shown = argumentLabel(func, argNum);
  const where = caller === null ? '' : `, called in ${caller.file} on line ${caller.line}`;
  return rt.throwError(
    'TypeError',
    `${functionDisplayName(func)}(): Argument #${argNum}${shown} must be of type ${need}, ${givenTypeName(value)} given${where}`,
  );
}

/** zend_verify_return_error; undefined: nothing was returned. */
export function typeErrorReturn(rt: Runtime, func: Func, value: Zval): null {
  const need = func.returnType === null ? 'mixed' : typeTextResolved(func.returnType, func.scope);
  const static_ = (func.returnType?.mask ?? 0) & MAY_BE_STATIC ? calledName(rt, func) : null;
  const text = static_ === null ? need : need.replace(/\bstatic\b/, static_);
  const given = value === undefined ? 'none' : givenTypeName(value);
  return rt.throwError(
    'TypeError',
    `${functionDisplayName(func)}(): Return value must be of type ${text}, ${given} returned`,
  );
}

function calledName(rt: Runtime, func: Func): string | null {
  const called = rt.calledScope() ?? ((func.fnFlags & ACC_STATIC) !== 0 ? func.scope : null);
  return called === null ? null : displayName(called.name);
}

/** zend_verify_never_error */
export function typeErrorNever(rt: Runtime, func: Func): null {
  return rt.throwError(
    'TypeError',
    `${functionDisplayName(func)}(): never-returning function must not implicitly return`,
  );
}

/** zend_verify_property_type_error: "Cannot assign string to property A::$x of type int" */
export function typeErrorProperty(rt: Runtime, info: PropertyInfo, value: Zval): null {
  return rt.throwError(
    'TypeError',
    `Cannot assign ${givenTypeName(value)} to property ${displayName(info.ce.name)}::$${info.name} of type ${typeText(info.type)}`,
  );
}
