/** Values of numeric literals (php-src Zend/zend_language_scanner.l: LNUM, HNUM, BNUM, ONUM, DNUM). */
import { PhpFloat, type PhpInt } from '../../value/zval.ts';
import { LexError } from './lex-error.ts';

const LONG_MAX = 0x7fffffffffffffffn;
const LONG_MIN = -0x8000000000000000n;

function toPhpInt(value: bigint): PhpInt {
  return value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value;
}

/**
 * Digits of a power-of-two base, accumulated in a double as zend_hex_strtod and its siblings do. Those for binary and
 * octal take `'0'` off last, which rounds twice.
 */
function accumulate(digits: string, base: number): number {
  let value = 0;
  for (let i = 0; i < digits.length; i++) {
    value =
      base === 16
        ? value * base + Number.parseInt(digits.charAt(i), base)
        : value * base + digits.charCodeAt(i) - '0'.charCodeAt(0);
  }
  return value;
}

function prefixed(digits: string, base: number, prefix: string): PhpInt | PhpFloat {
  if (digits === '') {
    return 0;
  }
  const value = BigInt(prefix + digits);
  return value <= LONG_MAX ? toPhpInt(value) : new PhpFloat(accumulate(digits, base));
}

/** Below this many digits a decimal is a safe integer. */
const SAFE_DIGITS = 16;

/** The value of a plain decimal such as most are; -1 for any other literal. */
function plainDecimal(image: string): number {
  if (image.length >= SAFE_DIGITS || (image.length > 1 && image.charCodeAt(0) === 48)) return -1;
  let value = 0;
  for (let i = 0; i < image.length; i++) {
    const digit = image.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/**
 * The value of a numeric literal as written, underscores and all: an int when it fits 64 bits, else a float.
 * Answers a LexError for an octal with the digits 8 or 9.
 */
export function parseNumber(image: string): PhpInt | PhpFloat | LexError {
  const plain = plainDecimal(image);
  if (plain >= 0) return plain;
  const text = image.includes('_') ? image.replaceAll('_', '') : image;
  if (text.length > 1 && text.charCodeAt(0) === 48) {
    const mark = text.charCodeAt(1) | 32;
    if (mark === 120) {
      return prefixed(text.slice(2), 16, '0x');
    }
    if (mark === 98) {
      return prefixed(text.slice(2), 2, '0b');
    }
    if (mark === 111) {
      return prefixed(text.slice(2), 8, '0o');
    }
  }
  if (/[.eE]/.test(text)) {
    return new PhpFloat(Number(text));
  }
  if (text.charCodeAt(0) === 48 && text.length > 1) {
    return /[89]/.test(text) ? new LexError('Invalid numeric literal', 0) : prefixed(text.slice(1), 8, '0o');
  }
  if (text.length < SAFE_DIGITS) {
    return Number(text);
  }
  const value = BigInt(text);
  return value <= LONG_MAX ? toPhpInt(value) : new PhpFloat(Number(text));
}

/** The value of a number between the brackets of `"$a[...]"`: an int in canonical decimal form, else the string. */
export function parseOffsetNumber(image: string): PhpInt | string {
  if (!/^(?:0|[1-9][0-9]*)$/.test(image)) {
    return image;
  }
  const value = BigInt(image);
  return value <= LONG_MAX ? toPhpInt(value) : image;
}

/** Negates such an offset (`"$a[-1]"`; zend_negate_num_string): minus zero stays the string "-0". */
export function negateOffset(value: PhpInt | string): PhpInt | string {
  if (typeof value === 'string') {
    return `-${value}`;
  }
  if (value === 0) {
    return '-0';
  }
  const negated = -BigInt(value);
  return negated >= LONG_MIN ? toPhpInt(negated) : `-${value}`;
}
