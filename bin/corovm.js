#!/usr/bin/env node
// The launcher: loads dist/cli.cjs through V8's code cache (written beside it
// by scripts/build.mjs) and hands over. It is CommonJS, as Node then starts
// without its module loader's worker start-up (docs/adr/0002-start-up.md).
'use strict';

const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');

const { setFlags, started, long, alone } = require('./v8-flags.cjs');

setFlags(started);
/** The program has run for long, or all of it is the dispatch loop's to run: V8 has the other flags. */
let isLong = process.argv.includes('--jit=off');
const flags = isLong ? alone : long;
if (isLong) setFlags(flags);

const dist = join(__dirname, '..', 'dist');

/** Evaluates a bundle of dist/ and returns its exports. A rejected code cache costs time, nothing else. */
function loadBundle(name, requireFrom) {
  const filename = join(dist, name);
  const source = readFileSync(filename, 'latin1'); // the bundles are pure ASCII
  let cachedData;
  try {
    cachedData = readFileSync(`${filename}.${source.slice(2, 18)}.cache`); // the bundle begins with its hash
  } catch {
    cachedData = undefined;
  }
  if (isLong) setFlags(started); // the caches' flags
  const script = new Script(source, { filename, cachedData });
  if (isLong) setFlags(flags);
  const module = { exports: {} };
  script.runInThisContext()(module.exports, requireFrom, module, loadBundle, __filename);
  return module.exports;
}

/** Host.warm() */
loadBundle.tune = () => {
  if (isLong) return;
  isLong = true;
  setFlags(flags);
};

let cli;
try {
  cli = loadBundle('cli.cjs', require);
} catch (error) {
  if (error.code !== 'ENOENT') throw error;
  process.stderr.write('corovm: dist/ is missing; run "npm ci" or "npm run build" first\n');
  process.exitCode = 1;
}
if (cli) cli.main(process.argv.slice(2));
