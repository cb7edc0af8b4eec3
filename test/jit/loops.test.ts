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

test('floats are written again in the slots of arrays and objects', async () => {
  const { out, err, rows } = await report(`<?php
    class P { public float $x = 0.5; }
    function walk(P $p, array $a): array {
      $seen = [];
      for ($i = 0; $i < 4; $i++) {
        for ($j = 0; $j < 3; $j++) { $p->x += 0.5; $a[0] += $p->x; }
        $seen[] = $p->x;
        $b = $a;
        $a[0] -= 0.5;
      }
      return [$seen, $a, $b];
    }
    for ($i = 0; $i < 60; $i++) $last = walk(new P, [0.5, 1.5]);
    echo json_encode($last);`);
  expect({ out, err }).toEqual({ out: '[[2,3.5,5,6.5],[43.5,1.5],[44,1.5]]', err: '' });
  expect(rows.get('walk')?.compiled).toBeGreaterThan(0);
  expect(rows.get('walk')).toMatchObject({ refused: null, exits: 0 });
});

test('arrays and rows that stand still', async () => {
  const { out, err, rows } = await report(`<?php
    function product(array $a, array $b, int $n): int {
      $s = 0;
      for ($i = 0; $i < $n; $i++) for ($j = 0; $j < $n; $j++) for ($k = 0; $k < $n; $k++) $s += $a[$i][$k] * $b[$k][$j];
      return $s;
    }
    for ($i = 0; $i < 60; $i++) $last = product([[1, 2], [3, 4]], [[5, 6], [7, 8]], 2);
    echo $last;`);
  expect({ out, err }).toEqual({ out: '134', err: '' });
  expect(rows.get('product')?.compiled).toBeGreaterThan(0);
  expect(rows.get('product')).toMatchObject({ refused: null, exits: 0 });
});
