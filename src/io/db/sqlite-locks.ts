/**
 * SQLite's file locks between processes. Node has no record locks, so a process that holds any lock on a database owns a
 * folder beside it, `<file>.lock`, with its process id inside; what another one has left behind when it died is taken away.
 * Between the connections of one process SQLite keeps its locks itself (unixInodeInfo of os_unix.c), so those are exact.
 */
const F_UNLCK = 2;
const EAGAIN = 6;

const fs = (): typeof import('node:fs') => process.getBuiltinModule('node:fs');

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

export class SqliteLocks {
  /** Files by name, with how many descriptors hold a lock. */
  private readonly held = new Map<string, Set<number>>();

  /** Whether a lock was had or given back; a negative error number otherwise. */
  set(path: string, fd: number, type: number, wholeFile: boolean): number {
    const holders = this.held.get(path);
    if (type === F_UNLCK) {
      if (wholeFile) this.release(path, fd);
      return 0;
    }
    if (holders !== undefined) {
      holders.add(fd);
      return 0;
    }
    if (!this.take(`${path}.lock`)) return -EAGAIN;
    this.held.set(path, new Set([fd]));
    return 0;
  }

  /** A descriptor was closed. */
  release(path: string, fd: number): void {
    const holders = this.held.get(path);
    if (holders?.delete(fd) !== true || holders.size > 0) return;
    this.held.delete(path);
    fs().rmSync(`${path}.lock`, { recursive: true, force: true });
  }

  private take(folder: string): boolean {
    for (let tries = 0; tries < 2; tries++) {
      try {
        fs().mkdirSync(folder);
        fs().writeFileSync(`${folder}/${process.pid}`, '');
        return true;
      } catch {
        if (!this.clearDead(folder)) return false;
      }
    }
    return false;
  }

  /** Takes away the lock of a process that is no more. */
  private clearDead(folder: string): boolean {
    try {
      const [owner] = fs().readdirSync(folder);
      if (owner === undefined || isAlive(Number(owner))) return false;
      fs().rmSync(folder, { recursive: true, force: true });
      return true;
    } catch {
      return false;
    }
  }
}
