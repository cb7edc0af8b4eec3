/**
 * The report about coroutines that nothing can wake any more: Swoole's, and what each of them waits for.
 * Source: swoole/library Coroutine\deadlock_check (its text); swoole-src ext-src/swoole_coroutine.cc (deadlock_check)
 */
import type { Birthplace, Coroutine } from '../../coro/coroutine.ts';
import { schedulerOf } from '../../coro/scheduler.ts';
import type { NativeCode } from '../../object/native-code.ts';
import { deref, type Zval } from '../../value/zval.ts';
import { BACKTRACE_IGNORE_ARGS } from '../../vm/backtrace.ts';
import type { Executor } from '../../vm/executor.ts';
import { printBacktrace } from './coroutine-support.ts';

/** Coroutines and frames that are shown unless options say otherwise. */
const LIMIT = 32;
const RULE_WIDTH = 64;
const MS_PER_SECOND = 1000;

function option(rt: Executor, name: string): Zval {
  const { options } = schedulerOf(rt);
  return options === null ? undefined : deref(options.getStr(name));
}

/** Prints the report on standard output. */
export function* deadlockReport(rt: Executor): NativeCode<void> {
  const scheduler = schedulerOf(rt);
  const count = scheduler.all.size;
  const width = RULE_WIDTH + String(count).length;
  const thick = '='.repeat(width);
  rt.write(`\n ${thick}\n  [FATAL ERROR]: all coroutines (count: ${count}) are asleep - deadlock!\n ${thick}\n`);
  if (!option(rt, 'deadlock_check_disable_trace')) {
    const limit = Number(option(rt, 'deadlock_check_limit') ?? 0) || LIMIT;
    const depth = Number(option(rt, 'deadlock_check_depth') ?? 0) || LIMIT;
    for (const co of [...scheduler.all.values()].reverse().slice(0, limit)) showOne(rt, co, depth, '-'.repeat(width));
  }
  rt.write(`\n ${thick}\n`);
  yield* rt.output.overflow();
}

function showOne(rt: Executor, co: Coroutine, depth: number, rule: string): void {
  rt.write(`\n  [Coroutine-${co.cid}]\n ${rule}\n`);
  printBacktrace(rt, co, BACKTRACE_IGNORE_ARGS, depth);
  const waited = ((schedulerOf(rt).now() - co.since) / MS_PER_SECOND).toFixed(3);
  const created = co.birthplace === null ? '' : `, created ${placeOf(co.birthplace)}`;
  rt.write(`  (waits for ${co.waitsFor || 'nothing'} since ${waited} s${created})\n`);
}

/** File and line of an opline. */
function placeOf({ opArray, opline }: Birthplace): string {
  return `at ${opArray.fileName}:${opArray.opcodes[opline]?.lineno ?? 0}`;
}
