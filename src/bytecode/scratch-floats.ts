/**
 * Floats between two operators. `$a * $b + $c` makes a float that the next opline takes and nobody sees: such a temporary
 * keeps one PhpFloat (`Opline.scratch`), which the dispatch loop writes again instead of making a new one each time.
 *
 * That float is the opline's, not the frame's: whoever runs the opline again overwrites it. So its only use has to follow in the
 * same stretch of oplines that call nobody, and where one of those goes to its handler after all (a warning's handler may run user
 * code, as may `__get` and `offsetGet`), the loop copies the floats under way first (`Opline.spill`).
 */
import { IS_TMP_VAR, type Opline } from './op-array.ts';
import { OP } from './opcodes.ts';
import { PhpFloat, type Zval } from '../value/zval.ts';

const MAKERS: ReadonlySet<number> = new Set([OP.ADD, OP.SUB, OP.MUL, OP.DIV]);

/** What reads floats and keeps none of them. */
const READERS: ReadonlySet<number> = new Set([
  ...MAKERS,
  OP.IS_EQUAL,
  OP.IS_NOT_EQUAL,
  OP.IS_SMALLER,
  OP.IS_SMALLER_OR_EQUAL,
]);

/** What may stand between the making and the use. */
const BETWEEN: ReadonlySet<number> = new Set([...READERS, OP.FETCH_DIM_R, OP.FETCH_OBJ_R]);

function reads(op: Opline, temporary: number): boolean {
  return (op.op1Type === IS_TMP_VAR && op.op1 === temporary) || (op.op2Type === IS_TMP_VAR && op.op2 === temporary);
}

/** The opline that uses what `ops[at]` makes, when it may be a scratch float; -1 otherwise. */
function onlyUse(ops: readonly Opline[], at: number): number {
  const temporary = (ops[at] as Opline).result;
  for (let i = at + 1; i < ops.length; i++) {
    const op = ops[i] as Opline;
    if (reads(op, temporary)) return READERS.has(op.opcode) ? i : -1;
    if (!BETWEEN.has(op.opcode) || op.smartBranch !== 0) return -1;
  }
  return -1;
}

/** Gives the temporaries of an op_array that only arithmetic reads their floats. */
export function markScratchFloats(ops: readonly Opline[]): void {
  for (let at = 0; at < ops.length; at++) {
    const op = ops[at] as Opline;
    if (!MAKERS.has(op.opcode) || op.resultType !== IS_TMP_VAR || op.smartBranch !== 0) continue;
    const use = onlyUse(ops, at);
    if (use < 0) continue;
    op.scratch = new PhpFloat(0.5);
    for (let i = at + 1; i < use; i++) {
      const between = ops[i] as Opline;
      if (between.spill === null) between.spill = [op.result];
      else between.spill.push(op.result);
    }
  }
}

/** Floats of their own for these slots of a frame (relative to `base`), where they hold any. */
export function spillFloats(slots: Zval[], base: number, relative: readonly number[]): void {
  for (const at of relative) {
    const v = slots[base + at];
    if (v instanceof PhpFloat) slots[base + at] = new PhpFloat(v.value);
  }
}
