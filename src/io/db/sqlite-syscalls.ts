/**
 * The system calls that SQLite's own file layer (os_unix.c) makes when it is compiled to WebAssembly, on node:fs.
 * Descriptors are the system's; where a file stands is kept here, as Node reads and writes at positions.
 * Source: https://emscripten.org/docs/porting/networking.html (system/lib/libc), WASI's error numbers
 */
import type { Stats } from 'node:fs';
import { SqliteLocks } from './sqlite-locks.ts';
import type { WasmMemory } from './sqlite-memory.ts';

/** WASI's numbers of errors. */
const ERRNO: Readonly<Record<string, number>> = {
  EACCES: 2,
  EAGAIN: 6,
  EBADF: 8,
  EBUSY: 10,
  EEXIST: 20,
  EINVAL: 28,
  EIO: 29,
  EISDIR: 31,
  ELOOP: 32,
  EMFILE: 33,
  ENAMETOOLONG: 37,
  ENFILE: 41,
  ENOENT: 44,
  ENOSPC: 51,
  ENOTDIR: 54,
  ENOTEMPTY: 55,
  ENOTTY: 59,
  EPERM: 63,
  ERANGE: 68,
  EROFS: 69,
};
const EIO = 29;
const EINVAL = 28;
const ENOTTY = 59;

/** open(2)'s flags of Linux, which the module was compiled with. */
const O_CREAT = 0o100;
const O_EXCL = 0o200;
const O_TRUNC = 0o1000;
const AT_REMOVEDIR = 0x200;
const AT_SYMLINK_NOFOLLOW = 0x100;
const F_GETFD = 1;
const F_SETFD = 2;
const F_GETFL = 3;
const F_GETLK = 12;
const F_SETLK = 13;
const F_UNLCK = 2;
const CLOCK_REALTIME = 0;

export type Syscalls = Readonly<Record<string, (...args: never[]) => number | bigint | undefined>>;

function errnoOf(error: unknown): number {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return ERRNO[code] ?? EIO;
}

/** Runs a call of the kind that answers a negative error number. */
function negated<A extends unknown[]>(run: (...args: A) => number): (...args: A) => number {
  return (...args) => {
    try {
      return run(...args);
    } catch (error) {
      return -errnoOf(error);
    }
  };
}

/** Runs a call of WASI's, which answers an error number. */
function positive<A extends unknown[]>(run: (...args: A) => void): (...args: A) => number {
  return (...args) => {
    try {
      run(...args);
      return 0;
    } catch (error) {
      return errnoOf(error);
    }
  };
}

const fs = (): typeof import('node:fs') => process.getBuiltinModule('node:fs');

function openFlags(flags: number): number {
  const { constants } = fs();
  let out = flags & 3;
  if ((flags & O_CREAT) !== 0) out |= constants.O_CREAT;
  if ((flags & O_EXCL) !== 0) out |= constants.O_EXCL;
  if ((flags & O_TRUNC) !== 0) out |= constants.O_TRUNC;
  return out;
}

/** struct stat of emscripten's libc for wasm32. */
function writeStat(memory: WasmMemory, at: number, stat: Stats): number {
  const head = [stat.dev, stat.mode, stat.nlink, stat.uid, stat.gid, stat.rdev];
  head.forEach((value, n) => memory.setU32(at + 4 * n, value));
  memory.setI64(at + 24, stat.size);
  memory.setU32(at + 32, 4096);
  memory.setU32(at + 36, stat.blocks);
  [stat.atimeMs, stat.mtimeMs, stat.ctimeMs].forEach((ms, n) => {
    memory.setI64(at + 40 + 16 * n, ms / 1000);
    memory.setU32(at + 48 + 16 * n, Math.floor((ms % 1000) * 1e6));
  });
  memory.setI64(at + 88, stat.ino);
  return 0;
}

/** Files by name. */
function nameCalls(memory: WasmMemory): Syscalls {
  const path = (at: number): Buffer => Buffer.from(memory.text(at), 'latin1');
  return {
    __syscall_faccessat: negated((_dir: number, at: number, mode: number) => {
      fs().accessSync(path(at), mode);
      return 0;
    }),
    __syscall_chmod: negated((at: number, mode: number) => {
      fs().chmodSync(path(at), mode);
      return 0;
    }),
    __syscall_stat64: negated((at: number, out: number) => writeStat(memory, out, fs().statSync(path(at)))),
    __syscall_lstat64: negated((at: number, out: number) => writeStat(memory, out, fs().lstatSync(path(at)))),
    __syscall_newfstatat: negated((_dir: number, at: number, out: number, flags: number) => {
      const nofollow = (flags & AT_SYMLINK_NOFOLLOW) !== 0;
      return writeStat(memory, out, nofollow ? fs().lstatSync(path(at)) : fs().statSync(path(at)));
    }),
    __syscall_getcwd: negated((out: number, size: number) => {
      const cwd = Buffer.from(process.cwd(), 'utf8').toString('latin1');
      if (cwd.length + 1 > size) return -(ERRNO['ERANGE'] ?? EIO);
      memory.put(out, `${cwd}\0`);
      return cwd.length + 1;
    }),
    __syscall_mkdirat: negated((_dir: number, at: number, mode: number) => {
      fs().mkdirSync(path(at), mode);
      return 0;
    }),
    __syscall_rmdir: negated((at: number) => {
      fs().rmdirSync(path(at));
      return 0;
    }),
    __syscall_unlinkat: negated((_dir: number, at: number, flags: number) => {
      if ((flags & AT_REMOVEDIR) !== 0) fs().rmdirSync(path(at));
      else fs().unlinkSync(path(at));
      return 0;
    }),
    __syscall_readlinkat: negated((_dir: number, at: number, out: number, size: number) => {
      const target = fs().readlinkSync(path(at), 'buffer').toString('latin1').slice(0, size);
      memory.put(out, target);
      return target.length;
    }),
    __syscall_utimensat: negated((_dir: number, at: number) => {
      const now = new Date();
      fs().utimesSync(path(at), now, now);
      return 0;
    }),
  };
}

/** Files by descriptor. */
function descriptorCalls(memory: WasmMemory): Syscalls {
  const positions = new Map<number, number>();
  const names = new Map<number, string>();
  const locks = new SqliteLocks();
  /** Reads or writes the buffers of an iovec. */
  const transfer = (fd: number, iov: number, count: number, out: number, work: typeof readPart): void => {
    let done = 0;
    for (let n = 0; n < count; n++) {
      const at = memory.u32(iov + 8 * n);
      const length = memory.u32(iov + 8 * n + 4);
      const part = length === 0 ? 0 : work(fd, memory.view, at, length, positions.get(fd) ?? 0);
      positions.set(fd, (positions.get(fd) ?? 0) + part);
      done += part;
      if (part < length) break;
    }
    memory.setU32(out, done);
  };
  return {
    __syscall_openat: negated((_dir: number, at: number, flags: number, varargs: number) => {
      const mode = varargs === 0 ? 0 : memory.u32(varargs);
      const name = memory.text(at);
      const fd = fs().openSync(Buffer.from(name, 'latin1'), openFlags(flags), mode);
      positions.set(fd, 0);
      names.set(fd, Buffer.from(name, 'latin1').toString('utf8'));
      return fd;
    }),
    fd_close: positive((fd: number) => {
      positions.delete(fd);
      locks.release(names.get(fd) ?? '', fd);
      names.delete(fd);
      fs().closeSync(fd);
    }),
    fd_read: positive((fd: number, iov: number, count: number, out: number) => transfer(fd, iov, count, out, readPart)),
    fd_write: positive((fd: number, iov: number, count: number, out: number) =>
      transfer(fd, iov, count, out, writePart),
    ),
    fd_seek: positive((fd: number, offset: bigint, whence: number, out: number) => {
      const from = [0, positions.get(fd) ?? 0, whence === 2 ? fs().fstatSync(fd).size : 0][whence] ?? 0;
      positions.set(fd, from + Number(offset));
      memory.setI64(out, from + Number(offset));
    }),
    fd_sync: positive((fd: number) => fs().fsyncSync(fd)),
    fd_fdstat_get: () => EINVAL,
    __syscall_fstat64: negated((fd: number, out: number) => writeStat(memory, out, fs().fstatSync(fd))),
    __syscall_ftruncate64: negated((fd: number, size: bigint) => {
      fs().ftruncateSync(fd, Number(size));
      return 0;
    }),
    __syscall_fchmod: negated((fd: number, mode: number) => {
      fs().fchmodSync(fd, mode);
      return 0;
    }),
    __syscall_fchown32: negated((fd: number, uid: number, gid: number) => {
      fs().fchownSync(fd, uid, gid);
      return 0;
    }),
    __syscall_fcntl64: (fd: number, command: number, varargs: number) => {
      if (command === F_GETFD || command === F_SETFD || command === F_GETFL) return 0;
      const lock = varargs === 0 ? 0 : memory.u32(varargs);
      if (command === F_GETLK) memory.view.writeInt16LE(F_UNLCK, lock);
      if (command !== F_SETLK) return command === F_GETLK ? 0 : -EINVAL;
      const wholeFile = memory.view.readBigInt64LE(lock + 16) === 0n;
      return locks.set(names.get(fd) ?? '', fd, memory.view.readInt16LE(lock), wholeFile);
    },
    __syscall_ioctl: () => -ENOTTY,
    // the memory that the connections of a write-ahead log share: one process, one memory
    _mmap_js: negated(
      (length: number, _prot: number, _flags: number, fd: number, offset: bigint, allocated: number, out: number) => {
        const at = memory.allocate(length);
        fs().readSync(fd, memory.view, at, length, Number(offset));
        memory.setU32(allocated, 1);
        memory.setU32(out, at);
        return 0;
      },
    ),
    _munmap_js: () => 0,
  };
}

function readPart(fd: number, view: Buffer, at: number, length: number, position: number): number {
  return fs().readSync(fd, view, at, length, position);
}

function writePart(fd: number, view: Buffer, at: number, length: number, position: number): number {
  return fs().writeSync(fd, view, at, length, position);
}

/** Clocks, the time zone, memory. */
function machineCalls(memory: WasmMemory): Syscalls {
  return {
    emscripten_date_now: () => Date.now() as never,
    emscripten_get_now: () => performance.now() as never,
    clock_time_get: (clock: number, _precision: bigint, out: number) => {
      const now = clock === CLOCK_REALTIME ? Date.now() : performance.now();
      memory.view.writeBigInt64LE(BigInt(Math.round(now * 1e6)), out >>> 0);
      return 0;
    },
    _tzset_js: (zone: number, daylight: number) => {
      const year = new Date().getFullYear();
      const winter = new Date(year, 0, 1).getTimezoneOffset();
      const summer = new Date(year, 6, 1).getTimezoneOffset();
      memory.setU32(zone, Math.max(winter, summer) * 60);
      memory.setU32(daylight, winter === summer ? 0 : 1);
      return undefined;
    },
    _localtime_js: (seconds: bigint, out: number) => {
      const date = new Date(Number(seconds) * 1000);
      const day = Math.round(
        (Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) - Date.UTC(date.getFullYear(), 0, 1)) / 86400000,
      );
      const fields = [
        date.getSeconds(),
        date.getMinutes(),
        date.getHours(),
        date.getDate(),
        date.getMonth(),
        date.getFullYear() - 1900,
        date.getDay(),
        day,
        0,
        -date.getTimezoneOffset() * 60,
      ];
      fields.forEach((value, n) => memory.setU32(out + 4 * n, value));
      return undefined;
    },
    environ_sizes_get: (count: number, size: number) => {
      memory.setU32(count, 0);
      memory.setU32(size, 0);
      return 0;
    },
    environ_get: () => 0,
    emscripten_get_heap_max: () => 2147483648,
    emscripten_resize_heap: (size: number) => (memory.growTo(size >>> 0) ? 1 : 0),
  };
}

/** Everything that the module imports. */
export function createSyscalls(memory: WasmMemory): Syscalls {
  return { ...nameCalls(memory), ...descriptorCalls(memory), ...machineCalls(memory) };
}
