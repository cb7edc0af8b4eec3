/**
 * Swoole\Server.
 * Source: swoole-src ext-src/swoole_server.cc; wiki.swoole.com server/methods
 */
import { ACC_NOT_SERIALIZABLE } from '../../../bytecode/type-flags.ts';
import type { ClassDef } from '../../../object/class-def.ts';
import { addRef } from '../../../value/zval.ts';
import type { Executor } from '../../../vm/executor.ts';
import { type MethodDef, method, p } from '../../define.ts';
import { HttpReader } from '../http/http-reader.ts';
import { SOCK_TCP } from '../net/constants.ts';
import { logError } from '../log.ts';
import { warn } from '../support.ts';
import { commandMethods } from './command-methods.ts';
import { connectionMethods } from './connection-methods.ts';
import { getCallback, setCallback } from './server-callbacks.ts';
import {
  construct,
  listen,
  onServer,
  setServer,
  SWOOLE_BASE,
  SWOOLE_PROCESS,
  SWOOLE_THREAD,
  throwSwoole,
} from './server-construct.ts';
import { RemoteReader } from './remote-events.ts';
import type { ServerConnection, StreamReader } from './server-connection.ts';
import { ServerData } from './server-data.ts';
import { nameOfServer, serverProperties } from './server-properties.ts';
import { beginShutdown, reloadAll, serverStats, shutdownAll, start } from './start.ts';
import { ByteReader } from './stream-reader.ts';
import { setProcessId } from '../process/process-class.ts';
import { taskMethods } from './task-methods.ts';
import { timerMethods } from './timer-methods.ts';
import { denyUnset } from '../deny-unset.ts';

const SIGTERM = 15;
/** SW_ERROR_INVALID_PARAMS */
const INVALID_PARAMS = 505;
const LINK = 'https://wiki.swoole.com/#/server/methods';

function readerOf(server: ServerData, conn: ServerConnection): StreamReader {
  if (conn.port.openHttp) return new HttpReader(server, conn);
  return server.isMastered ? new RemoteReader(server, conn) : new ByteReader(server, conn);
}

const lifeMethods: readonly MethodDef[] = [
  method({
    name: '__construct',
    doc: 'Makes a server and binds its first port.',
    params: [
      p.string('host', { default: '0.0.0.0' }),
      p.int('port', { default: 0 }),
      p.int('mode', { default: SWOOLE_BASE, text: 'SWOOLE_BASE' }),
      p.int('sock_type', { default: SOCK_TCP, text: 'SWOOLE_SOCK_TCP' }),
    ],
    returns: null,
    link: LINK,
    *impl(rt, self, host, port, mode, type) {
      if (self.native !== null) {
        return rt.throwError('Error', `Constructor of ${nameOfServer(self)} can only be called once`);
      }
      if (mode !== SWOOLE_BASE && mode !== SWOOLE_PROCESS && mode !== SWOOLE_THREAD) {
        return throwSwoole(rt, 505, 'invalid $mode parameters, must be SWOOLE_BASE or SWOOLE_PROCESS or SWOOLE_THREAD');
      }
      return yield* construct(rt, self, new ServerData(rt, self, mode, readerOf), host, port, type);
    },
  }),
  ...['listen', 'addlistener'].map((name) =>
    method({
      name,
      doc: 'Adds a port.',
      params: [p.string('host'), p.int('port'), p.int('sock_type')],
      returns: ['Swoole\\Server\\Port', 'false'],
      link: LINK,
      impl: (rt, self, host, port, type) => onServer(rt, self, (server) => listen(rt, server, host, port, type)),
    }),
  ),
  method({
    name: 'on',
    doc: 'Says what is called at an event.',
    params: [p.string('event_name'), p.untyped('callback')],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self, event, callback) => onServer(rt, self, (server) => setCallback(rt, server, null, event, callback)),
  }),
  method({
    name: 'getCallback',
    doc: 'What is called at an event.',
    params: [p.string('event_name')],
    returns: ['mixed'],
    link: LINK,
    impl: (rt, self, event) => onServer(rt, self, (server) => getCallback(server, event)),
  }),
  method({
    name: 'set',
    doc: 'Adds options.',
    params: [p.array('settings')],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self, settings) => onServer(rt, self, (server) => setServer(rt, server, settings)),
  }),
  method({
    name: 'start',
    doc: 'Serves until it is shut down.',
    params: [],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self) => onServer(rt, self, (server) => start(rt, server)),
  }),
  method({
    name: 'addProcess',
    doc: 'Adds a process that the server makes with its workers; its number.',
    params: [p.object('process', 'Swoole\\Process')],
    returns: ['int', 'false'],
    link: LINK,
    impl: (rt, self, process) =>
      onServer(rt, self, (server) => {
        if (server.state !== 'new') {
          warn(rt, 'server is running, can not add process');
          return false;
        }
        const id = server.processes.length;
        setProcessId(process, id);
        server.processes.push(addRef(process));
        return id;
      }),
  }),
  method({
    name: 'shutdown',
    doc: 'Ends the server once the requests under way are answered.',
    params: [],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self) =>
      running(rt, self.native, (server) => {
        shutdownAll(rt, server);
        return true;
      }),
  }),
  method({
    name: 'stop',
    doc: 'Ends a worker.',
    params: [p.int('workerId', { default: -1 }), p.bool('waitEvent', { default: false })],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self, id) =>
      running(rt, self.native, (server) => {
        if (id < 0 || id === server.workerId || server.role === 'alone') beginShutdown(rt, server);
        else return stopWorker(rt, server, id);
        return true;
      }),
  }),
  method({
    name: 'reload',
    doc: 'Lets the workers begin anew.',
    params: [p.bool('only_reload_taskworker', { default: false })],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self, onlyTasks) =>
      running(rt, self.native, (server) => {
        reloadAll(rt, server, onlyTasks);
        return true;
      }),
  }),
  method({
    name: 'stats',
    doc: 'Numbers about the server.',
    params: [],
    returns: ['array', 'false'],
    link: LINK,
    impl: (rt, self) => running(rt, self.native, (server) => serverStats(rt, server)),
  }),
];

function stopWorker(rt: Executor, server: ServerData, id: number): boolean {
  const pid = server.pids[id];
  if (pid !== undefined) return rt.host.system?.kill(pid, SIGTERM) ?? false;
  logError(rt, INVALID_PARAMS, 'Server::kill_worker()', `the worker_id[${id}] is invalid`);
  return false;
}

/** Runs `work` on a server that runs; false after a warning. */
function running<T>(rt: Executor, native: unknown, work: (server: ServerData) => T): T | false {
  if (native instanceof ServerData && native.state === 'running') return work(native);
  warn(rt, 'server is not running');
  return false;
}

export const serverClass: ClassDef<MethodDef> = {
  name: 'Swoole\\Server',
  flags: ACC_NOT_SERIALIZABLE,
  properties: serverProperties,
  methods: [...lifeMethods, ...connectionMethods, ...timerMethods, ...taskMethods, ...commandMethods],
  handlers: {
    cloneable: false,
    unsetProperty: denyUnset,
    freeNative: (_rt, obj) => {
      if (obj.native instanceof ServerData) obj.native.free();
    },
    gcChildren: (obj, visit) => {
      if (obj.native instanceof ServerData) obj.native.visit(visit);
    },
  },
};
