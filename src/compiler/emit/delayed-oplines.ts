/**
 * Delayed oplines: the fetches of an assignment's target are put aside until the right side is compiled.
 * Source: php-src 8.2 Zend/zend_compile.c (zend_delayed_emit_op and neighbours)
 */
import { IS_TMP_VAR, Opline } from '../../bytecode/op-array.ts';
import { OP } from '../../bytecode/opcodes.ts';
import type { Compiler, Znode } from './context.ts';
import { makeVarResult, oplineAt, setOp1, setOp2 } from './emit-op.ts';

/** zend_delayed_emit_op: like emitOp, but kept back until delayedCompileEnd. */
export function delayedEmitOp(
  c: Compiler,
  result: Znode | null,
  opcode: number,
  op1: Znode | null,
  op2: Znode | null,
): Opline {
  const opline = new Opline(opcode, c.lineno);
  if (op1 !== null) setOp1(c, opline, op1);
  if (op2 !== null) setOp2(c, opline, op2);
  if (result !== null) makeVarResult(c, result, opline);
  c.delayedOplines.push(opline);
  return opline;
}

/** zend_delayed_compile_begin */
export function delayedCompileBegin(c: Compiler): number {
  return c.delayedOplines.length;
}

/**
 * zend_delayed_compile_end: emits what was delayed since `offset`; returns the last opline, null when none.
 * A NOP stands for an opline that was emitted early (see flushDelayed); its extendedValue is that opline's number.
 */
export function delayedCompileEnd(c: Compiler, offset: number): Opline | null {
  let opline: Opline | null = null;
  for (let i = offset; i < c.delayedOplines.length; i++) {
    const delayed = c.delayedOplines[i];
    if (delayed === undefined) continue;
    if (delayed.opcode === OP.NOP) {
      opline = oplineAt(c, delayed.extendedValue);
    } else {
      c.opArray.opcodes.push(delayed);
      opline = delayed;
    }
  }
  c.delayedOplines.length = offset;
  return opline;
}

/**
 * Emits early the delayed oplines that make temporary `num`, because a JMP_NULL is about to test it
 * (the loop in zend_delayed_compile_prop).
 */
export function flushDelayed(c: Compiler, num: number): void {
  const delayed = c.delayedOplines;
  const count = delayed.length;
  let i = count;
  let tmp = num;
  while (i > 0) {
    const prev = delayed[i - 1];
    if (prev === undefined || prev.resultType !== IS_TMP_VAR || prev.result !== tmp) break;
    i--;
    if (prev.op1Type !== IS_TMP_VAR) break;
    tmp = prev.op1;
  }
  for (; i < count; i++) {
    const opline = delayed[i];
    if (opline === undefined || opline.opcode === OP.NOP) continue;
    const marker = new Opline(OP.NOP, opline.lineno);
    marker.extendedValue = c.opArray.opcodes.push(opline) - 1;
    delayed[i] = marker;
  }
}
