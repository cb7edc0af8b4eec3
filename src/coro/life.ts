/**
 * The end of a coroutine: what runs on its bottom frame when its function is over.
 * Source: swoole-src ext-src/swoole_coroutine.cc (PHPCoroutine::main_func)
 */
import { flushCatching, type NativeCode } from '../object/native-code.ts';
import { release } from '../value/refcount.ts';
import type { Zval } from '../value/zval.ts';
import { createBottom } from '../vm/bottom-frame.ts';
import { Bailout } from '../vm/errors.ts';
import type { ExecuteData } from '../vm/execute-data.ts';
import type { Executor } from '../vm/executor.ts';
import { RELOAD } from '../vm/flow.ts';
import { NO_BUFFERS } from '../vm/output.ts';
import { uncaughtError } from '../vm/request.ts';
import { PAGE_HEADER_SLOTS, type VmStackPage } from '../vm/vm-stack.ts';
import type { Coroutine } from './coroutine.ts';
import type { Scheduler } from './scheduler.ts';
import { deliver, suspended } from './switch.ts';

/**
 * The bottom frame that all coroutines of an engine share: a function that returns to it is over. What has more to do than
 * to end gets a bottom frame of its own.
 */
export function sharedBottom(scheduler: Scheduler): ExecuteData {
  let result: Zval;
  const request = { kind: 'suspend', reason: () => functionEnds(scheduler, result), catches: true } as const;
  const step = { done: false, value: request } as const;
  // What `for (;;) result = yield request;` would be, without the cost of resuming a generator.
  const code: NativeCode<number> = {
    next(value?: Zval) {
      result = value;
      return step;
    },
    return: (value) => ({ done: true, value: value as number }),
    throw(error: unknown) {
      throw error;
    },
    [Symbol.iterator]() {
      return code;
    },
  };
  return createBottom(scheduler.vm.vmStack, PAGE_HEADER_SLOTS, code);
}

/** The function of the running coroutine has returned `result` (owned) or thrown. */
export function functionEnds(scheduler: Scheduler, result: Zval): number {
  const { vm } = scheduler;
  const co = scheduler.current as Coroutine;
  const { exception } = vm;
  if (exception === null && co.isPlain && vm.output.stack === NO_BUFFERS) {
    release(vm, result);
    if (vm.deferred.length === 0) return scheduler.endPlain(co);
    return finishOn(vm, vm.vmStack, finish(scheduler, co, undefined));
  }
  return finishOn(vm, vm.vmStack, finish(scheduler, co, result));
}

function finishOn(vm: Executor, page: VmStackPage, code: NativeCode<number>): number {
  vm.currentExecuteData = createBottom(page, PAGE_HEADER_SLOTS, code);
  deliver(vm, undefined);
  return RELOAD;
}

/** The life of a coroutine whose function is native code. */
export function* lifeOf(
  scheduler: Scheduler,
  co: Coroutine,
  body: (co: Coroutine) => NativeCode<Zval>,
): NativeCode<number> {
  const result = yield* body(co);
  return yield* finish(scheduler, co, result);
}

/** Uncaught exceptions, defer, output buffers, the context object; then the end. `result` is owned. */
function* finish(scheduler: Scheduler, co: Coroutine, result: Zval): NativeCode<number> {
  const { vm } = scheduler;
  const failed = yield* reportException(vm);
  if (co.killed) abandon(vm, co);
  else {
    if (!co.isPlain) yield* runDefers(vm, co, result);
    yield* vm.output.endAll();
  }
  const { contextObject } = co;
  if (!co.isPlain) co.contextObject = 'destroyed';
  if (contextObject !== 'destroyed') release(vm, contextObject);
  release(vm, result);
  yield* flushCatching();
  if ((yield* reportException(vm)) || failed) throw new Bailout();
  yield* suspended(() => scheduler.end(co));
  return RELOAD;
}

/** The end of a coroutine none of whose code may run any more. */
function abandon(vm: Executor, co: Coroutine): void {
  vm.output.abandon();
  for (const { holder } of co.defers.splice(0)) release(vm, holder);
}

function* runDefers(vm: Executor, co: Coroutine, result: Zval): NativeCode<void> {
  for (let held = co.defers.pop(); held !== undefined; held = co.defers.pop()) {
    const args = result === undefined || result === null ? [null] : [result];
    release(vm, yield { kind: 'call', callable: held.callable, args, named: null, catches: true });
    if (yield* reportException(vm)) throw new Bailout();
    release(vm, held.holder);
  }
}

/** Prints an exception that nobody caught; true when there was one, which ends the program. */
export function* reportException(vm: Executor): NativeCode<boolean> {
  const { exception } = vm;
  if (exception === null) return false;
  if (exception === vm.unwindExit) {
    vm.clearException();
    return false;
  }
  yield* uncaughtError(vm, exception);
  return true;
}
