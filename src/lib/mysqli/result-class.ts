/**
 * mysqli_result.
 * Source: php-src 8.2 ext/mysqli/mysqli_api.c, mysqli_nonapi.c, mysqli_prop.c, mysqli_result_iterator.c
 */
import type { ClassDef } from '../../object/class-def.ts';
import type { ObjectIterator } from '../../object/class-handlers.ts';
import type { NativeCode } from '../../object/native-code.ts';
import type { Runtime } from '../../object/runtime.ts';
import { normalizeKey } from '../../value/array-key.ts';
import { PhpArray } from '../../value/php-array.ts';
import type { PhpObject } from '../../value/php-object.ts';
import { release } from '../../value/refcount.ts';
import { addRef, type Zval } from '../../value/zval.ts';
import type { MysqlColumn, MysqlResult } from '../../vm/db-ports.ts';
import type { Executor } from '../../vm/executor.ts';
import { type FunctionDef, type MethodDef, method, p } from '../define.ts';
import { createInternalIterator } from '../internal-iterator.ts';
import { rowOf } from '../mysql/values.ts';
import { construct } from '../pdo/fetch.ts';
import { declarer, type Declared, propertyDefs, type VirtualProperty, virtualHandlers } from './declare.ts';
import { Link, markClosed, ResultData, stateOf } from './state.ts';

const ASSOC = 1;
const NUM = 2;
const BOTH = 3;
/** NUM_FLAG, which clients add for numeric columns. */
const NUM_FLAG = 32768;
const TIMESTAMP = 7;
const YEAR = 13;
const LAST_NUMERIC = 9;

/** A result as an object. */
export function resultObject(rt: Executor, result: MysqlResult, typed: boolean, type: number): PhpObject {
  const obj = rt.newObject(rt.classOf('mysqli_result'));
  obj.native = new ResultData(result, typed, type);
  return obj;
}

function dataOf(rt: Executor, obj: PhpObject): ResultData | null {
  return stateOf(rt, obj, ResultData);
}

/** The cells of the next row, owned; null at the end. */
function nextCells(data: ResultData): Zval[] | null {
  const cells = data.result.rows[data.row];
  if (cells === undefined) {
    data.lengths = null;
    return null;
  }
  data.lengths = cells.map((cell) => cell?.length ?? 0);
  return rowOf(data.result, data.row++, data.typed);
}

function rowArray(data: ResultData, mode: number): Zval {
  const cells = nextCells(data);
  if (cells === null) return null;
  const row = new PhpArray();
  for (const [n, column] of (data.result.columns ?? []).entries()) {
    const v = cells[n];
    if ((mode & NUM) !== 0) row.set(n, addRef(v));
    if ((mode & ASSOC) !== 0) row.set(normalizeKey(column.name), addRef(v));
  }
  return row;
}

function modeOf(rt: Executor, mode: number): number | null {
  if (mode >= ASSOC && mode <= BOTH) return mode;
  return rt.argumentValueError(1, 'must be one of MYSQLI_NUM, MYSQLI_ASSOC, or MYSQLI_BOTH');
}

function* fetchObject(rt: Executor, self: PhpObject, name: string, args: PhpArray): NativeCode {
  const data = dataOf(rt, self);
  if (data === null) return null;
  const ce = yield* rt.autoloadClass(name);
  if (ce === null) {
    return rt.exception === null ? rt.argumentTypeError(1, `must be a valid class name, ${name} given`) : null;
  }
  const cells = nextCells(data);
  if (cells === null) return null;
  const obj = yield* rt.initObject(ce);
  if (obj === null) return null;
  for (const [n, column] of (data.result.columns ?? []).entries()) {
    yield* rt.writeProperty(obj, column.name, cells[n], ce);
  }
  if (args.count > 0 && ce.magic.constructor_ === null) {
    rt.releaseValue(obj);
    return rt.argumentValueError(2, `must be empty when the specified class (${ce.name}) does not have a constructor`);
  }
  return (yield* construct(rt, obj, args)) ? obj : null;
}

function fieldObject(rt: Executor, column: MysqlColumn): PhpObject {
  const numeric = (column.type <= LAST_NUMERIC && column.type !== TIMESTAMP) || column.type === YEAR;
  const values: readonly (readonly [string, Zval])[] = [
    ['name', column.name],
    ['orgname', column.originalName],
    ['table', column.table],
    ['orgtable', column.originalTable],
    ['def', ''],
    ['db', column.database],
    ['catalog', 'def'],
    ['max_length', 0],
    ['length', column.length],
    ['charsetnr', column.charset],
    ['flags', numeric || column.type === 246 ? column.flags | NUM_FLAG : column.flags],
    ['type', column.type],
    ['decimals', column.decimals],
  ];
  const obj = rt.newObject(rt.classOf('stdClass'));
  obj.dyn = PhpArray.fromEntries(values);
  obj.dyn.toHash();
  return obj;
}

const both = declarer('mysqli_result', 'result', 'mysqli_');

function close(rt: Executor, self: PhpObject): null {
  if (dataOf(rt, self) !== null) markClosed(self);
  return null;
}

const rowMethods: readonly Declared[] = [
  both({
    name: 'fetch_assoc',
    doc: 'The next row by names.',
    params: [],
    returns: ['array', 'false', 'null'],
    impl(rt, self) {
      const data = dataOf(rt, self);
      return data === null ? null : rowArray(data, ASSOC);
    },
  }),
  both({
    name: 'fetch_row',
    doc: 'The next row by numbers.',
    params: [],
    returns: ['array', 'false', 'null'],
    impl(rt, self) {
      const data = dataOf(rt, self);
      return data === null ? null : rowArray(data, NUM);
    },
  }),
  both({
    name: 'fetch_array',
    doc: 'The next row by numbers, names or both.',
    params: [p.int('mode', { default: BOTH, text: 'MYSQLI_BOTH' })],
    returns: ['array', 'false', 'null'],
    impl(rt, self, mode) {
      const data = dataOf(rt, self);
      const how = data === null ? null : modeOf(rt, mode);
      return data === null || how === null ? null : rowArray(data, how);
    },
  }),
  both({
    name: 'fetch_all',
    doc: 'All rows that are left.',
    params: [p.int('mode', { default: NUM, text: 'MYSQLI_NUM' })],
    returns: ['array'],
    impl(rt, self, mode) {
      const data = dataOf(rt, self);
      const how = data === null ? null : modeOf(rt, mode);
      if (data === null || how === null) return null;
      const all: Zval[] = [];
      for (let row = rowArray(data, how); row !== null; row = rowArray(data, how)) all.push(row);
      return PhpArray.fromList(all);
    },
  }),
  both({
    name: 'fetch_column',
    doc: 'A cell of the next row.',
    params: [p.int('column', { default: 0 })],
    returns: ['string', 'int', 'float', 'false', 'null'],
    impl(rt, self, column) {
      const data = dataOf(rt, self);
      if (data === null) return null;
      if (column < 0) return rt.argumentValueError(1, 'must be greater than or equal to 0');
      const count = data.result.columns?.length ?? 0;
      if (column >= count)
        return rt.argumentValueError(1, 'must be less than the number of fields for this result set');
      return nextCells(data)?.[column] ?? (data.lengths === null ? false : null);
    },
  }),
  both({
    name: 'fetch_object',
    doc: 'The next row as an object.',
    params: [
      p.string('class', { default: 'stdClass' }),
      p.array('constructor_args', { default: new PhpArray(), text: '[]' }),
    ],
    returns: ['object', 'false', 'null'],
    impl: (rt, self, name, args) => fetchObject(rt, self, name, args),
  }),
  both({
    name: 'data_seek',
    doc: 'Goes to a row.',
    params: [p.int('offset')],
    returns: ['bool'],
    impl(rt, self, offset) {
      const data = dataOf(rt, self);
      if (data === null) return false;
      if (offset < 0) return rt.argumentValueError(1, 'must be greater than or equal to 0');
      if (offset >= data.result.rows.length) return false;
      data.row = offset;
      return true;
    },
  }),
];

const fieldMethods: readonly Declared[] = [
  both({
    name: 'fetch_field',
    doc: 'The next column.',
    params: [],
    returns: ['object', 'false'],
    impl(rt, self) {
      const data = dataOf(rt, self);
      const column = data?.result.columns?.[data.field];
      if (data === null || column === undefined) return false;
      data.field++;
      return fieldObject(rt, column);
    },
  }),
  both({
    name: 'fetch_fields',
    doc: 'All columns.',
    params: [],
    returns: ['array'],
    impl(rt, self) {
      const columns = dataOf(rt, self)?.result.columns ?? [];
      return PhpArray.fromList(columns.map((column) => fieldObject(rt, column)));
    },
  }),
  both({
    name: 'fetch_field_direct',
    doc: 'A column by its number.',
    params: [p.int('index')],
    returns: ['object', 'false'],
    impl(rt, self, index) {
      const data = dataOf(rt, self);
      if (data === null) return false;
      const column = data.result.columns?.[index];
      if (index < 0) return rt.argumentValueError(1, 'must be greater than or equal to 0');
      if (column !== undefined) return fieldObject(rt, column);
      return rt.argumentValueError(1, 'must be less than the number of fields for this result set');
    },
  }),
  both({
    name: 'field_seek',
    doc: 'Goes to a column.',
    params: [p.int('index')],
    returns: ['bool'],
    impl(rt, self, index) {
      const data = dataOf(rt, self);
      if (data === null) return false;
      if (index < 0) return rt.argumentValueError(1, 'must be greater than or equal to 0');
      if (index >= (data.result.columns?.length ?? 0)) {
        return rt.argumentValueError(1, 'must be less than the number of fields for this result set');
      }
      data.field = index;
      return true;
    },
  }),
  both({
    name: null,
    functions: ['mysqli_field_tell'],
    doc: 'The number of the next column.',
    params: [],
    returns: ['int'],
    impl: (rt, self) => dataOf(rt, self)?.field ?? 0,
  }),
  both({
    name: null,
    functions: ['mysqli_num_fields'],
    doc: 'How many columns there are.',
    params: [],
    returns: ['int'],
    impl: (rt, self) => dataOf(rt, self)?.result.columns?.length ?? 0,
  }),
  both({
    name: null,
    functions: ['mysqli_num_rows'],
    doc: 'How many rows there are.',
    params: [],
    returns: ['int', 'string'],
    impl: (rt, self) => dataOf(rt, self)?.result.rows.length ?? 0,
  }),
  both({
    name: null,
    functions: ['mysqli_fetch_lengths'],
    doc: 'The lengths of the cells of the row that was fetched last.',
    params: [],
    returns: ['array', 'false'],
    impl: (rt, self) => lengths(dataOf(rt, self)) ?? false,
  }),
];

function lengths(data: ResultData | null): PhpArray | null {
  return data === null || data.lengths === null ? null : PhpArray.fromList([...data.lengths]);
}

const closeMethods: readonly Declared[] = [
  both({ name: 'close', functions: [], doc: 'Frees the result.', params: [], returns: ['void'], impl: close }),
  both({ name: 'free', functions: [], doc: 'Frees the result.', params: [], returns: ['void'], impl: close }),
  both({ name: 'free_result', doc: 'Frees the result.', params: [], returns: ['void'], impl: close }),
];

const ownMethods: readonly MethodDef[] = [
  method({
    name: '__construct',
    doc: 'The result of the last query of a connection.',
    params: [p.object('mysql', 'mysqli'), p.int('result_mode', { default: 0, text: 'MYSQLI_STORE_RESULT' })],
    returns: null,
    link: 'class.mysqli-result',
    impl(rt, self, link, mode) {
      const data = stateOf(rt, link, Link);
      const result = data?.results[0];
      if (result !== undefined && result.columns !== null) self.native = new ResultData(result, false, mode);
      return null;
    },
  }),
  method({
    name: 'getIterator',
    doc: 'Walks the rows.',
    params: [],
    returns: ['Iterator'],
    tentative: false,
    link: 'class.mysqli-result',
    impl: (rt, self) => createInternalIterator(rt, self),
  }),
];

/** php_mysqli_result_get_iterator: from the first row on. */
function* rows(rt: Runtime, obj: PhpObject, byRef: boolean): NativeCode<ObjectIterator | null> {
  if (byRef) return rt.throwError('Error', 'An iterator cannot be used with foreach by reference');
  const data = dataOf(rt as Executor, obj);
  if (data === null) return null;
  let row: Zval = null;
  let key = 0;
  const step = (): void => {
    release(rt, row);
    row = rowArray(data, ASSOC);
  };
  obj.rc++;
  return {
    *rewind() {
      data.row = 0;
      key = 0;
      step();
    },
    *valid() {
      return row !== null;
    },
    *current() {
      return addRef(row);
    },
    *key() {
      return key;
    },
    *next() {
      key++;
      step();
    },
    free() {
      release(rt, row);
      release(rt, obj);
    },
  };
}

const PROPERTIES: readonly VirtualProperty[] = [
  { name: 'current_field', types: ['int'], read: (rt, obj) => dataOf(rt, obj)?.field ?? null },
  { name: 'field_count', types: ['int'], read: (rt, obj) => dataOf(rt, obj)?.result.columns?.length ?? null },
  { name: 'lengths', types: ['array', 'null'], read: (rt, obj) => lengths(dataOf(rt, obj)) },
  { name: 'num_rows', types: ['string', 'int'], read: (rt, obj) => dataOf(rt, obj)?.result.rows.length ?? null },
  { name: 'type', types: ['int'], read: (rt, obj) => dataOf(rt, obj)?.type ?? null },
];

const declared: readonly Declared[] = [...rowMethods, ...fieldMethods, ...closeMethods];

export const resultFunctions: readonly FunctionDef[] = declared.flatMap(({ functions }) => functions);

export const resultClass: ClassDef<MethodDef> = {
  name: 'mysqli_result',
  interfaces: ['IteratorAggregate'],
  properties: propertyDefs(PROPERTIES),
  methods: [...ownMethods, ...declared.flatMap(({ methods }) => methods)],
  getIterator: rows,
  handlers: virtualHandlers(PROPERTIES),
};
