/** The Host port on Node: what the engine may ask of the machine it runs on. */
import { readSync } from 'node:fs';
import type { MissingPackage, SqlitePort } from '../vm/db-ports.ts';
import type { Host } from '../vm/ports.ts';
import { NodeForks } from './forks/node-forks.ts';
import { replayedFiles } from './forks/replayed-files.ts';
import { openSqlitePort } from './db/sqlite.ts';
import { createNodeNetwork, type NodeNetwork } from './net/node-network.ts';
import {
  accessFile,
  changeMode,
  listFolder,
  lstatFile,
  makeFolder,
  makeLink,
  makeSymlink,
  readFileBytes,
  readLinkOf,
  realPath,
  removeFolder,
  renameFile,
  setFileTimes,
  statFile,
  unlinkFile,
  writeFileBytes,
} from './node-files.ts';
import {
  compressBytes,
  decompressBytes,
  deflateBytes,
  deflatePart,
  inflateBytes,
  inflateMessage,
} from './node-compression.ts';
import { openZlibStream } from './node-zlib-stream.ts';
import { nodeFilePort } from './node-descriptors.ts';
import { createNodeSystem } from './node-system.ts';
import { NodeOutput, sleepMilliseconds } from './node-output.ts';
import { createWallClock } from './wall-clock.ts';

const RETRY_MS = 5;
/** UTF-8 text of Node's as PHP's bytes. */
export function textToBytes(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

/** PHP's bytes as text for Node; bytes that are no UTF-8 become U+FFFD. */
export function bytesToText(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** Blocks until standard input has bytes; '' at its end. */
function readStandardInput(length: number): string {
  const buffer = Buffer.allocUnsafe(Math.max(1, length));
  for (;;) {
    try {
      const count = readSync(0, buffer, 0, buffer.length, null);
      return buffer.toString('latin1', 0, count);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : '';
      if (code !== 'EAGAIN') return '';
      sleepMilliseconds(RETRY_MS);
    }
  }
}

function environment(): Record<string, string> {
  const result: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined) result[textToBytes(name)] = textToBytes(value);
  }
  return result;
}

/** '' when it has been removed. */
function currentFolder(): string {
  try {
    return textToBytes(process.cwd());
  } catch {
    return '';
  }
}

function changeFolder(path: string): boolean {
  try {
    process.chdir(bytesToText(path));
    return true;
  } catch {
    return false;
  }
}

/** A host on this process. Each has buffers of its own: make one per process, and flush() before it ends. */
export function createNodeHost(): Host {
  const out = new NodeOutput(1);
  const err = new NodeOutput(2);
  const flush = (): void => {
    out.flush();
    err.flush();
  };
  let network: NodeNetwork | null = null;
  const theNetwork = (): NodeNetwork => {
    network ??= createNodeNetwork(forks);
    return network;
  };
  const forks: NodeForks = new NodeForks(() => theNetwork().hub, flush);
  let sqlite: SqlitePort | MissingPackage | null = null;
  return {
    sqlite: () => {
      sqlite ??= openSqlitePort();
      return sqlite;
    },
    network: theNetwork,
    decompress: decompressBytes,
    compress: compressBytes,
    deflate: deflateBytes,
    inflate: inflateBytes,
    deflatePart,
    inflateMessage,
    zlibStream: openZlibStream,
    forks,
    // what a copy does before it is one has been seen already
    writeOut: (bytes) => {
      if (forks.replaying) return;
      out.write(bytes);
      if (forks.hasCompany) out.flush();
    },
    writeErr: (bytes) => {
      if (forks.replaying) return;
      out.flush(); // what was printed first is seen first
      err.write(bytes);
      err.flush();
    },
    flush,
    readIn: (length) => {
      flush(); // a prompt is seen before its answer is awaited
      return readStandardInput(length);
    },
    readFile: readFileBytes,
    writeFile: (path, bytes, append) => forks.once(() => writeFileBytes(path, bytes, append)),
    stat: statFile,
    lstat: lstatFile,
    access: accessFile,
    chmod: changeMode,
    setTimes: setFileTimes,
    symlink: makeSymlink,
    link: makeLink,
    readLink: readLinkOf,
    umask: (mask) => (mask === null ? process.umask() : process.umask(mask & 0o777)),
    unlink: (path) => forks.once(() => unlinkFile(path)),
    mkdir: (path, mode, recursive) => forks.once(() => makeFolder(path, mode, recursive)),
    rmdir: (path) => forks.once(() => removeFolder(path)),
    rename: (from, to) => forks.once(() => renameFile(from, to)),
    readDir: listFolder,
    resolvePath: realPath,
    cwd: currentFolder,
    chdir: changeFolder,
    nowMicros: createWallClock(),
    hrtime: () => process.hrtime.bigint(),
    sleepMicros: (micros) => {
      flush();
      forks.flushMessages();
      if (!forks.replaying) sleepMilliseconds(micros / 1000);
    },
    randomBytes: (length) => forks.random(length),
    env: environment,
    pid: () => (forks.replaying ? forks.makerPid : process.pid),
    platform: process.platform,
    files: replayedFiles(nodeFilePort, () => forks.replaying),
    system: createNodeSystem(flush),
  };
}
