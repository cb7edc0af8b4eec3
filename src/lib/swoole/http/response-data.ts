/**
 * An answer under way: status and headers until they are sent, then the body in one piece or in chunks.
 * Source: swoole-src ext-src/swoole_http_response.cc (HttpContext)
 */
import { PhpArray } from '../../../value/php-array.ts';
import type { PhpObject } from '../../../value/php-object.ts';
import { toStr } from '../../../value/convert.ts';
import { deref, type Zval } from '../../../value/zval.ts';
import type { Executor } from '../../../vm/executor.ts';
import type { Connection } from '../../../vm/net-ports.ts';
import type { HttpRequest } from '../../http/request-parser.ts';
import { statusLine } from '../../http/status-text.ts';
import { acceptedEncoding, compressBody, type CompressionSettings, type Packed } from './compression.ts';
import type { FrameReader } from '../../http/websocket-frames.ts';
import type { FrameOptions } from './websocket-receive.ts';
import { schedulerOf } from '../../../coro/scheduler.ts';
import { logWarning } from '../log.ts';
import { warn } from '../support.ts';
import { httpDate } from './http-date.ts';
import { answerHeaders, fieldsOf } from '../http2/stream-answer.ts';
import type { Http2Session } from '../../http/http2/session.ts';
import type { Http2Stream } from '../../http/http2/stream.ts';
import type { CoSocket } from '../net/co-socket.ts';

export const SLOT = { fd: 0, socket: 1, header: 2, cookie: 3, trailer: 4 } as const;

const SERVER = 'swoole-http-server';
/** SW_ERROR_DATA_LENGTH_TOO_LARGE */
const DATA_LENGTH_TOO_LARGE = 1203;
/** Headers that the answer has of itself unless the program sets them. */
const OWN = { server: 1, date: 2, connection: 4, 'content-type': 8, 'content-length': 16, 'transfer-encoding': 32 };
const OWN_BITS: ReadonlyMap<string, number> = new Map(Object.entries(OWN));

/** What a response answers, and what happens when it is done. */
export interface Exchange {
  readonly connection: Connection;
  readonly fd: number;
  readonly isHead: boolean;
  readonly keepAlive: boolean;
  readonly request: HttpRequest | null;
  /** Of a server of coroutines: what its programs read from. */
  readonly socket: CoSocket | null;
  /** Of HTTP/2. */
  readonly stream?: { readonly stream: Http2Stream; readonly session: Http2Session };
  /** Bytes that may be sent at once; absent: any number. */
  readonly maxBytes?: number;
  /** Null or absent: nothing is compressed. */
  readonly compression?: CompressionSettings | null;
  /** The program has answered a request to upgrade. */
  onUpgrade?: () => void;
  /** Of WebSockets: lines that the answer has beside the program's. */
  readonly upgradeLines?: string;
  /** Packed messages are spoken (websocket_compression). */
  readonly packsMessages?: boolean;
  /** Bytes of a message. */
  readonly maxMessage?: number;
  /** Of WebSockets: what the program wants to see. */
  readonly frameOptions?: FrameOptions;
  /** Bytes that have come behind the request. */
  takeRest?(): string;
  /** The answer is complete (or given up): the connection goes on or is closed. */
  done(keepAlive: boolean): void;
}

/** What a Response object holds. */
export class ResponseData {
  readonly rt: Executor;
  readonly exchange: Exchange;
  status = 200;
  reason = '';
  headersSent = false;
  ended = false;
  chunked = false;
  upgraded = false;
  detached = false;
  /** Of an upgraded connection of a server of coroutines. */
  frames: FrameReader | null = null;
  /** The client takes packed messages. */
  packs = false;

  constructor(rt: Executor, exchange: Exchange) {
    this.rt = rt;
    this.exchange = exchange;
  }

  /** The program may still write. */
  get writable(): boolean {
    const { connection, stream } = this.exchange;
    return !this.ended && !this.detached && connection.writable && stream?.stream.gone !== true;
  }

  /** The head; `length` null: chunks follow. */
  head(self: PhpObject, length: number | null, packs = false, encoding = ''): string {
    const { rt } = this;
    let out = `HTTP/1.1 ${this.reason === '' ? statusLine(this.status) : `${this.status} ${this.reason}`}\r\n`;
    let seen = 0;
    const headers = deref(self.props[SLOT.header]);
    if (headers instanceof PhpArray) {
      headers.forEach((held, key) => {
        const bit = OWN_BITS.get(String(key).toLowerCase()) ?? 0;
        if (bit === OWN['content-length'] && packs) return; // another length is sent
        seen |= bit;
        out += this.headerLines(rt, String(key), deref(held), bit);
      });
    }
    const cookies = deref(self.props[SLOT.cookie]);
    if (cookies instanceof PhpArray) {
      for (const held of cookies.valueList()) {
        const cookie = deref(held);
        if (typeof cookie === 'string' && isClean(rt, cookie)) out += `Set-Cookie: ${cookie}\r\n`;
      }
    }
    if ((seen & OWN.server) === 0) out += `Server: ${SERVER}\r\n`;
    if ((seen & OWN.date) === 0) out += `Date: ${httpDate(rt)}\r\n`;
    this.headersSent = true;
    if (this.upgraded) return `${out}${this.exchange.upgradeLines ?? ''}\r\n`;
    if ((seen & OWN.connection) === 0)
      out += this.exchange.keepAlive ? 'Connection: keep-alive\r\n' : 'Connection: close\r\n';
    if ((seen & OWN['content-type']) === 0) out += 'Content-Type: text/html\r\n';
    if (length === null) {
      if ((seen & OWN['transfer-encoding']) === 0) out += 'Transfer-Encoding: chunked\r\n';
    } else if ((length > 0 || !this.exchange.isHead) && (seen & OWN['content-length']) === 0) {
      out += `${encoding}Content-Length: ${length}\r\n`;
    }
    return `${out}\r\n`;
  }

  /** @param own the header's bit if the answer has it of itself, 0 otherwise */
  private headerLines(rt: Executor, key: string, value: Zval, own: number): string {
    if (own === OWN['content-length'] && this.chunked) return '';
    if (own !== 0 && value === '') return '';
    if (value instanceof PhpArray) {
      return value
        .valueList()
        .map((one) => headerLine(rt, key, deref(one)))
        .join('');
    }
    return headerLine(rt, key, value);
  }

  /** The whole answer, or the end of a chunked one; false when the other side is gone. */
  end(self: PhpObject, body: string): boolean {
    if (this.ended) return false;
    this.ended = true;
    const { connection, isHead, stream } = this.exchange;
    if (stream !== undefined) return this.endStream(stream.stream, self, body);
    let bytes: string;
    this.upgraded ||= this.status === 101 && this.exchange.onUpgrade !== undefined;
    if (this.chunked) {
      bytes = (body === '' ? '' : chunk(body)) + this.lastChunk(self);
    } else {
      bytes = this.headersSent ? (isHead ? '' : body) : this.whole(self, body, isHead);
    }
    if (bytes.length > (this.exchange.maxBytes ?? bytes.length)) return this.refuseLength(bytes.length);
    const sent = connection.write(bytes);
    if (this.upgraded) {
      this.exchange.onUpgrade?.();
      return sent;
    }
    const wanted = closesByHeader(self);
    this.exchange.done(sent && this.exchange.keepAlive && !wanted);
    return sent;
  }

  /** More than the server sends at once: the connection is given up. */
  private refuseLength(length: number): false {
    schedulerOf(this.rt).lastError = DATA_LENGTH_TOO_LARGE;
    logWarning(
      this.rt,
      `ProcessFactory::finish() (ERRNO ${DATA_LENGTH_TOO_LARGE}): The length of data [${length}] exceeds the output buffer ` +
        `size[${this.exchange.maxBytes}], please use the sendfile, chunked transfer mode or adjust the output_buffer_size`,
    );
    this.exchange.done(false);
    return false;
  }

  /** The head on a stream of HTTP/2. */
  streamHead(stream: Http2Stream, self: PhpObject, length: number | null, encoding: string, end: boolean): boolean {
    this.headersSent = true;
    const { header, cookie } = SLOT;
    const parts = { status: this.status, headers: self.props[header], cookies: self.props[cookie], length, encoding };
    return stream.sendHead(answerHeaders(this.rt, parts), end);
  }

  private endStream(stream: Http2Stream, self: PhpObject, body: string): boolean {
    const { isHead } = this.exchange;
    const fields = [...fieldsOf(this.rt, self.props[SLOT.trailer])];
    const trailers = fields.length === 0 ? null : fields;
    const fresh = !this.headersSent;
    const packed = fresh ? this.packed(self, body) : null;
    const content = packed?.bytes ?? body;
    const bare = fresh && trailers === null && (isHead || content === '');
    const length = content.length > 0 || !isHead ? content.length : null;
    let sent = !fresh || this.streamHead(stream, self, length, packed?.encoding ?? '', bare);
    if (sent && !bare) sent = stream.sendData(isHead ? '' : content, true, trailers);
    this.exchange.done(this.exchange.connection.writable);
    return sent;
  }

  /** The body as the client and the server want it compressed; null when they do not. */
  private packed(self: PhpObject, body: string): Packed | null {
    const { request, compression } = this.exchange;
    const encoding = request === null || !compression ? null : acceptedEncoding(request);
    if (encoding === null || !compression || !this.compressible(self, compression)) return null;
    return compressBody(this.rt, compression, encoding, body);
  }

  /** Head and body, compressed where the client and the server want it. */
  private whole(self: PhpObject, body: string, isHead: boolean): string {
    const { request, compression } = this.exchange;
    const encoding = request === null || !compression ? null : acceptedEncoding(request);
    if (encoding === null || !compression || !this.compressible(self, compression)) {
      const head = this.head(self, body.length);
      return isHead ? head : head + body;
    }
    const packed = compressBody(this.rt, compression, encoding, body);
    const content = packed?.bytes ?? body;
    const line = packed === null ? '' : `Content-Encoding: ${packed.encoding}\r\n`;
    const head = this.head(self, content.length, true, line);
    return isHead ? head : head + content;
  }

  /** The program has not encoded the body itself, and its type is one that is to be compressed. */
  private compressible(self: PhpObject, settings: CompressionSettings): boolean {
    if (this.upgraded) return false;
    const headers = deref(self.props[SLOT.header]);
    if (!(headers instanceof PhpArray)) return true;
    let type = 'text/html';
    let encoded = false;
    headers.forEach((held, key) => {
      const name = String(key).toLowerCase();
      const v = deref(held);
      if (name === 'content-type') type = toStr(this.rt, v);
      else if (name === 'content-encoding' && typeof v === 'string') encoded = true;
    });
    return !encoded && (settings.types === null || settings.types.has(type));
  }

  private lastChunk(self: PhpObject): string {
    const trailer = deref(self.props[SLOT.trailer]);
    let lines = '';
    if (trailer instanceof PhpArray) {
      for (const [key, held] of trailer.entries()) lines += headerLine(this.rt, String(key), deref(held));
    }
    return `0\r\n${lines}\r\n`;
  }

  /** A part of a chunked answer. */
  write(self: PhpObject, body: string): boolean {
    const { stream } = this.exchange;
    if (stream !== undefined) {
      this.chunked = true;
      if (!this.headersSent && !this.streamHead(stream.stream, self, null, '', false)) return false;
      return stream.stream.sendData(body, false);
    }
    let bytes = '';
    if (!this.headersSent) {
      this.chunked = true;
      bytes = this.head(self, null);
    }
    return this.exchange.connection.write(bytes + chunk(body));
  }
}

function chunk(bytes: string): string {
  return `${bytes.length.toString(16)}\r\n${bytes}\r\n`;
}

function headerLine(rt: Executor, key: string, value: Zval): string {
  if (value === null || value === undefined) return '';
  if (!isClean(rt, key)) return '';
  const text = (typeof value === 'string' ? value : toStr(rt, value)).replace(/[ \t\r\n\v\0]+$/, '');
  return isClean(rt, text) ? `${key}: ${text}\r\n` : '';
}

/** False after a warning: what would be another line is not sent. */
function isClean(rt: Executor, text: string): boolean {
  const bad = /[\r\n\0]/.exec(text);
  if (bad === null) return true;
  if (bad[0] === '\0') warn(rt, 'Header may not contain NUL bytes');
  else warn(rt, 'Header may not contain more than a single header, new line detected');
  return false;
}

/** `Connection: close` set by the program. */
function closesByHeader(self: PhpObject): boolean {
  const headers = deref(self.props[SLOT.header]);
  if (!(headers instanceof PhpArray)) return false;
  const v = deref(headers.getStr('Connection'));
  return typeof v === 'string' && v.toLowerCase() === 'close';
}
