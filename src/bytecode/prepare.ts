/**
 * What the dispatch loop's fast paths want to know of an op_array, worked out when it first runs.
 * Source: php-src Zend/zend_opcode.c (pass_two's smart branches)
 */
import { IS_CV, IS_TMP_VAR, IS_UNUSED, IS_VAR, type OpArray, type Opline } from './op-array.ts';
import { OP } from './opcodes.ts';
import { markLowBits } from './low-bits.ts';
import { markOwnFloats } from './own-floats.ts';
import { markScratchFloats } from './scratch-floats.ts';

/** Operands that are slots of the frame. */
const IN_SLOT = IS_TMP_VAR | IS_VAR | IS_CV;

const COMPARISONS: ReadonlySet<number> = new Set([
  OP.IS_IDENTICAL,
  OP.IS_NOT_IDENTICAL,
  OP.IS_EQUAL,
  OP.IS_NOT_EQUAL,
  OP.IS_SMALLER,
  OP.IS_SMALLER_OR_EQUAL,
  OP.TYPE_CHECK,
  OP.ISSET_ISEMPTY_CV,
  OP.ISSET_ISEMPTY_DIM_OBJ,
]);

const SUMS: ReadonlySet<number> = new Set([
  OP.ADD,
  OP.SUB,
  OP.MUL,
  OP.MOD,
  OP.SL,
  OP.SR,
  OP.BW_OR,
  OP.BW_AND,
  OP.BW_XOR,
]);

/** Does `next` only consume the temporary `result`? */
function consumes(next: Opline, result: number): boolean {
  return next.op1Type === IS_TMP_VAR && next.op1 === result;
}

/** What `op` and the opline behind it, which consumes its result, are as one. */
function pairUp(op: Opline, next: Opline): void {
  const jumps = next.opcode === OP.JMPZ || next.opcode === OP.JMPNZ;
  const sends = (next.opcode === OP.SEND_VAL || next.opcode === OP.SEND_VAL_EX) && next.op2Type === IS_UNUSED;
  if ((jumps && COMPARISONS.has(op.opcode)) || (sends && SUMS.has(op.opcode))) {
    op.smartBranch = next.opcode;
    op.smartTarget = next.op2;
  }
}

/** `$cv = sum`: the sum may go right into the variable. */
function assigns(op: Opline, next: Opline): boolean {
  return (
    (SUMS.has(op.opcode) || op.opcode === OP.DIV) &&
    next.opcode === OP.ASSIGN &&
    next.op1Type === IS_CV &&
    next.resultType === IS_UNUSED &&
    next.op2Type === IS_TMP_VAR &&
    next.op2 === op.result
  );
}

/** `++$i` in front of `$i < limit` and a jump back. */
function closesLoop(op: Opline, next: Opline): boolean {
  return (
    op.opcode === OP.PRE_INC &&
    op.op1Type === IS_CV &&
    op.resultType === IS_UNUSED &&
    (next.opcode === OP.IS_SMALLER || next.opcode === OP.IS_SMALLER_OR_EQUAL) &&
    next.op1Type === IS_CV &&
    next.op1 === op.op1 &&
    next.smartBranch === OP.JMPNZ
  );
}

/** Where `op` jumps, by itself or by the jump that it runs as one with; -1 when the dispatch loop makes no jump of it. */
function jumpOf(op: Opline): number {
  switch (op.opcode) {
    case OP.JMP:
      return op.op1;
    case OP.JMPZ:
    case OP.JMPNZ:
    case OP.JMPZ_EX:
    case OP.JMPNZ_EX:
      return op.op2;
    default:
      return op.smartBranch === OP.JMPZ || op.smartBranch === OP.JMPNZ ? op.smartTarget : -1;
  }
}

/** The dispatch loop goes from opline to opline, as Zend's `opline++` does, not through the array. */
function linkOplines(ops: readonly Opline[]): void {
  for (const [at, op] of ops.entries()) {
    op.at = at;
    op.next = ops[at + 1] ?? op;
    op.jump = ops[jumpOf(op)] ?? op;
  }
}

/** Marks the oplines that may run together with the one behind them, and whether any parameter is by reference. */
function prepareOpArray(func: OpArray): void {
  func.takesReferences = func.argInfo.some((info) => info.byRef);
  const ops = func.opcodes;
  for (let i = ops.length - 2; i >= 0; i--) {
    const op = ops[i];
    const next = ops[i + 1];
    if (op === undefined || next === undefined) continue;
    if (closesLoop(op, next)) op.smartBranch = next.opcode;
    if (op.opcode === OP.VERIFY_RETURN_TYPE && (op.op1Type & IN_SLOT) !== 0)
      op.smartTarget = func.returnType?.mask ?? 0;
    if (op.resultType !== IS_TMP_VAR) continue;
    if (consumes(next, op.result)) pairUp(op, next);
    else if (assigns(op, next)) {
      op.smartBranch = OP.ASSIGN;
      op.smartTarget = next.op1;
    }
  }
  markScratchFloats(ops);
  markOwnFloats(func);
  linkOplines(ops);
  markLowBits(ops);
}

/** The run-time cache of an op_array, made on first use, when what the dispatch loop wants to know is worked out, too. */
export function runTimeCacheOf(func: OpArray): unknown[] {
  if (func.runTimeCache !== null) return func.runTimeCache;
  func.runTimeCache = new Array<unknown>(func.cacheSize).fill(undefined);
  prepareOpArray(func);
  return func.runTimeCache;
}
