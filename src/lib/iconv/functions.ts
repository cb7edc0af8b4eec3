/**
 * iconv(), its counting and searching functions, and its settings.
 * Source: php-src 8.2 ext/iconv/iconv.c, iconv.stub.php
 */
import { E_DEPRECATED } from '../../base/diagnostics.ts';
import { PhpArray } from '../../value/php-array.ts';
import type { Zval } from '../../value/zval.ts';
import type { Executor } from '../../vm/executor.ts';
import { type FunctionDef, fn, p } from '../define.ts';
import { docref } from '../string-util.ts';
import { findCharset } from './charsets.ts';
import { convert, decode, nameTooLong, showError } from './convert.ts';

/** What errors call the charset in between. */
const SUPERSET = 'UCS-4LE';

/** iconv.*_encoding, else PHP's own of that kind, else default_charset. */
function setting(rt: Executor, kind: 'input' | 'output' | 'internal'): string {
  const own = rt.ini.get(`iconv.${kind}_encoding`) ?? '';
  if (own !== '') return own;
  const general = rt.ini.get(`${kind}_encoding`) ?? '';
  return general === '' ? (rt.ini.get('default_charset') ?? '') : general;
}

export function internalCharset(rt: Executor): string {
  return setting(rt, 'internal');
}

/** The characters of a text; null after the message that it has none. */
function codesOf(rt: Executor, text: string, charset: string): number[] | null {
  const codes = decode(rt, text, charset);
  if (Array.isArray(codes)) return codes;
  showError(rt, codes, SUPERSET, charset);
  return null;
}

function part(rt: Executor, text: string, offset: number, length: number | null, charset: string): Zval {
  const codes = codesOf(rt, text, charset);
  if (codes === null) return false;
  const total = codes.length;
  let start = offset < 0 ? Math.max(0, offset + total) : offset;
  let count = length ?? total;
  if (count < 0) count = Math.max(0, count + total - start);
  start = Math.min(start, total);
  return findCharset(rt, charset)?.encodeText(codes.slice(start, start + Math.min(count, total))) ?? false;
}

function indexOf(haystack: readonly number[], needle: readonly number[], from: number): number {
  for (let at = from; at + needle.length <= haystack.length; at++) {
    if (needle.every((code, i) => haystack[at + i] === code)) return at;
  }
  return -1;
}

/** Places that overlap do not count: the search goes on behind each. */
function lastIndexOf(haystack: readonly number[], needle: readonly number[]): number {
  let last = -1;
  for (let at = indexOf(haystack, needle, 0); at >= 0; at = indexOf(haystack, needle, at + needle.length)) last = at;
  return last;
}

/** Where the needle is; `offset` null: the last place. */
function position(rt: Executor, haystack: string, needle: string, offset: number | null, charset: string): Zval {
  const wanted = codesOf(rt, needle, charset);
  if (wanted === null) return false;
  const codes = findCharset(rt, charset)?.decode(haystack).codes ?? [];
  const at = offset === null ? lastIndexOf(codes, wanted) : indexOf(codes, wanted, offset);
  return at < 0 ? false : at;
}

function search(rt: Executor, haystack: string, needle: string, offset: number, charset: string): Zval {
  let from = offset;
  if (offset !== 0) {
    const codes = codesOf(rt, haystack, charset);
    if (codes === null) return false;
    if (offset < 0) from += codes.length;
    if (from < 0 || from > codes.length) {
      return rt.argumentValueError(3, 'must be contained in argument #1 ($haystack)');
    }
  }
  return needle === '' ? false : position(rt, haystack, needle, from, charset);
}

const charsetParam = p.nullable(p.string('encoding'), { default: null });

const textFunctions: readonly FunctionDef[] = [
  fn({
    name: 'iconv',
    doc: 'A text in another charset.',
    params: [p.string('from_encoding'), p.string('to_encoding'), p.string('string')],
    returns: ['string', 'false'],
    impl: (rt, from, to, text) => {
      if (nameTooLong(rt, from, to)) return false;
      const done = convert(rt, text, to, from);
      return done.error === null ? done.text : showError(rt, done.error, to, from);
    },
  }),
  fn({
    name: 'iconv_strlen',
    doc: 'How many characters a text has.',
    params: [p.string('string'), charsetParam],
    returns: ['int', 'false'],
    impl: (rt, text, charset) => {
      if (nameTooLong(rt, charset)) return false;
      return codesOf(rt, text, charset ?? internalCharset(rt))?.length ?? false;
    },
  }),
  fn({
    name: 'iconv_substr',
    doc: 'A part of a text.',
    params: [p.string('string'), p.int('offset'), p.nullable(p.int('length'), { default: null }), charsetParam],
    returns: ['string', 'false'],
    impl: (rt, text, offset, length, charset) =>
      nameTooLong(rt, charset) ? false : part(rt, text, offset, length, charset ?? internalCharset(rt)),
  }),
  fn({
    name: 'iconv_strpos',
    doc: 'Where a text is in another, in characters.',
    params: [p.string('haystack'), p.string('needle'), p.int('offset', { default: 0 }), charsetParam],
    returns: ['int', 'false'],
    impl: (rt, haystack, needle, offset, charset) =>
      nameTooLong(rt, charset) ? false : search(rt, haystack, needle, offset, charset ?? internalCharset(rt)),
  }),
  fn({
    name: 'iconv_strrpos',
    doc: 'Where a text is in another for the last time.',
    params: [p.string('haystack'), p.string('needle'), charsetParam],
    returns: ['int', 'false'],
    impl: (rt, haystack, needle, charset) => {
      if (needle === '' || nameTooLong(rt, charset)) return false;
      return position(rt, haystack, needle, null, charset ?? internalCharset(rt));
    },
  }),
];

const KINDS = ['input', 'output', 'internal'] as const;

const settingFunctions: readonly FunctionDef[] = [
  fn({
    name: 'iconv_get_encoding',
    doc: 'The charsets that are taken when none is named.',
    params: [p.string('type', { default: 'all' })],
    returns: ['array', 'string', 'false'],
    impl: (rt, type) => {
      const wanted = type.toLowerCase();
      if (wanted === 'all') return PhpArray.fromEntries(KINDS.map((kind) => [`${kind}_encoding`, setting(rt, kind)]));
      const kind = KINDS.find((one) => `${one}_encoding` === wanted);
      return kind === undefined ? false : setting(rt, kind);
    },
  }),
  fn({
    name: 'iconv_set_encoding',
    doc: 'Sets one of them.',
    params: [p.string('type'), p.string('encoding')],
    returns: ['bool'],
    impl: (rt, type, charset) => {
      if (nameTooLong(rt, charset)) return false;
      const kind = KINDS.find((one) => `${one}_encoding` === type.toLowerCase());
      if (kind === undefined) return false;
      const set = rt.ini.set(`iconv.${kind}_encoding`, charset);
      if (set) docref(rt, E_DEPRECATED, `Use of iconv.${kind}_encoding is deprecated`);
      return set;
    },
  }),
];

export const iconvFunctions: readonly FunctionDef[] = [...textFunctions, ...settingFunctions];
