/** Child processes with time limits, byte strings in and out. */
import { spawn } from 'node:child_process';

export interface ProcessOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Bytes for standard input. */
  readonly stdin?: string;
  readonly timeoutMs: number;
  /** Standard error into standard output, in the order of writing. */
  readonly merge?: boolean;
}

export interface ProcessResult {
  readonly stdout: string;
  readonly stderr: string;
  /** null when it was stopped: by the time limit, by the output limit, or by a signal (see signal). */
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly timedOut: boolean;
  readonly milliseconds: number;
}

const OUTPUT_LIMIT = 32 << 20;

/** Runs a command in a process group of its own and kills that group afterwards. */
export function runProcess(argv: readonly string[], options: ProcessOptions): Promise<ProcessResult> {
  const command = options.merge === true ? ['/bin/sh', '-c', 'exec "$@" 2>&1', 'sh', ...argv] : [...argv];
  const [file = '', ...args] = command;
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(file, args, { cwd: options.cwd, env: options.env, detached: true, stdio: 'pipe' });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    let size = 0;
    let timedOut = false;
    const kill = (): void => {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      } catch {
        // it is gone already
      }
    };
    const stop = (): void => {
      timedOut = true;
      kill();
    };
    const timer = setTimeout(stop, options.timeoutMs);
    const collect = (into: Buffer[]) => (data: Buffer) => {
      size += data.length;
      if (size > OUTPUT_LIMIT) stop();
      else into.push(data);
    };
    child.stdout.on('data', collect(out));
    child.stderr.on('data', collect(err));
    child.stdin.on('error', () => {});
    child.stdin.end(Buffer.from(options.stdin ?? '', 'latin1'));
    child.on('error', reject);
    // A grandchild may hold the pipes open: it is given two seconds.
    child.on('exit', () => setTimeout(kill, 2000).unref());
    child.on('close', (status, signal) => {
      clearTimeout(timer);
      kill();
      resolve({
        stdout: Buffer.concat(out).toString('latin1'),
        stderr: Buffer.concat(err).toString('latin1'),
        status: timedOut ? null : status,
        signal,
        timedOut,
        milliseconds: performance.now() - started,
      });
    });
  });
}

/** Splits a command line at blanks; single and double quotes group. */
export function splitWords(text: string): string[] {
  const words: string[] = [];
  for (const match of text.matchAll(/(?:[^\s'"\\]|\\.|'[^']*'|"(?:[^"\\]|\\.)*")+/g)) {
    words.push(
      match[0].replace(
        /'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)/g,
        (_all, single, double, char) => char ?? single ?? String(double).replace(/\\(["\\$`])/g, '$1'),
      ),
    );
  }
  return words;
}
