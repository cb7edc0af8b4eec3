/**
 * Names of op_arrays in dumps.
 * Source: php-src 8.2 Zend/Optimizer/zend_dump.c (zend_dump_op_array_name)
 */
import type { OpArray } from '../op-array.ts';
import { cString } from './format.ts';

/** An op_array to be dumped, with the name of the class it belongs to (null: a function or a file). */
export interface DumpUnit {
  opArray: OpArray;
  className: string | null;
}

/** `$_main`, `f`, `C::m` or `{closure}`. */
export function unitName(unit: DumpUnit): string {
  const name = unit.opArray.functionName;
  if (name === null) return '$_main';
  return unit.className === null ? cString(name) : `${cString(unit.className)}::${cString(name)}`;
}
