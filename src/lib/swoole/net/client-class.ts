/**
 * Swoole\Client: the client that blocks.
 * Source: swoole-src ext-src/swoole_client.cc; wiki.swoole.com client
 */
import { ENOTCONN, strerror } from '../../../base/errno.ts';
import { ACC_NOT_SERIALIZABLE, ACC_PUBLIC } from '../../../bytecode/type-flags.ts';
import { schedulerOf } from '../../../coro/scheduler.ts';
import type { ClassDef } from '../../../object/class-def.ts';
import type { NativeCode } from '../../../object/native-code.ts';
import { toBool } from '../../../value/convert.ts';
import { PhpArray } from '../../../value/php-array.ts';
import type { PhpObject } from '../../../value/php-object.ts';
import { addRef, deref, type Zval } from '../../../value/zval.ts';
import type { Executor } from '../../../vm/executor.ts';
import { type MethodDef, method, p } from '../../define.ts';
import { newSocket, SocketData } from '../../sockets/socket-data.ts';
import { addressMethods, type End, mergeSettings } from '../client-methods.ts';
import { warn } from '../support.ts';
import { recvPacket } from './buffered.ts';
import { applyTimeouts, isSocketType, secure, socketOfType, tlsOptions } from './client-socket.ts';
import type { CoSocket } from './co-socket.ts';
import { FLAG_SSL } from './constants.ts';
import { PacketSettings } from './packets.ts';
import { denyUnset } from '../deny-unset.ts';

const LINK = 'https://wiki.swoole.com/#/client';
const SLOT = { errCode: 0, sock: 1, reuse: 2, reuseCount: 3, type: 4, id: 5, setting: 6 } as const;
const CONNECT_SECONDS = 0.5;
const MAX_RECV = 65536;
const MSG_PEEK = 2;
const MSG_DONTWAIT = 64;
const MSG_WAITALL = 256;
const AT_ONCE = 0.001;

class BlockingClient {
  readonly type: number;
  readonly packets: PacketSettings = new PacketSettings();
  socket: CoSocket | null = null;
  /** The object Socket for it (owned). */
  object: PhpObject | null = null;
  host = '';
  constructor(type: number) {
    this.type = type;
  }
}

function dataOf(rt: Executor, self: PhpObject): BlockingClient {
  if (self.native instanceof BlockingClient) return self.native;
  return rt.fatalError('must call constructor first');
}

function settingsOf(self: PhpObject): PhpArray | null {
  const v = deref(self.props[SLOT.setting]);
  return v instanceof PhpArray ? v : null;
}

function fail(rt: Executor, self: PhpObject, errno: number): false {
  self.props[SLOT.errCode] = errno;
  schedulerOf(rt).lastError = errno;
  return false;
}

/** Runs `work` on the connected socket. */
function connected(
  rt: Executor,
  self: PhpObject,
  work: (s: CoSocket, d: BlockingClient) => Zval | NativeCode,
): Zval | NativeCode {
  const data = dataOf(rt, self);
  const { socket } = data;
  if (socket !== null) return work(socket, data);
  warn(rt, 'client is not connected to server');
  return fail(rt, self, ENOTCONN);
}

function* connect(rt: Executor, self: PhpObject, host: string, port: number, seconds: number): NativeCode {
  const data = dataOf(rt, self);
  if (host === '') {
    warn(rt, 'The host is empty');
    return false;
  }
  if (data.socket !== null) {
    warn(rt, 'connection to the server has already been established');
    return false;
  }
  const socket = socketOfType(rt, data.type);
  socket.whole = true;
  socket.timeouts.read = seconds;
  socket.timeouts.write = seconds;
  const settings = settingsOf(self);
  if (settings !== null) {
    applyTimeouts(rt, socket, settings);
    if (!data.packets.set(rt, settings)) return false;
  }
  const secured = (data.type & FLAG_SSL) !== 0 || toBool(deref(settings?.getStr('open_ssl')) ?? false);
  const done =
    (yield* socket.connect(host, port, seconds)) &&
    (!secured || (yield* secure(socket, tlsOptions(rt, settings, host))));
  if (!done) {
    const errno = socket.errCode;
    socket.close();
    warn(rt, `connect to server[${host}:${port}] failed. Error: ${strerror(errno)}[${errno}]`);
    return fail(rt, self, errno);
  }
  data.host = host;
  data.socket = socket;
  self.props[SLOT.sock] = socket.fd;
  return true;
}

function* recv(
  rt: Executor,
  self: PhpObject,
  socket: CoSocket,
  data: BlockingClient,
  size: number,
  flags: number,
): NativeCode {
  const seconds = (flags & MSG_DONTWAIT) !== 0 ? AT_ONCE : 0;
  let bytes: string | null;
  if ((flags & MSG_PEEK) !== 0 && socket.connection !== null) {
    const { connection } = socket;
    const ready = yield* socket.wait('read', connection, () => connection.available > 0 || connection.ended, seconds);
    bytes = ready ? connection.peek(size) : null;
  } else if (data.packets.active) bytes = yield* recvPacket(socket, data.packets, seconds);
  else if ((flags & MSG_WAITALL) !== 0) bytes = yield* socket.recvAll(size, seconds);
  else bytes = yield* socket.recv(size, seconds);
  if (bytes !== null) return bytes;
  // a blocking recv() that times out says that nothing is there yet
  const errno = socket.errCode === 110 ? 11 : socket.errCode;
  if ((flags & MSG_DONTWAIT) === 0 && errno !== 1201) {
    warn(rt, `recv() failed, Error: ${strerror(errno)}[${errno}]`);
  }
  return fail(rt, self, errno);
}

function closeClient(rt: Executor, self: PhpObject): boolean {
  const data = dataOf(rt, self);
  if (data.socket === null) {
    warn(rt, 'client is not connected to server');
    return false;
  }
  data.socket.close();
  data.socket = null;
  self.props[SLOT.sock] = -1;
  return true;
}

const lifeMethods: readonly MethodDef[] = [
  method({
    name: '__construct',
    doc: 'Makes a client of a type of socket.',
    params: [p.int('type'), p.int('async', { default: 0 }), p.string('id', { default: '' })],
    returns: null,
    link: LINK,
    impl(rt, self, type, async, id) {
      if (async === 1) {
        return rt.throwError('Error', 'please install the ext-async extension, using Swoole\\Async\\Client');
      }
      if (!isSocketType(type)) {
        return rt.throwError('TypeError', `${self.ce.name}::__construct(): Unknown type ${type}`);
      }
      self.native = new BlockingClient(type);
      self.props[SLOT.type] = type;
      if (id !== '') self.props[SLOT.id] = id;
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
      const merged = mergeSettings(rt, self, SLOT.setting, settings);
      return dataOf(rt, self).packets.set(rt, merged);
    },
  }),
  method({
    name: 'connect',
    doc: 'Connects to a server.',
    params: [
      p.string('host'),
      p.int('port', { default: 0 }),
      p.float('timeout', { default: CONNECT_SECONDS }),
      p.int('sock_flag', { default: 0 }),
    ],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self, host, port, seconds) => connect(rt, self, host, port, seconds),
  }),
  method({
    name: 'isConnected',
    doc: 'Whether the client is connected.',
    params: [],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self) => dataOf(rt, self).socket !== null,
  }),
  method({
    name: 'enableSSL',
    doc: 'Encrypts the connection.',
    params: [p.untyped('onSslReady', { default: null })],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self) =>
      connected(rt, self, (socket, data) => secure(socket, tlsOptions(rt, settingsOf(self), data.host))),
  }),
  method({
    name: 'close',
    doc: 'Closes the connection.',
    params: [p.bool('force', { default: false })],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self) => closeClient(rt, self),
  }),
  method({
    name: 'shutdown',
    doc: 'Ends a direction of the connection, or both.',
    params: [p.int('how')],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self, how) =>
      connected(rt, self, function* (socket) {
        return socket.shutdown(how);
      }),
  }),
];

const ioMethods: readonly MethodDef[] = [
  method({
    name: 'recv',
    doc: "Waits for bytes, or for a packet; '' at the end of the connection.",
    params: [p.int('size', { default: MAX_RECV }), p.int('flag', { default: 0 })],
    returns: ['string', 'false'],
    link: LINK,
    impl: (rt, self, size, flags) =>
      connected(rt, self, (socket, data) => recv(rt, self, socket, data, size, Number(flags))),
  }),
  method({
    name: 'send',
    doc: 'Sends everything.',
    params: [p.string('data'), p.int('flag', { default: 0 })],
    returns: ['int', 'false'],
    link: LINK,
    impl(rt, self, bytes) {
      if (bytes === '') {
        warn(rt, 'data to send is empty');
        return false;
      }
      return connected(rt, self, function* (socket) {
        const sent = yield* socket.sendAll(bytes, 0);
        if (sent !== null) return sent;
        warn(
          rt,
          `failed to send(${socket.fd}) ${bytes.length} bytes, Error: ${strerror(socket.errCode)}[${socket.errCode}]`,
        );
        return fail(rt, self, socket.errCode);
      });
    },
  }),
  method({
    name: 'sendfile',
    doc: 'Sends a file, or a part of it.',
    params: [p.string('filename'), p.int('offset', { default: 0 }), p.int('length', { default: 0 })],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self, file, offset, length) =>
      connected(rt, self, function* (socket) {
        const bytes = rt.host.readFile(file);
        if (bytes === null) return fail(rt, self, 2);
        const sent = yield* socket.sendAll(bytes.slice(offset, length > 0 ? offset + length : undefined), 0);
        return sent === null ? fail(rt, self, socket.errCode) : true;
      }),
  }),
  method({
    name: 'sendto',
    doc: 'Sends a packet to an address.',
    params: [p.string('ip'), p.int('port'), p.string('data')],
    returns: ['bool'],
    link: LINK,
    *impl(rt, self, host, port, bytes) {
      const data = dataOf(rt, self);
      if (bytes === '') {
        warn(rt, 'data to send is empty');
        return false;
      }
      if (data.socket === null) {
        data.socket = socketOfType(rt, data.type);
        data.socket.whole = true;
      }
      const { socket } = data;
      return (yield* socket.sendTo(host, port, bytes)) === null ? fail(rt, self, socket.errCode) : true;
    },
  }),
];

const socketMethods: readonly MethodDef[] = [
  method({
    name: 'getSocket',
    doc: 'Its socket, for the functions of ext/sockets.',
    params: [],
    returns: ['Socket', 'false'],
    link: LINK,
    impl: (rt, self) =>
      connected(rt, self, (socket, data) => {
        if (
          data.object === null ||
          !(data.object.native instanceof SocketData) ||
          data.object.native.socket !== socket
        ) {
          rt.releaseValue(data.object);
          data.object = newSocket(rt, socket);
        }
        return addRef(data.object);
      }),
  }),
];

function addressOf(rt: Executor, self: PhpObject, end: End): Zval | NativeCode {
  return connected(rt, self, function* (socket) {
    const address = end === 'local' ? socket.localAddress() : socket.remoteAddress();
    if (address === null) return false;
    if (address.kind === 'unix') return PhpArray.fromEntries([['host', address.path]]);
    return PhpArray.fromEntries([
      ['port', address.port],
      ['host', address.host],
    ]);
  });
}

export const clientClass: ClassDef<MethodDef> = {
  name: 'Swoole\\Client',
  flags: ACC_NOT_SERIALIZABLE,
  constants: [
    { name: 'MSG_OOB', value: 1 },
    { name: 'MSG_PEEK', value: MSG_PEEK },
    { name: 'MSG_DONTWAIT', value: MSG_DONTWAIT },
    { name: 'MSG_WAITALL', value: MSG_WAITALL },
    { name: 'SHUT_RDWR', value: 2 },
    { name: 'SHUT_RD', value: 0 },
    { name: 'SHUT_WR', value: 1 },
  ],
  properties: [
    { name: 'errCode', flags: ACC_PUBLIC, type: null, default: 0 },
    { name: 'sock', flags: ACC_PUBLIC, type: null, default: -1 },
    { name: 'reuse', flags: ACC_PUBLIC, type: null, default: false },
    { name: 'reuseCount', flags: ACC_PUBLIC, type: null, default: 0 },
    { name: 'type', flags: ACC_PUBLIC, type: null, default: 0 },
    { name: 'id', flags: ACC_PUBLIC, type: null, default: null },
    { name: 'setting', flags: ACC_PUBLIC, type: null, default: null },
  ],
  methods: [...lifeMethods, ...ioMethods, ...socketMethods, ...addressMethods(LINK, addressOf)],
  handlers: {
    cloneable: false,
    unsetProperty: denyUnset,
    freeNative: (rt, obj) => {
      if (!(obj.native instanceof BlockingClient)) return;
      (rt as Executor).releaseValue(obj.native.packets.lengthFunc);
      (rt as Executor).releaseValue(obj.native.object);
      if (obj.native.socket !== null && !obj.native.socket.closed) obj.native.socket.close();
    },
  },
};
