/**
 * The second tier as the dispatch loop sees it. src/jit implements it; without one, only the interpreter runs.
 */
import type { OpArray } from '../bytecode/op-array.ts';
import type { Zval } from '../value/zval.ts';
import type { ExecuteData } from './execute-data.ts';
import type { Executor } from './executor.ts';

/** What compiled code answers when the interpreter is to go on with vm.currentExecuteData at its opline. */
export const EXIT: unique symbol = Symbol('exit');

/** An op_array's JavaScript from one way in: runs the frame, answers what it returns (the frame is popped then), or EXIT. */
export type CompiledCode = (vm: Executor, ex: ExecuteData) => Zval | typeof EXIT;

/** The second tier, as the dispatch loop sees it; src/jit implements it. */
export interface JitPort {
  /** Calls after which a function is compiled. */
  readonly threshold: number;
  /** The code of a hot function for a call with this frame's arguments; null when it is refused. */
  codeForCall(func: OpArray, call: ExecuteData): CompiledCode | null;
  /** The code for going on where a running frame stands; null when there is none. `hot`: it may be compiled now. */
  codeForResume(ex: ExecuteData, hot: boolean): CompiledCode | null;
  /** Jumps after which the interpreter is to ask again. */
  patience(): number;
}
