/**
 * Floats as PHP prints them.
 * Source: php-src main/snprintf.c (php_gcvt, smart_str_append_double), ext/standard/var.c, ext/json/json_encoder.c
 */
import type { ValueContext } from './context.ts';
import { zendDtoa } from './dtoa.ts';

/**
 * php_gcvt: `precision` significant digits (0 counts as 1; -1: the shortest that read back), plain between 1.0E-4 and
 * 10^precision, else like "1.0E+25". INF, -INF and NAN as PHP spells them; -0 is "-0".
 */
export function phpGcvt(value: number, precision: number, point: string = '.', exponentChar: string = 'E'): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NAN' : value > 0 ? 'INF' : '-INF';
  const n = precision < 0 ? 17 : precision === 0 ? 1 : precision;
  const { digits, decpt, negative } = zendDtoa(value, precision < 0 ? 0 : 2, n);
  const sign = negative ? '-' : '';
  if (decpt < 0 ? decpt < -3 : decpt > n) {
    const exp = decpt - 1;
    const fraction = digits.length > 1 ? digits.slice(1) : '0';
    return `${sign}${digits.charAt(0)}${point}${fraction}${exponentChar}${exp < 0 ? '-' : '+'}${Math.abs(exp)}`;
  }
  if (decpt <= 0) return `${sign}0${point}${'0'.repeat(-decpt)}${digits}`;
  if (digits.length <= decpt) return sign + digits + '0'.repeat(decpt - digits.length);
  return sign + digits.slice(0, decpt) + point + digits.slice(decpt);
}

/** A float as `echo` shows it, with ini `precision` digits (14 by default). */
export function floatToString(value: number, precision: number): string {
  // the common case: a small whole number needs no digit generation
  if (Number.isInteger(value) && value < 1e14 && value > -1e14 && precision >= 14) {
    return value === 0 && Object.is(value, -0) ? '-0' : `${value}`;
  }
  return phpGcvt(value, precision);
}

/** A float as `echo` shows it under the engine's ini `precision`. */
export function floatToStr(ctx: ValueContext, value: number): string {
  return floatToString(value, ctx.precision);
}

/** smart_str_append_double: with `zeroFraction` a whole number gets ".0" (var_export, and print_r of nothing). */
export function formatDouble(value: number, precision: number, zeroFraction: boolean): string {
  const s = phpGcvt(value, precision);
  return zeroFraction && Number.isFinite(value) && !/[.eE]/.test(s) ? `${s}.0` : s;
}

/** What var_dump prints between the parentheses of float(...), and serialize after `d:`. */
export function floatForVarDump(value: number, serializePrecision: number): string {
  return phpGcvt(value, serializePrecision);
}

/** var_export and debug output: whole floats keep a ".0". */
export function floatForVarExport(value: number, serializePrecision: number): string {
  return formatDouble(value, serializePrecision, true);
}

/** json_encode: exponent in lower case; `preserveZeroFraction` is JSON_PRESERVE_ZERO_FRACTION. The value must be finite. */
export function floatForJson(value: number, serializePrecision: number, preserveZeroFraction: boolean): string {
  const s = phpGcvt(value, serializePrecision, '.', 'e');
  return preserveZeroFraction && !s.includes('.') ? `${s}.0` : s;
}
