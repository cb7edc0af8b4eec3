/**
 * Calls without a frame: a compiled function that needs none is called with its arguments alone. When it is left in the
 * middle, the frames are pushed after all (src/jit/stash.ts).
 */
import { IS_UNUSED, type OpArray, type Opline } from '../bytecode/op-array.ts';
import { ACC_STATIC } from '../bytecode/type-flags.ts';
import { CALL_RELEASE_THIS } from '../vm/execute-data.ts';
import { dropText } from './borrowing.ts';
import type { Emitter } from './emitter.ts';
import { FRAMELESS } from './operand.ts';
import { recordText } from './frames-on-demand.ts';
import type { LazyCall, PendingCall } from './state.ts';

/** Calls a function that is known; answers its value. Leaves, to make the call with a frame, when it has no such code. */
export function callLight(g: Emitter, op: Opline, call: PendingCall, lazy: LazyCall): string {
  g.emit(`if((t=${lazy.func}.light[${call.numArgs}])===undefined||vm.jitDepth>=J.depth){${leaveForFrame(g, call)}}`);
  return runLight(g, op, lazy);
}

/** JavaScript that leaves in front of the DO_* at hand: the interpreter makes the call. */
export function leaveForFrame(g: Emitter, call: PendingCall): string {
  g.state.calls.push(call);
  const text = `${g.leaveText(g.n, g.n)}return J.framed(vm,T,${FRAMELESS + call.opline});`;
  g.state.calls.pop();
  return text;
}

/** Condition that `func` (found at run time) has such code, which is then in `t`. */
export function hasLightCode(func: string, numArgs: number): string {
  return `(t=${func}.light)!==undefined&&(t=t[${numArgs}])!==undefined&&vm.jitDepth<J.depth&&(${func}.fnFlags&${ACC_STATIC})===0`;
}

/** Condition that the closure's function `func`, a copy of `like`, has such code, which is then in `t`. */
export function hasClosureCode(g: Emitter, like: OpArray, func: string, numArgs: number): string {
  const tier = g.constant(like.tier);
  return `(t=${tier}.closures[${numArgs}])!==undefined&&${tier}.closuresCache===${func}.runTimeCache&&vm.jitDepth<J.depth`;
}

/** JavaScript that runs the code in `t`; its value is what the function returns, or E. */
export function lightCall(op: Opline, lazy: LazyCall): string {
  const closure = lazy.closure === 'null' ? '' : `,${lazy.closure}`;
  const args = lazy.args.map((a) => `,${a.js}`).join('');
  return `(vm.jitDepth++,t(vm,${op.resultType !== IS_UNUSED},${lazy.thisObject},${lazy.calledScope}${closure}${args}))`;
}

/** JavaScript for what comes behind such a call, whose value is in `r`. */
export function afterLightCall(g: Emitter, op: Opline, r: string, lazy: LazyCall): string {
  let out = 'vm.jitDepth--;';
  if ((lazy.info & CALL_RELEASE_THIS) !== 0) out += `if(${r}!==E)J.release(vm,${lazy.thisObject});`;
  if (lazy.closure !== 'null') out += `if(${r}!==E)${dropText(lazy.closure)}`;
  return `${out}if(${r}===E||vm.attention){${afterText(g, op, r, lazy)}}`;
}

function runLight(g: Emitter, op: Opline, lazy: LazyCall): string {
  const r = g.fresh();
  g.emit(`${r}=${lightCall(op, lazy)};${afterLightCall(g, op, r, lazy)}`);
  return r;
}

function afterText(g: Emitter, op: Opline, r: string, lazy: LazyCall): string {
  const slot = op.resultType === IS_UNUSED ? -1 : op.result;
  if (g.light) {
    const own = recordText(g, g.n + 1, g.n, slot);
    return `${own}return J.afterLighter(vm,${r},${slot},${lazy.info});`;
  }
  const { dirty } = g.state;
  const was = slot < 0 ? undefined : dirty[slot];
  if (slot >= 0) dirty[slot] = false;
  const text = g.leaveText(g.n + 1, g.n);
  if (was !== undefined) dirty[slot] = was;
  return `${text}return J.afterLight(vm,X,${r},${slot < 0 ? '-1' : `B+${slot}`},${lazy.info});`;
}
