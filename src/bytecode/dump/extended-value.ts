/**
 * The notes that a dump makes of `extendedValue`: `(ref)`, `(isset)`, `(string)`, `4 (packed)`, ...
 * Source: php-src 8.2 Zend/Optimizer/zend_dump.c (zend_dump_op)
 */
import type { Opline } from '../op-array.ts';
import { type ExtendedUse, type OpcodeRow, opcodeName } from '../opcodes.ts';
import {
  ZEND_ARRAY_ELEMENT_REF,
  ZEND_ARRAY_NOT_PACKED,
  ZEND_ARRAY_SIZE_SHIFT,
  ZEND_EVAL,
  ZEND_FETCH_DIM_WRITE,
  ZEND_FETCH_GLOBAL,
  ZEND_FETCH_GLOBAL_LOCK,
  ZEND_FETCH_LOCAL,
  ZEND_FETCH_OBJ_FLAGS,
  ZEND_FETCH_REF,
  ZEND_INCLUDE,
  ZEND_INCLUDE_ONCE,
  ZEND_ISEMPTY,
  ZEND_REQUIRE,
  ZEND_REQUIRE_ONCE,
  ZEND_RETURNS_FUNCTION,
  ZEND_RETURNS_VALUE,
} from '../operand-flags.ts';
import { typeMaskNote } from './type-info.ts';

/** By zval type number (CAST's extendedValue). */
const TYPE_NAMES: Readonly<Record<number, string>> = {
  1: 'null',
  2: 'false',
  3: 'true',
  4: 'long',
  5: 'double',
  6: 'string',
  7: 'array',
  8: 'object',
  9: 'resource',
  12: 'callable',
  14: 'void',
  17: 'never',
  18: 'bool',
};

const INCLUDE_NAMES: Readonly<Record<number, string>> = {
  [ZEND_EVAL]: 'eval',
  [ZEND_INCLUDE]: 'include',
  [ZEND_INCLUDE_ONCE]: 'include_once',
  [ZEND_REQUIRE]: 'require',
  [ZEND_REQUIRE_ONCE]: 'require_once',
};

function varFetchNote(value: number): string {
  if ((value & ZEND_FETCH_GLOBAL) !== 0) return ' (global)';
  if ((value & ZEND_FETCH_LOCAL) !== 0) return ' (local)';
  return (value & ZEND_FETCH_GLOBAL_LOCK) !== 0 ? ' (global+lock)' : '';
}

function objFlagsNote(value: number): string {
  const flags = value & ZEND_FETCH_OBJ_FLAGS;
  if (flags === ZEND_FETCH_REF) return ' (ref)';
  return flags === ZEND_FETCH_DIM_WRITE ? ' (dim write)' : '';
}

function returnsNote(value: number): string {
  if (value === ZEND_RETURNS_VALUE) return ' (value)';
  return (value & ZEND_RETURNS_FUNCTION) !== 0 ? ' (function)' : '';
}

function note(use: ExtendedUse, value: number): string {
  switch (use) {
    case 'num':
      return ` ${value >>> 0}`;
    case 'op':
      return ` (${opcodeName(value)})`;
    case 'type':
      return ` (${TYPE_NAMES[value] ?? '???'})`;
    case 'type-mask':
      return typeMaskNote(value);
    case 'eval':
      return ` (${INCLUDE_NAMES[value] ?? '???'})`;
    case 'returns':
      return returnsNote(value);
    case 'var-fetch':
      return varFetchNote(value);
    case 'isset':
      return (value & ZEND_ISEMPTY) !== 0 ? ' (empty)' : ' (isset)';
    case 'array-init':
      return ` ${value >>> ZEND_ARRAY_SIZE_SHIFT}${(value & ZEND_ARRAY_NOT_PACKED) !== 0 ? '' : ' (packed)'}`;
    case 'ref':
      return (value & ZEND_ARRAY_ELEMENT_REF) !== 0 ? ' (ref)' : '';
    case 'fetch-ref':
    case 'dim-write':
      return '';
    case 'last-catch':
    case 'jump':
    case 'cache-slot':
      return '';
  }
}

/** Uses that fill the whole number: beside them Zend's dump shows no flags. */
const WHOLE: ReadonlySet<ExtendedUse> = new Set(['num', 'op', 'type', 'type-mask', 'eval', 'returns']);

/** The notes between an opline's name and its first operand. */
export function extendedNotes(opline: Opline, row: OpcodeRow | undefined): string {
  if (row === undefined) return '';
  let out = '';
  for (const use of row.extended) {
    out += note(use, opline.extendedValue);
    if (WHOLE.has(use)) return out;
  }
  if (row.extended.includes('fetch-ref') || row.extended.includes('dim-write')) {
    out += objFlagsNote(opline.extendedValue);
  }
  return out;
}
