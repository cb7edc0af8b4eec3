/** Open files of the Node host, by descriptor. */
import { spawnSync } from 'node:child_process';
import { closeSync, fdatasyncSync, fstatSync, fsyncSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { isTerminal } from './is-terminal.ts';
import type { FilePort } from '../vm/ports.ts';
import { bytesOf, toFileStat } from './node-files.ts';
import { sleepMilliseconds } from './node-output.ts';

const RETRY_MS = 0.5;
const EIO = 5;
const EINVAL = 22;
const EAGAIN = 11;
const LOCKER = 'flock';

/** The system's number for what went wrong, negated. */
function errorNumber(error: unknown): number {
  const errno = error instanceof Error && 'errno' in error ? Number(error.errno) : -EIO;
  return errno < 0 ? errno : -EIO;
}

function attempt<T>(operation: () => T, wait: boolean = true): T | number {
  for (;;) {
    try {
      return operation();
    } catch (error) {
      const errno = errorNumber(error);
      if (errno !== -EAGAIN || !wait) return errno;
      sleepMilliseconds(RETRY_MS);
    }
  }
}

function read(fd: number, length: number, position: number | null, wait: boolean): string | number {
  const buffer = Buffer.allocUnsafe(length);
  return attempt(() => buffer.toString('latin1', 0, readSync(fd, buffer, 0, length, position)), wait);
}

function write(fd: number, bytes: string, position: number | null): number {
  return attempt(() => writeSync(fd, Buffer.from(bytes, 'latin1'), 0, bytes.length, position));
}

const LOCK_OPTIONS = ['', '-s', '-x', '-u'];

/** Node has no flock(2): the tool of that name locks the same open file, which it inherits. */
function lock(fd: number, operation: number): number {
  const kind = LOCK_OPTIONS[operation & 3];
  if (kind === undefined || kind === '') return -EINVAL;
  const args = (operation & 4) !== 0 ? [kind, '-n', '3'] : [kind, '3'];
  return spawnSync(LOCKER, args, { stdio: ['ignore', 'ignore', 'ignore', fd] }).status === 0 ? 0 : -EAGAIN;
}

export const nodeFilePort: FilePort = {
  open: (path, flags, mode) => attempt(() => openSync(bytesOf(path), flags, mode)),
  close: (fd) => attempt(() => (closeSync(fd), 0)),
  read,
  write,
  stat: (fd) => attempt(() => toFileStat(fstatSync(fd))),
  truncate: (fd, size) => attempt(() => (ftruncateSync(fd, size), 0)),
  sync: (fd, dataOnly) => attempt(() => ((dataOnly ? fdatasyncSync : fsyncSync)(fd), 0)),
  lock,
  isTerminal,
};
