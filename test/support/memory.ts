/** What processes take. */
import { readFileSync } from 'node:fs';

const KB = 1024;

/** Bytes of memory that a process has now (VmRSS), or had at most (VmHWM). */
export function memoryOf(pid: number, what: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${pid}/status`, 'latin1');
  return Number(new RegExp(`${what}:\\s+(\\d+) kB`).exec(status)?.[1]) * KB;
}
