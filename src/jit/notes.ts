/**
 * What the second tier knows of an op_array: what was learnt when its code was left, and what was seen at its calls.
 */
import { CALL_FRAME_SLOT, type Func, type OpArray } from '../bytecode/op-array.ts';
import type { ClassEntry } from '../object/class-entry.ts';
import { PhpArray } from '../value/php-array.ts';
import type { Zval } from '../value/zval.ts';
import { type Refusal, refusal } from './compile.ts';
import { modelOf } from './models.ts';
import type { Facts, SeenClosure } from './operand.ts';

/** Oplines that make large ints before all of the op_array's are thought to: each costs a compilation. */
const FEW_LARGE = 3;
/** Compilations that one op_array may take, and oplines that may be compiled for it in all, however few times. */
const MOST_COMPILATIONS = 60;
const MOST_OPLINES = 12_000;
/** Ends run by the interpreter (it asks for code twice) that cost as much as making the code again, V8's time included. */
const MANY_ENDS = 400;

export class Notes implements Facts {
  readonly generic: Set<number> = new Set();
  readonly wide: Set<number> = new Set();
  readonly framed: Set<number> = new Set();
  private readonly large = new Set<number>();
  /** Copies of the function with code for calls without a frame. */
  readonly lights: Set<OpArray> = new Set();
  /** Op_arrays whose code would call this one without a frame if it could. */
  readonly waiting: Set<OpArray> = new Set();
  private readonly sightings = new Map<number, number>();
  private readonly seen = new Map<number, Map<ClassEntry, Func>>();
  private readonly models = new Map<number, Zval>();
  private readonly closures = new Map<number, SeenClosure>();
  /** A call was run in the interpreter to be looked at. */
  private wasWatched = false;
  /** It needs a frame, as far as is known. */
  needsFrame = false;
  runsLong = false;
  private ends = 0;
  /** Ways in besides calls that have been compiled. */
  ways = 0;
  /** Times that each guess failed, by opline. */
  readonly failures: Map<number, number> = new Map();
  /** Oplines that were asked about: does a loop begin there? */
  readonly loops: Map<number, boolean> = new Map();
  /** Kinds of returned values by number of arguments. */
  readonly returns: Map<number, number> = new Map();
  refused: Refusal | null;
  compiled = 0;
  exits = 0;
  readonly name: string;
  readonly isStressed: boolean;

  constructor(func: OpArray, isStressed: boolean) {
    this.isStressed = isStressed;
    this.refused = refusal(func);
    this.name = func.scope === null ? (func.functionName ?? '$_main') : `${func.scope.name}::${func.functionName}`;
  }

  /** The interpreter is about to end a generator, as its code does not. True once: it had better do it itself. */
  endsOften(): boolean {
    if (!this.runsLong || ++this.ends < MANY_ENDS) return false;
    this.runsLong = false;
    return true;
  }

  /** Counts that the frame was found at the opline. */
  sight(opline: number): number {
    const times = (this.sightings.get(opline) ?? 0) + 1;
    this.sightings.set(opline, times);
    return times;
  }

  /** An int that was made at the opline did not fit 32 bits. */
  learnLarge(opline: number): void {
    this.large.add(opline);
  }

  isLarge(opline: number): boolean {
    return this.large.size >= FEW_LARGE || this.large.has(opline);
  }

  seenAt(opline: number): Map<ClassEntry, Func> {
    let found = this.seen.get(opline);
    if (found === undefined) {
      found = new Map();
      this.seen.set(opline, found);
    }
    return found;
  }

  closureAt(opline: number): SeenClosure {
    let found = this.closures.get(opline);
    if (found === undefined) {
      found = { func: null, ce: null };
      this.closures.set(opline, found);
    }
    return found;
  }

  /** True once: a call is to be run in the interpreter first, to see what the function's own variables hold in the end. */
  watch(func: OpArray): boolean {
    if (this.wasWatched || func.vars.length <= func.numArgs) return false;
    this.wasWatched = true;
    func.tier.isWatched = true;
    return true;
  }

  /** Remembers what the variables of a running frame hold. @param values from the first variable's slot on */
  observe(values: readonly Zval[]): void {
    for (const [n, v] of values.entries()) {
      if (v === undefined) continue;
      const model = modelOf(v);
      // An array that is being filled, or has been emptied, says less than one with elements.
      if (model === undefined || (model instanceof PhpArray && model.count === 0 && this.models.has(n))) continue;
      this.models.set(n, model);
    }
  }

  modelAt(slot: number): Zval | undefined {
    return this.models.get(slot - CALL_FRAME_SLOT);
  }

  /** Has enough time gone into it? */
  isSpent(func: OpArray): boolean {
    if (this.compiled > MOST_COMPILATIONS) return true;
    return this.compiled > 8 && this.compiled * func.opcodes.length > MOST_OPLINES;
  }
}
