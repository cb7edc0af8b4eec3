/**
 * A client's side of a connection of HTTP/2.
 * Source: swoole-src ext-src/swoole_http2_client_coro.cc (Client)
 */
import type { NativeCode } from '../../../object/native-code.ts';
import type { PhpObject } from '../../../value/php-object.ts';
import type { Executor } from '../../../vm/executor.ts';
import type { Watched } from '../../../vm/net-ports.ts';
import { contentOf, FRAME, type Frame, FRAME_FLAG, Http2Frames, PREFACE } from '../../http/http2/frames.ts';
import { packFrame, readUint32, uint32 } from '../../http/http2/frames.ts';
import { type Header, HpackDecoder, HpackEncoder } from '../../http/http2/hpack.ts';
import { defaultSettings, type Http2Settings, takeSettings, settingsFrame } from '../../http/http2/settings.ts';
import type { CoSocket } from '../net/co-socket.ts';
import { fillResponse, RESPONSE_SLOT } from './messages.ts';
import { huffmanOf } from './session-of.ts';

const CHUNK = 65536;
const FIRST_WINDOW = 65535;
const MAX_BLOCK = 1 << 20;

/** A request and its answer. */
export class ClientStream {
  readonly id: number;
  /** The program writes the body in parts, reads it in parts. */
  readonly writesParts: boolean;
  readonly readsParts: boolean;
  response: PhpObject;
  body = '';
  isGzip = false;
  /** The body comes in several frames. */
  comesInParts = false;
  requestEnded = false;
  remoteWindow: number;
  localWindow: number;

  constructor(id: number, response: PhpObject, writesParts: boolean, readsParts: boolean, windows: [number, number]) {
    this.id = id;
    this.response = response;
    this.writesParts = writesParts;
    this.readsParts = readsParts;
    [this.remoteWindow, this.localWindow] = windows;
  }
}

/** What came of a frame: an answer (owned), a goodbye, an error of the connection, or nothing to tell. */
type Outcome = PhpObject | 'goaway' | 'error' | null;

/** What a client hears of a goodbye. */
export interface Goodbye {
  readonly code: number;
  readonly text: string;
  readonly lastStream: number;
}

export class Http2Connection implements Watched {
  /** Those who wait for a window. */
  readonly listeners: Set<() => void> = new Set();
  readonly socket: CoSocket;
  readonly streams: Map<number, ClientStream> = new Map();
  readonly local: Http2Settings = defaultSettings();
  readonly remote: Http2Settings = defaultSettings();
  nextStream = 1;
  lastStream = 0;
  goodbye: Goodbye | null = null;
  private readonly rt: Executor;
  private readonly frames: Http2Frames;
  private readonly decoder: HpackDecoder;
  private readonly encoder: HpackEncoder;
  /** Answers that came while somebody waited for a window. */
  private readonly early: PhpObject[] = [];
  private remoteWindow = FIRST_WINDOW;
  private localWindow = FIRST_WINDOW;
  private block: { readonly stream: number; readonly flags: number; bytes: string } | null = null;

  constructor(rt: Executor, socket: CoSocket) {
    this.rt = rt;
    this.socket = socket;
    this.frames = new Http2Frames(this.local.maxFrameSize);
    this.decoder = new HpackDecoder(huffmanOf(rt));
    this.encoder = new HpackEncoder(huffmanOf(rt));
  }

  /** Says what it speaks. */
  *begin(): NativeCode<boolean> {
    return yield* this.push(PREFACE + settingsFrame(this.local, false));
  }

  /** Sends whole frames: nobody else's come between. False with the error noted at the socket. */
  *push(bytes: string): NativeCode<boolean> {
    const { socket } = this;
    const { connection } = socket;
    if (connection === null || socket.closed || !connection.write(bytes)) return socket.fail(32);
    const ready = (): boolean => connection.room > 0 || !connection.writable;
    if (ready() || socket.boundCid('write') !== 0) return true;
    return yield* socket.wait('write', connection, ready, 0);
  }

  newResponse(id: number): PhpObject {
    const response = this.rt.newObject(this.rt.classOf('Swoole\\Http2\\Response'));
    response.props[RESPONSE_SLOT.streamId] = id;
    return response;
  }

  /** A stream for the next request. */
  open(writesParts: boolean, readsParts: boolean): ClientStream {
    const id = this.nextStream;
    const windows: [number, number] = [this.remote.initWindowSize, this.local.initWindowSize];
    const stream = new ClientStream(id, this.newResponse(id), writesParts, readsParts, windows);
    this.streams.set(id, stream);
    return stream;
  }

  *sendHeaders(stream: ClientStream, headers: readonly Header[], end: boolean): NativeCode<boolean> {
    const block = this.encoder.encode(headers);
    const size = this.remote.maxFrameSize;
    let out = '';
    for (let at = 0; at === 0 || at < block.length; at += size) {
      const last = at + size >= block.length ? FRAME_FLAG.endHeaders : 0;
      const flags = last | (at === 0 && end ? FRAME_FLAG.endStream : 0);
      out += packFrame(at === 0 ? FRAME.headers : FRAME.continuation, flags, stream.id, block.slice(at, at + size));
    }
    return yield* this.push(out);
  }

  /** Sends a part of a body, as far as the other side takes it; waits for the rest. */
  *sendData(stream: ClientStream, bytes: string, end: boolean): NativeCode<boolean> {
    let at = 0;
    do {
      const room = Math.min(stream.remoteWindow, this.remoteWindow, this.local.maxFrameSize, this.remote.maxFrameSize);
      const left = bytes.length - at;
      if (room <= 0 && left > 0) {
        if (!(yield* this.awaitWindow(stream))) return false;
        continue;
      }
      const part = bytes.slice(at, at + room);
      at += part.length;
      stream.remoteWindow -= part.length;
      this.remoteWindow -= part.length;
      const flags = end && at >= bytes.length ? FRAME_FLAG.endStream : 0;
      if (!(yield* this.push(packFrame(FRAME.data, flags, stream.id, part)))) return false;
    } while (at < bytes.length);
    return true;
  }

  /** Reads until the other side takes more; where somebody else reads, waits for what that one hears. */
  private *awaitWindow(stream: ClientStream): NativeCode<boolean> {
    const { socket } = this;
    const open = (): boolean => Math.min(stream.remoteWindow, this.remoteWindow) > 0;
    if (socket.boundCid('read') !== 0) {
      return yield* socket.wait('write', this, () => open() || !this.streams.has(stream.id), 0);
    }
    while (!open()) {
      const outcome = yield* this.read(0);
      if (outcome === 'goaway' || outcome === 'error' || !this.streams.has(stream.id)) return false;
      if (outcome !== null) this.early.push(outcome);
    }
    return true;
  }

  /** The next answer (owned); null with the error noted at the socket, or with a goodbye. */
  *receive(seconds: number, parts: boolean): NativeCode<PhpObject | null> {
    const ready = this.early.shift();
    if (ready !== undefined) return ready;
    for (;;) {
      const outcome = yield* this.read(seconds, parts);
      if (outcome === 'goaway' || outcome === 'error') return null;
      if (outcome !== null) return outcome;
    }
  }

  /** Reads one frame. */
  private *read(seconds: number, parts = false): NativeCode<Outcome> {
    for (;;) {
      const frame = this.frames.next();
      if (frame === false) return 'error';
      if (frame !== null) return yield* this.frame(frame, parts);
      const bytes = yield* this.socket.recv(CHUNK, seconds);
      if (bytes === null || bytes === '') return 'error';
      this.frames.push(bytes);
    }
  }

  private *frame(frame: Frame, parts: boolean): NativeCode<Outcome> {
    const { type, flags, stream: id, payload } = frame;
    this.lastStream = Math.max(this.lastStream, id);
    switch (type) {
      case FRAME.settings:
        return yield* this.settings(flags, payload);
      case FRAME.windowUpdate:
        this.window(id, readUint32(payload, 0));
        return null;
      case FRAME.ping:
        if ((flags & FRAME_FLAG.ack) !== 0) return null;
        return (yield* this.push(packFrame(FRAME.ping, FRAME_FLAG.ack, id, payload))) ? null : 'error';
      case FRAME.goaway:
        this.goodbye = { lastStream: readUint32(payload, 0), code: readUint32(payload, 4), text: payload.slice(8) };
        return 'goaway';
      case FRAME.rstStream:
        this.drop(id);
        this.changed();
        return null;
      case FRAME.headers:
      case FRAME.continuation:
        return this.headers(frame, parts);
      case FRAME.data:
        return yield* this.data(frame, parts);
      default:
        return null;
    }
  }

  private *settings(flags: number, payload: string): NativeCode<Outcome> {
    if ((flags & FRAME_FLAG.ack) !== 0) return null;
    if (!takeSettings(this.remote, payload, { encoder: this.encoder, streams: this.streams.values() })) return 'error';
    this.changed();
    return (yield* this.push(packFrame(FRAME.settings, FRAME_FLAG.ack, 0, ''))) ? null : 'error';
  }

  private window(id: number, size: number): void {
    const stream = this.streams.get(id);
    if (id === 0) this.remoteWindow += size;
    else if (stream !== undefined) stream.remoteWindow += size;
    this.changed();
  }

  private changed(): void {
    for (const listener of this.listeners) listener();
  }

  private headers(frame: Frame, parts: boolean): Outcome {
    const bytes = frame.type === FRAME.continuation ? frame.payload : contentOf(frame);
    if (bytes === null || (frame.type === FRAME.continuation) !== (this.block !== null)) return 'error';
    this.block ??= { stream: frame.stream, flags: frame.flags, bytes: '' };
    const { block } = this;
    block.bytes += bytes;
    if (block.bytes.length > MAX_BLOCK) return 'error';
    if ((frame.flags & FRAME_FLAG.endHeaders) === 0) return null;
    this.block = null;
    const fields = this.decoder.decode(block.bytes, MAX_BLOCK);
    if (fields === null) return 'error';
    const stream = this.streams.get(block.stream);
    if (stream === undefined) return null;
    fillResponse(this.rt, stream.response, fields);
    stream.isGzip ||= fields.some(([name, value]) => name === 'content-encoding' && /^gzip/i.test(value));
    return this.answerOf(stream, (block.flags & FRAME_FLAG.endStream) !== 0, parts);
  }

  private *data(frame: Frame, parts: boolean): NativeCode<Outcome> {
    const bytes = contentOf(frame);
    if (bytes === null) return 'error';
    const stream = this.streams.get(frame.stream);
    const size = frame.payload.length;
    const end = (frame.flags & FRAME_FLAG.endStream) !== 0;
    let out = '';
    this.localWindow -= size;
    if (this.localWindow < FIRST_WINDOW / 4) {
      out += packFrame(FRAME.windowUpdate, 0, 0, uint32(FIRST_WINDOW - this.localWindow));
      this.localWindow = FIRST_WINDOW;
    }
    if (stream !== undefined) {
      stream.body += bytes;
      stream.comesInParts ||= !end;
      stream.localWindow -= size;
      const whole = this.local.initWindowSize;
      if (stream.localWindow < whole / 4 && !end) {
        out += packFrame(FRAME.windowUpdate, 0, stream.id, uint32(whole - stream.localWindow));
        stream.localWindow = whole;
      }
    }
    if (out !== '' && !(yield* this.push(out))) return 'error';
    return stream === undefined ? null : this.answerOf(stream, end, parts);
  }

  /** The answer, or a part of it where the program wants parts; null while it is not complete. */
  private answerOf(stream: ClientStream, end: boolean, parts: boolean): Outcome {
    const inParts = (parts || stream.readsParts) && stream.comesInParts && !stream.isGzip;
    if (!end && !inParts) return null;
    const { response } = stream;
    if (stream.body !== '') {
      const plain = stream.isGzip ? (this.rt.host.decompress?.('gzip', stream.body) ?? null) : stream.body;
      if (plain === null) return 'error';
      response.props[RESPONSE_SLOT.data] = plain;
      stream.body = '';
    }
    if (end) this.streams.delete(stream.id);
    else {
      response.props[RESPONSE_SLOT.pipeline] = true;
      stream.response = this.newResponse(stream.id);
    }
    return response;
  }

  drop(id: number): void {
    const stream = this.streams.get(id);
    if (stream === undefined) return;
    this.streams.delete(id);
    this.rt.releaseValue(stream.response);
  }

  /** Gives everything back. */
  free(): void {
    for (const id of [...this.streams.keys()]) this.drop(id);
    for (const response of this.early.splice(0)) this.rt.releaseValue(response);
  }
}
