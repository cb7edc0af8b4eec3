import { closeSync, openSync, writeSync } from 'node:fs';
import { type Command, InvalidArgumentError, Option } from 'commander';
import {
  createEngine,
  createNodeHost,
  createTextStore,
  createVirtualTimeHost,
  defaultCacheFolder,
  type Host,
  type JitReportRow,
  textToBytes,
} from '../index.ts';
import { collectIni } from './ini.ts';
import { EXIT_NO_INPUT } from './open-source.ts';
import type { SetStatus } from './program.ts';
import { UsageError } from './usage-error.ts';
import { BUILD_ID } from './version.ts';

interface RunOptions {
  readonly define?: Record<string, string>;
  readonly trace?: 'ops' | 'frames' | 'coro';
  readonly traceJson?: true;
  readonly traceOut?: string;
  readonly stats?: true;
  readonly checkLeaks?: true;
  readonly virtualTime?: true;
  readonly cache: boolean;
  readonly jit: 'on' | 'off';
  readonly jitThreshold: number;
  readonly jitReport?: true;
}

/** `corovm run FILE|- [ARGS...]`: runs a program as `php` does, with its exit status. */
export function addRunCommand(program: Command, setStatus: SetStatus): void {
  program
    .command('run')
    .description('run a PHP program')
    .usage('[options] FILE|- [ARGS...]')
    .argument('<file>', 'the program; - reads it from standard input')
    .argument('[args...]', "what follows the program's name in $argv")
    .option('-d, --define <key=value>', 'set an ini value (repeatable)', collectIni)
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
        .default(60)
        .argParser(parseCount),
    )
    .option('--jit-report', 'print on standard error what was compiled, what was refused and why')
    .option('--no-cache', 'compile anew and store nothing')
    .passThroughOptions()
    .action(async (file: string, args: string[], options: RunOptions) => setStatus(await runFile(file, args, options)));
}

async function runFile(file: string, args: readonly string[], options: RunOptions): Promise<number> {
  const nodeHost = createNodeHost();
  const host = options.virtualTime === true ? createVirtualTimeHost(nodeHost) : nodeHost;
  const path = textToBytes(file);
  if (!canOpen(path, host)) {
    host.writeOut(`Could not open input file: ${path}\n`);
    host.flush();
    return EXIT_NO_INPUT;
  }
  const traceFile = options.traceOut === undefined ? null : openTrace(options.traceOut);
  const engine = createEngine({
    host,
    ini: options.define ?? {},
    opArrayStore: options.cache && BUILD_ID !== null ? createTextStore(defaultCacheFolder(), BUILD_ID) : null,
    checkLeaks: options.checkLeaks === true,
    trace: options.trace ?? (options.traceJson === true ? 'ops' : null),
    traceJson: options.traceJson === true,
    traceOut: traceFile === null ? null : (text) => writeSync(traceFile, text),
    stats: options.stats === true,
    // What counts or shows oplines has to see each of them.
    jitThreshold: options.jit === 'on' && !isObserved(options) ? options.jitThreshold : null,
    ...(options.jitReport === true ? { jitReport: (rows) => host.writeErr(jitTable(rows)) } : {}),
  });
  try {
    return await engine.runFile(path, args.map(textToBytes));
  } finally {
    if (options.stats === true) host.writeErr(`${'peak memory'.padEnd(24)} ${peakMegabytes()} MB\n`);
    if (traceFile !== null) closeSync(traceFile);
    host.flush();
  }
}

/** Of the whole process: the machine, the program and Node. */
function peakMegabytes(): string {
  return (process.resourceUsage().maxRSS / 1024).toFixed(1);
}

function openTrace(file: string): number {
  try {
    return openSync(file, 'w');
  } catch {
    throw new UsageError(`cannot write the trace to "${file}"; see "corovm run --help"`);
  }
}

function canOpen(path: string, host: Host): boolean {
  return path === '-' || host.stat(path) !== null;
}

function isObserved(options: RunOptions): boolean {
  const { trace, traceJson, traceOut, stats } = options;
  return trace !== undefined || traceJson === true || traceOut !== undefined || stats === true;
}

/** `--jit-threshold`: how often a function is called before it is compiled. */
function parseCount(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It must be a number of calls.');
  return Number(text);
}

/** `--jit-report`: a line for each op_array that became hot. */
function jitTable(rows: readonly JitReportRow[]): string {
  return rows
    .map(({ name, compiled, refused, exits }) => `${name}: ${refused ?? `compiled ${compiled}`}, exits ${exits}\n`)
    .join('');
}
