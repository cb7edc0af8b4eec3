/** Swoole\Coroutine\Http\Client and Swoole\Coroutine\Http\Server, with each other and with peers that misbehave. */
import { spawn, spawnSync } from 'node:child_process';
import { createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../support/repository.ts';
import { startServer } from '../support/server.ts';
import { writeProgram } from '../support/write-program.ts';

/** Runs a program with `--check-leaks` while this process goes on; its output. */
async function run(source: string, ...args: string[]): Promise<string> {
  const file = writeProgram(source);
  const child = spawn(process.execPath, [join(ROOT, 'bin/corovm.js'), 'run', '--check-leaks', file.path, ...args]);
  let out = '';
  const add = (bytes: Buffer): void => {
    out += bytes.toString('latin1');
  };
  child.stdout.on('data', add);
  child.stderr.on('data', add);
  const [status] = (await once(child, 'close')) as [number];
  file.remove();
  expect(status, out).toBe(0);
  return out;
}

const TALK = `<?php
use Swoole\\Coroutine\\Http\\{Server, Client};
use function Swoole\\Coroutine\\{run, go};
run(function () {
    $server = new Server('127.0.0.1', 0);
    $server->set(['open_websocket_close_frame' => true]);
    $server->handle('/', function ($request, $response) {
        $response->cookie('c', 'd e');
        $response->end($request->getMethod() . ' ' . json_encode([$request->get, $request->post, $request->cookie]));
    });
    $server->handle('/slow', function ($request, $response) { Co::sleep(1); $response->end('slow'); });
    $server->handle('/parts', function ($request, $response) {
        $response->write('a');
        Co::sleep(0.01);
        $response->write('b');
        $response->end();
    });
    $server->handle('/ws', function ($request, $ws) {
        $ws->upgrade();
        for (;;) {
            $frame = $ws->recv();
            if (!$frame instanceof Swoole\\WebSocket\\Frame) break;
            if ($frame instanceof Swoole\\WebSocket\\CloseFrame) {
                echo "closed with {$frame->code} {$frame->reason}\\n";
                $ws->close();
                break;
            }
            $ws->push(strrev($frame->data), $frame->opcode);
        }
    });
    go(function () use ($server) {
        $client = new Client('127.0.0.1', $server->port);
        $client->set(['timeout' => 0.2]);
        $say = fn ($done) => print json_encode([$done, $client->statusCode, $client->body, $client->errCode]) . "\\n";
        $say($client->get('/x?y=1'));
        $say($client->post('/', ['a' => 1, 'b' => ['c d']]));
        $say($client->get('/parts'));
        $client->setMethod('HEAD');
        $say($client->execute('/'));
        $say($client->get('/slow'));
        $say($client->upgrade('/ws'));
        $client->push('text');
        echo $client->recv()->data, "\\n";
        $client->push(str_repeat('ab', 50000), WEBSOCKET_OPCODE_BINARY);
        $frame = $client->recv();
        echo strlen($frame->data), ' ', $frame->opcode, ' ', substr($frame->data, 0, 4), "\\n";
        $close = new Swoole\\WebSocket\\CloseFrame;
        $close->code = 4000;
        $close->reason = 'enough';
        $client->push($close);
        var_dump($client->recv());
        $first = new Client('127.0.0.1', $server->port);
        $second = new Client('127.0.0.1', $server->port);
        foreach ([$first, $second] as $i => $one) {
            $one->setDefer();
            $one->get("/?n=$i");
        }
        var_dump($second->recv(), $first->recv(), $first->recv());
        echo $first->body, ' ', $second->body, "\\n";
        $server->shutdown();
    });
    var_dump($server->start());
});
`;

test('client and server of coroutines talk', { timeout: 20_000 }, async () => {
  expect((await run(TALK)).split('\n')).toEqual([
    '[true,200,"GET [{\\"y\\":\\"1\\"},null,null]",0]',
    '[true,200,"POST [null,{\\"a\\":\\"1\\",\\"b\\":[\\"c d\\"]},{\\"c\\":\\"d e\\"}]",0]',
    '[true,200,"ab",0]',
    '[true,200,"",0]',
    '[false,-2,"",110]',
    '[true,101,"",0]',
    'txet',
    '100000 2 baba',
    'closed with 4000 enough',
    'string(0) ""',
    'bool(true)',
    'bool(true)',
    'bool(false)',
    'GET [{"n":"0"},null,null] GET [{"n":"1"},null,null]',
    'bool(true)',
    '',
  ]);
});

/** A client's view of servers that do as they like. */
const ASK = `<?php
Swoole\\Coroutine\\run(function () use ($argv) {
    foreach (array_slice($argv, 1) as $port) {
        $client = new Swoole\\Coroutine\\Http\\Client('127.0.0.1', (int) $port);
        $client->set(['timeout' => 0.5]);
        $done = $client->get('/');
        $all[] = [$done, $client->statusCode, strlen($client->body), $client->errCode, $client->connected];
    }
    echo json_encode($all);
});`;

/** What a client sees of servers that do these things with each connection. */
async function askOf(...serve: ((socket: Socket) => void)[]): Promise<unknown> {
  const servers: Server[] = [];
  const ports: string[] = [];
  for (const one of serve) {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => one(socket));
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    servers.push(server);
    ports.push(String((server.address() as { port: number }).port));
  }
  try {
    return JSON.parse(await run(ASK, ...ports));
  } finally {
    for (const server of servers) server.close();
  }
}

const OK = 'HTTP/1.1 200 OK\r\n';

test('responses in all framings', { timeout: 30_000 }, async () => {
  const chunks = `${OK}Transfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n1\r\nd\r\n0\r\nT: v\r\n\r\n`;
  expect(
    await askOf(
      (s) => s.end(`${OK}\r\nto the end`),
      (s) => s.write(`${OK}Content-Length: 2\r\n\r\nabjunk`),
      (s) => s.write(chunks),
      (s) => s.write(`HTTP/1.1 100 Continue\r\n\r\n${OK}Content-Length: 0\r\n\r\n`),
      (s) => s.write('HTTP/1.1 204 No Content\r\n\r\n'),
    ),
  ).toEqual([
    [true, 200, 10, 0, false],
    [true, 200, 2, 0, true],
    [true, 200, 4, 0, true],
    [true, 200, 0, 0, true],
    [true, 204, 0, 0, true],
  ]);
});

test('peers that misbehave', { timeout: 30_000 }, async () => {
  const half = `${OK}Content-Length: 10\r\n\r\nabc`;
  expect(
    await askOf(
      (s) => s.end(half),
      (s) => s.write(half, () => s.resetAndDestroy()),
      (s) => s.write(half),
      () => undefined,
      (s) => s.resetAndDestroy(),
      (s) => s.end('no HTTP at all\r\n\r\n'),
    ),
  ).toEqual([
    [false, -3, 0, 104, false],
    [false, -3, 0, 104, false],
    [false, -2, 0, 110, false],
    [false, -2, 0, 110, false],
    [false, -3, 0, 104, false],
    [false, -3, 0, 7102, false],
  ]);
});

test('a refused connection', async () => {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  expect(JSON.parse(await run(ASK, String(port)))).toEqual([[false, -1, 0, 111, false]]);
});

test('the handler with two clients of a server that is real PHP', { timeout: 30_000 }, async () => {
  const probe = createServer();
  await once(probe.listen(0, '127.0.0.1'), 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  const page = writeProgram('<?php echo "backend " . $_SERVER["REQUEST_URI"] . " of " . $_SERVER["HTTP_HOST"];');
  const php = spawn('php', ['-S', `127.0.0.1:${port}`, page.path], { stdio: 'ignore' });
  const server = await startServer(join(ROOT, 'programs/server/two-http-clients.php'), ['0', String(port)]);
  try {
    await untilListening(port);
    const answer = spawnSync('curl', ['-s', '-i', `http://${server.address}/`], { encoding: 'latin1' }).stdout;
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n[^]*\r\n\r\nhello$/);
    await server.stop();
    expect(server.output().split('\n').slice(1)).toEqual([
      'bool(true)',
      'bool(true)',
      'httpclient1 recv 1 backend /first of 127.0.0.1',
      'httpclient2 recv 1 backend /second of 127.0.0.1',
      '',
    ]);
  } finally {
    await server.stop();
    php.kill();
    page.remove();
  }
});

async function untilListening(port: number): Promise<void> {
  for (let i = 0; i < 100; i++) {
    const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => null);
    if (answer !== null) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test('real PHP is answered', { timeout: 20_000 }, async () => {
  const server = await startServer(join(ROOT, 'programs/server/http-server.php'), ['0']);
  const program = writeProgram(`<?php
    $context = stream_context_create(['http' => ['method' => 'POST', 'header' => 'Content-Type: application/x-www-form-urlencoded', 'content' => 'a=1']]);
    echo json_decode(file_get_contents("http://{$argv[1]}/request", false, $context))->post->a, "\\n";
    echo file_get_contents("http://{$argv[1]}/parts"), file_get_contents("http://{$argv[1]}/away");`);
  try {
    const { stdout } = spawnSync('php', [program.path, server.address], { encoding: 'latin1' });
    expect(stdout).toBe('1\none\ntwo\nthree\nhello\n');
  } finally {
    await server.stop();
    program.remove();
  }
});

const PACKED = `<?php
use Swoole\\Coroutine\\Http\\{Client, Server};
Co\\run(function () {
    $server = new Server('127.0.0.1', 0);
    $server->set(['websocket_compression' => true]);
    $server->handle('/', function ($request, $ws) {
        if ($ws->upgrade()) while ($frame = $ws->recv()) { if ($frame === '' || $frame->opcode == 8) break; $ws->push($frame); }
    });
    go(function () use ($server) {
        $cli = new Client('127.0.0.1', $server->port);
        $cli->set(['timeout' => 5, 'websocket_compression' => true]);
        var_dump($cli->upgrade('/'), $cli->headers['sec-websocket-extensions']);
        foreach ([1, 100, 70000] as $n) {
            $data = str_repeat('ab' . chr($n & 255), $n);
            $cli->push($data, WEBSOCKET_OPCODE_TEXT, SWOOLE_WEBSOCKET_FLAG_FIN | SWOOLE_WEBSOCKET_FLAG_COMPRESS);
            $frame = $cli->recv();
            var_dump($frame->data === $data, $frame->flags);
        }
        $context = deflate_init(ZLIB_ENCODING_RAW);
        $a = bin2hex(random_bytes(1000)); $b = bin2hex(random_bytes(9000));
        foreach ([0, 1] as $_) {
            $cli->push(deflate_add($context, $a, ZLIB_SYNC_FLUSH), WEBSOCKET_OPCODE_TEXT, SWOOLE_WEBSOCKET_FLAG_COMPRESS | SWOOLE_WEBSOCKET_FLAG_RSV1);
            $cli->push(deflate_add($context, $b, ZLIB_NO_FLUSH), WEBSOCKET_OPCODE_CONTINUATION, 0);
            $cli->push(deflate_add($context, $a, ZLIB_FINISH), WEBSOCKET_OPCODE_CONTINUATION, SWOOLE_WEBSOCKET_FLAG_FIN);
            $frame = $cli->recv();
            var_dump($frame->data === $a . $b . $a);
        }
        $cli->close();
        $server->shutdown();
    });
    $server->start();
});
`;

test('messages of WebSockets are packed where both sides want it', async () => {
  const flags = 'bool(true)\nint(7)\n'.repeat(3);
  const extension = 'permessage-deflate; client_no_context_takeover; server_no_context_takeover';
  const expected = `bool(true)\nstring(74) "${extension}"\n${flags}bool(true)\nbool(true)\n`;
  expect(await run(PACKED)).toBe(expected);
});
