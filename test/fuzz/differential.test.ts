import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { hasPhp } from '../support/php-oracle.ts';
import { MODES, runInMode, runOnPhp } from './differential.ts';
import { generatedProgram } from './generator/program.ts';

const SEED = Number(process.env['FUZZ_SEED'] ?? 20260101);
const COUNT = Number(process.env['FUZZ_PROGRAMS'] ?? 12);

const folder = mkdtempSync(join(tmpdir(), 'corovm-differential-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let compiled = 0;
let exits = 0;

test.each(Array.from({ length: COUNT }, (_unused, i) => SEED + i))('the program of seed %i', async (seed) => {
  const file = join(folder, `seed-${seed}.php`);
  writeFileSync(file, generatedProgram(seed), 'latin1');
  const { text } = await runInMode(file, 'interpreter');
  for (const mode of Object.keys(MODES).filter((one) => one !== 'interpreter')) {
    const outcome = await runInMode(file, mode);
    expect(outcome.text, mode).toBe(text);
    compiled += outcome.compiled;
    exits += outcome.exits;
  }
  if (hasPhp) expect(text).toBe(runOnPhp(file));
});

test('compiled code was at work, and was left when guesses failed', () => {
  expect(compiled).toBeGreaterThan(COUNT);
  expect(exits).toBeGreaterThan(COUNT);
});
