/**
 * Results nobody needs: FREE, or an opline that makes none.
 * Source: php-src 8.2 Zend/zend_compile.c (zend_do_free)
 */
import { IS_TMP_VAR, IS_VAR } from '../../bytecode/op-array.ts';
import { OP } from '../../bytecode/opcodes.ts';
import type { Compiler, Znode } from './context.ts';
import { emitOp, oplineAt, unsetResult } from './emit-op.ts';

/**
 * zend_do_free: the value of a node is not needed. Prefers an opline without result (`$i++;` becomes PRE_INC) to a FREE.
 */
export function doFree(c: Compiler, op1: Znode): void {
  if (op1.opType === IS_TMP_VAR) freeTmp(c, op1);
  else if (op1.opType === IS_VAR) freeVar(c, op1);
}

/** Number of the last opline that is not END_SILENCE or OP_DATA. */
function lastResultOpline(c: Compiler): number {
  let i = c.opArray.opcodes.length - 1;
  while (i > 0) {
    const { opcode } = oplineAt(c, i);
    if (opcode !== OP.END_SILENCE && opcode !== OP.OP_DATA && opcode !== OP.EXT_FCALL_END) break;
    i--;
  }
  return i;
}

function freeTmp(c: Compiler, op1: Znode): void {
  const opline = oplineAt(c, lastResultOpline(c));
  if (opline.resultType === IS_TMP_VAR && opline.result === op1.num) {
    switch (opline.opcode) {
      case OP.BOOL:
      case OP.BOOL_NOT:
        return; // booleans need no freeing
      case OP.POST_INC_STATIC_PROP:
      case OP.POST_DEC_STATIC_PROP:
      case OP.POST_INC_OBJ:
      case OP.POST_DEC_OBJ:
      case OP.POST_INC:
      case OP.POST_DEC:
        opline.opcode -= 2; // PRE_*
        unsetResult(opline);
        return;
      case OP.ASSIGN:
      case OP.ASSIGN_DIM:
      case OP.ASSIGN_OBJ:
      case OP.ASSIGN_STATIC_PROP:
      case OP.ASSIGN_OP:
      case OP.ASSIGN_DIM_OP:
      case OP.ASSIGN_OBJ_OP:
      case OP.ASSIGN_STATIC_PROP_OP:
      case OP.PRE_INC_STATIC_PROP:
      case OP.PRE_DEC_STATIC_PROP:
      case OP.PRE_INC_OBJ:
      case OP.PRE_DEC_OBJ:
      case OP.PRE_INC:
      case OP.PRE_DEC:
        unsetResult(opline);
        return;
      default:
        break;
    }
  }
  emitOp(c, null, OP.FREE, op1, null);
}

function freeVar(c: Compiler, op1: Znode): void {
  let i = lastResultOpline(c);
  const last = oplineAt(c, i);
  if (last.resultType === IS_VAR && last.result === op1.num) {
    if (last.opcode === OP.FETCH_THIS) last.opcode = OP.NOP;
    unsetResult(last);
    return;
  }
  for (; i >= 0; i--) {
    const opline = oplineAt(c, i);
    const isList = opline.opcode === OP.FETCH_LIST_R || opline.opcode === OP.FETCH_LIST_W;
    if (isList && opline.op1Type === IS_VAR && opline.op1 === op1.num) {
      emitOp(c, null, OP.FREE, op1, null);
      return;
    }
    if (opline.resultType === IS_VAR && opline.result === op1.num) {
      if (opline.opcode === OP.NEW) emitOp(c, null, OP.FREE, op1, null);
      return;
    }
  }
}
