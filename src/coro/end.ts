/**
 * The end: when the event loop may stop, and what becomes of coroutines that nobody has woken.
 * Source: swoole-src ext-src/swoole_coroutine_scheduler.cc (php_swoole_coroutine_reactor_can_exit); there the memory of such
 * coroutines is dropped with the request's, here their frames are unwound without running any code of theirs
 */
import type { NativeCode } from '../object/native-code.ts';
import { release } from '../value/refcount.ts';
import { addRef } from '../value/zval.ts';
import { uncaughtError } from '../vm/request.ts';
import { Bailout } from '../vm/errors.ts';
import type { Channel } from './channel.ts';
import type { Scheduler } from './scheduler.ts';

/** Milliseconds between two questions whether the event loop may stop. */
const ASK_AGAIN_MS = 10;
/** How often a coroutine is told to end. */
const MAX_ROUNDS = 100;

/** Asks the program whether the event loop may stop; true when it has nothing to say. */
export function* mayExit(scheduler: Scheduler): NativeCode<boolean> {
  const { exitCondition, vm } = scheduler;
  if (exitCondition === null) return true;
  const answer = yield { kind: 'call', callable: exitCondition.callable, args: [], named: null, catches: true };
  const { exception } = vm;
  if (exception !== null) {
    yield* uncaughtError(vm, exception);
    throw new Bailout();
  }
  release(vm, answer);
  if (answer !== false) return true;
  scheduler.reactor.waitUntil(scheduler.reactor.now() + ASK_AGAIN_MS);
  return false;
}

/**
 * Behind the request's last destructors: coroutines that still wait are unwound. No catch, finally, defer or destructor of
 * theirs runs; what they hold is freed.
 */
export function* endCoroutines(scheduler: Scheduler): NativeCode<void> {
  const { vm } = scheduler;
  const { exitCondition } = scheduler;
  if (exitCondition !== null) release(vm, exitCondition.holder);
  for (const node of [...scheduler.timers.byId.values()]) scheduler.timers.remove(node);
  if (scheduler.all.size === 0) return;
  yield* vm.output.endAll();
  vm.objects.destructorsOff = true;
  const left = [...scheduler.all.values()];
  const channels = new Set<Channel>();
  for (const co of left) for (const channel of co.wait.at) channels.add(channel);
  for (const channel of channels) scheduler.discarded(channel);
  vm.unwindExit ??= vm.newObject(vm.classOf('stdClass'));
  for (const co of left) {
    co.killed = true;
    // native code that has swallowed the exception may wait once more
    for (let i = 0; i < MAX_ROUNDS && co.state === 'waiting'; i++) {
      co.thrown = addRef(vm.unwindExit);
      yield* scheduler.resume(co);
    }
  }
}
