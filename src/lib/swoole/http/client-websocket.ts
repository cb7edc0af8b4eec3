/**
 * WebSockets of Swoole\Coroutine\Http\Client.
 * Source: swoole-src ext-src/swoole_http_client_coro.cc (Client::upgrade, push, recv)
 */
import { ETIMEDOUT } from '../../../base/errno.ts';
import { schedulerOf } from '../../../coro/scheduler.ts';
import type { NativeCode } from '../../../object/native-code.ts';
import type { PhpObject } from '../../../value/php-object.ts';
import { addRef } from '../../../value/zval.ts';
import type { Executor } from '../../../vm/executor.ts';
import { encodeBase64 } from '../../base64.ts';
import { type MethodDef, method, p } from '../../define.ts';
import { closePayload, FLAG, OPCODE, packFrame } from '../../http/websocket-frames.ts';
import { inCoroutine } from '../support.ts';
import { disconnect, execute, type HttpClientData } from './client-data.ts';
import { optionsOf } from './client-options.ts';
import { CLIENT_SLOT, setClientError, setProp } from './client-properties.ts';
import { clientDataOf } from './client-support.ts';
import { ownArray } from './own-array.ts';
import { DEFLATE_HEADER } from './websocket-deflate.ts';
import { frameBytes, randomMask } from './websocket-frame-class.ts';
import { receiveFrame } from './websocket-receive.ts';

const LINK = 'https://wiki.swoole.com/#/coroutine_client/http_client?id=upgrade';
const KEY_BYTES = 16;
const SWITCHING = 101;
/** SW_ERROR_WEBSOCKET_UNCONNECTED */
const UNCONNECTED = 8503;

function* upgrade(rt: Executor, self: PhpObject, data: HttpClientData, path: string): NativeCode {
  const defer = data.defer;
  data.defer = false;
  setProp(rt, self, 'requestMethod', 'GET');
  const headers = ownArray(rt, self, CLIENT_SLOT.requestHeaders);
  const key = encodeBase64(String.fromCharCode(...rt.host.randomBytes(KEY_BYTES)));
  headers.update(rt, 'Connection', 'Upgrade');
  headers.update(rt, 'Upgrade', 'websocket');
  headers.update(rt, 'Sec-WebSocket-Version', '13');
  headers.update(rt, 'Sec-WebSocket-Key', key);
  if (optionsOf(rt, self).websocketPacking) headers.update(rt, ...DEFLATE_HEADER);
  const done = yield* execute(rt, self, data, path);
  data.defer = defer;
  return done === true && self.props[CLIENT_SLOT.statusCode] === SWITCHING;
}

function unconnected(rt: Executor, self: PhpObject): false {
  schedulerOf(rt).lastError = UNCONNECTED;
  setProp(rt, self, 'errCode', UNCONNECTED);
  setProp(rt, self, 'errMsg', 'websocket handshake failed, cannot push data');
  return false;
}

/** The next frame as an object; false with the error noted. */
export function* receiveClientFrame(rt: Executor, self: PhpObject, data: HttpClientData, seconds: number): NativeCode {
  const { frames, socket } = data;
  if (frames === null || socket === null) return unconnected(rt, self);
  const held = addRef(self);
  try {
    const found = yield* receiveFrame(rt, socket, frames, seconds, optionsOf(rt, self).frames);
    if (found === null) return false;
    if (found !== false && found !== '') return found;
    if (found === '') {
      disconnect(rt, self, data);
      return '';
    }
    const { errCode } = socket;
    setClientError(rt, self, errCode === ETIMEDOUT ? SWITCHING : -3, errCode, socket.errMsg);
    if (errCode !== ETIMEDOUT) disconnect(rt, self, data);
    return false;
  } finally {
    rt.releaseValue(held);
  }
}

export const clientWebsocketMethods: readonly MethodDef[] = [
  method({
    name: 'upgrade',
    doc: 'Makes the connection a WebSocket.',
    params: [p.string('path')],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self, path) => inCoroutine(rt, () => upgrade(rt, self, clientDataOf(rt, self), path)),
  }),
  method({
    name: 'push',
    doc: 'Sends a frame.',
    params: [p.mixed('data'), p.int('opcode', { default: OPCODE.text }), p.int('flags', { default: FLAG.fin })],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self, message, opcode, flags) =>
      inCoroutine(rt, function* () {
        const data = clientDataOf(rt, self);
        const { socket } = data;
        if (data.frames === null || socket === null) return unconnected(rt, self);
        const mask = optionsOf(rt, self).websocketMask ? randomMask(rt) : null;
        const held = addRef(self);
        const sent = yield* socket.sendAll(frameBytes(rt, message, opcode, flags, mask, data.packs), 0);
        if (sent === null) {
          setClientError(rt, self, -4, socket.errCode, socket.errMsg);
          disconnect(rt, self, data);
        }
        rt.releaseValue(held);
        return sent !== null;
      }),
  }),
  method({
    name: 'disconnect',
    doc: 'Says goodbye and closes the connection.',
    params: [p.int('code', { default: 1000 }), p.string('reason', { default: '' })],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self, code, reason) =>
      inCoroutine(rt, function* () {
        const data = clientDataOf(rt, self);
        const { frames, socket } = data;
        if (frames === null || socket === null) return unconnected(rt, self);
        const bytes = packFrame(OPCODE.close, FLAG.fin, closePayload(code, reason), randomMask(rt));
        const sent = yield* socket.sendAll(bytes, 0);
        disconnect(rt, self, data);
        return sent !== null;
      }),
  }),
  method({
    name: 'ping',
    doc: 'Asks whether the other side still lives.',
    params: [p.string('data', { default: '' })],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self, payload) =>
      inCoroutine(rt, function* () {
        const { frames, socket } = clientDataOf(rt, self);
        if (frames === null || socket === null) return unconnected(rt, self);
        return (yield* socket.sendAll(packFrame(OPCODE.ping, FLAG.fin, payload, randomMask(rt)), 0)) !== null;
      }),
  }),
];
