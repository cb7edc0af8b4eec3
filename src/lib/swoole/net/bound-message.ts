/** What is said when two coroutines wait on the same side of a socket. Source: swoole-src ext-src/php_swoole.cc (fatal_error) */
import type { Coroutine } from '../../../coro/coroutine.ts';
import { BACKTRACE_IGNORE_ARGS } from '../../../vm/backtrace.ts';
import type { Executor } from '../../../vm/executor.ts';
import { printBacktrace } from '../coroutine-support.ts';

const RULE = '-'.repeat(67);

export function boundMessage(fd: number, side: 'read' | 'write', bound: number, current: number): string {
  return (
    `Socket#${fd} has already been bound to another coroutine#${bound}, ` +
    `${side === 'read' ? 'reading' : 'writing'} of the same socket in coroutine#${current} at the same time is not allowed`
  );
}

/** The backtrace of the coroutine that waits already. */
export function showBound(rt: Executor, co: Coroutine): void {
  rt.write(`\n [Coroutine-${co.cid}] Stack trace:\n ${RULE}\n`);
  printBacktrace(rt, co, BACKTRACE_IGNORE_ARGS, 0);
}
