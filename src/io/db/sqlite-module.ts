/**
 * SQLite's own WebAssembly build (package @sqlite.org/sqlite-wasm): the module is instantiated here, at once and without
 * the package's JavaScript, and reaches files through src/io/db/sqlite-syscalls.ts.
 * Source: https://sqlite.org/c3ref/intro.html
 */
import type { MissingPackage } from '../../vm/db-ports.ts';
import { packageFile } from './packages.ts';
import { WasmMemory, webAssembly } from './sqlite-memory.ts';
import { createSyscalls } from './sqlite-syscalls.ts';

/** 8 MB, up to 2 GB, in pages of 64 KB: what the module was linked for. */
const INITIAL_PAGES = 128;
const MAXIMUM_PAGES = 32768;
const PAGE = 65536;

/** A function of the module: pointers and ints as numbers, 64-bit ints as bigints. */
export type SqliteCall = (...args: (number | bigint)[]) => number;
export type SqliteCall64 = (...args: number[]) => bigint;

export class SqliteModule {
  readonly memory: WasmMemory;
  private readonly functions: Readonly<Record<string, unknown>>;

  constructor(memory: WasmMemory, functions: Readonly<Record<string, unknown>>) {
    this.memory = memory;
    this.functions = functions;
  }

  /** `sqlite3_<name>` and others by their own name. */
  call(name: string, ...args: (number | bigint)[]): number {
    return (this.functions[name] as SqliteCall)(...args);
  }

  call64(name: string, ...args: number[]): bigint {
    return (this.functions[name] as SqliteCall64)(...args);
  }

  /** Bytes in the module's memory, with a NUL behind them; to be freed. */
  copyIn(bytes: string): number {
    const at = this.call('malloc', bytes.length + 1);
    this.memory.put(at, `${bytes}\0`);
    return at;
  }

  free(at: number): void {
    this.call('free', at);
  }
}

/** Loads the module; takes a few tens of milliseconds. */
export function loadSqliteModule(): SqliteModule | MissingPackage {
  const file = packageFile('@sqlite.org/sqlite-wasm', 'sqlite3.wasm');
  if ('missing' in file) return file;
  const bytes = process.getBuiltinModule('node:fs').readFileSync(file.path);
  const memory = new WasmMemory(new webAssembly.Memory({ initial: INITIAL_PAGES, maximum: MAXIMUM_PAGES }));
  const calls = createSyscalls(memory);
  const instance = new webAssembly.Instance(new webAssembly.Module(bytes), {
    env: { ...calls, memory: memory.memory },
    wasi_snapshot_preview1: { ...calls },
  });
  const made = new SqliteModule(memory, instance.exports);
  memory.allocate = (size) => {
    const at = made.call('emscripten_builtin_memalign', PAGE, Math.ceil(size / PAGE) * PAGE);
    memory.view.fill(0, at, at + size);
    return at;
  };
  made.call('__wasm_call_ctors');
  made.call('sqlite3_initialize');
  return made;
}
