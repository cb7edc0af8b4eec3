/** What is shown of a stop, kept so that stepping back needs no run for every step. */
import type { OpArray } from '../../bytecode/op-array.ts';
import type { Replica, SwitchSeen } from './replica.ts';
import { type DebugState, SHOWN, stateOf } from './state.ts';

export interface Moment {
  readonly state: DebugState;
  /** Of the innermost frame; null at the end. */
  readonly opArray: OpArray | null;
  /** The switches of the step that led here. */
  readonly switches: readonly SwitchSeen[];
}

/** What is shown where a replica stands. `most` bounds how many slots, frames and machines are in it. */
export function momentOf(replica: Replica, most: number = SHOWN): Moment {
  const { frame, switches } = replica;
  return {
    state: stateOf(replica, most),
    opArray: frame === null ? null : (frame.func as OpArray),
    switches: [...switches],
  };
}

/** How many steps back are kept. */
const LENGTH = 256;

/** The moments of consecutive positions, the last ones that a run has passed. */
export class MomentWindow {
  private first = 0;
  private moments: Moment[] = [];

  /** Runs `replica` up to a position and keeps what it passes shortly before. */
  fill(replica: Replica, position: number): void {
    this.first = Math.max(0, position - LENGTH);
    this.moments = [];
    replica.advanceTo(this.first);
    while (replica.at < position) {
      this.moments.push(momentOf(replica));
      if (!replica.advance()) break;
    }
  }

  at(position: number): Moment | null {
    return this.moments[position - this.first] ?? null;
  }

  clear(): void {
    this.moments = [];
  }
}
