/**
 * filter_var's filters that change a string.
 * Source: php-src 8.2 ext/filter/sanitizing_filters.c
 */
import { stripTags } from './strip-tags.ts';

const FLAG_STRIP_LOW = 4;
const FLAG_STRIP_HIGH = 8;
const FLAG_ENCODE_LOW = 16;
const FLAG_ENCODE_HIGH = 32;
const FLAG_ENCODE_AMP = 64;
const FLAG_NO_ENCODE_QUOTES = 128;
const FLAG_EMPTY_STRING_NULL = 256;
const FLAG_STRIP_BACKTICK = 512;
const FLAG_ALLOW_FRACTION = 4096;
const FLAG_ALLOW_THOUSAND = 8192;
const FLAG_ALLOW_SCIENTIFIC = 16384;

function strip(s: string, flags: number): string {
  let out = s;
  if ((flags & FLAG_STRIP_HIGH) !== 0) out = out.replace(/[\x7f-\xff]/g, '');
  if ((flags & FLAG_STRIP_LOW) !== 0) out = out.replace(/[\x00-\x1f]/g, '');
  return (flags & FLAG_STRIP_BACKTICK) === 0 ? out : out.replaceAll('`', '');
}

/** Characters of a class as numeric entities. */
function encode(s: string, chars: string, flags: number, alwaysLow = false): string {
  const low = alwaysLow || (flags & FLAG_ENCODE_LOW) !== 0 ? '\\x00-\\x1f' : '';
  const high = (flags & FLAG_ENCODE_HIGH) === 0 ? '' : '\\x7f-\\xff';
  const set = chars + low + high;
  return set === '' ? s : s.replace(new RegExp(`[${set}]`, 'g'), (c) => `&#${c.charCodeAt(0)};`);
}

/** FILTER_SANITIZE_STRING */
export function sanitizeString(s: string, flags: number): string | null {
  const quotes = (flags & FLAG_NO_ENCODE_QUOTES) === 0 ? '\'"' : '';
  const amp = (flags & FLAG_ENCODE_AMP) === 0 ? '' : '&';
  const out = stripTags(encode(strip(s, flags), quotes + amp, flags), '');
  return out === '' && (flags & FLAG_EMPTY_STRING_NULL) !== 0 ? null : out;
}

/** FILTER_SANITIZE_ENCODED */
export function sanitizeEncoded(s: string, flags: number): string {
  return strip(s, flags).replace(
    /[^a-zA-Z0-9._-]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

/** FILTER_SANITIZE_SPECIAL_CHARS */
export function sanitizeSpecialChars(s: string, flags: number): string {
  return encode(strip(s, flags), '\'"<>&', flags, true);
}

/** FILTER_UNSAFE_RAW */
export function unsafeRaw(s: string, flags: number): string | null {
  if (s === '') return (flags & FLAG_EMPTY_STRING_NULL) === 0 ? s : null;
  return encode(strip(s, flags), (flags & FLAG_ENCODE_AMP) === 0 ? '' : '&', flags);
}

/** FILTER_SANITIZE_EMAIL */
export function keepEmail(s: string): string {
  return s.replace(/[^a-zA-Z0-9!#$%&'*+\-=?^_`{|}~@.[\]]/g, '');
}

/** FILTER_SANITIZE_URL: the characters of RFC 1738. */
export function keepUrl(s: string): string {
  return s.replace(/[^a-zA-Z0-9$\-_.+!*'(),{}|\\^~[\]`<>#%";/?:@&=]/g, '');
}

/** FILTER_SANITIZE_NUMBER_INT */
export function keepInt(s: string): string {
  return s.replace(/[^0-9+-]/g, '');
}

/** FILTER_SANITIZE_NUMBER_FLOAT */
export function keepFloat(s: string, flags: number): string {
  let keep = '0-9+\\-';
  if ((flags & FLAG_ALLOW_FRACTION) !== 0) keep += '.';
  if ((flags & FLAG_ALLOW_THOUSAND) !== 0) keep += ',';
  if ((flags & FLAG_ALLOW_SCIENTIFIC) !== 0) keep += 'eE';
  return s.replace(new RegExp(`[^${keep}]`, 'g'), '');
}
