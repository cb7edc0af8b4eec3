/**
 * The commands of Swoole\Coroutine\Redis: what their arguments become and what their replies are to PHP.
 * Source: swoole-src 4.8 ext-src/swoole_redis_coro.cc; https://redis.io/commands
 */

/**
 * How arguments are written:
 * plain: each one a word, arrays flattened; map: arrays as key and value by turns; options: arrays of options too.
 */
export type ArgumentStyle = 'plain' | 'map' | 'scores';

/**
 * What a reply is to PHP: `raw` as it comes; `bool` 1 and OK are true; `map` pairs become keys and values; `fields` the
 * values get the names that were asked for; `scores` a map when WITHSCORES was asked for, a list otherwise; `float` a float.
 */
export type ReplyStyle = 'raw' | 'bool' | 'map' | 'fields' | 'scores' | 'float' | 'type';

export interface RedisCommand {
  readonly method: string;
  readonly words: readonly string[];
  readonly args: ArgumentStyle;
  readonly reply: ReplyStyle;
}

const RAW =
  'get append getBit getRange getSet strlen substr incr incrBy decr decrBy del unlink keys mGet hGet hDel hLen hKeys ' +
  'hVals hIncrBy hExists lPush lPushx rPush rPushx lPop rPop lLen lRange lIndex lRem lInsert blPop brPop rPopLPush ' +
  'bRPopLPush sAdd sRem sCard sMembers sInter sInterStore sUnion sUnionStore sDiff sDiffStore sPop sRandMember zRem ' +
  'zCard zCount zRank zRevRank zScore zRemRangeByScore zRemRangeByRank zRangeByLex zIncrBy ttl pttl publish time ' +
  'bitCount bitOp dbSize lastSave info object randomKey dump exists setRange setBit sort eval evalSha script ' +
  'lGetRange:LRANGE lSize:LLEN sSize:SCARD zSize:ZCARD getKeys:KEYS delete:DEL getMultiple:MGET lGet:LINDEX lRemove:LREM ' +
  'listTrim:LTRIM sGetMembers:SMEMBERS zDelete:ZREM zRemove:ZREM zDeleteRangeByScore:ZREMRANGEBYSCORE ' +
  'zRemoveRangeByScore:ZREMRANGEBYSCORE zDeleteRangeByRank:ZREMRANGEBYRANK zReverseRange:ZREVRANGE pfAdd pfCount ' +
  'role slowlog wait client config command sScan hScan zScan scan zUnionStore:ZUNIONSTORE zInterStore:ZINTERSTORE ' +
  'xAdd xLen xRange xRevRange xDel xAck xTrim xGroup hStrLen touch bzPopMin bzPopMax zPopMin zPopMax bitPos';
const BOOL =
  'set setEx psetEx setNx mSet:MSET mSetNx:MSETNX rename renameNx renameKey:RENAME expire pExpire expireAt pExpireAt ' +
  'setTimeout:EXPIRE persist move hSet hSetNx hMSet:HMSET lSet lTrim sIsMember sContains:SISMEMBER sMove auth select ' +
  'flushDB flushAll save bgSave bgRewriteAOF ping restore pfMerge unwatch watch slaveOf swapDB';
const MAPS: ReadonlySet<string> = new Set(['MSET', 'MSETNX', 'HMSET', 'XADD']);
/** Replies that are counts although they may be 0 or 1. */
const COUNTS: ReadonlySet<string> = new Set(['HSET']);

function parse(list: string, reply: ReplyStyle): RedisCommand[] {
  return list.split(' ').map((entry) => {
    const [method = '', word = method.toUpperCase()] = entry.split(':');
    return {
      method,
      words: [word],
      args: MAPS.has(word) ? 'map' : 'plain',
      reply: COUNTS.has(word) ? 'raw' : reply,
    };
  });
}

const SPECIAL: readonly RedisCommand[] = [
  { method: 'type', words: ['TYPE'], args: 'plain', reply: 'type' },
  { method: 'hGetAll', words: ['HGETALL'], args: 'plain', reply: 'map' },
  { method: 'hMGet', words: ['HMGET'], args: 'plain', reply: 'fields' },
  { method: 'incrByFloat', words: ['INCRBYFLOAT'], args: 'plain', reply: 'float' },
  { method: 'hIncrByFloat', words: ['HINCRBYFLOAT'], args: 'plain', reply: 'float' },
  { method: 'zAdd', words: ['ZADD'], args: 'plain', reply: 'raw' },
  ...['zRange', 'zRevRange'].map(
    (method): RedisCommand => ({ method, words: [method.toUpperCase()], args: 'scores', reply: 'scores' }),
  ),
  ...['zRangeByScore', 'zRevRangeByScore'].map(
    (method): RedisCommand => ({ method, words: [method.toUpperCase()], args: 'scores', reply: 'scores' }),
  ),
];

const special: ReadonlySet<string> = new Set(SPECIAL.map(({ method }) => method));

export const REDIS_COMMANDS: readonly RedisCommand[] = [
  ...SPECIAL,
  ...parse(RAW, 'raw').filter(({ method }) => !special.has(method)),
  ...parse(BOOL, 'bool'),
];

/** phpredis's numbers of the types (SW_REDIS_TYPE_*). */
export const REDIS_TYPES: Readonly<Record<string, number>> = { none: 0, string: 1, set: 2, list: 3, zset: 4, hash: 5 };
