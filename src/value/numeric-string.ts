/**
 * Numeric strings: what PHP 8 takes for a number.
 * Source: php-src Zend/zend_operators.c (_is_numeric_string_ex), Zend/zend_strtod.c,
 * https://www.php.net/manual/en/language.types.numeric-strings.php
 */
import { fitsInt64, normalizeInt } from './integer.ts';
import { PhpFloat, type PhpInt } from './zval.ts';

/** What a numeric prefix of a string says. */
export interface NumericString {
  value: PhpInt | PhpFloat;
  /** Something other than whitespace follows the number ("5 apples"): only with `allowErrors`. */
  trailing: boolean;
  /** 1 or -1: an integer literal too large or too small for 64 bits, so `value` is a float; else 0. */
  overflow: -1 | 0 | 1;
}

/** Space, \t, \n, \v, \f, \r. */
function isSpace(c: number): boolean {
  return c === 32 || (c >= 9 && c <= 13);
}

function isDigit(c: number): boolean {
  return c >= 48 && c <= 57;
}

/** The end of the decimal float that starts at `start` (after the sign), or `start` when there is none (zend_strtod). */
function floatEnd(s: string, start: number): number {
  let i = start;
  while (isDigit(s.charCodeAt(i))) i++;
  let digits = i - start;
  if (s.charCodeAt(i) === 46) {
    const point = i++;
    while (isDigit(s.charCodeAt(i))) i++;
    digits += i - point - 1;
  }
  if (digits === 0) return start;
  const e = s.charCodeAt(i);
  if (e === 101 || e === 69) {
    let k = i + 1;
    const sign = s.charCodeAt(k);
    if (sign === 43 || sign === 45) k++;
    if (isDigit(s.charCodeAt(k))) {
      while (isDigit(s.charCodeAt(k))) k++;
      i = k;
    }
  }
  return i;
}

/**
 * _is_numeric_string_ex: the number a string holds, or null when it is not numeric. Whitespace may lead and trail.
 * With `allowErrors` a numeric prefix is enough and `trailing` tells that more followed.
 */
export function parseNumeric(s: string, allowErrors: boolean): NumericString | null {
  const length = s.length;
  let start = 0;
  let c = s.charCodeAt(0);
  if (c > 57) return null;
  while (isSpace(c)) c = s.charCodeAt(++start);
  let i = start;
  const negative = c === 45;
  if (negative || c === 43) c = s.charCodeAt(++i);
  const first = i;
  if (isDigit(c)) {
    do i++;
    while (isDigit(s.charCodeAt(i)));
  } else if (c !== 46 || !isDigit(s.charCodeAt(i + 1))) {
    return null;
  }
  let end = i;
  c = s.charCodeAt(i);
  if (c === 46 || c === 101 || c === 69) end = floatEnd(s, first);
  let tail = end;
  while (tail < length && isSpace(s.charCodeAt(tail))) tail++;
  const trailing = tail !== length;
  if (trailing && !allowErrors) return null;
  if (end !== i) return { value: new PhpFloat(Number(s.slice(start, end))), trailing, overflow: 0 };
  if (i - first < 16) {
    const n = Number(s.slice(first, i));
    return { value: negative ? 0 - n : n, trailing, overflow: 0 };
  }
  const digits = s.slice(first, i);
  const big = i - first > 400 ? null : BigInt(negative ? `-${digits}` : digits);
  if (big !== null && fitsInt64(big)) return { value: normalizeInt(big), trailing, overflow: 0 };
  if (big === null) return bigLiteral(digits, negative, trailing);
  return { value: new PhpFloat(Number(s.slice(start, i))), trailing, overflow: negative ? -1 : 1 };
}

/** A literal of more than 400 digits: too large unless nearly all of them are leading zeros. */
function bigLiteral(digits: string, negative: boolean, trailing: boolean): NumericString {
  const stripped = digits.replace(/^0+/, '');
  if (stripped.length <= 19) {
    const big = BigInt(`${negative ? '-' : ''}${stripped === '' ? '0' : stripped}`);
    if (fitsInt64(big)) return { value: normalizeInt(big), trailing, overflow: 0 };
  }
  const magnitude = Number(stripped);
  return { value: new PhpFloat(negative ? -magnitude : magnitude), trailing, overflow: negative ? -1 : 1 };
}

/** is_numeric() of a string. */
export function isNumericString(s: string): boolean {
  return parseNumeric(s, false) !== null;
}

/** The number a wholly numeric string holds, null when it is none (is_numeric_string). */
export function numericValue(s: string): PhpInt | PhpFloat | null {
  const n = parseNumeric(s, false);
  return n === null ? null : n.value;
}

/** strval to number without complaint: the numeric prefix, or 0 (`_zend_handle_numeric` of casts and comparisons). */
export function strToNumber(s: string): PhpInt | PhpFloat {
  return parseNumeric(s, true)?.value ?? 0;
}

/** zend_strtod of a whole string: the float its prefix spells, 0 when none. No leading whitespace is skipped. */
export function strtod(s: string): number {
  const sign = s.charCodeAt(0);
  const first = sign === 45 || sign === 43 ? 1 : 0;
  const end = floatEnd(s, first);
  return end === first ? 0 : Number(s.slice(0, end));
}
