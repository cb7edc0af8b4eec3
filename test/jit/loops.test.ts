/**
 * Loops in compiled code: what they walk over is expected to be of one kind, and no guess fails while it is.
 */
import { expect, test } from 'vitest';
import type { JitReportRow } from '../../src/index.ts';
import { runVirtual } from '../support/virtual-run.ts';

async function report(source: string): Promise<{ out: string; err: string; rows: Map<string, JitReportRow> }> {
  const rows = new Map<string, JitReportRow>();
  const jitReport = (all: readonly JitReportRow[]): void => {
    for (const row of all) rows.set(row.name, row);
  };
  const { out, err } = await runVirtual(source, [], { jitThreshold: 10, jitReport, checkLeaks: true });
  return { out, err, rows };
}

test('foreach over objects by int keys, and over floats', async () => {
  const { out, err, rows } = await report(`<?php
    class P { function __construct(public float $x) {} }
    function pairs(array $a): float {
      $s = 0.0;
      foreach ($a as $i => $p) for ($j = $i + 1; $j < 3; $j++) { $q = $a[$j]; $s += $p->x * $q->x; }
      return $s;
    }
    function sum(array $a): float { $s = 0.0; foreach ($a as $x) $s += $x; return $s; }
    $a = [new P(1.0), new P(2.0), new P(3.0)];
    for ($i = 0; $i < 60; $i++) $last = [pairs($a), sum([1.5, 2.5])];
    echo json_encode($last);`);
  expect({ out, err }).toEqual({ out: '[11,4]', err: '' });
  for (const name of ['pairs', 'sum']) {
    expect(rows.get(name)?.compiled).toBeGreaterThan(0);
    expect(rows.get(name)).toMatchObject({ refused: null, exits: 0 });
  }
});

test('lists from builtins, and their next keys', async () => {
  const { out, err, rows } = await report(`<?php
    function grow(int $n): int {
      $a = range(0, $n);
      for ($i = $n + 1; $i < $n + 5; $i++) $a[$i] = $a[$i - 1] + 1;
      return $a[$n + 4];
    }
    for ($i = 0; $i < 60; $i++) $last = grow(7);
    echo $last;`);
  expect({ out, err }).toEqual({ out: '11', err: '' });
  expect(rows.get('grow')?.compiled).toBeGreaterThan(0);
  expect(rows.get('grow')).toMatchObject({ refused: null, exits: 0 });
});
