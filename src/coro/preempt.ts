/**
 * Preemption: a coroutine that has run for 10 ms waits for the next round of the event loop, wherever it is. On a clock that
 * stands still (--virtual-time) its jumps and calls are counted instead, so that the output is the same every run.
 * Source: swoole-src ext-src/swoole_coroutine.cc (coro_interrupt_function), include/swoole_coroutine.h (MAX_EXEC_MSEC)
 */
import type { NativeCode } from '../object/native-code.ts';
import { startOplineCode } from '../vm/flow.ts';
import type { Scheduler } from './scheduler.ts';

/** How long a coroutine may run. */
const MAX_RUN_MICROS = 10_000;
/** The same in looks of the scheduler (500 jumps or calls each). */
const MAX_LOOKS = 20;

/** From now on the dispatch loop asks now and then. */
export function startPreempting(scheduler: Scheduler): void {
  scheduler.preemptive = true;
  scheduler.vm.interrupt = () => preempt(scheduler);
  scheduler.vm.reenter = true;
}

/** Between two oplines. */
function preempt(scheduler: Scheduler): void {
  const { vm } = scheduler;
  const co = scheduler.current;
  const ex = vm.currentExecuteData;
  if (co === null || !co.preemptible || ex === null || ex.func.type !== 2) return;
  if (vm.nativePending || vm.exception !== null || vm.deferred.length > 0) return;
  const ran = vm.host.nowMicros() - co.resumed;
  if (ran === 0 ? ++co.looks < MAX_LOOKS : ran < MAX_RUN_MICROS) return;
  startOplineCode(vm, ex, stepAside(scheduler, ex.opline));
}

function* stepAside(scheduler: Scheduler, opline: number): NativeCode<number> {
  yield* scheduler.pass('its next turn');
  return opline;
}
