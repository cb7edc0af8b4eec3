#!/usr/bin/env node
// The launcher: loads dist/cli.cjs through V8's code cache (written beside it
// by scripts/build.mjs) and hands over. It is CommonJS, as Node then starts
// without its module loader's worker start-up (docs/adr/0002-start-up.md).
'use strict';

const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');

/** The flags that V8 has, of v8-flags.cjs; null: those it began with. */
let flags = null;

function setFlags(text) {
  require('node:v8').setFlagsFromString(text);
}

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
  if (flags !== null) setFlags(require('./v8-flags.cjs').defaults);
  const script = new Script(source, { filename, cachedData });
  if (flags !== null) setFlags(flags);
  const module = { exports: {} };
  script.runInThisContext()(module.exports, requireFrom, module, loadBundle, __filename);
  return module.exports;
}

/** Host.warm(): the program is not over at once; `isLong`: it has run for long. */
loadBundle.tune = (isLong) => {
  flags = require('./v8-flags.cjs')[isLong ? 'long' : 'started'];
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
