/**
 * filter_var's checks of numbers, booleans and URLs.
 * Source: php-src 8.2 ext/filter/logical_filters.c
 */
import { parseNumeric } from '../value/numeric-string.ts';
import { PhpFloat, type PhpInt } from '../value/zval.ts';
import { isDomain, parseIpv6 } from './filter-network.ts';
import { keepUrl } from './filter-sanitize.ts';
import { parseUrl } from './parse-url.ts';

const FLAG_ALLOW_OCTAL = 1;
const FLAG_ALLOW_HEX = 2;
const FLAG_ALLOW_THOUSAND = 8192;
const FLAG_PATH_REQUIRED = 262144;
const FLAG_QUERY_REQUIRED = 524288;
const MAX = 0x7fff_ffff_ffff_ffffn;
const MIN = -0x8000_0000_0000_0000n;
const UNSIGNED = 1n << 64n;

/** PHP_FILTER_TRIM_DEFAULT */
function trim(s: string): string {
  return s.replace(/^[ \t\v\n\r]+|[ \t\v\n\r]+$/g, '');
}

function toInt(n: bigint): PhpInt {
  const small = Number(n);
  return Number.isSafeInteger(small) ? small : n;
}

/** The number of FILTER_VALIDATE_INT; null when it is none. */
export function filterInt(value: string, flags: number): PhpInt | null {
  const s = trim(value);
  if (/^0[xX]/.test(s) && (flags & FLAG_ALLOW_HEX) !== 0) return wrapped(s.slice(2), /^[0-9a-fA-F]*$/, '0x');
  if (/^0/.test(s)) {
    if ((flags & FLAG_ALLOW_OCTAL) !== 0) return wrapped(s.replace(/^0[oO]?/, ''), /^[0-7]*$/, '0o');
    return s === '0' ? 0 : null;
  }
  if (/^[+-]0$/.test(s)) return 0;
  if (!/^[+-]?[1-9][0-9]*$/.test(s)) return null;
  const n = BigInt(s);
  return n > MAX || n < MIN ? null : toInt(n);
}

/** Octal and hexadecimal numbers are 64 bits without a sign, seen as ones with it. */
function wrapped(digits: string, allowed: RegExp, prefix: string): PhpInt | null {
  if (!allowed.test(digits)) return null;
  if (digits === '') return prefix === '0o' ? 0 : null;
  const n = BigInt(prefix + digits);
  return n >= UNSIGNED ? null : toInt(BigInt.asIntN(64, n));
}

/** FILTER_VALIDATE_BOOL: null when it is neither. */
export function filterBool(value: string): boolean | null {
  const s = trim(value).toLowerCase();
  if (['1', 'on', 'yes', 'true'].includes(s)) return true;
  return ['', '0', 'no', 'off', 'false'].includes(s) ? false : null;
}

export interface FloatOptions {
  readonly decimal: string;
  readonly thousand: string;
}

/** FILTER_VALIDATE_FLOAT: null when it is none. Groups of thousands are allowed by a flag. */
export function filterFloat(value: string, flags: number, options: FloatOptions): PhpFloat | null {
  const s = trim(value);
  const m = /^([+-]?)([^]*)$/.exec(s) as RegExpExecArray;
  let at = 0;
  const text = m[2] as string;
  const digits = (): string => {
    const found = /^[0-9]*/.exec(text.slice(at))?.[0] ?? '';
    at += found.length;
    return found;
  };
  let number = m[1] as string;
  for (let first = true; ; first = false) {
    const group = digits();
    number += group;
    const next = text.charAt(at);
    if (next === '' || next === options.decimal || next === 'e' || next === 'E') {
      if (!first && group.length !== 3) return null;
      break;
    }
    if ((flags & FLAG_ALLOW_THOUSAND) === 0 || !options.thousand.includes(next)) return null;
    if (first ? group.length < 1 || group.length > 3 : group.length !== 3) return null;
    at++;
  }
  if (text.charAt(at) === options.decimal) {
    at++;
    number += `.${digits()}`;
  }
  const exponent = /^[eE][+-]?[0-9]*/.exec(text.slice(at))?.[0] ?? '';
  at += exponent.length;
  return at === text.length ? floatOf(number + exponent) : null;
}

function floatOf(text: string): PhpFloat | null {
  const parsed = parseNumeric(text, false);
  if (parsed === null) return null;
  const { value } = parsed;
  const n = value instanceof PhpFloat ? value.value : Number(value);
  if (!Number.isFinite(n) || (n === 0 && value instanceof PhpFloat && /[1-9]/.test(text))) return null;
  return new PhpFloat(n);
}

/** FILTER_VALIDATE_URL */
export function isUrl(s: string, flags: number): boolean {
  if (keepUrl(s) !== s) return false;
  const parts = parseUrl(s);
  if (parts === null) return false;
  const found = new Map(parts);
  const scheme = found.get('scheme');
  const host = found.get('host');
  if (scheme === undefined) return false;
  const lower = String(scheme).toLowerCase();
  if (lower === 'http' || lower === 'https') {
    if (host === undefined) return false;
    const name = String(host);
    const inBrackets = /^\[(.*)\]$/.exec(name);
    const isAddress = inBrackets !== null && parseIpv6(inBrackets[1] as string) !== null;
    if (!isAddress && !isDomain(name, true)) return false;
  }
  if (host === undefined && !['mailto', 'news', 'file'].includes(String(scheme))) return false;
  if (!isUserInfo(found.get('user')) || !isUserInfo(found.get('pass'))) return false;
  if ((flags & FLAG_PATH_REQUIRED) !== 0 && !found.has('path')) return false;
  return (flags & FLAG_QUERY_REQUIRED) === 0 || found.has('query');
}

/** RFC 3986: what may stand before the @. */
function isUserInfo(text: string | PhpInt | undefined): boolean {
  return text === undefined || /^(?:[A-Za-z0-9\-._~!$&'()*+,;=:]|%[0-9A-Fa-f]{2})*$/.test(String(text));
}
