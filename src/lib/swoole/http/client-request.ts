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
import { warn } from '../support.ts';
import { optionsOf } from './client-options.ts';
import { CLIENT_SLOT, setProp } from './client-properties.ts';

/** What the request says of its connection. */
interface Target {
  readonly host: string;
  readonly port: number;
  readonly ssl: boolean;
}

interface RequestBytes {
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

function prop(self: PhpObject, name: keyof typeof CLIENT_SLOT): Zval {
  return deref(self.props[CLIENT_SLOT[name]]);
}

/** An array of the program as pairs of texts; what holds a line break is left out. */
function pairs(rt: Executor, v: Zval): [string, string][] {
  if (!(v instanceof PhpArray)) return [];
  const out: [string, string][] = [];
  for (const [key, held] of v.entries()) {
    const value = deref(held);
    if (value === null || value === undefined) continue;
    out.push([String(key), toStr(rt, value)]);
  }
  return out;
}

function hostHeader({ host, port, ssl }: Target): string {
  const name = host.startsWith('unix:') ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return port === (ssl ? HTTPS_PORT : HTTP_PORT) || port === 0 ? name : `${name}:${port}`;
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

/** The request, or null after a warning. */
export function requestBytes(rt: Executor, self: PhpObject, target: Target, path: string): RequestBytes | null {
  const given = prop(self, 'requestMethod');
  const body = bodyOf(rt, self);
  if (body === null) return null;
  const hasBody = body.bytes !== '';
  const method = typeof given === 'string' && given !== '' ? given.toUpperCase() : hasBody ? 'POST' : 'GET';
  if (/[\r\n]/.test(path) || /[^A-Z]/.test(method)) {
    warn(rt, 'invalid request line');
    return null;
  }
  const headers = pairs(rt, prop(self, 'requestHeaders')).filter(([k, v]) => !/[\r\n]/.test(k + v));
  const named = new Set(headers.map(([name]) => name.toLowerCase()));
  let head = `${method} ${path === '' ? '/' : path} HTTP/1.1\r\n`;
  const host = headers.find(([name]) => name.toLowerCase() === 'host')?.[1] ?? hostHeader(target);
  head += `Host: ${host}\r\n`;
  for (const [name, value] of headers) {
    const lower = name.toLowerCase();
    if (lower === 'host' || (lower === 'content-length' && (hasBody || value !== '0'))) continue;
    if (lower === 'content-type' && body.headers.includes('boundary=')) continue;
    head += `${name}: ${value}\r\n`;
  }
  if (!named.has('connection')) {
    head += optionsOf(rt, self).keepAlive ? 'Connection: keep-alive\r\n' : 'Connection: closed\r\n';
  }
  head += cookieLine(rt, self);
  if (hasBody) {
    if (!named.has('content-type') || body.headers.includes('boundary=')) head += body.headers;
    head += `Content-Length: ${body.bytes.length}\r\n`;
  } else if (method === 'POST' || method === 'PUT' || method === 'PATCH') head += 'Content-Length: 0\r\n';
  setProp(rt, self, 'requestBody', null);
  setProp(rt, self, 'uploadFiles', null);
  return { method, head: `${head}\r\n`, body: body.bytes };
}

function cookieLine(rt: Executor, self: PhpObject): string {
  const list = pairs(rt, prop(self, 'cookies')).filter(([name]) => name !== '');
  if (list.length === 0) return '';
  return `Cookie: ${list.map(([name, value]) => `${name}=${urlEncode(value)}`).join('; ')}\r\n`;
}

function bodyOf(rt: Executor, self: PhpObject): RequestBody | null {
  const data = prop(self, 'requestBody');
  const files = prop(self, 'uploadFiles');
  if (files instanceof PhpArray && files.count > 0) return multipart(rt, data, files);
  if (data instanceof PhpArray) {
    const bytes = [...formPairs(rt, data, null)].map(([k, v]) => `${k}=${v}`).join('&');
    return { headers: 'Content-Type: application/x-www-form-urlencoded\r\n', bytes };
  }
  if (data === null || data === undefined) return { headers: '', bytes: '' };
  return { headers: '', bytes: toStr(rt, data) };
}

function multipart(rt: Executor, data: Zval, files: PhpArray): RequestBody | null {
  const random = [...rt.host.randomBytes(8)].map((b) => b.toString(16).padStart(2, '0')).join('');
  const boundary = `------------------------${random}`;
  const parts: string[] = [];
  for (const [name, value] of pairs(rt, data)) {
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
