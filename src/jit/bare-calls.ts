/**
 * Calls of builtins in which coroutines switch: without a frame, by what src/vm/bare-call.ts says of them. Their machine may be
 * another's for a while; its frame is put in order only when the code is left.
 */
import type { Func, Opline } from '../bytecode/op-array.ts';
import { ACC_ABSTRACT, ACC_DEPRECATED } from '../bytecode/type-flags.ts';
import { DONE, GONE, NEEDS_FRAME } from '../vm/bare-call.ts';
import type { Bare, InternalFunction } from '../vm/internal-function.ts';
import type { Emitter } from './emitter.ts';
import { calleeText, ELSEWHERE, pushText, returnSlot } from './frames-on-demand.ts';
import type { LazyCall, PendingCall } from './state.ts';

/** How the function is called without a frame; null: it has one. */
export function bareOf(func: Func | null, numArgs: number): Bare | null {
  if (func?.type !== 1 || (func.fnFlags & (ACC_DEPRECATED | ACC_ABSTRACT)) !== 0) return null;
  const { bare } = func as InternalFunction;
  return bare?.numArgs === numArgs ? bare : null;
}

/** JavaScript that runs the call; `after` puts the frame in order behind it. */
export function bareText(g: Emitter, op: Opline, call: PendingCall, lazy: LazyCall, bare: Bare, after: string): string {
  const p = `p${call.opline}`;
  const arg = lazy.args[0]?.js ?? 'undefined';
  const run = `t=${g.constant(bare.run)}(vm,X,${lazy.thisObject},${lazy.info},${arg},${returnSlot(op)});`;
  const onFrame = `${pushText(g, call, lazy)}${calleeText(op, p)}t=J.internal(vm,${p});`;
  return `X.opline=${g.n};${run}if(t!==${DONE}){if(t===${NEEDS_FRAME}){${onFrame}}if(t===${GONE}||${ELSEWHERE}){${after}return E;}}`;
}
