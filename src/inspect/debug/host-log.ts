/**
 * Recording what a program learned from its host, so that running it again gives the same: files, input, the clock, other
 * processes. On the second run nothing is done to the outside; what is asked for comes from the log.
 */
import type { Host } from '../../vm/ports.ts';

/** Bytes that an entry takes besides the text it holds. */
const ENTRY_BYTES = 24;

/** About how many bytes an answer takes. */
function sizeOf(answer: unknown): number {
  if (typeof answer === 'string') return ENTRY_BYTES + answer.length;
  if (answer instanceof Uint8Array) return ENTRY_BYTES + answer.length;
  if (typeof answer !== 'object' || answer === null) return ENTRY_BYTES;
  return Object.values(answer).reduce((sum: number, part: unknown) => sum + sizeOf(part), ENTRY_BYTES);
}

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
    const size = sizeOf(answer);
    if (this.bytes + size > this.limit) {
      this.full = true;
      return;
    }
    this.bytes += size;
    this.entries.push(answer);
  }
}

/** What one run writes, and whether what happens belongs to it. */
export interface RunOutput {
  /** The end of what has been written. */
  text: string;
  /** How many bytes before it are not kept. */
  dropped: number;
  /** The host's clock when the program asked it last, in microseconds. */
  micros: number;
  /** The debugger evaluates an expression: nothing of what it asks and prints belongs to the run. */
  aside: boolean;
}

/** What writes or has no answer: never in the log. */
const SILENT: ReadonlySet<string> = new Set(['writeOut', 'writeErr', 'flush']);

/** At least so many bytes of a program's output are kept, and at most twice as many. */
const MOST_OUTPUT = 1 << 20;

type Call = (...args: unknown[]) => unknown;

/**
 * A host for one run: answers from the log as long as it has some, then asks `host` and keeps the answer. Output goes into
 * `output`, its end when there is much of it.
 */
export function recordingHost(host: Host, log: HostLog, output: RunOutput): Host {
  // sockets live in the world's time, which does not go back: there are none here
  const { network: _network, ...rest } = host;
  let at = 0;
  const recorded =
    (target: object, ask: Call): Call =>
    (...args) => {
      if (output.aside) return ask.apply(target, args);
      if (at < log.entries.length) return copyOf(log.entries[at++]);
      const answer = ask.apply(target, args);
      log.add(answer);
      if (!log.full) at++;
      return copyOf(answer);
    };
  /** A port whose functions answer from the log. */
  const recordedPort = <T extends object>(port: T): T => {
    const members = Object.entries(port).map(([name, member]: [string, unknown]) => {
      const asks = typeof member === 'function' && !SILENT.has(name);
      return [name, asks ? recorded(port, member as Call) : member];
    });
    return Object.fromEntries(members) as T;
  };
  const write = (bytes: string): void => {
    if (output.aside) return;
    output.text += bytes;
    const excess = output.text.length - MOST_OUTPUT;
    if (excess < MOST_OUTPUT) return;
    output.text = output.text.slice(excess);
    output.dropped += excess;
  };
  const nowMicros = recorded(rest, rest.nowMicros as Call);
  return {
    ...recordedPort(rest),
    writeOut: write,
    writeErr: write,
    flush: () => {},
    nowMicros: () => {
      const now = nowMicros() as number;
      if (!output.aside) output.micros = now;
      return now;
    },
    files: rest.files === null ? null : recordedPort(rest.files),
    system: rest.system === null ? null : recordedPort(rest.system),
  };
}

/** Whoever gets an answer may change it: not the log's. */
function copyOf(answer: unknown): unknown {
  return typeof answer === 'object' && answer !== null ? structuredClone(answer) : answer;
}
