/**
 * The event loop: rounds of waiting, events of the network, timers, deferred functions, until nothing is left to wait for.
 * Source: swoole-src src/reactor/base.cc, ext-src/swoole_event.cc
 */
import { IdTable } from '../base/id-table.ts';
import type { NativeCode } from '../object/native-code.ts';
import type { Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import type { Coroutine, HeldCallable } from './coroutine.ts';
import { createHostReactor, pauseUntil, type Reactor } from './reactor.ts';
import { type TimerNode, TimerQueue } from './timers.ts';

/** Level-triggered watchers. */
export interface Watchers {
  /** Milliseconds until they must be looked at again; null: they tell of themselves. */
  readonly pollMs: number | null;
  /** Is there one to fire? */
  ready(): boolean;
  /** Calls those that are ready. */
  fire(): NativeCode<void>;
}

export abstract class EventLoop {
  readonly vm: Executor;
  readonly reactor: Reactor;
  readonly timers: TimerQueue<Coroutine> = new TimerQueue((co) => this.timeOut(co));
  /** The coroutines that are alive. */
  readonly all: IdTable<Coroutine> = new IdTable();
  /** Functions for the next round of the event loop. */
  private deferred: (() => NativeCode<void>)[] = [];
  /** What the network's events have made ready. */
  private awake: (() => NativeCode<void>)[] = [];
  /** How many wait for the network: while there are any, the loop goes on. */
  ioWaiters = 0;
  /** What Swoole\Event::add watches; each counts as one that waits for the network. */
  watchers: Watchers | null = null;
  /** Swoole\Event::cycle's functions, before and behind each round. */
  beforeRound: HeldCallable | null = null;
  afterRound: HeldCallable | null = null;
  /** Something has used the event loop: the end of the request waits for it. */
  active = false;
  /** When the clock was last read (the dispatch loop's laps); -1: too long ago. */
  clockLap = -1;
  looping = false;
  /** A fatal error has ended the program. */
  bailedOut = false;
  preemptive = false;
  deadlockCheck = true;
  /** Asked when nothing is left to wait for: the event loop goes on when it answers false (exit_condition). */
  exitCondition: HeldCallable | null = null;
  /** What the deadlock report is; set by the library. */
  reportDeadlock: () => NativeCode<void> = function* () {};

  constructor(vm: Executor) {
    this.vm = vm;
    this.reactor = createHostReactor(vm.host);
  }

  /** Calls a function of the program. Borrows everything. */
  abstract callback(held: HeldCallable, args: readonly Zval[]): NativeCode<void>;

  /** The time of a waiting coroutine is up. */
  protected abstract timeOut(co: Coroutine): NativeCode<void>;

  /** Asks the program whether the loop may stop. */
  protected abstract mayStop(): NativeCode<boolean>;

  /** From now on the dispatch loop asks now and then. */
  protected abstract startPreempting(): void;

  /** The event loop is needed: from now on the end of the request waits for it (php_swoole_check_reactor). */
  activate(): void {
    if (this.active) return;
    this.active = true;
    if (this.preemptive || this.vm.ini.flag('swoole.enable_preemptive_scheduler')) this.startPreempting();
    this.vm.shutdownFunctions.push({ callable: 'swoole_event_rshutdown', args: [] });
  }

  /** A timer of the engine's own; `seconds` are rounded down to milliseconds. */
  after(seconds: number, fire: (node: TimerNode) => NativeCode<void>): TimerNode {
    this.activate();
    const delay = Math.max(1, Math.floor(seconds * 1000));
    return this.timers.add(this.reactor.now(), delay, { interval: 0, byUser: false, fire });
  }

  /** Runs `run` behind the next round's timers (swoole_event_defer). */
  defer(run: () => NativeCode<void>): void {
    this.activate();
    this.deferred.push(run);
  }

  /** Runs `run` in the next round, before its timers: an event of the network. */
  wake(run: () => NativeCode<void>): void {
    this.awake.push(run);
  }

  /** Is there anything left that could wake anybody? */
  private get idle(): boolean {
    return this.deferred.length === 0 && this.timers.count === 0 && this.ioWaiters === 0 && this.awake.length === 0;
  }

  /** Until the next event, timer or deferred function. */
  private *await(next: number | null): NativeCode<void> {
    const ready = (): boolean => this.awake.length > 0 || this.watchers?.ready() === true;
    const busy = this.deferred.length > 0 || ready();
    const network = this.ioWaiters > 0 ? (this.vm.host.network?.() ?? null) : null;
    if (network !== null) {
      const limit = next === null ? null : Math.max(0, next - this.reactor.now());
      const poll = this.watchers?.pollMs ?? null;
      const wait = limit === null || poll === null ? (limit ?? poll) : Math.min(limit, poll);
      yield* pauseUntil(this.vm, network, ready, busy ? 0 : wait);
    } else if (!busy && next !== null) {
      this.reactor.waitUntil(next);
    }
  }

  private *runAwake(): NativeCode<void> {
    if (this.awake.length === 0) return;
    const batch = this.awake;
    this.awake = [];
    for (const run of batch) yield* run();
  }

  /** Runs until nothing is left to wait for, or `stop()`; then reports coroutines that wait for ever. */
  *loop(): NativeCode<void> {
    if (this.bailedOut || this.looping) return;
    this.looping = true;
    try {
      while (this.looping && !(this.idle && (yield* this.mayStop()))) yield* this.round();
    } finally {
      this.looping = false;
    }
    this.active = false;
    if (this.all.size > 0 && this.deadlockCheck && !this.bailedOut) yield* this.reportDeadlock();
  }

  /** One round: wait, timers, deferred functions. */
  *round(): NativeCode<void> {
    if (this.beforeRound !== null) yield* this.callback(this.beforeRound, []);
    yield* this.await(this.timers.nextTime());
    this.clockLap = -1;
    if (this.watchers !== null) yield* this.watchers.fire();
    yield* this.runAwake();
    if (this.timers.base !== null) yield* this.timers.fireDue(this.reactor.now());
    const batch = this.deferred;
    this.deferred = [];
    for (const run of batch) yield* run();
    if (this.afterRound !== null) yield* this.callback(this.afterRound, []);
  }

  /** Ends the event loop behind the running round, whoever waits. */
  stop(): void {
    for (const node of [...this.timers.byId.values()]) if (node.byUser) this.timers.remove(node);
    this.looping = false;
  }
}
