/** Connections on libuv's handles and on node:net's sockets do the same (ADR 19). */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect as connectTls } from 'node:tls';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { NodeForks } from '../../src/io/forks/node-forks.ts';
import type { NodeListener } from '../../src/io/net/node-listener.ts';
import { NodeNetwork } from '../../src/io/net/node-network.ts';
import { createRawHandles } from '../../src/io/net/raw-handles.ts';
import type { Connection, Listener, Watched } from '../../src/vm/net-ports.ts';

const LIMIT = 128 * 1024;
const MB = 1 << 20;
const ANY = { kind: 'inet', host: '127.0.0.1', port: 0 } as const;

/** Until `ready()`, looked at after each change. */
async function until(handle: Watched, ready: () => boolean): Promise<void> {
  if (ready()) return;
  await new Promise<void>((resolve) => {
    const look = (): void => {
      if (!ready()) return;
      handle.listeners.delete(look);
      resolve();
    };
    handle.listeners.add(look);
  });
}

function pattern(length: number): string {
  let line = '';
  for (let i = 0; i < 997; i++) line += String.fromCharCode((i * 7) & 255);
  return line.repeat(Math.ceil(length / line.length)).slice(0, length);
}

async function readAll(connection: Connection): Promise<string> {
  const parts: string[] = [];
  for (;;) {
    await until(connection, () => connection.available > 0 || connection.ended);
    if (connection.available === 0) return parts.join('');
    parts.push(connection.take(MB));
  }
}

async function writeAll(connection: Connection, bytes: string): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    await until(connection, () => connection.room > 0 || !connection.writable);
    const part = bytes.slice(at, at + connection.room);
    if (!connection.write(part)) throw new Error('not written');
    expect(connection.unsent).toBeLessThanOrEqual(LIMIT);
    at += part.length;
  }
}

test('this Node has the handles that we know', () => {
  expect(createRawHandles()).not.toBeNull();
});

describe.each(['handle', 'net'])('%s', (way) => {
  let network: NodeNetwork;
  let listener: Listener;
  let server: Server | null = null;

  beforeEach(async () => {
    process.env['COROVM_SOCKETS'] = way;
    network = new NodeNetwork(
      new NodeForks(
        () => network.hub,
        () => undefined,
      ),
    );
    process.env['COROVM_SOCKETS'] = '';
    listener = network.listen(ANY, { backlog: 128 });
    await until(listener, () => listener.state === 'listening');
  });

  afterEach(() => {
    network.closeAll();
    server?.close();
    server = null;
  });

  const portOf = (): number => (listener.local?.kind === 'inet' ? listener.local.port : 0);

  /** A connection that is ours, and Node's end of it. */
  async function accepted(): Promise<[Connection, Socket]> {
    const peer = connect({ host: '127.0.0.1', port: portOf(), allowHalfOpen: true });
    peer.on('error', () => undefined);
    await until(listener, () => listener.pending > 0);
    return [listener.accept() as Connection, peer];
  }

  /** The same, connected from here. */
  async function connected(): Promise<[Connection, Socket]> {
    server = createServer({ allowHalfOpen: true });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const connection = network.connect({ ...ANY, port: (server.address() as AddressInfo).port });
    connection.write('early ');
    const [peer] = (await once(server, 'connection')) as [Socket];
    peer.on('error', () => undefined);
    await until(connection, () => connection.state === 'open');
    return [connection, peer];
  }

  test('large bodies both ways', async () => {
    const [connection, peer] = await accepted();
    const body = pattern(8 * MB + 3);
    const echoed: Buffer[] = [];
    peer.on('data', (chunk) => echoed.push(chunk));
    peer.write(body, 'latin1');
    peer.end();
    const got = await readAll(connection);
    expect(got === body).toBe(true);
    await writeAll(connection, got);
    connection.shutdown(1);
    await once(peer, 'end');
    expect(Buffer.concat(echoed).toString('latin1') === body).toBe(true);
    await until(connection, () => connection.state === 'closed');
    expect(connection.error).toBeNull();
  });

  test('what is written while connecting is sent; addresses are known', async () => {
    const [connection, peer] = await connected();
    connection.write('late');
    connection.shutdown(1);
    const parts: Buffer[] = [];
    peer.on('data', (chunk) => parts.push(chunk));
    await once(peer, 'end');
    expect(Buffer.concat(parts).toString()).toBe('early late');
    expect(connection.remote).toEqual({ kind: 'inet', host: '127.0.0.1', port: peer.localPort });
    expect(connection.local).toEqual({ kind: 'inet', host: '127.0.0.1', port: peer.remotePort });
    expect(connection.writable).toBe(false);
    peer.end('answer behind the end');
    expect(await readAll(connection)).toBe('answer behind the end');
  });

  test('a sender is held back while nothing is taken', async () => {
    const [connection, peer] = await accepted();
    peer.write(pattern(16 * MB), 'latin1');
    await until(connection, () => connection.available >= LIMIT);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(connection.available).toBeLessThan(2 * LIMIT);
    expect(peer.writableLength).toBeGreaterThan(0);
    peer.end();
    expect((await readAll(connection)).length).toBe(16 * MB);
  });

  test('a reader that takes nothing leaves no room; closing sends the rest', async () => {
    const [connection, peer] = await accepted();
    peer.pause();
    const body = pattern(24 * MB);
    expect(connection.write(body)).toBe(true);
    expect(connection.room).toBe(0);
    expect(connection.unsent).toBeGreaterThan(0);
    connection.close();
    expect(connection.state).toBe('closed');
    const parts: Buffer[] = [];
    peer.on('data', (chunk) => parts.push(chunk));
    peer.resume();
    await once(peer, 'end');
    expect(Buffer.concat(parts).toString('latin1') === body).toBe(true);
  });

  test('a half-open connection is written to and closed', async () => {
    const [connection, peer] = await accepted();
    peer.end('question');
    await until(connection, () => connection.ended);
    expect(connection.state).toBe('open');
    expect(connection.take(100)).toBe('question');
    expect(connection.write('answer')).toBe(true);
    const [answer] = (await once(peer, 'data')) as [Buffer];
    expect(answer.toString()).toBe('answer');
    connection.close();
    await once(peer, 'end');
    expect(connection.write('more')).toBe(false);
    connection.close();
  });

  test('a reset while reading, and while writing', async () => {
    const [reading, first] = await accepted();
    first.resetAndDestroy();
    await until(reading, () => reading.state === 'closed');
    expect(reading.error).toEqual({ errno: 104, message: 'Connection reset by peer' });
    expect(reading.writable).toBe(false);
    const [writing, second] = await accepted();
    second.pause();
    writing.write(pattern(24 * MB));
    second.resetAndDestroy();
    await until(writing, () => writing.state === 'closed');
    expect([32, 104]).toContain(writing.error?.errno);
    expect(writing.unsent).toBe(0);
  });

  test('a refused connection, and an address that is not ours', async () => {
    const port = portOf();
    listener.close();
    const refused = network.connect({ ...ANY, port });
    expect(refused.state).toBe('connecting');
    await until(refused, () => refused.state !== 'connecting');
    expect([refused.state, refused.error?.errno]).toEqual(['failed', 111]);
    refused.close();
    const foreign = network.connect({ ...ANY, port }, { kind: 'inet', host: '192.0.2.1', port: 0 });
    await until(foreign, () => foreign.state !== 'connecting');
    expect([foreign.state, foreign.error?.errno]).toEqual(['failed', 99]);
  });

  test('encryption is begun on both', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'corovm-tls-'));
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    const subject = ['-subj', '/CN=localhost', '-days', '2'];
    const made = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', cert, ...subject];
    execFileSync('openssl', made, { stdio: 'ignore' });
    const pem = { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
    rmSync(folder, { recursive: true });
    const [connection, peer] = await accepted();
    connection.write('go');
    await once(peer, 'data');
    connection.startTls({ server: true, serverName: '', verify: false, ...pem });
    const secure = connectTls({ socket: peer, rejectUnauthorized: false });
    secure.on('error', () => undefined);
    await until(connection, () => connection.tls === 'on');
    const body = pattern(2 * MB);
    secure.end(body, 'latin1');
    secure.resume();
    expect((await readAll(connection)) === body).toBe(true);
    connection.close();
  });

  test('connections that are held are given away as sockets', async () => {
    listener.hold?.();
    const peer = connect({ host: '127.0.0.1', port: portOf() });
    peer.write('for another');
    const own = listener as NodeListener;
    let socket = own.takeKept();
    while (socket === undefined) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      socket = own.takeKept();
    }
    expect(listener.pending).toBe(0);
    const [bytes] = (await once(socket.resume(), 'data')) as [Buffer];
    expect(bytes.toString()).toBe('for another');
    socket.destroy();
  });

  test('a unix socket', async () => {
    const path = join(tmpdir(), `corovm-transport-${process.pid}-${way}.sock`);
    rmSync(path, { force: true });
    const local = network.listen({ kind: 'unix', path }, { backlog: 16 });
    await until(local, () => local.state === 'listening');
    const client = network.connect({ kind: 'unix', path });
    client.write('over a path');
    await until(local, () => local.pending > 0);
    const connection = local.accept() as Connection;
    await until(connection, () => connection.available > 0);
    expect(connection.take(100)).toBe('over a path');
    expect(connection.local).toEqual({ kind: 'unix', path });
    client.close();
    await until(connection, () => connection.ended);
  });
});
