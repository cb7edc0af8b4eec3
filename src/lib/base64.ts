/** base64 of byte strings. Source: php-src ext/standard/base64.c */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** php_base64_encode */
export function encodeBase64(s: string): string {
  let out = '';
  for (let i = 0; i < s.length; i += 3) {
    const n = (s.charCodeAt(i) << 16) | ((s.charCodeAt(i + 1) || 0) << 8) | (s.charCodeAt(i + 2) || 0);
    const left = s.length - i;
    out += ALPHABET.charAt(n >> 18) + ALPHABET.charAt((n >> 12) & 63);
    out += left > 1 ? ALPHABET.charAt((n >> 6) & 63) : '=';
    out += left > 2 ? ALPHABET.charAt(n & 63) : '=';
  }
  return out;
}

/** php_base64_decode_impl: null when `strict` finds what does not belong. */
export function decodeBase64(s: string, strict: boolean): string | null {
  let out = '';
  let n = 0;
  let i = 0;
  let padding = 0;
  for (let k = 0; k < s.length; k++) {
    const c = s.charAt(k);
    if (c === '=') {
      padding++;
      continue;
    }
    const v = ALPHABET.indexOf(c);
    if (!strict) {
      if (v < 0) continue;
    } else {
      if (c === ' ' || c === '\t' || c === '\n' || c === '\r') continue;
      if (v < 0 || padding > 0) return null;
    }
    n = ((n << 6) | v) & 0xffffff;
    if (i % 4 === 1) out += String.fromCharCode((n >> 4) & 255);
    else if (i % 4 === 2) out += String.fromCharCode((n >> 2) & 255);
    else if (i % 4 === 3) out += String.fromCharCode(n & 255);
    i++;
  }
  if (strict && i % 4 === 1) return null;
  if (strict && padding > 0 && (padding > 2 || (i + padding) % 4 !== 0)) return null;
  return out;
}
