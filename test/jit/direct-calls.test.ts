/**
 * Callbacks of builtins are called as JavaScript functions once they are compiled: the sort runs as a loop, and neither the
 * callback nor the caller of the builtin is left. What such programs print is held by test/goldens/jit/callbacks.phpt.
 */
import { expect, test, vi } from 'vitest';
import type { JitReportRow } from '../../src/index.ts';
import { runVirtual } from '../support/virtual-run.ts';

const counts = vi.hoisted(() => ({ loops: 0, generators: 0 }));
vi.mock('../../src/lib/zend-sort.ts', async (original) => {
  const module = await original<typeof import('../../src/lib/zend-sort.ts')>();
  const zendSort: typeof module.zendSort = (...args) => {
    counts.loops++;
    module.zendSort(...args);
  };
  return { ...module, zendSort };
});
vi.mock('../../src/lib/zend-sort-later.generated.ts', async (original) => {
  const module = await original<typeof import('../../src/lib/zend-sort-later.generated.ts')>();
  const zendSortLater = (...args: Parameters<typeof module.zendSortLater>): unknown => {
    counts.generators++;
    return module.zendSortLater(...args);
  };
  return { ...module, zendSortLater };
});

async function run(source: string, jitThreshold: number): Promise<{ out: string; rows: Map<string, JitReportRow> }> {
  const rows = new Map<string, JitReportRow>();
  counts.loops = 0;
  counts.generators = 0;
  const jitReport = (all: readonly JitReportRow[]): void => {
    for (const row of all) rows.set(row.name, row);
  };
  const { out } = await runVirtual(source, [], { jitThreshold, jitReport });
  return { out, rows };
}

test('a sort by a compiled callback is a loop', async () => {
  const { out, rows } = await run(
    `<?php
    function sorted(array $a): array { usort($a, fn($x, $y) => $y <=> $x); return $a; }
    for ($i = 0; $i < 50; $i++) $a = sorted([4, 8, 1, 9, 3]);
    echo implode(' ', $a);`,
    0,
  );
  expect(out).toBe('9 8 4 3 1');
  expect(counts.loops).toBeGreaterThanOrEqual(49);
  expect(counts.generators).toBe(1);
  expect(rows.get('sorted')).toMatchObject({ refused: null, exits: 0 });
});

test('one long sort becomes a loop on the way', async () => {
  const { out } = await run(
    `<?php
    $a = [];
    for ($i = 0; $i < 3000; $i++) $a[] = $i * 7919 % 3001;
    usort($a, fn($x, $y) => $x <=> $y);
    $b = $a;
    sort($b);
    echo count($a), $a === $b ? ' sorted' : '';`,
    50,
  );
  expect(out).toBe('3000 sorted');
  expect(counts).toEqual({ loops: 1, generators: 1 });
});

test('callbacks that need a frame are called directly, too', async () => {
  const { out, rows } = await run(
    `<?php
    function total(array $xs): int {
      $sum = 0;
      array_map(function ($x) use (&$sum) { $sum += $x; }, $xs);
      array_walk($xs, function (&$x) { $x++; });
      return $sum + array_sum(array_filter($xs, fn($x) => $x % 2 === 0)) + array_reduce($xs, fn($c, $x) => $c + $x, 0);
    }
    for ($i = 0; $i < 50; $i++) $t = total([1, 2, 3, 4]);
    echo $t;`,
    0,
  );
  expect(out).toBe('30');
  expect(rows.get('total')).toMatchObject({ compiled: 1, refused: null, exits: 0 });
});
