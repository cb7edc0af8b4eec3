/** `--trace`, `--stats`, `--check-leaks`: a request with someone watching. */
import { chromeTrace } from './inspect/chrome-trace.ts';
import { Statistics } from './inspect/statistics.ts';
import { jsonSink, textSink, type TraceKind, traceTo } from './inspect/trace.ts';
import type { Executor } from './vm/executor.ts';
import { findLeaks } from './vm/leaks.ts';
import { observeWithAll, type Observer } from './vm/observe.ts';

/** What to watch for. */
export interface WatchOptions {
  /** Report values and frames that are still held after shutdown, on standard error. */
  readonly checkLeaks?: boolean;
  /** On standard error: every opline, every frame pushed and popped, or every coroutine's switches. */
  readonly trace?: TraceKind | null;
  /** The trace as JSON lines. */
  readonly traceJson?: boolean;
  /** Is given the parts of a Chrome/Perfetto trace. */
  readonly traceOut?: ((text: string) => void) | null;
  /** On standard error at the end: oplines, frames, pages, coroutines, time. */
  readonly stats?: boolean;
}

/**
 * Runs a request and reports on the host's standard error.
 * @param run the request; returns the exit status
 */
export function runWatched(
  vm: Executor,
  options: WatchOptions,
  run: () => number | Promise<number>,
): number | Promise<number> {
  const started = vm.host.nowMicros();
  const statistics = options.stats === true ? new Statistics() : null;
  const chrome = options.traceOut ? chromeTrace(options.traceOut) : null;
  const observers: Observer[] = [];
  if (options.trace) {
    const write = (bytes: string): void => vm.host.writeErr(bytes);
    const sink = options.traceJson === true ? jsonSink(write) : textSink(write);
    observers.push(traceTo(sink, new Set([options.trace]), started));
  }
  if (chrome !== null) observers.push(traceTo(chrome.sink, new Set<TraceKind>(['frames', 'coro']), started));
  if (statistics !== null) observers.push(statistics);
  if (observers.length > 0) vm.observer = observers.length === 1 ? (observers[0] ?? null) : observeWithAll(observers);
  const report = (status: number): number => {
    chrome?.finish();
    reportWatched(vm, options, statistics, started);
    return status;
  };
  const status = run();
  return typeof status === 'number' ? report(status) : status.then(report);
}

function reportWatched(vm: Executor, options: WatchOptions, statistics: Statistics | null, started: number): void {
  if (statistics !== null) vm.host.writeErr(statistics.report(vm, vm.host.nowMicros() - started));
  if (options.checkLeaks === true) {
    for (const line of findLeaks(vm)) vm.host.writeErr(`${line}\n`);
  }
}
