/**
 * Binding values and variables, and executing.
 * Source: php-src 8.2 ext/pdo/pdo_stmt.c (really_register_bound_param, execute), pdo_sql_parser.re (pdo_parse_params)
 */
import type { NativeCode } from '../../object/native-code.ts';
import { toBool, toInt, toStr } from '../../value/convert.ts';
import type { PhpArray } from '../../value/php-array.ts';
import { addRef, deref, PhpReference, PhpResource, type Zval } from '../../value/zval.ts';
import type { Executor } from '../../vm/executor.ts';
import { PARAM, PARAM_TYPE_MASK } from './constants.ts';
import type { BoundParam } from './driver.ts';
import { clearError, handleError, implError } from './errors.ts';
import { describeColumns } from './fetch.ts';
import { lobText } from './lob.ts';
import { dropParams, NO_ERROR, type StatementData } from './pdo-data.ts';
import { findPlaceholders, type Placeholder, replacePlaceholders } from './parse-params.ts';

/** Registers a value (owned; a reference for a variable) for a placeholder; false after an error. */
export function* bindParam(
  rt: Executor,
  stmt: StatementData,
  key: string | number,
  value: Zval,
  type: number,
  maxLength = 0,
): NativeCode<boolean> {
  const held = yield* prepared(rt, value, type, maxLength);
  if (rt.exception !== null) {
    rt.releaseValue(held);
    return false;
  }
  const name = typeof key === 'string' ? (key.startsWith(':') ? key : `:${key}`) : null;
  const param: BoundParam = { paramno: typeof key === 'number' ? key : -1, name, value: held, type };
  if (stmt.driver?.placeholders === 'native' && !checkName(rt, stmt, param)) {
    rt.releaseValue(held);
    return false;
  }
  store(rt, stmt.params, param);
  return true;
}

/** Drivers that know their placeholders refuse others at once (rewrite_name_to_position). */
function checkName(rt: Executor, stmt: StatementData, param: BoundParam): boolean {
  const names = stmt.driver?.names ?? null;
  if (names === null) return true;
  const at = param.name === null ? param.paramno : names.indexOf(param.name);
  if (at >= 0 && at < names.length) {
    param.paramno = at;
    return true;
  }
  return implError(rt, stmt.dbh, stmt, 'HY093', 'parameter was not defined');
}

function store(rt: Executor, params: Map<string | number, BoundParam>, param: BoundParam): void {
  const key = param.name ?? param.paramno;
  const old = params.get(key);
  params.delete(key);
  params.set(key, param);
  rt.releaseValue(old?.value);
}

/** Texts and flags become what their type says as soon as they are bound. */
function* prepared(rt: Executor, value: Zval, type: number, maxLength: number): NativeCode {
  const v = deref(value);
  const wanted = type & PARAM_TYPE_MASK;
  let made: Zval = v;
  if (wanted === PARAM.str && maxLength <= 0 && v !== null && v !== undefined && typeof v !== 'string') {
    made = yield* rt.toStringOf(v);
  } else if (wanted === PARAM.int && typeof v === 'boolean') made = v ? 1 : 0;
  else if (wanted === PARAM.bool && typeof v === 'number') made = v !== 0;
  if (made === v) return value;
  if (!(value instanceof PhpReference)) {
    rt.releaseValue(value);
    return made;
  }
  const old = value.val;
  value.val = made;
  rt.releaseValue(old);
  return value;
}

/** Binds a variable (owned reference) to a column. */
export function bindColumn(
  rt: Executor,
  stmt: StatementData,
  key: string | number,
  value: PhpReference,
  type: number,
): boolean {
  const name = typeof key === 'string' ? key : null;
  const param: BoundParam = { paramno: typeof key === 'number' ? key - 1 : -1, name, value, type };
  if (name !== null && stmt.columns !== null) {
    param.paramno = stmt.columns.indexOf(name);
    if (param.paramno < 0) {
      const text = `Did not find column name '${name}' in the defined columns; it will not be bound`;
      implError(rt, stmt.dbh, stmt, 'HY000', text);
    }
  }
  store(rt, stmt.boundColumns, param);
  return rt.exception === null;
}

/** PDOStatement::execute() */
export function* execute(rt: Executor, stmt: StatementData, values: PhpArray | null): NativeCode<boolean> {
  const { driver, dbh } = stmt;
  if (driver === null) return false;
  clearError(dbh, stmt);
  if (values !== null) {
    dropParams(rt, stmt.params);
    for (const [key, value] of values.entries()) {
      const at = typeof key === 'string' ? key : Number(key);
      if (!(yield* bindParam(rt, stmt, at, addRef(deref(value)), PARAM.str))) return false;
    }
  }
  let sql = stmt.query;
  if (driver.placeholders === 'emulated') {
    const text = yield* fillIn(rt, stmt);
    if (text === null) return false;
    stmt.activeQuery = text === stmt.query ? null : text;
    sql = text;
  } else {
    for (const param of stmt.params.values()) {
      if (!(yield* driver.bind(param, deref(param.value)))) return handleError(rt, dbh, stmt);
    }
  }
  if (!(yield* driver.execute(sql))) return handleError(rt, dbh, stmt);
  stmt.executed = true;
  describeColumns(stmt);
  return rt.exception === null;
}

function badNumber(rt: Executor, stmt: StatementData, what: string): null {
  implError(rt, stmt.dbh, stmt, 'HY093', what);
  return null;
}

/** Writes the bound values into the text; null after an error. */
function* fillIn(rt: Executor, stmt: StatementData): NativeCode<string | null> {
  const found = findPlaceholders(stmt.query);
  const { places } = found;
  const kinds = new Set(places.map(({ kind }) => kind));
  if (kinds.size > 1) return badNumber(rt, stmt, 'mixed named and positional parameters');
  if (places.length === 0 && stmt.params.size === 0) return replacePlaceholders(stmt.query, found, []);
  const names = new Set(places.map((place) => (place.kind === 'name' ? place.name : '')));
  const tooFew = kinds.has('name') ? stmt.params.size !== names.size : stmt.params.size !== places.length;
  // a name may be there several times
  if (tooFew && !(kinds.has('name') && stmt.params.size > 0 && allNamesBound(stmt, names))) {
    return badNumber(rt, stmt, 'number of bound variables does not match number of tokens');
  }
  if (stmt.params.size > names.size && kinds.has('name')) {
    return badNumber(rt, stmt, 'number of bound variables does not match number of tokens');
  }
  const texts: string[] = [];
  for (const [n, place] of places.entries()) {
    const param = paramOf(stmt, place, n);
    if (param === undefined) return badNumber(rt, stmt, 'parameter was not defined');
    const text = yield* quoted(rt, stmt, param);
    if (text === null) return null;
    texts.push(text);
  }
  return replacePlaceholders(stmt.query, found, texts);
}

function allNamesBound(stmt: StatementData, names: ReadonlySet<string>): boolean {
  return [...names].every((name) => stmt.params.has(name));
}

function paramOf(stmt: StatementData, place: Placeholder, n: number): BoundParam | undefined {
  return stmt.params.get(place.kind === 'name' ? place.name : n);
}

/** A value as a literal of SQL. */
function* quoted(rt: Executor, stmt: StatementData, param: BoundParam): NativeCode<string | null> {
  const v = deref(param.value);
  const type = param.type & PARAM_TYPE_MASK;
  if (type === PARAM.lob && v instanceof PhpResource) {
    return stmt.dbh.driver.quote(yield* lobText(rt, v), type);
  }
  if (v === null || v === undefined || type === PARAM.null) return 'NULL';
  if (type === PARAM.bool) return toBool(v) ? '1' : '0';
  if (type === PARAM.int) return String(toInt(rt, v));
  return stmt.dbh.driver.quote(toStr(rt, v), type);
}

/** Nothing has been executed (any more). */
export function unexecuted(stmt: StatementData): void {
  stmt.executed = false;
  stmt.errorCode = NO_ERROR;
}
