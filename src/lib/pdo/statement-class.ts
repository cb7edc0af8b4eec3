/**
 * PDOStatement.
 * Source: php-src 8.2 ext/pdo/pdo_stmt.c, pdo_stmt.stub.php
 */
import { ACC_NOT_SERIALIZABLE, ACC_PUBLIC } from '../../bytecode/type-flags.ts';
import { typeFromNames } from '../../bytecode/type-from-names.ts';
import type { ClassDef } from '../../object/class-def.ts';
import type { ObjectIterator } from '../../object/class-handlers.ts';
import type { NativeCode } from '../../object/native-code.ts';
import { stdUnsetProperty, stdWriteProperty } from '../../object/property-slow.ts';
import type { Runtime } from '../../object/runtime.ts';
import { PhpArray } from '../../value/php-array.ts';
import type { PhpObject } from '../../value/php-object.ts';
import { release } from '../../value/refcount.ts';
import { addRef, type Zval } from '../../value/zval.ts';
import type { Executor } from '../../vm/executor.ts';
import { createInternalIterator } from '../internal-iterator.ts';
import { type MethodDef, method, p } from '../define.ts';
import { unexecuted } from './bind.ts';
import { ATTR, FETCH } from './constants.ts';
import { clearError, errorMethods, handleError, implError } from './errors.ts';
import { fetchAll } from './fetch-all.ts';
import { bindMethods } from './bind-methods.ts';
import { resetMode, setClass, setupMode, verifyMode } from './fetch-mode.ts';
import { fetchRow, fetchValue, nextRow } from './fetch.ts';
import { dropParams, StatementData, statementOf } from './pdo-data.ts';

const LINK = 'class.pdostatement';
function* fetch(rt: Executor, self: PhpObject, mode: number, orientation: number, offset: number): NativeCode {
  const stmt = statementOf(rt, self);
  if (stmt === null) return false;
  clearError(stmt.dbh, stmt);
  if (!verifyMode(rt, stmt, mode, 1, false)) return false;
  const row = yield* fetchRow(rt, stmt, { mode, callable: null, all: null }, orientation, offset);
  return row === undefined ? handleError(rt, stmt.dbh, stmt) : row;
}

function* fetchObject(rt: Executor, self: PhpObject, name: string | null, args: PhpArray): NativeCode {
  const stmt = statementOf(rt, self);
  if (stmt === null) return false;
  clearError(stmt.dbh, stmt);
  const ce = yield* rt.autoloadClass(name ?? 'stdClass');
  if (ce === null) {
    if (rt.exception === null) rt.throwError('Error', `Class "${name}" not found`);
    return false;
  }
  const before = { fetchClass: stmt.fetchClass, fetchArgs: stmt.fetchArgs };
  try {
    if (!setClass(rt, stmt, ce, args)) return false;
    const row = yield* fetchRow(rt, stmt, { mode: FETCH.class, callable: null, all: null });
    return row === undefined ? handleError(rt, stmt.dbh, stmt) : row;
  } finally {
    rt.releaseValue(stmt.fetchArgs);
    Object.assign(stmt, before);
  }
}

const fetchMethods: readonly MethodDef[] = [
  method({
    name: 'fetch',
    doc: 'The next row.',
    params: [
      p.int('mode', { default: 0, text: 'PDO::FETCH_DEFAULT' }),
      p.int('cursorOrientation', { default: 0, text: 'PDO::FETCH_ORI_NEXT' }),
      p.int('cursorOffset', { default: 0 }),
    ],
    returns: ['mixed'],
    link: LINK,
    impl: (rt, self, mode, orientation, offset) => fetch(rt, self, mode, orientation, offset),
  }),
  method({
    name: 'fetchAll',
    doc: 'All rows that are left.',
    params: [p.int('mode', { default: 0, text: 'PDO::FETCH_DEFAULT' }), p.rest(p.mixed('args'))],
    returns: ['array'],
    link: LINK,
    *impl(rt, self, mode, args) {
      const stmt = statementOf(rt, self);
      return stmt === null ? false : yield* fetchAll(rt, stmt, mode, args);
    },
  }),
  method({
    name: 'fetchColumn',
    doc: 'A column of the next row.',
    params: [p.int('column', { default: 0 })],
    returns: ['mixed'],
    link: LINK,
    *impl(rt, self, column) {
      const stmt = statementOf(rt, self);
      if (stmt === null) return false;
      clearError(stmt.dbh, stmt);
      if (!(yield* nextRow(rt, stmt))) return handleError(rt, stmt.dbh, stmt);
      return fetchValue(rt, stmt, column);
    },
  }),
  method({
    name: 'fetchObject',
    doc: 'The next row as an object.',
    params: [
      p.nullable(p.string('class'), { default: 'stdClass' }),
      p.array('constructorArgs', { default: new PhpArray(), text: '[]' }),
    ],
    returns: ['object', 'false'],
    link: LINK,
    impl: (rt, self, name, args) => fetchObject(rt, self, name, args),
  }),
  method({
    name: 'setFetchMode',
    doc: 'How rows are fetched from now on.',
    params: [p.int('mode'), p.rest(p.mixed('args'))],
    returns: null,
    link: LINK,
    *impl(rt, self, mode, args) {
      const stmt = statementOf(rt, self);
      return stmt !== null && (yield* setupMode(rt, stmt, mode, args, 1));
    },
  }),
];

const infoMethods: readonly MethodDef[] = [
  method({
    name: 'columnCount',
    doc: 'How many columns the result has.',
    params: [],
    returns: ['int'],
    link: LINK,
    impl: (rt, self) => statementOf(rt, self)?.columns?.length ?? 0,
  }),
  method({
    name: 'rowCount',
    doc: 'How many rows the statement has changed.',
    params: [],
    returns: ['int'],
    link: LINK,
    impl: (rt, self) => statementOf(rt, self)?.driver?.rowCount ?? 0,
  }),
  ...errorMethods(LINK, statementOf),
  method({
    name: 'getColumnMeta',
    doc: 'What is known of a column.',
    params: [p.int('column')],
    returns: ['array', 'false'],
    link: LINK,
    impl(rt, self, column) {
      const stmt = statementOf(rt, self);
      if (stmt === null) return false;
      if (column < 0) return rt.argumentValueError(1, 'must be greater than or equal to 0');
      clearError(stmt.dbh, stmt);
      const meta = stmt.driver?.columnMeta(column) ?? null;
      if (meta === null) return handleError(rt, stmt.dbh, stmt);
      const [length, precision] = stmt.driver?.precision(column) ?? [-1, 0];
      meta.setStr('name', stmt.columns?.[column] ?? '');
      meta.setStr('len', length);
      meta.setStr('precision', precision);
      return meta;
    },
  }),
  method({
    name: 'getAttribute',
    doc: 'An attribute of the statement.',
    params: [p.int('name')],
    returns: ['mixed'],
    link: LINK,
    impl(rt, self, name) {
      const stmt = statementOf(rt, self);
      if (stmt === null) return false;
      clearError(stmt.dbh, stmt);
      const own = stmt.driver?.getAttribute?.(name);
      if (own !== undefined) return own;
      if (name === ATTR.emulatePrepares) return stmt.driver?.placeholders === 'emulated';
      const none = stmt.driver?.getAttribute === null;
      const text = none
        ? "This driver doesn't support getting attributes"
        : "driver doesn't support getting that attribute";
      return implError(rt, stmt.dbh, stmt, 'IM001', text);
    },
  }),
  method({
    name: 'setAttribute',
    doc: 'Sets an attribute of the statement.',
    params: [p.int('attribute'), p.mixed('value')],
    returns: ['bool'],
    link: LINK,
    impl(rt, self) {
      const stmt = statementOf(rt, self);
      if (stmt === null) return false;
      return implError(rt, stmt.dbh, stmt, 'IM001', "This driver doesn't support setting attributes");
    },
  }),
];

function* nextRowset(rt: Executor, self: PhpObject): NativeCode {
  const stmt = statementOf(rt, self);
  if (stmt === null) return false;
  const next = stmt.driver?.nextRowset ?? null;
  if (next === null) return implError(rt, stmt.dbh, stmt, 'IM001', 'driver does not support multiple rowsets');
  clearError(stmt.dbh, stmt);
  stmt.columns = null;
  if (yield* next.call(stmt.driver)) return true;
  stmt.executed = false;
  return handleError(rt, stmt.dbh, stmt);
}

const cursorMethods: readonly MethodDef[] = [
  method({
    name: 'closeCursor',
    doc: 'Forgets the rows that are left.',
    params: [],
    returns: ['bool'],
    link: LINK,
    *impl(rt, self) {
      const stmt = statementOf(rt, self);
      if (stmt === null || stmt.driver === null) return false;
      unexecuted(stmt);
      return yield* stmt.driver.closeCursor();
    },
  }),
  method({
    name: 'nextRowset',
    doc: 'Goes on to the next result.',
    params: [],
    returns: ['bool'],
    link: LINK,
    impl: (rt, self) => nextRowset(rt, self),
  }),
  method({
    name: 'getIterator',
    doc: 'Walks the rows.',
    params: [],
    returns: ['Iterator'],
    tentative: false,
    link: LINK,
    impl: (rt, self) => createInternalIterator(rt, self),
  }),
];

/** pdo_stmt_iter_get: the first row is fetched at once. */
function* rows(rt: Runtime, obj: PhpObject, byRef: boolean): NativeCode<ObjectIterator | null> {
  if (byRef) return rt.throwError('Error', 'An iterator cannot be used with foreach by reference');
  const vm = rt as Executor;
  const stmt = statementOf(vm, obj);
  if (stmt === null) return null;
  const plan = { mode: FETCH.default, callable: null, all: null };
  let row: Zval;
  let key = 0;
  const step = function* (): NativeCode<void> {
    const old = row;
    row = undefined;
    vm.releaseValue(old);
    row = yield* fetchRow(vm, stmt, plan);
    if (row === undefined) handleError(vm, stmt.dbh, stmt);
  };
  obj.rc++;
  yield* step();
  return {
    *rewind() {},
    *valid() {
      return row !== undefined;
    },
    *current() {
      return addRef(row);
    },
    *key() {
      return row === undefined ? null : key;
    },
    *next() {
      yield* step();
      key++;
    },
    free() {
      release(rt, row);
      release(rt, obj);
    },
  };
}

function free(rt: Executor, obj: PhpObject): void {
  const stmt = obj.native;
  if (!(stmt instanceof StatementData)) return;
  obj.native = null;
  dropParams(rt, stmt.params);
  dropParams(rt, stmt.boundColumns);
  stmt.driver?.free();
  stmt.driver = null;
  resetMode(rt, stmt);
  rt.releaseValue(stmt.pdo);
}

export const pdoStatementClass: ClassDef<MethodDef> = {
  name: 'PDOStatement',
  interfaces: ['IteratorAggregate'],
  flags: ACC_NOT_SERIALIZABLE,
  properties: [{ name: 'queryString', flags: ACC_PUBLIC, type: typeFromNames(['string']), default: undefined }],
  methods: [...bindMethods, ...fetchMethods, ...infoMethods, ...cursorMethods],
  getIterator: rows,
  handlers: {
    cloneable: false,
    compare: () => 2,
    ownsProperty: (_rt, _obj, name) => name === 'queryString',
    *writeProperty(rt, obj, name, value) {
      if (name === 'queryString') return rt.throwError('Error', 'Property queryString is read only');
      return yield* stdWriteProperty(rt, obj, name, value, rt.executedScope(), rt.executedStrictTypes());
    },
    *unsetProperty(rt, obj, name) {
      if (name === 'queryString') rt.throwError('Error', 'Property queryString is read only');
      else yield* stdUnsetProperty(rt, obj, name, rt.executedScope());
    },
    freeNative: (rt, obj) => free(rt as Executor, obj),
    gcChildren: (obj, visit) => {
      if (!(obj.native instanceof StatementData)) return;
      const { pdo, params, boundColumns, into, fetchArgs } = obj.native;
      for (const v of [pdo, into, fetchArgs]) if (v !== null) visit(v);
      for (const param of [...params.values(), ...boundColumns.values()]) visit(param.value);
    },
  },
};
