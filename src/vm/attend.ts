/**
 * What the dispatch loop does between oplines when something asks for attention: an exception to unwind, destructors and
 * error handlers to run, native code to resume.
 */
import { internalError } from '../base/assert.ts';
import { opcodeName } from '../bytecode/opcodes.ts';
import type { Opline } from '../bytecode/op-array.ts';
import type { ExecuteData } from './execute-data.ts';
import { startDeferred, startDeferredAtCatch } from './deferred-run.ts';
import type { Executor } from './executor.ts';
import { LEAVE, RELOAD } from './flow.ts';
import { driveNative } from './native.ts';
import { handleException } from './unwind.ts';

/**
 * `flow` is what the handler returned; a number >= 0 belongs to the frame that is current. Until nothing is left to do:
 * exceptions first, then deferred calls, then native code. Always ends with RELOAD: the loop goes on with
 * vm.currentExecuteData at its `opline`.
 */
export function attend(vm: Executor, flow: number): number {
  let next = flow;
  for (;;) {
    vm.attention = false;
    if (vm.halted) return RELOAD;
    if (vm.exception !== null && vm.atCatch) {
      // The exception is what the frame's CATCH will see; what unwinding freed is destroyed before.
      if (vm.deferred.length === 0) break;
      startDeferredAtCatch(vm);
      next = driveNative(vm);
    } else if (vm.exception !== null && vm.deferred.length > 0) {
      // Destructors of what the throwing opline freed run first; what they throw has the exception as its previous one.
      startDeferred(vm, RELOAD);
      next = driveNative(vm);
    } else if (vm.exception !== null) {
      // Unwinding ends the native code it passes; what is pending afterwards is code that asked for the exception.
      vm.nativePending = false;
      next = handleException(vm);
      if (vm.nativePending) next = driveNative(vm);
      else if (vm.currentExecuteData === null) return RELOAD;
    } else if (vm.deferred.length > 0) {
      startDeferred(vm, next);
      next = driveNative(vm);
    } else if (vm.nativePending) next = driveNative(vm);
    else break;
    if (vm.deferred.length > 0) continue;
    if (!vm.attention && !vm.nativePending && vm.exception === null) break;
  }
  const ex = vm.currentExecuteData;
  if (ex !== null) {
    if (next >= 0) ex.opline = next;
    else if (next === LEAVE) ex.opline++;
  }
  return RELOAD;
}

/** An opcode without a handler: a bug of ours. */
export function unknownOpcode(_vm: Executor, _ex: ExecuteData, op: Opline): never {
  return internalError(`no handler for opcode ${opcodeName(op.opcode)}`);
}
