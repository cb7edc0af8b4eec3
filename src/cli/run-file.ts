/** What `corovm run` does; how its options are written is run.ts's. */
import { closeSync, openSync, writeSync } from 'node:fs';
import {
  createEngine,
  createNodeHost,
  createTextStore,
  createVirtualTimeHost,
  defaultCacheFolder,
  type Engine,
  type Host,
  type JitReportRow,
  textToBytes,
} from '../index.ts';
import { EXIT_NO_INPUT } from './open-source.ts';
import { tuneV8 } from './tune-v8.ts';
import { UsageError } from './usage-error.ts';
import { BUILD_ID } from './version.ts';

/** Calls after which a function is compiled. */
export const JIT_THRESHOLD = 500;

export interface RunOptions {
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

/** As if no option had been given. */
export const RUN_DEFAULTS: RunOptions = { cache: true, jit: 'on', jitThreshold: JIT_THRESHOLD };

/** Runs a program as `php` does and returns its exit status. @param args what follows FILE */
export async function runFile(file: string, args: readonly string[], options: RunOptions): Promise<number> {
  const host = hostOf(options);
  const path = textToBytes(file);
  if (!canOpen(path, host)) {
    host.writeOut(`Could not open input file: ${path}\n`);
    host.flush();
    return EXIT_NO_INPUT;
  }
  return withEngine(host, options, (engine) => engine.runFile(path, args.map(textToBytes)));
}

/** Runs code without tags as `php -r` does and returns its exit status. @param args what follows CODE */
export async function runCode(code: string, args: readonly string[], options: RunOptions): Promise<number> {
  return withEngine(hostOf(options), options, (engine) => engine.runCode(textToBytes(code), args.map(textToBytes)));
}

function hostOf(options: RunOptions): Host {
  const nodeHost: Host = { ...createNodeHost(), warm: tuneV8 };
  return options.virtualTime === true ? createVirtualTimeHost(nodeHost) : nodeHost;
}

type Run = (engine: Engine) => number | Promise<number>;

async function withEngine(host: Host, options: RunOptions, run: Run): Promise<number> {
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
    return await run(engine);
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

/** `--jit-report`: a line for each op_array that became hot. */
function jitTable(rows: readonly JitReportRow[]): string {
  return rows
    .map(({ name, compiled, refused, exits }) => `${name}: ${refused ?? `compiled ${compiled}`}, exits ${exits}\n`)
    .join('');
}
