import { fstatSync } from 'node:fs';
import { isatty } from 'node:tty';

/** Majors of Linux's devices: null, zero, random and their like; terminals (virtual, /dev/tty, those of terminal emulators). */
const MEMORY_MAJOR = 1;
const isTerminalMajor = (major: number): boolean => major === 4 || major === 5 || (major >= 136 && major <= 143);

/**
 * Whether a file descriptor is a terminal; one that is not open is none. Asks the kernel for its kind first: loading node:tty
 * and what it stands on takes a sixth of a start.
 */
export function isTerminal(fd: number): boolean {
  try {
    const stat = fstatSync(fd);
    if (!stat.isCharacterDevice()) return false;
    const major = process.platform === 'linux' ? (stat.rdev >> 8) & 0xfff : 0;
    if (major === MEMORY_MAJOR) return false;
    return isTerminalMajor(major) || isatty(fd);
  } catch {
    return false;
  }
}
