/**
 * Every golden once more with code compiled at the first call (threshold 0): what real PHP prints, no leak, and compiled code
 * must have run.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { JitReportRow } from '../../src/index.ts';
import { judge } from '../conformance/expectation.ts';
import { parsePhpt } from '../conformance/phpt-file.ts';
import { captureRun } from '../support/capture.ts';
import { ROOT } from '../support/repository.ts';

const goldens = join(ROOT, 'test/goldens');
const folder = mkdtempSync(join(tmpdir(), 'corovm-jit-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const tests = readdirSync(goldens, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.phpt'));
let compiled = 0;

test.each(tests.sort())('%s', async (path) => {
  const sections = parsePhpt(join(goldens, path));
  const file = join(folder, path.replace(/phpt$/, 'php'));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, sections.get('FILE') ?? '', 'latin1');
  const jitReport = (rows: readonly JitReportRow[]): void => {
    for (const row of rows) compiled += row.compiled;
  };
  const { out, err } = await captureRun(file, { jitThreshold: 0, jitReport, checkLeaks: true });
  const verdict = judge(sections, out);
  if (!verdict.passed) expect(out.trim()).toBe(verdict.wanted);
  expect(err).toBe('');
});

test('compiled code was at work', () => {
  expect(compiled).toBeGreaterThan(tests.length);
});
