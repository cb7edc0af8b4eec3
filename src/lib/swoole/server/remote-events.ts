/**
 * In a worker of a server whose master has the connections: what the master tells.
 * Source: swoole-src src/server/worker.cc (worker_accept_event)
 */
import type { NativeCode } from '../../../object/native-code.ts';
import { deliver } from './packet-events.ts';
import type { MasterMessage, ServerMessage, ToMaster } from './messages.ts';
import { RemoteConnection } from './remote-connection.ts';
import { ServerConnection, type StreamReader } from './server-connection.ts';
import type { ServerData } from './server-data.ts';
import { receive } from './stream-reader.ts';

type Described = Extract<MasterMessage, { kind: 'conn' }>;

function add(server: ServerData, { fd, port, local, remote, time, owner }: Described): void {
  const at = server.ports[port];
  if (at === undefined || server.connections.get(fd) !== undefined) return;
  const connection = new RemoteConnection(fd, local, remote, (message) => server.office?.post(message) ?? false);
  const conn = new ServerConnection(fd, at, connection, time);
  conn.owner = owner;
  // told to the program by the worker that it belongs to
  conn.announced = owner === server.workerId;
  conn.look = () => server.look(conn);
  server.connections.add(fd, conn);
  server.accepted++;
}

/** Reads the packets that the master has cut. */
export class RemoteReader implements StreamReader {
  readonly busy = false;
  private readonly server: ServerData;
  private readonly conn: ServerConnection;

  constructor(server: ServerData, conn: ServerConnection) {
    this.server = server;
    this.conn = conn;
  }

  *read(): NativeCode<void> {
    const { conn, server } = this;
    const { connection } = conn;
    if (!(connection instanceof RemoteConnection)) return;
    while (connection.available > 0 && !conn.closed) yield* receive(server, conn, connection.takePacket());
  }
}

/** Of a worker that ends: its connections are the master's, and stay. */
export function leaveConnections(server: ServerData): void {
  for (const conn of server.connections.values()) {
    if (conn.connection instanceof RemoteConnection) conn.connection.gone();
  }
}

/** A connection that has come, or the processes that there are. */
export function hearNews(server: ServerData, message: ServerMessage): void {
  if (message.kind === 'conn') add(server, message);
  else if (message.kind === 'pids') server.pids.splice(0, server.pids.length, ...message.pids);
}

/** What the master has said. */
export function* hearMaster(server: ServerData, message: MasterMessage | ToMaster): NativeCode<void> {
  if (message.kind === 'conn' || message.kind === 'pids') return hearNews(server, message);
  if (message.kind === 'packet') {
    const port = server.ports[message.port];
    if (port !== undefined) yield* deliver(server, port, 3 + message.port, message);
    server.office?.post({ kind: 'done', from: server.workerId });
    return;
  }
  if (message.kind === 'last') {
    server.leave?.();
    return;
  }
  if (!('fd' in message)) return;
  const conn = server.connections.get(message.fd);
  if (conn !== undefined) yield* onConnection(server, conn, message);
  if (message.kind === 'data') server.office?.post({ kind: 'done', from: server.workerId });
}

function* onConnection(
  server: ServerData,
  conn: ServerConnection,
  message: MasterMessage | ToMaster,
): NativeCode<void> {
  const { connection } = conn;
  if (message.kind === 'answered') conn.reader?.answered?.(message.keepAlive);
  if (!(connection instanceof RemoteConnection)) return;
  switch (message.kind) {
    case 'connect':
      yield* server.announce(conn);
      return;
    case 'data':
      connection.push(message.bytes);
      yield* server.look(conn);
      return;
    case 'end':
      conn.announced = true;
      connection.ended = true;
      yield* server.look(conn);
      return;
    case 'gone':
      connection.gone();
      server.drop(conn);
      return;
    case 'uid':
      conn.uid = message.uid;
      return;
    default:
      return;
  }
}
