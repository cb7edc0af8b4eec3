/**
 * HTTP/1.x requests out of a stream of bytes, strictly: what two readers could understand differently (conflicting
 * lengths, a length beside chunks, folded lines, control bytes) is refused.
 * Source: RFC 9112; swoole-src src/protocol/http.cc, thirdparty/llhttp
 */
import { type FormPart, parameter, type UploadSettings, UploadStream } from './upload-stream.ts';
import { type ChunkedState, decodeChunks, newChunkedState } from './chunked.ts';

export interface HttpRequest {
  readonly method: string;
  /** Path and query as sent. */
  readonly target: string;
  /** `HTTP/1.1` */
  readonly protocol: string;
  /** Names in lower case. */
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
  readonly keepAlive: boolean;
  /** The whole request as it came, for rawContent's sibling getData(). */
  readonly data: string;
  /** Of a form that was too large to be held: its parts; the body is empty then. */
  readonly parts: readonly FormPart[] | null;
}

/** Why a request was refused: the status to answer. */
export interface HttpRefusal {
  readonly status: number;
}

export interface RequestLimits {
  readonly headerBytes: number;
  readonly bodyBytes: number;
  /** Of servers that take larger forms. */
  readonly upload: UploadSettings | null;
}

/** Most header lines of a request. */
const MAX_HEADERS = 1000;
/** The word in a list. */
const CLOSE = /(?:^|,)[ \t]*close[ \t]*(?:,|$)/;
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const BAD_VALUE = /[\0-\x08\x0a-\x1f\x7f]/;
/** What Swoole knows; anything else is no request. */
const METHODS: ReadonlySet<string> = new Set(
  (
    'DELETE GET HEAD POST PUT PATCH CONNECT OPTIONS TRACE COPY LOCK MKCOL MOVE PROPFIND PROPPATCH UNLOCK REPORT ' +
    'MKACTIVITY CHECKOUT MERGE M-SEARCH NOTIFY SUBSCRIBE UNSUBSCRIBE PURGE'
  ).split(' '),
);
const REQUEST_LINE = /^([A-Z-]{1,20}) ([!-~]+) (HTTP\/1\.[01])$/;

interface Head {
  readonly method: string;
  readonly target: string;
  readonly protocol: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly length: number;
  readonly chunked: boolean;
  readonly keepAlive: boolean;
  /** Bytes of the head with its empty line. */
  readonly size: number;
}

const BAD: HttpRefusal = { status: 400 };

/** One connection's requests, one after the other. */
export class RequestParser {
  private readonly limits: RequestLimits;
  private buffer = '';
  /** Where the search for the end of the head goes on. */
  private searched = 0;
  private head: Head | null = null;
  private chunks: ChunkedState | null = null;
  private upload: UploadStream | null = null;
  /** Bytes of the upload that have not come. */
  private left = 0;

  constructor(limits: RequestLimits) {
    this.limits = limits;
  }

  push(bytes: string): void {
    this.buffer = this.buffer === '' ? bytes : this.buffer + bytes;
  }

  /** Bytes that belong to no request yet. */
  get pending(): string {
    return this.buffer;
  }

  /** The same, and forgets them: the connection speaks something else from now on. */
  takePending(): string {
    const bytes = this.buffer;
    this.buffer = '';
    return bytes;
  }

  /** The client waits for `100 Continue` before it sends the body. */
  get awaitsContinue(): boolean {
    return this.head?.headers.some(([name, value]) => name === 'expect' && /^100-continue$/i.test(value)) ?? false;
  }

  /** The next complete request, null while there is none, or why what came is none. */
  next(): HttpRequest | HttpRefusal | null {
    if (this.head === null) {
      const head = this.readHead();
      if (head === null || 'status' in head) return head;
      if (head.size + head.length > this.limits.bodyBytes && !this.beginUpload(head)) return { status: 413 };
      this.head = head;
      this.chunks = head.chunked ? newChunkedState(head.size) : null;
    }
    if (this.upload !== null) return this.uploadedBody(this.head, this.upload);
    return this.chunks === null ? this.plainBody(this.head) : this.chunkedBody(this.head, this.chunks);
  }

  private readHead(): Head | HttpRefusal | null {
    // an empty line before a request is passed over
    while (this.buffer.startsWith('\r\n')) this.buffer = this.buffer.slice(2);
    const end = this.buffer.indexOf('\r\n\r\n', this.searched);
    if (end < 0) {
      if (this.buffer.length > this.limits.headerBytes) return { status: 431 };
      this.searched = Math.max(0, this.buffer.length - 3);
      return null;
    }
    if (end > this.limits.headerBytes) return { status: 431 };
    this.searched = 0;
    return parseHead(this.buffer.slice(0, end), end + 4);
  }

  /** A form that is too large to be held: its files are stored as they come. False when it is none. */
  private beginUpload(head: Head): boolean {
    const { upload, bodyBytes } = this.limits;
    const type = head.headers.find(([name]) => name === 'content-type')?.[1] ?? '';
    const boundary = /^multipart\/form-data/i.test(type) ? parameter(type, 'boundary') : null;
    if (upload === null || boundary === null || boundary === '') return false;
    this.upload = new UploadStream(boundary, bodyBytes, upload);
    this.left = head.length;
    this.buffer = this.buffer.slice(head.size);
    return true;
  }

  private uploadedBody(head: Head, upload: UploadStream): HttpRequest | HttpRefusal | null {
    const taken = Math.min(this.left, this.buffer.length);
    const refused = upload.push(this.buffer.slice(0, taken));
    this.buffer = this.buffer.slice(taken);
    this.left -= taken;
    if (refused !== 0) return { status: refused };
    if (this.left > 0) return null;
    if (!upload.complete) return BAD;
    this.upload = null;
    return this.finish(head, '', 0, upload.parts);
  }

  /** The connection is over: what has been stored of a request that is not complete goes away. */
  dispose(): void {
    this.upload?.dispose();
    this.upload = null;
  }

  private plainBody(head: Head): HttpRequest | null {
    const total = head.size + head.length;
    if (this.buffer.length < total) return null;
    const body = head.length === 0 ? '' : this.buffer.slice(head.size, total);
    return this.finish(head, body, total);
  }

  private chunkedBody(head: Head, state: ChunkedState): HttpRequest | HttpRefusal | null {
    const done = decodeChunks(state, this.buffer);
    if (done === 'bad') return BAD;
    if (state.size > this.limits.bodyBytes) return { status: 413 };
    return done === 'more' ? null : this.finish(head, state.parts.join(''), state.at);
  }

  private finish(head: Head, body: string, total: number, parts: readonly FormPart[] | null = null): HttpRequest {
    const data = this.buffer.length === total ? this.buffer : this.buffer.slice(0, total);
    this.buffer = this.buffer.length === total ? '' : this.buffer.slice(total);
    this.head = null;
    this.chunks = null;
    const { method, target, protocol, headers, keepAlive } = head;
    return { method, target, protocol, headers, body, keepAlive, data, parts };
  }
}

/** The rest of a line without blanks around it. */
function trimmed(line: string, from: number): string {
  let start = from;
  let end = line.length;
  while (start < end && isBlank(line.charCodeAt(start))) start++;
  while (end > start && isBlank(line.charCodeAt(end - 1))) end--;
  return line.slice(start, end);
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

function parseHead(text: string, size: number): Head | HttpRefusal {
  const lines = text.split('\r\n');
  const first = REQUEST_LINE.exec(lines[0] as string);
  if (first === null) return /HTTP\/[02-9]/.test(lines[0] as string) ? { status: 505 } : BAD;
  if (!METHODS.has(first[1] as string)) return BAD;
  const headers: (readonly [string, string])[] = [];
  if (lines.length > MAX_HEADERS) return { status: 431 };
  let length = -1;
  let chunked = false;
  let connection = '';
  let hosts = 0;
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i] as string;
    const colon = line.indexOf(':');
    const name = line.slice(0, colon);
    if (colon < 1 || !TOKEN.test(name)) return BAD;
    const value = trimmed(line, colon + 1);
    if (BAD_VALUE.test(value)) return BAD;
    const lower = name.toLowerCase();
    headers.push([lower, value]);
    if (lower === 'content-length') {
      if (!/^\d{1,15}$/.test(value) || length >= 0) return BAD;
      length = Number(value);
    } else if (lower === 'transfer-encoding') {
      if (chunked || value.toLowerCase() !== 'chunked') return chunked ? BAD : { status: 501 };
      chunked = true;
    } else if (lower === 'connection') connection = value.toLowerCase();
    else if (lower === 'host') hosts++;
  }
  const protocol = first[3] as string;
  if (hosts > 1 || (chunked && (length >= 0 || protocol === 'HTTP/1.0'))) return BAD;
  const keepAlive = protocol === 'HTTP/1.1' ? !CLOSE.test(connection) : connection.includes('keep-alive');
  return {
    method: first[1] as string,
    target: first[2] as string,
    protocol,
    headers,
    length: Math.max(0, length),
    chunked,
    keepAlive,
    size,
  };
}
