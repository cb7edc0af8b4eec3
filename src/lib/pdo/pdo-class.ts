/**
 * PDO.
 * Source: php-src 8.2 ext/pdo/pdo_dbh.c, pdo_dbh.stub.php
 */
import { ACC_NOT_SERIALIZABLE } from '../../bytecode/type-flags.ts';
import type { ClassDef } from '../../object/class-def.ts';
import type { NativeCode } from '../../object/native-code.ts';
import { toBool } from '../../value/convert.ts';
import { PhpArray } from '../../value/php-array.ts';
import type { PhpObject } from '../../value/php-object.ts';
import { deref, addRef, type Zval } from '../../value/zval.ts';
import type { Executor } from '../../vm/executor.ts';
import { type MethodDef, method, p, staticMethod } from '../define.ts';
import { getAttribute, setAttribute } from './attributes.ts';
import { execute } from './bind.ts';
import { ATTR, pdoConstants, PARAM } from './constants.ts';
import type { PdoDriver } from './driver.ts';
import { DRIVERS } from './drivers.ts';
import { clearError, connectError, errorMethods, handleError, pdoError } from './errors.ts';
import { setupMode } from './fetch-mode.ts';
import { construct } from './fetch.ts';
import { PdoData, pdoOf, StatementData } from './pdo-data.ts';

const LINK = 'class.pdo';

function* construction(
  rt: Executor,
  self: PhpObject,
  dsn: string,
  user: string | null,
  password: string | null,
  options: PhpArray | null,
): NativeCode {
  const given = dsn.includes(':') ? dsn : (rt.ini.get(`pdo.dsn.${dsn}`) ?? '');
  const colon = given.indexOf(':');
  if (colon < 0) {
    return pdoError(rt, 'PDO::__construct(): Argument #1 ($dsn) must be a valid data source name');
  }
  const open = DRIVERS[given.slice(0, colon)];
  if (open === undefined) return pdoError(rt, 'could not find driver');
  const driver = yield* open(rt, given.slice(colon + 1), user, password, options);
  if (driver === null) return null;
  if (!('prepare' in driver)) {
    connectError(rt, driver);
    return null;
  }
  const dbh = new PdoData(driver);
  closeOld(rt, self);
  self.native = dbh;
  dbh.persistent = toBool(deref(options?.getInt(ATTR.persistent)) ?? false);
  for (const [key, value] of options?.entries() ?? []) {
    if (typeof key !== 'number' || key === ATTR.persistent) continue;
    yield* setAttributeQuietly(rt, dbh, key, value);
    if (rt.exception !== null) return null;
  }
  return null;
}

/** Attributes of the constructor that the driver does not know are no error. */
function* setAttributeQuietly(rt: Executor, dbh: PdoData, key: number, value: Zval): NativeCode<void> {
  yield* setAttribute(rt, dbh, key, value);
}

/** A constructor called again begins anew. */
function closeOld(rt: Executor, self: PhpObject): void {
  if (!(self.native instanceof PdoData)) return;
  const { driver, statementArgs } = self.native;
  self.native = null;
  rt.releaseValue(statementArgs);
  driver.close();
}

/** Makes the statement object; null after an exception. */
function* makeStatement(
  rt: Executor,
  self: PhpObject,
  dbh: PdoData,
  sql: string,
  options: PhpArray | null,
): NativeCode<PhpObject | null> {
  const own = deref(options?.getInt(ATTR.statementClass));
  if (own !== undefined && !(yield* setAttribute(rt, dbh, ATTR.statementClass, own))) return null;
  const driver = yield* dbh.driver.prepare(sql, options);
  if (driver === null) {
    handleError(rt, dbh, null);
    return null;
  }
  const ce = dbh.statementClass ?? rt.classOf('PDOStatement');
  const obj = yield* rt.initObject(ce);
  if (obj === null) return null;
  obj.props[ce.propertiesInfoTable.findIndex((info) => info?.name === 'queryString')] = sql;
  const stmt = new StatementData(addRef(self), dbh, sql);
  stmt.driver = driver;
  stmt.self = obj;
  obj.native = stmt;
  return obj;
}

function* prepare(rt: Executor, self: PhpObject, sql: string, options: PhpArray): NativeCode {
  const dbh = pdoOf(rt, self);
  if (dbh === null) return false;
  clearError(dbh, null);
  if (sql === '') return rt.argumentValueError(1, 'cannot be empty');
  const obj = yield* makeStatement(rt, self, dbh, sql, options);
  if (obj === null) return false;
  return (yield* construct(rt, obj, dbh.statementArgs)) ? obj : false;
}

function* query(rt: Executor, self: PhpObject, sql: string, mode: number | null, args: readonly Zval[]): NativeCode {
  const dbh = pdoOf(rt, self);
  if (dbh === null) return false;
  clearError(dbh, null);
  if (sql === '') return rt.argumentValueError(1, 'cannot be empty');
  const obj = yield* makeStatement(rt, self, dbh, sql, null);
  if (obj === null) return false;
  const stmt = obj.native as StatementData;
  let whole = false;
  try {
    if (mode !== null && !(yield* setupMode(rt, stmt, mode, args, 2))) return false;
    whole = yield* execute(rt, stmt, null);
    if (!whole) dbh.errorCode = stmt.errorCode;
  } finally {
    if (!whole) rt.releaseValue(obj);
  }
  if (!whole) return false;
  return (yield* construct(rt, obj, dbh.statementArgs)) ? obj : false;
}

/** Runs what a driver does about transactions and reports its errors. */
function* transaction(
  rt: Executor,
  self: PhpObject,
  inside: boolean,
  work: (driver: PdoDriver) => NativeCode<boolean>,
): NativeCode {
  const dbh = pdoOf(rt, self);
  if (dbh === null) return false;
  if (dbh.driver.inTransaction() !== inside) {
    return pdoError(rt, inside ? 'There is no active transaction' : 'There is already an active transaction') ?? false;
  }
  clearError(dbh, null);
  return (yield* work(dbh.driver)) || handleError(rt, dbh, null);
}

const queryMethods: readonly MethodDef[] = [
  method({
    name: '__construct',
    doc: 'Connects to a database.',
    params: [
      p.string('dsn'),
      p.nullable(p.string('username'), { default: null }),
      p.nullable(p.string('password'), { default: null }),
      p.nullable(p.array('options'), { default: null }),
    ],
    returns: null,
    link: LINK,
    impl: (rt, self, dsn, user, password, options) => construction(rt, self, dsn, user, password, options),
  }),
  method({
    name: 'prepare',
    doc: 'Prepares a statement.',
    params: [p.string('query'), p.array('options', { default: new PhpArray(), text: '[]' })],
    returns: ['PDOStatement', 'false'],
    link: LINK,
    impl: (rt, self, sql, options) => prepare(rt, self, sql, options),
  }),
  method({
    name: 'query',
    doc: 'Prepares a statement without placeholders and executes it.',
    params: [p.string('query'), p.nullable(p.int('fetchMode'), { default: null }), p.rest(p.mixed('fetchModeArgs'))],
    returns: ['PDOStatement', 'false'],
    link: LINK,
    impl: (rt, self, sql, mode, args) => query(rt, self, sql, mode, args ?? []),
  }),
  method({
    name: 'exec',
    doc: 'Executes statements and says how many rows they changed.',
    params: [p.string('statement')],
    returns: ['int', 'false'],
    link: LINK,
    *impl(rt, self, sql) {
      const dbh = pdoOf(rt, self);
      if (dbh === null) return false;
      if (sql === '') return rt.argumentValueError(1, 'cannot be empty');
      clearError(dbh, null);
      return (yield* dbh.driver.exec(sql)) ?? handleError(rt, dbh, null);
    },
  }),
  method({
    name: 'quote',
    doc: 'A text as a literal of SQL.',
    params: [p.string('string'), p.int('type', { default: PARAM.str, text: 'PDO::PARAM_STR' })],
    returns: ['string', 'false'],
    link: LINK,
    impl(rt, self, text, type) {
      const dbh = pdoOf(rt, self);
      if (dbh === null) return false;
      clearError(dbh, null);
      return dbh.driver.quote(text, type) ?? handleError(rt, dbh, null);
    },
  }),
  method({
    name: 'lastInsertId',
    doc: 'The number of the row that was inserted last.',
    params: [p.nullable(p.string('name'), { default: null })],
    returns: ['string', 'false'],
    link: LINK,
    *impl(rt, self, name) {
      const dbh = pdoOf(rt, self);
      if (dbh === null) return false;
      clearError(dbh, null);
      return (yield* dbh.driver.lastInsertId(name)) ?? handleError(rt, dbh, null);
    },
  }),
];

const transactionMethods: readonly MethodDef[] = [
  method({
    name: 'beginTransaction',
    doc: 'Begins a transaction.',
    params: [],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self) => transaction(rt, self, false, (driver) => driver.begin()),
  }),
  method({
    name: 'commit',
    doc: 'Makes what the transaction did last.',
    params: [],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self) => transaction(rt, self, true, (driver) => driver.commit()),
  }),
  method({
    name: 'rollBack',
    doc: 'Undoes what the transaction did.',
    params: [],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self) => transaction(rt, self, true, (driver) => driver.rollBack()),
  }),
  method({
    name: 'inTransaction',
    doc: 'Is a transaction open?',
    params: [],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self) => pdoOf(rt, self)?.driver.inTransaction() ?? false,
  }),
];

const stateMethods: readonly MethodDef[] = [
  ...errorMethods(LINK, pdoOf),
  method({
    name: 'getAttribute',
    doc: 'An attribute of the connection.',
    params: [p.int('attribute')],
    returns: ['mixed'],
    link: LINK,
    *impl(rt, self, attribute) {
      const dbh = pdoOf(rt, self);
      return dbh === null ? false : yield* getAttribute(rt, dbh, attribute);
    },
  }),
  method({
    name: 'setAttribute',
    doc: 'Sets an attribute of the connection.',
    params: [p.int('attribute'), p.mixed('value')],
    returns: ['bool'],
    link: LINK,
    *impl(rt, self, attribute, value) {
      const dbh = pdoOf(rt, self);
      return dbh !== null && (yield* setAttribute(rt, dbh, attribute, value));
    },
  }),
  staticMethod({
    name: 'getAvailableDrivers',
    doc: 'The names of the drivers.',
    params: [],
    returns: ['array'],
    link: LINK,
    impl: () => PhpArray.fromList(Object.keys(DRIVERS)),
  }),
];

export const pdoClass: ClassDef<MethodDef> = {
  name: 'PDO',
  flags: ACC_NOT_SERIALIZABLE,
  constants: pdoConstants,
  methods: [...queryMethods, ...transactionMethods, ...stateMethods],
  handlers: {
    cloneable: false,
    compare: () => 2,
    freeNative: (rt, obj) => closeOld(rt as Executor, obj),
    gcChildren: (obj, visit) => {
      if (obj.native instanceof PdoData && obj.native.statementArgs !== null) visit(obj.native.statementArgs);
    },
  },
};
