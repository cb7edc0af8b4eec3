/**
 * Waiting for handles of the network. In a coroutine only that coroutine waits; anywhere else the whole request pauses
 * and the host's event loop runs.
 */
import type { NativeCode } from '../object/native-code.ts';
import type { Executor } from '../vm/executor.ts';
import type { Network, Watched } from '../vm/net-ports.ts';
import type { Coroutine } from './coroutine.ts';
import { type Scheduler, schedulerOf } from './scheduler.ts';
import { pauseUntil } from './reactor.ts';
import { simplyResume, Wait } from './wait.ts';

/** What an engine has of its host's network. */
interface NetworkUse {
  network: Network | null;
  used: boolean;
}

function useOf(vm: Executor): NetworkUse {
  return vm.moduleState('coro.network', () => ({ network: null, used: false }));
}

/** The network of an engine's host; null where there is none. What is open is closed behind the request. */
export function networkOf(vm: Executor): Network | null {
  const use = useOf(vm);
  if (use.used) return use.network;
  use.used = true;
  use.network = vm.host.network?.() ?? null;
  vm.endHooks.push(() => use.network?.closeAll());
  return use.network;
}

/** Has the program opened anything on the network yet? */
export function usesNetwork(vm: Executor): boolean {
  return useOf(vm).used;
}

/** Why a wait ended. */
export type WaitResult = 'ready' | 'timeout' | 'canceled';

/**
 * Waits until `ready()`, looked at after every change of the handles.
 * @param seconds a negative number waits for ever
 * @param what what a coroutine waits for, for its reports
 * @param whole pauses the request although a coroutine runs (functions that are not hooked)
 * @param turns of a request that pauses: see pauseUntil
 */
export function waitFor(
  vm: Executor,
  handles: readonly Watched[],
  ready: () => boolean,
  seconds: number,
  what: string,
  whole = false,
  turns = 0,
): NativeCode<WaitResult> {
  if (ready()) return nothing();
  const scheduler = schedulerOf(vm);
  if (!whole && scheduler.current !== null) return waitInCoroutine(scheduler, handles, ready, seconds, what);
  return waitAsWhole(vm, ready, seconds, turns);
}

function* nothing(): NativeCode<WaitResult> {
  return 'ready';
}

function* waitAsWhole(vm: Executor, ready: () => boolean, seconds: number, turns: number): NativeCode<WaitResult> {
  const network = networkOf(vm);
  if (network === null) return 'timeout';
  const done = yield* pauseUntil(vm, network, ready, seconds < 0 ? null : seconds * 1000, turns);
  return done ? 'ready' : 'timeout';
}

/** A coroutine that waits for handles. A class: generator functions made for each wait would cost more than the wait. */
class IoWait {
  over = false;
  private queued = false;
  private readonly scheduler: Scheduler;
  private readonly co: Coroutine;
  private readonly ready: () => boolean;
  /** Hears of changes. */
  readonly look: () => void;

  constructor(scheduler: Scheduler, co: Coroutine, ready: () => boolean) {
    this.scheduler = scheduler;
    this.co = co;
    this.ready = ready;
    this.look = () => this.changed();
  }

  private changed(): void {
    if (this.queued || this.over || !this.ready()) return;
    this.queued = true;
    this.scheduler.wake(() => this.wake());
  }

  private *wake(): NativeCode<void> {
    this.queued = false;
    // somebody else may have taken what there was
    if (!this.over && this.ready()) yield* this.scheduler.resume(this.co);
  }
}

function* waitInCoroutine(
  scheduler: Scheduler,
  handles: readonly Watched[],
  ready: () => boolean,
  seconds: number,
  what: string,
): NativeCode<WaitResult> {
  const co = scheduler.current as Coroutine;
  const wait = new IoWait(scheduler, co, ready);
  for (const handle of handles) handle.listeners.add(wait.look);
  scheduler.ioWaiters++;
  try {
    scheduler.limit(co, seconds);
    yield scheduler.request(new Wait(what, simplyResume));
    scheduler.settled(co);
  } finally {
    wait.over = true;
    scheduler.ioWaiters--;
    for (const handle of handles) handle.listeners.delete(wait.look);
  }
  if (co.resumeCode === 'ok') return 'ready';
  return co.resumeCode === 'timedout' ? 'timeout' : 'canceled';
}
