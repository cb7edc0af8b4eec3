/** A worker's private copy of the support files below a corpus, mended after every test. */
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';

const isSupport = (path: string): boolean => !path.endsWith('.phpt') && basename(path) !== '.git';

/** Name -> what changes when the entry changes; folders only count as present. */
type Listing = ReadonlyMap<string, string>;

function stateOf(stats: Stats): string {
  return stats.isDirectory() ? 'folder' : `${stats.size} ${stats.mtimeMs} ${stats.mode}`;
}

function listing(folder: string): Listing {
  return new Map(readdirSync(folder).map((name) => [name, stateOf(lstatSync(join(folder, name)))]));
}

export class Sandbox {
  readonly #root: string;
  readonly #home: string;
  readonly #known = new Map<string, Listing>();
  /** The copy of the corpus. */
  readonly copy: string;
  /** The tests' temporary folder. */
  readonly tmp: string;
  /** A folder with an empty php.ini, so that built-in defaults hold. */
  readonly phprc: string;

  constructor(root: string) {
    this.#root = root;
    this.#home = mkdtempSync(join(tmpdir(), 'corovm-phpt-'));
    chmodSync(this.#home, 0o755);
    this.copy = join(this.#home, 'src');
    this.tmp = join(this.#home, 'tmp');
    this.phprc = join(this.#home, 'phprc');
    mkdirSync(this.tmp);
    mkdirSync(this.phprc);
    writeFileSync(join(this.phprc, 'php.ini'), '');
    this.#copy(root, this.copy);
  }

  /**
   * The folder for a test, in the state the corpus has it.
   * @param folder relative to the corpus
   */
  enter(folder: string): string {
    const target = join(this.copy, folder);
    mkdirSync(target, { recursive: true });
    for (const path of [target, this.copy]) if (!this.#known.has(path)) this.#known.set(path, listing(path));
    return target;
  }

  /** Undoes what a test did to its folder, the root and the temporary folder. */
  leave(folder: string): void {
    for (const path of new Set([join(this.copy, folder), this.copy])) this.#mend(path);
    for (const name of readdirSync(this.tmp)) rmSync(join(this.tmp, name), { recursive: true, force: true });
  }

  /** A single file that runs the engine: what tests start as TEST_PHP_EXECUTABLE. */
  executable(engine: readonly string[]): string {
    const file = join(this.#home, 'php');
    if (!existsSync(file)) {
      const words = engine.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
      writeFileSync(file, `#!/bin/sh\nexec ${words} "$@"\n`, { mode: 0o755 });
    }
    return file;
  }

  dispose(): void {
    rmSync(this.#home, { recursive: true, force: true });
  }

  #copy(from: string, to: string): void {
    cpSync(from, to, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true, filter: isSupport });
  }

  #mend(path: string): void {
    const before = this.#known.get(path) ?? new Map<string, string>();
    const now = listing(path);
    let changed = false;
    for (const [name, state] of now) {
      if (before.get(name) === state || (state === 'folder' && this.#known.has(join(path, name)))) continue;
      changed = true;
      rmSync(join(path, name), { recursive: true, force: true });
    }
    for (const [name, state] of before) {
      if (now.get(name) === state) continue;
      changed = true;
      const origin = join(this.#root, relative(this.copy, path), name);
      if (existsSync(origin)) this.#copy(origin, join(path, name));
    }
    if (changed) this.#known.set(path, listing(path));
  }
}

/** Folder of a test name, "." at the root. */
export function folderOf(name: string): string {
  return dirname(name);
}
