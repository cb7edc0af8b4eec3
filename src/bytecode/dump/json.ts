/**
 * Op_arrays as JSON, for tools: every field of every opline, with names beside the numbers.
 */
import { CALL_FRAME_SLOT, IS_CONST, IS_CV, IS_TMP_VAR, IS_VAR, type OpArray, type Opline } from '../op-array.ts';
import { OPCODES, type OperandUse, opcodeName } from '../opcodes.ts';
import { PhpArray } from '../../value/php-array.ts';
import { PhpFloat, type Zval } from '../../value/zval.ts';
import { type DumpUnit, unitName } from './op-array-name.ts';
import { formatOpline } from './opcache.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const LIVE_KINDS = ['tmp/var', 'loop', 'silence', 'rope', 'new'];

/** A constant; ints beyond 2^53 are strings of digits, strings have one char per byte. */
function constant(v: Zval): Json {
  if (v === undefined || v === null) return { type: v === null ? 'null' : 'undef' };
  if (typeof v === 'boolean') return { type: 'bool', value: v };
  if (typeof v === 'number') return { type: 'int', value: v };
  if (typeof v === 'bigint') return { type: 'int', value: String(v) };
  if (typeof v === 'string') return { type: 'string', value: v };
  if (v instanceof PhpFloat) {
    return { type: 'float', value: Number.isFinite(v.value) ? v.value : String(v.value) };
  }
  if (v instanceof PhpArray) {
    return { type: 'array', value: [...v.entries()].map(([key, val]) => [constant(key), constant(val)]) };
  }
  return { type: 'constant-ast' };
}

function operand(opArray: OpArray, type: number, num: number, lit: Zval, use: OperandUse): Json {
  const slot = num - CALL_FRAME_SLOT;
  switch (type) {
    case IS_CONST:
      return { kind: 'const', ...(constant(lit) as { [key: string]: Json }) };
    case IS_CV:
      return { kind: 'cv', slot, name: opArray.vars[slot] ?? null };
    case IS_VAR:
      return { kind: 'var', slot };
    case IS_TMP_VAR:
      return { kind: 'tmp', slot };
    default:
      return use === 'none' || use === 'value' || use === 'cache-slot' ? null : { kind: use, value: num };
  }
}

function opline(opArray: OpArray, op: Opline, num: number): Json {
  const row = OPCODES[op.opcode];
  return {
    number: num,
    line: op.lineno,
    opcode: op.opcode,
    name: opcodeName(op.opcode),
    op1: operand(opArray, op.op1Type, op.op1, op.op1Lit, row?.op1 ?? 'none'),
    op2: operand(opArray, op.op2Type, op.op2, op.op2Lit, row?.op2 ?? 'none'),
    result: operand(opArray, op.resultType, op.result, undefined, 'none'),
    extendedValue: op.extendedValue,
    text: formatOpline(opArray, op),
  };
}

function unitJson(unit: DumpUnit): Json {
  const { opArray } = unit;
  return {
    name: unitName(unit),
    file: opArray.fileName,
    lineStart: opArray.lineStart,
    lineEnd: opArray.lineEnd,
    args: opArray.numArgs,
    vars: [...opArray.vars],
    tmps: opArray.T,
    flags: opArray.fnFlags >>> 0,
    opcodes: opArray.opcodes.map((op, num) => opline(opArray, op, num)),
    liveRanges: opArray.liveRanges.map((r) => ({
      slot: r.var - CALL_FRAME_SLOT,
      kind: LIVE_KINDS[r.kind] ?? '',
      start: r.start,
      end: r.end,
    })),
    tryCatch: opArray.tryCatch.map((t) => ({ ...t })),
  };
}

/** The script's op_arrays as a JSON text that ends with a line feed. */
export function dumpJson(units: readonly DumpUnit[]): string {
  return `${JSON.stringify(units.map(unitJson), null, 2)}\n`;
}
