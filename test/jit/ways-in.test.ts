/**
 * Suspended code goes on in compiled code: a way in behind every yield, and behind calls in which a coroutine waits. What
 * the programs print is held by the goldens; here, that the compiled code was entered there and never left by a failed guess.
 */
import { expect, test } from 'vitest';
import type { JitReportRow } from '../../src/index.ts';
import { runVirtual } from '../support/virtual-run.ts';

async function report(source: string): Promise<{ out: string; err: string; rows: Map<string, JitReportRow> }> {
  const rows = new Map<string, JitReportRow>();
  const jitReport = (all: readonly JitReportRow[]): void => {
    for (const row of all) rows.set(row.name, row);
  };
  const { out, err } = await runVirtual(source, [], { jitThreshold: 0, jitReport });
  return { out, err, rows };
}

test('a generator: its call, its beginning, and each yield', async () => {
  const { out, err, rows } = await report(`<?php
    function g(int $n) { for ($i = 0; $i < $n; $i++) { yield $i; yield 2 * $i; } return 0; }
    function total(int $n) { $t = 0; foreach (g($n) as $x) $t += $x; return $t; }
    echo total(100), ' ', total(10);`);
  expect({ out, err }).toEqual({ out: '14850 135', err: '' });
  expect(rows.get('g')).toMatchObject({ compiled: 4, refused: null, exits: 0 });
});

test('methods of a generator run its compiled code', async () => {
  const { out, err, rows } = await report(`<?php
    function adder() { $sum = 0; while (true) $sum += yield $sum; }
    function send(int $n) { $g = adder(); $g->current(); for ($i = 0; $i < $n; $i++) $last = $g->send($i); return $last; }
    echo send(50);`);
  expect({ out, err }).toEqual({ out: '1225', err: '' });
  expect(rows.get('adder')).toMatchObject({ compiled: 3, refused: null, exits: 0 });
});

test('a coroutine goes on behind the call in which it waited', async () => {
  const { out, err, rows } = await report(`<?php
    function waits(int $n) { $t = 0; for ($i = 0; $i < $n; $i++) { Co::yield(); $t += $i; } return $t; }
    function wakes(int $cid, int $n) { for ($i = 0; $i < $n; $i++) Co::resume($cid); }
    $cid = go(function () { echo waits(40); });
    wakes($cid, 40);`);
  expect({ out, err }).toEqual({ out: '780', err: '' });
  expect(rows.get('waits')).toMatchObject({ compiled: 2, refused: null, exits: 0 });
  expect(rows.get('wakes')?.compiled).toBeGreaterThan(0);
});
