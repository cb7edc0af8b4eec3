/** Servers of SWOOLE_PROCESS with several workers: the master has the connections, and every process knows them. */
import { connect } from 'node:net';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { startServer } from '../support/server.ts';
import { writeProgram } from '../support/write-program.ts';

const PROGRAM = `<?php
$server = new Swoole\\Server('127.0.0.1', 0, SWOOLE_PROCESS);
$server->set(['worker_num' => 2, 'task_worker_num' => 1, 'dispatch_mode' => 1, 'open_eof_split' => true, 'package_eof' => "\\n"]);
$server->on('start', function ($server) { echo "Listening on {$server->host}:{$server->port}\\n"; });
$server->on('task', function ($server, $id, $from, $fd) { $server->send($fd, "task {$server->getClientInfo($fd)['remote_ip']}\\n"); });
$server->on('receive', function ($server, $fd, $reactor, $data) {
    if ($data === "close\\n") $server->close($fd);
    elseif ($data === "task\\n") $server->task($fd);
    elseif ($data === "bind\\n") $server->send($fd, json_encode($server->bind($fd, 42)) . "\\n");
    else $server->send($fd, "{$server->worker_id} $fd " . count($server->connections) . "\\n");
});
$server->start();
`;

test('packets go round, everybody may answer, one closes', { timeout: 90_000 }, async () => {
  const program = writeProgram(PROGRAM);
  const server = await startServer(program.path, []);
  try {
    const [host, port] = server.address.split(':') as [string, string];
    const socket = connect(Number(port), host);
    let seen = '';
    socket.on('data', (bytes) => {
      seen += bytes.toString('latin1');
    });
    const over = once(socket, 'close');
    const ask = async (text: string, lines: number): Promise<string[]> => {
      seen = '';
      socket.write(text);
      for (let i = 0; i < 400 && seen.split('\n').length <= lines; i++) await new Promise((f) => setTimeout(f, 50));
      return seen.split('\n').slice(0, lines).sort();
    };
    expect(await ask('a\nb\nc\nd\n', 4)).toEqual(['0 1 1', '0 1 1', '1 1 1', '1 1 1']);
    expect(await ask('task\n', 1)).toEqual(['task 127.0.0.1']);
    expect(await ask('bind\n', 1)).toEqual(['true']);
    await new Promise((f) => setTimeout(f, 300));
    expect(await ask('bind\n', 1)).toEqual(['false']);
    socket.write('close\n');
    await over;
  } finally {
    await server.stop();
  }
});
