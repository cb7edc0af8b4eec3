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
import type { InternalFunc } from '../bytecode/op-array.ts';
import type { NativeCode } from '../object/native-code.ts';
import type { PhpObject } from '../value/php-object.ts';
import type { Zval } from '../value/zval.ts';
import { ExecuteData } from '../vm/execute-data.ts';
import type { Executor } from '../vm/executor.ts';
import type { Machine } from '../vm/machine.ts';
import type { OutputBuffer } from '../vm/output.ts';
import { PAGE_HEADER_SLOTS, VmStackPage } from '../vm/vm-stack.ts';

/** A machine that does not run now. */
export class Context {
  // -- what a coroutine is --------------------------------------------------------------------------------------------
  executeData: ExecuteData | null = null;
  vmStack: VmStackPage | null = null;
  vmStackTop = 0;
  vmStackEnd = 0;
  // -- executor globals that go with it -------------------------------------------------------------------------------
  /** Slots of its further pages. */
  pageSlots = 0;
  errorReporting = 0;
  /** Output buffers; a fiber shares those of its caller. */
  output: OutputBuffer[] = [];
  activeFiber: PhpObject | null = null;
  activeLua: PhpObject | null = null;
  fiberSwitchBlocked = 0;
  /** Its name, for those who watch. */
  machine: Machine;
  constructor(machine: Machine) {
    this.machine = machine;
  }
}

/** Stores the running machine in `from` and loads `to`. */
export function switchContext(vm: Executor, from: Context, to: Context): void {
  if (to.vmStack === null) internalError('a context without a stack');
  from.executeData = vm.currentExecuteData;
  from.vmStack = vm.vmStack;
  from.vmStackTop = vm.vmStackTop;
  from.vmStackEnd = vm.vmStackEnd;
  vm.currentExecuteData = to.executeData;
  vm.vmStack = to.vmStack;
  vm.vmStackTop = to.vmStackTop;
  vm.vmStackEnd = to.vmStackEnd;
  switchGlobals(vm, from, to);
  vm.watch?.switched(from, to);
  to.machine.waitsFor = '';
}

function switchGlobals(vm: Executor, from: Context, to: Context): void {
  from.pageSlots = vm.pageSlots;
  from.errorReporting = vm.errorReporting;
  from.output = vm.output.stack;
  from.activeFiber = vm.activeFiber;
  from.activeLua = vm.activeLua;
  from.fiberSwitchBlocked = vm.fiberSwitchBlocked;
  from.machine = vm.machine;
  vm.pageSlots = to.pageSlots;
  vm.errorReporting = to.errorReporting;
  vm.output.stack = to.output;
  vm.activeFiber = to.activeFiber;
  vm.activeLua = to.activeLua;
  vm.fiberSwitchBlocked = to.fiberSwitchBlocked;
  vm.machine = to.machine;
  if (from.machine.ended) vm.pagesFreed++;
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

/** The function of a bottom frame: it has no name, so that no backtrace shows it. */
function bottomFunction(): InternalFunc {
  return {
    type: 1,
    functionName: '',
    fnFlags: 0,
    scope: null,
    prototype: null,
    numArgs: 0,
    requiredNumArgs: 0,
    argInfo: [],
    returnType: null,
    attributes: null,
    docComment: null,
    takesReferences: false,
    tentativeReturn: false,
  };
}

/**
 * A new machine that is about to run `code`: a stack of its own with `pageSlots` slots of 16 bytes a page, and a bottom
 * frame. `code` ends by switching away; nobody loads the machine after that, and its stack goes with it.
 */
export function createContext(vm: Executor, pageSlots: number, code: NativeCode<number>, machine: Machine): Context {
  const context = new Context(machine);
  const page = new VmStackPage(pageSlots, null, true);
  const bottom = new ExecuteData(page, PAGE_HEADER_SLOTS, bottomFunction());
  bottom.native = { code, kind: 'opline', catches: true, prev: null };
  context.executeData = bottom;
  context.vmStack = page;
  context.vmStackTop = PAGE_HEADER_SLOTS;
  context.vmStackEnd = pageSlots;
  context.pageSlots = pageSlots;
  context.errorReporting = vm.errorReporting;
  vm.pagesAllocated++;
  vm.watch?.created(machine);
  return context;
}

/** Suspends the machine that runs this: `leave` loads another one. Ends with what this one is resumed with. */
export function* suspended(leave: () => void): NativeCode {
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
    reason();
  };
}
