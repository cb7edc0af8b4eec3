/** Files in a copy that is on its way to where it was made: what its maker has written is there and must stay. */
import type { FilePort } from '../../vm/ports.ts';

/** open(2)'s flags, Linux's numbers. */
const O_EXCL = 0o200;
const O_TRUNC = 0o1000;
const O_APPEND = 0o2000;

/** @param isReplaying whether the process is such a copy now */
export function replayedFiles(files: FilePort, isReplaying: () => boolean): FilePort {
  /** Files written to at their end. */
  const appending = new Set<number>();
  return {
    ...files,
    open(path, flags, mode) {
      if (!isReplaying()) return files.open(path, flags, mode);
      const fd = files.open(path, flags & ~(O_EXCL | O_TRUNC), mode);
      if ((flags & O_APPEND) !== 0) appending.add(fd);
      return fd;
    },
    close(fd) {
      appending.delete(fd);
      return files.close(fd);
    },
    // elsewhere the same bytes come to the same place
    write: (fd, bytes, position) =>
      isReplaying() && appending.has(fd) ? bytes.length : files.write(fd, bytes, position),
    truncate: (fd, size) => (isReplaying() ? 0 : files.truncate(fd, size)),
  };
}
