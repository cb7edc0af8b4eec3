/**
 * The backtracking matcher: one loop, its own stack, so that neither the depth of a pattern's recursion nor the length of a
 * subject is bounded by the host's stack.
 */
import { Backtracking, CHOICE, ENTRY, LAZY, RUN, VERB } from './backtracking.ts';
import type { CharSet } from './char-set.ts';
import * as P from './program.ts';

/** Numbers on the backtrack stack before a match is given up, as PCRE2's heap limit does. */
const MAX_STACK = 16_000_000;

export type MatchStatus = 'match' | 'no match' | 'backtrack limit' | 'recursion limit' | 'stack limit';

export class Matcher extends Backtracking {
  private readonly program: P.RegexProgram;
  private readonly limit: number;

  constructor(program: P.RegexProgram, subject: string, backtrackLimit: number) {
    super(program, subject);
    this.program = program;
    this.limit = backtrackLimit;
  }

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
      this.begin(at, program.registers);
      const status = this.run(0, notEmptyAt);
      if (typeof status === 'string') return status;
      if (anchored || (program.anchoredStart && at === 0)) return 'no match';
      if (status < 0) return 'no match';
      at = status > at ? status : at + 1;
      if (this.utf) while (at < s.length && (s.charCodeAt(at) & 0xc0) === 0x80) at++;
      if (program.anchoredStart && at > 0) return 'no match';
    }
    return 'no match';
  }

  // ---- the loop ----------------------------------------------------------------------------------------------------

  /** 'match', a limit, or where to try next (0: the next character; -1: nowhere). */
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
        case P.OP_ACCEPT:
          if (this.frame !== null && (ins.op === P.OP_ACCEPT || this.frame.group === 0)) {
            pc = this.ret();
            break;
          }
          if (notEmptyAt && this.pos === this.from && this.regs[0] === this.pos) {
            ok = false;
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
        this.setMark(ins.str);
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
}
