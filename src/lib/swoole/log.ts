/**
 * Swoole's log: lines on standard output, past the output buffers.
 * Source: swoole-src src/core/log.cc (Logger::put), src/coroutine/channel.cc (log_discarded)
 */
import type { Channel } from '../../coro/channel.ts';
import { schedulerOf } from '../../coro/scheduler.ts';
import type { Executor } from '../../vm/executor.ts';
import { settingsOf } from './options.ts';

/** SW_LOG_INFO, SW_LOG_WARNING */
const INFO = 2;
const WARNING = 4;
/** SW_ERROR_CO_HAS_BEEN_DISCARDED */
const DISCARDED = 10003;
const MICROS_PER_MS = 1000;

function pad(n: number): string {
  return String(n).padStart(2, '0');
}

function timestamp(rt: Executor): string {
  const d = new Date(rt.host.nowMicros() / MICROS_PER_MS);
  const day = `${d.getFullYear()}-${pad(d.getMonth() + 1)}-${pad(d.getDate())}`;
  return `${day} ${pad(d.getHours())}:${pad(d.getMinutes())}:${pad(d.getSeconds())}`;
}

/** A line in the log. @param mark what kind of process it is: # master, $ manager, * worker, ^ task worker, @ another */
function put(rt: Executor, level: number, name: string, mark: string, message: string): void {
  if (level < settingsOf(rt).logLevel) return;
  const line = `[${timestamp(rt)} ${mark}${rt.host.pid()}.0]\t${name}\t${message}\n`;
  const { logFile } = settingsOf(rt);
  if (logFile === null || !rt.host.writeFile(logFile, line, true)) rt.host.writeOut(line);
}

export function logWarning(rt: Executor, message: string, mark = '@'): void {
  put(rt, WARNING, 'WARNING', mark, message);
}

/** The same with the number of an error, which the program may ask for. @param where the function of Swoole's */
export function logError(rt: Executor, error: number, where: string, message: string, mark = '@'): void {
  schedulerOf(rt).lastError = error;
  if (!settingsOf(rt).ignored.has(error)) logWarning(rt, `${where} (ERRNO ${error}): ${message}`, mark);
}

export function logInfo(rt: Executor, message: string, mark = '@'): void {
  put(rt, INFO, 'INFO', mark, message);
}

/** The line about a channel that goes away although coroutines wait at it. */
export function logDiscarded(rt: Executor, channel: Channel): void {
  for (const [who, count] of [
    ['producers', channel.producers.length],
    ['consumers', channel.consumers.length],
  ] as const) {
    if (count === 0) continue;
    schedulerOf(rt).lastError = DISCARDED;
    const what = `channel is destroyed, ${count} ${who} will be discarded`;
    logWarning(rt, `Channel::~Channel() (ERRNO ${DISCARDED}): ${what}`);
  }
}
