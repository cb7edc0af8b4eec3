/**
 * Swoole\Coroutine\Socket.
 * Source: swoole-src ext-src/swoole_socket_coro.cc; wiki.swoole.com coroutine_client/socket
 */
import { E_WARNING } from '../../../base/diagnostics.ts';
import { EISCONN } from '../../../base/errno.ts';
import { ACC_NOT_SERIALIZABLE, ACC_PUBLIC } from '../../../bytecode/type-flags.ts';
import { schedulerOf } from '../../../coro/scheduler.ts';
import type { ClassDef } from '../../../object/class-def.ts';
import type { NativeCode } from '../../../object/native-code.ts';
import { toBool } from '../../../value/convert.ts';
import { release } from '../../../value/refcount.ts';
import { addRef, deref } from '../../../value/zval.ts';
import type { Executor } from '../../../vm/executor.ts';
import { type MethodDef, method, p, staticMethod } from '../../define.ts';
import { streamOf } from '../../stream.ts';
import { setRef } from '../../string-util.ts';
import { addressMethods } from '../client-methods.ts';
import { recvBuffered, recvLine, recvPacket } from './buffered.ts';
import { runningName, warn } from '../support.ts';
import { checkedPart, secure, sendFile, serverTlsOptions } from './client-socket.ts';
import { AF_INET, AF_UNIX, CoSocket, SOCK_DGRAM, SOCK_STREAM } from './co-socket.ts';
import {
  addressArray,
  attachSocket,
  onSocket,
  SocketData,
  socketObject,
  syncErrors,
  waiting,
} from './socket-object.ts';
import { optionMethods } from './socket-options.ts';
import { vectorMethods } from './socket-vectors.ts';
import { denyUnset } from '../deny-unset.ts';

const LINK = 'https://wiki.swoole.com/#/coroutine_client/socket';
const DEFAULT_LENGTH = 65536;
/** SWOOLE_EVENT_READ */
const EVENT_READ = 512;
const PORTS = 65536;

const timeout = p.float('timeout', { default: 0 });
const length = p.int('length', { default: DEFAULT_LENGTH });

type Reader = (data: SocketData, length: number, seconds: number) => NativeCode<string | null>;

function reader(name: string, doc: string, read: Reader): MethodDef {
  return method({
    name,
    doc,
    params: [length, timeout],
    returns: ['string', 'false'],
    link: LINK,
    impl: (rt, self, n, seconds) => waiting(rt, self, (data) => read(data, n <= 0 ? DEFAULT_LENGTH : n, seconds)),
  });
}

function* accept(rt: Executor, data: SocketData, seconds: number): NativeCode {
  const socket = yield* data.socket.accept(seconds);
  if (socket === null) return false;
  const made = socketObject(rt, socket);
  if (made.native instanceof SocketData) {
    made.native.packets.copyFrom(data.packets);
    made.native.tls = data.tls;
  }
  return made;
}

const openMethods: readonly MethodDef[] = [
  method({
    name: '__construct',
    doc: 'Makes a socket.',
    params: [p.int('domain'), p.int('type'), p.int('protocol', { default: 0, text: 'IPPROTO_IP' })],
    returns: null,
    link: LINK,
    impl(rt, self, domain, type, protocol) {
      if (self.native !== null) return rt.throwError('Error', `Constructor of ${self.ce.name} can only be called once`);
      schedulerOf(rt).activate();
      attachSocket(self, new CoSocket(rt, domain, type, protocol), false);
      return null;
    },
  }),
  method({
    name: 'bind',
    doc: 'Binds to an address.',
    params: [p.string('address'), p.int('port', { default: 0 })],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self, address, port) =>
      onSocket(rt, self, function* ({ socket }) {
        const done = yield* socket.bind(address, port);
        syncErrors(rt, self, socket);
        return done;
      }),
  }),
  method({
    name: 'listen',
    doc: 'Begins to take connections.',
    params: [p.int('backlog', { default: 512 })],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self) => onSocket(rt, self, ({ socket }) => socket.listener !== null),
  }),
  method({
    name: 'accept',
    doc: 'Waits for a connection.',
    params: [timeout],
    returns: ['Swoole\\Coroutine\\Socket', 'false'],
    link: LINK,
    impl: (rt, self, seconds) => waiting(rt, self, (data) => accept(rt, data, seconds)),
  }),
  method({
    name: 'connect',
    doc: 'Connects to a server.',
    params: [p.string('host'), p.int('port', { default: 0 }), timeout],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self, host, port, seconds) =>
      onSocket(rt, self, ({ socket }) => {
        if (socket.domain !== AF_UNIX && (port === 0 || port >= PORTS)) {
          warn(
            rt,
            (rt.currentExecuteData?.numArgs ?? 0) === 1
              ? 'Socket of type AF_INET/AF_INET6 requires port argument'
              : `Invalid port argument[${port}]`,
          );
          return false;
        }
        return waiting(rt, self, function* ({ socket: s, tls }) {
          if (!(yield* s.connect(host, port, seconds))) return false;
          return tls === null || (yield* secure(s, { ...tls, serverName: host }));
        });
      }),
  }),
];

const readMethods: readonly MethodDef[] = [
  reader('recv', 'Waits for bytes.', ({ socket }, n, seconds) => socket.recv(n, seconds)),
  reader('recvAll', 'Waits for so many bytes.', ({ socket }, n, seconds) => socket.recvAll(n, seconds)),
  reader('recvLine', 'Waits for a line.', ({ socket }, n, seconds) => recvLine(socket, n, seconds)),
  reader('recvWithBuffer', 'Takes what has been read ahead, or waits.', ({ socket }, n, seconds) =>
    recvBuffered(socket, n, seconds),
  ),
  method({
    name: 'recvPacket',
    doc: 'Waits for a packet of the protocol that setProtocol() has set.',
    params: [timeout],
    returns: ['string', 'false'],
    link: LINK,
    impl: (rt, self, seconds) => waiting(rt, self, (data) => recvPacket(data.socket, data.packets, seconds)),
  }),
  method({
    name: 'recvfrom',
    doc: 'Waits for a packet and says where it came from.',
    params: [p.ref('peername'), timeout],
    returns: ['string', 'false'],
    link: LINK,
    impl: (rt, self, peer, seconds) =>
      waiting(rt, self, function* ({ socket }) {
        if (socket.datagrams === null && !(yield* socket.sendToNobody())) return false;
        const { datagrams } = socket;
        if (datagrams === null) return yield* socket.recv(DEFAULT_LENGTH, seconds);
        if (!(yield* socket.wait('read', datagrams, () => datagrams.pending > 0, seconds))) return false;
        const packet = datagrams.receive();
        if (packet === null) return false;
        setRef(rt, peer, addressArray(packet.from));
        return packet.bytes;
      }),
  }),
  method({
    name: 'peek',
    doc: 'What has arrived, without taking it.',
    params: [length],
    returns: ['string', 'false'],
    link: LINK,
    impl: (rt, self, n) =>
      onSocket(rt, self, ({ socket }) => {
        const bytes = socket.peek(n);
        syncErrors(rt, self, socket);
        return bytes ?? false;
      }),
  }),
];

const writeMethods: readonly MethodDef[] = [
  method({
    name: 'send',
    doc: 'Sends what fits.',
    params: [p.string('data'), timeout],
    returns: ['int', 'false'],
    link: LINK,
    impl: (rt, self, data, seconds) => waiting(rt, self, ({ socket }) => socket.send(data, seconds)),
  }),
  method({
    name: 'sendAll',
    doc: 'Sends everything.',
    params: [p.string('data'), timeout],
    returns: ['int', 'false'],
    link: LINK,
    impl: (rt, self, data, seconds) => waiting(rt, self, ({ socket }) => socket.sendAll(data, seconds)),
  }),
  method({
    name: 'sendto',
    doc: 'Sends a packet to an address.',
    params: [p.string('addr'), p.int('port'), p.string('data')],
    returns: ['int', 'false'],
    link: LINK,
    impl: (rt, self, host, port, data) =>
      onSocket(rt, self, function* ({ socket }) {
        const n = yield* socket.sendTo(host, port, data);
        syncErrors(rt, self, socket);
        return n ?? false;
      }),
  }),
  method({
    name: 'sendFile',
    doc: 'Sends a file, or a part of it.',
    params: [p.string('file'), p.int('offset', { default: 0 }), p.int('length', { default: 0 })],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self, file, offset, n) =>
      checkedPart(rt, file, offset, n) && waiting(rt, self, ({ socket }) => sendFile(socket, file, offset, n)),
  }),
];

const endMethods: readonly MethodDef[] = [
  method({
    name: 'setProtocol',
    doc: 'Says how packets are told apart.',
    params: [p.array('settings')],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self, settings) =>
      onSocket(rt, self, (data) => {
        if (settings.count === 0) return false;
        if (toBool(deref(settings.getStr('open_ssl')) ?? false)) data.tls = serverTlsOptions(rt, settings);
        return data.packets.set(rt, settings);
      }),
  }),
  method({
    name: 'sslHandshake',
    doc: 'Begins an encrypted session, as the server when the socket was accepted.',
    params: [],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self) =>
      waiting(rt, self, function* ({ socket, tls }) {
        if (tls === null) return socket.fail(EISCONN);
        return yield* secure(socket, { ...tls, server: socket.accepted });
      }),
  }),
  method({
    name: 'checkLiveness',
    doc: 'Whether the other side still lives.',
    params: [],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self) =>
      onSocket(rt, self, ({ socket }) => {
        const alive = socket.checkLiveness();
        syncErrors(rt, self, socket);
        return alive;
      }),
  }),
  method({
    name: 'getBoundCid',
    doc: 'The coroutine that waits on a side of the socket.',
    params: [p.int('event')],
    returns: ['int'],
    link: LINK,
    impl: (rt, self, event) =>
      onSocket(rt, self, ({ socket }) => socket.boundCid(event === EVENT_READ ? 'read' : 'write')),
  }),
  method({
    name: 'cancel',
    doc: 'Wakes the coroutine that waits on a side of the socket.',
    params: [p.int('event', { default: EVENT_READ, text: 'SWOOLE_EVENT_READ' })],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self, event) =>
      onSocket(rt, self, ({ socket }) => socket.cancel(event === EVENT_READ ? 'read' : 'write')),
  }),
  method({
    name: 'shutdown',
    doc: 'Ends one direction of a connection, or both.',
    params: [p.int('how', { default: 2 })],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self, how) =>
      onSocket(rt, self, ({ socket }) => {
        const done = socket.shutdown(how);
        if (!done) syncErrors(rt, self, socket);
        return done;
      }),
  }),
  method({
    name: 'close',
    doc: 'Closes the socket.',
    params: [],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self) =>
      onSocket(rt, self, function* (data) {
        if (data.borrowed) {
          warn(rt, 'cannot close the referenced resource');
          return false;
        }
        const held = addRef(self);
        yield* data.socket.closeNow();
        rt.releaseValue(held);
        return true;
      }),
  }),
  method({
    name: 'isClosed',
    doc: 'Whether the socket is closed.',
    params: [],
    returns: ['bool'],
    link: LINK,
    impl: (_rt, self) => !(self.native instanceof SocketData) || self.native.socket.closed,
  }),
  ...addressMethods(LINK, (rt, self, end) =>
    onSocket(rt, self, ({ socket }) => addressArray(end === 'local' ? socket.localAddress() : socket.remoteAddress())),
  ),
  staticMethod({
    name: 'import',
    doc: 'The socket of a stream.',
    params: [p.resource('stream')],
    returns: ['Swoole\\Coroutine\\Socket', 'false'],
    link: LINK,
    impl: (rt, _scope, resource) => {
      const stream = streamOf(rt, resource);
      if (stream === null) return null;
      const state = stream.socket;
      if (state === null) {
        const type = stream.ops.label;
        rt.error(E_WARNING, `${runningName(rt)}(): Cannot represent a stream of type ${type} as a Socket Descriptor`);
        return false;
      }
      const udp = state.handle.kind === 'datagrams';
      const unix = state.type === 'unix_socket' || state.type === 'generic_socket';
      const socket = new CoSocket(rt, unix ? AF_UNIX : AF_INET, udp ? SOCK_DGRAM : SOCK_STREAM, 0);
      if (state.handle.kind === 'connection') socket.connection = state.handle.connection;
      else if (state.handle.kind === 'listener') socket.listener = state.handle.listener;
      else socket.datagrams = state.handle.datagrams;
      return socketObject(rt, socket);
    },
  }),
];

function* closing(socket: CoSocket): NativeCode<void> {
  if (!socket.closed) socket.close();
}

export const socketClass: ClassDef<MethodDef> = {
  name: 'Swoole\\Coroutine\\Socket',
  flags: ACC_NOT_SERIALIZABLE,
  properties: [
    { name: 'fd', flags: ACC_PUBLIC, type: null, default: -1 },
    { name: 'domain', flags: ACC_PUBLIC, type: null, default: 0 },
    { name: 'type', flags: ACC_PUBLIC, type: null, default: 0 },
    { name: 'protocol', flags: ACC_PUBLIC, type: null, default: 0 },
    { name: 'errCode', flags: ACC_PUBLIC, type: null, default: 0 },
    { name: 'errMsg', flags: ACC_PUBLIC, type: null, default: '' },
    { name: '__ext_sockets_nonblock', flags: ACC_PUBLIC, type: null, default: false },
    { name: '__ext_sockets_timeout', flags: ACC_PUBLIC, type: null, default: 0 },
  ],
  methods: [...openMethods, ...readMethods, ...writeMethods, ...optionMethods, ...vectorMethods, ...endMethods],
  handlers: {
    cloneable: false,
    unsetProperty: denyUnset,
    freeNative: (rt, obj) => {
      const data = obj.native;
      if (!(data instanceof SocketData)) return;
      release(rt, data.packets.lengthFunc);
      for (const v of data.options.values()) release(rt, v);
      const { socket } = data;
      if (data.borrowed || socket.closed) return;
      // as Swoole does it, in the next round: who connects meanwhile is not refused
      if (socket.listener === null) socket.close();
      else schedulerOf(socket.rt).defer(() => closing(socket));
    },
  },
};
