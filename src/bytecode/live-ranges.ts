/**
 * Live ranges: over which oplines a temporary holds a value that an exception must free.
 * Walks an op_array backwards; a use seen before (that is: behind) its definition opens a range, the definition closes it.
 * Source: php-src 8.2, Zend/zend_opcode.c (zend_calc_live_ranges)
 */
import {
  CALL_FRAME_SLOT,
  IS_TMP_VAR,
  IS_VAR,
  LIVE_LOOP,
  LIVE_NEW,
  LIVE_ROPE,
  LIVE_SILENCE,
  LIVE_TMPVAR,
  type LiveRange,
  type OpArray,
  type Opline,
} from './op-array.ts';
import { OP } from './opcodes.ts';

const TEMPORARY = IS_TMP_VAR | IS_VAR;
const NO_USE = -1;

/** Opcodes that change their result operand instead of making it. */
function isFakeDef(opline: Opline): boolean {
  return (
    opline.opcode === OP.ROPE_ADD || opline.opcode === OP.ADD_ARRAY_ELEMENT || opline.opcode === OP.ADD_ARRAY_UNPACK
  );
}

/** Opcodes that leave their first operand to somebody behind them. */
function keepsOp1Alive(opline: Opline): boolean {
  switch (opline.opcode) {
    case OP.CASE:
    case OP.CASE_STRICT:
    case OP.SWITCH_LONG:
    case OP.SWITCH_STRING:
    case OP.MATCH:
    case OP.MATCH_ERROR:
    case OP.FETCH_LIST_R:
    case OP.FETCH_LIST_W:
    case OP.COPY_TMP:
      return true;
    default:
      return false;
  }
}

/**
 * From the NEW at `start` to its constructor's DO_FCALL the object is only half made (LIVE_NEW). Returns the number of
 * that DO_FCALL, or the last opline before `end`.
 */
function constructorCall(ops: Opline[], start: number, end: number): number {
  let level = 0;
  let at = start;
  while (at + 1 < end) {
    at++;
    switch (ops[at]!.opcode) {
      case OP.DO_FCALL:
        if (level === 0) {
          return at;
        }
        level--;
        break;
      case OP.INIT_FCALL:
      case OP.INIT_FCALL_BY_NAME:
      case OP.INIT_NS_FCALL_BY_NAME:
      case OP.INIT_DYNAMIC_CALL:
      case OP.INIT_USER_CALL:
      case OP.INIT_METHOD_CALL:
      case OP.INIT_STATIC_METHOD_CALL:
      case OP.NEW:
        level++;
        break;
      case OP.DO_ICALL:
      case OP.DO_UCALL:
      case OP.DO_FCALL_BY_NAME:
        level--;
        break;
    }
  }
  return at;
}

/** COPY_TMP lives twice: up to its use in the "null" branch, and from the "non-null" branch to its FREE. */
function copyTmpRanges(out: LiveRange[], ops: Opline[], slot: number, def: number, end: number): void {
  let blockStart = end;
  while (ops[blockStart - 1]!.opcode === OP.FREE) {
    blockStart--;
  }
  if (blockStart !== end) {
    out.push({ var: slot, kind: LIVE_TMPVAR, start: blockStart, end });
  }
  let use = end;
  for (;;) {
    use--;
    const opline = ops[use]!;
    if (
      ((opline.op1Type & TEMPORARY) !== 0 && opline.op1 === slot) ||
      ((opline.op2Type & TEMPORARY) !== 0 && opline.op2 === slot)
    ) {
      break;
    }
  }
  out.push({ var: slot, kind: LIVE_TMPVAR, start: def + 1, end: use });
}

/** Adds the range(s) of the temporary in `slot`, defined by opline `start` and last used by opline `end`. */
function emitLiveRange(out: LiveRange[], ops: Opline[], slot: number, start: number, end: number): void {
  switch (ops[start]!.opcode) {
    // A boolean, a class or a FAST_CALL's return address: nothing to free.
    case OP.JMPZ_EX:
    case OP.JMPNZ_EX:
    case OP.BOOL:
    case OP.BOOL_NOT:
    case OP.FETCH_CLASS:
    case OP.DECLARE_ANON_CLASS:
    case OP.FAST_CALL:
      return;
    case OP.BEGIN_SILENCE:
      out.push({ var: slot, kind: LIVE_SILENCE, start: start + 1, end });
      return;
    case OP.ROPE_INIT:
      // The rope already holds its first piece while the opline runs.
      out.push({ var: slot, kind: LIVE_ROPE, start, end });
      return;
    case OP.FE_RESET_R:
    case OP.FE_RESET_RW:
      out.push({ var: slot, kind: LIVE_LOOP, start: start + 1, end });
      return;
    case OP.NEW: {
      const call = constructorCall(ops, start, end);
      out.push({ var: slot, kind: LIVE_NEW, start: start + 1, end: call + 1 });
      if (call + 1 !== end) {
        out.push({ var: slot, kind: LIVE_TMPVAR, start: call + 1, end });
      }
      return;
    }
    case OP.COPY_TMP:
      copyTmpRanges(out, ops, slot, start, end);
      return;
    default:
      out.push({ var: slot, kind: LIVE_TMPVAR, start: start + 1, end });
  }
}

/**
 * Computes `opArray.liveRanges` anew, sorted by start. Operands must already be frame slots (after pass two).
 */
export function calcLiveRanges(opArray: OpArray): void {
  const ops = opArray.opcodes;
  const firstTmp = CALL_FRAME_SLOT + opArray.vars.length;
  const lastUse = new Int32Array(opArray.T).fill(NO_USE);
  const out: LiveRange[] = [];
  const define = (slot: number, num: number): void => {
    const use = lastUse[slot - firstTmp]!;
    if (use !== NO_USE) {
      if (num + 1 !== use) {
        emitLiveRange(out, ops, slot, num, use);
      }
      lastUse[slot - firstTmp] = NO_USE;
    }
  };
  for (let num = ops.length - 1; num >= 0; num--) {
    const opline = ops[num]!;
    if ((opline.resultType & TEMPORARY) !== 0 && !isFakeDef(opline)) {
      define(opline.result, num);
    }
    if ((opline.op1Type & TEMPORARY) !== 0) {
      const i = opline.op1 - firstTmp;
      if (lastUse[i] === NO_USE && !keepsOp1Alive(opline)) {
        // OP_DATA is really part of the opline before it.
        lastUse[i] = opline.opcode === OP.OP_DATA ? num - 1 : num;
      }
    }
    if ((opline.op2Type & TEMPORARY) !== 0) {
      if (opline.opcode === OP.FE_FETCH_R || opline.opcode === OP.FE_FETCH_RW) {
        define(opline.op2, num); // FE_FETCH writes its second operand.
      } else if (lastUse[opline.op2 - firstTmp] === NO_USE) {
        lastUse[opline.op2 - firstTmp] = num;
      }
    }
  }
  out.reverse();
  opArray.liveRanges = out.sort((a, b) => a.start - b.start);
}
