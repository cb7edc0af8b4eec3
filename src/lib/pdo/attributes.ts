/**
 * Attributes of a PDO object.
 * Source: php-src 8.2 ext/pdo/pdo_dbh.c (pdo_dbh_attribute_set, getAttribute)
 */
import { ACC_PUBLIC } from '../../bytecode/type-flags.ts';
import { isDerivedClass } from '../../object/class-queries.ts';
import type { NativeCode } from '../../object/native-code.ts';
import { debugTypeName, isNumeric, toInt } from '../../value/convert.ts';
import { PhpArray } from '../../value/php-array.ts';
import { addRef, deref, type Zval } from '../../value/zval.ts';
import type { Executor } from '../../vm/executor.ts';
import { ATTR, FETCH } from './constants.ts';
import { clearError, handleError, implError } from './errors.ts';
import type { PdoData } from './pdo-data.ts';

/** pdo_get_long_param: null after a TypeError. */
export function intValue(rt: Executor, value: Zval): number | null {
  const v = deref(value);
  if (typeof v === 'number') return v;
  if (typeof v === 'boolean') return v ? 1 : 0;
  if (typeof v === 'string' && isNumeric(v)) return Number(toInt(rt, v));
  const text = `Attribute value must be of type int for selected attribute, ${debugTypeName(v)} given`;
  return rt.throwError('TypeError', text);
}

/** pdo_get_bool_param */
export function boolValue(rt: Executor, value: Zval): boolean | null {
  const v = deref(value);
  if (typeof v === 'boolean') return v;
  if (typeof v === 'number') return v !== 0;
  const text = `Attribute value must be of type bool for selected attribute, ${debugTypeName(v)} given`;
  return rt.throwError('TypeError', text);
}

function oneOf(rt: Executor, value: Zval, most: number, wrong: string): number | null {
  const n = intValue(rt, value);
  if (n === null || (n >= 0 && n <= most)) return n;
  return rt.throwError('ValueError', wrong);
}

function fetchMode(rt: Executor, value: Zval): number | null {
  const v = deref(value);
  const first = v instanceof PhpArray ? deref(v.getInt(0)) : undefined;
  if (first === FETCH.into || first === FETCH.class) {
    const text = 'PDO::FETCH_INTO and PDO::FETCH_CLASS cannot be set as the default fetch mode';
    return rt.throwError('ValueError', text);
  }
  const mode = intValue(rt, first ?? v);
  if (mode !== FETCH.default) return mode;
  return rt.throwError('ValueError', 'Fetch mode must be a bitmask of PDO::FETCH_* constants');
}

const WRONG_FORMAT =
  'PDO::ATTR_STATEMENT_CLASS value must be an array with the format array(classname, constructor_args)';

function* statementClass(rt: Executor, dbh: PdoData, value: Zval): NativeCode<true | null> {
  const list = deref(value);
  if (!(list instanceof PhpArray)) {
    const text = `PDO::ATTR_STATEMENT_CLASS value must be of type array, ${debugTypeName(list)} given`;
    return rt.throwError('TypeError', text);
  }
  const name = deref(list.getInt(0));
  if (typeof name !== 'string') return rt.throwError('ValueError', WRONG_FORMAT);
  const ce = yield* rt.autoloadClass(name);
  if (ce === null) {
    if (rt.exception !== null) return null;
    return rt.throwError('TypeError', 'PDO::ATTR_STATEMENT_CLASS class must be a valid class');
  }
  const base = rt.classOf('PDOStatement');
  if (ce !== base && !isDerivedClass(ce, base)) {
    return rt.throwError('TypeError', 'PDO::ATTR_STATEMENT_CLASS class must be derived from PDOStatement');
  }
  const ctor = ce.magic.constructor_;
  if (ctor !== null && (ctor.fnFlags & ACC_PUBLIC) !== 0) {
    return rt.throwError('TypeError', 'User-supplied statement class cannot have a public constructor');
  }
  const args = deref(list.getInt(1));
  if (args !== undefined && !(args instanceof PhpArray)) {
    // what PHP 8.2 names is the outer array
    const text = `PDO::ATTR_STATEMENT_CLASS constructor_args must be of type ?array, ${debugTypeName(list)} given`;
    return rt.throwError('TypeError', text);
  }
  dbh.statementClass = ce;
  rt.releaseValue(dbh.statementArgs);
  dbh.statementArgs = args === undefined ? null : addRef(args);
  return true;
}

/** The attributes that PDO keeps itself; undefined: the driver's; null: an exception was raised. */
function* ownAttribute(
  rt: Executor,
  dbh: PdoData,
  attribute: number,
  value: Zval,
): NativeCode<true | null | undefined> {
  let n: number | boolean | null;
  if (attribute === ATTR.errmode) {
    n = oneOf(rt, value, 2, 'Error mode must be one of the PDO::ERRMODE_* constants');
    if (n !== null) dbh.errorMode = n;
  } else if (attribute === ATTR.case) {
    n = oneOf(rt, value, 2, 'Case folding mode must be one of the PDO::CASE_* constants');
    if (n !== null) dbh.columnCase = n;
  } else if (attribute === ATTR.oracleNulls) {
    n = intValue(rt, value);
    if (n !== null) dbh.nulls = n;
  } else if (attribute === ATTR.defaultFetchMode) {
    n = fetchMode(rt, value);
    if (n !== null) dbh.defaultFetch = n;
  } else if (attribute === ATTR.stringifyFetches) {
    n = boolValue(rt, value);
    if (n !== null) dbh.stringify = n;
  } else if (attribute === ATTR.statementClass) return yield* statementClass(rt, dbh, value);
  else return undefined;
  return n === null ? null : true;
}

/** False after an error. */
export function* setAttribute(rt: Executor, dbh: PdoData, attribute: number, value: Zval): NativeCode<boolean> {
  const own = yield* ownAttribute(rt, dbh, attribute, value);
  if (own !== undefined) return own === true;
  clearError(dbh, null);
  if (yield* dbh.driver.setAttribute(attribute, deref(value))) return true;
  return rt.exception === null && handleError(rt, dbh, null);
}

export function* getAttribute(rt: Executor, dbh: PdoData, attribute: number): NativeCode {
  clearError(dbh, null);
  if (attribute === ATTR.persistent) return dbh.persistent;
  if (attribute === ATTR.case) return dbh.columnCase;
  if (attribute === ATTR.oracleNulls) return dbh.nulls;
  if (attribute === ATTR.errmode) return dbh.errorMode;
  if (attribute === ATTR.driverName) return dbh.driver.name;
  if (attribute === ATTR.defaultFetchMode) return dbh.defaultFetch;
  if (attribute === ATTR.stringifyFetches) return dbh.stringify;
  if (attribute === ATTR.statementClass) {
    const parts: Zval[] = [dbh.statementClass?.name ?? 'PDOStatement'];
    if (dbh.statementArgs !== null) parts.push(addRef(dbh.statementArgs));
    return PhpArray.fromList(parts);
  }
  const v = yield* dbh.driver.getAttribute(attribute);
  if (v !== undefined) return v;
  if (dbh.driver.error !== null) return handleError(rt, dbh, null);
  return implError(rt, dbh, null, 'IM001', 'driver does not support that attribute');
}
