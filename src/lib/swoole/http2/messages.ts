/** Swoole\Http2\Request and Swoole\Http2\Response. Source: swoole-src ext-src/swoole_http2_client_coro.cc */
import { ACC_NOT_SERIALIZABLE, ACC_PUBLIC } from '../../../bytecode/type-flags.ts';
import type { ClassDef } from '../../../object/class-def.ts';
import { PhpArray } from '../../../value/php-array.ts';
import type { PhpObject } from '../../../value/php-object.ts';
import { deref, type Zval } from '../../../value/zval.ts';
import { toStr } from '../../../value/convert.ts';
import type { Executor } from '../../../vm/executor.ts';
import type { MethodDef } from '../../define.ts';
import type { Header } from '../../http/http2/hpack.ts';
import { urlDecode, urlEncode } from '../../url-functions.ts';
import { denyUnset } from '../deny-unset.ts';

const REQUEST: readonly (readonly [string, Zval])[] = [
  ['path', '/'],
  ['method', 'GET'],
  ['headers', null],
  ['cookies', null],
  ['data', ''],
  ['pipeline', false],
  ['usePipelineRead', false],
];
export const REQUEST_SLOT = {
  path: 0,
  method: 1,
  headers: 2,
  cookies: 3,
  data: 4,
  pipeline: 5,
  pipelineRead: 6,
} as const;

const RESPONSE: readonly (readonly [string, Zval])[] = [
  ['streamId', 0],
  ['errCode', 0],
  ['statusCode', 0],
  ['pipeline', false],
  ['headers', null],
  ['set_cookie_headers', null],
  ['cookies', null],
  ['data', null],
];
export const RESPONSE_SLOT = {
  streamId: 0,
  errCode: 1,
  status: 2,
  pipeline: 3,
  headers: 4,
  raw: 5,
  cookies: 6,
  data: 7,
} as const;

const messageClass = (name: string, properties: readonly (readonly [string, Zval])[]): ClassDef<MethodDef> => ({
  name,
  flags: ACC_NOT_SERIALIZABLE,
  properties: properties.map(([property, value]) => ({
    name: property,
    flags: ACC_PUBLIC,
    type: null,
    default: value,
  })),
  handlers: { cloneable: false, unsetProperty: denyUnset },
});

export const http2MessageClasses: readonly ClassDef<MethodDef>[] = [
  messageClass('Swoole\\Http2\\Request', REQUEST),
  messageClass('Swoole\\Http2\\Response', RESPONSE),
];

/** SW_HTTP_COOKIE_MAX_SIZE */
const MAX_COOKIE = 4096;

/** The fields of a request; null when a cookie is too large. */
export function requestFields(rt: Executor, request: PhpObject, secure: boolean, authority: string): Header[] | null {
  const text = (slot: number, fallback: string): string => {
    const v = deref(request.props[slot]);
    return typeof v === 'string' && v !== '' ? v : fallback;
  };
  const out: Header[] = [];
  let host = authority;
  for (const [key, held] of pairsOf(request.props[REQUEST_SLOT.headers])) {
    const value = deref(held);
    if (key.startsWith(':') || value === null || value === undefined) continue;
    const name = key.toLowerCase();
    if (name === 'host') host = toStr(rt, value);
    else out.push([name, toStr(rt, value)]);
  }
  for (const [key, held] of pairsOf(request.props[REQUEST_SLOT.cookies])) {
    const value = deref(held);
    if (value === null || value === undefined) continue;
    const content = toStr(rt, value);
    if (key.length + content.length + 1 > MAX_COOKIE) return null;
    out.push(['cookie', `${key}=${urlEncode(content)}`]);
  }
  return [
    [':method', text(REQUEST_SLOT.method, 'GET')],
    [':path', text(REQUEST_SLOT.path, '/')],
    [':scheme', secure ? 'https' : 'http'],
    [':authority', host],
    ...out,
  ];
}

function* pairsOf(v: Zval): Generator<[string, Zval]> {
  const table = deref(v);
  if (!(table instanceof PhpArray)) return;
  for (const [key, held] of table.entries()) if (typeof key === 'string') yield [key, held];
}

/** Puts fields of an answer where the program finds them. */
export function fillResponse(rt: Executor, response: PhpObject, fields: readonly Header[]): void {
  const table = (slot: number): PhpArray => {
    const before = deref(response.props[slot]);
    if (before instanceof PhpArray) return before;
    const fresh = new PhpArray();
    response.props[slot] = fresh;
    return fresh;
  };
  const headers = table(RESPONSE_SLOT.headers);
  const cookies = table(RESPONSE_SLOT.cookies);
  const raw = table(RESPONSE_SLOT.raw);
  for (const [name, value] of fields) {
    if (name === ':status') response.props[RESPONSE_SLOT.status] = Number(value);
    if (name.startsWith(':')) continue;
    headers.update(rt, name, value);
    if (name !== 'set-cookie') continue;
    raw.append(value);
    const pair = value.split(';')[0] as string;
    const equals = pair.indexOf('=');
    if (equals > 0) cookies.update(rt, pair.slice(0, equals), urlDecode(pair.slice(equals + 1)));
  }
}
