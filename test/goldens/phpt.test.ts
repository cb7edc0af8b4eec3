import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { normaliseDump } from '../conformance/dump-runner.ts';
import { judge } from '../conformance/expectation.ts';
import { parsePhpt } from '../conformance/phpt-file.ts';
import { captureDump, captureOptimized, captureRun } from '../support/capture.ts';

const home = import.meta.dirname;
const folder = mkdtempSync(join(tmpdir(), 'corovm-phpt-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const tests = readdirSync(home, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.phpt'))
  .sort();

describe.each(tests)('%s', (path) => {
  const sections = parsePhpt(join(home, path));
  const source = sections.get('FILE') ?? '';
  const file = join(folder, path.replace(/phpt$/, 'php'));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, source, 'latin1');

  test('output', async () => {
    const { out, err } = await captureRun(file, { checkLeaks: true });
    const verdict = judge(sections, out);
    if (!verdict.passed) expect(out.trim()).toBe(verdict.wanted);
    expect(err).toBe('');
  });

  const ops = sections.get('OPS');
  if (ops !== undefined) {
    test('opcodes', () => {
      expect(normaliseDump(captureDump(source, file)).trim()).toBe(ops.trim());
    });
  }

  const optimized = sections.get('OPT');
  if (optimized !== undefined) {
    test('opcodes behind the optimizer', () => {
      expect(normaliseDump(captureOptimized(source, file)).trim()).toBe(optimized.trim());
    });
  }
});
