/**
 * The smallest steps of code generation: oplines, operands, literals, temporaries, compiled variables, jumps.
 *
 * Until `finishOpArray` an operand's number means: CONST the literal's number, CV/TMP/VAR the variable's number from 0,
 * jumps the target's opline number. Cache slots are kept as Zend keeps them: byte offsets, 8 a slot, so that flags fit
 * in the low bits of `extendedValue`.
 * Source: php-src 8.2 Zend/zend_compile.c
 */
import { OP } from '../../bytecode/opcodes.ts';
import { IS_CONST, IS_TMP_VAR, IS_UNUSED, IS_VAR, Opline } from '../../bytecode/op-array.ts';
import type { Zval } from '../../value/zval.ts';
import { type Compiler, Znode } from './context.ts';

const CAPITALS = /[A-Z]+/g;

/** Lower-cases ASCII letters only, as zend_str_tolower does. */
export function toLower(s: string): string {
  for (let i = 0; i < s.length; i++) {
    const code = s.charCodeAt(i);
    if (code >= 65 && code <= 90) return s.replace(CAPITALS, (m) => m.toLowerCase());
  }
  return s;
}

/** The part behind the last `\`, null when there is none (zend_get_unqualified_name). */
export function unqualifiedName(name: string): string | null {
  const i = name.lastIndexOf('\\');
  return i < 0 ? null : name.slice(i + 1);
}

// ---- znodes ----

/** A fresh znode that holds a constant. */
export function constZnode(value: Zval): Znode {
  const n = new Znode();
  n.opType = IS_CONST;
  n.value = value;
  return n;
}

/** Makes `n` the constant `value`. */
export function setConst(n: Znode, value: Zval): void {
  n.opType = IS_CONST;
  n.num = 0;
  n.value = value;
}

/** Copies src into dst (struct assignment). */
export function copyZnode(dst: Znode, src: Znode): void {
  dst.opType = src.opType;
  dst.num = src.num;
  dst.value = src.value;
  dst.flag = src.flag;
}

/** SET_NODE(opline->op1): a constant becomes a literal. */
export function setOp1(c: Compiler, opline: Opline, n: Znode): void {
  opline.op1Type = n.opType;
  opline.op1 = n.opType === IS_CONST ? addLiteral(c, n.value) : n.num;
}

/** SET_NODE(opline->op2) */
export function setOp2(c: Compiler, opline: Opline, n: Znode): void {
  opline.op2Type = n.opType;
  opline.op2 = n.opType === IS_CONST ? addLiteral(c, n.value) : n.num;
}

/** SET_NODE(opline->result) */
export function setResult(c: Compiler, opline: Opline, n: Znode): void {
  opline.resultType = n.opType;
  opline.result = n.opType === IS_CONST ? addLiteral(c, n.value) : n.num;
}

/** GET_NODE(n, opline->op2) */
export function getOp2(c: Compiler, n: Znode, opline: Opline): void {
  n.opType = opline.op2Type;
  if (opline.op2Type === IS_CONST) n.value = ctConstant(c, opline.op2);
  else n.num = opline.op2;
}

/** GET_NODE(n, opline->result) */
export function getResult(n: Znode, opline: Opline): void {
  n.opType = opline.resultType;
  n.num = opline.result;
}

// ---- literals and cache slots ----

/** zend_add_literal: takes the value over, returns its number. */
export function addLiteral(c: Compiler, value: Zval): number {
  return c.opArray.literals.push(value) - 1;
}

/** CT_CONSTANT: the value of a literal. */
export function ctConstant(c: Compiler, num: number): Zval {
  return c.opArray.literals[num];
}

/** zend_add_func_name_literal: original and lower-cased name; returns the first one's number. */
export function addFuncNameLiteral(c: Compiler, name: string): number {
  const ret = addLiteral(c, name);
  addLiteral(c, toLower(name));
  return ret;
}

/** zend_add_ns_func_name_literal: name, lower-cased, lower-cased unqualified. */
export function addNsFuncNameLiteral(c: Compiler, name: string): number {
  const ret = addLiteral(c, name);
  addLiteral(c, toLower(name));
  const unqualified = unqualifiedName(name);
  if (unqualified !== null) addLiteral(c, toLower(unqualified));
  return ret;
}

/** zend_add_class_name_literal: original and lower-cased name. */
export function addClassNameLiteral(c: Compiler, name: string): number {
  const ret = addLiteral(c, name);
  addLiteral(c, toLower(name));
  return ret;
}

/** zend_add_const_name_literal: name, lower-cased namespace + name, and the bare name when `unqualified`. */
export function addConstNameLiteral(c: Compiler, name: string, unqualified: boolean): number {
  const ret = addLiteral(c, name);
  const i = name.lastIndexOf('\\');
  let afterNs = name;
  if (i >= 0) {
    afterNs = name.slice(i + 1);
    addLiteral(c, toLower(name.slice(0, i)) + name.slice(i));
    if (!unqualified) return ret;
  }
  addLiteral(c, afterNs);
  return ret;
}

/** zend_alloc_cache_slots: returns the byte offset of the first of `count` slots. */
export function allocCacheSlots(c: Compiler, count: number): number {
  const ret = c.opArray.cacheSize * 8;
  c.opArray.cacheSize += count;
  return ret;
}

/** zend_alloc_cache_slot */
export function allocCacheSlot(c: Compiler): number {
  return allocCacheSlots(c, 1);
}

// ---- variables ----

/** get_temporary_variable */
export function getTemporaryVariable(c: Compiler): number {
  return c.opArray.T++;
}

/** lookup_cv: the number of the compiled variable, made when new. */
export function lookupCv(c: Compiler, name: string): number {
  const vars = c.opArray.vars;
  const i = vars.indexOf(name);
  return i >= 0 ? i : vars.push(name) - 1;
}

/** zend_make_var_result */
export function makeVarResult(c: Compiler, result: Znode, opline: Opline): void {
  opline.resultType = IS_VAR;
  opline.result = getTemporaryVariable(c);
  getResult(result, opline);
}

/** zend_make_tmp_result */
export function makeTmpResult(c: Compiler, result: Znode, opline: Opline): void {
  opline.resultType = IS_TMP_VAR;
  opline.result = getTemporaryVariable(c);
  getResult(result, opline);
}

// ---- oplines ----

/** get_next_op_number */
export function getNextOpNumber(c: Compiler): number {
  return c.opArray.opcodes.length;
}

/** The opline of that number; it must exist. */
export function oplineAt(c: Compiler, num: number): Opline {
  const opline = c.opArray.opcodes[num];
  if (opline === undefined) throw new RangeError(`no opline ${num}`);
  return opline;
}

/** The last emitted opline. */
export function lastOpline(c: Compiler): Opline {
  return oplineAt(c, c.opArray.opcodes.length - 1);
}

/** get_next_op: appends a NOP at the current line. */
export function getNextOp(c: Compiler): Opline {
  const opline = new Opline(OP.NOP, c.lineno);
  c.opArray.opcodes.push(opline);
  return opline;
}

/** zend_emit_op: a result, when asked for, is a VAR. */
export function emitOp(
  c: Compiler,
  result: Znode | null,
  opcode: number,
  op1: Znode | null,
  op2: Znode | null,
): Opline {
  const opline = getNextOp(c);
  opline.opcode = opcode;
  if (op1 !== null) setOp1(c, opline, op1);
  if (op2 !== null) setOp2(c, opline, op2);
  if (result !== null) makeVarResult(c, result, opline);
  return opline;
}

/** zend_emit_op_tmp: a result, when asked for, is a TMP. */
export function emitOpTmp(
  c: Compiler,
  result: Znode | null,
  opcode: number,
  op1: Znode | null,
  op2: Znode | null,
): Opline {
  const opline = emitOp(c, null, opcode, op1, op2);
  if (result !== null) makeTmpResult(c, result, opline);
  return opline;
}

/** zend_emit_op_data */
export function emitOpData(c: Compiler, value: Znode): Opline {
  return emitOp(c, null, OP.OP_DATA, value, null);
}

/** zend_emit_jump: returns the jump's number, to be aimed later. */
export function emitJump(c: Compiler, oplineNumTarget: number): number {
  const opnum = getNextOpNumber(c);
  const opline = emitOp(c, null, OP.JMP, null, null);
  opline.op1 = oplineNumTarget;
  return opnum;
}

/**
 * zend_emit_cond_jump: JMPZ or JMPNZ. Which comparisons fuse with the jump (smart branches) is seen by the verifier and
 * the VM from the pair itself.
 */
export function emitCondJump(c: Compiler, opcode: number, cond: Znode, oplineNumTarget: number): number {
  const opnum = getNextOpNumber(c);
  const opline = emitOp(c, null, opcode, cond, null);
  opline.op2 = oplineNumTarget;
  return opnum;
}

/** zend_update_jump_target: aims the jump of number `jump` at opline `target`. */
export function updateJumpTarget(c: Compiler, jump: number, target: number): void {
  const opline = oplineAt(c, jump);
  switch (opline.opcode) {
    case OP.JMP:
      opline.op1 = target;
      break;
    case OP.JMPZ:
    case OP.JMPNZ:
    case OP.JMPZ_EX:
    case OP.JMPNZ_EX:
    case OP.JMP_SET:
    case OP.COALESCE:
    case OP.JMP_NULL:
      opline.op2 = target;
      break;
    default:
      throw new RangeError(`opline ${jump} is no jump`);
  }
}

/** zend_update_jump_target_to_next */
export function updateJumpTargetToNext(c: Compiler, jump: number): void {
  updateJumpTarget(c, jump, getNextOpNumber(c));
}

// ---- clearing ----

/** SET_UNUSED(opline->op1) */
export function unsetOp1(opline: Opline): void {
  opline.op1Type = IS_UNUSED;
  opline.op1 = 0;
}

/** SET_UNUSED(opline->op2) */
export function unsetOp2(opline: Opline): void {
  opline.op2Type = IS_UNUSED;
  opline.op2 = 0;
}

/** SET_UNUSED(opline->result) */
export function unsetResult(opline: Opline): void {
  opline.resultType = IS_UNUSED;
  opline.result = 0;
}

/** MAKE_NOP */
export function makeNop(opline: Opline): void {
  opline.opcode = OP.NOP;
  opline.extendedValue = 0;
  unsetOp1(opline);
  unsetOp2(opline);
  unsetResult(opline);
}
