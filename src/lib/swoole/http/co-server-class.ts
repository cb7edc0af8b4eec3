/**
 * Swoole\Coroutine\Http\Server: a coroutine accepts, each connection has one of its own.
 * Source: swoole-src ext-src/swoole_http_server_coro.cc; wiki.swoole.com coroutine/http_server
 */
import { E_ERROR } from '../../../base/diagnostics.ts';
import { ECANCELED, strerror } from '../../../base/errno.ts';
import { ACC_FINAL, ACC_NOT_SERIALIZABLE, ACC_PUBLIC } from '../../../bytecode/type-flags.ts';
import type { HeldCallable } from '../../../coro/coroutine.ts';
import { networkOf } from '../../../coro/io-wait.ts';
import { schedulerOf } from '../../../coro/scheduler.ts';
import type { ClassDef } from '../../../object/class-def.ts';
import type { NativeCode } from '../../../object/native-code.ts';
import type { PhpObject } from '../../../value/php-object.ts';
import { addRef } from '../../../value/zval.ts';
import { createException } from '../../../vm/exceptions.ts';
import type { Executor } from '../../../vm/executor.ts';
import { type MethodDef, method, p } from '../../define.ts';
import { mergeSettings } from '../client-methods.ts';
import { AF_INET, AF_INET6, AF_UNIX, CoSocket, SOCK_STREAM } from '../net/co-socket.ts';
import { ServerPort } from '../server/server-port.ts';
import { inCoroutine, ownedCallable, warn } from '../support.ts';
import { serveConnection } from './co-server-connection.ts';
import { denyUnset } from '../deny-unset.ts';

const LINK = 'https://wiki.swoole.com/#/coroutine/http_server';
const SLOT = { fd: 0, host: 1, port: 2, ssl: 3, settings: 4, errCode: 5, errMsg: 6 } as const;
const FLAG_SSL = 512;
const SIGTERM = 15;
const MAX_PORT = 65535;

/** What a Server object holds. */
export class CoServerData {
  readonly socket: CoSocket;
  /** Options, as a port's. */
  readonly port: ServerPort;
  readonly handlers: Map<string, HeldCallable> = new Map();
  readonly clients: Set<CoSocket> = new Set();
  running = false;

  constructor(socket: CoSocket, port: ServerPort) {
    this.socket = socket;
    this.port = port;
  }

  /** The function for a path: that of the first pattern, in order of the alphabet, that it begins with. */
  handlerOf(path: string): HeldCallable | undefined {
    const patterns = [...this.handlers.keys()].filter((pattern) => pattern !== '/').sort();
    const lower = path.toLowerCase();
    const found = patterns.find((pattern) => lower.startsWith(pattern.toLowerCase()));
    return this.handlers.get(found ?? '/');
  }
}

function throwSwoole(rt: Executor, code: number, message: string): null {
  rt.throwObject(createException(rt, rt.classOf('Swoole\\Exception'), message, code));
  return null;
}

function* construct(rt: Executor, self: PhpObject, host: string, port: number, ssl: boolean): NativeCode {
  if (port < 0 || port > MAX_PORT) return throwSwoole(rt, 505, `Invalid port argument[${port}]`);
  const unix = /^unix:\/*/.exec(host);
  const domain = unix !== null ? AF_UNIX : host.includes(':') ? AF_INET6 : AF_INET;
  const socket = new CoSocket(rt, domain, SOCK_STREAM, 0);
  const name = unix === null ? host : `/${host.slice(unix[0].length)}`;
  if (unix !== null) rt.host.unlink(name);
  if (!(yield* socket.bind(name, port))) {
    const message = socket.errMsg === '' ? strerror(socket.errCode) : socket.errMsg;
    return throwSwoole(rt, socket.errCode, `Socket::bind() failed, Error: ${message}[${socket.errCode}]`);
  }
  const local = socket.localAddress();
  const number = local?.kind === 'inet' ? local.port : port;
  self.native = new CoServerData(socket, new ServerPort(rt, host, number, ssl ? FLAG_SSL | 1 : 1));
  self.props[SLOT.fd] = socket.fd;
  self.props[SLOT.host] = host;
  self.props[SLOT.port] = number;
  self.props[SLOT.ssl] = ssl;
  return null;
}

function dataOf(rt: Executor, self: PhpObject): CoServerData {
  if (self.native instanceof CoServerData) return self.native;
  return rt.fatalError('must call constructor first');
}

function* start(rt: Executor, self: PhpObject, data: CoServerData): NativeCode {
  const scheduler = schedulerOf(rt);
  const { socket } = data;
  if (data.port.isSecure && data.port.tlsOptions() === null) {
    rt.error(E_ERROR, 'Swoole\\Coroutine\\Http\\Server::start(): ssl_cert_file and ssl_key_file are required');
    return false;
  }
  data.running = true;
  const held = addRef(self);
  const stopSignal = networkOf(rt)?.signal(SIGTERM, () => scheduler.wake(() => stopAll(data))) ?? null;
  while (data.running) {
    const client = yield* socket.accept(-1);
    if (client === null) {
      if (socket.errCode === ECANCELED || !data.running) break;
      warn(rt, `accept failed, Error: ${socket.errMsg}[${socket.errCode}]`);
      break;
    }
    yield* scheduler.spawn(() => serveConnection(rt, data, client));
  }
  data.running = false;
  stopSignal?.();
  self.props[SLOT.errCode] = 0;
  rt.releaseValue(held);
  return true;
}

function* stopAll(data: CoServerData): NativeCode<void> {
  data.running = false;
  yield* data.socket.cancel('read');
  for (const client of [...data.clients]) yield* client.cancel('read');
}

export const coHttpServerClass: ClassDef<MethodDef> = {
  name: 'Swoole\\Coroutine\\Http\\Server',
  flags: ACC_FINAL | ACC_NOT_SERIALIZABLE,
  properties: [
    { name: 'fd', flags: ACC_PUBLIC, type: null, default: -1 },
    { name: 'host', flags: ACC_PUBLIC, type: null, default: null },
    { name: 'port', flags: ACC_PUBLIC, type: null, default: -1 },
    { name: 'ssl', flags: ACC_PUBLIC, type: null, default: false },
    { name: 'settings', flags: ACC_PUBLIC, type: null, default: null },
    { name: 'errCode', flags: ACC_PUBLIC, type: null, default: 0 },
    { name: 'errMsg', flags: ACC_PUBLIC, type: null, default: '' },
  ],
  methods: [
    method({
      name: '__construct',
      doc: 'Binds an address.',
      params: [
        p.string('host'),
        p.int('port', { default: 0 }),
        p.bool('ssl', { default: false }),
        p.bool('reuse_port', { default: false }),
      ],
      returns: null,
      link: LINK,
      impl: (rt, self, host, port, ssl) => inCoroutine(rt, () => construct(rt, self, host, port, ssl)),
    }),
    method({
      name: 'set',
      doc: 'Adds options.',
      params: [p.array('settings')],
      returns: ['bool'],
      link: LINK,
      impl(rt, self, options) {
        if (options.count === 0) return false;
        mergeSettings(rt, self, SLOT.settings, options);
        return dataOf(rt, self).port.set(options);
      },
    }),
    method({
      name: 'handle',
      doc: 'Says what answers requests for paths that begin with a pattern.',
      params: [p.string('pattern'), p.callable('callback')],
      returns: ['bool'],
      link: LINK,
      impl(rt, self, pattern, callback) {
        const { handlers } = dataOf(rt, self);
        const old = handlers.get(pattern);
        handlers.set(pattern, ownedCallable(rt, callback, 1));
        if (old !== undefined) rt.releaseValue(old.holder);
        return true;
      },
    }),
    method({
      name: 'start',
      doc: 'Serves until it is shut down.',
      params: [],
      returns: ['bool'],
      link: LINK,
      impl: (rt, self) => inCoroutine(rt, () => start(rt, self, dataOf(rt, self))),
    }),
    method({
      name: 'shutdown',
      doc: 'Ends the server.',
      params: [],
      returns: ['void'],
      link: LINK,
      *impl(rt, self) {
        yield* stopAll(dataOf(rt, self));
        return null;
      },
    }),
  ],
  handlers: {
    cloneable: false,
    unsetProperty: denyUnset,
    freeNative: (rt, obj) => {
      const data = obj.native;
      if (!(data instanceof CoServerData)) return;
      for (const { holder } of data.handlers.values()) (rt as Executor).releaseValue(holder);
      (rt as Executor).releaseValue(data.port.settings);
      if (!data.socket.closed) data.socket.close();
    },
  },
};
