/**
 * Choices: `?:`, `??`, `match`.
 * Source: php-src 8.2 Zend/zend_compile.c (zend_compile_conditional, _coalesce, _match)
 */
import { IS_TMP_VAR, IS_VAR, type Opline } from '../../bytecode/op-array.ts';
import { OP } from '../../bytecode/opcodes.ts';
import { ZEND_FREE_SWITCH, ZEND_THROW_IS_EXPR } from '../../bytecode/operand-flags.ts';
import { PhpArray } from '../../value/php-array.ts';
import { type AstNode, astChild } from '../ast.ts';
import { ZEND_PARENTHESIZED_CONDITIONAL } from '../ast-flags.ts';
import { child } from './ast-predicates.ts';
import { BP_VAR_IS, type Compiler, Znode } from './context.ts';
import { compileExpr, compileVar } from './dispatch.ts';
import {
  constZnode,
  emitCondJump,
  emitJump,
  emitOp,
  emitOpTmp,
  getNextOpNumber,
  getTemporaryVariable,
  setConst,
  setResult,
  updateJumpTargetToNext,
} from './emit-op.ts';
import { evalConstExpr } from './eval-const-expr.ts';

/** Stores an expression into a result that exists already. */
function assignInto(c: Compiler, result: Znode, ast: AstNode): void {
  const node = new Znode();
  compileExpr(c, node, ast);
  setResult(c, emitOpTmp(c, null, OP.QM_ASSIGN, node, null), result);
}

/** zend_compile_shorthand_conditional: `a ?: b` */
function compileShorthandConditional(c: Compiler, result: Znode, ast: AstNode): void {
  const cond = new Znode();
  compileExpr(c, cond, child(ast, 0));
  const opnum = getNextOpNumber(c);
  emitOpTmp(c, result, OP.JMP_SET, cond, null);
  assignInto(c, result, child(ast, 2));
  updateJumpTargetToNext(c, opnum);
}

/** `a ? b : c ? d : e` without parentheses is an error since PHP 8. */
function checkNestedConditional(c: Compiler, condAst: AstNode, trueAst: AstNode | null): void {
  if (condAst.kind !== 'conditional' || condAst.attr === ZEND_PARENTHESIZED_CONDITIONAL) return;
  if (astChild(condAst, 1) !== null) {
    if (trueAst !== null) {
      c.error(
        'Unparenthesized `a ? b : c ? d : e` is not supported. Use either `(a ? b : c) ? d : e` or `a ? b : (c ? d : e)`',
      );
    }
    c.error('Unparenthesized `a ? b : c ?: d` is not supported. Use either `(a ? b : c) ?: d` or `a ? b : (c ?: d)`');
  }
  if (trueAst !== null) {
    c.error('Unparenthesized `a ?: b ? c : d` is not supported. Use either `(a ?: b) ? c : d` or `a ?: (b ? c : d)`');
  }
}

/** zend_compile_conditional */
export function compileConditional(c: Compiler, result: Znode, ast: AstNode): void {
  const trueAst = astChild(ast, 1);
  checkNestedConditional(c, child(ast, 0), trueAst);
  if (trueAst === null) {
    compileShorthandConditional(c, result, ast);
    return;
  }
  const cond = new Znode();
  const whenTrue = new Znode();
  compileExpr(c, cond, child(ast, 0));
  const jmpz = emitCondJump(c, OP.JMPZ, cond, 0);
  compileExpr(c, whenTrue, trueAst);
  emitOpTmp(c, result, OP.QM_ASSIGN, whenTrue, null);
  const jmp = emitJump(c, 0);
  updateJumpTargetToNext(c, jmpz);
  assignInto(c, result, child(ast, 2));
  updateJumpTargetToNext(c, jmp);
}

/** zend_compile_coalesce: `a ?? b` */
export function compileCoalesce(c: Compiler, result: Znode, ast: AstNode): void {
  const expr = new Znode();
  compileVar(c, expr, child(ast, 0), BP_VAR_IS, false);
  const opnum = getNextOpNumber(c);
  emitOpTmp(c, result, OP.COALESCE, expr, null);
  assignInto(c, result, child(ast, 1));
  updateJumpTargetToNext(c, opnum);
}

/** can_match_use_jumptable: all conditions are int or string constants. Evaluates them in place. */
function canMatchUseJumptable(c: Compiler, arms: AstNode): boolean {
  for (const arm of arms.children) {
    const conds = arm === null ? null : astChild(arm, 0);
    if (conds === null) continue;
    for (const [j, cond] of conds.children.entries()) {
      if (cond === null) continue;
      const value = evalConstExpr(c, cond);
      conds.children[j] = value;
      if (value.kind !== 'zval') return false;
      if (typeof value.value === 'object' || typeof value.value === 'boolean') return false;
    }
  }
  return true;
}

function checkSingleDefault(c: Compiler, arms: AstNode): boolean {
  let hasDefault = false;
  for (const arm of arms.children) {
    if (arm === null || astChild(arm, 0) !== null) continue;
    if (hasDefault) {
      c.lineno = arm.line;
      c.error('Match expressions may only contain one default arm');
    }
    hasDefault = true;
  }
  return hasDefault;
}

/** The comparisons of a match without jump table; returns the numbers of their JMPNZ. */
function compileMatchConditions(c: Compiler, arms: AstNode, expr: Znode, caseNode: Znode): number[] {
  const jumps: number[] = [];
  const opcode = (expr.opType & (IS_VAR | IS_TMP_VAR)) !== 0 ? OP.CASE_STRICT : OP.IS_IDENTICAL;
  for (const arm of arms.children) {
    const conds = arm === null ? null : astChild(arm, 0);
    for (const cond of conds?.children ?? []) {
      if (cond === null) continue;
      const condNode = new Znode();
      compileExpr(c, condNode, cond);
      setResult(c, emitOp(c, null, opcode, expr, condNode), caseNode);
      jumps.push(emitCondJump(c, OP.JMPNZ, caseNode, 0));
    }
  }
  return jumps;
}

/** Adds an arm's conditions to the jump table; the first of equal conditions wins. */
function fillJumptable(table: PhpArray, conds: AstNode, target: number): void {
  for (const cond of conds.children) {
    const key = cond?.value;
    if (typeof key === 'string') {
      if (table.getStr(key) === undefined) table.setStr(key, target);
    } else if (typeof key === 'number' || typeof key === 'bigint') {
      if (table.getInt(key) === undefined) table.setInt(key, target);
    }
  }
}

/** How the arms of one match are reached. */
interface MatchJumps {
  table: PhpArray | null;
  match: Opline | null;
  jmpnz: number[];
  defaultJmp: number;
}

function emitMatchJumps(c: Compiler, arms: AstNode, expr: Znode, caseNode: Znode, useTable: boolean): MatchJumps {
  if (useTable) {
    const table = new PhpArray();
    const match = emitOp(c, null, OP.MATCH, expr, constZnode(table));
    return { table, match, jmpnz: [], defaultJmp: -1 };
  }
  const jmpnz = compileMatchConditions(c, arms, expr, caseNode);
  return { table: null, match: null, jmpnz, defaultJmp: emitJump(c, 0) };
}

/** Aims the jump that is taken when no condition holds at the next opline. */
function aimDefault(c: Compiler, jumps: MatchJumps): void {
  if (jumps.match !== null) jumps.match.extendedValue = getNextOpNumber(c);
  else updateJumpTargetToNext(c, jumps.defaultJmp);
}

/** The bodies of the arms; returns the jumps to the end. */
function compileMatchArms(c: Compiler, result: Znode, arms: AstNode, jumps: MatchJumps): number[] {
  const ends: number[] = [];
  let condCount = 0;
  for (const arm of arms.children) {
    if (arm === null) continue;
    const conds = astChild(arm, 0);
    if (conds === null) {
      aimDefault(c, jumps);
    } else if (jumps.table !== null) {
      fillJumptable(jumps.table, conds, getNextOpNumber(c));
    } else {
      for (let j = 0; j < conds.children.length; j++) updateJumpTargetToNext(c, jumps.jmpnz[condCount++] ?? -1);
    }
    if (ends.length > 0) {
      assignInto(c, result, child(arm, 1));
    } else {
      const body = new Znode();
      compileExpr(c, body, child(arm, 1));
      emitOpTmp(c, result, OP.QM_ASSIGN, body, null);
    }
    ends.push(emitJump(c, 0));
  }
  return ends;
}

/** zend_compile_match */
export function compileMatch(c: Compiler, result: Znode, ast: AstNode): void {
  const arms = child(ast, 1);
  const expr = new Znode();
  compileExpr(c, expr, child(ast, 0));
  const caseNode = new Znode();
  caseNode.opType = IS_TMP_VAR;
  caseNode.num = getTemporaryVariable(c);
  const numConds = arms.children.reduce((n, arm) => n + (arm?.children[0]?.children.length ?? 0), 0);
  const useTable = canMatchUseJumptable(c, arms) && numConds >= 2;
  const hasDefault = checkSingleDefault(c, arms);
  const jumps = emitMatchJumps(c, arms, expr, caseNode, useTable);
  if (arms.children.length === 0) setConst(result, null);
  if (!hasDefault) {
    aimDefault(c, jumps);
    const error = emitOp(c, null, OP.MATCH_ERROR, expr, null);
    // Nothing else gives the match a value then: an "expression throw".
    if (arms.children.length === 0) error.extendedValue = ZEND_THROW_IS_EXPR;
  }
  const ends = compileMatchArms(c, result, arms, jumps);
  for (const end of ends) updateJumpTargetToNext(c, end);
  if ((expr.opType & (IS_VAR | IS_TMP_VAR)) !== 0) {
    emitOp(c, null, OP.FREE, expr, null).extendedValue = ZEND_FREE_SWITCH;
  }
}
