import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../support/repository.ts';

/** Runs PHP source (or a file of programs/swoole) under virtual time with the leak check; returns what it printed. */
function run(source: string, file = '-'): { out: string; err: string; status: number | null } {
  const done = spawnSync(
    process.execPath,
    [join(ROOT, 'bin/corovm.js'), 'run', '--virtual-time', '--check-leaks', file],
    { input: source, encoding: 'latin1', timeout: 20_000 },
  );
  return { out: done.stdout, err: done.stderr, status: done.status };
}

test('two coroutines take turns in the order that Swoole documents', () => {
  const out = readFileSync(join(ROOT, 'programs/swoole/goldens/two-coroutines.out'), 'latin1');
  expect(run('', join(ROOT, 'programs/swoole/two-coroutines.php'))).toEqual({ out, err: '', status: 0 });
});

test('a coroutine suspends inside a callback of usort', () => {
  const source = `<?php go(function () {
    $a = [3, 1, 2];
    usort($a, function ($x, $y) { co::sleep(0.01); return $x <=> $y; });
    echo implode(',', $a), "\\n";
  }); echo "first\\n";`;
  expect(run(source)).toEqual({ out: 'first\n1,2,3\n', err: '', status: 0 });
});

test('channels hand values from one coroutine to another; closing wakes the reader', () => {
  const source = `<?php Swoole\\Coroutine\\run(function () {
    $ch = new Swoole\\Coroutine\\Channel(1);
    go(function () use ($ch) { for ($i = 0; $i < 3; $i++) { co::sleep(0.1); $ch->push($i); } $ch->close(); });
    while (($v = $ch->pop()) !== false) echo "got $v\\n";
    echo $ch->errCode === SWOOLE_CHANNEL_CLOSED ? "closed\\n" : "?\\n";
  });`;
  expect(run(source)).toEqual({ out: 'got 0\ngot 1\ngot 2\nclosed\n', err: '', status: 0 });
});

test('timers fire by time, then in the order they were made; a day takes no time', () => {
  const source = `<?php
    Swoole\\Timer::after(86400000, function () { echo "day\\n"; });
    go(function () { co::sleep(2); echo "two\\n"; });
    go(function () { co::sleep(1); echo "one a\\n"; });
    go(function () { co::sleep(1); echo "one b\\n"; });`;
  const { out, status } = run(source);
  expect({ out, status }).toEqual({ out: 'one a\none b\ntwo\nday\n', status: 0 });
});

test('a lock has one holder; LOCK_NB does not wait; a killed waiter leaves nothing', () => {
  const source = `<?php Swoole\\Coroutine\\run(function () {
    $lock = new Swoole\\Coroutine\\Lock();
    var_dump($lock->lock(), $lock->lock());
    go(function () use ($lock) {
      var_dump($lock->lock(LOCK_EX | LOCK_NB), $lock->errCode);
      var_dump($lock->lock());
      echo "second at 3 ms\\n";
      $lock->unlock();
    });
    $waiter = go(function () use ($lock) { var_dump($lock->lock()); });
    Swoole\\Coroutine::cancel($waiter);
    co::sleep(0.002);
    $lock->unlock();
    echo "given back\\n";
  });`;
  expect(run(source)).toEqual({
    out: 'bool(true)\nbool(true)\nbool(false)\nint(16)\nbool(false)\ngiven back\nbool(true)\nsecond at 3 ms\n',
    err: '',
    status: 0,
  });
});

test('timer callbacks of one round see the number of that round', () => {
  const source = `<?php use Swoole\\Timer;
    echo Timer::stats()['round'];
    Timer::after(1, function () { echo Timer::stats()['round']; Timer::after(5, function () { echo Timer::stats()['round']; }); });
    Timer::after(1, function () { echo Timer::stats()['round']; });`;
  expect(run(source).out).toBe('0112');
});
