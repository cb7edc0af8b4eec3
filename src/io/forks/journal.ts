/**
 * What the host has told a process, in order: a copy is told the same until it comes to where it was made.
 */
import type { Noted } from '../../vm/fork-port.ts';
import type { SocketAddress } from '../../vm/net-ports.ts';

export type JournalEvent =
  | { readonly kind: 'random'; readonly base64: string }
  | { readonly kind: 'listen'; readonly local: SocketAddress | null }
  | { readonly kind: 'note'; readonly value: Noted }
  | { readonly kind: 'fork'; readonly pid: number }
  | { readonly kind: 'copy'; readonly id: number; readonly name: string };

/** What a copy is given. */
export interface Legacy {
  readonly events: readonly JournalEvent[];
  /** Where the process stood when it began. */
  readonly folder: string;
  /** The folder of the shared numbers. */
  readonly shared: string;
  readonly makerPid: number;
  /** Variables that are set only when Node has started. */
  readonly environment: Readonly<Record<string, string>>;
}

/** More than this is not kept: a process that has done so much cannot be copied any more. */
const MAX_EVENTS = 200_000;

export class Journal {
  readonly events: JournalEvent[] = [];
  private readonly legacy: readonly JournalEvent[];
  private at = 0;
  replaying: boolean;
  overflowed = false;

  constructor(legacy: readonly JournalEvent[]) {
    this.legacy = legacy;
    this.replaying = legacy.length > 0;
  }

  /** The next event if it is of this kind; undefined when the program has taken another way, or is its own master. */
  replay<K extends JournalEvent['kind']>(kind: K): Extract<JournalEvent, { kind: K }> | undefined {
    const event = this.replaying ? this.legacy[this.at] : undefined;
    if (event === undefined || event.kind !== kind) return undefined;
    this.at++;
    this.events.push(event);
    if (event.kind === 'copy' && this.at === this.legacy.length) this.replaying = false;
    return event as Extract<JournalEvent, { kind: K }>;
  }

  /** The next event at a place where copies are made. */
  replayFork(): JournalEvent | undefined {
    return this.replay('fork') ?? this.replay('copy');
  }

  record(event: JournalEvent): void {
    if (this.events.length < MAX_EVENTS) this.events.push(event);
    else this.overflowed = true;
  }
}
