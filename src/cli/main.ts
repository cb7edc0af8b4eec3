import { runCommand } from './commands.ts';
import { isBrokenPipe } from './print.ts';
import { RUN_DEFAULTS, runFile } from './run-file.ts';
import { EXIT_USAGE, UsageError } from './usage-error.ts';

/** Exit status after a bug of ours. */
const EXIT_INTERNAL = 70;

/**
 * Runs the command line and sets `process.exitCode`; never throws.
 * @param argv the words after the program's name, as Node decoded them
 */
export async function main(argv: readonly string[]): Promise<void> {
  try {
    process.exitCode = await (isPlainRun(argv) ? runPlain(argv) : runCommand(argv));
  } catch (error) {
    process.exitCode = report(error);
  }
}

/** `run [--no-cache] FILE`, the way most programs are run, needs no parser of options: loading it is a fifth of a start. */
function isPlainRun([command, ...words]: readonly string[]): boolean {
  const file = words[0] === '--no-cache' ? words[1] : words[0];
  return command === 'run' && file !== undefined && file !== '' && !file.startsWith('-');
}

function runPlain([, ...words]: readonly string[]): Promise<number> {
  const cache = words[0] !== '--no-cache';
  const [file = '', ...args] = cache ? words : words.slice(1);
  return runFile(file, args, { ...RUN_DEFAULTS, cache });
}

/** Says on standard error what went wrong and returns the exit status. */
function report(error: unknown): number {
  if (error instanceof UsageError) {
    process.stderr.write(`corovm: ${error.message}\n`);
    return EXIT_USAGE;
  }
  if (isBrokenPipe(error)) return 0;
  const text = error instanceof Error ? error.message : String(error);
  process.stderr.write(
    `corovm: internal error: ${text.split('\n', 1)[0]} (please report it; COROVM_DEBUG=1 shows where)\n`,
  );
  if (process.env['COROVM_DEBUG'] && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  return EXIT_INTERNAL;
}
