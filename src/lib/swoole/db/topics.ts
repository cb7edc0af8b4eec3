/** Swoole's clients of databases: what the engine registers. */
import type { Topic } from '../../register.ts';
import { mysqlClass, mysqlExceptionClass } from './mysql-class.ts';
import { mysqlStatementClass } from './mysql-statement-class.ts';
import { redisClass } from './redis-class.ts';

/** To be registered behind Swoole's other classes. */
export const SWOOLE_DB_TOPIC: Topic = { classes: [mysqlExceptionClass, mysqlClass, mysqlStatementClass, redisClass] };

/** Classes with a short name under `Co\`. */
export const DB_ALIASES: readonly string[] = ['MySQL', 'MySQL\\Statement', 'MySQL\\Exception', 'Redis'];
