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
import { plainStateOf } from '../plain-stream.ts';
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
];

type Implementation = (rt: Executor, ...args: Zval[]) => Zval | NativeCode;

function isPlainFile(target: Zval): boolean {
  if (typeof target === 'string') return !target.includes('://');
  if (!(target instanceof PhpResource)) return false;
  return target.data instanceof Stream && plainStateOf(target.data) !== null;
}

function* afterOthers(scheduler: Scheduler, work: () => Zval | NativeCode): NativeCode {
  yield* scheduler.pass('file');
  const result = work();
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
      if (scheduler.current === null || (scheduler.hookFlags & HOOK_FILE) === 0 || !isPlainFile(args[0])) {
        return original(vm, ...args);
      }
      return afterOthers(scheduler, () => original(vm, ...args));
    };
    plain.impl = hooked as unknown as typeof plain.impl;
  }
}
