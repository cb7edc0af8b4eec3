/**
 * What `return`, `break`, `continue` and `goto` must do on their way out: free loop variables, run finally blocks.
 * Source: php-src 8.2 Zend/zend_compile.c (zend_handle_loops_and_finally)
 */
import { IS_TMP_VAR } from '../../bytecode/op-array.ts';
import { OP } from '../../bytecode/opcodes.ts';
import { ZEND_FREE_ON_RETURN } from '../../bytecode/operand-flags.ts';
import type { Compiler, Znode } from './context.ts';
import { getNextOp, setOp2 } from './emit-op.ts';

/**
 * Leaves `depth` loops (and all finally blocks between): emits FAST_CALL, DISCARD_EXCEPTION, FREE, FE_FREE.
 * False when there are fewer loops than that. `returnValue` is a temporary that a FAST_CALL must free when the finally
 * block discards it.
 */
export function handleLoopsAndFinallyEx(c: Compiler, depth: number, returnValue: Znode | null): boolean {
  let left = depth;
  const stack = c.loopVarStack;
  if (stack.length === 0) return true;
  for (let i = stack.length - 1; i >= 0; i--) {
    const loopVar = stack[i]!;
    if (loopVar.opcode === OP.FAST_CALL) {
      const opline = getNextOp(c);
      opline.opcode = OP.FAST_CALL;
      opline.resultType = IS_TMP_VAR;
      opline.result = loopVar.varNum;
      if (returnValue !== null) setOp2(c, opline, returnValue);
      opline.op1 = loopVar.tryCatchOffset;
    } else if (loopVar.opcode === OP.DISCARD_EXCEPTION) {
      const opline = getNextOp(c);
      opline.opcode = OP.DISCARD_EXCEPTION;
      opline.op1Type = IS_TMP_VAR;
      opline.op1 = loopVar.varNum;
    } else if (loopVar.opcode === OP.RETURN) {
      break; // the function's own boundary
    } else if (left <= 1) {
      return true;
    } else if (loopVar.opcode === OP.NOP) {
      left--; // a loop without a variable to free
    } else {
      const opline = getNextOp(c);
      opline.opcode = loopVar.opcode;
      opline.op1Type = loopVar.varType;
      opline.op1 = loopVar.varNum;
      opline.extendedValue = ZEND_FREE_ON_RETURN;
      left--;
    }
  }
  return left === 0;
}

/** Leaves everything up to the function's boundary. */
export function handleLoopsAndFinally(c: Compiler, returnValue: Znode | null): void {
  handleLoopsAndFinallyEx(c, c.loopVarStack.length + 1, returnValue);
}

/** Whether a `return` here passes through a finally block (zend_has_finally). */
export function hasFinally(c: Compiler): boolean {
  for (let i = c.loopVarStack.length - 1; i >= 0; i--) {
    const opcode = c.loopVarStack[i]!.opcode;
    if (opcode === OP.FAST_CALL) return true;
    if (opcode === OP.RETURN) return false;
  }
  return false;
}
