/**
 * HTML entities: escaping and resolving.
 * Source: php-src ext/standard/html.c (php_escape_html_entities_ex, traverse_for_entities)
 */
import { encodeUtf8 } from '../base/encode-utf8.ts';
import { ENTITIES_HTML401, ENTITIES_HTML5 } from './html-entities.generated.ts';
import type { Charset } from './html-charset.ts';
import { decodeUtf8At } from './utf8.ts';

const ENT_DOUBLE = 2;
const ENT_SINGLE = 1;
const ENT_IGNORE = 4;
const ENT_SUBSTITUTE = 8;
const ENT_DISALLOWED = 128;
const DOCTYPE = 48;
const HTML401 = 0;
const XML1 = 16;
const XHTML = 32;
const HTML5 = 48;

/** Names of a document type both ways: what to encode a text of code points with, what a name stands for. */
export interface EntityTable {
  readonly encode: ReadonlyMap<string, string>;
  readonly decode: ReadonlyMap<string, string>;
}

const BASIC_NAMES: readonly (readonly [string, string])[] = [
  ['"', 'quot'],
  ['&', 'amp'],
  ['<', 'lt'],
  ['>', 'gt'],
];

function basicTable(single: string): EntityTable {
  const pairs: [string, string][] = [];
  for (const [c, name] of BASIC_NAMES) {
    pairs.push([c, name]);
    if (c === '&') pairs.push(["'", single]);
  }
  return { encode: new Map(pairs), decode: new Map(pairs.map(([c, name]) => [name, c])) };
}

function unpack(text: string): EntityTable {
  const encode = new Map<string, string>();
  const decode = new Map<string, string>();
  for (const entry of text.split(' ')) {
    const at = entry.search(/[=:]/);
    const name = entry.slice(0, at);
    const chars = entry
      .slice(at + 1)
      .split('+')
      .map((n) => encodeUtf8(Number.parseInt(n, 36)))
      .join('');
    decode.set(name, chars);
    if (entry.charAt(at) === '=') encode.set(chars, name);
  }
  return { encode, decode };
}

/** The entities of a document type; `all` false: only those of htmlspecialchars. Big ones are for the caller to keep. */
export function entityTable(flags: number, all: boolean): EntityTable {
  const doctype = flags & DOCTYPE;
  if (!all || doctype === XML1) return basicTable(doctype === HTML401 ? '#039' : 'apos');
  return unpack(doctype === HTML5 ? ENTITIES_HTML5 : ENTITIES_HTML401);
}

/** unicode_cp_is_allowed */
function isAllowed(code: number, doctype: number): boolean {
  const beyond = code >= 0xe000 && code <= 0x10ffff;
  if (doctype === HTML5) {
    if (code < 0xa0) return (code >= 0x20 && code <= 0x7e) || (code >= 9 && code <= 0xd && code !== 0xb);
    const nonCharacter = (code & 0xfffe) === 0xfffe || (code >= 0xfdd0 && code <= 0xfdef);
    return !nonCharacter && (code < 0xd800 || beyond);
  }
  if (code === 9 || code === 0xa || code === 0xd) return true;
  if (doctype === HTML401) return (code >= 0x20 && code <= 0x7e) || (code >= 0xa0 && code <= 0xd7ff) || beyond;
  return (code >= 0x20 && code <= 0xd7ff) || (beyond && code !== 0xfffe && code !== 0xffff);
}

/** numeric_entity_is_allowed: less strict than `isAllowed`. */
function isAllowedNumber(code: number, doctype: number): boolean {
  if (doctype === HTML401) return true;
  if (doctype !== HTML5) return isAllowed(code, doctype);
  if (code < 0xa0) return code !== 0xd && isAllowed(code, doctype);
  return (code & 0xfffe) !== 0xfffe && (code < 0xfdd0 || code > 0xfdef);
}

/** Whether the entity at `&` is one to leave alone when not encoding twice; its length, 0 when not. */
function existingEntity(s: string, at: number, flags: number, names: EntityTable): number {
  const doctype = flags & DOCTYPE;
  const numeric = /&#(?:[xX]([0-9a-fA-F]+)|([0-9]+));/y;
  numeric.lastIndex = at;
  const number = numeric.exec(s);
  if (number !== null) {
    const code = number[1] !== undefined ? Number.parseInt(number[1], 16) : Number(number[2]);
    if (code > 0x10ffff) return 0;
    if ((flags & ENT_DISALLOWED) !== 0 && !isAllowedNumber(code, doctype)) return 0;
    return number[0].length;
  }
  const named = /^&([A-Za-z0-9]+);/.exec(s.slice(at, at + 40));
  if (named === null) return 0;
  const name = named[1] as string;
  const known = names.decode.has(name) || (doctype === XHTML && name === 'apos');
  return known ? named[0].length : 0;
}

export interface EscapeOptions {
  readonly flags: number;
  readonly charset: Charset;
  readonly doubleEncode: boolean;
  /** Whether all that has a name is replaced; false also where the set or the document type allows no more. */
  readonly all: boolean;
  /** What is replaced. */
  readonly table: EntityTable;
  /** All names of the document type, to know the entities that are there already. */
  readonly names: EntityTable;
}

/** Whether nothing in a text can need a change. */
function isPlain(s: string, { flags, charset, all }: EscapeOptions): boolean {
  if ((flags & ENT_DISALLOWED) !== 0 || (all && (flags & DOCTYPE) === HTML5)) return false;
  return charset.kind === 'latin1' || charset.kind === 'table'
    ? !/[&<>"']|[\x80-\xff]/.test(s)
    : /^[\x20\x21\x23-\x25\x28-\x3b\x3d\x3f-\x7e\n\t\r]*$/.test(s);
}

function isAllValid(s: string, charset: Charset): boolean {
  if (charset.kind !== 'utf-8') return false;
  for (let i = 0; i < s.length; ) {
    if (s.charCodeAt(i) < 0x80) {
      i++;
      continue;
    }
    const { code, length } = charset.decodeAt(s, i);
    if (code < 0) return false;
    i += length;
  }
  return true;
}

/** php_escape_html_entities_ex */
export function escapeHtml(s: string, options: EscapeOptions): string {
  if (isPlain(s, options)) return s;
  const { flags, charset } = options;
  if (!options.all && options.doubleEncode && (flags & ENT_DISALLOWED) === 0 && isAllValid(s, charset)) {
    return s.replace(/[&<>"']/g, (c) => escapeOne(c, c.charCodeAt(0), options, ''));
  }
  const pairs = options.all && (flags & DOCTYPE) === HTML5;
  const replacement = charset.kind === 'utf-8' ? '\xef\xbf\xbd' : '&#xFFFD;';
  let out = '';
  for (let i = 0; i < s.length; ) {
    const { code, length } = charset.decodeAt(s, i);
    if (code < 0) {
      if ((flags & ENT_IGNORE) === 0) {
        if ((flags & ENT_SUBSTITUTE) === 0) return '';
        out += replacement;
      }
      i += length;
      continue;
    }
    if (code === 38 && !options.doubleEncode) {
      const existing = existingEntity(s, i, flags, options.names);
      out += existing > 0 ? s.slice(i, i + existing) : '&amp;';
      i += Math.max(1, existing);
      continue;
    }
    const pair = pairs && code !== 38 ? pairAt(s, i + length, code, options) : null;
    if (pair !== null) {
      out += `&${pair.name};`;
      i += length + pair.length;
      continue;
    }
    out += escapeOne(s.slice(i, i + length), code, options, replacement);
    i += length;
  }
  return out;
}

/** HTML 5 has entities for two code points: the name, and the length of the second. */
function pairAt(
  s: string,
  at: number,
  code: number,
  { charset, table }: EscapeOptions,
): { name: string; length: number } | null {
  if (at >= s.length) return null;
  const first = charset.toUnicode(code);
  const next = charset.decodeAt(s, at);
  if (next.code < 0 || first === null) return null;
  const name = table.encode.get(encodeUtf8(first) + encodeUtf8(next.code));
  return name === undefined ? null : { name, length: next.length };
}

function escapeOne(bytes: string, code: number, options: EscapeOptions, replacement: string): string {
  const { flags, charset, table, all } = options;
  if (code === 34 && (flags & ENT_DOUBLE) === 0) return bytes;
  if (code === 39 && (flags & ENT_SINGLE) === 0) return bytes;
  const mapped = charset.kind === 'table' && all;
  const unicode = mapped ? charset.toUnicode(code) : code;
  if (unicode === null) return bytes;
  const name = all || unicode < 64 ? table.encode.get(encodeUtf8(unicode)) : undefined;
  if (name !== undefined) return `&${name};`;
  if ((flags & ENT_DISALLOWED) === 0) return bytes;
  // what is not known to be a code point is held to be allowed
  const isKnown = mapped || charset.kind === 'utf-8' || charset.kind === 'latin1' || code <= 0x7d;
  return isKnown && !isAllowed(unicode, flags & DOCTYPE) ? replacement : bytes;
}

/** The bytes of one or two code points in a set; null when it does not have them. */
function inCharset(chars: string, charset: Charset): string | null {
  if (charset.kind === 'utf-8') return chars;
  const { code, length } = decodeUtf8At(chars, 0);
  return length === chars.length ? charset.fromUnicode(code) : null;
}

/** traverse_for_entities: resolves what may be resolved; `all` false: only what htmlspecialchars makes. */
export function unescapeHtml(s: string, flags: number, charset: Charset, all: boolean, table: EntityTable): string {
  if (!s.includes('&')) return s;
  const doctype = flags & DOCTYPE;
  return s.replace(/&(?:#(?:[xX]([0-9a-fA-F]+)|([0-9]+))|([A-Za-z0-9]+));/g, (whole, hex, decimal, name) => {
    let chars: string;
    if (name !== undefined) {
      const known = table.decode.get(name) ?? (doctype === XHTML && name === 'apos' ? "'" : undefined);
      if (known === undefined) return whole;
      chars = known;
    } else {
      const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal);
      if (code > 0x10ffff || !isAllowed(code, doctype) || (doctype === HTML5 && code === 13)) return whole;
      chars = encodeUtf8(code);
      if (!all && !/^[&<>"']$/.test(chars)) return whole;
    }
    if (chars === "'" && (flags & ENT_SINGLE) === 0) return whole;
    if (chars === '"' && (flags & ENT_DOUBLE) === 0) return whole;
    return inCharset(chars, charset) ?? whole;
  });
}

/** What a table replaces, as bytes of a set, in the order of its code points (or bytes). */
export function translationRows(table: EntityTable, charset: Charset): [bytes: string, name: string][] {
  if (charset.kind === 'multi') return sortedRows([...table.encode].filter(([chars]) => chars.length === 1));
  if (charset.kind === 'utf-8') return sortedRows([...table.encode]);
  const rows: [string, string][] = [];
  for (const [chars, name] of table.encode) {
    const first = decodeUtf8At(chars, 0);
    const second = first.length < chars.length ? decodeUtf8At(chars, first.length) : null;
    const bytes = charset.fromUnicode(first.code);
    // PHP cuts the second code point of a pair down to a byte in ISO 8859-1
    const isLatin1 = charset.kind === 'latin1';
    const more = second === null ? '' : charset.fromUnicode(isLatin1 ? second.code & 0xff : second.code);
    if (bytes === null || charset.toUnicode(bytes.charCodeAt(0)) === null) continue;
    if (more !== null) rows.push([bytes + more, name]);
  }
  return sortedRows(rows);
}

function sortedRows(rows: [string, string][]): [string, string][] {
  return rows.sort(([a], [b]) => order(a) - order(b));
}

/** UTF-8 sorts by code point byte by byte; the first character decides, then the length. */
function order(chars: string): number {
  let n = 0;
  for (let i = 0; i < 4; i++) n = n * 256 + (i < chars.length ? chars.charCodeAt(i) : 0);
  return n;
}
