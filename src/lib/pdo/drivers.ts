/** PDO's drivers by the prefix of their data source names. */
import type { NativeCode } from '../../object/native-code.ts';
import type { PhpArray } from '../../value/php-array.ts';
import type { Executor } from '../../vm/executor.ts';
import type { OpenedDriver } from './driver.ts';
import { pdoError } from './errors.ts';
import { openMysql } from './mysql-driver.ts';
import { openSqlite } from './sqlite-driver.ts';

/** Opens a data source; `name` is what follows the prefix. */
type OpenDriver = (
  rt: Executor,
  name: string,
  user: string | null,
  password: string | null,
  options: PhpArray | null,
) => NativeCode<OpenedDriver>;

function* sqlite(
  rt: Executor,
  name: string,
  _user: string | null,
  _password: string | null,
  options: PhpArray | null,
): NativeCode<OpenedDriver> {
  const port = rt.host.sqlite?.() ?? { missing: 'This host has no databases' };
  if ('missing' in port) return pdoError(rt, port.missing);
  return openSqlite(rt, port, name, options);
}

export const DRIVERS: Readonly<Record<string, OpenDriver>> = { mysql: openMysql, sqlite };
