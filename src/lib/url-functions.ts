/**
 * URLs and query strings.
 * Source: php-src ext/standard/url.c, http.c, main/php_variables.c (php_register_variable_ex)
 */
import type { NativeCode } from '../object/native-code.ts';
import { objectVars } from '../object/object-vars.ts';
import { normalizeKey } from '../value/array-key.ts';
import { PhpArray } from '../value/php-array.ts';
import { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { deref, PhpFloat, PhpIndirect, PhpResource, type Zval } from '../value/zval.ts';
import { phpGcvt } from '../value/number-format.ts';
import type { Executor } from '../vm/executor.ts';
import { E_WARNING } from '../base/diagnostics.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { docref } from './string-util.ts';
import { setRef } from './string-util.ts';
import { parseUrl, urlComponent } from './parse-url.ts';

const PERCENT: readonly string[] = Array.from(
  { length: 256 },
  (_v, i) => `%${i.toString(16).toUpperCase().padStart(2, '0')}`,
);

/** A text with every byte that a pattern (global) names as %XX. */
function encodeBytes(s: string, pattern: RegExp): string {
  const first = s.search(pattern);
  if (first < 0) return s;
  let out = s.slice(0, first);
  let from = first;
  pattern.lastIndex = first;
  while (pattern.test(s)) {
    const at = pattern.lastIndex - 1;
    out += s.slice(from, at) + (PERCENT[s.charCodeAt(at)] as string);
    from = at + 1;
  }
  return out + s.slice(from);
}

/** urlencode: spaces as + */
export function urlEncode(s: string): string {
  return encodeBytes(s, /[^ A-Za-z0-9_.-]/g).replaceAll(' ', '+');
}

/** rawurlencode (RFC 3986) */
export function rawUrlEncode(s: string): string {
  return encodeBytes(s, /[^A-Za-z0-9_.~-]/g);
}

export function rawUrlDecode(s: string): string {
  return s.replace(/%([0-9a-fA-F]{2})/g, (_m, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** php_url_decode */
export function urlDecode(s: string): string {
  return rawUrlDecode(s.replace(/\+/g, ' '));
}

interface QueryStyle {
  readonly separator: string;
  readonly prefix: string;
  readonly encode: (s: string) => string;
}

/** php_url_encode_hash_ex: the pairs of an array or object, in order; `guard` are the containers being walked. */
function* queryPairs(
  rt: Executor,
  data: PhpArray | PhpObject,
  style: QueryStyle,
  base: string | null,
  out: string[],
  guard: Set<PhpArray | PhpObject>,
): NativeCode<void> {
  if (guard.has(data)) return;
  guard.add(data);
  const table = data instanceof PhpObject ? objectVars(rt, data, rt.executedScope()) : data;
  try {
    for (const [key, raw] of [...table.entries()]) {
      const v = deref(raw instanceof PhpIndirect ? raw.slots[raw.index] : raw);
      if (v === null || v === undefined || v instanceof PhpResource) continue;
      const name = typeof key === 'string' ? style.encode(key) : base === null ? `${style.prefix}${key}` : String(key);
      const full = base === null ? name : `${base}%5B${name}%5D`;
      if (v instanceof PhpArray || v instanceof PhpObject) yield* queryPairs(rt, v, style, full, out, guard);
      else out.push(`${full}=${scalarText(rt, v, style)}`);
    }
  } finally {
    guard.delete(data);
    if (table !== data) release(rt, table);
  }
}

function scalarText(rt: Executor, v: Zval, style: QueryStyle): string {
  if (typeof v === 'boolean') return v ? '1' : '0';
  if (v instanceof PhpFloat) return style.encode(phpGcvt(v.value, rt.precision));
  return style.encode(String(v));
}

/** php_register_variable_ex: `a[b][]=v` into nested arrays. */
export function registerVariable(rt: Executor, into: PhpArray, rawName: string, value: Zval): void {
  const name = rawName.replace(/^ +/, '');
  const bracket = name.indexOf('[');
  let head = bracket < 0 ? name : name.slice(0, bracket);
  head = head.replace(/[ .]/g, '_');
  if (head === '') return;
  const keys: (string | null)[] = [];
  let rest = bracket < 0 ? '' : name.slice(bracket);
  while (rest.startsWith('[')) {
    const end = rest.indexOf(']');
    if (end < 0) {
      if (keys.length === 0) head += `_${rest.slice(1).replace(/[ .[]/g, '_')}`;
      break;
    }
    const key = rest.slice(1, end).replace(/^[ \t\r\n]+/, '');
    keys.push(key === '' ? null : key);
    rest = rest.slice(end + 1);
  }
  let table = into;
  let key: string | null = head;
  for (const next of keys) {
    let inner: Zval = key === null ? undefined : table.get(normalizeKey(key));
    if (!(inner instanceof PhpArray)) {
      inner = new PhpArray();
      if (key === null) table.append(inner);
      else table.update(rt, normalizeKey(key), inner);
    }
    table = inner;
    key = next;
  }
  if (key === null) table.append(value);
  else table.update(rt, normalizeKey(key), value);
}

/** The parts of a query string: any character of arg_separator.input is between two. */
function splitPairs(rt: Executor, query: string): string[] {
  const separators = rt.ini.get('arg_separator.input') ?? '&';
  return query.split(new RegExp(`[${separators.replace(/[\]\\^-]/g, '\\$&')}]`));
}

function inputLimit(rt: Executor): number {
  return Number(rt.ini.get('max_input_vars') ?? 1000);
}

/** Says that there are too many variables. */
export type Complain = (rt: Executor, what: string) => void;

const complainPlainly: Complain = (rt, what) => docref(rt, E_WARNING, what);

function tooMany(rt: Executor, limit: number, complain: Complain): void {
  complain(rt, `Input variables exceeded ${limit}. To increase the limit change max_input_vars in php.ini.`);
}

/** The variables of a query string, names with brackets as arrays. Owned. */
export function queryVariables(rt: Executor, query: string, complain: Complain = complainPlainly): PhpArray {
  const vars = new PhpArray();
  const limit = inputLimit(rt);
  let count = 0;
  for (const part of splitPairs(rt, query)) {
    if (part === '') continue;
    if (++count > limit) {
      tooMany(rt, limit, complain);
      break;
    }
    const eq = part.indexOf('=');
    const name = urlDecode(eq < 0 ? part : part.slice(0, eq));
    registerVariable(rt, vars, name, eq < 0 ? '' : urlDecode(part.slice(eq + 1)));
  }
  return vars;
}

/** The variables of a header of cookies: `a=1; b=2`, of two with one name the first. Source: main/php_variables.c (PARSE_COOKIE) */
export function cookieVariables(rt: Executor, text: string, complain: Complain = complainPlainly): PhpArray {
  const vars = new PhpArray();
  const seen = new Set<string>();
  const limit = inputLimit(rt);
  let count = 0;
  for (const part of text.split(';')) {
    const pair = part.replace(/^[ \t\r\n\v\f]+/, '');
    const eq = pair.indexOf('=');
    const name = eq < 0 ? pair : pair.slice(0, eq);
    if (++count > limit) {
      tooMany(rt, limit, complain);
      break;
    }
    if (name === '' || seen.has(name)) continue;
    if (!name.includes('[')) seen.add(name);
    registerVariable(rt, vars, name, eq < 0 ? '' : urlDecode(pair.slice(eq + 1)));
  }
  return vars;
}

export const urlFunctions: readonly FunctionDef[] = [
  fn({
    name: 'urlencode',
    doc: 'Encodes a string for a query.',
    params: [p.string('string')],
    returns: ['string'],
    impl: (_rt, s) => urlEncode(s),
  }),
  fn({
    name: 'urldecode',
    doc: 'Decodes what urlencode() made.',
    params: [p.string('string')],
    returns: ['string'],
    impl: (_rt, s) => urlDecode(s),
  }),
  fn({
    name: 'rawurlencode',
    doc: 'Encodes a string for a path.',
    params: [p.string('string')],
    returns: ['string'],
    impl: (_rt, s) => rawUrlEncode(s),
  }),
  fn({
    name: 'rawurldecode',
    doc: 'Decodes what rawurlencode() made.',
    params: [p.string('string')],
    returns: ['string'],
    impl: (_rt, s) => rawUrlDecode(s),
  }),
  fn({
    name: 'http_build_query',
    doc: 'A query string of an array or object.',
    params: [
      p.union('data', ['array', 'object']),
      p.string('numeric_prefix', { default: '' }),
      p.nullable(p.string('arg_separator'), { default: null }),
      p.int('encoding_type', { default: 1, text: 'PHP_QUERY_RFC1738' }),
    ],
    returns: ['string'],
    *impl(rt, data, prefix, separator, encoding) {
      const out: string[] = [];
      const style: QueryStyle = {
        separator: separator ?? rt.ini.get('arg_separator.output') ?? '&',
        prefix,
        encode: encoding === 2 ? rawUrlEncode : urlEncode,
      };
      yield* queryPairs(rt, data, style, null, out, new Set());
      return out.join(style.separator);
    },
  }),
  fn({
    name: 'parse_str',
    doc: 'The variables of a query string.',
    params: [p.string('string'), p.ref('result')],
    returns: ['void'],
    impl: (rt, s, result) => {
      setRef(rt, result, queryVariables(rt, s));
      return null;
    },
  }),
  fn({
    name: 'parse_url',
    doc: 'The parts of a URL.',
    params: [p.string('url'), p.int('component', { default: -1 })],
    returns: ['array', 'string', 'int', 'false', 'null'],
    impl: (rt, url, component) => {
      const parts = parseUrl(url);
      if (component === -1) return parts === null ? false : PhpArray.fromEntries(parts);
      if (parts === null) return false;
      const value = urlComponent(parts, component);
      if (value === undefined) {
        return rt.argumentValueError(2, `must be a valid URL component identifier, ${component} given`);
      }
      return value;
    },
  }),
];
