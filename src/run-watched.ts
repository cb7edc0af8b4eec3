/** `--trace`, `--stats`, `--check-leaks`: a request with someone watching. */
import type { Executor } from './vm/executor.ts';
import { findLeaks } from './vm/leaks.ts';
import type { Observer } from './vm/observe.ts';
import { observeWithAll, Statistics, traceFrames, traceOps } from './vm/observers.ts';

/** What to watch for. */
export interface WatchOptions {
  /** Report values and frames that are still held after shutdown, on standard error. */
  readonly checkLeaks?: boolean;
  /** On standard error: every opline, or every frame pushed and popped. */
  readonly trace?: 'ops' | 'frames' | null;
  /** On standard error at the end: oplines, frames, pages, time. */
  readonly stats?: boolean;
}

/**
 * Runs a request and reports on the host's standard error.
 * @param run the request; returns the exit status
 */
export function runWatched(vm: Executor, options: WatchOptions, run: () => number): number {
  const statistics = options.stats === true ? new Statistics() : null;
  const observers: Observer[] = [];
  if (options.trace === 'ops') observers.push(traceOps());
  if (options.trace === 'frames') observers.push(traceFrames());
  if (statistics !== null) observers.push(statistics);
  if (observers.length > 0) vm.observer = observeWithAll(observers);
  const started = vm.host.nowMicros();
  const status = run();
  if (statistics !== null) vm.host.writeErr(statistics.report(vm.host.nowMicros() - started));
  if (options.checkLeaks === true) {
    for (const line of findLeaks(vm)) vm.host.writeErr(`${line}\n`);
  }
  return status;
}
