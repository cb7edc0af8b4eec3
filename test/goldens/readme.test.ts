import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { normaliseDump } from '../conformance/dump-runner.ts';
import { runProcess } from '../support/process.ts';
import { corovm, ROOT } from '../support/repository.ts';

const PROGRAM = 'programs/swoole/two-coroutines.php';
const file = join(ROOT, PROGRAM);
const read = (name: string): string => readFileSync(join(ROOT, name), 'latin1');

describe.each(['README.md', 'README.zh-CN.md'])('the first command of %s', (name) => {
  const text = read(name);
  /** The texts of the fenced blocks in order. */
  const blocks = [...text.matchAll(/^```\w+\n(.*?)^```$/gms)].map((match) => match[1] as string);
  const first = blocks[0]?.trim() ?? '';

  test('runs the two coroutines, whose program is shown', () => {
    expect(first).toMatch(new RegExp(`^npm ci && node bin/corovm\\.js run ${PROGRAM} `));
    expect(blocks).toContain(read(PROGRAM).replace(/^\/\/.*\n/gm, ''));
  });

  test('prints what is shown', async () => {
    const done = await runProcess(corovm('run', file), { timeoutMs: 30_000 });
    expect(done.stderr).toBe('');
    expect(blocks).toContain(done.stdout);
  });

  test('and compiles to the dump that is shown, which is what PHP compiles it to', async () => {
    const done = await runProcess(corovm('dump', file), { timeoutMs: 30_000 });
    const dump = normaliseDump(done.stdout);
    expect(dump).toBe(read('programs/swoole/goldens/two-coroutines.dump'));
    expect(blocks.map((block) => normaliseDump(block).trim())).toContain(dump.trim());
  });
});
