/**
 * Pass 1: constants instead of what always gives the same: operators, casts, constants of PHP and of classes, some calls;
 * jumps whose condition is known.
 * Source: php-src 8.2 Zend/Optimizer/pass1.c
 */
import { IS_CONST, IS_UNUSED, type OpArray, type Opline } from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';
import { type Folded, NOT_CONSTANT } from '../compiler/emit/not-constant.ts';
import { toBool, toStr } from '../value/convert.ts';
import { PhpArray } from '../value/php-array.ts';
import { PhpConstantAst, type Zval } from '../value/zval.ts';
import { classConstant } from './class-constants.ts';
import type { OptimizedUnit, OptimizerContext } from './context.ts';
import { changeLiteral1, changeLiteral2, makeNop, op2Of, setOp1, setOp2, UNUSED } from './edit.ts';
import { evaluateBinary, evaluateCall, evaluateCast, evaluateUnary, persistentConstant } from './evaluate.ts';
import { replaceByConst, updateOp1 } from './replace-const.ts';

class Pass1 {
  private readonly ctx: OptimizerContext;
  private readonly unit: OptimizedUnit;
  private readonly opArray: OpArray;

  constructor(ctx: OptimizerContext, unit: OptimizedUnit) {
    this.ctx = ctx;
    this.unit = unit;
    this.opArray = unit.opArray;
  }

  run(): void {
    for (let at = 0; at < this.opArray.opcodes.length; at++) this.visit(at, this.opArray.opcodes[at] as Opline);
  }

  private visit(at: number, op: Opline): void {
    switch (op.opcode) {
      case OP.CONCAT:
      case OP.FAST_CONCAT:
        this.stringOperands(op);
        this.binary(at, op);
        break;
      case OP.ASSIGN_OP:
        if (op.extendedValue === OP.CONCAT && op.op2Type === IS_CONST) {
          changeLiteral2(this.opArray, op, this.text(op.op2Lit));
        }
        break;
      case OP.CAST:
        if (op.op1Type === IS_CONST) {
          this.replace(at, op, evaluateCast(this.ctx.values, op.extendedValue, op.op1Lit));
        }
        break;
      case OP.BW_NOT:
      case OP.BOOL_NOT:
        if (op.op1Type === IS_CONST) this.replace(at, op, evaluateUnary(this.ctx.values, op.opcode, op.op1Lit));
        break;
      case OP.FETCH_CONSTANT:
        if (typeof op.op2Lit === 'string') this.replaceKnown(at, op, persistentConstant(op.op2Lit));
        break;
      case OP.FETCH_CLASS_CONSTANT:
        this.replaceKnown(at, op, classConstant(this.ctx, this.unit, op));
        break;
      case OP.DO_ICALL:
        this.call(at, op);
        break;
      case OP.STRLEN:
        if (op.op1Type === IS_CONST && typeof op.op1Lit === 'string') this.replace(at, op, op.op1Lit.length);
        break;
      case OP.DEFINED:
        if (persistentConstant(op.op1Lit as string) !== undefined) this.replace(at, op, true);
        break;
      case OP.JMPZ_EX:
      case OP.JMPNZ_EX:
      case OP.JMPZ:
      case OP.JMPNZ:
        if (op.op1Type === IS_CONST) this.jump(op);
        break;
      default:
        if (BINARY.has(op.opcode)) this.binary(at, op);
    }
  }

  private text(v: Zval): Zval {
    if (v instanceof PhpArray) return 'Array';
    return v instanceof PhpConstantAst ? v : toStr(this.ctx.values, v);
  }

  private stringOperands(op: Opline): void {
    if (op.op1Type === IS_CONST && typeof op.op1Lit !== 'string') {
      changeLiteral1(this.opArray, op, this.text(op.op1Lit));
    }
    if (op.op2Type === IS_CONST && typeof op.op2Lit !== 'string') {
      changeLiteral2(this.opArray, op, this.text(op.op2Lit));
    }
  }

  private binary(at: number, op: Opline): void {
    if (op.op1Type !== IS_CONST || op.op2Type !== IS_CONST) return;
    this.replace(at, op, evaluateBinary(this.ctx.values, op.opcode, op.op1Lit, op.op2Lit));
  }

  private replaceKnown(at: number, op: Opline, value: Zval): void {
    if (value !== undefined && !(value instanceof PhpConstantAst)) this.replace(at, op, value);
  }

  /** replace_by_const_or_qm_assign */
  private replace(at: number, op: Opline, value: Folded): void {
    if (value === NOT_CONSTANT) return;
    if (replaceByConst(this.ctx, this.opArray, at + 1, op.resultType, op.result, value)) {
      makeNop(op);
      return;
    }
    op.opcode = OP.QM_ASSIGN;
    op.extendedValue = 0;
    setOp2(op, UNUSED);
    updateOp1(this.ctx, this.opArray, at, value);
  }

  /** The number of the opline before `at` that does something. */
  private before(at: number): number {
    let i = at - 1;
    while (i > 0 && this.opArray.opcodes[i]?.opcode === OP.NOP) i--;
    return i;
  }

  private constantSend(at: number): Opline | null {
    const op = this.opArray.opcodes[at];
    return op?.opcode === OP.SEND_VAL && op.op1Type === IS_CONST ? op : null;
  }

  /** A call of a builtin with one or two constants: define(), and those whose result is known. */
  private call(at: number, op: Opline): void {
    let sendAt = this.before(at);
    let first = this.constantSend(sendAt);
    if (first === null) return;
    let second: Opline | null = null;
    if (first.op2 === 2) {
      second = first;
      sendAt = this.before(sendAt);
      first = this.constantSend(sendAt);
      if (first === null) return;
    }
    const init = this.opArray.opcodes[this.before(sendAt)];
    if (init?.opcode !== OP.INIT_FCALL || typeof init.op2Lit !== 'string') return;
    if (init.op2Lit === 'define') {
      if (typeof first.op1Lit === 'string' && second !== null) this.define(op, init, first, second);
      return;
    }
    if (second !== null || typeof first.op1Lit !== 'string') return;
    const value = evaluateCall(init.op2Lit, first.op1Lit);
    if (value === NOT_CONSTANT) return;
    makeNop(init);
    makeNop(first);
    this.replace(at, op, value);
  }

  private define(op: Opline, init: Opline, first: Opline, second: Opline): void {
    if (op.resultType !== IS_UNUSED || (first.op1Lit as string).includes('::')) return;
    op.opcode = OP.DECLARE_CONST;
    setOp1(op, { type: IS_CONST, num: first.op1, lit: first.op1Lit });
    setOp2(op, { type: IS_CONST, num: second.op1, lit: second.op1Lit });
    op.result = 0;
    makeNop(init);
    makeNop(first);
    makeNop(second);
  }

  private jump(op: Opline): void {
    const isTrue = toBool(op.op1Lit);
    switch (op.opcode) {
      case OP.JMPZ_EX:
      case OP.JMPNZ_EX:
        if (isTrue !== (op.opcode === OP.JMPZ_EX)) return;
        op.opcode = OP.QM_ASSIGN;
        changeLiteral1(this.opArray, op, isTrue);
        op.op2 = 0;
        break;
      default:
        if (isTrue === (op.opcode === OP.JMPZ)) {
          makeNop(op);
          return;
        }
        op.opcode = OP.JMP;
        setOp1(op, op2Of(op));
        op.op2 = 0;
    }
  }
}

const BINARY: ReadonlySet<number> = new Set([
  OP.ADD,
  OP.SUB,
  OP.MUL,
  OP.DIV,
  OP.POW,
  OP.MOD,
  OP.SL,
  OP.SR,
  OP.BW_OR,
  OP.BW_AND,
  OP.BW_XOR,
  OP.IS_EQUAL,
  OP.IS_NOT_EQUAL,
  OP.IS_SMALLER,
  OP.IS_SMALLER_OR_EQUAL,
  OP.IS_IDENTICAL,
  OP.IS_NOT_IDENTICAL,
  OP.BOOL_XOR,
  OP.SPACESHIP,
  OP.CASE,
  OP.CASE_STRICT,
]);

/** Runs pass 1 on an op_array. */
export function pass1(ctx: OptimizerContext, unit: OptimizedUnit): void {
  new Pass1(ctx, unit).run();
}
