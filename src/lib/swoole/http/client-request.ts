/**
 * The bytes of a request of Swoole\Coroutine\Http\Client.
 * Source: swoole-src ext-src/swoole_http_client_coro.cc (Client::send_request)
 */
import { toStr } from '../../../value/convert.ts';
import { PhpArray } from '../../../value/php-array.ts';
import type { PhpObject } from '../../../value/php-object.ts';
import { deref, type Zval } from '../../../value/zval.ts';
import type { Executor } from '../../../vm/executor.ts';
import { mimeType } from '../../http/mime-types.ts';
import { urlEncode } from '../../url-functions.ts';
import { optionsOf } from './client-options.ts';
import { CLIENT_SLOT } from './client-properties.ts';

/** What the request says of its connection. */
interface Target {
  readonly host: string;
  readonly port: number;
  readonly ssl: boolean;
  readonly keepAlive: boolean;
  /** The value of Authorization, or ''. */
  readonly basicAuth: string;
  /** A proxy is asked, for the whole URL. */
  readonly viaProxy: boolean;
  /** Name and password for the proxy in base64, or ''. */
  readonly proxyAuth: string;
}

export interface RequestBytes {
  readonly method: string;
  readonly head: string;
  readonly body: string;
}

/** A body with the headers that belong to it. */
interface RequestBody {
  readonly headers: string;
  readonly bytes: string;
}

const HTTPS_PORT = 443;
const HTTP_PORT = 80;
/** SW_HTTP_HEADER_MAX_SIZE, SW_HTTP_COOKIE_MAX_SIZE */
const MAX_HEAD = 65536;
const MAX_COOKIE = 4096;
const BOUNDARY_RANDOM = 21;
const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

function prop(self: PhpObject, name: keyof typeof CLIENT_SLOT): Zval {
  return deref(self.props[CLIENT_SLOT[name]]);
}

function hostHeader({ host, port, ssl }: Target): string {
  return port === (ssl ? HTTPS_PORT : HTTP_PORT) ? host : `${host}:${port}`;
}

/** key[inner]=value pairs of a form, flattened as http_build_query does. */
function* formPairs(rt: Executor, table: PhpArray, base: string | null): Generator<[string, string]> {
  for (const [key, held] of table.entries()) {
    const v = deref(held);
    const name = base === null ? urlEncode(String(key)) : `${base}%5B${urlEncode(String(key))}%5D`;
    if (v instanceof PhpArray) yield* formPairs(rt, v, name);
    else if (v !== null && v !== undefined) {
      yield [name, urlEncode(typeof v === 'boolean' ? String(Number(v)) : toStr(rt, v))];
    }
  }
}

/** A form as a body. */
export function formBytes(rt: Executor, table: PhpArray): string {
  return [...formPairs(rt, table, null)].map(([k, v]) => `${k}=${v}`).join('&');
}

/** Why a request is not sent: its head or a cookie is too large (an exception). */
export class TooLarge {
  readonly message: string;
  constructor(what: string) {
    this.message = `HTTP${what} is too large`;
  }
}

/** The request. */
export function requestBytes(rt: Executor, self: PhpObject, target: Target, path: string): RequestBytes | TooLarge {
  const given = prop(self, 'requestMethod');
  const body = bodyOf(rt, self);
  const method = given === null || given === undefined ? (body === null ? 'GET' : 'POST') : toStr(rt, given);
  const headers = headerPairs(rt, prop(self, 'requestHeaders'));
  const named = new Set(headers.map(([name]) => name.toLowerCase()));
  const host = headers.find(([name]) => name === 'Host' || name === 'host')?.[1] ?? hostHeader(target);
  const where = target.viaProxy ? proxyTarget(target, host) + path : path;
  let head = `${method} ${where} HTTP/1.1\r\nHost: ${host}\r\n`;
  for (const [name, value] of headers) {
    const lower = name.toLowerCase();
    if (lower !== 'host' && lower !== 'content-length') head += `${name}: ${value}\r\n`;
  }
  if (target.viaProxy && target.proxyAuth !== '') head += `Proxy-Authorization: Basic ${target.proxyAuth}\r\n`;
  if (target.basicAuth !== '') head += `Authorization: ${target.basicAuth}\r\n`;
  if (!named.has('connection')) head += `Connection: ${target.keepAlive ? 'keep-alive' : 'closed'}\r\n`;
  if (optionsOf(rt, self).compression && !named.has('accept-encoding')) {
    head += 'Accept-Encoding: gzip, deflate, br\r\n';
  }
  const cookies = cookieLine(rt, self);
  if (cookies instanceof TooLarge) return cookies;
  head += cookies;
  if (body !== null) head += `${body.headers}Content-Length: ${body.bytes.length}\r\n`;
  else if (named.has('content-length')) head += 'Content-Length: 0\r\n';
  head += '\r\n';
  if (head.length > MAX_HEAD) return new TooLarge('/1 header block');
  return { method, head, body: body?.bytes ?? '' };
}

/** Headers with a name and a value; an array as a value is not one. */
function headerPairs(rt: Executor, v: Zval): [string, string][] {
  if (!(v instanceof PhpArray)) return [];
  const out: [string, string][] = [];
  for (const [key, held] of v.entries()) {
    const value = deref(held);
    if (typeof key === 'string' && value !== null && value !== undefined) out.push([key, toStr(rt, value)]);
  }
  return out;
}

/** What comes before the path where a proxy asks for it. */
function proxyTarget({ port }: Target, host: string): string {
  return `http://${host.includes(':') ? host : `${host}:${port}`}`;
}

function cookieLine(rt: Executor, self: PhpObject): string | TooLarge {
  const table = prop(self, 'cookies');
  if (!(table instanceof PhpArray)) return '';
  let line = 'Cookie: ';
  let n = 0;
  for (const [key, held] of table.entries()) {
    n++;
    const value = toStr(rt, deref(held));
    if (typeof key !== 'string' || value === '') continue;
    if (key.length + value.length + 1 > MAX_COOKIE) return new TooLarge(' cookie header');
    line += `${key}=${urlEncode(value)}${n < table.count ? '; ' : ''}`;
  }
  return `${line}\r\n`;
}

function bodyOf(rt: Executor, self: PhpObject): RequestBody | null {
  const data = prop(self, 'requestBody');
  const files = prop(self, 'uploadFiles');
  if (files instanceof PhpArray && files.count > 0) return multipart(rt, data, files);
  if (data instanceof PhpArray) {
    const bytes = formBytes(rt, data);
    return { headers: 'Content-Type: application/x-www-form-urlencoded\r\n', bytes };
  }
  if (data === null || data === undefined) return null;
  return { headers: '', bytes: toStr(rt, data) };
}

function multipart(rt: Executor, data: Zval, files: PhpArray): RequestBody {
  const random = [...rt.host.randomBytes(BOUNDARY_RANDOM)].map((b) => LETTERS[b % LETTERS.length]).join('');
  const boundary = `----SwooleBoundary${random}`;
  const parts: string[] = [];
  for (const [name, value] of headerPairs(rt, data)) {
    parts.push(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`);
  }
  for (const held of files.valueList()) {
    const file = deref(held);
    if (!(file instanceof PhpArray)) continue;
    const text = (key: string): string => toStr(rt, deref(file.getStr(key)) ?? '');
    const path = text('path');
    const offset = Number(deref(file.getStr('offset')) ?? 0);
    const size = Number(deref(file.getStr('size')) ?? 0);
    const content = path === '' ? text('content') : rt.host.readFile(path)?.slice(offset, offset + size);
    if (content === undefined) continue;
    parts.push(
      `--${boundary}\r\nContent-Disposition: form-data; name="${text('name')}"; filename="${text('filename')}"\r\n` +
        `Content-Type: ${text('type')}\r\n\r\n${content}\r\n`,
    );
  }
  return {
    headers: `Content-Type: multipart/form-data; boundary=${boundary}\r\n`,
    bytes: `${parts.join('')}--${boundary}--\r\n`,
  };
}

/** The type of a file to send, by its name. */
export function typeOfFile(path: string): string {
  return mimeType(path);
}
