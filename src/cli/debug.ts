import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import {
  createEngine,
  createNodeHost,
  createVirtualTimeHost,
  type Debugger,
  runCommand,
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
    .option('--real-time', 'sleeping takes its time (the clock is a virtual one otherwise)')
    .option('--history-mb <n>', "megabytes of the host's answers to keep for going back (default 64)")
    .addOption(languageOption())
    .option('--no-color', 'no colours')
    .passThroughOptions()
    .addHelpText('after', '\nType h inside for the commands; in full screen, keys: see the last line.')
    .action(async (file: string, args: string[], options: DebugCommandOptions) =>
      setStatus(await debugFile(file, args, options)),
    );
}

const BYTES_PER_MB = 1 << 20;

async function debugFile(file: string, args: readonly string[], options: DebugCommandOptions): Promise<number> {
  const host = createNodeHost();
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

function readScript(file: string): string[] {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8').split(/\r?\n/);
  } catch {
    throw new UsageError(`cannot read the script "${file}"; see "corovm debug --help"`);
  }
}

/** Runs commands without a terminal. Exit status 1 when one of them is unknown. */
function runScript(debug: Debugger, lines: readonly string[]): number {
  let status = 0;
  const say = (text: string): void => void process.stdout.write(`${text}\n`);
  for (const line of lines) {
    if (line.trim() === '') continue;
    say(`> ${line.trim()}`);
    const { lines: said, moves, known } = runCommand(debug, textToBytes(line));
    if (!known) status = 1;
    said.forEach(say);
    if (moves) {
      let stop = debug.proceed();
      while (stop === null) stop = debug.proceed();
      stop.forEach(say);
      say(debug.whereLine());
      debug.watchLines().forEach(say);
    }
    if (debug.finished) break;
  }
  return status;
}
