/**
 * Which temporaries are used outside the block that makes them, and results that nobody uses.
 * Source: php-src 8.2 Zend/Optimizer/block_pass.c (zend_t_usage)
 */
import { CALL_FRAME_SLOT, IS_TMP_VAR, IS_UNUSED, IS_VAR, type OpArray, type Opline } from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';
import { type BasicBlock, BB_FOLLOW, BB_REACHABLE, BB_TARGET, type ControlFlow } from './cfg.ts';
import { convertToFree, TEMPORARY } from './edit.ts';

/** A set of variables, by number of slot. */
export type VarSet = Uint8Array;

const changesResult = (opcode: number): boolean =>
  opcode === OP.ADD_ARRAY_ELEMENT || opcode === OP.ADD_ARRAY_UNPACK || opcode === OP.ROPE_ADD;

const isFetch = (opcode: number): boolean => opcode === OP.FE_FETCH_R || opcode === OP.FE_FETCH_RW;

/** Is the block one that goes on with what the block before knew? */
function continues(block: BasicBlock): boolean {
  return (block.flags & BB_FOLLOW) !== 0 && (block.flags & BB_TARGET) === 0;
}

/** Adds the temporaries that an opline reads and its extended block did not make. */
function noteUses(op: Opline, defined: VarSet, external: VarSet): void {
  const use = (slot: number): void => {
    if (defined[slot] === 0) external[slot] = 1;
  };
  if ((op.op1Type & TEMPORARY) !== 0) use(op.op1);
  if (op.op2Type === IS_VAR && isFetch(op.opcode)) defined[op.op2] = 1;
  else if ((op.op2Type & TEMPORARY) !== 0) use(op.op2);
  if (op.resultType === IS_TMP_VAR && changesResult(op.opcode)) use(op.result);
  else if ((op.resultType & TEMPORARY) !== 0) defined[op.result] = 1;
}

const DROPS_RESULT: ReadonlySet<number> = new Set([
  OP.ASSIGN_OP,
  OP.ASSIGN_DIM_OP,
  OP.ASSIGN_OBJ_OP,
  OP.ASSIGN_STATIC_PROP_OP,
  OP.PRE_INC,
  OP.PRE_DEC,
  OP.ASSIGN,
  OP.ASSIGN_REF,
  OP.DO_FCALL,
  OP.DO_ICALL,
  OP.DO_UCALL,
  OP.DO_FCALL_BY_NAME,
]);

const POST: ReadonlySet<number> = new Set([
  OP.POST_INC,
  OP.POST_DEC,
  OP.POST_INC_OBJ,
  OP.POST_DEC_OBJ,
  OP.POST_INC_STATIC_PROP,
  OP.POST_DEC_STATIC_PROP,
]);

/** What is left of an opline whose result nobody uses. */
function dropResult(op: Opline, usage: VarSet): void {
  if (DROPS_RESULT.has(op.opcode)) op.resultType = IS_UNUSED;
  else if (POST.has(op.opcode)) {
    op.opcode -= 2;
    op.resultType = IS_UNUSED;
  } else if (op.opcode === OP.QM_ASSIGN || op.opcode === OP.BOOL || op.opcode === OP.BOOL_NOT) {
    convertToFree(op);
  } else if (op.opcode === OP.JMPZ_EX || op.opcode === OP.JMPNZ_EX) {
    op.opcode -= 3;
    op.resultType = IS_UNUSED;
    op.result = 0;
  } else if (changesResult(op.opcode)) usage[op.result] = 1;
}

function visitBackwards(op: Opline, usage: VarSet): void {
  if ((op.resultType & TEMPORARY) !== 0) {
    if (usage[op.result] === 0) dropResult(op, usage);
    else if (!changesResult(op.opcode)) usage[op.result] = 0;
  }
  if (op.op2Type === IS_VAR && isFetch(op.opcode)) usage[op.op2] = 0;
  else if ((op.op2Type & TEMPORARY) !== 0) usage[op.op2] = 1;
  if ((op.op1Type & TEMPORARY) !== 0) usage[op.op1] = 1;
}

/** zend_t_usage: the temporaries used outside their block. Results that nobody uses are dropped on the way. */
export function temporaryUsage(opArray: OpArray, cfg: ControlFlow): VarSet {
  const size = CALL_FRAME_SLOT + opArray.vars.length + opArray.T;
  const external = new Uint8Array(size);
  if (opArray.T === 0) return external;
  const defined = new Uint8Array(size);
  cfg.blocks.forEach((block, num) => {
    if (num === 0 || (block.flags & BB_REACHABLE) === 0) return;
    if (!continues(block)) defined.fill(0);
    for (let at = block.start; at < block.start + block.len; at++) {
      noteUses(opArray.opcodes[at] as Opline, defined, external);
    }
  });
  const usage = defined;
  let next: BasicBlock | null = null;
  for (const block of [...cfg.blocks].reverse()) {
    if ((block.flags & BB_REACHABLE) === 0 || block.len === 0) continue;
    if (next === null || !continues(next)) usage.set(external);
    else if (block.successors.length > 1) for (let i = 0; i < size; i++) if (external[i] === 1) usage[i] = 1;
    next = block;
    for (let at = block.start + block.len - 1; at >= block.start; at--) {
      visitBackwards(opArray.opcodes[at] as Opline, usage);
    }
  }
  return external;
}
