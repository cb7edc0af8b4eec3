/**
 * UTF-8, UTF-16, UTF-32, UCS-2 and UCS-4.
 * Source: php-src 8.2 ext/mbstring/libmbfl/filters/mbfilter_utf8.c, mbfilter_utf16.c, mbfilter_utf32.c, mbfilter_ucs2.c
 */
import { encodeUtf8 } from '../../base/encode-utf8.ts';
import { BAD, type Encoding, encoding } from './encoding.ts';

const char = String.fromCharCode;

function isTail(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}

/** Whether `byte` may follow the first byte of a character of three or four bytes. */
function isSecond(first: number, byte: number): boolean {
  if (!isTail(byte)) return false;
  if (first === 0xe0) return byte >= 0xa0;
  if (first === 0xed) return byte < 0xa0;
  if (first === 0xf0) return byte >= 0x90;
  return first !== 0xf4 || byte < 0x90;
}

/** Bytes of a character of UTF-8 by its first byte. */
export function utf8Length(byte: number): number {
  if (byte < 0xc2 || byte > 0xf4) return 1;
  return byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}

function decodeUtf8(bytes: string): number[] {
  const out: number[] = [];
  for (let i = 0; i < bytes.length; ) {
    const first = bytes.charCodeAt(i++);
    if (first < 0x80) {
      out.push(first);
      continue;
    }
    const length = utf8Length(first);
    let code = length === 1 ? BAD : first & (0x7f >> length);
    for (let k = 1; k < length; k++, i++) {
      const byte = bytes.charCodeAt(i);
      if (k === 1 && length > 2 ? !isSecond(first, byte) : !isTail(byte)) {
        code = BAD;
        break;
      }
      code = (code << 6) | (byte & 0x3f);
    }
    out.push(code);
  }
  return out;
}

function isScalar(code: number): boolean {
  return code < 0xd800 || (code > 0xdfff && code <= 0x10ffff);
}

/** The bytes of a code point in UTF-8, surrogates too; null for what is too large. */
function encodeOne(code: number): string | null {
  return code > 0x10ffff ? null : encodeUtf8(code);
}

/** Units of 16 or 32 bits; a cut-off one at the end is `undefined`. */
function unitsOf(bytes: string, size: 2 | 4, little: boolean): (number | undefined)[] {
  const units: (number | undefined)[] = [];
  const whole = bytes.length - (bytes.length % size);
  for (let i = 0; i < whole; i += size) {
    let unit = 0;
    for (let k = 0; k < size; k++) unit = unit * 256 + bytes.charCodeAt(little ? i + size - 1 - k : i + k);
    units.push(unit);
  }
  if (whole < bytes.length) units.push(undefined);
  return units;
}

function unitBytes(unit: number, size: 2 | 4, little: boolean): string {
  const big =
    size === 2 ? char(unit >> 8, unit & 255) : char(unit >>> 24, (unit >> 16) & 255, (unit >> 8) & 255, unit & 255);
  return little ? Array.from(big).reverse().join('') : big;
}

function decodeUtf16(bytes: string, little: boolean): number[] {
  const units = unitsOf(bytes, 2, little);
  const out: number[] = [];
  for (let i = 0; i < units.length; i++) {
    const unit = units[i];
    if (unit === undefined || (unit >= 0xdc00 && unit <= 0xdfff)) out.push(BAD);
    else if (unit < 0xd800 || unit > 0xdbff) out.push(unit);
    else {
      const next = units[i + 1];
      if (next !== undefined && next >= 0xdc00 && next <= 0xdfff) {
        out.push(0x10000 + ((unit - 0xd800) << 10) + (next - 0xdc00));
        i++;
      } else out.push(BAD);
    }
  }
  return out;
}

/** Reads the byte order from a mark at the start. */
function withMark(size: 2 | 4, decode: (bytes: string, little: boolean) => number[]): (bytes: string) => number[] {
  const mark = unitBytes(0xfeff, size, false);
  return (bytes) => {
    const start = bytes.slice(0, size);
    if (start === mark) return decode(bytes.slice(size), false);
    return start === unitBytes(0xfeff, size, true) ? decode(bytes.slice(size), true) : decode(bytes, false);
  };
}

function encodeUtf16(code: number, little: boolean): string | null {
  if (!isScalar(code)) return null;
  if (code < 0x10000) return unitBytes(code, 2, little);
  const rest = code - 0x10000;
  return unitBytes(0xd800 + (rest >> 10), 2, little) + unitBytes(0xdc00 + (rest & 0x3ff), 2, little);
}

function decodeUtf32(bytes: string, little: boolean): number[] {
  return unitsOf(bytes, 4, little).map((unit) => (unit !== undefined && isScalar(unit) ? unit : BAD));
}

function decodeUcs(size: 2 | 4): (bytes: string, little: boolean) => number[] {
  return (bytes, little) => unitsOf(bytes, size, little).map((unit) => unit ?? BAD);
}

/** The three of a family: by mark, big and little endian. */
function family(
  name: string,
  aliases: readonly [readonly string[], readonly string[], readonly string[]],
  size: 2 | 4,
  decode: (bytes: string, little: boolean) => number[],
  encodeOne: (code: number, little: boolean) => string | null,
  unit: 0 | 2 | 4,
): Encoding[] {
  const fixed = (suffix: 'BE' | 'LE', own: readonly string[]): Encoding =>
    encoding(
      { name: name + suffix, aliases: own },
      {
        unit,
        decode: (bytes) => decode(bytes, suffix === 'LE'),
        encodeOne: (code) => encodeOne(code, suffix === 'LE'),
      },
    );
  return [
    encoding(
      { name, aliases: aliases[0] },
      { unit, decode: withMark(size, decode), encodeOne: (code) => encodeOne(code, false) },
    ),
    fixed('BE', aliases[1]),
    fixed('LE', aliases[2]),
  ];
}

/** UTF-8. */
export function createUtf8(): Encoding {
  return encoding({ name: 'UTF-8', aliases: ['utf8'] }, { lengthOf: utf8Length, decode: decodeUtf8, encodeOne });
}

/** The encodings in units of two and four bytes, in PHP's order. */
export function createWideEncodings(): Encoding[] {
  const ucs4 = (code: number, little: boolean): string | null => unitBytes(code, 4, little);
  const ucs2 = (code: number, little: boolean): string | null => (code < 0x10000 ? unitBytes(code, 2, little) : null);
  const utf32 = (code: number, little: boolean): string | null => (isScalar(code) ? unitBytes(code, 4, little) : null);
  return [
    ...family('UCS-4', [['ISO-10646-UCS-4', 'UCS4'], ['byte4be'], ['byte4le']], 4, decodeUcs(4), ucs4, 4),
    ...family('UCS-2', [['ISO-10646-UCS-2', 'UCS2', 'UNICODE'], ['byte2be'], ['byte2le']], 2, decodeUcs(2), ucs2, 2),
    ...family('UTF-32', [['utf32'], [], []], 4, decodeUtf32, utf32, 4),
    ...family('UTF-16', [['utf16'], [], []], 2, decodeUtf16, encodeUtf16, 0),
  ];
}
