/**
 * mysqli.
 * Source: php-src 8.2 ext/mysqli/mysqli_api.c, mysqli_nonapi.c, mysqli_prop.c
 */
import type { ClassDef } from '../../object/class-def.ts';
import type { NativeCode } from '../../object/native-code.ts';
import { PhpArray } from '../../value/php-array.ts';
import type { PhpObject } from '../../value/php-object.ts';
import { addRef, deref, type Zval } from '../../value/zval.ts';
import type { Executor } from '../../vm/executor.ts';
import { fn, type FunctionDef, type MethodDef, method, p } from '../define.ts';
import { escapeText } from '../mysql/values.ts';
import { type ConnectArguments, connectLink } from './connect.ts';
import { declarer, type Declared, propertyDefs, type VirtualProperty, virtualHandlers } from './declare.ts';
import { prepareMembers, queryMembers, runSql } from './link-query.ts';
import { errorList, globalsOf, Link, linkOf, markClosed, stateOf, wait } from './state.ts';
import { linkWarnings } from './warning-class.ts';
import { transactionMembers } from './transactions.ts';

export const CLIENT_INFO = 'mysqlnd 8.2.35';
const CLIENT_VERSION = 80235;
const PROTOCOL = 10;

const both = declarer('mysqli', 'mysql', 'mysqli_');

const connectParams = [
  p.nullable(p.string('hostname'), { default: null }),
  p.nullable(p.string('username'), { default: null }),
  p.nullable(p.string('password'), { default: null }),
  p.nullable(p.string('database'), { default: null }),
  p.nullable(p.int('port'), { default: null }),
  p.nullable(p.string('socket'), { default: null }),
] as const;

type Given = readonly [string | null, string | null, string | null, string | null, number | null, string | null];

function argumentsOf([host, user, password, database, port, socket]: Given, flags = 0): ConnectArguments {
  return { host, user, password, database, port, socket, flags };
}

const connectMethods: readonly MethodDef[] = [
  method({
    name: '__construct',
    doc: 'Connects when there are arguments.',
    params: connectParams,
    returns: null,
    link: 'class.mysqli',
    *impl(rt, self, ...given) {
      self.native = new Link();
      if (given.every((v) => v === null)) return null;
      yield* connectLink(rt, self, argumentsOf(given));
      return null;
    },
  }),
  method({
    name: 'connect',
    doc: 'Connects to a server.',
    params: connectParams,
    returns: ['bool'],
    link: 'class.mysqli',
    impl: (rt, self, ...given) => connectLink(rt, self, argumentsOf(given)),
  }),
  method({
    name: 'init',
    doc: 'An object that is not connected.',
    params: [],
    returns: null,
    link: 'class.mysqli',
    impl(_rt, self) {
      self.native = new Link();
      return null;
    },
  }),
];

const connectFunctions: readonly FunctionDef[] = [
  fn({
    name: 'mysqli_connect',
    doc: 'Connects to a server.',
    params: connectParams,
    returns: ['mysqli', 'false'],
    *impl(rt, ...given) {
      const obj = rt.newObject(rt.classOf('mysqli'));
      if (yield* connectLink(rt, obj, argumentsOf(given))) return obj;
      rt.releaseValue(obj);
      return false;
    },
  }),
  fn({
    name: 'mysqli_init',
    doc: 'An object that is not connected.',
    params: [],
    returns: ['mysqli', 'false'],
    impl(rt) {
      const obj = rt.newObject(rt.classOf('mysqli'));
      obj.native = new Link();
      return obj;
    },
  }),
];

function setOption(rt: Executor, self: PhpObject, option: number, value: Zval): boolean {
  const link = self.native instanceof Link ? self.native : stateOf(rt, self, Link);
  if (link === null) return false;
  rt.releaseValue(link.options.get(option));
  link.options.set(option, addRef(deref(value)));
  return true;
}

const connectionMembers: readonly Declared[] = [
  both({
    name: 'real_connect',
    doc: 'Connects to a server.',
    params: [...connectParams, p.int('flags', { default: 0 })],
    returns: ['bool'],
    impl: (rt, self, ...given) => {
      const [host, user, password, database, port, socket, flags] = given;
      return connectLink(rt, self, argumentsOf([host, user, password, database, port, socket], flags));
    },
  }),
  ...['options', 'set_opt'].map((name) =>
    both({
      name,
      doc: 'Sets an option for connecting.',
      params: [p.int('option'), p.untyped('value')],
      returns: ['bool'],
      impl: (rt, self, option, value) => setOption(rt, self, option, value),
    }),
  ),
  both({
    name: 'close',
    doc: 'Closes the connection.',
    params: [],
    returns: null,
    impl(rt, self) {
      const link = stateOf(rt, self, Link);
      if (link === null) return null;
      release(rt, self, link);
      link.closed = true;
      markClosed(self);
      return true;
    },
  }),
  both({
    name: 'ping',
    doc: 'Does the server answer?',
    params: [],
    returns: ['bool'],
    *impl(rt, self) {
      const link = linkOf(rt, self);
      return link !== null && (yield* wait(rt, link, link.connection.ping())) !== null;
    },
  }),
  both({
    name: 'select_db',
    doc: 'Chooses the database.',
    params: [p.string('database')],
    returns: ['bool'],
    *impl(rt, self, database) {
      const link = linkOf(rt, self);
      return link !== null && (yield* runSql(rt, link, `USE \`${database.replace(/`/g, '``')}\``));
    },
  }),
  both({
    name: 'change_user',
    doc: 'Logs in as another user.',
    params: [p.string('username'), p.string('password'), p.nullable(p.string('database'))],
    returns: ['bool'],
    *impl(rt, self, user, password, database) {
      const link = linkOf(rt, self);
      if (link === null) return false;
      return (yield* wait(rt, link, link.connection.changeUser(user, password, database ?? ''))) !== null;
    },
  }),
  both({
    name: 'kill',
    doc: 'Ends a connection of the server.',
    params: [p.int('process_id')],
    returns: ['bool'],
    *impl(rt, self, id) {
      const link = linkOf(rt, self);
      return link !== null && (yield* runSql(rt, link, `KILL ${id}`));
    },
  }),
];

const charsetMembers: readonly Declared[] = [
  both({
    name: 'set_charset',
    doc: 'Chooses the character set.',
    params: [p.string('charset')],
    returns: ['bool'],
    *impl(rt, self, charset) {
      const link = linkOf(rt, self);
      if (link === null || !(yield* runSql(rt, link, `SET NAMES ${charset.replace(/\W/g, '')}`))) return false;
      link.charset = charset;
      return true;
    },
  }),
  both({
    name: 'character_set_name',
    doc: 'The character set.',
    params: [],
    returns: ['string'],
    impl: (rt, self) => linkOf(rt, self)?.charset ?? null,
  }),
  both({
    name: 'get_charset',
    doc: 'The character set as an object.',
    params: [],
    returns: ['object', 'null'],
    impl: (rt, self) => charsetObject(rt, self),
  }),
  ...['real_escape_string', 'escape_string'].map((name) =>
    both({
      name,
      doc: 'A text as it may stand between quotes in SQL.',
      params: [p.string('string')],
      returns: ['string'],
      impl: (rt, self, text) => (linkOf(rt, self) === null ? null : escapeText(text)),
    }),
  ),
];

function* charsetObject(rt: Executor, self: PhpObject): NativeCode {
  const link = linkOf(rt, self);
  if (link === null) return null;
  const sql =
    'SELECT @@character_set_client, @@collation_connection, MAXLEN, ID FROM information_schema.COLLATIONS JOIN information_schema.CHARACTER_SETS USING (CHARACTER_SET_NAME) WHERE COLLATION_NAME = @@collation_connection';
  const results = yield* wait(rt, link, link.connection.query(sql));
  const [charset = '', collation = '', most = '0', number = '0'] = results?.[0]?.rows[0] ?? [];
  const obj = rt.newObject(rt.classOf('stdClass'));
  obj.dyn = PhpArray.fromEntries([
    ['charset', charset],
    ['collation', collation],
    ['dir', ''],
    ['min_length', 1],
    ['max_length', Number(most)],
    ['number', Number(number)],
    ['state', 1],
    ['comment', ''],
  ]);
  obj.dyn.toHash();
  return obj;
}

function serverVersion(text: string): number {
  const [major = '0', minor = '0', patch = '0'] = text.split(/[.-]/);
  return Number(major) * 10000 + Number(minor) * 100 + Number.parseInt(patch, 10);
}

const PROPERTIES: readonly VirtualProperty[] = [
  { name: 'affected_rows', types: ['string', 'int'], read: (rt, obj) => linkOf(rt, obj)?.affected ?? null },
  { name: 'client_info', types: ['string'], read: () => CLIENT_INFO },
  { name: 'client_version', types: ['int'], read: () => CLIENT_VERSION },
  { name: 'connect_errno', types: ['int'], read: (rt) => globalsOf(rt).connectError.code },
  { name: 'connect_error', types: ['string', 'null'], read: (rt) => globalsOf(rt).connectError.message || null },
  { name: 'errno', types: ['int'], read: (rt, obj) => linkOf(rt, obj)?.error.code ?? null },
  { name: 'error', types: ['string'], read: (rt, obj) => linkOf(rt, obj)?.error.message ?? null },
  {
    name: 'error_list',
    types: ['array'],
    read: (rt, obj) => {
      const link = linkOf(rt, obj);
      return link === null ? null : errorList(link.error);
    },
  },
  { name: 'field_count', types: ['int'], read: (rt, obj) => linkOf(rt, obj)?.fieldCount ?? null },
  { name: 'host_info', types: ['string'], read: (rt, obj) => linkOf(rt, obj)?.hostInfo ?? null },
  { name: 'info', types: ['string', 'null'], read: (rt, obj) => linkOf(rt, obj)?.info ?? null },
  { name: 'insert_id', types: ['string', 'int'], read: (rt, obj) => linkOf(rt, obj)?.insertId ?? null },
  { name: 'server_info', types: ['string'], read: (rt, obj) => linkOf(rt, obj)?.connection.serverVersion ?? null },
  {
    name: 'server_version',
    types: ['int'],
    read: (rt, obj) => serverVersion(linkOf(rt, obj)?.connection.serverVersion ?? ''),
  },
  { name: 'sqlstate', types: ['string'], read: (rt, obj) => linkOf(rt, obj)?.error.sqlState ?? null },
  { name: 'protocol_version', types: ['int'], read: (rt, obj) => (linkOf(rt, obj) === null ? null : PROTOCOL) },
  { name: 'thread_id', types: ['int'], read: (rt, obj) => linkOf(rt, obj)?.connection.threadId ?? null },
  { name: 'warning_count', types: ['int'], read: (rt, obj) => linkOf(rt, obj)?.warnings ?? null },
];

/** Properties that have functions of another name. */
const FUNCTION_NAMES: Readonly<Record<string, string>> = {
  host_info: 'get_host_info',
  server_info: 'get_server_info',
  server_version: 'get_server_version',
  protocol_version: 'get_proto_info',
};
const NO_FUNCTION: ReadonlySet<string> = new Set(['client_info', 'client_version', 'connect_errno', 'connect_error']);

const propertyFunctions: readonly Declared[] = PROPERTIES.filter(({ name }) => !NO_FUNCTION.has(name)).map(
  ({ name, types, read }) => {
    const functions = [`mysqli_${FUNCTION_NAMES[name] ?? name}`];
    return both({
      name: name === 'server_info' ? 'get_server_info' : null,
      functions,
      doc: `The ${name}.`,
      params: [],
      returns: types,
      impl: read,
    });
  },
);

function release(rt: Executor, self: PhpObject, link: Link): void {
  self.native = null;
  link.connection?.close();
  link.connection = null;
  for (const v of link.options.values()) rt.releaseValue(v);
  link.options.clear();
}

const declared: readonly Declared[] = [
  ...connectionMembers,
  ...queryMembers,
  ...prepareMembers,
  ...transactionMembers,
  ...charsetMembers,
  linkWarnings,
  ...propertyFunctions,
];

export const linkFunctions: readonly FunctionDef[] = [
  ...connectFunctions,
  ...declared.flatMap(({ functions }) => functions),
];

export const linkClass: ClassDef<MethodDef> = {
  name: 'mysqli',
  properties: propertyDefs(PROPERTIES),
  methods: [...connectMethods, ...declared.flatMap(({ methods }) => methods)],
  handlers: {
    ...virtualHandlers(PROPERTIES),
    freeNative: (rt, obj) => {
      if (obj.native instanceof Link) release(rt as Executor, obj, obj.native);
    },
  },
};
