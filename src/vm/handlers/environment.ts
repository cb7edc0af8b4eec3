/**
 * What touches the engine rather than values: silence, exit, ticks, assertions.
 * Source: php-src 8.2 Zend/zend_vm_def.h, ext/standard/basic_functions.c (run_user_tick_functions)
 */
import { E_FATAL_ERRORS } from '../../base/diagnostics.ts';
import { IS_UNUSED, type Opline } from '../../bytecode/op-array.ts';
import type { OpName } from '../../bytecode/opcodes.ts';
import { call, flush, type NativeCode } from '../../object/native-code.ts';
import { release } from '../../value/refcount.ts';
import type { Zval } from '../../value/zval.ts';
import type { ExecuteData } from '../execute-data.ts';
import type { Executor } from '../executor.ts';
import { startOplineCode } from '../flow.ts';
import { freeOp1, type Handler, readOp1, setResult } from '../operands.ts';
import { throwUnwindExit } from '../unwind-exit.ts';

/** Nothing but fatal errors is reported (E_HAS_ONLY_FATAL_ERRORS). */
function onlyFatal(mask: number): boolean {
  return (mask & ~E_FATAL_ERRORS) === 0;
}

/** result := error_reporting; only fatal errors from here on. ZEND_BEGIN_SILENCE */
export const zendBeginSilence: Handler = (vm, ex, op) => {
  setResult(ex, op, vm.errorReporting);
  if (!onlyFatal(vm.errorReporting)) vm.errorReporting &= E_FATAL_ERRORS;
  return ex.opline + 1;
};

/** error_reporting := op1, unless the silenced code changed it. ZEND_END_SILENCE */
export const zendEndSilence: Handler = (vm, ex, op) => {
  const before = ex.slots[ex.base + op.op1] as number;
  if (onlyFatal(vm.errorReporting) && !onlyFatal(before)) vm.errorReporting = before;
  return ex.opline + 1;
};

/** Ends the request; op1 is the exit status or what to print. ZEND_EXIT */
export const zendExit: Handler = (vm, ex, op) => {
  if (vm.exitHook !== null) {
    const status = op.op1Type === IS_UNUSED ? null : readOp1(vm, ex, op);
    if (vm.exitHook(status ?? null)) {
      if (op.op1Type !== IS_UNUSED) freeOp1(vm, ex, op);
      return ex.opline;
    }
  }
  if (op.op1Type === IS_UNUSED) {
    if (vm.exception === null) throwUnwindExit(vm);
    return ex.opline;
  }
  const v = readOp1(vm, ex, op);
  if (typeof v === 'number') {
    vm.exitStatus = v & 0xff;
    if (vm.exception === null) throwUnwindExit(vm);
    return ex.opline;
  }
  return startOplineCode(vm, ex, exitSlow(vm, ex, op, v));
};

function* exitSlow(vm: Executor, ex: ExecuteData, op: Opline, v: Zval): NativeCode<number> {
  try {
    const text = yield* vm.toStringOf(v);
    if (vm.deferred.length > 0) yield* flush();
    if (text !== null && vm.exception === null) {
      vm.write(text);
      yield* vm.output.overflow();
    }
  } finally {
    freeOp1(vm, ex, op);
  }
  if (vm.exception === null) throwUnwindExit(vm);
  return ex.opline;
}

/** Runs the tick functions every `extendedValue` statements. ZEND_TICKS */
export const zendTicks: Handler = (vm, ex, op) => {
  if (++vm.ticksCount < op.extendedValue) return ex.opline + 1;
  vm.ticksCount = 0;
  if (vm.tickFunctions.length === 0) return ex.opline + 1;
  return startOplineCode(vm, ex, withoutSwitches(vm, runTickFunctions(vm, ex)));
};

/** No fiber may be switched to while `code` runs (zend_fiber_switch_block). */
function* withoutSwitches<T>(vm: Executor, code: NativeCode<T>): NativeCode<T> {
  vm.globals = vm.globals.blocked(1);
  try {
    return yield* code;
  } finally {
    vm.globals = vm.globals.blocked(-1);
  }
}

/** run_user_tick_functions: a function that is running already is not entered again. */
function* runTickFunctions(vm: Executor, ex: ExecuteData): NativeCode<number> {
  const running = vm.moduleState('ticks running', () => new Set<object>());
  for (const item of [...vm.tickFunctions]) {
    if (running.has(item)) continue;
    const callable = vm.resolveCallable(item.callable);
    if (callable === null) continue;
    running.add(item);
    try {
      release(vm, yield* call(callable, item.args));
    } finally {
      running.delete(item);
    }
  }
  return ex.opline + 1;
}

/** if assertions are off: result := true, goto op2. ZEND_ASSERT_CHECK */
export const zendAssertCheck: Handler = (vm, ex, op) => {
  if (vm.ini.number('zend.assertions') > 0) return ex.opline + 1;
  if (op.resultType !== IS_UNUSED) setResult(ex, op, true);
  return op.op2;
};

export const environmentHandlers: Partial<Record<OpName, Handler>> = {
  BEGIN_SILENCE: zendBeginSilence,
  END_SILENCE: zendEndSilence,
  EXIT: zendExit,
  TICKS: zendTicks,
  ASSERT_CHECK: zendAssertCheck,
};
