/**
 * Quoted-printable and uuencode: bytes as lines of ASCII.
 * Source: php-src ext/standard/quot_print.c, uuencode.c
 */
import { E_WARNING } from '../base/diagnostics.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { docref } from './string-util.ts';

/** PHP_QPRINT_MAXL */
const LINE = 75;
const UU_LINE = 45;

function hexByte(byte: number): string {
  return `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}

/** php_quot_print_encode */
export function encodeQuotedPrintable(s: string): string {
  let out = '';
  let room = LINE;
  for (let i = 0; i < s.length; i++) {
    const c = s.charCodeAt(i);
    if (c === 13 && s.charCodeAt(i + 1) === 10) {
      out += '\r\n';
      i++;
      room = LINE;
    } else if (c < 32 || c === 127 || c >= 128 || c === 61 || (c === 32 && s.charCodeAt(i + 1) === 13)) {
      room -= 3;
      // a UTF-8 sequence stays on one line
      const breaks =
        (c <= 127 && room < 0) ||
        (c > 127 && c <= 0xdf && room < 3) ||
        (c > 0xdf && c <= 0xef && room < 6) ||
        (c > 0xef && c <= 0xf4 && room < 9);
      if (breaks) {
        room = LINE - 3;
        out += '=\r\n';
      }
      out += hexByte(c);
    } else {
      if (--room < 0) {
        out += '=\r\n';
        room = LINE - 1;
      }
      out += s.charAt(i);
    }
  }
  return out;
}

/** php_quot_print_decode */
export function decodeQuotedPrintable(s: string): string {
  return s.replace(/=([0-9A-Fa-f]{2})|=[ \t]*(\r\n|\n|\r|\0|$)/g, (_all, hex: string | undefined) =>
    hex === undefined ? '' : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

function uuChar(n: number): string {
  return n === 0 ? '`' : String.fromCharCode(n + 32);
}

function encodeUu(s: string): string {
  let out = '';
  for (let at = 0; at < s.length; at += UU_LINE) {
    const line = s.slice(at, at + UU_LINE);
    out += uuChar(line.length);
    for (let i = 0; i < line.length; i += 3) {
      const n = (line.charCodeAt(i) << 16) | ((line.charCodeAt(i + 1) || 0) << 8) | (line.charCodeAt(i + 2) || 0);
      out += uuChar(n >> 18) + uuChar((n >> 12) & 63) + uuChar((n >> 6) & 63) + uuChar(n & 63);
    }
    out += '\n';
  }
  return `${out}${uuChar(0)}\n`;
}

/** Null when the text is none. */
function decodeUu(s: string): string | null {
  let out = '';
  let at = 0;
  while (at < s.length) {
    const n = (s.charCodeAt(at++) - 32) & 63;
    if (n === 0) break;
    const chars = 4 * Math.ceil(n / 3);
    if (at + chars > s.length) return null;
    let line = '';
    for (let i = 0; i < chars; i += 4) {
      const part = [0, 1, 2, 3].map((k) => (s.charCodeAt(at + i + k) - 32) & 63);
      const bits = ((part[0] ?? 0) << 18) | ((part[1] ?? 0) << 12) | ((part[2] ?? 0) << 6) | (part[3] ?? 0);
      line += String.fromCharCode((bits >> 16) & 255, (bits >> 8) & 255, bits & 255);
    }
    out += line.slice(0, n);
    at += chars;
    if (n < UU_LINE) break;
    at++;
  }
  return out;
}

export const quotedPrintableFunctions: readonly FunctionDef[] = [
  fn({
    name: 'quoted_printable_encode',
    doc: 'Bytes as quoted-printable text.',
    params: [p.string('string')],
    returns: ['string'],
    impl: (_rt, s) => encodeQuotedPrintable(s),
  }),
  fn({
    name: 'quoted_printable_decode',
    doc: 'The bytes of quoted-printable text.',
    params: [p.string('string')],
    returns: ['string'],
    impl: (_rt, s) => decodeQuotedPrintable(s),
  }),
  fn({
    name: 'convert_uuencode',
    doc: 'Bytes as uuencoded text.',
    params: [p.string('string')],
    returns: ['string'],
    impl: (_rt, s) => (s === '' ? '' : encodeUu(s)),
  }),
  fn({
    name: 'convert_uudecode',
    doc: 'The bytes of uuencoded text.',
    params: [p.string('string')],
    returns: ['string', 'false'],
    impl(rt, s) {
      if (s === '') return '';
      const bytes = decodeUu(s);
      if (bytes !== null) return bytes;
      docref(rt, E_WARNING, 'Argument #1 ($data) is not a valid uuencoded string');
      return false;
    },
  }),
];
