/** The commands and options that need more than `corovm run FILE`. */
import { CommanderError } from 'commander';
import { createProgram } from './program.ts';
import { EXIT_USAGE } from './usage-error.ts';

/**
 * Runs a command and returns the exit status.
 * @throws what the command throws; bad usage has been told (see program.ts)
 */
export async function runCommand(argv: readonly string[]): Promise<number> {
  let exitStatus = 0;
  try {
    const program = createProgram((status) => {
      exitStatus = status;
    });
    await program.parseAsync(spellOutTrace(argv), { from: 'user' });
  } catch (error) {
    // Commander has printed its line; help and version are no errors.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_USAGE;
    throw error;
  }
  return exitStatus;
}

/**
 * `run --trace FILE` means `run --trace=ops FILE`: an optional value that never takes the next word, which commander
 * cannot say. Words from FILE on are the script's.
 */
function spellOutTrace(argv: readonly string[]): string[] {
  const words = [...argv];
  if (words[0] !== 'run') return words;
  for (let i = 1; i < words.length && /^-./.test(words[i] ?? '') && words[i] !== '--'; i++) {
    if (['-d', '--define', '-r', '--run'].includes(words[i] ?? '')) i++;
    else if (words[i] === '--trace') words[i] = '--trace=ops';
  }
  return words;
}
