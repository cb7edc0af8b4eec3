/** JavaScript variables that say where in an array the element of a key was last. */
import type { Emitter } from './emitter.ts';

/** One of them. */
export interface Hint {
  readonly js: string;
  /** Nothing has been put into it yet. */
  readonly isNew: boolean;
}

export class Hints {
  /** Those that outlive the call: ints, 0 at first. */
  readonly lasting: string[] = [];
  /** Variables that hold arrays, with those that hold the keys they were asked for. */
  private readonly askedFor = new Set<string>();

  /** Another walk over the oplines begins. */
  forget(): void {
    this.askedFor.clear();
  }

  /**
   * The one for an array and a key; null: nothing is known, nor worth remembering.
   * @param variable slot of the variable that holds the array; -1: something else does
   * @param key slot of the variable that holds the key; -1: it is a literal, which keeps a place of its own between calls
   */
  of(g: Emitter, variable: number, key: number): Hint | null {
    if (key < 0) {
      const js = `g${this.lasting.length}`;
      if (g.writesText) this.lasting.push(js);
      return { js, isNew: false };
    }
    if (variable < 0) return null;
    const isNew = !this.askedFor.has(`${variable}:${key}`);
    this.askedFor.add(`${variable}:${key}`);
    return { js: g.local('h', variable), isNew };
  }
}
