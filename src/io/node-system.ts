/** The SystemPort on Node: the machine, its users, and other processes. */
import { chownSync, lchownSync, readFileSync, statfsSync } from 'node:fs';
import { getPriority, hostname, loadavg, machine, release, setPriority, type, userInfo, version } from 'node:os';
import type { ResourceUsage, SystemPort } from '../vm/ports.ts';
import { NodeProcesses } from './node-processes.ts';

function attempt(operation: () => void): boolean {
  try {
    operation();
    return true;
  } catch {
    return false;
  }
}

function usage(): ResourceUsage {
  const u = process.resourceUsage();
  const split = (micros: number): [number, number] => [micros % 1e6, Math.floor(micros / 1e6)];
  const [userMicros, userSeconds] = split(u.userCPUTime);
  const [systemMicros, systemSeconds] = split(u.systemCPUTime);
  return {
    ru_oublock: u.fsWrite,
    ru_inblock: u.fsRead,
    ru_msgsnd: u.ipcSent,
    ru_msgrcv: u.ipcReceived,
    ru_maxrss: u.maxRSS,
    ru_ixrss: u.sharedMemorySize,
    ru_idrss: u.unsharedDataSize,
    ru_minflt: u.minorPageFault,
    ru_majflt: u.majorPageFault,
    ru_nsignals: u.signalsCount,
    ru_nvcsw: u.voluntaryContextSwitches,
    ru_nivcsw: u.involuntaryContextSwitches,
    ru_nswap: u.swappedOut,
    'ru_utime.tv_usec': userMicros,
    'ru_utime.tv_sec': userSeconds,
    'ru_stime.tv_usec': systemMicros,
    'ru_stime.tv_sec': systemSeconds,
  };
}

function diskSpace(path: string): { free: number; total: number } | null {
  try {
    const fs = statfsSync(Buffer.from(path, 'latin1'));
    return { free: fs.bavail * fs.bsize, total: fs.blocks * fs.bsize };
  } catch {
    return null;
  }
}

/** uname's version field; Linux keeps it in /proc. */
function kernelVersion(): string {
  try {
    return readFileSync('/proc/sys/kernel/version', 'latin1').trim();
  } catch {
    return version();
  }
}

/** @param flush writes what this process has printed so far: a child prints behind it */
export function createNodeSystem(flush: () => void): SystemPort {
  const processes = new NodeProcesses(flush);
  return {
    usage,
    loadAverage: () => loadavg(),
    machine: () => ({
      system: type(),
      node: hostname(),
      release: release(),
      version: kernelVersion(),
      machine: machine(),
    }),
    userName: () => userInfo().username,
    uid: () => process.getuid?.() ?? 0,
    gid: () => process.getgid?.() ?? 0,
    diskSpace,
    renice: (increment) => attempt(() => setPriority(Math.max(-20, Math.min(19, getPriority() + increment)))),
    chown: (path, uid, gid, link) => {
      const change = link ? lchownSync : chownSync;
      const id = (n: number): number => (n < 0 ? 0xffffffff : n);
      return attempt(() => change(Buffer.from(path, 'latin1'), id(uid), id(gid)));
    },
    run: (command, env) => processes.run(command, env),
    pipe: (ownEnd) => processes.pipe(ownEnd),
    start: (command, fds, cwd, env) => processes.start(command, fds, cwd, env),
    status: (pid, wait) => processes.status(pid, wait),
    kill: (pid, signal) => attempt(() => process.kill(pid, signal)),
    setTitle: (title) => {
      process.title = title;
    },
  };
}
