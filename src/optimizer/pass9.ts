/**
 * Pass 9: temporaries that do not live at the same time share a slot.
 * Source: php-src 8.2 Zend/Optimizer/optimize_temp_vars_5.c
 */
import { CALL_FRAME_SLOT, type OpArray, type Opline } from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';
import { ACC_HAS_FINALLY_BLOCK } from '../bytecode/type-flags.ts';
import { isReturn, TEMPORARY } from './edit.ts';

const NONE = -1;

/** Slots of a rope of so many strings: two pointers fit in a slot. */
const ropeSlots = (strings: number): number => Math.ceil(strings / 2);

class Temporaries {
  private readonly opArray: OpArray;
  private readonly ops: readonly Opline[];
  private readonly offset: number;
  /** By old number: the opline that makes it first, and its new number. */
  private readonly madeBy: Int32Array;
  private readonly map: Int32Array;
  private readonly taken = new Set<number>();
  private max = -1;

  constructor(opArray: OpArray) {
    this.opArray = opArray;
    this.ops = opArray.opcodes;
    this.offset = CALL_FRAME_SLOT + opArray.vars.length;
    this.madeBy = new Int32Array(opArray.T).fill(NONE);
    this.map = new Int32Array(opArray.T).fill(NONE);
  }

  run(): void {
    for (let at = this.ops.length - 1; at >= 0; at--) {
      const op = this.ops[at] as Opline;
      if ((op.resultType & TEMPORARY) !== 0) this.madeBy[op.result - this.offset] = at;
    }
    for (let at = this.ops.length - 1; at >= 0; at--) {
      const op = this.ops[at] as Opline;
      if ((op.op1Type & TEMPORARY) !== 0) op.op1 = this.offset + this.operand1(op, at);
      if ((op.op2Type & TEMPORARY) !== 0) op.op2 = this.offset + this.mapped(op.op2 - this.offset);
      if ((op.resultType & TEMPORARY) !== 0) op.result = this.offset + this.result(op, at);
    }
    this.opArray.T = this.max + 1;
  }

  /** The first number that is free. */
  private available(): number {
    let i = 0;
    while (this.taken.has(i)) i++;
    this.taken.add(i);
    this.max = Math.max(this.max, i);
    return i;
  }

  private mapped(old: number): number {
    if (this.map[old] === NONE) this.map[old] = this.available();
    return this.map[old] as number;
  }

  private operand1(op: Opline, at: number): number {
    const old = op.op1 - this.offset;
    if (op.opcode === OP.ROPE_END) return this.rope(old, ropeSlots(op.extendedValue + 1));
    if (this.map[old] === NONE && this.survivesFinally(op, at)) {
      this.map[old] = ++this.max;
      this.taken.add(this.max);
    }
    return this.mapped(old);
  }

  /** A rope needs slots in a row, behind all that are taken. */
  private rope(old: number, slots: number): number {
    let last = this.max;
    while (last >= 0 && !this.taken.has(last)) last--;
    this.max = Math.max(this.max, last + slots);
    const first = last + 1;
    this.map[old] = first;
    for (let i = 0; i < slots; i++) this.taken.add(first + i);
    return first;
  }

  /** A finally block may use any temporary: what lives across its call gets one of its own. */
  private survivesFinally(op: Opline, at: number): boolean {
    if ((this.opArray.fnFlags & ACC_HAS_FINALLY_BLOCK) === 0) return false;
    const ends = isReturn(op.opcode) && op.opcode !== OP.EXIT;
    if (!ends && op.opcode !== OP.FREE && op.opcode !== OP.FE_FREE) return false;
    for (let i = at - 1; i >= 0; i--) {
      switch (this.ops[i]?.opcode) {
        case OP.FAST_CALL:
          return true;
        case OP.FREE:
        case OP.FE_FREE:
        case OP.VERIFY_RETURN_TYPE:
        case OP.DISCARD_EXCEPTION:
          break;
        default:
          return false;
      }
    }
    return false;
  }

  private result(op: Opline, at: number): number {
    const old = op.result - this.offset;
    const now = this.mapped(old);
    // exceptions set what FAST_CALL makes, too: nobody shares it
    if (this.madeBy[old] === at && op.opcode !== OP.FAST_CALL) {
      this.taken.delete(now);
      const slots = op.opcode === OP.ROPE_INIT ? ropeSlots(op.extendedValue) : 1;
      for (let i = 1; i < slots; i++) this.taken.delete(now + i);
    }
    return now;
  }
}

/** Runs pass 9 on an op_array. */
export function pass9(opArray: OpArray): void {
  new Temporaries(opArray).run();
}
