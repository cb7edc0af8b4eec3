/**
 * Case, trimming, padding, repeating, splitting and joining strings.
 * Source: php-src ext/standard/string.c
 */
import { bytesToText, textToBytes } from '../base/byte-text.ts';
import type { NativeCode } from '../object/native-code.ts';
import { PhpArray } from '../value/php-array.ts';
import type { Executor } from '../vm/executor.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { explodeText } from './explode.ts';
import { asciiLower, asciiUpper, charMask, stringList, stringsOf } from './string-util.ts';

const DEFAULT_TRIM = ' \n\r\t\x0b\0';

/** php_trim: `mode` 1 left, 2 right, 3 both. */
function trimBytes(rt: Executor, fname: string, s: string, characters: string, mode: number): string {
  const mask = characters.includes('..') ? charMask(rt, fname, characters) : null;
  const inMask = (i: number): boolean =>
    mask === null ? characters.includes(s.charAt(i)) : (mask[s.charCodeAt(i)] ?? false);
  let start = 0;
  let end = s.length;
  if ((mode & 1) !== 0) while (start < end && inMask(start)) start++;
  if ((mode & 2) !== 0) while (end > start && inMask(end - 1)) end--;
  return s.slice(start, end);
}

function isTrimSpace(c: number): boolean {
  return c === 32 || c === 10 || c === 13 || c === 9 || c === 11 || c === 0;
}

function trimImpl(rt: Executor, fname: string, s: string, characters: string, mode: number): string {
  if (characters !== DEFAULT_TRIM) return characters === '' ? s : trimBytes(rt, fname, s, characters, mode);
  let start = 0;
  let end = s.length;
  if ((mode & 1) !== 0) while (start < end && isTrimSpace(s.charCodeAt(start))) start++;
  if ((mode & 2) !== 0) while (end > start && isTrimSpace(s.charCodeAt(end - 1))) end--;
  return s.slice(start, end);
}

function ucwords(rt: Executor, s: string, separators: string): string {
  if (s === '') return '';
  const mask = charMask(rt, 'ucwords', separators);
  const bytes = textToBytes(s);
  let first = true;
  for (let i = 0; i < bytes.length; i++) {
    const c = bytes[i] as number;
    if (first && c >= 97 && c <= 122) bytes[i] = c - 32;
    first = mask[c] === true;
  }
  return bytesToText(bytes);
}

function* implodeImpl(rt: Executor, fname: string, separator: string | PhpArray, array: PhpArray | null): NativeCode {
  let pieces = array;
  let glue = '';
  if (array === null) {
    if (!(separator instanceof PhpArray)) {
      return rt.throwError('TypeError', `${fname}(): Argument #1 ($array) must be of type array, string given`);
    }
    pieces = separator;
  } else {
    if (separator instanceof PhpArray) return rt.argumentTypeError(1, 'must be of type string, array given');
    glue = separator;
  }
  const texts = yield* stringsOf(rt, pieces as PhpArray);
  return texts === null ? null : texts.join(glue);
}

function padString(s: string, length: number, pad: string, type: number): string {
  const missing = length - s.length;
  const left = type === 0 ? missing : type === 2 ? Math.floor(missing / 2) : 0;
  const right = missing - left;
  const fill = (n: number): string => pad.repeat(Math.ceil(n / pad.length)).slice(0, n);
  return fill(left) + s + fill(right);
}

export const stringBasicFunctions: readonly FunctionDef[] = [
  fn({
    name: 'strlen',
    doc: 'The length of a string in bytes.',
    params: [p.string('string')],
    returns: ['int'],
    impl: (_rt, s) => s.length,
  }),
  fn({
    name: 'strtolower',
    doc: 'Makes ASCII letters lower case.',
    params: [p.string('string')],
    returns: ['string'],
    impl: (_rt, s) => asciiLower(s),
  }),
  fn({
    name: 'strtoupper',
    doc: 'Makes ASCII letters upper case.',
    params: [p.string('string')],
    returns: ['string'],
    impl: (_rt, s) => asciiUpper(s),
  }),
  fn({
    name: 'ucfirst',
    doc: 'Makes the first letter upper case.',
    params: [p.string('string')],
    returns: ['string'],
    impl: (_rt, s) => asciiUpper(s.charAt(0)) + s.slice(1),
  }),
  fn({
    name: 'lcfirst',
    doc: 'Makes the first letter lower case.',
    params: [p.string('string')],
    returns: ['string'],
    impl: (_rt, s) => asciiLower(s.charAt(0)) + s.slice(1),
  }),
  fn({
    name: 'ucwords',
    doc: 'Makes the first letter of each word upper case.',
    params: [p.string('string'), p.string('separators', { default: ' \t\r\n\f\x0b', text: '" \\t\\r\\n\\f\\v"' })],
    returns: ['string'],
    impl: ucwords,
  }),
  fn({
    name: 'trim',
    doc: 'Strips characters from both ends.',
    params: [p.string('string'), p.string('characters', { default: ' \n\r\t\x0b\0', text: '" \\n\\r\\t\\v\\x00"' })],
    returns: ['string'],
    impl: (rt, s, characters) => trimImpl(rt, 'trim', s, characters, 3),
  }),
  fn({
    name: 'ltrim',
    doc: 'Strips characters from the beginning.',
    params: [p.string('string'), p.string('characters', { default: ' \n\r\t\x0b\0', text: '" \\n\\r\\t\\v\\x00"' })],
    returns: ['string'],
    impl: (rt, s, characters) => trimImpl(rt, 'ltrim', s, characters, 1),
  }),
  fn({
    name: 'rtrim',
    doc: 'Strips characters from the end.',
    params: [p.string('string'), p.string('characters', { default: ' \n\r\t\x0b\0', text: '" \\n\\r\\t\\v\\x00"' })],
    returns: ['string'],
    impl: (rt, s, characters) => trimImpl(rt, 'rtrim', s, characters, 2),
  }),
  fn({
    name: 'chop',
    doc: 'Alias of rtrim().',
    params: [p.string('string'), p.string('characters', { default: ' \n\r\t\x0b\0', text: '" \\n\\r\\t\\v\\x00"' })],
    returns: ['string'],
    impl: (rt, s, characters) => trimImpl(rt, 'chop', s, characters, 2),
  }),
  fn({
    name: 'str_repeat',
    doc: 'Repeats a string.',
    params: [p.string('string'), p.int('times')],
    returns: ['string'],
    impl: (rt, s, times) => {
      if (times < 0) return rt.argumentValueError(2, 'must be greater than or equal to 0');
      if (exceedsMemory(rt, s.length * times)) return rt.fatalError(memoryExhausted(rt, s.length * times));
      return s.repeat(times);
    },
  }),
  fn({
    name: 'strrev',
    doc: 'Reverses a string byte by byte.',
    params: [p.string('string')],
    returns: ['string'],
    impl: (_rt, s) => bytesToText(textToBytes(s).reverse()),
  }),
  fn({
    name: 'str_pad',
    doc: 'Pads a string to a length.',
    params: [
      p.string('string'),
      p.int('length'),
      p.string('pad_string', { default: ' ' }),
      p.int('pad_type', { default: 1, text: 'STR_PAD_RIGHT' }),
    ],
    returns: ['string'],
    impl: (rt, s, length, pad, type) => {
      if (length < 0 || length <= s.length) return s;
      if (pad === '') return rt.argumentValueError(3, 'must be a non-empty string');
      if (type < 0 || type > 2) {
        return rt.argumentValueError(4, 'must be STR_PAD_LEFT, STR_PAD_RIGHT, or STR_PAD_BOTH');
      }
      if (exceedsMemory(rt, length)) return rt.fatalError(memoryExhausted(rt, length));
      return padString(s, length, pad, type);
    },
  }),
  fn({
    name: 'implode',
    doc: 'Joins the elements of an array.',
    params: [p.union('separator', ['array', 'string']), p.nullable(p.array('array'), { default: null })],
    returns: ['string'],
    impl: (rt, separator, array) => implodeImpl(rt, 'implode', separator, array),
  }),
  fn({
    name: 'join',
    doc: 'Alias of implode().',
    params: [p.union('separator', ['array', 'string']), p.nullable(p.array('array'), { default: null })],
    returns: ['string'],
    impl: (rt, separator, array) => implodeImpl(rt, 'join', separator, array),
  }),
  fn({
    name: 'explode',
    doc: 'Splits a string at a separator.',
    params: [
      p.string('separator'),
      p.string('string'),
      p.int('limit', { default: 9223372036854775807, text: 'PHP_INT_MAX' }),
    ],
    returns: ['array'],
    impl: (rt, separator, s, limit) => {
      if (separator === '') return rt.argumentValueError(1, 'cannot be empty');
      return PhpArray.fromList(explodeText(separator, s, limit));
    },
  }),
  fn({
    name: 'str_split',
    doc: 'Splits a string into chunks of equal length.',
    params: [p.string('string'), p.int('length', { default: 1 })],
    returns: ['array'],
    impl: (rt, s, length) => {
      if (length <= 0) return rt.argumentValueError(2, 'must be greater than 0');
      const out: string[] = [];
      for (let i = 0; i < s.length; i += length) out.push(s.slice(i, i + length));
      return stringList(out);
    },
  }),
  fn({
    name: 'chunk_split',
    doc: 'Puts a separator after every so many bytes.',
    params: [
      p.string('string'),
      p.int('length', { default: 76 }),
      p.string('separator', { default: '\r\n', text: '"\\r\\n"' }),
    ],
    returns: ['string'],
    impl: (rt, s, length, separator) => {
      if (length <= 0) return rt.argumentValueError(2, 'must be greater than 0');
      if (length > s.length) return s + separator;
      const size = s.length + Math.ceil(s.length / length) * separator.length;
      if (exceedsMemory(rt, size)) return rt.fatalError(memoryExhausted(rt, size));
      let out = '';
      for (let i = 0; i < s.length; i += length) out += s.slice(i, i + length) + separator;
      return out;
    },
  }),
  fn({
    name: 'nl2br',
    doc: 'Puts a <br> before every line break.',
    params: [p.string('string'), p.bool('use_xhtml', { default: true })],
    returns: ['string'],
    impl: (_rt, s, xhtml) => s.replace(/\r\n|\n\r|\n|\r/g, (m) => (xhtml ? '<br />' : '<br>') + m),
  }),
  fn({
    name: 'wordwrap',
    doc: 'Wraps text at a width.',
    params: [
      p.string('string'),
      p.int('width', { default: 75 }),
      p.string('break', { default: '\n', text: '"\\n"' }),
      p.bool('cut_long_words', { default: false }),
    ],
    returns: ['string'],
    impl: (rt, s, width, br, cut) => {
      if (s === '') return '';
      if (br === '') return rt.argumentValueError(3, 'cannot be empty');
      if (width === 0 && cut) return rt.argumentValueError(4, 'cannot be true when argument #2 ($width) is 0');
      const size = s.length + br.length * (width > 0 ? Math.floor(s.length / width) + 1 : s.length);
      if (exceedsMemory(rt, size)) return rt.fatalError(memoryExhausted(rt, size));
      return wrapWords(s, width, br, cut);
    },
  }),
  fn({
    name: 'utf8_encode',
    doc: 'ISO 8859-1 to UTF-8.',
    params: [p.string('string')],
    returns: ['string'],
    deprecated: true,
    impl: (_rt, s) =>
      s.replace(/[\x80-\xff]/g, (c) => {
        const code = c.charCodeAt(0);
        return String.fromCharCode(0xc0 | (code >> 6), 0x80 | (code & 0x3f));
      }),
  }),
  fn({
    name: 'utf8_decode',
    doc: 'UTF-8 to ISO 8859-1; what does not fit becomes a question mark.',
    params: [p.string('string')],
    returns: ['string'],
    deprecated: true,
    impl: (_rt, s) => decodeUtf8(s),
  }),
];

/** Longest string of the host. */
const LONGEST = 0x1fffffe8;

/** Whether a string is more than memory_limit allows. */
function exceedsMemory(rt: Executor, bytes: number): boolean {
  const limit = rt.ini.number('memory_limit');
  return bytes > LONGEST || (limit > 0 && bytes > limit);
}

function memoryExhausted(rt: Executor, bytes: number): string {
  const limit = rt.ini.number('memory_limit');
  return `Allowed memory size of ${limit} bytes exhausted (tried to allocate ${bytes + 32} bytes)`;
}

/** wordwrap: breaks at spaces, and inside words too long when `cut`. */
function wrapWords(s: string, width: number, br: string, cut: boolean): string {
  let out = '';
  let start = 0;
  let space = 0;
  let i = 0;
  for (; i < s.length; i++) {
    const over = i - start >= width;
    const plain = br.length === 1 && !cut;
    if (plain ? s.charAt(i) === br : s.startsWith(br, i) && i + br.length < s.length) {
      out += s.slice(start, i + br.length);
      i += br.length - 1;
      start = space = i + 1;
    } else if (s.charCodeAt(i) === 32) {
      if (over) {
        out += s.slice(start, i) + br;
        start = i + 1;
      }
      space = i;
    } else if (over && cut && start >= space) {
      out += s.slice(start, i) + br;
      start = space = i;
    } else if (over && start < space) {
      out += s.slice(start, space) + br;
      start = space = space + 1;
    }
  }
  return start === i ? out : out + s.slice(start, i);
}

/** utf8_decode's reading: a byte that starts nothing valid is one '?'. */
function decodeUtf8(s: string): string {
  let out = '';
  const at = (i: number): number => s.charCodeAt(i);
  const cont = (i: number): boolean => (at(i) & 0xc0) === 0x80;
  for (let i = 0; i < s.length; ) {
    const c = at(i);
    let n = 1;
    let code = 0x3f;
    if (c < 0x80) code = c;
    else if (c >= 0xc2 && c < 0xe0 && cont(i + 1)) {
      code = ((c & 0x1f) << 6) | (at(i + 1) & 0x3f);
      n = 2;
    } else if (c >= 0xe0 && c < 0xf0 && cont(i + 1) && cont(i + 2)) {
      const wide = ((c & 0x0f) << 12) | ((at(i + 1) & 0x3f) << 6) | (at(i + 2) & 0x3f);
      if (wide >= 0x800 && (wide < 0xd800 || wide > 0xdfff)) n = 3;
    } else if (c >= 0xf0 && c < 0xf5 && cont(i + 1) && cont(i + 2) && cont(i + 3)) {
      const wide = ((c & 7) << 18) | ((at(i + 1) & 0x3f) << 12) | ((at(i + 2) & 0x3f) << 6) | (at(i + 3) & 0x3f);
      if (wide >= 0x10000 && wide <= 0x10ffff) n = 4;
    }
    out += code < 256 ? String.fromCharCode(code) : '?';
    i += n;
  }
  return out;
}
