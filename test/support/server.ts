/** A PHP program that serves, in a process of its own. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './repository.ts';

export interface RunningServer {
  /** `host:port` as the program said: "Listening on ..." */
  readonly address: string;
  readonly pid: number;
  /** Everything that it has printed. */
  output(): string;
  /** Sends SIGTERM (or another signal) and waits for its end; the exit status, or the signal's name. */
  stop(signal?: NodeJS.Signals): Promise<number | string>;
}

/** Starts a program and waits until it prints `Listening on ADDRESS`. */
export async function startServer(
  file: string,
  args: readonly string[],
  options: readonly string[] = [],
): Promise<RunningServer> {
  const child = spawn(process.execPath, [join(ROOT, 'bin/corovm.js'), 'run', ...options, file, ...args]);
  let output = '';
  const ended = new Promise<number | string>((resolve) => {
    child.on('close', (status, signal) => resolve(status ?? signal ?? 'unknown'));
  });
  const address = await new Promise<string>((resolve, reject) => {
    const look = (bytes: Buffer): void => {
      output += bytes.toString('latin1');
      const match = /Listening on (\S+)/.exec(output);
      if (match !== null) resolve(match[1] as string);
    };
    child.stdout.on('data', look);
    child.stderr.on('data', look);
    void ended.then((status) => reject(new Error(`the server ended with ${status}: ${output}`)));
  });
  return {
    address,
    output: () => output,
    pid: child.pid as number,
    stop(signal = 'SIGTERM') {
      child.kill(signal);
      return ended;
    },
  };
}
