/**
 * Ports: what the engine asks of its host. The core never touches `node:*`; src/io implements these for Node.
 */
import type { OpArray } from '../bytecode/op-array.ts';

export interface FileStat {
  readonly isFile: boolean;
  readonly isDirectory: boolean;
  readonly size: number;
  /** Seconds since the epoch. */
  readonly mtime: number;
  readonly mode: number;
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
  /** Blocks for so many microseconds. */
  sleepMicros(micros: number): void;
  randomBytes(length: number): Uint8Array;
  env(): Record<string, string>;
  pid(): number;
  readonly platform: string;
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

/** The compiler as the VM sees it (include, eval, create_function-like builtins). */
export interface CompilePort {
  compileFile(source: string, fileName: string): CompileOutcome;
  compileString(source: string, fileName: string): CompileOutcome;
}
