/**
 * SWOOLE_HOOK_FILE: reading and writing plain files lets other coroutines run. Files are read at once here; the coroutine
 * that reads goes on in the next round of the event loop, as if a thread had done the work.
 * Source: swoole-src ext-src/swoole_runtime.cc (hook_stream_ops), thirdparty/php/streams/plain_wrapper.c
 */
import { type Scheduler, schedulerOf } from '../../coro/scheduler.ts';
import type { NativeCode } from '../../object/native-code.ts';
import { PhpResource, type Zval } from '../../value/zval.ts';
import type { Executor } from '../../vm/executor.ts';
import { isNativeCode } from '../../vm/internal-call.ts';
import { InternalFunction } from '../../vm/internal-function.ts';
import { plainOps, plainStateOf } from '../plain-stream.ts';
import { Stream } from '../stream.ts';
import { HOOK_FILE } from './hooks.ts';

/** Functions whose first argument is a stream or the name of a file. */
const FUNCTIONS: readonly string[] = [
  'fgets',
  'fgetc',
  'fread',
  'fwrite',
  'fputs',
  'stream_get_contents',
  'file_get_contents',
  'file_put_contents',
  'file',
  'flock',
];

const LOCK_UN = 3;
const LOCK_NB = 4;
/** Seconds between two tries to get a lock. */
const FIRST_WAIT = 0.001;
const LATER_WAIT = 0.01;

type Implementation = (rt: Executor, ...args: Zval[]) => Zval | NativeCode;

function isPlainFile(target: Zval, isHooked: boolean): boolean {
  if (typeof target === 'string') return isHooked && !target.includes('://');
  if (!(target instanceof PhpResource) || !(target.data instanceof Stream)) return false;
  return plainStateOf(target.data) !== null && (isHooked || target.data.uri?.startsWith('async.file://') === true);
}

function* afterOthers(scheduler: Scheduler, work: () => Zval | NativeCode): NativeCode {
  yield* scheduler.pass('file');
  const result = work();
  return isNativeCode(result) ? yield* result : result;
}

/** flock() that waits: asks again and again, so that whoever holds the lock can go on. */
function* lockInTurns(vm: Executor, scheduler: Scheduler, args: Zval[], original: Implementation): NativeCode {
  yield* scheduler.pass('flock');
  const [stream, operation] = args;
  const wanted = Number(operation);
  if ((wanted & LOCK_NB) === 0 && (wanted & LOCK_UN) !== LOCK_UN && stream instanceof PhpResource) {
    const file = stream.data as Stream;
    for (let wait = FIRST_WAIT; plainOps.lock?.(vm, file, wanted | LOCK_NB) === undefined; wait = LATER_WAIT) {
      yield* scheduler.yieldFor('flock', wait);
    }
  }
  const result = original(vm, ...args);
  return isNativeCode(result) ? yield* result : result;
}

/** Lets the functions on plain files suspend the running coroutine where the option hook_flags says so. */
export function hookFiles(rt: Executor): void {
  for (const name of FUNCTIONS) {
    const plain = rt.functionTable.get(name);
    if (!(plain instanceof InternalFunction) || plain.impl === null) continue;
    const original = plain.impl as unknown as Implementation;
    const hooked: Implementation = (vm, ...args) => {
      const scheduler = schedulerOf(vm);
      if (scheduler.current === null || !isPlainFile(args[0], (scheduler.hookFlags & HOOK_FILE) !== 0)) {
        return original(vm, ...args);
      }
      if (name === 'flock') return lockInTurns(vm, scheduler, args, original);
      return afterOthers(scheduler, () => original(vm, ...args));
    };
    plain.impl = hooked as unknown as typeof plain.impl;
  }
}
