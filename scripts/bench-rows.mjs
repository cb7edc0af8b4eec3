/**
 * What `npm run bench` measures beside the programs: start-up, compiling, memory, coroutines, a generator's step, and how cost
 * grows. All sides of a row run in turn; wall times and memory are medians, what programs measure of themselves minima.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Disagreement } from './bench-speed.mjs';

const LIMIT_MS = 180_000;
/** Milliseconds of PHP's fib(32) where Swoole's figures were measured. */
const REFERENCE_FIB = 79;

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

function spawn(command) {
  const started = performance.now();
  const done = spawnSync(command[0], command.slice(1), { encoding: 'latin1', timeout: LIMIT_MS, maxBuffer: 1 << 24 });
  if (done.status !== 0) {
    const said = `${done.stdout}${done.stderr}`.slice(0, 400);
    throw new Disagreement(`${command.join(' ')}: exit status ${done.status}: ${said}`);
  }
  return { ms: performance.now() - started, out: done.stdout };
}

/** Each side `runs` times in turn. @param commands side -> command @returns side -> medians of the wall time */
function wallTimes(commands, runs) {
  const times = Object.fromEntries(Object.keys(commands).map((side) => [side, []]));
  for (let i = 0; i < runs; i++) {
    for (const [side, command] of Object.entries(commands)) times[side].push(spawn(command).ms);
  }
  return Object.fromEntries(Object.entries(times).map(([side, list]) => [side, median(list)]));
}

/** A program of about 10,000 lines, every function a little different. */
function longProgram() {
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
  return `<?php\n${functions.join('\n')}\n`;
}

/** hello-world beside `node -e 0`; a pass over 10,000 lines, with and without the launch. */
export function startUp(root, runs) {
  const folder = mkdtempSync(join(tmpdir(), 'corovm-bench-'));
  const corovm = [process.execPath, join(root, 'bin/corovm.js')];
  const hello = join(root, 'programs/hello.php');
  const long = join(folder, 'long.php');
  const none = join(folder, 'none.php');
  try {
    writeFileSync(long, longProgram());
    writeFileSync(none, '<?php\n');
    spawn([...corovm, 'run', hello]); // fills the cache
    const { node, uncached, cached } = wallTimes(
      {
        node: [process.execPath, '-e', '0'],
        uncached: [...corovm, 'run', '--no-cache', hello],
        cached: [...corovm, 'run', hello],
      },
      2 * runs + 3,
    );
    const pass = wallTimes(
      {
        long: [...corovm, 'lint', long],
        none: [...corovm, 'lint', none],
        php: ['php', '-n', '-l', long],
        phpNone: ['php', '-n', '-l', none],
      },
      runs + 2,
    );
    return [
      { name: 'hello world, uncached', ms: uncached, reference: 'node -e 0', referenceMs: node, limit: '2.5x' },
      { name: 'hello world, cached', ms: cached, reference: 'node -e 0', referenceMs: node, limit: '1.6x' },
      {
        name: 'a pass over 10,002 lines, launch not counted',
        ms: pass.long - pass.none,
        reference: 'php -l',
        referenceMs: Math.max(0.1, pass.php - pass.phpNone),
        limit: '500 ms',
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Peak RSS of whole processes, as they say at their end. */
export function memory(root, runs) {
  const folder = mkdtempSync(join(tmpdir(), 'corovm-bench-'));
  const file = join(folder, 'peak.php');
  writeFileSync(file, "<?php ob_start(); require $argv[1]; ob_end_clean(); echo getrusage()['ru_maxrss'];");
  const commands = {
    on: [process.execPath, join(root, 'bin/corovm.js'), 'run', '--jit=on', file],
    php: ['php', file],
  };
  try {
    return ['hello', 'bench/speed/binary-trees', 'bench/speed/hash-arrays', 'bench/speed/json-parser'].map((name) => {
      const kilobytes = { on: [], php: [] };
      for (let i = 0; i < Math.min(runs, 3); i++) {
        for (const [side, command] of Object.entries(commands)) {
          kilobytes[side].push(Number(spawn([...command, join(root, 'programs', `${name}.php`), '0']).out));
        }
      }
      return {
        name: name.replace(/.*\//, ''),
        mb: median(kilobytes.on) / 1024,
        referenceMb: median(kilobytes.php) / 1024,
      };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs a program that prints its answer and a figure. */
function figure(command, file, ...args) {
  const [answer, ns] = spawn([...command, file, ...args.map(String)])
    .out.trim()
    .split(' ');
  return { answer, ns: Number(ns) };
}

/** The sides in turn; the first side's answer is what the others have to say. @returns side -> the smallest figure */
function figures(name, commands, file, runs, ...args) {
  const best = {};
  let wanted = null;
  for (let i = 0; i < runs; i++) {
    for (const [side, command] of Object.entries(commands)) {
      const { answer, ns } = figure(command, file, ...args);
      wanted ??= answer;
      if (answer !== wanted) throw new Disagreement(`${name}: ${side} answers ${answer}, not ${wanted}`);
      best[side] = Math.min(best[side] ?? Infinity, ns);
    }
  }
  return best;
}

const COROUTINES = [
  { name: 'a coroutine yielding and resumed', program: 'yield-resume', quiet: 120 },
  { name: 'a value through a channel of 1', program: 'channel', quiet: 130 },
  { name: 'a coroutine created and finished', program: 'create-finish', quiet: 400 },
  { name: 'an item to sixteen workers and back', program: 'fan-out' },
  { name: 'an item through four coroutines', program: 'pipeline' },
];

/**
 * Nanoseconds of processor time.
 * @param extensions what `--swoole=` says: a list of extensions that PHP loads; without it Swoole's figures are scaled by what
 *   fib(32) takes PHP here
 */
export function coroutines(root, runs, extensions) {
  const folder = join(root, 'programs/bench/coro');
  const corovm = [process.execPath, join(root, 'bin/corovm.js'), 'run'];
  const mine = { on: [...corovm, '--jit=on'], off: [...corovm, '--jit=off'] };
  const step = figures('a generator step', { php: ['php', '-n'], ...mine }, join(folder, 'generator-step.php'), runs);
  const rows = [{ name: 'a generator step', ...step, reference: 'PHP', referenceNs: step.php, limit: '2x' }];
  const swoole = ['php', ...extensions.flatMap((name) => ['-d', `extension=${name}`])];
  const scale = extensions.length > 0 ? 0 : figure(['php', '-n'], join(folder, 'fib.php')).ns / REFERENCE_FIB;
  for (const { name, program, quiet } of COROUTINES) {
    const sides = extensions.length > 0 ? { swoole, ...mine } : mine;
    const best = figures(name, sides, join(folder, `${program}.php`), runs);
    const referenceNs = best.swoole ?? (quiet === undefined ? null : quiet * scale);
    rows.push({
      name,
      on: best.on,
      off: best.off,
      reference: extensions.length > 0 ? 'Swoole' : 'Swoole, scaled',
      referenceNs,
      limit: quiet === undefined ? '' : '1x',
    });
  }
  return rows;
}

const GROWTH = [
  { program: 'depth', what: 'a call, so many deep', sizes: [10, 100, 1000, 10_000, 100_000] },
  { program: 'packed', what: 'appending and reading, so many elements', sizes: [10, 1000, 100_000, 1_000_000] },
  { program: 'hash', what: 'string keys written and read, so many', sizes: [10, 1000, 100_000, 500_000] },
];

/** How the cost of one operation grows with depth and size. */
export function growth(root, runs) {
  const corovm = [process.execPath, join(root, 'bin/corovm.js'), 'run'];
  const sides = { php: ['php', '-n'], on: [...corovm, '--jit=on'], off: [...corovm, '--jit=off'] };
  return GROWTH.flatMap(({ program, what, sizes }) =>
    sizes.map((size) => {
      const file = join(root, 'programs/bench/growth', `${program}.php`);
      return { what, size, ...figures(`${what}: ${size}`, sides, file, Math.min(runs, 2), size) };
    }),
  );
}
