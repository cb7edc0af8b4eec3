/**
 * Stress: guards that fail at random, so that tests see the way from every guard of compiled code back to the interpreter.
 */

/** One forced exit in so many guards. */
const ONE_IN = 12;

export class Stress {
  private state = 1;
  private isForced = false;

  /** What a guard asks first; true: it fails. The same order for the same program. */
  chance(): boolean {
    this.state = (Math.imul(this.state, 1664525) + 1013904223) >>> 0;
    this.isForced = (this.state >>> 16) % ONE_IN === 0;
    return this.isForced;
  }

  /** Was the last failure forced? It tells nothing about the guess. */
  wasForced(): boolean {
    const forced = this.isForced;
    this.isForced = false;
    return forced;
  }
}
