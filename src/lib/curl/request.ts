/** The request that a handle's options describe. Source: libcurl lib/http.c, lib/mime.c (behaviour) */
import { toStr } from '../../value/convert.ts';
import { PhpArray } from '../../value/php-array.ts';
import { PhpObject } from '../../value/php-object.ts';
import { deref } from '../../value/zval.ts';
import type { Executor } from '../../vm/executor.ts';
import { encodeBase64 } from '../base64.ts';
import { ERROR } from './constants.ts';
import type { CurlData } from './handle.ts';

/** Bodies beyond this are announced with `Expect: 100-continue`. */
const EXPECT_BYTES = 1024 * 1024;

/** Where a transfer goes. */
export interface Target {
  readonly scheme: 'http' | 'https';
  readonly host: string;
  readonly port: number;
  /** Path and query. */
  readonly path: string;
  /** `user:password` of the URL, decoded. */
  readonly login: string | null;
  readonly url: string;
}

export interface CurlRequest {
  readonly method: string;
  readonly head: string;
  readonly body: string;
  readonly expects: boolean;
}

/** What an address says; a failure is noted in the handle. */
export function parseTarget(data: CurlData, text: string): Target | false {
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  const scheme = url.slice(0, url.indexOf(':')).toLowerCase();
  if (scheme !== 'http' && scheme !== 'https') {
    return data.fail(ERROR.UNSUPPORTED_PROTOCOL, `Protocol "${scheme}" not supported or disabled in libcurl`);
  }
  const found = /^[a-z]+:\/\/(?:([^/?#@]*)@)?(\[[^\]]*\]|[^/?#:]*)(?::(\d*))?([^#]*)/i.exec(url);
  if (found === null || found[2] === '') {
    return data.fail(ERROR.URL_MALFORMAT, 'URL using bad/illegal format or missing URL');
  }
  const given = found[3] === undefined || found[3] === '' ? null : Number(found[3]);
  if (given !== null && given > 65535) {
    return data.fail(ERROR.URL_MALFORMAT, 'URL using bad/illegal format or missing URL');
  }
  const port = data.number('PORT', 0) || (given ?? (scheme === 'https' ? 443 : 80));
  const rest = found[4] as string;
  const path = rest.startsWith('/') ? rest : `/${rest}`;
  const host = (found[2] as string).replace(/^\[|\]$/g, '');
  const login = found[1] === undefined ? null : unescape(found[1]);
  return { scheme, host, port, path: path.replace(/ /g, '%20'), login, url: rest === '' ? `${url}/` : url };
}

/** The method by the options, as the one set last of POST, NOBODY and HTTPGET would have it. */
function methodOf(data: CurlData): string {
  const custom = data.text('CUSTOMREQUEST');
  if (custom !== null) return custom;
  if (data.flag('NOBODY')) return 'HEAD';
  if (data.flag('POST') || data.has('POSTFIELDS')) return 'POST';
  return data.flag('UPLOAD') || data.flag('PUT') ? 'PUT' : 'GET';
}

/** A part of a form; null when its file cannot be read. */
function formPart(rt: Executor, name: string, value: PhpObject | string): string | null {
  if (typeof value === 'string') return `Content-Disposition: form-data; name="${quoted(name)}"\r\n\r\n${value}\r\n`;
  const text = (slot: number): string => toStr(rt, deref(value.props[slot]));
  const [path, mime, posted] = [text(0), text(1), text(2)];
  const bytes = rt.host.stat(path)?.isFile === true ? rt.host.readFile(path) : null;
  if (bytes === null) return null;
  const shown = posted === '' ? path.slice(path.lastIndexOf('/') + 1) : posted;
  const disposition = `Content-Disposition: form-data; name="${quoted(name)}"; filename="${quoted(shown)}"`;
  return `${disposition}\r\nContent-Type: ${mime === '' ? 'application/octet-stream' : mime}\r\n\r\n${bytes}\r\n`;
}

function quoted(text: string): string {
  return text.replace(/"/g, '%22').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

/** The body and its type; null when a file cannot be read. */
function bodyOf(rt: Executor, data: CurlData): { body: string; type: string } | null {
  const fields = data.value('POSTFIELDS');
  if (!(fields instanceof PhpArray)) {
    return { body: typeof fields === 'string' ? fields : '', type: 'application/x-www-form-urlencoded' };
  }
  const random = [...rt.host.randomBytes(8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const boundary = `------------------------${random}`;
  let body = '';
  for (const [key, held] of fields.entries()) {
    const v = deref(held);
    for (const one of v instanceof PhpArray ? v.valueList() : [v]) {
      const value = deref(one);
      const part = formPart(rt, String(key), value instanceof PhpObject ? value : toStr(rt, value));
      if (part === null) return null;
      body += `--${boundary}\r\n${part}`;
    }
  }
  return { body: `${body}--${boundary}--\r\n`, type: `multipart/form-data; boundary=${boundary}` };
}

/** The program's own lines, and the names of those that replace or take away libcurl's. */
function ownLines(data: CurlData): { lines: string[]; named: Set<string>; values: Map<string, string> } {
  const lines: string[] = [];
  const named = new Set<string>();
  const values = new Map<string, string>();
  for (const text of data.list('HTTPHEADER')) {
    const found = /^([^:;]+)([:;])\s*(.*)$/s.exec(text);
    if (found === null) continue;
    const name = (found[1] as string).trim();
    const value = (found[3] as string).trim();
    named.add(name.toLowerCase());
    if (found[2] === ':' && value === '') continue;
    values.set(name.toLowerCase(), value);
    lines.push(found[2] === ';' ? `${name}:` : text.trim());
  }
  return { lines, named, values };
}

function loginOf(data: CurlData, target: Target): string | null {
  const user = data.text('USERNAME');
  if (user !== null) return `${user}:${data.text('PASSWORD') ?? ''}`;
  return data.text('USERPWD') ?? target.login;
}

function hostLine(target: Target): string {
  const usual = target.port === (target.scheme === 'https' ? 443 : 80);
  const host = target.host.includes(':') ? `[${target.host}]` : target.host;
  return usual ? host : `${host}:${target.port}`;
}

/** @param method null: by the options; otherwise what a redirect has made of it, without a body */
export function buildRequest(
  rt: Executor,
  data: CurlData,
  target: Target,
  method: string | null,
  referer: string | null,
): CurlRequest | false {
  const verb = method ?? methodOf(data);
  const sendsBody = method === null && (data.flag('POST') || data.has('POSTFIELDS')) && !data.flag('NOBODY');
  const content = sendsBody ? bodyOf(rt, data) : { body: '', type: '' };
  if (content === null) return data.fail(ERROR.READ_ERROR, ERROR_READ);
  const own = ownLines(data);
  const lines = [`${verb} ${target.path} HTTP/${data.number('HTTP_VERSION', 0) === 1 ? '1.0' : '1.1'}`];
  const add = (name: string, value: string | null): void => {
    if (value !== null && !own.named.has(name.toLowerCase())) lines.push(`${name}: ${value}`);
  };
  add('Host', hostLine(target));
  const login = loginOf(data, target);
  add('Authorization', login === null ? null : `Basic ${encodeBase64(login)}`);
  const range = data.text('RANGE');
  add('Range', range === null ? null : `bytes=${range}`);
  add('User-Agent', data.text('USERAGENT'));
  add('Accept', '*/*');
  const encoding = data.text('ENCODING');
  add('Accept-Encoding', encoding === '' ? 'deflate, gzip, br' : encoding);
  add('Referer', referer ?? data.text('REFERER'));
  add('Cookie', data.text('COOKIE'));
  lines.push(...own.lines);
  let { body } = content;
  let expects = false;
  if (sendsBody) {
    const chunked = /(^|,)\s*chunked$/i.test(own.values.get('transfer-encoding') ?? '');
    if (!chunked) add('Content-Length', String(body.length));
    add('Content-Type', content.type);
    // libcurl says in any case where the parts of a form end
    const boundary = /^multipart\/form-data(; boundary=.*)$/.exec(content.type)?.[1];
    const at = boundary === undefined ? -1 : lines.findIndex((line) => /^content-type:.*multipart/i.test(line));
    if (at >= 0 && own.named.has('content-type')) lines[at] = `${lines[at]}${boundary}`;
    if (body.length > EXPECT_BYTES) add('Expect', '100-continue');
    expects = /^100-continue$/i.test(own.values.get('expect') ?? '') || lines.includes('Expect: 100-continue');
    if (chunked) body = `${body === '' ? '' : `${body.length.toString(16)}\r\n${body}\r\n`}0\r\n\r\n`;
  }
  return { method: verb, head: `${lines.join('\r\n')}\r\n\r\n`, body, expects };
}

const ERROR_READ = 'Failed to open/read local data from file/application';
