/** Task workers, messages between workers, processes of the program: real processes. */
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { writeProgram } from '../support/write-program.ts';

const PROGRAM = `<?php
$server = new Swoole\\Server('127.0.0.1', 0, SWOOLE_PROCESS);
$server->set(['worker_num' => 1, 'task_worker_num' => 2]);
$process = new Swoole\\Process(function ($process) use ($server) {
    echo 'process: ' . $process->read() . "\\n";
    $server->shutdown();
    sleep(100);
});
$server->addProcess($process);
$server->on('workerStart', function ($server, $id) use ($process) {
    if ($id !== 0) {
        return;
    }
    echo 'number ' . $server->task(['a' => 1]) . "\\n";
    go(function () use ($server, $process) {
        echo 'waited: ' . $server->taskwait('x', 60) . "\\n";
        echo 'all: ' . implode(',', $server->taskCo(['p', 'q'], 60)) . "\\n";
        $server->sendMessage(['hi'], 1);
    });
});
$server->on('receive', fn () => null);
$server->on('task', fn ($server, $id, $from, $data) => is_array($data) ? $data + ['b' => 2] : "did $data");
$server->on('finish', function ($server, $id, $data) { echo "finished $id: " . json_encode($data) . "\\n"; });
$server->on('pipeMessage', function ($server, $from, $data) use ($process) {
    echo "from $from: $data[0]\\n";
    $process->write('bytes');
});
$server->start();
echo "behind\\n";
`;

test('tasks are done, answered and waited for; messages go both ways', { timeout: 120_000 }, () => {
  const { path } = writeProgram(PROGRAM);
  const result = spawnSync('node', ['bin/corovm.js', 'run', path], { encoding: 'utf8', timeout: 110_000 });
  expect(result.stderr).toBe('');
  expect(result.stdout.trim().split('\n').sort()).toEqual([
    'all: did p,did q',
    'behind',
    'finished 0: {"a":1,"b":2}',
    'from 0: hi',
    'number 0',
    'process: bytes',
    'waited: did x',
  ]);
});
