/**
 * Pass 11: each literal once, and none that nobody uses.
 * Source: php-src 8.2 Zend/Optimizer/compact_literals.c
 */
import { IS_CONST, type OpArray, type Opline } from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';
import { IS_CONSTANT_UNQUALIFIED_IN_NAMESPACE } from '../bytecode/operand-flags.ts';
import { PhpArray } from '../value/php-array.ts';
import { PhpFloat, type Zval } from '../value/zval.ts';
import { DIMENSION, STATIC_PROPERTY } from './replace-const.ts';

/** How many literals behind one another belong to a first operand: names are followed by their lower-case twins. */
function related1(op: Opline): number {
  switch (op.opcode) {
    case OP.INIT_STATIC_METHOD_CALL:
    case OP.CATCH:
    case OP.DEFINED:
    case OP.FETCH_CLASS_CONSTANT:
    case OP.NEW:
    case OP.DECLARE_CLASS:
    case OP.DECLARE_CLASS_DELAYED:
      return 2;
    default:
      return 1;
  }
}

function related2(opArray: OpArray, op: Opline): number {
  if (STATIC_PROPERTY.has(op.opcode)) return 2;
  if (DIMENSION.has(op.opcode)) return opArray.numericDims?.has(op.op2) === true ? 2 : 1;
  switch (op.opcode) {
    case OP.INIT_NS_FCALL_BY_NAME:
      return 3;
    case OP.FETCH_CONSTANT:
      return (op.op1 & IS_CONSTANT_UNQUALIFIED_IN_NAMESPACE) !== 0 ? 3 : 2;
    case OP.INIT_FCALL_BY_NAME:
    case OP.INIT_METHOD_CALL:
    case OP.INIT_STATIC_METHOD_CALL:
    case OP.FETCH_CLASS:
    case OP.INSTANCEOF:
      return 2;
    default:
      return 1;
  }
}

/** What two literals have in common that may be one; null: never the same as another. */
function identity(literals: readonly Zval[], at: number, related: number): string | null {
  const value = literals[at];
  if (value === null) return 'null';
  if (value instanceof PhpFloat) return `float ${Object.is(value.value, -0) ? '-0' : value.value}`;
  if (value instanceof PhpArray) return value.count === 0 ? 'array' : null;
  if (typeof value === 'object' || value === undefined) return null;
  const all = literals.slice(at, at + related).map(String);
  return `${typeof value} ${related} ${all.join('\0')}`;
}

/** Runs pass 11 on an op_array. */
export function pass11(opArray: OpArray): void {
  const from = opArray.literals;
  const related = new Map<number, number>();
  for (const op of opArray.opcodes) {
    if (op.op1Type === IS_CONST) related.set(op.op1, related1(op));
    if (op.op2Type === IS_CONST) related.set(op.op2, related2(opArray, op));
  }
  const literals: Zval[] = [];
  const numericDims = new Set<number>();
  const map = new Map<number, number>();
  const known = new Map<string, number>();
  for (const at of [...related.keys()].sort((a, b) => a - b)) {
    const count = related.get(at) as number;
    const key = identity(from, at, count);
    const same = key === null ? undefined : known.get(key);
    map.set(at, same ?? literals.length);
    if (same !== undefined) continue;
    if (key !== null) known.set(key, literals.length);
    if (opArray.numericDims?.has(at) === true) numericDims.add(literals.length);
    literals.push(...from.slice(at, at + count));
  }
  for (const op of opArray.opcodes) {
    if (op.op1Type === IS_CONST) op.op1 = map.get(op.op1) as number;
    if (op.op2Type === IS_CONST) op.op2 = map.get(op.op2) as number;
  }
  opArray.literals = literals;
  opArray.numericDims = numericDims.size === 0 ? null : numericDims;
}
