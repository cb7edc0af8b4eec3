/**
 * Upper, lower, title and folded case, as Unicode 14 has them: the host's own mapping with PHP's exceptions.
 * Source: php-src 8.2 ext/mbstring/php_unicode.c, unicode_data.h
 */
import { BAD } from './encoding.ts';

/** MB_CASE_* */
export type CaseMode = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Letters whose case Unicode learnt of after version 14. */
const LATER =
  /[\u019b\u0264\u1c89\u1c8a\ua7cb-\ua7cf\ua7d2-\ua7d5\ua7da-\ua7dc\u{10d50}-\u{10d85}\u{16ea0}-\u{16ed3}]/u;
const LATER_UPPER_ONLY = /[\u019b\u0264]/;

type Mapping = (code: number) => readonly number[];

function codesOf(text: string): number[] {
  return Array.from(text, (c) => c.codePointAt(0) as number);
}

function upperFull(code: number): readonly number[] {
  const text = String.fromCodePoint(code);
  return LATER.test(text) ? [code] : codesOf(text.toUpperCase());
}

function lowerFull(code: number): readonly number[] {
  const text = String.fromCodePoint(code);
  return LATER.test(text) && !LATER_UPPER_ONLY.test(text) ? [code] : codesOf(text.toLowerCase());
}

function isGreekIota(code: number): boolean {
  return (code >= 0x1f80 && code <= 0x1faf) || code === 0x1fb3 || code === 0x1fc3 || code === 0x1ff3;
}

/** The capital with an iota beside it. */
function greekTitle(code: number): number {
  return code >= 0x1fb0 ? code + 9 : code | 8;
}

function upperSimple(code: number): readonly number[] {
  if (isGreekIota(code)) return [greekTitle(code)];
  const upper = upperFull(code);
  return upper.length === 1 ? upper : [code];
}

function lowerSimple(code: number): readonly number[] {
  if (code === 0x130) return [0x69];
  const lower = lowerFull(code);
  return lower.length === 1 ? lower : [code];
}

function isDigraph(code: number): boolean {
  return (code >= 0x1c4 && code <= 0x1cc) || (code >= 0x1f1 && code <= 0x1f3);
}

function digraphTitle(code: number): number {
  return code >= 0x1f1 ? 0x1f2 : code <= 0x1c6 ? 0x1c5 : code <= 0x1c9 ? 0x1c8 : 0x1cb;
}

function isGeorgian(code: number): boolean {
  return code >= 0x10d0 && code <= 0x10ff;
}

function titleSimple(code: number): readonly number[] {
  if (isDigraph(code)) return [digraphTitle(code)];
  return isGeorgian(code) ? [code] : upperSimple(code);
}

function titleFull(code: number): readonly number[] {
  if (isDigraph(code) || isGeorgian(code) || isGreekIota(code)) return titleSimple(code);
  if (code === 0x1fbc || code === 0x1fcc || code === 0x1ffc) return [code];
  const [first = code, ...rest] = upperFull(code);
  if (rest.length === 0 || code === 0x149) return [first, ...rest];
  // an iota that becomes a letter of its own in upper case stays a mark
  const iota = (c: number): readonly number[] => (c === 0x399 ? [0x345] : lowerFull(c));
  return [first, ...rest.flatMap(iota)];
}

function foldException(code: number): number | null {
  if (code === 0x131 || (code >= 0x13a0 && code <= 0x13f5)) return code;
  if (code >= 0x13f8 && code <= 0x13fd) return code - 8;
  return code >= 0xab70 && code <= 0xabbf ? code - 0xab70 + 0x13a0 : null;
}

function foldFull(code: number): readonly number[] {
  const own = foldException(code);
  if (own !== null) return [own];
  return code === 0x1e9e ? [0x73, 0x73] : upperFull(code).flatMap(lowerFull);
}

function foldSimple(code: number): readonly number[] {
  const own = foldException(code);
  if (own !== null) return [own];
  const upper = upperFull(code);
  const lower = lowerFull(upper.length === 1 ? (upper[0] as number) : code);
  return lower.length === 1 ? lower : [code];
}

const IGNORABLE = /\p{Case_Ignorable}/u;
const CASED = /\p{Cased}/u;

const MAPPINGS: readonly Mapping[] = [
  upperFull,
  lowerFull,
  titleFull,
  foldFull,
  upperSimple,
  lowerSimple,
  titleSimple,
  foldSimple,
];

/** Turkish i and its kin in ISO-8859-9. */
function turkish(code: number, upper: boolean): number | null {
  if (upper) return code === 0x69 ? 0x130 : null;
  return code === 0x49 ? 0x131 : code === 0x130 ? 0x69 : null;
}

/** Code points in another case; `isTurkish`: the text is in ISO-8859-9. */
export function convertCase(codes: readonly number[], mode: CaseMode, isTurkish = false): number[] {
  const out: number[] = [];
  const title = mode === 2 || mode === 6;
  let inWord = false;
  for (const code of codes) {
    if (code === BAD || code > 0x10ffff) {
      out.push(code);
      continue;
    }
    const used: CaseMode = title && inWord ? (mode === 2 ? 1 : 5) : mode;
    const own = isTurkish && used !== 3 && used !== 7 ? turkish(code, used !== 1 && used !== 5) : null;
    if (own === null) out.push(...(MAPPINGS[used] as Mapping)(code));
    else out.push(own);
    if (!title) continue;
    const text = String.fromCodePoint(code);
    if (!IGNORABLE.test(text)) inWord = CASED.test(text);
  }
  return out;
}
