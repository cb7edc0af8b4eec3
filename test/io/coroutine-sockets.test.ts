/** Swoole\Coroutine\Socket and Client: what they answer was compared with Swoole 6.2.1. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../support/repository.ts';
import { writeProgram } from '../support/write-program.ts';

/** The lines that a program prints under `--check-leaks`. */
function run(source: string): string[] {
  const file = writeProgram(`<?php\nuse Swoole\\Coroutine\\{Client, Socket};\n${source}`);
  const args = [join(ROOT, 'bin/corovm.js'), 'run', '--check-leaks', file.path];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'latin1', timeout: 20_000 });
  file.remove();
  return `${stdout}${stderr}`.trim().split('\n');
}

test('closing cancels who waits first', () => {
  expect(
    run(`Co\\run(function () {
    $server = new Socket(AF_INET, SOCK_STREAM, 0);
    $server->bind('127.0.0.1');
    $server->listen();
    $client = new Client(SWOOLE_SOCK_TCP);
    echo json_encode([$client->connect('127.0.0.1', $server->getsockname()['port'], 0.5), $client->connected]), "\\n";
    go(function () use ($client) {
        echo json_encode([$client->recv(), $client->errCode]), "\\n";
        echo json_encode([$client->close(), $client->socket]), "\\n";
    });
    echo json_encode([$client->close(), $client->errCode, $client->errMsg]), "\\n";
    echo json_encode([$client->recv(), $client->errCode]), "\\n";
});`),
  ).toEqual([
    '[true,true]',
    '[false,125]',
    '[true,null]',
    '[false,10019,"Coroutine socket close wait"]',
    '[false,5001]',
  ]);
});

test('options are checked', () => {
  expect(
    run(`$s = new Socket(AF_INET, SOCK_DGRAM, 0);
echo json_encode([
    $s->setOption(SOL_SOCKET, SO_RCVTIMEO, ['sec' => 1, 'usec' => 500000]), $s->getOption(SOL_SOCKET, SO_RCVTIMEO),
    $s->setOption(SOL_SOCKET, SO_LINGER, ['l_onoff' => 1, 'l_linger' => 2]), $s->getOption(SOL_SOCKET, SO_LINGER),
    @$s->setOption(SOL_SOCKET, SO_LINGER, ['l_onoff' => 1]),
    @$s->setOption(IPPROTO_IP, IP_MULTICAST_TTL, 256), $s->getOption(IPPROTO_IP, IP_MULTICAST_TTL),
    $s->setOption(SOL_SOCKET, SO_BINDTODEVICE, 'lo'), @$s->setOption(SOL_SOCKET, SO_BINDTODEVICE, 'nothing0'),
]);`),
  ).toEqual(['[true,{"sec":1,"usec":500000},true,{"l_onoff":1,"l_linger":2},false,false,1,true,false]']);
});

test('the functions of ext/sockets where they are hooked', () => {
  expect(
    run(`Co\\run(function () {
    $server = socket_create_listen(0);
    socket_getsockname($server, $host, $port);
    echo get_class($server), ' ', $server instanceof Socket && $server instanceof \\Socket ? 'both' : '', "\\n";
    go(function () use ($server) {
        $peer = socket_accept($server);
        socket_write($peer, strrev(socket_read($peer, 100)));
        socket_close($peer);
    });
    $client = socket_create(AF_INET, SOCK_STREAM, SOL_TCP);
    echo json_encode([socket_connect($client, '127.0.0.1', $port), socket_send($client, 'hello', 0, 0)]), "\\n";
    echo json_encode([socket_recv($client, $text, 100, 0), $text]), "\\n";
    try {
        socket_connect($client);
    } catch (ArgumentCountError $e) {
        echo $e->getMessage(), "\\n";
    }
    socket_create_pair(AF_UNIX, SOCK_DGRAM, 0, $pair);
    socket_write($pair[0], 'one');
    socket_write($pair[0], 'two');
    echo socket_read($pair[1], 100), ' ', socket_read($pair[1], 2), "\\n";
});
echo get_class(socket_create(AF_INET, SOCK_STREAM, SOL_TCP)), "\\n";`),
  ).toEqual([
    'Swoole\\Coroutine\\Socket both',
    '[true,5]',
    '[5,"olleh"]',
    'Too few arguments to function swoole_socket_connect(), 1 passed and at least 2 expected',
    'one tw',
    'Socket',
  ]);
});

test('the event loop takes sockets of ext/sockets before they are connected; proc_close closes what is still open', () => {
  expect(
    run(`$listener = socket_create(AF_INET, SOCK_STREAM, SOL_TCP);
socket_bind($listener, '127.0.0.1', 0);
socket_listen($listener);
socket_getsockname($listener, $host, $port);
$socket = socket_create(AF_INET, SOCK_STREAM, SOL_TCP);
socket_set_nonblock($socket);
Swoole\\Event::add($socket, function ($socket) {
    echo socket_read($socket, 100), "\\n";
    Swoole\\Event::del($socket);
    socket_close($socket);
}, function ($socket) use ($listener) {
    echo 'connected ', socket_get_option($socket, SOL_SOCKET, SO_ERROR), "\\n";
    Swoole\\Event::set($socket, null, null, SWOOLE_EVENT_READ);
    $other = socket_accept($listener);
    socket_write($other, 'hello');
    socket_close($other);
}, SWOOLE_EVENT_WRITE);
@socket_connect($socket, $host, $port);
Swoole\\Event::wait();
echo proc_close(proc_open('cat', [['pipe', 'r'], ['pipe', 'w']], $pipes)), gettype($pipes[0]), "\\n";`),
  ).toEqual(['connected 0', 'hello', '0resource (closed)']);
});
