/**
 * UTF-8 in byte strings.
 * Source: php-src ext/standard/html.c (get_next_char), ext/json/json_encoder.c
 */

/** A code point and how many bytes it takes; code -1 for an invalid sequence, whose length is what to skip. */
export interface Decoded {
  readonly code: number;
  readonly length: number;
}

function isTail(s: string, i: number): boolean {
  return (s.charCodeAt(i) & 0xc0) === 0x80;
}

function bad(length: number): Decoded {
  return { code: -1, length };
}

/** utf8_lead: a byte that can begin a sequence, so that what is before it is skipped without it. Past the end counts too. */
function isLead(s: string, i: number): boolean {
  const c = s.charCodeAt(i);
  return !(c >= 0x80 && c < 0xc2) && !(c > 0xf4);
}

/** How many bytes of a broken sequence of `n` belong together. */
function brokenLength(s: string, i: number, n: number): number {
  for (let k = 1; k < n; k++) if (i + k >= s.length || isLead(s, i + k)) return k;
  return n;
}

/** The code point at a position of a UTF-8 byte string. */
export function decodeUtf8At(s: string, i: number): Decoded {
  const c = s.charCodeAt(i);
  if (c < 0x80) return { code: c, length: 1 };
  if (c < 0xc2 || c > 0xf4) return bad(1);
  const n = c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
  let code = c & (0xff >> (n + 1));
  for (let k = 1; k < n; k++) {
    if (!isTail(s, i + k)) return bad(brokenLength(s, i, n));
    code = (code << 6) | (s.charCodeAt(i + k) & 0x3f);
  }
  const invalid =
    (n === 3 && (code < 0x800 || (code >= 0xd800 && code <= 0xdfff))) ||
    (n === 4 && (code < 0x10000 || code > 0x10ffff));
  return invalid ? bad(n) : { code, length: n };
}

/** Whether a byte string is valid UTF-8. */
export function isUtf8(s: string): boolean {
  if (isAscii(s)) return true;
  for (let i = 0; i < s.length; ) {
    const { code, length } = decodeUtf8At(s, i);
    if (code < 0) return false;
    i += length;
  }
  return true;
}

/** Whether a byte string has no byte above 127. */
export function isAscii(s: string): boolean {
  return !/[^\x00-\x7f]/.test(s);
}

/** The text that valid UTF-8 bytes stand for. */
export function utf8ToText(s: string): string {
  const bytes = new Uint8Array(s.length);
  for (let i = 0; i < s.length; i++) bytes[i] = s.charCodeAt(i);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
