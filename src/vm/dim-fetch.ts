/**
 * Finding array elements: the key that an operand means, and the bucket for reading or writing.
 * Source: php-src 8.2 Zend/zend_execute.c (zend_fetch_dimension_address_inner, slow_index_convert)
 */
import { E_WARNING } from '../base/diagnostics.ts';
import { IS_CONST, IS_CV, type OpArray, type Opline } from '../bytecode/op-array.ts';
import { type ArrayKey, normalizeKey } from '../value/array-key.ts';
import { toArrayKey } from '../value/convert.ts';
import type { PhpArray } from '../value/php-array.ts';
import { PhpReference, type Zval } from '../value/zval.ts';
import type { ExecuteData } from './execute-data.ts';
import type { Executor } from './executor.ts';
import { undefinedCv } from './operands.ts';

/** Operand 2 raw, references followed; undefined for an undefined CV (no warning yet). */
export function rawOp2(ex: ExecuteData, op: Opline): Zval {
  if (op.op2Type === IS_CONST) return op.op2Lit;
  const v = ex.slots[ex.base + op.op2];
  return v instanceof PhpReference ? v.val : v;
}

/**
 * Operand 2 as the offset of an object: a literal that was written as a numeric string is that string
 * (ZEND_EXTRA_VALUE); an undefined variable warns and is null; undefined: no operand (`$o[]`).
 */
export function objectOffset(vm: Executor, ex: ExecuteData, op: Opline): Zval {
  if (op.op2Type === IS_CONST) {
    const func = ex.func as OpArray;
    return func.numericDims?.has(op.op2) === true ? func.literals[op.op2 + 1] : op.op2Lit;
  }
  if (op.op2Type === 0) return undefined;
  const v = rawOp2(ex, op);
  return v === undefined && op.op2Type === IS_CV ? undefinedCv(vm, ex, op.op2) : v;
}

/** The array key that operand 2 means; undefined after a TypeError. An undefined variable warns and means "". */
export function dimKey(vm: Executor, ex: ExecuteData, op: Opline): ArrayKey | undefined {
  const dim = op.op2Type === IS_CONST ? op.op2Lit : ex.slots[ex.base + op.op2];
  if (typeof dim === 'number') return dim;
  if (typeof dim === 'string') return op.op2Type === IS_CONST ? dim : normalizeKey(dim);
  if (dim === undefined && op.op2Type === IS_CV) undefinedCv(vm, ex, op.op2);
  const key = toArrayKey(vm, dim);
  return key === null ? undefined : key;
}

/** "Undefined array key 5" */
export function undefinedArrayKey(vm: Executor, key: ArrayKey): void {
  vm.error(E_WARNING, typeof key === 'string' ? `Undefined array key "${key}"` : `Undefined array key ${key}`);
}

/** The position of an element for writing: a missing one is added as null. */
export function positionForWrite(array: PhpArray, key: ArrayKey): number {
  const pos = array.posOf(key);
  if (pos >= 0) return pos;
  array.set(key, null);
  return array.posOf(key);
}
