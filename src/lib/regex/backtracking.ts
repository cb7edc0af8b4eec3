/**
 * The backtrack stack of a matcher: what is still to be tried, and what is undone on the way back to it. Registers (groups,
 * counters), the subpattern calls under way and the last (*MARK) change only by what is on it.
 */
import type { CharSet } from './char-set.ts';
import * as P from './program.ts';
import { Subject } from './subject.ts';

/** Numbers of an entry of the backtrack stack: kind and three operands, a, b and c. */
export const ENTRY = 4;
/** Go on at instruction a, at position b. */
export const CHOICE = 0;
/** Register a was b. */
const UNDO = 1;
/** A greedy run has come to c, and may give characters back down to b; instruction a comes behind it. */
export const RUN = 2;
/** The lazy run of instruction a stands at b, and may take c more. */
export const LAZY = 3;
/** The calls, the registers were what object a is. */
const STATE = 4;
const REGS = 5;
/** Backtracking over verb a at position b. */
export const VERB = 6;
/** The last (*MARK) was object a. */
const MARK = 7;

/** Subpattern calls under way at a time. */
const MAX_CALLS = 50_000;

/** A subpattern call that has not returned. */
interface CallFrame {
  readonly group: number;
  /** Where in the subject it was called. */
  readonly pos: number;
  readonly ret: number;
  readonly regs: readonly number[];
  readonly parent: CallFrame | null;
  readonly depth: number;
}

export class Backtracking extends Subject {
  protected readonly code: readonly P.Instruction[];
  /** Start and end of each group, register 0 first (\K moves it); behind them starts of open groups and counters. */
  protected regs: number[] = [];
  /** The stack, entry on entry. */
  protected readonly st: number[] = [];
  /** What entries hold that is no number. */
  private objs: unknown[] = [];
  /** The innermost subpattern call under way. */
  protected frame: CallFrame | null = null;
  /** What `backtrackLimit` is compared with. */
  protected steps = 0;
  /** The name of the last (*MARK) on the way of the match; null when it passed none. */
  mark: string | null = null;

  constructor(program: P.RegexProgram, subject: string) {
    super(subject, program.utf);
    this.code = program.code;
  }

  /** Forgets everything: a match begins at `at`. */
  protected begin(at: number, registers: number): void {
    const regs = new Array<number>(registers).fill(-1);
    regs[0] = at;
    this.regs = regs;
    this.st.length = 0;
    this.objs = [];
    this.frame = null;
    this.mark = null;
    this.pos = at;
    this.steps++;
  }

  // ---- what goes on the stack --------------------------------------------------------------------------------------

  /** Something to try: a step of the match. */
  protected push(kind: number, a: number, b: number, c: number): void {
    this.steps++;
    this.st.push(kind, a, b, c);
  }

  /** Sets a register, to be undone. */
  protected set(reg: number, value: number): void {
    this.st.push(UNDO, reg, this.regs[reg] as number, 0);
    this.regs[reg] = value;
  }

  private pushObject(kind: number, obj: unknown): void {
    this.objs.push(obj);
    this.st.push(kind, this.objs.length - 1, 0, 0);
  }

  /** (*MARK:name) */
  protected setMark(name: string): void {
    this.pushObject(MARK, this.mark);
    this.mark = name;
  }

  /** Forgets the choices above a height; what undoes registers stays, for earlier choices. */
  protected cut(height: number): void {
    const { st } = this;
    let to = height;
    for (let i = height; i < st.length; i += ENTRY) {
      const kind = st[i] as number;
      if (kind === CHOICE || kind === RUN || kind === LAZY || kind === VERB) continue;
      for (let k = 0; k < ENTRY; k++) st[to + k] = st[i + k] as number;
      to += ENTRY;
    }
    st.length = to;
  }

  /** Undoes everything above a height. */
  protected unwind(height: number): void {
    while (this.st.length > height) this.undoTop();
  }

  private undoTop(): void {
    const { st } = this;
    st.pop();
    const b = st.pop() as number;
    const a = st.pop() as number;
    const kind = st.pop() as number;
    if (kind === UNDO) this.regs[a] = b;
    else if (kind === STATE) this.frame = this.objs[a] as CallFrame | null;
    else if (kind === REGS) this.regs = this.objs[a] as number[];
    else if (kind === MARK) this.mark = this.objs[a] as string | null;
  }

  // ---- the way back ------------------------------------------------------------------------------------------------

  /** Goes back to the last choice: the instruction to go on at; -1 none left, -2 COMMIT, -3 PRUNE, -4 SKIP. */
  protected backtrack(): number {
    const { st } = this;
    while (st.length > 0) {
      const c = st.pop() as number;
      const b = st.pop() as number;
      const a = st.pop() as number;
      const kind = st.pop() as number;
      switch (kind) {
        case CHOICE:
          this.pos = b;
          return a;
        case UNDO:
          this.regs[a] = b;
          break;
        case RUN: {
          const p = this.back(c);
          if (p > b) st.push(RUN, a, b, p);
          this.pos = p;
          return a;
        }
        case LAZY: {
          const instruction = this.code[a] as P.Instruction;
          const p = this.step(instruction.set as CharSet, b);
          if (p < 0) break;
          if (c > 1) st.push(LAZY, a, p, c - 1);
          this.pos = p;
          return a + 1;
        }
        case STATE:
          this.frame = this.objs[a] as CallFrame | null;
          break;
        case REGS:
          this.regs = this.objs[a] as number[];
          break;
        case MARK:
          this.mark = this.objs[a] as string | null;
          break;
        default:
          this.pos = b;
          return a === P.VERB_COMMIT ? -2 : a === P.VERB_PRUNE ? -3 : -4;
      }
    }
    return -1;
  }

  // ---- calls -------------------------------------------------------------------------------------------------------

  /** Whether the same call is under way at the same place: it would never end. */
  protected loops(group: number): boolean {
    for (let f = this.frame; f !== null && f.pos === this.pos; f = f.parent) if (f.group === group) return true;
    return false;
  }

  /** Calls the group; `ret` is the instruction behind. False: too deep. */
  protected call(group: number, ret: number): boolean {
    const depth = (this.frame?.depth ?? 0) + 1;
    if (depth > MAX_CALLS) return false;
    this.pushObject(STATE, this.frame);
    this.frame = { group, pos: this.pos, ret, regs: this.regs.slice(), parent: this.frame, depth };
    return true;
  }

  /** Back from a call: captures are what they were before it. */
  protected ret(): number {
    const frame = this.frame as CallFrame;
    this.pushObject(REGS, this.regs);
    this.regs = frame.regs.slice();
    this.pushObject(STATE, frame);
    this.frame = frame.parent;
    return frame.ret;
  }
}
