/**
 * A program that can be stepped forwards and backwards. Going back runs it again from its beginning up to the wanted
 * opline, with the host's answers from the log: deterministic, so the state is the same, and nothing but the log is kept.
 */
import type { Opline } from '../../bytecode/op-array.ts';
import type { ExecuteData } from '../../vm/execute-data.ts';
import type { Host } from '../../vm/ports.ts';
import { HostLog, type OutputText, recordingHost } from './host-log.ts';
import { type Beginning, Replica } from './replica.ts';
import type { SwitchReason } from '../trace.ts';

/** A switch in the past. */
export interface SwitchPast {
  /** Oplines that had been run before the one that switched. */
  readonly position: number;
  readonly from: string;
  readonly to: string;
  readonly why: SwitchReason;
}

export interface SessionOptions {
  /** The host the program is run on the first time; a clock of its own for every run when it is virtual. */
  readonly host: Host;
  /** Puts a clock on a host. */
  readonly clock: (host: Host) => Host;
  /** Begins a run. */
  readonly begin: (host: Host, output: OutputText) => Beginning;
  /** Bytes of the host's answers that are kept (default 64 MB). */
  readonly historyBytes?: number;
}

const DEFAULT_HISTORY = 64 << 20;
/** Switches remembered; older ones are dropped. */
const MOST_SWITCHES = 200_000;

export class Session {
  readonly log: HostLog;
  live: Replica;
  /** Newest last. */
  switches: SwitchPast[] = [];
  /** Switches before this position are not remembered any more. */
  switchesDroppedBefore = 0;
  /** The last position that can be gone back to, when the log is full; null: all. */
  fullAt: number | null = null;
  /** The furthest position reached. */
  private reached = 0;
  private readonly options: SessionOptions;

  constructor(options: SessionOptions) {
    this.options = options;
    this.log = new HostLog(options.historyBytes ?? DEFAULT_HISTORY);
    this.live = this.newReplica();
  }

  private newReplica(): Replica {
    const output: OutputText = { text: '' };
    const host = this.options.clock(recordingHost(this.options.host, this.log, output));
    return new Replica(this.options.begin(host, output));
  }

  get position(): number {
    return this.live.at;
  }

  get frame(): ExecuteData | null {
    return this.live.frame;
  }

  get opline(): Opline | null {
    return this.live.opline;
  }

  get ended(): boolean {
    return this.live.frame === null;
  }

  /** One opline forwards; false at the end. */
  advance(): boolean {
    const { live } = this;
    if (live.frame === null) return false;
    live.advance();
    if (live.at > this.reached) {
      this.reached = live.at;
      if (live.switches.length > 0) this.remember(live);
      if (this.log.full && this.fullAt === null) this.fullAt = live.at - 1;
    }
    return live.frame !== null;
  }

  private remember(live: Replica): void {
    for (const { from, to, why } of live.switches) {
      this.switches.push({ position: live.at - 1, from, to, why });
    }
    if (this.switches.length > MOST_SWITCHES) {
      this.switches = this.switches.slice(MOST_SWITCHES / 2);
      this.switchesDroppedBefore = this.switches[0]?.position ?? 0;
    }
  }

  /** Goes to a position, forwards or backwards; says why when it cannot. */
  goTo(position: number): string | null {
    const wanted = Math.max(0, position);
    if (wanted < this.live.at) {
      if (this.fullAt !== null && wanted > this.fullAt) return this.dropped();
      this.live = this.newReplica();
      this.live.advanceTo(wanted);
      return null;
    }
    while (this.live.at < wanted && this.advance());
    return null;
  }

  /** What to say when the log was full. */
  dropped(): string {
    const megabytes = (this.log.limit / (1 << 20)).toFixed(0);
    return `history was dropped: the recording was full (${megabytes} MB) at opline ${this.fullAt}; going back ends there`;
  }

  /** Runs the program anew up to here, after an expression has disturbed it. */
  rebuild(): void {
    const { at } = this.live;
    this.live = this.newReplica();
    this.live.advanceTo(at);
  }

  /**
   * The last position before `before` for which `matches` holds; -1 when there is none. `matches` sees every position from
   * 0 on, each with the frame and the opline that had been before it.
   */
  lastBefore(before: number, matches: (replica: Replica, past: Past) => boolean): number {
    const replica = this.newReplica();
    let found = -1;
    const past: Past = { frame: null, opline: null };
    const until = this.fullAt === null ? before : Math.min(before, this.fullAt + 1);
    for (;;) {
      if (replica.at >= until) return found;
      if (matches(replica, past)) found = replica.at;
      past.frame = replica.frame;
      past.opline = replica.opline;
      if (!replica.advance()) return found;
    }
  }
}

/** What was there one opline earlier. */
export interface Past {
  frame: ExecuteData | null;
  opline: Opline | null;
}
