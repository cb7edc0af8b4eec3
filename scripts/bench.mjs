#!/usr/bin/env node
/**
 * `npm run bench` or `npm run bench -- speed [--only x,y] [--runs N] [--record] [--swoole=EXTENSIONS]`: the table of speed, see
 * bench-all.mjs.
 * `npm run bench -- coro`: what coroutines cost. Runs programs/bench/coro interleaved with real PHP where PHP has the
 * equivalent, checks the answers, prints a table and writes docs/data/coroutines.json (npm run generate makes the page).
 * `npm run bench -- library`: see bench-library.mjs. `npm run bench -- http`: see bench-http.mjs.
 * --print only prints; --runs=N (default 5, of which the median is taken); --most=N (default 1000000) sleeping coroutines.
 *
 * Every program counts its own processor time behind a warm-up: launching and other work on the machine are not in the
 * figures. Swoole's figures were measured with
 * Swoole 6.2 on PHP 8.2 where fib(32) takes 79 ms; they are scaled by what fib(32) takes real PHP here and now.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { all } from './bench-all.mjs';
import { http } from './bench-http.mjs';
import { library } from './bench-library.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const words = process.argv.slice(2);
const option = (name, fallback) => Number(new RegExp(`--${name}=(\\d+)`).exec(words.join(' '))?.[1] ?? fallback);
const runs = option('runs', 5);
const most = option('most', 1_000_000);
const folder = join(root, 'programs/bench/coro');

/** Milliseconds of fib(32) where Swoole was measured. */
const REFERENCE_FIB = 79;
/** Nanoseconds, from a quiet machine to a busy one. */
const SWOOLE = { create: [350, 750], pair: [115, 240], channel: [116, 354] };

const corovm = [process.execPath, join(root, 'bin/corovm.js'), 'run'];
const php = ['php', '-n'];
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

/** Runs a program: the first word of its output is the answer, the others are figures. */
function once(command, program, ...args) {
  const done = spawnSync(command[0], [...command.slice(1), join(folder, `${program}.php`), ...args.map(String)], {
    encoding: 'latin1',
  });
  if (done.status !== 0) throw new Error(`${program}: exit status ${done.status}: ${done.stdout}${done.stderr}`);
  const [answer, ...figures] = done.stdout.trim().split(' ');
  return { answer, figures: figures.map(Number) };
}

/** Medians of both sides, run in turn. */
function measure(program) {
  const mine = [];
  const theirs = [];
  for (let i = 0; i < runs; i++) {
    const a = once(corovm, program);
    const b = once(php, program);
    if (a.answer !== b.answer) throw new Error(`${program}: the answer is ${a.answer}, not ${b.answer}`);
    mine.push(a.figures[0]);
    theirs.push(b.figures[0]);
  }
  return { mine: median(mine), theirs: median(theirs) };
}

function againstPhp(name, program, limit) {
  const { mine, theirs } = measure(program);
  return { name, ns: mine, reference: 'PHP 8.2', referenceNs: [theirs], limit };
}

/** The machine's speed is measured beside every run: it changes with what else runs. */
function againstSwoole(name, program, expected, figures, limit) {
  const speeds = [];
  const mine = [];
  for (let i = 0; i < runs; i++) {
    speeds.push(once(php, 'fib').figures[0]);
    const { answer, figures: measured } = once(corovm, program);
    if (answer !== expected) throw new Error(`${program}: the answer is ${answer}, not ${expected}`);
    mine.push(measured[0]);
  }
  const scale = median(speeds) / REFERENCE_FIB;
  return {
    name,
    ns: median(mine),
    reference: 'Swoole 6.2, scaled',
    referenceNs: figures.map((ns) => ns * scale),
    limit,
  };
}

function sleepers() {
  const rows = [];
  for (let n = 1000; n <= most; n *= 10) {
    const { answer, figures } = once(corovm, 'sleepers', n);
    if (Number(answer) !== n) throw new Error(`${answer} of ${n} sleeping coroutines woke`);
    const [createNs, bytes, wakeNs] = figures;
    rows.push({ n, createNs, bytes, wakeNs });
  }
  return rows;
}

const ratio = (row) => row.referenceNs.map((ns) => `${(row.ns / ns).toFixed(2)}x`).join(' - ');
const whole = (list) => list.map((ns) => ns.toFixed(0)).join(' - ');

function print({ operations, sleeping }) {
  const line = (cells, widths) => console.log(cells.map((cell, i) => String(cell).padEnd(widths[i])).join(' '));
  const widths = [38, 12, 20, 16, 16, 24];
  line(['operation', 'corovm ns', 'reference', 'reference ns', 'ratio', 'to reach'], widths);
  for (const row of operations) {
    line([row.name, row.ns.toFixed(0), row.reference, whole(row.referenceNs), ratio(row), row.limit], widths);
  }
  console.log();
  const narrow = [12, 16, 18, 20, 14];
  line(['sleeping', 'create ns each', 'RSS bytes each', 'to wake ns each', 'created in s'], narrow);
  for (const { n, createNs, bytes, wakeNs } of sleeping) {
    line([n, createNs.toFixed(0), bytes.toFixed(0), wakeNs.toFixed(0), ((n * createNs) / 1e9).toFixed(2)], narrow);
  }
}

function coro() {
  const fib = measure('fib');
  const operations = [
    {
      name: 'fib(32), the machine',
      ns: fib.mine * 1e6,
      reference: 'PHP 8.2',
      referenceNs: [fib.theirs * 1e6],
      limit: '',
    },
    againstPhp('a generator step', 'generator-step', 'at most 10x'),
    againstPhp('Generator::send', 'generator-send', ''),
    againstPhp('a fiber resumed and suspended', 'fiber-pair', ''),
    againstPhp('a fiber created and finished', 'fiber-create', ''),
    againstSwoole('a coroutine created and finished', 'create-finish', '400000', SWOOLE.create, '10,000 ns'),
    againstSwoole('a coroutine yielding and resumed', 'yield-resume', '4000000', SWOOLE.pair, 'at most 2x'),
    againstSwoole('a value through a channel of 1', 'channel', '3999998000000', SWOOLE.channel, 'at most 2x'),
  ];
  const data = {
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}; fib(32) takes real PHP ${fib.theirs.toFixed(0)} ms`,
    command: 'npm run bench -- coro',
    operations,
    sleeping: sleepers(),
  };
  print(data);
  if (!words.includes('--print')) {
    writeFileSync(join(root, 'docs/data/coroutines.json'), `${JSON.stringify(data, null, 2)}\n`);
  }
}

const USAGE =
  'usage: npm run bench -- speed [--only x,y] [--runs N] [--record] [--swoole=EXTENSIONS] | coro [--print] [--runs=N] [--most=N] | library [--print] [--runs=N] [TOPIC...] | http [--print] [--runs=N] [--requests=N] [--seconds=N] [--swoole=EXTENSIONS] [TOPIC...]';

if (words.includes('--help')) {
  console.log(USAGE);
} else if (words[0] === undefined || words[0] === 'speed' || words[0].startsWith('-')) {
  process.exitCode = all(root, words);
} else if (words[0] === 'coro') {
  coro();
} else if (words[0] === 'library') {
  const only = words.slice(1).filter((word) => !word.startsWith('-'));
  const write = only.length === 0 && !words.includes('--print');
  library(root, { corovm, php, runs: option('runs', 3), only, write });
} else if (words[0] === 'http') {
  const only = words.slice(1).filter((word) => !word.startsWith('-'));
  const extensions = /--swoole=(\S+)/.exec(words.join(' '))?.[1]?.split(',');
  await http({
    root,
    corovm,
    php,
    swoole: extensions === undefined ? null : ['php', ...extensions.flatMap((name) => ['-d', `extension=${name}`])],
    runs: option('runs', 5),
    requests: option('requests', 10_000),
    seconds: option('seconds', 3),
    only,
    write: !words.includes('--print'),
  });
} else {
  console.error(USAGE);
  process.exitCode = 2;
}
