/**
 * Class constants and the lazy evaluation of constants, default properties and statics.
 * Source: php-src 8.2 Zend/zend_constants.c (zend_get_class_constant_ex), zend_API.c (zend_update_class_constants)
 */
import { ACC_PRIVATE, ACC_PUBLIC, ACC_STATIC, ACC_TRAIT } from '../bytecode/type-flags.ts';
import { type Zval, addRef, PhpConstantAst } from '../value/zval.ts';
import type { ClassConstant, ClassEntry, PropertyInfo } from './class-entry.ts';
import { checkProtected, displayName, visibilityString } from './class-queries.ts';
import { buildBackedEnumTable, createEnumCase } from './enum.ts';
import { type NativeCode, NEEDS_SLOW } from './native-code.ts';
import type { Runtime } from './runtime.ts';
import { typeErrorProperty, TYPE_MISMATCH, verifyTypeSlow } from './types.ts';

/** zend_verify_const_access */
export function isConstantVisible(constant: ClassConstant, scope: ClassEntry | null): boolean {
  if ((constant.flags & ACC_PUBLIC) !== 0) return true;
  if ((constant.flags & ACC_PRIVATE) !== 0) return constant.ce === scope;
  return checkProtected(constant.ce, scope);
}

/** An accessible constant that is evaluated already: its value (borrowed); otherwise drive getClassConstant. */
export function classConstantFast(ce: ClassEntry, name: string, scope: ClassEntry | null): Zval | typeof NEEDS_SLOW {
  const constant = ce.constants.get(name);
  if (constant === undefined || constant.value instanceof PhpConstantAst || (ce.flags & ACC_TRAIT) !== 0)
    return NEEDS_SLOW;
  if (constant.isCase && typeof constant.value !== 'object') return NEEDS_SLOW;
  return isConstantVisible(constant, scope) ? constant.value : NEEDS_SLOW;
}

/**
 * `ce::name` as seen from `scope`. Borrowed value (the class keeps it); undefined after an Error was thrown.
 * `shownClass` is the class as a constant expression spells it (`self`): such a fetch notices self-reference. Code passes
 * null.
 */
export function* getClassConstant(
  rt: Runtime,
  ce: ClassEntry,
  name: string,
  scope: ClassEntry | null,
  shownClass: string | null = null,
): NativeCode {
  const constant = ce.constants.get(name);
  // a constant expression's errors name the class as it is written there
  const shown = `${shownClass?.replace(/^\\/, '') ?? displayName(ce.name)}::${name}`;
  if (constant === undefined) {
    rt.throwError('Error', `Undefined constant ${shown}`);
    return undefined;
  }
  if (!isConstantVisible(constant, scope)) {
    rt.throwError('Error', `Cannot access ${visibilityString(constant.flags)} constant ${shown}`);
    return undefined;
  }
  if ((ce.flags & ACC_TRAIT) !== 0) {
    rt.throwError('Error', `Cannot access trait constant ${displayName(ce.name)}::${name} directly`);
    return undefined;
  }
  return (yield* evaluateConstant(rt, constant, shownClass)) ? constant.value : undefined;
}

/** Evaluates a constant in place; false after an Error was thrown. */
export function* evaluateConstant(
  rt: Runtime,
  constant: ClassConstant,
  shownClass: string | null,
): NativeCode<boolean> {
  const pending = constant.value instanceof PhpConstantAst;
  if (!pending && !(constant.isCase && !isCaseObject(constant.value))) return true;
  if (shownClass !== null && constant.visiting === true) {
    rt.throwError('Error', `Cannot declare self-referencing constant ${shownClass}::${constant.name}`);
    return false;
  }
  if (shownClass !== null) constant.visiting = true;
  try {
    const before = constant.value;
    let value = pending ? yield* rt.evalConstant(before, constant.ce, null) : before;
    if (value === undefined || rt.exception !== null) return false;
    if (constant.isCase && !isCaseObject(value)) value = createEnumCase(rt, constant.ce, constant.name, value);
    constant.value = value;
    return true;
  } finally {
    if (shownClass !== null) constant.visiting = false;
  }
}

function isCaseObject(v: Zval): boolean {
  return typeof v === 'object' && v !== null && 'handle' in v;
}

/** Must updateClassConstants run before statics are read or instances are made? */
export function needsConstantsUpdate(ce: ClassEntry): boolean {
  return !ce.constantsUpdated;
}

/**
 * zend_update_class_constants: evaluates every constant, static and default property of the class and its parents that
 * is still an expression. False after an exception.
 */
export function* updateClassConstants(rt: Runtime, ce: ClassEntry): NativeCode<boolean> {
  if (ce.constantsUpdated) return true;
  if (ce.parent !== null && !ce.parent.constantsUpdated && !(yield* updateClassConstants(rt, ce.parent))) return false;
  for (const constant of ce.constants.values()) {
    if (!(yield* evaluateConstant(rt, constant, null))) return false;
  }
  for (let slot = 0; slot < ce.defaultProperties.length; slot++) {
    if (ce.defaultProperties[slot] instanceof PhpConstantAst && !(yield* updateDefault(rt, ce, slot))) return false;
  }
  for (const info of ce.propertiesInfo.values()) {
    if (info.ce === ce && (info.flags & ACC_STATIC) !== 0 && !(yield* updateStatic(rt, ce, info))) return false;
  }
  if (ce.enumBackingType !== null && ce.enumBackedTable === null && !buildBackedEnumTable(rt, ce)) return false;
  ce.constantsUpdated = true;
  return true;
}

function* updateStatic(rt: Runtime, ce: ClassEntry, info: PropertyInfo): NativeCode<boolean> {
  const member = ce.staticMembers[info.slot];
  if (member === undefined || !(member.value instanceof PhpConstantAst)) return true;
  const value = yield* checkedDefault(rt, member.value, info);
  if (value === undefined) return false;
  member.value = value;
  return true;
}

function* updateDefault(rt: Runtime, ce: ClassEntry, slot: number): NativeCode<boolean> {
  const info = ce.propertiesInfoTable[slot] ?? null;
  // an inherited default was evaluated with the parent
  const parent = ce.parent;
  if (info !== null && parent !== null && info.ce !== ce && slot < parent.defaultProperties.length) {
    ce.defaultProperties[slot] = addRef(parent.defaultProperties[slot]);
    return true;
  }
  const value = yield* checkedDefault(rt, ce.defaultProperties[slot], info);
  if (value === undefined) return false;
  ce.defaultProperties[slot] = value;
  return true;
}

/** The value of a default expression, checked against the property's type strictly. Owned; undefined after an exception. */
function* checkedDefault(rt: Runtime, ast: Zval, info: PropertyInfo | null): NativeCode {
  const value = yield* rt.evalConstant(ast, info?.ce ?? null, null);
  if (value === undefined || rt.exception !== null) return undefined;
  if (info === null || info.type === null) return value;
  const checked = yield* verifyTypeSlow(rt, info.type, value, info.ce, null, true);
  if (checked !== TYPE_MISMATCH) return checked;
  if (rt.exception === null) typeErrorProperty(rt, info, value);
  return undefined;
}
