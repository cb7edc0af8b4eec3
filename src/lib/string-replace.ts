/**
 * str_replace, str_ireplace, strtr.
 * Source: php-src ext/standard/string.c (php_str_replace_common, php_strtr_array)
 */
import { ByteText, bytesToText, textToBytes } from '../base/byte-text.ts';
import { E_WARNING } from '../base/diagnostics.ts';
import type { NativeCode } from '../object/native-code.ts';
import { PhpArray } from '../value/php-array.ts';
import { deref, type PhpReference, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { asciiLower, setRef, stringOf, stringsOf } from './string-util.ts';

interface Replaced {
  readonly text: string;
  readonly count: number;
}

/** php_str_to_str(_i)_ex */
function replaceAll(subject: string, search: string, by: string, fold: boolean): Replaced {
  if (search === '' || search.length > subject.length) return { text: subject, count: 0 };
  const haystack = fold ? asciiLower(subject) : subject;
  const needle = fold ? asciiLower(search) : search;
  let at = haystack.indexOf(needle);
  if (at < 0) return { text: subject, count: 0 };
  let text = '';
  let from = 0;
  let count = 0;
  for (; at >= 0; at = haystack.indexOf(needle, from)) {
    text += subject.slice(from, at) + by;
    from = at + needle.length;
    count++;
  }
  return { text: text + subject.slice(from), count };
}

/** One subject under all pairs in turn (php_str_replace_in_subject). */
function replaceInSubject(
  subject: string,
  searches: readonly string[],
  by: readonly string[] | string,
  fold: boolean,
): Replaced {
  let text = subject;
  let count = 0;
  if (text === '') return { text, count };
  for (const [i, search] of searches.entries()) {
    if (search === '') continue;
    const result = replaceAll(text, search, typeof by === 'string' ? by : (by[i] ?? ''), fold);
    text = result.text;
    count += result.count;
    if (text === '') break;
  }
  return { text, count };
}

function* strReplace(
  rt: Executor,
  search: string | PhpArray,
  replace: string | PhpArray,
  subject: string | PhpArray,
  countRef: PhpReference | null,
  fold: boolean,
): NativeCode {
  if (replace instanceof PhpArray && !(search instanceof PhpArray)) {
    return rt.argumentTypeError(2, 'must be of type string when argument #1 ($search) is a string');
  }
  const searches = search instanceof PhpArray ? yield* stringsOf(rt, search) : [search];
  if (searches === null) return null;
  const by = replace instanceof PhpArray ? yield* stringsOf(rt, replace) : replace;
  if (by === null) return null;
  if (!(subject instanceof PhpArray)) {
    const result = replaceInSubject(subject, searches, by, fold);
    setRef(rt, countRef, result.count);
    return result.text;
  }
  const out = new PhpArray();
  let total = 0;
  for (const [key, held] of [...subject.entries()]) {
    const text = yield* stringOf(rt, deref(held));
    if (text === null) return null;
    const result = replaceInSubject(text, searches, by, fold);
    total += result.count;
    out.set(key, result.text);
  }
  setRef(rt, countRef, total);
  return out;
}

/** strtr with two strings: bytes of the first become those of the second. */
function translateBytes(s: string, from: string, to: string): string {
  const n = Math.min(from.length, to.length);
  if (n === 0) return s;
  const map = Uint8Array.from({ length: 256 }, (_v, i) => i);
  for (let i = 0; i < n; i++) map[from.charCodeAt(i)] = to.charCodeAt(i);
  const bytes = textToBytes(s);
  for (let i = 0; i < bytes.length; i++) bytes[i] = map[bytes[i] as number] as number;
  return bytesToText(bytes);
}

/** The length of the longest key that stands at `i`, 0 when none does. */
function longestAt(s: string, i: number, sizes: readonly number[], table: ReadonlyMap<string, Zval>): number {
  for (const n of sizes) if (i + n <= s.length && table.has(s.slice(i, i + n))) return n;
  return 0;
}

/** strtr with an array: the longest key at each place wins, nothing is replaced twice. */
function* translateArray(rt: Executor, s: string, pairs: PhpArray): NativeCode {
  if (pairs.count === 0) return s;
  const lengths = new Set<number>();
  const table = new Map<string, Zval>();
  for (const [key, value] of pairs.entries()) {
    const text = String(key);
    if (text === '') {
      rt.error(E_WARNING, 'strtr(): Ignoring replacement of empty string');
      continue;
    }
    if (text.length > s.length) continue;
    lengths.add(text.length);
    table.set(text, value);
  }
  const sizes = [...lengths].sort((a, b) => b - a);
  const begins = new Uint8Array(256);
  for (const key of table.keys()) begins[key.charCodeAt(0)] = 1;
  const out = new ByteText();
  let copied = 0;
  for (let i = 0; i < s.length; ) {
    const size = begins[s.charCodeAt(i)] === 0 ? 0 : longestAt(s, i, sizes, table);
    if (size === 0) {
      i++;
      continue;
    }
    const value = table.get(s.slice(i, i + size));
    const text = typeof value === 'string' ? value : yield* stringOf(rt, value);
    if (text === null) return null;
    out.add(s.slice(copied, i));
    out.add(text);
    i += size;
    copied = i;
  }
  if (copied === 0) return s;
  out.add(s.slice(copied));
  return out.toString();
}

export const stringReplaceFunctions: readonly FunctionDef[] = [
  fn({
    name: 'str_replace',
    doc: 'Replaces every occurrence of strings.',
    params: [
      p.union('search', ['array', 'string']),
      p.union('replace', ['array', 'string']),
      p.union('subject', ['array', 'string']),
      p.ref('count', undefined, { default: null }),
    ],
    returns: ['array', 'string'],
    impl: (rt, search, replace, subject, count) => strReplace(rt, search, replace, subject, count, false),
  }),
  fn({
    name: 'str_ireplace',
    doc: 'Replaces every occurrence of strings, in any case.',
    params: [
      p.union('search', ['array', 'string']),
      p.union('replace', ['array', 'string']),
      p.union('subject', ['array', 'string']),
      p.ref('count', undefined, { default: null }),
    ],
    returns: ['array', 'string'],
    impl: (rt, search, replace, subject, count) => strReplace(rt, search, replace, subject, count, true),
  }),
  fn({
    name: 'strtr',
    doc: 'Translates bytes, or strings by a table.',
    params: [p.string('string'), p.union('from', ['array', 'string']), p.nullable(p.string('to'), { default: null })],
    returns: ['string'],
    impl: (rt, s, from, to) => {
      if (from instanceof PhpArray) {
        if (to !== null) return rt.argumentTypeError(2, 'must be of type string, array given');
        return s === '' ? '' : translateArray(rt, s, from);
      }
      if (to === null) return rt.argumentTypeError(2, 'must be of type array, string given');
      return translateBytes(s, from, to);
    },
  }),
];
