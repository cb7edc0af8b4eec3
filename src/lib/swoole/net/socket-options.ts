/**
 * getOption and setOption of Swoole\Coroutine\Socket. The host keeps its sockets' options to itself: what has been set is
 * remembered, what concerns us is obeyed.
 * Source: swoole-src ext-src/swoole_socket_coro.cc (getOption, setOption)
 */
import { toInt } from '../../../value/convert.ts';
import { PhpArray } from '../../../value/php-array.ts';
import { addRef, deref, type Zval } from '../../../value/zval.ts';
import type { Executor } from '../../../vm/executor.ts';
import { type MethodDef, method, p } from '../../define.ts';
import { onSocket, type SocketData } from './socket-object.ts';

const LINK = 'https://wiki.swoole.com/#/coroutine_client/socket?id=setoption';
const SOL_SOCKET = 1;
const SOL_TCP = 6;
const SO_TYPE = 3;
const SO_ERROR = 4;
const SO_RCVTIMEO = 20;
const SO_SNDTIMEO = 21;
const TCP_NODELAY = 1;

function timeArray(seconds: number): PhpArray {
  const whole = Math.trunc(seconds);
  return PhpArray.fromEntries([
    ['sec', whole],
    ['usec', Math.trunc((seconds - whole) * 1e6)],
  ]);
}

function get({ socket, options }: SocketData, level: number, name: number): Zval {
  if (level === SOL_SOCKET && name === SO_RCVTIMEO) return timeArray(socket.timeouts.read);
  if (level === SOL_SOCKET && name === SO_SNDTIMEO) return timeArray(socket.timeouts.write);
  if (level === SOL_SOCKET && name === SO_TYPE) return socket.type;
  if (level === SOL_SOCKET && name === SO_ERROR) return socket.connection?.error?.errno ?? 0;
  const v = options.get(`${level}:${name}`);
  return v === undefined ? 0 : addRef(v);
}

function setTimeLimit(rt: Executor, { socket }: SocketData, name: number, value: Zval): boolean {
  if (!(value instanceof PhpArray)) return false;
  const seconds = Number(toInt(rt, deref(value.getStr('sec'))));
  const micros = Number(toInt(rt, deref(value.getStr('usec'))));
  const limit = seconds + micros / 1e6;
  if (name === SO_RCVTIMEO) socket.timeouts.read = limit;
  else {
    socket.timeouts.write = limit;
    socket.timeouts.connect = limit;
  }
  return true;
}

function set(rt: Executor, data: SocketData, level: number, name: number, value: Zval): boolean {
  if (level === SOL_SOCKET && (name === SO_RCVTIMEO || name === SO_SNDTIMEO)) {
    return setTimeLimit(rt, data, name, value);
  }
  if (level === SOL_TCP && name === TCP_NODELAY) data.socket.connection?.setNoDelay(toInt(rt, value) !== 0);
  if (typeof value === 'number' || typeof value === 'boolean') data.options.set(`${level}:${name}`, Number(value));
  return true;
}

export const optionMethods: readonly MethodDef[] = [
  method({
    name: 'getOption',
    doc: 'An option of the socket.',
    params: [p.int('level'), p.int('opt_name')],
    returns: ['mixed'],
    link: LINK,
    impl: (rt, self, level, name) => onSocket(rt, self, (data) => get(data, level, name)),
  }),
  method({
    name: 'setOption',
    doc: 'Sets an option of the socket.',
    params: [p.int('level'), p.int('opt_name'), p.mixed('opt_value')],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self, level, name, value) => onSocket(rt, self, (data) => set(rt, data, level, name, value)),
  }),
];
