/**
 * What may be compiled, and when: compiling costs time that a program may not run long enough to get back, so it is paid for
 * with jumps and calls that the interpreter has made, but for what there is to begin with.
 */
import type { OpArray } from '../bytecode/op-array.ts';

/** Jumps and calls an opline, and how many there are at first. */
const PRICE = 3000;
const FIRST_CREDIT = 6_000_000;

export class Budget {
  private credit = FIRST_CREDIT;
  private readonly isUnlimited: boolean;

  constructor(isUnlimited: boolean) {
    this.isUnlimited = isUnlimited;
  }

  /** The interpreter has made so many jumps and calls. */
  earn(jumps: number): void {
    this.credit += jumps;
  }

  /** Pays for compiling the op_array; false: the time is not there yet. */
  pay(func: OpArray): boolean {
    if (this.isUnlimited) return true;
    const price = func.opcodes.length * PRICE;
    if (this.credit < price) return false;
    this.credit -= price;
    return true;
  }
}
