import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import {
  createEngine,
  createNodeHost,
  createVirtualTimeHost,
  type Debugger,
  type Host,
  runDebugScript,
  textToBytes,
} from '../index.ts';
import { colourLevel } from './colour.ts';
import { debugTerminal } from './debug-terminal.ts';
import { collectIni } from './ini.ts';
import { chosenLanguage, languageOption } from './language.ts';
import { EXIT_NO_INPUT } from './open-source.ts';
import type { SetStatus } from './program.ts';
import { UsageError } from './usage-error.ts';

interface DebugCommandOptions {
  readonly define?: Record<string, string>;
  readonly script?: string;
  readonly input?: string;
  readonly realTime?: true;
  readonly historyMb?: string;
  readonly lang?: 'en' | 'zh';
  readonly color?: boolean;
}

/** `corovm debug FILE`: a debugger that steps forwards and backwards. */
export function addDebugCommand(program: Command, setStatus: SetStatus): void {
  program
    .command('debug')
    .description('step through a PHP program, forwards and backwards')
    .usage('[options] FILE [ARGS...]')
    .argument('<file>', 'the program')
    .argument('[args...]', "what follows the program's name in $argv")
    .option('-d, --define <key=value>', 'set an ini value (repeatable)', collectIni)
    .option('--script <file>', 'run commands from a file and print what they say; - reads standard input')
    .option('--input <file>', "the program's standard input (empty otherwise: the terminal is the debugger's)")
    .option('--real-time', 'sleeping takes its time (the clock is a virtual one otherwise)')
    .option('--history-mb <n>', "megabytes of the host's answers to keep for going back (default 64)")
    .addOption(languageOption())
    .option('--no-color', 'no colours')
    .passThroughOptions()
    .addHelpText('after', HELP)
    .action(async (file: string, args: string[], options: DebugCommandOptions) =>
      setStatus(await debugFile(file, args, options)),
    );
}

const HELP = `
In full screen the last line shows the keys; 1 to 7 give a pane the whole screen (PgUp and PgDn scroll it), : asks for a
command, h lists them. Some commands:
  break 12 if $n > 3, break fn f, break op YIELD, break change $x, break exception, break create, break switch
  step, line, over, next, out, until 20, until @7, switch, continue
  back, back-line, back-write $x, back-suspended, back-break, goto 100, restart
  watch count($list), print $x, lens, stack, coroutines
Files, input, clock, random bytes and other processes are recorded the first time; going back runs the program again with
what was recorded and touches nothing outside.
`;

const BYTES_PER_MB = 1 << 20;

async function debugFile(file: string, args: readonly string[], options: DebugCommandOptions): Promise<number> {
  const host: Host = { ...createNodeHost(), readIn: inputOf(options.input) };
  const megabytes = Number(options.historyMb ?? '64');
  if (!(megabytes > 0)) throw new UsageError('--history-mb wants a number above 0; see "corovm debug --help"');
  const path = textToBytes(file);
  const debug = createEngine({ host, ini: options.define ?? {} }).debug(path, {
    lang: chosenLanguage(options.lang),
    args: args.map(textToBytes),
    clock: options.realTime === true ? (real) => real : createVirtualTimeHost,
    historyBytes: megabytes * BYTES_PER_MB,
  });
  if (debug === null) {
    host.writeOut(`Could not open input file: ${path}\n`);
    host.flush();
    return EXIT_NO_INPUT;
  }
  if (options.script !== undefined) return runScript(debug, readScript(options.script));
  if (process.stdin.isTTY !== true || process.stdout.isTTY !== true) return runScript(debug, readScript('-'));
  await debugTerminal(debug, options.color === false ? 0 : colourLevel('auto', process.env, process.stdout.isTTY));
  return 0;
}

/** Reads from a file instead of the terminal. */
function inputOf(file: string | undefined): Host['readIn'] {
  let left = file === undefined ? '' : textFile(file, 'input', 'latin1');
  return (length) => {
    const bytes = left.slice(0, length);
    left = left.slice(bytes.length);
    return bytes;
  };
}

function textFile(file: string, what: string, encoding: 'latin1' | 'utf8'): string {
  try {
    return readFileSync(file === '-' ? 0 : file, encoding);
  } catch {
    throw new UsageError(`cannot read the ${what} "${file}"; see "corovm debug --help"`);
  }
}

function readScript(file: string): string[] {
  return textFile(file, 'script', 'utf8').split(/\r?\n/);
}

/** Runs commands without a terminal. Exit status 1 when one of them is unknown. */
function runScript(debug: Debugger, lines: readonly string[]): number {
  const known = runDebugScript(debug, lines.map(textToBytes), (line) => void process.stdout.write(`${line}\n`));
  return known ? 0 : 1;
}
