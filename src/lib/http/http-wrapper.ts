/**
 * The stream wrapper of http:// and https://. The body is read whole before the stream is there.
 * Source: php-src 8.2 ext/standard/http_fopen_wrapper.c (behaviour)
 */
import { E_NOTICE, E_WARNING } from '../../base/diagnostics.ts';
import type { NativeCode } from '../../object/native-code.ts';
import { networkOf, waitFor } from '../../coro/io-wait.ts';
import { toBool, toFloat, toInt, toStr } from '../../value/convert.ts';
import { PhpArray } from '../../value/php-array.ts';
import { deref, type PhpResource, type Zval } from '../../value/zval.ts';
import type { Connection, SocketAddress } from '../../vm/net-ports.ts';
import type { Executor } from '../../vm/executor.ts';
import { activeSymbolTable, symbolGet, symbolSet } from '../../vm/symbol-table.ts';
import { encodeBase64 } from '../base64.ts';
import { bodyStream } from '../memory-stream.ts';
import { isNumeric } from '../socket-address.ts';
import { blocksAll } from '../socket-io.ts';
import { bindAddress } from '../socket-open.ts';
import { contextOption } from '../stream-context.ts';
import type { StreamWrapper } from '../stream-wrapper.ts';
import { parseMode, type Stream, type StreamMode } from '../stream.ts';
import { docref } from '../string-util.ts';
import { urlDecode } from '../url-functions.ts';
import { ResponseParser } from './response-parser.ts';

/** SWOOLE_HOOK_TCP */
const HOOK_TCP = 1 << 1;
const CHUNK = 65536;
const MAX_REDIRECTS = 20;
const NO_TYPE = 'Content-type not specified assuming application/x-www-form-urlencoded';

interface Place {
  readonly secure: boolean;
  readonly login: string | null;
  readonly host: string;
  readonly port: number;
  readonly path: string;
}

function placeOf(url: string): Place | null {
  const found = /^(https?):\/\/(?:([^/?#@]*)@)?(\[[^\]]*\]|[^/?#:]+)(?::(\d+))?([^#]*)/i.exec(url);
  if (found === null) return null;
  const secure = (found[1] as string).toLowerCase() === 'https';
  const rest = found[5] as string;
  return {
    secure,
    login: found[2] === undefined ? null : urlDecode(found[2].replace(/\+/g, '%2B')),
    host: (found[3] as string).replace(/^\[|\]$/g, ''),
    port: found[4] === undefined ? (secure ? 443 : 80) : Number(found[4]),
    path: rest.startsWith('/') ? rest : `/${rest}`,
  };
}

/** The options of a context. */
class HttpOptions {
  readonly method: string;
  readonly content: string;
  readonly headers: string;
  readonly ignoresErrors: boolean;
  readonly redirects: number;
  readonly timeout: number;
  readonly userAgent: string;
  readonly version: string;

  /** The local address; null: any. */
  readonly from: SocketAddress | null;

  constructor(rt: Executor, context: PhpResource | null) {
    this.from = bindAddress(context);
    const get = (name: string): Zval => deref(contextOption(context, 'http', name));
    const text = (name: string): string => {
      const v = get(name);
      return v === undefined || v === null ? '' : toStr(rt, v);
    };
    const header = get('header');
    const lines = header instanceof PhpArray ? header.valueList().map((v) => toStr(rt, deref(v))) : [text('header')];
    const follows = get('follow_location');
    const most = get('max_redirects');
    const timeout = get('timeout');
    const version = get('protocol_version');
    this.method = text('method') || 'GET';
    this.content = text('content');
    this.headers = lines.join('\r\n').trim();
    this.ignoresErrors = toBool(get('ignore_errors') ?? false);
    this.redirects = follows !== undefined && !toBool(follows) ? 0 : Number(toInt(rt, most ?? MAX_REDIRECTS));
    this.timeout = toFloat(rt, timeout ?? rt.ini.get('default_socket_timeout') ?? '60');
    this.userAgent = text('user_agent') || (rt.ini.get('user_agent') ?? '');
    this.version = version === undefined || version === null ? '1.1' : toFloat(rt, version).toFixed(1);
  }
}

function requestText(place: Place, options: HttpOptions, method: string): string {
  const has = (name: string): boolean => new RegExp(`^${name}:`, 'im').test(options.headers);
  const lines = [`${method} ${place.path} HTTP/${options.version}`];
  if (place.login !== null && !has('authorization')) lines.push(`Authorization: Basic ${encodeBase64(place.login)}`);
  const host = place.host.includes(':') ? `[${place.host}]` : place.host;
  const usual = place.port === (place.secure ? 443 : 80);
  if (!has('host')) lines.push(`Host: ${usual ? host : `${host}:${place.port}`}`);
  if (!has('connection')) lines.push('Connection: close');
  if (options.userAgent !== '' && !has('user-agent')) lines.push(`User-Agent: ${options.userAgent}`);
  const content = method === options.method ? options.content : '';
  if (content !== '' && !has('content-length')) lines.push(`Content-Length: ${content.length}`);
  if (options.headers !== '') lines.push(options.headers);
  if (content !== '' && !has('content-type')) lines.push('Content-Type: application/x-www-form-urlencoded');
  return `${lines.join('\r\n')}\r\n\r\n${content}`;
}

interface Answer {
  readonly status: number;
  readonly lines: readonly string[];
  readonly body: string;
}

class Request {
  private readonly rt: Executor;
  private readonly options: HttpOptions;
  private readonly whole: boolean;

  constructor(rt: Executor, options: HttpOptions) {
    this.rt = rt;
    this.options = options;
    this.whole = blocksAll(rt, HOOK_TCP);
  }

  private *wait(connection: Connection, ready: () => boolean): NativeCode<boolean> {
    const { timeout } = this.options;
    return (yield* waitFor(this.rt, [connection], ready, timeout, 'http', this.whole)) === 'ready';
  }

  private *connect(place: Place): NativeCode<Connection | string> {
    const network = networkOf(this.rt);
    if (network === null) return 'no network';
    let hosts: readonly string[] = [place.host];
    if (!isNumeric(place.host)) {
      const lookup = network.resolve(place.host, 0);
      const known = (): boolean => lookup.addresses !== null || lookup.error !== null;
      yield* waitFor(this.rt, [lookup], known, -1, 'http', this.whole);
      if (lookup.addresses === null || lookup.error !== null) {
        const why = `php_network_getaddresses: getaddrinfo for ${place.host} failed: ${lookup.error?.message ?? ''}`;
        docref(this.rt, E_WARNING, why);
        return why;
      }
      hosts = lookup.addresses;
    }
    let why = 'Connection refused';
    for (const host of hosts) {
      const connection = network.connect({ kind: 'inet', host, port: place.port }, this.options.from);
      if (!(yield* this.wait(connection, () => connection.state !== 'connecting'))) {
        connection.close();
        return 'Connection timed out';
      }
      if (connection.state === 'open') return (yield* this.secured(connection, place)) ?? connection;
      why = connection.error?.message ?? why;
    }
    return why;
  }

  private *secured(connection: Connection, place: Place): NativeCode<string | null> {
    if (!place.secure) return null;
    connection.startTls({ server: false, serverName: isNumeric(place.host) ? '' : place.host, verify: true });
    yield* this.wait(connection, () => connection.tls !== 'handshake');
    if (connection.tls === 'on') return null;
    connection.close();
    docref(this.rt, E_WARNING, 'Failed to enable crypto');
    return 'operation failed';
  }

  /** The answer; a text says why there is none. */
  *send(place: Place, method: string): NativeCode<Answer | string> {
    const sends = method === this.options.method && this.options.content !== '';
    if (sends && !/^content-type:/im.test(this.options.headers)) docref(this.rt, E_NOTICE, NO_TYPE);
    const connection = yield* this.connect(place);
    if (typeof connection === 'string') return connection;
    connection.write(requestText(place, this.options, method));
    let head = '';
    let body = '';
    let parser: ResponseParser | null = null;
    while (parser?.done !== true) {
      const came = yield* this.wait(connection, () => connection.available > 0 || connection.ended);
      const bytes = came ? connection.take(CHUNK) : '';
      if (bytes === '') break;
      if (parser !== null) {
        body += parser.push(bytes);
        continue;
      }
      head += bytes;
      const end = head.indexOf('\r\n\r\n');
      if (end < 0) continue;
      parser = new ResponseParser(method === 'HEAD', '');
      body += parser.push(head);
      head = head.slice(0, end);
      if (parser.bad) break;
    }
    connection.close();
    if (parser === null || parser.head === null) return 'HTTP request failed!';
    return { status: parser.head.status, lines: head.split('\r\n'), body };
  }
}

/** Where a redirection leads. */
function targetOf(place: Place, lines: readonly string[]): string | null {
  const location = lines.map((line) => /^location:\s*(.*)$/i.exec(line)?.[1]).find((v) => v !== undefined);
  if (location === undefined || /^https?:\/\//i.test(location)) return location ?? null;
  const host = place.host.includes(':') ? `[${place.host}]` : place.host;
  const base = `${place.secure ? 'https' : 'http'}://${host}:${place.port}`;
  if (location.startsWith('/')) return base + location;
  const path = place.path.split('?')[0] as string;
  return base + path.slice(0, path.lastIndexOf('/') + 1) + location;
}

function* open(
  rt: Executor,
  path: string,
  modeText: string,
  _options: number,
  context: PhpResource | null,
): NativeCode<Stream | string | null> {
  if (/[awx+]/.test(modeText)) return 'HTTP wrapper does not support writeable connections';
  const options = new HttpOptions(rt, context);
  const request = new Request(rt, options);
  const all: string[] = [];
  let url = path;
  let { method } = options;
  for (let left = options.redirects; ; left--) {
    const place = placeOf(url);
    if (place === null) return 'operation failed';
    const answer = yield* request.send(place, method);
    if (typeof answer === 'string') return answer;
    all.push(...answer.lines);
    tell(rt, all);
    const next = answer.status >= 300 && answer.status < 400 ? targetOf(place, answer.lines) : null;
    if (next !== null && options.redirects > 0) {
      if (left <= 1) return `Redirection limit reached, aborting`;
      if (answer.status <= 303 && method !== 'HEAD') method = 'GET';
      url = next;
      continue;
    }
    if (answer.status >= 400 && !options.ignoresErrors)
      return `HTTP request failed! ${all[all.length - answer.lines.length]}\r\n`;
    return opened(path, modeText, answer.body, all);
  }
}

function opened(path: string, modeText: string, body: string, lines: readonly string[]): Stream {
  const mode: StreamMode = parseMode(modeText) ?? { text: 'r', read: true, write: false, append: false, kind: 'r' };
  const stream = bodyStream(path, mode, body);
  stream.wrapperType = 'http';
  stream.wrapperData = PhpArray.fromList([...lines]);
  return stream;
}

/** The variable $http_response_header of the code that opens the stream. */
function tell(rt: Executor, lines: readonly string[]): void {
  const table = activeSymbolTable(rt);
  if (table === null) return;
  const before = symbolGet(table, 'http_response_header');
  symbolSet(table, 'http_response_header', PhpArray.fromList([...lines]));
  rt.releaseValue(before);
}

export const httpWrapper: StreamWrapper = { isUrl: true, label: 'http', open };
