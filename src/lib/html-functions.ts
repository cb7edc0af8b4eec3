/**
 * htmlspecialchars and its relatives, strip_tags.
 * Source: php-src ext/standard/html.c, string.c (php_strip_tags_ex)
 */
import { E_WARNING } from '../base/diagnostics.ts';
import type { NativeCode } from '../object/native-code.ts';
import { PhpArray } from '../value/php-array.ts';
import type { Executor } from '../vm/executor.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { type Charset, type EntityTable, entityTable, escapeHtml, unescapeHtml } from './html-escape.ts';
import { stripTags } from './strip-tags.ts';
import { docref, stringsOf } from './string-util.ts';

const SINGLE_BYTE: ReadonlySet<string> = new Set([
  'iso-8859-1',
  'iso8859-1',
  'iso-8859-15',
  'iso8859-15',
  'iso-8859-5',
  'iso8859-5',
  'cp866',
  '866',
  'ibm866',
  'cp1251',
  'windows-1251',
  'win-1251',
  '1251',
  'cp1252',
  'windows-1252',
  '1252',
  'koi8-r',
  'koi8-ru',
  'koi8r',
  'macroman',
  'big5',
  '950',
  'gb2312',
  '936',
  'big5-hkscs',
  'shift_jis',
  'sjis',
  'sjis-win',
  'cp932',
  '932',
  'euc-jp',
  'eucjp',
  'eucjp-win',
]);

/** determine_charset: null means ini default_charset. */
function charsetOf(rt: Executor, encoding: string | null): Charset {
  const name = (encoding === null || encoding === '' ? (rt.ini.get('default_charset') ?? '') : encoding).toLowerCase();
  if (name === 'utf-8' || name === '') return 'utf-8';
  if (SINGLE_BYTE.has(name)) return 'single';
  if (encoding !== null) docref(rt, E_WARNING, `Charset "${encoding}" is not supported, assuming UTF-8`);
  return 'utf-8';
}

/** Tables are unpacked once an engine. */
function tableOf(rt: Executor, flags: number, all: boolean): EntityTable {
  const cache = rt.moduleState('html', () => new Map<number, EntityTable>());
  const key = (flags & 48) | (all ? 1 : 0);
  let table = cache.get(key);
  if (table === undefined) {
    table = entityTable(flags, all);
    cache.set(key, table);
  }
  return table;
}

function escape(rt: Executor, s: string, flags: number, encoding: string | null, twice: boolean, all: boolean): string {
  const charset = charsetOf(rt, encoding);
  const table = tableOf(rt, flags, all);
  return escapeHtml(s, { flags, charset, doubleEncode: twice, table, names: twice ? table : tableOf(rt, flags, true) });
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
    impl: (rt, s, flags) => unescapeHtml(s, flags, 'utf-8', false, tableOf(rt, flags, false)),
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
      const rows = [...tableOf(rt, flags, table === 1).encode];
      for (const [chars, name] of rows.sort(([a], [b]) => order(a) - order(b))) {
        if (chars === '"' && (flags & 2) === 0) continue;
        if (chars === "'" && (flags & 1) === 0) continue;
        const key =
          charset === 'utf-8'
            ? chars
            : unescapeHtml(`&${name};`, 3 | (flags & 48), charset, true, tableOf(rt, flags, true));
        if (charset === 'utf-8' || key.length === 1) out.setStr(key, `&${name};`);
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

/** UTF-8 sorts by code point byte by byte; the first character decides, then the length. */
function order(chars: string): number {
  let n = 0;
  for (let i = 0; i < 4; i++) n = n * 256 + (i < chars.length ? chars.charCodeAt(i) : 0);
  return n;
}
