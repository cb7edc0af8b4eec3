/**
 * A server's side of a connection of HTTP/2: pure, fed with bytes, answering through a function.
 * Source: RFC 9113; swoole-src ext-src/swoole_http2_server.cc
 */
import { contentOf, FRAME, type Frame, FRAME_FLAG, HTTP2_ERROR, Http2Frames } from './frames.ts';
import { packFrame, readUint32, uint32 } from './frames.ts';
import { type Header, HpackDecoder, HpackEncoder } from './hpack.ts';
import type { Huffman } from './huffman.ts';
import { requestHead } from './request-headers.ts';
import { defaultSettings, type Http2Settings, settingsFrame, takeSettings } from './settings.ts';
import { Http2Stream, type StreamLink } from './stream.ts';

/** What a session is told once. */
export interface SessionOptions {
  readonly huffman: Huffman;
  readonly settings: Http2Settings;
  readonly maxHeaders: number;
  readonly maxBody: number;
  /** False when the connection takes nothing any more. */
  write(bytes: string): boolean;
  /** Bytes that have been written and not been taken. */
  unsent(): number;
}

const FIRST_WINDOW = 65535;
const MAX_WINDOW = 2 ** 31 - 1;
const MAX_BLOCK = 65536;
/** Frames that a block of headers may come in. */
const MAX_CONTINUATIONS = 64;
/** Answers to frames of control that nobody reads. */
const MAX_UNSENT = 4 * 1024 * 1024;
const ENTITY_TOO_LARGE = '413';

/** A block of headers whose end has not come. */
interface Block {
  readonly stream: number;
  readonly end: boolean;
  bytes: string;
  frames: number;
}

export class Http2Session implements StreamLink {
  readonly streams: Map<number, Http2Stream> = new Map();
  /** Requests that are complete and that nobody has begun to answer. */
  readonly ready: Http2Stream[] = [];
  lastStreamId = 0;
  remoteWindow: number = FIRST_WINDOW;
  /** A goodbye has been sent: no more requests. */
  leaving = false;
  /** Requests that are complete and not answered, also those that the client has given up. */
  answering = 0;
  private readonly options: SessionOptions;
  private readonly remote: Http2Settings = defaultSettings();
  private readonly frames: Http2Frames;
  private readonly decoder: HpackDecoder;
  private readonly encoder: HpackEncoder;
  private localWindow: number;
  private block: Block | null = null;
  private over = false;

  constructor(options: SessionOptions) {
    const { settings } = options;
    this.options = options;
    this.frames = new Http2Frames(settings.maxFrameSize);
    this.decoder = new HpackDecoder(options.huffman, settings.headerTableSize);
    this.encoder = new HpackEncoder(options.huffman);
    this.localWindow = Math.max(FIRST_WINDOW, settings.initWindowSize);
    options.write(settingsFrame(settings, true));
    if (this.localWindow > FIRST_WINDOW) this.sendWindow(0, this.localWindow - FIRST_WINDOW);
  }

  get maxFrame(): number {
    return Math.min(this.remote.maxFrameSize, this.options.settings.maxFrameSize);
  }

  write(bytes: string): boolean {
    return this.options.write(bytes);
  }

  writeHeaders(stream: number, headers: readonly Header[], end: boolean): boolean {
    const block = this.encoder.encode(headers);
    const size = this.maxFrame;
    let out = '';
    for (let at = 0; at === 0 || at < block.length; at += size) {
      const last = at + size >= block.length ? FRAME_FLAG.endHeaders : 0;
      const flags = last | (at === 0 && end ? FRAME_FLAG.endStream : 0);
      out += packFrame(at === 0 ? FRAME.headers : FRAME.continuation, flags, stream, block.slice(at, at + size));
    }
    return this.write(out);
  }

  finished(stream: Http2Stream): void {
    this.streams.delete(stream.id);
  }

  goaway(code: number, text = ''): boolean {
    this.leaving = true;
    return this.write(packFrame(FRAME.goaway, 0, 0, uint32(this.lastStreamId) + uint32(code) + text));
  }

  ping(): boolean {
    return this.write(packFrame(FRAME.ping, 0, 0, '\0'.repeat(8)));
  }

  /** The connection is closed. */
  close(): void {
    this.over = true;
    for (const stream of this.streams.values()) stream.abandon();
    this.streams.clear();
    this.ready.length = 0;
  }

  /** Takes bytes; false when the connection is to be closed. */
  receive(bytes: string): boolean {
    this.frames.push(bytes);
    while (!this.over) {
      const frame = this.frames.next();
      if (frame === null) return true;
      const error = frame === false ? HTTP2_ERROR.frameSize : this.frame(frame);
      if (error !== HTTP2_ERROR.none || this.options.unsent() > MAX_UNSENT) {
        this.goaway(error === HTTP2_ERROR.none ? HTTP2_ERROR.enhanceYourCalm : error);
        this.over = true;
      }
    }
    return false;
  }

  /** An error of the whole connection, 0 for none. */
  private frame(frame: Frame): number {
    const { type } = frame;
    if (this.block !== null && (type !== FRAME.continuation || frame.stream !== this.block.stream)) {
      return HTTP2_ERROR.protocol;
    }
    switch (type) {
      case FRAME.headers:
        return this.headers(frame);
      case FRAME.continuation:
        return this.continuation(frame);
      case FRAME.data:
        return this.data(frame);
      case FRAME.settings:
        return this.settings(frame);
      case FRAME.windowUpdate:
        return this.window(frame);
      case FRAME.rstStream:
        return this.reset(frame);
      case FRAME.ping:
        if (frame.payload.length !== 8) return HTTP2_ERROR.frameSize;
        if ((frame.flags & FRAME_FLAG.ack) === 0) this.write(packFrame(FRAME.ping, FRAME_FLAG.ack, 0, frame.payload));
        return HTTP2_ERROR.none;
      case FRAME.pushPromise:
        return HTTP2_ERROR.protocol;
      default:
        return HTTP2_ERROR.none; // priorities, a client's goodbye, what is unknown
    }
  }

  private headers(frame: Frame): number {
    const bytes = contentOf(frame);
    if (bytes === null || frame.stream % 2 === 0) return HTTP2_ERROR.protocol;
    const block = { stream: frame.stream, end: (frame.flags & FRAME_FLAG.endStream) !== 0, bytes, frames: 1 };
    if ((frame.flags & FRAME_FLAG.endHeaders) !== 0) return this.complete(block);
    this.block = block;
    return HTTP2_ERROR.none;
  }

  private continuation(frame: Frame): number {
    const { block } = this;
    if (block === null) return HTTP2_ERROR.protocol;
    block.bytes += frame.payload;
    block.frames++;
    if (block.bytes.length > MAX_BLOCK || block.frames > MAX_CONTINUATIONS) return HTTP2_ERROR.enhanceYourCalm;
    if ((frame.flags & FRAME_FLAG.endHeaders) === 0) return HTTP2_ERROR.none;
    this.block = null;
    return this.complete(block);
  }

  /** A whole block of headers: a new request, or what ends one. */
  private complete(block: Block): number {
    const headers = this.decoder.decode(block.bytes, MAX_BLOCK);
    if (headers === null) return HTTP2_ERROR.compression;
    const { options } = this;
    const stream = this.streams.get(block.stream);
    if (stream !== undefined) {
      if (!block.end || stream.answering) return HTTP2_ERROR.protocol;
      this.take(stream);
      return HTTP2_ERROR.none;
    }
    if (block.stream <= this.lastStreamId) return HTTP2_ERROR.none; // of a stream that is closed
    if (this.leaving) return HTTP2_ERROR.none;
    this.lastStreamId = block.stream;
    const { maxConcurrentStreams } = options.settings;
    if (this.streams.size >= maxConcurrentStreams || this.answering >= maxConcurrentStreams) {
      return this.refuse(block.stream, HTTP2_ERROR.refusedStream);
    }
    const head = headers.length > options.maxHeaders ? null : requestHead(headers);
    if (head === null) return this.refuse(block.stream, HTTP2_ERROR.protocol);
    if (head.length > options.maxBody) {
      this.writeHeaders(block.stream, [[':status', ENTITY_TOO_LARGE]], true);
      this.goaway(HTTP2_ERROR.none);
      this.over = true;
      return HTTP2_ERROR.none;
    }
    const fresh = new Http2Stream(
      this,
      block.stream,
      head,
      options.settings.initWindowSize,
      this.remote.initWindowSize,
    );
    this.streams.set(fresh.id, fresh);
    if (block.end) this.take(fresh);
    return HTTP2_ERROR.none;
  }

  /** The request is complete. */
  private take(stream: Http2Stream): void {
    stream.answering = true;
    this.answering++;
    this.ready.push(stream);
  }

  private refuse(id: number, code: number): number {
    this.write(packFrame(FRAME.rstStream, 0, id, uint32(code)));
    const stream = this.streams.get(id);
    this.streams.delete(id);
    stream?.abandon();
    return HTTP2_ERROR.none;
  }

  private data(frame: Frame): number {
    const size = frame.payload.length;
    const bytes = contentOf(frame);
    if (bytes === null || frame.stream === 0) return HTTP2_ERROR.protocol;
    this.localWindow -= size;
    if (this.localWindow < 0) return HTTP2_ERROR.flowControl;
    const window = Math.max(FIRST_WINDOW, this.options.settings.initWindowSize);
    if (this.localWindow < window / 4) {
      this.sendWindow(0, window - this.localWindow);
      this.localWindow = window;
    }
    const stream = this.streams.get(frame.stream);
    if (stream === undefined) return frame.stream <= this.lastStreamId ? HTTP2_ERROR.none : HTTP2_ERROR.protocol;
    if (stream.answering) return this.refuse(stream.id, HTTP2_ERROR.streamClosed);
    if (stream.body.length + bytes.length > this.options.maxBody) return this.refuse(stream.id, HTTP2_ERROR.cancel);
    stream.body += bytes;
    stream.localWindow -= size;
    if (stream.localWindow < 0) return this.refuse(stream.id, HTTP2_ERROR.flowControl);
    if ((frame.flags & FRAME_FLAG.endStream) !== 0) this.take(stream);
    else if (stream.localWindow < this.options.settings.initWindowSize / 4) {
      this.sendWindow(stream.id, this.options.settings.initWindowSize - stream.localWindow);
      stream.localWindow = this.options.settings.initWindowSize;
    }
    return HTTP2_ERROR.none;
  }

  private sendWindow(stream: number, size: number): void {
    this.write(packFrame(FRAME.windowUpdate, 0, stream, uint32(size)));
  }

  private settings(frame: Frame): number {
    if (frame.stream !== 0) return HTTP2_ERROR.protocol;
    if ((frame.flags & FRAME_FLAG.ack) !== 0) return HTTP2_ERROR.none;
    const sender = { encoder: this.encoder, streams: this.streams.values() };
    if (!takeSettings(this.remote, frame.payload, sender)) return HTTP2_ERROR.protocol;
    this.write(packFrame(FRAME.settings, FRAME_FLAG.ack, 0, ''));
    this.flushAll();
    return HTTP2_ERROR.none;
  }

  private window({ stream: id, payload }: Frame): number {
    if (payload.length !== 4) return HTTP2_ERROR.frameSize;
    const size = readUint32(payload, 0) & MAX_WINDOW;
    if (size === 0) return id === 0 ? HTTP2_ERROR.protocol : this.refuse(id, HTTP2_ERROR.protocol);
    if (id === 0) {
      this.remoteWindow += size;
      if (this.remoteWindow > MAX_WINDOW) return HTTP2_ERROR.flowControl;
      this.flushAll();
      return HTTP2_ERROR.none;
    }
    const stream = this.streams.get(id);
    if (stream === undefined) return id <= this.lastStreamId ? HTTP2_ERROR.none : HTTP2_ERROR.protocol;
    stream.remoteWindow += size;
    if (stream.remoteWindow > MAX_WINDOW) return this.refuse(id, HTTP2_ERROR.flowControl);
    stream.flush();
    return HTTP2_ERROR.none;
  }

  private flushAll(): void {
    for (const stream of [...this.streams.values()]) stream.flush();
  }

  private reset({ stream: id, payload }: Frame): number {
    if (payload.length !== 4) return HTTP2_ERROR.frameSize;
    const stream = this.streams.get(id);
    if (stream === undefined) return id <= this.lastStreamId && id !== 0 ? HTTP2_ERROR.none : HTTP2_ERROR.protocol;
    this.streams.delete(id);
    stream.abandon();
    return HTTP2_ERROR.none;
  }
}
