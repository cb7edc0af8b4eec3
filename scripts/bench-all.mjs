/** `npm run bench`: the table of speed whole, printed and with --record written to docs/data/speed.json. */
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { coroutines, growth, memory, startUp } from './bench-rows.mjs';
import { Disagreement, speed } from './bench-speed.mjs';

/** The value of `--name=value` or `--name value`. */
function option(words, name) {
  const at = words.findIndex((word) => word === `--${name}` || word.startsWith(`--${name}=`));
  if (at < 0) return null;
  return words[at].includes('=') ? words[at].slice(words[at].indexOf('=') + 1) : (words[at + 1] ?? '');
}

const list = (text) => (text ?? '').split(',').filter((word) => word !== '');
const ratio = (a, b) => (b === null ? '' : `${(a / b).toFixed(2)}x`);

function table(title, rows) {
  console.log(`\n${title}`);
  const widths = rows[0].map((_cell, i) => Math.max(...rows.map((row) => String(row[i]).length)));
  for (const row of rows) {
    console.log(row.map((one, i) => (i === 0 ? one.padEnd(widths[i]) : String(one).padStart(widths[i]))).join('  '));
  }
}

function print(data) {
  table('start-up, milliseconds', [
    ['what', 'corovm', 'reference', '', 'ratio', 'to reach'],
    ...data.startUp.map((row) => [
      row.name,
      row.ms.toFixed(1),
      row.referenceMs.toFixed(1),
      row.reference,
      ratio(row.ms, row.referenceMs),
      row.limit,
    ]),
  ]);
  table('peak RSS, megabytes', [
    ['program', 'corovm', 'PHP', 'ratio'],
    ...data.memory.map((row) => [
      row.name,
      row.mb.toFixed(1),
      row.referenceMb.toFixed(1),
      ratio(row.mb, row.referenceMb),
    ]),
  ]);
  table('coroutines, nanoseconds of processor time', [
    ['what', 'on', 'off', 'reference', '', 'on / it', 'to reach'],
    ...data.coroutines.map((row) => [
      row.name,
      row.on.toFixed(0),
      row.off.toFixed(0),
      row.referenceNs?.toFixed(0) ?? '',
      row.reference,
      ratio(row.on, row.referenceNs),
      row.limit,
    ]),
  ]);
  table('growth, nanoseconds', [
    ['what', 'size', 'on', 'off', 'PHP', 'on / PHP'],
    ...data.growth.map((row) => [
      row.what,
      row.size,
      row.on.toFixed(1),
      row.off.toFixed(1),
      row.php.toFixed(1),
      ratio(row.on, row.php),
    ]),
  ]);
}

/** Everything, or only the programs that `--only` names. @returns the exit status: 1 when answers differ */
export function all(root, words) {
  const only = list(option(words, 'only'));
  const runs = Number(option(words, 'runs') ?? 3);
  if (!(runs >= 1)) {
    console.error('--runs: how many rounds, at least 1');
    return 2;
  }
  try {
    const programs = speed(root, { only, runs });
    const data = {
      date: new Date().toISOString().slice(0, 10),
      machine: `${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}`,
      command: `npm run bench -- speed ${words.filter((word) => word !== 'speed').join(' ')}`.trim(),
      runs,
      programs,
    };
    if (only.length === 0) {
      data.startUp = startUp(root, runs);
      data.memory = memory(root, runs);
      data.coroutines = coroutines(root, runs, list(option(words, 'swoole')));
      data.growth = growth(root, runs);
      data.programs.load[1] = loadavg()[0];
      print(data);
      if (words.includes('--record')) {
        writeFileSync(join(root, 'docs/data/speed.json'), `${JSON.stringify(data, null, 2)}\n`);
      }
    }
    console.log(`load ${programs.load.map((load) => load.toFixed(1)).join(' to ')}, ${runs} rounds`);
    return 0;
  } catch (error) {
    if (!(error instanceof Disagreement)) throw error;
    console.error(error.message);
    return 1;
  }
}
