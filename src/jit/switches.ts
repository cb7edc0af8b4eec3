/**
 * Switches between compiled coroutines without the dispatch loop. A builtin that resumes or creates a coroutine has loaded
 * its machine: the code of the frame that goes on there is called as a JavaScript function. When that coroutine waits or
 * ends, its code is left and whoever resumed it is current again, behind the call: the caller's code just goes on.
 */
import { LEFT, behindCall, runResumed } from '../vm/compiled.ts';
import type { ExecuteData } from '../vm/execute-data.ts';
import type { Executor } from '../vm/executor.ts';
import { ENTER, LEAVE } from '../vm/flow.ts';
import { type CompiledCode, DEPTH } from '../vm/jit-port.ts';

/** What is asked of the tier here. */
export interface ResumeHost {
  codeForResume(ex: ExecuteData, hot: boolean): CompiledCode | null;
}

/**
 * The builtin that frame `ex` called has answered `flow` and something else than `ex` is current, or asks for attention.
 * @returns true when `ex` is current again behind its call; false: its code answers EXIT
 */
export function goElsewhere(host: ResumeHost, vm: Executor, ex: ExecuteData, flow: number): boolean {
  if (vm.attention) {
    vm.jitFlow = flow;
    return false;
  }
  if (flow === LEAVE) behindCall(vm);
  else if (flow !== ENTER) {
    vm.jitFlow = flow;
    return false;
  }
  if (!vm.entered || vm.jitDepth >= DEPTH || vm.interrupt !== null) return false;
  const next = ex.opline + 1;
  vm.jitDepth++;
  runOthers(host, vm, ex);
  vm.jitDepth--;
  return vm.currentExecuteData === ex && ex.opline === next && !vm.attention && !vm.nativePending && !vm.halted;
}

/** Runs what is current until that is `ex`, or the dispatch loop has to see to it. */
function runOthers(host: ResumeHost, vm: Executor, ex: ExecuteData): void {
  for (;;) {
    const at = vm.currentExecuteData;
    if (at === null) return;
    // What is known already is looked up here: mostly it is.
    const { func } = at;
    const known = func.type === 2 && at.call === null ? (func.tier.resumes[at.opline] as CompiledCode | null) : null;
    const code = known ?? host.codeForResume(at, false);
    if (code === null) return;
    const flow = runResumed(vm, code, at);
    if (flow === LEFT) return;
    if (vm.attention) {
      vm.jitFlow = flow;
      return;
    }
    if (flow === LEAVE) behindCall(vm);
    if (vm.nativePending || vm.halted || vm.currentExecuteData === ex) return;
  }
}
