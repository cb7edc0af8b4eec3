/**
 * Writes V8's code cache for each bundle. Small programs run first, since the cache then also holds the functions that V8
 * compiled lazily. The first bundle's is made before the others' programs run: reading a cache takes time by its size, and
 * most programs need little.
 */
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const dist = join(root, 'dist');
const nodeRequire = createRequire(join(root, 'bin/corovm.js'));
const { setFlags, started } = nodeRequire('./v8-flags.cjs');
setFlags(started);
const scripts = new Map();
const written = new Set();
const loaded = new Set();

const START = `<?php
function twice(int $n): int { return $n * 2; }
$sum = 0;
foreach ([1, 2, 3] as $k => $v) { $sum += twice($v); }
for ($i = 0; $i < 3; $i++) { if ($i == 2) { break; } }
class Point { public function __construct(public int $x = 0) {} public function getX(): int { return $this->x; } }
$p = new Point(4);
echo '';
`;

/** Something of each bundle of the library. */
const LIBRARY = `<?php
ob_start();
echo str_repeat('a', 3), strtoupper('b'), implode(',', array_map(fn($x) => $x + 1, [3, 1, 2])), sprintf('%05.2f %s', 1.5, 'x');
$list = [3, 1, 2]; sort($list); usort($list, fn($a, $b) => $a <=> $b); print_r($list); var_dump($list, 1.5, 'x');
echo json_encode(['a' => 1]), count(explode(',', 'a,b')), preg_replace('/a+/', 'b', 'caat'), preg_match('/(\\d+)/', 'x12', $m);
echo str_replace('a', 'b', 'abc'), substr('abc', 1), strpos('abc', 'c'), trim(' a '), number_format(1234.5), date('Y', 0), max(1, 2);
function numbers() { yield 1; yield 2; }
foreach (numbers() as $n) echo $n;
function hot(array $list, int $n): int { $sum = 0; foreach ($list as $i => $x) { if ($x > $i) $sum += $x * $n; } return $sum; }
for ($i = 0, $all = 0; $i < 30000; $i++) { $all += hot([1, 2, $i], 3) & 7; }
try { throw new RuntimeException('x'); } catch (Exception $e) { echo $e->getMessage(); }
$o = new ArrayObject([1]); foreach ($o as $v) echo $v; $s = new SplStack(); $s->push(1);
echo (new ReflectionClass('ArrayObject'))->getName(), mb_strlen('abc'), mb_strtoupper('abc'), class_exists('PDO'), new PDOException('x') instanceof Exception;
Co\\run(function () { $c = new Chan(1); go(fn() => $c->push(1)); $c->pop(); co::sleep(0.001); });
ob_end_clean();
`;

function compile(name) {
  const filename = join(dist, name);
  const source = readFileSync(filename, 'latin1');
  const script = new Script(source, { filename });
  scripts.set(`${filename}.${source.slice(2, 18)}.cache`, script);
  loaded.add(name);
  return script;
}

function loadBundle(name, requireFrom) {
  const script = compile(name);
  const module = { exports: {} };
  script.runInThisContext()(module.exports, requireFrom, module, loadBundle, join(root, 'bin/corovm.js'));
  return module.exports;
}

/** Writes the caches of the bundles that are loaded and have none yet. */
function writeCaches() {
  for (const [file, script] of scripts) {
    if (written.has(file)) continue;
    written.add(file);
    writeFileSync(`${file}.${process.pid}`, script.createCachedData());
    renameSync(`${file}.${process.pid}`, file);
  }
}

const folder = mkdtempSync(join(tmpdir(), 'corovm-warm-up-'));
process.env.XDG_CACHE_HOME = folder;
const stale = readdirSync(dist).filter((name) => name.endsWith('.cache'));
try {
  const cli = loadBundle('cli.cjs', nodeRequire);
  const [start, library] = [join(folder, 'start.php'), join(folder, 'library.php')];
  writeFileSync(start, START);
  writeFileSync(library, LIBRARY);
  // compiled, then read from the op_array cache
  for (let run = 0; run < 2; run++) await cli.main(['run', start]);
  writeCaches();
  await cli.main(['lint', library]);
  await cli.main(['run', library]);
} catch (error) {
  console.error(`warm-up: ${error.message}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const name of readdirSync(dist)) {
  // what no program above has loaded
  if (name.endsWith('.cjs') && !loaded.has(name)) compile(name);
}
writeCaches();
for (const name of stale) if (!written.has(join(dist, name))) rmSync(join(dist, name), { force: true });
process.exitCode = 0;
