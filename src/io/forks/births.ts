/**
 * Which copies are still on their way to where they were made: a file for each, beside the shared numbers, so that every
 * process that shares them can look.
 */
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PREFIX = 'birth-';

/** Whether a process is there that may still say that its copy has come. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

export class Births {
  /** A copy is made; what is to be called when it has come. @param name its place among the copies */
  begin(folder: string, name: string): () => void {
    const file = join(folder, `${PREFIX}${process.pid}-${name}`);
    try {
      writeFileSync(file, '');
    } catch {
      return () => undefined; // everybody else has gone
    }
    let isOver = false;
    return () => {
      if (!isOver) rmSync(file, { force: true });
      isOver = true;
    };
  }

  any(folder: string): boolean {
    let names: string[];
    try {
      names = readdirSync(folder);
    } catch {
      return false;
    }
    return names.some((name) => name.startsWith(PREFIX) && isAlive(Number.parseInt(name.slice(PREFIX.length), 10)));
  }
}
