/**
 * The character sets that HTML's functions know.
 * Source: php-src ext/standard/html.c (get_next_char, map_from_unicode), html_tables.h
 */
import { encodeUtf8 } from '../base/encode-utf8.ts';
import * as tables from './html-charset-tables.generated.ts';
import { type Decoded, decodeUtf8At } from './utf8.ts';

export interface Charset {
  /** `utf-8`; `latin1`; a set of single bytes with a table; `multi`: bytes mean something, but which code point is not known. */
  readonly kind: 'utf-8' | 'latin1' | 'table' | 'multi';
  /** The character at a position: a code point in UTF-8 and ISO 8859-1, the value of its bytes otherwise; -1: invalid. */
  readonly decodeAt: (s: string, i: number) => Decoded;
  /** The code point of what `decodeAt` gave; null: there is none. */
  readonly toUnicode: (code: number) => number | null;
  /** The bytes of a code point; null: the set does not have it. */
  readonly fromUnicode: (code: number) => string | null;
}

const UTF8: Charset = {
  kind: 'utf-8',
  decodeAt: decodeUtf8At,
  toUnicode: (code) => code,
  fromUnicode: encodeUtf8,
};

function byteAt(s: string, i: number): Decoded {
  return { code: s.charCodeAt(i), length: 1 };
}

const LATIN1: Charset = {
  kind: 'latin1',
  decodeAt: byteAt,
  toUnicode: (code) => code,
  fromUnicode: (code) => (code <= 0xff ? String.fromCharCode(code) : null),
};

const ASCII = 0x80;
const DELETE = 0x7f;

const SPACE = 0x20;

/** A single-byte set from its upper half. `isMac`: 0x7f is no character, and controls have no code points. */
function tableCharset(text: string, isMac = false): Charset {
  const upper = text.split(' ').map((n) => (n === '-' ? null : Number.parseInt(n, 36)));
  const bytes = new Map<number, string>();
  upper.forEach((code, i) => {
    if (code !== null) bytes.set(code, String.fromCharCode(ASCII + i));
  });
  const hasAscii = (code: number): boolean => code < ASCII && !(isMac && code === DELETE);
  return {
    kind: 'table',
    decodeAt: byteAt,
    toUnicode: (code) => {
      if (code >= ASCII) return upper[code - ASCII] ?? null;
      return hasAscii(code) && !(isMac && code < SPACE) ? code : null;
    },
    fromUnicode: (code) =>
      code < ASCII ? (hasAscii(code) ? String.fromCharCode(code) : null) : (bytes.get(code) ?? null),
  };
}

type Range = (byte: number) => boolean;

const isGbLead: Range = (c) => c !== 0x8e && c !== 0x8f && c !== 0xa0 && c !== 0xff;
const isBig5Trail: Range = (c) => (c >= 0x40 && c <= 0x7e) || (c >= 0xa1 && c <= 0xfe);
const isSjisLead: Range = (c) => c !== 0x80 && c !== 0xa0 && c < 0xfd;
const isEucByte: Range = (c) => c >= 0xa1 && c <= 0xfe;
const isEucLead: Range = (c) => c !== 0xa0 && c !== 0xff;

interface DoubleByte {
  readonly first: Range;
  readonly trail: Range;
  /** A character of one byte. */
  readonly single: Range;
  /** Whether what cannot follow can at least begin a character, so that it is not skipped. */
  readonly lead: Range;
}

function doubleByte({ first, trail, single, lead }: DoubleByte): Charset['decodeAt'] {
  return (s, i) => {
    const c = s.charCodeAt(i);
    if (!first(c)) return { code: single(c) ? c : -1, length: 1 };
    if (i + 1 >= s.length) return { code: -1, length: 1 };
    const next = s.charCodeAt(i + 1);
    return trail(next) ? { code: (c << 8) | next, length: 2 } : { code: -1, length: lead(next) ? 1 : 2 };
  };
}

const big5 = doubleByte({
  first: (c) => c >= 0x81 && c <= 0xfe,
  trail: isBig5Trail,
  single: () => true,
  lead: () => true,
});
const big5Hkscs = doubleByte({
  first: (c) => c >= 0x81 && c <= 0xfe,
  trail: isBig5Trail,
  single: () => true,
  lead: (c) => c !== 0x80 && c !== 0xff,
});
const gb2312 = doubleByte({ first: isEucByte, trail: isEucByte, single: isGbLead, lead: isGbLead });
const sjis = doubleByte({
  first: (c) => (c >= 0x81 && c <= 0x9f) || (c >= 0xe0 && c <= 0xfc),
  trail: (c) => c >= 0x40 && c !== 0x7f && c < 0xfd,
  single: (c) => c < 0x80 || (c >= 0xa1 && c <= 0xdf),
  lead: isSjisLead,
});
const eucDouble = doubleByte({ first: isEucByte, trail: isEucByte, single: isEucLead, lead: isEucLead });
const eucKana = doubleByte({
  first: (c) => c === 0x8e,
  trail: (c) => c >= 0xa1 && c <= 0xdf,
  single: isEucLead,
  lead: isEucLead,
});

/** EUC-JP has characters of three bytes too. */
function eucJp(s: string, i: number): Decoded {
  const c = s.charCodeAt(i);
  if (c === 0x8e) return eucKana(s, i);
  if (c !== 0x8f) return eucDouble(s, i);
  const [a, b] = [s.charCodeAt(i + 1), s.charCodeAt(i + 2)];
  if (isEucByte(a) && isEucByte(b)) return { code: (c << 16) | (a << 8) | b, length: 3 };
  if (Number.isNaN(a) || isEucLead(a)) return { code: -1, length: 1 };
  return { code: -1, length: Number.isNaN(b) || isEucLead(b) ? 2 : 3 };
}

/** Only the printable part of ASCII is known; a yen sign may take the place of the backslash. */
function multiCharset(decodeAt: Charset['decodeAt'], isJapanese: boolean): Charset {
  return {
    kind: 'multi',
    decodeAt,
    toUnicode: () => null,
    fromUnicode: (code) =>
      code >= 0x20 && code <= 0x7d && !(isJapanese && code === 0x5c) ? String.fromCharCode(code) : null,
  };
}

const CHARSETS: readonly (readonly [names: string, create: () => Charset])[] = [
  ['utf-8', () => UTF8],
  ['iso-8859-1 iso8859-1', () => LATIN1],
  ['iso-8859-15 iso8859-15', () => tableCharset(tables.ISO_8859_15)],
  ['iso-8859-5 iso8859-5', () => tableCharset(tables.ISO_8859_5)],
  ['cp866 866 ibm866', () => tableCharset(tables.CP866)],
  ['cp1251 windows-1251 win-1251 1251', () => tableCharset(tables.CP1251)],
  ['cp1252 windows-1252 1252', () => tableCharset(tables.CP1252)],
  ['koi8-r koi8-ru koi8r', () => tableCharset(tables.KOI8_R)],
  ['macroman', () => tableCharset(tables.MACROMAN, true)],
  ['big5 950', () => multiCharset(big5, false)],
  ['big5-hkscs', () => multiCharset(big5Hkscs, false)],
  ['gb2312 936', () => multiCharset(gb2312, false)],
  ['shift_jis sjis sjis-win cp932 932', () => multiCharset(sjis, true)],
  ['euc-jp eucjp eucjp-win', () => multiCharset(eucJp, true)],
];

/** A set by one of its names in lower case; null when there is none. Costs something: for the caller to keep. */
export function charsetByName(name: string): Charset | null {
  const row = CHARSETS.find(([names]) => names.split(' ').includes(name));
  return row === undefined ? null : row[1]();
}
