/**
 * Standard output and error of a Node process as PHP writes them: bytes,
 * synchronously, in order. Collected and written in blocks, since a system
 * call per echo would dominate a program that prints.
 */
import { fstatSync, writeSync } from 'node:fs';
import { isTerminal } from './is-terminal.ts';

const BLOCK = 64 * 1024;
/** Output never waits longer than this for company. */
const MAX_AGE_MS = 100;
/**
 * So many writes go out at once, and so many more for each millisecond: what was printed is there when a signal ends a
 * program that prints no more. Only of a burst the end may wait.
 */
const WRITES_AT_ONCE = 256;
const WRITES_PER_MS = 4;
const RETRY_MS = 2;

/** The reader of our output has gone away: the program ends as php's does, quietly. */
export class OutputClosed extends Error {
  readonly code = 'EPIPE';
  constructor() {
    super('EPIPE: the reader of the output has gone');
  }
}

export class NodeOutput {
  readonly #fd: number;
  readonly #interactive: boolean;
  #buffer: Buffer = Buffer.allocUnsafe(BLOCK);
  #used = 0;
  #oldest = 0;
  #writesLeft = WRITES_AT_ONCE;
  #countedAt = 0;

  /** @param fd 1 or 2 */
  constructor(fd: number) {
    this.#fd = fd;
    this.#interactive = isTerminal(fd);
  }

  /** @param bytes one char per byte */
  write(bytes: string): void {
    if (bytes.length > BLOCK - this.#used) {
      this.flush();
      if (bytes.length > BLOCK) {
        this.#writeAll(Buffer.from(bytes, 'latin1'));
        return;
      }
    }
    const now = Date.now();
    if (this.#used === 0) this.#oldest = now;
    this.#used += this.#buffer.write(bytes, this.#used, 'latin1');
    if (this.#interactive || this.#mayWrite(now) || Math.abs(now - this.#oldest) > MAX_AGE_MS) this.flush();
  }

  #mayWrite(now: number): boolean {
    if (now !== this.#countedAt) {
      const more = Math.abs(now - this.#countedAt) * WRITES_PER_MS;
      this.#writesLeft = Math.min(WRITES_AT_ONCE, this.#writesLeft + more);
      this.#countedAt = now;
    }
    if (this.#writesLeft < 1) return false;
    this.#writesLeft--;
    return true;
  }

  /** @throws OutputClosed */
  flush(): void {
    if (this.#used === 0) return;
    const block = this.#buffer.subarray(0, this.#used);
    this.#used = 0;
    this.#writeAll(block);
  }

  #writeAll(bytes: Buffer): void {
    let offset = 0;
    while (offset < bytes.length) {
      try {
        offset += writeSync(this.#fd, bytes, offset, bytes.length - offset);
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? error.code : '';
        if (code === 'EAGAIN')
          sleepMilliseconds(RETRY_MS); // a pipe that is full and does not block
        else if (code === 'EPIPE') throw new OutputClosed();
        else if (code === 'EBADF' && !isOpen(this.#fd))
          return; // started with the stream closed
        else throw error;
      }
    }
  }
}

function isOpen(fd: number): boolean {
  try {
    fstatSync(fd);
    return true;
  } catch {
    return false;
  }
}

/** Blocks the thread. @param milliseconds may be a fraction */
export function sleepMilliseconds(milliseconds: number): void {
  if (milliseconds > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
