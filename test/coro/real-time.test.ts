/** Programs that need the host's clock, sockets and signals, with the leak check. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { judge } from '../conformance/expectation.ts';
import { parsePhpt } from '../conformance/phpt-file.ts';
import { ROOT } from '../support/repository.ts';

const FOLDER = join(import.meta.dirname, 'real-time');
const programs = readdirSync(FOLDER).filter((name) => name.endsWith('.phpt'));

test.each(programs)('%s', (name) => {
  const sections = parsePhpt(join(FOLDER, name));
  const done = spawnSync(process.execPath, [join(ROOT, 'bin/corovm.js'), 'run', '--check-leaks', '-'], {
    input: sections.get('FILE') ?? '',
    encoding: 'latin1',
    timeout: 20_000,
  });
  const verdict = judge(sections, done.stdout);
  if (!verdict.passed) expect(done.stdout.trim()).toBe(verdict.wanted);
  expect(done.stderr).toBe('');
});
