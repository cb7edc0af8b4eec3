/**
 * Enums: case objects and the table from backing values to cases.
 * Source: php-src 8.2 Zend/zend_enum.c
 */
import { MAY_BE_LONG } from '../bytecode/type-flags.ts';
import { PhpArray } from '../value/php-array.ts';
import { PhpObject } from '../value/php-object.ts';
import { type Zval, addRef } from '../value/zval.ts';
import type { ClassEntry } from './class-entry.ts';
import { displayName } from './class-queries.ts';
import type { Runtime } from './runtime.ts';
import { givenTypeName } from './types.ts';

/** zend_enum_new: the object of a case; `backing` null for pure enums. Slot 0 is `name`, slot 1 `value`. Owned. */
export function createEnumCase(rt: Runtime, ce: ClassEntry, caseName: string, backing: Zval): PhpObject {
  const obj = rt.newObject(ce);
  obj.props[0] = caseName;
  if (ce.enumBackingType !== null) obj.props[1] = addRef(backing);
  return obj;
}

/** zend_enum_build_backed_enum_table; all cases must have been evaluated. False after an Error was thrown. */
export function buildBackedEnumTable(rt: Runtime, ce: ClassEntry): boolean {
  const isInt = ((ce.enumBackingType?.mask ?? 0) & MAY_BE_LONG) !== 0;
  const table = new PhpArray();
  for (const constant of ce.constants.values()) {
    if (!constant.isCase || constant.ce !== ce) continue;
    const value = constant.value instanceof PhpObject ? constant.value.props[1] : constant.value;
    const fits = isInt ? typeof value === 'number' || typeof value === 'bigint' : typeof value === 'string';
    if (!fits) {
      rt.throwError(
        'Error',
        `Enum case value type ${givenTypeName(value)} does not match enum backing type ${isInt ? 'int' : 'string'}`,
      );
      return false;
    }
    const key = value as number | bigint | string;
    const existing = typeof key === 'string' ? table.getStr(key) : table.getInt(key);
    if (existing !== undefined) {
      rt.throwError(
        'Error',
        `Duplicate value in enum ${displayName(ce.name)} for cases ${String(existing)} and ${constant.name}`,
      );
      return false;
    }
    if (typeof key === 'string') table.setStr(key, constant.name);
    else table.setInt(key, constant.name);
  }
  ce.enumBackedTable = table;
  return true;
}

/**
 * The name of the case with a backing value; null when there is none. The class's constants must have been updated.
 */
export function findEnumCase(ce: ClassEntry, value: number | bigint | string): string | null {
  const table = ce.enumBackedTable;
  if (table === null) return null;
  const name = typeof value === 'string' ? table.getStr(value) : table.getInt(value);
  return typeof name === 'string' ? name : null;
}
