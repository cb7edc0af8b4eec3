/**
 * `npm run bench -- library`: the library on inputs of a megabyte. Every program of programs/bench/library measures its
 * own operations (name, digest of the answer, milliseconds of its fastest run); both engines run it in turn, the digests have to
 * agree, and the medians of the runs become docs/data/library.json.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

/** Runs one program. @returns [name, digest, milliseconds] of each of its operations */
function once(command, program) {
  const done = spawnSync(command[0], [...command.slice(1), program], { encoding: 'latin1', maxBuffer: 1 << 26 });
  if (done.status !== 0) throw new Error(`${program}: exit status ${done.status}: ${done.stdout}${done.stderr}`);
  const lines = done.stdout.trimEnd().split('\n');
  return lines.map((line) => {
    const [name, digest, ms] = line.split('\t');
    return { name, digest, ms: Number(ms) };
  });
}

/** Both sides, `runs` times in turn. */
function measure(topic, file, { corovm, php, runs }) {
  const rows = new Map();
  for (let i = 0; i < runs; i++) {
    const theirs = once(php, file);
    for (const [at, mine] of once(corovm, file).entries()) {
      const wanted = theirs[at];
      if (mine.name !== wanted?.name) throw new Error(`${topic}: ${mine.name} stands where ${wanted?.name} should`);
      if (mine.digest !== wanted.digest) throw new Error(`${topic}, ${mine.name}: another answer than php's`);
      const row = rows.get(mine.name) ?? { mine: [], theirs: [] };
      rows.set(mine.name, { mine: [...row.mine, mine.ms], theirs: [...row.theirs, wanted.ms] });
    }
  }
  return [...rows].map(([name, row]) => ({ topic, name, ms: median(row.mine), referenceMs: median(row.theirs) }));
}

function print(rows) {
  for (const { topic, name, ms, referenceMs } of rows) {
    const times = `${ms.toFixed(2).padStart(10)} ms  php ${referenceMs.toFixed(2).padStart(8)} ms`;
    console.log(`${topic.padEnd(10)} ${name.padEnd(40)} ${times}  ${(ms / referenceMs).toFixed(2).padStart(6)}x`);
  }
}

/**
 * Measures and prints.
 * @param root the repository
 * @param options.corovm, options.php the commands; options.runs how often each program runs; options.only topics
 *   (all without it); options.write whether docs/data/library.json is written
 */
export function library(root, { corovm, php, runs, only, write }) {
  const folder = join(root, 'programs/bench/library');
  const topics = readdirSync(folder)
    .map((name) => name.replace(/\.php$/, ''))
    .filter((name) => name !== 'support' && (only.length === 0 || only.includes(name)));
  const rows = [];
  for (const topic of topics) {
    const measured = measure(topic, join(folder, `${topic}.php`), { corovm, php, runs });
    print(measured);
    rows.push(...measured);
  }
  const slow = rows.filter((row) => row.ms > 3 * row.referenceMs).length;
  console.log(`${rows.length - slow} of ${rows.length} within 3x of php`);
  const data = {
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}`,
    command: 'npm run bench -- library',
    rows,
  };
  if (write) writeFileSync(join(root, 'docs/data/library.json'), `${JSON.stringify(data, null, 2)}\n`);
}
