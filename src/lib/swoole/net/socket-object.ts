/**
 * A socket and the PHP object that stands for it.
 * Source: swoole-src ext-src/swoole_socket_coro.cc (SocketObject)
 */
import { EBADF, strerror } from '../../../base/errno.ts';
import { ERROR_WRONG_OPERATION } from '../../../coro/scheduler.ts';
import type { NativeCode } from '../../../object/native-code.ts';
import { PhpArray } from '../../../value/php-array.ts';
import type { PhpObject } from '../../../value/php-object.ts';
import { addRef, type Zval } from '../../../value/zval.ts';
import type { SocketAddress, TlsOptions } from '../../../vm/net-ports.ts';
import type { Executor } from '../../../vm/executor.ts';
import { inCoroutine, swooleFatal } from '../support.ts';
import type { CoSocket } from './co-socket.ts';
import { PacketSettings } from './packets.ts';

const SLOT = { fd: 0, domain: 1, type: 2, protocol: 3, errCode: 4, errMsg: 5 } as const;

/** What a Socket object holds. */
export class SocketData {
  readonly socket: CoSocket;
  readonly packets: PacketSettings = new PacketSettings();
  readonly options: Map<string, Zval> = new Map();
  /** How an encrypted session is begun; null: none has been asked for. */
  tls: TlsOptions | null = null;
  /** Another object's socket, which that one closes. */
  readonly borrowed: boolean;
  constructor(socket: CoSocket, borrowed: boolean) {
    this.socket = socket;
    this.borrowed = borrowed;
  }
}

export function attachSocket(self: PhpObject, socket: CoSocket, borrowed: boolean): void {
  self.native = new SocketData(socket, borrowed);
  self.props[SLOT.fd] = socket.fd;
  self.props[SLOT.domain] = socket.domain;
  self.props[SLOT.type] = socket.type;
  self.props[SLOT.protocol] = socket.protocol;
}

/** A new Socket object around a socket. */
export function socketObject(rt: Executor, socket: CoSocket, borrowed = false): PhpObject {
  const self = rt.newObject(rt.classOf('Swoole\\Coroutine\\Socket'));
  attachSocket(self, socket, borrowed);
  return self;
}

/** Shows the socket's last error in the object's properties. */
export function syncErrors(rt: Executor, self: PhpObject, socket: CoSocket): void {
  rt.releaseValue(self.props[SLOT.errCode]);
  self.props[SLOT.errCode] = socket.errCode;
  rt.releaseValue(self.props[SLOT.errMsg]);
  self.props[SLOT.errMsg] = socket.errMsg;
}

type Work = (data: SocketData) => Zval | NativeCode;

/** Runs `work` on the socket of an object that is not closed. */
export function onSocket(rt: Executor, self: PhpObject, work: Work): Zval | NativeCode {
  const data = self.native;
  if (!(data instanceof SocketData)) return swooleFatal(rt, ERROR_WRONG_OPERATION, 'must call constructor first');
  if (!data.socket.closed) return work(data);
  self.props[SLOT.errCode] = EBADF;
  self.props[SLOT.errMsg] = strerror(EBADF);
  return false;
}

/** The same in a coroutine; null from `work` is false; the error properties are brought up to date. */
export function waiting(
  rt: Executor,
  self: PhpObject,
  work: (data: SocketData) => NativeCode<Zval>,
): Zval | NativeCode {
  return onSocket(rt, self, (data) =>
    inCoroutine(rt, function* () {
      const held = addRef(self);
      try {
        const result = yield* work(data);
        syncErrors(rt, self, data.socket);
        return result ?? false;
      } finally {
        rt.releaseValue(held);
      }
    }),
  );
}

/** `[address, port]`, or false. */
export function addressArray(address: SocketAddress | null): Zval {
  if (address === null) return false;
  const unix = address.kind === 'unix';
  return PhpArray.fromEntries([
    ['address', unix ? address.path : address.host],
    ['port', unix ? 0 : address.port],
  ]);
}
