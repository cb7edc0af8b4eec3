/** The part of docs/performance.md that docs/data/speed.json (`npm run bench -- speed --record`) makes. */
import { NAMES, RATIOS } from '../bench-speed.mjs';

const ratio = (a, b) => (a === undefined || b === undefined || b === null ? '' : (a / b).toFixed(2));

function programs({ rows, means }) {
  const parts = [
    `| steady state | ${Object.values(NAMES).join(' ms | ')} ms | ${RATIOS.map(({ title }) => title).join(' | ')} |`,
    `|---|${'---:|'.repeat(Object.keys(NAMES).length + RATIOS.length)}`,
  ];
  for (const phase of ['best', 'first']) {
    if (phase === 'first') {
      parts.push(
        '',
        'Warm-up: the first run of the work, with compiling, caches and the second tier cold.',
        '',
        `| first run | ${Object.values(NAMES).join(' ms | ')} ms | ${RATIOS.map(({ title }) => title).join(' | ')} |`,
        `|---|${'---:|'.repeat(Object.keys(NAMES).length + RATIOS.length)}`,
      );
    }
    for (const { name, times } of rows) {
      const ms = Object.keys(NAMES).map((side) => times[side]?.[phase].toFixed(2) ?? '');
      const ratios = RATIOS.map(({ of, by }) => ratio(times[of][phase], times[by]?.[phase]));
      parts.push(`| ${name} | ${ms.join(' | ')} | ${ratios.join(' | ')} |`);
    }
    const found = RATIOS.map(({ key }) => `**${means[phase][key].toFixed(2)}**`);
    parts.push(`| **geometric mean** |${' |'.repeat(Object.keys(NAMES).length)} ${found.join(' | ')} |`);
  }
  return parts;
}

function others(data) {
  const parts = ['', '### Start-up, compiling, memory', '', '| what | corovm | reference | ratio | to reach |'];
  parts.push('|---|---:|---:|---:|---|');
  for (const { name, ms, reference, referenceMs, limit } of data.startUp) {
    parts.push(
      `| ${name} | ${ms.toFixed(0)} ms | ${reference}: ${referenceMs.toFixed(0)} ms | ${ratio(ms, referenceMs)} | ${limit} |`,
    );
  }
  for (const { name, mb, referenceMb } of data.memory) {
    parts.push(
      `| peak RSS, ${name} | ${mb.toFixed(0)} MB | PHP: ${referenceMb.toFixed(0)} MB | ${ratio(mb, referenceMb)} | |`,
    );
  }
  parts.push('', '### Switching', '', 'Nanoseconds of processor time.', '');
  parts.push(
    '| what | --jit=on | --jit=off | reference | on / reference | to reach |',
    '|---|---:|---:|---:|---:|---|',
  );
  for (const row of data.coroutines) {
    const reference = row.referenceNs === null ? '' : `${row.reference}: ${row.referenceNs.toFixed(0)}`;
    parts.push(
      `| ${row.name} | ${row.on.toFixed(0)} | ${row.off.toFixed(0)} | ${reference} | ${ratio(row.on, row.referenceNs)} | ${row.limit} |`,
    );
  }
  parts.push('', '### How cost grows', '', 'Nanoseconds; programs/bench/growth. Coroutines by number: see below.', '');
  parts.push('| one operation | size | --jit=on | --jit=off | PHP | on / PHP |', '|---|---:|---:|---:|---:|---:|');
  for (const { what, size, on, off, php } of data.growth) {
    parts.push(`| ${what} | ${size} | ${on.toFixed(1)} | ${off.toFixed(1)} | ${php.toFixed(1)} | ${ratio(on, php)} |`);
  }
  return parts;
}

/** @param data docs/data/speed.json @returns lines of the page */
export function speedParts(data) {
  const [before, after] = data.programs.load.map((load) => load.toFixed(1));
  return [
    '',
    '## Speed',
    '',
    `Measured: ${data.date}, ${data.machine}; load ${before} to ${after}; ${data.runs} rounds, all sides in turn  `,
    `Command: \`${data.command}\``,
    '',
    'Every program of programs/bench/speed times its own work: at least twelve runs and a second to warm up, then the best of at',
    "least eight; of the rounds the fastest counts. Every side's answer was compared with PHP's first.",
    '',
    ...programs(data.programs),
    ...others(data),
  ];
}
