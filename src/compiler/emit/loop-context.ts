/**
 * What changes on entering and leaving a loop or an op_array: break/continue tables, loop variables, labels.
 * Source: php-src 8.2 Zend/zend_compile.c (zend_begin_loop, zend_oparray_context_begin)
 */
import { IS_TMP_VAR, IS_UNUSED, IS_VAR } from '../../bytecode/op-array.ts';
import { OP } from '../../bytecode/opcodes.ts';
import { type Compiler, type LoopVar, newOparrayContext, type OparrayContext, type Znode } from './context.ts';
import { getNextOpNumber } from './emit-op.ts';

/** zend_begin_loop: `loopVar` is what must be freed when the loop is left early, null when nothing. */
export function beginLoop(c: Compiler, freeOpcode: number, loopVar: Znode | null, isSwitch: boolean): void {
  const ctx = c.context;
  const parent = ctx.currentBrkCont;
  ctx.currentBrkCont = ctx.brkContArray.length;
  const live = loopVar !== null && (loopVar.opType & (IS_VAR | IS_TMP_VAR)) !== 0;
  ctx.brkContArray.push({
    start: live ? getNextOpNumber(c) : -1,
    cont: 0,
    brk: 0,
    parent,
    isSwitch,
  });
  const info: LoopVar = {
    opcode: live ? freeOpcode : OP.NOP,
    varType: live && loopVar !== null ? loopVar.opType : IS_UNUSED,
    varNum: live && loopVar !== null ? loopVar.num : 0,
    tryCatchOffset: 0,
  };
  c.loopVarStack.push(info);
}

/** zend_end_loop: `contAddr` is where `continue` goes; `break` goes to the next opline. */
export function endLoop(c: Compiler, contAddr: number, _varNode: Znode | null): void {
  const ctx = c.context;
  const brkCont = ctx.brkContArray[ctx.currentBrkCont];
  if (brkCont === undefined) throw new RangeError('no loop to end');
  brkCont.cont = contAddr;
  brkCont.brk = getNextOpNumber(c);
  ctx.currentBrkCont = brkCont.parent;
  c.loopVarStack.pop();
}

/** zend_oparray_context_begin: starts a fresh context and returns the one to restore. */
export function oparrayContextBegin(c: Compiler): OparrayContext {
  const prev = c.context;
  c.context = newOparrayContext();
  return prev;
}

/** zend_oparray_context_end */
export function oparrayContextEnd(c: Compiler, prev: OparrayContext): void {
  c.context = prev;
}
