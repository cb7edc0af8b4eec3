/** Running a learner's program in a child process with limits: an endless loop or a flood of coroutines ends there. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { packageRoot } from './places.ts';

export interface Limits {
  readonly seconds: number;
  readonly megabytes: number;
}

export const DEFAULT_LIMITS: Limits = { seconds: 10, megabytes: 256 };

export interface ChildResult {
  readonly out: string;
  readonly err: string;
  readonly status: number | null;
  /** The limit that ended it, null when none did. */
  readonly limit: 'time' | 'memory' | 'output' | null;
}

const MOST_OUTPUT = 1 << 20;
const MILLIS = 1000;

/** Runs `words` with node. */
function runNode(words: readonly string[], stdin: string, cwd: string, limits: Limits): ChildResult {
  const done = spawnSync(process.execPath, [`--max-old-space-size=${limits.megabytes}`, ...words], {
    cwd,
    input: Buffer.from(stdin, 'utf8'),
    encoding: 'utf8',
    timeout: limits.seconds * MILLIS,
    killSignal: 'SIGKILL',
    maxBuffer: MOST_OUTPUT,
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const code = (done.error as NodeJS.ErrnoException | undefined)?.code;
  const memory = done.signal === 'SIGABRT' || /heap out of memory|memory limit/.test(done.stderr ?? '');
  const limit = code === 'ETIMEDOUT' ? 'time' : code === 'ENOBUFS' ? 'output' : memory ? 'memory' : null;
  return { out: done.stdout ?? '', err: done.stderr ?? '', status: done.status, limit };
}

/** Runs a PHP program with a virtual clock, so that sleeping takes no time. */
export function runProgram(
  program: string,
  args: readonly string[],
  stdin: string,
  cwd: string,
  limits: Limits,
): ChildResult {
  const launcher = join(packageRoot(), 'bin/corovm.js');
  return runNode([launcher, 'run', '--virtual-time', '--no-cache', program, ...args], stdin, cwd, limits);
}

/** Runs a PHP program on a corovm that was built with a mended file; leaks are reported on standard error. */
export function runMended(bundle: string, program: string, cwd: string, limits: Limits): ChildResult {
  return runNode([bundle, 'run', '--virtual-time', '--check-leaks', '--no-cache', program], '', cwd, limits);
}

/** Builds a corovm in which `source` (a path of src/) is replaced by `mended`; null, or what is wrong with it. */
export function buildMended(source: string, mended: string, bundle: string, limits: Limits): string | null {
  const script = join(packageRoot(), 'scripts/build-mended.mjs');
  const done = runNode([script, source, mended, bundle], '', packageRoot(), { ...limits, seconds: limits.seconds * 3 });
  if (done.status === 0) return null;
  return done.err.trim() || done.out.trim() || 'it could not be built';
}
