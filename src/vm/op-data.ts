/**
 * The operand in an OP_DATA: the value of an assignment to an element or property sits in the opline behind it.
 * Source: php-src Zend/zend_execute.c (get_op_data_zval_ptr_r), zend_vm_def.h (GET_OP_DATA_ZVAL_PTR)
 */
import type { Opline } from '../bytecode/op-array.ts';
import type { Zval } from '../value/zval.ts';
import type { ExecuteData } from './execute-data.ts';
import type { Executor } from './executor.ts';
import { freeOp1, readOp1, takeOp1 } from './operands.ts';

/** The OP_DATA behind the current opline. */
export function opDataOf(ex: ExecuteData): Opline {
  return ex.opcodes[ex.opline + 1] as Opline;
}

/** Its value, owned. */
export function takeOpData(vm: Executor, ex: ExecuteData): Zval {
  return takeOp1(vm, ex, opDataOf(ex));
}

/** Its value, borrowed. */
export function readOpData(vm: Executor, ex: ExecuteData): Zval {
  return readOp1(vm, ex, opDataOf(ex));
}

/** FREE_OP_DATA */
export function freeOpData(vm: Executor, ex: ExecuteData): void {
  freeOp1(vm, ex, opDataOf(ex));
}
