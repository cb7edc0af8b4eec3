/**
 * How long sockets wait, by the options socket_timeout and its relatives of Coroutine::set.
 * Source: swoole-src include/swoole_coroutine_socket.h (SW_DEFAULT_SOCKET_*_TIMEOUT), ext-src/swoole_coroutine_scheduler.cc
 */
import { schedulerOf } from '../../../coro/scheduler.ts';
import { toFloat } from '../../../value/convert.ts';
import type { PhpArray } from '../../../value/php-array.ts';
import { deref } from '../../../value/zval.ts';
import type { Executor } from '../../../vm/executor.ts';

/** Seconds; negative for ever. */
export interface SocketTimeouts {
  dns: number;
  connect: number;
  read: number;
  write: number;
}

const DEFAULT_DNS = 60;
const DEFAULT_CONNECT = 2;

/** The timeouts of a new socket. */
export function socketTimeouts(rt: Executor): SocketTimeouts {
  const { options } = schedulerOf(rt);
  const option = (name: string): number | undefined => secondsOf(rt, options, name);
  const all = option('socket_timeout');
  const connect = option('socket_connect_timeout') ?? DEFAULT_CONNECT;
  return {
    dns: option('socket_dns_timeout') ?? DEFAULT_DNS,
    connect,
    read: option('socket_read_timeout') ?? all ?? -1,
    write: option('socket_write_timeout') ?? all ?? -1,
  };
}

/** An option in seconds; undefined when it is not set. 0 means no change. */
export function secondsOf(rt: Executor, options: PhpArray | null, name: string): number | undefined {
  const v = deref(options?.getStr(name));
  if (v === undefined || v === null) return undefined;
  const seconds = toFloat(rt, v);
  return seconds === 0 ? undefined : seconds;
}
