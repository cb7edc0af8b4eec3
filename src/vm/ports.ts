/**
 * Ports: what the engine asks of its host. The core never touches `node:*`; src/io implements these for Node.
 */
import type { OpArray } from '../bytecode/op-array.ts';
import type { ForkPort } from './fork-port.ts';
import type { MissingPackage, SqlitePort } from './db-ports.ts';
import type { Network } from './net-ports.ts';

export interface FileStat {
  readonly isFile: boolean;
  readonly isDirectory: boolean;
  readonly size: number;
  /** Seconds since the epoch. */
  readonly mtime: number;
  readonly atime: number;
  readonly ctime: number;
  readonly mode: number;
  readonly dev: number;
  readonly ino: number;
  readonly nlink: number;
  readonly uid: number;
  readonly gid: number;
  readonly rdev: number;
  readonly blksize: number;
  readonly blocks: number;
}

/** Codings of HTTP's content. */
export type Coding = 'gzip' | 'deflate' | 'br';
/** What zlib writes: with the header of gzip, of zlib, or none. */
export type ZlibFormat = 'gzip' | 'zlib' | 'raw';

/** What a stream of zlib is made with. */
export interface ZlibSettings {
  readonly format: ZlibFormat;
  /** Of deflate: -1 (zlib's choice) to 9. */
  readonly level?: number;
  /** Of deflate: 1 to 9. */
  readonly memory?: number;
  /** Bits of the window, 8 to 15. */
  readonly window?: number;
  readonly strategy?: number;
  readonly dictionary?: string;
}

/** Z_OK, Z_STREAM_END, Z_BUF_ERROR, Z_DATA_ERROR; Z_NEED_DICT when the dictionary is not the one that is needed. */
export const ZLIB_STATUS = { ok: 0, end: 1, needDictionary: 2, dataError: -3, bufferError: -5 } as const;

/** What came of some bytes. */
export interface ZlibStep {
  readonly out: string;
  /** How many bytes were taken; fewer than were given at the end of the stream. */
  readonly consumed: number;
  /** One of ZLIB_STATUS. */
  readonly status: number;
}

/** A stream of zlib's that is fed part by part. */
export interface ZlibStream {
  /** @param flush zlib's: 0 (none) to 5 (block) */
  run(bytes: string, flush: number): ZlibStep;
  /** Begins anew. */
  reset(): void;
}

/** A synchronous view of the host: output, files, clock, randomness, environment. Strings are bytes (latin1). */
export interface Host {
  /** Standard output; may buffer until flush(). */
  writeOut(bytes: string): void;
  writeErr(bytes: string): void;
  flush(): void;
  /** Standard input: up to `length` bytes, '' at end of file; blocks. */
  readIn(length: number): string;
  /** Null when it cannot be read; `error` then says why in PHP's words ("No such file or directory"). */
  readFile(path: string): string | null;
  /** False when it failed. */
  writeFile(path: string, bytes: string, append: boolean): boolean;
  stat(path: string): FileStat | null;
  /** Of a link itself. */
  lstat(path: string): FileStat | null;
  /** What may be done with a file (access()): 4 read, 2 write, 1 execute. */
  access(path: string, mode: number): boolean;
  chmod(path: string, mode: number): boolean;
  /** Seconds since the epoch. */
  setTimes(path: string, atime: number, mtime: number): boolean;
  symlink(target: string, link: string): boolean;
  link(target: string, link: string): boolean;
  /** Where a symbolic link points; null when it is none. */
  readLink(path: string): string | null;
  /** Sets the mask of new files' modes unless null; returns what it was. */
  umask(mask: number | null): number;
  unlink(path: string): boolean;
  mkdir(path: string, mode: number, recursive: boolean): boolean;
  rmdir(path: string): boolean;
  rename(from: string, to: string): boolean;
  readDir(path: string): string[] | null;
  /** realpath(); null when it does not exist. */
  resolvePath(path: string): string | null;
  cwd(): string;
  chdir(path: string): boolean;
  /** Microseconds since the epoch. */
  nowMicros(): number;
  /** Monotonic nanoseconds. */
  hrtime(): bigint;
  /** The clock stands still while the program runs and jumps when it waits. */
  readonly virtualTime?: boolean;
  /** Blocks for so many microseconds. */
  sleepMicros(micros: number): void;
  randomBytes(length: number): Uint8Array;
  env(): Record<string, string>;
  pid(): number;
  readonly platform: string;
  /** Open files; null where the host has none. */
  readonly files: FilePort | null;
  /** The machine and other processes; null where there is no such thing (a browser). */
  readonly system: SystemPort | null;
  /** The program runs for long, or runs a very long function. May come often. */
  warm?(): void;
  /** Sockets and the host's event loop, made on first use; absent where there are none. */
  network?(): Network;
  /** SQLite, loaded on first use; absent where there are no files. */
  sqlite?(): SqlitePort | MissingPackage;
  /** Unpacks a whole text; null when it is none in that coding. Absent where the host cannot. */
  decompress?(coding: Coding, bytes: string): string | null;
  /** The other way: `deflate` is without its wrapping. @param level 0 to 9, of `br` to 11 */
  compress?(coding: Coding, bytes: string, level: number): string;
  /** The one format only. @param level -1 (zlib's choice) to 9 */
  deflate?(format: ZlibFormat, bytes: string, level: number): string;
  /** A whole text of that format, null when it is none, false when it is longer than `max` (0: any length). */
  inflate?(format: ZlibFormat, bytes: string, max: number): string | false | null;
  /** Blocks of a raw stream behind `dictionary`, up to a byte's end. @param last they end the stream */
  deflatePart?(bytes: string, level: number, dictionary: string, last: boolean): string;
  /** A stream that packs or unpacks; null where the host cannot. */
  zlibStream?(way: 'deflate' | 'inflate', settings: ZlibSettings): ZlibStream | null;
  /** A message of a WebSocket (RFC 7692); null when it is none, false when it is longer than `max`. */
  inflateMessage?(bytes: string, max: number): string | false | null;
  /** Copies of this process; absent where there are none. */
  readonly forks?: ForkPort;
}

/** open(2)'s flags, Linux's numbers. */
export const OPEN_FLAGS = {
  read: 0,
  write: 1,
  both: 2,
  create: 0o100,
  exclusive: 0o200,
  truncate: 0o1000,
  append: 0o2000,
} as const;

/** Open files by descriptor. A negative result is an error number of the system, negated. Nothing here throws. */
export interface FilePort {
  open(path: string, flags: number, mode: number): number;
  close(fd: number): number;
  /** Up to `length` bytes, from `position` or from where the file stands (null, for what cannot seek). `wait`: blocks for them. */
  read(fd: number, length: number, position: number | null, wait: boolean): string | number;
  /** How many bytes were written. */
  write(fd: number, bytes: string, position: number | null): number;
  stat(fd: number): FileStat | number;
  truncate(fd: number, size: number): number;
  /** To the disk; `dataOnly`: without what describes the file. */
  sync(fd: number, dataOnly: boolean): number;
  /** flock(2): 1 shared, 2 exclusive, 3 unlock, or 4 not to wait. */
  lock(fd: number, operation: number): number;
  isTerminal(fd: number): boolean;
}

/** What getrusage() tells, in its own words and units. */
export type ResourceUsage = Readonly<Record<string, number>>;

/** uname(2) */
export interface MachineName {
  readonly system: string;
  readonly node: string;
  readonly release: string;
  readonly version: string;
  readonly machine: string;
}

/** What a child process is doing. */
export interface ProcessStatus {
  readonly running: boolean;
  /** -1 while it runs or after a signal ended it. */
  readonly exitCode: number;
  /** The signal that ended it, 0 for none. */
  readonly signal: number;
}

/** How a command ended and what it printed. */
export interface CommandResult {
  readonly output: string;
  readonly exitCode: number;
}

/** The operating system. Nothing here throws. */
export interface SystemPort {
  usage(): ResourceUsage;
  /** Over 1, 5 and 15 minutes. */
  loadAverage(): readonly number[];
  machine(): MachineName;
  userName(): string;
  uid(): number;
  gid(): number;
  /** Bytes; null when there is no such folder. */
  diskSpace(path: string): { readonly free: number; readonly total: number } | null;
  /** nice(2): false when that is not allowed. */
  renice(increment: number): boolean;
  /** Changes the owner of a file; -1 keeps it. `link`: of a link itself. */
  chown(path: string, uid: number, gid: number, link: boolean): boolean;
  /** Runs a shell command to its end, its input and errors those of this process; null when there is no shell. */
  run(command: string, env: Readonly<Record<string, string>>): CommandResult | null;
  /**
   * The reading and the writing end of a new pipe, as descriptors; null when there is none to be had.
   * @param ownEnd which of them this process keeps; the other is for a child
   */
  pipe(ownEnd: 'read' | 'write'): readonly [number, number] | null;
  /** Starts a program: a shell command or a list of arguments. `fds[i]` is its descriptor i, negative for none. A text says why it failed. */
  start(
    command: string | readonly string[],
    fds: readonly number[],
    cwd: string | null,
    env: Readonly<Record<string, string>>,
  ): number | string;
  /** `wait`: blocks until it has ended. */
  status(pid: number, wait: boolean): ProcessStatus;
  kill(pid: number, signal: number): boolean;
  /** What ps shows of this process. */
  setTitle(title: string): void;
}

/** What the compiler said while compiling: warnings and deprecations before the code runs. */
export interface CompileDiagnostic {
  readonly level: number;
  readonly message: string;
  readonly line: number;
}

export interface CompileFailure {
  readonly kind: 'parse' | 'compile';
  readonly message: string;
  readonly line: number;
  /** Thrown as a ParseError or CompileError by include and eval; otherwise it ends the request. */
  readonly catchable?: boolean;
}

export interface CompileOutcome {
  readonly main: OpArray | null;
  readonly diagnostics: readonly CompileDiagnostic[];
  readonly failure: CompileFailure | null;
}

/** A token as token_get_all() gives it: a number below 256 is the code of a character. */
export interface SourceToken {
  readonly id: number;
  readonly text: string;
  readonly line: number;
  /** Byte offset. */
  readonly pos: number;
}

export interface TokenizeOutcome {
  readonly tokens: readonly SourceToken[];
  readonly diagnostics: readonly CompileDiagnostic[];
  readonly failure: CompileFailure | null;
}

/** The compiler as the VM sees it (include, eval, create_function-like builtins). */
export interface CompilePort {
  compileFile(source: string, fileName: string): CompileOutcome;
  compileString(source: string, fileName: string): CompileOutcome;
  /** A file's tokens, blanks and comments too; with `parse` (TOKEN_PARSE) it must be right and is read as the parser does. */
  tokenize(source: string, parse: boolean): TokenizeOutcome;
}
