/** Packed messages of WebSockets. Source: RFC 7692; swoole-src ext-src/swoole_websocket_server.cc (message_compress) */
import type { Executor } from '../../../vm/executor.ts';
import { FLAG, type FrameRefusal, OPCODE, type WebSocketFrame } from '../../http/websocket-frames.ts';

/** SW_WEBSOCKET_EXTENSION_DEFLATE */
const EXTENSION = 'permessage-deflate; client_no_context_takeover; server_no_context_takeover';
/** The line of a handshake. */
export const DEFLATE_LINE: string = `Sec-Websocket-Extensions: ${EXTENSION}`;
export const DEFLATE_HEADER: readonly [string, string] = ['Sec-Websocket-Extensions', EXTENSION];
const END = '\0\0\xff\xff';

/** Does a handshake's header name it? */
export function namesDeflate(headers: readonly (readonly [string, string])[]): boolean {
  return headers.some(
    ([name, value]) => name.toLowerCase() === 'sec-websocket-extensions' && value.includes('permessage-deflate'),
  );
}

/** The frame with its message unpacked; why the connection is to be closed when it cannot be. */
export function unpackedFrame(rt: Executor, frame: WebSocketFrame, max: number): WebSocketFrame | FrameRefusal {
  if ((frame.flags & FLAG.rsv1) === 0 || frame.opcode >= OPCODE.close) return frame;
  const data = rt.host.inflateMessage?.(frame.data, Math.min(max, 2 ** 29)) ?? null;
  if (data === false) return { status: 1009 };
  if (data === null) return { status: 1002 };
  return { opcode: frame.opcode, flags: frame.flags | FLAG.compress, data };
}

/** Flags and payload as they are sent. */
export function packedMessage(
  rt: Executor,
  opcode: number,
  flags: number,
  data: string,
): { flags: number; data: string } {
  if (opcode >= OPCODE.close) return { flags: (flags & ~(FLAG.compress | FLAG.rsv1)) | FLAG.fin, data };
  const wanted = (flags & FLAG.compress) !== 0 && (flags & FLAG.fin) !== 0 && opcode !== OPCODE.continuation;
  if (!wanted || data === '' || rt.host.deflatePart === undefined) return { flags, data };
  const packed = rt.host.deflatePart(data, -1, '', false);
  return { flags: flags | FLAG.rsv1, data: packed.endsWith(END) ? packed.slice(0, -END.length) : packed };
}
