/**
 * `npm run bench` (or `npm run bench -- speed`): the programs of programs/bench/speed on five sides: corovm with and without its second tier, real
 * PHP without and with its tracing JIT, and the same algorithm in plain JavaScript where the folder has it. Every program
 * measures itself (hrtime around its work): its first run is the warm-up, the best of its last runs the steady state. The
 * sides run in turn; of N rounds the fastest counts. A side that answers something else than PHP ends the whole run.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';

const LIMIT_MS = 180_000;
const PHP = ['php', '-d', 'opcache.enable_cli=1', '-d', 'opcache.enable=1'];

/** Answers differ: there is nothing to compare. */
export class Disagreement extends Error {}

/** What `corovm` and `php` are called by. @returns side -> command */
function sides(root) {
  const corovm = [process.execPath, join(root, 'bin/corovm.js'), 'run'];
  return {
    on: [...corovm, '--jit=on'],
    off: [...corovm, '--jit=off'],
    php: [...PHP, '-d', 'opcache.jit=0'],
    phpJit: [...PHP, '-d', 'opcache.jit=tracing', '-d', 'opcache.jit_buffer_size=64M'],
    js: [process.execPath],
  };
}

export const NAMES = {
  on: 'corovm --jit=on',
  off: 'corovm --jit=off',
  php: 'PHP',
  phpJit: 'PHP with tracing JIT',
  js: 'JavaScript',
};

/** Runs a program: `NAME-first ANSWER ms` and `NAME ANSWER ms` are its two lines. */
function once(side, command, file) {
  const done = spawnSync(command[0], [...command.slice(1), file], { encoding: 'latin1', timeout: LIMIT_MS });
  const found = /^\S+-first (.*) ([\d.]+)\n\S+ (.*) ([\d.]+)\n$/.exec(done.stdout ?? '');
  if (done.status !== 0 || found === null) {
    throw new Disagreement(`${file} on ${NAMES[side]}: exit status ${done.status}: ${done.stdout}${done.stderr}`);
  }
  const [, first, firstMs, answer, ms] = found;
  if (first !== answer) throw new Disagreement(`${file} on ${NAMES[side]}: first ${first}, then ${answer}`);
  return { answer, first: Number(firstMs), best: Number(ms) };
}

/** All sides of one program, `rounds` times in turn. @returns side -> {first, best}, in milliseconds */
function measure(root, name, rounds) {
  const folder = join(root, 'programs/bench/speed');
  const commands = sides(root);
  if (!existsSync(join(folder, `${name}.mjs`))) delete commands.js;
  const times = {};
  let wanted = null;
  for (let round = 0; round < rounds; round++) {
    for (const side of ['php', ...Object.keys(commands).filter((other) => other !== 'php')]) {
      const { answer, first, best } = once(
        side,
        commands[side],
        join(folder, `${name}.${side === 'js' ? 'mjs' : 'php'}`),
      );
      wanted ??= answer;
      if (answer !== wanted) {
        throw new Disagreement(`${name}: ${NAMES[side]} answers ${answer}, PHP ${wanted}: not compared`);
      }
      const so = times[side] ?? { first: Infinity, best: Infinity };
      times[side] = { first: Math.min(so.first, first), best: Math.min(so.best, best) };
    }
  }
  return times;
}

/** What is divided by what. */
export const RATIOS = [
  { key: 'on/php', title: 'on / PHP', of: 'on', by: 'php', limit: 0.8 },
  { key: 'on/phpJit', title: 'on / PHP JIT', of: 'on', by: 'phpJit', limit: 1.5 },
  { key: 'on/js', title: 'on / JS', of: 'on', by: 'js' },
  { key: 'off/php', title: 'off / PHP', of: 'off', by: 'php', limit: 5 },
];

const geometricMean = (list) => Math.exp(list.reduce((sum, x) => sum + Math.log(x), 0) / list.length);

/** The geometric mean of each ratio over the rows that have both sides. @param phase 'best' or 'first' */
export function means(rows, phase) {
  return Object.fromEntries(
    RATIOS.map(({ key, of, by }) => [
      key,
      geometricMean(rows.filter(({ times }) => by in times).map(({ times }) => times[of][phase] / times[by][phase])),
    ]),
  );
}

const cell = (text, width) => text.padStart(width);

function heading() {
  const names = ['on ms', 'off ms', 'PHP ms', 'PHP JIT', 'JS ms', ...RATIOS.map(({ title }) => title), 'first'];
  return `${'steady state'.padEnd(16)}${names.map((name) => cell(name, 13)).join('')}`;
}

function line({ name, times }) {
  const ms = Object.keys(NAMES).map((side) => cell(times[side]?.best.toFixed(3) ?? '', 13));
  const ratios = RATIOS.map(({ of, by }) => cell(by in times ? (times[of].best / times[by].best).toFixed(2) : '', 13));
  return `${name.padEnd(16)}${ms.join('')}${ratios.join('')}${cell((times.on.first / times.php.first).toFixed(2), 13)}`;
}

/**
 * Measures and prints the table of programs.
 * @param options.only names of programs (all without them); options.runs rounds
 * @returns rows: {name, times: side -> {first, best}}; the geometric means of both phases; the machine's load
 */
export function speed(root, { only, runs }) {
  const folder = join(root, 'programs/bench/speed');
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.php'))
    .map((file) => file.slice(0, -'.php'.length));
  const unknown = only.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Disagreement(`no such program in programs/bench/speed: ${unknown.join(', ')}`);
  const before = loadavg()[0];
  console.log(heading());
  const rows = [];
  for (const name of names.filter((one) => only.length === 0 || only.includes(one))) {
    const row = { name, times: measure(root, name, runs) };
    rows.push(row);
    console.log(line(row));
  }
  const found = { best: means(rows, 'best'), first: means(rows, 'first') };
  for (const [phase, title] of [
    ['best', 'geometric means, steady state'],
    ['first', 'geometric means, first run'],
  ]) {
    const text = RATIOS.map(({ key, title: ratio }) => `${ratio} ${found[phase][key].toFixed(2)}`).join(', ');
    console.log(`${title}: ${text}`);
  }
  return { rows, means: found, load: [before, loadavg()[0]], runs };
}
