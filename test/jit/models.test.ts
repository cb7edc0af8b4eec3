/**
 * What a function's own variables held when a call of it was watched in the interpreter is expected by its compiled code: no
 * guess fails while that goes on, and when it does not the answers are the same.
 */
import { expect, test } from 'vitest';
import type { JitReportRow } from '../../src/index.ts';
import { runVirtual } from '../support/virtual-run.ts';

const PROGRAM = `<?php
  function make(int $n, float|int|string $step): array { $r = []; for ($i = 0; $i < $n; $i++) $r[] = $step; return $r; }
  function norm(int $k, float|int|string $step): float|int {
    $v = make(4, $step);
    $w = $v;
    $s = 0;
    for ($i = 0; $i < 4; $i++) { $w[$i] = $v[$i] * $k; $s += $v[$i] * $w[$i]; }
    return $s;
  }
  for ($i = 0; $i < 60; $i++) $last = norm($i, 0.5);
  echo $last`;

async function run(source: string): Promise<{ out: string; norm: JitReportRow | undefined }> {
  let norm: JitReportRow | undefined;
  const jitReport = (all: readonly JitReportRow[]): void => {
    norm = all.find((row) => row.name === 'norm');
  };
  const { out, err } = await runVirtual(source, [], { jitThreshold: 10, jitReport });
  expect(err).toBe('');
  return { out, norm };
}

test('the elements of a local array are expected to be floats', async () => {
  const { out, norm } = await run(`${PROGRAM};`);
  expect(out).toBe('59');
  expect(norm?.compiled).toBeGreaterThan(0);
  expect(norm).toMatchObject({ refused: null, exits: 0 });
});

test('where they become ints and strings, the code is left and made anew', async () => {
  const { out, norm } = await run(
    `${PROGRAM}, ' '; for ($i = 0; $i < 40; $i++) $last = norm($i, 2) + norm($i, '3'); echo $last, ' ', norm(2, 0.25);`,
  );
  expect(out).toBe('59 2028 0.5');
  expect(norm?.exits).toBeGreaterThan(0);
});
