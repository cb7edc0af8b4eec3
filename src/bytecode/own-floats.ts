/**
 * Variables that own their floats. `$x = $x * 0.5 + 1.0` makes a PhpFloat each time round, which the garbage collector has to be
 * told of, for the frame is older. A variable whose floats nobody else can hold keeps one and has it written again.
 *
 * Nobody else holds them when every opline that names the variable only computes with it, copies the number (`Opline.scratch` is
 * then one of the marks below) or ends the frame with it, and nothing reads it by its name. Compiled code (src/jit) shares floats
 * between slots: where there is a second tier, the marks mean copying, never writing in place.
 */
import { IS_CV, IS_TMP_VAR, IS_UNUSED, type OpArray, type Opline } from './op-array.ts';
import { OP } from './opcodes.ts';
import { readsVariables } from './reads-variables.ts';
import { PhpFloat, type Zval } from '../value/zval.ts';

/** `Opline.scratch` of an opline that writes a variable which owns its float. */
export const OWN_FLOAT: PhpFloat = new PhpFloat(0.5);

/** `Opline.scratch` of an opline that takes the value of such a variable somewhere else. */
export const COPIED_FLOAT: PhpFloat = new PhpFloat(0.5);

const ARITHMETIC: ReadonlySet<number> = new Set([OP.ADD, OP.SUB, OP.MUL, OP.DIV]);

/** Oplines that read their operands and keep none of them. */
const READERS: ReadonlySet<number> = new Set([
  ...ARITHMETIC,
  OP.IS_EQUAL,
  OP.IS_NOT_EQUAL,
  OP.IS_IDENTICAL,
  OP.IS_NOT_IDENTICAL,
  OP.IS_SMALLER,
  OP.IS_SMALLER_OR_EQUAL,
  OP.SPACESHIP,
  OP.CONCAT,
  OP.ROPE_INIT,
  OP.ROPE_ADD,
  OP.ROPE_END,
  OP.ECHO,
  OP.BOOL,
  OP.BOOL_NOT,
  OP.JMPZ,
  OP.JMPNZ,
  OP.JMPZ_EX,
  OP.JMPNZ_EX,
  OP.TYPE_CHECK,
]);

/** Oplines that read or write variables by their names. */
const BY_NAME: ReadonlySet<number> = new Set([
  OP.FETCH_R,
  OP.FETCH_W,
  OP.FETCH_RW,
  OP.FETCH_IS,
  OP.FETCH_UNSET,
  OP.FETCH_FUNC_ARG,
  OP.UNSET_VAR,
  OP.ISSET_ISEMPTY_VAR,
  OP.INCLUDE_OR_EVAL,
]);

/** May `op` have as its operand 1 a variable that owns its float? */
function allowsFirst(op: Opline): boolean {
  if (READERS.has(op.opcode)) return true;
  switch (op.opcode) {
    case OP.ASSIGN:
    case OP.PRE_INC:
    case OP.PRE_DEC:
      return op.resultType === IS_UNUSED;
    case OP.ASSIGN_OP:
      return op.resultType === IS_UNUSED && ARITHMETIC.has(op.extendedValue);
    case OP.SEND_VAR:
      return op.op2Type === IS_UNUSED;
    case OP.VERIFY_RETURN_TYPE:
    case OP.RETURN:
      return true;
    default:
      return false;
  }
}

/** The same for operand 2. */
function allowsSecond(op: Opline): boolean {
  if (READERS.has(op.opcode)) return true;
  if (op.opcode === OP.ASSIGN) return op.op1Type === IS_CV && op.resultType === IS_UNUSED;
  return op.opcode === OP.ASSIGN_OP && ARITHMETIC.has(op.extendedValue);
}

/** The slots of the variables of `func` that own their floats. */
function ownersOf(func: OpArray): Set<number> {
  const owners = new Set<number>();
  const others = new Set<number>();
  for (const op of func.opcodes) {
    if (op.op1Type === IS_CV) (allowsFirst(op) ? owners : others).add(op.op1);
    if (op.op2Type === IS_CV) (allowsSecond(op) ? owners : others).add(op.op2);
    if (op.resultType === IS_CV) others.add(op.result);
  }
  for (const slot of others) owners.delete(slot);
  return owners;
}

/** Marks the oplines that write variables which own their floats, and those that copy from one. */
export function markOwnFloats(func: OpArray): void {
  const ops = func.opcodes;
  const isScript = func.functionName === null; // its variables are global
  if (isScript || readsVariables(func) || ops.some((op) => BY_NAME.has(op.opcode))) return;
  const owners = ownersOf(func);
  for (const op of ops) {
    const first = op.op1Type === IS_CV && owners.has(op.op1);
    if (op.opcode === OP.ASSIGN) {
      if (first) op.scratch = OWN_FLOAT;
      else if (op.op2Type === IS_CV && owners.has(op.op2)) op.scratch = COPIED_FLOAT;
    } else if (op.opcode === OP.ASSIGN_OP) {
      if (first) op.scratch = OWN_FLOAT;
    } else if (op.opcode === OP.SEND_VAR) {
      if (first) op.scratch = COPIED_FLOAT;
    } else if (op.smartBranch === OP.ASSIGN && op.resultType === IS_TMP_VAR && owners.has(op.smartTarget)) {
      op.scratch = OWN_FLOAT;
    }
  }
}

/**
 * What goes where the opline marked `mark` stores `v`: a float of its own, or `old`, written again.
 * @param inPlace the interpreter is alone
 */
export function ownFloat(inPlace: boolean, mark: Opline['scratch'], old: Zval, v: Zval): Zval {
  if (!(v instanceof PhpFloat)) return v;
  if (!inPlace || mark !== OWN_FLOAT || !(old instanceof PhpFloat)) return new PhpFloat(v.value);
  (old as { value: number }).value = v.value;
  return old;
}
