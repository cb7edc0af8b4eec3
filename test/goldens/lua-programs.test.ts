import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runProcess } from '../support/process.ts';
import { corovm, ROOT } from '../support/repository.ts';
import { installedTool } from '../support/tools.ts';

const FOLDER = join(ROOT, 'programs/lua');
const hasLua = installedTool('lua5.4', ['-v']) !== null;

const names = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.lua'))
  .map((name) => basename(name, '.lua'));

describe.each(names)('%s', (name) => {
  const golden = readFileSync(join(FOLDER, 'goldens', `${name}.out`), 'latin1');

  test('prints with Lua\\Coroutine what real Lua 5.4 prints, and leaks nothing', async () => {
    const done = await runProcess(corovm('run', '--check-leaks', join(FOLDER, `${name}.php`)), { timeoutMs: 30_000 });
    expect(done.stdout).toBe(golden);
    expect(done.stderr).toBe('');
    expect(done.status).toBe(0);
  });

  test.skipIf(!hasLua)('the golden is what lua5.4 prints here', () => {
    expect(spawnSync('lua5.4', [join(FOLDER, `${name}.lua`)], { encoding: 'latin1' }).stdout).toBe(golden);
  });
});
