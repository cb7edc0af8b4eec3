import { traceToString } from '../object/throwable.ts';
import type { PhpArray } from '../value/php-array.ts';
import type { Executor } from '../vm/executor.ts';

/** debug_print_backtrace's text: the trace as exceptions show it, without the `{main}` line. */
export function backtraceText(rt: Executor, trace: PhpArray): string {
  const text = traceToString(rt, trace);
  return text.slice(0, text.lastIndexOf('\n') + 1);
}
