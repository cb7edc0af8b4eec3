/**
 * Strings with variables in them: `"a $b {$c->d}"` become ropes.
 * Source: php-src 8.2 Zend/zend_compile.c (zend_compile_encaps_list)
 */
import { E_DEPRECATED } from '../../base/diagnostics.ts';
import { IS_CONST, IS_TMP_VAR, type Opline } from '../../bytecode/op-array.ts';
import { OP } from '../../bytecode/opcodes.ts';
import type { AstNode } from '../ast.ts';
import { IS_STRING, ZEND_ENCAPS_VAR_DOLLAR_CURLY, ZEND_ENCAPS_VAR_DOLLAR_CURLY_VAR_VAR } from '../ast-flags.ts';
import { type Compiler, Znode } from './context.ts';
import { constToString } from './ct-value.ts';
import { compileExpr } from './dispatch.ts';
import {
  constZnode,
  getNextOp,
  getNextOpNumber,
  getOp2,
  getTemporaryVariable,
  makeNop,
  makeTmpResult,
  oplineAt,
  setConst,
  setOp1,
  setOp2,
  setResult,
  unsetOp2,
} from './emit-op.ts';

/** zend_compile_rope_add_ex: turns `opline` into element `num` of the rope. The rope's slot is fixed up later (-1). */
function ropeAdd(c: Compiler, opline: Opline, result: Znode, num: number, elem: Znode): void {
  if (num === 0) {
    result.opType = IS_TMP_VAR;
    result.num = -1;
    opline.opcode = OP.ROPE_INIT;
  } else {
    opline.opcode = OP.ROPE_ADD;
    setOp1(c, opline, result);
  }
  setOp2(c, opline, elem);
  setResult(c, opline, result);
  opline.extendedValue = num;
}

function warnDollarCurly(c: Compiler, ast: AstNode): void {
  if ((ast.kind === 'var' || ast.kind === 'dim') && (ast.attr & ZEND_ENCAPS_VAR_DOLLAR_CURLY) !== 0) {
    c.warn(E_DEPRECATED, 'Using ${var} in strings is deprecated, use {$var} instead');
  } else if (ast.kind === 'var' && (ast.attr & ZEND_ENCAPS_VAR_DOLLAR_CURLY_VAR_VAR) !== 0) {
    c.warn(E_DEPRECATED, 'Using ${expr} (variable variables) in strings is deprecated, use {${expr}} instead');
  }
}

/** What the walk over the elements leaves behind. */
interface Rope {
  /** Elements emitted. */
  count: number;
  initOpnum: number;
  lastOpnum: number;
  /** A constant part whose opline is reserved but not yet written; null when none. */
  pending: string | null;
  reservedOpnum: number;
}

function addElement(c: Compiler, result: Znode, rope: Rope, elem: Znode): void {
  if (elem.opType === IS_CONST) {
    const text = constToString(c, elem.value);
    if (text.length === 0) return;
    if (rope.pending !== null) {
      rope.pending += text;
      return;
    }
    rope.pending = text;
    rope.reservedOpnum = getNextOpNumber(c);
    getNextOp(c);
    return;
  }
  if (rope.count === 0) rope.initOpnum = rope.pending === null ? getNextOpNumber(c) : rope.reservedOpnum;
  flushPending(c, result, rope);
  rope.lastOpnum = getNextOpNumber(c);
  ropeAdd(c, getNextOp(c), result, rope.count++, elem);
}

function flushPending(c: Compiler, result: Znode, rope: Rope): void {
  if (rope.pending === null) return;
  rope.lastOpnum = rope.reservedOpnum;
  ropeAdd(c, oplineAt(c, rope.reservedOpnum), result, rope.count++, constZnode(rope.pending));
  rope.pending = null;
}

/** zend_compile_encaps_list */
export function compileEncapsList(c: Compiler, result: Znode, ast: AstNode): void {
  const rope: Rope = { count: 0, initOpnum: -1, lastOpnum: -1, pending: null, reservedOpnum: -1 };
  for (const node of ast.children) {
    if (node === null) continue;
    warnDollarCurly(c, node);
    const elem = new Znode();
    compileExpr(c, elem, node);
    addElement(c, result, rope, elem);
  }
  if (rope.count === 0) {
    setConst(result, rope.pending ?? '');
    if (rope.reservedOpnum >= 0) c.opArray.opcodes.length = rope.reservedOpnum;
    return;
  }
  flushPending(c, result, rope);
  const init = oplineAt(c, rope.initOpnum);
  const last = oplineAt(c, rope.lastOpnum);
  if (rope.count === 1) finishSingle(c, result, last);
  else if (rope.count === 2) finishPair(c, result, init, last);
  else finishRope(c, result, rope, last);
}

/** One part: a cast to string. */
function finishSingle(c: Compiler, result: Znode, opline: Opline): void {
  if (opline.op2Type === IS_CONST) {
    getOp2(c, result, opline);
    makeNop(opline);
    return;
  }
  opline.opcode = OP.CAST;
  opline.extendedValue = IS_STRING;
  opline.op1Type = opline.op2Type;
  opline.op1 = opline.op2;
  unsetOp2(opline);
  makeTmpResult(c, result, opline);
}

/** Two parts: FAST_CONCAT. */
function finishPair(c: Compiler, result: Znode, init: Opline, last: Opline): void {
  last.opcode = OP.FAST_CONCAT;
  last.extendedValue = 0;
  last.op1Type = init.op2Type;
  last.op1 = init.op2;
  makeTmpResult(c, result, last);
  makeNop(init);
}

/** Three and more: ROPE_INIT ... ROPE_END over consecutive slots, 8 bytes a part. */
function finishRope(c: Compiler, result: Znode, rope: Rope, last: Opline): void {
  const init = oplineAt(c, rope.initOpnum);
  init.extendedValue = rope.count;
  last.opcode = OP.ROPE_END;
  makeTmpResult(c, result, last);
  const slot = getTemporaryVariable(c);
  last.op1 = slot;
  for (let i = (rope.count * 8 + 15) >> 4; i > 1; i--) getTemporaryVariable(c);
  for (let n = rope.lastOpnum - 1; n >= rope.initOpnum; n--) {
    const opline = oplineAt(c, n);
    if (opline.result !== -1) continue;
    if (opline.opcode === OP.ROPE_ADD) {
      opline.op1 = slot;
      opline.result = slot;
    } else if (opline.opcode === OP.ROPE_INIT) {
      opline.result = slot;
    }
  }
}
