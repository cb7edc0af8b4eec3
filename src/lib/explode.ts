/**
 * Splitting a string at a separator. Short pieces that come again and again (words, fields, flags) are made once for each
 * text: the host computes the hash of a string object once, so that arrays find equal keys again without reading them.
 * Source: php-src ext/standard/string.c (php_explode)
 */
import { asciiBytes } from '../base/byte-text.ts';

/** Texts below this are not worth a table. */
const LONG = 512;
/** Pieces up to this length are remembered, as two 32-bit ints. */
const SHORT_PIECE = 8;
const SLOTS = 256;
/** Pieces after which it shows whether they come again. */
const TRIAL = 256;

/**
 * php_explode, php_explode_negative_limit.
 * @param separator not empty
 */
export function explodeText(separator: string, s: string, limit: number): string[] {
  if (s === '') return limit >= 0 ? [''] : [];
  if (limit === 0 || limit === 1) return [s];
  if (limit > s.length || limit < 0) {
    const parts = splitText(separator, s);
    return limit >= 0 ? parts : parts.slice(0, Math.max(0, parts.length + limit));
  }
  const parts: string[] = [];
  let start = 0;
  while (parts.length < limit - 1) {
    const end = s.indexOf(separator, start);
    if (end < 0) break;
    parts.push(s.slice(start, end));
    start = end + separator.length;
  }
  parts.push(s.slice(start));
  return parts;
}

function splitText(separator: string, s: string): string[] {
  if (separator.length !== 1 || s.length < LONG) return s.split(separator);
  const bytes = asciiBytes(s);
  return bytes === null ? s.split(separator) : splitSharing(separator, s, bytes);
}

/** Splits at a byte. Equal short pieces are the same string object, as far as a small table remembers them. */
function splitSharing(separator: string, s: string, bytes: Uint8Array): string[] {
  const at = separator.charCodeAt(0);
  const n = bytes.length;
  const texts: string[] = new Array<string>(SLOTS).fill('');
  const heads = new Int32Array(SLOTS);
  const tails = new Int32Array(SLOTS);
  const out: string[] = [];
  let misses = 0;
  for (let start = 0; start <= n; ) {
    let end = start;
    let head = 0;
    let tail = 0;
    for (let c = 0; end < n && (c = bytes[end] as number) !== at; end++) {
      head = (head << 8) | (tail >>> 24);
      tail = (tail << 8) | c;
    }
    const length = end - start;
    let slot = Math.imul(tail, 0x9e3779b1) ^ Math.imul(head, 0x85ebca6b) ^ length;
    slot = (slot ^ (slot >>> 15)) & (SLOTS - 1);
    let text = texts[slot] as string;
    if (length > SHORT_PIECE) text = s.slice(start, end);
    else if (text.length !== length || tails[slot] !== tail || heads[slot] !== head) {
      text = s.slice(start, end);
      texts[slot] = text;
      heads[slot] = head;
      tails[slot] = tail;
      misses++;
    }
    out.push(text);
    start = end + 1;
    if (out.length === TRIAL && misses > TRIAL >> 1 && start <= n) {
      for (const piece of s.slice(start).split(separator)) out.push(piece);
      break;
    }
  }
  return out;
}
