/** The topics of the library in order of registration: one line each, so that adding one touches one line. */
import { installFibers } from '../coro/fiber.ts';
import { BASIC_TOPICS } from './basic-topics.ts';
import { registerCoreClasses } from './core-classes.ts';
import { CURL_TOPICS } from './curl/topics.ts';
import { ENGINE_TOPICS } from './engine-topics.ts';
import { ICONV_TOPICS } from './iconv/topics.ts';
import { LUA_TOPICS } from './lua/topics.ts';
import { MBSTRING_TOPICS } from './mbstring/topics.ts';
import { MYSQLI_TOPICS } from './mysqli/topics.ts';
import { PDO_TOPICS } from './pdo/topics.ts';
import { POSIX_TOPICS } from './posix-functions.ts';
import { RANDOM_TOPICS } from './random/topics.ts';
import { REFLECTION_TOPICS } from './reflection-topics.ts';
import type { AnyTopic } from './register.ts';
import { SOCKETS_TOPICS } from './sockets/topics.ts';
import { SPL_TOPICS } from './spl-topics.ts';
import { STANDARD_TOPICS } from './standard-topics.ts';
import { setUpStandardStreams } from './standard-streams.ts';
import { installDormantSwoole } from './swoole/dormant.ts';
import { SWOOLE_TOPICS } from './swoole/topics.ts';
import { SYSTEM_TOPICS } from './system-topics.ts';
import { TOKENIZER_TOPICS } from './tokenizer-topics.ts';

export const TOPICS: readonly AnyTopic[] = [
  { setUp: registerCoreClasses },
  { setUp: installFibers },
  ...BASIC_TOPICS,
  ...STANDARD_TOPICS,
  ...ENGINE_TOPICS,
  { setUp: setUpStandardStreams },
  ...SYSTEM_TOPICS,
  ...SPL_TOPICS,
  ...MBSTRING_TOPICS,
  ...ICONV_TOPICS,
  ...RANDOM_TOPICS,
  ...TOKENIZER_TOPICS,
  ...POSIX_TOPICS,
  ...PDO_TOPICS,
  ...MYSQLI_TOPICS,
  ...LUA_TOPICS,
  ...SOCKETS_TOPICS,
  ...CURL_TOPICS,
  ...SWOOLE_TOPICS,
  { setUp: installDormantSwoole },
  ...REFLECTION_TOPICS,
];
