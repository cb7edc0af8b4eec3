/**
 * How PDO reports errors: by its error mode, as PDOException.
 * Source: php-src 8.2 ext/pdo/pdo_dbh.c (pdo_raise_impl_error, pdo_handle_error, pdo_throw_exception)
 */
import { E_WARNING } from '../../base/diagnostics.ts';
import type { ClassDef } from '../../object/class-def.ts';
import { SLOT_CODE } from '../../object/exception-slots.ts';
import { ACC_PUBLIC } from '../../bytecode/type-flags.ts';
import { typeFromNames } from '../../bytecode/type-from-names.ts';
import { PhpArray } from '../../value/php-array.ts';
import type { PhpObject } from '../../value/php-object.ts';
import type { Zval } from '../../value/zval.ts';
import { createException } from '../../vm/exceptions.ts';
import type { Executor } from '../../vm/executor.ts';
import { runningName } from '../swoole/support.ts';
import { type MethodDef, method } from '../define.ts';
import { ERRMODE } from './constants.ts';
import type { DriverError } from './driver.ts';
import { NO_ERROR, PdoData, type StatementData } from './pdo-data.ts';
import { sqlStateText } from './sqlstate.ts';

export const pdoExceptionClass: ClassDef<MethodDef> = {
  name: 'PDOException',
  parent: 'RuntimeException',
  properties: [{ name: 'errorInfo', flags: ACC_PUBLIC, type: typeFromNames(['array', 'null']), default: null }],
};

function throwPdo(rt: Executor, message: string, code: string | number, info: readonly Zval[]): void {
  const exception = createException(rt, rt.classOf('PDOException'), message, 0);
  exception.props[SLOT_CODE] = code;
  const slot = exception.ce.propertiesInfoTable.findIndex((one) => one?.name === 'errorInfo');
  exception.props[slot] = PhpArray.fromList([...info]);
  rt.throwObject(exception);
}

/** A PDOException with a plain message; null. */
export function pdoError(rt: Executor, message: string): null {
  return rt.throwError('PDOException', message);
}

/** Why there is no connection. */
export function connectError(rt: Executor, error: DriverError): void {
  const { sqlState, code, message } = error;
  throwPdo(rt, `SQLSTATE[${sqlState}] [${code}] ${message}`, code, [sqlState, code, message]);
}

/** An error of PDO's own: `what` goes behind the meaning of the SQLSTATE. Answers false. */
export function implError(
  rt: Executor,
  dbh: PdoData,
  stmt: StatementData | null,
  state: string,
  what: string | null,
): false {
  (stmt ?? dbh).errorCode = state;
  const message = `SQLSTATE[${state}]: ${sqlStateText(state)}${what === null ? '' : `: ${what}`}`;
  if (dbh.errorMode === ERRMODE.exception) throwPdo(rt, message, state, [state, 0]);
  else rt.error(E_WARNING, `${runningName(rt)}(): ${message}`);
  return false;
}

/** Takes over the driver's error, if it has one, and reports it by the error mode. Answers false. */
export function handleError(rt: Executor, dbh: PdoData, stmt: StatementData | null): false {
  const { error } = dbh.driver;
  const holder = stmt ?? dbh;
  if (error !== null && error !== dbh.knownError) holder.errorCode = error.sqlState;
  dbh.knownError = error;
  const state = holder.errorCode;
  if (dbh.errorMode === ERRMODE.silent || state === NO_ERROR || state === '') return false;
  const native = error !== null && error.code !== 0 ? `${error.code} ` : '';
  const text = error === null || error.message === '' ? '' : `: ${native}${error.message}`;
  const message = `SQLSTATE[${state}]: ${sqlStateText(state)}${text}`;
  if (dbh.errorMode === ERRMODE.warning) rt.error(E_WARNING, `${runningName(rt)}(): ${message}`);
  else if (rt.exception === null) throwPdo(rt, message, state, errorList(state, error));
  return false;
}

function errorList(state: string, error: DriverError | null): Zval[] {
  if (error === null || error.message === '') return [state];
  return error.own === true ? [state, error.code] : [state, error.code, error.message];
}

/** errorCode() and errorInfo(), in objects whose state `stateOf` finds. */
export function errorMethods(
  link: string,
  stateOf: (rt: Executor, self: PhpObject) => PdoData | StatementData | null,
): readonly MethodDef[] {
  return [
    method({
      name: 'errorCode',
      doc: 'SQLSTATE of the last operation.',
      params: [],
      returns: ['string', 'null'],
      link,
      impl(rt, self) {
        const code = stateOf(rt, self)?.errorCode ?? '';
        return code === '' ? null : code;
      },
    }),
    method({
      name: 'errorInfo',
      doc: 'The error of the last operation.',
      params: [],
      returns: ['array'],
      link,
      impl(rt, self) {
        const state = stateOf(rt, self);
        if (state === null) return false;
        return errorInfo(state instanceof PdoData ? state : state.dbh, state.errorCode);
      },
    }),
  ];
}

function errorInfo(dbh: PdoData, state: string): PhpArray {
  const { error } = dbh.driver;
  if (state === '' || state === NO_ERROR || error === null) return PhpArray.fromList([state, null, null]);
  return PhpArray.fromList(errorList(state, error));
}

/** Nothing has gone wrong so far. */
export function clearError(dbh: PdoData, stmt: StatementData | null): void {
  (stmt ?? dbh).errorCode = NO_ERROR;
  // the driver's own words stay until there are others
  dbh.knownError = dbh.driver.error;
}
