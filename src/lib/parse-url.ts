/**
 * parse_url.
 * Source: php-src ext/standard/url.c (php_url_parse_ex2)
 */
import type { PhpInt } from '../value/zval.ts';

/** The parts in PHP's order: scheme, host, port, user, pass, path, query, fragment. */
export type UrlParts = [string, PhpInt | string][];

const ORDER = ['scheme', 'host', 'port', 'user', 'pass', 'path', 'query', 'fragment'] as const;
/** PHP_URL_SCHEME ... PHP_URL_FRAGMENT */
const BY_COMPONENT = ['scheme', 'host', 'port', 'user', 'pass', 'path', 'query', 'fragment'] as const;

type Found = Partial<Record<(typeof ORDER)[number], string | number>>;

/** Control characters become underscores. */
function clean(s: string): string {
  return s.replace(/[\x00-\x1f\x7f]/g, '_');
}

/** The parts of a URL, null when it is seriously malformed. */
export function parseUrl(url: string): UrlParts | null {
  const found: Found = {};
  if (url === '') return [['path', '']];
  if (url === ':') return null;
  const rest = takeScheme(url, found);
  if (rest === null) return null;
  const out: UrlParts = [];
  for (const name of ORDER) {
    const v = found[name];
    if (v !== undefined) out.push([name, v]);
  }
  return out;
}

/** The value of one component: null when absent, undefined for a component that does not exist. */
export function urlComponent(parts: UrlParts, component: number): PhpInt | string | null | undefined {
  const name = BY_COMPONENT[component];
  if (name === undefined) return undefined;
  return parts.find(([key]) => key === name)?.[1] ?? null;
}

/** Reads everything; null when malformed, true else. */
function takeScheme(url: string, found: Found): true | null {
  const colon = url.indexOf(':');
  if (colon > 0 && /^[A-Za-z0-9+.-]+$/.test(url.slice(0, colon))) {
    if (colon + 1 === url.length) {
      found.scheme = clean(url.slice(0, colon));
      return true;
    }
    if (url.charAt(colon + 1) !== '/') {
      // a colon and digits up to a slash or the end: a port after a host without scheme
      const digits = /^[0-9]*/.exec(url.slice(colon + 1))?.[0] ?? '';
      const after = url.charAt(colon + 1 + digits.length);
      if ((after === '' || after === '/') && digits.length < 6 && digits.length > 0) {
        return takePort(url, colon, found);
      }
      found.scheme = clean(url.slice(0, colon));
      return takePath(url.slice(colon + 1), found);
    }
    found.scheme = clean(url.slice(0, colon));
    if (url.charAt(colon + 2) !== '/') return takePath(url.slice(colon + 1), found);
    if (found.scheme.toString().toLowerCase() === 'file' && url.charAt(colon + 3) === '/') {
      // file:///c:/path
      const drive = url.charAt(colon + 5) === ':';
      return takePath(url.slice(colon + (drive ? 4 : 3)), found);
    }
    return takeHost(url.slice(colon + 3), found);
  }
  if (colon >= 0 && colon < url.length && /^[0-9]{1,5}(?:\/|$)/.test(url.slice(colon + 1)) && !url.startsWith('//')) {
    return takePort(url, colon, found);
  }
  if (url.startsWith('//')) return takeHost(url.slice(2), found);
  return takePath(url, found);
}

/** `host:80/path` */
function takePort(url: string, colon: number, found: Found): true | null {
  const digits = /^[0-9]*/.exec(url.slice(colon + 1))?.[0] ?? '';
  const port = Number(digits);
  if (port > 65535) return null;
  const text = url.startsWith('//') ? url.slice(2) : url;
  if (colon === 0 || url.charAt(0) === '/') return url.startsWith('//') ? takeHost(text, found) : takePath(url, found);
  return takeHost(text, found);
}

function takeHost(text: string, found: Found): true | null {
  const end = text.search(/[/?#]/);
  let authority = end < 0 ? text : text.slice(0, end);
  const at = authority.lastIndexOf('@');
  if (at >= 0) {
    const login = authority.slice(0, at);
    const colon = login.indexOf(':');
    found.user = clean(colon < 0 ? login : login.slice(0, colon));
    if (colon >= 0) found.pass = clean(login.slice(colon + 1));
    authority = authority.slice(at + 1);
  }
  const bracketed = authority.startsWith('[') && authority.endsWith(']');
  const colon = bracketed ? -1 : authority.lastIndexOf(':');
  if (colon >= 0) {
    const digits = authority.slice(colon + 1);
    if (digits.length > 5) return null;
    if (digits.length > 0) {
      const port = Number.parseInt(digits, 10);
      if (!(port >= 0 && port <= 65535)) return null;
      found.port = port;
    }
    authority = authority.slice(0, colon);
  }
  if (authority === '') return null;
  found.host = clean(authority);
  return end < 0 ? true : takePath(text.slice(end), found);
}

function takePath(text: string, found: Found): true {
  let path = text;
  const hash = path.indexOf('#');
  if (hash >= 0) {
    found.fragment = clean(path.slice(hash + 1));
    path = path.slice(0, hash);
  }
  const mark = path.indexOf('?');
  if (mark >= 0) {
    found.query = clean(path.slice(mark + 1));
    path = path.slice(0, mark);
  }
  if (path !== '') found.path = clean(path);
  return true;
}
