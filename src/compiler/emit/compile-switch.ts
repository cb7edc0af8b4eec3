/**
 * if and switch, with its jump tables.
 * Source: php-src 8.2 Zend/zend_compile.c
 */
import { IS_CONST, IS_TMP_VAR, IS_VAR } from '../../bytecode/op-array.ts';
import { OP } from '../../bytecode/opcodes.ts';
import { ZEND_FREE_SWITCH } from '../../bytecode/operand-flags.ts';
import { PhpArray } from '../../value/php-array.ts';
import { type AstNode, astChild } from '../ast.ts';
import { child } from './ast-predicates.ts';
import { evalConstExpr } from './eval-const-expr.ts';
import { type Compiler, Znode } from './context.ts';
import { compileExpr, compileStmt } from './dispatch.ts';
import {
  constZnode,
  emitCondJump,
  emitJump,
  emitOp,
  getNextOpNumber,
  getTemporaryVariable,
  oplineAt,
  setResult,
  updateJumpTargetToNext,
} from './emit-op.ts';
import { beginLoop, endLoop } from './loop-context.ts';

/** zend_compile_if */
export function compileIf(c: Compiler, ast: AstNode): void {
  const last = ast.children.length - 1;
  const jmps: number[] = [];
  for (const [i, elem] of ast.children.entries()) {
    const cond = astChild(elem!, 0);
    const stmt = astChild(elem!, 1);
    if (cond === null) {
      compileStmt(c, stmt);
      continue;
    }
    const node = new Znode();
    compileExpr(c, node, cond);
    const jmpz = emitCondJump(c, OP.JMPZ, node, 0);
    compileStmt(c, stmt);
    if (i !== last) {
      // Not the branch's last line: coverage would take that for executed.
      c.lineno = elem!.line;
      jmps.push(emitJump(c, 0));
    }
    updateJumpTargetToNext(c, jmpz);
  }
  for (const jmp of jmps) updateJumpTargetToNext(c, jmp);
}

const NUMERIC = /^[ \t\n\r\v\f]*[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?[ \t\n\r\v\f]*$/;

/** determine_switch_jumptable_type: all cases ints, or all strings that are no numbers; null otherwise. */
function switchJumptableType(c: Compiler, cases: AstNode): 'long' | 'string' | null {
  let common: 'long' | 'string' | null = null;
  for (const caseAst of cases.children) {
    if (astChild(caseAst!, 0) === null) continue;
    const cond = evalConstExpr(c, child(caseAst!, 0));
    caseAst!.children[0] = cond;
    if (cond.kind !== 'zval') return null;
    const value = cond.value;
    const isLong = typeof value === 'number' || typeof value === 'bigint';
    if (!isLong && typeof value !== 'string') return null;
    const type = isLong ? 'long' : 'string';
    if (common !== null && common !== type) return null;
    common = type;
    // A hash lookup cannot compare numeric strings.
    if (typeof value === 'string' && NUMERIC.test(value)) return null;
  }
  return common;
}

/** A switch or its jump table, while its cases are compiled. */
interface SwitchState {
  expr: Znode;
  caseNode: Znode;
  jumptable: PhpArray | null;
  opnumSwitch: number;
}

/** Emits SWITCH_LONG or SWITCH_STRING when the cases allow it; the comparisons follow all the same. */
function beginJumptable(c: Compiler, s: SwitchState, cases: AstNode): void {
  const type = switchJumptableType(c, cases);
  // Below these numbers comparing is faster.
  if (type === null || cases.children.length < (type === 'long' ? 5 : 2)) return;
  s.jumptable = new PhpArray();
  s.opnumSwitch = getNextOpNumber(c);
  emitOp(c, null, type === 'long' ? OP.SWITCH_LONG : OP.SWITCH_STRING, s.expr, constZnode(s.jumptable));
}

/** Emits a comparison and JMPNZ per case; returns the jumps' numbers, -1 for the default case. */
function compileCaseTests(c: Compiler, s: SwitchState, cases: AstNode): number[] {
  let hasDefault = false;
  return cases.children.map((caseAst) => {
    const condAst = astChild(caseAst!, 0);
    if (condAst === null) {
      if (hasDefault) {
        c.lineno = caseAst!.line;
        c.error('Switch statements may only contain one default clause');
      }
      hasDefault = true;
      return -1;
    }
    const cond = new Znode();
    compileExpr(c, cond, condAst);
    if (s.expr.opType === IS_CONST && s.expr.value === false) return emitCondJump(c, OP.JMPZ, cond, 0);
    if (s.expr.opType === IS_CONST && s.expr.value === true) return emitCondJump(c, OP.JMPNZ, cond, 0);
    const temporary = (s.expr.opType & (IS_VAR | IS_TMP_VAR)) !== 0;
    const opline = emitOp(c, null, temporary ? OP.CASE : OP.IS_EQUAL, s.expr, cond);
    setResult(c, opline, s.caseNode);
    return emitCondJump(c, OP.JMPNZ, s.caseNode, 0);
  });
}

/** Emits the bodies, aiming the tests and the jump table at them. */
function compileCaseBodies(c: Compiler, s: SwitchState, cases: AstNode, jmps: number[], defaultJmp: number): void {
  let hasDefault = false;
  const aimDefault = (): void => {
    updateJumpTargetToNext(c, defaultJmp);
    if (s.jumptable !== null) oplineAt(c, s.opnumSwitch).extendedValue = getNextOpNumber(c);
  };
  for (const [i, caseAst] of cases.children.entries()) {
    const cond = astChild(caseAst!, 0);
    if (cond !== null) {
      updateJumpTargetToNext(c, jmps[i]!);
      const key = cond.value as number | bigint | string;
      if (s.jumptable !== null && !s.jumptable.has(key)) s.jumptable.set(key, getNextOpNumber(c));
    } else {
      hasDefault = true;
      aimDefault();
    }
    compileStmt(c, astChild(caseAst!, 1));
  }
  if (!hasDefault) aimDefault();
}

/** zend_compile_switch */
export function compileSwitch(c: Compiler, ast: AstNode): void {
  const cases = child(ast, 1);
  const expr = new Znode();
  compileExpr(c, expr, child(ast, 0));
  beginLoop(c, OP.FREE, expr, true);
  const caseNode = new Znode();
  caseNode.opType = IS_TMP_VAR;
  caseNode.num = getTemporaryVariable(c);
  const s: SwitchState = { expr, caseNode, jumptable: null, opnumSwitch: -1 };
  beginJumptable(c, s, cases);
  const jmps = compileCaseTests(c, s, cases);
  const defaultJmp = emitJump(c, 0);
  compileCaseBodies(c, s, cases, jmps, defaultJmp);
  endLoop(c, getNextOpNumber(c), expr);
  if ((expr.opType & (IS_VAR | IS_TMP_VAR)) !== 0) {
    emitOp(c, null, OP.FREE, expr, null).extendedValue = ZEND_FREE_SWITCH;
  }
}
