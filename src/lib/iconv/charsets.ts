/**
 * The charsets of iconv by the names glibc has for them: those that mbstring knows too, strict where glibc is.
 * Source: glibc 2.36 iconvdata, manual "Generic Charset Conversion"
 */
import { encodeUtf8 } from '../../base/encode-utf8.ts';
import type { Executor } from '../../vm/executor.ts';
import { BAD, type Encoding } from '../mbstring/encoding.ts';
import { mbState, type MbState } from '../mbstring/registry.ts';
import { SINGLE_BYTE } from './single-byte.generated.ts';

/** What bytes say: characters (BAD for what means nothing), and whether the last character is cut off. */
export interface Decoded {
  readonly codes: number[];
  readonly incomplete: boolean;
}

export interface Charset {
  readonly decode: (bytes: string) => Decoded;
  /** The bytes of a character; null when the charset has none. */
  readonly encodeOne: (code: number) => string | null;
  /** The bytes of a text of characters that the charset has. */
  readonly encodeText: (codes: readonly number[]) => string;
}

/** The bytes a sequence has by its first one, and the smallest character that needs so many. */
function utf8Shape(byte: number): readonly [number, number] | null {
  if (byte < 0x80) return [1, 0];
  if (byte >= 0xc2 && byte < 0xe0) return [2, 0x80];
  if (byte >= 0xe0 && byte < 0xf0) return [3, 0x800];
  return byte >= 0xf0 && byte < 0xf8 ? [4, 0x10000] : null;
}

/** glibc's UTF-8: no surrogates, no sequences longer than needed. */
function decodeUtf8(bytes: string): Decoded {
  const codes: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const first = bytes.charCodeAt(at);
    const shape = utf8Shape(first);
    if (shape === null) {
      codes.push(BAD);
      at++;
      continue;
    }
    const [size, least] = shape;
    let code = size === 1 ? first : first & (0xff >> (size + 1));
    let taken = 1;
    while (taken < size && (bytes.charCodeAt(at + taken) & 0xc0) === 0x80) {
      code = code * 64 + (bytes.charCodeAt(at + taken) & 0x3f);
      taken++;
    }
    if (taken < size && at + taken === bytes.length) return { codes, incomplete: true };
    const bad = taken < size || code < least || (code >= 0xd800 && code < 0xe000);
    codes.push(bad ? BAD : code);
    at += taken;
  }
  return { codes, incomplete: false };
}

const joined =
  (encodeOne: (code: number) => string | null) =>
  (codes: readonly number[]): string =>
    codes.map((code) => encodeOne(code) ?? '').join('');

const UTF8: Charset = { decode: decodeUtf8, encodeOne: encodeUtf8, encodeText: joined(encodeUtf8) };

/** UTF-16, UTF-32, UCS-2 and UCS-4 of one byte order. */
function wide(size: 2 | 4, little: boolean, surrogates: boolean): Charset {
  const unit = (n: number): string => {
    const bytes = Array.from({ length: size }, (_, i) => (n >>> (8 * (size - 1 - i))) & 0xff);
    return String.fromCharCode(...(little ? bytes.reverse() : bytes));
  };
  const read = (bytes: string, at: number): number => {
    let n = 0;
    for (let i = 0; i < size; i++) n = n * 256 + bytes.charCodeAt(at + (little ? size - 1 - i : i));
    return n;
  };
  const encodeOne = (code: number): string | null => {
    if (code >= 0xd800 && code < 0xe000) return null;
    if (size === 4) return surrogates && code > 0x10ffff ? null : unit(code);
    if (code < 0x10000) return unit(code);
    if (!surrogates || code > 0x10ffff) return null;
    return unit(0xd800 + ((code - 0x10000) >> 10)) + unit(0xdc00 + ((code - 0x10000) & 0x3ff));
  };
  const decode = (bytes: string): Decoded => {
    const codes: number[] = [];
    let at = 0;
    for (; at + size <= bytes.length; at += size) {
      const n = read(bytes, at);
      if (n < 0xd800 || n >= 0xe000) codes.push(size === 4 && n > 0x10ffff ? BAD : n);
      else if (size === 4 || !surrogates || n >= 0xdc00) codes.push(BAD);
      else if (at + 4 > bytes.length) return { codes, incomplete: true };
      else {
        const low = read(bytes, at + 2);
        const fits = low >= 0xdc00 && low < 0xe000;
        codes.push(fits ? 0x10000 + ((n - 0xd800) << 10) + (low - 0xdc00) : BAD);
        if (fits) at += 2;
      }
    }
    return { codes, incomplete: at < bytes.length };
  };
  return { decode, encodeOne, encodeText: joined(encodeOne) };
}

/** UTF-16 and UTF-32 without a byte order: a mark says it, little-endian is written. */
function withMark(size: 2 | 4): Charset {
  const little = wide(size, true, true);
  const big = wide(size, false, true);
  return {
    encodeOne: little.encodeOne,
    encodeText: (codes) => (codes.length === 0 ? '' : little.encodeText([0xfeff, ...codes])),
    decode: (bytes) => {
      const first = big.decode(bytes.slice(0, size)).codes[0];
      if (first === 0xfeff) return big.decode(bytes.slice(size));
      const { codes, incomplete } = little.decode(bytes);
      return { codes: codes[0] === 0xfeff ? codes.slice(1) : codes, incomplete };
    },
  };
}

const WIDE: Readonly<Record<string, () => Charset>> = {
  'UTF-16': () => withMark(2),
  'UTF-16LE': () => wide(2, true, true),
  'UTF-16BE': () => wide(2, false, true),
  'UTF-32': () => withMark(4),
  'UTF-32LE': () => wide(4, true, true),
  'UTF-32BE': () => wide(4, false, true),
  'UCS-2': () => wide(2, true, false),
  'UCS-2LE': () => wide(2, true, false),
  'UCS-2BE': () => wide(2, false, false),
  'UCS-4': () => wide(4, false, false),
  'UCS-4LE': () => wide(4, true, false),
  'UCS-4BE': () => wide(4, false, false),
};

/** glibc's other names of what mbstring has. */
const ALIASES: Readonly<Record<string, string>> = {
  UTF8: 'UTF-8',
  UTF16: 'UTF-16',
  UTF32: 'UTF-32',
  UCS2: 'UCS-2',
  UCS4: 'UCS-4',
  'ISO-10646-UCS-2': 'UCS-2BE',
  'ISO-10646-UCS-4': 'UCS-4',
  'US-ASCII': 'ASCII',
  'ANSI_X3.4-1968': 'ASCII',
  '646': 'ASCII',
  SHIFT_JIS: 'SJIS',
  'SHIFT-JIS': 'SJIS',
  MS_KANJI: 'SJIS',
  EUCJP: 'EUC-JP',
  UJIS: 'EUC-JP',
  MS932: 'CP932',
  'WINDOWS-31J': 'CP932',
  EUCKR: 'EUC-KR',
  CP949: 'UHC',
  GB2312: 'EUC-CN',
  EUCCN: 'EUC-CN',
  GBK: 'CP936',
  MS936: 'CP936',
  BIG5: 'BIG-5',
  'BIG-5': 'BIG-5',
  EUCTW: 'EUC-TW',
  '437': 'CP437',
  MAC: 'MACINTOSH',
  TIS620: 'TIS-620',
};

/** What glibc has no charset of that name for. */
const OURS_ONLY: ReadonlySet<string> = new Set([
  'SJIS-mac',
  'HZ',
  'JIS',
  'JIS-ms',
  'CP50220',
  'CP50221',
  'CP50222',
  'UTF7-IMAP',
  'UTF-7',
  'eucJP-win',
  'SJIS-win',
  'ISO-2022-JP-MS',
  'SJIS-2004',
  'EUC-JP-2004',
  'ISO-2022-JP-2004',
  '7bit',
  '8bit',
]);

/** LATIN5 is ISO-8859-9, and so on. */
const LATIN = [0, 1, 2, 3, 4, 9, 10, 13, 14, 15, 16];

function standardName(name: string): string {
  const upper = name.toUpperCase();
  const alias = ALIASES[upper];
  if (alias !== undefined) return alias;
  const iso = /^ISO[-_]?8859[-_]?(\d+)(?::\d+)?$/.exec(upper);
  if (iso !== null) return `ISO-8859-${iso[1]}`;
  const latin = /^(?:LATIN|L)-?(\d+)$/.exec(upper);
  if (latin !== null) return `ISO-8859-${LATIN[Number(latin[1])] ?? 0}`;
  const windows = /^(?:CP|WINDOWS-|MS-)(125\d)$/.exec(upper);
  return windows === null ? upper.replace(/^IBM(?=\d+$)/, 'CP') : `CP${windows[1]}`;
}

/** An encoding of mbstring; what glibc leaves undefined in Windows' charsets is BAD. */
function fromMb(e: Encoding): Charset {
  const strict = e.name.startsWith('Windows-');
  const isUndefined = (code: number): boolean => strict && code >= 0x80 && code < 0xa0;
  const encodeOne = (code: number): string | null => (isUndefined(code) ? null : e.encodeOne(code));
  return {
    encodeOne,
    encodeText: e.encodeText ?? joined(encodeOne),
    decode: (bytes) => {
      const codes = e.decode(bytes).map((code) => (isUndefined(code) ? BAD : code));
      // a lead byte with nothing behind it
      const cut = e.unit !== 1 && codes[codes.length - 1] === BAD && bytes.charCodeAt(bytes.length - 1) >= 0x80;
      const rest = cut ? e.decode(bytes.slice(0, -1)) : [];
      const incomplete = cut && rest.length === codes.length - 1 && rest[rest.length - 1] !== BAD;
      return { codes: incomplete ? codes.slice(0, -1) : codes, incomplete };
    },
  };
}

function isForIconv(e: Encoding): boolean {
  const transfers = ['BASE64', 'UUENCODE', 'HTML-ENTITIES', 'Quoted-Printable'];
  return !OURS_ONLY.has(e.name) && !transfers.includes(e.name) && !/mobile|#/i.test(e.name);
}

/** One of glibc's that mbstring has not. */
function singleByte(high: string): Charset {
  const bytes = new Map<number, string>();
  for (let i = 0; i < 0x80; i++) {
    bytes.set(i, String.fromCharCode(i));
    if (high.charCodeAt(i) !== 0xfffd) bytes.set(high.charCodeAt(i), String.fromCharCode(i + 0x80));
  }
  const encodeOne = (code: number): string | null => bytes.get(code) ?? null;
  const one = (byte: number): number => {
    const code = byte < 0x80 ? byte : high.charCodeAt(byte - 0x80);
    return code === 0xfffd ? BAD : code;
  };
  return {
    encodeOne,
    encodeText: joined(encodeOne),
    decode: (text) => ({ codes: Array.from(text, (c) => one(c.charCodeAt(0))), incomplete: false }),
  };
}

function createCharset(state: MbState, name: string): Charset | null {
  if (name === 'UTF-8') return UTF8;
  const make = Object.hasOwn(WIDE, name) ? WIDE[name] : undefined;
  if (make !== undefined) return make();
  const table = Object.hasOwn(SINGLE_BYTE, name) ? SINGLE_BYTE[name] : undefined;
  if (table !== undefined) return singleByte(table);
  const e = state.find(name.replace(/^CP(?=125\d$)/, 'Windows-'));
  return e === null || !isForIconv(e) ? null : fromMb(e);
}

/** The charset of a name, whatever stands behind `//`; null when there is none. '' is the locale's, UTF-8. */
export function findCharset(rt: Executor, name: string): Charset | null {
  const bare = name.replace(/\/.*$/s, '');
  const standard = bare === '' ? 'UTF-8' : standardName(bare);
  const known = rt.moduleState('iconv-charsets', () => new Map<string, Charset | null>());
  let found = known.get(standard);
  if (found === undefined) {
    found = createCharset(mbState(rt), standard);
    known.set(standard, found);
  }
  return found;
}
