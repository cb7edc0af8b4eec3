/**
 * Files below document_root, served without the program.
 * Source: swoole-src src/server/static_handler.cc
 */
import { toStr } from '../../../value/convert.ts';
import { PhpArray } from '../../../value/php-array.ts';
import { deref } from '../../../value/zval.ts';
import type { Executor } from '../../../vm/executor.ts';
import { mimeType } from '../../http/mime-types.ts';
import type { HttpRequest } from '../../http/request-parser.ts';
import { statusLine } from '../../http/status-text.ts';
import { urlDecode } from '../../url-functions.ts';
import type { ServerPort } from '../server/server-port.ts';
import { dateText, type Exchange } from './response-data.ts';

const NOT_FOUND =
  '<!DOCTYPE html><html><head><title>404 Not Found</title></head><body><center><h1>404 Not Found</h1></center></body></html>';

/** The path below the locations that are served; null when it is none of them. */
function inLocations(rt: Executor, port: ServerPort, path: string): boolean | null {
  const locations = port.option('static_handler_locations');
  if (!(locations instanceof PhpArray) || locations.count === 0) return null;
  return locations.valueList().some((prefix) => path.startsWith(toStr(rt, deref(prefix))));
}

/** Answers with a file; false when the program is to answer. */
export function serveStaticFile(rt: Executor, port: ServerPort, request: HttpRequest, exchange: Exchange): boolean {
  const root = port.text('document_root');
  if (root === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) return false;
  const path = urlDecode((request.target.split('?')[0] as string).replace(/\+/g, '%2B'));
  const located = inLocations(rt, port, path);
  if (located === false || path.includes('\0')) return false;
  const realRoot = rt.host.resolvePath(root);
  let file = rt.host.resolvePath(root + path);
  if (file !== null && rt.host.stat(file)?.isDirectory === true) file = indexOf(rt, port, file);
  const stat = file === null ? null : rt.host.stat(file);
  const inside = file !== null && realRoot !== null && file.startsWith(`${realRoot}/`);
  if (!inside || stat?.isFile !== true) {
    if (located !== true) return false;
    send(exchange, 404, ['Content-Type: text/html'], NOT_FOUND);
    return true;
  }
  const modified = `Last-Modified: ${dateText(Math.floor(stat.mtime), ' ')}`;
  const since = request.headers.find(([name]) => name === 'if-modified-since')?.[1];
  if (since !== undefined && Date.parse(since) >= Math.floor(stat.mtime) * 1000) {
    send(exchange, 304, [modified], '');
    return true;
  }
  const bytes = rt.host.readFile(file as string);
  if (bytes === null) return false;
  sendRange(exchange, request, [`Content-Type: ${mimeType(file as string)}`, modified], bytes);
  return true;
}

function indexOf(rt: Executor, port: ServerPort, folder: string): string | null {
  const names = port.option('http_index_files');
  if (!(names instanceof PhpArray)) return null;
  for (const name of names.valueList()) {
    const file = rt.host.resolvePath(`${folder}/${toStr(rt, deref(name))}`);
    if (file !== null && rt.host.stat(file)?.isFile === true) return file;
  }
  return null;
}

/** One range of the file, or all of it. */
function sendRange(exchange: Exchange, request: HttpRequest, head: readonly string[], bytes: string): void {
  const value = request.headers.find(([name]) => name === 'range')?.[1];
  const range = value === undefined ? null : /^bytes=(\d*)-(\d*)$/.exec(value);
  if (range === null || (range[1] === '' && range[2] === '')) {
    send(exchange, 200, ['Accept-Ranges: bytes', ...head], bytes);
    return;
  }
  const total = bytes.length;
  const first = range[1] === '' ? Math.max(0, total - Number(range[2])) : Number(range[1]);
  const last = range[1] === '' || range[2] === '' ? total - 1 : Math.min(Number(range[2]), total - 1);
  if (first > last || first >= total) {
    send(exchange, 416, [`Content-Range: bytes */${total}`], '');
    return;
  }
  const lines = [...head, `Content-Range: bytes ${first}-${last}/${total}`];
  send(exchange, 206, lines, bytes.slice(first, last + 1));
}

function send(exchange: Exchange, status: number, lines: readonly string[], body: string): void {
  const connection = exchange.keepAlive ? 'keep-alive' : 'close';
  const head = [
    `HTTP/1.1 ${statusLine(status)}`,
    `Connection: ${connection}`,
    `Content-Length: ${body.length}`,
    ...lines,
    'Server: swoole-http-server',
  ];
  const sent = exchange.connection.write(`${head.join('\r\n')}\r\n\r\n${exchange.isHead ? '' : body}`);
  exchange.done(sent && exchange.keepAlive);
}
