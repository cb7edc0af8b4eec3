/**
 * A temporary that always holds the same constant: the constant takes its place where it is used.
 * Source: php-src 8.2 Zend/Optimizer/zend_optimizer.c (zend_optimizer_update_op1_const, zend_optimizer_replace_by_const)
 */
import { IS_CONST, type OpArray, type Opline } from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';
import {
  ZEND_FETCH_OBJ_FLAGS,
  ZEND_FREE_ON_RETURN,
  ZEND_ISEMPTY,
  ZEND_LAST_CATCH,
  ZEND_RETURNS_FUNCTION,
} from '../bytecode/operand-flags.ts';
import { ACC_RETURN_REFERENCE } from '../bytecode/type-flags.ts';
import { constType, handleNumericKey } from '../compiler/emit/ct-value.ts';
import { toStr } from '../value/convert.ts';
import { PhpArray } from '../value/php-array.ts';
import { PhpConstantAst, type Zval } from '../value/zval.ts';
import type { OptimizerContext } from './context.ts';
import { literal, makeNop, setOp1, setOp2 } from './edit.ts';
import { evaluateCast } from './evaluate.ts';
import { NOT_CONSTANT } from '../compiler/emit/not-constant.ts';
import { IS_STRING } from '../compiler/ast-flags.ts';

const SLOT = 8;

/** alloc_cache_slots: bytes in the run-time cache. */
function cacheSlots(opArray: OpArray, count: number): number {
  const start = opArray.cacheSize * SLOT;
  opArray.cacheSize += count;
  return start;
}

function withoutBackslash(name: string): string {
  return name.startsWith('\\') ? name.slice(1) : name;
}

/** The class or function name and its lower-case twin, one behind the other. */
function nameLiteral(opArray: OpArray, name: string): ReturnType<typeof literal> {
  const operand = literal(opArray, name);
  literal(opArray, name.toLowerCase());
  return operand;
}

/** TO_STRING_NOWARN; null when that is not to be. */
function asString(ctx: OptimizerContext, value: Zval): string | null {
  if (value instanceof PhpArray || value instanceof PhpConstantAst) return null;
  return toStr(ctx.values, value);
}

const KEEPS_VARIABLE: ReadonlySet<number> = new Set([
  OP.SEND_VAR_EX,
  OP.SEND_FUNC_ARG,
  OP.FETCH_DIM_W,
  OP.FETCH_DIM_RW,
  OP.FETCH_DIM_FUNC_ARG,
  OP.FETCH_DIM_UNSET,
  OP.FETCH_LIST_W,
  OP.ASSIGN_DIM,
  OP.RETURN_BY_REF,
  OP.INSTANCEOF,
  OP.MAKE_REF,
  OP.SEPARATE,
  OP.SEND_VAR_NO_REF,
  OP.SEND_VAR_NO_REF_EX,
  OP.VERIFY_RETURN_TYPE,
  OP.COPY_TMP,
  OP.FETCH_CLASS_NAME,
]);

/** Opcodes on a static property: op1 its name, op2 the class. */
export const STATIC_PROPERTY: ReadonlySet<number> = new Set([
  OP.ASSIGN_STATIC_PROP_OP,
  OP.ASSIGN_STATIC_PROP,
  OP.ASSIGN_STATIC_PROP_REF,
  OP.FETCH_STATIC_PROP_R,
  OP.FETCH_STATIC_PROP_W,
  OP.FETCH_STATIC_PROP_RW,
  OP.FETCH_STATIC_PROP_IS,
  OP.FETCH_STATIC_PROP_UNSET,
  OP.FETCH_STATIC_PROP_FUNC_ARG,
  OP.UNSET_STATIC_PROP,
  OP.ISSET_ISEMPTY_STATIC_PROP,
  OP.PRE_INC_STATIC_PROP,
  OP.PRE_DEC_STATIC_PROP,
  OP.POST_INC_STATIC_PROP,
  OP.POST_DEC_STATIC_PROP,
]);

const NAMED_VARIABLE: ReadonlySet<number> = new Set([
  OP.FETCH_R,
  OP.FETCH_W,
  OP.FETCH_RW,
  OP.FETCH_IS,
  OP.FETCH_UNSET,
  OP.FETCH_FUNC_ARG,
  OP.ISSET_ISEMPTY_VAR,
  OP.UNSET_VAR,
]);

/** Property opcodes whose second operand is the name. */
export const PROPERTY: ReadonlySet<number> = new Set([
  OP.ASSIGN_OBJ,
  OP.ASSIGN_OBJ_REF,
  OP.FETCH_OBJ_R,
  OP.FETCH_OBJ_W,
  OP.FETCH_OBJ_RW,
  OP.FETCH_OBJ_IS,
  OP.FETCH_OBJ_UNSET,
  OP.FETCH_OBJ_FUNC_ARG,
  OP.UNSET_OBJ,
  OP.PRE_INC_OBJ,
  OP.PRE_DEC_OBJ,
  OP.POST_INC_OBJ,
  OP.POST_DEC_OBJ,
]);

/** Opcodes on an element: a numeral as offset keeps its text beside the int. */
export const DIMENSION: ReadonlySet<number> = new Set([
  OP.ASSIGN_DIM_OP,
  OP.ISSET_ISEMPTY_DIM_OBJ,
  OP.ASSIGN_DIM,
  OP.UNSET_DIM,
  OP.FETCH_DIM_R,
  OP.FETCH_DIM_W,
  OP.FETCH_DIM_RW,
  OP.FETCH_DIM_IS,
  OP.FETCH_DIM_FUNC_ARG,
  OP.FETCH_DIM_UNSET,
  OP.FETCH_LIST_R,
  OP.FETCH_LIST_W,
]);

/** An opcode whose first operand is a class name. */
function updateClassName(opArray: OpArray, op: Opline, value: Zval): boolean {
  if (typeof value !== 'string') return false;
  setOp1(op, nameLiteral(opArray, withoutBackslash(value)));
  switch (op.opcode) {
    case OP.CATCH:
      op.extendedValue = cacheSlots(opArray, 1) | (op.extendedValue & ZEND_LAST_CATCH);
      break;
    case OP.NEW:
      op.op2 = cacheSlots(opArray, 1);
      break;
    case OP.INIT_STATIC_METHOD_CALL:
      if (op.op2Type !== IS_CONST) op.result = cacheSlots(opArray, 1);
      break;
    case OP.FETCH_CLASS_CONSTANT:
      if (op.op2Type !== IS_CONST) op.extendedValue = cacheSlots(opArray, 1);
      break;
    default:
      op.extendedValue = cacheSlots(opArray, 1);
  }
  return true;
}

function updateString1(ctx: OptimizerContext, opArray: OpArray, op: Opline, value: Zval): boolean {
  const text = asString(ctx, value);
  if (text === null) return false;
  if (op.opcode === OP.CONCAT && op.op2Type === IS_CONST) op.opcode = OP.FAST_CONCAT;
  if (STATIC_PROPERTY.has(op.opcode)) {
    op.extendedValue = cacheSlots(opArray, 3) | (op.extendedValue & ZEND_FETCH_OBJ_FLAGS);
  }
  setOp1(op, literal(opArray, text));
  return true;
}

/** An ECHO of nothing goes. */
function updateEcho(ctx: OptimizerContext, opArray: OpArray, op: Opline, value: Zval): void {
  const text = typeof value === 'string' ? value : evaluateCast(ctx.values, IS_STRING, value);
  setOp1(op, literal(opArray, text === NOT_CONSTANT ? value : text));
  if (text === '') makeNop(op);
}

/**
 * zend_optimizer_update_op1_const: the constant becomes the opline's first operand; false when it cannot be.
 * @param at the opline's number
 */
export function updateOp1(ctx: OptimizerContext, opArray: OpArray, at: number, value: Zval): boolean {
  const op = opArray.opcodes[at] as Opline;
  if (KEEPS_VARIABLE.has(op.opcode)) return false;
  switch (op.opcode) {
    case OP.OP_DATA: {
      const owner = opArray.opcodes[at - 1]?.opcode;
      if (owner === OP.ASSIGN_OBJ_REF || owner === OP.ASSIGN_STATIC_PROP_REF) return false;
      break;
    }
    case OP.FREE:
    case OP.CHECK_VAR:
      makeNop(op);
      return true;
    case OP.CATCH:
    case OP.DEFINED:
    case OP.NEW:
    case OP.INIT_STATIC_METHOD_CALL:
    case OP.FETCH_CLASS_CONSTANT:
      return updateClassName(opArray, op, value);
    case OP.SEND_VAR:
      op.opcode = OP.SEND_VAL;
      break;
    case OP.CASE:
      op.opcode = OP.IS_EQUAL;
      break;
    case OP.CASE_STRICT:
      op.opcode = OP.IS_IDENTICAL;
      break;
    case OP.ECHO:
      updateEcho(ctx, opArray, op, value);
      return true;
    case OP.CONCAT:
    case OP.FAST_CONCAT:
      return updateString1(ctx, opArray, op, value);
  }
  if (STATIC_PROPERTY.has(op.opcode) || NAMED_VARIABLE.has(op.opcode)) return updateString1(ctx, opArray, op, value);
  setOp1(op, literal(opArray, value));
  return true;
}

/** FETCH_CLASS, INSTANCEOF, INIT_FCALL_BY_NAME, the class of a static property. */
function updateName2(opArray: OpArray, op: Opline, value: Zval): boolean {
  if (typeof value !== 'string') return false;
  setOp2(op, nameLiteral(opArray, withoutBackslash(value)));
  if (op.opcode === OP.INIT_FCALL_BY_NAME) op.result = cacheSlots(opArray, 1);
  else if (!STATIC_PROPERTY.has(op.opcode)) op.extendedValue = cacheSlots(opArray, 1);
  else if (op.op1Type !== IS_CONST) {
    const kept = ZEND_RETURNS_FUNCTION | ZEND_ISEMPTY | ZEND_FETCH_OBJ_FLAGS;
    op.extendedValue = cacheSlots(opArray, 1) | (op.extendedValue & kept);
  }
  return true;
}

const WATCHES_CALLER: ReadonlySet<string> = new Set([
  'extract',
  'compact',
  'get_defined_vars',
  'db2_execute',
  'func_num_args',
  'func_get_arg',
  'func_get_args',
]);

function updateDynamicCall(opArray: OpArray, op: Opline, value: Zval): boolean {
  if (typeof value !== 'string') {
    setOp2(op, literal(opArray, value));
    return true;
  }
  if (value.includes(':') || WATCHES_CALLER.has(value)) return false;
  op.opcode = OP.INIT_FCALL_BY_NAME;
  return updateName2(opArray, op, value);
}

function updateMethodName(opArray: OpArray, op: Opline, value: Zval): boolean {
  if (typeof value !== 'string') return false;
  setOp2(op, nameLiteral(opArray, value));
  if (op.opcode === OP.INIT_METHOD_CALL || op.op1Type !== IS_CONST) op.result = cacheSlots(opArray, 2);
  return true;
}

function updateProperty(ctx: OptimizerContext, opArray: OpArray, at: number, value: Zval): boolean {
  const op = opArray.opcodes[at] as Opline;
  const name = asString(ctx, value);
  if (name === null) return false;
  setOp2(op, literal(opArray, name));
  const slots = cacheSlots(opArray, 3);
  if (op.opcode === OP.ISSET_ISEMPTY_PROP_OBJ) op.extendedValue = slots | (op.extendedValue & ZEND_ISEMPTY);
  else if (op.opcode === OP.ASSIGN_OBJ_OP) (opArray.opcodes[at + 1] as Opline).extendedValue = slots;
  else op.extendedValue = slots;
  return true;
}

function updateString2(ctx: OptimizerContext, opArray: OpArray, op: Opline, value: Zval): boolean {
  const text = asString(ctx, value);
  if (text === null) return false;
  if (op.opcode === OP.CONCAT && op.op1Type === IS_CONST) op.opcode = OP.FAST_CONCAT;
  setOp2(op, literal(opArray, text));
  return true;
}

/** An offset: a numeral becomes an int, and an element's keeps its text for ArrayAccess. */
function updateOffset(opArray: OpArray, op: Opline, value: Zval): void {
  const key = typeof value === 'string' ? handleNumericKey(value) : value;
  setOp2(op, literal(opArray, key));
  if (key === value || !DIMENSION.has(op.opcode)) return;
  opArray.numericDims = new Set(opArray.numericDims ?? []).add(op.op2);
  literal(opArray, value);
}

/** zend_optimizer_update_op2_const: the same for the second operand. */
export function updateOp2(ctx: OptimizerContext, opArray: OpArray, at: number, value: Zval): boolean {
  const op = opArray.opcodes[at] as Opline;
  if (STATIC_PROPERTY.has(op.opcode)) return updateName2(opArray, op, value);
  if (PROPERTY.has(op.opcode)) return updateProperty(ctx, opArray, at, value);
  switch (op.opcode) {
    case OP.ASSIGN_REF:
    case OP.FAST_CALL:
      return false;
    case OP.FETCH_CLASS:
    case OP.INSTANCEOF:
    case OP.INIT_FCALL_BY_NAME:
      return updateName2(opArray, op, value);
    case OP.INIT_DYNAMIC_CALL:
      return updateDynamicCall(opArray, op, value);
    case OP.INIT_METHOD_CALL:
    case OP.INIT_STATIC_METHOD_CALL:
      return updateMethodName(opArray, op, value);
    case OP.ASSIGN_OBJ_OP:
    case OP.ISSET_ISEMPTY_PROP_OBJ:
      return updateProperty(ctx, opArray, at, value);
    case OP.ROPE_INIT:
    case OP.ROPE_ADD:
    case OP.ROPE_END:
    case OP.CONCAT:
    case OP.FAST_CONCAT:
      return updateString2(ctx, opArray, op, value);
  }
  if (DIMENSION.has(op.opcode) || op.opcode === OP.ADD_ARRAY_ELEMENT || op.opcode === OP.INIT_ARRAY) {
    updateOffset(opArray, op, value);
  } else setOp2(op, literal(opArray, value));
  return true;
}

/** Opcodes that leave their first operand to others. */
const SHARES_OPERAND: ReadonlySet<number> = new Set([
  OP.FETCH_LIST_R,
  OP.CASE,
  OP.CASE_STRICT,
  OP.SWITCH_LONG,
  OP.SWITCH_STRING,
  OP.MATCH,
  OP.JMP_NULL,
]);

/** All uses up to the one that ends the temporary's life. */
function replaceShared(
  ctx: OptimizerContext,
  opArray: OpArray,
  from: number,
  type: number,
  slot: number,
  value: Zval,
): boolean {
  for (let at = from; at < opArray.opcodes.length; at++) {
    const op = opArray.opcodes[at] as Opline;
    if (op.op1Type !== type || op.op1 !== slot) continue;
    const isLast =
      !SHARES_OPERAND.has(op.opcode) && !(op.opcode === OP.FREE && op.extendedValue === ZEND_FREE_ON_RETURN);
    if (!updateOp1(ctx, opArray, at, value)) return false;
    if (isLast) break;
  }
  return true;
}

/**
 * zend_optimizer_replace_by_const: from opline `from` on, the constant stands for the temporary in `slot`; false when a
 * use needs the temporary.
 */
export function replaceByConst(
  ctx: OptimizerContext,
  opArray: OpArray,
  from: number,
  type: number,
  slot: number,
  value: Zval,
): boolean {
  for (let at = from; at < opArray.opcodes.length; at++) {
    const op = opArray.opcodes[at] as Opline;
    if (op.op1Type === type && op.op1 === slot) {
      if (SHARES_OPERAND.has(op.opcode)) return replaceShared(ctx, opArray, at, type, slot, value);
      if (op.opcode !== OP.VERIFY_RETURN_TYPE) return updateOp1(ctx, opArray, at, value);
      const mask = opArray.returnType?.mask ?? 0;
      if ((mask & (1 << constType(value))) === 0 || (opArray.fnFlags & ACC_RETURN_REFERENCE) !== 0) return false;
      makeNop(op);
      let end = at + 1;
      while (!endsBody(opArray.opcodes[end]?.opcode)) end++;
      return updateOp1(ctx, opArray, end, value);
    }
    if (op.op2Type === type && op.op2 === slot) return updateOp2(ctx, opArray, at, value);
  }
  return true;
}

function endsBody(opcode: number | undefined): boolean {
  return opcode === undefined || opcode === OP.RETURN || opcode === OP.RETURN_BY_REF;
}
