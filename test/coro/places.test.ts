/**
 * A coroutine suspends in every place where user code runs on behalf of the engine or a builtin: fixtures/places.php. What
 * the places return without suspending was recorded from real PHP 8.2 (`pause` as the identity function): places.json.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runVirtual } from '../support/virtual-run.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');
const PLACES = `$places = require '${join(FIXTURES, 'places.php')}';`;
const WANTED: Record<string, unknown> = JSON.parse(readFileSync(join(FIXTURES, 'places.json'), 'utf8'));

/** Sleeps, and notices when it wakes up as somebody else. */
const SLEEP = `function pause($v) {
  $cid = Swoole\\Coroutine::getCid();
  Swoole\\Coroutine::sleep(0.001);
  if (Swoole\\Coroutine::getCid() !== $cid) echo "lost!";
  return $v;
}`;
/** The $n-th pause of each coroutine waits for ever. */
const STUCK = `function pause($v) {
  static $left = [];
  $cid = Swoole\\Coroutine::getCid();
  if ($cid < 0) return $v;
  $left[$cid] ??= $GLOBALS['n'];
  if (--$left[$cid] >= 0) { Swoole\\Coroutine::sleep(0.001); return $v; }
  $left[$cid] = PHP_INT_MAX;
  Swoole\\Coroutine::yield();
  echo "woken!";
}`;

describe.each([
  { tier: 'interpreted', options: {} },
  { tier: 'compiled', options: { jitThreshold: 0 } },
])('suspending everywhere, $tier', ({ options }) => {
  const run = (source: string): ReturnType<typeof runVirtual> => runVirtual(source, [], options);

  test('one place after the other', async () => {
    const { out, err } = await run(`<?php ${SLEEP} ${PLACES}
      foreach ($places as $name => $f) Co\\run(function () use ($f, $name, &$out) { $out[$name] = $f(); });
      echo json_encode($out);`);
    expect(JSON.parse(out)).toEqual(WANTED);
    expect(err).toBe('');
  });

  test('all places at once', async () => {
    const { out, err } = await run(`<?php ${SLEEP} ${PLACES}
      Co\\run(function () use ($places, &$out) {
        foreach ($places as $name => $f) go(function () use ($f, $name, &$out) { $out[$name] = $f(); });
      });
      echo json_encode($out);`);
    expect(JSON.parse(out)).toEqual(WANTED);
    expect(err).toBe('');
  });

  test.each([0, 1, 2, 3, 5])('asleep for ever at pause %i: everything is freed at the end', async (n) => {
    const { out, err } = await run(`<?php ${STUCK} ${PLACES} $n = ${n};
      Co::set(['enable_deadlock_check' => false]);
      foreach ($places as $name => $f) go(function () use ($f) { $f(); });
      Swoole\\Event::wait();
      echo Co::stats()['coroutine_num'] > 0 ? 'asleep' : 'all ended';`);
    expect({ out, err }).toEqual({ out: 'asleep', err: '' });
  });

  test.each([0, 1, 2, 3, 5])('cancelled by an exception at pause %i', async (n) => {
    const { out, err } = await run(`<?php ${STUCK} ${PLACES} $n = ${n};
      $count = ['ended' => 0, 'cancelled' => 0];
      foreach ($places as $name => $f) $cids[] = go(function () use ($f, &$count) {
        try { $f(); $count['ended']++; }
        catch (Throwable $e) {
          // an offsetGet that throws under += has an Error put on top of what it has thrown
          if (($e->getPrevious() ?? $e) instanceof Swoole\\Coroutine\\CanceledException) $count['cancelled']++;
        }
      });
      Swoole\\Timer::after(1000, function () use (&$cids) {
        foreach ($cids as $cid) if (Co::exists($cid)) Co::cancel($cid, true);
      });
      Swoole\\Event::wait();
      echo Co::stats()['coroutine_num'], ' ', $count['cancelled'] > 0, ' ', array_sum($count) - count($places);`);
    // an output buffer whose callback was cancelled is flushed at the coroutine's end: it calls back again
    expect({ out: out.replace(/^\[]/, ''), err }).toEqual({ out: '0 1 0', err: '' });
  });
});
