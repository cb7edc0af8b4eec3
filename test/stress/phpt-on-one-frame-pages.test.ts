import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { judge } from '../conformance/expectation.ts';
import { parsePhpt } from '../conformance/phpt-file.ts';
import { captureRun } from '../support/capture.ts';
import { ROOT } from '../support/repository.ts';

const goldens = join(ROOT, 'test/goldens');
const folder = mkdtempSync(join(tmpdir(), 'corovm-stress-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Bytes: less than any frame, hence every frame on a vm_stack page of its own. */
const ONE_FRAME_PAGES = 48;

const tests = readdirSync(goldens, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.phpt'));

test.each(tests.sort())('%s', async (path) => {
  const sections = parsePhpt(join(goldens, path));
  const file = join(folder, path.replace(/phpt$/, 'php'));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, sections.get('FILE') ?? '', 'latin1');
  const { out, err } = await captureRun(file, { stackPageSize: ONE_FRAME_PAGES, checkLeaks: true });
  const verdict = judge(sections, out);
  if (!verdict.passed) expect(out.trim()).toBe(verdict.wanted);
  expect(err).toBe('');
});
