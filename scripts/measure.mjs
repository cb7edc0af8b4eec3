#!/usr/bin/env node
/**
 * Measures start-up and speed and writes docs/data/performance.json (npm run generate makes the page of it).
 * The two sides of a row run in turn; the figure is the median. --print only prints. --runs N (default 11).
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = mkdtempSync(join(tmpdir(), 'corovm-measure-'));
const runs = Number(/--runs[= ](\d+)/.exec(process.argv.join(' '))?.[1] ?? 11);
const corovm = [process.execPath, join(root, 'bin/corovm.js')];

const PROGRAMS = {
  'fib(32)': 'function fib($n) { return $n < 2 ? $n : fib($n - 1) + fib($n - 2); } echo fib(32);',
  '7.5 million iterations': '$sum = 0; for ($i = 0; $i < 7500000; $i++) { $sum += $i & 7; } echo $sum;',
  'string building': '$s = ""; for ($i = 0; $i < 1000000; $i++) { $s .= "x$i"; } echo strlen($s), md5($s);',
  arrays:
    '$a = []; for ($i = 0; $i < 500000; $i++) { $a[] = $i * 2; } $sum = 0; foreach ($a as $k => $v) { $sum += $v - $k; } echo $sum;',
  'method calls':
    'class P { private $x = 0; function add($n) { $this->x += $n; return $this; } function get() { return $this->x; } } $p = new P; for ($i = 0; $i < 1000000; $i++) { $p->add($i); } echo $p->get();',
  'a generator':
    'function g($n) { for ($i = 0; $i < $n; $i++) { yield $i; } } $sum = 0; foreach (g(1000000) as $v) { $sum += $v; } echo $sum;',
};

function once([command, ...args]) {
  const started = performance.now();
  const done = spawnSync(command, args, { encoding: 'latin1', maxBuffer: 1 << 28 });
  return { ms: performance.now() - started, out: done.stdout, status: done.status };
}

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

/** Runs both commands in turn; answers must agree unless `anyOutput`. */
function compare(name, mine, reference, theirs, { anyOutput = false, count = runs } = {}) {
  const a = [];
  const b = [];
  for (let i = 0; i < count; i++) {
    const first = once(mine);
    const second = once(theirs);
    if (first.status !== 0 || (!anyOutput && first.out !== second.out)) {
      throw new Error(`${name}: answers differ, or exit status ${first.status}: ${first.out.slice(0, 200)}`);
    }
    a.push(first.ms);
    b.push(second.ms);
  }
  const row = { name, ms: median(a), reference, referenceMs: median(b) };
  console.log(
    `${name.padEnd(36)} ${row.ms.toFixed(1)} ms, ${reference} ${row.referenceMs.toFixed(1)} ms: ${(row.ms / row.referenceMs).toFixed(2)}x`,
  );
  return row;
}

function program(name, code) {
  const file = join(folder, `${name.replace(/\W+/g, '-')}.php`);
  writeFileSync(file, `<?php\n${code}\n`);
  return file;
}

function startUpRows() {
  const hello = join(root, 'programs/hello.php');
  const node = [process.execPath, '-e', '0'];
  once([...corovm, 'run', hello]); // fills the cache
  return [
    compare('hello world, no cache', [...corovm, 'run', '--no-cache', hello], 'node -e 0', node, { anyOutput: true }),
    compare('hello world, cached', [...corovm, 'run', hello], 'node -e 0', node, { anyOutput: true }),
  ];
}

function speedRows() {
  const rows = [];
  for (const [name, code] of Object.entries(PROGRAMS)) {
    const file = program(name, code);
    try {
      rows.push(compare(name, [...corovm, 'run', file], 'php', ['php', '-n', file], { count: Math.min(runs, 5) }));
    } catch (error) {
      console.log(error.message);
    }
  }
  return rows;
}

/** A program of about 10,000 lines, every function a little different. */
function compileRows() {
  const functions = Array.from(
    { length: 1000 },
    (_unused, n) => `function f${n}(array $list, int $limit = ${n}): ?string
{
    $text = "list {$limit}: ";
    foreach ($list as $key => $value) {
        if ($value > $limit && is_int($key)) {
            $text .= sprintf('%d=>%s', $key, $value ** 2) . PHP_EOL;
        }
    }
    return $text === '' ? null : $text;
}`,
  );
  const file = program('ten thousand lines', functions.join('\n'));
  const lines = readFileSync(file, 'utf8').split('\n').length;
  return [compare(`lint of ${lines} lines`, [...corovm, 'lint', file], 'php -l', ['php', '-n', '-l', file])];
}

try {
  const about = {
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}`,
  };
  const groups = [
    {
      title: 'Start-up (wall time, launch included)',
      ...about,
      command: 'node scripts/measure.mjs',
      rows: startUpRows(),
    },
    { title: 'Compiling', ...about, command: 'node scripts/measure.mjs', rows: compileRows() },
    {
      title: 'Interpreter (wall time, launch included)',
      ...about,
      command: 'node scripts/measure.mjs',
      rows: speedRows(),
    },
  ];
  if (!process.argv.includes('--print')) {
    writeFileSync(join(root, 'docs/data/performance.json'), `${JSON.stringify({ groups }, null, 2)}\n`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
