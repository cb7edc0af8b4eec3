/**
 * PHP's own stream filters.
 * Source: php-src ext/standard/filters.c
 */
import { E_WARNING } from '../base/diagnostics.ts';
import { toBool, toInt, toStr } from '../value/convert.ts';
import { PhpArray } from '../value/php-array.ts';
import { deref, type Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { decodeBase64, encodeBase64 } from './base64.ts';
import { FLUSH_CLOSE, NORMAL, PSFS_ERR_FATAL, PSFS_FEED_ME, PSFS_PASS_ON, type StreamFilter } from './stream-filter.ts';
import { docref } from './string-util.ts';
import { createZlibFilter } from './zlib/zlib-filters.ts';

/** A filter that turns each byte into another: it passes on even what is empty, so that the next one is flushed. */
function byteFilter(name: string, convert: (bytes: string) => string): StreamFilter {
  return {
    name,
    run(_rt, _stream, input) {
      const out = input.map((b) => ({ data: convert(b.data) }));
      return { status: PSFS_PASS_ON, out, consumed: input.reduce((n, b) => n + b.data.length, 0) };
    },
  };
}

/** Turns bytes into others; null: they are wrong. `last`: nothing follows. */
type Converter = (bytes: string, last: boolean) => string | null;

function converterFilter(name: string, convert: Converter): StreamFilter {
  return {
    name,
    run(rt, _stream, input, mode) {
      const bytes = input.map((b) => b.data).join('');
      const out = convert(bytes, mode === FLUSH_CLOSE);
      if (out === null) {
        docref(rt, E_WARNING, `Stream filter (${name}): invalid byte sequence`);
        return { status: PSFS_ERR_FATAL, out: [], consumed: 0 };
      }
      if (out === '' && mode === NORMAL) return { status: PSFS_FEED_ME, out: [], consumed: bytes.length };
      return { status: out === '' ? PSFS_FEED_ME : PSFS_PASS_ON, out: [{ data: out }], consumed: bytes.length };
    },
  };
}

const rot13 = (s: string): string =>
  s.replace(/[A-Za-z]/g, (c) => {
    const base = c <= 'Z' ? 65 : 97;
    return String.fromCharCode(((c.charCodeAt(0) - base + 13) % 26) + base);
  });
const upper = (s: string): string => s.replace(/[a-z]+/g, (part) => part.toUpperCase());
const lower = (s: string): string => s.replace(/[A-Z]+/g, (part) => part.toLowerCase());

function option(rt: Executor, params: Zval, name: string): Zval {
  void rt;
  return params instanceof PhpArray ? deref(params.get(name)) : undefined;
}

/** Lines of at most so many characters, when asked for. */
function lineBreaker(rt: Executor, params: Zval): ((s: string) => string) | null {
  const length = option(rt, params, 'line-length');
  if (length === undefined) return null;
  const size = Math.max(1, Number(toInt(rt, length)));
  const ending = option(rt, params, 'line-break-chars');
  const chars = ending === undefined ? '\r\n' : toStr(rt, ending);
  let column = 0;
  return (s) => {
    let out = '';
    for (const c of s) {
      if (column === size) {
        out += chars;
        column = 0;
      }
      out += c;
      column++;
    }
    return out;
  };
}

function base64Encoder(rt: Executor, params: Zval): Converter {
  const breakLines = lineBreaker(rt, params);
  let held = '';
  return (bytes, last) => {
    const all = held + bytes;
    const size = last ? all.length : all.length - (all.length % 3);
    held = all.slice(size);
    const text = encodeBase64(all.slice(0, size));
    return breakLines === null ? text : breakLines(text);
  };
}

function base64Decoder(): Converter {
  let held = '';
  let ended = false;
  return (bytes, last) => {
    const text = bytes.replace(/[ \t\r\n]/g, '');
    if (/[^A-Za-z0-9+/=]/.test(text) || (ended && /[^=]/.test(text))) return null;
    if (text.includes('=')) ended = true;
    const all = held + text.replace(/=/g, '');
    const size = last || ended ? all.length : all.length - (all.length % 4);
    held = all.slice(size);
    return decodeBase64(all.slice(0, size), false) || '';
  };
}

/** php_conv_qprint_encode_convert */
function quotedPrintableEncoder(rt: Executor, params: Zval): Converter {
  const length = option(rt, params, 'line-length');
  const size = length === undefined ? 0 : Number(toInt(rt, length));
  const given = option(rt, params, 'line-break-chars');
  // lines that are too short for an encoded byte are not broken
  const ending = size < 4 ? '' : given === undefined ? '\r\n' : toStr(rt, given);
  const binary = toBool(option(rt, params, 'binary') ?? false);
  const forced = toBool(option(rt, params, 'force-encode-first') ?? false);
  /** What a line has room for, and how much of `ending` has been read and of that written again. */
  let [room, matched, replayed] = [size, 0, 0];
  return (bytes, last) => {
    let out = '';
    let blanks = 0;
    const makeRoom = (needed: number): boolean => {
      if (ending === '' || room >= needed) return false;
      out += `=${ending}`;
      room = size;
      return true;
    };
    for (let i = 0; i < bytes.length || (last && replayed < matched); ) {
      if (!binary && ending !== '' && i < bytes.length && bytes.charAt(i) === ending.charAt(matched)) {
        i++;
        matched++;
        if (matched < ending.length) continue;
        out += ending;
        [room, matched, replayed] = [size, 0, 0];
        continue;
      }
      const char = replayed < matched ? ending.charAt(replayed) : bytes.charAt(i);
      const isBlank = !binary && blanks === 0 && (char === ' ' || char === '\t');
      if (isBlank && makeRoom(2)) continue;
      if (isBlank && ending !== '') blanks = blanksBeforeEnd(bytes, i, ending);
      const plain = isBlank ? blanks === 0 : /[!-<>-~]/.test(char) && !(forced && (size === 0 || room >= size));
      makeRoom(plain ? 2 : 4);
      const text = plain ? char : `=${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
      out += text;
      room -= text.length;
      if (!plain && blanks > 0) blanks--;
      if (replayed < matched) replayed++;
      else {
        i++;
        [matched, replayed] = [0, 0];
      }
    }
    return out;
  };
}

/** One more than the blanks at `from` when a line ends behind them, 0 when it goes on. The last byte is not looked at. */
function blanksBeforeEnd(bytes: string, from: number, ending: string): number {
  let count = 1;
  let matched = 0;
  for (let i = from; i < bytes.length - 1; i++) {
    const char = bytes.charAt(i);
    if (char === ending.charAt(matched)) {
      matched++;
      if (matched === ending.length) return count;
    } else if (matched > 0 || (char !== ' ' && char !== '\t')) return 0;
    else count++;
  }
  return count;
}

function quotedPrintableDecoder(): Converter {
  let held = '';
  return (bytes, last) => {
    const all = held + bytes;
    const cut = last ? -1 : all.search(/=(?:[0-9A-Fa-f]?|[ \t]*\r?)$/);
    held = cut < 0 ? '' : all.slice(cut);
    const text = cut < 0 ? all : all.slice(0, cut);
    if (/=(?![0-9A-Fa-f]{2}|[ \t]*\r?\n)/.test(text) && !(last && /=$/.test(text))) return null;
    return text.replace(/=([0-9A-Fa-f]{2})|=[ \t]*(?:\r?\n|$)/g, (_all, hex: string | undefined) =>
      hex === undefined ? '' : String.fromCharCode(Number.parseInt(hex, 16)),
    );
  };
}

/** Chunked transfer coding; what is none passes as it is. */
function dechunker(): Converter {
  let held = '';
  let left = 0;
  let state: 'size' | 'data' | 'end' | 'plain' = 'size';
  return (bytes) => {
    let input = held + bytes;
    let out = '';
    held = '';
    while (input !== '') {
      if (state === 'plain') return out + input;
      if (state === 'end') return out;
      if (state === 'size') {
        const m = /^([0-9A-Fa-f]+)[^\n]*\n/.exec(input);
        if (m === null) {
          if (/^[0-9A-Fa-f]/.test(input)) {
            held = input;
            return out;
          }
          state = 'plain';
          continue;
        }
        left = Number.parseInt(m[1] ?? '0', 16);
        input = input.slice(m[0].length);
        state = left === 0 ? 'end' : 'data';
      } else {
        const part = input.slice(0, left);
        out += part;
        left -= part.length;
        input = input.slice(part.length);
        if (left > 0) continue;
        const m = /^\r?\n/.exec(input);
        if (m === null) {
          held = input;
          return out;
        }
        input = input.slice(m[0].length);
        state = 'size';
      }
    }
    return out;
  };
}

/** Names as stream_get_filters() lists them. */
export const FILTER_NAMES: readonly string[] = [
  'zlib.*',
  'string.rot13',
  'string.toupper',
  'string.tolower',
  'convert.*',
  'consumed',
  'dechunk',
];

/** A new filter of PHP's own; null when there is none of the name, false when it cannot be made. */
export function createBuiltinFilter(rt: Executor, name: string, params: Zval): StreamFilter | null | false {
  const lowered = name.toLowerCase();
  switch (lowered) {
    case 'string.rot13':
      return byteFilter(name, rot13);
    case 'string.toupper':
      return byteFilter(name, upper);
    case 'string.tolower':
      return byteFilter(name, lower);
    case 'convert.base64-encode':
      return converterFilter(name, base64Encoder(rt, params));
    case 'convert.base64-decode':
      return converterFilter(name, base64Decoder());
    case 'convert.quoted-printable-encode':
      return converterFilter(name, quotedPrintableEncoder(rt, params));
    case 'convert.quoted-printable-decode':
      return converterFilter(name, quotedPrintableDecoder());
    case 'consumed':
      return byteFilter(name, (s) => s);
    case 'dechunk':
      return converterFilter(name, dechunker());
    default:
      if (lowered.startsWith('zlib.')) return createZlibFilter(rt, lowered, name, params);
      return lowered.startsWith('convert.') ? false : null;
  }
}
