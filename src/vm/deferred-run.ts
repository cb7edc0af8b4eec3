/**
 * Running deferred calls (see deferred.ts) as frames of the dispatch loop.
 * Source: php-src Zend/zend.c (zend_call_user_error_handler part of php_error), zend_objects.c (zend_objects_destroy_object)
 */
import { callCatching, type NativeCode } from '../object/native-code.ts';
import type { Zval } from '../value/zval.ts';
import { release } from '../value/refcount.ts';
import type { DeferredCall } from './deferred.ts';
import type { ExecuteData } from './execute-data.ts';
import type { Executor } from './executor.ts';
import { RELOAD } from './flow.ts';
import { callErrorHandler } from './errors.ts';
import { chainException } from './errors.ts';

/** Takes the queue and runs it on the current frame; then the flow goes on with `next`, as the handler said. */
export function startDeferred(vm: Executor, next: number): number {
  const ex = vm.currentExecuteData as ExecuteData;
  const resume = vm.nativePending ? { value: vm.nativeReturn } : null;
  const completed = resume === null && next !== -1;
  ex.native = { code: runQueue(vm, next, resume), kind: 'opline', catches: false, completed, prev: ex.native };
  vm.nativeReturn = undefined;
  vm.nativePending = true;
  return RELOAD;
}

function* runQueue(vm: Executor, next: number, resume: { value: Zval } | null): NativeCode<number> {
  yield* runAll(vm);
  if (resume === null || vm.exception !== null) return next;
  vm.nativeReturn = resume.value;
  vm.nativePending = true;
  return RELOAD;
}

/** For an internal function's frame: runs the queue, then the function's result stands. */
export function* runDeferredThen(vm: Executor, result: Zval): NativeCode {
  yield* runAll(vm);
  return result;
}

function* runAll(vm: Executor): NativeCode<void> {
  while (vm.deferred.length > 0) {
    const queue = vm.deferred;
    vm.deferred = [];
    for (const item of queue) {
      const before = vm.exception;
      if (before !== null) vm.exception = null;
      if (item.kind === 'destructor') yield* runDestructor(vm, item);
      else yield* callErrorHandler(vm, item);
      if (before !== null) chainException(vm, before);
    }
  }
  if (vm.exception !== null) vm.attention = true;
}

function* runDestructor(vm: Executor, item: Extract<DeferredCall, { kind: 'destructor' }>): NativeCode<void> {
  const obj = item.object;
  const func = obj.ce.magic.destructor;
  if (func !== null) {
    const result = yield* callCatching(
      { func, object: obj, calledScope: obj.ce, closure: null, magicName: null },
      [],
    );
    release(vm, result);
  }
  // The queue held the last count; a destructor that stored $this elsewhere has added its own.
  release(vm, obj);
}

