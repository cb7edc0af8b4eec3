/** A port and the PHP object that stands for it. Source: swoole-src ext-src/swoole_server_port.cc */
import type { PhpObject } from '../../../value/php-object.ts';
import { addRef } from '../../../value/zval.ts';
import type { Executor } from '../../../vm/executor.ts';
import { nextDescriptor } from '../net/descriptors.ts';
import { TYPE_MASK } from '../net/constants.ts';
import { ConnectionList } from './connection-iterator.ts';
import type { ServerData } from './server-data.ts';
import type { ServerPort } from './server-port.ts';

const PORT_SLOT = { host: 0, port: 1, type: 2, sock: 3, ssl: 4, setting: 5, connections: 6 } as const;

/** What a Port object holds. */
export class PortHandle {
  readonly server: ServerData;
  readonly port: ServerPort;
  constructor(server: ServerData, port: ServerPort) {
    this.server = server;
    this.port = port;
  }
}

/** The object for a port (owned). */
export function portObject(rt: Executor, server: ServerData, port: ServerPort): PhpObject {
  const self = rt.newObject(rt.classOf('Swoole\\Server\\Port'));
  self.native = new PortHandle(server, port);
  self.props[PORT_SLOT.host] = port.host;
  self.props[PORT_SLOT.port] = port.port;
  self.props[PORT_SLOT.type] = port.type & TYPE_MASK;
  self.props[PORT_SLOT.sock] = nextDescriptor(rt);
  self.props[PORT_SLOT.ssl] = port.isSecure;
  self.props[PORT_SLOT.connections] = ConnectionList.object(rt, server, port);
  return self;
}

export function handleOf(self: PhpObject): PortHandle | null {
  return self.native instanceof PortHandle ? self.native : null;
}

/** The settings of a port as its object shows them. */
export function showSettings(rt: Executor, port: ServerPort): void {
  const { object } = port;
  if (object === null) return;
  rt.releaseValue(object.props[PORT_SLOT.setting]);
  object.props[PORT_SLOT.setting] = addRef(port.settings);
}
