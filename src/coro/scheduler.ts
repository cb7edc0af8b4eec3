/**
 * The scheduler of Swoole's coroutines: creating, yielding, resuming, ending them; the event loop that wakes them.
 *
 * A new coroutine runs at once until it first yields; then its creator goes on. Resuming switches at once, too: whoever
 * resumes becomes the origin, and goes on when the resumed one yields or ends. Everything else waits in the event loop:
 * timers by time, then deferred functions in order.
 * Source: swoole-src src/coroutine/base.cc, ext-src/swoole_coroutine.cc, src/reactor/base.cc
 */
import type { Func, OpArray } from '../bytecode/op-array.ts';
import { type NativeCode, type NativeRequest, SUSPENDED } from '../object/native-code.ts';
import type { ClosureData } from '../object/closure.ts';
import type { Callable } from '../object/runtime.ts';
import type { PhpArray } from '../value/php-array.ts';
import type { PhpObject } from '../value/php-object.ts';
import { release } from '../value/refcount.ts';
import { addRef, type Zval } from '../value/zval.ts';
import { frameOfLoaded, frameOfWaiting } from '../vm/bare-call.ts';
import { prepareCall } from '../vm/call-user.ts';
import { Bailout } from '../vm/errors.ts';
import { CALL_CLOSURE, CALL_DYNAMIC, CALL_RELEASE_THIS, type ExecuteData } from '../vm/execute-data.ts';
import type { Executor } from '../vm/executor.ts';
import { RELOAD, startCallCode } from '../vm/flow.ts';
import { pushCallFrame } from '../vm/frame.ts';
import { isNativeCode } from '../vm/internal-call.ts';
import type { SchedulerPort } from '../vm/machine.ts';
import { runPrepared } from '../vm/native.ts';
import { userFrame } from '../vm/position.ts';
import { uncaughtError } from '../vm/request.ts';
import { PAGE_HEADER_SLOTS } from '../vm/vm-stack.ts';
import { installAutoload } from './autoload.ts';
import { Chance } from './chance.ts';
import type { Channel } from './channel.ts';
import { Births } from './births.ts';
import { Coroutine, type HeldCallable } from './coroutine.ts';
import { endCoroutines, mayExit } from './end.ts';
import { EventLoop } from './event-loop.ts';
import { functionEnds, lifeOf, reportException, sharedBottom } from './life.ts';
import { Pages } from './pages.ts';
import { startPreempting } from './preempt.ts';
import { deliverException, goOn, prepareContext, type Stored, suspended, switchMachine } from './switch.ts';
import { NOWHERE, OVER, RUNS, simplyResume, Wait } from './wait.ts';

const MICROS_PER_MS = 1000;
/** SW_DEFAULT_MAX_CORO_NUM */
export const DEFAULT_MAX_COROUTINES = 100000;
/** Shortest timer: a millisecond (SW_TIMER_MIN_SEC). */
export const TIMER_MIN_SECONDS = 0.001;

/** Error numbers of swoole_last_error(). */
export const ERROR_INVALID_PARAMS = 505;
export const ERROR_WRONG_OPERATION = 509;
export const ERROR_CO_OUT_OF_COROUTINE = 10001;
export const ERROR_CO_CANNOT_CANCEL = 10015;
export const ERROR_CO_NOT_EXISTS = 10016;
export const ERROR_CO_CANCELED = 10017;
export const ERROR_CO_TIMEDOUT = 10018;

export class Scheduler extends EventLoop implements SchedulerPort {
  /** The coroutine that runs; null in the main program. */
  current: Coroutine | null = null;
  /** Where the main program stands while a coroutine runs: no coroutine, but an object like theirs is quicker to switch to. */
  private readonly mainContext: Stored;
  /** The bottom frame of coroutines that run a function. */
  readonly bottom: ExecuteData;
  private readonly births: Births = new Births();
  /** Where coroutines get their stacks. */
  private readonly pages: Pages;
  /** When the scheduler came to be, in the host's microseconds. */
  private readonly epoch: number;
  /** What the clock said in the lap of `clockLap`. */
  private clock = 0;
  lastCid = 0;
  peak = 0;
  lastError = 0;
  /** Decides between channels that are ready. */
  chance: Chance = new Chance();
  // -- options --------------------------------------------------------------------------------------------------------
  options: PhpArray | null = null;
  maxNum: number = DEFAULT_MAX_COROUTINES;
  hookFlags = 0;
  /** Timers and deferred functions run in coroutines of their own. */
  enableCoroutine = true;
  /** A channel goes away although coroutines wait at it; what is said of it is set by the library. */
  discarded: (channel: Channel) => void = () => undefined;
  constructor(vm: Executor) {
    super(vm);
    this.epoch = vm.host.nowMicros();
    this.mainContext = new Coroutine(0, -1, 0, vm.freshGlobals);
    this.mainContext.machine = vm.machine;
    this.pages = new Pages(vm.pageSlots);
    this.bottom = sharedBottom(this);
    vm.bailoutHooks.push(() => {
      this.current = null;
      this.bailedOut = true;
    });
    vm.endPhases.push(() => endCoroutines(this));
    installAutoload(this);
  }

  // -- coroutines -----------------------------------------------------------------------------------------------------

  /** Milliseconds of the scheduler's clock: small integers, which need no memory. */
  now(): number {
    return Math.floor((this.vm.host.nowMicros() - this.epoch) / MICROS_PER_MS);
  }

  /** The same, not much earlier: reading a clock costs more than a switch. */
  private recently(): number {
    const { laps } = this.vm;
    if (laps !== this.clockLap) {
      this.clockLap = laps;
      this.clock = this.now();
    }
    return this.clock;
  }

  /** A new coroutine that has no stack yet. */
  private birth(): Coroutine {
    const { vm } = this;
    this.activate();
    const pcid = this.current === null ? -1 : this.current.cid;
    const co = this.births.make(++this.lastCid, pcid, this.recently(), vm.freshGlobals);
    const creator = userFrame(vm.currentExecuteData);
    if (creator !== null) co.birthplace = this.births.placeOf(creator.func as OpArray, creator.opline);
    this.all.add(co.cid, co);
    if (this.all.size > this.peak) this.peak = this.all.size;
    return co;
  }

  /** Runs `body` as a new coroutine until it first yields. */
  *spawn(body: (co: Coroutine) => NativeCode<Zval>): NativeCode<Coroutine> {
    const co = this.birth();
    prepareContext(this.vm, co, this.pages.size, lifeOf(this, co, body));
    yield* this.resume(co);
    return co;
  }

  /** The same for a function; its id. `args` are borrowed, and so is what holds the function: its frame takes counts of its own. */
  *create(held: HeldCallable, args: readonly Zval[]): NativeCode<number> {
    const co = this.birth();
    const { cid } = co;
    yield* suspended(() => this.begin(co, held.callable, args, undefined));
    return cid;
  }

  /** The same for a builtin that answers with this; its result is the new coroutine's id. */
  createNow(callable: Callable, args: readonly Zval[]): NativeCode {
    const co = this.birth();
    return this.answered(this.begin(co, callable, args, co.cid));
  }

  /** The same for a closure (borrowed) of a function of the program, called without arguments. Returns how the loop goes on. */
  createOfClosure(closure: PhpObject, { func, thisObj, calledScope }: ClosureData): number {
    const { vm } = this;
    const co = this.birth();
    this.open(co, func, 0, co.cid);
    const info = CALL_DYNAMIC | CALL_CLOSURE | (thisObj === null ? 0 : CALL_RELEASE_THIS);
    const scope = calledScope ?? thisObj?.ce ?? func.scope;
    const call = pushCallFrame(vm, info, func, 0, thisObj === null ? null : addRef(thisObj), scope);
    closure.rc++;
    call.closure = closure;
    return runPrepared(vm, this.bottom, call);
  }

  /** A builtin on its frame answers with this: it has switched, the loop goes on like that. */
  answered(flow: number): NativeCode {
    this.vm.switchFlow = flow;
    return SUSPENDED;
  }

  /** May the running builtin answer SUSPENDED? Not when it is native code that runs it. */
  get mayAnswerSuspended(): boolean {
    return this.vm.currentExecuteData?.native === null;
  }

  /** The function's frame on a fresh stack, and off it goes. Returns how the loop goes on. */
  private begin(co: Coroutine, callable: Callable, args: readonly Zval[], answer: Zval): number {
    const { vm } = this;
    this.open(co, callable.func, args.length, answer);
    const call = prepareCall(vm, callable, args, null);
    return call === null ? RELOAD : runPrepared(vm, this.bottom, call);
  }

  /** A fresh stack for a function with so many arguments: `co` runs. */
  private open(co: Coroutine, func: Func, count: number, answer: Zval): void {
    const { vm } = this;
    const page = this.pages.take(func, count);
    co.executeData = this.bottom;
    co.vmStack = page;
    co.vmStackTop = PAGE_HEADER_SLOTS;
    vm.pagesAllocated++;
    vm.watch?.created(co);
    this.load(co, answer);
  }

  /** Makes `co` the running machine; who runs now gets `answer` (owned) when it goes on. */
  load(co: Coroutine, answer: Zval): void {
    const { vm, current } = this;
    if (this.preemptive) {
      co.resumed = vm.host.nowMicros();
      co.looks = 0;
    }
    co.origin = current;
    co.answer = answer;
    this.current = co;
    vm.entered = true;
    if (co.place >= 0) this.timers.leave(co);
    switchMachine(vm, current ?? this.mainContext, co);
    co.wait = RUNS;
    if (co.machine !== co) co.machine.waitsFor = '';
  }

  /** Switches to a coroutine; comes back when it yields or ends. */
  *resume(co: Coroutine): NativeCode<void> {
    const { state } = co.wait;
    if (state !== 'waiting' && state !== 'init') return;
    yield* suspended(() => this.enter(co, undefined));
  }

  /** The same for a builtin that answers with this; `answer` (owned) is its result. The coroutine must be waiting. */
  resumeNow(co: Coroutine, answer: Zval): NativeCode {
    return this.answered(this.enter(co, answer));
  }

  /**
   * Loads a coroutine that waits, and gives it what it waits for; who runs gets `answer` (owned) when it goes on. Returns how
   * the loop goes on.
   */
  enter(co: Coroutine, answer: Zval): number {
    const { vm } = this;
    const { wait, thrown } = co;
    if (thrown !== null) frameOfWaiting(vm, co);
    this.load(co, answer);
    if (thrown !== null) {
      co.thrown = null;
      deliverException(vm, thrown);
      return RELOAD;
    }
    if (wait.onWake === null) return goOn(vm, undefined);
    const result = wait.onWake(this, co, wait);
    return isNativeCode(result) ? startCallCode(vm, frameOfLoaded(vm), result) : goOn(vm, result);
  }

  /** What the running coroutine waits for, from now on. */
  private wait(co: Coroutine, wait: Wait): void {
    co.wait = wait;
    co.since = this.recently();
    co.resumeCode = 'ok';
    if (this.vm.machine !== co) this.vm.machine.waitsFor = wait.what;
  }

  /** Leaves the running coroutine until somebody resumes it. */
  *yield(wait: Wait): NativeCode<void> {
    const co = this.current as Coroutine;
    yield* suspended(() => this.away(co, wait));
  }

  /** What native code yields for the same, without a generator between. */
  request(wait: Wait): NativeRequest {
    const co = this.current as Coroutine;
    return { kind: 'suspend', reason: (): number => this.away(co, wait), catches: false };
  }

  /** The same for a builtin that answers with this: its result is what `wait.onWake` says. No limit unless `seconds` > 0. */
  yieldNow(wait: Wait, seconds: number): NativeCode {
    const co = this.current as Coroutine;
    this.limit(co, seconds);
    return this.answered(this.away(co, wait));
  }

  /** The running coroutine waits. Returns how the loop goes on. */
  away(co: Coroutine, wait: Wait): number {
    this.wait(co, wait);
    return this.leave(co);
  }

  /** Ends the next wait of `co` after so many seconds, by its cancel function; never when that is not positive. */
  limit(co: Coroutine, seconds: number): void {
    if (!(seconds > 0)) return;
    this.activate();
    this.timers.enter(co, this.reactor.now(), Math.max(1, Math.floor(seconds * 1000)));
  }

  /** The same with a limit of seconds (none when it is not positive); false after a timeout or a cancel (yield_ex). */
  *yieldFor(waitsFor: string, seconds: number, at: readonly Channel[] = NOWHERE): NativeCode<boolean> {
    const co = this.current as Coroutine;
    this.limit(co, seconds);
    yield* this.yield(new Wait(waitsFor, simplyResume, null, at));
    return this.settled(co);
  }

  /** Lets the others run and goes on in the next round of the event loop; cannot be cancelled. */
  *pass(waitsFor: string): NativeCode<void> {
    const co = this.current as Coroutine;
    this.defer(() => this.resume(co));
    yield* this.yield(new Wait(waitsFor, null));
  }

  /** False, with the error number set, when the wait of `co` timed out or was cancelled. */
  settled(co: Coroutine): boolean {
    if (co.resumeCode === 'ok') return true;
    this.lastError = co.resumeCode === 'timedout' ? ERROR_CO_TIMEDOUT : ERROR_CO_CANCELED;
    return false;
  }

  /** Wakes a waiting coroutine before its time; false when it cannot be. */
  *cancel(co: Coroutine): NativeCode<boolean> {
    const { cancel } = co.wait;
    if (cancel === null) {
      this.lastError = ERROR_CO_CANNOT_CANCEL;
      return false;
    }
    co.wait = co.wait.ending();
    co.resumeCode = 'canceled';
    return yield* cancel(co, this);
  }

  /** The time of a waiting coroutine is up. */
  protected override *timeOut(co: Coroutine): NativeCode<void> {
    const cancel = co.wait.cancel ?? simplyResume;
    co.wait = co.wait.ending();
    co.resumeCode = 'timedout';
    yield* cancel(co, this);
  }

  /** Back to who resumed the running coroutine. Returns how the loop goes on. */
  private leave(co: Coroutine): number {
    const { vm } = this;
    const { answer, origin } = co;
    co.answer = undefined;
    co.origin = null;
    this.current = origin;
    vm.entered = false;
    const target = origin ?? this.mainContext;
    switchMachine(vm, co, target);
    return goOn(vm, answer);
  }

  /** The function of the running coroutine has returned `result` (owned). */
  over(result: Zval): number {
    return functionEnds(this, result);
  }

  /** The running coroutine is over. */
  end(co: Coroutine): number {
    co.wait = OVER;
    this.vm.pagesFreed++;
    this.all.delete(co.cid);
    if (!co.isPlain) co.onClose?.();
    const flow = this.leave(co);
    co.executeData = null;
    this.pages.keep(co.vmStack);
    co.vmStack = null;
    return flow;
  }

  /** The same for one that has used nothing of what few use. */
  endPlain(co: Coroutine): number {
    const flow = this.end(co);
    if (this.vm.watch === null) this.births.keep(co);
    return flow;
  }

  /** Calls a function of the event loop, in a coroutine of its own unless that is switched off. Borrows everything. */
  override *callback(held: HeldCallable, args: readonly Zval[]): NativeCode<void> {
    if (this.enableCoroutine) {
      yield* this.create(held, args);
      return;
    }
    release(this.vm, yield { kind: 'call', callable: held.callable, args, named: null, catches: true });
    if (yield* reportException(this.vm)) throw new Bailout();
  }

  protected override mayStop(): NativeCode<boolean> {
    return mayExit(this);
  }

  protected override startPreempting(): void {
    startPreempting(this);
  }

  /** Swoole's fatal errors: an exception that nobody can catch. */
  *fatal(exception: PhpObject, postscript: (() => void) | null = null): NativeCode {
    yield* uncaughtError(this.vm, exception);
    postscript?.();
    throw new Bailout();
  }
}

/** The scheduler of an engine, made on first use. */
export function schedulerOf(vm: Executor): Scheduler {
  if (vm.scheduler === null) vm.scheduler = new Scheduler(vm);
  return vm.scheduler as Scheduler;
}
