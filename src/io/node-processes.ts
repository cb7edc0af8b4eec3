/**
 * Child processes for a program that blocks: Node starts them at once, and how they ended is read from the system's process
 * table, as Node's own news would need its event loop to turn.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { constants as osConstants, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommandResult, ProcessStatus } from '../vm/ports.ts';
import { sleepMilliseconds } from './node-output.ts';

const SHELL = '/bin/sh';
/** What it is told to be called, and calls itself in messages. */
const SHELL_NAME = 'sh';
const MAKE_PIPE = 'mkfifo';
const POLL_MS = 1;
const SIGNAL_BASE = 128;

type Environment = Readonly<Record<string, string>>;

const text = (bytes: string): string => Buffer.from(bytes, 'latin1').toString('utf8');

function environmentOf(env: Environment): Record<string, string> {
  return Object.fromEntries(Object.entries(env).map(([name, value]) => [text(name), text(value)]));
}

function signalNumber(name: NodeJS.Signals | null): number {
  return name === null ? 0 : osConstants.signals[name];
}

/** A wait(2) status. */
function fromWaitStatus(status: number): ProcessStatus {
  const signal = status & 0x7f;
  return { running: false, exitCode: signal === 0 ? (status >> 8) & 0xff : -1, signal };
}

export class NodeProcesses {
  private readonly flush: () => void;
  private readonly children: Map<number, ChildProcess> = new Map();
  private readonly ended: Map<number, ProcessStatus> = new Map();

  constructor(flush: () => void) {
    this.flush = flush;
  }

  run(command: string, env: Environment): CommandResult | null {
    this.flush();
    const done = spawnSync(SHELL, ['-c', text(command)], {
      argv0: SHELL_NAME,
      stdio: ['inherit', 'pipe', 'inherit'],
      env: environmentOf(env),
      maxBuffer: Number.POSITIVE_INFINITY,
    });
    if (done.error !== undefined) return null;
    const exitCode = done.status ?? SIGNAL_BASE + signalNumber(done.signal);
    return { output: done.stdout.toString('latin1'), exitCode };
  }

  /** A named pipe that loses its name at once: Node has no pipe(2). */
  pipe(ownEnd: 'read' | 'write'): readonly [number, number] | null {
    const folder = mkdtempSync(join(tmpdir(), 'corovm-'));
    try {
      const path = join(folder, 'pipe');
      if (spawnSync(MAKE_PIPE, ['-m', '600', path]).status !== 0) return null;
      // without a writer only a non-blocking open comes back: good for us, but a child's input has to block
      const opener = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
      const writer = openSync(path, constants.O_WRONLY);
      if (ownEnd === 'read') return [opener, writer];
      const reader = openSync(path, constants.O_RDONLY);
      closeSync(opener);
      return [reader, writer];
    } catch {
      return null;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  start(
    command: string | readonly string[],
    fds: readonly number[],
    cwd: string | null,
    env: Environment,
  ): number | string {
    this.flush();
    const [file = '', ...args] = typeof command === 'string' ? [SHELL, '-c', command] : command;
    try {
      const child = spawn(text(file), args.map(text), {
        stdio: fds.map((fd) => (fd < 0 ? 'ignore' : fd)),
        env: environmentOf(env),
        ...(typeof command === 'string' ? { argv0: SHELL_NAME } : {}),
        ...(cwd === null ? {} : { cwd: text(cwd) }),
      });
      child.on('error', () => {});
      const { pid } = child;
      if (pid === undefined) return 'No such file or directory';
      child.on('exit', (code, signal) => {
        this.ended.set(pid, { running: false, exitCode: code ?? -1, signal: signalNumber(signal) });
      });
      child.unref();
      this.children.set(pid, child);
      return pid;
    } catch {
      return 'Cannot start the process';
    }
  }

  status(pid: number, wait: boolean): ProcessStatus {
    for (;;) {
      const status = this.ended.get(pid) ?? zombieStatus(pid);
      if (!status.running || !wait) return status;
      sleepMilliseconds(POLL_MS);
    }
  }
}

/** From /proc: a child that has ended stays there as a zombie until somebody asks. */
function zombieStatus(pid: number): ProcessStatus {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
    // proc(5): the third field is the state, the last but none the wait status
    if (fields[0] === 'Z' || fields[0] === 'X') return fromWaitStatus(Number(fields[49]));
    return { running: true, exitCode: -1, signal: 0 };
  } catch {
    return { running: false, exitCode: -1, signal: 0 };
  }
}
