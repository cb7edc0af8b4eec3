/**
 * Frames of the WebSocket protocol.
 * Source: RFC 6455; swoole-src src/protocol/websocket.cc
 */

export const OPCODE = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

/** Bits of a frame's flags as Swoole has them. */
export const FLAG = { fin: 1, compress: 2, rsv1: 4, rsv2: 8, rsv3: 16, mask: 32 } as const;

/** What the key of a handshake is hashed with. */
export const WEBSOCKET_GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/** Bytes of the payload of a control frame. */
const MAX_CONTROL = 125;
const LENGTH_16 = 126;
const LENGTH_64 = 127;

export interface WebSocketFrame {
  readonly opcode: number;
  /** Bits of FLAG. */
  readonly flags: number;
  readonly data: string;
}

/** Why the connection is to be closed: the status of the close frame to send. */
export interface FrameRefusal {
  readonly status: 1002 | 1009;
  /** What is wrong with the order of a message's parts; a reader may pass over such a frame. */
  readonly disorder?: string;
}

/** A payload under a mask of four bytes; the same again takes it off. */
export function maskPayload(data: string, mask: string): string {
  const keys = [0, 1, 2, 3].map((i) => mask.charCodeAt(i));
  const parts: string[] = [];
  const codes = new Array<number>(Math.min(data.length, 8192));
  for (let from = 0; from < data.length; from += codes.length) {
    const n = Math.min(codes.length, data.length - from);
    for (let i = 0; i < n; i++) codes[i] = data.charCodeAt(from + i) ^ (keys[(from + i) & 3] as number);
    parts.push(String.fromCharCode.apply(null, n === codes.length ? codes : codes.slice(0, n)));
  }
  return parts.join('');
}

function bigEndian(n: number, bytes: number): string {
  let out = '';
  for (let i = bytes - 1; i >= 0; i--) out += String.fromCharCode(Math.floor(n / 256 ** i) & 255);
  return out;
}

/** A frame as bytes; `mask`: four bytes, or none. */
export function packFrame(opcode: number, flags: number, data: string, mask: string | null): string {
  const first = (flags & FLAG.fin ? 128 : 0) | (flags & FLAG.rsv1 ? 64 : 0) | (opcode & 15);
  const bit = mask === null ? 0 : 128;
  const n = data.length;
  let head = String.fromCharCode(first);
  if (n < LENGTH_16) head += String.fromCharCode(bit | n);
  else if (n < 65536) head += String.fromCharCode(bit | LENGTH_16) + bigEndian(n, 2);
  else head += String.fromCharCode(bit | LENGTH_64) + bigEndian(n, 8);
  return mask === null ? head + data : head + mask + maskPayload(data, mask);
}

/** The payload of a close frame. */
export function closePayload(code: number, reason: string): string {
  return bigEndian(code, 2) + reason.slice(0, MAX_CONTROL - 2);
}

function readInteger(bytes: string, at: number, size: number): number {
  let n = 0;
  for (let i = 0; i < size; i++) n = n * 256 + bytes.charCodeAt(at + i);
  return n;
}

/**
 * The frame at the start of `bytes` and its length, null while it is not complete, or why it is none.
 * @param masked whether frames must be under a mask (a server reads) or must not (a client does); null: either
 */
export function unpackFrame(
  bytes: string,
  maxLength: number,
  masked: boolean | null,
): { readonly frame: WebSocketFrame; readonly size: number } | FrameRefusal | null {
  if (bytes.length < 2) return null;
  const first = bytes.charCodeAt(0);
  const second = bytes.charCodeAt(1);
  const opcode = first & 15;
  const hasMask = (second & 128) !== 0;
  let length = second & 127;
  const control = opcode >= OPCODE.close;
  if ((opcode > OPCODE.binary && opcode < OPCODE.close) || opcode > OPCODE.pong) return { status: 1002 };
  if (control && (length > MAX_CONTROL || (first & 128) === 0)) return { status: 1002 };
  if (masked !== null && masked !== hasMask) return { status: 1002 };
  const lengthSize = length === LENGTH_16 ? 2 : length === LENGTH_64 ? 8 : 0;
  const at = 2 + lengthSize;
  if (bytes.length < at) return null;
  if (lengthSize > 0) length = readInteger(bytes, 2, lengthSize);
  if (length > maxLength) return { status: 1009 };
  const start = at + (hasMask ? 4 : 0);
  if (bytes.length < start + length) return null;
  const payload = bytes.slice(start, start + length);
  const flags = (first & 128 ? FLAG.fin : 0) | (first & 64 ? FLAG.rsv1 : 0) | (hasMask ? FLAG.mask : 0);
  const data = hasMask ? maskPayload(payload, bytes.slice(at, start)) : payload;
  return { frame: { opcode, flags, data }, size: start + length };
}

const NOT_CONTINUED =
  'All fragments of a message, except for the initial frame, must use the continuation frame opcode(0).';
const NOT_BEGUN =
  'A continuation frame cannot stand alone and MUST be preceded by an initial frame whose opcode indicates ' +
  'either text or binary data.';

/** Frames out of a stream of bytes; fragments are joined to one frame. */
export class FrameReader {
  private buffer = '';
  private fragments: { opcode: number; flags: number; parts: string[]; size: number } | null = null;
  readonly maxLength: number;
  private readonly masked: boolean | null;

  constructor(maxLength: number, masked: boolean | null) {
    this.maxLength = maxLength;
    this.masked = masked;
  }

  push(bytes: string): void {
    this.buffer += bytes;
  }

  next(): WebSocketFrame | FrameRefusal | null {
    for (;;) {
      const found = unpackFrame(this.buffer, this.maxLength, this.masked);
      if (found === null || 'status' in found) return found;
      this.buffer = this.buffer.slice(found.size);
      const whole = this.join(found.frame);
      if (whole !== null) return whole;
    }
  }

  /** A message that is complete, null while parts of it are missing. */
  private join(frame: WebSocketFrame): WebSocketFrame | FrameRefusal | null {
    const { opcode, flags, data } = frame;
    if (opcode >= OPCODE.close) return frame;
    const isLast = (flags & FLAG.fin) !== 0;
    if (opcode !== OPCODE.continuation) {
      if (this.fragments !== null) return { status: 1002, disorder: NOT_CONTINUED };
      if (isLast) return frame;
      this.fragments = { opcode, flags, parts: [data], size: data.length };
      return null;
    }
    const held = this.fragments;
    if (held === null) return { status: 1002, disorder: NOT_BEGUN };
    held.parts.push(data);
    held.size += data.length;
    if (held.size > this.maxLength) return { status: 1009 };
    if (!isLast) return null;
    this.fragments = null;
    return { opcode: held.opcode, flags: held.flags | FLAG.fin, data: held.parts.join('') };
  }
}
