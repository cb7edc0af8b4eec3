/**
 * What the handlers of opcodes that are not compiled do to a frame: which of them leave the variables among their operands
 * as they are, and of what kind their results are.
 */
import { type Func, IS_TMP_VAR, IS_VAR, type Opline } from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';
import { READ_VARIABLES } from '../bytecode/reads-variables.ts';
import { ANY, ARR, BIG, BOOL, FLT, INT, NULL, OBJ, REF, STR, UNDEF } from './types.ts';

/** Handlers that only read their operands. */
const READERS: ReadonlySet<number> = new Set<number>([
  OP.NOP,
  OP.ADD,
  OP.SUB,
  OP.MUL,
  OP.DIV,
  OP.MOD,
  OP.SL,
  OP.SR,
  OP.CONCAT,
  OP.BW_OR,
  OP.BW_AND,
  OP.BW_XOR,
  OP.POW,
  OP.BW_NOT,
  OP.BOOL_NOT,
  OP.BOOL_XOR,
  OP.IS_IDENTICAL,
  OP.IS_NOT_IDENTICAL,
  OP.IS_EQUAL,
  OP.IS_NOT_EQUAL,
  OP.IS_SMALLER,
  OP.IS_SMALLER_OR_EQUAL,
  OP.SPACESHIP,
  OP.CASE,
  OP.CASE_STRICT,
  OP.QM_ASSIGN,
  OP.BOOL,
  OP.CAST,
  OP.ECHO,
  OP.FREE,
  OP.FE_FREE,
  OP.ROPE_INIT,
  OP.ROPE_ADD,
  OP.ROPE_END,
  OP.FETCH_DIM_R,
  OP.FETCH_DIM_IS,
  OP.FETCH_LIST_R,
  OP.FETCH_OBJ_R,
  OP.FETCH_OBJ_IS,
  OP.FETCH_STATIC_PROP_R,
  OP.FETCH_STATIC_PROP_IS,
  OP.FETCH_CONSTANT,
  OP.FETCH_CLASS_CONSTANT,
  OP.FETCH_THIS,
  OP.ISSET_ISEMPTY_CV,
  OP.ISSET_ISEMPTY_DIM_OBJ,
  OP.ISSET_ISEMPTY_PROP_OBJ,
  OP.ISSET_ISEMPTY_STATIC_PROP,
  OP.ISSET_ISEMPTY_THIS,
  OP.INSTANCEOF,
  OP.TYPE_CHECK,
  OP.STRLEN,
  OP.COUNT,
  OP.IN_ARRAY,
  OP.FUNC_NUM_ARGS,
  OP.FUNC_GET_ARGS,
  OP.INIT_FCALL,
  OP.INIT_FCALL_BY_NAME,
  OP.INIT_NS_FCALL_BY_NAME,
  OP.INIT_DYNAMIC_CALL,
  OP.INIT_USER_CALL,
  OP.INIT_METHOD_CALL,
  OP.INIT_STATIC_METHOD_CALL,
  OP.NEW,
  OP.CLONE,
  OP.SEND_VAL,
  OP.SEND_VAL_EX,
  OP.SEND_VAR,
  OP.SEND_USER,
  OP.CHECK_FUNC_ARG,
  OP.DO_FCALL,
  OP.DO_ICALL,
  OP.DO_UCALL,
  OP.DO_FCALL_BY_NAME,
  OP.FE_RESET_R,
  OP.JMPZ,
  OP.JMPNZ,
  OP.JMPZ_EX,
  OP.JMPNZ_EX,
  OP.JMP_SET,
  OP.COALESCE,
  OP.JMP_NULL,
  OP.SWITCH_LONG,
  OP.SWITCH_STRING,
  OP.MATCH,
  OP.THROW,
  OP.GET_CLASS,
  OP.GET_TYPE,
  OP.GET_CALLED_CLASS,
  OP.DEFINED,
  OP.ARRAY_KEY_EXISTS,
  OP.FETCH_CLASS,
  OP.DECLARE_LAMBDA_FUNCTION,
  OP.CHECK_UNDEF_ARGS,
  OP.EXT_STMT,
  OP.EXT_NOP,
  OP.TICKS,
]);

/** Its handler changes the temporary that is its first operand. */
export function changesTemporary(op: Opline): boolean {
  return op.opcode === OP.VERIFY_RETURN_TYPE && (op.op1Type & (IS_TMP_VAR | IS_VAR)) !== 0;
}

/** True when the handler leaves the CVs among its operands as they are. */
export function leavesVariables(op: Opline): boolean {
  if (READERS.has(op.opcode)) return true;
  // A literal array takes values unless the element is a reference (extended_value & 1).
  if (op.opcode === OP.INIT_ARRAY || op.opcode === OP.ADD_ARRAY_ELEMENT) return (op.extendedValue & 1) === 0;
  return false;
}

const RESULTS: Readonly<Record<number, number>> = {
  [OP.CONCAT]: STR,
  [OP.ROPE_INIT]: STR,
  [OP.ROPE_ADD]: STR,
  [OP.ROPE_END]: STR,
  [OP.BOOL_NOT]: BOOL,
  [OP.BOOL_XOR]: BOOL,
  [OP.BOOL]: BOOL,
  [OP.IS_IDENTICAL]: BOOL,
  [OP.IS_NOT_IDENTICAL]: BOOL,
  [OP.IS_EQUAL]: BOOL,
  [OP.IS_NOT_EQUAL]: BOOL,
  [OP.IS_SMALLER]: BOOL,
  [OP.IS_SMALLER_OR_EQUAL]: BOOL,
  [OP.CASE]: BOOL,
  [OP.CASE_STRICT]: BOOL,
  [OP.INSTANCEOF]: BOOL,
  [OP.TYPE_CHECK]: BOOL,
  [OP.ISSET_ISEMPTY_CV]: BOOL,
  [OP.ISSET_ISEMPTY_VAR]: BOOL,
  [OP.ISSET_ISEMPTY_DIM_OBJ]: BOOL,
  [OP.ISSET_ISEMPTY_PROP_OBJ]: BOOL,
  [OP.ISSET_ISEMPTY_STATIC_PROP]: BOOL,
  [OP.IN_ARRAY]: BOOL,
  [OP.ARRAY_KEY_EXISTS]: BOOL,
  [OP.DEFINED]: BOOL,
  [OP.SPACESHIP]: INT,
  [OP.STRLEN]: INT,
  [OP.COUNT]: INT,
  [OP.INIT_ARRAY]: ARR,
  [OP.ADD_ARRAY_ELEMENT]: ARR,
  [OP.NEW]: OBJ,
  [OP.ADD]: INT | BIG | FLT | ARR,
  [OP.SUB]: INT | BIG | FLT,
  [OP.MUL]: INT | BIG | FLT,
  [OP.DIV]: INT | BIG | FLT,
  [OP.MOD]: INT | BIG,
  [OP.SL]: INT | BIG,
  [OP.SR]: INT | BIG,
  [OP.POW]: INT | BIG | FLT | OBJ,
};

/** Kinds of the temporary that the handler leaves. An operator may have left `undefined` only together with an exception. */
export function resultMask(op: Opline): number {
  const known = RESULTS[op.opcode];
  if (known !== undefined) return known;
  return ANY | NULL | REF | UNDEF;
}

/** Functions that look into their caller's frame. */
const INSPECTORS: ReadonlySet<unknown> = new Set([
  ...READ_VARIABLES,
  'func_get_args',
  'func_get_arg',
  'func_num_args',
  'debug_backtrace',
  'debug_print_backtrace',
  'array_multisort',
]);

/** Does the builtin look into its caller's frame? */
export function isInspector(func: Func): boolean {
  return func.type === 1 && INSPECTORS.has(func.functionName);
}
