/** Files of the Node host. Paths and contents are byte strings; nothing here throws. */
import {
  accessSync,
  appendFileSync,
  chmodSync,
  linkSync,
  lstatSync,
  type Dir,
  mkdirSync,
  opendirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmdirSync,
  type Stats,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import type { FileStat } from '../vm/ports.ts';

/** A path for node:fs: bytes, as file names need not be UTF-8. */
export function bytesOf(path: string): string | Buffer {
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

export function toFileStat(stats: Stats): FileStat {
  return {
    isFile: stats.isFile(),
    isDirectory: stats.isDirectory(),
    size: stats.size,
    mtime: Math.floor(stats.mtimeMs / 1000),
    atime: Math.floor(stats.atimeMs / 1000),
    ctime: Math.floor(stats.ctimeMs / 1000),
    mode: stats.mode,
    dev: stats.dev,
    ino: stats.ino,
    nlink: stats.nlink,
    uid: stats.uid,
    gid: stats.gid,
    rdev: stats.rdev,
    blksize: stats.blksize,
    blocks: stats.blocks,
  };
}

export function statFile(path: string): FileStat | null {
  return attempt(path, (p) => toFileStat(statSync(p)), null);
}

export function lstatFile(path: string): FileStat | null {
  return attempt(path, (p) => toFileStat(lstatSync(p)), null);
}

export function accessFile(path: string, mode: number): boolean {
  return attempt(path, (p) => (accessSync(p, mode), true), false);
}

export function changeMode(path: string, mode: number): boolean {
  return attempt(path, (p) => (chmodSync(p, mode), true), false);
}

export function setFileTimes(path: string, atime: number, mtime: number): boolean {
  return attempt(path, (p) => (utimesSync(p, atime, mtime), true), false);
}

export function makeSymlink(target: string, link: string): boolean {
  return attempt(link, (p) => (symlinkSync(bytesOf(target), p), true), false);
}

export function makeLink(target: string, link: string): boolean {
  return attempt(link, (p) => (linkSync(bytesOf(target), p), true), false);
}

export function readLinkOf(path: string): string | null {
  return attempt(path, (p) => readlinkSync(p, 'latin1'), null);
}

export function unlinkFile(path: string): boolean {
  return attempt(path, (p) => (unlinkSync(p), true), false);
}

/** Folder by folder: the recursive mkdirSync never comes back under /proc. */
export function makeFolder(path: string, mode: number, recursive: boolean): boolean {
  const missing = [recursive ? path.replace(/(?<=\/)(?:\.\/+)+/g, '').replace(/\/\.\/*$/, '') : path];
  for (let at = missing[0] as string; recursive; missing.push(at)) {
    at = at.replace(/\/*[^/]+\/*$/, '');
    if (at === '' || statFile(at) !== null) break;
  }
  return missing.reverse().every((folder) => attempt(folder, (p) => (mkdirSync(p, { mode }), true), false));
}

export function removeFolder(path: string): boolean {
  return attempt(path, (p) => (rmdirSync(p), true), false);
}

export function renameFile(from: string, to: string): boolean {
  return attempt(from, (p) => (renameSync(p, bytesOf(to)), true), false);
}

/** In the order of the file system, as readdir(3) gives them: node:fs sorts what it lists at once. */
export function listFolder(path: string): string[] | null {
  return attempt(path, (p) => namesOf(opendirSync(p as string, { encoding: 'latin1' })), null);
}

function namesOf(folder: Dir): string[] {
  const names: string[] = [];
  for (let entry = folder.readSync(); entry !== null; entry = folder.readSync()) names.push(entry.name);
  folder.closeSync();
  return names;
}

export function realPath(path: string): string | null {
  return attempt(path, (p) => realpathSync.native(p, 'buffer').toString('latin1'), null);
}
