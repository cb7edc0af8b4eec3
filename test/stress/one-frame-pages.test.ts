import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { captureRun } from '../support/capture.ts';
import { programs } from '../support/repository.ts';

/** Bytes: less than any frame, hence every frame on a vm_stack page of its own: each call crosses a page border, each return frees a page. */
const ONE_FRAME_PAGES = 48;

const slow = ['deep-recursion'];

test.each(
  programs()
    .map((file) => [basename(file, '.php'), file])
    .filter(([name]) => !slow.includes(name ?? '')),
)('%s on one-frame pages', async (name, file) => {
  const done = await captureRun(file ?? '', { stackPageSize: ONE_FRAME_PAGES, checkLeaks: true });
  expect(done.out).toBe(readFileSync(join(dirname(file ?? ''), 'goldens', `${name}.out`), 'latin1'));
  expect(done.err).toBe('');
  expect(done.status).toBe(0);
});
