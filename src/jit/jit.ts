/**
 * The second tier: decides what is hot, compiles it, keeps what was learnt when guesses failed, and the list for the report.
 */
import { runTimeCacheOf } from '../bytecode/prepare.ts';
import { CALL_FRAME_SLOT, type Func, type OpArray, type Opline, type Tier } from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';
import { ACC_CLOSURE } from '../bytecode/type-flags.ts';
import type { ClassEntry } from '../object/class-entry.ts';
import type { Zval } from '../value/zval.ts';
import type { ExecuteData } from '../vm/execute-data.ts';
import type { Executor } from '../vm/executor.ts';
import type { InternalFunction } from '../vm/internal-function.ts';
import { type CompiledCode, type JitPort, lightCodes } from '../vm/jit-port.ts';
import { Budget } from './budget.ts';
import type { Functions } from './calls.ts';
import { compileEntry, type Entry, type Refusal } from './compile.ts';
import { link } from './link.ts';
import { FRAMELESS, SMALL } from './operand.ts';
import { Notes } from './notes.ts';
import { flowGraph } from './flow-graph.ts';
import { isInspector } from './handler-effects.ts';
import { isInit, mayBeLight } from './frames-on-demand.ts';
import { createStash, type Stash } from './stash.ts';
import { Stress } from './stress.ts';
import { isBehindYield, isEndOf, isHandlerOf } from './suspend-points.ts';
import { createRuntime, type RuntimeHost } from './runtime.ts';
import { FLT, INT, NUM } from './types.ts';

/** A line of `--jit-report`. */
export interface JitReportRow {
  readonly name: string;
  /** Ways in that were compiled, those that were compiled again included. */
  readonly compiled: number;
  readonly refused: Refusal | null;
  /** Times the code was left because a guess failed. */
  readonly exits: number;
}

/** Failures of a guess after which the code is made without it. */
const PATIENCE = 8;
/** Jumps after which a running frame counts as hot, at first and at most; looks at it before giving up for a stretch. */
const STRETCH = 10_000;
const LONGEST_STRETCH = 1_000_000;
const TRIES = 30;
/** Times that a running frame has to be found at a loop's head. */
const SIGHTINGS = 4;
/** Characters of JavaScript that may be more bytecode (up to 1.6 bytes each) than V8 compiles at first (bin/v8-flags.cjs). */
const LONG_SOURCE = 9000;
/** Calls of a function whose loop is compiled already that go through the interpreter to the loop: its code is warm, the code for calls is not. */
const FEW_CALLS = 2;
/** Ways in that one op_array may have. */
const MOST_WAYS_IN = 24;

/** Oplines in which a machine can wait. */
const CALLS: ReadonlySet<number> = new Set<number>([OP.DO_FCALL, OP.DO_ICALL, OP.DO_UCALL, OP.DO_FCALL_BY_NAME]);

/** Oplines with a second, wider way before their handler's. */
const WIDENS: ReadonlySet<number> = new Set<number>([OP.ADD, OP.SUB, OP.MUL, OP.ASSIGN_OP, OP.INIT_METHOD_CALL]);

export class Jit implements JitPort, RuntimeHost, Functions {
  readonly threshold: number;
  private readonly vm: Executor;
  private readonly runtime: Readonly<Record<string, unknown>>;
  private readonly known: Notes[] = [];
  /** Functions whose code for calls without a frame is being compiled, with the number of arguments. */
  private readonly inTheMaking = new Map<OpArray, number>();
  private readonly budget: Budget;
  /** The function whose own result is guessed while it is compiled, and whether its code makes use of the guess. */
  private guessing: Tier | null = null;
  private isGuessUsed = false;
  /** Short stretches left before the next long one. */
  private tries = 0;
  private stretch = STRETCH;

  private readonly stress: Stress | null;
  private readonly stash: Stash;

  constructor(vm: Executor, threshold: number, stress: Stress | null) {
    this.vm = vm;
    this.threshold = threshold;
    this.budget = new Budget(threshold < 10);
    this.stress = stress;
    this.stash = createStash((func, reason) => this.failed(func, reason));
    this.runtime = createRuntime(this, this.stash);
  }

  // -- JitPort --------------------------------------------------------------------------------------------------------

  codeForCall(func: OpArray, call: ExecuteData): CompiledCode | null {
    const notes = this.notesOf(func);
    const n = call.numArgs;
    if (notes.refused !== null || n > func.numArgs) {
      func.tier.heat = -1e9;
      return null;
    }
    if (this.threshold >= 10 && notes.watch(func)) return null;
    if (!this.budget.pay(func)) {
      func.tier.heat = this.threshold >> 1;
      return null;
    }
    while (func.tier.calls.length <= n) func.tier.calls.push(undefined);
    const first = call.base + 5;
    const values = call.slots.slice(first, first + n);
    const entry = { opline: 0, numArgs: n, values, thisObject: call.thisObject, light: false };
    this.makeLight(func, notes, entry);
    const code = this.make(func, notes, entry);
    if (code !== null) func.tier.calls[n] = code;
    return code;
  }

  codeForResume(ex: ExecuteData, hot: boolean): CompiledCode | null {
    const { func } = ex;
    if (func.type !== 2) return null;
    const { resumes } = func.tier;
    const known = ex.opline < resumes.length ? (resumes[ex.opline] as CompiledCode | null | undefined) : undefined;
    if (known !== undefined) {
      // There is code for what is hot: no need to look often.
      if (hot) this.tries = 0;
      return ex.call === null ? known : null;
    }
    if (isHandlerOf(func, ex.opline)) return this.warm(func, ex);
    if (isEndOf(func, ex.opline) && this.notesOf(func).endsOften()) this.forget(func, this.notesOf(func));
    if (!hot) return this.isSuspendPoint(func, ex) ? this.warm(func, ex) : null;
    if (ex.native !== null) return null;
    if (ex.call !== null || !this.isLoop(func, ex.opline)) {
      this.miss();
      return null;
    }
    this.tries = 0;
    this.stretch = STRETCH;
    return this.isWarm(func, ex.opline, SIGHTINGS) ? this.compileResume(func, ex) : null;
  }

  observe(ex: ExecuteData): void {
    if (ex.func.type !== 2) return;
    ex.func.tier.isWatched = false;
    const first = ex.base + CALL_FRAME_SLOT;
    this.notesOf(ex.func).observe(ex.slots.slice(first, first + ex.func.vars.length));
  }

  /** Has the frame been seen at the opline more than so many times? */
  private isWarm(func: OpArray, opline: number, times: number): boolean {
    return this.notesOf(func).sight(opline) > Math.min(times, this.threshold);
  }

  /** Does the frame go on behind a yield, or behind a call in which its machine waited? */
  private isSuspendPoint(func: OpArray, ex: ExecuteData): boolean {
    if (!this.vm.switched) return isBehindYield(func, ex);
    this.vm.switched = false;
    const before = func.opcodes[ex.opline - 1];
    return before === undefined || CALLS.has(before.opcode);
  }

  /** Suspended code goes on: counted as a call of its function. */
  private warm(func: OpArray, ex: ExecuteData): CompiledCode | null {
    if (ex.call !== null || ex.native !== null || !this.isWarm(func, ex.opline, this.threshold)) return null;
    return this.compileResume(func, ex);
  }

  /** The frame stood where no loop begins: looks again after a few jumps, and less often when that does not help. */
  private miss(): void {
    if (this.tries > 0) this.tries--;
    else {
      this.tries = TRIES;
      this.stretch = Math.min(this.stretch * 2, LONGEST_STRETCH);
    }
  }

  patience(): number {
    if (this.threshold < 10) return 20;
    return this.tries > 1 ? 1 + (this.tries % 5) : this.stretch;
  }

  earn(jumps: number): void {
    this.budget.earn(jumps);
  }

  pushFrames(ex: ExecuteData, callInfo: number): void {
    this.stash.restore(this.vm, ex, -1, callInfo);
  }

  // -- RuntimeHost ----------------------------------------------------------------------------------------------------

  chance(): boolean {
    return this.stress?.chance() === true;
  }

  failed(entry: unknown, reason: number): void {
    const func = entry as OpArray;
    const notes = this.notesOf(func);
    notes.exits++;
    if (this.stress?.wasForced() === true) return;
    const count = (notes.failures.get(reason) ?? 0) + 1;
    notes.failures.set(reason, count);
    if (count < PATIENCE) return;
    notes.failures.delete(reason);
    if (reason >= SMALL) notes.learnLarge(reason - SMALL);
    else if (reason >= FRAMELESS) this.learnFrame(func, notes, reason - FRAMELESS);
    else this.learn(func, notes, reason);
    this.forget(func, notes);
    if (notes.isSpent(func)) notes.refused = 'types that keep changing';
  }

  learnt(entry: unknown): void {
    const func = entry as OpArray;
    const notes = this.notesOf(func);
    notes.needsFrame = false;
    this.forget(func, notes);
  }

  /** What code without a frame met at an opline takes one: a call's is made for that call, else all of the code has one. */
  private learnFrame(func: OpArray, notes: Notes, opline: number): void {
    if (isInit(func.opcodes[opline])) notes.framed.add(opline);
    else notes.needsFrame = true;
  }

  private learn(func: OpArray, notes: Notes, reason: number): void {
    const op = reason >= 0 ? func.opcodes[reason] : undefined;
    if (op !== undefined && WIDENS.has(op.opcode) && !notes.wide.has(reason)) notes.wide.add(reason);
    else notes.generic.add(reason);
  }

  /** Gives up the code there is; it is made again when it is wanted. */
  private forget(func: OpArray, notes: Notes): void {
    func.tier.calls.fill(undefined);
    func.tier.resumes.fill(undefined);
    notes.ways = 0;
    for (const copy of notes.lights) copy.light = [];
    func.tier.closures = [];
    func.tier.closuresCache = null;
    notes.lights.clear();
  }

  codeFor(func: OpArray, call: ExecuteData): CompiledCode | null {
    const { tier } = func;
    const known = tier.calls[call.numArgs] as CompiledCode | undefined;
    if (known !== undefined) return known;
    // What hot code calls will be hot; in the interpreter it would keep its caller there.
    tier.heat += 1 + (this.threshold >> 4);
    return tier.heat > this.threshold ? this.codeForCall(func, call) : null;
  }

  // -- Functions ------------------------------------------------------------------------------------------------------

  find(op: Opline, func: OpArray): Func | null {
    const { literals } = func;
    const table = this.vm.functionTable;
    if (op.opcode === OP.INIT_FCALL) return table.get(op.op2Lit as string) ?? null;
    const first = table.get(literals[op.op2 + 1] as string);
    if (op.opcode === OP.INIT_FCALL_BY_NAME) return first ?? null;
    return first ?? table.get(literals[op.op2 + 2] as string) ?? null;
  }

  cachedMethod(op: Opline, func: OpArray): Func | null {
    return (runTimeCacheOf(func)[(op.result >>> 3) + 1] as Func | undefined) ?? null;
  }

  cachedClass(op: Opline, func: OpArray): ClassEntry | null {
    return (runTimeCacheOf(func)[op.result >>> 3] as ClassEntry | undefined) ?? null;
  }

  returns(func: Func, numArgs: number): number {
    if (func.type !== 2) return 0;
    if (func.tier === this.guessing) this.isGuessUsed = true;
    const mask = (func.tier.notes as Notes | null)?.returns.get(numArgs) ?? 0;
    return mask === INT || mask === FLT || mask === NUM ? mask : 0;
  }

  light(func: OpArray, numArgs: number, caller: OpArray): boolean {
    if (lightCodes(func)[numArgs] !== undefined || this.inTheMaking.get(func) === numArgs) return true;
    const notes = this.notesOf(func);
    if (!notes.needsFrame && notes.refused === null) notes.waiting.add(caller);
    return false;
  }

  evaluate(func: InternalFunction, args: unknown[]): Zval {
    return func.impl?.(this.vm, ...(args as never[])) as Zval;
  }

  inspectsFrames(func: Func): boolean {
    return isInspector(func);
  }

  // -- compiling ------------------------------------------------------------------------------------------------------

  report(): readonly JitReportRow[] {
    return this.known.map(({ name, compiled, refused, exits }) => ({ name, compiled, refused, exits }));
  }

  private notesOf(func: OpArray): Notes {
    const { tier } = func;
    if (tier.notes !== null) return tier.notes as Notes;
    const notes = new Notes(func, this.stress !== null);
    tier.notes = notes;
    this.known.push(notes);
    return notes;
  }

  /** Does a loop begin there? */
  private isLoop(func: OpArray, opline: number): boolean {
    const { loops } = this.notesOf(func);
    let known = loops.get(opline);
    if (known === undefined) {
      known = flowGraph(func.opcodes, opline)?.blocks[0]?.isLoop === true;
      loops.set(opline, known);
    }
    return known;
  }

  private compileResume(func: OpArray, ex: ExecuteData): CompiledCode | null {
    const notes = this.notesOf(func);
    if (notes.refused !== null || notes.ways >= MOST_WAYS_IN || !this.budget.pay(func)) return null;
    const first = ex.base + 5;
    const values: Zval[] = ex.slots.slice(first, first + func.vars.length + func.T);
    this.observe(ex);
    if (notes.compiled === 0) notes.runsLong = func.tier.heat < FEW_CALLS + 2;
    const entry = { opline: ex.opline, numArgs: -1, values, thisObject: ex.thisObject, light: false };
    const code = this.make(func, notes, entry);
    const { resumes } = func.tier;
    // All of them at once: V8 gives up code that reads an element behind the last.
    while (resumes.length < func.opcodes.length) resumes.push(undefined);
    resumes[ex.opline] = code;
    notes.ways++;
    // What ran long enough for this is compiled from its beginning when it is called again.
    if (code !== null) func.tier.heat = Math.max(func.tier.heat, this.threshold - FEW_CALLS);
    return code;
  }

  /** Makes the code for calls without a frame if the function can do without one; those who wait for it are told. */
  private makeLight(func: OpArray, notes: Notes, entry: Entry): void {
    const { numArgs } = entry;
    if (notes.needsFrame || lightCodes(func)[numArgs] !== undefined || !mayBeLight(func, numArgs)) return;
    const isClosure = (func.fnFlags & ACC_CLOSURE) !== 0;
    if (isClosure && func.tier.closuresCache !== null && func.tier.closuresCache !== runTimeCacheOf(func)) return;
    if (this.inTheMaking.has(func)) return;
    this.inTheMaking.set(func, numArgs);
    const code = this.make(func, notes, { ...entry, light: true });
    this.inTheMaking.delete(func);
    if (code === null) return;
    const codes = [...lightCodes(func)];
    while (codes.length < numArgs) codes.push(undefined);
    codes[numArgs] = code;
    if (isClosure) {
      func.tier.closures = codes;
      func.tier.closuresCache = runTimeCacheOf(func);
    } else func.light = codes;
    notes.lights.add(func);
    const waiting = [...notes.waiting];
    notes.waiting.clear();
    for (const caller of waiting) {
      const theirs = this.notesOf(caller);
      theirs.needsFrame = false;
      this.forget(caller, theirs);
    }
  }

  private make(func: OpArray, notes: Notes, entry: Entry): CompiledCode | null {
    if (notes.isSpent(func)) {
      notes.refused = 'types that keep changing';
      return null;
    }
    notes.compiled++;
    // What a recursive function returns is not known before it is compiled: an int is a good first guess.
    const guessed = entry.numArgs >= 0 && !notes.returns.has(entry.numArgs);
    if (guessed) notes.returns.set(entry.numArgs, INT);
    this.guessing = guessed ? func.tier : null;
    this.isGuessUsed = false;
    let made = compileEntry(func, entry, notes, this);
    if (entry.numArgs >= 0 && typeof made !== 'string') {
      notes.returns.set(entry.numArgs, made.returns);
      if (this.isGuessUsed && made.returns !== INT) {
        this.guessing = null;
        made = compileEntry(func, entry, notes, this);
        if (typeof made !== 'string') notes.returns.set(entry.numArgs, made.returns);
      }
    }
    if (made === 'needs a frame') {
      notes.needsFrame = true;
      notes.compiled--;
      return null;
    }
    if (typeof made === 'string') {
      notes.refused ??= made === 'a loop with several ways in' && entry.numArgs < 0 ? null : made;
      return null;
    }
    if (made.source.length > LONG_SOURCE) this.vm.host.warm?.();
    return link(func, made, this.runtime, this.stash.float);
  }
}

/** Runs `vm` with compiled code for what becomes hot; stressed, its guards fail at random. */
export function attachJit(vm: Executor, threshold: number, isStressed: boolean): Jit {
  const jit = new Jit(vm, threshold, isStressed ? new Stress() : null);
  vm.jit = jit;
  return jit;
}
