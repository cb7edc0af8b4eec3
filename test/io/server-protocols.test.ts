/** Packed tasks and packets of MQTT. */
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { writeProgram } from '../support/write-program.ts';

const PROGRAM = `<?php
use Swoole\\Server\\Task;
$packed = Task::pack(['a' => "\\0\\xff"]);
var_dump(Task::unpack($packed) === ['a' => "\\0\\xff"], Task::unpack(Task::pack('text')), @Task::unpack(substr($packed, 0, -1)));
$server = new Swoole\\Server('127.0.0.1', 0, SWOOLE_PROCESS);
$server->set(['worker_num' => 1, 'open_mqtt_protocol' => true]);
$server->on('workerStart', fn ($server) => go(function () use ($server) {
    $client = new Swoole\\Coroutine\\Client(SWOOLE_SOCK_TCP);
    $client->connect('127.0.0.1', $server->port);
    $client->send("\\x30\\x80");
    $client->send("\\x01" . str_repeat('x', 128) . "\\xc0\\x00");
}));
$server->on('receive', function ($server, $fd, $reactor, $data) {
    echo strlen($data), ' ', json_encode(iterator_to_array($server->connections)), "\\n";
    if (strlen($data) === 2) $server->shutdown();
});
$server->start();
`;

test('tasks as bytes; packets of MQTT', { timeout: 60_000 }, () => {
  const { path } = writeProgram(PROGRAM);
  const result = spawnSync('node', ['bin/corovm.js', 'run', path], { encoding: 'utf8', timeout: 50_000 });
  expect(result.stderr).toBe('');
  expect(result.stdout).toBe('bool(true)\nstring(4) "text"\nbool(false)\n131 {"1":1}\n2 {"1":1}\n');
});
