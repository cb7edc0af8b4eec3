/**
 * Numbers in other bases.
 * Source: php-src ext/standard/math.c (_php_math_basetozval, _php_math_zvaltobase)
 */
import { E_DEPRECATED, E_WARNING } from '../base/diagnostics.ts';
import { fitsInt64, normalizeInt } from '../value/integer.ts';
import { PhpFloat, type PhpInt } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { docref } from './string-util.ts';

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz';
const PREFIXES: Readonly<Record<number, string>> = { 2: 'b', 8: 'o', 16: 'x' };

function digitValue(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  if (code >= 65 && code <= 90) return code - 55;
  return code >= 97 && code <= 122 ? code - 87 : 99;
}

/** _php_math_basetozval: an int, or a float when it does not fit; foreign characters are skipped with a deprecation. */
function parseBase(rt: Executor, text: string, base: number): PhpInt | PhpFloat {
  const s = text.replace(/^[ \t\n\r\v\f]+|[ \t\n\r\v\f]+$/g, '');
  let i = 0;
  if (s.charAt(0) === '0' && s.length > 1 && s.charAt(1).toLowerCase() === PREFIXES[base]) i = 2;
  let exact = 0n;
  let approx = 0;
  let isFloat = false;
  let invalid = false;
  const big = BigInt(base);
  for (; i < s.length; i++) {
    const d = digitValue(s.charCodeAt(i));
    if (d >= base) {
      invalid = true;
      continue;
    }
    if (!isFloat) {
      const next = exact * big + BigInt(d);
      if (fitsInt64(next)) {
        exact = next;
        continue;
      }
      approx = Number(exact);
      isFloat = true;
    }
    approx = approx * base + d;
  }
  if (invalid) {
    rt.error(E_DEPRECATED, 'Invalid characters passed for attempted conversion, these have been ignored');
  }
  return isFloat ? new PhpFloat(approx) : normalizeInt(exact);
}

/** _php_math_longtobase: as an unsigned 64-bit number. */
function intToBase(n: PhpInt, base: number): string {
  return n >= 0 ? n.toString(base) : BigInt.asUintN(64, BigInt(n)).toString(base);
}

function floatToBase(rt: Executor, n: number, base: number): string {
  let rest = Math.floor(n);
  if (!Number.isFinite(rest)) {
    docref(rt, E_WARNING, `An infinite value cannot be converted to base ${base}`);
    return '';
  }
  let out = '';
  do {
    out = DIGITS.charAt(Math.trunc(rest % base)) + out;
    rest /= base;
  } while (Math.abs(rest) >= 1);
  return out;
}

function convert(rt: Executor, s: string, from: number, to: number): string | null {
  if (from < 2 || from > 36) return rt.argumentValueError(2, 'must be between 2 and 36 (inclusive)');
  if (to < 2 || to > 36) return rt.argumentValueError(3, 'must be between 2 and 36 (inclusive)');
  const n = parseBase(rt, s, from);
  return n instanceof PhpFloat ? floatToBase(rt, n.value, to) : intToBase(n, to);
}

export const mathBaseFunctions: readonly FunctionDef[] = [
  fn({
    name: 'bindec',
    doc: 'The number that binary digits spell.',
    params: [p.string('binary_string')],
    returns: ['int', 'float'],
    impl: (rt, s) => parseBase(rt, s, 2),
  }),
  fn({
    name: 'hexdec',
    doc: 'The number that hexadecimal digits spell.',
    params: [p.string('hex_string')],
    returns: ['int', 'float'],
    impl: (rt, s) => parseBase(rt, s, 16),
  }),
  fn({
    name: 'octdec',
    doc: 'The number that octal digits spell.',
    params: [p.string('octal_string')],
    returns: ['int', 'float'],
    impl: (rt, s) => parseBase(rt, s, 8),
  }),
  fn({
    name: 'decbin',
    doc: 'A number in binary digits.',
    params: [p.int64('num')],
    returns: ['string'],
    impl: (_rt, n) => intToBase(n, 2),
  }),
  fn({
    name: 'dechex',
    doc: 'A number in hexadecimal digits.',
    params: [p.int64('num')],
    returns: ['string'],
    impl: (_rt, n) => intToBase(n, 16),
  }),
  fn({
    name: 'decoct',
    doc: 'A number in octal digits.',
    params: [p.int64('num')],
    returns: ['string'],
    impl: (_rt, n) => intToBase(n, 8),
  }),
  fn({
    name: 'base_convert',
    doc: 'A number from one base in another.',
    params: [p.string('num'), p.int('from_base'), p.int('to_base')],
    returns: ['string'],
    impl: convert,
  }),
];
