/**
 * Which functions may see variables of a function other than by its oplines' operands: by their names.
 */
import { OP } from './opcodes.ts';
import type { OpArray } from './op-array.ts';

/** Functions that read (or write) their caller's variables; they cannot be called dynamically. */
export const READ_VARIABLES: ReadonlySet<unknown> = new Set([
  'compact',
  'extract',
  'get_defined_vars',
  'parse_str',
  'mb_parse_str',
]);

/** Does `func` call a builtin that reads or writes its caller's variables? */
export function readsVariables(func: OpArray): boolean {
  const { literals } = func;
  return func.opcodes.some((op) => {
    if (op.opcode === OP.INIT_FCALL) return READ_VARIABLES.has(op.op2Lit);
    const named = op.opcode === OP.INIT_FCALL_BY_NAME || op.opcode === OP.INIT_NS_FCALL_BY_NAME;
    return named && (READ_VARIABLES.has(literals[op.op2 + 1]) || READ_VARIABLES.has(literals[op.op2 + 2]));
  });
}
