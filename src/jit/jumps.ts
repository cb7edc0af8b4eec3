/**
 * Jumps on a condition, and what they say of the ints that the comparison in front of them has compared.
 * Source: php-src Zend/zend_vm_def.h (ZEND_JMPZ and its like)
 */
import { truth } from './arithmetic.ts';
import { OP } from '../bytecode/opcodes.ts';
import { IS_CV, type Opline } from '../bytecode/op-array.ts';
import type { Emitter } from './emitter.ts';
import type { Operand } from './operand.ts';
import { narrowed, type Range, rangeOf } from './ranges.ts';
import type { Branch } from './structure.ts';
import { BOOL, INT } from './types.ts';

/** JMPZ, JMPNZ, JMPZ_EX, JMPNZ_EX. Null: by the handler. `borrowed`: the condition is nobody's to let go of. */
export function conditionalJump(g: Emitter, op: Opline, borrowed: boolean): Branch | null {
  const next = g.n + 1;
  const o = g.op1(op);
  const t = g.facts.generic.has(g.n) ? null : truth(g, borrowed ? { ...o, isTemp: false } : o);
  if (t === null) return null;
  const ways = narrowing(g, op);
  const keeps = op.opcode === OP.JMPZ_EX || op.opcode === OP.JMPNZ_EX;
  if (keeps) g.result(op, BOOL, t);
  const condition = keeps ? g.local('c', op.result) : t;
  const jumpsOnTrue = op.opcode === OP.JMPNZ || op.opcode === OP.JMPNZ_EX;
  const [yes, no] = jumpsOnTrue ? [op.op2, next] : [next, op.op2];
  return { kind: 'if', condition, yes, no, ...ways };
}

/** The parts of a branch that narrow ranges on both its ways. */
function narrowing(g: Emitter, op: Opline): Pick<Branch & { kind: 'if' }, 'onYes' | 'onNo'> {
  const { test } = g;
  if (test === null || test.at !== g.n - 1 || op.op1Type === IS_CV || test.result !== op.op1) return {};
  const way = (holds: boolean) => (): void => {
    const [left, right] = narrowed(test.sign, holds, rangeOf(test.left), rangeOf(test.right));
    store(g, test.left, left);
    store(g, test.right, right);
  };
  return { onYes: way(true), onNo: way(false) };
}

function store(g: Emitter, o: Operand, range: Range): void {
  if (o.slot >= 0 && g.state.masks[o.slot] === INT) g.state.ranges[o.slot] = range;
}
