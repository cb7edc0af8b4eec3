/**
 * Connecting with mysqli.
 * Source: php-src 8.2 ext/mysqli/mysqli_nonapi.c (mysqli_common_connect)
 */
import type { NativeCode } from '../../object/native-code.ts';
import { toBool, toInt, toStr } from '../../value/convert.ts';
import type { PhpObject } from '../../value/php-object.ts';
import type { DbError } from '../../vm/db-ports.ts';
import type { Executor } from '../../vm/executor.ts';
import { answerOf } from '../db-answer.ts';
import { databasesOf } from '../db-host.ts';
import { blocksAll } from '../pdo/mysql-driver.ts';
import { globalsOf, Link, NO_ERROR, throwOrWarn } from './state.ts';

const OPT_CONNECT_TIMEOUT = 0;
const INIT_COMMAND = 3;
const SET_CHARSET_NAME = 7;
const OPT_INT_AND_FLOAT_NATIVE = 201;
const CLIENT_FOUND_ROWS = 2;
const DEFAULT_SOCKET = '/run/mysqld/mysqld.sock';

export interface ConnectArguments {
  readonly host: string | null;
  readonly user: string | null;
  readonly password: string | null;
  readonly database: string | null;
  readonly port: number | null;
  readonly socket: string | null;
  readonly flags: number;
}

/** Are numbers of the text protocol to be ints and floats? */
export function nativeNumbers(link: Link): boolean {
  return toBool(link.options.get(OPT_INT_AND_FLOAT_NATIVE) ?? false);
}

function refuse(rt: Executor, error: DbError): false {
  const plain = { ...error, sqlState: 'HY000' };
  globalsOf(rt).connectError = plain;
  throwOrWarn(rt, plain);
  return false;
}

/** Connects the object; false after an error. */
export function* connectLink(rt: Executor, self: PhpObject, args: ConnectArguments): NativeCode<boolean> {
  const link = self.native instanceof Link ? self.native : new Link();
  self.native = link;
  link.closed = false;
  link.connection?.close();
  link.connection = null;
  const host = (args.host ?? rt.ini.get('mysqli.default_host') ?? '').replace(/^p:/, '') || 'localhost';
  const local = host === 'localhost' && (args.port === null || args.port === 0);
  const timeout = link.options.get(OPT_CONNECT_TIMEOUT);
  const charset = link.options.get(SET_CHARSET_NAME);
  if (charset !== undefined) link.charset = toStr(rt, charset);
  const pending = databasesOf(rt)?.mysql({
    host,
    port: args.port === null || args.port === 0 ? 3306 : args.port,
    socket: args.socket !== null && args.socket !== '' ? args.socket : local ? DEFAULT_SOCKET : '',
    user: args.user ?? '',
    password: args.password ?? '',
    database: args.database ?? '',
    charset: link.charset,
    timeout: timeout === undefined ? 60 : Number(toInt(rt, timeout)),
    foundRows: (args.flags & CLIENT_FOUND_ROWS) !== 0,
    multipleStatements: true,
  }) ?? { missing: 'This host has no databases' };
  if ('missing' in pending) {
    rt.throwError('Error', pending.missing);
    return false;
  }
  const answer = yield* answerOf(rt, pending, 0, 'MySQL', blocksAll(rt));
  if (answer.error !== null) return refuse(rt, answer.error);
  globalsOf(rt).connectError = NO_ERROR;
  link.connection = answer.value;
  link.error = NO_ERROR;
  link.hostInfo = local ? 'Localhost via UNIX socket' : `${host} via TCP/IP`;
  const command = link.options.get(INIT_COMMAND);
  if (command === undefined) return true;
  const done = yield* answerOf(rt, answer.value.query(toStr(rt, command)), 0, 'MySQL', blocksAll(rt));
  return done.error === null || refuse(rt, done.error);
}
