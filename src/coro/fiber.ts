/**
 * Fibers: a machine that its resumer switches into and that switches back to its resumer.
 * Source: php-src 8.2 Zend/zend_fibers.c
 */
import { ClassEntry } from '../object/class-entry.ts';
import { stdHandlers } from '../object/class-handlers.ts';
import { flushCatching, type NativeCode, SUSPENDED } from '../object/native-code.ts';
import type { Callable } from '../object/runtime.ts';
import type { PhpArray } from '../value/php-array.ts';
import type { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import type { Zval } from '../value/zval.ts';
import { chainException, errorReportingFrom } from '../vm/errors.ts';
import { GRACEFUL_EXIT } from '../vm/exceptions.ts';
import { CALL_GENERATOR, type ExecuteData } from '../vm/execute-data.ts';
import type { Executor } from '../vm/executor.ts';
import { Machine, type MachineGlobals } from '../vm/machine.ts';
import { RELOAD } from '../vm/flow.ts';
import { visitFrame } from '../vm/frame-gc.ts';
import { generatorData, visitGenerator } from '../vm/generator-data.ts';
import {
  Context,
  createContext,
  deliver,
  deliverException,
  goOn,
  installSwitch,
  suspended,
  suspendedCatching,
  switchContext,
} from './switch.ts';

/** Slots of a fiber's first page: 16 KB (ZEND_FIBER_VM_STACK_SIZE). */
const FIBER_PAGE_SLOTS = 1024;

export type FiberStatus = 'init' | 'running' | 'suspended' | 'dead';

/** What a Fiber object keeps in `native`. */
export class FiberData {
  readonly kind = 'fiber' as const;
  /** A fiber that has resumed another one is still 'running'. */
  status: FiberStatus = 'init';
  /** The function, and the value (owned) that keeps it alive. */
  readonly callable: Callable;
  holder: Zval;
  /** Where it stands while it is suspended. */
  context: Context | null = null;
  /** Who resumed it; null while it is suspended. */
  caller: Context | null = null;
  /** The two when they are not in use. */
  spare: Context | null = null;
  spareCaller: Context | null = null;
  /** The Lua coroutine in which it was resumed last. */
  outerLua: PhpObject | null = null;
  bottom: ExecuteData | null = null;
  /** What the function returned, owned. */
  result: Zval = undefined;
  threw = false;
  /** A fatal error ended the request while it ran. */
  bailedOut = false;
  /** Being destroyed: it may run its finally blocks, and not suspend again. */
  destroyed = false;
  constructor(callable: Callable, holder: Zval) {
    this.callable = callable;
    this.holder = holder;
  }
}

/** Starts the fiber. `args` and `named` are borrowed. Ends with what the fiber suspends with, null when it returns. */
export function* startFiber(
  vm: Executor,
  fiber: PhpObject,
  data: FiberData,
  args: readonly Zval[],
  named: PhpArray | null,
): NativeCode {
  const context = createContext(
    vm,
    Math.min(FIBER_PAGE_SLOTS, vm.pageSlots),
    fiberMain(vm, data, args, named),
    new Machine('fiber', fiber.handle),
  );
  context.errorReporting = errorReportingFrom(vm.ini);
  data.context = context;
  data.bottom = context.executeData;
  return yield* suspended(() => {
    enter(vm, fiber, data);
    deliver(vm, undefined);
  });
}

/** Does the builtin that runs wait by its frame alone? Not when it is native code that runs it. */
function waitsByFrame(vm: Executor): boolean {
  return vm.currentExecuteData?.native === null;
}

/** Goes on with a suspended fiber; `value` (owned) is what its suspend() returns. The builtin that runs answers with this. */
export function resumeFiber(vm: Executor, fiber: PhpObject, data: FiberData, value: Zval): NativeCode {
  if (!waitsByFrame(vm)) return resumeSlowly(vm, fiber, data, value);
  enter(vm, fiber, data);
  vm.switchFlow = goOn(vm, value);
  return SUSPENDED;
}

function* resumeSlowly(vm: Executor, fiber: PhpObject, data: FiberData, value: Zval): NativeCode {
  return yield* suspended(() => {
    enter(vm, fiber, data);
    deliver(vm, value);
  });
}

/** Goes on with a suspended fiber; its suspend() throws `exception` (owned). */
export function* throwIntoFiber(vm: Executor, fiber: PhpObject, data: FiberData, exception: PhpObject): NativeCode {
  return yield* suspended(() => {
    enter(vm, fiber, data);
    deliverException(vm, exception);
  });
}

/** Leaves the running fiber; its resumer gets `value` (owned). The builtin that runs answers with this. */
export function suspendFiber(vm: Executor, data: FiberData, value: Zval): NativeCode {
  if (!waitsByFrame(vm)) return suspendSlowly(vm, data, value);
  suspend(vm, data);
  vm.switchFlow = goOn(vm, value);
  return SUSPENDED;
}

function* suspendSlowly(vm: Executor, data: FiberData, value: Zval): NativeCode {
  return yield* suspended(() => {
    suspend(vm, data);
    deliver(vm, value);
  });
}

function suspend(vm: Executor, data: FiberData): void {
  data.status = 'suspended';
  vm.machine.waitsFor = 'Fiber::resume()';
  const here = data.spare ?? new Context(vm.machine);
  data.context = here;
  leave(vm, data, here);
}

/** zend_fiber_object_destroy: a suspended fiber is unwound by an exception that nothing catches. */
export function* destroyFiber(vm: Executor, fiber: PhpObject, data: FiberData): NativeCode<void> {
  if (data.status !== 'suspended') return;
  data.destroyed = true;
  const exit = vm.newObject(gracefulExitClass(vm));
  const result = yield* suspendedCatching(() => {
    enter(vm, fiber, data);
    // nobody resumed it: backtraces end with the fiber
    if (data.bottom !== null) data.bottom.prev = null;
    deliverException(vm, exit);
  });
  release(vm, result);
}

/**
 * Shows `look` the innermost frame of a fiber that is under way. The frames end at its bottom one meanwhile: what lies
 * below is its resumer's.
 */
export function fiberFrames<T>(
  vm: Executor,
  fiber: PhpObject,
  data: FiberData,
  look: (innermost: ExecuteData | null) => T,
): T {
  const innermost = innermostFrame(vm, fiber, data);
  const { bottom } = data;
  if (bottom === null) return look(innermost);
  const { prev } = bottom;
  bottom.prev = null;
  const seen = look(innermost);
  bottom.prev = prev;
  return seen;
}

function innermostFrame(vm: Executor, fiber: PhpObject, data: FiberData): ExecuteData | null {
  if (data.context !== null) return data.context.executeData;
  let machine: { executeData: ExecuteData | null; globals: MachineGlobals } = {
    executeData: vm.currentExecuteData,
    globals: vm.globals,
  };
  // one that has resumed another fiber stands where that one's resumer does
  for (;;) {
    const { activeFiber } = machine.globals;
    if (activeFiber === null || activeFiber === fiber) break;
    const caller: Context | null = (activeFiber.native as FiberData).caller;
    if (caller === null) return null;
    machine = caller;
  }
  return machine.executeData;
}

/** Shows the cycle collector what a fiber holds, with its frames when it is suspended (zend_fiber_object_gc). */
export function visitFiber(data: FiberData, visit: (v: Zval) => void): void {
  visit(data.holder);
  visit(data.result);
  if (data.status !== 'suspended' || data.context === null) return;
  for (let ex = data.context.executeData; ex !== null; ex = ex.prev) {
    if ((ex.callInfo & CALL_GENERATOR) === 0) visitFrame(ex, ex.opline, visit);
    else if (ex.generator !== null) visitGenerator(generatorData(ex.generator), visit);
  }
}

/** Teaches an engine fibers: a fatal error ends those that run, from the newest to the one the main program has resumed. */
export function installFibers(vm: Executor): void {
  installSwitch(vm);
  vm.bailoutHooks.push(() => {
    for (let at = vm.globals.activeFiber; at !== null; ) {
      const data = at.native as FiberData;
      data.status = 'dead';
      data.bailedOut = true;
      at = data.caller?.globals.activeFiber ?? null;
    }
  });
}

/** Lets go of everything a fiber holds besides its frames. */
export function freeFiber(vm: Executor, data: FiberData): void {
  const { holder, result } = data;
  data.holder = undefined;
  data.result = undefined;
  data.context = null;
  data.spare = null;
  data.spareCaller = null;
  release(vm, holder);
  release(vm, result);
}

/** The class of the exception that unwinds what is destroyed. */
export function gracefulExitClass(vm: Executor): ClassEntry {
  return vm.moduleState('fiber.gracefulExit', () => new ClassEntry(1, GRACEFUL_EXIT, stdHandlers));
}

/** The switch into a fiber: the frames below its bottom one are its resumer's. */
function enter(vm: Executor, fiber: PhpObject, data: FiberData): void {
  const target = data.context as Context;
  const here = data.spareCaller ?? new Context(vm.machine);
  data.context = null;
  data.spare = target;
  data.caller = here;
  data.status = 'running';
  if (data.bottom !== null) data.bottom.prev = vm.currentExecuteData;
  // a Lua coroutine that runs inside of it and suspended it stays the active one
  const { activeLua } = target.globals;
  target.inherit(vm, fiber, activeLua === data.outerLua ? vm.globals.activeLua : activeLua);
  data.outerLua = vm.globals.activeLua;
  switchContext(vm, here, target);
  vm.entered = true;
}

/** The switch back to the resumer. */
function leave(vm: Executor, data: FiberData, here: Context): void {
  const target = data.caller as Context;
  data.caller = null;
  data.spareCaller = target;
  if (data.bottom !== null) data.bottom.prev = null;
  target.inherit(vm, target.globals.activeFiber, target.globals.activeLua);
  switchContext(vm, here, target);
  vm.entered = false;
}

/** zend_fiber_execute: the life of a fiber, on its bottom frame. */
function* fiberMain(vm: Executor, data: FiberData, args: readonly Zval[], named: PhpArray | null): NativeCode<number> {
  const result = yield { kind: 'call', callable: data.callable, args, named, catches: true };
  const { holder } = data;
  data.holder = undefined;
  const unwound = takeException(vm);
  release(vm, holder);
  yield* flushCatching();
  if (unwound !== null) chainException(vm, unwound);
  const thrown = takeException(vm);
  data.status = 'dead';
  if (thrown === null) data.result = result;
  else release(vm, result);
  vm.machine.ended = true;
  vm.pagesFreed++;
  leave(vm, data, new Context(vm.machine));
  data.bottom = null;
  if (thrown === null) deliver(vm, null);
  else endWith(vm, data, thrown);
  return RELOAD;
}

/** The exception in flight, which is not any more. */
function takeException(vm: Executor): PhpObject | null {
  const { exception } = vm;
  vm.exception = null;
  return exception;
}

/** The resumer gets the exception that ended the fiber, unless it is the one that destroyed it. */
function endWith(vm: Executor, data: FiberData, thrown: PhpObject): void {
  if (data.destroyed && (thrown.ce.name === GRACEFUL_EXIT || thrown === vm.unwindExit)) {
    release(vm, thrown);
    deliver(vm, null);
    return;
  }
  data.threw = true;
  deliverException(vm, thrown);
}
