/**
 * Options of the coroutine scheduler.
 * Source: swoole-src ext-src/swoole_coroutine_scheduler.cc (set, php_swoole_set_coroutine_option), php_swoole.cc
 * (php_swoole_set_global_option)
 */
import { E_WARNING } from '../../base/diagnostics.ts';
import { Chance } from '../../coro/chance.ts';
import { DEFAULT_MAX_COROUTINES, type Scheduler, schedulerOf } from '../../coro/scheduler.ts';
import { callableName } from '../../object/callable.ts';
import { toBool } from '../../value/convert.ts';
import { PhpArray } from '../../value/php-array.ts';
import { release } from '../../value/refcount.ts';
import { addRef, deref, type Zval } from '../../value/zval.ts';
import type { Executor } from '../../vm/executor.ts';
import { hookSockets } from './net/socket-hooks.ts';
import { runningName, warn } from './support.ts';

/** Bytes of the C stack of a coroutine in Swoole: 2 MB, between 64 KB and 16 MB, in pages of 4 KB. */
export const DEFAULT_STACK_SIZE = 2_097_152;
const MIN_STACK_SIZE = 65_536;
const MAX_STACK_SIZE = 16_777_216;
const STACK_ALIGNMENT = 4_096;
/** SW_LOG_INFO */
const DEFAULT_LOG_LEVEL = 2;

/** Options that only Swoole's own functions look at. */
export class SwooleSettings {
  stackSize: number = DEFAULT_STACK_SIZE;
  logLevel: number = DEFAULT_LOG_LEVEL;
  /** Where the log goes; null: the output. */
  logFile: string | null = null;
  /** Numbers of errors that are not logged (swoole_ignore_error). */
  readonly ignored: Set<number> = new Set();
}

export function settingsOf(rt: Executor): SwooleSettings {
  return rt.moduleState('swoole.settings', () => new SwooleSettings());
}

/** Sizes that may not be negative. */
const SIZES: readonly string[] = [
  'socket_buffer_size',
  'http2_header_table_size',
  'http2_enable_push',
  'http2_max_concurrent_streams',
  'http2_init_window_size',
  'http2_max_frame_size',
  'http2_max_header_list_size',
];

type Setter = (rt: Executor, scheduler: Scheduler, value: Zval) => void;

function stackSize(size: number): number {
  const wanted = size < 0 ? MAX_STACK_SIZE : Math.max(MIN_STACK_SIZE, Math.min(size, MAX_STACK_SIZE));
  return Math.ceil(wanted / STACK_ALIGNMENT) * STACK_ALIGNMENT;
}

const setMaxNum: Setter = (_rt, scheduler, v) => {
  scheduler.maxNum = Number(v) > 0 ? Number(v) : DEFAULT_MAX_COROUTINES;
};
const setStackSize: Setter = (rt, _scheduler, v) => {
  settingsOf(rt).stackSize = stackSize(Number(v));
};

/** What each option does; those that are not here are only remembered. */
const SETTERS: Readonly<Record<string, Setter>> = {
  max_coro_num: setMaxNum,
  max_coroutine: setMaxNum,
  c_stack_size: setStackSize,
  stack_size: setStackSize,
  enable_deadlock_check: (_rt, scheduler, v) => {
    scheduler.deadlockCheck = toBool(v);
  },
  hook_flags: (rt, scheduler, v) => {
    scheduler.hookFlags = Number(v);
    hookSockets(rt, scheduler.hookFlags);
  },
  enable_preemptive_scheduler: (_rt, scheduler, v) => {
    scheduler.preemptive = toBool(v);
  },
  enable_coroutine: (_rt, scheduler, v) => {
    scheduler.enableCoroutine = toBool(v);
  },
  log_file: (rt, _scheduler, v) => {
    if (typeof v === 'string') settingsOf(rt).logFile = v;
  },
  log_level: (rt, _scheduler, v) => {
    settingsOf(rt).logLevel = Number(v);
  },
  select_seed: (_rt, scheduler, v) => {
    scheduler.chance = new Chance(Number(v));
  },
  exit_condition: setExitCondition,
};

function setExitCondition(rt: Executor, scheduler: Scheduler, v: Zval): void {
  const error = { message: '' };
  const callable = rt.resolveCallable(v, error);
  if (callable === null) {
    rt.error(E_WARNING, `${runningName(rt)}(): function '${callableName(v)}' is not callable`);
    return;
  }
  const old = scheduler.exitCondition;
  scheduler.exitCondition = { callable, holder: addRef(v) };
  if (old !== null) release(rt, old.holder);
}

/** Coroutine::set: what is given is added to what has been set before. */
export function setOptions(rt: Executor, options: PhpArray): null {
  const scheduler = schedulerOf(rt);
  for (const name of SIZES) {
    const v = deref(options.getStr(name));
    if (typeof v === 'number' && v < 0) warn(rt, `${name} must be greater than or equal to 0, got ${v}`);
  }
  for (const [name, set] of Object.entries(SETTERS)) {
    const v = deref(options.getStr(name));
    if (v !== undefined && v !== null) set(rt, scheduler, v);
  }
  const before = scheduler.options;
  const merged = before?.dup() ?? new PhpArray();
  options.forEach((v, key) => merged.update(rt, key, addRef(deref(v))));
  scheduler.options = merged;
  release(rt, before);
  return null;
}
