/**
 * The classes of Swoole's library that are written in PHP. Swoole compiles its own when a request starts; here each is
 * compiled when the program first names it.
 */
import type { ClassEntry } from '../../../object/class-entry.ts';
import type { NativeCode } from '../../../object/native-code.ts';
import { PhpArray } from '../../../value/php-array.ts';
import { bindScript } from '../../../vm/bind-script.ts';
import { enterCode } from '../../../vm/code-frame.ts';
import { CALL_TOP } from '../../../vm/execute-data.ts';
import type { Executor } from '../../../vm/executor.ts';
import { CONNECTION_POOL, OBJECT_PROXY } from './connection-pool.ts';
import { CLIENT_PROXY, COROUTINE_SERVER, SERVER_CONNECTION, SWOOLE_LIBRARY } from './coroutine-server.ts';
import { ARRAY_KEY_NOT_EXISTS, ARRAY_OBJECT, STRING_OBJECT } from './string-object.ts';
import { MYSQLI_EXCEPTION, MYSQLI_POOL, MYSQLI_PROXY, REDIS_POOL } from './mysqli-pool.ts';
import {
  LOST_CONNECTIONS,
  MYSQLI_CONFIG,
  PDO_CONFIG,
  PDO_POOL,
  PDO_PROXY,
  PDO_STATEMENT_PROXY,
  REDIS_CONFIG,
} from './pdo-pool.ts';

/** Lower-cased class, the file that backtraces name, and the source behind `<?php`. */
const SOURCES: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['swoole\\connectionpool', ['ConnectionPool.php', CONNECTION_POOL]],
  ['swoole\\objectproxy', ['ObjectProxy.php', OBJECT_PROXY]],
  ['swoole\\database\\pdoconfig', ['Database/PDOConfig.php', PDO_CONFIG]],
  ['swoole\\database\\pdopool', ['Database/PDOPool.php', PDO_POOL]],
  ['swoole\\database\\pdoproxy', ['Database/PDOProxy.php', PDO_PROXY]],
  ['swoole\\database\\pdostatementproxy', ['Database/PDOStatementProxy.php', PDO_STATEMENT_PROXY]],
  ['swoole\\database\\detectslostconnections', ['Database/DetectsLostConnections.php', LOST_CONNECTIONS]],
  ['swoole\\database\\mysqliconfig', ['Database/MysqliConfig.php', MYSQLI_CONFIG]],
  ['swoole\\database\\mysqlipool', ['Database/MysqliPool.php', MYSQLI_POOL]],
  ['swoole\\database\\mysqliproxy', ['Database/MysqliProxy.php', MYSQLI_PROXY]],
  ['swoole\\database\\mysqliexception', ['Database/MysqliException.php', MYSQLI_EXCEPTION]],
  ['swoole\\database\\redisconfig', ['Database/RedisConfig.php', REDIS_CONFIG]],
  ['swoolelibrary', ['functions.php', SWOOLE_LIBRARY]],
  ['swoole\\stringobject', ['StringObject.php', STRING_OBJECT]],
  ['swoole\\arrayobject', ['ArrayObject.php', ARRAY_OBJECT]],
  ['swoole\\exception\\arraykeynotexists', ['Exception/ArrayKeyNotExists.php', ARRAY_KEY_NOT_EXISTS]],
  ['swoole\\coroutine\\server', ['Coroutine/Server.php', COROUTINE_SERVER]],
  ['swoole\\coroutine\\server\\connection', ['Coroutine/Server/Connection.php', SERVER_CONNECTION]],
  ['swoole\\coroutine\\http\\clientproxy', ['Coroutine/Http/ClientProxy.php', CLIENT_PROXY]],
  ['swoole\\database\\redispool', ['Database/RedisPool.php', REDIS_POOL]],
]);

/** Compiles and runs a part of the library: what it declares is there afterwards. */
export function* loadSource(rt: Executor, file: string, source: string, folder = 'core'): NativeCode<void> {
  const where = folder === 'core' ? 'core/' : '';
  const { main, failure } = rt.compile.compileString(source, `@swoole/library/${where}${file}`);
  const frame = rt.currentExecuteData;
  if (main === null || frame === null) rt.fatalError(`${file}: ${failure?.message ?? 'cannot be compiled'}`);
  yield* bindScript(rt, main);
  if (rt.exception !== null) return;
  rt.releaseValue(
    yield {
      kind: 'execute',
      enter: () => enterCode(rt, main, new PhpArray(), frame, null, CALL_TOP),
      catches: false,
    },
  );
}

function* declare(rt: Executor, key: string, file: string, source: string): NativeCode<ClassEntry | null> {
  yield* loadSource(rt, file, source);
  return rt.exception === null ? (rt.classTable.get(key) ?? null) : null;
}

/** From now on the library's classes are found as if they had been there all the time. */
export function installLibrary(rt: Executor): void {
  const before = rt.autoloadHook;
  rt.autoloadHook = (key, load) => {
    const own = SOURCES.get(key);
    if (own !== undefined) return declare(rt, key, ...own);
    return before?.(key, load) ?? null;
  };
}
