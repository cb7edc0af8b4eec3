/**
 * The backtracking matcher: one loop, its own stack, so that neither the depth of a pattern's recursion nor the length of a
 * subject is bounded by the host's stack.
 */
import { decodeUtf8At } from '../utf8.ts';
import type { CharSet } from './char-set.ts';
import { otherCases } from './char-set.ts';
import * as P from './program.ts';

/** Entries of the backtrack stack: kind and three operands. */
const ENTRY = 4;
const CHOICE = 0;
const UNDO = 1;
const RUN = 2;
const LAZY = 3;
const STATE = 4;
const REGS = 5;
const VERB = 6;
const MARK = 7;

const MAX_CALLS = 50000;
/** Numbers on the backtrack stack before a match is given up, as PCRE2's heap limit does. */
const MAX_STACK = 16_000_000;

export type MatchStatus = 'match' | 'no match' | 'backtrack limit' | 'recursion limit' | 'stack limit';

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

export class Matcher {
  private readonly program: P.RegexProgram;
  private readonly code: readonly P.Instruction[];
  private readonly s: string;
  private readonly utf: boolean;
  private readonly limit: number;
  private regs: number[] = [];
  private readonly st: number[] = [];
  private objs: unknown[] = [];
  private frame: CallFrame | null = null;
  private steps = 0;
  private from = 0;
  /** Where the match begins for the caller; \K moves it. Register 0 holds it. */
  private pos = 0;

  constructor(program: P.RegexProgram, subject: string, backtrackLimit: number) {
    this.program = program;
    this.code = program.code;
    this.s = subject;
    this.utf = program.utf;
    this.limit = backtrackLimit;
  }

  /** The name of the last (*MARK) on the way of the match; null when it passed none. */
  mark: string | null = null;

  /** Start and end of each group (-1 when it took no part) after a match. */
  get captures(): readonly number[] {
    return this.regs;
  }

  /**
   * Looks for a match at or after `from`.
   * @param notEmptyAt an empty match that begins and ends at `from` does not count
   */
  search(from: number, anchored: boolean, notEmptyAt: boolean): MatchStatus {
    const { s, program } = this;
    this.from = from;
    const { first } = program;
    for (let at = from; at <= s.length; ) {
      if (first !== null && !anchored) {
        while (at < s.length && first[s.charCodeAt(at)] !== 1) at++;
        if (at >= s.length) return 'no match';
      }
      const status = this.matchAt(at, notEmptyAt);
      if (typeof status === 'string') return status;
      if (anchored || (program.anchoredStart && at === 0)) return 'no match';
      if (status < 0) return 'no match';
      at = status > at ? status : at + 1;
      if (this.utf) while (at < s.length && (s.charCodeAt(at) & 0xc0) === 0x80) at++;
      if (program.anchoredStart && at > 0) return 'no match';
    }
    return 'no match';
  }

  /** 'match', a limit, or where to try next (0: the next character; -1: nowhere). */
  private matchAt(at: number, notEmptyAt: boolean): MatchStatus | number {
    const regs = new Array<number>(this.program.registers).fill(-1);
    regs[0] = at;
    this.regs = regs;
    this.st.length = 0;
    this.objs = [];
    this.frame = null;
    this.mark = null;
    this.pos = at;
    this.steps++;
    return this.run(0, notEmptyAt);
  }

  // ---- characters --------------------------------------------------------------------------------------------------

  /** Behind the character at `pos` when it is in the set, else -1. */
  private step(set: CharSet, pos: number): number {
    if (pos >= this.s.length) return -1;
    const c = this.s.charCodeAt(pos);
    if (!this.utf || c < 128) return set.bits[c] === 1 ? pos + 1 : -1;
    const { code, length } = decodeUtf8At(this.s, pos);
    return set.has(code) ? pos + length : -1;
  }

  private back(pos: number): number {
    let p = pos - 1;
    if (this.utf) while (p > 0 && (this.s.charCodeAt(p) & 0xc0) === 0x80) p--;
    return p;
  }

  private isWordAt(pos: number, back: boolean): boolean {
    const at = back ? this.back(pos) : pos;
    if (at < 0 || at >= this.s.length || (back && pos === 0)) return false;
    const c = this.s.charCodeAt(at);
    if (c < 128 || !this.utf) return (c >= 48 && c <= 57) || (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || c === 95;
    return /^[\p{L}\p{N}_]$/u.test(String.fromCodePoint(Math.max(0, decodeUtf8At(this.s, at).code)));
  }

  private assertion(kind: number): boolean {
    const { s, pos } = this;
    const n = s.length;
    switch (kind) {
      case P.ASSERTS.bol:
      case P.ASSERTS.start:
        return pos === 0;
      case P.ASSERTS.bolMulti:
        return pos === 0 || (pos < n && s.charCodeAt(pos - 1) === 10);
      case P.ASSERTS.eol:
      case P.ASSERTS.endZ:
        return pos === n || (pos === n - 1 && s.charCodeAt(pos) === 10);
      case P.ASSERTS.eolDollarEnd:
      case P.ASSERTS.end:
        return pos === n;
      case P.ASSERTS.eolMulti:
        return pos === n || s.charCodeAt(pos) === 10;
      case P.ASSERTS.from:
        return pos === this.from;
      default:
        return (this.isWordAt(pos, true) !== this.isWordAt(pos, false)) === (kind === P.ASSERTS.word);
    }
  }

  // ---- the backtrack stack -----------------------------------------------------------------------------------------

  private push(kind: number, a: number, b: number, c: number): void {
    this.steps++;
    this.st.push(kind, a, b, c);
  }

  private set(reg: number, value: number): void {
    this.st.push(UNDO, reg, this.regs[reg] as number, 0);
    this.regs[reg] = value;
  }

  private pushObject(kind: number, obj: unknown): void {
    this.objs.push(obj);
    this.st.push(kind, this.objs.length - 1, 0, 0);
  }

  /** Forgets the choices above a height; what undoes registers stays, for earlier choices. */
  private cut(height: number): void {
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
  private unwind(height: number): void {
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

  /** Goes back to the last choice: the instruction to go on at; -1 none left, -2 COMMIT, -3 PRUNE, -4 SKIP. */
  private backtrack(): number {
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
  private loops(group: number): boolean {
    for (let f = this.frame; f !== null && f.pos === this.pos; f = f.parent) if (f.group === group) return true;
    return false;
  }

  private call(group: number, ret: number): boolean {
    const depth = (this.frame?.depth ?? 0) + 1;
    if (depth > MAX_CALLS) return false;
    this.pushObject(STATE, this.frame);
    this.frame = { group, pos: this.pos, ret, regs: this.regs.slice(), parent: this.frame, depth };
    return true;
  }

  /** Back from a call: captures are what they were before it. */
  private ret(): number {
    const frame = this.frame as CallFrame;
    this.pushObject(REGS, this.regs);
    this.regs = frame.regs.slice();
    this.pushObject(STATE, frame);
    this.frame = frame.parent;
    return frame.ret;
  }

  // ---- the loop ----------------------------------------------------------------------------------------------------

  private run(start: number, notEmptyAt: boolean): MatchStatus | number {
    const { code, s } = this;
    let pc = start;
    for (;;) {
      const ins = code[pc] as P.Instruction;
      let ok = true;
      switch (ins.op) {
        case P.OP_STR:
          ok = s.startsWith(ins.str, this.pos);
          this.pos += ins.str.length;
          pc++;
          break;
        case P.OP_SET: {
          const next = this.step(ins.set as CharSet, this.pos);
          ok = next >= 0;
          this.pos = next;
          pc++;
          break;
        }
        case P.OP_SPLIT:
          this.push(CHOICE, ins.b, this.pos, 0);
          pc = ins.a;
          break;
        case P.OP_JMP:
          pc = ins.a;
          break;
        case P.OP_GROUP_START:
          this.set((this.program.groupCount + 1) * 2 + ins.a, this.pos);
          pc++;
          break;
        case P.OP_GROUP_END:
          if (this.frame !== null && this.frame.group === ins.a) {
            pc = this.ret();
            break;
          }
          this.set(2 * ins.a, this.regs[(this.program.groupCount + 1) * 2 + ins.a] as number);
          this.set(2 * ins.a + 1, this.pos);
          pc++;
          break;
        case P.OP_RUN_GREEDY:
        case P.OP_RUN_LAZY:
        case P.OP_RUN_POSSESSIVE:
          ok = this.singleRun(ins, pc);
          pc++;
          break;
        case P.OP_CALL:
          ok = !this.loops(ins.b);
          if (ok && !this.call(ins.b, pc + 1)) return 'recursion limit';
          pc = ins.a;
          break;
        case P.OP_MATCH:
          if (this.frame !== null && this.frame.group === 0) {
            pc = this.ret();
            break;
          }
          if (notEmptyAt && this.pos === this.from && this.regs[0] === this.pos) {
            ok = false;
            break;
          }
          this.regs[1] = this.pos;
          return 'match';
        case P.OP_ACCEPT:
          if (this.frame !== null) {
            pc = this.ret();
            break;
          }
          this.regs[1] = this.pos;
          return 'match';
        default: {
          const next = this.control(ins, pc);
          ok = next >= 0;
          pc = next;
        }
      }
      if (this.st.length > MAX_STACK) return 'stack limit';
      if (ok) continue;
      if (++this.steps > this.limit) return 'backtrack limit';
      pc = this.backtrack();
      if (pc < 0) return pc === -1 || pc === -3 ? 0 : pc === -2 ? -1 : this.pos;
    }
  }

  /** A repeated single character; what is left to try goes on the stack as one entry. */
  private singleRun(ins: P.Instruction, pc: number): boolean {
    const set = ins.set as CharSet;
    let p = this.pos;
    let n = 0;
    for (; n < ins.min; n++) {
      p = this.step(set, p);
      if (p < 0) return false;
    }
    if (ins.op === P.OP_RUN_LAZY) {
      if (ins.max > n) this.push(LAZY, pc, p, ins.max - n);
      this.pos = p;
      return true;
    }
    const least = p;
    for (; n < ins.max; n++) {
      const next = this.step(set, p);
      if (next < 0) break;
      p = next;
    }
    if (p > least && ins.op === P.OP_RUN_GREEDY) this.push(RUN, pc + 1, least, p);
    this.pos = p;
    return true;
  }

  /** The rarer instructions: where to go on, -1 for a failure. */
  private control(ins: P.Instruction, pc: number): number {
    switch (ins.op) {
      case P.OP_ASSERT:
        return this.assertion(ins.a) ? pc + 1 : -1;
      case P.OP_BACKREF:
        return this.backReference(ins) ? pc + 1 : -1;
      case P.OP_LOOP_INIT:
        this.set(ins.a, 0);
        this.set(ins.a + 1, -1);
        return pc + 1;
      case P.OP_LOOP_GREEDY:
      case P.OP_LOOP_LAZY:
        return this.loop(ins, pc);
      case P.OP_ATOMIC_BEGIN:
        this.set(ins.a, this.st.length + ENTRY);
        return pc + 1;
      case P.OP_ATOMIC_END:
        this.cut(this.regs[ins.a] as number);
        return pc + 1;
      case P.OP_LOOK_BEGIN:
      case P.OP_ELSE_BEGIN:
        this.set(ins.a + 1, this.pos);
        this.set(ins.a, this.st.length + ENTRY);
        if (ins.op === P.OP_ELSE_BEGIN) this.push(CHOICE, ins.b, this.pos, 0);
        return pc + 1;
      case P.OP_LOOK_END: {
        const pos = this.regs[ins.a + 1] as number;
        this.cut(this.regs[ins.a] as number);
        this.pos = pos;
        return pc + 1;
      }
      case P.OP_NOT_END:
        this.unwind(this.regs[ins.a] as number);
        return -1;
      case P.OP_BEHIND:
        return this.behind(ins.a) ? pc + 1 : -1;
      case P.OP_KEEP:
        this.set(0, this.pos);
        return pc + 1;
      case P.OP_MARK:
        this.pushObject(MARK, this.mark);
        this.mark = ins.str;
        return pc + 1;
      case P.OP_VERB:
        this.push(VERB, ins.a, this.pos, 0);
        return pc + 1;
      case P.OP_IF_GROUP:
        return ins.groups.some((g) => (this.regs[2 * g + 1] as number) >= 0) ? pc + 1 : ins.b;
      case P.OP_IF_RECURSION:
        return this.frame !== null && (ins.a < 0 || this.frame.group === ins.a) ? pc + 1 : ins.b;
      default:
        return -1;
    }
  }

  /** Counter `a`: how often round; `a + 1`: where the last round began, to end one that matched nothing. */
  private loop(ins: P.Instruction, pc: number): number {
    const count = this.regs[ins.a] as number;
    if (count >= ins.min && this.regs[ins.a + 1] === this.pos) return ins.b;
    if (count < ins.min) {
      this.enter(ins.a, count);
      return pc + 1;
    }
    if (count >= ins.max) return ins.b;
    if (ins.op === P.OP_LOOP_GREEDY) {
      this.push(CHOICE, ins.b, this.pos, 0);
      this.enter(ins.a, count);
      return pc + 1;
    }
    // lazy: one more round only on the way back
    this.push(CHOICE, this.lazyEntry(ins, pc), this.pos, 0);
    return ins.b;
  }

  private lazyEntry(ins: P.Instruction, pc: number): number {
    // the counters of that round are set when the choice is taken: undone registers stand at this count then
    this.set(ins.a, (this.regs[ins.a] as number) + 1);
    this.set(ins.a + 1, this.pos);
    return pc + 1;
  }

  private enter(counter: number, count: number): void {
    this.set(counter, count + 1);
    this.set(counter + 1, this.pos);
  }

  private behind(count: number): boolean {
    let p = this.pos;
    for (let n = 0; n < count; n++) {
      if (p <= 0) return false;
      p = this.back(p);
    }
    this.pos = p;
    return true;
  }

  /** The first group of the list that is set decides; an unset one matches nothing at all. */
  private backReference(ins: P.Instruction): boolean {
    const group = ins.groups.find((g) => (this.regs[2 * g + 1] as number) >= 0);
    if (group === undefined) return false;
    const text = this.s.slice(this.regs[2 * group] as number, this.regs[2 * group + 1] as number);
    if (this.s.startsWith(text, this.pos)) {
      this.pos += text.length;
      return true;
    }
    return ins.fold && this.foldedReference(text);
  }

  private foldedReference(text: string): boolean {
    let p = this.pos;
    for (let i = 0; i < text.length; ) {
      if (p >= this.s.length) return false;
      const a = this.codeAt(text, i);
      const b = this.codeAt(this.s, p);
      if (a.code !== b.code && !otherCases(a.code, this.utf).includes(b.code)) return false;
      i += a.length;
      p += b.length;
    }
    this.pos = p;
    return true;
  }

  private codeAt(s: string, i: number): { code: number; length: number } {
    return this.utf ? decodeUtf8At(s, i) : { code: s.charCodeAt(i), length: 1 };
  }
}
