/**
 * Lengths, parts and places of text in an encoding, by its unit, its table of lengths, or by decoding.
 * Source: php-src 8.2 ext/mbstring/libmbfl/mbfl/mbfilter.c (mbfl_strlen, mbfl_substr, mbfl_strcut, mbfl_strpos)
 */
import type { Encoding } from './encoding.ts';
import { convertBytes } from './convert.ts';
import type { MbState } from './registry.ts';
import { utf8Length } from './unicode-encodings.ts';

function countByTable(bytes: string, lengthOf: (byte: number) => number): number {
  let count = 0;
  for (let i = 0; i < bytes.length; i += lengthOf(bytes.charCodeAt(i))) count++;
  return count;
}

/** Characters of a text. */
export function textLength(e: Encoding, bytes: string): number {
  if (e.unit > 0) return Math.floor(bytes.length / e.unit);
  if (e.lengthOf !== null) return countByTable(bytes, e.lengthOf);
  return e.decode(bytes).length;
}

/** Where the character number `count` begins, at most the end of the text. */
function offsetOf(
  e: Encoding & { lengthOf: (byte: number) => number },
  bytes: string,
  from: number,
  count: number,
): number {
  let at = from;
  for (let n = count; n > 0 && at < bytes.length; n--) at += e.lengthOf(bytes.charCodeAt(at));
  return Math.min(at, bytes.length);
}

function hasTable(e: Encoding): e is Encoding & { lengthOf: (byte: number) => number } {
  return e.lengthOf !== null;
}

/** `length` characters from number `start` on; both are in the text or past its end. */
export function textPart(state: MbState, e: Encoding, bytes: string, start: number, length: number): string {
  if (e.unit > 0) return bytes.slice(start * e.unit, (start + length) * e.unit);
  if (hasTable(e)) {
    const first = offsetOf(e, bytes, 0, start);
    return bytes.slice(first, offsetOf(e, bytes, first, length));
  }
  return state.write(e, e.decode(bytes).slice(start, start + length));
}

/** mb_substr(): negative numbers count from the end; length null: up to the end. */
export function substringOf(state: MbState, e: Encoding, bytes: string, from: number, length: number | null): string {
  const total = from < 0 || (length !== null && length < 0) ? textLength(e, bytes) : 0;
  const start = from >= 0 ? from : Math.max(0, total + from);
  let count = length ?? bytes.length;
  if (count < 0) count = start < total ? Math.max(0, total - start + count) : 0;
  return textPart(state, e, bytes, start, count);
}

/** The characters as bytes, `size` of them a piece. */
export function splitText(state: MbState, e: Encoding, bytes: string, size: number): string[] {
  const out: string[] = [];
  if (e.unit > 0) {
    const whole = bytes.length - (bytes.length % e.unit);
    for (let i = 0; i < whole; i += size * e.unit) {
      const end = i + size * e.unit;
      // half a character at the end goes with the last piece
      out.push(bytes.slice(i, end >= whole ? bytes.length : end));
    }
    return out;
  }
  if (hasTable(e)) {
    for (let i = 0; i < bytes.length; ) {
      const end = offsetOf(e, bytes, i, size);
      out.push(bytes.slice(i, end));
      i = end;
    }
    return out;
  }
  const codes = e.decode(bytes);
  for (let i = 0; i < codes.length; i += size) out.push(state.write(e, codes.slice(i, i + size)));
  return out;
}

/** The last beginning of a character that is not behind `wanted`, walking from `from`. */
function boundary(
  e: Encoding & { lengthOf: (byte: number) => number },
  bytes: string,
  from: number,
  wanted: number,
): number {
  let at = from;
  let step = 0;
  while (at < wanted) {
    step = e.lengthOf(bytes.charCodeAt(at));
    at += step;
  }
  return at > wanted ? at - step : at;
}

/** mb_strcut(): bytes `from` to `from + length`, both moved back to where a character begins. */
export function cutText(state: MbState, e: Encoding, bytes: string, from: number, length: number): string {
  if (e.unit > 0) {
    const start = from - (from % e.unit);
    const room = Math.min(length, bytes.length - start);
    return bytes.slice(start, start + room - (room % e.unit));
  }
  if (hasTable(e)) {
    const start = boundary(e, bytes, 0, from);
    const end = length >= bytes.length - start ? bytes.length : boundary(e, bytes, start, start + length);
    return bytes.slice(start, end);
  }
  if (e.name.startsWith('UTF-16')) return cutUtf16(bytes, from, length, e.name !== 'UTF-16LE');
  return cutByDecoding(state, e, bytes, from, length);
}

/** Bytes of UTF-16, no pair of surrogates split. */
function cutUtf16(bytes: string, from: number, length: number, big: boolean): string {
  const aligned = (wanted: number): number => {
    const at = wanted - (wanted % 2);
    const high = bytes.charCodeAt(big ? at : at + 1);
    return high >= 0xdc && high <= 0xdf && at >= 2 ? at - 2 : at;
  };
  const start = aligned(Math.min(from, bytes.length));
  return bytes.slice(start, aligned(Math.min(start + length, bytes.length)));
}

function cutByDecoding(state: MbState, e: Encoding, bytes: string, from: number, length: number): string {
  const codes = e.decode(bytes);
  let first = 0;
  while (first < codes.length && state.write(e, codes.slice(0, first + 1)).length <= from) first++;
  let last = first;
  while (last < codes.length && state.write(e, codes.slice(first, last + 1)).length <= length) last++;
  return state.write(e, codes.slice(first, last));
}

/** The offset of a character of UTF-8 from the start or, when negative, from the end; null when there is none. */
function utf8Offset(bytes: string, count: number): number | null {
  if (count < 0) {
    let at = bytes.length;
    for (let n = count; n < 0; ) {
      if (at <= 0) return null;
      const byte = bytes.charCodeAt(--at);
      if (byte < 0x80 || (byte & 0xc0) !== 0x80) n++;
    }
    return at;
  }
  let at = 0;
  for (let n = count; n > 0; n--) {
    if (at >= bytes.length) return null;
    at += utf8Length(bytes.charCodeAt(at));
  }
  return Math.min(at, bytes.length);
}

/** The text and what is looked for in it, both in UTF-8. */
export function asUtf8(state: MbState, e: Encoding, bytes: string): string {
  return e === state.utf8 ? bytes : convertBytes(state, bytes, state.utf8, e);
}

function lastIndex(haystack: string, needle: string, offset: number): number {
  if (offset >= 0) {
    const start = utf8Offset(haystack, offset) as number;
    const found = haystack.lastIndexOf(needle);
    return found >= start ? found : -1;
  }
  const end = utf8Offset(haystack, offset + countByTable(needle, utf8Length)) ?? haystack.length;
  const limit = offset + countByTable(needle, utf8Length) >= 0 ? haystack.length : end;
  return haystack.slice(0, limit).lastIndexOf(needle);
}

/**
 * The place of `needle` in `haystack`, both UTF-8, in characters; -1: not there, null: the offset is outside.
 * `reverse`: the last place.
 */
export function findText(haystack: string, needle: string, offset: number, reverse: boolean): number | null {
  const start = utf8Offset(haystack, offset);
  if (start === null) return null;
  if (haystack.length < needle.length) return -1;
  const at = reverse ? lastIndex(haystack, needle, offset) : haystack.indexOf(needle, start);
  return at < 0 ? -1 : leadBytes(haystack, at);
}

/** How many characters begin before a place. */
function leadBytes(bytes: string, end: number): number {
  let count = 0;
  for (let i = 0; i < end; i++) if ((bytes.charCodeAt(i) & 0xc0) !== 0x80) count++;
  return count;
}
