#!/usr/bin/env node
/** Runs a TypeScript program of this repository: node scripts/run-ts.mjs FILE.ts ARGS... (Node 20 strips no types). */
import { mkdtempSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [file, ...args] = process.argv.slice(2);
if (file === undefined) {
  console.error('usage: node scripts/run-ts.mjs FILE.ts ARGS...');
  process.exit(2);
}
const folder = mkdtempSync(join(root, 'node_modules/.run-ts-'));
const outfile = join(folder, 'program.mjs');
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(signal === 'SIGINT' ? 130 : 143));
await build({
  entryPoints: [resolve(file)],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  logLevel: 'warning',
  sourcemap: 'inline',
});
process.argv.splice(1, process.argv.length - 1, resolve(file), ...args);
await import(pathToFileURL(outfile).href);
