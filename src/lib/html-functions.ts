/**
 * htmlspecialchars and its relatives, strip_tags.
 * Source: php-src ext/standard/html.c, string.c (php_strip_tags_ex)
 */
import { E_NOTICE, E_WARNING } from '../base/diagnostics.ts';
import type { NativeCode } from '../object/native-code.ts';
import { PhpArray } from '../value/php-array.ts';
import type { Executor } from '../vm/executor.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { type Charset, charsetByName } from './html-charset.ts';
import { type EntityTable, entityTable, escapeHtml, translationRows, unescapeHtml } from './html-escape.ts';
import { stripTags } from './strip-tags.ts';
import { docref, stringsOf } from './string-util.ts';

const ONLY_BASIC =
  'Only basic entities substitution is supported for multi-byte encodings other than UTF-8; ' +
  'functionality is equivalent to htmlspecialchars';
const HTML_DOCTYPES = 48;
const HTML_XML1 = 16;

interface HtmlTables {
  readonly entities: Map<number, EntityTable>;
  readonly charsets: Map<string, Charset | null>;
}

/** Tables are unpacked once an engine. */
function htmlTables(rt: Executor): HtmlTables {
  return rt.moduleState('html', () => ({ entities: new Map(), charsets: new Map() }));
}

/** determine_charset: null means ini default_charset. */
function charsetOf(rt: Executor, encoding: string | null): Charset {
  const { charsets } = htmlTables(rt);
  const given = encoding === null || encoding === '' ? (rt.ini.get('default_charset') ?? '') : encoding;
  const name = given === '' ? 'utf-8' : given.toLowerCase();
  let charset = charsets.get(name);
  if (charset === undefined) {
    charset = charsetByName(name);
    charsets.set(name, charset);
  }
  if (charset !== null) return charset;
  docref(rt, E_WARNING, `Charset "${given}" is not supported, assuming UTF-8`);
  return charsetOf(rt, 'utf-8');
}

function tableOf(rt: Executor, flags: number, all: boolean): EntityTable {
  const cache = htmlTables(rt).entities;
  const key = (flags & HTML_DOCTYPES) | (all ? 1 : 0);
  let table = cache.get(key);
  if (table === undefined) {
    table = entityTable(flags, all);
    cache.set(key, table);
  }
  return table;
}

/** LIMIT_ALL: whether a set and a document type know more than the basic entities. */
function limitAll(all: boolean, flags: number, charset: Charset): boolean {
  return all && charset.kind !== 'multi' && (flags & HTML_DOCTYPES) !== HTML_XML1;
}

function escape(
  rt: Executor,
  s: string,
  flags: number,
  encoding: string | null,
  twice: boolean,
  wanted: boolean,
): string {
  const charset = charsetOf(rt, encoding);
  if (wanted && charset.kind === 'multi') docref(rt, E_NOTICE, ONLY_BASIC);
  const all = limitAll(wanted, flags, charset);
  const table = tableOf(rt, flags, all);
  const names = twice ? table : tableOf(rt, flags, true);
  return escapeHtml(s, { flags, charset, doubleEncode: twice, all, table, names });
}

/** htmlentities without encoding what is encoded, for filter_var. */
export function escapeEntities(rt: Executor, s: string, flags: number): string {
  return escape(rt, s, flags, null, false, true);
}

/** `<a><b>` of an array of names or a string. */
function* allowedTags(rt: Executor, allowed: string | PhpArray | null): NativeCode<string | null> {
  if (!(allowed instanceof PhpArray)) return allowed ?? '';
  const names = yield* stringsOf(rt, allowed);
  return names === null ? null : names.map((n) => `<${n}>`).join('');
}

export const htmlFunctions: readonly FunctionDef[] = [
  fn({
    name: 'htmlspecialchars',
    doc: 'Escapes what has a meaning in HTML.',
    params: [
      p.string('string'),
      p.int('flags', { default: 11, text: 'ENT_QUOTES | ENT_SUBSTITUTE | ENT_HTML401' }),
      p.nullable(p.string('encoding'), { default: null }),
      p.bool('double_encode', { default: true }),
    ],
    returns: ['string'],
    impl: (rt, s, flags, encoding, twice) => escape(rt, s, flags, encoding, twice, false),
  }),
  fn({
    name: 'htmlentities',
    doc: 'Escapes everything that HTML has a name for.',
    params: [
      p.string('string'),
      p.int('flags', { default: 11, text: 'ENT_QUOTES | ENT_SUBSTITUTE | ENT_HTML401' }),
      p.nullable(p.string('encoding'), { default: null }),
      p.bool('double_encode', { default: true }),
    ],
    returns: ['string'],
    impl: (rt, s, flags, encoding, twice) => escape(rt, s, flags, encoding, twice, true),
  }),
  fn({
    name: 'htmlspecialchars_decode',
    doc: 'Undoes htmlspecialchars().',
    params: [p.string('string'), p.int('flags', { default: 11, text: 'ENT_QUOTES | ENT_SUBSTITUTE | ENT_HTML401' })],
    returns: ['string'],
    impl: (rt, s, flags) => unescapeHtml(s, flags, charsetOf(rt, null), false, tableOf(rt, flags, false)),
  }),
  fn({
    name: 'html_entity_decode',
    doc: 'Resolves the entities of HTML.',
    params: [
      p.string('string'),
      p.int('flags', { default: 11, text: 'ENT_QUOTES | ENT_SUBSTITUTE | ENT_HTML401' }),
      p.nullable(p.string('encoding'), { default: null }),
    ],
    returns: ['string'],
    impl: (rt, s, flags, encoding) => unescapeHtml(s, flags, charsetOf(rt, encoding), true, tableOf(rt, flags, true)),
  }),
  fn({
    name: 'get_html_translation_table',
    doc: 'What htmlspecialchars() or htmlentities() replaces.',
    params: [
      p.int('table', { default: 0, text: 'HTML_SPECIALCHARS' }),
      p.int('flags', { default: 11, text: 'ENT_QUOTES | ENT_SUBSTITUTE | ENT_HTML401' }),
      p.string('encoding', { default: 'UTF-8' }),
    ],
    returns: ['array'],
    impl: (rt, table, flags, encoding) => {
      const charset = charsetOf(rt, encoding);
      const out = new PhpArray();
      const entities = tableOf(rt, flags, limitAll(table === 1, flags, charset));
      for (const [chars, name] of translationRows(entities, charset)) {
        if (chars === '"' && (flags & 2) === 0) continue;
        if (chars === "'" && (flags & 1) === 0) continue;
        out.setStr(chars, `&${name};`);
      }
      return out;
    },
  }),
  fn({
    name: 'strip_tags',
    doc: 'Takes HTML and PHP tags away.',
    params: [p.string('string'), p.nullable(p.union('allowed_tags', ['array', 'string']), { default: null })],
    returns: ['string'],
    *impl(rt, s, allowed) {
      const tags = yield* allowedTags(rt, allowed);
      return tags === null ? null : stripTags(s, tags);
    },
  }),
];
