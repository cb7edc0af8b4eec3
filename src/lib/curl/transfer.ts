/** One transfer of a handle: connect, send, receive, follow. Source: libcurl lib/transfer.c, lib/http.c (behaviour) */
import { waitFor, networkOf } from '../../coro/io-wait.ts';
import type { NativeCode } from '../../object/native-code.ts';
import type { Connection, Network } from '../../vm/net-ports.ts';
import type { Executor } from '../../vm/executor.ts';
import { ResponseParser } from '../http/response-parser.ts';
import { isNumeric } from '../socket-address.ts';
import { blocksAll } from '../socket-io.ts';
import { ERROR } from './constants.ts';
import type { CurlData } from './handle.ts';
import { buildRequest, type CurlRequest, parseTarget, type Target } from './request.ts';

/** SWOOLE_HOOK_CURL, SWOOLE_HOOK_NATIVE_CURL */
const HOOKS = (1 << 11) | (1 << 12);
const CONNECT_SECONDS = 300;
/** Seconds that `100 Continue` is waited for. */
const CONTINUE_SECONDS = 1;
const CHUNK = 65536;
const MAX_REDIRECTS = 30;

/** What takes the parts of a response; false stops the transfer. */
export interface Sink {
  header(line: string): NativeCode<boolean>;
  body(bytes: string): NativeCode<boolean>;
}

export class Transfer {
  private readonly rt: Executor;
  private readonly data: CurlData;
  private readonly sink: Sink;
  private readonly network: Network;
  private readonly began: number;
  private readonly limit: number;
  private readonly whole: boolean;
  private reused = false;

  constructor(rt: Executor, data: CurlData, sink: Sink, network: Network) {
    this.rt = rt;
    this.data = data;
    this.sink = sink;
    this.network = network;
    this.began = this.now();
    const ms = data.number('TIMEOUT_MS', 0) || data.number('TIMEOUT', 0) * 1000;
    this.limit = ms > 0 ? ms / 1000 : -1;
    this.whole = blocksAll(rt, HOOKS);
  }

  private now(): number {
    return Number(this.rt.host.hrtime() / 1000n) / 1e6;
  }

  private elapsed(): number {
    return this.now() - this.began;
  }

  /** True, or false with the error noted. */
  *run(url: string): NativeCode<boolean> {
    const { data } = this;
    let target = parseTarget(data, url);
    let method: string | null = null;
    let referer: string | null = null;
    while (target !== false) {
      data.info.url = target.url;
      const ok: boolean = yield* this.one(target, method, referer);
      if (!ok) break;
      const next = this.redirection(target);
      if (next === null) {
        data.info.totalTime = this.elapsed();
        return true;
      }
      if (data.flag('AUTOREFERER')) referer = target.url;
      const most = data.number('MAXREDIRS', MAX_REDIRECTS);
      if (most >= 0 && data.info.redirects >= most) {
        data.fail(ERROR.TOO_MANY_REDIRECTS, `Maximum (${most}) redirects followed`);
        break;
      }
      data.info.redirects++;
      data.info.redirectTime = this.elapsed();
      data.info.redirectUrl = '';
      method = this.methodAfter(method);
      target = parseTarget(data, next);
    }
    data.info.totalTime = this.elapsed();
    return false;
  }

  /** The address that is to be followed; null when this is the end. */
  private redirection(target: Target): string | null {
    const { data } = this;
    const { status } = data.info;
    if (status < 300 || status > 399 || data.info.redirectUrl === '') return null;
    const location = data.info.redirectUrl;
    const base = `${target.scheme}://${target.host.includes(':') ? `[${target.host}]` : target.host}:${target.port}`;
    const path = target.path.split('?')[0] as string;
    let url = location;
    if (location.startsWith('//')) url = `${target.scheme}:${location}`;
    else if (location.startsWith('/')) url = base + location;
    else if (!/^[a-z][a-z0-9+.-]*:/i.test(location)) url = base + path.slice(0, path.lastIndexOf('/') + 1) + location;
    data.info.redirectUrl = url;
    return data.flag('FOLLOWLOCATION') ? url : null;
  }

  /** 301, 302 and 303 turn POST into GET. */
  private methodAfter(before: string | null): string | null {
    const { status, method } = this.data.info;
    if (this.data.has('CUSTOMREQUEST')) return this.data.text('CUSTOMREQUEST');
    if (status <= 303 && method === 'POST') return 'GET';
    return status === 303 && method !== 'HEAD' ? 'GET' : before;
  }

  private *one(target: Target, method: string | null, referer: string | null): NativeCode<boolean> {
    const { data } = this;
    const request = buildRequest(this.rt, data, target, method, referer);
    if (request === false) return false;
    data.info.method = request.method;
    const connection = yield* this.connect(target);
    if (connection === null) return false;
    const result = yield* this.exchange(connection, request);
    if (result !== 'again') return result;
    // a kept connection that the server has closed meanwhile
    const fresh = yield* this.connect(target);
    return fresh !== null && (yield* this.exchange(fresh, request)) === true;
  }

  // -- connecting -------------------------------------------------------------------------------------------------------

  private *connect(target: Target): NativeCode<Connection | null> {
    const { data, network } = this;
    const path = data.text('UNIX_SOCKET_PATH');
    const key = `${target.scheme}://${target.host}:${target.port} ${path ?? ''}`;
    const { kept } = data;
    data.kept = null;
    if (
      kept !== null &&
      kept.key === key &&
      !kept.connection.ended &&
      kept.connection.writable &&
      !data.flag('FRESH_CONNECT')
    ) {
      this.reused = true;
      data.kept = kept;
      return kept.connection;
    }
    kept?.connection.close();
    this.reused = false;
    const hosts = path === null ? yield* this.resolve(target.host) : [target.host];
    if (hosts === null) return null;
    data.info.lookupTime = this.elapsed();
    for (const host of hosts) {
      const connection = network.connect(
        path === null ? { kind: 'inet', host, port: target.port } : { kind: 'unix', path },
      );
      const found = yield* this.established(connection, target);
      if (found === 'late') return null;
      if (!found) continue;
      data.kept = { key, connection };
      this.note(connection);
      data.info.scheme = target.scheme;
      return connection;
    }
    const ms = Math.floor(this.elapsed() * 1000);
    data.fail(
      ERROR.COULDNT_CONNECT,
      `Failed to connect to ${target.host} port ${target.port} after ${ms} ms: Couldn't connect to server`,
    );
    return null;
  }

  private *resolve(host: string): NativeCode<readonly string[] | null> {
    if (isNumeric(host)) return [host];
    const lookup = this.network.resolve(host, [0, 4, 6][this.data.number('IPRESOLVE', 0)] ?? 0);
    yield* waitFor(this.rt, [lookup], () => lookup.addresses !== null || lookup.error !== null, -1, 'curl', this.whole);
    if (lookup.error === null && lookup.addresses !== null && lookup.addresses.length > 0) return lookup.addresses;
    this.data.fail(ERROR.COULDNT_RESOLVE_HOST, `Could not resolve host: ${host}`);
    return null;
  }

  private *established(connection: Connection, target: Target): NativeCode<boolean | 'late'> {
    const { data } = this;
    const ms = data.number('CONNECTTIMEOUT_MS', 0) || data.number('CONNECTTIMEOUT', 0) * 1000;
    const limit = ms > 0 ? ms / 1000 : CONNECT_SECONDS;
    const seconds = this.limit < 0 ? limit : Math.min(limit, this.left());
    const opened = yield* waitFor(
      this.rt,
      [connection],
      () => connection.state !== 'connecting',
      seconds,
      'curl',
      this.whole,
    );
    if (opened !== 'ready') {
      connection.close();
      data.fail(
        ERROR.OPERATION_TIMEDOUT,
        `Failed to connect to ${target.host} port ${target.port} after ${Math.floor(this.elapsed() * 1000)} ms: Timeout was reached`,
      );
      return 'late';
    }
    if (connection.state !== 'open') return false;
    data.info.connectTime = this.elapsed();
    connection.setNoDelay(true);
    if (target.scheme === 'https') return (yield* this.secure(connection, target)) ? true : 'late';
    data.info.readyTime = this.elapsed();
    return true;
  }

  private *secure(connection: Connection, target: Target): NativeCode<boolean> {
    const { data, rt } = this;
    const file = data.text('CAINFO');
    const ca = file === null ? null : rt.host.readFile(file);
    connection.startTls({
      server: false,
      serverName: isNumeric(target.host) ? '' : target.host,
      verify: data.flag('SSL_VERIFYPEER', true),
      ...(ca === null ? {} : { ca }),
    });
    yield* waitFor(rt, [connection], () => connection.tls !== 'handshake', this.left(), 'curl', this.whole);
    if (connection.tls === 'on') {
      data.info.secureTime = data.info.readyTime = this.elapsed();
      return true;
    }
    const message = connection.error?.message ?? '';
    connection.close();
    if (/certificate|self.signed|issuer/i.test(message)) {
      return data.fail(ERROR.PEER_FAILED_VERIFICATION, `SSL certificate problem: ${message}`);
    }
    return data.fail(ERROR.SSL_CONNECT_ERROR, message);
  }

  private note(connection: Connection): void {
    const { info } = this.data;
    const { remote, local } = connection;
    if (remote?.kind === 'inet') [info.remoteAddress, info.remotePort] = [remote.host, remote.port];
    if (local?.kind === 'inet') [info.localAddress, info.localPort] = [local.host, local.port];
  }

  private left(): number {
    return this.limit < 0 ? -1 : Math.max(0, this.limit - this.elapsed());
  }

  // -- request and response ---------------------------------------------------------------------------------------------

  private *exchange(connection: Connection, request: CurlRequest): NativeCode<boolean | 'again'> {
    const { data } = this;
    data.info.requestHeader = request.head;
    data.info.requestSize += request.head.length;
    data.info.uploadLength = request.body === '' ? -1 : request.body.length;
    connection.write(request.head);
    if (request.expects) {
      const seconds = this.limit < 0 ? CONTINUE_SECONDS : Math.min(CONTINUE_SECONDS, this.left());
      yield* waitFor(
        this.rt,
        [connection],
        () => connection.available > 0 || connection.ended,
        seconds,
        'curl',
        this.whole,
      );
      const refused = /^HTTP\/1\.[01] [2-5]/.test(connection.peek(CHUNK));
      if (!refused) this.send(connection, request.body);
    } else this.send(connection, request.body);
    return yield* this.receive(connection, request);
  }

  private send(connection: Connection, body: string): void {
    if (body === '') return;
    connection.write(body);
    this.data.info.sent += body.length;
  }

  private *receive(connection: Connection, request: CurlRequest): NativeCode<boolean | 'again'> {
    const { data } = this;
    let early = '';
    let parser: ResponseParser | null = null;
    while (parser === null || !parser.done) {
      const ready = (): boolean => connection.available > 0 || connection.ended || connection.state === 'failed';
      const result = yield* waitFor(this.rt, [connection], ready, this.left(), 'curl', this.whole);
      if (result !== 'ready') return this.late(parser);
      const bytes = connection.take(CHUNK);
      if (bytes === '') {
        if (parser?.finish() === true) break;
        if (parser === null && early === '' && this.reused) return 'again';
        return this.cut(connection, parser, early);
      }
      let part = '';
      if (parser === null) {
        early += bytes;
        parser = yield* this.readHead(early, request);
        if (parser === null) {
          early = this.rest;
          if (data.errno !== 0) return false;
          continue;
        }
        part = parser.push(this.rest);
        if (data.flag('FAILONERROR') && data.info.status >= 400) {
          this.drop(connection);
          return data.fail(ERROR.HTTP_RETURNED_ERROR, `The requested URL returned error: ${data.info.status}`);
        }
      } else part = parser.push(bytes);
      data.info.received += part.length;
      if (part !== '' && !this.isFollowed() && !(yield* this.sink.body(part))) {
        this.drop(connection);
        return data.fail(ERROR.WRITE_ERROR, 'Failure writing output to destination');
      }
    }
    if (!parser.keepAlive || data.flag('FORBID_REUSE')) this.drop(connection);
    return true;
  }

  /** The bodies of redirections that are followed are not shown. */
  private isFollowed(): boolean {
    const { info } = this.data;
    return this.data.flag('FOLLOWLOCATION') && info.status >= 300 && info.status < 400 && info.redirectUrl !== '';
  }

  /** What has come behind the last head that was read. */
  private rest = '';

  /** Reads heads until one is final; null while there is none. */
  private *readHead(early: string, request: CurlRequest): NativeCode<ResponseParser | null> {
    const { data } = this;
    let text = early;
    for (;;) {
      this.rest = text;
      if (text.length >= 5 && !text.startsWith('HTTP/')) {
        data.fail(ERROR.UNSUPPORTED_PROTOCOL, 'Received HTTP/0.9 when not allowed');
        return null;
      }
      const end = text.indexOf('\r\n\r\n');
      if (end < 0) return null;
      const head = text.slice(0, end + 4);
      if (data.info.startTime === 0) data.info.startTime = this.elapsed();
      data.info.headerSize += head.length;
      for (const line of head.split(/(?<=\r\n)/)) {
        if (!(yield* this.sink.header(line))) {
          data.fail(ERROR.WRITE_ERROR, 'Failed writing header');
          return null;
        }
      }
      const status = Number(/^HTTP\/[\d.]+ (\d+)/.exec(head)?.[1] ?? 0);
      if (status >= 100 && status < 200 && status !== 101) {
        text = text.slice(end + 4);
        continue;
      }
      this.rest = text;
      data.info.status = status;
      data.info.httpVersion = head.startsWith('HTTP/1.0') ? 1 : 2;
      const parser = new ResponseParser(request.method === 'HEAD' || data.flag('NOBODY'), '');
      this.noteHeaders(head);
      return parser;
    }
  }

  private noteHeaders(head: string): void {
    const { info } = this.data;
    const get = (name: string): string | null =>
      new RegExp(`^${name}:[ \\t]*(.*?)[ \\t]*\\r$`, 'im').exec(head)?.[1] ?? null;
    info.contentType = get('content-type');
    info.downloadLength = Number(get('content-length') ?? -1);
    info.redirectUrl = info.status >= 300 && info.status < 400 ? (get('location') ?? '') : '';
  }

  private drop(connection: Connection): void {
    connection.close();
    this.data.kept = null;
  }

  private late(parser: ResponseParser | null): false {
    const { data } = this;
    if (data.kept !== null) this.drop(data.kept.connection);
    const ms = Math.floor(this.elapsed() * 1000);
    const total = parser !== null && data.info.downloadLength >= 0 ? ` out of ${data.info.downloadLength}` : '';
    const text = `Operation timed out after ${ms} milliseconds with ${data.info.received}${total} bytes received`;
    return data.fail(ERROR.OPERATION_TIMEDOUT, text);
  }

  /** The stream ended too early. */
  private cut(connection: Connection, parser: ResponseParser | null, early: string): false {
    const { data } = this;
    const reset = connection.error?.errno === 104;
    this.drop(connection);
    if (reset) return data.fail(ERROR.RECV_ERROR, 'Recv failure: Connection reset by peer');
    if (parser === null && early === '') return data.fail(ERROR.GOT_NOTHING, 'Empty reply from server');
    const { downloadLength, received } = data.info;
    if (downloadLength < 0) {
      return data.fail(ERROR.PARTIAL_FILE, 'transfer closed with outstanding read data remaining');
    }
    return data.fail(ERROR.PARTIAL_FILE, `transfer closed with ${downloadLength - received} bytes remaining to read`);
  }
}

/** Runs a transfer; false with the error noted in the handle. */
export function* transfer(rt: Executor, data: CurlData, url: string, sink: Sink): NativeCode<boolean> {
  const network = networkOf(rt);
  if (network === null) return data.fail(ERROR.COULDNT_CONNECT, "Couldn't connect to server");
  return yield* new Transfer(rt, data, sink, network).run(url);
}
