/**
 * Fetching rows.
 * Source: php-src 8.2 ext/pdo/pdo_stmt.c (do_fetch_common, fetch_value, do_fetch)
 */
import type { ClassEntry } from '../../object/class-entry.ts';
import { call, type NativeCode } from '../../object/native-code.ts';
import type { Callable } from '../../object/runtime.ts';
import { normalizeKey } from '../../value/array-key.ts';
import { toBool, toInt, toStr } from '../../value/convert.ts';
import { PhpArray } from '../../value/php-array.ts';
import type { PhpObject } from '../../value/php-object.ts';
import { addRef, PhpFloat, PhpReference, type Zval } from '../../value/zval.ts';
import type { Executor } from '../../vm/executor.ts';
import { callWithArray } from '../reflection-attribute.ts';
import { CASE, FETCH, NULLS, PARAM, PARAM_TYPE_MASK } from './constants.ts';
import { implError } from './errors.ts';
import { splitMode } from './fetch-mode.ts';
import { lobStream } from './lob.ts';
import type { StatementData } from './pdo-data.ts';

/** The names of the columns, in the case that was asked for. */
export function describeColumns(stmt: StatementData): readonly string[] {
  const names = stmt.driver?.columnNames ?? [];
  const { columnCase } = stmt.dbh;
  stmt.columns = names;
  if (columnCase === CASE.upper) stmt.columns = names.map((name) => name.replace(/[a-z]/g, (c) => c.toUpperCase()));
  if (columnCase === CASE.lower) stmt.columns = names.map((name) => name.replace(/[A-Z]/g, (c) => c.toLowerCase()));
  for (const param of stmt.boundColumns.values()) {
    const at = param.name === null ? -1 : stmt.columns.indexOf(param.name);
    if (at >= 0) param.paramno = at;
  }
  return stmt.columns;
}

/** fetch_value: a cell, owned; `type` is what a bound variable wants. */
export function fetchValue(rt: Executor, stmt: StatementData, column: number, type: number | null = null): Zval {
  if (column < 0) {
    rt.throwError('ValueError', 'Column index must be greater than or equal to 0');
    return false;
  }
  if (column >= (stmt.columns?.length ?? 0)) {
    rt.throwError('ValueError', 'Invalid column index');
    return false;
  }
  const { dbh } = stmt;
  let v: Zval = stmt.driver?.value(column) ?? null;
  if (type !== null && v !== null) v = converted(rt, v, type & PARAM_TYPE_MASK);
  if (dbh.stringify && (typeof v === 'number' || typeof v === 'bigint' || v instanceof PhpFloat)) v = toStr(rt, v);
  if (v === '' && dbh.nulls === NULLS.emptyString) return null;
  return v === null && dbh.nulls === NULLS.toString ? '' : v;
}

function converted(rt: Executor, v: Zval, type: number): Zval {
  if (type === PARAM.int) return toInt(rt, v);
  if (type === PARAM.bool) return toBool(v);
  if (type === PARAM.null) return null;
  if (type === PARAM.str) return toStr(rt, v);
  return type === PARAM.lob && typeof v === 'string' ? lobStream(rt, v) : v;
}

/** Moves to a row and gives it to the bound variables; false: there is none. */
export function* nextRow(rt: Executor, stmt: StatementData, orientation = 0, offset = 0): NativeCode<boolean> {
  if (!stmt.executed || stmt.driver === null) return false;
  if (!(yield* stmt.driver.fetch(orientation, offset))) return false;
  if (stmt.columns === null) describeColumns(stmt);
  for (const param of stmt.boundColumns.values()) {
    if (param.paramno < 0 || !(param.value instanceof PhpReference)) continue;
    const old = param.value.val;
    param.value.val = fetchValue(rt, stmt, param.paramno, param.type);
    rt.releaseValue(old);
  }
  return rt.exception === null;
}

/** What fetchAll() wants besides the mode. */
export interface FetchPlan {
  readonly mode: number;
  /** FETCH_FUNC's function. */
  readonly callable: Callable | null;
  /** Collects groups and pairs. */
  readonly all: PhpArray | null;
}

/** One row as the mode says, owned; undefined when there is none (or something went wrong). */
export function* fetchRow(
  rt: Executor,
  stmt: StatementData,
  plan: FetchPlan,
  orientation = 0,
  offset = 0,
): NativeCode<Zval> {
  const [how, flags] = splitMode(plan.mode === FETCH.default ? stmt.mode : plan.mode);
  if (!(yield* nextRow(rt, stmt, orientation, offset))) return undefined;
  if (how === FETCH.bound) return true;
  if (how === FETCH.lazy) return lazyRow(rt, stmt);
  if (how === FETCH.keyPair) return keyPair(rt, stmt, plan.all);
  if (how === FETCH.column) return columnRow(rt, stmt, flags, plan.all);
  const grouped = plan.all !== null;
  const from = grouped ? 1 : 0;
  let row: Zval;
  let group: Zval;
  if (how === FETCH.class) {
    const typed = (flags & FETCH.classType) !== 0;
    // the class's name comes first, the group behind it
    if (grouped) group = fetchValue(rt, stmt, typed ? 1 : 0);
    row = yield* classRow(rt, stmt, flags, from + (typed ? 1 : 0));
  } else {
    if (grouped) group = fetchValue(rt, stmt, 0);
    row = yield* plainRow(rt, stmt, how, from, plan.callable);
  }
  if (row === undefined || rt.exception !== null) {
    rt.releaseValue(row);
    return undefined;
  }
  return plan.all === null ? row : addToGroup(rt, plan.all, group, row, flags);
}

function addToGroup(rt: Executor, all: PhpArray, group: Zval, row: Zval, flags: number): Zval {
  const key = normalizeKey(toStr(rt, group));
  if ((flags & FETCH.unique) === FETCH.unique) {
    all.update(rt, key, row);
    return true;
  }
  const known = all.get(key);
  if (known instanceof PhpArray) known.append(row);
  else all.set(key, PhpArray.fromList([row]));
  return true;
}

function keyPair(rt: Executor, stmt: StatementData, all: PhpArray | null): Zval {
  if (stmt.columns?.length !== 2) {
    const text = 'PDO::FETCH_KEY_PAIR fetch mode requires the result set to contain exactly 2 columns.';
    implError(rt, stmt.dbh, stmt, 'HY000', text);
    return undefined;
  }
  const key = fetchValue(rt, stmt, 0);
  const into = all ?? new PhpArray();
  const exact = typeof key === 'number' || typeof key === 'bigint' ? key : normalizeKey(toStr(rt, key));
  into.update(rt, exact, fetchValue(rt, stmt, 1));
  return all === null ? into : true;
}

function columnRow(rt: Executor, stmt: StatementData, flags: number, all: PhpArray | null): Zval {
  const chosen = stmt.fetchColumn;
  const grouping = (flags & FETCH.group) !== 0;
  const column = grouping && chosen === -1 ? 1 : chosen;
  if (column >= (stmt.columns?.length ?? 0)) {
    rt.throwError('ValueError', 'Invalid column index');
    return undefined;
  }
  const onlyGroup = flags === FETCH.group;
  let value: Zval;
  if (onlyGroup && chosen === -1) value = fetchValue(rt, stmt, 1);
  else if (onlyGroup && column > 0) value = fetchValue(rt, stmt, 0);
  else value = fetchValue(rt, stmt, column);
  if (all === null) return value;
  const group = fetchValue(rt, stmt, onlyGroup && chosen > 0 ? column : 0);
  return addToGroup(rt, all, group, value, flags);
}

function* plainRow(
  rt: Executor,
  stmt: StatementData,
  how: number,
  from: number,
  callable: Callable | null,
): NativeCode<Zval> {
  if (how === FETCH.func) return yield* functionRow(rt, stmt, from, callable);
  if (how === FETCH.obj) return yield* fill(rt, stmt, rt.newObject(rt.classOf('stdClass')), from, null);
  if (how === FETCH.into) {
    if (stmt.into !== null) return yield* fill(rt, stmt, addRef(stmt.into), from, null);
    implError(rt, stmt.dbh, stmt, 'HY000', 'No fetch-into object specified.');
    return undefined;
  }
  const row = new PhpArray();
  for (let i = from; i < (stmt.columns?.length ?? 0); i++) addCell(rt, row, stmt, i, how);
  return row;
}

function addCell(rt: Executor, row: PhpArray, stmt: StatementData, i: number, how: number): void {
  const name = stmt.columns?.[i] ?? '';
  const v = fetchValue(rt, stmt, i);
  if (how === FETCH.num) {
    row.append(v);
    return;
  }
  if (how === FETCH.named) {
    addNamed(row, name, v);
    return;
  }
  row.update(rt, normalizeKey(name), v);
  if (how === FETCH.both && !row.has(i)) row.set(i, addRef(v));
}

/** FETCH_NAMED: columns of the same name become a list. */
function addNamed(row: PhpArray, name: string, v: Zval): void {
  const known = row.getStr(name);
  if (known === undefined) row.setStr(name, v);
  else if (known instanceof PhpArray) known.append(v);
  else row.setStr(name, PhpArray.fromList([known, v]));
}

function* functionRow(rt: Executor, stmt: StatementData, from: number, callable: Callable | null): NativeCode {
  if (callable === null) {
    implError(rt, stmt.dbh, stmt, 'HY000', 'No fetch function specified');
    return undefined;
  }
  const args: Zval[] = [];
  for (let i = from; i < (stmt.columns?.length ?? 0); i++) args.push(fetchValue(rt, stmt, i));
  try {
    return yield* call(callable, args);
  } finally {
    for (const v of args) rt.releaseValue(v);
  }
}

/** Writes the columns into the properties of an object, which it takes over and answers. */
function* fill(
  rt: Executor,
  stmt: StatementData,
  obj: PhpObject,
  from: number,
  scope: ClassEntry | null,
): NativeCode<Zval> {
  let whole = false;
  try {
    for (let i = from; i < (stmt.columns?.length ?? 0); i++) {
      const v = fetchValue(rt, stmt, i);
      yield* rt.writeProperty(obj, stmt.columns?.[i] ?? '', v, scope);
      rt.releaseValue(v);
    }
    whole = true;
  } finally {
    if (!whole) rt.releaseValue(obj);
  }
  return obj;
}

function* classOfRow(rt: Executor, stmt: StatementData, flags: number): NativeCode<ClassEntry | null> {
  if ((flags & FETCH.classType) === 0) return stmt.fetchClass;
  const name = fetchValue(rt, stmt, 0);
  const found = name === null ? null : yield* rt.autoloadClass(toStr(rt, name));
  return found ?? rt.classOf('stdClass');
}

function* classRow(rt: Executor, stmt: StatementData, flags: number, from: number): NativeCode {
  const ce = yield* classOfRow(rt, stmt, flags);
  if (ce === null) {
    if (rt.exception === null) implError(rt, stmt.dbh, stmt, 'HY000', 'No fetch class specified');
    return undefined;
  }
  const obj = yield* rt.initObject(ce);
  if (obj === null) return undefined;
  const late = (flags & FETCH.propsLate) !== 0;
  if (late && !(yield* construct(rt, obj, stmt.fetchArgs))) return undefined;
  yield* fill(rt, stmt, obj, from, ce);
  if (!late && !(yield* construct(rt, obj, stmt.fetchArgs))) return undefined;
  return obj;
}

/** Runs the constructor; lets the object go when it throws. */
export function* construct(rt: Executor, obj: PhpObject, args: PhpArray | null): NativeCode<boolean> {
  const func = obj.ce.magic.constructor_;
  if (func === null) return true;
  let whole = false;
  try {
    const target = { func, object: obj, calledScope: obj.ce, closure: null, magicName: null };
    rt.releaseValue(yield* callWithArray(rt, target, args ?? new PhpArray()));
    whole = true;
  } finally {
    if (!whole) rt.releaseValue(obj);
  }
  return true;
}

/** PDO::FETCH_LAZY: one object that shows whatever row is the current one. */
function lazyRow(rt: Executor, stmt: StatementData): Zval {
  if (stmt.lazyRow !== null) return addRef(stmt.lazyRow);
  stmt.lazyRow = rt.newObject(rt.classOf('PDORow'));
  stmt.lazyRow.native = { stmt, owner: stmt.self === null ? null : addRef(stmt.self) };
  return stmt.lazyRow;
}
