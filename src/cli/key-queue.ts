/** Keys of a terminal in raw mode, none of them lost: what is typed while the program is busy waits. */
import { emitKeypressEvents, type Key } from 'node:readline';
import type { ReadStream } from 'node:tty';

export class KeyQueue {
  private readonly keys: Key[] = [];
  private waiting: ((key: Key) => void) | null = null;
  private readonly stdin: ReadStream;
  private readonly listener = (_text: string | undefined, key: Key): void => {
    const { waiting } = this;
    this.waiting = null;
    if (waiting === null) this.keys.push(key);
    else waiting(key);
  };

  constructor(stdin: ReadStream) {
    this.stdin = stdin;
    emitKeypressEvents(stdin);
    stdin.on('keypress', this.listener);
    stdin.setRawMode(true);
    stdin.resume();
  }

  /** The next key. */
  next(): Promise<Key> {
    const key = this.keys.shift();
    if (key !== undefined) return Promise.resolve(key);
    return new Promise((resolve) => {
      this.waiting = resolve;
    });
  }

  /** A key that has been typed, null when none has. */
  take(): Key | null {
    return this.keys.shift() ?? null;
  }

  /** Puts the terminal back. */
  close(): void {
    this.stdin.off('keypress', this.listener);
    this.stdin.setRawMode(false);
    this.stdin.pause();
  }
}
