/**
 * Where new coroutines come from: most end without having waited, and begin anew as another one; those that one opline has
 * created share what says so.
 */
import type { OpArray } from '../bytecode/op-array.ts';
import type { MachineGlobals } from '../vm/machine.ts';
import { type Birthplace, Coroutine } from './coroutine.ts';

/** Ended coroutines that are kept to begin anew. */
const MOST_SPARES = 32;

export class Births {
  private readonly spares: Coroutine[] = [];
  private lastPlace: Birthplace | null = null;

  make(cid: number, pcid: number, created: number, globals: MachineGlobals): Coroutine {
    const spare = this.spares.pop();
    if (spare === undefined) return new Coroutine(cid, pcid, created, globals);
    spare.rebirth(cid, pcid, created, globals);
    return spare;
  }

  /** One is over that has used nothing of what few use: if it has never waited, nobody knows it any more. */
  keep(co: Coroutine): void {
    if (co.since < 0 && this.spares.length < MOST_SPARES) this.spares.push(co);
  }

  placeOf(opArray: OpArray, opline: number): Birthplace {
    const { lastPlace } = this;
    if (lastPlace !== null && lastPlace.opArray === opArray && lastPlace.opline === opline) return lastPlace;
    this.lastPlace = { opArray, opline };
    return this.lastPlace;
  }
}
