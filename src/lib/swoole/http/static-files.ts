/**
 * Files below document_root, served without the program.
 * Source: swoole-src src/server/static_handler.cc
 */
import { toStr } from '../../../value/convert.ts';
import { PhpArray } from '../../../value/php-array.ts';
import { deref } from '../../../value/zval.ts';
import type { Executor } from '../../../vm/executor.ts';
import type { FileStat } from '../../../vm/ports.ts';
import { isKnownType, mimeType } from '../../http/mime-types.ts';
import type { Header } from '../../http/http2/hpack.ts';
import type { HttpRequest } from '../../http/request-parser.ts';
import { statusLine } from '../../http/status-text.ts';
import { urlDecode } from '../../url-functions.ts';
import type { ServerPort } from '../server/server-port.ts';
import { dateText, httpDate } from './http-date.ts';
import type { Exchange } from './response-data.ts';
import { indexPage, PAGE_404 } from './static-pages.ts';
import { type FilePart, fileParts, httpDateSeconds } from './static-range.ts';

/** What is served for a path. */
interface Found {
  readonly file: string;
  readonly stat: FileStat;
  /** One of the locations: what does not exist is answered by the server, too. */
  readonly located: boolean;
  /** As the client wrote it. */
  readonly path: string;
}

/** Whether a path is below one of the locations; null when none are named. */
function inLocations(rt: Executor, port: ServerPort, path: string): boolean | null {
  const locations = port.option('static_handler_locations');
  if (!(locations instanceof PhpArray) || locations.count === 0) return null;
  const lower = path.toLowerCase();
  return locations.valueList().some((prefix) => lower.startsWith(toStr(rt, deref(prefix)).toLowerCase()));
}

/** url_rewrite_rules: the first rule that matches, `~...~` a regular expression, others a beginning. */
function rewritten(rt: Executor, port: ServerPort, target: string): string {
  const rules = port.option('url_rewrite_rules');
  if (!(rules instanceof PhpArray)) return target;
  for (const [key, held] of rules.entries()) {
    const pattern = String(key);
    const replacement = toStr(rt, deref(held));
    if (pattern.length >= 2 && pattern.startsWith('~') && pattern.endsWith('~')) {
      const result = replaced(pattern.slice(1, -1), replacement, target);
      if (result !== null && result !== target) return result;
    } else if (target.startsWith(pattern)) return replacement + target.slice(pattern.length);
  }
  return target;
}

function replaced(pattern: string, replacement: string, target: string): string | null {
  try {
    return target.replace(new RegExp(pattern, 'g'), replacement);
  } catch {
    return null; // no regular expression
  }
}

/** The file for a path; null when there is none, false when the path is not for files. */
function locate(rt: Executor, port: ServerPort, root: string, target: string): Found | 'missing' | 'other' {
  const path = target.split(/[?#]/)[0] as string;
  const located = inLocations(rt, port, target);
  if (located === false) return 'other';
  const missing = located === true ? 'missing' : 'other';
  let file = root + urlDecode(path.replace(/\+/g, '%2B'));
  if (file.includes('\0')) return missing;
  let stat = rt.host.lstat(file);
  if (stat === null) return missing;
  const isLink = (stat.mode & 0o170000) === 0o120000;
  if (file.includes('..')) {
    const real = rt.host.resolvePath(file);
    if (real === null || !real.startsWith(`${root}/`)) return missing;
    file = real;
  } else if (isLink) {
    const real = rt.host.resolvePath(file);
    stat = real === null ? null : rt.host.lstat(real);
    if (real === null || stat === null) return missing;
    file = real;
  }
  return { file, stat, located: located === true, path };
}

/** Answers with a file; false when the program is to answer. */
export function serveStaticFile(rt: Executor, port: ServerPort, request: HttpRequest, exchange: Exchange): boolean {
  const option = port.text('document_root');
  const root = option === undefined ? null : rt.host.resolvePath(option);
  if (root === null) return false;
  const found = locate(rt, port, root, rewritten(rt, port, request.target));
  if (found === 'other') return false;
  if (found === 'missing') {
    finish(exchange, 404, [`Content-Length: ${PAGE_404.length}`], PAGE_404);
    return true;
  }
  const names = port.option('http_index_files');
  const hasIndexes = names instanceof PhpArray && names.count > 0;
  const listed = port.flag('http_autoindex', false);
  if (found.stat.isDirectory) {
    if (!hasIndexes && !listed) return false;
    const index = hasIndexes ? indexOf(rt, names, found) : null;
    if (index !== null) return serveFile(rt, request, exchange, index);
    return listed && serveIndex(rt, request, exchange, found);
  }
  if (!found.stat.isFile || !(found.located || isKnownType(rt, found.file))) return false;
  return serveFile(rt, request, exchange, found);
}

function indexOf(rt: Executor, names: PhpArray, folder: Found): Found | null {
  for (const name of names.valueList()) {
    const file = `${folder.file.replace(/\/$/, '')}/${toStr(rt, deref(name))}`;
    const stat = rt.host.lstat(file);
    if (stat?.isFile === true) return { ...folder, file, stat };
  }
  return null;
}

function headerOf(request: HttpRequest, name: string): string {
  return request.headers.find(([key]) => key === name)?.[1] ?? '';
}

/** Dates, connection and server, which every answer has. */
function common(rt: Executor, exchange: Exchange, modified: number): string[] {
  return [
    `Connection: ${exchange.keepAlive ? 'keep-alive' : 'close'}`,
    `Date: ${httpDate(rt)}`,
    `Last-Modified: ${dateText(modified, ' ')}`,
  ];
}

/** True when the client has what there is. */
function unchanged(rt: Executor, request: HttpRequest, exchange: Exchange, modified: number): boolean {
  const since = httpDateSeconds(headerOf(request, 'if-modified-since'));
  if (since === null || since < modified) return false;
  finish(exchange, 304, common(rt, exchange, modified), '');
  return true;
}

function serveIndex(rt: Executor, request: HttpRequest, exchange: Exchange, found: Found): boolean {
  const modified = Math.floor(found.stat.mtime);
  if (unchanged(rt, request, exchange, modified)) return true;
  const page = indexPage(found.path, rt.host.readDir(found.file) ?? []);
  const lines = [...common(rt, exchange, modified), `Content-Length: ${page.length}`, 'Content-Type: text/html'];
  finish(exchange, 200, lines, page);
  return true;
}

function serveFile(rt: Executor, request: HttpRequest, exchange: Exchange, found: Found): boolean {
  const modified = Math.floor(found.stat.mtime);
  if (unchanged(rt, request, exchange, modified)) return true;
  const bytes = rt.host.readFile(found.file);
  if (bytes === null) return false;
  const type = mimeType(found.file, rt);
  let parts = fileParts(headerOf(request, 'range'), bytes.length);
  const condition = httpDateSeconds(headerOf(request, 'if-range'));
  if (condition !== null && condition !== modified) parts = [];
  const lines = common(rt, exchange, modified);
  if (parts === null) {
    finish(exchange, 416, [...lines, 'Content-Length: 0', `Content-Type: ${type}`], '');
    return true;
  }
  const [first] = parts;
  if (first !== undefined && parts.length > 1) {
    const { boundary, body } = multipart(rt, type, bytes, parts);
    send(exchange, 206, [...lines, `Content-Type: multipart/byteranges; boundary=${boundary}`], body);
    return true;
  }
  lines.push(`Content-Type: ${type}`);
  if (first === undefined) send(exchange, 200, [...lines, 'Accept-Ranges: bytes'], bytes);
  else {
    const last = first.offset + first.length;
    lines.push(`Content-Range: bytes ${first.offset}-${last - 1}/${bytes.length}`);
    send(exchange, 206, lines, bytes.slice(first.offset, last));
  }
  return true;
}

function multipart(
  rt: Executor,
  type: string,
  bytes: string,
  parts: readonly FilePart[],
): { boundary: string; body: string } {
  const boundary = `SwooleBoundary${[...rt.host.randomBytes(16)].map((b) => b.toString(16).padStart(2, '0')).join('')}`;
  const body = parts.map(({ offset, length }) => {
    const range = `Content-Range: bytes ${offset}-${offset + length - 1}/${bytes.length}`;
    return `--${boundary}\r\nContent-Type: ${type}\r\n${range}\r\n\r\n${bytes.slice(offset, offset + length)}\r\n`;
  });
  return { boundary, body: `${body.join('')}--${boundary}--\r\n` };
}

/** A request for the head alone is told a length of 0, as Swoole does. */
function send(exchange: Exchange, status: number, lines: readonly string[], body: string): void {
  const content = exchange.isHead ? '' : body;
  finish(exchange, status, [...lines, `Content-Length: ${content.length}`], content);
}

function finish(exchange: Exchange, status: number, lines: readonly string[], body: string): void {
  const { connection, stream } = exchange;
  const all = [...lines, 'Server: swoole-http-server'];
  if (stream === undefined) {
    const sent = connection.write(`HTTP/1.1 ${statusLine(status)}\r\n${all.join('\r\n')}\r\n\r\n${body}`);
    exchange.done(sent && exchange.keepAlive);
    return;
  }
  const headers: Header[] = [[':status', String(status)]];
  for (const line of all) {
    const at = line.indexOf(': ');
    const name = line.slice(0, at).toLowerCase();
    if (name !== 'connection') headers.push([name, line.slice(at + 2)]);
  }
  if (stream.stream.sendHead(headers, body === '') && body !== '') stream.stream.sendData(body, true);
  exchange.done(connection.writable);
}
