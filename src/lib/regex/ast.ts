/** What a regular expression is parsed into. */
import type { CharSet } from './char-set.ts';

export type RepeatMode = 'greedy' | 'lazy' | 'possessive';

/** Zero-width tests. */
export type AssertKind =
  | 'bol'
  | 'bolMulti'
  | 'eol'
  | 'eolDollarEnd'
  | 'eolMulti'
  | 'start'
  | 'end'
  | 'endZ'
  | 'word'
  | 'notWord'
  | 'from';

export type Verb = 'fail' | 'accept' | 'commit' | 'prune' | 'skip' | 'then' | 'mark';

export type Condition =
  | { readonly kind: 'group'; readonly groups: readonly number[] }
  | { readonly kind: 'recursion'; readonly group: number }
  | { readonly kind: 'define' }
  | { readonly kind: 'look'; readonly look: RegexNode };

export type RegexNode =
  | { readonly t: 'empty' }
  | { readonly t: 'char'; readonly code: number; readonly fold: boolean }
  | { readonly t: 'set'; readonly set: CharSet }
  | { readonly t: 'seq'; readonly items: readonly RegexNode[] }
  | { readonly t: 'alt'; readonly items: readonly RegexNode[] }
  | { readonly t: 'group'; readonly index: number; readonly body: RegexNode }
  | {
      readonly t: 'repeat';
      readonly body: RegexNode;
      readonly min: number;
      readonly max: number;
      readonly mode: RepeatMode;
    }
  | { readonly t: 'assert'; readonly kind: AssertKind }
  | {
      readonly t: 'look';
      readonly behind: boolean;
      readonly negate: boolean;
      readonly body: RegexNode;
      readonly at: number;
    }
  | { readonly t: 'atomic'; readonly body: RegexNode }
  | { readonly t: 'backref'; readonly groups: readonly number[]; readonly fold: boolean }
  | { readonly t: 'recurse'; readonly group: number }
  | { readonly t: 'cond'; readonly condition: Condition; readonly yes: RegexNode; readonly no: RegexNode }
  | { readonly t: 'keep' }
  | { readonly t: 'verb'; readonly verb: Verb; readonly name?: string };

/** Matches without a character. */
export const EMPTY: RegexNode = { t: 'empty' };

/** Options of a whole pattern (and, but for the last ones, of its parts). */
export interface RegexOptions {
  readonly caseless: boolean;
  readonly multiline: boolean;
  readonly dotAll: boolean;
  readonly extended: boolean;
  readonly ungreedy: boolean;
  readonly dupNames: boolean;
  readonly noAutoCapture: boolean;
  readonly anchored: boolean;
  readonly dollarEndOnly: boolean;
  readonly utf: boolean;
}

export interface ParsedRegex {
  readonly node: RegexNode;
  /** How many capturing groups there are. */
  readonly groupCount: number;
  /** Names with the groups they stand for (several with dupNames). */
  readonly names: ReadonlyMap<string, readonly number[]>;
  readonly utf: boolean;
}

/** A pattern that does not compile: PCRE2's words and the offset. */
export class RegexError extends Error {
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}
