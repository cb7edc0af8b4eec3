/** Swoole\Process and Swoole\Atomic: copies of a process, made by replay. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../support/repository.ts';
import { writeProgram } from '../support/write-program.ts';

function run(source: string): string {
  const file = writeProgram(source);
  const done = spawnSync(process.execPath, [join(ROOT, 'bin/corovm.js'), 'run', file.path], {
    encoding: 'latin1',
    timeout: 30_000,
  });
  file.remove();
  expect(done.status, done.stdout + done.stderr).toBe(0);
  return done.stdout;
}

test('a copy has what its maker had, and goes its own way', { timeout: 40_000 }, () => {
  const out = run(`<?php
    $number = new Swoole\\Atomic(1);
    $random = random_int(1, 1000000);
    echo "once\\n";
    $first = new Swoole\\Process(function ($process) use ($number, $random) {
        $number->add(5);
        $process->write("random $random");
        echo "maker says: " . $process->read() . "\\n";
        exit(7);
    });
    $pid = $first->start();
    var_dump($first->read() === "random $random", $number->get());
    $first->write('go on');
    $end = Swoole\\Process::wait();
    var_dump($end['pid'] === $pid, $end['code'], $end['signal']);

    // a second copy goes through all of that again, unseen
    $second = new Swoole\\Process(function () use ($number) { sleep($number->get()); });
    Swoole\\Process::kill($second->start());
    var_dump(Swoole\\Process::wait()['signal']);

    $third = new Swoole\\Process(function () use ($number) { echo 'for the maker ', $number->get(); $number->wakeup(); }, true);
    $third->start();
    var_dump($number->wait(10), $third->read());
    Swoole\\Process::wait();
    var_dump(Swoole\\Process::wait());
  `);
  expect(out.split('\n')).toEqual([
    'once',
    'bool(true)',
    'int(6)',
    'maker says: go on',
    'bool(true)',
    'int(7)',
    'int(0)',
    'int(15)',
    'bool(true)',
    'string(15) "for the maker 6"',
    'bool(false)',
    '',
  ]);
});

test('a server in a copy, a blocking client in its maker', { timeout: 40_000 }, () => {
  const out = run(`<?php
    $socket = socket_create(AF_INET, SOCK_STREAM, SOL_TCP);
    socket_bind($socket, '127.0.0.1', 0);
    socket_getsockname($socket, $host, $port);
    socket_close($socket);
    $ready = new Swoole\\Atomic;
    $process = new Swoole\\Process(function () use ($host, $port, $ready) {
        $server = new Swoole\\Server($host, $port, SWOOLE_BASE);
        $server->set(['open_eof_split' => true, 'package_eof' => "\\n"]);
        $server->on('workerStart', fn () => $ready->wakeup());
        $server->on('connect', fn ($server, $fd) => $server->send($fd, "welcome\\n"));
        $server->on('receive', fn ($server, $fd, $reactor, $line) => $server->send($fd, strrev(trim($line)) . "\\n"));
        $server->on('close', function () { echo "closed\\n"; });
        $server->on('shutdown', function () { echo "shutdown\\n"; });
        $server->start();
    });
    $process->start();
    $ready->wait(10);
    $client = new Swoole\\Client(SWOOLE_SOCK_TCP);
    $client->set(['open_eof_check' => true, 'package_eof' => "\\n"]);
    $client->connect($host, $port, 5);
    echo $client->recv();
    $client->send("abc\\ndef\\n");
    echo $client->recv(), $client->recv();
    $client->close();
    usleep(200000);
    Swoole\\Process::kill($process->pid);
    var_dump(Swoole\\Process::wait()['code']);
  `);
  expect(out).toBe('welcome\ncba\nfed\nclosed\nshutdown\nint(0)\n');
});
