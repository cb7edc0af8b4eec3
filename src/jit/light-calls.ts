/**
 * Calls without a frame: a compiled function that needs none is called with its arguments alone. When it is left in the
 * middle, the frames are pushed after all (src/jit/stash.ts).
 */
import { IS_UNUSED, type Opline } from '../bytecode/op-array.ts';
import { ACC_STATIC } from '../bytecode/type-flags.ts';
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

/** Runs the code in `t`; answers the JavaScript variable of the value. */
export function runLight(g: Emitter, op: Opline, lazy: LazyCall): string {
  const r = g.fresh();
  const used = op.resultType !== IS_UNUSED;
  const args = lazy.args.map((a) => `,${a.js}`).join('');
  g.emit(`vm.jitDepth++;${r}=t(vm,${used},${lazy.thisObject},${lazy.calledScope}${args});vm.jitDepth--;`);
  if (lazy.info !== 0) g.emit(`if(${r}!==E)J.release(vm,${lazy.thisObject});`);
  g.emit(`if(${r}===E||vm.attention){${afterText(g, op, r, lazy)}}`);
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
