import { type Command, InvalidArgumentError, Option } from 'commander';
import { collectIni } from './ini.ts';
import type { SetStatus } from './program.ts';
import { JIT_THRESHOLD, type RunOptions, runCode, runFile } from './run-file.ts';
import { UsageError } from './usage-error.ts';

/** `corovm run FILE|-|-r CODE [ARGS...]`: runs a program as `php` does, with its exit status. */
export function addRunCommand(program: Command, setStatus: SetStatus): void {
  program
    .command('run')
    .description('run a PHP program')
    .usage('[options] FILE|-|-r CODE [ARGS...]')
    .argument('[file]', 'the program; - reads it from standard input')
    .argument('[args...]', "what follows the program's name in $argv")
    .option('-d, --define <key=value>', 'set an ini value (repeatable)', collectIni)
    .option('-r, --run <code>', 'run code without tags instead of a file')
    .option('-n', 'no php.ini, as for php: there is none')
    .addOption(
      new Option(
        '--trace <what>',
        'print every opline (ops), every call (frames) or every switch of coroutines (coro) on standard error',
      ).choices(['ops', 'frames', 'coro']),
    )
    .option('--trace-json', 'the trace as JSON lines (of oplines unless --trace says otherwise)')
    .option('--trace-out <file>', 'write a trace for chrome://tracing or ui.perfetto.dev: a track a coroutine')
    .option('--stats', 'print counts and times on standard error')
    .option('--check-leaks', 'report on standard error what is still held at the end')
    .option('--virtual-time', 'sleeping takes no time; the clock moves only when everyone waits')
    .addOption(new Option('--jit <mode>', 'compile what is hot to JavaScript').choices(['on', 'off']).default('on'))
    .addOption(
      new Option('--jit-threshold <calls>', 'calls after which a function is compiled')
        .default(JIT_THRESHOLD)
        .argParser(parseCount),
    )
    .option('--jit-report', 'print on standard error what was compiled, what was refused and why')
    .option('--no-cache', 'compile anew and store nothing')
    .passThroughOptions()
    .action(async (file: string | undefined, args: string[], options: RunOptions & { run?: string }) => {
      const words = file === undefined ? args : [file, ...args];
      if (options.run !== undefined) return setStatus(await runCode(options.run, words, options));
      if (file === undefined) throw new UsageError('missing required argument \'file\'; see "corovm run --help"');
      return setStatus(await runFile(file, args, options));
    });
}

/** `--jit-threshold`: how often a function is called before it is compiled. */
function parseCount(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It must be a number of calls.');
  return Number(text);
}
