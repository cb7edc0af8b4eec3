import { CommanderError } from 'commander';
import { createProgram } from './program.ts';
import { EXIT_USAGE, UsageError } from './usage-error.ts';

/** Exit status after a bug of ours. */
const EXIT_INTERNAL = 70;

/**
 * Runs the command line and sets `process.exitCode`; never throws.
 * @param argv the words after the program's name, as Node decoded them
 */
export async function main(argv: readonly string[]): Promise<void> {
  try {
    const program = createProgram((status) => {
      process.exitCode = status;
    });
    await program.parseAsync(spellOutTrace(argv), { from: 'user' });
  } catch (error) {
    process.exitCode = report(error);
  }
}

/**
 * `run --trace FILE` means `run --trace=ops FILE`: an optional value that never takes the next word, which commander
 * cannot say. Words from FILE on are the script's.
 */
function spellOutTrace(argv: readonly string[]): string[] {
  const words = [...argv];
  if (words[0] !== 'run') return words;
  for (let i = 1; i < words.length && /^-./.test(words[i] ?? '') && words[i] !== '--'; i++) {
    if (words[i] === '-d' || words[i] === '--define') i++;
    else if (words[i] === '--trace') words[i] = '--trace=ops';
  }
  return words;
}

/** Says on standard error what went wrong and returns the exit status. */
function report(error: unknown): number {
  if (error instanceof UsageError) {
    process.stderr.write(`corovm: ${error.message}\n`);
    return EXIT_USAGE;
  }
  if (error instanceof CommanderError) {
    // Commander has printed its line (see program.ts); help and version are no errors.
    return error.exitCode === 0 ? 0 : EXIT_USAGE;
  }
  if (isBrokenPipe(error)) return 0;
  const text = error instanceof Error ? error.message : String(error);
  process.stderr.write(
    `corovm: internal error: ${text.split('\n', 1)[0]} (please report it; COROVM_DEBUG=1 shows where)\n`,
  );
  if (process.env['COROVM_DEBUG'] && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  return EXIT_INTERNAL;
}

function isBrokenPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}
