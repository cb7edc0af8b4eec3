/**
 * Copies of this process. A host that cannot fork makes a copy by replay: a new process runs the same program from its
 * beginning, silently and with the same answers from the host, up to the point where the copy was made; there the two
 * part (docs/adr: processes by replay).
 */
import type { Connection, Listener, Watched } from './net-ports.ts';

/** What has been posted to here: whoever listens hears of every message. */
export interface Mailbox extends Watched {
  /** The oldest message that has not been taken. */
  next(): string | undefined;
}

/** A copy of this process, as its maker sees it. */
export interface ForkedProcess extends Watched {
  readonly pid: number;
  /** `starting` until the copy has come to where it was made. */
  readonly state: 'starting' | 'running' | 'ended';
  readonly exitCode: number;
  /** The signal that ended it, 0 for none. */
  readonly signal: number;
  /** Of a worker: what it has posted. */
  readonly mail: Mailbox;
  /** Posts a message to a worker; false when it has ended. */
  post(message: string): boolean;
  /** Gives a worker a connection that `listener` keeps, for the listener that it has opened as number `place`; false when there is none. */
  give(listener: Listener, place: number): boolean;
  /** What the copy writes to its maker, and the other way round. */
  readonly input: Connection | null;
  readonly output: Connection | null;
}

/** A whole number that the copies of a process share. */
export interface SharedNumber {
  get(): number;
  /** Replaces it by what `change` makes of it, at once for everybody; what it was before. */
  update(change: (value: number) => number): number;
}

/** What a process is at a point where a copy was made. */
export type Arrival =
  /** `place`: how much it has been told so far. */
  | { readonly kind: 'original'; readonly place: number }
  /** This is a later copy: that one was made long ago. */
  | { readonly kind: 'past'; readonly pid: number }
  | { readonly kind: 'copy'; readonly id: number };

/** Numbers, byte strings, and lists of them. */
export type Noted = number | string | boolean | null | readonly Noted[];

export interface ForkOptions {
  /** What the copy prints goes to `input`. */
  readonly redirect: boolean;
  /** The copy shares this process's listening sockets (a server's worker). */
  readonly worker: boolean;
  /** Where the original arrived: the copy is not told what came behind. */
  readonly place: number;
}

export interface ForkPort {
  readonly replaying: boolean;
  /** To be asked wherever a copy may be made. */
  arrive(): Arrival;
  /** A worker is ready to serve: until then its maker sees it as `starting`. */
  ready(): void;
  /** Makes a copy that arrives here with `id`. @throws nothing: a copy that could not be made is `ended` */
  fork(id: number, options: ForkOptions): ForkedProcess;
  shared(value: number): SharedNumber;
  /** Whether a copy of this process, or of one that shares numbers with it, has still to come to where it was made. */
  readonly beginning: boolean;
  /** While replaying: what `note` was given here; undefined otherwise. */
  recall(): { readonly value: Noted } | undefined;
  /** Notes what only the original can find out (what another process has said), for copies to be told. */
  note(value: Noted): void;
  /** To and from the maker of this process; null when it is no copy. */
  readonly maker: Connection | null;
  readonly makerPid: number;
  /** Of a worker: what its maker has posted. */
  readonly mail: Mailbox;
  /** Of a worker: posts a message to its maker; false when that has gone. */
  post(message: string): boolean;
}
