/**
 * What the methods of Swoole\\Coroutine share.
 * Source: swoole-src ext-src/swoole_coroutine.cc
 */
import { E_WARNING } from '../../base/diagnostics.ts';
import { ERROR_CO_CANCELED, ERROR_CO_NOT_EXISTS, type Scheduler, schedulerOf } from '../../coro/scheduler.ts';
import type { Coroutine } from '../../coro/coroutine.ts';
import { type Wait, yieldWait } from '../../coro/wait.ts';
import type { NativeCode } from '../../object/native-code.ts';
import type { Callable } from '../../object/runtime.ts';
import { PhpArray } from '../../value/php-array.ts';
import { release } from '../../value/refcount.ts';
import { addRef, type Zval } from '../../value/zval.ts';
import { fetchBacktraceFrom } from '../../vm/backtrace.ts';
import { frameOfWaiting } from '../../vm/bare-call.ts';
import type { ExecuteData } from '../../vm/execute-data.ts';
import type { Executor } from '../../vm/executor.ts';
import { PAGE_HEADER_SLOTS, SLOT_BYTES } from '../../vm/vm-stack.ts';
import { backtraceText } from '../backtrace-text.ts';
import { settingsOf } from './options.ts';
import { borrowedCallable, inCoroutine, ownedCallable, warn } from './support.ts';

export const LINK = 'https://wiki.swoole.com/#/coroutine/coroutine';

/** May there be one more coroutine? Warns when there are too many. */
export function mayCreate(rt: Executor, scheduler: Scheduler): boolean {
  if (rt.shuttingDown && rt.currentExecuteData?.prev?.func.functionName?.toLowerCase() === '__destruct') {
    rt.fatalError('go(): can not use coroutine in __destruct after php_request_shutdown');
  }
  if (scheduler.all.size >= scheduler.maxNum) {
    warn(rt, `exceed max number of coroutine ${scheduler.all.size}`);
    return false;
  }
  return true;
}

/** go(): the new coroutine's id, false when there are too many. */
export function create(rt: Executor, callable: Callable, args: readonly Zval[]): Zval | NativeCode {
  const scheduler = schedulerOf(rt);
  if (!mayCreate(rt, scheduler)) return false;
  return scheduler.mayAnswerSuspended ? scheduler.createNow(callable, args) : createSlowly(rt, callable, args);
}

function* createSlowly(rt: Executor, callable: Callable, args: readonly Zval[]): NativeCode {
  return yield* schedulerOf(rt).create(borrowedCallable(rt, callable, 0), args);
}

/** Coroutine::defer */
export function deferCall(rt: Executor, callable: Callable): Zval | NativeCode {
  const { current } = schedulerOf(rt);
  if (current === null) {
    return inCoroutine(rt, function* () {
      return null;
    });
  }
  current.defers.push(ownedCallable(rt, callable, 0));
  return null;
}

export function find(rt: Executor, cid: number): Coroutine | null {
  const scheduler = schedulerOf(rt);
  const co = cid === 0 ? scheduler.current : scheduler.all.get(cid);
  if (co === undefined || co === null) {
    scheduler.lastError = ERROR_CO_NOT_EXISTS;
    return null;
  }
  return co;
}

/** The frames of a coroutine: of the running one, or of one that waits. */
export function framesOf(rt: Executor, co: Coroutine | null): ExecuteData | null {
  if (co === null || co === schedulerOf(rt).current) return rt.currentExecuteData;
  return frameOfWaiting(rt, co);
}

/** Bytes of the pages of a coroutine's vm_stack, as Swoole counts them; false when there is no such coroutine. */
export function stackUsage(rt: Executor, cid: number): Zval {
  const co = find(rt, cid);
  if (co === null) return false;
  const page = co === schedulerOf(rt).current ? rt.vmStack : co.vmStack;
  let slots = 0;
  for (let at = page; at !== null; at = at.prev) {
    slots += at.size - (at === page ? PAGE_HEADER_SLOTS : at.top);
  }
  return slots * SLOT_BYTES;
}

/** A wait in Coroutine::yield(), of the builtin's frame or of native code. */
export const YIELD: Wait = yieldWait(yieldEnds);
const SLOW_YIELD = yieldWait();

/** Coroutine::yield() */
export function yieldNow(scheduler: Scheduler): NativeCode {
  const co = scheduler.current as Coroutine;
  return scheduler.mayAnswerSuspended ? scheduler.yieldNow(YIELD, -1) : yieldSlowly(scheduler, co);
}

function yieldEnds(scheduler: Scheduler, co: Coroutine): boolean {
  if (co.resumeCode !== 'canceled') return true;
  scheduler.lastError = ERROR_CO_CANCELED;
  return false;
}

function* yieldSlowly(scheduler: Scheduler, co: Coroutine): NativeCode {
  yield* scheduler.yield(SLOW_YIELD);
  return yieldEnds(scheduler, co);
}

/** Coroutine::resume() */
export function resume(rt: Executor, cid: number): Zval | NativeCode {
  const scheduler = schedulerOf(rt);
  const co = scheduler.all.get(cid);
  if (co === undefined || !co.wait.isYield) {
    warn(rt, 'can not resume the coroutine which is in IO operation or non-existent');
    return false;
  }
  return scheduler.mayAnswerSuspended ? scheduler.resumeNow(co, true) : resumeSlowly(scheduler, co);
}

function* resumeSlowly(scheduler: Scheduler, co: Coroutine): NativeCode {
  yield* scheduler.resume(co);
  return true;
}

export function* constant(value: Zval): NativeCode {
  return value;
}

export function* listing(rt: Executor): NativeCode {
  const ids = PhpArray.fromList([...schedulerOf(rt).all.keys()].reverse());
  const iterator = rt.newObject(rt.classOf('Swoole\\Coroutine\\Iterator'));
  release(rt, yield* rt.callMethod(iterator, '__construct', [ids]));
  release(rt, ids);
  return iterator;
}

/** Swoole's pool of threads for files: here files need none. */
const AIO_STATS: readonly string[] = [
  'aio_task_num',
  'aio_worker_num',
  'aio_idle_worker_num',
  'aio_pending_release_worker_num',
  'aio_peak_worker_num',
  'aio_created_worker_num',
  'aio_released_worker_num',
  'aio_scale_up_count',
  'aio_scale_down_count',
  'aio_queue_size',
];

export function stats(rt: Executor): PhpArray {
  const scheduler = schedulerOf(rt);
  const rows: readonly (readonly [string, number])[] = [
    ['event_num', 0],
    ['signal_listener_num', 0],
    ...AIO_STATS.map((name) => [name, 0] as const),
    ['c_stack_size', settingsOf(rt).stackSize],
    ['coroutine_num', scheduler.all.size],
    ['coroutine_peak_num', scheduler.peak],
    ['coroutine_last_cid', scheduler.lastCid],
  ];
  const result = new PhpArray();
  for (const [name, value] of rows) result.setStr(name, value);
  return result;
}

export function getContext(rt: Executor, cid: number): Zval {
  const co = find(rt, cid);
  if (co === null) return null;
  if (co.contextObject === 'destroyed') {
    rt.error(E_WARNING, 'Swoole\\Coroutine::getContext(): The context of coroutine has been destroyed');
    return null;
  }
  co.contextObject ??= rt.newObject(rt.classOf('Swoole\\Coroutine\\Context'));
  return addRef(co.contextObject);
}

/** Prints the frames of a coroutine (null: the running one, without the call that asks). */
export function printBacktrace(rt: Executor, co: Coroutine | null, options: number, limit: number): void {
  const running = co === null || co === schedulerOf(rt).current;
  const trace = fetchBacktraceFrom(rt, framesOf(rt, co), running, options, limit);
  rt.write(backtraceText(rt, trace));
  rt.releaseValue(trace);
}
