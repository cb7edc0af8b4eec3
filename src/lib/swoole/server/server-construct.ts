/**
 * Making servers and their ports.
 * Source: swoole-src ext-src/swoole_server.cc (PHP_METHOD(swoole_server, __construct), listen, set, on)
 */
import { strerror } from '../../../base/errno.ts';
import type { NativeCode } from '../../../object/native-code.ts';
import { toStr } from '../../../value/convert.ts';
import { PhpArray } from '../../../value/php-array.ts';
import type { PhpObject } from '../../../value/php-object.ts';
import { addRef, deref, type Zval } from '../../../value/zval.ts';
import { createException } from '../../../vm/exceptions.ts';
import type { Executor } from '../../../vm/executor.ts';
import { SOCK_TCP, SOCK_TCP6, SOCK_UDP, SOCK_UDP6 } from '../net/constants.ts';
import { isSocketType } from '../net/client-socket.ts';
import { logWarning } from '../log.ts';
import { setOptions } from '../options.ts';
import { E_ERROR } from '../../../base/diagnostics.ts';
import { runningName, swooleFatal, warn } from '../support.ts';
import { ConnectionList } from './connection-iterator.ts';
import { portObject, showSettings } from './port-object.ts';
import { ServerPort } from './server-port.ts';
import { ServerData } from './server-data.ts';
import { nameOfServer, property, setProperty } from './server-properties.ts';
import { ERROR_WRONG_OPERATION, schedulerOf } from '../../../coro/scheduler.ts';

/** SW_ERROR_DIR_NOT_EXIST */
const DIR_NOT_EXIST = 703;

/** SWOOLE_BASE, SWOOLE_PROCESS, SWOOLE_THREAD */
export const SWOOLE_BASE = 1;
export const SWOOLE_PROCESS = 2;
export const SWOOLE_THREAD = 3;

/** What a class of servers speaks. */
export type ServerKind = 'tcp' | 'http' | 'websocket';

export function throwSwoole(rt: Executor, code: number, message: string): null {
  rt.throwObject(createException(rt, rt.classOf('Swoole\\Exception'), message, code));
  return null;
}

/** The server of an object; a fatal error when its constructor has not run. */
export function onServer(
  rt: Executor,
  self: PhpObject,
  work: (server: ServerData) => Zval | NativeCode,
): Zval | NativeCode {
  const data = self.native;
  if (data instanceof ServerData) return work(data);
  return swooleFatal(rt, ERROR_WRONG_OPERATION, 'must call constructor first');
}

/** The kind by the class: that of the nearest built-in ancestor. */
export function kindOf(self: PhpObject): ServerKind {
  for (let ce: PhpObject['ce'] | null = self.ce; ce !== null; ce = ce.parent) {
    if (ce.name === 'Swoole\\WebSocket\\Server') return 'websocket';
    if (ce.name === 'Swoole\\Http\\Server') return 'http';
  }
  return 'tcp';
}

/** Opens a port; null after an exception or a warning has been left. */
function* addPort(
  rt: Executor,
  server: ServerData,
  host: string,
  number: number,
  type: number,
): NativeCode<ServerPort | { readonly errno: number; readonly message: string }> {
  const kind = host.includes(':') ? withFamily6(type) : type;
  const port = new ServerPort(rt, host, number, kind);
  const errno = yield* server.open(port);
  if (errno !== 0) {
    return { errno, message: `failed to listen server port[${host}:${number}], Error: ${strerror(errno)}[${errno}]` };
  }
  server.ports.push(port);
  port.object = portObject(rt, server, port);
  const list = property(server.self, 'ports');
  if (list instanceof PhpArray) list.append(addRef(port.object));
  return port;
}

/** An address of IPv6 makes the type one of IPv6. */
function withFamily6(type: number): number {
  if ((type & 0xff) === SOCK_TCP) return type - SOCK_TCP + SOCK_TCP6;
  return (type & 0xff) === SOCK_UDP ? type - SOCK_UDP + SOCK_UDP6 : type;
}

export function* construct(
  rt: Executor,
  self: PhpObject,
  server: ServerData,
  host: string,
  number: number,
  type: number,
): NativeCode {
  if (host === '') return throwSwoole(rt, 505, 'host is empty');
  if (!isSocketType(type)) return throwSwoole(rt, 505, `invalid socket type[${type}]`);
  self.native = server;
  setProperty(self, 'host', host);
  setProperty(self, 'type', type & 0xff);
  setProperty(self, 'mode', server.mode);
  setProperty(self, 'ports', new PhpArray());
  const port = yield* addPort(rt, server, host, number, type);
  if ('errno' in port) return throwSwoole(rt, port.errno, port.message);
  port.openHttp = kindOf(self) !== 'tcp';
  port.openWebsocket = kindOf(self) === 'websocket';
  setProperty(self, 'port', port.port);
  setProperty(self, 'ssl', port.isSecure);
  setProperty(self, 'connections', ConnectionList.object(rt, server, null));
  return null;
}

/** Swoole\Server::listen() */
export function* listen(rt: Executor, server: ServerData, host: string, number: number, type: number): NativeCode {
  if (server.state !== 'new') {
    warn(rt, 'server is running, can not add listener');
    return false;
  }
  const port = yield* addPort(rt, server, host, number, type);
  if ('errno' in port) {
    warn(rt, port.message);
    return false;
  }
  const { primary } = server;
  port.openHttp = primary.openHttp && !port.isPackets;
  port.openWebsocket = primary.openWebsocket && !port.isPackets;
  return addRef(port.object);
}

/** Options of the whole server that others look at. */
const COROUTINE_OPTIONS: readonly string[] = [
  'max_coro_num',
  'max_coroutine',
  'hook_flags',
  'enable_preemptive_scheduler',
  'enable_deadlock_check',
  'log_level',
  'log_file',
  'c_stack_size',
  'stack_size',
];

/** The folder of files that are served must exist. */
function checkRoot(rt: Executor, options: PhpArray): boolean {
  const root = deref(options.getStr('document_root'));
  if (root === undefined || root === null || rt.host.resolvePath(toStr(rt, root)) !== null) return true;
  schedulerOf(rt).lastError = DIR_NOT_EXIST;
  const message = `document_root[${toStr(rt, root)}] does not exist`;
  logWarning(rt, `Server::set_document_root() (ERRNO ${DIR_NOT_EXIST}): ${message}`);
  return false;
}

/** Options that are sizes, which may have a unit. */
const SIZES: readonly string[] = ['input_buffer_size', 'buffer_input_size', 'output_buffer_size', 'buffer_output_size'];

/** False after an error: a text that is no size. */
function checkSizes(rt: Executor, options: PhpArray): boolean {
  for (const name of SIZES) {
    const v = deref(options.getStr(name));
    if (typeof v !== 'string' || /^\s*[+-]?\d/.test(v)) continue;
    const why = `Invalid quantity "${v}": no valid leading digits, interpreting as "0" for backwards compatibility`;
    rt.error(E_ERROR, `${runningName(rt)}(): failed to parse '${v}' to size, Error: ${why}`);
    return false;
  }
  return true;
}

/** Swoole\Server::set() */
export function setServer(rt: Executor, server: ServerData, options: PhpArray, starting = false): Zval {
  if (server.state !== 'new' && !starting) {
    warn(rt, `server is running, unable to execute ${nameOfServer(server.self)}->set`);
    return false;
  }
  const ours = new PhpArray();
  for (const name of COROUTINE_OPTIONS) {
    const v = deref(options.getStr(name));
    if (v !== undefined && v !== null) ours.setStr(name, addRef(v));
  }
  if (ours.count > 0) setOptions(rt, ours);
  rt.releaseValue(ours);
  const { primary } = server;
  if (!checkSizes(rt, options) || !checkRoot(rt, options) || !primary.set(options)) return false;
  mirror(rt, server.self, primary);
  return true;
}

/** The settings as the objects show them. */
function mirror(rt: Executor, self: PhpObject, port: ServerPort): void {
  const held = port.settings;
  rt.releaseValue(property(self, 'setting'));
  setProperty(self, 'setting', addRef(held));
  showSettings(rt, port);
}
