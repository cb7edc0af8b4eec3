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

test('what a copy does on its way to where it was made is done already, and takes no time', { timeout: 40_000 }, () => {
  const out = run(`<?php
    $log = tempnam(sys_get_temp_dir(), 'corovm');
    file_put_contents($log, "maker\\n");
    $kept = fopen($log, 'a');
    fwrite($kept, "maker again\\n");
    $ready = new Swoole\\Atomic;
    $process = new Swoole\\Process(function () use ($log, $ready) {
        // made while the maker waits: the time that the copy needs to begin does not count
        $inner = new Swoole\\Process(function () use ($log, $ready) {
            file_put_contents($log, "copy\\n", FILE_APPEND);
            $ready->wakeup();
        });
        $inner->start();
        Swoole\\Process::wait();
    });
    $process->start();
    var_dump($ready->wait(0.05));
    Swoole\\Process::wait();
    echo file_get_contents($log);
    unlink($log);
  `);
  expect(out).toBe('bool(true)\nmaker\nmaker again\ncopy\n');
});

test('packets to a server with workers and a process of its own; a worker that is killed comes back', {
  timeout: 40_000,
}, () => {
  const out = run(`<?php
    $socket = socket_create(AF_INET, SOCK_DGRAM, SOL_UDP);
    socket_bind($socket, '127.0.0.1', 0);
    socket_getsockname($socket, $host, $port);
    socket_close($socket);
    $begun = new Swoole\\Atomic;
    $own = new Swoole\\Atomic;
    $server = new Swoole\\Server($host, $port, SWOOLE_PROCESS, SWOOLE_SOCK_UDP);
    $server->set(['worker_num' => 2, 'log_level' => SWOOLE_LOG_NONE]);
    $server->addProcess(new Swoole\\Process(function () use ($own) { $own->add(1); while (true) { sleep(1); } }));
    $server->on('managerStart', function ($server) use ($begun) {
        while ($begun->get() < 2) usleep(1000);
        // what the manager is told later must not be told to the worker that it makes
        $begun->add(100);
        Swoole\\Process::kill($server->getWorkerPid(0), SIGKILL);
    });
    $server->on('workerStart', function ($server) use ($begun, $host, $port) {
        if ($begun->add(1) % 100 !== 3) return;
        go(function () use ($server, $host, $port) {
            $client = new Swoole\\Coroutine\\Client(SWOOLE_SOCK_UDP);
            $client->connect($host, $port);
            foreach (['a', 'b'] as $word) {
                $client->send($word);
                echo $client->recv(5), "\\n";
            }
            $server->shutdown();
        });
    });
    $server->on('packet', fn ($server, $bytes, $from) => $server->sendto($from['address'], $from['port'], "got $bytes"));
    $server->start();
    echo $begun->get(), ' ', $own->get(), "\\n";
  `);
  expect(out).toBe('got a\ngot b\n103 1\n');
});
