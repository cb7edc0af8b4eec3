/**
 * Swoole\Coroutine\MySQL.
 * Source: swoole-src 4.8 ext-src/swoole_mysql_coro.cc; wiki.swoole.com coroutine_client/mysql
 */
import { ACC_NOT_SERIALIZABLE, ACC_PUBLIC } from '../../../bytecode/type-flags.ts';
import type { ClassDef } from '../../../object/class-def.ts';
import type { NativeCode } from '../../../object/native-code.ts';
import { toBool, toFloat, toInt, toStr } from '../../../value/convert.ts';
import { PhpArray } from '../../../value/php-array.ts';
import type { PhpObject } from '../../../value/php-object.ts';
import { deref, type Zval } from '../../../value/zval.ts';
import type { MysqlOptions, MysqlResult, MysqlStatement, Pending } from '../../../vm/db-ports.ts';
import { createException } from '../../../vm/exceptions.ts';
import type { Executor } from '../../../vm/executor.ts';
import { answerOf } from '../../db-answer.ts';
import { databasesOf } from '../../db-host.ts';
import { type MethodDef, method, p } from '../../define.ts';
import { deferMethods } from '../client-methods.ts';
import { escapeText } from '../../mysql/values.ts';
import { inCoroutine } from '../support.ts';
import {
  clear,
  errorText,
  fail,
  GONE,
  MysqlClient,
  nextResult,
  present,
  setProp,
  takeAll,
  takeOne,
  waitResults,
} from './mysql-client.ts';
import { statementObject } from './mysql-statement-class.ts';
import { denyUnset } from '../deny-unset.ts';

const LINK = 'https://wiki.swoole.com/#/coroutine_client/mysql';
const DEFAULT_PORT = 3306;
const EACCES = 13;
const REQUIRED: readonly string[] = ['host', 'user', 'password', 'database'];

function clientOf(self: PhpObject): MysqlClient {
  if (!(self.native instanceof MysqlClient)) self.native = new MysqlClient();
  return self.native as MysqlClient;
}

function throwMysql(rt: Executor, message: string, code: number): null {
  rt.throwObject(createException(rt, rt.classOf('Swoole\\Coroutine\\MySQL\\Exception'), message, code));
  return null;
}

/** The settings as options; null after an exception. */
function optionsOf(rt: Executor, config: PhpArray): MysqlOptions | null {
  const get = (name: string): Zval => deref(config.getStr(name));
  const text = (name: string): string => toStr(rt, get(name) ?? '');
  for (const name of REQUIRED) {
    if (get(name) === undefined) return throwMysql(rt, `Parameter [${name}] is required`, 11);
  }
  const host = text('host');
  const port = get('port');
  return {
    host: host.replace(/^unix:\/*/i, '/'),
    port: port === undefined ? DEFAULT_PORT : Number(toInt(rt, port)),
    socket: /^unix:/i.test(host) ? host.replace(/^unix:\/*/i, '/') : '',
    user: text('user'),
    password: text('password'),
    database: text('database'),
    charset: text('charset') === '' ? 'utf8mb4' : text('charset'),
    timeout: toFloat(rt, get('timeout') ?? 0),
    foundRows: false,
    multipleStatements: true,
  };
}

function* connect(rt: Executor, self: PhpObject, config: PhpArray): NativeCode {
  const client = clientOf(self);
  if (client.connection?.open === true) return true;
  const options = optionsOf(rt, config);
  if (options === null) return false;
  client.strict = toBool(deref(config.getStr('strict_type')) ?? false);
  client.fetchMode = toBool(deref(config.getStr('fetch_mode')) ?? false);
  const kept = config.dup();
  kept.update(rt, 'port', options.port);
  setProp(rt, self, 'serverInfo', kept);
  const pending = databasesOf(rt)?.mysql(options) ?? { missing: 'This host has no databases' };
  if ('missing' in pending) return rt.throwError('Error', pending.missing);
  const answer = yield* answerOf(rt, pending, options.timeout, 'MySQL');
  if (answer.error !== null) {
    const error = answer.error.code === 110 ? { ...answer.error, code: 2002 } : answer.error;
    setProp(rt, self, 'connect_errno', error.code);
    setProp(rt, self, 'connect_error', errorText(error));
    return fail(rt, self, error);
  }
  client.connection = answer.value;
  setProp(rt, self, 'connected', true);
  setProp(rt, self, 'sock', answer.value.threadId);
  setProp(rt, self, 'connect_errno', 0);
  setProp(rt, self, 'connect_error', '');
  clear(rt, self);
  return true;
}

function* query(rt: Executor, self: PhpObject, sql: string, seconds: number): NativeCode {
  const client = clientOf(self);
  if (client.connection === null || !client.connection.open) return lost(rt, self);
  if (client.waiting !== null) return busy(rt);
  const pending = client.connection.query(sql);
  if (client.defer) {
    client.waiting = { pending, kind: 'results', seconds };
    return true;
  }
  return yield* finish(rt, self, client, { pending, kind: 'results', seconds });
}

/** The connection does not stand (any more). */
function lost(rt: Executor, self: PhpObject): false {
  setProp(rt, self, 'connected', false);
  return fail(rt, self, GONE);
}

function busy(rt: Executor): null {
  const text =
    'MySQL client is busy on executing, please use `recv` or `fetchAll` or `nextResult` to get all data first';
  return throwMysql(rt, text, 16);
}

function* finish(
  rt: Executor,
  self: PhpObject,
  client: MysqlClient,
  asked: NonNullable<MysqlClient['waiting']>,
): NativeCode {
  client.waiting = null;
  if (asked.kind === 'statement') {
    const answer = yield* answerOf(rt, asked.pending as Pending<MysqlStatement>, asked.seconds, 'MySQL');
    if (answer.error !== null) return fail(rt, self, answer.error);
    clear(rt, self);
    return statementObject(rt, self, client, answer.value);
  }
  const results = yield* waitResults(rt, self, client, asked.pending as Pending<readonly MysqlResult[]>, asked.seconds);
  if (results === null) {
    if (client.connection?.open !== true) setProp(rt, self, 'connected', false);
    return false;
  }
  clear(rt, self);
  client.rows.results = [...results];
  client.rows.at = 0;
  return present(rt, self, client.rows, client.fetchMode, client.strict);
}

function* prepare(rt: Executor, self: PhpObject, sql: string, seconds: number): NativeCode {
  const client = clientOf(self);
  if (client.connection === null || !client.connection.open) return lost(rt, self);
  if (client.waiting !== null) return busy(rt);
  const asked = { pending: client.connection.prepare(sql), kind: 'statement', seconds } as const;
  if (!client.defer) return yield* finish(rt, self, client, asked);
  client.waiting = asked;
  return true;
}

function transaction(name: string, sql: string): MethodDef {
  return method({
    name,
    doc: `Sends ${sql}.`,
    params: [p.float('timeout', { default: 0 })],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self, seconds) =>
      inCoroutine(rt, () => {
        if (!clientOf(self).defer) return query(rt, self, sql, seconds);
        const text = 'You should not query transaction when defer is on, if you want, please use `query` instead';
        return answerNull(throwMysql(rt, text, EACCES));
      }),
  });
}

function* answerNull(value: null): NativeCode {
  return value;
}

function close(rt: Executor, self: PhpObject): boolean {
  const client = clientOf(self);
  if (client.connection === null) return false;
  client.connection.close();
  client.connection = null;
  client.waiting = null;
  setProp(rt, self, 'connected', false);
  setProp(rt, self, 'sock', -1);
  return true;
}

const timeout = p.float('timeout', { default: 0 });

const connectionMethods: readonly MethodDef[] = [
  method({
    name: '__construct',
    doc: 'A client that is not connected.',
    params: [],
    returns: null,
    link: LINK,
    impl(_rt, self) {
      clientOf(self);
      return null;
    },
  }),
  ...deferMethods(LINK, (_rt, self) => clientOf(self)),
  method({
    name: 'connect',
    doc: 'Connects to a server.',
    params: [p.nullable(p.array('server_config'), { default: null })],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self, config) => inCoroutine(rt, () => connect(rt, self, config ?? new PhpArray())),
  }),
  method({
    name: 'close',
    doc: 'Closes the connection.',
    params: [],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self) => close(rt, self),
  }),
  method({
    name: 'escape',
    doc: 'A text as it may stand between quotes in SQL.',
    params: [p.string('string'), p.int('flags', { default: 0 })],
    returns: ['string', 'false'],
    link: LINK,
    impl: (_rt, _self, text) => escapeText(text),
  }),
];

const queryMethods: readonly MethodDef[] = [
  method({
    name: 'query',
    doc: 'Sends SQL and waits for its rows.',
    params: [p.string('sql'), timeout],
    returns: ['mixed'],
    link: LINK,
    impl: (rt, self, sql, seconds) => inCoroutine(rt, () => query(rt, self, sql, seconds)),
  }),
  method({
    name: 'prepare',
    doc: 'Prepares a statement.',
    params: [p.string('query'), timeout],
    returns: ['mixed'],
    link: LINK,
    impl: (rt, self, sql, seconds) => inCoroutine(rt, () => prepare(rt, self, sql, seconds)),
  }),
  method({
    name: 'recv',
    doc: 'Waits for the answer to what was deferred.',
    params: [timeout],
    returns: ['mixed'],
    link: LINK,
    impl: (rt, self, seconds) =>
      inCoroutine(rt, function* () {
        const client = clientOf(self);
        if (client.connection === null || !client.connection.open) return lost(rt, self);
        if (client.waiting === null) return false;
        const asked = client.waiting;
        return yield* finish(rt, self, client, seconds > 0 ? { ...asked, seconds } : asked);
      }),
  }),
  method({
    name: 'fetch',
    doc: 'The next row (fetch_mode).',
    params: [timeout],
    returns: ['array', 'false', 'null'],
    link: LINK,
    impl: (_rt, self) => takeOne(clientOf(self).rows, clientOf(self).strict),
  }),
  method({
    name: 'fetchAll',
    doc: 'All rows that are left (fetch_mode).',
    params: [timeout],
    returns: ['array', 'false', 'null'],
    link: LINK,
    impl: (_rt, self) => takeAll(clientOf(self).rows, clientOf(self).strict),
  }),
  method({
    name: 'nextResult',
    doc: 'Goes on to the result of the next statement.',
    params: [timeout],
    returns: ['mixed'],
    link: LINK,
    impl(rt, self) {
      const client = clientOf(self);
      return nextResult(rt, self, client.rows, client.fetchMode, client.strict);
    },
  }),
  transaction('begin', 'BEGIN'),
  transaction('commit', 'COMMIT'),
  transaction('rollback', 'ROLLBACK'),
];

const property = (name: string, value: Zval) => ({ name, flags: ACC_PUBLIC, type: null, default: value });

export const mysqlClass: ClassDef<MethodDef> = {
  name: 'Swoole\\Coroutine\\MySQL',
  flags: ACC_NOT_SERIALIZABLE,
  properties: [
    property('serverInfo', null),
    property('sock', -1),
    property('connected', false),
    property('connect_errno', 0),
    property('connect_error', ''),
    property('affected_rows', 0),
    property('insert_id', 0),
    property('error', ''),
    property('errno', 0),
  ],
  methods: [...connectionMethods, ...queryMethods],
  handlers: {
    cloneable: false,
    unsetProperty: denyUnset,
    freeNative: (_rt, obj) => {
      if (obj.native instanceof MysqlClient) obj.native.connection?.close();
    },
  },
};

export const mysqlExceptionClass: ClassDef<MethodDef> = {
  name: 'Swoole\\Coroutine\\MySQL\\Exception',
  parent: 'Swoole\\Exception',
};
