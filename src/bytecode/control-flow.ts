/**
 * What every reader of an op_array's flow needs: where an opline jumps to, and whether a second one belongs to it.
 * Source: php-src 8.2 Zend/Optimizer/zend_cfg.c (zend_build_cfg)
 */
import { PhpArray } from '../value/php-array.ts';
import type { Opline } from './op-array.ts';
import { OP, OPCODES } from './opcodes.ts';
import { ZEND_LAST_CATCH } from './operand-flags.ts';

/** Opline numbers that the opline may jump to: of a jump table its entries in order, then the default. */
export function jumpTargets(op: Opline): number[] {
  const row = OPCODES[op.opcode];
  if (row === undefined) return [];
  if (row.flow === 'switch' && op.op2Lit instanceof PhpArray) {
    return [...op.op2Lit.valueList().map(Number), op.extendedValue];
  }
  if (row.op1 === 'jump') return [op.op1];
  if (op.opcode === OP.CATCH && (op.extendedValue & ZEND_LAST_CATCH) !== 0) return [];
  if (row.op2 === 'jump') return [op.op2];
  return row.extended.includes('jump') ? [op.extendedValue] : [];
}

const WITH_DATA: ReadonlySet<number> = new Set<number>([
  OP.ASSIGN_DIM,
  OP.ASSIGN_OBJ,
  OP.ASSIGN_STATIC_PROP,
  OP.ASSIGN_DIM_OP,
  OP.ASSIGN_OBJ_OP,
  OP.ASSIGN_STATIC_PROP_OP,
  OP.ASSIGN_OBJ_REF,
  OP.ASSIGN_STATIC_PROP_REF,
]);

/** Whether an OP_DATA stands behind the opline. */
export function hasData(op: Opline): boolean {
  return WITH_DATA.has(op.opcode);
}

/** The operator sign of an ASSIGN_OP's extended_value, by opcode. */
export const ASSIGN_SIGNS: Readonly<Record<number, string>> = {
  [OP.ADD]: '+',
  [OP.SUB]: '-',
  [OP.MUL]: '*',
  [OP.DIV]: '/',
  [OP.MOD]: '%',
  [OP.SL]: '<<',
  [OP.SR]: '>>',
  [OP.CONCAT]: '.',
  [OP.BW_OR]: '|',
  [OP.BW_AND]: '&',
  [OP.BW_XOR]: '^',
  [OP.POW]: '**',
};
