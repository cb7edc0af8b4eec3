/** Swoole\Http\Server (programs/server/http-server.php) under curl, ApacheBench and bytes that are no HTTP. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exchange } from '../support/raw-http.ts';
import { ROOT } from '../support/repository.ts';
import { type RunningServer, startServer } from '../support/server.ts';

const PROGRAM = join(ROOT, 'programs/server/http-server.php');
let server: RunningServer;

beforeAll(async () => {
  server = await startServer(PROGRAM, ['0']);
});
afterAll(async () => {
  await server.stop();
});

function curl(path: string, ...options: string[]): string {
  const done = spawnSync('curl', ['-s', '-i', '--max-time', '10', ...options, `http://${server.address}${path}`], {
    encoding: 'latin1',
    maxBuffer: 1 << 26,
  });
  expect(done.error, 'curl is needed').toBeUndefined();
  return done.stdout;
}

function body(answer: string): string {
  return answer.slice(answer.indexOf('\r\n\r\n') + 4);
}

interface Echo {
  readonly method: string;
  readonly get: unknown;
  readonly post: unknown;
  readonly cookie: unknown;
  readonly files: unknown;
  readonly raw: string;
  readonly header: Readonly<Record<string, string>>;
}

function echo(...options: string[]): Echo {
  return JSON.parse(
    curl('/request?a=1&b[]=2&b[]=3', ...options)
      .split('\r\n\r\n')
      .pop() ?? '',
  ) as Echo;
}

test('answers', () => {
  const answer = curl('/');
  expect(answer).toMatch(
    /^HTTP\/1\.1 200 OK\r\nContent-Type: text\/plain\r\nServer: swoole-http-server\r\nDate: .* GMT\r\n/,
  );
  expect(answer).toMatch(/Connection: keep-alive\r\nContent-Length: 6\r\n\r\nhello\n$/);
  expect(curl('/nowhere')).toMatch(/^HTTP\/1\.1 404 Not Found\r\n/);
  expect(curl('/away')).toMatch(/^HTTP\/1\.1 301 Moved Permanently\r\nLocation: \/\r\n/);
  expect(curl('/silent')).toMatch(/^HTTP\/1\.1 500 Internal Server Error\r\n/);
  expect(curl('/', '--head')).toMatch(/^HTTP\/1\.1 200 OK\r\n[^]*\r\n\r\n$/);
  expect(curl('/cookie')).toMatch(
    /^HTTP\/1\.1 201 Created\r\nSet-Cookie: name=a\+value; path=\/; secure; httponly; samesite=Lax\r\n/i,
  );
  expect(body(curl('/self'))).toBe(readFileSync(PROGRAM, 'latin1'));
  expect(body(curl('/parts'))).toBe('one\ntwo\nthree\ngrpc-status: 0\r\n');
});

test('requests arrive as they were sent', () => {
  expect(echo().get).toEqual({ a: '1', b: ['2', '3'] });
  expect(echo('-b', 'x=1; y=a%20b').cookie).toEqual({ x: '1', y: 'a b' });
  expect(echo('-d', 'k=v&l[m]=n').post).toEqual({ k: 'v', l: { m: 'n' } });
  const upload = echo('-F', `file=@${PROGRAM}`, '-F', 'field=text');
  expect(upload.post).toEqual({ field: 'text' });
  expect(upload.files).toEqual({ file: readFileSync(PROGRAM, 'utf8') });
  const chunked = echo(
    '-H',
    'Transfer-Encoding: chunked',
    '-H',
    'Content-Type: text/plain',
    '--data-binary',
    'in chunks',
  );
  expect(chunked).toMatchObject({ method: 'POST', raw: 'in chunks' });
  const waited = echo('-H', 'Expect: 100-continue', '-H', 'Content-Type: text/plain', '--data-binary', `@${PROGRAM}`);
  expect(waited.raw).toHaveLength(32);
});

test('a request does not hold up another', async () => {
  const started = performance.now();
  const answers = await Promise.all(Array.from({ length: 20 }, () => fetch(`http://${server.address}/slow`)));
  for (const answer of answers) expect(await answer.text()).toBe('slept\n');
  expect(performance.now() - started).toBeLessThan(3900);
});

test('requests in a row on one connection are answered in order', async () => {
  const get = (path: string, more = ''): string => `GET ${path} HTTP/1.1\r\nHost: x\r\n${more}\r\n`;
  const answer = await exchange(server.address, [get('/slow') + get('/') + get('/nowhere', 'Connection: close\r\n')]);
  expect(answer.match(/HTTP\/1\.1 \d+|slept|hello|no such/g)).toEqual([
    'HTTP/1.1 200',
    'slept',
    'HTTP/1.1 200',
    'hello',
    'HTTP/1.1 404',
    'no such',
  ]);
});

test('a request that comes in small pieces', async () => {
  const whole = 'POST /request HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 3\r\n\r\nabc';
  const parts = [whole.slice(0, 5), whole.slice(5, 30), whole.slice(30, 78), whole.slice(78)];
  expect(await exchange(server.address, parts)).toMatch(/"raw":"abc"/);
});

const host = 'Host: x\r\n';
const chunked = 'Transfer-Encoding: chunked\r\n';
/** What another reader may take for a request of its own. */
const smuggled = 'GET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n';
const refused: readonly (readonly [string, string, number])[] = [
  ['no HTTP', 'hello\r\n\r\n', 400],
  ['a bad name of a header', `GET / HTTP/1.1\r\n${host}A B: c\r\n\r\n`, 400],
  ['a blank before the colon', `GET / HTTP/1.1\r\n${host}Content-Length : 3\r\n\r\nabc`, 400],
  ['a folded header', `GET / HTTP/1.1\r\n${host}A: b\r\n c\r\n\r\n`, 400],
  ['a zero byte', `GET / HTTP/1.1\r\n${host}A: \0\r\n\r\n`, 400],
  ['two lengths', `POST / HTTP/1.1\r\n${host}Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd`, 400],
  [
    'a length and chunks',
    `POST / HTTP/1.1\r\n${host}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    400,
  ],
  [
    'chunks twice',
    `POST / HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    400,
  ],
  ['an unknown coding', `POST / HTTP/1.1\r\n${host}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n`, 501],
  ['a negative length', `POST / HTTP/1.1\r\n${host}Content-Length: -3\r\n\r\nabc`, 400],
  ['a bad chunk', `POST / HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\n\r\n0x3\r\nabc\r\n0\r\n\r\n`, 400],
  ['the same length twice', `POST / HTTP/1.1\r\n${host}${'Content-Length: 3\r\n'.repeat(2)}\r\nabc${smuggled}`, 400],
  ['a list of lengths', `POST / HTTP/1.1\r\n${host}Content-Length: 3, 3\r\n\r\nabc${smuggled}`, 400],
  ['a length with a sign', `POST / HTTP/1.1\r\n${host}Content-Length: +3\r\n\r\nabc${smuggled}`, 400],
  ['a hexadecimal length', `POST / HTTP/1.1\r\n${host}Content-Length: 0x3\r\n\r\nabc${smuggled}`, 400],
  ['a length beyond all numbers', `POST / HTTP/1.1\r\n${host}Content-Length: ${'9'.repeat(20)}\r\n\r\n`, 400],
  ['chunks, then a length', `POST / HTTP/1.1\r\n${host}${chunked}Content-Length: 3\r\n\r\n0\r\n\r\n${smuggled}`, 400],
  ['chunks behind a tab', `POST / HTTP/1.1\r\n${host}Transfer-Encoding: \x0bchunked\r\n\r\n0\r\n\r\n${smuggled}`, 400],
  ['chunks of HTTP/1.0', `POST / HTTP/1.0\r\n${host}${chunked}\r\n0\r\n\r\n${smuggled}`, 400],
  ['a blank before the colon of chunks', `POST / HTTP/1.1\r\n${host}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n`, 400],
  ['a chunk beyond all numbers', `POST / HTTP/1.1\r\n${host}${chunked}\r\n${'f'.repeat(18)}\r\nabc`, 400],
  ['a negative chunk', `POST / HTTP/1.1\r\n${host}${chunked}\r\n-1\r\nabc`, 400],
  [
    'a chunk that is longer than it says',
    `POST / HTTP/1.1\r\n${host}${chunked}\r\n3\r\nabcd\r\n0\r\n\r\n${smuggled}`,
    400,
  ],
  ['a bare line feed', `GET / HTTP/1.1\r\n${host}A: b\nContent-Length: 3\r\n\r\n${smuggled}`, 400],
  ['a bare carriage return', `GET / HTTP/1.1\r\n${host}A: b\rContent-Length: 3\r\n\r\n${smuggled}`, 400],
  ['a header without a colon', `GET / HTTP/1.1\r\n${host}nonsense\r\n\r\n${smuggled}`, 400],
  ['a header without a name', `GET / HTTP/1.1\r\n${host}: b\r\n\r\n${smuggled}`, 400],
  ['an unknown method', `FROB / HTTP/1.1\r\n${host}\r\n${smuggled}`, 400],
  ['two blanks in the request line', `GET  / HTTP/1.1\r\n${host}\r\n${smuggled}`, 400],
  ['two hosts', `GET / HTTP/1.1\r\n${host}${host}\r\n`, 400],
  ['another version', 'GET / HTTP/3.0\r\n\r\n', 505],
  ['an endless header', `GET / HTTP/1.1\r\n${host}A: ${'b'.repeat(100_000)}`, 431],
  ['a flood of headers', `GET / HTTP/1.1\r\n${'A: b\r\n'.repeat(5000)}\r\n`, 431],
  ['too large a body', `POST / HTTP/1.1\r\n${host}Content-Length: 999999999\r\n\r\n`, 413],
];

test.each(refused)('%s is refused', async (_name, bytes, status) => {
  const answer = await exchange(server.address, [bytes]);
  expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} [^\r]+\r\nConnection: close\r\n`));
  expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1);
});

test('clients that go away mid-way leave nothing behind', async () => {
  for (const bytes of [
    'GET / HT',
    'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nabc',
    'GET /slow HTTP/1.1\r\nHost: x\r\n\r\n',
  ]) {
    await exchange(server.address, [bytes], 100).catch(() => undefined);
  }
  expect(body(curl('/'))).toBe('hello\n');
});

test('a thousand requests of fifty clients, with and without keep-alive', { timeout: 60_000 }, () => {
  for (const options of [['-k'], []]) {
    const ab = spawnSync('ab', ['-q', ...options, '-c', '50', '-n', '1000', `http://${server.address}/`], {
      encoding: 'latin1',
    });
    expect(ab.error, 'apache2-utils is needed').toBeUndefined();
    expect(ab.stdout).toMatch(/^Complete requests: +1000$/m);
    expect(ab.stdout).toMatch(/^Failed requests: +0$/m);
    expect(ab.stdout).not.toMatch(/^Non-2xx/m);
  }
});

test('SIGTERM lets a request end, then the server', async () => {
  const other = await startServer(PROGRAM, ['0']);
  const answer = fetch(`http://${other.address}/slow`);
  await new Promise((resolve) => setTimeout(resolve, 80));
  const status = await other.stop();
  expect(await (await answer).text()).toBe('slept\n');
  expect(status).toBe(0);
  expect(other.output()).toMatch(/Shutdown\n$/);
});
