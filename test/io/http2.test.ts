/** HTTP/2 of the server against Node's client, and against clients that keep no rules. */
import { once } from 'node:events';
import { type ClientHttp2Session, connect, constants } from 'node:http2';
import { connect as connectTcp } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FRAME, FRAME_FLAG, PREFACE, packFrame, uint32 } from '../../src/lib/http/http2/frames.ts';
import { HpackEncoder } from '../../src/lib/http/http2/hpack.ts';
import { createHuffman } from '../../src/lib/http/http2/huffman.ts';
import { type RunningServer, startServer } from '../support/server.ts';

let server: RunningServer;
let session: ClientHttp2Session;
beforeAll(async () => {
  server = await startServer(join(import.meta.dirname, 'faults/http2.php'), [], ['--check-leaks']);
  session = connect(`http://${server.address}`);
});
afterAll(async () => {
  session.destroy();
  expect(await server.stop()).toBe(0);
  expect(server.output()).toMatch(/^Listening on \S+\nshutdown\n$/);
});

interface Answer {
  readonly status: unknown;
  readonly headers: Record<string, unknown>;
  readonly body: string;
  readonly trailers: Record<string, unknown>;
}

function ask(headers: Record<string, string>, body?: string, from = session): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const stream = from.request(headers, { endStream: body === undefined });
    let head: Record<string, unknown> = {};
    let trailers: Record<string, unknown> = {};
    let text = '';
    stream.on('response', (found) => {
      head = { ...found };
    });
    stream.on('trailers', (found) => {
      trailers = { ...found };
    });
    stream.on('data', (part: Buffer) => {
      text += part.toString('latin1');
    });
    stream.on('error', reject);
    stream.on('end', () => resolve({ status: head[':status'], headers: head, body: text, trailers }));
    if (body !== undefined) stream.end(body);
  });
}

test('requests beside one another', async () => {
  const form = { ':path': '/f', ':method': 'POST', 'content-type': 'application/x-www-form-urlencoded' };
  const [plain, posted, parts, big] = await Promise.all([
    ask({ ':path': '/?q=1', cookie: 'x=1; y=2' }),
    ask(form, 'q=1&r=2'),
    ask({ ':path': '/parts' }),
    ask({ ':path': '/big' }),
  ]);
  expect(JSON.parse(plain.body).slice(0, 7)).toEqual(['GET', 'HTTP/2', true, { x: '1', y: '2' }, { q: '1' }, null, 0]);
  expect(plain.headers).toMatchObject({ 'x-test': 'yes', 'set-cookie': ['a=b'], 'content-type': 'text/html' });
  expect(JSON.parse(posted.body)[5]).toEqual({ q: '1', r: '2' });
  expect(parts.body).toBe('part 0\npart 1\npart 2\npart 3\npart 4\n');
  expect(parts.trailers).toMatchObject({ 'x-sum': '5' });
  expect(big.body.length).toBe(3000000);
});

test('a long body comes through the windows, one that is too long is refused', async () => {
  expect(JSON.parse((await ask({ ':path': '/', ':method': 'POST' }, 'z'.repeat(1500000))).body)[6]).toBe(1500000);
  expect((await ask({ ':path': '/', ':method': 'POST' }, 'z'.repeat(2500000))).status).toBeUndefined();
  expect((await ask({ ':path': '/' })).status).toBe(200);
});

test('hundreds of requests, and a ping from each side', async () => {
  const all = await Promise.all(Array.from({ length: 90 }, (_, i) => ask({ ':path': `/?i=${i}` })));
  expect(all.every(({ status }) => status === 200)).toBe(true);
  expect((await ask({ ':path': '/ping' })).body).toBe('[true]');
  await new Promise<void>((resolve, reject) => {
    session.ping((error) => (error === null ? resolve() : reject(error)));
  });
});

test('goodbye', async () => {
  const other = connect(`http://${server.address}`);
  const said = once(other, 'goaway');
  expect((await ask({ ':path': '/goaway' }, undefined, other)).body).toBe('gone');
  const [code, , text] = await said;
  expect([code, String(text)]).toEqual([constants.NGHTTP2_NO_ERROR, 'bye']);
  other.destroy();
});

/** Sends bytes behind the preface; what has come until the server closes, or until so many errors have come. */
function raw(
  bytes: string,
  wanted = Number.POSITIVE_INFINITY,
): Promise<{ closed: boolean; types: number[]; codes: number[] }> {
  const [host, port] = server.address.split(':') as [string, string];
  return new Promise((resolve) => {
    const socket = connectTcp(Number(port), host, () => socket.write(PREFACE + bytes, 'latin1'));
    let got = Buffer.alloc(0);
    const done = (closed: boolean): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve({ closed, ...framesIn(got) });
    };
    const timer = setTimeout(() => done(false), 10_000);
    socket.on('data', (part) => {
      got = Buffer.concat([got, part]);
      if (framesIn(got).codes.length >= wanted) done(false);
    });
    socket.on('error', () => undefined);
    socket.on('close', () => done(true));
  });
}

function framesIn(bytes: Buffer): { types: number[]; codes: number[] } {
  const types: number[] = [];
  const codes: number[] = [];
  for (let at = 0; at + 9 <= bytes.length; at += 9 + bytes.readUIntBE(at, 3)) {
    const type = bytes[at + 3] as number;
    types.push(type);
    if (type === FRAME.goaway) codes.push(bytes.readUInt32BE(at + 13));
    if (type === FRAME.rstStream) codes.push(bytes.readUInt32BE(at + 9));
  }
  return { types, codes };
}

const encoder = (): HpackEncoder => new HpackEncoder(createHuffman());
const HEAD = [
  [':method', 'GET'],
  [':scheme', 'http'],
  [':path', '/'],
  [':authority', 'x'],
] as const;
const WHOLE = FRAME_FLAG.endHeaders | FRAME_FLAG.endStream;

test.each([
  ['a frame that is too large', packFrame(FRAME.data, 0, 1, 'x'.repeat(20000)), 6],
  ['a block that is none', packFrame(FRAME.headers, WHOLE, 1, '\xff\xff\xff\xff\xff\xff\xff'), 9],
  ['data of no stream', packFrame(FRAME.data, 0, 5, 'x'), 1],
  ['a stream with an even number', packFrame(FRAME.headers, WHOLE, 2, encoder().encode(HEAD)), 1],
  ['a push', packFrame(FRAME.pushPromise, 0, 1, uint32(2)), 1],
  ['a window beyond all limits', packFrame(FRAME.windowUpdate, 0, 0, uint32(2 ** 31 - 1)), 3],
  ['a block for ever', packFrame(FRAME.headers, 0, 1, '') + packFrame(FRAME.continuation, 0, 1, '').repeat(100), 11],
  ['another frame within a block', packFrame(FRAME.headers, 0, 1, '') + packFrame(FRAME.ping, 0, 0, '12345678'), 1],
])('%s ends the connection', async (_name, bytes, code) => {
  const { closed, codes } = await raw(bytes);
  expect([closed, codes]).toEqual([true, [code]]);
});

test.each([
  ['no path', HEAD.slice(0, 2)],
  ['a name in capitals', [...HEAD, ['Accept', 'x']]],
  ['a header of connections', [...HEAD, ['transfer-encoding', 'chunked']]],
  ['a new line in a value', [...HEAD, ['x', 'a\nb']]],
  ['two paths', [...HEAD, [':path', '/']]],
  ['two lengths', [...HEAD, ['content-length', '1'], ['content-length', '1']]],
  ['another host', [...HEAD, ['host', 'y']]],
])('%s: only that request is refused', async (_name, headers) => {
  const bytes = packFrame(FRAME.headers, WHOLE, 1, encoder().encode(headers as [string, string][]));
  const { closed, codes } = await raw(bytes, 1);
  expect([closed, codes]).toEqual([false, [1]]);
});

test('requests that are taken back at once do not pile up', async () => {
  const block = encoder();
  const sleep = [...HEAD.slice(0, 2), [':path', '/sleep'], [':authority', 'x']] as [string, string][];
  let bytes = '';
  for (let id = 1; id < 2001; id += 2) {
    bytes += packFrame(FRAME.headers, WHOLE, id, block.encode(sleep)) + packFrame(FRAME.rstStream, 0, id, uint32(8));
  }
  const { codes } = await raw(bytes, 900);
  expect(codes.length).toBe(900);
  expect(new Set(codes)).toEqual(new Set([7]));
  expect((await ask({ ':path': '/' })).status).toBe(200);
});
