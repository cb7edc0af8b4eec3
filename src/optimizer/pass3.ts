/**
 * Pass 3: a jump to a jump goes where that one goes.
 * Source: php-src 8.2 Zend/Optimizer/pass3.c
 */
import type { OpArray, Opline } from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';
import { ACC_HAS_FINALLY_BLOCK } from '../bytecode/type-flags.ts';
import { convertToFree, copyReturn, invertedJump, isReturn, makeNop, sameOperand } from './edit.ts';

/** What a jump finds at its target. */
type Step =
  /** goes on to there, unless it has been there already */
  { readonly to: number; readonly once: boolean } | null;

class Pass3 {
  private readonly opArray: OpArray;
  private readonly ops: Opline[];

  constructor(opArray: OpArray) {
    this.opArray = opArray;
    this.ops = opArray.opcodes;
  }

  run(): void {
    this.ops.forEach((op, at) => this.visit(op, at));
  }

  private visit(op: Opline, at: number): void {
    switch (op.opcode) {
      case OP.JMP:
        this.plainJump(
          op,
          at,
          this.follow(op, 'op1', (target, num) => this.plain(target, num)),
        );
        break;
      case OP.JMP_SET:
      case OP.COALESCE:
        this.follow(op, 'op2', (target, num) => this.plain(target, num));
        break;
      case OP.JMPZ:
      case OP.JMPNZ:
        if (this.follow(op, 'op2', (target, num) => this.conditional(op, target, num)) === at + 1) convertToFree(op);
        break;
      case OP.JMPZ_EX:
      case OP.JMPNZ_EX:
        if (this.follow(op, 'op2', (target, num) => this.extended(op, target, num)) === at + 1) {
          op.opcode = OP.BOOL;
          op.op2 = 0;
        }
        break;
    }
  }

  /** Leads a jump to where it ends; CHECK_LOOP stops that where it comes by a second time. */
  private follow(jump: Opline, operand: 'op1' | 'op2', step: (target: Opline, num: number) => Step): number {
    const seen = new Set<number>();
    for (let target = jump[operand]; ; ) {
      const op = this.ops[target];
      const next = op === undefined ? null : step(op, target);
      if (next === null) return target;
      target = next.to;
      if (next.once) {
        if (seen.has(target)) return target;
        seen.add(target);
      }
      jump[operand] = target;
    }
  }

  private plain(target: Opline, num: number): Step {
    if (target.opcode === OP.JMP) return { to: target.op1, once: true };
    return target.opcode === OP.NOP ? { to: num + 1, once: false } : null;
  }

  private conditional(op: Opline, target: Opline, num: number): Step {
    const same = sameOperand(op.op1Type, op.op1, target.op1Type, target.op1);
    if (target.opcode === op.opcode && same) return { to: target.op2, once: true };
    if (target.opcode === invertedJump(op.opcode) && same) return { to: num + 1, once: false };
    return this.plain(target, num);
  }

  /** JMPZ_EX and JMPNZ_EX: the target may test their operand or their result. */
  private extended(op: Opline, target: Opline, num: number): Step {
    const same =
      sameOperand(target.op1Type, target.op1, op.resultType, op.result) ||
      sameOperand(target.op1Type, target.op1, op.op1Type, op.op1);
    if (!same || target.opcode === OP.JMP || target.opcode === OP.NOP) return this.plain(target, num);
    const inverted = op.opcode === OP.JMPZ_EX ? OP.JMPNZ_EX : OP.JMPZ_EX;
    const sameResult = target.result === op.result;
    if (target.opcode === op.opcode - 3) return { to: target.op2, once: true };
    if (target.opcode === op.opcode && sameResult) return { to: target.op2, once: true };
    if (target.opcode === inverted - 3) return { to: num + 1, once: false };
    if (target.opcode === inverted && sameResult) return { to: num + 1, once: false };
    if (target.opcode !== OP.BOOL) return null;
    op.result = target.result;
    return { to: num + 1, once: true };
  }

  private plainJump(op: Opline, at: number, end: number): void {
    const target = this.ops[end] as Opline;
    const hasFinally = (this.opArray.fnFlags & ACC_HAS_FINALLY_BLOCK) !== 0;
    const before = this.ops[at - 1];
    if (end === at + 1) makeNop(op);
    else if (isReturn(target.opcode) && !hasFinally) copyReturn(this.opArray, op, target);
    else if ((before?.opcode === OP.JMPZ || before?.opcode === OP.JMPNZ) && before.op2 === end) {
      convertToFree(before);
    }
  }
}

/** Runs pass 3 on an op_array. */
export function pass3(opArray: OpArray): void {
  new Pass3(opArray).run();
}
