/** The topics of the library in order of registration: one line each, so that adding one touches one line. */
import { registerCoreClasses } from './core-classes.ts';
import { installFibers } from '../coro/fiber.ts';
import { fiberClasses } from './fiber-class.ts';
import { generatorClass } from './generator-class.ts';
import { varDumpFunctions } from './var-dump.ts';
import { classFunctions } from './class-functions.ts';
import { errorConstants, errorFunctions } from './error-functions.ts';
import { functionFunctions } from './function-functions.ts';
import { ENGINE_TOPICS } from './engine-topics.ts';
import { REFLECTION_TOPICS } from './reflection-topics.ts';
import { SPL_TOPICS } from './spl-topics.ts';
import { STANDARD_TOPICS } from './standard-topics.ts';
import { luaCoroutineClass } from './lua/coroutine-class.ts';
import { SOCKETS_TOPICS } from './sockets/topics.ts';
import { CURL_TOPICS } from './curl/topics.ts';
import { SWOOLE_TOPICS } from './swoole/topics.ts';
import { MYSQLI_TOPICS } from './mysqli/topics.ts';
import { POSIX_TOPIC } from './posix-functions.ts';
import { PDO_TOPICS } from './pdo/topics.ts';
import { ICONV_TOPICS } from './iconv/topics.ts';
import { MBSTRING_TOPICS } from './mbstring/topics.ts';
import { RANDOM_TOPICS } from './random/topics.ts';
import { TOKENIZER_TOPICS } from './tokenizer-topics.ts';
import type { Topic } from './register.ts';
import { SYSTEM_TOPICS } from './system-topics.ts';

export const TOPICS: readonly Topic[] = [
  { setUp: registerCoreClasses },
  { classes: [generatorClass] },
  { classes: fiberClasses, setUp: installFibers },
  { functions: varDumpFunctions },
  { functions: classFunctions },
  { functions: errorFunctions, constants: errorConstants },
  { functions: functionFunctions },
  ...STANDARD_TOPICS,
  ...ENGINE_TOPICS,
  ...SYSTEM_TOPICS,
  ...SPL_TOPICS,
  ...MBSTRING_TOPICS,
  ...ICONV_TOPICS,
  ...RANDOM_TOPICS,
  ...TOKENIZER_TOPICS,
  POSIX_TOPIC,
  ...PDO_TOPICS,
  ...MYSQLI_TOPICS,
  { classes: [luaCoroutineClass] },
  ...SOCKETS_TOPICS,
  ...CURL_TOPICS,
  ...SWOOLE_TOPICS,
  ...REFLECTION_TOPICS,
];
