/** base64 of byte strings. Source: php-src ext/standard/base64.c */

import { bytesToText } from '../base/byte-text.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** What each byte stands for, -1 for those that stand for nothing. */
const REVERSE: Int8Array = Int8Array.from({ length: 256 }, (_v, i) => ALPHABET.indexOf(String.fromCharCode(i)));

/** php_base64_encode */
export function encodeBase64(s: string): string {
  const out = new Uint8Array(4 * Math.ceil(s.length / 3));
  let at = 0;
  for (let i = 0; i < s.length; i += 3) {
    const left = s.length - i;
    const second = left > 1 ? s.charCodeAt(i + 1) : 0;
    const n = (s.charCodeAt(i) << 16) | (second << 8) | (left > 2 ? s.charCodeAt(i + 2) : 0);
    out[at++] = ALPHABET.charCodeAt(n >> 18);
    out[at++] = ALPHABET.charCodeAt((n >> 12) & 63);
    out[at++] = left > 1 ? ALPHABET.charCodeAt((n >> 6) & 63) : 61;
    out[at++] = left > 2 ? ALPHABET.charCodeAt(n & 63) : 61;
  }
  return bytesToText(out);
}

/** php_base64_decode_impl: null when `strict` finds what does not belong. */
export function decodeBase64(s: string, strict: boolean): string | null {
  const out = new Uint8Array(s.length);
  let used = 0;
  let n = 0;
  let i = 0;
  let padding = 0;
  for (let k = 0; k < s.length; k++) {
    const c = s.charCodeAt(k);
    if (c === 61) {
      padding++;
      continue;
    }
    const v = REVERSE[c] as number;
    if (!strict) {
      if (v < 0) continue;
    } else {
      if (c === 32 || c === 9 || c === 10 || c === 13) continue;
      if (v < 0 || padding > 0) return null;
    }
    n = ((n << 6) | v) & 0xffffff;
    const phase = i & 3;
    if (phase !== 0) out[used++] = n >> (6 - 2 * phase);
    i++;
  }
  if (strict && i % 4 === 1) return null;
  if (strict && padding > 0 && (padding > 2 || (i + padding) % 4 !== 0)) return null;
  return bytesToText(out.subarray(0, used));
}
