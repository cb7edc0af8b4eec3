/**
 * Waiting for a frame, in coroutines: of a client, or of a server of coroutines.
 * Source: swoole-src ext-src/swoole_websocket_server.cc (php_swoole_websocket_frame_recv, ..._on_control_frame)
 */
import { ECONNRESET } from '../../../base/errno.ts';
import type { NativeCode } from '../../../object/native-code.ts';
import type { Executor } from '../../../vm/executor.ts';
import { closePayload, FLAG, type FrameReader, OPCODE, packFrame } from '../../http/websocket-frames.ts';
import { unpackedFrame } from './websocket-deflate.ts';
import { logWarning } from '../log.ts';
import type { CoSocket } from '../net/co-socket.ts';
import { frameObject } from './websocket-frame-class.ts';

const CHUNK = 65536;
const CLOSE_NORMAL = 1000;

/** What the program wants to see, and how answers are masked. */
export interface FrameOptions {
  readonly seesPing: boolean;
  readonly seesPong: boolean;
  readonly seesClose: boolean;
  mask(): string | null;
}

/** The next frame as an object; '' at the end of the connection, false with the socket's error noted, null after a warning. */
export function* receiveFrame(
  rt: Executor,
  socket: CoSocket,
  frames: FrameReader,
  seconds: number,
  options: FrameOptions,
): NativeCode {
  const left = socket.deadline(seconds, 'read');
  const answer = (opcode: number, data: string): void => {
    socket.connection?.write(packFrame(opcode, FLAG.fin, data, options.mask()));
  };
  for (;;) {
    const found = frames.next();
    const frame = found === null || 'status' in found ? found : unpackedFrame(rt, found, frames.maxLength);
    if (frame === null) {
      const bytes = yield* socket.recv(CHUNK, left());
      if (bytes === null) return false;
      if (bytes === '') return '';
      frames.push(bytes);
    } else if ('status' in frame && frame.disorder !== undefined) {
      logWarning(rt, `websocket::recv_frame(): ${frame.disorder}`);
      return null;
    } else if ('status' in frame) {
      answer(OPCODE.close, closePayload(frame.status, ''));
      socket.fail(ECONNRESET);
      return false;
    } else if (frame.opcode === OPCODE.ping && !options.seesPing) answer(OPCODE.pong, frame.data);
    else if (frame.opcode === OPCODE.close && !options.seesClose) {
      answer(OPCODE.close, frame.data.length >= 2 ? frame.data : closePayload(CLOSE_NORMAL, ''));
      return '';
    } else if (frame.opcode !== OPCODE.pong || options.seesPong) return frameObject(rt, socket.fd, frame);
  }
}
