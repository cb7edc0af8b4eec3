/**
 * Conversions between types: casts, array keys, type names.
 *
 * Functions take any zval and look through references. They own nothing and change no counts.
 * Source: php-src Zend/zend_operators.c, Zend/zend_execute.c (zend_fetch_dimension_*),
 * https://www.php.net/manual/en/language.types.type-juggling.php
 */
import { internalError } from '../base/assert.ts';
import { E_DEPRECATED, E_WARNING } from '../base/diagnostics.ts';
import { type ArrayKey, normalizeKey } from './array-key.ts';
import type { ValueContext } from './context.ts';
import { floatToInt, floatToIntCap, isLongCompatible } from './integer.ts';
import { floatToString, phpGcvt } from './number-format.ts';
import { parseNumeric, strtod, strToNumber } from './numeric-string.ts';
import { PhpArray } from './php-array.ts';
import { PhpObject } from './php-object.ts';
import { PhpFloat, type PhpInt, PhpReference, PhpResource, type Zval } from './zval.ts';

/** zval_is_true / (bool). Objects are true. */
export function toBool(v: Zval): boolean {
  switch (typeof v) {
    case 'boolean':
      return v;
    case 'number':
      return v !== 0;
    case 'string':
      return v !== '' && v !== '0';
    case 'undefined':
      return false;
    case 'bigint':
      return true;
  }
  if (v === null) return false;
  if (v instanceof PhpArray) return v.count > 0;
  if (v instanceof PhpFloat) return v.value !== 0;
  if (v instanceof PhpReference) return toBool(v.val);
  return true;
}

/** (int): explicit, so no loss is reported. An object warns and gives 1. */
export function toInt(ctx: ValueContext, v: Zval): PhpInt {
  switch (typeof v) {
    case 'number':
    case 'bigint':
      return v;
    case 'boolean':
      return v ? 1 : 0;
    case 'string':
      return strToInt(v);
    case 'undefined':
      return 0;
  }
  if (v === null) return 0;
  if (v instanceof PhpFloat) return floatToInt(v.value);
  if (v instanceof PhpReference) return toInt(ctx, v.val);
  if (v instanceof PhpArray) return v.count > 0 ? 1 : 0;
  if (v instanceof PhpResource) return v.id;
  if (v instanceof PhpObject) {
    ctx.error(E_WARNING, `Object of class ${typeName(v)} could not be converted to int`);
    return 1;
  }
  return internalError('toInt of a value that no variable can hold');
}

/** (int) of a string: its numeric prefix; a float prefix saturates at 64 bits. */
export function strToInt(s: string): PhpInt {
  const n = strToNumber(s);
  return n instanceof PhpFloat ? floatToIntCap(n.value) : n;
}

/** (float). An object warns and gives 1.0. */
export function toFloat(ctx: ValueContext, v: Zval): number {
  switch (typeof v) {
    case 'number':
      return v;
    case 'bigint':
      return Number(v);
    case 'boolean':
      return v ? 1 : 0;
    case 'string':
      return strToFloat(v);
    case 'undefined':
      return 0;
  }
  if (v === null) return 0;
  if (v instanceof PhpFloat) return v.value;
  if (v instanceof PhpReference) return toFloat(ctx, v.val);
  if (v instanceof PhpArray) return v.count > 0 ? 1 : 0;
  if (v instanceof PhpResource) return v.id;
  if (v instanceof PhpObject) {
    ctx.error(E_WARNING, `Object of class ${typeName(v)} could not be converted to float`);
    return 1;
  }
  return internalError('toFloat of a value that no variable can hold');
}

/** (float) of a string: what strtod reads after leading whitespace. */
export function strToFloat(s: string): number {
  let i = 0;
  for (let c = s.charCodeAt(0); c === 32 || (c >= 9 && c <= 13); c = s.charCodeAt(i)) i++;
  return strtod(i === 0 ? s : s.slice(i));
}

/**
 * (string). Arrays warn and give "Array". An object without __toString throws PHP's Error and gives ""; one that would
 * run user code must be converted by the VM before (see `needsUserToString`).
 */
export function toStr(ctx: ValueContext, v: Zval): string {
  switch (typeof v) {
    case 'string':
      return v;
    case 'number':
      return `${v}`;
    case 'bigint':
      return v.toString();
    case 'boolean':
      return v ? '1' : '';
    case 'undefined':
      return '';
  }
  if (v === null) return '';
  if (v instanceof PhpFloat) return floatToString(v.value, ctx.precision);
  if (v instanceof PhpReference) return toStr(ctx, v.val);
  if (v instanceof PhpArray) {
    ctx.error(E_WARNING, 'Array to string conversion');
    return 'Array';
  }
  if (v instanceof PhpResource) return `Resource id #${v.id}`;
  if (v instanceof PhpObject) return objectToStr(ctx, v);
  return internalError('toStr of a value that no variable can hold');
}

function objectToStr(ctx: ValueContext, v: PhpObject): string {
  const s = ctx.objectToString?.(v);
  if (s !== undefined) return s;
  if (needsUserToString(v)) return internalError(`${typeName(v)}::__toString() must be run by the VM`);
  ctx.throwError('Error', `Object of class ${typeName(v)} could not be converted to string`);
  return '';
}

/** True for an object whose conversion to string calls a __toString method: the VM runs it before using an operator. */
export function needsUserToString(v: Zval): v is PhpObject {
  return v instanceof PhpObject && v.ce.magic.toString !== null;
}

/** A number for arithmetic and comparison without complaints: strings by prefix, resources by id, objects 1, arrays as they are. */
export function toNumberSilent(v: Zval): PhpInt | PhpFloat | PhpArray {
  switch (typeof v) {
    case 'number':
    case 'bigint':
      return v;
    case 'boolean':
      return v ? 1 : 0;
    case 'string':
      return strToNumber(v);
    case 'undefined':
      return 0;
  }
  if (v === null) return 0;
  if (v instanceof PhpFloat || v instanceof PhpArray) return v;
  if (v instanceof PhpReference) return toNumberSilent(v.val);
  if (v instanceof PhpResource) return v.id;
  return 1;
}

/** The 8.1 deprecation for a float that silently became another int (zend_incompatible_double_to_long_error). */
export function deprecateLossyFloat(ctx: ValueContext, d: number): void {
  ctx.error(E_DEPRECATED, `Implicit conversion from float ${phpGcvt(d, -1)} to int loses precision`);
}

/** The same for a float in a string. */
export function deprecateLossyFloatString(ctx: ValueContext, s: string): void {
  ctx.error(E_DEPRECATED, `Implicit conversion from float-string "${s}" to int loses precision`);
}

/** Implicit float to int: like the cast, with the 8.1 deprecation when something is lost. */
export function floatToIntImplicit(ctx: ValueContext, d: number): PhpInt {
  const l = floatToInt(d);
  if (!isLongCompatible(d, l)) deprecateLossyFloat(ctx, d);
  return l;
}

/** What an offset is used for: it decides the words of the error. */
export type OffsetUse = 'access' | 'isset' | 'unset';

const ILLEGAL_OFFSET: Readonly<Record<OffsetUse, string>> = {
  access: 'Illegal offset type',
  isset: 'Illegal offset type in isset or empty',
  unset: 'Illegal offset type in unset',
};

/** The key an offset means in an array; null after a TypeError ("Illegal offset type"). */
export function toArrayKey(ctx: ValueContext, v: Zval, use: OffsetUse = 'access'): ArrayKey | null {
  switch (typeof v) {
    case 'string':
      return normalizeKey(v);
    case 'number':
    case 'bigint':
      return v;
    case 'boolean':
      return v ? 1 : 0;
    case 'undefined':
      return '';
  }
  if (v === null) return '';
  if (v instanceof PhpFloat) return floatToIntImplicit(ctx, v.value);
  if (v instanceof PhpReference) return toArrayKey(ctx, v.val, use);
  if (v instanceof PhpResource) {
    ctx.error(E_WARNING, `Resource ID#${v.id} used as offset, casting to integer (${v.id})`);
    return v.id;
  }
  return ctx.throwError('TypeError', ILLEGAL_OFFSET[use]);
}

/** A class name as messages show it: an anonymous class's stops at the NUL before its path. */
export function classNameOf(obj: PhpObject): string {
  const name = obj.ce.name;
  const nul = name.indexOf('\0');
  return nul < 0 ? name : name.slice(0, nul);
}

/** zend_zval_type_name: null, bool, int, float, string, array, resource, or the class name. For error messages. */
export function typeName(v: Zval): string {
  switch (typeof v) {
    case 'undefined':
      return 'null';
    case 'boolean':
      return 'bool';
    case 'number':
    case 'bigint':
      return 'int';
    case 'string':
      return 'string';
  }
  if (v === null) return 'null';
  if (v instanceof PhpFloat) return 'float';
  if (v instanceof PhpArray) return 'array';
  if (v instanceof PhpObject) return classNameOf(v);
  if (v instanceof PhpReference) return typeName(v.val);
  return v instanceof PhpResource ? 'resource' : 'constant';
}

/** get_debug_type() */
export function debugTypeName(v: Zval): string {
  if (v instanceof PhpResource) return v.type === 'Unknown' ? 'resource (closed)' : `resource (${v.type})`;
  return v instanceof PhpReference ? debugTypeName(v.val) : typeName(v);
}

/** gettype() */
export function gettypeName(v: Zval): string {
  switch (typeof v) {
    case 'undefined':
      return 'NULL';
    case 'boolean':
      return 'boolean';
    case 'number':
    case 'bigint':
      return 'integer';
    case 'string':
      return 'string';
  }
  if (v === null) return 'NULL';
  if (v instanceof PhpFloat) return 'double';
  if (v instanceof PhpArray) return 'array';
  if (v instanceof PhpObject) return 'object';
  if (v instanceof PhpReference) return gettypeName(v.val);
  if (v instanceof PhpResource) return v.type === 'Unknown' ? 'resource (closed)' : 'resource';
  return 'unknown type';
}

/** is_numeric() of any value. */
export function isNumeric(v: Zval): boolean {
  switch (typeof v) {
    case 'number':
    case 'bigint':
      return true;
    case 'string':
      return parseNumeric(v, false) !== null;
  }
  if (v instanceof PhpReference) return isNumeric(v.val);
  return v instanceof PhpFloat;
}
