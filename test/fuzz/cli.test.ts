import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runProcess } from '../support/process.ts';
import { hasPhp } from '../support/php-oracle.ts';
import { seededRandom } from '../support/random.ts';
import { corovm, programs } from '../support/repository.ts';
import { mutate } from './mutate.ts';

const COUNT = Number(process.env['FUZZ_COUNT'] ?? 500);
const SEED = Number(process.env['FUZZ_SEED'] ?? 20260101);
const LIMIT_MS = 5000;
const WORKERS = 2;

/** What must never be seen: a JavaScript stack trace or error, a dying Node. */
const BAD =
  /\n\s+at .+\.(?:c?js|ts|mjs):\d+:\d+|node:internal|TypeError: (?:Cannot (?:read|set|destructure|convert|mix)|undefined is|[\w.]+ is not (?:a function|iterable|a constructor))|RangeError: |Maximum call stack|FATAL ERROR: .*heap|internal error/;

const folder = mkdtempSync(join(tmpdir(), 'corovm-fuzz-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (file: string, timeoutMs: number) =>
  runProcess(corovm('run', '--no-cache', '-d', 'max_execution_time=4', file), { cwd: folder, timeoutMs });

/** What is wrong with the answer to a program, or null. */
async function complaint(file: string): Promise<string | null> {
  const done = await run(file, LIMIT_MS);
  const bad = BAD.exec(done.stdout.slice(-20_000) + done.stderr.slice(-20_000));
  if (bad !== null) return bad[0].trim();
  if (!done.timedOut) return done.signal === null ? null : `signal ${done.signal}`;
  // The mutated program may ask for an endless loop: it is ours only when php comes to an end.
  if (!hasPhp) return null;
  const php = await runProcess(['php', '-d', 'memory_limit=256M', file], { cwd: folder, timeoutMs: LIMIT_MS / 2 });
  if (php.timedOut) return null;
  // A machine that is busy with other things is no hang.
  return (await run(file, 6 * LIMIT_MS)).timedOut ? 'no answer, though php answers' : null;
}

test(`${COUNT} mutations of the programs (seed ${SEED}) are answered without a stack trace or a hang`, async () => {
  const sources = programs()
    .filter((file) => basename(file) !== 'deep-recursion.php')
    .map((file) => readFileSync(file, 'latin1'));
  const random = seededRandom(SEED);
  const mutants = Array.from({ length: COUNT }, () => mutate(random, sources));
  const complaints: string[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let number = next++; number < mutants.length; number = next++) {
      const file = join(folder, `mutant-${number}.php`);
      writeFileSync(file, mutants[number] ?? '', 'latin1');
      const why = await complaint(file);
      if (why !== null) {
        const kept = join(tmpdir(), `corovm-mutant-${SEED}-${number}.php`);
        writeFileSync(kept, mutants[number] ?? '', 'latin1');
        complaints.push(`${kept}: ${why}`);
      }
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, worker));
  expect(complaints).toEqual([]);
});
