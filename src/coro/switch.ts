/**
 * The switch. A coroutine is nothing but a saved {execute_data, vm_stack, top, end}: suspending stores the four and loads
 * those of whoever goes on, resuming does the same the other way round. This is the one place that does it, for fibers and
 * for Swoole's coroutines alike.
 *
 * Native code asks for a switch by `yield* suspended(() => switchContext(...))`. The switch happens between two oplines,
 * when no handler is at work; the generator that asked stays where it is and goes on when its machine is loaded again.
 * Source: php-src Zend/zend_fibers.c (zend_fiber_switch_context), swoole-src ext-src/swoole_coroutine.cc (save_vm_stack)
 */
import { internalError } from '../base/assert.ts';
import type { NativeCode } from '../object/native-code.ts';
import type { PhpObject } from '../value/php-object.ts';
import type { Zval } from '../value/zval.ts';
import { finishBare } from '../vm/bare-call.ts';
import { createBottom } from '../vm/bottom-frame.ts';
import type { ExecuteData } from '../vm/execute-data.ts';
import type { Executor } from '../vm/executor.ts';
import { RELOAD } from '../vm/flow.ts';
import { finishPlainCall } from '../vm/internal-call.ts';
import { type Machine, MachineGlobals } from '../vm/machine.ts';
import { NO_BUFFERS } from '../vm/output.ts';
import { PAGE_HEADER_SLOTS, VmStackPage } from '../vm/vm-stack.ts';

/** Slots that a machine's first page has from the start: few of a million machines need more. */
const FIRST_SLOTS = 24;

/** What a context has before it is stored. */
const NO_GLOBALS: MachineGlobals = new MachineGlobals(NO_BUFFERS, null, null, 0);

/** A machine that does not run now. Coroutines have these fields themselves: there may be a million. */
export interface Stored {
  // -- what a coroutine is (the end of its page is the page's) --------------------------------------------------------
  executeData: ExecuteData | null;
  vmStack: VmStackPage | null;
  vmStackTop: number;
  // -- executor globals that go with it -------------------------------------------------------------------------------
  globals: MachineGlobals;
  /** Its name, for those who watch. */
  machine: Machine;
}

/** Such a machine of a fiber or Lua coroutine, or of who resumed it. */
export class Context implements Stored {
  executeData: ExecuteData | null = null;
  vmStack: VmStackPage | null = null;
  vmStackTop = 0;
  globals: MachineGlobals = NO_GLOBALS;
  machine: Machine;
  errorReporting = 0;
  constructor(machine: Machine) {
    this.machine = machine;
  }

  /** Takes over what is the same for a fiber or Lua coroutine and its resumer; `vm` is where one of them runs. */
  inherit(vm: Executor, activeFiber: PhpObject | null, activeLua: PhpObject | null): void {
    const g = this.globals;
    const { output, fiberSwitchBlocked: blocked } = vm.globals;
    const isSame = g.output === output && g.fiberSwitchBlocked === blocked;
    if (isSame && g.activeFiber === activeFiber && g.activeLua === activeLua) return;
    this.globals = new MachineGlobals(output, activeFiber, activeLua, blocked);
  }
}

/** Stores the running machine in `from` and loads `to`, with the error_reporting that goes with it (zend_fiber). */
export function switchContext(vm: Executor, from: Context, to: Context): void {
  from.errorReporting = vm.errorReporting;
  vm.errorReporting = to.errorReporting;
  switchMachine(vm, from, to);
  to.machine.waitsFor = '';
}

/** The same for machines that have error_reporting in common. */
export function switchMachine(vm: Executor, from: Stored, to: Stored): void {
  const { vmStack, globals, machine } = to;
  if (vmStack === null) internalError('a context without a stack');
  // Comparing first spares the garbage collector's write barriers, which cost more than the loads.
  if (from.globals !== vm.globals) from.globals = vm.globals;
  if (from.machine !== vm.machine) from.machine = vm.machine;
  from.executeData = vm.currentExecuteData;
  from.vmStackTop = vm.vmStackTop;
  if (from.vmStack !== vm.vmStack) from.vmStack = vm.vmStack;
  vm.currentExecuteData = to.executeData;
  vm.vmStack = vmStack;
  vm.vmStackTop = to.vmStackTop;
  vm.vmStackEnd = vmStack.size;
  if (vm.globals !== globals) vm.globals = globals;
  vm.machine = machine;
  vm.switched = true;
  if (vm.watch !== null) vm.watch.switched(from, to);
}

/** What the newly loaded machine's native code is resumed with. `value` is owned. */
export function deliver(vm: Executor, value: Zval): void {
  vm.nativeReturn = value;
  vm.nativePending = true;
}

/** Makes the newly loaded machine's native code see an exception (owned) instead of a value. */
export function deliverException(vm: Executor, exception: PhpObject): void {
  vm.nativeReturn = undefined;
  vm.nativePending = false;
  vm.throwObject(exception);
}

/**
 * Gives the newly loaded machine what it waits for; returns how the loop goes on. A builtin that answered SUSPENDED is done:
 * the value (owned) goes into the result slot of its call. So is one without a frame. Other native code is resumed with it.
 */
export function goOn(vm: Executor, value: Zval): number {
  const ex = vm.currentExecuteData;
  if (ex !== null && ex.native === null) {
    return ex.func.type === 1 ? finishPlainCall(vm, ex, value) : finishBare(vm, ex, value);
  }
  deliver(vm, value);
  return RELOAD;
}

/**
 * A new machine that is about to run `code`: a stack of its own with `pageSlots` slots of 16 bytes a page, and a bottom
 * frame. `code` ends by switching away; nobody loads the machine after that, and its stack goes with it.
 */
export function createContext(vm: Executor, pageSlots: number, code: NativeCode<number>, machine: Machine): Context {
  const context = new Context(machine);
  prepareContext(vm, context, pageSlots, code);
  context.errorReporting = vm.errorReporting;
  context.globals = vm.freshGlobals;
  return context;
}

/** Gives `context` a stack and a bottom frame with `code`. */
export function prepareContext(vm: Executor, context: Stored, pageSlots: number, code: NativeCode<number>): void {
  const page = new VmStackPage(pageSlots, null, FIRST_SLOTS);
  context.executeData = createBottom(page, PAGE_HEADER_SLOTS, code);
  context.vmStack = page;
  context.vmStackTop = PAGE_HEADER_SLOTS;
  vm.pagesAllocated++;
  vm.watch?.created(context.machine);
}

/** Suspends the machine that runs this: `leave` loads another one, and may say how the loop goes on. Ends with what this one is resumed with. */
export function* suspended(leave: () => number | void): NativeCode {
  return yield { kind: 'suspend', reason: leave, catches: false };
}

/** The same, but comes back after an exception too: look at `vm.exception`. */
export function* suspendedCatching(leave: () => void): NativeCode {
  return yield { kind: 'suspend', reason: leave, catches: true };
}

/** Teaches an engine what its native code's requests to suspend mean. */
export function installSwitch(vm: Executor): void {
  vm.suspendHook = (reason) => {
    if (typeof reason !== 'function') internalError('a request to suspend without a switch');
    const flow: unknown = reason();
    return typeof flow === 'number' ? flow : RELOAD;
  };
}
