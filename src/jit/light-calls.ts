/**
 * Calls without a frame: a compiled function that needs none is called with its arguments alone. When it is left in the
 * middle, the frames are pushed after all (src/jit/stash.ts).
 */
import { type Func, IS_CONST, IS_UNUSED, type OpArray, type Opline } from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';
import { ACC_STATIC } from '../bytecode/type-flags.ts';
import { PhpFloat, type Zval } from '../value/zval.ts';
import { CALL_RELEASE_THIS } from '../vm/execute-data.ts';
import { dropText } from './borrowing.ts';
import type { Emitter } from './emitter.ts';
import { FRAMELESS } from './operand.ts';
import { awaitingResult, recordText, returnSlot } from './frames-on-demand.ts';
import type { LazyCall, PendingCall } from './state.ts';
import { COUNTED, UNDEF } from './types.ts';

/** Oplines that on scalars neither call nor let go of anything, and give scalars. */
const LEAF: ReadonlySet<number> = new Set<number>([
  OP.RECV,
  ...[OP.ADD, OP.SUB, OP.MUL, OP.DIV, OP.MOD, OP.BW_AND, OP.BW_OR, OP.BW_XOR, OP.SL, OP.SR, OP.CONCAT],
  ...[OP.IS_EQUAL, OP.IS_NOT_EQUAL, OP.IS_IDENTICAL, OP.IS_NOT_IDENTICAL, OP.IS_SMALLER, OP.IS_SMALLER_OR_EQUAL],
  ...[OP.ASSIGN, OP.ASSIGN_OP, OP.PRE_INC, OP.PRE_DEC, OP.POST_INC, OP.POST_DEC, OP.QM_ASSIGN, OP.BOOL, OP.BOOL_NOT],
  ...[OP.JMP, OP.JMPZ, OP.JMPNZ, OP.CASE, OP.RETURN, OP.VERIFY_RETURN_TYPE, OP.FREE],
]);
/** Oplines of calls of plain functions. */
const CALLS: ReadonlySet<number> = new Set<number>([
  ...[OP.SEND_VAL, OP.SEND_VAR, OP.SEND_VAL_EX, OP.SEND_VAR_EX, OP.DO_UCALL, OP.DO_FCALL, OP.DO_FCALL_BY_NAME],
]);
const INITS: ReadonlySet<number> = new Set<number>([
  ...[OP.INIT_FCALL, OP.INIT_FCALL_BY_NAME, OP.INIT_NS_FCALL_BY_NAME],
]);
/** Oplines of the longest function that is looked through for others. */
const LEAF_LENGTH = 60;

/**
 * Calls a function that is known; answers its value. Leaves, to make the call with a frame, when it has no such code.
 * @param find the function that an INIT_FCALL* of the function at hand calls
 */
export function callLight(
  g: Emitter,
  op: Opline,
  call: PendingCall,
  lazy: LazyCall,
  wanted: Wanted,
  find: (init: Opline) => Func | null,
): string {
  const code = `(t=${lazy.func}.light[${call.numArgs}])===undefined`;
  const { func } = call;
  if (func?.type === 2 && lazy.info === 0 && isOnScalars(func, lazy)) {
    // It comes to no depth, and nothing can be due behind it.
    if (func.opcodes.every((line) => LEAF.has(line.opcode))) return callQuiet(g, op, call, lazy, wanted, code, '');
    // The depth is put right by whoever has called from outside.
    if (g.light && func === g.func && callsItselfAlone(func, find))
      return callQuiet(g, op, call, lazy, wanted, `${code}||${isTooDeep(g)}`, `vm.jitDepth=${depth(g)}+1;`);
  }
  g.emit(`if(${code}||${isTooDeep(g)}){${leaveForFrame(g, call)}}`);
  const r = g.fresh();
  g.emit(`${r}=${lightCall(g, lazy, wanted)};${afterLightCall(g, op, r, lazy)}`);
  return r;
}

/** A call behind which nothing can be due. */
function callQuiet(
  g: Emitter,
  op: Opline,
  call: PendingCall,
  lazy: LazyCall,
  wanted: Wanted,
  unless: string,
  before: string,
): string {
  g.emit(`if(${unless}){${leaveForFrame(g, call)}}`);
  const r = g.fresh();
  g.emit(`${before}${r}=${lightCode(lazy, wanted)};if(${r}===E){${afterText(g, op, r, lazy)}}`);
  return r;
}

/** The arguments of the short function, and what it computes with, count no holders. */
function isOnScalars(func: OpArray, lazy: LazyCall): boolean {
  if (func.opcodes.length > LEAF_LENGTH || lazy.args.some((a) => (a.mask & (COUNTED | UNDEF)) !== 0)) return false;
  return func.opcodes.every((op) => isScalar(op.op2Type, op.op2Lit));
}

/** Is the operand no literal that counts its holders? */
function isScalar(type: number, literal: Zval): boolean {
  return type !== IS_CONST || typeof literal !== 'object' || literal === null || literal instanceof PhpFloat;
}

/** Does the function compute and call itself, and nothing else? On scalars, nothing can be due when it comes back then. */
function callsItselfAlone(func: OpArray, find: (init: Opline) => Func | null): boolean {
  return func.opcodes.every((op) => {
    if (!isScalar(op.op1Type, op.op1Lit)) return false;
    return LEAF.has(op.opcode) || CALLS.has(op.opcode) || (INITS.has(op.opcode) && find(op) === func);
  });
}

/**
 * JavaScript for how many compiled functions are under way, this one included. It is read at the beginning, and written before
 * each call: counting up and down, each call would wait for the last one's number to come back from memory.
 */
export function depth(g: Emitter): string {
  g.locals.add('d');
  return 'd';
}

/** Condition that one more compiled function may be too many for the host's stack. */
function isTooDeep(g: Emitter): string {
  return `${depth(g)}>=J.depth`;
}

/** JavaScript that leaves in front of the DO_* at hand: the interpreter makes the call. */
export function leaveForFrame(g: Emitter, call: PendingCall): string {
  g.state.calls.push(call);
  const text = `${g.leaveText(g.n, g.n)}return J.framed(vm,T,${FRAMELESS + call.opline});`;
  g.state.calls.pop();
  return text;
}

/** Condition that `func` (found at run time) has such code, which is then in `t`. */
export function hasLightCode(g: Emitter, func: string, numArgs: number): string {
  return `(t=${func}.light)!==undefined&&(t=t[${numArgs}])!==undefined&&!(${isTooDeep(g)})&&(${func}.fnFlags&${ACC_STATIC})===0`;
}

/** Condition that the closure's function `func`, a copy of `like`, has such code, which is then in `t`. */
export function hasClosureCode(g: Emitter, like: OpArray, func: string, numArgs: number): string {
  const tier = g.constant(like.tier);
  return `(t=${tier}.closures[${numArgs}])!==undefined&&${tier}.closuresCache===${func}.runTimeCache&&!(${isTooDeep(g)})`;
}

/**
 * What the caller does with the value: nothing, anything, or it reads a float at once, which then comes in `N`, one float that
 * is used over and over.
 */
export type Wanted = 'false' | 'true' | '2';

/** JavaScript by which code without a frame returns the unboxed float `js`. */
export function returnFloat(js: string): string {
  return `if(U===2){N.value=${js};return N;}return new F(${js});`;
}

function lightCode(lazy: LazyCall, wanted: Wanted): string {
  const closure = lazy.closure === 'null' ? '' : `,${lazy.closure}`;
  const args = lazy.args.map((a) => `,${a.js}`).join('');
  return `t(vm,${wanted},${lazy.thisObject},${lazy.calledScope}${closure}${args})`;
}

/** JavaScript that runs the code in `t`; its value is what the function returns, or E. */
export function lightCall(g: Emitter, lazy: LazyCall, wanted: Wanted): string {
  return `(vm.jitDepth=${depth(g)}+1,${lightCode(lazy, wanted)})`;
}

/** JavaScript for what comes behind such a call, whose value is in `r`. */
export function afterLightCall(g: Emitter, op: Opline, r: string, lazy: LazyCall): string {
  let out = `vm.jitDepth=${depth(g)};`;
  if ((lazy.info & CALL_RELEASE_THIS) !== 0) out += `if(${r}!==E)J.release(vm,${lazy.thisObject});`;
  if (lazy.closure !== 'null') out += `if(${r}!==E)${dropText(lazy.closure)}`;
  return `${out}if(${r}===E||vm.attention){${afterText(g, op, r, lazy)}}`;
}

function afterText(g: Emitter, op: Opline, r: string, lazy: LazyCall): string {
  if (g.light) {
    const slot = op.resultType === IS_UNUSED ? -1 : op.result;
    const own = recordText(g, g.n + 1, g.n, slot);
    return `${own}return J.afterLighter(vm,${r},${slot},${lazy.info});`;
  }
  const text = awaitingResult(g, op, () => g.leaveText(g.n + 1, g.n));
  return `${text}return J.afterLight(vm,X,${r},${returnSlot(op)},${lazy.info});`;
}
