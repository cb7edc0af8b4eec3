/**
 * Asking for and changing the type of a value.
 * Source: php-src ext/standard/type.c
 */
import { E_WARNING } from '../base/diagnostics.ts';
import { instanceOf } from '../object/class-queries.ts';
import type { NativeCode } from '../object/native-code.ts';
import { debugTypeName, gettypeName, isNumeric, toBool, toFloat, toInt } from '../value/convert.ts';
import { fitsInt64, isInt, normalizeInt, PHP_INT_MAX, PHP_INT_MIN } from '../value/integer.ts';
import { PhpArray } from '../value/php-array.ts';
import { PhpObject } from '../value/php-object.ts';
import { PhpFloat, type PhpInt, type PhpReference, PhpResource, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { castToArray, castToObject } from '../vm/handlers/type-check.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { asciiLower, docref, setRef, stringOf } from './string-util.ts';

/** strtol in any base: saturates, 0 without digits. Base 0 looks at the prefix. */
function strtolBase(s: string, base: number): PhpInt {
  const m = /^[ \t\n\v\f\r]*([+-]?)([\s\S]*)$/.exec(s);
  let digits = asciiLower(m?.[2] ?? '');
  let radix = base;
  if ((radix === 0 || radix === 16) && /^0x[0-9a-f]/.test(digits)) {
    digits = digits.slice(2);
    radix = 16;
  } else if (radix === 0) radix = digits.startsWith('0') ? 8 : 10;
  if (radix < 2 || radix > 36) return 0;
  let n = 0n;
  for (const c of digits) {
    const d = digitValue(c);
    if (d >= radix) break;
    n = n * BigInt(radix) + BigInt(d);
    if (n > PHP_INT_MAX + 1n) break;
  }
  if (m?.[1] === '-') n = -n;
  if (fitsInt64(n)) return normalizeInt(n);
  return n < 0n ? PHP_INT_MIN : PHP_INT_MAX;
}

function digitValue(c: string): number {
  const code = c.charCodeAt(0);
  if (code >= 48 && code <= 57) return code - 48;
  return code >= 97 && code <= 122 ? code - 87 : 99;
}

function intvalBase(rt: Executor, v: Zval, base: number): PhpInt {
  if (typeof v !== 'string' || base === 10) return toInt(rt, v);
  if (base === 0 || base === 2) {
    const m = /^[ \t\n\v\f\r]*([+-]?)0[bB]([\s\S]*)$/.exec(v);
    if (m !== null && v.trim().length > 2) return strtolBase(`${m[1]}${m[2]}`, 2);
  }
  return strtolBase(v, base);
}

function* settype(rt: Executor, ref: PhpReference, type: string): NativeCode {
  const v = ref.val;
  let made: Zval;
  switch (asciiLower(type)) {
    case 'integer':
    case 'int':
      made = toInt(rt, v);
      break;
    case 'float':
    case 'double':
      made = new PhpFloat(toFloat(rt, v));
      break;
    case 'string': {
      const text = yield* stringOf(rt, v);
      if (text === null) return null;
      made = text;
      break;
    }
    case 'array':
      made = castToArray(rt, v);
      break;
    case 'object':
      made = castToObject(rt, v);
      break;
    case 'bool':
    case 'boolean':
      made = toBool(v);
      break;
    case 'null':
      made = null;
      break;
    case 'resource':
      docref(rt, E_WARNING, 'Cannot convert to resource type');
      return false;
    default:
      return rt.argumentValueError(2, 'must be a valid type');
  }
  setRef(rt, ref, made);
  return true;
}

export const typeFunctions: readonly FunctionDef[] = [
  fn({
    name: 'gettype',
    doc: "The type of a value in PHP's old words.",
    params: [p.mixed('value')],
    returns: ['string'],
    impl: (_rt, value) => gettypeName(value),
  }),
  fn({
    name: 'get_debug_type',
    doc: 'The type of a value as messages show it.',
    params: [p.mixed('value')],
    returns: ['string'],
    impl: (_rt, value) => debugTypeText(value),
  }),
  fn({
    name: 'settype',
    doc: 'Changes the type of a variable.',
    params: [p.ref('var'), p.string('type')],
    returns: ['bool'],
    impl: settype,
  }),
  fn({
    name: 'intval',
    doc: 'The int a value stands for.',
    params: [p.mixed('value'), p.int('base', { default: 10 })],
    returns: ['int'],
    impl: (rt, value, base) => intvalBase(rt, value, base),
  }),
  fn({
    name: 'floatval',
    doc: 'The float a value stands for.',
    params: [p.mixed('value')],
    returns: ['float'],
    impl: (rt, value) => new PhpFloat(toFloat(rt, value)),
  }),
  fn({
    name: 'doubleval',
    doc: 'Alias of floatval().',
    params: [p.mixed('value')],
    returns: ['float'],
    impl: (rt, value) => new PhpFloat(toFloat(rt, value)),
  }),
  fn({
    name: 'strval',
    doc: 'The string a value stands for.',
    params: [p.mixed('value')],
    returns: ['string'],
    impl: (rt, value) => stringOf(rt, value),
  }),
  fn({
    name: 'boolval',
    doc: 'The bool a value stands for.',
    params: [p.mixed('value')],
    returns: ['bool'],
    impl: (_rt, value) => toBool(value),
  }),
  fn({
    name: 'is_null',
    doc: 'Whether a value is null.',
    params: [p.mixed('value')],
    returns: ['bool'],
    impl: (_rt, value) => value === null || value === undefined,
  }),
  fn({
    name: 'is_resource',
    doc: 'Whether a value is an open resource.',
    params: [p.mixed('value')],
    returns: ['bool'],
    impl: (_rt, value) => value instanceof PhpResource && value.type !== 'Unknown',
  }),
  fn({
    name: 'is_bool',
    doc: 'Whether a value is a bool.',
    params: [p.mixed('value')],
    returns: ['bool'],
    impl: (_rt, value) => typeof value === 'boolean',
  }),
  fn({
    name: 'is_int',
    doc: 'Whether a value is an int.',
    params: [p.mixed('value')],
    returns: ['bool'],
    impl: (_rt, value) => isInt(value),
  }),
  fn({
    name: 'is_integer',
    doc: 'Alias of is_int().',
    params: [p.mixed('value')],
    returns: ['bool'],
    impl: (_rt, value) => isInt(value),
  }),
  fn({
    name: 'is_long',
    doc: 'Alias of is_int().',
    params: [p.mixed('value')],
    returns: ['bool'],
    impl: (_rt, value) => isInt(value),
  }),
  fn({
    name: 'is_float',
    doc: 'Whether a value is a float.',
    params: [p.mixed('value')],
    returns: ['bool'],
    impl: (_rt, value) => value instanceof PhpFloat,
  }),
  fn({
    name: 'is_double',
    doc: 'Alias of is_float().',
    params: [p.mixed('value')],
    returns: ['bool'],
    impl: (_rt, value) => value instanceof PhpFloat,
  }),
  fn({
    name: 'is_numeric',
    doc: 'Whether a value is a number or a numeric string.',
    params: [p.mixed('value')],
    returns: ['bool'],
    impl: (_rt, value) => isNumeric(value),
  }),
  fn({
    name: 'is_string',
    doc: 'Whether a value is a string.',
    params: [p.mixed('value')],
    returns: ['bool'],
    impl: (_rt, value) => typeof value === 'string',
  }),
  fn({
    name: 'is_array',
    doc: 'Whether a value is an array.',
    params: [p.mixed('value')],
    returns: ['bool'],
    impl: (_rt, value) => value instanceof PhpArray,
  }),
  fn({
    name: 'is_object',
    doc: 'Whether a value is an object.',
    params: [p.mixed('value')],
    returns: ['bool'],
    impl: (_rt, value) => value instanceof PhpObject,
  }),
  fn({
    name: 'is_scalar',
    doc: 'Whether a value is an int, float, string or bool.',
    params: [p.mixed('value')],
    returns: ['bool'],
    impl: (_rt, value) =>
      isInt(value) || typeof value === 'string' || typeof value === 'boolean' || value instanceof PhpFloat,
  }),
  fn({
    name: 'is_iterable',
    doc: 'Whether foreach can walk a value.',
    params: [p.mixed('value')],
    returns: ['bool'],
    impl: (rt, value) =>
      value instanceof PhpArray || (value instanceof PhpObject && instanceOf(value.ce, rt.classOf('Traversable'))),
  }),
  fn({
    name: 'is_countable',
    doc: 'Whether count() accepts a value.',
    params: [p.mixed('value')],
    returns: ['bool'],
    impl: (rt, value) =>
      value instanceof PhpArray ||
      (value instanceof PhpObject &&
        (value.ce.handlers.countElements !== null || instanceOf(value.ce, rt.classOf('Countable')))),
  }),
];

/** get_debug_type: an anonymous class is named after what it extends or implements. */
function debugTypeText(value: Zval): string {
  if (!(value instanceof PhpObject) || !value.ce.name.includes('\0')) return debugTypeName(value);
  return value.ce.name.slice(0, value.ce.name.indexOf('\0'));
}
