/**
 * Numbers that processes share: files in memory, changed under a lock. Before the first copy is made they are plain
 * variables.
 */
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SharedNumber } from '../../vm/fork-port.ts';
import { sleepMilliseconds } from '../node-output.ts';

const RETRY_MS = 0.2;
/** A lock this old belongs to a process that has died. */
const STALE_MS = 2000;

function lock(path: string): void {
  for (;;) {
    try {
      closeSync(openSync(path, 'wx'));
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return;
    }
    try {
      if (Date.now() - statSync(path).mtimeMs > STALE_MS) unlinkSync(path);
    } catch {
      // somebody has unlocked it meanwhile
    }
    sleepMilliseconds(RETRY_MS);
  }
}

function unlock(path: string): void {
  rmSync(path, { force: true });
}

class NodeSharedNumber implements SharedNumber {
  private value: number;
  /** Null while nobody else knows it. */
  private file: string | null = null;

  constructor(value: number) {
    this.value = value;
  }

  share(file: string): void {
    this.file = file;
    try {
      if (!existsSync(file)) writeFileSync(file, String(this.value));
    } catch {
      this.file = null; // everybody else has gone
    }
  }

  get isShared(): boolean {
    return this.file !== null;
  }

  get(): number {
    if (this.file === null) return this.value;
    try {
      const text = readFileSync(this.file, 'latin1');
      if (text !== '') this.value = Number(text);
    } catch {
      this.file = null; // everybody else has gone
    }
    return this.value;
  }

  update(change: (value: number) => number): number {
    const { file } = this;
    if (file === null) {
      const before = this.value;
      this.value = change(before);
      return before;
    }
    const guard = `${file}.lock`;
    lock(guard);
    const before = this.get();
    this.value = change(before);
    try {
      writeFileSync(file, String(this.value));
    } catch {
      this.file = null;
    }
    unlock(guard);
    return before;
  }
}

export class SharedNumbers {
  private readonly all: { readonly name: string; readonly number: NodeSharedNumber }[] = [];
  /** Where they lie; null while nobody shares them. */
  folder: string | null;
  private readonly owner: boolean;
  /** Of the process that makes numbers now: its place among the copies. */
  prefix = '0';

  /** @param folder that of the maker; null in a process that is no copy */
  constructor(folder: string | null) {
    this.folder = folder;
    this.owner = folder === null;
  }

  create(value: number): SharedNumber {
    const number = new NodeSharedNumber(value);
    this.all.push({ name: `${this.prefix}-${this.all.length}`, number });
    return number;
  }

  /** From now on every number that exists is shared; where they lie. */
  share(): string {
    if (this.folder === null) {
      const base = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
      const folder = join(base, `corovm-${process.pid}-${Date.now().toString(36)}`);
      mkdirSync(folder, { recursive: true });
      this.folder = folder;
      process.once('exit', () => {
        if (this.owner) rmSync(folder, { recursive: true, force: true });
      });
    }
    const { folder } = this;
    for (const { name, number } of this.all) if (!number.isShared) number.share(join(folder, name));
    return folder;
  }

  /** This process has become a copy of its own. */
  become(name: string): void {
    this.share();
    this.prefix = name;
  }
}
