/**
 * Swoole\Http\Server and Swoole\WebSocket\Server.
 * Source: swoole-src ext-src/swoole_http_server.cc, swoole_websocket_server.cc
 */
import { ACC_NOT_SERIALIZABLE } from '../../../bytecode/type-flags.ts';
import { schedulerOf } from '../../../coro/scheduler.ts';
import type { ClassDef } from '../../../object/class-def.ts';
import type { PhpObject } from '../../../value/php-object.ts';
import type { Zval } from '../../../value/zval.ts';
import type { Executor } from '../../../vm/executor.ts';
import { type MethodDef, method, p } from '../../define.ts';
import { closePayload, FLAG, OPCODE, packFrame } from '../../http/websocket-frames.ts';
import type { NativeCode } from '../../../object/native-code.ts';
import { warn } from '../support.ts';
import type { ServerConnection } from '../server/server-connection.ts';
import { ServerData } from '../server/server-data.ts';
import { frameBytes, packMethods } from './websocket-frame-class.ts';

const LINK = 'https://wiki.swoole.com/#/websocket_server';
/** SW_ERROR_SESSION_CLOSED, SW_ERROR_WEBSOCKET_UNCONNECTED, SW_WEBSOCKET_CLOSE_NORMAL */
const SESSION_CLOSED = 1004;
const UNCONNECTED = 8503;
const CLOSE_NORMAL = 1000;

/** Runs `work` on a connection that is a WebSocket. */
function onWebsocket(
  rt: Executor,
  self: PhpObject,
  fd: number,
  work: (server: ServerData, conn: ServerConnection) => Zval | NativeCode,
): Zval | NativeCode {
  const server = self.native;
  if (!(server instanceof ServerData) || server.state !== 'running') {
    warn(rt, 'server is not running');
    return false;
  }
  const conn = server.find(fd);
  if (conn === null) {
    schedulerOf(rt).lastError = SESSION_CLOSED;
    warn(rt, `session#${fd} does not exists`);
    return false;
  }
  if (conn.websocket) return work(server, conn);
  schedulerOf(rt).lastError = UNCONNECTED;
  warn(rt, 'the connected client of connection[' + fd + '] is not a websocket client or closed');
  return false;
}

export const httpServerClass: ClassDef<MethodDef> = {
  name: 'Swoole\\Http\\Server',
  parent: 'Swoole\\Server',
  flags: ACC_NOT_SERIALIZABLE,
};

export const websocketServerClass: ClassDef<MethodDef> = {
  name: 'Swoole\\WebSocket\\Server',
  parent: 'Swoole\\Http\\Server',
  flags: ACC_NOT_SERIALIZABLE,
  methods: [
    method({
      name: 'push',
      doc: 'Sends a frame to a connection.',
      params: [
        p.int('fd'),
        p.untyped('data'),
        p.int('opcode', { default: OPCODE.text }),
        p.int('flags', { default: FLAG.fin }),
      ],
      returns: ['bool'],
      link: LINK,
      impl: (rt, self, fd, data, opcode, flags) =>
        onWebsocket(rt, self, fd, (server, conn) => {
          const bytes = frameBytes(rt, data, opcode, flags, null, conn.packs);
          const closing = (bytes.charCodeAt(0) & 15) === OPCODE.close;
          const sent = server.send(conn, bytes);
          if (closing) server.closeSoon(conn);
          return sent;
        }),
    }),
    method({
      name: 'disconnect',
      doc: 'Says goodbye and closes the connection.',
      params: [p.int('fd'), p.int('code', { default: CLOSE_NORMAL }), p.string('reason', { default: '' })],
      returns: ['bool'],
      link: LINK,
      impl: (rt, self, fd, code, reason) =>
        onWebsocket(rt, self, fd, function* (server, conn) {
          conn.connection.write(packFrame(OPCODE.close, FLAG.fin, closePayload(code, reason), null));
          yield* server.close(conn, -1);
          return true;
        }),
    }),
    method({
      name: 'isEstablished',
      doc: 'Whether a connection is an open WebSocket.',
      params: [p.int('fd')],
      returns: ['bool'],
      link: LINK,
      impl: (_rt, self, fd) => self.native instanceof ServerData && self.native.find(fd)?.websocket === true,
    }),
    ...packMethods,
  ],
};
