/**
 * The object Socket of ext/sockets. In a coroutine whose sockets are hooked its calls suspend only that coroutine.
 * Source: php-src 8.2 ext/sockets/sockets.c
 */
import { E_WARNING } from '../../base/diagnostics.ts';
import { strerror } from '../../base/errno.ts';
import { ACC_FINAL, ACC_NOT_SERIALIZABLE } from '../../bytecode/type-flags.ts';
import type { ClassDef } from '../../object/class-def.ts';
import type { PhpObject } from '../../value/php-object.ts';
import type { Zval } from '../../value/zval.ts';
import type { Executor } from '../../vm/executor.ts';
import type { MethodDef } from '../define.ts';
import { docref } from '../string-util.ts';
import { HOOK_ALL } from '../swoole/hooks.ts';
import type { CoSocket } from '../swoole/net/co-socket.ts';
import { schedulerOf } from '../../coro/scheduler.ts';

/** Nothing there yet. */
const EAGAIN = 11;
const HOOK_SOCKETS: number = (1 << 14) & HOOK_ALL;
/** A wait that only looks. */
const AT_ONCE = 0.001;

/** What a Socket object holds. */
export class SocketData {
  readonly socket: CoSocket;
  blocking = true;
  error = 0;
  readonly options: Map<string, Zval> = new Map();

  constructor(socket: CoSocket) {
    this.socket = socket;
  }

  /** Seconds that a call may wait: 0 is the socket's own limit. */
  get patience(): number {
    return this.blocking ? 0 : AT_ONCE;
  }
}

/** socket_last_error() without a socket. */
export function lastErrorOf(rt: Executor): { errno: number } {
  return rt.moduleState('sockets.error', () => ({ errno: 0 }));
}

export function newSocket(rt: Executor, socket: CoSocket): PhpObject {
  const self = rt.newObject(rt.classOf('Socket'));
  self.native = new SocketData(socket);
  return self;
}

/** The socket of an argument; null after an Error: it has been closed. */
export function socketOf(rt: Executor, v: PhpObject): SocketData | null {
  const data = v.native;
  if (data instanceof SocketData && !data.socket.closed) {
    const hooked = (schedulerOf(rt).hookFlags & HOOK_SOCKETS) !== 0;
    data.socket.whole = !hooked;
    return data;
  }
  const name = rt.currentExecuteData?.func.functionName ?? '';
  return rt.throwError('Error', `${name}(): Argument #1 ($socket) has already been closed`);
}

/** Notes an error and warns of it; false. */
export function failSocket(rt: Executor, data: SocketData | null, what: string, errno: number): false {
  // a wait that only looked
  const number = data !== null && !data.blocking && errno === 110 ? EAGAIN : errno;
  if (data !== null) data.error = number;
  lastErrorOf(rt).errno = number;
  if (number !== EAGAIN && number !== 115) docref(rt, E_WARNING, `${what} [${number}]: ${strerror(number)}`);
  return false;
}

export const socketObjectClass: ClassDef<MethodDef> = {
  name: 'Socket',
  flags: ACC_FINAL | ACC_NOT_SERIALIZABLE,
  handlers: {
    cloneable: false,
    freeNative: (rt, obj) => {
      if (!(obj.native instanceof SocketData)) return;
      for (const v of obj.native.options.values()) (rt as Executor).releaseValue(v);
      if (!obj.native.socket.closed) obj.native.socket.close();
    },
  },
};
