/**
 * `$string[offset]`: offsets, reading and writing one byte.
 * Source: php-src 8.2 Zend/zend_execute.c (zend_check_string_offset, zend_fetch_dimension_address_read,
 * zend_assign_to_string_offset, zend_wrong_string_offset_error)
 */
import { E_WARNING } from '../base/diagnostics.ts';
import type { Opline } from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';
import { ZEND_FETCH_DIM_DIM, ZEND_FETCH_DIM_INCDEC, ZEND_FETCH_DIM_OBJ } from '../bytecode/operand-flags.ts';
import { BP_VAR_IS, BP_VAR_UNSET, type FetchMode } from '../object/class-handlers.ts';
import { floatToIntImplicit, toInt, typeName } from '../value/convert.ts';
import { parseNumeric } from '../value/numeric-string.ts';
import { deref, PhpFloat, type PhpInt, type Zval } from '../value/zval.ts';
import type { Executor } from './executor.ts';

/** The TypeError for an offset that cannot be one. */
function illegalStringOffset(vm: Executor, dim: Zval): undefined {
  vm.throwError('TypeError', `Cannot access offset of type ${typeName(dim)} on string`);
  return undefined;
}

/** zend_check_string_offset: the offset as an int; undefined after a TypeError. Warns about casts and trailing data. */
export function stringOffset(vm: Executor, dim: Zval, mode: FetchMode): PhpInt | undefined {
  const v = deref(dim);
  if (typeof v === 'number' || typeof v === 'bigint') return v;
  if (typeof v === 'string') {
    const n = parseNumeric(v, true);
    if (n === null || n.value instanceof PhpFloat) return illegalStringOffset(vm, v);
    if (n.trailing && mode !== BP_VAR_UNSET) vm.error(E_WARNING, `Illegal string offset "${v}"`);
    return n.value;
  }
  if (v === undefined || v === null || typeof v === 'boolean' || v instanceof PhpFloat) {
    if (mode !== BP_VAR_IS) vm.error(E_WARNING, 'String offset cast occurred');
    return toInt(vm, v);
  }
  return illegalStringOffset(vm, v);
}

/** Reads `str[dim]` for R and IS modes: a one-byte string; null in IS mode or after an error. */
export function readStringOffset(vm: Executor, str: string, dim: Zval, mode: FetchMode): Zval {
  const v = deref(dim);
  if (mode === BP_VAR_IS && typeof v === 'string') {
    const n = parseNumeric(v, true);
    if (n === null || n.value instanceof PhpFloat) return null;
  }
  const offset = stringOffset(vm, v, mode);
  if (offset === undefined) return null;
  const at = Number(offset);
  const real = at < 0 ? str.length + at : at;
  if (real >= 0 && real < str.length) return str.charAt(real);
  if (mode === BP_VAR_IS) return null;
  vm.error(E_WARNING, `Uninitialized string offset ${offset}`);
  return '';
}

/** isset($str[dim]); with `checkEmpty` the answer of "is set and not empty". */
export function hasStringOffset(vm: Executor, str: string, dim: Zval, checkEmpty: boolean): boolean {
  const v = deref(dim) ?? null;
  let offset: PhpInt;
  if (typeof v === 'number' || typeof v === 'bigint') {
    offset = v;
  } else if (typeof v === 'string') {
    const n = parseNumeric(v, false);
    if (n === null || n.value instanceof PhpFloat) return false;
    offset = n.value;
  } else if (v instanceof PhpFloat) {
    offset = floatToIntImplicit(vm, v.value);
  } else if (v === null || typeof v === 'boolean') {
    offset = toInt(vm, v);
  } else {
    return false;
  }
  const at = Number(offset);
  const real = at < 0 ? str.length + at : at;
  if (real < 0 || real >= str.length) return false;
  return !checkEmpty || str.charAt(real) !== '0';
}

/** What a write of one byte makes of the string, and the byte that the expression yields. */
interface ByteWrite {
  readonly str: string;
  readonly byte: string;
}

/**
 * zend_assign_to_string_offset with the value as a string; null when nothing was written (a warning was given and the
 * expression is null, or an error was thrown).
 */
export function writeStringOffset(vm: Executor, str: string, offset: PhpInt, value: string): ByteWrite | null {
  const at = Number(offset);
  if (at < -str.length) {
    vm.error(E_WARNING, `Illegal string offset ${offset}`);
    return null;
  }
  if (value.length !== 1) {
    if (value.length === 0) {
      return vm.throwError('Error', 'Cannot assign an empty string to a string offset');
    }
    vm.error(E_WARNING, 'Only the first byte will be assigned to the string offset');
  }
  const real = at < 0 ? str.length + at : at;
  const byte = value.charAt(0);
  if (real >= str.length) return { str: str + ' '.repeat(real - str.length) + byte, byte };
  return { str: str.slice(0, real) + byte + str.slice(real + 1), byte };
}

/** zend_wrong_string_offset_error: the Error for a use of `$str[x]` that needs a zval. */
export function wrongStringOffset(vm: Executor, op: Opline): null {
  if (vm.exception !== null) return null;
  return vm.throwError('Error', wrongUseMessage(op));
}

function wrongUseMessage(op: Opline): string {
  if (op.opcode === OP.ASSIGN_DIM_OP) return 'Cannot use assign-op operators with string offsets';
  if (op.opcode === OP.FETCH_LIST_W) return 'Cannot create references to/from string offsets';
  switch (op.extendedValue) {
    case ZEND_FETCH_DIM_DIM:
      return 'Cannot use string offset as an array';
    case ZEND_FETCH_DIM_OBJ:
      return 'Cannot use string offset as an object';
    case ZEND_FETCH_DIM_INCDEC:
      return 'Cannot increment/decrement string offsets';
    default:
      return 'Cannot create references to/from string offsets';
  }
}
