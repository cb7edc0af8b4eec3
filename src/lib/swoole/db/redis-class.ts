/**
 * Swoole\Coroutine\Redis.
 * Source: swoole-src 4.8 ext-src/swoole_redis_coro.cc; wiki.swoole.com coroutine_client/redis
 */
import { ACC_NOT_SERIALIZABLE, ACC_PUBLIC } from '../../../bytecode/type-flags.ts';
import { waitFor } from '../../../coro/io-wait.ts';
import { schedulerOf } from '../../../coro/scheduler.ts';
import type { ClassDef } from '../../../object/class-def.ts';
import type { NativeCode } from '../../../object/native-code.ts';
import { toBool, toFloat, toInt, toStr } from '../../../value/convert.ts';
import { PhpArray } from '../../../value/php-array.ts';
import type { PhpObject } from '../../../value/php-object.ts';
import { deref, type Zval } from '../../../value/zval.ts';
import type { DbError, Pending, RedisReply } from '../../../vm/db-ports.ts';
import type { Executor } from '../../../vm/executor.ts';
import { answerOf } from '../../db-answer.ts';
import { databasesOf } from '../../db-host.ts';
import { type MethodDef, method, p } from '../../define.ts';
import { deferMethods } from '../client-methods.ts';
import { inCoroutine } from '../support.ts';
import { type Asked, type Expected, isError, RedisClient, shownReply, wordsOf } from './redis-client.ts';
import { REDIS_COMMANDS, type RedisCommand } from './redis-commands.ts';
import { setProp } from './mysql-client.ts';
import { denyUnset } from '../deny-unset.ts';

const LINK = 'https://wiki.swoole.com/#/coroutine_client/redis';
const DEFAULT_PORT = 6379;
/** SW_REDIS_ERR_*: what kind of error errType is. */
const ERR_IO = 1;
const ERR_OTHER = 2;
const ERR_CLOSED = 3;
const RAW: Expected = { style: 'raw', fields: [] };
const BOOL: Expected = { style: 'bool', fields: [] };

function clientOf(self: PhpObject): RedisClient {
  if (!(self.native instanceof RedisClient)) self.native = new RedisClient();
  return self.native as RedisClient;
}

function fail(rt: Executor, self: PhpObject, type: number, code: number, message: string): false {
  setProp(rt, self, 'errType', type);
  setProp(rt, self, 'errCode', code);
  setProp(rt, self, 'errMsg', message);
  if (code !== 0) schedulerOf(rt).lastError = code;
  return false;
}

function failWith(rt: Executor, self: PhpObject, error: DbError): false {
  return fail(rt, self, error.code === 0 ? ERR_OTHER : ERR_IO, error.code, error.message);
}

function clear(rt: Executor, self: PhpObject): void {
  fail(rt, self, 0, 0, '');
}

function setOptions(rt: Executor, self: PhpObject, options: PhpArray): void {
  const client = clientOf(self);
  const get = (name: string): Zval => deref(options.getStr(name));
  const seconds = (name: string, otherwise: number): number => {
    const v = get(name);
    return v === undefined ? otherwise : toFloat(rt, v);
  };
  client.connectTimeout = seconds('connect_timeout', client.connectTimeout);
  client.timeout = seconds('timeout', client.timeout);
  if (get('password') !== undefined) client.password = toStr(rt, get('password'));
  if (get('database') !== undefined) client.database = Number(toInt(rt, get('database')));
  if (get('serialize') !== undefined) client.serialize = toBool(get('serialize'));
}

function* connect(rt: Executor, self: PhpObject, host: string, port: number): NativeCode {
  const client = clientOf(self);
  client.connection?.close();
  client.connection = null;
  client.host = host;
  client.port = port;
  setProp(rt, self, 'host', host);
  setProp(rt, self, 'port', port);
  const socket = /^unix:/i.test(host) ? host.replace(/^unix:\/*/i, '/') : '';
  const pending = databasesOf(rt)?.redis({ host, port, socket, timeout: client.connectTimeout }) ?? {
    missing: 'This host has no databases',
  };
  if ('missing' in pending) return rt.throwError('Error', pending.missing);
  const answer = yield* answerOf(rt, pending, client.connectTimeout, 'Redis');
  if (answer.error !== null) return failWith(rt, self, answer.error);
  client.connection = answer.value;
  setProp(rt, self, 'connected', true);
  setProp(rt, self, 'sock', 1);
  clear(rt, self);
  if (client.password !== '' && !(yield* command(rt, self, 'AUTH', [client.password], BOOL))) return false;
  if (client.database !== 0 && !(yield* command(rt, self, 'SELECT', [String(client.database)], BOOL))) return false;
  return true;
}

/** Sends a command; its reply, or true when replies are taken later. */
function* command(
  rt: Executor,
  self: PhpObject,
  name: string,
  words: readonly string[],
  expected: Expected,
): NativeCode {
  const client = clientOf(self);
  if (client.connection === null || !client.connection.open) {
    setProp(rt, self, 'connected', false);
    return fail(rt, self, ERR_CLOSED, 0, 'connection is not available');
  }
  const pending: Pending<RedisReply> = client.connection.call(name, words);
  const shown = words.includes('WITHSCORES') ? { ...expected, fields: ['WITHSCORES'] } : expected;
  if (client.defer) {
    client.waiting.push({ pending, ...shown });
    return true;
  }
  return yield* take(rt, self, { pending, ...shown });
}

function* take(rt: Executor, self: PhpObject, asked: Asked): NativeCode {
  const client = clientOf(self);
  const answer = yield* answerOf(rt, asked.pending, client.timeout, 'Redis');
  if (answer.error !== null) {
    if (answer.error.code !== 0) {
      client.connection?.close();
      setProp(rt, self, 'connected', false);
    }
    return failWith(rt, self, answer.error);
  }
  if (isError(answer.value)) return fail(rt, self, ERR_OTHER, 0, answer.value.error);
  clear(rt, self);
  if (client.queued !== null && answer.value === 'QUEUED') {
    client.queued.push(asked);
    return true;
  }
  return shownReply(answer.value, asked, asked.fields[0] === 'WITHSCORES');
}

/** exec(): each reply is shown as that of its command. */
function* exec(rt: Executor, self: PhpObject): NativeCode {
  const client = clientOf(self);
  const queued = client.queued ?? [];
  client.queued = null;
  if (client.connection === null || !client.connection.open) {
    return fail(rt, self, ERR_CLOSED, 0, 'connection is not available');
  }
  const answer = yield* answerOf(rt, client.connection.call('EXEC', []), client.timeout, 'Redis');
  if (answer.error !== null) return failWith(rt, self, answer.error);
  if (!Array.isArray(answer.value)) return answer.value === null ? null : false;
  const replies = answer.value as readonly RedisReply[];
  return PhpArray.fromList(
    replies.map((reply, n) => shownReply(reply, queued[n] ?? RAW, queued[n]?.fields[0] === 'WITHSCORES')),
  );
}

/** The next answer of a pipeline, or the next message of a channel. */
function* recv(rt: Executor, self: PhpObject, seconds: number): NativeCode {
  const client = clientOf(self);
  const next = client.waiting.shift();
  if (next !== undefined) return yield* take(rt, self, next);
  const { connection } = client;
  if (connection === null) return fail(rt, self, ERR_CLOSED, 0, 'connection is not available');
  if (!client.subscribed) return false;
  const ready = (): boolean => connection.messages.length > 0 || !connection.open;
  const limit = seconds > 0 ? seconds : client.timeout;
  const result = yield* waitFor(rt, [connection], ready, limit > 0 ? limit : -1, 'a message of Redis');
  if (result !== 'ready') return fail(rt, self, ERR_IO, 110, 'Connection timed out');
  const message = connection.messages.shift();
  return message === undefined ? fail(rt, self, ERR_CLOSED, 0, 'connection is not available') : listOf(message);
}

function listOf(message: readonly RedisReply[]): PhpArray {
  return PhpArray.fromList(message.map((part) => (typeof part === 'string' || typeof part === 'number' ? part : null)));
}

function subscription(name: string): MethodDef {
  return method({
    name,
    doc: `Sends ${name.toUpperCase()}; recv() gives the messages.`,
    params: [p.array('channels')],
    returns: ['mixed'],
    link: LINK,
    impl: (rt, self, channels) =>
      inCoroutine(rt, function* () {
        const client = clientOf(self);
        if (client.connection === null || !client.connection.open) {
          return fail(rt, self, ERR_CLOSED, 0, 'connection is not available');
        }
        const names = wordsOf(rt, [channels], 'plain');
        const answer = yield* answerOf(rt, client.connection.call(name.toUpperCase(), names), client.timeout, 'Redis');
        if (answer.error !== null) return failWith(rt, self, answer.error);
        announce(client, name.toLowerCase(), names);
        return true;
      }),
  });
}

/** Redis confirms each channel; the package does not pass that on. */
function announce(client: RedisClient, kind: string, names: readonly string[]): void {
  client.subscribed = true;
  for (const [n, name] of names.entries()) {
    const count = kind.endsWith('unsubscribe') ? names.length - n - 1 : n + 1;
    client.connection?.messages.push([kind, name, count]);
  }
}

function commandMethod(row: RedisCommand): MethodDef {
  const [word = ''] = row.words;
  return method({
    name: row.method,
    doc: `Sends ${word}.`,
    params: [p.rest(p.mixed('args'))],
    returns: ['mixed'],
    link: LINK,
    impl: (rt, self, args) =>
      inCoroutine(rt, () => {
        const words = wordsOf(rt, args, row.args);
        const fields = row.reply === 'fields' ? words.slice(1) : [];
        return command(rt, self, word, scriptWords(word, words, args), { style: row.reply, fields });
      }),
  });
}

/** eval($script, $args, $keys): Redis wants the number of keys behind the script. */
function scriptWords(word: string, words: string[], args: readonly Zval[]): string[] {
  if (word !== 'EVAL' && word !== 'EVALSHA') return words;
  const [script = '', ...rest] = words;
  const hasCount = args.length > 2;
  return [script, hasCount ? (rest.pop() ?? '0') : '0', ...rest];
}

const stateMethods: readonly MethodDef[] = [
  method({
    name: '__construct',
    doc: 'A client that is not connected.',
    params: [p.nullable(p.array('config'), { default: null })],
    returns: null,
    link: LINK,
    impl(rt, self, config) {
      if (config === null) clientOf(self);
      else setOptions(rt, self, config);
      return null;
    },
  }),
  method({
    name: 'connect',
    doc: 'Connects to a server.',
    params: [p.string('host'), p.int('port', { default: DEFAULT_PORT }), p.bool('serialize', { default: false })],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self, host, port) => inCoroutine(rt, () => connect(rt, self, host, port)),
  }),
  method({
    name: 'setOptions',
    doc: 'Sets timeouts and other options.',
    params: [p.array('options')],
    returns: ['bool'],
    link: LINK,
    impl(rt, self, options) {
      setOptions(rt, self, options);
      return true;
    },
  }),
  method({
    name: 'getOptions',
    doc: 'The options.',
    params: [],
    returns: ['array'],
    link: LINK,
    impl(_rt, self) {
      const client = clientOf(self);
      return PhpArray.fromEntries([
        ['connect_timeout', client.connectTimeout],
        ['timeout', client.timeout],
        ['serialize', client.serialize],
        ['database', client.database],
      ]);
    },
  }),
  ...deferMethods(LINK, (_rt, self) => clientOf(self)),
  method({
    name: 'close',
    doc: 'Closes the connection.',
    params: [],
    returns: ['bool'],
    link: LINK,
    impl(rt, self) {
      const client = clientOf(self);
      if (client.connection === null) return false;
      client.connection.close();
      client.connection = null;
      setProp(rt, self, 'connected', false);
      return true;
    },
  }),
];

const flowMethods: readonly MethodDef[] = [
  method({
    name: 'recv',
    doc: 'The next reply of a pipeline, or the next message of a channel.',
    params: [p.float('timeout', { default: 0 })],
    returns: ['mixed'],
    link: LINK,
    impl: (rt, self, seconds) => inCoroutine(rt, () => recv(rt, self, seconds)),
  }),
  method({
    name: 'request',
    doc: 'Sends any command.',
    params: [p.array('params')],
    returns: ['mixed'],
    link: LINK,
    impl: (rt, self, params) =>
      inCoroutine(rt, () => {
        const [name = '', ...words] = wordsOf(rt, [params], 'plain');
        return command(rt, self, name, words, RAW);
      }),
  }),
  method({
    name: 'multi',
    doc: 'Begins a transaction.',
    params: [],
    returns: ['mixed'],
    link: LINK,
    impl: (rt, self) =>
      inCoroutine(rt, function* () {
        const result = yield* command(rt, self, 'MULTI', [], BOOL);
        if (result === true) clientOf(self).queued = [];
        return result;
      }),
  }),
  method({
    name: 'exec',
    doc: 'Runs the commands of the transaction.',
    params: [],
    returns: ['mixed'],
    link: LINK,
    impl: (rt, self) => inCoroutine(rt, () => exec(rt, self)),
  }),
  method({
    name: 'discard',
    doc: 'Forgets the commands of the transaction.',
    params: [],
    returns: ['mixed'],
    link: LINK,
    impl(rt, self) {
      clientOf(self).queued = null;
      return inCoroutine(rt, () => command(rt, self, 'DISCARD', [], BOOL));
    },
  }),
  ...['subscribe', 'pSubscribe', 'unsubscribe', 'pUnSubscribe'].map(subscription),
];

const property = (name: string, value: Zval) => ({ name, flags: ACC_PUBLIC, type: null, default: value });

export const redisClass: ClassDef<MethodDef> = {
  name: 'Swoole\\Coroutine\\Redis',
  flags: ACC_NOT_SERIALIZABLE,
  properties: [
    property('host', ''),
    property('port', 0),
    property('setting', null),
    property('sock', -1),
    property('connected', false),
    property('errType', 0),
    property('errCode', 0),
    property('errMsg', ''),
  ],
  methods: [...stateMethods, ...flowMethods, ...REDIS_COMMANDS.map(commandMethod)],
  handlers: {
    cloneable: false,
    unsetProperty: denyUnset,
    freeNative: (_rt, obj) => {
      if (obj.native instanceof RedisClient) obj.native.connection?.close();
    },
  },
};
