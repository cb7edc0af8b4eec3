/**
 * Clients that misbehave, at Swoole\Http\Server (faults/server.php): they reset, do not read, send slowly or for ever, say
 * nothing at all. Amounts are small here; COROVM_FULL=1 takes the full ones (2 GB, 10,000 connections).
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { memoryOf } from '../support/memory.ts';
import { exchange } from '../support/raw-http.ts';
import { type RunningServer, startServer } from '../support/server.ts';

const FULL = process.env['COROVM_FULL'] === '1';
const MB = 1 << 20;
/** Megabytes of an answer that nobody reads. */
const BIG = FULL ? 1024 : 64;
/** Megabytes of an upload. */
const UPLOAD = FULL ? 2048 : 96;
/** Connections that say nothing. */
const IDLE = FULL ? 10_000 : 1000;
/** Bytes of memory that an idle connection may take. */
const IDLE_BYTES = 20_000;
/** Megabytes that a server may grow by, whatever its clients do. */
const GROWTH = 70;
const TIMEOUT = FULL ? 600_000 : 90_000;
const SERVER = join(import.meta.dirname, 'faults/server.php');
const GET = (path: string): string => `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`;

let server: RunningServer;
beforeAll(async () => {
  server = await startServer(SERVER, [String(BIG)], ['--check-leaks']);
});
afterAll(async () => {
  expect(await server.stop()).toBe(0);
  expect(server.output()).toMatch(/^Listening on \S+\nshutdown\n$/);
});

function open(bytes: string): Promise<Socket> {
  const [host, port] = server.address.split(':') as [string, string];
  const socket = connect(Number(port), host);
  socket.on('error', () => undefined);
  return new Promise((resolve) => {
    socket.on('connect', () => {
      socket.write(bytes, 'latin1');
      resolve(socket);
    });
  });
}

async function state(): Promise<Record<string, unknown>> {
  const answer = await fetch(`http://${server.address}/state`, { headers: { Connection: 'close' } });
  return (await answer.json()) as Record<string, unknown>;
}

/** The server's state once it is as wanted. */
async function stateWith(wanted: (found: Record<string, unknown>) => boolean): Promise<Record<string, unknown>> {
  for (let i = 0; ; i++) {
    const found = await state();
    if (wanted(found) || i > 200) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

test('a client that resets in the middle of an answer ends its writing', { timeout: TIMEOUT }, async () => {
  const socket = await open(GET('/big'));
  await once(socket, 'data');
  socket.resetAndDestroy();
  const found = await stateWith((s) => s['sent'] !== undefined);
  expect(found['sent']).toBeLessThan(BIG);
  expect(found['ended']).toBe(false);
  expect(found['connections']).toBe(1);
});

test('a client that does not read holds its sender back', { timeout: TIMEOUT }, async () => {
  const before = memoryOf(server.pid, 'VmRSS');
  const socket = await open(GET('/big'));
  socket.pause();
  await pause(1000);
  expect(memoryOf(server.pid, 'VmRSS') - before).toBeLessThan(GROWTH * MB);
  let received = 0;
  let last = '';
  socket.on('data', (bytes: Buffer) => {
    received += bytes.length;
    last = (last + bytes.subarray(-8).toString('latin1')).slice(-8);
    if (last.endsWith('0\r\n\r\n')) socket.destroy();
  });
  socket.resume();
  await once(socket, 'close');
  expect(received).toBeGreaterThan(BIG * MB);
  expect(memoryOf(server.pid, 'VmRSS') - before).toBeLessThan(GROWTH * MB);
  expect(await state()).toMatchObject({ sent: BIG, ended: true });
});

test('a client that sends no more after its request', async () => {
  const socket = await open(GET('/slow'));
  socket.end();
  let answer = '';
  socket.on('data', (bytes: Buffer) => {
    answer += bytes.toString('latin1');
  });
  await once(socket, 'close');
  // as in Swoole: the end of what a client sends is the end of the connection
  expect(answer).toBe('');
  expect((await stateWith((s) => s['answered'] !== undefined))['answered']).toBe(false);
});

test('slow clients hold nobody up', { timeout: TIMEOUT }, async () => {
  const head = 'GET /loris HTTP/1.1\r\nHost: x\r\n';
  const slow = await Promise.all(Array.from({ length: 200 }, () => open('')));
  let at = 0;
  const drip = setInterval(() => {
    for (const socket of slow) socket.write(head[at % head.length] as string);
    at++;
  }, 20);
  const started = performance.now();
  for (let i = 0; i < 20; i++)
    expect(await exchange(server.address, [GET('/').replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n')])).toMatch(
      /hello\n$/,
    );
  expect(performance.now() - started).toBeLessThan(10_000);
  clearInterval(drip);
  expect(await state()).not.toHaveProperty('/loris');
  for (const socket of slow) socket.destroy();
  expect((await stateWith((s) => s['connections'] === 1))['connections']).toBe(1);
});

test('idle connections take little', { timeout: TIMEOUT }, async () => {
  const before = memoryOf(server.pid, 'VmRSS');
  const sockets: Socket[] = [];
  for (let i = 0; i < IDLE; i += 100) {
    sockets.push(...(await Promise.all(Array.from({ length: 100 }, () => open('')))));
  }
  expect((await stateWith((s) => s['connections'] === IDLE + 1))['connections']).toBe(IDLE + 1);
  const each = (memoryOf(server.pid, 'VmRSS') - before) / IDLE;
  console.log(`${IDLE} idle connections: ${each.toFixed(0)} bytes each`);
  expect(each).toBeLessThan(IDLE_BYTES);
  for (const socket of sockets) socket.destroy();
  expect((await stateWith((s) => s['connections'] === 1))['connections']).toBe(1);
});

/** Sends a form with a file of so many megabytes, as fast as it is taken. */
async function upload(megabytes: number, declared: number): Promise<string> {
  const begin =
    '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nfield\r\n--b\r\nContent-Disposition: form-data; name="file"; filename="f.bin"\r\nContent-Type: x/y\r\n\r\n';
  const end = '\r\n--b--\r\n';
  const length = begin.length + declared * MB + end.length;
  const socket = await open(
    `POST /upload HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: ${length}\r\n\r\n${begin}`,
  );
  const part = Buffer.alloc(MB, '0123456789abcdef\r\n--');
  let answer = '';
  socket.on('data', (bytes: Buffer) => {
    answer += bytes.toString('latin1');
  });
  for (let i = 0; i < megabytes && !socket.destroyed; i++) if (!socket.write(part)) await once(socket, 'drain');
  if (megabytes < declared) {
    socket.destroy();
    return '';
  }
  socket.write(end);
  await once(socket, 'close');
  return answer.slice(answer.indexOf('\r\n\r\n') + 4);
}

test('a large upload is streamed', { timeout: TIMEOUT }, async () => {
  const before = memoryOf(server.pid, 'VmRSS');
  const answer = JSON.parse(await upload(UPLOAD, UPLOAD)) as unknown;
  const part = Buffer.alloc(MB, '0123456789abcdef\r\n--');
  let hash = 0;
  for (let i = 0; i < UPLOAD; i++) hash = crc32(part, hash);
  const text = hash.toString(16).padStart(8, '0');
  expect(answer).toEqual(['f.bin', [UPLOAD * MB, UPLOAD * MB, 0], text, { a: 'field' }]);
  expect(memoryOf(server.pid, 'VmHWM') - before).toBeLessThan(GROWTH * MB);
});

test('an upload that ends too early leaves nothing', { timeout: TIMEOUT }, async () => {
  const found = await state();
  await upload(8, 16);
  await stateWith((s) => s['connections'] === 1);
  expect((await state())['/upload']).toBe(found['/upload']);
});

test('a server without streams refuses it', async () => {
  const length = 5 * MB;
  const plain = `POST / HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: ${length}\r\n\r\n`;
  expect(await exchange(server.address, [plain])).toMatch(/^HTTP\/1\.1 413 /);
});

test.each(['SIGTERM', 'SIGINT'] as const)('%s lets requests end, takes no more, and stops', async (signal) => {
  const other = await startServer(SERVER, [], ['--check-leaks']);
  const answers = Array.from({ length: 10 }, () => fetch(`http://${other.address}/slow`));
  await pause(150);
  const stopped = other.stop(signal);
  await pause(50);
  await expect(fetch(`http://${other.address}/`)).rejects.toThrow();
  for (const answer of answers) expect(await (await answer).text()).toBe('slept\n');
  expect(await stopped).toBe(0);
  expect(other.output()).toMatch(/shutdown\n$/);
});

test('connections that stay silent are closed (heartbeat_idle_time)', { timeout: TIMEOUT }, async () => {
  const other = await startServer(SERVER, ['1', '1'], ['--check-leaks']);
  const [host, port] = other.address.split(':') as [string, string];
  const socket = connect(Number(port), host);
  const started = performance.now();
  await once(socket.resume(), 'close');
  expect(performance.now() - started).toBeGreaterThan(900);
  expect(await other.stop()).toBe(0);
});

test('a server that is killed takes its port with it', async () => {
  const other = await startServer(SERVER, []);
  expect(await other.stop('SIGKILL')).toBe('SIGKILL');
  const curl = spawn('curl', ['-s', `http://${other.address}/`]);
  expect((await once(curl, 'close'))[0]).toBe(7);
});
