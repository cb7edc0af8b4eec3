/** What the generated code may name where it stands, and the dice. */
import { seededRandom } from '../../support/random.ts';

/** What a variable is meant to hold; nothing keeps it from holding something else later. */
export type Kind = 'int' | 'float' | 'string' | 'bool' | 'list' | 'hash' | 'object' | 'mixed';

export const KINDS: readonly Kind[] = ['int', 'float', 'string', 'bool', 'list', 'hash', 'object', 'mixed'];

/** A function that may be called. */
export interface FunctionNote {
  readonly name: string;
  readonly parameters: readonly Kind[];
  readonly byRef: readonly boolean[];
  readonly returns: Kind;
  /** Steps that a call may take. */
  readonly cost: number;
}

/** The dice, and what is known of the program so far. */
export class Dice {
  private readonly random: () => number;
  readonly functions: FunctionNote[] = [];
  private names = 0;

  constructor(seed: number) {
    this.random = seededRandom(seed);
  }

  /** An integer in [0, n). */
  below(n: number): number {
    return Math.floor(this.random() * n);
  }

  /** True in `percent` of a hundred cases. */
  chance(percent: number): boolean {
    return this.random() * 100 < percent;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  /** A number that no other name has. */
  fresh(): number {
    return ++this.names;
  }
}

/** Variables of one function (or of the script). */
export class Scope {
  readonly variables: { readonly name: string; readonly kind: Kind }[] = [];
  /** How often the statement at hand may run, at most. */
  times = 1;
  /** Steps so far. */
  cost = 0;
  /** Loops around the statement at hand. */
  loops = 0;
  depth = 0;
  /** There is an object in $this, of class Shape. */
  hasThis = false;
  isGenerator = false;
  returns: Kind | null = null;
  /** `finally` around: no goto or break out of it. */
  inFinally = 0;

  /** Names of variables of a kind; each scope has at least one of them. */
  of(kind: Kind): readonly string[] {
    return this.variables.filter((one) => one.kind === kind).map((one) => one.name);
  }
}

/** Most steps a function may take: calls in loops multiply. */
export const MOST_STEPS = 1500;
