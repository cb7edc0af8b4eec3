import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { ROOT } from '../support/repository.ts';

test("V8 accepts the code caches of the bundles under the launcher's flags, also once it has had others", () => {
  const source = `
    const { readdirSync, readFileSync } = require('node:fs');
    const { setFlags, started, long, alone } = require('./bin/v8-flags.cjs');
    const { Script } = require('node:vm');
    for (const cache of readdirSync('dist').filter((name) => name.endsWith('.cache')).sort()) {
      const bundle = cache.replace(/\\.[0-9a-f]+\\.cache$/, '');
      for (const flags of [started, long, alone]) {
        for (const text of [flags, started]) setFlags(text);
        const script = new Script(readFileSync('dist/' + bundle, 'latin1'), {
          filename: process.cwd() + '/dist/' + bundle,
          cachedData: readFileSync('dist/' + cache),
        });
        if (flags === started || script.cachedDataRejected) console.log(bundle, script.cachedDataRejected);
      }
    }`;
  const done = spawnSync(process.execPath, ['-e', source], { cwd: ROOT, encoding: 'utf8' });
  const bundles = 'cli compiler databases extensions host jit library network reflection spl tools'.split(' ');
  expect(done.stdout + done.stderr).toBe(bundles.map((name) => `${name}.cjs false\n`).join(''));
});
