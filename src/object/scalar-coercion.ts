/**
 * Weak-mode coercion of scalars to declared types.
 * Source: php-src 8.2 Zend/zend_execute.c (zend_verify_weak_scalar_type_hint), zend_API.c (zend_parse_arg_*_weak)
 */
import { MAY_BE_BOOL, MAY_BE_DOUBLE, MAY_BE_LONG, MAY_BE_STRING } from '../bytecode/type-flags.ts';
import type { ValueContext } from '../value/context.ts';
import { deprecateLossyFloat, deprecateLossyFloatString, toBool, toStr } from '../value/convert.ts';
import { fitsInt64, normalizeInt } from '../value/integer.ts';
import { parseNumeric } from '../value/numeric-string.ts';
import { PhpFloat, type PhpInt, type Zval } from '../value/zval.ts';

/** An int given for a float. */
export function intToFloat(v: PhpInt): PhpFloat {
  return new PhpFloat(Number(v));
}

/**
 * The scalar `v` turned into one of the scalar types of `mask`, in Zend's order of preference: int, float, string, bool.
 * undefined: it does not fit (or a deprecation became an exception).
 */
export function coerceWeak(ctx: ValueContext, v: Zval, mask: number): Zval {
  if (typeof v !== 'string' && typeof v !== 'boolean' && !isNumber(v)) return undefined;
  if ((mask & MAY_BE_LONG) !== 0) {
    const n = toLong(ctx, v, (mask & MAY_BE_DOUBLE) !== 0);
    if (n !== undefined || ctx.exception !== null) return n;
  }
  if ((mask & MAY_BE_DOUBLE) !== 0) {
    const d = coerceToFloat(v);
    if (d !== undefined) return d;
  }
  if ((mask & MAY_BE_STRING) !== 0) return toStr(ctx, v);
  return (mask & MAY_BE_BOOL) === MAY_BE_BOOL ? toBool(v) : undefined;
}

function isNumber(v: Zval): v is PhpInt | PhpFloat {
  return typeof v === 'number' || typeof v === 'bigint' || v instanceof PhpFloat;
}

/** For int|float a numeric string keeps its own kind; for int alone a float must be integral (deprecated otherwise). */
function toLong(ctx: ValueContext, v: Zval, orFloat: boolean): Zval {
  if (orFloat && typeof v === 'string') return parseNumeric(v, false)?.value;
  return coerceToInt(ctx, v);
}

/** zend_parse_arg_long_weak: undefined when the value cannot be an int. */
export function coerceToInt(ctx: ValueContext, v: Zval): PhpInt | undefined {
  if (typeof v === 'boolean') return v ? 1 : 0;
  if (typeof v === 'number' || typeof v === 'bigint') return v;
  if (v instanceof PhpFloat) return floatToLong(ctx, v.value, null);
  if (typeof v !== 'string') return undefined;
  const parsed = parseNumeric(v, false);
  if (parsed === null) return undefined;
  return parsed.value instanceof PhpFloat ? floatToLong(ctx, parsed.value.value, v) : parsed.value;
}

function floatToLong(ctx: ValueContext, d: number, text: string | null): PhpInt | undefined {
  if (!Number.isFinite(d)) return undefined;
  const whole = Math.trunc(d);
  const big = BigInt(whole);
  if (!fitsInt64(big)) return undefined;
  if (whole !== d) {
    if (text === null) deprecateLossyFloat(ctx, d);
    else deprecateLossyFloatString(ctx, text);
    if (ctx.exception !== null) return undefined;
  }
  return normalizeInt(big);
}

/** zend_parse_arg_double_weak: undefined when the value cannot be a float. */
export function coerceToFloat(v: Zval): PhpFloat | undefined {
  if (v instanceof PhpFloat) return v;
  if (typeof v === 'number' || typeof v === 'bigint') return intToFloat(v);
  if (typeof v === 'boolean') return new PhpFloat(v ? 1 : 0);
  if (typeof v !== 'string') return undefined;
  const n = parseNumeric(v, false)?.value;
  if (n === undefined) return undefined;
  return n instanceof PhpFloat ? n : intToFloat(n);
}
