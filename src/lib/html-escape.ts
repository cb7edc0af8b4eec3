/**
 * HTML entities: escaping and resolving.
 * Source: php-src ext/standard/html.c (php_escape_html_entities_ex, traverse_for_entities)
 */
import { ENTITIES_HTML401, ENTITIES_HTML5 } from './html-entities.generated.ts';
import { decodeUtf8At, encodeUtf8 } from './utf8.ts';

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

/** How the bytes of a text make characters. Single-byte sets other than ISO 8859-1 count as it above ASCII. */
export type Charset = 'utf-8' | 'single';

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

/** Whether the entity at `&` is one to leave alone when not encoding twice; its length, 0 when not. */
function existingEntity(s: string, at: number, flags: number, names: EntityTable): number {
  const doctype = flags & DOCTYPE;
  const numeric = /^&#(?:[xX]([0-9a-fA-F]+)|([0-9]+));/.exec(s.slice(at, at + 20));
  if (numeric !== null) {
    const code = numeric[1] !== undefined ? Number.parseInt(numeric[1], 16) : Number(numeric[2]);
    if (code > 0x10ffff) return 0;
    if ((flags & ENT_DISALLOWED) !== 0 && !(isAllowed(code, doctype) && !(doctype === HTML5 && code === 13))) return 0;
    return numeric[0].length;
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
  /** What is replaced. */
  readonly table: EntityTable;
  /** All names of the document type, to know the entities that are there already. */
  readonly names: EntityTable;
}

/** php_escape_html_entities_ex */
export function escapeHtml(s: string, options: EscapeOptions): string {
  const { flags, charset, table } = options;
  if (
    charset === 'single' ? !/[&<>"']|[\x80-\xff]/.test(s) : /^[\x20\x21\x23-\x25\x28-\x3b\x3d\x3f-\x7e\n\t\r]*$/.test(s)
  ) {
    return s;
  }
  const doctype = flags & DOCTYPE;
  const replacement = charset === 'utf-8' ? '\xef\xbf\xbd' : '&#xFFFD;';
  let out = '';
  for (let i = 0; i < s.length; ) {
    const { code, length } = charset === 'utf-8' ? decodeUtf8At(s, i) : { code: s.charCodeAt(i), length: 1 };
    if (code < 0) {
      if ((flags & ENT_SUBSTITUTE) !== 0) out += replacement;
      else if ((flags & ENT_IGNORE) === 0) return '';
      i += length;
      continue;
    }
    if (code === 38 && !options.doubleEncode) {
      const existing = existingEntity(s, i, flags, options.names);
      out += existing > 0 ? s.slice(i, i + existing) : '&amp;';
      i += Math.max(1, existing);
      continue;
    }
    const pair = doctype === HTML5 ? pairAt(s, i, code, length, table) : null;
    if (pair !== null) {
      out += `&${pair.name};`;
      i += pair.length;
      continue;
    }
    out += escapeOne(s.slice(i, i + length), code, flags, charset, table, replacement);
    i += length;
  }
  return out;
}

/** HTML 5 has entities for two code points. */
function pairAt(
  s: string,
  i: number,
  code: number,
  length: number,
  table: EntityTable,
): { name: string; length: number } | null {
  if (table.encode.size < 20 || i + length >= s.length || code === 38) return null;
  const next = decodeUtf8At(s, i + length);
  if (next.code < 0) return null;
  const both = s.slice(i, i + length + next.length);
  const name = table.encode.get(both);
  return name === undefined ? null : { name, length: both.length };
}

function escapeOne(
  bytes: string,
  code: number,
  flags: number,
  charset: Charset,
  table: EntityTable,
  replacement: string,
): string {
  if (code === 34 && (flags & ENT_DOUBLE) === 0) return bytes;
  if (code === 39 && (flags & ENT_SINGLE) === 0) return bytes;
  const name = table.encode.get(charset === 'utf-8' ? bytes : encodeUtf8(code));
  if (name !== undefined) return `&${name};`;
  if ((flags & ENT_DISALLOWED) !== 0 && !isAllowed(code, flags & DOCTYPE)) return replacement;
  return bytes;
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
    if (charset === 'utf-8' || chars.charCodeAt(0) < 0x80) return chars;
    const { code, length } = decodeUtf8At(chars, 0);
    return code <= 0xff && length === chars.length ? String.fromCharCode(code) : whole;
  });
}
