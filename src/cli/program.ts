import { Command } from 'commander';
import { addDebugCommand } from './debug.ts';
import { addDumpCommand } from './dump.ts';
import { addLearnCommand } from './learn.ts';
import { addLintCommand } from './lint.ts';
import { printText } from './print.ts';
import { addRunCommand } from './run.ts';
import { UsageError } from './usage-error.ts';
import { COROVM_VERSION, PHP_VERSION } from './version.ts';

/** A command reports its exit status through this. */
export type SetStatus = (status: number) => void;

/**
 * The whole command line. Words after FILE belong to the script, hence
 * positional options; a mistake is one line that says what to type.
 */
export function createProgram(setStatus: SetStatus): Command {
  const program = new Command('corovm')
    .description('Runs PHP 8.2 on Zend op_arrays, execute_data frames and paged VM stacks, and shows them.')
    .version(versionText(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .usage('[--help] [--version] COMMAND ...')
    .enablePositionalOptions()
    .exitOverride();
  for (const addCommand of [addRunCommand, addDumpCommand, addDebugCommand, addLearnCommand, addLintCommand])
    addCommand(program, setStatus);
  const nested = program.commands.flatMap((command) => command.commands);
  for (const command of [program, ...program.commands, ...nested]) configure(command);
  program.argument('[command...]').action((words: string[]) => {
    if (words.length === 0) program.help();
    throw new UsageError(`there is no command "${words[0]}"; see "corovm --help"`);
  });
  return program;
}

function versionText(): string {
  return `corovm ${COROVM_VERSION} (PHP ${PHP_VERSION} language, Zend Engine 4.2 opcodes)`;
}

/** `corovm learn verify` */
function fullName(command: Command): string {
  return command.parent === null ? 'corovm' : `${fullName(command.parent)} ${command.name()}`;
}

function configure(command: Command): void {
  const name = fullName(command);
  if (command.parent !== null) {
    command.helpOption('-h, --help', 'print this help').version(versionText(), '-V, --version', 'print the version');
  }
  command.exitOverride();
  command.configureOutput({
    writeOut: printText,
    outputError: (text, write) => {
      const line = text
        .replace(/^error: /, '')
        .trim()
        .replaceAll('\n', ' ');
      write(`corovm: ${line}; see "${name} --help"\n`);
    },
  });
}
