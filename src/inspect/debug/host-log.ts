/**
 * Recording what a program learned from its host, so that running it again gives the same: files, input, the clock. On the
 * second run nothing is done to the outside; what is asked for comes from the log.
 */
import type { Host } from '../../vm/ports.ts';

/** Bytes that an entry takes besides the text it holds. */
const ENTRY_BYTES = 24;

/** What the host answered, in order, up to a limit. */
export class HostLog {
  readonly entries: unknown[] = [];
  /** More than this many bytes are not kept. */
  readonly limit: number;
  bytes = 0;
  /** An answer was not kept: runs cannot be repeated beyond it. */
  full = false;

  constructor(limit: number) {
    this.limit = limit;
  }

  add(answer: unknown): void {
    if (this.full) return;
    const size = ENTRY_BYTES + (typeof answer === 'string' ? answer.length : 0);
    if (this.bytes + size > this.limit) {
      this.full = true;
      return;
    }
    this.bytes += size;
    this.entries.push(answer);
  }
}

/** Output of one run. */
export interface OutputText {
  text: string;
}

/** What writes or has no answer: never in the log. */
const SILENT: ReadonlySet<string> = new Set(['writeOut', 'writeErr', 'flush']);

/** The most that is kept of a program's output, in bytes. */
const MOST_OUTPUT = 1 << 20;

/**
 * A host for one run: answers from the log as long as it has some, then asks `host` and keeps the answer. Output goes into
 * `output`, its end when there is much of it.
 */
export function recordingHost(host: Host, log: HostLog, output: OutputText): Host {
  let at = 0;
  const write = (bytes: string): void => {
    output.text = (output.text + bytes).slice(-MOST_OUTPUT);
  };
  // sockets live in the world's time, as other processes do, which does not go back: there are none here
  const { network: _network, ...files } = host;
  const wrapped: Record<string, unknown> = {
    ...files,
    writeOut: write,
    writeErr: write,
    flush: () => {},
    system: null,
  };
  for (const [name, member] of Object.entries(files)) {
    if (SILENT.has(name) || typeof member !== 'function') continue;
    wrapped[name] = (...args: unknown[]): unknown => {
      if (at < log.entries.length) return log.entries[at++];
      const answer: unknown = (member as (...given: unknown[]) => unknown).apply(host, args);
      log.add(answer);
      if (!log.full) at++;
      return answer;
    };
  }
  return wrapped as unknown as Host;
}
