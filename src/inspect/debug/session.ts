/**
 * A program that can be stepped forwards and backwards. Going back runs it again from its beginning up to the wanted
 * opline, with the host's answers from the log: deterministic, so the state is the same, and nothing but the log is kept
 * (docs/adr/0017-stepping-back.md).
 */
import type { Opline } from '../../bytecode/op-array.ts';
import type { ExecuteData } from '../../vm/execute-data.ts';
import type { Host } from '../../vm/ports.ts';
import { HostLog, recordingHost, type RunOutput } from './host-log.ts';
import { type Moment, momentOf, MomentWindow } from './moment.ts';
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
  readonly begin: (host: Host, output: RunOutput) => Beginning;
  /** Bytes of the host's answers that are kept (default 64 MB). */
  readonly historyBytes?: number;
}

const DEFAULT_HISTORY = 64 << 20;
/** Switches remembered; older ones are dropped. */
const MOST_SWITCHES = 200_000;

export class Session {
  readonly log: HostLog;
  /** Newest last. */
  switches: SwitchPast[] = [];
  /** Switches before this position are not remembered any more. */
  switchesDroppedBefore = 0;
  /** The last position that can be gone back to, when the log is full; null: all. */
  fullAt: number | null = null;
  /** The run that has come furthest of those that are needed: where `position` is, or a little further. */
  private replica: Replica;
  /** A position in the window that is looked at; null: where the replica stands. */
  private viewed: number | null = null;
  /** The moment made last, of a run. */
  private shown: { readonly replica: Replica; readonly moment: Moment } | null = null;
  private readonly window = new MomentWindow();
  /** The furthest position reached. */
  private reached = 0;
  private readonly options: SessionOptions;

  constructor(options: SessionOptions) {
    this.options = options;
    this.log = new HostLog(options.historyBytes ?? DEFAULT_HISTORY);
    this.replica = this.newReplica();
  }

  private newReplica(): Replica {
    const output: RunOutput = { text: '', dropped: 0, micros: 0, aside: false };
    const host = this.options.clock(recordingHost(this.options.host, this.log, output));
    return new Replica(this.options.begin(host, output));
  }

  /** Oplines run so far. */
  get position(): number {
    return this.viewed ?? this.replica.at;
  }

  /** A run that stands at `position`. */
  get live(): Replica {
    if (this.viewed !== null) {
      this.replica = this.newReplica();
      this.replica.advanceTo(this.viewed);
      this.viewed = null;
    }
    return this.replica;
  }

  /** What is shown at `position`. */
  get moment(): Moment {
    const kept = this.viewed === null ? null : this.window.at(this.viewed);
    if (kept !== null) return kept;
    const { live } = this;
    if (this.shown?.replica !== live || this.shown.moment.state.position !== live.at) {
      this.shown = { replica: live, moment: momentOf(live) };
    }
    return this.shown.moment;
  }

  /** What has been written up to `position`. */
  get output(): string {
    const { text, dropped } = this.replica.output;
    return text.slice(0, Math.max(0, this.moment.state.written - dropped));
  }

  get frame(): ExecuteData | null {
    return this.live.frame;
  }

  get opline(): Opline | null {
    return this.live.opline;
  }

  get ended(): boolean {
    return this.viewed === null && this.replica.frame === null;
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

  /** Goes to a position, forwards or backwards; false when history was dropped. */
  goTo(position: number): boolean {
    const wanted = Math.max(0, position);
    if (wanted >= this.position) {
      while (this.position < wanted && this.advance());
      return true;
    }
    if (this.fullAt !== null && wanted > this.fullAt) return false;
    if (this.window.at(wanted) !== null) {
      this.viewed = wanted;
      return true;
    }
    this.viewed = null;
    this.window.clear();
    this.replica = this.newReplica();
    this.window.fill(this.replica, wanted);
    return true;
  }

  /** Megabytes that were recorded before the log was full, and where that was. */
  get dropped(): { readonly megabytes: string; readonly at: number } {
    return { megabytes: (this.log.limit / (1 << 20)).toFixed(0), at: this.fullAt ?? this.reached };
  }

  /** Whether the program can be run again up to here. */
  get repeatable(): boolean {
    return this.fullAt === null || this.position <= this.fullAt;
  }

  /** Another run up to here, to be used up; null when history was dropped. */
  scratch(): Replica | null {
    if (!this.repeatable) return null;
    const replica = this.newReplica();
    replica.advanceTo(this.position);
    return replica;
  }

  /** Takes another run up to here in place of one that an expression has disturbed. */
  rebuild(): void {
    this.replica = this.scratch() ?? this.replica;
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
