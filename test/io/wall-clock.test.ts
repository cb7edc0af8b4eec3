import { expect, test } from 'vitest';
import { createWallClock } from '../../src/io/wall-clock.ts';

test('the wall clock has microseconds, never goes back, and is never a millisecond away from the system', () => {
  const now = createWallClock();
  const seen: number[] = [];
  for (let n = 0; n < 20_000; n++) {
    const earliest = Date.now() * 1000;
    const micros = now();
    const latest = Date.now() * 1000 + 999;
    expect(micros >= earliest && micros <= latest).toBe(true);
    seen.push(micros);
  }
  expect(seen.every((micros, n) => n === 0 || micros >= (seen[n - 1] as number))).toBe(true);
  expect(seen.some((micros) => micros % 1000 !== 0)).toBe(true);
});
