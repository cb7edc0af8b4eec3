/** Which oplines leave the floats in the slots of arrays and objects to those alone (src/jit/slot-floats.ts). */
import { IS_UNUSED, type Opline } from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';
import type { Emitter } from './emitter.ts';
import { isIntrinsic } from './intrinsics.ts';
import { disown, isUnboxedAt } from './slot-floats.ts';
import type { PendingCall } from './state.ts';

/** Oplines that give no float in a slot another holder, unless they do it in their result, or see to it themselves. */
const KEEPERS: ReadonlySet<number> = new Set<number>([
  ...[OP.NOP, OP.EXT_STMT, OP.EXT_NOP, OP.OP_DATA, OP.FETCH_CONSTANT, OP.COUNT, OP.STRLEN, OP.ISSET_ISEMPTY_DIM_OBJ],
  ...[OP.ADD, OP.SUB, OP.MUL, OP.DIV, OP.MOD, OP.BW_AND, OP.BW_OR, OP.BW_XOR, OP.SL, OP.SR],
  ...[OP.IS_EQUAL, OP.IS_NOT_EQUAL, OP.IS_IDENTICAL, OP.IS_NOT_IDENTICAL, OP.IS_SMALLER, OP.IS_SMALLER_OR_EQUAL],
  ...[OP.BOOL, OP.BOOL_NOT, OP.ASSIGN, OP.ASSIGN_OP, OP.QM_ASSIGN, OP.PRE_INC, OP.PRE_DEC, OP.POST_INC, OP.POST_DEC],
  ...[
    OP.SEND_VAL,
    OP.SEND_VAR,
    OP.SEND_VAL_EX,
    OP.SEND_VAR_EX,
    OP.FETCH_DIM_R,
    OP.FETCH_OBJ_R,
    OP.FETCH_DIM_W,
    OP.FETCH_DIM_RW,
    OP.FETCH_OBJ_W,
  ],
  ...[OP.FE_FREE, OP.FETCH_OBJ_RW, OP.ASSIGN_DIM, OP.ASSIGN_DIM_OP, OP.ASSIGN_OBJ, OP.ASSIGN_OBJ_OP],
]);

const INITS: ReadonlySet<number> = new Set<number>([OP.INIT_FCALL, OP.INIT_FCALL_BY_NAME, OP.INIT_NS_FCALL_BY_NAME]);
const CALLS: ReadonlySet<number> = new Set<number>([OP.DO_ICALL, OP.DO_FCALL, OP.DO_FCALL_BY_NAME]);

/**
 * Behind every opline.
 * @param call the innermost call in front of the opline, and how many there were
 */
export function afterOpline(g: Emitter, op: Opline, call: PendingCall | undefined, calls: number): void {
  if (!isKeeper(g, op, call, calls) || !isUnboxed(g, op)) g.emit(disown(g));
}

function isKeeper(g: Emitter, op: Opline, call: PendingCall | undefined, calls: number): boolean {
  // Preparing a call moves nothing; what is known and only computes does not either.
  if (INITS.has(op.opcode)) return g.state.calls.length > calls;
  if (CALLS.has(op.opcode)) return call?.func?.type === 1 && isIntrinsic(call.func, call.numArgs);
  return KEEPERS.has(op.opcode);
}

/** The result is no float that somebody else may hold, too. */
function isUnboxed(g: Emitter, op: Opline): boolean {
  return op.resultType === IS_UNUSED || isUnboxedAt(g, op.result);
}
