/**
 * Commands and replies of Swoole\Coroutine\Redis as PHP values.
 * Source: swoole-src 4.8 ext-src/swoole_redis_coro.cc (swoole_redis_coro_parse_result)
 */
import { normalizeKey } from '../../../value/array-key.ts';
import { strToFloat, toBool, toStr } from '../../../value/convert.ts';
import { PhpArray } from '../../../value/php-array.ts';
import { deref, PhpFloat, type Zval } from '../../../value/zval.ts';
import type { Pending, RedisConnection, RedisReply } from '../../../vm/db-ports.ts';
import type { Executor } from '../../../vm/executor.ts';
import { type ArgumentStyle, REDIS_TYPES, type ReplyStyle } from './redis-commands.ts';

/** How a reply is to be shown. */
export interface Expected {
  readonly style: ReplyStyle;
  /** What HMGET asked for. */
  readonly fields: readonly string[];
}

export interface Asked extends Expected {
  readonly pending: Pending<RedisReply>;
}

export class RedisClient {
  connection: RedisConnection | null = null;
  defer = false;
  /** Answers that have been asked for and not been taken: a pipeline. */
  readonly waiting: Asked[] = [];
  /** Commands between multi() and exec(): their replies come later. */
  queued: Expected[] | null = null;
  subscribed = false;
  host = '';
  port = 0;
  password = '';
  database = 0;
  connectTimeout = 0;
  timeout = 0;
  serialize = false;
}

/** The words of a command's arguments. */
export function wordsOf(rt: Executor, args: readonly Zval[], style: ArgumentStyle): string[] {
  const words: string[] = [];
  for (const [n, arg] of args.entries()) {
    const v = deref(arg);
    if (v instanceof PhpArray) addArray(rt, words, v, style);
    else if (style === 'scores' && n === 3) {
      if (toBool(v)) words.push('WITHSCORES');
    } else words.push(toStr(rt, v ?? ''));
  }
  return words;
}

function addArray(rt: Executor, words: string[], list: PhpArray, style: ArgumentStyle): void {
  for (const [key, value] of list.entries()) {
    const v = deref(value);
    if (style === 'map' || (typeof key === 'string' && style === 'plain')) words.push(String(key), toStr(rt, v));
    else if (style === 'scores') addOption(rt, words, key, v);
    else if (v instanceof PhpArray) addArray(rt, words, v, 'plain');
    else words.push(toStr(rt, v));
  }
}

/** `['withscores' => true, 'limit' => [offset, count]]` */
function addOption(rt: Executor, words: string[], key: string | number | bigint, v: Zval): void {
  if (typeof key !== 'string') words.push(toStr(rt, v));
  else if (v instanceof PhpArray) {
    words.push(key.toUpperCase());
    for (const one of v.valueList()) words.push(toStr(rt, deref(one)));
  } else if (toBool(v)) words.push(key.toUpperCase());
}

export function isError(reply: RedisReply): reply is { readonly error: string } {
  return typeof reply === 'object' && reply !== null && 'error' in reply;
}

/** A reply as it is, inside of others: errors are false. */
function plain(reply: RedisReply): Zval {
  if (reply === 'OK') return true;
  if (isError(reply)) return false;
  if (typeof reply === 'object' && reply !== null) return PhpArray.fromList(reply.map(plainText));
  return reply;
}

function plainText(reply: RedisReply): Zval {
  return typeof reply === 'string' ? reply : plain(reply);
}

function pairs(list: readonly RedisReply[], value: (reply: RedisReply) => Zval): PhpArray {
  const out = new PhpArray();
  for (let n = 0; n + 1 < list.length; n += 2) out.set(normalizeKey(String(list[n])), value(list[n + 1] ?? null));
  return out;
}

/** A reply as its command shows it; owned. */
export function shownReply(reply: RedisReply, expected: Expected, withScores: boolean): Zval {
  if (isError(reply)) return false;
  const { style } = expected;
  const list = Array.isArray(reply) ? (reply as readonly RedisReply[]) : null;
  if (style === 'bool') return reply === 1 || reply === 'OK' || reply === 'PONG' || typeof reply === 'string';
  if (style === 'type') return REDIS_TYPES[String(reply)] ?? 0;
  if (style === 'float') return typeof reply === 'string' ? new PhpFloat(strToFloat(reply)) : plain(reply);
  if (list === null) return style === 'raw' && typeof reply === 'string' && reply !== 'OK' ? reply : plain(reply);
  if (style === 'map') return pairs(list, plainText);
  if (style === 'scores' && withScores) return pairs(list, (score) => new PhpFloat(strToFloat(String(score))));
  if (style === 'fields') {
    return PhpArray.fromEntries(expected.fields.map((name, n) => [normalizeKey(name), plainText(list[n] ?? null)]));
  }
  return PhpArray.fromList(list.map(plainText));
}
