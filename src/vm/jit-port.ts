/**
 * The second tier as the dispatch loop sees it. src/jit implements it; without one, only the interpreter runs.
 */
import type { OpArray } from '../bytecode/op-array.ts';
import { ACC_CLOSURE } from '../bytecode/type-flags.ts';
import type { ClassEntry } from '../object/class-entry.ts';
import type { PhpObject } from '../value/php-object.ts';
import type { Zval } from '../value/zval.ts';
import type { ExecuteData } from './execute-data.ts';
import type { Executor } from './executor.ts';

/** What compiled code answers when the interpreter is to go on with vm.currentExecuteData at its opline. */
export const EXIT: unique symbol = Symbol('exit');

/** What a generator's compiled code answers when it has yielded or returned: who resumed it goes on. */
export const YIELDED: unique symbol = Symbol('yielded');

/**
 * What a generator's compiled code answers that stands at its GENERATOR_RETURN, which has not been run often: EXIT, but whoever
 * waits may as well resume it again from there.
 */
export const ENDING: unique symbol = Symbol('ending');

/** What compiled code answers that wants to be entered again where its frame stands: see src/jit/laps.ts. */
export const AGAIN: unique symbol = Symbol('again');

/** Compiled functions that may be under way inside each other; deeper calls go through the interpreter. */
export const DEPTH = 200;

/**
 * An op_array's JavaScript from one way in: runs the frame, answers what it returns (the frame is popped then), EXIT,
 * YIELDED, ENDING, or, entered in the middle, AGAIN.
 */
export type CompiledCode = (
  vm: Executor,
  ex: ExecuteData,
) => Zval | typeof EXIT | typeof YIELDED | typeof ENDING | typeof AGAIN;

/**
 * An op_array's JavaScript for calls without a frame: takes over counts of the arguments, borrows the object. When it
 * answers EXIT, what its frames hold waits for `pushFrames`.
 */
export type LightCode = (
  vm: Executor,
  isUsed: boolean,
  thisObject: PhpObject | null,
  calledScope: ClassEntry | null,
  ...args: Zval[]
) => Zval | typeof EXIT;

/** The same of a closure, whose object follows the scope, which it knows itself. When it is left the frame takes a count of it. */
export type LightClosure = (
  vm: Executor,
  isUsed: boolean,
  thisObject: PhpObject | null,
  calledScope: null,
  closure: PhpObject,
  ...args: Zval[]
) => Zval | typeof EXIT;

/** The second tier, as the dispatch loop sees it; src/jit implements it. */
export interface JitPort {
  /** Calls after which a function is compiled. */
  readonly threshold: number;
  /** The code of a hot function for a call with this frame's arguments; null when it is refused. */
  codeForCall(func: OpArray, call: ExecuteData): CompiledCode | null;
  /** The variables of a running frame tell what the function's code can expect. */
  observe(ex: ExecuteData): void;
  /** The code for going on where a running frame stands; null when there is none. `hot`: it may be compiled now. */
  codeForResume(ex: ExecuteData, hot: boolean): CompiledCode | null;
  /** Behind an EXIT of code without a frame that was called from `ex`: pushes the frames; `callInfo` is the outermost one's. */
  pushFrames(ex: ExecuteData, callInfo: number): void;
  /** Jumps after which the interpreter is to ask again. */
  patience(): number;
  /** So many of them were made. */
  earn(jumps: number): void;
}

/**
 * The function's code for calls without a frame, by number of arguments: LightCode, or LightClosure of a closure, whose copies
 * share it while they share a run-time cache.
 */
export function lightCodes(func: OpArray): readonly unknown[] {
  if ((func.fnFlags & ACC_CLOSURE) === 0) return func.light;
  const { tier } = func;
  return tier.closuresCache !== null && tier.closuresCache === func.runTimeCache ? tier.closures : NO_CODE;
}

const NO_CODE: readonly unknown[] = [];
