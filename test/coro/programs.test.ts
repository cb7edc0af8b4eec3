/**
 * Programs about Swoole's surface, under virtual time and with the leak check: what they print is what Swoole's manual and
 * tests say (and, for what Swoole does not have, what Go's specification says).
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { judge } from '../conformance/expectation.ts';
import { parsePhpt } from '../conformance/phpt-file.ts';
import { runVirtual } from '../support/virtual-run.ts';

const FOLDER = join(import.meta.dirname, 'programs');
const programs = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.phpt'))
  .sort();

const ways = programs.flatMap((name) => [
  { name, tier: 'interpreted', options: {} },
  { name, tier: 'compiled', options: { jitThreshold: 0 } },
]);

test.each(ways)('$name, $tier', async ({ name, options }) => {
  const sections = parsePhpt(join(FOLDER, name));
  const { out, err } = await runVirtual(sections.get('FILE') ?? '', [], options);
  const verdict = judge(sections, out);
  if (!verdict.passed) expect(out.trim()).toBe(verdict.wanted);
  expect(err).toBe('');
});
