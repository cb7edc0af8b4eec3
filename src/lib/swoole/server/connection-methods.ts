/**
 * What a server does with its connections.
 * Source: swoole-src ext-src/swoole_server.cc; wiki.swoole.com server/methods
 */
import { PhpArray } from '../../../value/php-array.ts';
import { PhpFloat, type Zval } from '../../../value/zval.ts';
import type { Executor } from '../../../vm/executor.ts';
import { waitFor, networkOf } from '../../../coro/io-wait.ts';
import type { NativeCode } from '../../../object/native-code.ts';
import { schedulerOf } from '../../../coro/scheduler.ts';
import { type MethodDef, method, p } from '../../define.ts';
import { toInt } from '../../../value/convert.ts';
import type { PhpObject } from '../../../value/php-object.ts';
import { isNumeric } from '../../socket-address.ts';
import { warn } from '../support.ts';
import type { ServerMessage } from './messages.ts';
import type { ServerConnection } from './server-connection.ts';
import { ServerData } from './server-data.ts';

const LINK = 'https://wiki.swoole.com/#/server/methods';
/** SW_ERROR_SESSION_NOT_EXIST, SW_ERROR_SESSION_CLOSED, SW_ERROR_DATA_LENGTH_TOO_LARGE */
const NOT_EXIST = 1005;
/** Most ids of one getClientList(). */
const MAX_LIST = 100;

/** SWOOLE_WORKER_* */
const WORKER = { busy: 1, idle: 2, exit: 3 } as const;

function workerPid(server: ServerData, id: number): number | false {
  const own = server.rt.host.pid();
  if (id < 0 || (server.role === 'alone' && id === 0)) return own;
  return server.pids[id] ?? false;
}

type Work = (server: ServerData, conn: ServerConnection) => Zval | NativeCode;

/** Runs `work` on a connection; false with the error noted when there is none. */
function onConnection(rt: Executor, self: PhpObject, fd: Zval, work: Work): Zval | NativeCode {
  const server = self.native;
  if (!(server instanceof ServerData) || server.state !== 'running') {
    warn(rt, 'server is not running');
    return false;
  }
  const conn = server.find(Number(toInt(rt, fd)));
  if (conn !== null) return work(server, conn);
  schedulerOf(rt).lastError = NOT_EXIST;
  server.lastError = NOT_EXIST;
  return false;
}

/** Whether a connection is to be closed by another process of a server whose master has the connections. */
function belongsElsewhere(server: ServerData, conn: ServerConnection): boolean {
  if (!server.isMastered) return false;
  return server.role !== 'worker' || (conn.owner >= 0 && conn.owner !== server.workerId);
}

/** Tells the master about a connection. */
function tellMaster(server: ServerData, message: ServerMessage): void {
  if (server.isMastered && server.dispatcher === null) server.office?.post(message);
}

/** Posts a message about another worker's connection; null when the connection is not another's. */
function foreign(self: PhpObject, fd: number, message: (to: number, fd: number) => ServerMessage): boolean | null {
  const server = self.native;
  if (!(server instanceof ServerData) || server.state !== 'running') return null;
  const owner = server.ownerOf(fd);
  return owner === null ? null : (server.office?.post(message(owner, fd)) ?? false);
}

function clientInfo(server: ServerData, conn: ServerConnection): PhpArray {
  const { remote, local } = conn.connection;
  const { port } = conn;
  const rows: (readonly [string, Zval])[] = [
    ['server_port', local?.kind === 'inet' ? local.port : port.port],
    ['server_fd', 3 + server.ports.indexOf(port)],
    ['socket_fd', conn.fd],
    ['socket_type', port.type & 0xff],
    ['remote_port', remote?.kind === 'inet' ? remote.port : 0],
    ['remote_ip', remote?.kind === 'inet' ? remote.host : ''],
    ['reactor_id', 0],
    ['connect_time', Math.floor(conn.connectTime)],
    ['last_time', Math.floor(conn.lastReceived)],
    ['last_recv_time', new PhpFloat(conn.lastReceived)],
    ['last_send_time', new PhpFloat(conn.lastSent)],
    ['last_dispatch_time', new PhpFloat(conn.lastReceived)],
    ['close_errno', 0],
    ['recv_queued_bytes', conn.connection.available],
    ['send_queued_bytes', conn.connection.unsent],
  ];
  if (port.openWebsocket) rows.unshift(['websocket_status', conn.websocket ? 3 : 1]);
  if (conn.uid !== 0) rows.push(['uid', conn.uid]);
  return PhpArray.fromEntries(rows);
}

function clientList(server: ServerData, start: number, count: number): Zval {
  const ids: number[] = [];
  for (const conn of server.connections.values()) {
    if (conn.fd > start && !conn.closed && ids.length < Math.min(count, MAX_LIST)) ids.push(conn.fd);
  }
  return ids.length === 0 ? false : PhpArray.fromList(ids);
}

const sendMethods: readonly MethodDef[] = [
  method({
    name: 'send',
    doc: 'Sends bytes to a connection.',
    params: [p.mixed('fd'), p.string('send_data'), p.int('serverSocket', { default: -1 })],
    returns: ['bool'],
    link: LINK,
    impl(rt, self, fd, bytes) {
      if (fd === null) {
        warn(rt, 'fd can not be null');
        return false;
      }
      if (bytes === '') {
        warn(rt, 'the data sent must not be empty');
        return false;
      }
      const id = Number(toInt(rt, fd));
      if (id <= 0) {
        warn(rt, `invalid fd[${id}]`);
        return false;
      }
      const elsewhere = foreign(self, Number(toInt(rt, fd)), (to, id) => ({ kind: 'send', to, fd: id, bytes }));
      return elsewhere ?? onConnection(rt, self, fd, (server, conn) => server.send(conn, bytes));
    },
  }),
  method({
    name: 'sendfile',
    doc: 'Sends a file, or a part of it, to a connection.',
    params: [p.int('conn_fd'), p.string('filename'), p.int('offset', { default: 0 }), p.int('length', { default: 0 })],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self, fd, path, offset, length) =>
      onConnection(rt, self, fd, (server, conn) => {
        const bytes = rt.host.stat(path)?.isFile === true ? rt.host.readFile(path) : null;
        if (bytes === null) {
          warn(rt, `file[${path}] not exists`);
          return false;
        }
        return server.send(conn, bytes.slice(offset, length > 0 ? offset + length : undefined));
      }),
  }),
  method({
    name: 'sendwait',
    doc: 'Sends bytes to a connection and waits until they have gone.',
    params: [p.int('conn_fd'), p.string('send_data')],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self, fd, bytes) => onConnection(rt, self, fd, (server, conn) => server.send(conn, bytes)),
  }),
  method({
    name: 'sendto',
    doc: 'Sends a packet to an address.',
    params: [
      p.string('ip'),
      p.int('port'),
      p.string('send_data', { default: '' }),
      p.int('server_socket', { default: -1 }),
    ],
    returns: ['bool'],
    link: LINK,
    impl(rt, self, host, port, bytes) {
      if (bytes === '') {
        warn(rt, 'data is empty');
        return false;
      }
      const server = self.native instanceof ServerData ? self.native : null;
      if (server?.isMastered === true && server.dispatcher === null && isNumeric(host)) {
        return server.office?.post({ kind: 'packetTo', host, port, bytes }) ?? false;
      }
      return sendTo(rt, server, host, port, bytes);
    },
  }),
];

function sendTo(rt: Executor, server: ServerData | null, host: string, port: number, bytes: string): Zval | NativeCode {
  const own = server?.ports.find(({ datagrams }) => datagrams !== null)?.datagrams;
  const to = { kind: 'inet', host, port } as const;
  if (own !== undefined && own !== null && isNumeric(host)) return own.send(bytes, to);
  return (function* () {
    const datagrams = networkOf(rt)?.datagrams(null, to);
    if (datagrams === undefined) return false;
    yield* waitFor(rt, [datagrams], () => datagrams.state !== 'starting', -1, 'sendto');
    return datagrams.send(bytes, null);
  })();
}

const closeMethods: readonly MethodDef[] = [
  method({
    name: 'close',
    doc: 'Closes a connection.',
    params: [p.int('fd'), p.bool('reset', { default: false })],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self, fd) =>
      foreign(self, fd, (to, id) => ({ kind: 'close', to, fd: id })) ??
      onConnection(rt, self, fd, function* (server, conn) {
        if (belongsElsewhere(server, conn)) return server.office?.post({ kind: 'closing', fd }) ?? false;
        yield* server.close(conn, -1);
        return true;
      }),
  }),
  ...(['exists', 'exist'] as const).map((name) =>
    method({
      name,
      doc: 'Whether a connection is open.',
      params: [p.int('fd')],
      returns: ['bool'],
      link: LINK,
      impl: (_rt, self, fd) => self.native instanceof ServerData && self.native.find(fd) !== null,
    }),
  ),
  ...(['pause', 'resume'] as const).map((name) =>
    method({
      name,
      doc: name === 'pause' ? 'Reads nothing from a connection.' : 'Reads from a connection again.',
      params: [p.int('fd')],
      returns: ['bool'],
      link: LINK,
      impl: (rt, self, fd) =>
        onConnection(rt, self, fd, (server, conn) => {
          tellMaster(server, { kind: 'reading', fd, on: name === 'resume' });
          if (server.isMastered && server.dispatcher === null) return true;
          conn.paused = name === 'pause';
          server.changed(conn);
          return true;
        }),
    }),
  ),
  method({
    name: 'protect',
    doc: 'Keeps a connection from being closed for its silence.',
    params: [p.int('fd'), p.bool('is_protected', { default: true })],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self, fd, on) =>
      onConnection(rt, self, fd, (server, conn) => {
        tellMaster(server, { kind: 'protect', fd, on });
        conn.isProtected = on;
        return true;
      }),
  }),
  method({
    name: 'confirm',
    doc: 'Accepts a connection (enable_delay_receive).',
    params: [p.int('fd')],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self, fd) =>
      onConnection(rt, self, fd, (server, conn) => {
        if (!conn.port.flag('enable_delay_receive', false)) return false;
        tellMaster(server, { kind: 'reading', fd, on: true });
        conn.paused = false;
        server.changed(conn);
        return true;
      }),
  }),
  method({
    name: 'bind',
    doc: "Gives a connection a number of the program's own.",
    params: [p.int('fd'), p.int('uid')],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self, fd, uid) =>
      onConnection(rt, self, fd, (server, conn) => {
        if (conn.uid !== 0) return false;
        conn.uid = uid;
        tellMaster(server, { kind: 'bind', fd, uid, from: server.workerId });
        return true;
      }),
  }),
];

const listMethods: readonly MethodDef[] = [
  ...(['getClientInfo', 'connection_info'] as const).map((name) =>
    method({
      name,
      doc: 'What is known of a connection.',
      params: [p.int('fd'), p.int('reactor_id', { default: -1 }), p.bool('ignoreError', { default: false })],
      returns: ['array', 'false'],
      link: LINK,
      impl: (rt, self, fd) => onConnection(rt, self, fd, clientInfo),
    }),
  ),
  ...(['getClientList', 'connection_list'] as const).map((name) =>
    method({
      name,
      doc: 'The ids of connections.',
      params: [p.int('start_fd', { default: 0 }), p.int('find_count', { default: 10 })],
      returns: ['array', 'false'],
      link: LINK,
      impl: (_rt, self, start, count) =>
        self.native instanceof ServerData ? clientList(self.native, start, count) : false,
    }),
  ),
  method({
    name: 'heartbeat',
    doc: 'The connections that have been silent for too long; closes them unless told otherwise.',
    params: [p.bool('ifCloseConnection', { default: true })],
    returns: ['array', 'false'],
    link: LINK,
    *impl(_rt, self, closes) {
      const server = self.native;
      if (!(server instanceof ServerData)) return false;
      const limit = server.primary.number('heartbeat_idle_time', 0);
      if (limit < 1) return false;
      const found = [...server.connections.values()].filter((conn) => server.now() - conn.lastReceived > limit);
      if (closes) for (const conn of found) yield* server.close(conn, -1);
      return PhpArray.fromList(found.map((conn) => conn.fd));
    },
  }),
  method({
    name: 'getLastError',
    doc: 'The number of the last error.',
    params: [],
    returns: ['int'],
    link: LINK,
    impl: (rt) => schedulerOf(rt).lastError,
  }),
  ...(
    [
      ['getWorkerId', (server: ServerData) => server.workerId],
      ['getWorkerPid', (server: ServerData, id: number) => workerPid(server, id)],
      [
        'getManagerPid',
        (server: ServerData) =>
          server.role === 'alone' && server.mode === 1 ? 0 : server.masterPid || server.rt.host.pid(),
      ],
      ['getMasterPid', (server: ServerData) => server.masterPid || server.rt.host.pid()],
    ] as const
  ).map(([name, read]) =>
    method({
      name,
      doc: 'A number of the running process.',
      params: [p.int('worker_id', { default: -1 })],
      returns: ['int', 'false'],
      link: LINK,
      impl: (_rt, self, id) =>
        self.native instanceof ServerData && self.native.state === 'running' ? read(self.native, id) : false,
    }),
  ),
  method({
    name: 'getWorkerStatus',
    doc: 'Whether a worker works: 1 busy, 2 idle.',
    params: [p.int('worker_id', { default: -1 })],
    returns: ['int', 'false'],
    link: LINK,
    impl: (_rt, self) => {
      if (!(self.native instanceof ServerData)) return false;
      if (self.native.draining) return WORKER.exit;
      return self.native.inEvent ? WORKER.busy : WORKER.idle;
    },
  }),
];

export const connectionMethods: readonly MethodDef[] = [...sendMethods, ...closeMethods, ...listMethods];
