/** Which plain functions suspend the running coroutine. Source: swoole-src ext-src/php_swoole_coroutine.h (enum HookType) */

const BITS: Readonly<Record<string, number>> = {
  TCP: 1,
  UDP: 2,
  UNIX: 3,
  UDG: 4,
  SSL: 5,
  TLS: 6,
  STREAM_FUNCTION: 7,
  STREAM_SELECT: 7,
  FILE: 8,
  SLEEP: 9,
  PROC: 10,
  CURL: 11,
  NATIVE_CURL: 12,
  SOCKETS: 14,
  STDIO: 15,
  PDO_PGSQL: 16,
  PDO_ODBC: 17,
  PDO_ORACLE: 18,
  PDO_SQLITE: 19,
  PDO_FIREBIRD: 20,
  NET_FUNCTION: 21,
  MONGODB: 22,
};

const CURL = 1 << 11;
const MONGODB = 1 << 22;
/** SWOOLE_HOOK_SLEEP */
export const HOOK_SLEEP: number = 1 << 9;

/** SWOOLE_HOOK_FILE */
export const HOOK_FILE: number = 1 << 8;
/** SWOOLE_HOOK_ALL */
export const HOOK_ALL: number = 0x7fffffff & ~CURL & ~MONGODB;

/** SWOOLE_HOOK_* */
export const hookConstants: Readonly<Record<string, number>> = {
  ...Object.fromEntries(Object.entries(BITS).map(([name, bit]) => [`SWOOLE_HOOK_${name}`, 1 << bit])),
  SWOOLE_HOOK_ALL: HOOK_ALL,
};
