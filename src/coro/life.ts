/**
 * The life of a coroutine, on its bottom frame: its function, its defers, its output buffers, what it holds.
 * Source: swoole-src ext-src/swoole_coroutine.cc (main_func, destroy_context)
 */
import { flushCatching, type NativeCode } from '../object/native-code.ts';
import { release } from '../value/refcount.ts';
import type { Zval } from '../value/zval.ts';
import { Bailout } from '../vm/errors.ts';
import type { Executor } from '../vm/executor.ts';
import { RELOAD } from '../vm/flow.ts';
import { uncaughtError } from '../vm/request.ts';
import type { Coroutine } from './coroutine.ts';
import type { Scheduler } from './scheduler.ts';
import { Context } from './switch.ts';

/** From the first opline to the switch back to whoever resumed it last. */
export function* coroutineMain(
  scheduler: Scheduler,
  co: Coroutine,
  body: (co: Coroutine) => NativeCode<Zval>,
): NativeCode<number> {
  const { vm } = scheduler;
  const result = yield* body(co);
  const failed = yield* reportException(vm);
  if (co.killed) abandon(vm, co);
  else {
    yield* runDefers(vm, co, result);
    yield* vm.output.endAll();
  }
  const { contextObject } = co;
  co.contextObject = 'destroyed';
  if (contextObject !== 'destroyed') release(vm, contextObject);
  release(vm, result);
  yield* flushCatching();
  if ((yield* reportException(vm)) || failed) throw new Bailout();
  co.state = 'end';
  scheduler.all.delete(co.cid);
  co.onClose?.();
  vm.machine.ended = true;
  scheduler.leave(co, new Context(vm.machine));
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
