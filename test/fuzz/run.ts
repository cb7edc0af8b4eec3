/**
 * `npm run fuzz -- [--seed S] [--n N] [--php] [--reduce]`: random programs on the interpreter, the second tier and (with --php) real PHP.
 * Programs that differ are kept in the temporary folder, and cut down line by line with --reduce.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firstDifference, MODES, runInMode, runOnPhp } from './differential.ts';
import { generatedProgram } from './generator/program.ts';

function option(name: string, fallback: number): number {
  const at = process.argv.findIndex((word) => word === `--${name}` || word.startsWith(`--${name}=`));
  if (at < 0) return fallback;
  return Number(process.argv[at]?.split('=')[1] ?? process.argv[at + 1]);
}

const folder = join(tmpdir(), 'corovm-fuzz');
mkdirSync(folder, { recursive: true });
const withPhp = process.argv.includes('--php');

/** The sides that disagree with the interpreter (or the interpreter with PHP), each with its first difference. */
async function complaints(file: string, only: string | null): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const interpreter = await runInMode(file, 'interpreter');
  for (const mode of Object.keys(MODES)) {
    if (mode === 'interpreter' || (only !== null && only !== mode)) continue;
    const outcome = await runInMode(file, mode);
    totals.compiled += outcome.compiled;
    totals.exits += outcome.exits;
    if (outcome.text !== interpreter.text) found.set(mode, firstDifference(outcome.text, interpreter.text));
  }
  if (withPhp && (only === null || only === 'php')) {
    const php = runOnPhp(file);
    if (php !== null && php !== interpreter.text) found.set('php', firstDifference(interpreter.text, php));
  }
  return found;
}

/** Takes lines away while the same side still differs. */
async function reduce(source: string, side: string, file: string): Promise<string> {
  let lines = source.split('\n');
  const differs = async (candidate: readonly string[]): Promise<boolean> => {
    writeFileSync(file, candidate.join('\n'), 'latin1');
    const all = await complaints(file, side);
    if (process.env['FUZZ_TRACE'] !== undefined && all.has(side)) console.log(candidate.length, all.get(side));
    return all.has(side);
  };
  for (let size = Math.ceil(lines.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = lines.length - size; at > 0; at -= size) {
      const candidate = [...lines.slice(0, at), ...lines.slice(at + size)];
      if (await differs(candidate)) lines = candidate;
    }
  }
  // Blocks whose ends alone are in the way.
  for (let from = lines.length - 2; from > 0; from--) {
    for (let to = lines.length - 1; to > from; to--) {
      if (!/^\s*\}/.test(lines[to] ?? '') || !/[{]\s*$/.test(lines[from] ?? '')) continue;
      const candidate = lines.filter((_line, i) => i !== from && i !== to);
      if (await differs(candidate)) {
        lines = candidate;
        break;
      }
    }
  }
  return lines.join('\n');
}

const seed = option('seed', 1);
const count = option('n', 500);
const totals = { compiled: 0, exits: 0, different: 0 };
for (let i = seed; i < seed + count; i++) {
  const file = join(folder, `seed-${i}.php`);
  const source = generatedProgram(i);
  writeFileSync(file, source, 'latin1');
  const found = await complaints(file, null);
  if (found.size === 0) continue;
  totals.different++;
  for (const [side, difference] of found) console.log(`seed ${i}, ${side}: ${difference.slice(0, 300)}`);
  if (!process.argv.includes('--reduce')) continue;
  const side = [...found.keys()][0] as string;
  const small = await reduce(source, side, join(folder, 'reducing.php'));
  const kept = join(folder, `reduced-${i}.php`);
  writeFileSync(kept, small, 'latin1');
  console.log(`  ${kept}`);
}
console.log(
  `${count} programs from seed ${seed}: ${totals.different} different; ${totals.compiled} ways in compiled, left ${totals.exits} times`,
);
process.exitCode = totals.different > 0 ? 1 : 0;
