/** The headers of a request of HTTP/2, strictly. Source: RFC 9113 sections 8.2 and 8.3 */
import type { HttpRequest } from '../request-parser.ts';
import type { Header } from './hpack-table.ts';

const NAME = /^[!#$%&'*+.^_`|~0-9a-z-]+$/;
const BAD_VALUE = /[\0\r\n]|^[ \t]|[ \t]$/;
const PATH = /^(?:\/|\*$)[^\0- \x7f]*$/;
const METHOD = /^[A-Z][A-Z-]{0,19}$/;
/** Said of a connection in HTTP/1, without meaning here. */
const OF_CONNECTION: ReadonlySet<string> = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'transfer-encoding',
  'upgrade',
]);

/** Names that an answer may not have. */
export function isConnectionHeader(name: string): boolean {
  return OF_CONNECTION.has(name);
}

/** What the headers say; null when they are malformed. The body comes later. */
export interface RequestHead {
  readonly method: string;
  readonly target: string;
  /** With `host`; cookies in one. */
  readonly headers: readonly Header[];
  /** Of content-length; -1 when it is not told. */
  readonly length: number;
}

export function requestHead(headers: readonly Header[]): RequestHead | null {
  const pseudo = new Map<string, string>();
  const out: Header[] = [];
  const cookies: string[] = [];
  let length = -1;
  for (const [name, value] of headers) {
    if (BAD_VALUE.test(value)) return null;
    if (name.startsWith(':')) {
      if (out.length > 0 || cookies.length > 0 || pseudo.has(name)) return null;
      pseudo.set(name, value);
      continue;
    }
    if (!NAME.test(name) || OF_CONNECTION.has(name) || (name === 'te' && value !== 'trailers')) return null;
    if (name === 'content-length') {
      if (length >= 0 || !/^\d{1,15}$/.test(value)) return null;
      length = Number(value);
    }
    if (name === 'cookie') cookies.push(value);
    else out.push([name, value]);
  }
  return headOf(pseudo, out, cookies, length);
}

function headOf(
  pseudo: ReadonlyMap<string, string>,
  headers: Header[],
  cookies: readonly string[],
  length: number,
): RequestHead | null {
  const method = pseudo.get(':method') ?? '';
  const path = pseudo.get(':path') ?? '';
  const authority = pseudo.get(':authority');
  const known = ([':method', ':path', ':scheme', ':authority'] as const).filter((name) => pseudo.has(name)).length;
  if (known !== pseudo.size || !pseudo.has(':scheme') || !METHOD.test(method) || !PATH.test(path)) return null;
  if (authority !== undefined) {
    const host = headers.find(([name]) => name === 'host')?.[1];
    if (host !== undefined && host !== authority) return null;
    if (host === undefined) headers.unshift(['host', authority]);
  }
  if (cookies.length > 0) headers.push(['cookie', cookies.join('; ')]);
  return { method, target: path, headers, length };
}

/** The whole request; null when the body has another length than was told. */
export function requestOf(head: RequestHead, body: string): HttpRequest | null {
  if (head.length >= 0 && head.length !== body.length) return null;
  return {
    method: head.method,
    target: head.target,
    protocol: 'HTTP/2',
    headers: head.headers,
    body,
    keepAlive: true,
    data: '',
    parts: null,
  };
}
