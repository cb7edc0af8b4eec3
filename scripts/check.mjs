#!/usr/bin/env node
/**
 * npm run check: every gate, one after the other; all run even when one is red. Prints `N passed, N failed` at the end:
 * the tests, and each other gate as one. --no-tests leaves vitest out.
 */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bin = (path) => [process.execPath, join(root, 'node_modules', path)];

const GATES = [
  ['types', [...bin('typescript/bin/tsc'), '--noEmit']],
  ['lint and format', [...bin('@biomejs/biome/bin/biome'), 'check', '.']],
  ['generated files are fresh', [process.execPath, join(root, 'scripts/generate.mjs'), '--check']],
  ['the dispatch loop is fresh', [process.execPath, join(root, 'scripts/gen-dispatch.mjs'), '--check']],
  ['no unused files, exports or packages', [...bin('knip/bin/knip.js')]],
];

let passed = 0;
let failed = 0;
for (const [name, [command, ...args]] of GATES) {
  const started = performance.now();
  const done = spawnSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
  const good = done.status === 0;
  console.log(`${good ? 'ok  ' : 'FAIL'} ${name} (${Math.round(performance.now() - started)} ms)`);
  if (good) passed++;
  else {
    failed++;
    process.stdout.write(done.stdout + done.stderr);
  }
}

if (!process.argv.includes('--no-tests')) {
  const build = spawnSync(process.execPath, [join(root, 'scripts/build.mjs')], { cwd: root, stdio: 'inherit' });
  if (build.status !== 0) failed++;
  const [command, ...args] = [...bin('vitest/vitest.mjs'), 'run'];
  const done = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  process.stdout.write(done.stdout);
  const counts = /^vitest: (\d+) passed, (\d+) failed$/m.exec(done.stdout);
  passed += Number(counts?.[1] ?? 0);
  failed += Number(counts?.[2] ?? 0);
  if (done.status !== 0 && (counts === null || counts[2] === '0')) failed++;
}

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
