/**
 * Swoole\Coroutine\Client.
 * Source: swoole-src ext-src/swoole_client_coro.cc; wiki.swoole.com coroutine_client/client
 */
import { EINVAL, EISCONN, strerror } from '../../../base/errno.ts';
import { ACC_NOT_SERIALIZABLE, ACC_PUBLIC } from '../../../bytecode/type-flags.ts';
import { schedulerOf } from '../../../coro/scheduler.ts';
import type { ClassDef } from '../../../object/class-def.ts';
import type { NativeCode } from '../../../object/native-code.ts';
import { toBool } from '../../../value/convert.ts';
import { PhpArray } from '../../../value/php-array.ts';
import type { PhpObject } from '../../../value/php-object.ts';
import { release } from '../../../value/refcount.ts';
import { addRef, deref, type Zval } from '../../../value/zval.ts';
import type { Executor } from '../../../vm/executor.ts';
import { type MethodDef, method, p } from '../../define.ts';
import { setRef } from '../../string-util.ts';
import { addressMethods, mergeSettings } from '../client-methods.ts';
import { inCoroutine, warn } from '../support.ts';
import { recvPacket } from './buffered.ts';
import { ERROR_CLIENT_NO_CONNECTION, swooleText } from '../errors.ts';
import {
  applyTimeouts,
  bindAsAsked,
  checkedPart,
  isSocketType,
  secure,
  sendFile,
  socketOfType,
  tlsOptions,
} from './client-socket.ts';
import { type CoSocket, SOCK_DGRAM } from './co-socket.ts';
import { FLAG_SSL, SOCK_TCP, SOCK_TCP6, TYPE_MASK } from './constants.ts';
import { PacketSettings } from './packets.ts';
import { socketObject } from './socket-object.ts';
import { fixedObject } from '../deny-unset.ts';

const LINK = 'https://wiki.swoole.com/#/coroutine_client/client';
const SLOT = { errCode: 0, errMsg: 1, fd: 2, socket: 3, type: 4, setting: 5, connected: 6 } as const;
const MAX_LENGTH = 65535;

class ClientData {
  readonly type: number;
  socket: CoSocket | null = null;
  readonly packets: PacketSettings = new PacketSettings();
  host = '';
  constructor(type: number) {
    this.type = type;
  }
}

function setError(rt: Executor, self: PhpObject, errno: number, message: string = strerror(errno)): false {
  self.props[SLOT.errCode] = errno;
  rt.releaseValue(self.props[SLOT.errMsg]);
  self.props[SLOT.errMsg] = errno === 0 ? '' : message;
  if (errno !== 0) schedulerOf(rt).lastError = errno;
  return false;
}

function socketError(rt: Executor, self: PhpObject, socket: CoSocket): false {
  return setError(rt, self, socket.errCode, socket.errMsg);
}

function isTcp(type: number): boolean {
  return (type & TYPE_MASK) === SOCK_TCP || (type & TYPE_MASK) === SOCK_TCP6;
}

function noConnection(rt: Executor, self: PhpObject): false {
  return setError(rt, self, ERROR_CLIENT_NO_CONNECTION, swooleText(ERROR_CLIENT_NO_CONNECTION));
}

/** A new socket for the client, as its settings say; null with the error noted. */
function* openSocket(rt: Executor, self: PhpObject, data: ClientData): NativeCode<CoSocket | null> {
  const socket = socketOfType(rt, data.type);
  data.socket = socket;
  self.props[SLOT.fd] = socket.fd;
  rt.releaseValue(self.props[SLOT.socket]);
  self.props[SLOT.socket] = socketObject(rt, socket, true);
  const settings = settingsOf(self);
  if (settings === null) return socket;
  applyTimeouts(rt, socket, settings);
  if (data.packets.set(rt, settings) && (yield* bindAsAsked(rt, socket, settings))) return socket;
  socketError(rt, self, socket);
  forget(rt, self, data);
  socket.close();
  return null;
}

/** The client has no socket any more. */
function forget(rt: Executor, self: PhpObject, data: ClientData): void {
  data.socket = null;
  self.props[SLOT.connected] = false;
  rt.releaseValue(self.props[SLOT.socket]);
  self.props[SLOT.socket] = null;
}

function dataOf(self: PhpObject): ClientData | null {
  return self.native instanceof ClientData ? self.native : null;
}

function settingsOf(self: PhpObject): PhpArray | null {
  const v = deref(self.props[SLOT.setting]);
  return v instanceof PhpArray ? v : null;
}

/** Runs `work` on the connected socket. */
function connected(
  rt: Executor,
  self: PhpObject,
  work: (s: CoSocket, d: ClientData) => Zval | NativeCode,
): Zval | NativeCode {
  const data = dataOf(self);
  if (data?.socket == null) return noConnection(rt, self);
  return work(data.socket, data);
}

/** The same in a coroutine. */
function waiting(rt: Executor, self: PhpObject, work: (s: CoSocket, d: ClientData) => NativeCode): Zval | NativeCode {
  return inCoroutine(rt, function* () {
    const data = dataOf(self);
    const socket = data?.socket;
    if (data === null || socket === null || socket === undefined) return noConnection(rt, self);
    const held = addRef(self);
    try {
      const result = yield* work(socket, data);
      if (result !== null) return result;
      return socketError(rt, self, socket);
    } finally {
      rt.releaseValue(held);
    }
  });
}

function* connect(rt: Executor, self: PhpObject, host: string, port: number, seconds: number): NativeCode {
  const data = dataOf(self);
  if (data === null) return false;
  if (host === '') {
    warn(rt, 'The host is empty');
    return false;
  }
  if (data.socket !== null) return setError(rt, self, EISCONN);
  if (isTcp(data.type) && (port <= 0 || port > MAX_LENGTH)) {
    warn(rt, 'The port is invalid');
    return false;
  }
  const socket = yield* openSocket(rt, self, data);
  if (socket === null) return false;
  const settings = settingsOf(self);
  data.host = host;
  const secured = (data.type & FLAG_SSL) !== 0 || toBool(deref(settings?.getStr('open_ssl')) ?? false);
  if (
    !(yield* socket.connect(host, port, seconds)) ||
    (secured && !(yield* secure(socket, tlsOptions(rt, settings, host))))
  ) {
    forget(rt, self, data);
    socketError(rt, self, socket);
    socket.close();
    return false;
  }
  if (seconds !== 0) {
    socket.timeouts.read = seconds;
    socket.timeouts.write = seconds;
  }
  self.props[SLOT.connected] = true;
  return true;
}

function* close(rt: Executor, self: PhpObject): NativeCode {
  const data = dataOf(self);
  const socket = data?.socket;
  if (data === null || socket === null || socket === undefined) return noConnection(rt, self);
  self.props[SLOT.connected] = false;
  const held = addRef(self);
  const closed = yield* socket.closeNow();
  if (closed) forget(rt, self, data);
  else socketError(rt, self, socket);
  rt.releaseValue(held);
  return closed;
}

const timeout = p.float('timeout', { default: 0 });

const openMethods: readonly MethodDef[] = [
  method({
    name: '__construct',
    doc: 'Makes a client of a type of socket.',
    params: [p.int('type')],
    returns: null,
    link: LINK,
    impl(rt, self, type) {
      if (self.native !== null) return rt.throwError('Error', `Constructor of ${self.ce.name} can only be called once`);
      if (!isSocketType(type))
        return rt.throwError('TypeError', `${self.ce.name}::__construct(): Unknown type ${type}`);
      schedulerOf(rt).activate();
      self.native = new ClientData(type);
      self.props[SLOT.type] = type;
      return null;
    },
  }),
  method({
    name: 'set',
    doc: 'Adds options.',
    params: [p.array('settings')],
    returns: ['bool'],
    link: LINK,
    impl(rt, self, settings) {
      if (settings.count === 0) return false;
      const merged = mergeSettings(rt, self, SLOT.setting, settings);
      const data = dataOf(self);
      if (data?.socket != null) applyTimeouts(rt, data.socket, merged);
      return data === null || data.packets.set(rt, merged);
    },
  }),
  method({
    name: 'connect',
    doc: 'Connects to a server.',
    params: [p.string('host'), p.int('port', { default: 0 }), timeout, p.int('sock_flag', { default: 0 })],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self, host, port, seconds) => inCoroutine(rt, () => connect(rt, self, host, port, seconds)),
  }),
  method({
    name: 'enableSSL',
    doc: 'Encrypts the connection.',
    params: [],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self) =>
      waiting(rt, self, function* (socket, data) {
        return (yield* secure(socket, tlsOptions(rt, settingsOf(self), data.host))) ? true : null;
      }),
  }),
];

const ioMethods: readonly MethodDef[] = [
  method({
    name: 'recv',
    doc: 'Waits for bytes, or for a packet of the protocol that is set.',
    params: [timeout],
    returns: ['string', 'false'],
    link: LINK,
    impl: (rt, self, seconds) => waiting(rt, self, (socket, data) => recvPacket(socket, data.packets, seconds)),
  }),
  method({
    name: 'peek',
    doc: 'What has arrived, without taking it.',
    params: [p.int('length', { default: MAX_LENGTH })],
    returns: ['string', 'false'],
    link: LINK,
    impl: (rt, self, length) =>
      connected(rt, self, (socket) => {
        if (length <= 0) {
          warn(rt, 'length must be greater than 0');
          return false;
        }
        const bytes = socket.peek(length);
        if (bytes !== null) return bytes;
        setError(rt, self, socket.errCode || 11);
        return false;
      }),
  }),
  method({
    name: 'send',
    doc: 'Sends everything.',
    params: [p.string('data'), timeout],
    returns: ['int', 'false'],
    link: LINK,
    impl(rt, self, data, seconds) {
      if (data === '') {
        warn(rt, 'data to send is empty');
        return false;
      }
      return waiting(rt, self, (socket) => socket.sendAll(data, seconds));
    },
  }),
  method({
    name: 'sendfile',
    doc: 'Sends a file, or a part of it.',
    params: [p.string('filename'), p.int('offset', { default: 0 }), p.int('length', { default: 0 })],
    returns: ['bool'],
    link: LINK,
    impl(rt, self, file, offset, length) {
      if (!checkedPart(rt, file, offset, length)) return false;
      return waiting(rt, self, function* (socket) {
        if (socket.type === SOCK_DGRAM) return setError(rt, self, EINVAL, 'dgram socket cannot use sendfile');
        return (yield* sendFile(socket, file, offset, length)) ? true : null;
      });
    },
  }),
  method({
    name: 'sendto',
    doc: 'Sends a packet to an address.',
    params: [p.string('address'), p.int('port'), p.string('data')],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self, host, port, bytes) =>
      inCoroutine(rt, function* () {
        const data = dataOf(self);
        if (bytes === '' || data === null) return false;
        const socket = data.socket ?? (yield* openSocket(rt, self, data));
        if (socket === null) return false;
        const sent = yield* socket.sendTo(host, port, bytes);
        return sent === null ? socketError(rt, self, socket) : true;
      }),
  }),
  method({
    name: 'recvfrom',
    doc: 'Waits for a packet and says where it came from.',
    params: [p.int('length'), p.ref('address'), p.ref('port', undefined, { default: 0 })],
    returns: ['string', 'false'],
    link: LINK,
    impl: (rt, self, length, address, port) =>
      inCoroutine(rt, function* () {
        const data = dataOf(self);
        if (length <= 0 || data === null) return false;
        const socket = data.socket ?? (yield* openSocket(rt, self, data));
        if (socket === null) return false;
        if (socket.datagrams === null && !(yield* socket.sendToNobody())) return socketError(rt, self, socket);
        const { datagrams } = socket;
        if (datagrams === null) return (yield* socket.recv(length, 0)) ?? socketError(rt, self, socket);
        if (!(yield* socket.wait('read', datagrams, () => datagrams.pending > 0, 0)))
          return socketError(rt, self, socket);
        const packet = datagrams.receive();
        if (packet === null) return false;
        const { from } = packet;
        setRef(rt, address, from.kind === 'inet' ? from.host : from.path);
        setRef(rt, port, from.kind === 'inet' ? from.port : 0);
        return packet.bytes.slice(0, length);
      }),
  }),
];

const stateMethods: readonly MethodDef[] = [
  ...addressMethods(LINK, (rt, self, end) =>
    connected(rt, self, (socket) => {
      const address = end === 'local' ? socket.localAddress() : socket.remoteAddress();
      if (address === null) return false;
      const name = address.kind === 'inet' ? address.host : address.path;
      return PhpArray.fromEntries([
        ['host', name],
        ['address', name],
        ['port', address.kind === 'inet' ? address.port : 0],
      ]);
    }),
  ),
  method({
    name: 'isConnected',
    doc: 'Whether the client is connected.',
    params: [],
    returns: ['bool'],
    link: LINK,
    impl: (_rt, self) => dataOf(self)?.socket?.connection?.state === 'open' || dataOf(self)?.socket?.datagrams != null,
  }),
  method({
    name: 'exportSocket',
    doc: 'The socket as an object of its own.',
    params: [],
    returns: ['Swoole\\Coroutine\\Socket', 'false'],
    link: LINK,
    impl: (_rt, self) => addRef(self.props[SLOT.socket]) ?? false,
  }),
  method({
    name: 'close',
    doc: 'Closes the connection.',
    params: [],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self) => close(rt, self),
  }),
];

export const coClientClass: ClassDef<MethodDef> = {
  name: 'Swoole\\Coroutine\\Client',
  flags: ACC_NOT_SERIALIZABLE,
  constants: [
    { name: 'MSG_OOB', value: 1 },
    { name: 'MSG_PEEK', value: 2 },
    { name: 'MSG_DONTWAIT', value: 64 },
    { name: 'MSG_WAITALL', value: 256 },
  ],
  properties: [
    { name: 'errCode', flags: ACC_PUBLIC, type: null, default: 0 },
    { name: 'errMsg', flags: ACC_PUBLIC, type: null, default: '' },
    { name: 'fd', flags: ACC_PUBLIC, type: null, default: -1 },
    { name: 'socket', flags: ACC_PUBLIC, type: null, default: null },
    { name: 'type', flags: ACC_PUBLIC, type: null, default: 1 },
    { name: 'setting', flags: ACC_PUBLIC, type: null, default: null },
    { name: 'connected', flags: ACC_PUBLIC, type: null, default: false },
  ],
  methods: [...openMethods, ...ioMethods, ...stateMethods],
  handlers: {
    ...fixedObject,
    freeNative: (rt, obj) => {
      const data = dataOf(obj);
      if (data === null) return;
      release(rt, data.packets.lengthFunc);
      if (data.socket !== null && !data.socket.closed) data.socket.close();
    },
  },
};
