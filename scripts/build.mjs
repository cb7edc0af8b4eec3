#!/usr/bin/env node
/**
 * Builds dist/:
 *   cli.cjs                           what bin/corovm.js loads: the machine
 *   compiler.cjs, library.cjs, ...    what is loaded when first used (build/chunk-plan.mjs)
 *   *.cjs.*.cache                     V8's code cache of each of them
 *   index.js                          the public API as one ES module
 *   types/                            declarations, with --types (before packing)
 *
 * Why many bundles: most programs need a third of the code, and reading the rest would be more than half of the start.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildCli } from './build/cli-bundle.mjs';
import { buildLibrary } from './build/library-bundle.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');

async function main() {
  const started = performance.now();
  mkdirSync(dist, { recursive: true });
  await Promise.all([buildCli(root, dist), buildLibrary(root, dist)]);
  writeCodeCache();
  if (process.argv.includes('--types')) writeTypes();
  console.log(`built dist/ in ${Math.round(performance.now() - started)} ms`);
}

/** Runs in a child process, so that what it compiles is what a start compiles. */
function writeCodeCache() {
  const result = spawnSync(process.execPath, [join(root, 'scripts/build/code-cache.mjs')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (result.status !== 0) console.error('no code cache written: starts will be slower');
}

/** Declarations need the TypeScript package, which a production install has not: then there are none. */
function writeTypes() {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  if (!existsSync(tsc)) return;
  rmSync(join(dist, 'types'), { recursive: true, force: true });
  const result = spawnSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json')], { stdio: 'ignore' });
  if (result.status !== 0) console.error('declarations were written in spite of type errors');
}

await main();
