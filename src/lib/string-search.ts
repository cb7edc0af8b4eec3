/**
 * Finding, comparing and cutting strings.
 * Source: php-src ext/standard/string.c
 */
import type { NativeCode } from '../object/native-code.ts';
import { toInt } from '../value/convert.ts';
import { PhpArray } from '../value/php-array.ts';
import type { Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { naturalCompare } from './natural-compare.ts';
import { wordsOf } from './string-words.ts';
import { asciiLower, binaryCompare, charMask, stringOf } from './string-util.ts';

const OUTSIDE = 'must be contained in argument #1 ($haystack)';

function find(rt: Executor, haystack: string, needle: string, offset: number): number | false | null {
  const from = offset < 0 ? offset + haystack.length : offset;
  if (from < 0 || from > haystack.length) return rt.argumentValueError(3, OUTSIDE);
  const at = haystack.indexOf(needle, from);
  return at < 0 ? false : at;
}

function findLast(rt: Executor, haystack: string, needle: string, offset: number): number | false | null {
  const n = haystack.length;
  let last = n - needle.length;
  let first = 0;
  if (offset >= 0) {
    if (offset > n) return rt.argumentValueError(3, OUTSIDE);
    first = offset;
  } else {
    if (offset < -n) return rt.argumentValueError(3, OUTSIDE);
    if (-offset >= needle.length) last = n + offset;
  }
  if (last < 0) return false;
  const at = haystack.lastIndexOf(needle, last);
  return at < first ? false : at;
}

/** The part before or from a position on; false for -1. */
function partAt(haystack: string, at: number, before: boolean): string | false {
  if (at < 0) return false;
  return before ? haystack.slice(0, at) : haystack.slice(at);
}

/** PHP's substr. */
export function substr(s: string, offset: number, length: number | null): string {
  const n = s.length;
  if (offset > n) return '';
  const start = offset < 0 ? Math.max(0, n + offset) : offset;
  let count = length ?? n;
  if (count < 0) count = Math.max(0, n - start + count);
  return s.slice(start, Math.min(n, start + count));
}

function spanOf(s: string, characters: string, offset: number, length: number | null, accept: boolean): number {
  const part = substr(s, offset, length);
  let i = 0;
  while (i < part.length && characters.includes(part.charAt(i)) === accept) i++;
  return i;
}

function compareN(rt: Executor, a: string, b: string, length: number): number | null {
  if (length < 0) return rt.argumentValueError(3, 'must be greater than or equal to 0');
  return binaryCompare(a.slice(0, length), b.slice(0, length));
}

function substrCount(rt: Executor, haystack: string, needle: string, offset: number, length: number | null): Zval {
  if (needle === '') return rt.argumentValueError(2, 'cannot be empty');
  const from = offset < 0 ? offset + haystack.length : offset;
  if (from < 0 || from > haystack.length) return rt.argumentValueError(3, OUTSIDE);
  let end = haystack.length;
  if (length !== null) {
    const count = length < 0 ? length + haystack.length - from : length;
    if (count < 0 || count > haystack.length - from) {
      return rt.argumentValueError(4, OUTSIDE);
    }
    end = from + count;
  }
  const part = haystack.slice(from, end);
  let n = 0;
  for (let at = part.indexOf(needle); at >= 0; at = part.indexOf(needle, at + needle.length)) n++;
  return n;
}

function substrCompare(rt: Executor, a: string, b: string, offset: number, length: number | null, fold: boolean): Zval {
  if (length !== null && length <= 0) {
    return length === 0 ? 0 : rt.argumentValueError(4, 'must be greater than or equal to 0');
  }
  const from = offset < 0 ? Math.max(0, a.length + offset) : offset;
  if (from > a.length) return rt.argumentValueError(3, 'must be contained in argument #1 ($haystack)');
  const count = length ?? Math.max(b.length, a.length - from);
  const x = a.slice(from).slice(0, count);
  const y = b.slice(0, count);
  return fold ? binaryCompare(asciiLower(x), asciiLower(y)) : binaryCompare(x, y);
}

/** Start and length of substr_replace within a string of n bytes, brought into its bounds. */
function replaceSpan(n: number, offset: number, length: number): { from: number; count: number } {
  const from = offset < 0 ? Math.max(0, n + offset) : Math.min(offset, n);
  let count = length < 0 ? Math.max(0, n - from + length) : length;
  if (from + count > n) count = n - from;
  return { from, count };
}

function replacePart(s: string, by: string, offset: number, length: number): string {
  const { from, count } = replaceSpan(s.length, offset, length);
  return s.slice(0, from) + by + s.slice(from + count);
}

/** The n-th value of a list argument or the one value for all; null when the list is too short. */
function nth(v: Zval, i: number): Zval {
  if (!(v instanceof PhpArray)) return v;
  return v.valueList()[i];
}

function* substrReplace(
  rt: Executor,
  subject: string | PhpArray,
  replace: string | PhpArray,
  offset: number | PhpArray,
  length: number | PhpArray | null,
): NativeCode {
  if (!(subject instanceof PhpArray)) {
    if (offset instanceof PhpArray)
      return rt.argumentTypeError(3, 'cannot be an array when working on a single string');
    if (length instanceof PhpArray)
      return rt.argumentTypeError(4, 'cannot be an array when working on a single string');
    const first = replace instanceof PhpArray ? nth(replace, 0) : replace;
    const by = first === undefined ? '' : yield* stringOf(rt, first);
    if (by === null) return null;
    return replacePart(subject, by, offset, length ?? subject.length);
  }
  const out = new PhpArray();
  let i = 0;
  for (const [key, held] of [...subject.entries()]) {
    const text = yield* stringOf(rt, held);
    if (text === null) return null;
    const start = nth(offset, i);
    const count = nth(length, i);
    const piece = replace instanceof PhpArray ? nth(replace, i) : replace;
    const by = piece === undefined ? '' : yield* stringOf(rt, piece);
    if (by === null) return null;
    const n = count === undefined || count === null ? text.length : Number(toInt(rt, count));
    out.set(key, replacePart(text, by, start === undefined ? 0 : Number(toInt(rt, start)), n));
    i++;
  }
  return out;
}

export const stringSearchFunctions: readonly FunctionDef[] = [
  fn({
    name: 'strpos',
    doc: 'The position of the first occurrence.',
    params: [p.string('haystack'), p.string('needle'), p.int('offset', { default: 0 })],
    returns: ['int', 'false'],
    impl: find,
  }),
  fn({
    name: 'stripos',
    doc: 'The position of the first occurrence, in any case.',
    params: [p.string('haystack'), p.string('needle'), p.int('offset', { default: 0 })],
    returns: ['int', 'false'],
    impl: (rt, haystack, needle, offset) => find(rt, asciiLower(haystack), asciiLower(needle), offset),
  }),
  fn({
    name: 'strrpos',
    doc: 'The position of the last occurrence.',
    params: [p.string('haystack'), p.string('needle'), p.int('offset', { default: 0 })],
    returns: ['int', 'false'],
    impl: findLast,
  }),
  fn({
    name: 'strripos',
    doc: 'The position of the last occurrence, in any case.',
    params: [p.string('haystack'), p.string('needle'), p.int('offset', { default: 0 })],
    returns: ['int', 'false'],
    impl: (rt, haystack, needle, offset) => findLast(rt, asciiLower(haystack), asciiLower(needle), offset),
  }),
  fn({
    name: 'strstr',
    doc: 'The part from the first occurrence on.',
    params: [p.string('haystack'), p.string('needle'), p.bool('before_needle', { default: false })],
    returns: ['string', 'false'],
    impl: (_rt, haystack, needle, before) => partAt(haystack, haystack.indexOf(needle), before),
  }),
  fn({
    name: 'strchr',
    doc: 'Alias of strstr().',
    params: [p.string('haystack'), p.string('needle'), p.bool('before_needle', { default: false })],
    returns: ['string', 'false'],
    impl: (_rt, haystack, needle, before) => partAt(haystack, haystack.indexOf(needle), before),
  }),
  fn({
    name: 'stristr',
    doc: 'The part from the first occurrence on, in any case.',
    params: [p.string('haystack'), p.string('needle'), p.bool('before_needle', { default: false })],
    returns: ['string', 'false'],
    impl: (_rt, haystack, needle, before) => partAt(haystack, asciiLower(haystack).indexOf(asciiLower(needle)), before),
  }),
  fn({
    name: 'strrchr',
    doc: 'The part from the last occurrence of a byte on.',
    params: [p.string('haystack'), p.string('needle')],
    returns: ['string', 'false'],
    impl: (_rt, haystack, needle) =>
      partAt(haystack, haystack.lastIndexOf(needle === '' ? '\0' : needle.charAt(0)), false),
  }),
  fn({
    name: 'str_contains',
    doc: 'Whether a string contains another.',
    params: [p.string('haystack'), p.string('needle')],
    returns: ['bool'],
    impl: (_rt, haystack, needle) => haystack.includes(needle),
  }),
  fn({
    name: 'str_starts_with',
    doc: 'Whether a string starts with another.',
    params: [p.string('haystack'), p.string('needle')],
    returns: ['bool'],
    impl: (_rt, haystack, needle) => haystack.startsWith(needle),
  }),
  fn({
    name: 'str_ends_with',
    doc: 'Whether a string ends with another.',
    params: [p.string('haystack'), p.string('needle')],
    returns: ['bool'],
    impl: (_rt, haystack, needle) => haystack.endsWith(needle),
  }),
  fn({
    name: 'strpbrk',
    doc: 'The part from the first of some bytes on.',
    params: [p.string('string'), p.string('characters')],
    returns: ['string', 'false'],
    impl: (rt, s, characters) => {
      if (characters === '') return rt.argumentValueError(2, 'must be a non-empty string');
      for (let i = 0; i < s.length; i++) if (characters.includes(s.charAt(i))) return s.slice(i);
      return false;
    },
  }),
  fn({
    name: 'substr',
    doc: 'A part of a string.',
    params: [p.string('string'), p.int('offset'), p.nullable(p.int('length'), { default: null })],
    returns: ['string'],
    impl: (_rt, s, offset, length) => substr(s, offset, length),
  }),
  fn({
    name: 'substr_count',
    doc: 'How often a string occurs, without overlaps.',
    params: [
      p.string('haystack'),
      p.string('needle'),
      p.int('offset', { default: 0 }),
      p.nullable(p.int('length'), { default: null }),
    ],
    returns: ['int'],
    impl: substrCount,
  }),
  fn({
    name: 'substr_compare',
    doc: 'Compares a part of a string with another.',
    params: [
      p.string('haystack'),
      p.string('needle'),
      p.int('offset'),
      p.nullable(p.int('length'), { default: null }),
      p.bool('case_insensitive', { default: false }),
    ],
    returns: ['int'],
    impl: substrCompare,
  }),
  fn({
    name: 'substr_replace',
    doc: 'Replaces a part of a string, or of each of an array.',
    params: [
      p.union('string', ['array', 'string']),
      p.union('replace', ['array', 'string']),
      p.union('offset', ['array', 'int']),
      p.nullable(p.union('length', ['array', 'int']), { default: null }),
    ],
    returns: ['array', 'string'],
    impl: substrReplace,
  }),
  fn({
    name: 'strspn',
    doc: 'The length of the beginning that has only some bytes.',
    params: [
      p.string('string'),
      p.string('characters'),
      p.int('offset', { default: 0 }),
      p.nullable(p.int('length'), { default: null }),
    ],
    returns: ['int'],
    impl: (_rt, s, characters, offset, length) => spanOf(s, characters, offset, length, true),
  }),
  fn({
    name: 'strcspn',
    doc: 'The length of the beginning that has none of some bytes.',
    params: [
      p.string('string'),
      p.string('characters'),
      p.int('offset', { default: 0 }),
      p.nullable(p.int('length'), { default: null }),
    ],
    returns: ['int'],
    impl: (_rt, s, characters, offset, length) => spanOf(s, characters || '\0', offset, length, false),
  }),
  fn({
    name: 'strcmp',
    doc: 'Compares strings byte by byte.',
    params: [p.string('string1'), p.string('string2')],
    returns: ['int'],
    impl: (_rt, a, b) => binaryCompare(a, b),
  }),
  fn({
    name: 'strcasecmp',
    doc: 'Compares strings in any case.',
    params: [p.string('string1'), p.string('string2')],
    returns: ['int'],
    impl: (_rt, a, b) => binaryCompare(asciiLower(a), asciiLower(b)),
  }),
  fn({
    name: 'strncmp',
    doc: 'Compares the beginnings of strings.',
    params: [p.string('string1'), p.string('string2'), p.int('length')],
    returns: ['int'],
    impl: compareN,
  }),
  fn({
    name: 'strncasecmp',
    doc: 'Compares the beginnings of strings in any case.',
    params: [p.string('string1'), p.string('string2'), p.int('length')],
    returns: ['int'],
    impl: (rt, a, b, length) => compareN(rt, asciiLower(a), asciiLower(b), length),
  }),
  fn({
    name: 'strcoll',
    doc: 'Compares strings by locale; the C locale here.',
    params: [p.string('string1'), p.string('string2')],
    returns: ['int'],
    impl: (_rt, a, b) => binaryCompare(a, b),
  }),
  fn({
    name: 'strnatcmp',
    doc: 'Compares strings the way people order numbers in them.',
    params: [p.string('string1'), p.string('string2')],
    returns: ['int'],
    impl: (_rt, a, b) => naturalCompare(a, b, false),
  }),
  fn({
    name: 'strnatcasecmp',
    doc: 'Natural order in any case.',
    params: [p.string('string1'), p.string('string2')],
    returns: ['int'],
    impl: (_rt, a, b) => naturalCompare(a, b, true),
  }),
  fn({
    name: 'str_word_count',
    doc: 'Counts or lists the words of a text.',
    params: [
      p.string('string'),
      p.int('format', { default: 0 }),
      p.nullable(p.string('characters'), { default: null }),
    ],
    returns: ['array', 'int'],
    impl: (rt, s, format, characters) => {
      if (format < 0 || format > 2) return rt.argumentValueError(2, 'must be a valid format value');
      const mask = characters === null ? null : charMask(rt, 'str_word_count', characters);
      return wordsOf(s, format, mask);
    },
  }),
  fn({
    name: 'count_chars',
    doc: 'Counts the bytes of a string.',
    params: [p.string('string'), p.int('mode', { default: 0 })],
    returns: ['array', 'string'],
    impl: (rt, s, mode) => {
      if (mode < 0 || mode > 4) return rt.argumentValueError(2, 'must be between 0 and 4 (inclusive)');
      const counts = new Array<number>(256).fill(0);
      for (let i = 0; i < s.length; i++) counts[s.charCodeAt(i)] = (counts[s.charCodeAt(i)] ?? 0) + 1;
      if (mode >= 3) {
        let out = '';
        for (let c = 0; c < 256; c++) if ((counts[c] !== 0) === (mode === 3)) out += String.fromCharCode(c);
        return out;
      }
      const out = new PhpArray();
      for (let c = 0; c < 256; c++) {
        if (mode === 0 || (counts[c] !== 0) === (mode === 1)) out.setInt(c, counts[c]);
      }
      return out;
    },
  }),
];
