/**
 * Writes V8's code cache for each bundle. The bundle first runs small programs,
 * since the cache then also holds the functions that V8 compiled lazily.
 */
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const dist = join(root, 'dist');
const nodeRequire = createRequire(join(root, 'bin/corovm.js'));
const scripts = new Map();
setFlagsFromString(nodeRequire('./v8-flags.cjs'));

const WARM_UP = `<?php
function twice(int $n): int { return $n * 2; }
$sum = 0;
foreach ([1, 2, 3] as $k => $v) { $sum += twice($v); }
for ($i = 0; $i < 3; $i++) { if ($i == 2) { break; } }
class Point { public function __construct(public int $x = 0) {} public function getX(): int { return $this->x; } }
$p = new Point(4);
`;

function loadBundle(name, requireFrom) {
  const filename = join(dist, name);
  const source = readFileSync(filename, 'latin1');
  const script = new Script(source, { filename });
  scripts.set(`${filename}.${source.slice(2, 18)}.cache`, script);
  const module = { exports: {} };
  script.runInThisContext()(module.exports, requireFrom, module, loadBundle, join(root, 'bin/corovm.js'));
  return module.exports;
}

const folder = mkdtempSync(join(tmpdir(), 'corovm-warm-up-'));
try {
  const cli = loadBundle('cli.cjs', nodeRequire);
  const file = join(folder, 'warm-up.php');
  writeFileSync(file, WARM_UP);
  await cli.main(['lint', file]);
  await cli.main(['run', '--no-cache', file]);
} catch (error) {
  console.error(`warm-up: ${error.message}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const caches = readdirSync(dist).filter((name) => name.endsWith('.cache'));
for (const [file, script] of scripts) {
  writeFileSync(`${file}.${process.pid}`, script.createCachedData());
  renameSync(`${file}.${process.pid}`, file);
}
for (const name of caches) if (!scripts.has(join(dist, name))) rmSync(join(dist, name), { force: true });
process.exitCode = 0;
