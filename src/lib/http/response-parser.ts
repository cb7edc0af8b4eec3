/**
 * HTTP/1.x responses out of a stream of bytes.
 * Source: RFC 9112; swoole-src ext-src/swoole_http_client_coro.cc
 */
import { type ChunkedState, decodeChunks, newChunkedState } from './chunked.ts';

export interface ResponseHead {
  readonly status: number;
  readonly reason: string;
  /** Names as they came. */
  readonly headers: readonly (readonly [string, string])[];
  readonly keepAlive: boolean;
}

/** Most bytes of a head. */
const HEAD_BYTES = 1 << 20;
const STATUS_LINE = /^HTTP\/1\.([01]) (\d{3})(?: ([^\r\n]*))?$/;
const CHUNKS_KEPT = 1 << 16;

/** How a body ends. */
type Framing =
  | { kind: 'length'; left: number }
  | { kind: 'chunked'; state: ChunkedState }
  | { kind: 'close' }
  | { kind: 'events' };

/** Reads one response. */
export class ResponseParser {
  private buffer = '';
  private readonly isHead: boolean;
  head: ResponseHead | null = null;
  private framing: Framing | null = null;
  /** The response is complete. */
  done = false;
  /** What came was no response. */
  bad = false;

  /** @param isHead the answer to a HEAD request, which has no body */
  constructor(isHead: boolean, early: string) {
    this.isHead = isHead;
    this.buffer = early;
  }

  /** Takes bytes; answers the parts of the body that are in them. */
  push(bytes: string): string {
    this.buffer = this.buffer === '' ? bytes : this.buffer + bytes;
    while (this.head === null || this.head.status === 100) {
      const end = this.buffer.indexOf('\r\n\r\n');
      if (end < 0) {
        this.bad ||= this.buffer.length > HEAD_BYTES;
        return '';
      }
      this.readHead(this.buffer.slice(0, end));
      if (this.bad) return '';
      this.buffer = this.buffer.slice(end + 4);
    }
    return this.body();
  }

  /** The stream has ended; false when that cut the response short. */
  finish(): boolean {
    if (this.framing?.kind === 'close') this.done = true;
    return this.done;
  }

  /** Another response may follow. */
  get keepAlive(): boolean {
    return this.head?.keepAlive === true && this.framing?.kind !== 'close';
  }

  /** Bytes behind the response. */
  get rest(): string {
    return this.buffer;
  }

  private body(): string {
    const { framing } = this;
    if (framing === null || this.done) return '';
    if (framing.kind === 'chunked') return this.chunks(framing.state);
    if (framing.kind === 'close' || framing.kind === 'events') {
      // events come for ever: the program reads them from the socket
      this.done = framing.kind === 'events';
      const all = this.buffer;
      this.buffer = '';
      return all;
    }
    const part = this.buffer.slice(0, framing.left);
    this.buffer = this.buffer.slice(part.length);
    framing.left -= part.length;
    this.done = framing.left === 0;
    return part;
  }

  private chunks(state: ChunkedState): string {
    const result = decodeChunks(state, this.buffer);
    this.bad ||= result === 'bad';
    this.done = result === 'done';
    if (this.done) this.addTrailer(state.trailer);
    if (this.done || state.at > CHUNKS_KEPT) {
      this.buffer = this.buffer.slice(state.at);
      state.at = 0;
    }
    return state.parts.splice(0).join('');
  }

  /** Fields behind the body are headers, too. */
  private addTrailer(lines: readonly string[]): void {
    if (this.head === null || lines.length === 0) return;
    const fields = lines.map((line): readonly [string, string] => {
      const colon = line.indexOf(':');
      return [line.slice(0, Math.max(colon, 0)), line.slice(colon + 1).trim()];
    });
    this.head = { ...this.head, headers: [...this.head.headers, ...fields.filter(([name]) => name !== '')] };
  }

  private readHead(text: string): void {
    const lines = text.split('\r\n');
    const first = STATUS_LINE.exec(lines[0] as string);
    if (first === null) {
      this.bad = true;
      return;
    }
    const headers: (readonly [string, string])[] = [];
    const get = new Map<string, string>();
    for (let i = 1; i < lines.length; i++) {
      const line = lines[i] as string;
      const colon = line.indexOf(':');
      if (colon < 1) {
        this.bad = true;
        return;
      }
      const name = line.slice(0, colon);
      const value = line.slice(colon + 1).trim();
      headers.push([name, value]);
      get.set(name.toLowerCase(), value);
    }
    const connection = (get.get('connection') ?? '').toLowerCase();
    const keepAlive = first[1] === '1' ? !connection.includes('close') : connection.includes('keep-alive');
    this.head = { status: Number(first[2]), reason: first[3] ?? '', headers, keepAlive };
    this.frame(this.head.status, get);
  }

  private frame(status: number, get: ReadonlyMap<string, string>): void {
    const length = get.get('content-length');
    if (this.isHead || status === 204 || status === 304 || (status >= 100 && status < 200)) {
      this.framing = { kind: 'length', left: 0 };
      this.done = status !== 100;
    } else if (/(^|,)\s*chunked$/i.test(get.get('transfer-encoding') ?? '')) {
      this.framing = { kind: 'chunked', state: newChunkedState(0) };
    } else if (length !== undefined) {
      this.bad ||= !/^\d{1,15}$/.test(length);
      this.framing = { kind: 'length', left: Number(length) };
      this.done = Number(length) === 0;
    } else if (/^text\/event-stream/i.test(get.get('content-type') ?? '')) this.framing = { kind: 'events' };
    else this.framing = { kind: 'close' };
  }
}
