/** Places besides the beginning and loops where a frame goes on in the middle of an op_array. */
import type { OpArray } from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';
import { CALL_GENERATOR, type ExecuteData } from '../vm/execute-data.ts';

/** Does the frame stand where its generator goes on, or begins? */
export function isBehindYield(func: OpArray, ex: ExecuteData): boolean {
  if ((ex.callInfo & CALL_GENERATOR) === 0) return false;
  const opcode = func.opcodes[ex.opline - 1]?.opcode;
  return opcode === OP.YIELD || opcode === OP.GENERATOR_CREATE;
}

/** Does a catch or finally block begin there, which an exception leads to? */
export function isHandlerOf(func: OpArray, opline: number): boolean {
  return func.tryCatch.length > 0 && func.tryCatch.some((t) => t.catchOp === opline || t.finallyOp === opline);
}

/** Is the opline a generator's end that its code may have left to the interpreter? */
export function isEndOf(func: OpArray, opline: number): boolean {
  return func.opcodes[opline]?.opcode === OP.GENERATOR_RETURN && func.opcodes[opline - 1]?.opcode !== OP.YIELD;
}
