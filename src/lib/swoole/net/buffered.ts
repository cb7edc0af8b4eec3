/**
 * Reading from a socket through a buffer: lines, packets.
 * Source: swoole-src src/coroutine/socket.cc (recv_line, recv_with_buffer, recv_packet_with_length_protocol, ..._eof_protocol)
 */
import type { NativeCode } from '../../../object/native-code.ts';
import type { CoSocket } from './co-socket.ts';
import type { PacketSettings } from './packets.ts';

const CHUNK = 65536;
/** SW_ERROR_PACKAGE_LENGTH_TOO_LARGE, SW_ERROR_PACKAGE_LENGTH_NOT_FOUND */
const ERROR_TOO_LARGE = 1201;
const ERROR_NOT_FOUND = 1202;

/** Up to a CR or LF, which is part of it, at most `length` bytes. '' at the end of the stream. */
export function* recvLine(socket: CoSocket, length: number, seconds: number): NativeCode<string | null> {
  const left = socket.deadline(seconds, 'read');
  for (;;) {
    const at = socket.ahead.search(/[\r\n]/);
    const n = at >= 0 ? Math.min(at + 1, length) : socket.ahead.length >= length ? length : 0;
    if (n > 0) return takeAhead(socket, n);
    const more = yield* socket.recv(CHUNK, left());
    if (more === null) return null;
    if (more === '') return takeAhead(socket, socket.ahead.length);
    socket.ahead += more;
  }
}

/** What has been read ahead, or else one read. */
export function* recvBuffered(socket: CoSocket, length: number, seconds: number): NativeCode<string | null> {
  if (socket.ahead === '') {
    const more = yield* socket.recv(CHUNK, seconds);
    if (more === null || more === '') return more;
    socket.ahead = more;
  }
  return takeAhead(socket, Math.min(length, socket.ahead.length));
}

function takeAhead(socket: CoSocket, n: number): string {
  const bytes = socket.ahead.slice(0, n);
  socket.ahead = socket.ahead.slice(n);
  return bytes;
}

/** One packet; '' at the end of the stream, null with the error noted. */
export function* recvPacket(socket: CoSocket, settings: PacketSettings, seconds: number): NativeCode<string | null> {
  if (!settings.active || socket.datagrams !== null) return yield* recvBuffered(socket, CHUNK, seconds);
  const left = socket.deadline(seconds, 'read');
  for (;;) {
    const length = socket.ahead === '' ? 0 : yield* settings.lengthOf(socket.rt, socket.ahead);
    if (length < 0) {
      socket.ahead = '';
      socket.fail(ERROR_NOT_FOUND, 'Package length not found');
      return null;
    }
    if (length > settings.maxLength) {
      socket.ahead = '';
      socket.fail(ERROR_TOO_LARGE, 'Package length too large');
      return null;
    }
    if (length > 0 && socket.ahead.length >= length) return takeAhead(socket, length);
    const more = yield* socket.recv(CHUNK, left());
    if (more === null) return null;
    if (more === '') return '';
    socket.ahead += more;
  }
}
