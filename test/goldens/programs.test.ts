import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { normaliseDump } from '../conformance/dump-runner.ts';
import { captureOptimized } from '../support/capture.ts';
import { runProcess } from '../support/process.ts';
import { corovm, programs } from '../support/repository.ts';

/** Seconds that the slowest program (a million calls deep) may take on a busy machine. */
const LIMIT_MS = 60_000;

describe.each(programs().map((file) => [basename(file, '.php'), file]))('%s', (name, file) => {
  const golden = (suffix: string): string => readFileSync(join(dirname(file), 'goldens', `${name}.${suffix}`), 'latin1');

  test('prints what PHP prints and leaks nothing', async () => {
    const done = await runProcess(corovm('run', '--check-leaks', file), { timeoutMs: LIMIT_MS });
    expect(done.stdout).toBe(golden('out'));
    expect(done.stderr).toBe('');
    expect(done.status).toBe(0);
  });

  test('compiles to the opcodes that PHP compiles it to', async () => {
    const done = await runProcess(corovm('dump', file), { timeoutMs: LIMIT_MS });
    expect(normaliseDump(done.stdout)).toBe(golden('dump'));
    expect(done.stderr).toBe('');
  });

  test('is optimized as PHP optimizes it', () => {
    const text = captureOptimized(readFileSync(file, 'latin1'), file);
    expect(normaliseDump(text)).toBe(golden('opt'));
  });
});
