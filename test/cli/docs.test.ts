/** The site can be built: every command on its pages runs, and no link is broken. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runProcess } from '../support/process.ts';
import { ROOT } from '../support/repository.ts';

test('npm run docs', { timeout: 300_000 }, async () => {
  const words = [process.execPath, join(ROOT, 'scripts/docs.mjs'), '--check'];
  const { status, stdout, stderr } = await runProcess(words, { cwd: ROOT, timeoutMs: 300_000 });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/^\d+ pages, 0 broken links\n$/);
});
