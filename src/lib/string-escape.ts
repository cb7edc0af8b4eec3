/**
 * Escaping and un-escaping, hexadecimal.
 * Source: php-src ext/standard/string.c
 */
import { bytesToText } from '../base/byte-text.ts';
import { E_WARNING } from '../base/diagnostics.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { charMask } from './string-util.ts';

const C_ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  a: '\x07',
  t: '\t',
  v: '\v',
  b: '\b',
  f: '\f',
  '\\': '\\',
};

const C_NAMES: Readonly<Record<string, string>> = {
  '\n': 'n',
  '\t': 't',
  '\r': 'r',
  '\x07': 'a',
  '\v': 'v',
  '\b': 'b',
  '\f': 'f',
};

/** php_addcslashes */
function addCSlashes(s: string, mask: readonly boolean[]): string {
  let out = '';
  for (let i = 0; i < s.length; i++) {
    const c = s.charAt(i);
    const code = s.charCodeAt(i);
    if (mask[code] !== true) out += c;
    else if (code < 32 || code > 126) out += `\\${C_NAMES[c] ?? code.toString(8).padStart(3, '0')}`;
    else out += `\\${c}`;
  }
  return out;
}

/** php_stripcslashes */
function stripCSlashes(s: string): string {
  return s.replace(/\\(?:x([0-9a-fA-F]{1,2})|([0-7]{1,3})|([\s\S]))/g, (_m, hex, octal, c) => {
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 255);
    return C_ESCAPES[c] ?? c;
  });
}

/** php_stripslashes: a backslash goes, `\0` becomes NUL. */
function stripSlashes(s: string): string {
  return s.replace(/\\([\s\S]?)/g, (_m, c) => (c === '0' ? '\0' : c));
}

/** bin2hex of a byte string. */
export function toHex(s: string): string {
  const out = new Uint8Array(2 * s.length);
  for (let i = 0; i < s.length; i++) {
    const byte = s.charCodeAt(i);
    out[2 * i] = hexDigit(byte >> 4);
    out[2 * i + 1] = hexDigit(byte & 15);
  }
  return bytesToText(out);
}

function hexDigit(n: number): number {
  return n < 10 ? 48 + n : 87 + n;
}

/** addslashes of a byte string. */
export function addSlashes(s: string): string {
  return s.replace(/['"\\\0]/g, (c) => (c === '\0' ? '\\0' : `\\${c}`));
}

export const stringEscapeFunctions: readonly FunctionDef[] = [
  fn({
    name: 'addslashes',
    doc: 'Puts backslashes before quotes, backslashes and NUL.',
    params: [p.string('string')],
    returns: ['string'],
    impl: (_rt, s) => addSlashes(s),
  }),
  fn({
    name: 'stripslashes',
    doc: 'Takes backslashes away.',
    params: [p.string('string')],
    returns: ['string'],
    impl: (_rt, s) => stripSlashes(s),
  }),
  fn({
    name: 'addcslashes',
    doc: 'Escapes listed bytes as C does.',
    params: [p.string('string'), p.string('characters')],
    returns: ['string'],
    impl: (rt, s, characters) => (characters === '' ? s : addCSlashes(s, charMask(rt, 'addcslashes', characters))),
  }),
  fn({
    name: 'stripcslashes',
    doc: 'Undoes addcslashes().',
    params: [p.string('string')],
    returns: ['string'],
    impl: (_rt, s) => stripCSlashes(s),
  }),
  fn({
    name: 'quotemeta',
    doc: 'Puts backslashes before characters with a meaning in patterns.',
    params: [p.string('string')],
    returns: ['string'],
    impl: (_rt, s) => s.replace(/[.\\+*?[^\]$()]/g, '\\$&'),
  }),
  fn({
    name: 'bin2hex',
    doc: 'Bytes as hexadecimal digits.',
    params: [p.string('string')],
    returns: ['string'],
    impl: (_rt, s) => toHex(s),
  }),
  fn({
    name: 'hex2bin',
    doc: 'Hexadecimal digits as bytes.',
    params: [p.string('string')],
    returns: ['string', 'false'],
    impl: (rt, s) => {
      if (s.length % 2 !== 0) {
        rt.error(E_WARNING, 'hex2bin(): Hexadecimal input string must have an even length');
        return false;
      }
      if (!/^[0-9a-fA-F]*$/.test(s)) {
        rt.error(E_WARNING, 'hex2bin(): Input string must be hexadecimal string');
        return false;
      }
      return s.replace(/../g, (h) => String.fromCharCode(Number.parseInt(h, 16)));
    },
  }),
  fn({
    name: 'ord',
    doc: 'The value of the first byte.',
    params: [p.string('character')],
    returns: ['int'],
    impl: (_rt, s) => (s === '' ? 0 : s.charCodeAt(0)),
  }),
  fn({
    name: 'chr',
    doc: 'The byte with a value.',
    params: [p.int('codepoint')],
    returns: ['string'],
    impl: (_rt, codepoint) => String.fromCharCode(((codepoint % 256) + 256) % 256),
  }),
  fn({
    name: 'str_rot13',
    doc: 'Rotates ASCII letters by 13 places.',
    params: [p.string('string')],
    returns: ['string'],
    impl: (_rt, s) =>
      s.replace(/[A-Za-z]/g, (c) => String.fromCharCode(c.charCodeAt(0) + (c.toLowerCase() < 'n' ? 13 : -13))),
  }),
];
