/**
 * Running deferred calls (see deferred.ts) as frames of the dispatch loop.
 * Source: php-src Zend/zend.c (zend_call_user_error_handler part of php_error), zend_objects.c (zend_objects_destroy_object)
 */
import { IS_TMP_VAR, IS_VAR } from '../bytecode/op-array.ts';
import { OP, OPCODES } from '../bytecode/opcodes.ts';
import { callCatching, type NativeCode } from '../object/native-code.ts';
import type { PhpObject } from '../value/php-object.ts';
import type { Zval } from '../value/zval.ts';
import { release } from '../value/refcount.ts';
import type { DeferredCall } from './deferred.ts';
import type { ExecuteData } from './execute-data.ts';
import type { Executor } from './executor.ts';
import { LEAVE, RELOAD, runLater } from './flow.ts';
import { freeSlot } from './operands.ts';
import { callErrorHandler, chainException } from './errors.ts';
import { freeLoopVariable } from './foreach-state.ts';

/** Takes the queue and runs it on the current frame; then the flow goes on with `next`, as the handler said. */
export function startDeferred(vm: Executor, next: number): number {
  const ex = vm.currentExecuteData as ExecuteData;
  const resume = vm.nativePending ? { value: vm.nativeReturn } : null;
  const queue = vm.deferred;
  vm.deferred = [];
  return runLater(vm, ex, runQueue(vm, ex, queue, next, resume), 'opline');
}

/**
 * The same with an exception in flight that the frame's CATCH (its current opline) is about to see: it is set aside while
 * the queue runs. What a destructor throws replaces it and has it as its previous one.
 */
export function startDeferredAtCatch(vm: Executor): void {
  const ex = vm.currentExecuteData as ExecuteData;
  const caught = vm.exception;
  vm.exception = null;
  vm.atCatch = false;
  const queue = vm.deferred;
  vm.deferred = [];
  runLater(vm, ex, runBeforeCatch(vm, queue, caught), 'opline');
}

function* runBeforeCatch(vm: Executor, queue: readonly DeferredCall[], caught: PhpObject | null): NativeCode<number> {
  yield* runAll(vm, queue);
  if (caught !== null) chainException(vm, caught);
  vm.atCatch = true;
  vm.attention = true;
  return RELOAD;
}

function* runQueue(
  vm: Executor,
  ex: ExecuteData,
  queue: readonly DeferredCall[],
  next: number,
  resume: { value: Zval } | null,
): NativeCode<number> {
  yield* runAll(vm, queue);
  if (vm.exception !== null) {
    // The opline had done its work: its result has no consumer any more.
    if (resume !== null) release(vm, resume.value);
    else if (next >= 0 || next === LEAVE) freeResult(vm, ex);
    return next;
  }
  if (resume === null) return next;
  vm.nativeReturn = resume.value;
  vm.nativePending = true;
  return RELOAD;
}

/** Frees the result of the frame's current opline. */
function freeResult(vm: Executor, ex: ExecuteData): void {
  const op = ex.opcodes[ex.opline];
  if (op === undefined || (op.resultType & (IS_TMP_VAR | IS_VAR)) === 0) return;
  const flow = OPCODES[op.opcode]?.flow;
  if (flow !== 'next' && flow !== 'call') return;
  if (op.opcode === OP.FE_RESET_R || op.opcode === OP.FE_RESET_RW) freeLoopVariable(vm, ex, op.result);
  else freeSlot(vm, ex, op.result);
}

/** For an internal function's frame: runs the queue, then the function's result stands. */
export function* runDeferredThen(vm: Executor, result: Zval): NativeCode {
  const queue = vm.deferred;
  vm.deferred = [];
  yield* runAll(vm, queue);
  return result;
}

function* runAll(vm: Executor, queue: readonly DeferredCall[]): NativeCode<void> {
  // What an item queues itself (a freed object's own members) comes before the rest, as in PHP's depth-first order.
  const stack: DeferredCall[] = [...queue].reverse();
  // PHP's oplines stop at the first exception: what they would have warned about afterwards never comes up.
  let threw = false;
  for (;;) {
    while (vm.deferred.length > 0) stack.push(vm.deferred.pop() as DeferredCall);
    const item = stack.pop();
    if (item === undefined) break;
    if (threw && item.kind === 'errorHandler') {
      release(vm, item.callable);
      continue;
    }
    const before = vm.exception;
    if (before !== null) vm.exception = null;
    if (item.kind === 'collect') yield* vm.gc.collectIfNeeded(vm);
    else if (item.kind === 'free') item.run();
    else if (item.kind === 'native') yield* item.code();
    else if (item.kind === 'destructor') yield* runDestructor(vm, item);
    else yield* callErrorHandler(vm, item);
    if (vm.exception !== null) threw = true;
    if (before === null) continue;
    // An opline that warned before it threw would not have come to the throw.
    if (item.kind === 'errorHandler' && vm.exception !== null) release(vm, before);
    else chainException(vm, before);
  }
  if (vm.exception !== null) vm.attention = true;
}

function* runDestructor(vm: Executor, item: Extract<DeferredCall, { kind: 'destructor' }>): NativeCode<void> {
  const obj = item.object;
  const func = obj.ce.magic.destructor;
  if (vm.objects.destructorsOff) {
    release(vm, obj);
    return;
  }
  vm.globals = vm.globals.blocked(1);
  if (obj.ce.handlers.destroy !== undefined) {
    yield* obj.ce.handlers.destroy(vm, obj);
  } else if (func !== null) {
    const result = yield* callCatching({ func, object: obj, calledScope: obj.ce, closure: null, magicName: null }, []);
    release(vm, result);
  }
  vm.globals = vm.globals.blocked(-1);
  // The queue held the last count; a destructor that stored $this elsewhere has added its own.
  release(vm, obj);
}
