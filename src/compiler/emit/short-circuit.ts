/**
 * Nullsafe chains: every `?->` emits a JMP_NULL that leaves the whole chain, and the chain's outermost node aims them.
 * Source: php-src 8.2 Zend/zend_compile.c (zend_short_circuiting_commit)
 */
import { OP } from '../../bytecode/opcodes.ts';
import {
  ZEND_JMP_NULL_BP_VAR_IS,
  ZEND_SHORT_CIRCUITING_CHAIN_EMPTY,
  ZEND_SHORT_CIRCUITING_CHAIN_EXPR,
  ZEND_SHORT_CIRCUITING_CHAIN_ISSET,
} from '../../bytecode/operand-flags.ts';
import type { AstNode } from '../ast.ts';
import { isShortCircuitedKind, ZEND_SHORT_CIRCUITING_INNER } from './ast-predicates.ts';
import { BP_VAR_IS, type Compiler, type Znode } from './context.ts';
import { emitOp, getNextOpNumber, oplineAt, setResult } from './emit-op.ts';

/** zend_short_circuiting_checkpoint */
export function shortCircuitingCheckpoint(c: Compiler): number {
  return c.shortCircuitingOpnums.length;
}

/** zend_short_circuiting_commit: aims the JMP_NULLs since `checkpoint` behind the chain that `ast` ends. */
export function shortCircuitingCommit(c: Compiler, checkpoint: number, result: Znode | null, ast: AstNode): void {
  if (c.shortCircuitingOpnums.length === checkpoint) return;
  if (!isShortCircuitedKind(ast) && ast.kind !== 'isset' && ast.kind !== 'empty') return;
  if ((ast.attr & ZEND_SHORT_CIRCUITING_INNER) !== 0) return;
  while (c.shortCircuitingOpnums.length > checkpoint) {
    const opline = oplineAt(c, c.shortCircuitingOpnums.pop() ?? -1);
    opline.op2 = getNextOpNumber(c);
    if (result !== null) setResult(c, opline, result);
    opline.extendedValue |=
      ast.kind === 'isset'
        ? ZEND_SHORT_CIRCUITING_CHAIN_ISSET
        : ast.kind === 'empty'
          ? ZEND_SHORT_CIRCUITING_CHAIN_EMPTY
          : ZEND_SHORT_CIRCUITING_CHAIN_EXPR;
  }
}

/** zend_emit_jmp_null */
export function emitJmpNull(c: Compiler, objNode: Znode, bpType: number): void {
  const opnum = getNextOpNumber(c);
  const opline = emitOp(c, null, OP.JMP_NULL, objNode, null);
  if (bpType === BP_VAR_IS) opline.extendedValue |= ZEND_JMP_NULL_BP_VAR_IS;
  c.shortCircuitingOpnums.push(opnum);
}
