import { fstatSync } from 'node:fs';
import { isatty } from 'node:tty';

/**
 * Whether a file descriptor is a terminal; one that is not open is none. Asks the kernel for its kind first: loading node:tty
 * and what it stands on takes milliseconds, and output mostly goes to a pipe or a file.
 */
export function isTerminal(fd: number): boolean {
  try {
    return fstatSync(fd).isCharacterDevice() && isatty(fd);
  } catch {
    return false;
  }
}
