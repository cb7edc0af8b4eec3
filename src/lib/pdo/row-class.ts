/**
 * PDORow: what PDO::FETCH_LAZY gives. It reads the columns of the row that its statement stands on.
 * Source: php-src 8.2 ext/pdo/pdo_stmt.c (row_prop_read and the following)
 */
import { ACC_FINAL, ACC_NOT_SERIALIZABLE, ACC_PUBLIC } from '../../bytecode/type-flags.ts';
import { typeFromNames } from '../../bytecode/type-from-names.ts';
import type { ClassDef } from '../../object/class-def.ts';
import type { NativeCode } from '../../object/native-code.ts';
import type { Runtime } from '../../object/runtime.ts';
import { toBool } from '../../value/convert.ts';
import { PhpArray } from '../../value/php-array.ts';
import type { PhpObject } from '../../value/php-object.ts';
import { deref, type Zval } from '../../value/zval.ts';
import type { Executor } from '../../vm/executor.ts';
import type { MethodDef } from '../define.ts';
import { fetchValue } from './fetch.ts';
import type { RowData, StatementData } from './pdo-data.ts';

function rowOf(obj: PhpObject): RowData | null {
  return (obj.native ?? null) as RowData | null;
}

function stmtOf(obj: PhpObject): StatementData | null {
  return rowOf(obj)?.stmt ?? null;
}

function columnOf(stmt: StatementData, name: Zval): number {
  if (typeof name === 'number') return name;
  const text = String(name);
  return /^(0|[1-9]\d*)$/.test(text) ? Number(text) : (stmt.columns ?? []).indexOf(text);
}

function read(rt: Runtime, obj: PhpObject, name: Zval): Zval {
  const stmt = stmtOf(obj);
  if (stmt === null) return null;
  const column = columnOf(stmt, deref(name));
  if (column >= 0 && column < (stmt.columns?.length ?? 0)) return fetchValue(rt as Executor, stmt, column);
  return name === 'queryString' ? stmt.query : null;
}

function table(rt: Runtime, obj: PhpObject): PhpArray {
  const stmt = stmtOf(obj);
  const all = new PhpArray();
  if (stmt === null) return all;
  all.setStr('queryString', stmt.query);
  (stmt.columns ?? []).forEach((name, n) => all.update(rt, name, fetchValue(rt as Executor, stmt, n)));
  return all;
}

function* has(rt: Runtime, obj: PhpObject, name: Zval, empty: boolean): NativeCode<boolean> {
  const v = read(rt, obj, name);
  const result = empty ? toBool(v) : v !== null;
  (rt as Executor).releaseValue(v);
  return result;
}

export const pdoRowClass: ClassDef<MethodDef> = {
  name: 'PDORow',
  flags: ACC_FINAL | ACC_NOT_SERIALIZABLE,
  properties: [{ name: 'queryString', flags: ACC_PUBLIC, type: typeFromNames(['string']), default: undefined }],
  handlers: {
    cloneable: false,
    refuseNew: 'You may not create a PDORow manually',
    *readProperty(rt, obj, name) {
      return read(rt, obj, name);
    },
    *readDimension(rt, obj, offset) {
      if (offset === undefined) return rt.throwError('Error', 'Cannot append to PDORow offset');
      return read(rt, obj, offset);
    },
    *writeProperty(rt) {
      return rt.throwError('Error', 'Cannot write to PDORow property');
    },
    *writeDimension(rt) {
      rt.throwError('Error', 'Cannot write to PDORow offset');
    },
    *unsetProperty(rt) {
      rt.throwError('Error', 'Cannot unset PDORow property');
    },
    *unsetDimension(rt) {
      rt.throwError('Error', 'Cannot unset PDORow offset');
    },
    hasProperty: (rt, obj, name, check) => has(rt, obj, name, check === 1),
    hasDimension: (rt, obj, offset, empty) => has(rt, obj, offset, empty),
    getProperties: table,
    debugInfo: table,
    freeNative: (rt, obj) => {
      const row = rowOf(obj);
      if (row === null) return;
      row.stmt.lazyRow = null;
      obj.native = null;
      (rt as Executor).releaseValue(row.owner);
    },
    gcChildren: (obj, visit) => {
      const owner = rowOf(obj)?.owner ?? null;
      if (owner !== null) visit(owner);
    },
  },
};
