/** Swoole\Connection\Iterator: the connections of a server. Source: swoole-src ext-src/swoole_server.cc */
import { ACC_NOT_SERIALIZABLE } from '../../../bytecode/type-flags.ts';
import type { ClassDef } from '../../../object/class-def.ts';
import { toInt } from '../../../value/convert.ts';
import type { PhpObject } from '../../../value/php-object.ts';
import type { Executor } from '../../../vm/executor.ts';
import { type MethodDef, method, p } from '../../define.ts';
import type { ServerData } from './server-data.ts';
import type { ServerPort } from './server-port.ts';
import { denyUnset } from '../deny-unset.ts';

const LINK = 'https://wiki.swoole.com/#/server/properties?id=connections';
const NAME = 'Swoole\\Connection\\Iterator';

/** What an Iterator object holds. */
export class ConnectionList {
  private readonly server: ServerData;
  private readonly port: ServerPort | null;
  private ids: number[] = [];
  private at = 0;

  constructor(server: ServerData, port: ServerPort | null) {
    this.server = server;
    this.port = port;
  }

  /** The object (owned); `port`: only its connections. */
  static object(rt: Executor, server: ServerData, port: ServerPort | null): PhpObject {
    const self = rt.newObject(rt.classOf(NAME));
    self.native = new ConnectionList(server, port);
    return self;
  }

  all(): number[] {
    const found: number[] = [];
    for (const conn of this.server.connections.values()) {
      if (!conn.closed && (this.port === null || conn.port === this.port)) found.push(conn.fd);
    }
    return found;
  }

  rewind(): void {
    this.ids = this.all();
    this.at = 0;
  }

  next(): void {
    this.at++;
  }

  get current(): number | undefined {
    return this.ids[this.at];
  }

  /** Counted from 1, as Swoole counts when it has found a connection. */
  get index(): number {
    return this.at + 1;
  }
}

function listOf(self: PhpObject): ConnectionList | null {
  return self.native instanceof ConnectionList ? self.native : null;
}

function simple(
  name: string,
  doc: string,
  returns: string,
  impl: (list: ConnectionList) => number | boolean | null,
): MethodDef {
  return method({
    name,
    doc,
    params: [],
    returns: [returns],
    link: LINK,
    impl: (_rt, self) => {
      const list = listOf(self);
      return list === null ? null : impl(list);
    },
  });
}

export const connectionIteratorClass: ClassDef<MethodDef> = {
  name: NAME,
  flags: ACC_NOT_SERIALIZABLE,
  interfaces: ['Iterator', 'ArrayAccess', 'Countable'],
  methods: [
    simple('rewind', 'Back to the first connection.', 'void', (list) => {
      list.rewind();
      return null;
    }),
    simple('next', 'On to the next connection.', 'void', (list) => {
      list.next();
      return null;
    }),
    simple('current', 'The id of the connection.', 'mixed', (list) => list.current ?? null),
    simple('key', 'The place in the list.', 'mixed', (list) => list.index),
    simple('valid', 'Whether there is a connection here.', 'bool', (list) => list.current !== undefined),
    simple('count', 'How many connections there are.', 'int', (list) => list.all().length),
    method({
      name: 'offsetExists',
      doc: 'Whether a connection is open.',
      params: [p.mixed('fd')],
      returns: ['bool'],
      link: LINK,
      impl: (rt, self, fd) =>
        listOf(self)
          ?.all()
          .includes(Number(toInt(rt, fd))) ?? false,
    }),
    method({
      name: 'offsetGet',
      doc: 'The id of an open connection.',
      params: [p.mixed('fd')],
      returns: ['mixed'],
      link: LINK,
      impl: (rt, self, fd) => {
        const id = Number(toInt(rt, fd));
        return listOf(self)?.all().includes(id) ? id : null;
      },
    }),
    ...(['offsetSet', 'offsetUnset'] as const).map((name) =>
      method({
        name,
        doc: 'Does nothing: connections are opened and closed by their own functions.',
        params: name === 'offsetSet' ? [p.mixed('fd'), p.mixed('value')] : [p.mixed('fd')],
        returns: ['void'],
        link: LINK,
        impl: () => null,
      }),
    ),
  ],
  handlers: { cloneable: false, unsetProperty: denyUnset },
};
