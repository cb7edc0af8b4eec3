/** The instructions that a regular expression is compiled into. */
import type { CharSet } from './char-set.ts';

export const OP_STR = 0;
export const OP_SET = 1;
export const OP_SPLIT = 2;
export const OP_JMP = 3;
export const OP_GROUP_START = 4;
export const OP_GROUP_END = 5;
export const OP_ASSERT = 6;
export const OP_BACKREF = 7;
export const OP_RUN_GREEDY = 8;
export const OP_RUN_LAZY = 9;
export const OP_RUN_POSSESSIVE = 10;
export const OP_LOOP_INIT = 11;
export const OP_LOOP_GREEDY = 12;
export const OP_LOOP_LAZY = 13;
export const OP_ATOMIC_BEGIN = 14;
export const OP_ATOMIC_END = 15;
export const OP_LOOK_BEGIN = 16;
export const OP_LOOK_END = 17;
export const OP_ELSE_BEGIN = 18;
export const OP_NOT_END = 19;
export const OP_BEHIND = 20;
export const OP_CALL = 21;
export const OP_KEEP = 22;
export const OP_FAIL = 23;
export const OP_ACCEPT = 24;
export const OP_VERB = 25;
export const OP_MATCH = 26;
export const OP_IF_GROUP = 27;
export const OP_IF_RECURSION = 28;
export const OP_MARK = 29;

/** Kinds of OP_ASSERT by number. */
export const ASSERTS = {
  bol: 0,
  bolMulti: 1,
  eol: 2,
  eolDollarEnd: 3,
  eolMulti: 4,
  start: 5,
  end: 6,
  endZ: 7,
  word: 8,
  notWord: 9,
  from: 10,
} as const;

/** Kinds of OP_VERB: what backtracking past it means. */
export const VERB_COMMIT = 0;
export const VERB_PRUNE = 1;
export const VERB_SKIP = 2;

/** One instruction; what the operands mean depends on `op`. */
export class Instruction {
  readonly op: number;
  /** Target, register, kind, group or number of characters. */
  a: number;
  /** Second target or register. */
  b: number;
  min = 0;
  max = 0;
  set: CharSet | null = null;
  str = '';
  groups: readonly number[] = [];
  fold = false;
  constructor(op: number, a = 0, b = 0) {
    this.op = op;
    this.a = a;
    this.b = b;
  }
}

export interface RegexProgram {
  readonly code: readonly Instruction[];
  readonly groupCount: number;
  /** Registers: two a group, then starts of groups, loop counters, heights. */
  readonly registers: number;
  /** Bytes a match can begin with; null: any, or it may be empty. */
  readonly first: Uint8Array | null;
  /** Matches only at the start of the subject. */
  readonly anchoredStart: boolean;
  readonly utf: boolean;
}
