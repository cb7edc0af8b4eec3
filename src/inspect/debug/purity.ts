/**
 * Which expressions leave the program as it was. Those are evaluated where the program stands; all others in a run of their
 * own, which is thrown away.
 */
import { IS_CONST, type OpArray, type Opline } from '../../bytecode/op-array.ts';
import { type OpName, opcodeName } from '../../bytecode/opcodes.ts';

/** Opcodes that only compute, unless they call user code: then that is seen while it runs. */
const COMPUTES: ReadonlySet<string> = new Set<OpName>([
  'NOP',
  ...(['ADD', 'SUB', 'MUL', 'DIV', 'MOD', 'POW', 'SL', 'SR', 'BW_OR', 'BW_AND', 'BW_XOR', 'BW_NOT'] as const),
  ...(['CONCAT', 'FAST_CONCAT', 'ROPE_INIT', 'ROPE_ADD', 'ROPE_END', 'BOOL', 'BOOL_NOT', 'BOOL_XOR', 'CAST'] as const),
  ...(['IS_IDENTICAL', 'IS_NOT_IDENTICAL', 'IS_EQUAL', 'IS_NOT_EQUAL', 'IS_SMALLER', 'IS_SMALLER_OR_EQUAL'] as const),
  ...([
    'SPACESHIP',
    'CASE',
    'CASE_STRICT',
    'MATCH',
    'TYPE_CHECK',
    'INSTANCEOF',
    'IN_ARRAY',
    'COUNT',
    'STRLEN',
  ] as const),
  ...(['ARRAY_KEY_EXISTS', 'GET_CLASS', 'GET_CALLED_CLASS', 'GET_TYPE', 'DEFINED', 'FETCH_CLASS_NAME'] as const),
  ...([
    'JMP',
    'JMPZ',
    'JMPNZ',
    'JMPZ_EX',
    'JMPNZ_EX',
    'JMP_SET',
    'JMP_NULL',
    'COALESCE',
    'QM_ASSIGN',
    'COPY_TMP',
  ] as const),
  ...([
    'FREE',
    'RETURN',
    'INIT_ARRAY',
    'ADD_ARRAY_ELEMENT',
    'FETCH_R',
    'FETCH_IS',
    'FETCH_DIM_R',
    'FETCH_DIM_IS',
  ] as const),
  ...([
    'FETCH_OBJ_R',
    'FETCH_OBJ_IS',
    'FETCH_THIS',
    'FETCH_CONSTANT',
    'ISSET_ISEMPTY_THIS',
    'ISSET_ISEMPTY_CV',
  ] as const),
  ...([
    'ISSET_ISEMPTY_VAR',
    'ISSET_ISEMPTY_DIM_OBJ',
    'ISSET_ISEMPTY_PROP_OBJ',
    'BEGIN_SILENCE',
    'END_SILENCE',
  ] as const),
  ...(['SEND_VAL', 'SEND_VAL_EX', 'SEND_VAR', 'DO_FCALL', 'DO_ICALL', 'INIT_FCALL', 'CHECK_UNDEF_ARGS'] as const),
]);

/** Builtins that only compute, and keep nothing. */
const PURE_FUNCTIONS: ReadonlySet<string> = new Set(
  `abs array_key_exists array_key_first array_key_last array_keys array_slice array_sum array_values bin2hex ceil chr count
  dechex floor get_debug_type gettype implode in_array intdiv intval is_array is_bool is_countable is_float is_int is_iterable
  is_null is_numeric is_object is_resource is_scalar is_string join key_exists lcfirst ltrim max min number_format ord pi round
  rtrim sizeof spl_object_id sqrt str_contains str_ends_with str_pad str_repeat str_starts_with strcmp strlen strpos strrev
  strtolower strtoupper strval substr substr_count trim ucfirst`.split(/\s+/),
);

/** Whether an opline can be run and leaves nothing behind. */
export function isPureOpline(code: OpArray, op: Opline): boolean {
  const name = opcodeName(op.opcode);
  if (!COMPUTES.has(name)) return false;
  if (name !== 'INIT_FCALL') return true;
  const called = op.op2Type === IS_CONST ? code.literals[op.op2] : undefined;
  return typeof called === 'string' && PURE_FUNCTIONS.has(called.toLowerCase());
}

/** Whether an expression, compiled, leaves nothing behind when it calls no user code. */
export function isPure(code: OpArray): boolean {
  return code.opcodes.every((op) => isPureOpline(code, op));
}
