/** Running a learner's program in a child process with limits: an endless loop or a flood of coroutines ends there. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { packageRoot } from './places.ts';

export interface Limits {
  readonly seconds: number;
  readonly megabytes: number;
}

export const DEFAULT_LIMITS: Limits = { seconds: 10, megabytes: 256 };

export interface ChildResult {
  /** Text, decoded from UTF-8. */
  readonly out: string;
  readonly err: string;
  /** The limit that ended it, null when none did. */
  readonly limit: 'time' | 'memory' | 'output' | null;
}

/** A PHP program and how to run it. */
export interface ProgramRun {
  readonly program: string;
  readonly args: readonly string[];
  readonly stdin: string;
  readonly cwd: string;
  /** With the world's clock and sockets; otherwise sleeping takes no time. */
  readonly realTime: boolean;
}

/** What judging needs: the real ones start child processes. */
export interface Tools {
  readonly limits: Limits;
  run(what: ProgramRun): Promise<ChildResult>;
  /** Builds a corovm in which `source` (a path of src/) is replaced by the file `mended`; null, or what is wrong with it. */
  build(source: string, mended: string, bundle: string): Promise<string | null>;
  /** Runs a program on a corovm that was built; leaks are reported on standard error. */
  runMended(bundle: string, program: string): Promise<ChildResult>;
}

const MOST_OUTPUT = 1 << 20;
const MILLIS = 1000;
/** A program of the course starts no other programs: they would outlive the limits. */
const NO_PROGRAMS = 'disable_functions=exec,passthru,shell_exec,system,proc_open,popen';

/** Runs `words` with node. */
function runNode(words: readonly string[], stdin: string, cwd: string, limits: Limits): Promise<ChildResult> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [`--max-old-space-size=${limits.megabytes}`, ...words], {
      cwd,
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    let limit: ChildResult['limit'] = null;
    const stop = (reason: 'time' | 'output'): void => {
      limit ??= reason;
      child.kill('SIGKILL');
    };
    const timer = setTimeout(() => stop('time'), limits.seconds * MILLIS);
    const texts: Record<'stdout' | 'stderr', Buffer[]> = { stdout: [], stderr: [] };
    for (const name of ['stdout', 'stderr'] as const) {
      let size = 0;
      child[name].on('data', (data: Buffer) => {
        size += data.length;
        if (size > MOST_OUTPUT) stop('output');
        else texts[name].push(data);
      });
    }
    child.stdin.on('error', () => {});
    child.stdin.end(Buffer.from(stdin, 'utf8'));
    const done = (signal: NodeJS.Signals | null): void => {
      clearTimeout(timer);
      const err = Buffer.concat(texts.stderr).toString('utf8');
      if (signal === 'SIGABRT' || /heap out of memory|memory limit/.test(err)) limit ??= 'memory';
      resolve({ out: Buffer.concat(texts.stdout).toString('utf8'), err, limit });
    };
    child.on('error', () => done(null));
    child.on('close', (_status, signal) => done(signal));
  });
}

/** Tools that run everything in child processes with these limits. */
export function childTools(limits: Limits): Tools {
  const root = packageRoot();
  return {
    limits,
    run: ({ program, args, stdin, cwd, realTime }) => {
      const time = realTime ? [] : ['--virtual-time'];
      const words = [join(root, 'bin/corovm.js'), 'run', ...time, '--no-cache', '-d', NO_PROGRAMS, program, ...args];
      return runNode(words, stdin, cwd, limits);
    },
    build: async (source, mended, bundle) => {
      const words = [join(root, 'scripts/build-mended.mjs'), source, mended, bundle];
      // a compiler is at work, not the learner's program
      const done = await runNode(words, '', root, { seconds: limits.seconds * 6, megabytes: 1024 });
      if (done.out.trim() === 'built') return null;
      return done.err.trim() || done.limit || 'esbuild gave no answer';
    },
    runMended: (bundle, program) =>
      runNode([bundle, 'run', '--virtual-time', '--check-leaks', '--no-cache', program], '', root, limits),
  };
}
