/**
 * getOption and setOption of Swoole\Coroutine\Socket. The host keeps its sockets' options to itself: what has been set is
 * checked as the system checks it and remembered, what concerns us is obeyed.
 * Source: swoole-src ext-src/swoole_socket_coro.cc (getOption, setOption), thirdparty/php/sockets/multicast.cc
 */
import { E_WARNING } from '../../../base/diagnostics.ts';
import { strerror } from '../../../base/errno.ts';
import { toInt, toStr } from '../../../value/convert.ts';
import { PhpArray } from '../../../value/php-array.ts';
import { addRef, deref, type Zval } from '../../../value/zval.ts';
import type { Executor } from '../../../vm/executor.ts';
import { type MethodDef, method, p } from '../../define.ts';
import { runningName, warn } from '../support.ts';
import { SOCK_DGRAM } from './co-socket.ts';
import { onSocket, type SocketData } from './socket-object.ts';

const LINK = 'https://wiki.swoole.com/#/coroutine_client/socket?id=setoption';
const IPPROTO_IP = 0;
const SOL_SOCKET = 1;
const SOL_TCP = 6;
const IPPROTO_IPV6 = 41;
const SO_TYPE = 3;
const SO_ERROR = 4;
const SO_SNDBUF = 7;
const SO_RCVBUF = 8;
const SO_LINGER = 13;
const SO_RCVTIMEO = 20;
const SO_SNDTIMEO = 21;
const SO_BINDTODEVICE = 25;
const TCP_NODELAY = 1;
const IP_MULTICAST_TTL = 33;
const IP_MULTICAST_LOOP = 34;
const MCAST_JOIN_GROUP = 42;
const MCAST_LEAVE_GROUP = 45;
const IPV6_PKTINFO = 50;
const MAX_TTL = 255;
const ENODEV = 19;
const EADDRNOTAVAIL = 99;

/** What a fresh socket answers where that is not 0. */
const FRESH: Readonly<Record<string, number>> = {
  [`${IPPROTO_IP}:${IP_MULTICAST_TTL}`]: 1,
  [`${IPPROTO_IP}:${IP_MULTICAST_LOOP}`]: 1,
  [`${SOL_SOCKET}:${SO_SNDBUF}`]: 212_992,
  [`${SOL_SOCKET}:${SO_RCVBUF}`]: 212_992,
};

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
  if (v !== undefined) return addRef(v);
  if (level !== SOL_SOCKET || name !== SO_LINGER) return FRESH[`${level}:${name}`] ?? 0;
  return PhpArray.fromEntries([
    ['l_onoff', 0],
    ['l_linger', 0],
  ]);
}

/** docref's warning, which is not among those that swoole.display_errors switches. */
function complain(rt: Executor, message: string): false {
  rt.error(E_WARNING, `${runningName(rt)}(): ${message}`);
  return false;
}

function refused(rt: Executor, { socket }: SocketData, errno: number): false {
  warn(rt, `setsockopt(${socket.fd}) failed, Error: ${strerror(errno)}[${errno}]`);
  return false;
}

/** Two whole numbers by name out of an array; null after a warning. */
function pair(rt: Executor, value: PhpArray, first: string, second: string): [number, number] | null {
  const numbers: number[] = [];
  for (const key of [first, second]) {
    const v = deref(value.getStr(key));
    if (v === undefined) {
      complain(rt, `no key "${key}" passed in optval`);
      return null;
    }
    numbers.push(Number(toInt(rt, v)));
  }
  return [numbers[0] as number, numbers[1] as number];
}

function setTimeLimit(rt: Executor, { socket }: SocketData, name: number, value: PhpArray): boolean {
  const time = pair(rt, value, 'sec', 'usec');
  if (time === null) return false;
  const limit = time[0] + time[1] / 1e6;
  // no time is no limit at all, as in the system's own option
  if (limit === 0) return true;
  if (name === SO_RCVTIMEO) socket.timeouts.read = limit;
  else {
    socket.timeouts.write = limit;
    socket.timeouts.connect = limit;
  }
  return true;
}

function setLinger(rt: Executor, data: SocketData, value: PhpArray): boolean {
  const linger = pair(rt, value, 'l_onoff', 'l_linger');
  if (linger === null) return false;
  const held = PhpArray.fromEntries([
    ['l_onoff', linger[0]],
    ['l_linger', linger[1]],
  ]);
  remember(rt, data, SOL_SOCKET, SO_LINGER, held);
  return true;
}

function remember(rt: Executor, { options }: SocketData, level: number, name: number, value: Zval): void {
  const key = `${level}:${name}`;
  rt.releaseValue(options.get(key));
  options.set(key, value);
}

/** Joins or leaves a group of addresses. */
function setGroup(rt: Executor, data: SocketData, name: number, value: Zval): boolean {
  if (!(value instanceof PhpArray)) return false;
  const group = deref(value.getStr('group'));
  if (group === undefined) return complain(rt, 'no key "group" passed in optval');
  const { datagrams } = data.socket;
  if (data.socket.type !== SOCK_DGRAM || datagrams === null) return refused(rt, data, EADDRNOTAVAIL);
  const via = deref(value.getStr('interface'));
  const host = typeof via === 'string' && via === 'lo' ? '127.0.0.1' : null;
  return datagrams.membership(toStr(rt, group), host, name === MCAST_JOIN_GROUP) || refused(rt, data, EADDRNOTAVAIL);
}

function setIp(rt: Executor, data: SocketData, name: number, value: Zval): boolean {
  if (name === MCAST_JOIN_GROUP || name === MCAST_LEAVE_GROUP) return setGroup(rt, data, name, value);
  const n = Number(toInt(rt, value));
  if (name === IP_MULTICAST_TTL && (n < 0 || n > MAX_TTL)) {
    return complain(rt, 'Expected a value between 0 and 255');
  }
  remember(rt, data, IPPROTO_IP, name, name === IP_MULTICAST_LOOP ? Number(n !== 0) : n);
  return true;
}

function setPacketInfo(rt: Executor, value: Zval): boolean {
  if (!(value instanceof PhpArray)) return false;
  for (const key of ['addr', 'ifindex']) {
    if (value.getStr(key) === undefined) {
      return complain(rt, `error converting user data (path: in6_pktinfo): The key '${key}' is required`);
    }
  }
  return true;
}

function set(rt: Executor, data: SocketData, level: number, name: number, value: Zval): boolean {
  if (level === IPPROTO_IP) return setIp(rt, data, name, value);
  if (level === IPPROTO_IPV6 && name === IPV6_PKTINFO) return setPacketInfo(rt, value);
  if (level === SOL_SOCKET && value instanceof PhpArray) {
    if (name === SO_RCVTIMEO || name === SO_SNDTIMEO) return setTimeLimit(rt, data, name, value);
    if (name === SO_LINGER) return setLinger(rt, data, value);
  }
  if (level === SOL_SOCKET && name === SO_BINDTODEVICE) {
    const device = typeof value === 'string' ? value : '';
    return device === '' || rt.host.stat(`/sys/class/net/${device}`) !== null || refused(rt, data, ENODEV);
  }
  const n = Number(toInt(rt, value));
  if (level === SOL_TCP && name === TCP_NODELAY) data.socket.connection?.setNoDelay(n !== 0);
  // the system doubles the sizes of buffers
  const doubled = level === SOL_SOCKET && (name === SO_SNDBUF || name === SO_RCVBUF);
  remember(rt, data, level, name, doubled ? n * 2 : n);
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
