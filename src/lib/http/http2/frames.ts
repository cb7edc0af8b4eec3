/** Frames of HTTP/2. Strings are bytes. Source: RFC 9113 sections 4 and 6 */

export const PREFACE = 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n';

export const FRAME = {
  data: 0,
  headers: 1,
  priority: 2,
  rstStream: 3,
  settings: 4,
  pushPromise: 5,
  ping: 6,
  goaway: 7,
  windowUpdate: 8,
  continuation: 9,
} as const;

export const FRAME_FLAG = { ack: 1, endStream: 1, endHeaders: 4, padded: 8, priority: 32 } as const;

export const HTTP2_ERROR = {
  none: 0,
  protocol: 1,
  internal: 2,
  flowControl: 3,
  settingsTimeout: 4,
  streamClosed: 5,
  frameSize: 6,
  refusedStream: 7,
  cancel: 8,
  compression: 9,
  connect: 10,
  enhanceYourCalm: 11,
  inadequateSecurity: 12,
  http11Required: 13,
} as const;

export interface Frame {
  readonly type: number;
  readonly flags: number;
  readonly stream: number;
  readonly payload: string;
}

const HEADER = 9;
const STREAM_MASK = 0x7fffffff;
const PRIORITY_BYTES = 5;

export function uint32(n: number): string {
  return String.fromCharCode((n >>> 24) & 255, (n >>> 16) & 255, (n >>> 8) & 255, n & 255);
}

/** The number at a place; 0 behind the end. */
export function readUint32(bytes: string, at: number): number {
  let n = 0;
  for (let i = 0; i < 4; i++) n = n * 256 + (bytes.charCodeAt(at + i) || 0);
  return n;
}

export function packFrame(type: number, flags: number, stream: number, payload: string): string {
  const { length } = payload;
  const head = String.fromCharCode((length >>> 16) & 255, (length >>> 8) & 255, length & 255, type, flags & 255);
  return head + uint32(stream) + payload;
}

/** One side's frames, one after the other. */
export class Http2Frames {
  private buffer = '';
  private readonly maxFrame: number;

  /** @param maxFrame most bytes of a payload */
  constructor(maxFrame: number) {
    this.maxFrame = maxFrame;
  }

  push(bytes: string): void {
    this.buffer += bytes;
  }

  /** The next whole frame, null while there is none, false when one is too large. */
  next(): Frame | null | false {
    const { buffer } = this;
    if (buffer.length < HEADER) return null;
    const length = readUint32(buffer, 0) >>> 8;
    if (length > this.maxFrame) return false;
    if (buffer.length < HEADER + length) return null;
    const frame = {
      type: buffer.charCodeAt(3),
      flags: buffer.charCodeAt(4),
      stream: readUint32(buffer, 5) & STREAM_MASK,
      payload: buffer.slice(HEADER, HEADER + length),
    };
    this.buffer = buffer.slice(HEADER + length);
    return frame;
  }
}

/** What a frame of DATA or HEADERS holds beside padding and priority; null when the padding is longer than the frame. */
export function contentOf({ type, flags, payload }: Frame): string | null {
  let start = 0;
  let end = payload.length;
  if ((flags & FRAME_FLAG.padded) !== 0) {
    start = 1;
    end -= payload.charCodeAt(0);
  }
  if (type === FRAME.headers && (flags & FRAME_FLAG.priority) !== 0) start += PRIORITY_BYTES;
  return start > end ? null : payload.slice(start, end);
}
