/** Files of the Node host. Paths and contents are byte strings; nothing here throws. */
import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import type { FileStat } from '../vm/ports.ts';

/** A path for node:fs: bytes, as file names need not be UTF-8. */
function bytesOf(path: string): string | Buffer {
  return /^[\x01-\x7f]*$/.test(path) ? path : Buffer.from(path, 'latin1');
}

/** Runs an operation; `failed` when the system says no. */
function attempt<T>(path: string, operation: (path: string | Buffer) => T, failed: T): T {
  if (path.includes('\0')) return failed;
  try {
    return operation(bytesOf(path));
  } catch {
    return failed;
  }
}

export function readFileBytes(path: string): string | null {
  return attempt(path, (p) => readFileSync(p, 'latin1'), null);
}

export function writeFileBytes(path: string, bytes: string, append: boolean): boolean {
  const write = append ? appendFileSync : writeFileSync;
  return attempt(path, (p) => (write(p, Buffer.from(bytes, 'latin1')), true), false);
}

export function statFile(path: string): FileStat | null {
  return attempt(
    path,
    (p) => {
      const stats = statSync(p);
      return {
        isFile: stats.isFile(),
        isDirectory: stats.isDirectory(),
        size: stats.size,
        mtime: Math.floor(stats.mtimeMs / 1000),
        mode: stats.mode,
      };
    },
    null,
  );
}

export function unlinkFile(path: string): boolean {
  return attempt(path, (p) => (unlinkSync(p), true), false);
}

export function makeFolder(path: string, mode: number, recursive: boolean): boolean {
  return attempt(path, (p) => (mkdirSync(p, { mode, recursive }), true), false);
}

export function removeFolder(path: string): boolean {
  return attempt(path, (p) => (rmdirSync(p), true), false);
}

export function renameFile(from: string, to: string): boolean {
  return attempt(from, (p) => (renameSync(p, bytesOf(to)), true), false);
}

export function listFolder(path: string): string[] | null {
  return attempt(path, (p) => readdirSync(p, 'latin1' as const).sort(), null);
}

export function realPath(path: string): string | null {
  return attempt(path, (p) => realpathSync.native(p, 'buffer').toString('latin1'), null);
}
